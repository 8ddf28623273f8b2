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
    /// An own password was stored.
    PasswordStored {
        /// Whose account, as one calls them.
        name: String,
    },
    /// Something changed in the file. Never says what.
    SomethingChanged,
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
        insta::assert_json_snapshot!(
            [notice, Notice::PasswordStored { name: "Leila".into() }, Notice::SomethingChanged],
            @r#"
        [
          {
            "notice": "account_opened",
            "name": "Leila",
            "username": "K7MP-2XQD",
            "temporary_password": "f7Hq-9Tzk-Rm4w",
            "last_day": "2026-12-06"
          },
          {
            "notice": "password_stored",
            "name": "Leila"
          },
          {
            "notice": "something_changed"
          }
        ]
        "#
        );
    }
}
