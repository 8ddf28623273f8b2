//! The files of an edition by their path: gathered, named by content, written only where they differ.

use crate::failure::{Failure, Outcome};
use crate::places;
use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// Contents by path, with `/` between folders.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Folders under `assets/` that do not lie beside the program as they are.
const NOT_SHIPPED: [&str; 2] = ["demonstration/", "css/"];

/// What lies beside the program besides its words: style, drawings, the script that starts it.
///
/// # Errors
/// A file cannot be read.
pub(super) fn beside_the_program() -> Outcome<Files> {
    let mut files = under(&places::root().join("assets"))?;
    files.retain(|name, _| NOT_SHIPPED.iter().all(|folder| !name.starts_with(folder)));
    files.insert("app.css".to_owned(), style(|name| !is_of_the_household(name))?);
    files.insert("household.css".to_owned(), style(is_of_the_household)?);
    for (name, from) in [
        ("start.js", "ui/start.js"),
        ("examiner/worker.js", "ui/examiner/worker.js"),
        ("estimator/worker.js", "ui/estimator/worker.js"),
        ("checker/worker.js", "ui/checker/worker.js"),
    ] {
        files.insert(name.to_owned(), read(&places::root().join(from))?);
    }
    Ok(files)
}

/// Styles of pages that the entrance shows as well; every other `6…` is of a household's pages only.
const OF_THE_ENTRANCE: [&str; 3] = ["60-welcome.css", "65-help.css", "68-guide.css"];

fn is_of_the_household(part: &str) -> bool {
    part.starts_with('6') && !OF_THE_ENTRANCE.contains(&part)
}

/// A style sheet: parts under `assets/css/` in the order of their names, without comments.
fn style(wanted: impl Fn(&str) -> bool) -> Outcome<Vec<u8>> {
    let mut joined = String::new();
    for (name, bytes) in under(&places::root().join("assets/css"))? {
        if !wanted(&name) {
            continue;
        }
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::new(format!("assets/css/{name} is not UTF-8")))?;
        joined.push_str(&without_comments(&text));
    }
    Ok(joined.into_bytes())
}

fn without_comments(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

/// Every file under a folder, by its path from there; none where there is no folder.
///
/// # Errors
/// A file cannot be read.
pub(super) fn under(folder: &Path) -> Outcome<Files> {
    let mut found = Files::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    let entries = fs::read_dir(folder).map_err(|error| Failure::file("read", folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Failure::file("read", folder, &error))?;
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        if path.is_dir() {
            let inner = under(&path)?;
            found
                .extend(inner.into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name, read(&path)?);
        }
    }
    Ok(found)
}

/// A file's bytes.
///
/// # Errors
/// It cannot be read.
pub(super) fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Failure::file("read", path, &error))
}

/// Makes a folder hold exactly these files. What is there already is not touched.
///
/// # Errors
/// A file cannot be written or removed.
pub(super) fn write(folder: &Path, files: &Files) -> Outcome {
    for name in under(folder)?.keys().filter(|name| !files.contains_key(*name)) {
        let path = folder.join(name);
        fs::remove_file(&path).map_err(|error| Failure::file("remove", &path, &error))?;
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|there| there == *bytes) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| Failure::file("make", parent, &error))?;
        }
        fs::write(&path, bytes).map_err(|error| Failure::file("write", &path, &error))?;
    }
    remove_empty_folders(folder);
    Ok(())
}

fn remove_empty_folders(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            remove_empty_folders(&path);
            // Refuses where something is in it, which is what is wanted.
            let _ = fs::remove_dir(&path);
        }
    }
}

/// A name for exactly these contents.
pub(super) fn hash(files: &Files) -> String {
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// How a program is bound, which another binding has to follow.
const BINDING: [&str; 2] = [include_str!("bind.rs"), include_str!("script.rs")];

/// What an edition is made of, as one word.
pub(super) fn stamp(files: &Files, programs: &[&PathBuf], pages: &str) -> String {
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    pages.hash(&mut hasher);
    BINDING.hash(&mut hasher);
    for program in programs {
        fs::read(program).ok().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_loses_its_comments_and_nothing_else() {
        let css =
            "/* Title */\na {\n  color: red; /* why */\n}\n\n/* two\n lines */b{content:\"x\"}\n";
        assert_eq!(without_comments(css), "a {\ncolor: red;\n}\nb{content:\"x\"}\n");
    }

    #[test]
    fn a_folder_holds_exactly_what_was_written() {
        let folder = std::env::temp_dir().join(format!("landed-files-{}", std::process::id()));
        let files = |names: &[&str]| -> Files {
            names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect()
        };
        write(&folder, &files(&["a", "old/b"])).unwrap();
        write(&folder, &files(&["a", "new/c"])).unwrap();
        assert_eq!(under(&folder).unwrap(), files(&["a", "new/c"]));
        assert!(!folder.join("old").exists());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn another_content_has_another_name() {
        let one = Files::from([("a".to_owned(), vec![1])]);
        let two = Files::from([("a".to_owned(), vec![2])]);
        assert_ne!(hash(&one), hash(&two));
        assert_eq!(hash(&one), hash(&one.clone()));
    }
}
