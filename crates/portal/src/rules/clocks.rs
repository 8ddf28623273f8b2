//! The running clocks of a person, and what their end means. Every period comes from the policy.

use crate::case::{PersonFile, PhotoFile};
use crate::days;
use contract::board::{Clock, ClockKind};
use contract::policy::Policy;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

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
    let last_moment = end.checked_sub(SignedDuration::from_millis(1)).unwrap_or(end);
    person.card.is_none() && now >= end && !is_claimed(person, last_moment)
}

/// Whether address and photo were both in at a moment. A photo that was returned by then was not;
/// one that was returned later can still be replaced.
fn is_claimed(person: &PersonFile, at: Timestamp) -> bool {
    let photo_in = |photo: &PhotoFile| photo.submitted_at <= at && !photo.is_returned(at);
    person.address.as_ref().is_some_and(|address| address.first_at <= at)
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
    Some(days::days_after(days::day(proof.at, zone), policy.proof_download_days))
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
        .filter(|_| person.card.is_none() && !is_claimed(person, now));
    let mut clocks: Vec<Clock> = [
        (ClockKind::TemporaryPassword, temporary),
        (ClockKind::ProofDownload, proof_download_ends_on(person, zone, policy)),
        (ClockKind::CardClaim, claim),
    ]
    .into_iter()
    .filter_map(|(kind, ends_on)| {
        let ends_on = ends_on?;
        let left = (ends_on - today).get_days();
        Some(Clock { kind, ends_on, days_left: u16::try_from(left).ok()? })
    })
    .collect();
    clocks.sort_by_key(|clock| clock.ends_on);
    clocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{AddressFile, ContactFile, DecisionFile, ProofFile, Verdict};
    use contract::address::Address;
    use contract::board::{Name, Relationship};
    use contract::id::{PersonId, PhotoId};
    use contract::photo::{PictureFormat, SourceKind};
    use jiff::civil::date;
    use uuid::Uuid;

    /// So many hours after the first moment of 1 November 2026, in UTC.
    fn at(hour: i64) -> Timestamp {
        let start = date(2026, 11, 1).at(0, 0, 0, 0).to_zoned(TimeZone::UTC);
        let start = start.expect("a time").timestamp();
        start.checked_add(SignedDuration::from_hours(hour)).expect("a time")
    }

    /// Became a resident on 1 November 2026; address and photo as given, in hours.
    fn person(address: Option<i64>, photo: Option<i64>, returned: Option<i64>) -> PersonFile {
        PersonFile {
            id: PersonId(Uuid::nil()),
            name: Name::default(),
            date_of_birth: date(1990, 1, 1),
            uci: String::new(),
            email: None,
            contact: ContactFile::default(),
            treated_as: None,
            relationship: Relationship::Principal,
            account: None,
            declaration: None,
            address: address.map(|hour| AddressFile {
                at: at(hour),
                first_at: at(hour),
                by: PersonId(Uuid::nil()),
                reference: String::new(),
                mailing: Address::default(),
                residential: None,
            }),
            photos: photo.into_iter().map(|hour| submitted(hour, returned)).collect(),
            proof: Some(ProofFile { became_resident_on: date(2026, 11, 1), at: at(0) }),
            card: None,
        }
    }

    fn submitted(hour: i64, returned: Option<i64>) -> PhotoFile {
        let verdict = Verdict::Returned {
            reasons: Vec::new(),
            note_en: String::new(),
            note_fr: String::new(),
        };
        PhotoFile {
            id: PhotoId(Uuid::nil()),
            object: None,
            format: PictureFormat::Jpeg,
            kind: SourceKind::Scan,
            submitted_at: at(hour),
            pixels_sha256: [0; 32],
            likeness: None,
            decision: returned.map(|hour| DecisionFile { verdict, effective_at: at(hour) }),
        }
    }

    fn claim(person: &PersonFile, hour: i64) -> (Option<u16>, bool) {
        let policy = Policy::PROGRAMME;
        let clocks = running(person, &TimeZone::UTC, at(hour), &policy);
        let clock = clocks.iter().find(|clock| clock.kind == ClockKind::CardClaim);
        let must = must_apply(person, &TimeZone::UTC, at(hour), &policy);
        (clock.map(|clock| clock.days_left), must)
    }

    #[test]
    fn the_claim_runs_through_its_last_day() {
        let end = 181 * 24;
        let nothing = person(None, None, None);
        assert_eq!(claim(&nothing, 0), (Some(180), false));
        assert_eq!(claim(&nothing, end - 1), (Some(0), false));
        assert_eq!(claim(&nothing, end), (None, true));
        let both = person(Some(1), Some(2), None);
        assert_eq!(claim(&both, 1), (Some(180), false));
        assert_eq!(claim(&both, 2), (None, false));
        assert_eq!(claim(&both, end), (None, false));
        let late = person(Some(1), Some(end), None);
        assert_eq!(claim(&late, end), (None, true));
        let returned_in_time = person(Some(1), Some(2), Some(48));
        assert_eq!(claim(&returned_in_time, 48), (Some(178), false));
        assert_eq!(claim(&returned_in_time, end), (None, true));
        let returned_late = person(Some(1), Some(2), Some(end));
        assert_eq!(claim(&returned_late, end + 1), (None, false));
    }

    proptest::proptest! {
        #[test]
        fn a_clock_never_runs_where_one_must_apply(
            address in proptest::option::of(0..6000_i64),
            photo in proptest::option::of(0..6000_i64),
            returned in proptest::option::of(0..6000_i64),
            hour in 0..6000_i64,
        ) {
            // Only what has happened by then is known.
            let person = person(
                address.filter(|at| *at <= hour),
                photo.filter(|at| *at <= hour),
                returned.filter(|at| photo.is_some_and(|photo| photo <= *at)),
            );
            let (clock, must) = claim(&person, hour);
            proptest::prop_assert!(!(clock.is_some() && must));
            if hour < 181 * 24 {
                proptest::prop_assert!(!must);
            } else {
                proptest::prop_assert_eq!(clock, None);
            }
        }
    }
}
