//! What a mail is about, and who gets it. The JSON of [`Notice`] is kept in the store until the
//! mail is delivered, so a change of its form is a migration.

use crate::case::{CaseFile, PersonFile};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a mail is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// An account was opened.
    AccountOpened(TemporaryAccess),
    /// A new temporary password was made.
    TemporaryPasswordReissued(TemporaryAccess),
    /// The household was invited. Goes to an address that nobody confirmed yet.
    Invited {
        /// The principal, as one calls them.
        name: String,
        /// The invitation code.
        code: String,
        /// The last day on which it can be answered.
        last_day: Date,
    },
    /// An address is to be confirmed. Goes to an address that nobody confirmed yet, so it names
    /// nobody and nothing.
    ConfirmAddress {
        /// Six digits.
        code: String,
        /// For how many hours it works.
        hours: u16,
    },
    /// A password was forgotten.
    ResetCode {
        /// Whose account, as one calls them.
        name: String,
        /// The code.
        code: String,
        /// For how many minutes it works.
        minutes: u16,
    },
    /// Usernames were forgotten.
    Usernames {
        /// Each with whom it belongs to, as one calls them.
        usernames: Vec<(String, String)>,
    },
    /// A device signed in that had not before.
    NewDevice {
        /// Whose account, as one calls them.
        name: String,
        /// The device, such as `Firefox, Windows`.
        device: String,
        /// The day, and the time of day in the household's zone, `HH:MM`.
        day: Date,
        /// See `day`.
        time: String,
    },
    /// Something by which one signs in was changed.
    CredentialChanged {
        /// Whose account, as one calls them.
        name: String,
        /// What.
        what: Credential,
    },
    /// The address of an account is to change, at an officer's word. Goes to the old address.
    EmailWillChange {
        /// Whose account, as one calls them.
        name: String,
        /// The day, and the time of day in the household's zone, `HH:MM`, from which it holds.
        day: Date,
        /// See `day`.
        time: String,
    },
    /// The address of an account was changed. Goes to the old address.
    EmailChanged {
        /// Whose account, as one calls them.
        name: String,
    },
    /// An own password was stored.
    PasswordStored {
        /// Whose account, as one calls them.
        name: String,
    },
    /// Something changed in the file. Never says what.
    SomethingChanged,
}

/// By what one signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Credential {
    /// The own password was changed or reset.
    Password,
    /// The second factor was turned on.
    SecondFactorOn,
    /// The second factor was turned off.
    SecondFactorOff,
    /// New recovery codes were made.
    RecoveryCodes,
    /// A recovery code was used.
    RecoveryCodeUsed,
}

/// What is needed for a first sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemporaryAccess {
    /// Whose account, as one calls them.
    pub name: String,
    /// Its username.
    pub username: String,
    /// The temporary password.
    pub temporary_password: String,
    /// The last day on which it works.
    pub last_day: Date,
}

/// The address that hears about a person: their own once they have an account, else the
/// principal's, and the principal's where they have none. `opening` is for the mail by which an
/// account is opened, which goes to its own holder already.
#[must_use]
pub fn recipient<'a>(case: &'a CaseFile, person: &'a PersonFile, opening: bool) -> Option<&'a str> {
    let own = person.email.as_deref().filter(|_| opening || person.has_own_account());
    own.or_else(|| case.principal()?.email.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_notices_keep_their_form() {
        let notice = Notice::AccountOpened(TemporaryAccess {
            name: "Leila".into(),
            username: "K7MP-2XQD".into(),
            temporary_password: "f7Hq-9Tzk-Rm4w".into(),
            last_day: jiff::civil::date(2026, 12, 6),
        });
        let name = || "Leila".to_owned();
        let (day, time) = (jiff::civil::date(2026, 11, 24), "16:05".to_owned());
        let kept = [
            notice,
            Notice::Invited { name: name(), code: "K7MP-2XQD-9RTW".into(), last_day: day },
            Notice::ConfirmAddress { code: "123456".into(), hours: 24 },
            Notice::ResetCode { name: name(), code: "Q7XW-4MPK".into(), minutes: 30 },
            Notice::Usernames { usernames: vec![("K7MP-2XQD".into(), name())] },
            Notice::NewDevice {
                name: name(),
                device: "Firefox, Windows".into(),
                day,
                time: time.clone(),
            },
            Notice::CredentialChanged { name: name(), what: Credential::RecoveryCodeUsed },
            Notice::EmailWillChange { name: name(), day, time },
            Notice::EmailChanged { name: name() },
            Notice::PasswordStored { name: name() },
            Notice::SomethingChanged,
        ];
        let lines = kept.map(|notice| serde_json::to_string(&notice).expect("JSON")).join("\n");
        insta::assert_snapshot!(lines, @r#"
        {"notice":"account_opened","name":"Leila","username":"K7MP-2XQD","temporary_password":"f7Hq-9Tzk-Rm4w","last_day":"2026-12-06"}
        {"notice":"invited","name":"Leila","code":"K7MP-2XQD-9RTW","last_day":"2026-11-24"}
        {"notice":"confirm_address","code":"123456","hours":24}
        {"notice":"reset_code","name":"Leila","code":"Q7XW-4MPK","minutes":30}
        {"notice":"usernames","usernames":[["K7MP-2XQD","Leila"]]}
        {"notice":"new_device","name":"Leila","device":"Firefox, Windows","day":"2026-11-24","time":"16:05"}
        {"notice":"credential_changed","name":"Leila","what":"recovery_code_used"}
        {"notice":"email_will_change","name":"Leila","day":"2026-11-24","time":"16:05"}
        {"notice":"email_changed","name":"Leila"}
        {"notice":"password_stored","name":"Leila"}
        {"notice":"something_changed"}
        "#);
    }
}
