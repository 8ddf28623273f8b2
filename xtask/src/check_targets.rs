//! Type-checks what ships on systems that are not this one: Windows, macOS, Android and iOS.
//!
//! Nothing is linked and nothing runs, so neither those systems' tools nor their libraries are
//! needed. What is written in C (SQLite, ring) has to be compiled all the same, since their build
//! scripts insist: for Windows by its own compiler, for Android against headers that stand in for
//! its own, for Apple's systems by a stand-in that compiles nothing. This never says that the app
//! works there, only that its code still fits those systems.

use crate::failure::{Failure, Outcome};
use crate::process::{cargo, succeed};
use crate::{places, setup};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// What compiles C for a target.
enum C {
    /// The compiler that the build finds by itself.
    Own,
    /// Clang with these arguments.
    Clang(&'static str),
    /// Nothing: Apple's headers are not to be had here, so every file compiles as if it were empty.
    Nothing,
}

struct Target {
    system: &'static str,
    triple: &'static str,
    /// Phones have no program of their own; the library is what their app loads.
    parts: &'static [&'static str],
    c: C,
}

const PROGRAM: &[&str] = &["--lib", "--bins"];
const LIBRARY: &[&str] = &["--lib"];

/// Packages of which every warning counts.
const STRICT: [&str; 4] = ["--package", "landed", "--package", "applicant"];

const TARGETS: [Target; 4] = [
    Target { system: "Windows", triple: "x86_64-pc-windows-gnu", parts: PROGRAM, c: C::Own },
    Target { system: "macOS", triple: "aarch64-apple-darwin", parts: PROGRAM, c: C::Nothing },
    Target {
        system: "Android",
        triple: "aarch64-linux-android",
        parts: LIBRARY,
        // The headers of Debian's C library for the same processor stand in for Android's.
        c: C::Clang("--target=aarch64-linux-android24 -isystem /usr/aarch64-linux-gnu/include"),
    },
    Target { system: "iOS", triple: "aarch64-apple-ios", parts: LIBRARY, c: C::Nothing },
];

/// Checks every target and tells which do not pass.
///
/// # Errors
/// Any of them does not pass, or what is needed for it cannot be installed.
pub(crate) fn run() -> Outcome {
    setup::for_other_targets(&TARGETS.map(|target| target.triple))?;
    // The generated context embeds the interface's folder, which only has to be there.
    let interface = places::interface();
    fs::create_dir_all(&interface).map_err(|error| Failure::file("make", &interface, &error))?;
    let mut failed = Vec::new();
    for target in &TARGETS {
        println!("\n── {} ({}) ──", target.system, target.triple);
        let started = Instant::now();
        match check(target) {
            Ok(()) => println!("{}: {:.0} s", target.system, started.elapsed().as_secs_f64()),
            Err(failure) => {
                println!("error: {failure}");
                failed.push(target.system);
            }
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("not written for {} any more; see above", failed.join(", "))))
}

fn check(target: &Target) -> Outcome {
    let words = ["clippy", "--target", target.triple].into_iter();
    let words = words.chain(STRICT).chain(target.parts.iter().copied());
    let mut command = cargo(words.chain(["--", "-D", "warnings"]));
    match target.c {
        C::Own => {}
        C::Clang(arguments) => compile_with(&mut command, target.triple, "clang", arguments),
        C::Nothing => {
            let stand_in = stand_in()?;
            command.env("SDKROOT", stand_in.parent().unwrap_or(places::root()));
            compile_with(&mut command, target.triple, &stand_in, "");
        }
    }
    let what = format!("the check for {}", target.system);
    succeed(&mut command, Duration::from_secs(30 * 60), &what)
}

fn compile_with(command: &mut Command, triple: &str, compiler: impl AsRef<OsStr>, arguments: &str) {
    let triple = triple.replace('-', "_");
    command.env(format!("CC_{triple}"), compiler).env(format!("CFLAGS_{triple}"), arguments);
    command.env(format!("AR_{triple}"), "llvm-ar");
}

/// Writes the stand-in for a compiler: it says what clang is, and compiles nothing under the name
/// that was asked for.
fn stand_in() -> Outcome<PathBuf> {
    const SCRIPT: &str = r#"#!/bin/sh
before= out= target=
for word; do
    [ "$before" = -o ] && out=$word
    case "$word" in --target=*) target=$word ;; esac
    before=$word
done
[ -z "$out" ] && exec clang "$@"
exec clang "$target" -c -x c /dev/null -o "$out"
"#;
    let folder = places::target().join("xtask/no-system-kit");
    let script = folder.join("cc");
    fs::create_dir_all(&folder).map_err(|error| Failure::file("make", &folder, &error))?;
    // Not written anew: builds run again when their compiler is a newer file.
    if fs::read_to_string(&script).is_ok_and(|kept| kept == SCRIPT) {
        return Ok(script);
    }
    fs::write(&script, SCRIPT).map_err(|error| Failure::file("write", &script, &error))?;
    let runnable = fs::Permissions::from_mode(0o755);
    fs::set_permissions(&script, runnable)
        .map_err(|error| Failure::file("make a program of", &script, &error))?;
    Ok(script)
}
