//! What waits to be sent, as the app's host tells the interface. A browser has no outbox: there
//! everything is sent at once or not at all. A declaration never waits.

use crate::Problem;
use crate::draft::DraftKey;
use crate::id::{IdempotencyKey, PersonId};
use crate::receipt::Receipt;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum What {
    /// An address.
    Address {
        /// For whom.
        people: Vec<PersonId>,
    },
    /// A photo, with its file.
    Photo {
        /// Whose.
        person: PersonId,
    },
    /// A message.
    Message {
        /// In whose thread.
        person: PersonId,
    },
}

impl What {
    /// Whom it is about.
    #[must_use]
    pub fn people(&self) -> &[PersonId] {
        match self {
            Self::Address { people } => people,
            Self::Photo { person } | Self::Message { person } => std::slice::from_ref(person),
        }
    }

    /// The draft that it was made of, and that is opened again where it is taken back.
    #[must_use]
    pub const fn draft(&self) -> DraftKey {
        match self {
            Self::Address { .. } => DraftKey::Address,
            Self::Photo { person } => DraftKey::Photo { person: *person },
            Self::Message { person } => DraftKey::Message { person: *person },
        }
    }
}

/// Something that waits to be sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    /// Its key: the same write for good.
    pub id: IdempotencyKey,
    /// What it is.
    pub what: What,
    /// When it was handed over.
    pub queued_at: Timestamp,
    /// What was written, of a message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whether it may be there already: it was sent, and no answer came.
    pub may_have_arrived: bool,
    /// Whether its draft was changed since the portal refused it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mended: bool,
    /// Why it waits.
    pub state: WaitingState,
}

impl Waiting {
    /// Why it cannot be sent as it is, where that is so.
    #[must_use]
    pub const fn stuck(&self) -> Option<&Problem> {
        match &self.state {
            WaitingState::Stuck { problem } => Some(problem),
            _ => None,
        }
    }
}

/// Why something waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum WaitingState {
    /// For its next try.
    Waiting {
        /// How often it was tried.
        attempts: u32,
        /// When it is tried again.
        next_try: Timestamp,
        /// What went wrong the last time.
        problem: Option<Problem>,
    },
    /// It is being sent.
    Sending,
    /// Something else of the same person goes first.
    Behind,
    /// Its sender holds it back.
    HeldBack,
    /// Its account must sign in first.
    SignInNeeded,
    /// This version of the app is too old for the portal.
    UpdateNeeded,
    /// The portal refused it, and its draft is open again.
    Stuck {
        /// Why, with the fields at fault.
        problem: Problem,
    },
}

/// Something that was sent, with the portal's word for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// Its key.
    pub id: IdempotencyKey,
    /// What it is.
    pub what: What,
    /// A reference that a person can read out.
    pub reference: String,
    /// The portal's time of it.
    pub at: Timestamp,
}

/// The outbox of an account.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outbox {
    /// What waits, in the order in which it was handed over.
    pub waiting: Vec<Waiting>,
    /// What was sent while nobody looked, the latest first, until its reader has seen it.
    pub sent: Vec<Sent>,
}

impl Outbox {
    /// What waits of a draft's page and was not refused, the first of it.
    #[must_use]
    pub fn of(&self, draft: DraftKey) -> Option<&Waiting> {
        let is_it = |it: &&Waiting| it.what.draft() == draft && it.stuck().is_none();
        self.waiting.iter().find(is_it)
    }
}

/// What is done with the outbox of an account; each gives the outbox after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Looks at it.
    Show,
    /// The network is back, or the window is looked at again.
    Wake,
    /// Sends something now, and what goes before it.
    SendNow {
        /// What.
        id: IdempotencyKey,
    },
    /// Holds something back.
    HoldBack {
        /// What.
        id: IdempotencyKey,
    },
    /// Lets something go that was held back.
    LetGo {
        /// What.
        id: IdempotencyKey,
    },
    /// Its reader has seen that something was sent.
    Seen {
        /// What.
        id: IdempotencyKey,
    },
}

/// What became of something that was handed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Handed<R = Receipt> {
    /// The portal has it.
    Sent {
        /// The portal's word for it.
        receipt: R,
    },
    /// It is kept on this device and sent as soon as that can be.
    Waits {
        /// What waits, and why.
        waiting: Box<Waiting>,
    },
}

impl<R> Handed<R> {
    /// The portal's word for it, where it has it.
    #[must_use]
    pub fn receipt(self) -> Option<R> {
        match self {
            Self::Sent { receipt } => Some(receipt),
            Self::Waits { .. } => None,
        }
    }
}

/// What became of taking something back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum TakenBack {
    /// It was not sent, and is a draft again.
    Back,
    /// It had been sent without an answer, and the portal was asked: it is there.
    Sent {
        /// The portal's word for it.
        sent: Sent,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Code, FieldProblem};
    use serde_json::{Value, json};

    fn person(number: u8) -> PersonId {
        PersonId::new(1_700_000_000_000, [number; 10])
    }

    fn waiting(what: What, state: WaitingState) -> Waiting {
        Waiting {
            id: IdempotencyKey::new(1_700_000_000_000, [9; 10]),
            what,
            queued_at: Timestamp::UNIX_EPOCH,
            text: None,
            may_have_arrived: false,
            mended: false,
            state,
        }
    }

    fn form(value: impl Serialize) -> Value {
        serde_json::to_value(value).expect("JSON")
    }

    /// What crosses from the shell to the interface has this form.
    #[test]
    fn the_form_of_what_waits() {
        let photo = What::Photo { person: person(1) };
        let next_try = Timestamp::UNIX_EPOCH;
        let problem = Some(Code::Offline.into());
        let first = waiting(photo, WaitingState::Waiting { attempts: 2, next_try, problem });
        let (id, person_id) = (first.id.to_string(), person(1).to_string());
        assert_eq!(
            form(&first),
            json!({
                "id": id,
                "what": { "kind": "photo", "person": person_id },
                "queued_at": "1970-01-01T00:00:00Z",
                "may_have_arrived": false,
                "state": {
                    "state": "waiting",
                    "attempts": 2,
                    "next_try": "1970-01-01T00:00:00Z",
                    "problem": {
                        "type": "urn:landed:problem:offline", "status": 0, "code": "offline"
                    },
                },
            })
        );
        let street = FieldProblem::new("mailing.street", Code::Required);
        let stuck = WaitingState::Stuck { problem: vec![street].into() };
        let states = [
            (WaitingState::Sending, json!({ "state": "sending" })),
            (WaitingState::Behind, json!({ "state": "behind" })),
            (WaitingState::HeldBack, json!({ "state": "held_back" })),
            (WaitingState::SignInNeeded, json!({ "state": "sign_in_needed" })),
            (WaitingState::UpdateNeeded, json!({ "state": "update_needed" })),
            (
                stuck,
                json!({
                    "state": "stuck",
                    "problem": {
                        "type": "urn:landed:problem:malformed", "status": 0, "code": "malformed",
                        "fields": [{ "field": "mailing.street", "code": "required" }],
                    },
                }),
            ),
        ];
        for (state, expected) in states {
            assert_eq!(form(&state), expected);
            assert_eq!(serde_json::from_value::<WaitingState>(expected).ok(), Some(state));
        }
        let receipt = Receipt { reference: "A".into(), at: next_try };
        assert_eq!(
            form(Handed::Sent { receipt }),
            json!({ "outcome": "sent", "receipt": { "reference": "A", "at": "1970-01-01T00:00:00Z" } })
        );
        let waits = Handed::<Receipt>::Waits { waiting: Box::new(first) };
        assert_eq!(serde_json::from_value(form(&waits)).ok(), Some(waits));
        assert_eq!(form(TakenBack::Back), json!({ "outcome": "back" }));
    }

    #[test]
    fn what_waits_is_found_by_its_page() {
        let address = What::Address { people: vec![person(1), person(2)] };
        let message = What::Message { person: person(2) };
        let outbox = Outbox {
            waiting: vec![
                waiting(address.clone(), WaitingState::Sending),
                waiting(message.clone(), WaitingState::Behind),
            ],
            sent: Vec::new(),
        };
        let found = |draft| outbox.of(draft).map(|waiting| waiting.what.clone());
        assert_eq!(found(DraftKey::Address), Some(address));
        assert_eq!(found(DraftKey::Message { person: person(2) }), Some(message));
        assert_eq!(found(DraftKey::Message { person: person(1) }), None);
        assert_eq!(outbox.waiting[0].what.people(), [person(1), person(2)]);
    }
}
