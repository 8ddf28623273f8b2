//! Recording proofs of status and what happens to cards.

use super::{Office, OfficerError, needing};
use crate::case::CardStep;
use contract::id::PersonId;
use jiff::civil::Date;

/// Records the proof of status.
///
/// # Errors
/// `wrong_state` before the declaration, a second time, for a day to come or before the
/// application, or where the household is stopped.
pub async fn proof(
    office: &Office,
    person: PersonId,
    became_resident_on: Date,
) -> Result<(), OfficerError> {
    let now = office.now();
    let mail = office.new_id(now)?;
    needing(
        office.store.record_proof(person, became_resident_on, mail, now).await,
        "a proof needs the declaration, is issued once, and not for a day to come or before the \
         application",
    )
}

/// Records that a card was made.
///
/// # Errors
/// `wrong_state` without an address and an accepted photo, or where one was made.
pub async fn card_made(office: &Office, person: PersonId) -> Result<(), OfficerError> {
    let why = "a card needs an address and a photo whose acceptance can no longer be undone, and \
               is made once";
    step(office, person, CardStep::Made, why).await
}

/// Records that a card was mailed; once every card was, the household is closed.
///
/// # Errors
/// `wrong_state` where it was not made or did not come back.
pub async fn card_mailed(office: &Office, person: PersonId) -> Result<(), OfficerError> {
    let why = "a card is mailed once it was made, or again once it came back";
    step(office, person, CardStep::Mailed, why).await
}

/// Records that a card came back.
///
/// # Errors
/// `wrong_state` where it was not mailed.
pub async fn card_undelivered(office: &Office, person: PersonId) -> Result<(), OfficerError> {
    let why = "a card comes back only after it was mailed";
    step(office, person, CardStep::Undelivered, why).await
}

async fn step(
    office: &Office,
    person: PersonId,
    step: CardStep,
    why: &'static str,
) -> Result<(), OfficerError> {
    let now = office.now();
    let mail = office.new_id(now)?;
    needing(office.store.record_card(person, step, mail, now).await, why)
}
