//! Pictures of every page, out of the real window: two widths, light and dark, both languages.

use crate::failure::{Failure, Outcome};
use crate::process::{cargo, succeed};
use crate::selection::NATIVE;
use crate::{places, setup, ui};
use clap::Args;
use std::path::PathBuf;
use std::time::Duration;

/// Where the pictures go.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// The folder; it is emptied of PNG files first
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
}

/// Builds, and drives the window through every page.
///
/// # Errors
/// The build or the drive fails.
pub(crate) fn run(options: &Options) -> Outcome {
    setup::for_tests()?;
    ui::build(&ui::Options::default())?;
    let folder = options.into.as_ref().map_or_else(places::shots, |into| places::root().join(into));
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file("make", &folder, &error))?;
    let limit = Duration::from_secs(30 * 60);
    let native = |words: &[&'static str]| {
        cargo(std::iter::once(words[0]).chain(NATIVE).chain(words[1..].iter().copied()))
    };
    succeed(
        &mut native(&["build", "--all-targets", "--test", "pages"]),
        limit,
        "building the app",
    )?;
    let mut drive = native(&["test", "--test", "pages", "--", "--test-threads=1"]);
    succeed(drive.env("LANDED_SHOTS", &folder), limit, "driving the window")?;
    println!("pictures of every page are in {}", folder.display());
    Ok(())
}
