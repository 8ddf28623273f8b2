//! Store files of every earlier version, as that version of the app left them, opened by this one.

use super::key;
use super::pictures::{judgement, person, row};
use crate::store::cipher::Cipher;
use crate::store::rows::place;
use crate::store::{DeviceKey, PictureRow, Pictured, Store, StoreError, photo_of, timeline_of};
use contract::draft::{
    AddressDraft, DeclarationDraft, Draft, DraftKey, FirstSignInDraft, PhotoDraft, TypedDate,
};
use contract::photo::SourceKind;
use contract::picked::Examined;
use rusqlite::Connection;
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

const BODY: &str = "the address that was sent without an answer";

fn test_key() -> DeviceKey {
    DeviceKey::from_bytes(&[7; 32]).expect("a key")
}

fn kept(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/kept/store/v{version}.sqlite"))
}

/// A copy of a former store, since opening it brings it forward.
fn copy_of(version: u32) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("landed.sqlite");
    std::fs::copy(kept(version), &file).expect("copied");
    (folder, file)
}

fn drafts() -> Vec<(&'static str, DraftKey, Draft)> {
    let (one, two) = (person(1), person(2));
    let typed = FirstSignInDraft {
        username: "K7MP-2XQD".to_owned(),
        date_of_birth: TypedDate { year: "1988".to_owned(), ..TypedDate::default() },
        uci: "1234".to_owned(),
    };
    let address = |people: Vec<_>| {
        Draft::Address(Box::new(AddressDraft { people: Some(people), ..AddressDraft::default() }))
    };
    let kind = Some(SourceKind::Selfie);
    vec![
        ("device", DraftKey::FirstSignIn, Draft::FirstSignIn(typed)),
        ("a", DraftKey::Declaration, Draft::Declaration(DeclarationDraft { people: vec![one] })),
        ("a", DraftKey::Address, address(vec![one, two])),
        (
            "a",
            DraftKey::Photo { person: one },
            Draft::Photo(PhotoDraft { kind, ..PhotoDraft::default() }),
        ),
        ("b", DraftKey::Address, address(vec![two])),
    ]
}

/// Writes rows as the app wrote them before versions were told.
struct Former {
    db: Connection,
    cipher: Cipher,
}

impl Former {
    fn put(&self, table: &str, account: &str, key: &str, value: &impl Serialize) {
        let plain = serde_json::to_vec(value).expect("JSON");
        let sealed = self.cipher.seal(&place(table, account, key), &plain).expect("sealed");
        let (key_name, column) = match table {
            "draft" => ("page", "sealed"),
            "picture" => ("person", "facts"),
            _ => ("what", "sealed"),
        };
        let sql =
            format!("INSERT INTO {table} (account, {key_name}, {column}) VALUES (?1, ?2, ?3)");
        self.db.execute(&sql, (account, key, sealed)).expect("kept");
    }

    fn sends(&self, account: &str, what: &str, number: u8) {
        let digest = Sha256::digest(serde_json::to_vec(BODY).expect("JSON"));
        let sealed = self.cipher.seal(&place("sending", account, what), &digest).expect("sealed");
        let sql = "INSERT INTO sending (account, what, body, key) VALUES (?1, ?2, ?3, ?4)";
        self.db.execute(sql, (account, what, sealed, key(number).to_string())).expect("kept");
    }
}

/// What both former versions kept alike.
fn former(file: &Path, version: u32, schema: &[&str]) -> Former {
    let db = Connection::open(file).expect("a file");
    db.pragma_update(None, "page_size", 1024).expect("small");
    db.pragma_update(None, "journal_mode", "WAL").expect("a log");
    schema.iter().for_each(|sql| db.execute_batch(sql).expect("the schema"));
    db.pragma_update(None, "user_version", version).expect("the version");
    let former = Former { db, cipher: Cipher::new(&test_key()) };
    let check = former.cipher.seal("key_check", b"landed").expect("sealed");
    former.db.execute("INSERT INTO key_check VALUES (1, ?1)", [check]).expect("kept");
    former.db.execute("INSERT INTO setting VALUES ('language', 'fr-CA')", []).expect("kept");
    for (account, page, draft) in drafts() {
        former.put("draft", account, &page.to_string(), &draft);
    }
    former.put("seen", "a", &timeline_of(person(1)), &json!({ "entries": [] }));
    former.sends("a", "address", 1);
    former.sends("a", &photo_of(person(1)), 2);
    former
}

/// Made once; the files are committed, and never made again.
#[test]
#[ignore = "writes the files that the other tests read"]
fn former_versions_are_written() {
    let schemas = [include_str!("../schema.sql"), include_str!("../pictures.sql")];
    for version in [1, 2] {
        let file = kept(version);
        assert!(!file.exists(), "it is committed already");
        let former = former(&file, version, &schemas[..version as usize]);
        if version == 1 {
            let sql = "INSERT INTO picture VALUES ('a', ?1, x'00', x'00')";
            former.db.execute(sql, [person(1).to_string()]).expect("kept");
        } else {
            let row = row(1, "cd");
            former.put("picture", "a", &person(1).to_string(), &row);
            let judged = serde_json::to_vec(&judgement(715)).expect("JSON");
            let prepared = row.outgoing.as_ref().expect("a file").upload;
            let parts: [(&str, _, &[u8]); 4] = [
                ("source", row.pick, b"source"),
                ("preview", row.pick, b"preview"),
                ("prepared", prepared, b"prepared"),
                ("source-judged", row.pick, &judged),
            ];
            for (what, of, bytes) in parts {
                let place = place(&format!("picture/{what}/{of}/0/1"), "a", &person(1).to_string());
                let sealed = former.cipher.seal(&place, bytes).expect("sealed");
                let sql = "INSERT INTO picture_part VALUES ('a', ?1, ?2, 0, ?3)";
                former.db.execute(sql, (person(1).to_string(), what, sealed)).expect("kept");
            }
        }
    }
}

/// Everything but pictures.
fn is_all_there(store: &Store) {
    for (account, page, draft) in drafts() {
        assert_eq!(store.open_draft(account, page).expect("read"), Some(draft), "{page}");
    }
    assert_eq!(store.setting("language").expect("read").as_deref(), Some("fr-CA"));
    let timeline = store.seen::<serde_json::Value>("a", &timeline_of(person(1)));
    assert_eq!(timeline.expect("read"), Some(json!({ "entries": [] })));
    let again = store.sending_key("a", "address", &BODY, key(9)).expect("a key");
    assert_eq!(again, key(1), "what may have arrived is sent under its key");
}

#[test]
fn of_version_1_all_but_its_pictures_is_there_and_that_is_told() {
    let (_folder, file) = copy_of(1);
    let store = Store::open(&file, &test_key()).expect("opens");
    assert!(store.lost_pictures() && !store.is_new());
    is_all_there(&store);
    assert_eq!(store.picture("a", person(1)).expect("read"), None);
    let again = store.sending_key("a", &photo_of(person(1)), &BODY, key(9)).expect("a key");
    assert_eq!(again, key(9), "the picture that it was about is gone");
    drop(store);
    assert!(!Store::open(&file, &test_key()).expect("opens").lost_pictures(), "told once");
}

#[test]
fn of_version_2_everything_is_there() {
    let (_folder, file) = copy_of(2);
    let store = Store::open(&file, &test_key()).expect("opens");
    assert!(!store.lost_pictures() && !store.is_new());
    is_all_there(&store);
    let picture: Option<PictureRow> = store.picture("a", person(1)).expect("read");
    assert_eq!(picture, Some(row(1, "cd")));
    let bytes = |what| store.picture_bytes("a", person(1), what).expect("read");
    assert_eq!(bytes(Pictured::Source).as_deref(), Some(&b"source"[..]));
    assert_eq!(bytes(Pictured::Preview).as_deref(), Some(&b"preview"[..]));
    assert_eq!(bytes(Pictured::Prepared).as_deref(), Some(&b"prepared"[..]));
    let seen = store.judgement("a", person(1), Examined::Source).expect("read");
    assert_eq!(seen, Some(judgement(715)));
    let again = store.sending_key("a", &photo_of(person(1)), &BODY, key(9)).expect("a key");
    assert_eq!(again, key(2), "a photo that was half sent goes on under its key");
}

#[test]
fn a_store_of_a_newer_version_is_left_as_it_is() {
    let (_folder, file) = copy_of(2);
    let newer = Connection::open(&file).expect("a file");
    newer.pragma_update(None, "user_version", 1000).expect("newer");
    drop(newer);
    let before = std::fs::read(&file).expect("its bytes");
    assert!(matches!(Store::open(&file, &test_key()), Err(StoreError::NewerSchema)));
    assert_eq!(std::fs::read(&file).expect("its bytes"), before);
}
