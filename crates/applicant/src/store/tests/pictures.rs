//! What is kept of picked pictures.

use super::{key, store};
use crate::store::{
    Cipher, DeviceKey, Judgement, Outgoing, PictureBytes, PictureRow, Pictured, SentPicture,
    Settled, Store, StoreError, rows,
};
use contract::crop::Crop;
use contract::draft::{Draft, DraftKey, PhotoDraft};
use contract::examination::{Examination, Origin};
use contract::id::{PersonId, UploadId};
use contract::photo::{PictureFormat, SourceKind};
use contract::picked::{Examined, Obstacles, PickedPhoto, PreparedPhoto, Removable};
use contract::{Code, Problem};
use jiff::civil::date;
use std::path::Path;
use std::sync::Barrier;

pub(super) fn person(number: u8) -> PersonId {
    PersonId::new(1_700_000_000_000, [number; 10])
}

fn id(number: u8) -> UploadId {
    UploadId::new(1_700_000_000_000, [number; 10])
}

/// The `number`th pick of a picture that is told by `hash`, framed and ready to be sent.
pub(super) fn row(number: u8, hash: &str) -> PictureRow {
    let crop = Crop { x: 10, y: 20, width: 2000, height: 2800 };
    PictureRow {
        photo: PickedPhoto {
            file_name: "IMG_0001.JPG".to_owned(),
            format: PictureFormat::Jpeg,
            width: 3024,
            height: 4032,
            bytes: 4_000_000,
            obstacles: Obstacles {
                refusals: Vec::new(),
                fixables: vec![Problem::new(Code::PhotoWrongShape).with("width", 3024)],
            },
            removes: vec![Removable::Location, Removable::SerialNumber],
            prepared: Some(PreparedPhoto {
                format: PictureFormat::Jpeg,
                width: 2000,
                height: 2800,
                bytes: 1_500_000,
                crop: Some(crop),
                pixels_sha256: "cd".repeat(32),
            }),
            same_as: Vec::new(),
            origin: Origin {
                edited_with: Some("GIMP 3.0".to_owned()),
                taken_on: Some(date(2026, 11, 2)),
            },
        },
        pick: id(number),
        source_sha256: hash.to_owned(),
        outgoing: Some(Outgoing {
            upload: id(100 + number),
            sha256: "ab".repeat(32),
            begun: false,
        }),
    }
}

const SMALL: PictureBytes<'_> =
    PictureBytes { source: b"source", preview: b"preview", prepared: Some(b"prepared") };

pub(super) fn keep(store: &Store, whose: PersonId, row: &PictureRow) {
    store.keep_picture("a", whose, row, SMALL).expect("kept");
}

fn bytes(store: &Store, whose: PersonId, what: Pictured) -> Option<Vec<u8>> {
    store.picture_bytes("a", whose, what).expect("read")
}

/// Rows of installed apps have this form: a change here needs a migration, or they count as none.
#[test]
fn the_form_of_kept_pictures() {
    insta::assert_json_snapshot!(row(1, "cd"));
}

#[test]
fn a_large_source_comes_back_and_no_part_stands_for_another() {
    let store = store();
    let source: Vec<u8> = (0..2_500_000_u32).map(|at| (at / 1000) as u8).collect();
    let large = PictureBytes { source: &source, ..SMALL };
    store.keep_picture("a", person(1), &row(1, "1"), large).expect("kept");
    assert_eq!(bytes(&store, person(1), Pictured::Source).as_ref(), Some(&source));
    assert_eq!(bytes(&store, person(1), Pictured::Preview).as_deref(), Some(&b"preview"[..]));
    assert_eq!(bytes(&store, person(1), Pictured::Prepared).as_deref(), Some(&b"prepared"[..]));
    let tampered = |sql: &str, what| {
        store.keep_picture("a", person(1), &row(1, "1"), large).expect("kept");
        store.with(|db| Ok(db.execute_batch(sql)?)).expect("changed");
        let read = store.picture_bytes("a", person(1), what);
        assert!(matches!(read, Err(StoreError::WrongKey)), "{sql}");
    };
    let last = "DELETE FROM picture_part WHERE what = 'source' AND number = 2";
    tampered(last, Pictured::Source);
    let swapped = "UPDATE picture_part SET number = 9 WHERE what = 'source' AND number = 0;
                   UPDATE picture_part SET number = 0 WHERE what = 'source' AND number = 1;
                   UPDATE picture_part SET number = 1 WHERE what = 'source' AND number = 9;";
    tampered(swapped, Pictured::Source);
    let mistaken = "DELETE FROM picture_part WHERE what = 'preview';
                    UPDATE picture_part SET what = 'preview' WHERE what = 'prepared';";
    tampered(mistaken, Pictured::Preview);
    // The file of another pick.
    let mut other = row(1, "1");
    other.pick = id(9);
    store.keep_picture("a", person(1), &row(1, "1"), large).expect("kept");
    store.with(|db| store.put_row(db, "a", person(1), &other)).expect("changed");
    let read = store.picture_bytes("a", person(1), Pictured::Source);
    assert!(matches!(read, Err(StoreError::WrongKey)));
}

#[test]
fn another_pick_takes_everything_of_the_former_with_it() {
    let store = store();
    keep(&store, person(1), &row(1, "1"));
    let unframed = PictureRow { outgoing: None, ..row(2, "2") };
    let bytes_of = PictureBytes { prepared: None, ..SMALL };
    store.keep_picture("a", person(1), &unframed, bytes_of).expect("kept");
    assert_eq!(bytes(&store, person(1), Pictured::Prepared), None);
    // What was framed of the former pick comes too late.
    assert!(!store.keep_prepared("a", person(1), &row(1, "1"), b"late").expect("asked"));
    assert_eq!(store.picture("a", person(1)).expect("read"), Some(unframed));
    assert!(store.keep_prepared("a", person(1), &row(2, "2"), b"framed").expect("kept"));
    assert_eq!(bytes(&store, person(1), Pictured::Prepared).as_deref(), Some(&b"framed"[..]));
    store.discard_picture("a", person(1)).expect("discarded");
    assert_eq!(store.picture("a", person(1)).expect("read"), None);
    let left = store.with(|db| {
        Ok(db.query_row("SELECT COUNT(*) FROM picture_part", [], |row| row.get::<_, u32>(0))?)
    });
    assert_eq!(left.expect("counted"), 0);
}

/// What was seen, told apart by the picture's width.
pub(super) fn judgement(width: u32) -> Judgement {
    let examination = Examination { width, ..Examination::default() };
    Judgement { kind: Some(SourceKind::Selfie), on: date(2026, 11, 23), examination }
}

/// Kept judgements have this form; one of another form counts as none, and is made anew.
#[test]
fn the_form_of_kept_judgements() {
    insta::assert_json_snapshot!(judgement(715));
}

#[test]
fn what_is_seen_stays_with_the_very_picture_or_file_that_it_is_of() {
    let store = store();
    keep(&store, person(1), &row(1, "1"));
    let seen = |which| store.judgement("a", person(1), which).expect("read");
    let keep_seen = |row: &PictureRow, which, width| {
        store.keep_judgement("a", person(1), row, which, &judgement(width)).expect("asked")
    };
    assert_eq!(seen(Examined::Source), None, "a picture of before the examination");
    assert!(keep_seen(&row(1, "1"), Examined::Source, 1));
    assert!(keep_seen(&row(1, "1"), Examined::Prepared, 2));
    assert_eq!(seen(Examined::Source), Some(judgement(1)));
    assert_eq!(seen(Examined::Prepared), Some(judgement(2)));
    // Framed anew.
    let mut framed = row(1, "1");
    framed.outgoing = Some(Outgoing { upload: id(102), sha256: String::new(), begun: false });
    assert!(store.keep_prepared("a", person(1), &framed, b"another").expect("kept"));
    assert_eq!(seen(Examined::Source), Some(judgement(1)));
    assert_eq!(seen(Examined::Prepared), None);
    assert!(!keep_seen(&row(1, "1"), Examined::Prepared, 3), "of the former file");
    assert!(keep_seen(&row(1, "1"), Examined::Source, 4), "the picture is the same");
    assert_eq!(seen(Examined::Prepared), None);
    // Picked anew.
    keep(&store, person(1), &row(2, "2"));
    assert_eq!(seen(Examined::Source), None);
    assert!(!keep_seen(&framed, Examined::Source, 5), "of the former picture");
    assert!(keep_seen(&row(2, "2"), Examined::Source, 6));
    let unknown = b"{\"of\": \"another version\"}";
    store
        .with(|db| {
            store.put_bytes(db, "a", person(1), &row(2, "2"), Pictured::SourceJudged, unknown)
        })
        .expect("changed");
    assert_eq!(seen(Examined::Source), None);
    assert!(keep_seen(&row(2, "2"), Examined::Source, 7));
    store.discard_picture("a", person(1)).expect("discarded");
    assert_eq!(seen(Examined::Source), None);
    assert!(!keep_seen(&row(2, "2"), Examined::Source, 8));
}

#[test]
fn a_row_of_before_the_examination_is_read() {
    let store = store();
    let mut plain = serde_json::to_value(row(1, "1")).expect("JSON");
    plain["photo"].as_object_mut().expect("a photo").remove("origin");
    plain["photo"]["prepared"].as_object_mut().expect("a file").remove("pixels_sha256");
    let place = rows::place("picture", "a", &person(1).to_string());
    let sealed = store.cipher.seal(&place, plain.to_string().as_bytes()).expect("sealed");
    let write = "INSERT INTO picture (account, person, facts) VALUES ('a', ?1, ?2)";
    store.with(|db| Ok(db.execute(write, (person(1).to_string(), sealed))?)).expect("kept");
    let mut former = row(1, "1");
    former.photo.origin = Origin::default();
    former.photo.prepared.as_mut().expect("a file").pixels_sha256.clear();
    assert_eq!(store.picture("a", person(1)).expect("read"), Some(former));
}

#[test]
fn that_a_file_was_begun_is_kept_for_that_file_only() {
    let store = store();
    keep(&store, person(1), &row(1, "1"));
    let begin = |upload| store.begin_sending("a", person(1), upload).expect("asked");
    assert_eq!(begin(id(101)), Some(false));
    assert_eq!(begin(id(101)), Some(true));
    assert_eq!(begin(id(102)), None);
    let mut again = row(1, "1");
    again.outgoing = Some(Outgoing { upload: id(102), sha256: String::new(), begun: false });
    assert!(store.keep_prepared("a", person(1), &again, b"another").expect("kept"));
    assert_eq!(begin(id(102)), Some(false), "another file");
}

#[test]
fn a_receipt_removes_what_was_sent_and_leaves_what_took_its_place() {
    let store = store();
    let page = DraftKey::Photo { person: person(1) };
    let said = Draft::Photo(PhotoDraft::default());
    store.save_draft("a", page, &said).expect("kept");
    keep(&store, person(1), &row(2, "2"));
    let settle = |number: u8| {
        let (person, upload) = (person(1), id(100 + number));
        let sent = SentPicture { person, upload, source_sha256: number.to_string() };
        let settled = Settled { draft: Some(page), picture: Some(sent) };
        store.sending_key("a", "photo/1", &"body", key(1)).expect("a key");
        store.settle("a", "photo/1", &settled).expect("settled");
        assert!(!store.is_sending("a", "photo/1", &"body").expect("asked"));
    };
    settle(1);
    assert_eq!(store.picture("a", person(1)).expect("read"), Some(row(2, "2")));
    assert_eq!(bytes(&store, person(1), Pictured::Prepared).as_deref(), Some(&b"prepared"[..]));
    assert_eq!(store.draft("a", page).expect("read"), Some(said));
    let others = store.others_with("a", person(2), "1").expect("asked");
    assert_eq!(others, [person(1)], "it was sent all the same");
    settle(2);
    assert_eq!(store.picture("a", person(1)).expect("read"), None);
    assert_eq!(store.draft("a", page).expect("read"), None);
}

#[test]
fn the_same_picture_is_known_for_others_picked_or_sent() {
    let store = store();
    let others = |whose, hash| store.others_with("a", whose, hash).expect("asked");
    keep(&store, person(1), &row(1, "same"));
    keep(&store, person(2), &row(2, "other"));
    assert_eq!(others(person(3), "same"), [person(1)]);
    assert_eq!(others(person(1), "same"), [], "not for oneself");
    let sent = SentPicture { person: person(1), upload: id(101), source_sha256: "same".to_owned() };
    store.sending_key("a", "photo/1", &"body", key(1)).expect("a key");
    let settled = Settled { picture: Some(sent), draft: None };
    store.settle("a", "photo/1", &settled).expect("settled");
    assert_eq!(store.picture("a", person(1)).expect("read"), None);
    assert_eq!(others(person(3), "same"), [person(1)], "it was sent from here");
    keep(&store, person(2), &row(2, "same"));
    assert_eq!(others(person(3), "same"), [person(1), person(2)]);
    assert_eq!(store.others_with("b", person(3), "same").expect("asked"), []);
    store.forget_person("a", person(1)).expect("forgotten");
    assert_eq!(others(person(3), "same"), [person(2)]);
    store.erase().expect("erased");
    assert_eq!(others(person(3), "same"), []);
}

/// A file of the first version, with a picture and with what was said about it.
fn of_version_1(file: &Path, key: &DeviceKey) {
    let page = DraftKey::Photo { person: person(1) };
    let said = br#"{"page":"photo","kind":"selfie"}"#;
    let db = rusqlite::Connection::open(file).expect("a file");
    db.execute_batch(include_str!("../schema.sql")).expect("version 1");
    db.pragma_update(None, "user_version", 1).expect("version 1");
    let cipher = Cipher::new(key);
    let seal = |place: &str, plain: &[u8]| cipher.seal(place, plain).expect("sealed");
    let whose = person(1).to_string();
    db.execute("INSERT INTO key_check VALUES (1, ?1)", [seal("key_check", b"landed")])
        .expect("a key check");
    let picture = (
        &whose,
        seal(&rows::place("picture", "a", &whose), b"{\"photo\":{}}"),
        seal(&rows::place("picture/bytes", "a", &whose), b"bytes"),
    );
    db.execute("INSERT INTO picture VALUES ('a', ?1, ?2, ?3)", picture).expect("a picture");
    let draft = seal(&rows::place("draft", "a", &page.to_string()), said);
    db.execute("INSERT INTO draft VALUES ('a', ?1, ?2)", (page.to_string(), draft))
        .expect("a draft");
}

#[test]
fn a_picture_of_the_former_form_is_asked_for_again_and_all_else_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("landed.sqlite");
    let key = DeviceKey::generate().expect("a key");
    let page = DraftKey::Photo { person: person(1) };
    of_version_1(&file, &key);
    let store = Store::open(&file, &key).expect("opens");
    assert_eq!(store.picture("a", person(1)).expect("no failure"), None);
    let draft = store.draft("a", page).expect("read");
    let kind = Some(SourceKind::Selfie);
    assert_eq!(draft, Some(Draft::Photo(PhotoDraft { kind, ..PhotoDraft::default() })));
    keep(&store, person(1), &row(1, "1"));
    assert_eq!(store.picture("a", person(1)).expect("read"), Some(row(1, "1")));
}

#[test]
fn two_instances_that_open_a_former_file_at_once_both_find_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("landed.sqlite");
    let key = DeviceKey::generate().expect("a key");
    of_version_1(&file, &key);
    let together = Barrier::new(4);
    std::thread::scope(|scope| {
        let open = || {
            together.wait();
            Store::open(&file, &key).map(|_| ())
        };
        let opened: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        for opened in opened {
            opened.join().expect("no panic").expect("opens");
        }
    });
    let store = Store::open(&file, &key).expect("opens");
    let page = DraftKey::Photo { person: person(1) };
    assert!(store.draft("a", page).expect("read").is_some());
}
