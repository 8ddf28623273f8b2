//! Messages: one thread per person between applicant and officers. Text only.

use crate::board::Name;
use crate::id::{IdempotencyKey, MessageId, PersonId};
use crate::policy::Policy;
use crate::{Code, FieldProblem};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Asks for `GET /api/v1/people/{person}/messages`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShowMessages {
    /// Whose thread.
    pub person: PersonId,
}

/// Reply of `GET /api/v1/people/{person}/messages`, the oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Thread {
    /// The messages.
    pub messages: Vec<Message>,
    /// Whether a message can be written: not once the application was withdrawn.
    pub open: bool,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// Who wrote it.
    pub from: Author,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub at: Timestamp,
    /// What, as plain text.
    pub text: String,
    /// When the other side opened the thread with it in; absent until then.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub read_at: Option<Timestamp>,
}

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "side", rename_all = "snake_case")]
pub enum Author {
    /// An officer; officers have no names here.
    Officer,
    /// The person, or who acts for them.
    Applicant {
        /// Their name.
        name: Name,
    },
}

/// Body of `POST /api/v1/people/{person}/messages`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewMessage {
    /// What, as plain text.
    pub text: String,
}

impl NewMessage {
    /// The same without space around it.
    ///
    /// # Errors
    /// `text`.
    pub fn check(&self, policy: &Policy) -> Result<Self, Vec<FieldProblem>> {
        // Nothing that could change how the rest is shown. Taken out first: what is left may be
        // nothing.
        let text = self.text.replace("\r\n", "\n").replace('\t', " ");
        let turned = ['\u{202d}', '\u{202e}'];
        let shown = |c: &char| *c == '\n' || !(c.is_control() || turned.contains(c));
        let text: String = text.chars().filter(shown).collect();
        let text = text.trim().to_owned();
        let problem = |code| FieldProblem::new("text", code);
        if text.is_empty() {
            return Err(vec![problem(Code::Required)]);
        }
        if text.chars().count() > policy.message_chars {
            return Err(vec![problem(Code::TooLong).with("limit", policy.message_chars)]);
        }
        Ok(Self { text })
    }
}

/// Sends a message about a person. The same key is the same message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SendMessage {
    /// In whose thread.
    pub person: PersonId,
    /// What.
    pub message: NewMessage,
    /// Names this message for good, also when it is sent again after a lost reply.
    pub key: IdempotencyKey,
}

/// Body of `PUT /api/v1/people/{person}/messages/read`: everything up to this message was shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadUpTo {
    /// The last message that was shown.
    pub message: MessageId,
}

/// Says that a thread was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkRead {
    /// Whose thread.
    pub person: PersonId,
    /// The last message that was shown.
    pub message: MessageId,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> Result<String, Code> {
        let checked = NewMessage { text: text.to_owned() }.check(&Policy::PROGRAMME);
        checked.map(|message| message.text).map_err(|faults| faults[0].code)
    }

    #[test]
    fn text_is_kept_as_written_but_for_what_would_show_it_otherwise() {
        assert_eq!(checked(" <b>Hello</b>\r\n\r\n您好 \n"), Ok("<b>Hello</b>\n\n您好".into()));
        assert_eq!(checked("a\tb\u{1b}[31mc\u{202e}d"), Ok("a b[31mcd".into()));
        for nothing in ["", " \n ", "\u{0}\u{7}", "\u{202e}"] {
            assert_eq!(checked(nothing), Err(Code::Required), "{nothing:?}");
        }
        let limit = Policy::PROGRAMME.message_chars;
        assert!(checked(&"é".repeat(limit)).is_ok());
        assert_eq!(checked(&"é".repeat(limit + 1)), Err(Code::TooLong));
    }
}
