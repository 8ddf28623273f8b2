//! Asks Lighthouse about the pages that people see first, as a portal serves them:
//! `measure-lighthouse LIGHTHOUSE REPORTS`. Its phone profile with its usual simulated throttling, a
//! browser with nothing kept each time. The reports go into the folder REPORTS; prints JSON with
//! every run's scores in percent by page and category.

#![expect(clippy::print_stdout, reason = "the result goes to standard output")]
#![expect(clippy::expect_used, reason = "a report that cannot be had ends the measuring")]

use journeys::started::{Started, bound, finish};
use journeys::world::World;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

const RUNS: usize = 5;
const LIMIT: Duration = Duration::from_secs(180);
const ATTEMPTS: usize = 3;
/// What Lighthouse says when it failed by itself.
const AGAIN: &str = "Please run Lighthouse again";

const PAGES: [(&str, &str); 2] = [("welcome", "/"), ("sign_in", "/sign-in")];
const CATEGORIES: [&str; 3] = ["performance", "accessibility", "best-practices"];

const FLAGS: [&str; 16] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--accept-lang=en-CA",
];

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(lighthouse), Some(reports)) = (arguments.next(), arguments.next()) else {
        println!("usage: measure-lighthouse LIGHTHOUSE REPORTS");
        return ExitCode::FAILURE;
    };
    fs::create_dir_all(&reports).expect("the folder for reports can be made");
    let world = World::with_browser_edition();
    let mut told = Map::new();
    for run in 1..=RUNS {
        for (page, path) in PAGES {
            let report = reports.join(format!("{page}-{run}.json"));
            let scores = ask(&lighthouse, &world.page(path), &report);
            for (category, score) in CATEGORIES.into_iter().zip(scores) {
                let series = told.entry(format!("{page}_{}", category.replace('-', "_")));
                let series = series.or_insert_with(|| json!([]));
                series.as_array_mut().expect("a series").push(json!(score));
            }
        }
    }
    println!("{}", Value::Object(told));
    ExitCode::SUCCESS
}

/// One run: the scores of the categories, in percent. A trace that Chromium did not record whole is
/// no answer of the page's, so Lighthouse, which says so, is asked again with another browser.
fn ask(lighthouse: &Path, address: &str, report: &Path) -> [f64; 3] {
    let mut asked = run(lighthouse, address, report);
    for _ in 1..ATTEMPTS {
        if !asked.as_ref().is_err_and(|why| why.contains(AGAIN)) {
            break;
        }
        asked = run(lighthouse, address, report);
    }
    asked.expect("Lighthouse gives a report");
    let told = fs::read_to_string(report).expect("the report is there");
    let told: Value = serde_json::from_str(&told).expect("the report is JSON");
    CATEGORIES.map(|category| {
        let score = told["categories"][category]["score"].as_f64();
        score.expect("Lighthouse gives every score") * 100.0
    })
}

/// Runs Lighthouse on a browser that has nothing in it.
fn run(lighthouse: &Path, address: &str, report: &Path) -> Result<String, String> {
    let home = tempfile::Builder::new().prefix("landed-lighthouse-").tempdir();
    let home = home.expect("a folder for the browser");
    // Started here, since what Lighthouse starts itself outlives a Lighthouse that is ended.
    let mut browser = start_browser(home.path());
    let listening = browser.line_after("DevTools listening on ws://127.0.0.1:");
    let port = listening.split('/').next().unwrap_or_default();
    let mut command = bound("node");
    command
        .env("HOME", home.path())
        .arg(lighthouse)
        .arg(address)
        .args(["--quiet", "--output=json", "--no-enable-error-reporting"])
        .args(["--hostname=127.0.0.1", &format!("--port={port}")])
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg(format!("--output-path={}", report.display()));
    finish(&mut command, LIMIT)
}

/// Chromium as Lighthouse would start it: nothing runs in it but the page.
fn start_browser(home: &Path) -> Started {
    let mut command = bound("chromium");
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LANG", "C.UTF-8")
        .env("HOME", home)
        .env("TMPDIR", home)
        .args(FLAGS)
        .args(["--remote-debugging-port=0", "about:blank"])
        .arg(format!("--user-data-dir={}", home.join("profile").display()));
    Started::new("chromium", &mut command, home)
}
