//! Programs for testing that Debian does not package: Firefox's WebDriver from crates.io, built once
//! beside the builds, axe-core from npm, as `package-lock.json` pins it, and Schemathesis from PyPI,
//! as `schemathesis.txt` pins it.

use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{cargo, succeed};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Firefox's WebDriver. Its own lock file goes with it.
const GECKODRIVER: &str = "0.37.1";

/// Installs what is missing.
///
/// # Errors
/// Something is missing and cannot be installed from here.
pub(super) fn install() -> Outcome {
    geckodriver()?;
    node_modules()?;
    python_programs()
}

/// Where Schemathesis is.
pub(super) fn schemathesis() -> PathBuf {
    python_folder().join("bin/schemathesis")
}

/// Whether a program of this name is found.
pub(super) fn there(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn geckodriver() -> Outcome {
    let tools = places::target().join("tools");
    let known = fs::read_to_string(tools.join(".crates.toml")).unwrap_or_default();
    if known.contains(&format!("\"geckodriver {GECKODRIVER} ("))
        && tools.join("bin/geckodriver").is_file()
    {
        return Ok(());
    }
    println!("setup: building geckodriver {GECKODRIVER}, once");
    let scratch = places::target().join("tools-build");
    let (root, build) = (tools.display().to_string(), scratch.display().to_string());
    let version = format!("geckodriver@{GECKODRIVER}");
    // It only passes messages on: without optimisation it is there in a third of the time.
    let words = ["install", &version, "--locked", "--debug", "--quiet"];
    let places = ["--root", &root, "--target-dir", &build];
    succeed(
        cargo(words.into_iter().chain(places)).env("CARGO_PROFILE_DEV_DEBUG", "0"),
        Duration::from_secs(15 * 60),
        "cargo install geckodriver",
    )?;
    fs::remove_dir_all(&scratch).map_err(|error| Failure::file("remove", &scratch, &error))
}

fn node_modules() -> Outcome {
    let (folder, lock) =
        (places::root().join("node_modules"), places::root().join("package-lock.json"));
    let wanted = read(&lock)?;
    let stamp = folder.join(".installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("setup: installing what package-lock.json names");
    succeed(
        Command::new("npm").args(["ci", "--silent"]).current_dir(places::root()),
        Duration::from_secs(10 * 60),
        "npm ci",
    )?;
    fs::write(&stamp, wanted).map_err(|error| Failure::file("write", &stamp, &error))
}

fn python_folder() -> PathBuf {
    places::target().join("tools/schemathesis")
}

fn python_programs() -> Outcome {
    let folder = python_folder();
    let list = places::root().join("xtask/src/setup/schemathesis.txt");
    let wanted = read(&list)?;
    let stamp = folder.join(".installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("setup: installing what schemathesis.txt names");
    let place = folder.display().to_string();
    succeed(
        Command::new("python3").args(["-m", "venv", "--clear", &place]),
        Duration::from_secs(2 * 60),
        "python3 -m venv",
    )?;
    let words = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
    succeed(
        Command::new(folder.join("bin/python"))
            .args(words)
            .args(["--only-binary", ":all:", "--requirement"])
            .arg(&list),
        Duration::from_secs(5 * 60),
        "pip install",
    )?;
    fs::write(&stamp, wanted).map_err(|error| Failure::file("write", &stamp, &error))
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| Failure::file("read", file, &error))
}
