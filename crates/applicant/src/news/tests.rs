//! What is told, and what is not.

use super::*;
use contract::board::{CardState, Clock, Household, HouseholdState};
use contract::id::{AccountId, HouseholdId, PersonId};
use contract::photo::SourceKind;
use jiff::civil::date;
use proptest::prelude::*;

const POLICY: Policy = Policy::PROGRAMME;
const TODAY: Date = date(2026, 11, 23);

fn photo(number: u8) -> PhotoId {
    PhotoId::new(1, [number; 10])
}

fn returned(number: u8) -> PhotoState {
    PhotoState::Returned {
        photo: photo(number),
        on: TODAY,
        reasons: Vec::new(),
        note_en: String::new(),
        note_fr: String::new(),
        earlier: Vec::new(),
    }
}

fn submitted(number: u8) -> PhotoState {
    PhotoState::Submitted { photo: photo(number), kind: SourceKind::Selfie, on: TODAY }
}

fn issued(on: Date) -> ProofState {
    ProofState::Issued { became_resident_on: date(2026, 11, 2), on }
}

fn clock(kind: ClockKind, left: i64) -> Clock {
    let ends_on = TODAY.checked_add(Span::new().days(left)).expect("a day");
    Clock { kind, ends_on, days_left: u16::try_from(left).unwrap_or(0) }
}

fn journey() -> Journey {
    Journey {
        date_of_birth: date(1988, 3, 27),
        age: 38,
        minor: false,
        declaration: None,
        address: None,
        photo: PhotoState::None,
        proof: ProofState::None,
        card: CardState::None,
        clocks: Vec::new(),
        unread_messages: 0,
    }
}

/// What is told of these journeys, one after the other; the first is the one that is met.
fn told_of(journeys: &[Journey]) -> Vec<Vec<WhatIsNew>> {
    let mut told = None;
    let each = journeys.iter().map(|journey| {
        let (news, now) = whats_new(told.as_ref(), journey, TODAY, &POLICY);
        told = Some(now);
        news
    });
    each.collect()
}

#[test]
fn what_was_there_before_is_not_told() {
    let all = Journey {
        photo: returned(1),
        proof: issued(TODAY),
        clocks: vec![clock(ClockKind::ProofDownload, 2)],
        unread_messages: 3,
        ..journey()
    };
    assert_eq!(told_of(&[all.clone(), all]), [vec![], vec![]]);
}

#[test]
fn each_returned_photo_is_told_once() {
    let with = |photo| Journey { photo, ..journey() };
    let told = told_of(&[
        with(submitted(1)),
        with(returned(1)),
        with(returned(1)),
        with(submitted(2)),
        with(returned(2)),
    ]);
    let news = vec![WhatIsNew::PhotoReturned];
    assert_eq!(told, [vec![], news.clone(), vec![], vec![], news]);
}

#[test]
fn a_proof_is_told_once_and_again_when_it_is_another_one() {
    let with = |proof| Journey { proof, ..journey() };
    let told = told_of(&[
        with(ProofState::None),
        with(issued(TODAY)),
        with(issued(TODAY)),
        // Revoked, which is not this, and issued again.
        with(ProofState::None),
        with(issued(date(2026, 12, 1))),
    ]);
    let news = vec![WhatIsNew::ProofReady];
    assert_eq!(told, [vec![], news.clone(), vec![], vec![], news]);
}

#[test]
fn messages_are_told_as_they_come_and_what_was_read_is_not() {
    let with = |unread_messages| Journey { unread_messages, ..journey() };
    let told = told_of(&[with(1), with(1), with(2), with(2), with(0), with(1), with(0)]);
    let news = vec![WhatIsNew::Message];
    let expected = [vec![], vec![], news.clone(), vec![], vec![], news, vec![]];
    assert_eq!(told, expected);
}

#[test]
fn a_clock_is_told_at_its_days_only() {
    let told_at = |kind| {
        let mut told = Some(Told::default());
        let days = (0..=60).rev().filter(|left| {
            let journey = Journey { clocks: vec![clock(kind, 60)], ..journey() };
            let today = TODAY.checked_add(Span::new().days(60 - left)).expect("a day");
            let (news, now) = whats_new(told.as_ref(), &journey, today, &POLICY);
            told = Some(now);
            news == [WhatIsNew::ClockRunsOut]
        });
        days.collect::<Vec<i64>>()
    };
    assert_eq!(told_at(ClockKind::TemporaryPassword), [3, 1]);
    assert_eq!(told_at(ClockKind::ProofDownload), [7, 3, 1]);
    assert_eq!(told_at(ClockKind::CardClaim), [30, 14, 7, 3, 1]);
}

#[test]
fn days_that_were_slept_through_are_told_once() {
    let journey = Journey { clocks: vec![clock(ClockKind::CardClaim, 2)], ..journey() };
    let (news, told) = whats_new(Some(&Told::default()), &journey, TODAY, &POLICY);
    assert_eq!(news, [WhatIsNew::ClockRunsOut], "not once for each of 30, 14, 7 and 3 days");
    assert_eq!(whats_new(Some(&told), &journey, TODAY, &POLICY).0, []);
    let over = TODAY.checked_add(Span::new().days(3)).expect("a day");
    let (news, told) = whats_new(Some(&Told::default()), &journey, over, &POLICY);
    assert_eq!((news, told.clocks), (vec![], vec![]), "it has run out");
}

#[test]
fn without_the_portal_clocks_run_on_and_nothing_else_is_new() {
    let kept = Journey {
        photo: returned(1),
        unread_messages: 2,
        clocks: vec![clock(ClockKind::ProofDownload, 9)],
        ..journey()
    };
    let board = Board {
        household: Household {
            id: HouseholdId::new(1, [0; 10]),
            application_number: "E001234567".to_owned(),
            applied_on: date(2025, 1, 2),
            state: HouseholdState::Active,
        },
        account: AccountId::new(1, [1; 10]),
        me: PersonId::new(1, [1; 10]),
        people: Vec::new(),
        at: Timestamp::UNIX_EPOCH,
        today: TODAY,
    };
    let at = |hours: i64| Timestamp::from_second(hours * 3600).expect("a time");
    let told = Told { unread_messages: 5, ..Told::default() };
    for (hours, expected) in [(0_i64, vec![]), (47, vec![]), (48, vec![WhatIsNew::ClockRunsOut])] {
        let today = today(&board, at(0), at(hours));
        let (news, now) = whats_new_meanwhile(&told, &kept, today, &POLICY);
        assert_eq!(news, expected, "after {hours} hours");
        assert_eq!((now.photo, now.unread_messages), (None, 5));
    }
    assert_eq!(today(&board, at(9), at(0)), TODAY, "a clock that was set back tells nothing");
}

fn any_journey() -> impl Strategy<Value = Journey> {
    let photo = prop_oneof![
        Just(PhotoState::None),
        (1..4_u8).prop_map(submitted),
        (1..4_u8).prop_map(returned)
    ];
    let proof =
        prop_oneof![Just(ProofState::None), (1..4_i8).prop_map(|d| issued(date(2026, 11, d)))];
    let kinds = prop_oneof![
        Just(ClockKind::TemporaryPassword),
        Just(ClockKind::ProofDownload),
        Just(ClockKind::CardClaim)
    ];
    let clocks = proptest::collection::vec((kinds, 0..40_i64), 0..3)
        .prop_map(|all| all.into_iter().map(|(kind, left)| clock(kind, left)).collect());
    (photo, proof, clocks, 0..4_u32).prop_map(|(photo, proof, clocks, unread_messages)| Journey {
        photo,
        proof,
        clocks,
        unread_messages,
        ..journey()
    })
}

proptest! {
    /// Whatever happens: the same journey twice is never news twice, nothing is told of the first,
    /// and no returned photo is told a second time in a row.
    #[test]
    fn nothing_is_told_twice(journeys in proptest::collection::vec(any_journey(), 1..12)) {
        let mut told: Option<Told> = None;
        for journey in &journeys {
            let (news, now) = whats_new(told.as_ref(), journey, TODAY, &POLICY);
            prop_assert!(told.is_some() || news.is_empty());
            prop_assert_eq!(whats_new(Some(&now), journey, TODAY, &POLICY), (vec![], now.clone()));
            if news.contains(&WhatIsNew::Message) {
                prop_assert!(journey.unread_messages > 0);
            }
            let written = serde_json::to_string(&now).expect("JSON");
            let read: Told = serde_json::from_str(&written).expect("read again");
            prop_assert_eq!(&read, &now, "it outlives the app");
            told = Some(read);
        }
    }
}
