//! The second factor: a six-digit code of an authenticator app (TOTP, RFC 6238), with recovery codes
//! for when that is lost.

use crate::invitation::{CONFIRMATION_CODE_CHARS, normalise_code};
use crate::recovery::RESET_CODE_CHARS;
use crate::{Code, FieldProblem};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Reply to a sign-in whose account has a second factor: leave to give it, and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondFactorAsked {
    /// Bearer token for `POST /api/v1/sessions/second-factor` only. Absent for browsers, which get
    /// it as a cookie that no script can read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// When that leave ends; then one signs in from the start.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub second_factor_ends_at: Timestamp,
}

/// Body of `POST /api/v1/sessions/second-factor`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GiveSecondFactor {
    /// Six digits of the authenticator app, or a recovery code `XXXX-XXXX`, which works once.
    pub code: String,
}

impl GiveSecondFactor {
    /// The same in its normal form.
    ///
    /// # Errors
    /// `code`.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        check_factor_code(&self.code).map(|code| Self { code })
    }
}

fn check_factor_code(typed: &str) -> Result<String, Vec<FieldProblem>> {
    let normal = normalise_code(typed);
    let chars = normal.chars().filter(|letter| *letter != '-').count();
    if typed.trim().is_empty() {
        return Err(vec![FieldProblem::new("code", Code::Required)]);
    }
    if chars != CONFIRMATION_CODE_CHARS && chars != RESET_CODE_CHARS {
        return Err(vec![FieldProblem::new("code", Code::FactorCodeShape)]);
    }
    Ok(normal)
}

/// Body of `POST /api/v1/account/second-factor`: a new secret for an authenticator app. Nothing is
/// asked for it until it was confirmed with `PUT`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BeginSecondFactor {
    /// The own password, exactly as typed.
    pub password: String,
}

/// Reply to it. Shown this once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondFactorSecret {
    /// The secret in Base32, in groups of four, to be typed into the app.
    pub secret: String,
    /// The same for a picture code: `otpauth://totp/…`.
    pub uri: String,
    /// The picture code of `uri` as SVG (black on white, with its quiet zone).
    pub qr_svg: String,
}

/// Body of `PUT /api/v1/account/second-factor`: the first code of the app, which turns the second
/// factor on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TurnOnSecondFactor {
    /// Six digits.
    pub code: String,
}

impl TurnOnSecondFactor {
    /// The same in its normal form.
    ///
    /// # Errors
    /// `code`.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        check_factor_code(&self.code).map(|code| Self { code })
    }
}

/// Reply to it, and of `POST /api/v1/account/recovery-codes`. Shown this once; older ones die.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryCodes {
    /// Each works once, in place of a code of the app.
    pub codes: Vec<String>,
}

/// Body of `POST /api/v1/account/recovery-codes`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewRecoveryCodes {
    /// The own password, exactly as typed.
    pub password: String,
}

/// Body of `POST /api/v1/account/second-factor/removal`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TurnOffSecondFactor {
    /// The own password, exactly as typed.
    pub password: String,
}
