//! What is asked, by method and path below the API's address.

use super::{EMAIL, TEXT, born, household, mailing, message, shown, upload};
use contract::Language;
use contract::account::{FirstSignIn, SignIn, StorePassword};
use contract::address::{Address, GiveAddress, SeenAddress};
use contract::declaration::{DeclarePresence, STATEMENT_VERSION};
use contract::devices::{ChangeEmail, ChangePassword, OwnAccountFor};
use contract::draft::{AddressDraft, Draft, MessageDraft, PhotoDraft};
use contract::factor::{
    BeginSecondFactor, GiveSecondFactor, NewRecoveryCodes, TurnOffSecondFactor, TurnOnSecondFactor,
};
use contract::invitation::{
    AnswerInvitation, AnsweredPerson, ConfirmAddress, OpenInvitation, SendConfirmation,
    SendInvitation,
};
use contract::message::{NewMessage, ReadUpTo};
use contract::photo::{SourceKind, SubmitPhoto};
use contract::recovery::{ReissueTemporary, RemindUsername, ResetPassword, SendResetCode};
use serde_json::Value;

const USERNAME: &str = "K7MP-2XQD";
const UCI: &str = "11-2345-6789";
const PASSWORD: &str = "the ferry to Gabriola leaves at seven";
const NEW_PASSWORD: &str = "four herons on the pier at low tide";

/// The body of a call; nothing where it has none, or one that is no JSON.
pub(super) fn of(call: &str) -> Option<Value> {
    before_sign_in(call).or_else(|| about_the_account(call)).or_else(|| of_the_household(call))
}

fn before_sign_in(call: &str) -> Option<Value> {
    let username = || USERNAME.to_owned();
    let email = || EMAIL.to_owned();
    match call {
        "POST /first-sign-in" => shown(FirstSignIn {
            username: username(),
            temporary_password: "f7Hq-9Tzk-Rm4w".into(),
            date_of_birth: born(),
            uci: UCI.into(),
        }),
        "POST /first-sign-in/password" => shown(StorePassword { password: PASSWORD.into() }),
        "POST /first-sign-in/reissues" => shown(ReissueTemporary { username: username() }),
        "POST /sessions" => shown(SignIn { username: username(), password: PASSWORD.into() }),
        "POST /sessions/second-factor" => shown(GiveSecondFactor { code: "287082".into() }),
        "POST /passwords/reset-codes" => shown(SendResetCode { username: username() }),
        "POST /passwords/resets" => shown(ResetPassword {
            username: username(),
            code: "7KQX-M2PD".into(),
            password: NEW_PASSWORD.into(),
        }),
        "POST /usernames/reminders" => shown(RemindUsername { email: email() }),
        "POST /invitations/opening" => shown(OpenInvitation {
            code: "K7MP-2XQD-9RTW".into(),
            date_of_birth: born(),
            uci: UCI.into(),
        }),
        "POST /invitations/again" => {
            shown(SendInvitation { date_of_birth: born(), uci: UCI.into() })
        }
        "PUT /invitations/answer" => {
            let [leila, wei] = household();
            let people = vec![
                AnsweredPerson { person: leila, email: Some(email()), own_account: false },
                AnsweredPerson {
                    person: wei,
                    email: Some("wei.chen@example.org".into()),
                    own_account: true,
                },
            ];
            shown(AnswerInvitation { in_canada: true, people })
        }
        "POST /invitations/codes" => shown(SendConfirmation { email: email() }),
        "POST /confirmations" => shown(ConfirmAddress { email: email(), code: "012345".into() }),
        _ => None,
    }
}

fn about_the_account(call: &str) -> Option<Value> {
    let password = || PASSWORD.to_owned();
    match call {
        "PUT /account/password" => {
            shown(ChangePassword { current: password(), password: NEW_PASSWORD.into() })
        }
        "POST /account/email" => shown(ChangeEmail { email: EMAIL.into(), password: password() }),
        "POST /account/second-factor" => shown(BeginSecondFactor { password: password() }),
        "PUT /account/second-factor" => shown(TurnOnSecondFactor { code: "287082".into() }),
        "POST /account/second-factor/removal" => {
            shown(TurnOffSecondFactor { password: password() })
        }
        "POST /account/recovery-codes" => shown(NewRecoveryCodes { password: password() }),
        _ => None,
    }
}

/// A message that is being written.
pub(super) fn message_draft() -> Draft {
    Draft::Message(MessageDraft { text: "Our flight lands on Fri".into(), key: None })
}

fn of_the_household(call: &str) -> Option<Value> {
    match call {
        "POST /declarations" => shown(DeclarePresence {
            people: household().into(),
            statement_version: STATEMENT_VERSION.into(),
            language: Language::French,
        }),
        "POST /addresses" => {
            let [leila, wei] = household();
            let seen = SeenAddress { person: leila, reference: "AD-4F7H-2MKQ".into() };
            shown(GiveAddress {
                people: vec![leila, wei],
                mailing: mailing(),
                residential: None,
                instead_of: Some(vec![seen]),
            })
        }
        "PUT /drafts/{page}" => {
            let typed = Address { street: "1200 rue saint".into(), ..Address::default() };
            shown(Draft::Address(Box::new(AddressDraft {
                mailing: typed,
                ..AddressDraft::default()
            })))
        }
        "PUT /drafts/photo/{person}" => shown(Draft::Photo(PhotoDraft {
            kind: Some(SourceKind::Scan),
            ..PhotoDraft::default()
        })),
        "PUT /drafts/message/{person}" => shown(message_draft()),
        "POST /people/{person}/photos" => shown(SubmitPhoto {
            upload: upload(),
            sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            kind: SourceKind::Scan,
        }),
        "PUT /people/{person}/own-account" => {
            shown(OwnAccountFor { email: "wei.chen@example.org".into() })
        }
        "POST /people/{person}/messages" => shown(NewMessage { text: TEXT.into() }),
        "PUT /people/{person}/messages/read" => shown(ReadUpTo { message: message() }),
        _ => None,
    }
}
