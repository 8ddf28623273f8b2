//! What differs, and what does not.

use super::*;
use crate::view::household::tests::{board, person_id};
use contract::draft::{AcceptedWarnings, DeclarationDraft, MessageDraft, PhotoDraft};
use jiff::civil::date;

fn address(street: &str) -> Address {
    Address {
        street: street.into(),
        municipality: "Ottawa".into(),
        province: "ON".into(),
        postal_code: "K1A 0B1".into(),
        ..Address::default()
    }
}

fn typed(street: &str) -> AddressDraft {
    AddressDraft {
        people: Some(vec![person_id(0), person_id(1)]),
        mailing: address(street),
        ..AddressDraft::default()
    }
}

fn of(draft: AddressDraft) -> Draft {
    Draft::Address(Box::new(draft))
}

fn differing(rows: &[Row]) -> Vec<(Option<&str>, &str)> {
    rows.iter().filter(|row| row.differs()).map(|row| (row.group, row.asked)).collect()
}

#[test]
fn only_the_answers_that_differ_are_told_apart() {
    let mut there = typed("12 Elm St");
    there.people = Some(vec![person_id(1), person_id(0)]);
    there.mailing.unit = "4".into();
    there.lives_elsewhere = true;
    there.residential = address("9 Oak Ave");
    let rows = rows(&of(typed("12 Elm St")), &of(there));
    let residential = |asked| (Some("residential-heading"), asked);
    assert_eq!(
        differing(&rows),
        [
            (Some("mailing-heading"), "address-unit"),
            (None, "address-elsewhere"),
            residential("address-street"),
            residential("address-municipality"),
            residential("address-province"),
            residential("address-postal-code"),
        ]
    );
    let asked: Vec<&str> = rows.iter().map(|row| row.asked).collect();
    assert_eq!(asked[..3], ["address-who", "address-unit", "address-street"]);
    assert!(!asked.contains(&"address-care-of"), "nobody gave one");
}

#[test]
fn what_no_reader_sees_is_no_difference() {
    let began = AddressDraft { instead_of: Some(Vec::new()), ..typed("12 Elm St") };
    assert!(are_alike(&of(began), &of(typed("12 Elm St"))));
    let message = |text: &str, key: Option<u8>| {
        let key = key.map(|number| contract::id::IdempotencyKey::new(0, [number; 10]));
        Draft::Message(MessageDraft { text: text.into(), key })
    };
    assert!(are_alike(&message("Hello", Some(1)), &message("Hello", None)));
    assert!(!are_alike(&message("Hello", None), &message("Hello there", None)));
    assert!(!are_alike(&message("", None), &of(AddressDraft::default())), "another page");
    let ticked = |people: &[u8]| {
        let people = people.iter().copied().map(person_id).collect();
        Draft::Declaration(DeclarationDraft { people })
    };
    assert!(are_alike(&ticked(&[1, 0]), &ticked(&[0, 1])));
    assert!(!are_alike(&ticked(&[1]), &ticked(&[])));
}

#[test]
fn a_photo_is_told_in_what_was_said_of_it() {
    let here = PhotoDraft {
        kind: Some(SourceKind::Scan),
        crop: Some(Crop { x: 1, y: 2, width: 500, height: 700 }),
        accepted: None,
    };
    let read =
        AcceptedWarnings { pixels_sha256: "ab".into(), reasons: vec![Reason::BackgroundShadow] };
    let there = PhotoDraft { kind: here.kind, accepted: Some(read), crop: None };
    let rows = rows(&Draft::Photo(here), &Draft::Photo(there));
    assert_eq!(differing(&rows), [(None, "conflict-part"), (None, "conflict-warnings")]);
    assert_eq!(rows[1].there, Value::Nothing);
    assert_eq!(rows[2].there, Value::Warnings(vec![Reason::BackgroundShadow]));
}

fn given(street: &str, reference: &str) -> GivenAddress {
    GivenAddress {
        mailing: address(street),
        residential: None,
        on: date(2026, 11, 22),
        open: true,
        reference: reference.into(),
        by: Some(person_id(1)),
    }
}

/// A board on which these people have these addresses.
fn with(given_to: &[(usize, GivenAddress)]) -> Board {
    let mut board = board(3);
    for (person, given) in given_to {
        let journey = board.people[*person].journey.as_mut().expect("a journey");
        journey.address = Some(given.clone());
    }
    board
}

#[test]
fn an_address_that_was_given_meanwhile_is_shown_beside_the_typed_one() {
    let before = with(&[(0, given("1 Elm St", "A"))]);
    let ours = AddressDraft { instead_of: seen_addresses(&before), ..typed("3 Elm St") };
    assert_eq!(given_meanwhile(&ours, &before), [], "nothing happened");
    // Both were given another one together, and somebody who is not chosen too.
    let two = given("2 Elm St", "B");
    let now = with(&[(0, two.clone()), (1, two.clone()), (2, given("7 Oak Ave", "C"))]);
    let found = given_meanwhile(&ours, &now);
    assert_eq!(found, [Meanwhile { people: vec![person_id(0), person_id(1)], given: two }]);
    assert_eq!(differing(&found[0].beside(&ours)), [(Some("mailing-heading"), "address-street")]);
    // Whoever saw them goes on.
    let decided = AddressDraft { instead_of: seen_addresses(&now), ..ours.clone() };
    assert_eq!(given_meanwhile(&decided, &now), []);
    // Each another one.
    let apart = with(&[(0, given("2 Elm St", "B")), (1, given("4 Elm St", "D"))]);
    assert_eq!(given_meanwhile(&ours, &apart).len(), 2);
}

#[test]
fn the_same_address_in_other_letters_is_no_conflict() {
    let mut ours = AddressDraft { instead_of: Some(Vec::new()), ..typed(" 2  Elm St") };
    ours.mailing.postal_code = "k1a0b1".into();
    ours.residential = address("left over from before the box was unticked");
    let now = with(&[(0, given("2 Elm St", "B"))]);
    assert_eq!(given_meanwhile(&ours, &now), []);
    ours.lives_elsewhere = true;
    assert_eq!(given_meanwhile(&ours, &now).len(), 1);
}

#[test]
fn what_an_earlier_app_kept_says_nothing_of_what_was_seen() {
    let kept = with(&[(0, given("1 Elm St", ""))]);
    assert_eq!(seen_addresses(&kept), None);
    assert_eq!(seen_addresses(&with(&[])), Some(Vec::new()));
    let untold = AddressDraft { instead_of: None, ..typed("3 Elm St") };
    assert_eq!(given_meanwhile(&untold, &with(&[(0, given("1 Elm St", "A"))])), []);
}
