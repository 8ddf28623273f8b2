//! What can be wrong with the single answers of a request, for the OpenAPI document: `malformed` with
//! `fields`, each with a code of its own.

use contract::{Code, FieldProblem};
use std::fmt::Write as _;

/// Where a description begins to speak of fields.
pub(super) const BEGIN: &str = ". In `fields`: ";

type Fields = &'static [(&'static str, &'static [Code])];

const USERNAME: (&str, &[Code]) = ("username", &[Code::Required, Code::UsernameShape]);
const PASSWORD: (&str, &[Code]) = ("password", &[Code::Required]);
const CURRENT: (&str, &[Code]) = ("current", &[Code::Required, Code::PasswordWrong]);
const CONFIRMED_BY: (&str, &[Code]) = ("password", &[Code::Required, Code::PasswordWrong]);
const NEW_PASSWORD: (&str, &[Code]) = (
    "password",
    &[
        Code::Required,
        Code::PasswordTooShort,
        Code::PasswordTooLong,
        Code::PasswordCommon,
        Code::PasswordOwnWords,
        Code::PasswordWeak,
    ],
);
const BORN: (&str, &[Code]) = ("date_of_birth", &[Code::DateOutOfRange]);
const UCI: (&str, &[Code]) = ("uci", &[Code::Required, Code::UciShape]);
const EMAIL: (&str, &[Code]) = ("email", &[Code::Required, Code::TooLong, Code::EmailShape]);
const CODE: (&str, &[Code]) = ("code", &[Code::Required, Code::CodeShape]);
const FACTOR: (&str, &[Code]) = ("code", &[Code::Required, Code::FactorCodeShape]);
const PEOPLE: (&str, &[Code]) = ("people", &[Code::NobodyChosen]);
const LINE: &[Code] = &[Code::Required, Code::NotPrintable, Code::LabelLineTooLong];

fn of(call: &str) -> Fields {
    match call {
        "POST /first-sign-in" => &[USERNAME, ("temporary_password", &[Code::Required]), BORN, UCI],
        "POST /first-sign-in/password" => &[NEW_PASSWORD],
        "POST /first-sign-in/reissues" | "POST /passwords/reset-codes" => &[USERNAME],
        "POST /passwords/resets" => &[USERNAME, CODE, NEW_PASSWORD],
        "POST /usernames/reminders" | "POST /invitations/codes" => &[EMAIL],
        "POST /sessions" => &[USERNAME, PASSWORD],
        "POST /sessions/second-factor" => &[FACTOR],
        "POST /invitations/opening" => &[CODE, BORN, UCI],
        "POST /invitations/again" => &[BORN, UCI],
        "PUT /invitations/answer" => {
            &[("email/<person>", &[Code::Required, Code::TooLong, Code::EmailShape])]
        }
        "POST /confirmations" => &[EMAIL, CODE],
        "PUT /account/password" => &[CURRENT, NEW_PASSWORD],
        "POST /account/email" => &[EMAIL, CONFIRMED_BY],
        "PUT /account/second-factor" => &[FACTOR],
        "POST /account/second-factor"
        | "POST /account/second-factor/removal"
        | "POST /account/recovery-codes" => &[CONFIRMED_BY],
        "PUT /people/{person}/own-account" => &[EMAIL],
        "POST /declarations" => &[PEOPLE],
        "POST /addresses" => &[
            PEOPLE,
            ("mailing.care_of", LINE),
            ("mailing.unit", LINE),
            ("mailing.street", LINE),
            ("mailing.more", LINE),
            ("mailing.municipality", LINE),
            ("mailing.province", &[Code::Required, Code::NotInCanada]),
            (
                "mailing.postal_code",
                &[Code::Required, Code::PostalCodeShape, Code::PostalCodeProvince],
            ),
            ("residential", &[]),
        ],
        "PUT /drafts/{page}" | "PUT /drafts/photo/{person}" | "PUT /drafts/message/{person}" => {
            &[("page", &[Code::Malformed])]
        }
        "POST /people/{person}/messages" => &[("text", &[Code::Required, Code::TooLong])],
        _ => &[],
    }
}

/// What a description adds about fields; nothing where a call has none.
pub(super) fn told(call: &str) -> String {
    let mut text = String::new();
    for (field, codes) in of(call) {
        let before = if text.is_empty() { BEGIN } else { "; " };
        let codes: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
        let codes = if codes.is_empty() { "as `mailing`".to_owned() } else { codes.join(", ") };
        let _ = write!(text, "{before}`{field}` {codes}");
    }
    text
}

/// What a description of status 400 adds about the headers that it names.
pub(super) fn told_of_headers(description: &str) -> String {
    let names_one = description.contains("the field `");
    let missing =
        || format!("{BEGIN}`{}` where it is missing, `{}` else", Code::Required, Code::Malformed);
    names_one.then(missing).unwrap_or_default()
}

/// What a refusal with fields looks like: the first field that can be at fault.
pub(super) fn shown(call: &str) -> Vec<FieldProblem> {
    let first = of(call).iter().find_map(|(field, codes)| Some((field, codes.first()?)));
    first.map(|(field, code)| FieldProblem::new(*field, *code)).into_iter().collect()
}
