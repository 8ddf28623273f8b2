//! The account as its holder sees it: address, second factor, and the devices that are signed in.

use crate::email::{check_email, normalise_email};
use crate::id::{AccountId, PersonId, SessionId};
use crate::password::check_password;
use crate::policy::Policy;
use crate::{Code, FieldProblem};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Asks for `GET /api/v1/account`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ShowAccount {}

/// Reply of `GET /api/v1/account`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountView {
    /// Its id.
    pub account: AccountId,
    /// Its username.
    pub username: String,
    /// The confirmed address that mail goes to.
    pub email: Option<String>,
    /// A new address that waits for its code, or for the end of an officer's delay.
    pub new_email: Option<NewEmail>,
    /// Since which day a second factor is asked for.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    pub second_factor_since: Option<Date>,
    /// Recovery codes that were not used yet.
    pub recovery_codes_left: u8,
    /// Adults of the household for whom this account acts and may ask an own account.
    pub own_accounts: Vec<OwnAccountState>,
}

/// A new address on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewEmail {
    /// The address.
    pub email: String,
    /// When its code ends; absent for an officer's change.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub code_ends_at: Option<Timestamp>,
    /// From when on an officer's change holds.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub holds_from: Option<Timestamp>,
}

/// Where an own account of an adult of the household stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnAccountState {
    /// Whose.
    pub person: PersonId,
    /// Where it stands.
    pub state: OwnAccount,
}

/// Where an own account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OwnAccount {
    /// Nobody asked for one.
    None,
    /// It was asked for; its address is not confirmed yet.
    Confirming,
    /// It is open, and waits for its first sign-in.
    Opened,
}

/// Body of `PUT /api/v1/account/password`. Ends every other session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePassword {
    /// The own password until now, exactly as typed.
    pub current: String,
    /// The new one, exactly as typed.
    pub password: String,
}

impl ChangePassword {
    /// The same, if it holds.
    ///
    /// # Errors
    /// `current`, `password`.
    pub fn check(&self, username: &str, policy: &Policy) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        if self.current.is_empty() {
            problems.push(FieldProblem::new("current", Code::Required));
        }
        problems.extend(check_password(&self.password, Some(username), None, policy));
        if problems.is_empty() { Ok(self.clone()) } else { Err(problems) }
    }
}

/// Body of `POST /api/v1/account/email`: a code is mailed to the new address, and the change holds
/// once that was typed (`POST /api/v1/confirmations`). The old address is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeEmail {
    /// The new address.
    pub email: String,
    /// The own password, exactly as typed.
    pub password: String,
}

impl ChangeEmail {
    /// The same in its normal form.
    ///
    /// # Errors
    /// `email`, `password`.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        let email = normalise_email(&self.email);
        let mut problems = Vec::new();
        problems.extend(check_email("email", &email));
        if self.password.is_empty() {
            problems.push(FieldProblem::new("password", Code::Required));
        }
        let password = self.password.clone();
        if problems.is_empty() { Ok(Self { email, password }) } else { Err(problems) }
    }
}

/// Body of `PUT /api/v1/people/{person}/own-account`: asks for an own account of an adult for whom
/// the principal acts. A code is mailed to their address; once that was typed the account is opened.
/// It takes effect at their first sign-in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnAccountFor {
    /// Their address.
    pub email: String,
}

/// Asks for an own account for a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskOwnAccount {
    /// For whom.
    pub person: PersonId,
    /// Their address.
    pub email: String,
}

impl AskOwnAccount {
    /// The same in its normal form.
    ///
    /// # Errors
    /// `email`.
    pub fn check(&self) -> Result<Self, Vec<FieldProblem>> {
        let email = normalise_email(&self.email);
        check_email("email", &email)
            .map_or(Ok(Self { person: self.person, email }), |fault| Err(vec![fault]))
    }
}

/// Asks for `GET /api/v1/account/sessions`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListDevices {}

/// Reply of `GET /api/v1/account/sessions`: the one that asks first, then the one used last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Devices {
    /// Each is one session.
    pub devices: Vec<Device>,
}

/// A device that is signed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Device {
    /// Names the session; never its token.
    pub id: SessionId,
    /// Whether it is the one that asks.
    pub current: bool,
    /// Whether it is the app or a browser.
    pub client: ClientKind,
    /// The system as the device calls it, such as `Android`, `Windows`; absent where it is not told.
    pub system: Option<String>,
    /// The browser's name, such as `Firefox`; absent in the app.
    pub browser: Option<String>,
    /// When it signed in.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub signed_in_at: Timestamp,
    /// When it was used last, about.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub used_at: Timestamp,
}

/// What kind of program is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClientKind {
    /// The app.
    App,
    /// A browser.
    Browser,
}

/// Asks for `DELETE /api/v1/account/sessions/{session}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SignOutDevice {
    /// Which.
    pub id: SessionId,
}

/// Asks for `DELETE /api/v1/account/sessions`: every session but the one that asks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SignOutElsewhere {}
