//! What is left of somebody who got an own account.

use super::key;
use super::pictures::{judgement, keep, person, row};
use crate::news::Told;
use crate::store::{DeviceKey, SentPicture, Settled, Store, photo_of, timeline_of};
use contract::draft::{AddressDraft, DeclarationDraft, Draft, DraftKey, MessageDraft, PhotoDraft};
use contract::id::{PersonId, UploadId};
use contract::picked::Examined;
use std::path::Path;

const MAIN_FILE: &str = "landed.sqlite";

/// Everything that is ever kept of a person under account `a`.
fn fill(store: &Store, person: PersonId, number: u8) {
    let message = Draft::Message(MessageDraft { text: "typed".to_owned(), key: None });
    let said = Draft::Photo(PhotoDraft::default());
    store.save_draft("a", DraftKey::Photo { person }, &said).expect("kept");
    store.save_draft("a", DraftKey::Message { person }, &message).expect("kept");
    store.keep_seen("a", &timeline_of(person), &"timeline").expect("kept");
    let told = |_, _: Option<&Told>| Some((Vec::<()>::new(), Told::of_messages(number.into())));
    store.tell("a", [person], told).expect("told");
    let sent = SentPicture {
        person,
        upload: UploadId::new(1, [number; 10]),
        source_sha256: "ef".repeat(32),
    };
    let settled = Settled { draft: None, picture: Some(sent) };
    store.settle("a", &photo_of(person), &settled).expect("settled");
    store.sending_key("a", &photo_of(person), &"submission", key(number)).expect("a key");
    let row = row(number, "cd");
    keep(store, person, &row);
    for which in [Examined::Source, Examined::Prepared] {
        assert!(store.keep_judgement("a", person, &row, which, &judgement(1)).expect("kept"));
    }
}

/// How many rows name a person.
fn rows_of(store: &Store, person: PersonId) -> u32 {
    let count = "SELECT (SELECT COUNT(*) FROM picture WHERE person = ?1)
        + (SELECT COUNT(*) FROM picture_part WHERE person = ?1)
        + (SELECT COUNT(*) FROM draft WHERE page LIKE '%' || ?1)
        + (SELECT COUNT(*) FROM seen WHERE what LIKE '%' || ?1)
        + (SELECT COUNT(*) FROM sending WHERE what LIKE '%' || ?1)";
    let rows = store.with(|db| Ok(db.query_row(count, [person.to_string()], |row| row.get(0))?));
    rows.expect("counted")
}

fn in_files(folder: &Path, text: impl AsRef<[u8]>) -> bool {
    let text = text.as_ref();
    std::fs::read_dir(folder).expect("the folder").any(|file| {
        let bytes = std::fs::read(file.expect("a file").path()).expect("its bytes");
        bytes.windows(text.len()).any(|part| part == text)
    })
}

/// The beginnings of everything that is sealed about a person just now: no two rows that were ever
/// written begin alike, so a copy of one would be found wherever it lies.
fn sealed_of(store: &Store, person: PersonId) -> Vec<Vec<u8>> {
    let rows = "SELECT sealed FROM draft WHERE page LIKE '%' || ?1
        UNION ALL SELECT sealed FROM seen WHERE what LIKE '%' || ?1
        UNION ALL SELECT body FROM sending WHERE what LIKE '%' || ?1
        UNION ALL SELECT facts FROM picture WHERE person = ?1
        UNION ALL SELECT sealed FROM picture_part WHERE person = ?1";
    let rows = store.with(|db| {
        let mut query = db.prepare(rows)?;
        let rows = query.query_map([person.to_string()], |row| row.get::<_, Vec<u8>>(0))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    });
    rows.expect("read").iter().map(|row| row[..24].to_vec()).collect()
}

#[test]
fn nothing_that_was_ever_sealed_about_them_is_left_in_any_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = DeviceKey::generate().expect("a key");
    let file = folder.path().join(MAIN_FILE);
    let store = Store::open(&file, &key).expect("a store");
    let (mut one, mut two) = (Vec::new(), Vec::new());
    // Typed, picked and seen over and over: former writings lie in the log and in free pages.
    for _ in 0..20 {
        for (number, all) in [(1, &mut one), (2, &mut two)] {
            fill(&store, person(number), number);
            all.extend(sealed_of(&store, person(number)));
        }
    }
    let now = sealed_of(&store, person(1));
    let found = |all: &[Vec<u8>]| all.iter().filter(|row| in_files(folder.path(), row)).count();
    assert!(found(&two) > 11, "what is looked for would be found, former writings too");
    // A second window has the file open.
    let other = Store::open(&file, &key).expect("a store");
    store.forget_person("a", person(2)).expect("forgotten");
    assert_eq!(found(&two), 0);
    assert_eq!(found(&now), now.len(), "the other person's is there");
    assert_eq!(other.draft("a", DraftKey::Message { person: person(2) }).expect("read"), None);
}

#[test]
fn nothing_is_left_of_them_in_rows_and_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = DeviceKey::generate().expect("a key");
    let store = Store::open(&folder.path().join(MAIN_FILE), &key).expect("a store");
    for number in [1, 2] {
        fill(&store, person(number), number);
    }
    let of_one = rows_of(&store, person(1));
    assert_eq!(rows_of(&store, person(2)), of_one);
    assert_eq!(of_one, 12, "picture, five kinds of bytes, two drafts, three seen, one under way");
    assert!(in_files(folder.path(), person(2).to_string()), "what is looked for would be found");

    store.forget_person("b", person(2)).expect("forgotten");
    assert_eq!(rows_of(&store, person(2)), of_one, "another account's is another matter");
    store.forget_person("a", person(2)).expect("forgotten");
    assert_eq!((rows_of(&store, person(2)), rows_of(&store, person(1))), (0, of_one));
    assert!(!in_files(folder.path(), person(2).to_string()), "it still lies in a file");
}

#[test]
fn of_what_is_for_several_their_part_goes() {
    let store = super::store();
    let keys = [(DraftKey::Declaration, "declaration"), (DraftKey::Address, "address")];
    let save = |people: &[PersonId]| {
        let declaration = DeclarationDraft { people: people.to_vec() };
        let address = AddressDraft { people: Some(people.to_vec()), ..AddressDraft::default() };
        let drafts = [Draft::Declaration(declaration), Draft::Address(Box::new(address))];
        for ((key, _), draft) in keys.iter().zip(&drafts) {
            store.save_draft("a", *key, draft).expect("kept");
        }
        drafts
    };
    for (_, what) in keys {
        store.sending_key("a", what, &"body", key(1)).expect("a key");
    }
    let alone = save(&[person(1)]);
    store.forget_person("a", person(2)).expect("forgotten");
    for ((page, what), draft) in keys.iter().zip(&alone) {
        assert_eq!(store.draft("a", *page).expect("read").as_ref(), Some(draft));
        assert!(store.is_sending("a", what, &"body").expect("asked"), "it is not about them");
    }
    save(&[person(1), person(2)]);
    store.forget_person("a", person(2)).expect("forgotten");
    for ((page, what), draft) in keys.iter().zip(&alone) {
        assert_eq!(store.draft("a", *page).expect("read").as_ref(), Some(draft));
        assert!(!store.is_sending("a", what, &"body").expect("asked"));
    }
    store.forget_person("a", person(1)).expect("forgotten");
    for (page, _) in keys {
        assert_eq!(store.draft("a", page).expect("read"), None, "nobody is left in it");
    }
}
