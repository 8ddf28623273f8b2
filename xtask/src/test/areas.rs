//! The areas of `test` with their budgets: the one table that says where the minutes go.

use crate::failure::Outcome;
use crate::process::cargo;
use crate::selection::{NATIVE, WASM};
use crate::{setup, ui};
use std::process::Command;

/// One area.
pub(super) struct Area {
    /// Its name in the table.
    pub(super) name: &'static str,
    /// Minutes that it may take cold on two cores. It is ended after twice as many.
    pub(super) minutes: u64,
    /// Whether nothing after it makes sense when it fails.
    pub(super) needed_by_all: bool,
    /// What it does, in order.
    pub(super) steps: fn() -> Vec<Step>,
}

/// One thing that an area does.
pub(super) enum Step {
    /// In this process.
    Do(fn() -> Outcome),
    /// A program that has to succeed.
    Command(Command),
    /// A test run that has to succeed and to run at least one test.
    Tests(Command),
}

/// The journeys run only when they are named, so they are named where everything is meant.
const EVERY_TARGET: [&str; 15] = [
    "--all-targets",
    "--test",
    "applicant",
    "--test",
    "window",
    "--test",
    "spoken",
    "--test",
    "browsers",
    "--test",
    "accessible",
    "--test",
    "look",
    "--test",
    "pages",
];

const SETUP: Area = Area {
    name: "setup",
    minutes: 4,
    needed_by_all: true,
    steps: || vec![Step::Do(setup::for_tests)],
};
const INTERFACE: Area = Area {
    name: "interface",
    minutes: 4,
    needed_by_all: true,
    steps: || vec![Step::Do(|| ui::build(&ui::Options::default()))],
};
const BUILD: Area = Area {
    name: "build",
    minutes: 7,
    needed_by_all: true,
    steps: || vec![Step::Command(native("build", &EVERY_TARGET))],
};
const WINDOW: Area = Area {
    name: "journey in the window",
    minutes: 3,
    needed_by_all: false,
    steps: || {
        // One window at a time: two cores are few for two browsers and two portals.
        vec![
            Step::Tests(native("test", &["--test", "window", "--", "--test-threads=1"])),
            Step::Tests(native("test", &["--test", "spoken"])),
        ]
    },
};
/// Three browsers at a time: a journey waits for an officer's decisions half of the time.
const BROWSERS: Area = Area {
    name: "journey in browsers",
    minutes: 3,
    needed_by_all: false,
    steps: || vec![Step::Tests(native("test", &["--test", "browsers", "--", "--test-threads=3"]))],
};
const ACCESSIBLE: Area = Area {
    name: "accessibility, look",
    minutes: 4,
    needed_by_all: false,
    steps: || {
        vec![
            Step::Tests(native("test", &["--test", "accessible", "--", "--test-threads=2"])),
            Step::Tests(native("test", &["--test", "look", "--", "--test-threads=2"])),
        ]
    },
};

/// Requests made from the OpenAPI document, for a moment; `verify api` goes on for longer.
const API: Area = Area {
    name: "strange requests",
    minutes: 1,
    needed_by_all: false,
    steps: || vec![Step::Tests(strange_requests(20))],
};

/// The test that sends requests made from the OpenAPI document to a portal for so many seconds.
pub(crate) fn strange_requests(seconds: u32) -> Command {
    let mut command = native("test", &["--test", "api", "strange_requests", "--", "--ignored"]);
    command
        .env("LANDED_SCHEMATHESIS", setup::schemathesis())
        .env("LANDED_API_SECONDS", seconds.to_string());
    command
}

/// Every area in order. The minutes add up to at most 39.
pub(super) const AREAS: &[Area] = &[
    SETUP,
    Area {
        name: "format",
        minutes: 1,
        needed_by_all: false,
        steps: || vec![Step::Command(cargo(["fmt", "--all", "--check"]))],
    },
    // The shell embeds the interface, so it comes before everything that compiles the shell.
    INTERFACE,
    Area { name: "lint", minutes: 6, needed_by_all: false, steps: lint },
    BUILD,
    Area {
        name: "rules and parts",
        minutes: 5,
        needed_by_all: false,
        steps: || {
            vec![
                Step::Tests(native("test", &["--lib", "--bins", "--tests", "--no-fail-fast"])),
                Step::Tests(cargo(["test", "--package", "xtask"])),
                // What of the interface is no page runs on this machine as well.
                Step::Tests(cargo(["test", "--package", "ui", "--lib", "--tests"])),
            ]
        },
    },
    Area {
        name: "journey, no window",
        minutes: 1,
        needed_by_all: false,
        steps: || vec![Step::Tests(native("test", &["--test", "applicant"]))],
    },
    API,
    WINDOW,
    BROWSERS,
    ACCESSIBLE,
];

fn lint() -> Vec<Step> {
    let strict = ["--", "-D", "warnings"];
    let native = native("clippy", &[&EVERY_TARGET[..], &strict].concat());
    let own = ["clippy", "--package", "xtask", "--all-targets"];
    let interface = ["clippy", "--package", "ui", "--package", "examiner", "--target", WASM];
    vec![
        Step::Command(native),
        Step::Command(cargo(own.into_iter().chain(strict))),
        Step::Command(cargo(interface.into_iter().chain(strict))),
    ]
}

/// What the journeys need, and the journeys in the window and in browsers.
pub(super) const JOURNEY_AREAS: &[Area] = &[SETUP, INTERFACE, BUILD, WINDOW, BROWSERS, ACCESSIBLE];

fn native(what: &str, arguments: &[&str]) -> Command {
    let words = std::iter::once(what).chain(NATIVE).chain(arguments.iter().copied());
    cargo(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_thirty_nine_minutes() {
        let minutes: u64 = AREAS.iter().map(|area| area.minutes).sum();
        assert!(minutes <= 39, "{minutes} minutes are planned");
    }
}
