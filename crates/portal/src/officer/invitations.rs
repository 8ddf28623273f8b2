//! Inviting households, and deciding who counts as an adult.

use super::accounts::application;
use super::{Office, OfficerError, needing};
use crate::case::TreatedAs;
use crate::secret;
use crate::store::NewInvitation;
use contract::id::PersonId;

/// Invites a household, or sends its invitation once more: an older code dies. The code is in the
/// mail and nowhere else.
///
/// # Errors
/// `not_found`, and `wrong_state` where the principal has an account or no address, or the household
/// is stopped.
pub async fn invite(office: &Office, application_number: &str) -> Result<(), OfficerError> {
    let case = application(office, application_number).await?;
    let now = office.now();
    let code = secret::invitation_code(secret::random()?);
    let invitation = NewInvitation { code, mail: office.new_id(now)?, now };
    needing(
        office.store.invite(&case.application_number, invitation).await,
        "an invitation needs a household that is not stopped, and a principal with an address and \
         without an account",
    )
}

/// Has somebody count as an adult for the whole journey, whatever their age.
///
/// # Errors
/// `not_found`, and `wrong_state` for the principal or somebody with an account.
pub async fn treat_as_adult(office: &Office, person: PersonId) -> Result<(), OfficerError> {
    treat_as(office, person, TreatedAs::Adult).await
}

/// Has somebody count as a minor for the whole journey, whatever their age.
///
/// # Errors
/// `not_found`, and `wrong_state` for the principal or somebody with an account.
pub async fn treat_as_minor(office: &Office, person: PersonId) -> Result<(), OfficerError> {
    treat_as(office, person, TreatedAs::Minor).await
}

async fn treat_as(
    office: &Office,
    person: PersonId,
    as_what: TreatedAs,
) -> Result<(), OfficerError> {
    needing(
        office.store.treat_as(person, as_what).await,
        "this is decided for members of a household without an account of their own",
    )
}
