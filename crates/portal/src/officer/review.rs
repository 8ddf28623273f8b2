//! Reviewing photos.

use super::{Office, OfficerError, needing, report};
use crate::case::Verdict;
use crate::store::{NewDecision, WaitingPhoto};
use contract::Code;
use contract::id::{PersonId, PhotoId};
use contract::photo::Reason;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// A photo that waits for a decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PhotoRow {
    /// The photo.
    pub photo: PhotoId,
    /// On which application.
    pub application_number: String,
    /// Whose.
    pub person: PersonId,
    /// Their name in one line.
    pub name: String,
    /// Their date of birth.
    pub date_of_birth: Date,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// What its examination found, in short.
    pub examination: report::Verdict,
}

/// Photos that wait for a decision, the longest wait first.
///
/// # Errors
/// Where the store fails.
pub async fn photos(office: &Office) -> Result<Vec<PhotoRow>, OfficerError> {
    let row = |photo: WaitingPhoto| PhotoRow {
        photo: photo.photo,
        application_number: photo.application_number,
        person: photo.person,
        name: photo.name.full(),
        date_of_birth: photo.date_of_birth,
        submitted_at: photo.submitted_at,
        examination: photo.examination.into(),
    };
    let waiting = office.store.photos_waiting().await?;
    Ok(waiting.into_iter().map(row).collect())
}

/// Accepts a photo. Told to the applicant once it can no longer be undone.
///
/// # Errors
/// `not_found`, and `wrong_state` where it is decided already or the household is stopped.
pub async fn accept(office: &Office, photo: PhotoId) -> Result<(), OfficerError> {
    decide(office, photo, Verdict::Accepted).await
}

/// Returns a photo, with at least one reason and perhaps a note in both languages. Told to the
/// applicant once it can no longer be undone.
///
/// # Errors
/// `not_found`, `required` without a reason or with a note in one language only, and `wrong_state`
/// where it is decided already or the household is stopped.
pub async fn return_photo(
    office: &Office,
    photo: PhotoId,
    mut reasons: Vec<Reason>,
    note_en: &str,
    note_fr: &str,
) -> Result<(), OfficerError> {
    let (note_en, note_fr) = (note_en.trim(), note_fr.trim());
    let required = |why| OfficerError::Refused { code: Code::Required, why };
    if reasons.is_empty() {
        return Err(required("a photo is returned with at least one reason"));
    }
    if note_en.is_empty() != note_fr.is_empty() {
        return Err(required("a note is written in both languages or in none"));
    }
    let mut seen = Vec::new();
    reasons.retain(|reason| {
        let new = !seen.contains(reason);
        seen.push(*reason);
        new
    });
    let verdict =
        Verdict::Returned { reasons, note_en: note_en.to_owned(), note_fr: note_fr.to_owned() };
    decide(office, photo, verdict).await
}

async fn decide(office: &Office, photo: PhotoId, verdict: Verdict) -> Result<(), OfficerError> {
    known(office, photo).await?;
    let now = office.now();
    let decision = NewDecision { photo, verdict, mail: office.new_id(now)?, now };
    needing(
        office.store.decide_photo(decision).await,
        "a photo is decided once, in a household that is not stopped; a decision can be undone for \
         a few seconds",
    )
}

/// Takes a decision back while that is possible: nothing of it was told.
///
/// # Errors
/// `not_found`, and `wrong_state` where nothing was decided or it was told already.
pub async fn undo(office: &Office, photo: PhotoId) -> Result<(), OfficerError> {
    known(office, photo).await?;
    needing(
        office.store.undo_decision(photo, office.now()).await,
        "there is no decision that can still be undone",
    )
}

async fn known(office: &Office, photo: PhotoId) -> Result<(), OfficerError> {
    let case = office.store.case_of_photo(photo).await?;
    case.map(|_| ())
        .ok_or_else(|| OfficerError::NotFound { what: "photo", name: photo.to_string() })
}
