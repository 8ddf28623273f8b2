//! Builds the interface into `dist/app`: compiled to WebAssembly, bound to JavaScript in this
//! process, with its page and style beside it. Nothing is written where nothing changed, so that
//! the app is not built again either.

mod size;

use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{cargo, succeed};
use crate::selection::WASM;
use clap::Args;
pub(crate) use size::{first_load, print as print_size};
use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::time::Duration;
use wasm_bindgen_cli_support::Bindgen;

/// How the interface is built.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Without optimisation: quicker to build, slower to start
    #[arg(long)]
    dev: bool,
}

/// Folders under `assets/` that are no part of the interface.
const NOT_SHIPPED: [&str; 1] = ["demonstration"];

/// Builds and prints the size.
///
/// # Errors
/// The build fails, or a file cannot be written.
pub(crate) fn run(options: &Options) -> Outcome {
    build(options)?;
    print_size(&places::interface())
}

/// Builds without a word where nothing changed.
///
/// # Errors
/// The build fails, or a file cannot be written.
pub(crate) fn build(options: &Options) -> Outcome {
    let (profile, folder) =
        if options.dev { ("dev", "debug") } else { ("wasm-release", "wasm-release") };
    succeed(
        &mut cargo(["build", "--package", "ui", "--target", WASM, "--profile", profile]),
        Duration::from_secs(30 * 60),
        "building the interface",
    )?;
    let wasm = places::target().join(WASM).join(folder).join("ui.wasm");
    let pages = pages()?;
    let stamp = stamp(&wasm, &pages)?;
    let stamp_file = places::target().join("xtask/interface.stamp");
    let out = places::interface();
    if out.join("index.html").is_file()
        && fs::read_to_string(&stamp_file).is_ok_and(|kept| kept == stamp)
    {
        return Ok(());
    }

    let scratch = places::target().join("xtask/bound");
    empty(&scratch)?;
    Bindgen::new()
        .input_path(&wasm)
        .web(true)
        .map_err(|error| Failure::new(format!("wasm-bindgen: {error:#}")))?
        .omit_default_module_path(false)
        .typescript(false)
        // `init()` then finds the WebAssembly beside its script by itself.
        .omit_default_module_path(false)
        .keep_debug(options.dev)
        .remove_name_section(!options.dev)
        .remove_producers_section(true)
        .generate(&scratch)
        .map_err(|error| Failure::new(format!("wasm-bindgen: {error:#}")))?;
    empty(&out)?;
    for (name, from) in pages.into_iter().chain(files_under(&scratch, &[])?) {
        let to = out.join(name);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(|error| Failure::file("make", parent, &error))?;
        }
        fs::copy(&from, &to).map_err(|error| Failure::file("write", &to, &error))?;
    }
    fs::write(&stamp_file, stamp).map_err(|error| Failure::file("write", &stamp_file, &error))
}

/// What lies beside the WebAssembly, by its place in `dist/app`.
fn pages() -> Outcome<BTreeMap<String, PathBuf>> {
    let ui = places::root().join("ui");
    let mut pages = files_under(&places::root().join("assets"), &NOT_SHIPPED)?;
    for name in ["index.html", "start.js"] {
        pages.insert(name.to_owned(), ui.join(name));
    }
    Ok(pages)
}

/// Every file under a folder, by its path from there.
fn files_under(folder: &Path, without: &[&str]) -> Outcome<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    let entries = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Failure::file("read", folder, &error))?;
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        if without.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            for (inner, path) in files_under(&path, &[])? {
                found.insert(format!("{name}/{inner}"), path);
            }
        } else {
            found.insert(name, path);
        }
    }
    Ok(found)
}

/// What the interface is made of, as one word.
fn stamp(wasm: &Path, pages: &BTreeMap<String, PathBuf>) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    for (name, path) in
        pages.iter().map(|(name, path)| (name.as_str(), path.as_path())).chain([("ui.wasm", wasm)])
    {
        name.hash(&mut hasher);
        fs::read(path).map_err(|error| Failure::file("read", path, &error))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::file("empty", folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Failure::file("make", folder, &error))
}
