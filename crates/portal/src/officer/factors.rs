//! Turning a lost second factor off: at the word of two officers, who have checked who asks.

use super::{Office, OfficerError, needing};
use crate::rules::factor;
use crate::store::Change;
use contract::Code;
use contract::identity::normalise_username;

/// Turns the second factor of an account off; its holder is told by mail, and who did it is noted.
///
/// # Errors
/// `not_found`; `wrong_state` where none is on, or the two officers are not two.
pub async fn drop_second_factor(
    office: &Office,
    username: &str,
    officer: &str,
    approved_by: &str,
) -> Result<(), OfficerError> {
    if !factor::are_two(officer, approved_by) {
        let why = "it takes two officers, each by name";
        return Err(OfficerError::Refused { code: Code::WrongState, why });
    }
    let username = normalise_username(username);
    let kept = office.store.kept_passwords(&username).await?;
    let account = kept
        .map(|kept| kept.account)
        .ok_or(OfficerError::NotFound { what: "account", name: username })?;
    let now = office.now();
    let change = Change { account, by: None, mail: office.new_id(now)?, now };
    needing(
        office.store.drop_factor(change, officer.trim(), approved_by.trim()).await,
        "the account has no second factor",
    )
}
