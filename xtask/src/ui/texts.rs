//! The words of the interface: the message files of each language joined into two, what is shown
//! first and the rest, which are fetched when that language is wanted. Mail is the portal's business
//! and stays out.

use super::files::{self, Files};
use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{cargo, told};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// The messages that only the portal uses.
const NOT_OF_THE_INTERFACE: &str = "mail.ftl";

/// The subjects that are shown first: the ways in, and what stands on every page. The rest is in
/// `texts/<tag>-more.ftl`; `locale::FIRST` is the same list, and a test holds the two together.
const FIRST: [&str; 8] = ["app", "common", "errors", "help", "page", "parts", "sign-in", "welcome"];

fn is_first(file: &str) -> bool {
    file.strip_suffix(".ftl").is_some_and(|subject| FIRST.contains(&subject))
}

/// `texts/<tag>.ftl` and `texts/<tag>-more.ftl` of every language; where asked for, the English ones as pseudo-words.
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
        for (end, first) in [("", true), ("-more", false)] {
            let wanted = |name: &str| name != NOT_OF_THE_INTERFACE && is_first(name) == first;
            let joined = if pseudo && tag == "en-CA" {
                pseudo_words(&entry.path(), wanted)?.into_bytes()
            } else {
                joined(&entry.path(), wanted)?
            };
            texts.insert(format!("texts/{tag}{end}.ftl"), joined);
        }
    }
    Ok(texts)
}

fn joined(folder: &Path, wanted: impl Fn(&str) -> bool) -> Outcome<Vec<u8>> {
    let mut all = String::new();
    for (name, bytes) in files::under(folder)? {
        if wanted(&name) {
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

fn pseudo_words(folder: &Path, wanted: impl Fn(&str) -> bool) -> Outcome<String> {
    let names: Vec<String> = files::under(folder)?
        .into_keys()
        .filter(|name| wanted(name))
        .map(|name| folder.join(name).display().to_string())
        .collect();
    let run = ["run", "--quiet", "--package", "locale", "--example", "pseudo"];
    let mut command = cargo(run.into_iter().chain(["--features", "pseudo", "--"]));
    told(command.args(names), Duration::from_secs(10 * 60), "making pseudo-words")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_first_is_the_same_list_as_that_of_the_words() {
        let source = places::root().join("crates/locale/src/lib.rs");
        let source = fs::read_to_string(source).unwrap();
        let list = source.split("pub const FIRST").nth(1).unwrap();
        let list = list.split_once('=').unwrap().1.split(';').next().unwrap();
        let named: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
        assert_eq!(named, FIRST);
    }
}
