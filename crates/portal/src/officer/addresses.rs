//! A lost mailbox: another address at an officer's word, after an identity check. A second officer
//! approves, the old address is told, and it holds after a delay.

use super::{Office, OfficerError, needing};
use crate::store::EmailChange;
use contract::Code;
use contract::email::{check_email, normalise_email};
use contract::id::PersonId;
use jiff::Timestamp;
use serde::Serialize;

/// A change of an address that does not hold yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EmailChangeRow {
    /// Whose address.
    pub person: PersonId,
    /// Their name in one line.
    pub name: String,
    /// On which application.
    pub application_number: String,
    /// The new address.
    pub email: String,
    /// The officer who asked for it.
    pub proposed_by: String,
    /// When.
    pub proposed_at: Timestamp,
    /// The second officer, once there is one.
    pub approved_by: Option<String>,
    /// From when on it holds, once it is approved.
    pub holds_from: Option<Timestamp>,
}

impl From<EmailChange> for EmailChangeRow {
    fn from(change: EmailChange) -> Self {
        let (approved_by, holds_from) = change.approved.unzip();
        Self {
            person: change.person,
            name: change.name.full(),
            application_number: change.application_number,
            email: change.email,
            proposed_by: change.proposed_by,
            proposed_at: change.proposed_at,
            approved_by,
            holds_from,
        }
    }
}

/// Asks for another address of a person; one that was asked for before and does not hold yet ends.
///
/// # Errors
/// `not_found`; `required`, `too_long` or `email_shape` for what is no address; `wrong_state` for the
/// address that holds already, or without an officer's name.
pub async fn change_email(
    office: &Office,
    person: PersonId,
    email: &str,
    officer: &str,
) -> Result<(), OfficerError> {
    let email = normalise_email(email);
    if let Some(fault) = check_email("email", &email) {
        return Err(OfficerError::Refused { code: fault.code, why: "this is no address of email" });
    }
    needing(
        office.store.propose_email(person, &email, officer.trim(), office.now()).await,
        "a change needs another address than the present one, and the name of the officer",
    )
}

/// Approves the change: the old address is told. From when on the new one holds is given.
///
/// # Errors
/// `not_found`, and `wrong_state` for the officer who asked for it or where nothing waits.
pub async fn approve_email(
    office: &Office,
    person: PersonId,
    officer: &str,
) -> Result<Timestamp, OfficerError> {
    let now = office.now();
    let mail = office.new_id(now)?;
    needing(
        office.store.approve_email(person, officer.trim(), mail, now).await,
        "a change is approved once, by another officer than the one who asked for it",
    )
}

/// Ends the change, also where it was approved, until it holds.
///
/// # Errors
/// `not_found`, and `wrong_state` where nothing waits.
pub async fn refuse_email(office: &Office, person: PersonId) -> Result<(), OfficerError> {
    needing(office.store.refuse_email(person, office.now()).await, "no change waits")
}

/// Changes that do not hold yet, the oldest first.
///
/// # Errors
/// Where the store fails.
pub async fn email_changes(office: &Office) -> Result<Vec<EmailChangeRow>, OfficerError> {
    let waiting = office.store.email_changes(office.now()).await?;
    Ok(waiting.into_iter().map(EmailChangeRow::from).collect())
}

/// Closes an account for good: its sessions end, and nobody signs in to it.
///
/// # Errors
/// `not_found`, and `wrong_state` where it is closed already.
pub async fn close_account(office: &Office, username: &str) -> Result<(), OfficerError> {
    let username = contract::identity::normalise_username(username);
    match office.store.close_account(&username, office.now()).await {
        Err(crate::store::StoreError::Refused(Code::NotFound)) => {
            Err(OfficerError::NotFound { what: "account", name: username })
        }
        done => needing(done, "it is closed already"),
    }
}
