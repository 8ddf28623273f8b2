//! The words of the interface: the message files of each language joined into one, which is fetched
//! when that language is wanted. Mail is the portal's business and stays out.

use super::files::{self, Files};
use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{cargo, told};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// The messages that only the portal uses.
const NOT_OF_THE_INTERFACE: &str = "mail.ftl";

/// `texts/<tag>.ftl` of every language; where asked for, the English ones as pseudo-words.
///
/// # Errors
/// A file cannot be read, or the pseudo-words cannot be made.
pub(super) fn of_every_language(pseudo: bool) -> Outcome<Files> {
    let folder = places::root().join("locales");
    let entries = fs::read_dir(&folder).map_err(|error| Failure::file("read", &folder, &error))?;
    let mut texts = Files::new();
    for entry in entries {
        let entry = entry.map_err(|error| Failure::file("read", &folder, &error))?;
        let tag = entry.file_name().to_string_lossy().into_owned();
        let joined = if pseudo && tag == "en-CA" {
            pseudo_words(&entry.path())?.into_bytes()
        } else {
            joined(&entry.path())?
        };
        texts.insert(format!("texts/{tag}.ftl"), joined);
    }
    Ok(texts)
}

fn joined(folder: &Path) -> Outcome<Vec<u8>> {
    let mut all = String::new();
    for (name, bytes) in files::under(folder)? {
        if name != NOT_OF_THE_INTERFACE {
            all.push_str(&without_comments(&String::from_utf8_lossy(&bytes)));
        }
    }
    Ok(all.into_bytes())
}

/// Comments are for those who write the words.
fn without_comments(source: &str) -> String {
    let lines = source.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.fold(String::new(), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

fn pseudo_words(folder: &Path) -> Outcome<String> {
    let names: Vec<String> = files::under(folder)?
        .into_keys()
        .filter(|name| name != NOT_OF_THE_INTERFACE)
        .map(|name| folder.join(name).display().to_string())
        .collect();
    let run = ["run", "--quiet", "--package", "locale", "--example", "pseudo"];
    let mut command = cargo(run.into_iter().chain(["--features", "pseudo", "--"]));
    told(command.args(names), Duration::from_secs(10 * 60), "making pseudo-words")
}
