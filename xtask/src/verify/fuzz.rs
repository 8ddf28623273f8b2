//! Hostile pictures and emails: each fuzz target of `crates/photo` and of `crates/invitation` for so
//! many minutes, one after another. What it learns is kept under `target/fuzz`; the committed corpus
//! is read and never written.

use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{succeed, told};
use std::fs;
use std::process::Command;
use std::time::Duration;

/// What is tried, by the crate whose `fuzz` folder has a program for each.
const TARGETS: [(&str, &[&str]); 2] = [
    ("photo", &["decode", "metadata", "strip", "frame", "examine"]),
    ("invitation", &["message", "text"]),
];

/// The most that one input may take of memory, in megabytes, and of time, in seconds. Pictures are
/// small here (see `crates/photo/fuzz/src/lib.rs`), as emails are, so this is far more than any of
/// them needs.
const MEGABYTES: u32 = 2048;
const SECONDS: u32 = 10;

/// Building all targets with their sanitizers, at the longest.
const BUILD: Duration = Duration::from_secs(20 * 60);

/// Runs every target for so many minutes.
///
/// # Errors
/// Something needed is missing, or a target found something; its input is then named above.
pub(crate) fn run(minutes: u32) -> Outcome {
    needed()?;
    let kept = places::root().join("target/fuzz");
    let mut failed = Vec::new();
    for (of, targets) in TARGETS {
        let built = format!("building the fuzz targets of {of}");
        succeed(fuzz(["build"]).args(places_of_build(of)), BUILD, &built)?;
        for target in targets {
            let learnt = kept.join("corpus").join(target);
            let found = kept.join("found").join(target);
            for folder in [&learnt, &found] {
                fs::create_dir_all(folder)
                    .map_err(|error| Failure::file("make", folder, &error))?;
            }
            let corpus = format!("crates/{of}/fuzz/corpus");
            let mut command = fuzz(["run"]);
            command
                .args(places_of_build(of))
                .arg(target)
                .arg(&learnt)
                .arg(places::root().join(corpus).join(target))
                .args(["--", "-max_len=16384", "-print_final_stats=1"])
                .arg(format!("-max_total_time={}", minutes * 60))
                .arg(format!("-rss_limit_mb={MEGABYTES}"))
                .arg(format!("-timeout={SECONDS}"))
                .arg(format!("-artifact_prefix={}/", found.display()));
            let limit = BUILD + Duration::from_secs(u64::from(minutes) * 60 + 120);
            if let Err(failure) = succeed(&mut command, limit, target) {
                println!("error: {failure}; see {}", found.display());
                failed.push(*target);
            }
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("found something in: {}", failed.join(" "))))
}

/// Says what brings the compiler and the program that are not part of the ordinary build.
fn needed() -> Outcome {
    let soon = Duration::from_secs(60);
    told(
        Command::new("rustup").args(["run", "nightly", "rustc", "--version"]),
        soon,
        "nightly Rust",
    )
    .map_err(|_| Failure::new("`rustup toolchain install nightly` brings what fuzzing needs"))?;
    told(&mut fuzz(["--version"]), soon, "cargo-fuzz")
        .map_err(|_| Failure::new("`cargo install cargo-fuzz --locked` brings what is missing"))?;
    Ok(())
}

/// `cargo fuzz` of the nightly compiler, in the root folder.
fn fuzz<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new("rustup");
    command.args(["run", "nightly", "cargo", "fuzz"]).args(arguments).current_dir(places::root());
    // Set by the outer cargo for this program only; the inner one must find its own.
    for name in ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_MANIFEST_PATH", "RUSTC"] {
        command.env_remove(name);
    }
    command
}

fn places_of_build(of: &str) -> [String; 4] {
    let folder = format!("crates/{of}/fuzz");
    ["--fuzz-dir".into(), folder, "--target-dir".into(), format!("target/fuzz/build/{of}")]
}
