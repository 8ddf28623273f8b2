//! Sample people and where their journeys stand. All of them are made up.

use super::photos;
use contract::address::Address;
use contract::board::{
    Board, CardState, Clock, ClockKind, Declared, GivenAddress, Household, HouseholdState, Journey,
    Name, Person, PhotoState, ProofState, Relationship, ReturnedPhoto,
};
use contract::id::{AccountId, HouseholdId, PersonId, PhotoId};
use contract::photo::{Reason, SourceKind};
use contract::timeline::{Event, TimelineEntry};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};

/// How far a sample household has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scene {
    /// Nothing is done yet.
    Begins,
    /// Declared; a photo came back; one adult has an own account.
    Returned,
    /// Everything is sent.
    Waits,
    /// One card is mailed, one came back, one must be applied for.
    Cards,
    /// Asked to an interview.
    Stopped,
    /// One person alone.
    Alone,
}

const TODAY: Date = date(2026, 11, 22);

/// The moment of every sample.
pub(super) fn now() -> Timestamp {
    date(2026, 11, 22).at(21, 5, 0, 0).in_tz_utc()
}

trait InUtc {
    fn in_tz_utc(self) -> Timestamp;
}

impl InUtc for jiff::civil::DateTime {
    fn in_tz_utc(self) -> Timestamp {
        jiff::tz::Offset::UTC.to_timestamp(self).unwrap_or_default()
    }
}

/// The person at this place of the household.
pub(super) fn person_id(n: u8) -> PersonId {
    PersonId::new(1_790_000_000_000, [n; 10])
}

fn photo_id() -> PhotoId {
    PhotoId::new(1_790_000_000_000, [9; 10])
}

pub(super) fn name(given: &str, family: &str) -> Name {
    Name { given: given.into(), family: family.into() }
}

/// The address that the samples have given.
pub(super) fn mailing() -> Address {
    Address {
        unit: "1204".into(),
        street: "88 RUE SAINTE-CATHERINE O".into(),
        municipality: "MONTRÉAL".into(),
        province: "QC".into(),
        postal_code: "H2X 1Z3".into(),
        ..Address::default()
    }
}

fn journey(age: u8) -> Journey {
    Journey {
        date_of_birth: date(2026 - i16::from(age), 3, 27),
        age,
        minor: age < 18,
        declaration: None,
        address: None,
        photo: PhotoState::None,
        proof: ProofState::None,
        card: CardState::None,
        clocks: Vec::new(),
        unread_messages: 0,
    }
}

fn declared(journey: &mut Journey) {
    let on = date(2026, 11, 8);
    journey.declaration = Some(Declared {
        at: on.at(15, 0, 0, 0).in_tz_utc(),
        on,
        by: name("Leila", "Haddad"),
        reference: "DP-7K2M-9QXT".into(),
    });
    journey.address = Some(GivenAddress {
        mailing: mailing(),
        residential: None,
        on: date(2026, 11, 9),
        open: true,
        reference: "AD-4F7H-2MKQ".into(),
        by: Some(person_id(0)),
    });
    let (became_resident_on, on) = (date(2026, 11, 8), date(2026, 11, 12));
    journey.proof = ProofState::Issued { became_resident_on, on };
    journey.clocks = vec![
        Clock { kind: ClockKind::ProofDownload, ends_on: date(2026, 11, 28), days_left: 6 },
        Clock { kind: ClockKind::CardClaim, ends_on: date(2027, 5, 7), days_left: 166 },
    ];
}

fn returned() -> PhotoState {
    PhotoState::Returned {
        photo: photo_id(),
        on: date(2026, 11, 20),
        reasons: vec![Reason::BackgroundShadow, Reason::HeadTooSmall],
        note_en: "There is a shadow behind your head. Stand further from the wall.".into(),
        note_fr: "Il y a une ombre derrière votre tête. Éloignez-vous du mur.".into(),
        earlier: vec![ReturnedPhoto { pixels_sha256: photos::RETURNED.repeat(32), likeness: None }],
    }
}

/// A household.
pub(super) fn board(scene: Scene) -> Board {
    let mut people = vec![
        (name("Leila", "Haddad"), Relationship::Principal, journey(38)),
        (name("Wei", "Chen"), Relationship::Spouse, journey(40)),
        (
            name(
                "Maximiliana Guadalupe Alejandrina",
                "de los Ángeles Haddad-Chen y Fernández de Córdoba Villavicencio",
            ),
            Relationship::Child,
            journey(13),
        ),
        (name("Mei", ""), Relationship::Child, journey(4)),
    ];
    if scene == Scene::Alone {
        people.truncate(1);
    }
    if !matches!(scene, Scene::Begins | Scene::Alone) {
        people.iter_mut().for_each(|(.., journey)| declared(journey));
    }
    let (photo, on) = (photo_id(), date(2026, 11, 14));
    let sent = PhotoState::Submitted { photo, kind: SourceKind::DigitalPhoto, on };
    let accepted = PhotoState::Accepted { photo, on: date(2026, 11, 18) };
    match scene {
        Scene::Begins | Scene::Alone | Scene::Stopped => {}
        Scene::Returned => {
            people[0].2.unread_messages = 1;
            people[3].2.unread_messages = 2;
            people[0].2.photo = accepted;
            people[2].2.photo = sent;
            people[3].2.photo = returned();
        }
        Scene::Waits => {
            people[0].2.photo = accepted;
            people[1..].iter_mut().for_each(|(.., journey)| journey.photo = sent.clone());
        }
        Scene::Cards => {
            for (.., journey) in &mut people {
                journey.photo = accepted.clone();
                journey.clocks.truncate(1);
                if let Some(given) = &mut journey.address {
                    given.open = false;
                }
            }
            people[0].2.card = CardState::Mailed { on: date(2026, 11, 21) };
            people[1].2.card = CardState::Undelivered { on: date(2026, 11, 21) };
            people[2].2.card = CardState::MustApply;
        }
    }
    Board {
        household: Household {
            id: HouseholdId::new(0, [0; 10]),
            application_number: "E001234567".into(),
            applied_on: date(2025, 1, 2),
            state: if scene == Scene::Stopped {
                HouseholdState::Interview
            } else {
                HouseholdState::Active
            },
        },
        account: AccountId::new(0, [0; 10]),
        me: person_id(0),
        people: (0..)
            .zip(people)
            .map(|(n, (name, relationship, journey))| {
                let own_account = scene == Scene::Returned && n == 1;
                let journey = (!own_account).then_some(journey);
                Person { id: person_id(n), name, relationship, journey }
            })
            .collect(),
        at: now(),
        today: TODAY,
    }
}

/// What happened to a person, latest first.
pub(super) fn timeline(scene: Scene) -> Vec<TimelineEntry> {
    let note = match returned() {
        PhotoState::Returned { reasons, note_en, note_fr, .. } => {
            Event::PhotoReturned { reasons, note_en, note_fr }
        }
        _ => Event::PhotoSubmitted,
    };
    let mut events = vec![
        Event::Invited,
        Event::Answered,
        Event::EmailConfirmed,
        Event::AccountOpened,
        Event::FirstSignedIn,
    ];
    if !matches!(scene, Scene::Begins | Scene::Alone | Scene::Stopped) {
        events.extend([
            Event::PresenceDeclared { by: name("Leila", "Haddad") },
            Event::AddressGiven,
            Event::ProofIssued { became_resident_on: date(2026, 11, 8) },
            Event::PhotoSubmitted,
            note,
        ]);
    }
    if scene == Scene::Returned {
        events.extend([Event::EmailChanged, Event::MessageReceived]);
    }
    if scene == Scene::Cards {
        events.extend([
            Event::PhotoSubmitted,
            Event::PhotoAccepted,
            Event::CardMade,
            Event::CardMailed,
        ]);
    }
    events.reverse();
    (0..)
        .zip(events)
        .map(|(n, event)| {
            let days = SignedDuration::from_hours(24 * (2 + 2 * n));
            let at = now().checked_sub(days).unwrap_or_default();
            let on = jiff::tz::Offset::UTC.to_datetime(at).date();
            let next_by = (event == Event::PhotoSubmitted).then(|| date(2026, 12, 2));
            TimelineEntry { at, on, event, next_by }
        })
        .collect()
}
