//! What the rows hold to, seen from within.

mod aside;
mod forgetting;
mod joining;
mod outbox;
mod pictures;
mod standing;
mod upgrading;
mod windows;

use super::{DeviceKey, Settled, Store, StoreError};
use contract::draft::{Draft, DraftKey, SignInDraft};
use contract::id::IdempotencyKey;

fn store() -> Store {
    Store::in_memory(&DeviceKey::generate().expect("a key")).expect("a store")
}

fn key(number: u8) -> IdempotencyKey {
    IdempotencyKey::new(1_700_000_000_000, [number; 10])
}

#[test]
fn the_same_write_keeps_its_key_until_it_is_settled() {
    let store = store();
    let first = store.sending_key("a", "address", &"12 Elm", key(1)).expect("a key");
    assert_eq!(first, key(1));
    let again = store.sending_key("a", "address", &"12 Elm", key(2)).expect("a key");
    assert_eq!(again, key(1), "sent again after a crash or a lost reply: the same write");
    let other = store.sending_key("a", "address", &"14 Elm", key(3)).expect("a key");
    assert_eq!(other, key(3), "something else: another write");
    assert_eq!(store.sending_key("b", "address", &"14 Elm", key(4)).expect("a key"), key(4));
    store.settle("a", "address", &Settled::default()).expect("settled");
    let next = store.sending_key("a", "address", &"14 Elm", key(5)).expect("a key");
    assert_eq!(next, key(5), "the same words later are a new write");
}

#[test]
fn a_row_moved_to_another_account_or_page_does_not_open() {
    let store = store();
    let draft = Draft::SignIn(SignInDraft { username: "K7MP-2XQD".to_owned() });
    store.save_draft("a", DraftKey::SignIn, &draft).expect("kept");
    let moves = [
        "INSERT INTO draft SELECT 'b', page, sealed FROM draft WHERE account = 'a'",
        "INSERT INTO draft SELECT account, 'address', sealed FROM draft WHERE account = 'a'",
    ];
    for sql in moves {
        store.with(|db| Ok(db.execute(sql, [])?)).expect("moved");
    }
    assert!(matches!(store.draft("b", DraftKey::SignIn), Err(StoreError::WrongKey)));
    assert!(matches!(store.draft("a", DraftKey::Address), Err(StoreError::WrongKey)));
    assert_eq!(store.draft("a", DraftKey::SignIn).expect("kept"), Some(draft));
}

#[test]
fn a_receipt_removes_key_and_draft_together() {
    let store = store();
    let page = DraftKey::Address;
    store.save_draft("a", page, &Draft::Address(Box::default())).expect("kept");
    store.sending_key("a", "address", &"body", key(1)).expect("a key");
    assert!(store.is_sending("a", "address", &"body").expect("asked"));
    assert!(!store.is_sending("a", "address", &"other").expect("asked"));
    store.settle("a", "address", &Settled::draft(page)).expect("settled");
    assert_eq!(store.draft("a", page).expect("asked"), None);
    assert!(!store.is_sending("a", "address", &"body").expect("asked"));
}

#[test]
fn a_row_of_another_version_counts_as_none() {
    let store = store();
    store.keep_seen("a", "board", &"a form that nobody knows").expect("kept");
    let seen: Option<contract::board::Board> = store.seen("a", "board").expect("no failure");
    assert_eq!(seen, None);
}
