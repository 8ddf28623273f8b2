//! Reads the message files and the sources that use them, for the tests about messages.

use contract::Language;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A message as it is written.
pub(crate) struct Message {
    /// The file that it stands in.
    pub(crate) file: String,
    /// Its text of all variants, without what is filled in.
    pub(crate) text: String,
    /// The names of its arguments.
    pub(crate) variables: BTreeSet<String>,
    /// Other messages that are put into it.
    pub(crate) messages: BTreeSet<String>,
}

pub(crate) type Catalogue = BTreeMap<String, Message>;

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The message files of a language: their subjects and their sources.
pub(crate) fn files(language: Language) -> BTreeMap<String, String> {
    let folder = root().join("locales").join(language.tag());
    fs::read_dir(&folder)
        .expect("the folder of the language")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            assert!(path.extension().is_some_and(|end| end == "ftl"), "{path:?} is no Fluent");
            let subject = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (subject, fs::read_to_string(&path).expect("a readable file"))
        })
        .collect()
}

/// Every message of a language, straight from its files. Fails on what is no Fluent and on a name
/// that is given twice.
pub(crate) fn catalogue(language: Language) -> Catalogue {
    let mut all = Catalogue::new();
    for (file, text) in files(language) {
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{file} ({}): {errors:?}", language.tag()));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                assert!(!matches!(entry, Entry::Junk { .. }), "{file}: no Fluent");
                continue;
            };
            let mut found = Message {
                file: file.clone(),
                text: String::new(),
                variables: BTreeSet::new(),
                messages: BTreeSet::new(),
            };
            read(&message.value.expect("a value"), &mut found);
            let before = all.insert(message.id.name.to_owned(), found);
            assert!(before.is_none(), "{} is given twice", message.id.name);
        }
    }
    all
}

fn read(pattern: &Pattern<&str>, into: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => into.text.push_str(value),
            PatternElement::Placeable { expression } => {
                // Marks where something is filled in, so that its neighbours stay apart.
                into.text.push('…');
                match expression {
                    Expression::Inline(inline) => read_inline(inline, into),
                    Expression::Select { selector, variants } => {
                        read_inline(selector, into);
                        for variant in variants {
                            into.text.push('\n');
                            read(&variant.value, into);
                        }
                    }
                }
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, into: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            into.messages.insert(id.name.to_owned());
        }
        _ => {}
    }
}

/// The text of every source file that shows words.
pub(crate) fn sources() -> Vec<String> {
    ["ui/src", "crates/locale/src", "crates/portal/src", "crates/applicant/src", "src-tauri/src"]
        .into_iter()
        .flat_map(sources_under)
        .map(|(_, text)| text)
        .collect()
}

/// The gallery is for those who build the pages: it shows sample data, and no applicant ever.
const GALLERY: &str = "ui/src/gallery";

/// Every source file in a folder of the project, with its path from there; without the gallery.
pub(crate) fn sources_under(folder: &str) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let short =
                    path.strip_prefix(root()).expect("in the project").display().to_string();
                if short.starts_with(GALLERY) {
                    continue;
                }
                texts.push((short, fs::read_to_string(&path).expect("a readable source")));
            }
        }
    }
    texts
}

/// A text in a source that may be a message's name, or the form of several: what stands between
/// braces is filled in.
#[derive(Debug)]
pub(crate) struct Literal(Vec<String>);

impl Literal {
    /// Whether it is the name, or a form of it.
    pub(crate) fn names(&self, id: &str) -> bool {
        let (Some(first), Some(last)) = (self.0.first(), self.0.last()) else {
            return false;
        };
        if self.0.len() == 1 {
            return id == first;
        }
        let Some(mut rest) = id.strip_prefix(first.as_str()) else {
            return false;
        };
        for part in &self.0[1..self.0.len() - 1] {
            let Some((_, after)) = rest.split_once(part.as_str()) else {
                return false;
            };
            rest = after;
        }
        rest.ends_with(last.as_str()) && rest.len() > last.len()
    }
}

/// Every text in a source that may be the name of a message.
pub(crate) fn said(source: &str) -> Vec<Literal> {
    source
        .split('"')
        .filter(|text| {
            text.len() > 1
                && text
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_{}".contains(c))
        })
        .filter_map(|text| {
            let mut parts = Vec::new();
            let mut rest = text;
            while let Some((before, after)) = rest.split_once('{') {
                parts.push(before.replace('_', "-"));
                rest = after.split_once('}')?.1;
            }
            parts.push(rest.replace('_', "-"));
            // A form without a beginning of its own would name everything.
            let own = parts.len() == 1 || parts[0].len() > 3 && parts[0].ends_with('-');
            own.then_some(Literal(parts))
        })
        .collect()
}

/// Every message that a source asks for by a plain name.
pub(crate) fn asked(source: &str) -> Vec<String> {
    let mut ids = Vec::new();
    for call in ["tr(", "tr_with(", "tr_name(", "texts.get(", "texts.format("] {
        for (at, _) in source.match_indices(call) {
            let before = source[..at].chars().next_back();
            let own_call = before.is_none_or(|c| !c.is_alphanumeric() && c != '_');
            let after = source[at + call.len()..].trim_start();
            let Some(text) = after.strip_prefix('"').filter(|_| own_call) else {
                continue;
            };
            let id = text.split('"').next().unwrap_or_default();
            ids.push(id.to_owned());
        }
    }
    ids
}
