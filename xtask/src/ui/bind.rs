//! Compiling to WebAssembly and binding to JavaScript, with the version of wasm-bindgen that the
//! programs themselves use.

use super::files::{self, Files};
use super::script;
use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{cargo, succeed};
use crate::selection::WASM;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

/// Stands for: without the default ones.
const NO_FEATURES: &str = "none";

/// A program for browsers.
pub(super) struct Program {
    package: &'static str,
    name: &'static str,
    features: &'static str,
    /// Compiler flags of its own.
    flags: &'static str,
    /// What its files are called, and the folder that they lie in.
    out_name: &'static str,
    folder: &'static str,
}

/// The interface.
pub(super) const INTERFACE: Program =
    Program { package: "ui", name: "ui", features: "", flags: "", out_name: "ui", folder: "" };
/// The interface as it is before a sign-in.
pub(super) const ENTRANCE: Program = Program {
    package: "ui",
    name: "entrance",
    features: NO_FEATURES,
    flags: "",
    out_name: "entrance",
    folder: "",
};
/// The gallery, under the interface's name so that the same page starts it.
pub(super) const GALLERY: Program = Program {
    package: "ui",
    name: "gallery",
    features: "gallery",
    flags: "",
    out_name: "ui",
    folder: "",
};
/// The examination of pictures, for a worker.
pub(super) const EXAMINER: Program = Program {
    package: "examiner",
    name: "examiner",
    features: "",
    // Every browser that runs the interface has it, and pictures are decoded a third quicker.
    flags: "-Ctarget-feature=+simd128",
    out_name: "examiner",
    folder: "examiner/",
};

/// The estimate of passwords, for a worker.
pub(super) const ESTIMATOR: Program = Program {
    package: "estimator",
    name: "estimator",
    features: "",
    flags: "",
    out_name: "estimator",
    folder: "estimator/",
};

/// The checker of emails, for a worker.
pub(super) const CHECKER: Program = Program {
    package: "checker",
    name: "checker",
    features: "",
    flags: "",
    out_name: "checker",
    folder: "checker/",
};

/// Compiles; gives the WebAssembly's place.
///
/// # Errors
/// The build fails or takes over half an hour.
pub(super) fn compile(program: &Program, dev: bool) -> Outcome<PathBuf> {
    let (profile, folder) = if dev { ("dev", "debug") } else { ("wasm-release", "wasm-release") };
    let mut words = vec!["build", "--package", program.package, "--bin", program.name];
    words.extend(["--target", WASM, "--profile", profile]);
    match program.features {
        NO_FEATURES => words.push("--no-default-features"),
        features => words.extend(["--features", features]),
    }
    let flags = [&without_own_paths()[..], program.flags].join("\u{1f}");
    succeed(
        cargo(words).env("CARGO_ENCODED_RUSTFLAGS", flags.trim_end_matches('\u{1f}')),
        Duration::from_secs(30 * 60),
        &format!("building {} for browsers", program.name),
    )?;
    Ok(places::target().join(WASM).join(folder).join(format!("{}.wasm", program.name)))
}

/// Compiler flags that keep this machine's folders out of what is built: they are nobody's business,
/// and the same sources give the same bytes, and so the same name, on every machine.
fn without_own_paths() -> String {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let folders = cargo_home.into_iter().chain([places::root().to_owned()]);
    let flags = folders.map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    flags.collect::<Vec<_>>().join("\u{1f}")
}

/// Binds; gives what belongs beside the page.
///
/// # Errors
/// The binding fails, or a file cannot be read.
pub(super) fn bind(program: &Program, wasm: &Path, dev: bool) -> Outcome<Files> {
    let scratch = places::target().join("xtask/bound").join(program.name);
    if scratch.exists() {
        fs::remove_dir_all(&scratch).map_err(|error| Failure::file("empty", &scratch, &error))?;
    }
    let failed = |error| Failure::new(format!("wasm-bindgen: {error:#}"));
    Bindgen::new()
        .input_path(wasm)
        .out_name(program.out_name)
        .web(true)
        .map_err(failed)?
        .typescript(false)
        // `init()` then finds the WebAssembly beside its script by itself.
        .omit_default_module_path(false)
        .keep_debug(dev)
        .remove_name_section(!dev)
        .remove_producers_section(true)
        .generate(&scratch)
        .map_err(failed)?;
    let bound = script::lean(files::under(&scratch)?, &format!("{}.js", program.out_name));
    Ok(bound
        .into_iter()
        .map(|(name, bytes)| (format!("{}{name}", program.folder), bytes))
        .collect())
}
