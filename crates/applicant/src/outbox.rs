//! The rules of what waits to be sent: where a row stands after what, what an answer means, and
//! which row goes next. Time and chance are arguments; nothing here sends, keeps or waits.

pub(crate) mod judging;
pub(crate) mod order;
pub(crate) mod standing;
pub(crate) mod telling;
#[cfg(test)]
mod tests;

pub(crate) use judging::{Failure, judge};
pub(crate) use order::{next_due, next_wake};
pub(crate) use standing::{Event, Standing, State};
pub(crate) use telling::told;

use contract::draft::{Draft, MessageDraft};
use contract::id::{IdempotencyKey, PersonId};
use contract::outbox::What;
use jiff::Timestamp;

/// What kind of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An address.
    Address,
    /// The file of a photo, which goes before its submission.
    File,
    /// The submission of a photo.
    Photo,
    /// A message.
    Message,
}

/// A row of the outbox, without what is sent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// Its idempotency key.
    pub(crate) id: IdempotencyKey,
    /// What kind.
    pub(crate) kind: Kind,
    /// Whom it is about.
    pub(crate) people: Vec<PersonId>,
    /// The row that must have arrived first.
    pub(crate) parent: Option<IdempotencyKey>,
    /// When it was handed over.
    pub(crate) queued_at: Timestamp,
    /// Where it stands.
    pub(crate) standing: Standing,
}

impl Row {
    /// What it is for people; nothing of a file, which they see as its photo.
    pub(crate) fn what(&self) -> Option<What> {
        let person = self.people.first().copied();
        match self.kind {
            Kind::Address => Some(What::Address { people: self.people.clone() }),
            Kind::File => None,
            Kind::Photo => person.map(|person| What::Photo { person }),
            Kind::Message => person.map(|person| What::Message { person }),
        }
    }
}

/// The draft of something that is taken back: nothing that was typed meanwhile is lost.
pub(crate) fn reopened(kept: Option<Draft>, back: Draft) -> Draft {
    match (kept, back) {
        (Some(Draft::Message(kept)), Draft::Message(back)) if !kept.text.trim().is_empty() => {
            if kept.text == back.text {
                return Draft::Message(back);
            }
            let text = format!("{}\n\n{}", back.text, kept.text);
            Draft::Message(MessageDraft { text, key: None })
        }
        // Of a page whose draft stays while it waits, what is kept is the newest.
        (Some(kept @ (Draft::Address(_) | Draft::Photo(_))), _) => kept,
        (_, back) => back,
    }
}
