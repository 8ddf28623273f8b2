//! Rows that cannot be read are set aside, told, and come back.

use super::pictures::{keep, person, row};
use super::store;
use crate::store::{Pictured, Store, StoreError, rows};
use contract::draft::{Draft, DraftKey, MessageDraft, SignInDraft};

const PAGE: DraftKey = DraftKey::SignIn;

fn typed(text: &str) -> Draft {
    Draft::SignIn(SignInDraft { username: text.to_owned() })
}

/// Puts these bytes, sealed as they must be, where a draft lies.
fn put(store: &Store, account: &str, page: DraftKey, plain: &[u8]) {
    let page = page.to_string();
    let sealed = store.cipher.seal(&rows::place("draft", account, &page), plain).expect("sealed");
    let sql = "INSERT OR REPLACE INTO draft (account, page, sealed) VALUES (?1, ?2, ?3)";
    store.with(|db| Ok(db.execute(sql, (account, page, sealed))?)).expect("kept");
}

/// How many drafts lie in the store, wherever they lie.
fn drafts(store: &Store) -> u32 {
    let count = "SELECT COUNT(*) FROM draft";
    store.with(|db| Ok(db.query_row(count, [], |row| row.get(0))?)).expect("counted")
}

#[test]
fn what_a_newer_version_wrote_is_told_once_and_never_written_over() {
    let store = store();
    put(&store, "a", PAGE, b"v900 {\"page\":\"sign_in\",\"who\":\"K7MP-2XQD\"}");
    assert!(matches!(store.open_draft("a", PAGE), Err(StoreError::NewerForm)));
    assert_eq!(store.open_draft("a", PAGE).expect("told once"), None);
    store.save_draft("a", PAGE, &typed("typed anew")).expect("kept");
    assert_eq!(drafts(&store), 2, "both are there");
    // The same without a page that asks first.
    put(&store, "b", PAGE, b"v900 {}");
    store.save_draft("b", PAGE, &typed("typed anew")).expect("kept");
    assert_eq!(drafts(&store), 4);
    assert_eq!(store.open_draft("b", PAGE).expect("read"), Some(typed("typed anew")));
}

#[test]
fn it_comes_back_once_it_can_be_read_unless_something_took_its_place() {
    let store = store();
    put(&store, "a", PAGE, b"v900 {}");
    assert!(store.open_draft("a", PAGE).is_err());
    // The newer version, in a word.
    let known = b"v1 {\"page\":\"sign_in\",\"username\":\"K7MP-2XQD\"}";
    let page = PAGE.to_string();
    let place = rows::place("draft", "a", &page);
    let sealed = store.cipher.seal(&place, known).expect("sealed");
    let sql = "UPDATE draft SET sealed = ?1 WHERE account = 'aside/a'";
    assert_eq!(store.with(|db| Ok(db.execute(sql, [sealed])?)).expect("changed"), 1);
    store.save_draft("a", PAGE, &typed("meanwhile")).expect("kept");
    assert_eq!(store.open_draft("a", PAGE).expect("read"), Some(typed("meanwhile")));
    store.discard_draft("a", PAGE).expect("sent");
    assert_eq!(store.open_draft("a", PAGE).expect("read"), Some(typed("K7MP-2XQD")));
    assert_eq!(drafts(&store), 1, "it was moved");
    store.save_draft("a", PAGE, &typed("and on")).expect("kept");
}

#[test]
fn a_damaged_row_is_told_and_set_aside_as_it_is() {
    let store = store();
    store.save_draft("a", PAGE, &typed("K7MP-2XQD")).expect("kept");
    let damage = "UPDATE draft SET sealed = CAST(substr(sealed, 1, 30) || zeroblob(9) AS BLOB)";
    store.with(|db| Ok(db.execute(damage, [])?)).expect("damaged");
    assert!(matches!(store.open_draft("a", PAGE), Err(StoreError::Damaged)));
    assert_eq!(store.open_draft("a", PAGE).expect("told once"), None);
    store.save_draft("a", PAGE, &typed("anew")).expect("kept");
    assert_eq!(drafts(&store), 2);
    // Of JSON that says a version which it is not.
    put(&store, "b", PAGE, b"v1 {\"page\":\"sign_in\",\"username\":7}");
    assert!(matches!(store.open_draft("b", PAGE), Err(StoreError::Damaged)));
}

#[test]
fn a_picture_that_cannot_be_read_is_set_aside_with_its_bytes() {
    let store = store();
    keep(&store, person(1), &row(1, "1"));
    keep(&store, person(2), &row(2, "2"));
    let damage = "UPDATE picture SET facts = zeroblob(40) WHERE person = ?1";
    store.with(|db| Ok(db.execute(damage, [person(1).to_string()])?)).expect("damaged");
    let told = store.set_bad_picture_aside("a", person(1));
    assert!(matches!(told, Err(StoreError::Damaged)));
    store.set_bad_picture_aside("a", person(1)).expect("told once");
    store.set_bad_picture_aside("a", person(2)).expect("nothing is wrong with it");
    assert_eq!(store.picture("a", person(1)).expect("read"), None);
    assert!(store.others_with("a", person(3), "2").expect("asked") == [person(2)]);
    let parts = "SELECT COUNT(*) FROM picture_part WHERE account = 'aside/a'";
    let parts: u32 =
        store.with(|db| Ok(db.query_row(parts, [], |row| row.get(0))?)).expect("counted");
    assert_eq!(parts, 3);
    // What a newer version wrote, once that version is there.
    let place = rows::place("picture", "a", &person(1).to_string());
    let facts = serde_json::to_vec(&row(1, "1")).expect("JSON");
    let sealed = store.cipher.seal(&place, &facts).expect("sealed");
    let sql = "UPDATE picture SET facts = ?1 WHERE account = 'aside/a'";
    store.with(|db| Ok(db.execute(sql, [sealed])?)).expect("changed");
    store.set_bad_picture_aside("a", person(1)).expect("it comes back");
    assert_eq!(store.picture("a", person(1)).expect("read"), Some(row(1, "1")));
    assert!(store.picture_bytes("a", person(1), Pictured::Preview).expect("read").is_some());
    keep(&store, person(1), &row(3, "3"));
    assert!(store.picture_bytes("a", person(1), Pictured::Source).expect("read").is_some());
}

#[test]
fn of_somebody_with_an_own_account_nothing_set_aside_stays() {
    let store = store();
    let message = DraftKey::Message { person: person(1) };
    put(&store, "a", message, b"v900 {}");
    put(&store, "a", DraftKey::Address, b"v900 {}");
    put(&store, "a", DraftKey::SignIn, b"v900 {}");
    for page in [message, DraftKey::Address, DraftKey::SignIn] {
        assert!(store.open_draft("a", page).is_err());
    }
    // And one that lies in its place still.
    put(&store, "a", DraftKey::Declaration, b"v900 {}");
    let other = DraftKey::Message { person: person(2) };
    let text = Draft::Message(MessageDraft { text: "stays".to_owned(), key: None });
    store.save_draft("a", other, &text).expect("kept");
    store.forget_person("a", person(1)).expect("forgotten");
    assert_eq!(drafts(&store), 2, "the sign-in's, and the message about somebody else");
    assert_eq!(store.open_draft("a", other).expect("read"), Some(text));
}

#[test]
fn what_was_seen_and_cannot_be_read_is_asked_for_again() {
    let store = store();
    store.keep_seen("a", "board", &"board").expect("kept");
    let damage = "UPDATE seen SET sealed = zeroblob(40)";
    store.with(|db| Ok(db.execute(damage, [])?)).expect("damaged");
    assert_eq!(store.seen::<String>("a", "board").expect("no failure"), None);
    store.keep_seen("a", "board", &"fresh").expect("kept");
    assert_eq!(store.seen::<String>("a", "board").expect("read").as_deref(), Some("fresh"));
}
