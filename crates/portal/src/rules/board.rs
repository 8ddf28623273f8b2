//! The household board of one account: what its person may see of each member.

use crate::access::{self, Relation};
use crate::case::{CardStep, CaseFile, PersonFile, Verdict};
use crate::days;
use crate::rules::messages::Unread;
use crate::rules::{clocks, journey};
use crate::secret;
use contract::board::{
    Board, CardState, Declared, GivenAddress, Household, Journey, Person, PhotoState, ProofState,
    ReturnedPhoto,
};
use contract::id::{AccountId, PersonId};
use contract::identity::age_on;
use contract::policy::Policy;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The board as `me` may see it. Somebody for whom the account does not act has a name and a
/// relationship, and nothing else.
#[must_use]
pub fn board(
    case: &CaseFile,
    unread: &Unread,
    account: AccountId,
    me: PersonId,
    now: Timestamp,
    policy: &Policy,
) -> Board {
    let zone = case.zone();
    let people = case.people.iter().map(|person| {
        let visible =
            matches!(access::relation(case, me, person.id), Relation::Oneself | Relation::ActedFor);
        Person {
            id: person.id,
            name: person.name.clone(),
            relationship: person.relationship,
            journey: visible.then(|| seen(case, person, unread, &zone, now, policy)),
        }
    });
    Board {
        household: Household {
            id: case.id,
            application_number: case.application_number.clone(),
            applied_on: case.applied_on,
            state: case.state,
        },
        account,
        me,
        people: people.collect(),
        at: now,
        today: days::day(now, &zone),
    }
}

fn seen(
    case: &CaseFile,
    person: &PersonFile,
    unread: &Unread,
    zone: &TimeZone,
    now: Timestamp,
    policy: &Policy,
) -> Journey {
    let today = days::day(now, zone);
    Journey {
        date_of_birth: person.date_of_birth,
        age: age_on(person.date_of_birth, today),
        minor: case.is_minor(person),
        declaration: person.declaration.as_ref().map(|declared| Declared {
            at: declared.at,
            on: days::day(declared.at, zone),
            by: declared.by.clone(),
            reference: declared.reference.clone(),
        }),
        address: person.address.as_ref().map(|given| GivenAddress {
            mailing: given.mailing.clone(),
            residential: given.residential.clone(),
            on: days::day(given.at, zone),
            open: journey::address_is_open(case, person, now, policy),
            reference: given.reference.clone(),
            by: Some(given.by),
        }),
        photo: photo_state(person, zone, now),
        proof: person.proof.as_ref().map_or(ProofState::None, |proof| ProofState::Issued {
            became_resident_on: proof.became_resident_on,
            on: days::day(proof.at, zone),
        }),
        card: card_state(person, zone, now, policy),
        clocks: clocks::running(person, zone, now, policy),
        unread_messages: unread.get(&person.id).copied().unwrap_or_default(),
    }
}

/// Where a person's photo stands for everyone but officers: a decision shows once it can no longer
/// be undone.
#[must_use]
pub fn photo_state(person: &PersonFile, zone: &TimeZone, now: Timestamp) -> PhotoState {
    let Some(photo) = person.photos.last() else {
        return PhotoState::None;
    };
    let Some(decision) = photo.decided(now) else {
        return PhotoState::Submitted {
            photo: photo.id,
            kind: photo.kind,
            on: days::day(photo.submitted_at, zone),
        };
    };
    let on = days::day(decision.effective_at, zone);
    match &decision.verdict {
        Verdict::Accepted => PhotoState::Accepted { photo: photo.id, on },
        Verdict::Returned { reasons, note_en, note_fr } => PhotoState::Returned {
            photo: photo.id,
            on,
            reasons: reasons.clone(),
            note_en: note_en.clone(),
            note_fr: note_fr.clone(),
            earlier: returned(person, now),
        },
    }
}

/// What tells every returned photo of a person again, the latest first.
fn returned(person: &PersonFile, now: Timestamp) -> Vec<ReturnedPhoto> {
    let returned = person.photos.iter().rev().filter(|photo| photo.is_returned(now));
    let told = returned.map(|photo| ReturnedPhoto {
        pixels_sha256: secret::hex(&photo.pixels_sha256),
        likeness: photo.likeness.clone(),
    });
    told.collect()
}

/// Where a person's card stands.
#[must_use]
pub fn card_state(
    person: &PersonFile,
    zone: &TimeZone,
    now: Timestamp,
    policy: &Policy,
) -> CardState {
    match &person.card {
        Some(card) => {
            let on = days::day(card.at, zone);
            match card.step {
                CardStep::Made => CardState::Made { on },
                CardStep::Mailed => CardState::Mailed { on },
                CardStep::Undelivered => CardState::Undelivered { on },
            }
        }
        None if clocks::must_apply(person, zone, now, policy) => CardState::MustApply,
        None => CardState::None,
    }
}
