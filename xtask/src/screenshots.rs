//! Pictures of every page and its error state: phone and desktop width, light and dark, every
//! language. Of the browser edition in Chromium; of the app's own window when that is asked for.

use crate::failure::{Failure, Outcome};
use crate::process::{cargo, succeed};
use crate::selection::NATIVE;
use crate::{places, setup, ui};
use clap::Args;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// Which pictures, and where they go.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Of the app's own window instead
    #[arg(long)]
    window: bool,
    /// Only the few committed pictures that `test` compares: draw them anew
    #[arg(long, conflicts_with = "window")]
    renew: bool,
    /// Only the languages and schemes whose names contain this, e.g. french or chinese_dark
    #[arg(long, value_name = "WORD")]
    only: Option<String>,
    /// The folder
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
}

/// How long a drive through all of it may take.
const LIMIT: Duration = Duration::from_secs(30 * 60);

/// Builds, and drives through every page.
///
/// # Errors
/// The build or the drive fails.
pub(crate) fn run(options: &Options) -> Outcome {
    setup::for_tests()?;
    ui::build(&ui::Options::default())?;
    let test = if options.renew { "look" } else { "pages" };
    let build = ["build", "--all-targets", "--test", test];
    succeed(&mut native(&build), LIMIT, "building what drives the pages")?;
    if options.renew {
        let mut drive = native(&["test", "--test", test, "--", "--test-threads=2"]);
        succeed(drive.env("LANDED_RENEW", "1"), LIMIT, "drawing the committed pictures")?;
        println!("the committed pictures are in tests/pictures; review the difference");
        return Ok(());
    }
    let folder = options.into.as_ref().map_or_else(places::shots, |into| places::root().join(into));
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file("make", &folder, &error))?;
    let surface = if options.window { "window_" } else { "browser_" };
    let mut drive = native(&["test", "--test", test, "--", surface]);
    // Two at a time: a walk waits for an officer most of the time. Of windows one, as in `test`.
    drive.arg(if options.window { "--test-threads=1" } else { "--test-threads=2" });
    for other in others(options) {
        drive.args(["--skip", other]);
    }
    succeed(drive.env("LANDED_SHOTS", &folder), LIMIT, "driving through the pages")?;
    println!("pictures of every page are in {}", folder.display());
    Ok(())
}

/// Languages and schemes that were not asked for.
fn others(options: &Options) -> impl Iterator<Item = &'static str> {
    const ALL: [&str; 6] = [
        "english_light",
        "english_dark",
        "french_light",
        "french_dark",
        "chinese_light",
        "chinese_dark",
    ];
    let only = options.only.clone().unwrap_or_default();
    ALL.into_iter().filter(move |name| !name.contains(&only))
}

fn native(words: &[&'static str]) -> Command {
    cargo(std::iter::once(words[0]).chain(NATIVE).chain(words[1..].iter().copied()))
}
