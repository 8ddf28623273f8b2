//! Mail that is not delivered: what waits, what was given up, and trying it again. Tells nothing of
//! what a mail says.

use super::{Office, OfficerError};
use crate::store::UndeliveredMail;
use uuid::Uuid;

/// Mails that were due and are not delivered, dead letters first, then the longest wait.
///
/// # Errors
/// Where the store fails.
pub async fn mail(office: &Office) -> Result<Vec<UndeliveredMail>, OfficerError> {
    Ok(office.store.mails_undelivered(office.now()).await?)
}

/// Has a mail tried again now, whether it waits or was given up.
///
/// # Errors
/// `not_found` where no such mail waits or was given up.
pub async fn retry_mail(office: &Office, mail: Uuid) -> Result<(), OfficerError> {
    match office.store.retry_mail(Some(mail), office.now()).await? {
        0 => Err(OfficerError::NotFound { what: "mail", name: mail.to_string() }),
        _ => Ok(()),
    }
}

/// Has every dead letter tried again now; how many.
///
/// # Errors
/// Where the store fails.
pub async fn retry_dead_mail(office: &Office) -> Result<u64, OfficerError> {
    Ok(office.store.retry_mail(None, office.now()).await?)
}
