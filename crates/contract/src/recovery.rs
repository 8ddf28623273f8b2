//! Ways back in: a forgotten password, a forgotten username, a temporary password that ran out.
//! Asking is always answered alike, whether or not there is such an account.

use crate::FieldProblem;
use crate::email::{check_email, normalise_email};
use crate::identity::{check_username, normalise_username};
use crate::invitation::{check_code, normalise_code};
use crate::password::check_password;
use crate::policy::Policy;
use serde::{Deserialize, Serialize};

/// Letters and digits of a reset code, without its hyphen.
pub const RESET_CODE_CHARS: usize = 8;

/// Body of `POST /api/v1/passwords/reset-codes`: a reset code by mail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SendResetCode {
    /// The username.
    pub username: String,
}

/// Body of `POST /api/v1/first-sign-in/reissues`: a new temporary password by mail, to the confirmed
/// address only. The old one dies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReissueTemporary {
    /// The username.
    pub username: String,
}

fn with_username(username: &str) -> Result<String, Vec<FieldProblem>> {
    check_username(username)
        .map_or_else(|| Ok(normalise_username(username)), |fault| Err(vec![fault]))
}

impl SendResetCode {
    /// The same in its normal form.
    ///
    /// # Errors
    /// `username`.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        with_username(&self.username).map(|username| Self { username })
    }
}

impl ReissueTemporary {
    /// The same in its normal form.
    ///
    /// # Errors
    /// `username`.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        with_username(&self.username).map(|username| Self { username })
    }
}

/// Body of `POST /api/v1/usernames/reminders`: every username of a confirmed address, mailed to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RemindUsername {
    /// The address.
    pub email: String,
}

impl RemindUsername {
    /// The same in its normal form.
    ///
    /// # Errors
    /// `email`.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        let email = normalise_email(&self.email);
        check_email("email", &email).map_or(Ok(Self { email }), |fault| Err(vec![fault]))
    }
}

/// Body of `POST /api/v1/passwords/resets`: a new own password in place of the forgotten one. Ends
/// every session; a second factor stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResetPassword {
    /// The username.
    pub username: String,
    /// The code from the email, `XXXX-XXXX`.
    pub code: String,
    /// The own password, exactly as typed.
    pub password: String,
}

impl ResetPassword {
    /// The same answers in their normal form; the password is left as typed.
    ///
    /// # Errors
    /// Every answer that does not hold, by field.
    pub fn check(&self, policy: &Policy) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        problems.extend(check_username(&self.username));
        problems.extend(check_code("code", &self.code, RESET_CODE_CHARS));
        problems.extend(check_password(&self.password, Some(&self.username), None, policy));
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            username: normalise_username(&self.username),
            code: normalise_code(&self.code),
            password: self.password.clone(),
        })
    }
}
