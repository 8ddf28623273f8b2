//! What the interface asks of the portal through its host, where the host has nothing of its own to
//! do: every such request, how it is called, and what comes back. The interface names a request; only
//! this list says which call that is, so that no page can call anything else.

mod known;

pub use known::Known;

use crate::devices::{
    AccountView, AskOwnAccount, ChangeEmail, ChangePassword, Devices, ListDevices, OwnAccountFor,
    ShowAccount, SignOutDevice, SignOutElsewhere,
};
use crate::factor::{
    BeginSecondFactor, NewRecoveryCodes, RecoveryCodes, SecondFactorSecret, TurnOffSecondFactor,
    TurnOnSecondFactor,
};
use crate::id::IdempotencyKey;
use crate::invitation::{
    AnswerInvitation, ConfirmAddress, Invitation, InvitationOpened, OpenInvitation,
    SendConfirmation, SendInvitation,
};
use crate::message::{MarkRead, ReadUpTo, SendMessage, ShowMessages, Thread};
use crate::receipt::Receipt;
use crate::recovery::{ReissueTemporary, RemindUsername, ResetPassword, SendResetCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Under whose name a call is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Nobody's.
    Nobody,
    /// Of who opened an invitation.
    Answering,
    /// Of a session.
    Session,
}

/// A call of the portal.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// Below the API's address.
    pub path: String,
    /// Under whose name.
    pub by: By,
    /// Its body, as JSON.
    pub body: Option<Value>,
    /// The write's name, where it has one.
    pub key: Option<IdempotencyKey>,
}

impl Call {
    fn new(method: &'static str, by: By, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), by, body: None, key: None }
    }

    fn with(self, body: &impl Serialize) -> Self {
        Self { body: serde_json::to_value(body).ok(), ..self }
    }

    fn named(self, key: IdempotencyKey) -> Self {
        Self { key: Some(key), ..self }
    }
}

/// A request with its reply. A call without a body in its reply gives `()`.
pub trait Request: Into<Ask> {
    /// What comes back.
    type Reply: Serialize + DeserializeOwned + 'static;
}

macro_rules! asks {
    ($($name:ident => $reply:ty, |$it:ident| $call:expr;)+) => {
        /// Every request.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "ask", content = "with", rename_all = "snake_case")]
        #[expect(missing_docs, reason = "each is the request of that name")]
        pub enum Ask {
            $($name($name),)+
        }

        impl Ask {
            /// How it is called.
            #[must_use]
            pub fn call(&self) -> Call {
                match self {
                    $(Self::$name($it) => $call,)+
                }
            }

            /// Its reply, read as what is documented and nothing else; an empty body is `null`.
            /// Nothing where it is not that: something else answered in the portal's place.
            #[must_use]
            pub fn read(&self, body: &[u8]) -> Option<Value> {
                match self {
                    $(Self::$name(_) => read::<$reply>(body),)+
                }
            }
        }

        $(
            impl From<$name> for Ask {
                fn from(request: $name) -> Self {
                    Self::$name(request)
                }
            }

            impl Request for $name {
                type Reply = $reply;
            }
        )+
    };
}

/// Reads how far an answer has come. Asks for `GET /api/v1/invitations/answer`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ShowInvitation {}

asks! {
    OpenInvitation => InvitationOpened, |it| Call::new("POST", By::Nobody, "invitations/opening").with(it);
    ShowInvitation => Invitation, |_it| Call::new("GET", By::Answering, "invitations/answer");
    AnswerInvitation => Invitation, |it| Call::new("PUT", By::Answering, "invitations/answer").with(it);
    SendConfirmation => Invitation, |it| Call::new("POST", By::Answering, "invitations/codes").with(it);
    SendInvitation => (), |it| Call::new("POST", By::Nobody, "invitations/again").with(it);
    ConfirmAddress => (), |it| Call::new("POST", By::Nobody, "confirmations").with(it);
    ReissueTemporary => (), |it| Call::new("POST", By::Nobody, "first-sign-in/reissues").with(it);
    SendResetCode => (), |it| Call::new("POST", By::Nobody, "passwords/reset-codes").with(it);
    ResetPassword => (), |it| Call::new("POST", By::Nobody, "passwords/resets").with(it);
    RemindUsername => (), |it| Call::new("POST", By::Nobody, "usernames/reminders").with(it);
    ShowAccount => AccountView, |_it| Call::new("GET", By::Session, "account");
    ChangePassword => (), |it| Call::new("PUT", By::Session, "account/password").with(it);
    ChangeEmail => AccountView, |it| Call::new("POST", By::Session, "account/email").with(it);
    BeginSecondFactor => SecondFactorSecret, |it| Call::new("POST", By::Session, "account/second-factor").with(it);
    TurnOnSecondFactor => RecoveryCodes, |it| Call::new("PUT", By::Session, "account/second-factor").with(it);
    TurnOffSecondFactor => (), |it| Call::new("POST", By::Session, "account/second-factor/removal").with(it);
    NewRecoveryCodes => RecoveryCodes, |it| Call::new("POST", By::Session, "account/recovery-codes").with(it);
    ListDevices => Devices, |_it| Call::new("GET", By::Session, "account/sessions");
    SignOutDevice => (), |it| Call::new("DELETE", By::Session, format!("account/sessions/{}", it.id));
    SignOutElsewhere => (), |_it| Call::new("DELETE", By::Session, "account/sessions");
    AskOwnAccount => (), |it| Call::new("PUT", By::Session, format!("people/{}/own-account", it.person))
        .with(&OwnAccountFor { email: it.email.clone() });
    ShowMessages => Thread, |it| Call::new("GET", By::Session, format!("people/{}/messages", it.person));
    SendMessage => Receipt, |it| Call::new("POST", By::Session, format!("people/{}/messages", it.person))
        .with(&it.message).named(it.key);
    MarkRead => (), |it| Call::new("PUT", By::Session, format!("people/{}/messages/read", it.person))
        .with(&ReadUpTo { message: it.message });
}

fn read<T: Serialize + DeserializeOwned>(body: &[u8]) -> Option<Value> {
    let body = if body.is_empty() { b"null" } else { body };
    let reply: T = serde_json::from_slice(body).ok()?;
    serde_json::to_value(reply).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{PersonId, SessionId};

    #[test]
    fn a_request_names_one_call_and_carries_only_what_that_takes() {
        let person = PersonId(uuid::Uuid::from_bytes([1; 16]));
        let ask: Ask = AskOwnAccount { person, email: "a@example.org".into() }.into();
        let call = ask.call();
        assert_eq!((call.method, call.by), ("PUT", By::Session));
        assert_eq!(call.path, format!("people/{person}/own-account"));
        assert_eq!(call.body, Some(serde_json::json!({ "email": "a@example.org" })));
        let id = SessionId(uuid::Uuid::from_bytes([2; 16]));
        assert_eq!(Ask::from(SignOutDevice { id }).call().body, None);
    }

    #[test]
    fn only_the_documented_reply_is_read() {
        let send = Ask::from(SendResetCode { username: "K7MP-2XQD".into() });
        assert_eq!(send.read(b""), Some(Value::Null));
        assert_eq!(send.read(b"{}"), None, "it has no reply");
        let list = Ask::from(ListDevices {});
        assert_eq!(list.read(br#"{"devices":[]}"#), Some(serde_json::json!({ "devices": [] })));
        for other in [&b""[..], b"null", b"{}", b"<h1>Welcome</h1>"] {
            assert_eq!(list.read(other), None);
        }
    }

    #[test]
    fn what_crosses_between_interface_and_host_keeps_its_form() {
        let ask = Ask::from(SendResetCode { username: "K7MP-2XQD".into() });
        let text = serde_json::to_string(&ask).unwrap_or_default();
        assert_eq!(text, r#"{"ask":"send_reset_code","with":{"username":"K7MP-2XQD"}}"#);
        assert_eq!(serde_json::from_str::<Ask>(&text).ok(), Some(ask));
        let list = serde_json::to_string(&Ask::from(ListDevices {})).unwrap_or_default();
        assert_eq!(list, r#"{"ask":"list_devices","with":{}}"#);
    }
}
