//! The long checks, by area: what would make `test` too slow for every change.

mod fuzz;

use crate::failure::{Failure, Outcome};
use crate::process::{cargo, succeed};
use crate::selection::NATIVE;
use crate::{bench, check_targets, screenshots, setup, test, ui};
use clap::{Args, ValueEnum};
use std::time::Duration;

/// Which areas.
#[derive(Args)]
pub(crate) struct Options {
    /// The areas; all when none is named
    areas: Vec<Area>,
    /// For how many minutes each fuzz target runs, and the requests to the API
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=600))]
    minutes: u32,
}

#[derive(Clone, Copy, ValueEnum)]
enum Area {
    /// Pictures of every page: every language, light and dark, phone and desktop
    Pages,
    /// axe-core and the layout over every page in every scheme, width and language at once
    Accessibility,
    /// Requests that Schemathesis makes from the OpenAPI document, for `--minutes`
    Api,
    /// How long an answer takes where there is such an account and where there is none, told apart
    Timing,
    /// A thousand kills of the app, five hundred schedules on a bad network, five hundred damages to
    /// its store: nothing lost, nothing done twice
    Offline,
    /// Hostile pictures and emails, for `--minutes` each (nightly Rust and cargo-fuzz)
    Fuzz,
    /// Figures against the committed floors
    Bench,
    /// What ships on Windows, macOS, Android and iOS, type-checked
    Targets,
    /// Licences, sources and bans of the dependencies (cargo-deny, if it is there)
    Dependencies,
}

fn accessibility() -> Outcome {
    setup::for_tests()?;
    ui::build(&ui::Options::default())?;
    let matrix = ["--test", "accessible", "--", "--ignored", "--test-threads=2"];
    succeed(
        &mut cargo(["test"].into_iter().chain(NATIVE).chain(matrix)),
        Duration::from_secs(40 * 60),
        "the whole matrix",
    )
}

fn api(minutes: u32) -> Outcome {
    setup::for_tests()?;
    let limit = Duration::from_secs(u64::from(minutes) * 60 + 30 * 60);
    succeed(&mut test::strange_requests(minutes * 60), limit, "what was asked of the API")
}

/// Measures one after the other, and prints what it finds.
fn timing() -> Outcome {
    let words = ["test", "-p", "portal", "--test", "api", "--", "timing::"];
    let alone = ["--ignored", "--nocapture", "--test-threads=1"];
    succeed(
        &mut cargo(words.into_iter().chain(alone)),
        Duration::from_secs(40 * 60),
        "what is known and what is not, timed",
    )
}

fn offline() -> Outcome {
    setup::for_tests()?;
    succeed(
        &mut cargo(["build"].into_iter().chain(NATIVE).chain(["--bins"])),
        Duration::from_secs(20 * 60),
        "the programs",
    )?;
    let names = ["by_a_thousand_kills", "in_five_hundred_schedules", "by_five_hundred_damages"];
    let alone = ["--ignored", "--nocapture", "--test-threads=1"];
    let words = ["--test", "applicant", "--"].into_iter().chain(names).chain(alone);
    succeed(
        &mut cargo(["test"].into_iter().chain(NATIVE).chain(words)),
        Duration::from_secs(120 * 60),
        "what is lost or done twice",
    )
}

/// Runs the areas one after another and tells which failed.
///
/// # Errors
/// Any of them failed.
pub(crate) fn run(options: &Options) -> Outcome {
    let all = Area::value_variants();
    let areas = if options.areas.is_empty() { all } else { &options.areas };
    let mut failed = Vec::new();
    for area in areas {
        let outcome = match area {
            Area::Pages => screenshots::run(&screenshots::Options::default()),
            Area::Accessibility => accessibility(),
            Area::Api => api(options.minutes),
            Area::Timing => timing(),
            Area::Offline => offline(),
            Area::Fuzz => fuzz::run(options.minutes),
            Area::Bench => bench::run(&bench::Options::default()),
            Area::Targets => check_targets::run(),
            Area::Dependencies => succeed(
                &mut cargo(["deny", "--offline", "check", "licenses", "bans", "sources"]),
                Duration::from_secs(300),
                "cargo deny (`cargo install cargo-deny` brings it)",
            ),
        };
        if let Err(failure) = outcome {
            println!("error: {failure}");
            failed.push(
                area.to_possible_value()
                    .map_or_else(String::new, |name| name.get_name().to_owned()),
            );
        }
    }
    println!(
        "\n{} areas passed, {} failed {}",
        areas.len() - failed.len(),
        failed.len(),
        failed.join(" ")
    );
    if failed.is_empty() { Ok(()) } else { Err(Failure::new("something does not hold; see above")) }
}
