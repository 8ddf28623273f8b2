//! Two windows of the app over one store: what one of them is done with is never the other one's.

use super::key;
use super::pictures::person;
use crate::outbox::Kind;
use crate::store::{DeviceKey, New, Settled, Store};
use contract::address::Address;
use contract::draft::{AddressDraft, DeclarationDraft, Draft, DraftKey, MessageDraft};
use jiff::Timestamp;

fn two(folder: &tempfile::TempDir) -> (Store, Store) {
    let (file, device) =
        (folder.path().join("landed.sqlite"), DeviceKey::generate().expect("a key"));
    let open = || Store::open(&file, &device).expect("a store");
    (open(), open())
}

/// One types, the other reads that and types on.
fn typed_on(one: &Store, other: &Store, page: DraftKey, here: &Draft, there: &Draft) {
    one.save_draft("a", page, here).expect("kept");
    assert_eq!(other.draft("a", page).expect("read").as_ref(), Some(here));
    other.save_draft("a", page, there).expect("kept");
}

pub(super) fn street(street: &str) -> Draft {
    let mailing = Address { street: street.to_owned(), ..Address::default() };
    Draft::Address(Box::new(AddressDraft { mailing, ..AddressDraft::default() }))
}

pub(super) fn message(text: &str) -> Draft {
    Draft::Message(MessageDraft { text: text.to_owned(), key: None })
}

#[test]
fn what_the_other_window_typed_on_outlives_what_was_sent_here() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, other) = two(&folder);
    typed_on(&one, &other, DraftKey::Address, &street("12 Elm"), &street("14 Elm"));
    one.discard_seen("a", DraftKey::Address).expect("asked");
    assert_eq!(other.draft("a", DraftKey::Address).expect("read"), Some(street("14 Elm")));
    other.discard_seen("a", DraftKey::Address).expect("its own");
    assert_eq!(one.draft("a", DraftKey::Address).expect("read"), None);

    let ticked = |number| Draft::Declaration(DeclarationDraft { people: vec![person(number)] });
    typed_on(&one, &other, DraftKey::Declaration, &ticked(1), &ticked(2));
    let settled = Settled { draft: Some(DraftKey::Declaration), ..Settled::default() };
    one.settle("a", "declaration", &settled).expect("settled");
    assert_eq!(other.draft("a", DraftKey::Declaration).expect("read"), Some(ticked(2)));
    other.settle("a", "declaration", &settled).expect("settled");
    assert_eq!(one.draft("a", DraftKey::Declaration).expect("read"), None);
}

#[test]
fn a_message_that_is_handed_over_here_leaves_the_one_that_is_written_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, other) = two(&folder);
    let page = DraftKey::Message { person: person(1) };
    typed_on(&one, &other, page, &message("We land"), &message("We land on Friday"));
    let new = New {
        id: key(1),
        kind: Kind::Message,
        people: &[person(1)],
        draft: page,
        typed: Some(message("We land")),
        file: None,
        former: None,
        now: Timestamp::UNIX_EPOCH,
    };
    one.queue("a", &new, &"We land").expect("queued");
    assert_eq!(other.draft("a", page).expect("read"), Some(message("We land on Friday")));
    let rows = one.outbox("a").expect("read");
    let kept = one.snapshot("a", &rows[0]).expect("read").draft;
    assert_eq!(kept, Some(message("We land")), "taken back, it is what was typed here");
}
