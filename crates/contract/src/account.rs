//! Signing in: the first time with a temporary password, then with an own one.

use crate::factor::SecondFactorAsked;
use crate::id::{AccountId, PersonId};
use crate::identity::{check_date_of_birth, check_uci, normalise_uci, normalise_username};
use crate::policy::Policy;
use crate::{Code, FieldProblem};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Body of `POST /api/v1/first-sign-in`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FirstSignIn {
    /// The username that the portal made.
    pub username: String,
    /// The temporary password from the email.
    pub temporary_password: String,
    /// The account holder's date of birth.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub date_of_birth: Date,
    /// The account holder's UCI.
    pub uci: String,
}

impl FirstSignIn {
    /// The same answers in their normal form.
    ///
    /// # Errors
    /// Every answer that does not hold, by field.
    pub fn check(&self, today: Date, policy: &Policy) -> Result<Self, Vec<FieldProblem>> {
        let mut problems =
            check_sign_in(&self.username, &self.temporary_password, "temporary_password");
        problems.extend(check_date_of_birth(self.date_of_birth, today, policy));
        problems.extend(check_uci(&self.uci));
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            username: normalise_username(&self.username),
            temporary_password: self.temporary_password.trim().to_owned(),
            date_of_birth: self.date_of_birth,
            uci: normalise_uci(&self.uci).unwrap_or_default(),
        })
    }
}

/// Reply to a first sign-in that fits: leave to store an own password, and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FirstSignInTicket {
    /// Bearer token for `POST /api/v1/first-sign-in/password` only. Absent for browsers, which get
    /// it as a cookie that no script can read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// When it ends. The temporary password works on after that.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub ends_at: Timestamp,
}

/// Body of `POST /api/v1/first-sign-in/password`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StorePassword {
    /// The own password, exactly as typed.
    pub password: String,
}

/// Body of `POST /api/v1/sessions`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// The username that the portal made.
    pub username: String,
    /// The own password, exactly as typed.
    pub password: String,
}

impl SignIn {
    /// The same answers in their normal form; the password is left as typed.
    ///
    /// # Errors
    /// Every answer that does not hold, by field.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        let problems = check_sign_in(&self.username, &self.password, "password");
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { username: normalise_username(&self.username), password: self.password.clone() })
    }
}

fn check_sign_in(username: &str, secret: &str, secret_field: &str) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    problems.extend(crate::identity::check_username(username));
    if secret.is_empty() {
        problems.push(FieldProblem::new(secret_field, Code::Required));
    }
    problems
}

/// Reply to a sign-in: a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionGranted {
    /// Bearer token. Shown this once; the portal keeps a hash. Absent for browsers, which get it as
    /// a cookie that no script can read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// What this device shows at its next sign-in ([`DEVICE_HEADER`](crate::portal::DEVICE_HEADER)),
    /// so that the failures of others do not make it wait. It opens nothing. Absent for browsers,
    /// which get it as a cookie that no script can read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// What the session is.
    pub session: SessionView,
}

/// Reply of `POST /api/v1/sessions`: a session (status 201), or leave to give the second factor
/// (status 200).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum SignInReply {
    /// A session.
    Granted(SessionGranted),
    /// The password fits; the second factor is asked for.
    SecondFactor(SecondFactorAsked),
}

/// How far a sign-in has come, as the interface is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "signed_in", rename_all = "snake_case")]
pub enum SignedIn {
    /// Into this account.
    Done {
        /// Which.
        account: AccountId,
    },
    /// The second factor is asked for next.
    SecondFactor,
}

/// Reply of `GET /api/v1/sessions/current` and `POST /api/v1/sessions/current/extension`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionView {
    /// Whose sign-in it is.
    pub account: AccountId,
    /// The person behind it.
    pub person: PersonId,
    /// Their username.
    pub username: String,
    /// When it ends if nothing is asked.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub idle_ends_at: Timestamp,
    /// When it ends in any case.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub ends_at: Timestamp,
    /// The portal's time, so that nobody compares with a clock of their own.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub now: Timestamp,
    /// How often it can still be extended without anything else being asked in between.
    pub extensions_left: u8,
}
