//! Lighthouse: brought from npm exactly as the lock file beside this one says, beside the builds and
//! only for measuring; and what it says of the browser edition.

use super::Figure;
use super::series::{Series, Told};
use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::succeed;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// What npm is told. The names differ from npm's own because Tauri's command line takes the first
/// `package.json` that it finds for the interface's.
const PACKAGE: &str = include_str!("lighthouse/tools.json");
const LOCK: &str = include_str!("lighthouse/tools-lock.json");

const LIMIT: Duration = Duration::from_secs(30 * 60);
const PAGES: [&str; 2] = ["welcome", "sign_in"];

/// Each category's figure, what Lighthouse calls it, and what it is to reach.
const CATEGORIES: [(&str, &str, &str); 3] = [
    ("lighthouse_performance", "performance", "≥ 90"),
    ("lighthouse_accessibility", "accessibility", "= 100"),
    ("lighthouse_best_practices", "best_practices", "≥ 96"),
];

/// Asks it about the pages that people see first. A category's figure is that of the page with the
/// lower median; with each page's own after it.
pub(super) fn measure() -> Outcome<Vec<Figure>> {
    let program = install()?;
    let reports = places::target().join("bench/lighthouse");
    let told = Told::by("measure-lighthouse", LIMIT, |command| {
        command.arg(&program).arg(&reports);
    })?;
    let mut figures = Vec::new();
    for (name, category, aim) in CATEGORIES {
        let mut pages = Vec::new();
        for page in PAGES {
            pages.push((page, told.series(&format!("{page}_{category}"))?));
        }
        let lowest = pages
            .iter()
            .min_by(|(_, one), (_, other)| Series::median(one).total_cmp(&Series::median(other)));
        figures.extend(lowest.map(|(_, series)| Figure::of(name, "", series).aiming_at(aim)));
        figures.extend(
            pages.iter().map(|(page, series)| Figure::of(&format!("{name}_{page}"), "", series)),
        );
    }
    Ok(figures)
}

/// Lighthouse's program, which is there afterwards.
fn install() -> Outcome<PathBuf> {
    let folder = places::target().join("tools/lighthouse");
    let (stamp, wanted) = (folder.join(".installed"), format!("{PACKAGE}{LOCK}"));
    let program = folder.join("node_modules/lighthouse/cli/index.js");
    if fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) && program.is_file() {
        return Ok(program);
    }
    println!("bench: bringing Lighthouse from npm, once");
    fs::create_dir_all(&folder).map_err(|error| Failure::file("make", &folder, &error))?;
    for (name, text) in [("package.json", PACKAGE), ("package-lock.json", LOCK)] {
        let file = folder.join(name);
        fs::write(&file, text).map_err(|error| Failure::file("write", &file, &error))?;
    }
    let words = ["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"];
    succeed(
        Command::new("npm").args(words).current_dir(&folder),
        Duration::from_secs(10 * 60),
        "npm ci (no network?)",
    )?;
    fs::write(&stamp, wanted).map_err(|error| Failure::file("write", &stamp, &error))?;
    Ok(program)
}
