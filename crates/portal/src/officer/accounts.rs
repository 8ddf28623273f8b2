//! Opening accounts, and making temporary passwords anew.

use super::{Office, OfficerError, needing};
use crate::case::CaseFile;
use crate::rules::invitation as rules;
use crate::secret;
use crate::store::{NewAccount, Reissue, StoreError};
use contract::Code;
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

/// Opens the account of an application's principal; the mail goes to them, at an address that the
/// officer vouches for. Own accounts of adults that waited for it are opened, too.
///
/// # Errors
/// `not_found`, and `wrong_state` where there is an account already or the household is stopped.
pub async fn open(office: &Office, application_number: &str) -> Result<Opened, OfficerError> {
    let case = application(office, application_number).await?;
    let principal = case
        .principal()
        .map(|principal| principal.id)
        .ok_or_else(|| OfficerError::Failed("a household without a principal".into()))?;
    let opened = open_for(office, principal).await?;
    let case = application(office, application_number).await?;
    for person in rules::due_accounts(&case, office.now()) {
        open_for(office, person).await?;
    }
    Ok(opened)
}

/// Opens an own account for one person, who needs an address of their own: nobody else is to read
/// that there is one. It takes effect at their first sign-in.
///
/// # Errors
/// `not_found`, and `wrong_state` for minors, without an address, before the principal's account,
/// where there is one already, or where the household is stopped.
pub async fn open_own(office: &Office, person: PersonId) -> Result<Opened, OfficerError> {
    let case = office.store.case_of_person(person).await?;
    let known = case.as_ref().and_then(|case| case.person(person));
    if known.is_some_and(|person| person.email_at(office.now()).is_none()) {
        let why = "an own account needs an address: give one with change-email";
        return Err(OfficerError::Refused { code: Code::WrongState, why });
    }
    open_for(office, person).await
}

async fn open_for(office: &Office, person: PersonId) -> Result<Opened, OfficerError> {
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
