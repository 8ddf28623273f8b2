//! Rules of the house that the compiler does not know, as tests.

use crate::places;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LINES: usize = 400;

/// Who may depend on whom inside the workspace (docs/architecture.md). `portal` is known to the
/// shell for its `demo` feature only, which its manifest says by `optional`.
const MAY_USE: [(&str, &[&str]); 18] = [
    ("contract", &[]),
    ("photo", &["contract"]),
    ("invitation", &["contract"]),
    ("locale", &["contract"]),
    ("applicant", &["contract", "photo", "invitation", "locale"]),
    ("portal", &["contract", "photo", "invitation", "locale", "strength"]),
    ("strength", &["contract"]),
    // `locale` for the title of the system's picker, which is no part of the page.
    ("landed", &["contract", "applicant", "invitation", "locale", "portal", "strength"]),
    ("ui", &["contract", "locale"]),
    ("examiner", &["contract", "photo"]),
    ("estimator", &["strength"]),
    ("checker", &["invitation"]),
    ("probe", &["contract", "photo", "portrait"]),
    ("portrait", &[]),
    ("calibrate", &["contract", "photo", "portrait"]),
    ("floor", &[]),
    ("floor-portal", &[]),
    ("xtask", &[]),
];

fn sources(kinds: &[&str]) -> Vec<PathBuf> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(places::root())
        .output()
        .unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let files: Vec<PathBuf> = listed
        .lines()
        .map(|line| places::root().join(line))
        .filter(|path| path.extension().is_some_and(|kind| kinds.iter().any(|k| kind == *k)))
        .filter(|path| path.is_file())
        .collect();
    assert!(files.len() > 10, "git lists the sources");
    files
}

fn short(path: &Path) -> String {
    path.strip_prefix(places::root()).unwrap().display().to_string()
}

#[test]
fn files_have_one_subject() {
    let long: Vec<String> = sources(&["rs", "css"])
        .iter()
        .map(|path| (fs::read_to_string(path).unwrap().lines().count(), short(path)))
        .filter(|(lines, _)| *lines > LINES)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert!(
        long.is_empty(),
        "over {LINES} lines, so likely over one subject:\n{}",
        long.join("\n")
    );
}

#[test]
fn lints_are_expected_not_allowed() {
    let needle = concat!("allow", "(");
    let found: Vec<String> = sources(&["rs"])
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap();
            let mut lines: Vec<String> = Vec::new();
            let mut before = "";
            for (number, line) in text.lines().enumerate() {
                let attribute =
                    line.trim_start().starts_with("#[") || line.trim_start().starts_with("#![");
                // A macro for several types cannot expect what only some of them cause; the line
                // before must then say so with an expectation of its own.
                if attribute
                    && line.contains(needle)
                    && !before.contains("clippy::allow_attributes")
                {
                    lines.push(format!("{}:{}", short(path), number + 1));
                }
                before = line;
            }
            lines
        })
        .collect();
    assert!(found.is_empty(), "use #[expect(…, reason = …)]:\n{}", found.join("\n"));
}

#[test]
fn modules_are_named_not_mod_rs() {
    let found: Vec<String> = sources(&["rs"])
        .iter()
        .map(|path| short(path))
        .filter(|path| path.ends_with("/mod.rs"))
        .collect();
    assert!(found.is_empty(), "foo.rs beside foo/, not {}", found.join(", "));
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<String> = sources(&["rs"])
        .iter()
        .filter(|path| !fs::read_to_string(path).unwrap().trim_start().starts_with("//!"))
        .map(|path| short(path))
        .collect();
    assert!(silent.is_empty(), "no //! paragraph on top:\n{}", silent.join("\n"));
}

#[test]
fn no_place_of_one_machine_is_named() {
    let places = ["/root/", "/work/", "/home/", "/tmp/"].map(|place| format!("\"{place}"));
    let found: Vec<String> = sources(&["rs", "toml", "json", "js", "ftl", "html"])
        .iter()
        .filter(|path| !path.ends_with("xtask/src/tidy.rs"))
        .filter(|path| {
            let text = fs::read_to_string(path).unwrap_or_default();
            places.iter().any(|place| text.contains(place.as_str()))
        })
        .map(|path| short(path))
        .collect();
    assert!(found.is_empty(), "an absolute path of some machine:\n{}", found.join("\n"));
}

#[test]
fn crates_depend_in_one_direction() {
    let metadata = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(places::root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let ours: BTreeSet<&str> =
        packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut wrong = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap();
        // The journeys may know everything.
        if name == "journeys" {
            continue;
        }
        let may = MAY_USE.iter().find(|(who, _)| *who == name);
        let Some((_, may)) = may else {
            wrong.push(format!("{name} is not in the table"));
            continue;
        };
        for used in package["dependencies"].as_array().unwrap() {
            let target = used["name"].as_str().unwrap();
            // What only tests need ships with nothing.
            if !ours.contains(target) || used["kind"].as_str() == Some("dev") {
                continue;
            }
            if !may.contains(&target) {
                wrong.push(format!("{name} may not use {target}"));
            }
            if name == "landed" && target == "portal" && used["optional"] != Value::Bool(true) {
                wrong.push("landed may use portal only as an option (demo)".to_owned());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
