//! The running clocks of a person, and what their end means. Every period comes from the policy.

use crate::case::{PersonFile, PhotoFile};
use crate::days;
use contract::board::{Clock, ClockKind};
use contract::policy::Policy;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The last day on which address and photo can still be given to get the card; nothing before
/// `became_resident_on` is known.
#[must_use]
pub fn card_claim_ends_on(person: &PersonFile, policy: &Policy) -> Option<Date> {
    let proof = person.proof.as_ref()?;
    Some(days::days_after(proof.became_resident_on, policy.card_claim_days))
}

/// Whether the card must be applied for separately: it was not made, and at the end of the claim's
/// last day address and photo were not both in.
#[must_use]
pub fn must_apply(person: &PersonFile, zone: &TimeZone, now: Timestamp, policy: &Policy) -> bool {
    let Some(last_day) = card_claim_ends_on(person, policy) else {
        return false;
    };
    let end = days::end_of(last_day, zone);
    person.card.is_none() && now >= end && !was_claimed(person, end)
}

/// Whether address and photo were both in just before `end`. A photo that was returned by then was
/// not; one that was returned later can still be replaced.
fn was_claimed(person: &PersonFile, end: Timestamp) -> bool {
    let photo_in = |photo: &PhotoFile| photo.submitted_at < end && !photo.is_returned(end);
    person
        .address
        .as_ref()
        .is_some_and(|address| address.first_at < end)
        && person.photos.iter().any(photo_in)
}

/// The last day on which the proof can be downloaded.
#[must_use]
pub fn proof_download_ends_on(
    person: &PersonFile,
    zone: &TimeZone,
    policy: &Policy,
) -> Option<Date> {
    let proof = person.proof.as_ref()?;
    Some(days::days_after(
        days::day(proof.at, zone),
        policy.proof_download_days,
    ))
}

/// Every running clock of a person, the next to end first.
#[must_use]
pub fn running(
    person: &PersonFile,
    zone: &TimeZone,
    now: Timestamp,
    policy: &Policy,
) -> Vec<Clock> {
    let today = days::day(now, zone);
    let temporary = person
        .account
        .as_ref()
        .filter(|account| !account.active)
        .and_then(|account| account.temporary_last_day);
    let claim = card_claim_ends_on(person, policy)
        .filter(|_| person.card.is_none() && !was_claimed(person, now));
    let mut clocks: Vec<Clock> = [
        (ClockKind::TemporaryPassword, temporary),
        (
            ClockKind::ProofDownload,
            proof_download_ends_on(person, zone, policy),
        ),
        (ClockKind::CardClaim, claim),
    ]
    .into_iter()
    .filter_map(|(kind, ends_on)| {
        let ends_on = ends_on?;
        let left = (ends_on - today).get_days();
        Some(Clock {
            kind,
            ends_on,
            days_left: u16::try_from(left).ok()?,
        })
    })
    .collect();
    clocks.sort_by_key(|clock| clock.ends_on);
    clocks
}
