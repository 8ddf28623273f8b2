//! The project's own commands, as `cargo xtask …`.
//!
//! Each command is one module with a `run` function; all of them refuse in the same way: one clear
//! line on standard error and a non-zero exit. Nothing here is shipped, and nothing here is needed
//! to understand the product's code.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "commands speak to the terminal")]

mod app;
mod bench;
mod calibrate;
mod check_targets;
mod failure;
mod icons;
mod places;
mod process;
mod run;
mod screenshots;
mod selection;
mod setup;
mod test;
#[cfg(test)]
mod tidy;
mod ui;
mod verify;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's own commands")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what this machine lacks for building, running and testing (Debian 12)
    Setup,
    /// Build the interface into dist/app
    Ui(ui::Options),
    /// Show the app with a portal, a demonstration household and its mailbox
    Run(run::Options),
    /// Everything that must hold before a change lands
    Test,
    /// The whole journey in the real window only
    E2e(test::E2eOptions),
    /// The long checks, by area
    Verify(verify::Options),
    /// Type-check what ships on Windows, macOS, Android and iOS
    CheckTargets,
    /// Measure against the committed floors and write target/bench/NAME.json
    Bench(bench::Options),
    /// Drive the real window through every page and keep pictures in shots/
    Screenshots(screenshots::Options),
    /// Train and measure the model of a face's points on real portraits
    Calibrate(calibrate::Options),
    /// Draw every size of the app's icon from icons/icon.svg
    Icons,
}

fn main() -> ExitCode {
    process::end_children_on_interrupt();
    let done = match Cli::parse().command {
        Command::Setup => setup::for_tests(),
        Command::Ui(options) => ui::run(&options),
        Command::Run(options) => run::run(&options),
        Command::Test => test::run(),
        Command::E2e(options) => test::e2e(&options),
        Command::Verify(options) => verify::run(&options),
        Command::CheckTargets => check_targets::run(),
        Command::Bench(options) => bench::run(&options),
        Command::Screenshots(options) => screenshots::run(&options),
        Command::Calibrate(options) => calibrate::run(&options),
        Command::Icons => icons::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
