//! The forms of everything that is kept as JSON, one file for each version in `tests/kept`. Installed
//! apps have these: a file there is never changed, and a type that changes gets another version
//! (`store::forms`) with files of its own.

use super::board::SeenBoard;
use crate::news::Told;
use crate::store::forms;
use crate::store::{KeptReceipt, PictureRow, Snapshot, StoreError};
use contract::Problem;
use contract::draft::Draft;
use contract::host::Settings;
use contract::message::Thread;
use contract::timeline::Timeline;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder(table: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept").join(table)
}

/// A kept form: whose it is, its version, what else its name says (an earlier form that could be read
/// without a version of its own), and its JSON.
struct Form {
    name: String,
    version: usize,
    is_earlier: bool,
    json: Value,
}

fn forms_of(table: &str) -> Vec<Form> {
    let files = std::fs::read_dir(folder(table)).expect("the folder");
    files
        .map(|file| {
            let path = file.expect("a file").path();
            let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
            let (name, version) = stem.split_once(".v").expect("NAME.vVERSION.json");
            let (version, is_earlier) =
                version.split_once('-').map_or((version, false), |(version, _)| (version, true));
            let json = std::fs::read_to_string(&path).expect("its text");
            Form {
                name: name.to_owned(),
                version: version.parse().expect("a version"),
                is_earlier,
                json: serde_json::from_str(&json).expect("JSON"),
            }
        })
        .collect()
}

fn read<T: DeserializeOwned>(table: &str, form: &Form) -> Result<T, StoreError> {
    let written = format!("v{} {}", form.version, form.json);
    forms::read(table, &form.name, written.as_bytes())
}

/// Everything that was said in a value, but for the words that say what is said.
fn said(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.values().for_each(|value| said(value, all)),
        Value::Array(values) => values.iter().for_each(|value| said(value, all)),
        Value::Null => {}
        one => all.push(one.to_string()),
    }
}

/// Every file of a kind is read into today's type, with all that was said in it, and the newest are
/// today's form to the letter.
fn holds<T: Serialize + DeserializeOwned>(table: &str, is_one: impl Fn(&Form) -> bool) {
    let mut current = 0;
    for form in forms_of(table).iter().filter(|form| is_one(form)) {
        let label = format!("{table}/{}.v{}", form.name, form.version);
        let value: T = read(table, form).unwrap_or_else(|error| panic!("{label}: {error}"));
        let today = serde_json::to_value(&value).expect("JSON");
        let (mut before, mut after) = (Vec::new(), Vec::new());
        said(&form.json, &mut before);
        said(&today, &mut after);
        for one in before {
            let place = after.iter().position(|other| *other == one);
            after.swap_remove(place.unwrap_or_else(|| panic!("{label}: {one} is lost")));
        }
        if form.version == forms::current(table) && !form.is_earlier {
            current += 1;
            assert_eq!(
                form.json, today,
                "{label}: the form has changed. Installed apps have the former: add a step to \
                 store::forms, and a file of the new version beside this one"
            );
        }
        // Written as it is today, it is read again.
        let written = forms::write(table, &value).expect("written");
        let again: T = forms::read(table, &form.name, &written).expect("read again");
        assert_eq!(serde_json::to_value(&again).expect("JSON"), today);
    }
    assert!(current > 0, "a file of version {} is missing in {table}", forms::current(table));
}

/// The name of a draft's file. A new page comes by here.
const fn name_of(draft: &Draft) -> &'static str {
    match draft {
        Draft::FirstSignIn(_) => "first_sign_in",
        Draft::SignIn(_) => "sign_in",
        Draft::Invitation(_) => "invitation",
        Draft::Place(_) => "place",
        Draft::Declaration(_) => "declaration",
        Draft::Address(_) => "address",
        Draft::Photo(_) => "photo",
        Draft::Message(_) => "message",
    }
}

const DRAFTS: [&str; 8] = [
    "first_sign_in",
    "sign_in",
    "invitation",
    "place",
    "declaration",
    "address",
    "photo",
    "message",
];

#[test]
fn every_kept_draft_is_read_and_today_s_form_is_the_newest() {
    for name in DRAFTS {
        holds::<Draft>("draft", |form| form.name == name);
    }
    let forms = forms_of("draft");
    let read = forms.iter().map(|form| read::<Draft>("draft", form).expect("read"));
    let names: BTreeSet<&str> = read.map(|draft| name_of(&draft)).collect();
    assert_eq!(names, BTreeSet::from(DRAFTS));
}

#[test]
fn every_kept_picture_is_read_and_today_s_form_is_the_newest() {
    holds::<PictureRow>("picture", |_| true);
}

#[test]
fn everything_seen_is_read_and_today_s_form_is_the_newest() {
    holds::<SeenBoard>("seen", |form| form.name == "board");
    holds::<Timeline>("seen", |form| form.name == "timeline");
    holds::<Thread>("seen", |form| form.name == "thread");
    holds::<Vec<String>>("seen", |form| form.name == "sent-photos");
    holds::<Told>("seen", |form| form.name == "told");
}

#[test]
fn every_kept_choice_is_read_and_today_s_form_is_the_newest() {
    holds::<Settings>("setting", |_| true);
}

#[test]
fn everything_that_waits_and_was_sent_is_read_and_today_s_form_is_the_newest() {
    holds::<Snapshot>("outbox", |_| true);
    holds::<Problem>("problem", |_| true);
    holds::<KeptReceipt>("sent", |_| true);
}

#[test]
fn no_kept_form_was_removed() {
    for table in ["draft", "picture", "seen", "setting", "outbox", "problem", "sent"] {
        let versions: BTreeSet<usize> = forms_of(table).iter().map(|form| form.version).collect();
        assert_eq!(versions, (1..=forms::current(table)).collect(), "{table}");
    }
}
