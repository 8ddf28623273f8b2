//! What was kept until the app is closed, and the file that a passphrase opens later.

use super::outbox::{new, queue};
use super::pictures::{keep, person, row as picture};
use super::windows::{message, street};
use super::{key, store};
use crate::outbox::{Event, Kind, State};
use crate::store::{DeviceKey, Pictured, Received, Store, StoreError};
use contract::Code;
use contract::draft::{Draft, DraftKey, PhotoDraft};
use contract::receipt::Receipt;
use jiff::Timestamp;

const FILE: &str = "landed-passphrase.sqlite";

/// What a passphrase opens, and its key.
fn file(folder: &tempfile::TempDir) -> (Store, DeviceKey) {
    let device = DeviceKey::generate().expect("a key");
    (Store::open(&folder.path().join(FILE), &device).expect("a store"), device)
}

/// Hands a photo over, made of the pick of this number.
fn hands_over_a_photo(store: &Store, number: u8) {
    keep(store, person(1), &picture(number, &number.to_string()));
    queue(store, &new(number, Kind::Photo, &[person(1)], None), "submission");
}

#[test]
fn all_of_it_joins_and_is_newer() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, _) = file(&folder);
    let session = store();
    for (store, first, word) in [(&file, 1, "before"), (&session, 11, "since")] {
        queue(store, &new(first, Kind::Address, &[person(1)], None), word);
        hands_over_a_photo(store, first + 1);
        queue(store, &new(first + 2, Kind::Message, &[person(1)], None), word);
        let sent = store.outbox("a").expect("read").pop().expect("the message");
        let receipt = Receipt { reference: word.to_owned(), at: Timestamp::UNIX_EPOCH };
        store.receive("a", &sent, &Received::Words(receipt), None, 8).expect("received");
        store.keep_seen("a", "board", &word).expect("kept");
        store.set_setting("language", word).expect("kept");
    }
    let photo = Draft::Photo(PhotoDraft::default());
    session.save_draft("b", DraftKey::Photo { person: person(2) }, &photo).expect("kept");
    session.sending_key("a", "declaration", &"I declare", key(50)).expect("a key");
    let held = session.outbox("a").expect("read").remove(0);
    let refused = Event::Refused(Code::AddressClosed.into());
    let refused = held.standing.after(&refused, Timestamp::UNIX_EPOCH).expect("a standing");
    session.put_standing("a", held.id, &refused).expect("kept");

    file.join(&session).expect("joined");
    let rows = file.outbox("a").expect("read");
    let told: Vec<_> = rows.iter().map(|row| (row.id, row.kind, row.standing.state)).collect();
    let expected = [
        (key(1), Kind::Address, State::Waiting),
        (key(11), Kind::Address, State::Stuck),
        // Of two pictures of one person, the later one is sent.
        (key(112), Kind::File, State::Waiting),
        (key(12), Kind::Photo, State::Waiting),
    ];
    assert_eq!(told, expected);
    assert_eq!(rows[1].standing, refused, "why it was refused is told here too");
    let body = |row: usize| file.snapshot("a", &rows[row]).expect("it opens").body;
    assert_eq!([body(0), body(1)], ["before", "since"]);
    assert_eq!(file.picture("a", person(1)).expect("read"), Some(picture(12, "12")));
    for what in [Pictured::Source, Pictured::Prepared] {
        assert!(file.picture_bytes("a", person(1), what).expect("it opens").is_some());
    }
    let unseen = file.unseen("a").expect("read").into_iter();
    assert_eq!(unseen.map(|sent| sent.reference).collect::<Vec<_>>(), ["since", "before"]);
    assert_eq!(file.seen::<String>("a", "board").expect("read").as_deref(), Some("since"));
    assert_eq!(file.setting("language").expect("read").as_deref(), Some("since"));
    let page = DraftKey::Photo { person: person(2) };
    assert_eq!(file.draft("b", page).expect("it opens"), Some(photo));
    assert!(file.is_sending("a", "declaration", &"I declare").expect("asked"));
}

#[test]
fn of_a_draft_that_differs_both_stay_until_its_typist_has_seen_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let (before, device) = file(&folder);
    before.save_draft("a", DraftKey::Address, &street("12 Elm")).expect("kept");
    drop(before);
    let file = Store::open(&folder.path().join(FILE), &device).expect("opens");
    let session = store();
    let letter = DraftKey::Message { person: person(1) };
    session.save_draft("a", DraftKey::Address, &street("14 Elm")).expect("kept");
    session.save_draft("a", letter, &message("We land")).expect("kept");
    file.join(&session).expect("joined");
    session.go_over(file, &device).expect("gone over");

    let refused = session.save_draft("a", DraftKey::Address, &street("14 Elm"));
    assert!(matches!(refused, Err(StoreError::ChangedElsewhere)), "{refused:?}");
    let (before, version) =
        session.draft_elsewhere("a", DraftKey::Address).expect("read").expect("there is one");
    assert_eq!(before, street("12 Elm"));
    session.save_over("a", DraftKey::Address, &street("14 Elm"), &version).expect("chosen");
    assert_eq!(session.draft("a", DraftKey::Address).expect("read"), Some(street("14 Elm")));
    // What only the session had is nobody else's.
    assert_eq!(session.draft_elsewhere("a", letter).expect("read"), None);
    session.save_draft("a", letter, &message("We land on Friday")).expect("typed on");
}
