//! Opening accounts, and making temporary passwords anew.

use super::{Office, OfficerError, needing};
use crate::case::CaseFile;
use crate::secret;
use crate::store::{NewAccount, Reissue, StoreError};
use contract::id::{AccountId, PersonId};
use contract::identity::normalise_username;

/// Tries at a username that nobody has yet. Two in a row are as good as impossible.
const TRIES: usize = 3;

/// An account that was opened. The temporary password is in the mail and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its id.
    pub account: AccountId,
    /// Whose it is.
    pub person: PersonId,
    /// Its username.
    pub username: String,
}

/// Opens the account of an application's principal; the mail goes to them.
///
/// # Errors
/// `not_found`, and `wrong_state` where there is an account already or the household is stopped.
pub async fn open(office: &Office, application_number: &str) -> Result<Opened, OfficerError> {
    let case = application(office, application_number).await?;
    let principal = case
        .principal()
        .map(|principal| principal.id)
        .ok_or_else(|| OfficerError::Failed("a household without a principal".into()))?;
    open_own(office, principal).await
}

/// Opens an own account for one person. It takes effect at their first sign-in.
///
/// # Errors
/// `not_found`, and `wrong_state` for minors, before the principal's account, where there is one
/// already, or where the household is stopped.
pub async fn open_own(office: &Office, person: PersonId) -> Result<Opened, OfficerError> {
    for _ in 0..TRIES {
        let now = office.now();
        let username = secret::username(secret::random()?);
        let temporary_password = secret::temporary_password(secret::random()?);
        let account = AccountId(office.new_id(now)?);
        let new = NewAccount {
            account,
            person,
            username: username.clone(),
            temporary_hash: office.passwords.hash(temporary_password.clone()).await?,
            temporary_password,
            mail: office.new_id(now)?,
            now,
        };
        match office.store.open_account(new).await {
            Err(StoreError::Busy) => {}
            done => {
                needing(
                    done,
                    "an account needs an adult without one, the principal first, in a household \
                     that is neither stopped nor closed",
                )?;
                return Ok(Opened { account, person, username });
            }
        }
    }
    Err(OfficerError::Store(StoreError::Busy))
}

/// Makes the temporary password of an account anew and mails it; the old one dies.
///
/// # Errors
/// `not_found`, and `wrong_state` where an own password was stored already.
pub async fn reissue(office: &Office, username: &str) -> Result<(), OfficerError> {
    let username = normalise_username(username);
    if office.store.sign_in_file(&username).await?.is_none() {
        return Err(OfficerError::NotFound { what: "account", name: username });
    }
    let temporary_password = secret::temporary_password(secret::random()?);
    let now = office.now();
    let reissue = Reissue {
        username,
        temporary_hash: office.passwords.hash(temporary_password.clone()).await?,
        temporary_password,
        mail: office.new_id(now)?,
        now,
    };
    needing(
        office.store.reissue(reissue).await,
        "a temporary password is made anew only until an own one is stored",
    )
}

/// The household of an application.
pub(super) async fn application(
    office: &Office,
    application_number: &str,
) -> Result<CaseFile, OfficerError> {
    let number = application_number.trim().to_ascii_uppercase();
    let case = office.store.case_of_application(&number).await?;
    case.ok_or(OfficerError::NotFound { what: "application", name: number })
}
