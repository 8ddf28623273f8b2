//! What waits to be sent, through upgrades and leaving.

use super::pictures::{keep, person, row as picture};
use super::{key, store};
use crate::outbox::{Event, Kind, Standing, State};
use crate::store::{DeviceKey, New, Received, Store, StoreError, photo_of};
use contract::Code;
use contract::draft::{AddressDraft, Draft, DraftKey, PhotoDraft};
use contract::id::{IdempotencyKey, PersonId};
use contract::outbox::What;
use contract::receipt::Receipt;
use jiff::Timestamp;
use std::path::Path;

pub(super) fn new<'a>(
    number: u8,
    kind: Kind,
    people: &'a [PersonId],
    former: Option<&'a str>,
) -> New<'a> {
    let person = people[0];
    let draft = match kind {
        Kind::Address => DraftKey::Address,
        Kind::File | Kind::Photo => DraftKey::Photo { person },
        Kind::Message => DraftKey::Message { person },
    };
    let file = (kind == Kind::Photo).then(|| (key(100 + number), serde_json::json!("file")));
    let (id, now) = (key(number), Timestamp::UNIX_EPOCH);
    New { id, kind, people, draft, typed: None, file, former, now }
}

pub(super) fn queue(store: &Store, new: &New<'_>, body: &str) -> IdempotencyKey {
    store.queue("a", new, &body).expect("queued")
}

fn states(store: &Store) -> Vec<(Kind, State, bool)> {
    let rows = store.outbox("a").expect("read").into_iter();
    rows.map(|row| (row.kind, row.standing.state, row.standing.unanswered)).collect()
}

#[test]
fn what_was_half_sent_before_the_upgrade_goes_on_under_its_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("landed.sqlite");
    let device = DeviceKey::generate().expect("a key");
    let one = [person(1)];
    let name = photo_of(person(1));
    {
        let before = Store::open(&file, &device).expect("a store");
        keep(&before, person(1), &picture(1, "1"));
        drop(before);
        let before = of_version_2(&file, &device);
        before.sending_key("a", "address", &"12 Elm", key(1)).expect("a key");
        before.sending_key("a", &name, &"submission", key(2)).expect("a key");
        before.sending_key("a", "declaration", &"I declare", key(3)).expect("a key");
    }
    let store = Store::open(&file, &device).expect("opens");
    assert!(store.outbox("a").expect("read").is_empty());
    assert_eq!(queue(&store, &new(11, Kind::Address, &one, Some("address")), "12 Elm"), key(1));
    assert_eq!(queue(&store, &new(12, Kind::Photo, &one, Some(&name)), "submission"), key(2));
    let expected = [
        (Kind::Address, State::Waiting, true),
        // The submission is tried first: the bytes may be there.
        (Kind::File, State::Arrived, false),
        (Kind::Photo, State::Waiting, true),
    ];
    assert_eq!(states(&store), expected);
    assert!(store.picture("a", person(1)).expect("read").is_some());
    assert!(store.is_sending("a", "declaration", &"I declare").expect("asked"));
    assert!(!store.is_sending("a", "address", &"12 Elm").expect("asked"), "it waits now");
    // What was changed since is another write.
    let other = new(13, Kind::Address, &one, Some("address"));
    assert_eq!(queue(&store, &other, "14 Elm"), key(13));
}

/// A file of version 2, as the code of that version left it: the rows are written by today's, and
/// what today's schema has beyond that version is taken out.
fn of_version_2(file: &Path, device: &DeviceKey) -> Store {
    let store = Store::open(file, device).expect("a store");
    let back = "DROP TABLE outbox; DROP TABLE sent; PRAGMA user_version = 2";
    store.with(|db| Ok(db.execute_batch(back)?)).expect("version 2");
    store
}

#[test]
fn a_row_keeps_where_it_stands_and_does_not_open_elsewhere() {
    let store = store();
    let one = [person(1), person(2)];
    queue(&store, &new(1, Kind::Address, &one, None), "12 Elm");
    let row = store.outbox("a").expect("read").remove(0);
    assert_eq!(row.what(), Some(What::Address { people: one.to_vec() }));
    let again =
        Event::Again { at: Timestamp::UNIX_EPOCH, unanswered: true, problem: Code::Offline.into() };
    let after = row.standing.after(&again, Timestamp::UNIX_EPOCH).expect("a standing");
    store.put_standing("a", row.id, &after).expect("kept");
    let kept: Vec<Standing> =
        store.outbox("a").expect("read").into_iter().map(|row| row.standing).collect();
    assert_eq!(kept, [after]);
    store.with(|db| Ok(db.execute("UPDATE outbox SET account = 'b'", [])?)).expect("moved");
    assert!(store.outbox("a").expect("read").is_empty());
    let moved = store.outbox("b").expect("read").remove(0);
    assert_eq!(moved.standing.problem, None, "its refusal is bound to its account");
    assert!(matches!(store.snapshot("b", &moved), Err(StoreError::WrongKey)), "and so is its body");
}

#[test]
fn what_is_sent_is_what_was_handed_over() {
    let store = store();
    queue(&store, &new(1, Kind::Message, &[person(1)], None), "Hello");
    let row = store.outbox("a").expect("read").remove(0);
    assert_eq!(store.snapshot("a", &row).expect("read").body, serde_json::json!("Hello"));
    let forged = crate::store::Snapshot {
        body: serde_json::json!("Goodbye"),
        ..store.snapshot("a", &row).expect("read")
    };
    let place = super::super::rows::place("outbox", "a", &row.id.to_string());
    let plain = serde_json::to_vec(&forged).expect("JSON");
    let sealed = store.cipher.seal(&place, &plain).expect("sealed");
    store.with(|db| Ok(db.execute("UPDATE outbox SET body = ?1", [sealed])?)).expect("changed");
    assert!(store.snapshot("a", &row).is_err(), "its hash was fixed when it was handed over");
}

#[test]
fn receipts_are_remembered_up_to_a_limit_and_go_with_their_person() {
    let store = store();
    let both = [person(1), person(2)];
    for number in 1..=5 {
        queue(&store, &new(number, Kind::Message, &both[1..], None), "Hello");
    }
    queue(&store, &new(6, Kind::Address, &both, None), "12 Elm");
    for row in store.outbox("a").expect("read") {
        let receipt = Receipt { reference: row.id.to_string(), at: Timestamp::UNIX_EPOCH };
        store.receive("a", &row, &Received::Words(receipt), None, 3).expect("kept");
    }
    assert!(store.outbox("a").expect("read").is_empty());
    let told: Vec<_> = store.unseen("a").expect("read").into_iter().map(|sent| sent.id).collect();
    assert_eq!(told, [key(6), key(5), key(4)], "the latest first");
    store.note_seen("a", key(5)).expect("noted");
    assert_eq!(store.unseen("a").expect("read").len(), 2);
    store.forget_person("a", person(2)).expect("forgotten");
    let left = store.unseen("a").expect("read");
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].what, What::Address { people: vec![person(1)] });
}

#[test]
fn what_waits_goes_with_its_person_and_with_everything() {
    let store = store();
    let both = [person(1), person(2)];
    let fill = || {
        queue(&store, &new(1, Kind::Address, &both, None), "12 Elm");
        queue(&store, &new(2, Kind::Photo, &both[1..], None), "submission");
        queue(&store, &new(3, Kind::Message, &both[..1], None), "Hello");
    };
    fill();
    assert_eq!(states(&store).len(), 4);
    store.forget_person("b", person(2)).expect("forgotten");
    assert_eq!(states(&store).len(), 4, "another account's is another matter");
    store.forget_person("a", person(2)).expect("forgotten");
    assert_eq!(states(&store), [(Kind::Message, State::Waiting, false)]);
    fill();
    store.erase().expect("erased");
    assert!(states(&store).is_empty());
}

#[test]
fn another_picture_or_none_takes_its_photo_with_it_unless_it_may_be_there() {
    let store = store();
    let one = [person(1)];
    keep(&store, person(1), &picture(1, "1"));
    queue(&store, &new(1, Kind::Photo, &one, None), "submission");
    keep(&store, person(1), &picture(2, "2"));
    assert!(states(&store).is_empty(), "another one was picked");
    queue(&store, &new(2, Kind::Photo, &one, None), "submission");
    let row = store.outbox_row("a", key(2)).expect("read").expect("a row");
    let begun = row.standing.after(&Event::Begun, Timestamp::UNIX_EPOCH).expect("begun");
    store.put_standing("a", row.id, &begun).expect("kept");
    store.discard_picture("a", person(1)).expect("discarded");
    assert_eq!(states(&store).len(), 2, "the portal is asked first");
}

#[test]
fn what_was_refused_opens_its_draft_and_goes_with_the_next_try() {
    let store = store();
    let one = [person(1)];
    let page = DraftKey::Photo { person: person(1) };
    let said = Draft::Photo(PhotoDraft::default());
    store.save_draft("a", page, &said).expect("kept");
    queue(&store, &new(1, Kind::Photo, &one, None), "submission");
    let row = store.outbox_row("a", key(1)).expect("read").expect("a row");
    let refused = Event::Refused(Code::PhotoTooSmall.into());
    let stuck = row.standing.after(&refused, Timestamp::UNIX_EPOCH).expect("stuck");
    store.stick("a", &row, &stuck).expect("kept");
    assert_eq!(states(&store), [(Kind::Photo, State::Stuck, false)], "its file waits no more");
    assert_eq!(store.draft("a", page).expect("read"), Some(said));
    queue(&store, &new(2, Kind::Photo, &one, None), "submission");
    let ids: Vec<_> = store.outbox("a").expect("read").into_iter().map(|row| row.id).collect();
    assert_eq!(ids, [key(102), key(2)]);
}

#[test]
fn a_draft_that_was_changed_meanwhile_stays() {
    let store = store();
    let address = |lives_elsewhere| {
        Draft::Address(Box::new(AddressDraft { lives_elsewhere, ..AddressDraft::default() }))
    };
    store.save_draft("a", DraftKey::Address, &address(false)).expect("kept");
    queue(&store, &new(1, Kind::Address, &[person(1)], None), "12 Elm");
    store.save_draft("a", DraftKey::Address, &address(true)).expect("kept");
    let row = store.outbox_row("a", key(1)).expect("read").expect("a row");
    let receipt = Receipt { reference: "ABCD".to_owned(), at: Timestamp::UNIX_EPOCH };
    store.receive("a", &row, &Received::Words(receipt), None, 9).expect("kept");
    assert_eq!(store.draft("a", DraftKey::Address).expect("read"), Some(address(true)));
}

#[test]
fn what_waits_and_cannot_be_read_is_set_aside_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("landed.sqlite");
    let device = DeviceKey::generate().expect("a key");
    let (one, two) = ([person(1)], [person(2)]);
    {
        let store = Store::open(&file, &device).expect("a store");
        queue(&store, &new(1, Kind::Address, &two, None), "12 Elm");
        queue(&store, &new(2, Kind::Photo, &one, None), "submission");
        assert!(!store.sift().expect("looked over"), "everything can be read");
    }
    let db = rusqlite::Connection::open(&file).expect("opens");
    let sql = "UPDATE outbox SET body = zeroblob(length(body)) WHERE kind = 'photo'";
    assert_eq!(db.execute(sql, []).expect("written over"), 1);
    drop(db);
    let store = Store::open(&file, &device).expect("opens");
    assert!(store.sift().expect("looked over"), "that is told");
    assert_eq!(
        states(&store),
        [(Kind::Address, State::Waiting, false)],
        "no file without its photo"
    );
    assert!(!store.sift().expect("looked over"), "told once");
    // Nobody can tell whom it is about.
    store.forget_person("a", person(1)).expect("forgotten");
    let db = rusqlite::Connection::open(&file).expect("opens");
    let left: i64 =
        db.query_row("SELECT count(*) FROM outbox", [], |row| row.get(0)).expect("counted");
    assert_eq!(left, 1);
}
