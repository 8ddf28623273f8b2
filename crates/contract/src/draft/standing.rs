//! Where a piece of work stands, and what each event makes of it: one table. Its pages show and offer
//! what follows from it. That something is being sent is not among it: that lives in memory only.

use super::{Draft, DraftKey};
use crate::Problem;
use crate::board::GivenAddress;
use crate::photo::Reason;
use crate::receipt::Receipt;
use jiff::civil::Date;

/// A kind of work: what one page asks, and what is sent of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Work {
    /// Declaring presence. It never waits: it is sent at once, or not.
    Declaration,
    /// Giving an address. Changed until the card is made.
    Address,
    /// Sending a photo of one person. Final, unless an officer returns it.
    Photo,
    /// Writing a message. After one there is the next.
    Message,
}

impl Work {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Declaration, Self::Address, Self::Photo, Self::Message];

    /// The work of a draft; nothing where what is typed is not sent as such.
    #[must_use]
    pub const fn of(draft: DraftKey) -> Option<Self> {
        match draft {
            DraftKey::Declaration => Some(Self::Declaration),
            DraftKey::Address => Some(Self::Address),
            DraftKey::Photo { .. } => Some(Self::Photo),
            DraftKey::Message { .. } => Some(Self::Message),
            DraftKey::FirstSignIn | DraftKey::SignIn | DraftKey::Invitation | DraftKey::Place => {
                None
            }
        }
    }

    /// Whether it can wait to be sent.
    #[must_use]
    pub const fn may_wait(self) -> bool {
        !matches!(self, Self::Declaration)
    }

    /// Whether what the portal has of it cannot be changed any more.
    const fn is_final(self) -> bool {
        matches!(self, Self::Declaration | Self::Photo)
    }
}

/// The portal's word that it has something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// Its receipt.
    Receipt(Receipt),
    /// What it shows on the board, with the day.
    Board(Date),
}

/// What takes the place of a draft, or lies beneath one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum There {
    /// Nothing.
    Nothing,
    /// What was handed over before, which still waits: of messages only.
    Waits,
    /// The portal has it.
    Sent {
        /// The portal's word for it.
        word: Word,
        /// Whether it can be changed, or another one written.
        open: bool,
    },
    /// An officer returned it.
    Returned {
        /// Why.
        reasons: Vec<Reason>,
    },
}

impl There {
    /// Whether it can lie beneath a draft of this work.
    const fn is_of(&self, work: Work) -> bool {
        match self {
            Self::Nothing => true,
            Self::Waits => matches!(work, Work::Message),
            Self::Sent { open, .. } => !*open || !work.is_final(),
            Self::Returned { .. } => matches!(work, Work::Photo),
        }
    }
}

/// What stands against what was typed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Theirs {
    /// Something that was not looked at yet.
    Unseen,
    /// What was typed in another window or on another device.
    Typed(Box<Draft>),
    /// Another address, which the portal has by now.
    Given(Box<GivenAddress>),
}

/// Where a piece of work stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Nothing was typed.
    Empty,
    /// Begun, and not yet as it must be to be sent.
    Edited,
    /// Begun, and its answers hold.
    Ready,
    /// Handed over; it waits to be sent.
    Queued,
    /// The portal refused it after it was handed over, and its draft is open as it was.
    Stuck {
        /// Why, with the fields at fault.
        problem: Problem,
    },
    /// The portal has it.
    Sent {
        /// The portal's word for it.
        word: Word,
        /// Whether it can be changed, or another one written.
        open: bool,
    },
    /// An officer returned it.
    Returned {
        /// Why.
        reasons: Vec<Reason>,
    },
    /// Something else stands against what was typed here; one of both is chosen first.
    Conflict {
        /// What.
        theirs: Theirs,
    },
}

/// What happens to a piece of work.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Something is typed.
    Typed {
        /// Whether the answers hold.
        holds: bool,
    },
    /// What was typed is thrown away, or nothing of it is left.
    Discarded {
        /// What lies beneath it.
        there: There,
    },
    /// It is handed over to be sent as soon as that can be.
    HandedOver,
    /// The portal's receipt for it is here.
    Received(Receipt),
    /// The portal refused for good what waited.
    Refused(Problem),
    /// What waited is a draft again.
    Withdrawn {
        /// Whether its answers hold.
        holds: bool,
    },
    /// The board says that the portal has it, and that it can be changed.
    Given(Word),
    /// The board says that the portal has it, for good.
    Closed(Word),
    /// An officer returned it.
    Returned(Vec<Reason>),
    /// Its reader has seen that a message was sent.
    Seen,
    /// Something else stands against it.
    ChangedElsewhere(Theirs),
    /// One of both was chosen, and is the draft from now on.
    Chosen {
        /// Whether its answers hold.
        holds: bool,
    },
}

impl Standing {
    /// That of an open draft.
    #[must_use]
    pub const fn open(holds: bool) -> Self {
        if holds { Self::Ready } else { Self::Edited }
    }

    /// That of a work without any draft.
    #[must_use]
    pub fn without_draft(there: There) -> Self {
        match there {
            There::Nothing => Self::Empty,
            There::Waits => Self::Queued,
            There::Sent { word, open } => Self::Sent { word, open },
            There::Returned { reasons } => Self::Returned { reasons },
        }
    }

    /// Where a piece of work stands after an event; nothing where the event does not concern it.
    #[must_use]
    pub fn after(&self, work: Work, event: &Event) -> Option<Self> {
        use Standing::{Conflict, Edited, Empty, Queued, Ready, Returned, Sent, Stuck};
        let sent = |word: &Word, open| Some(Sent { word: word.clone(), open });
        let receipt = |receipt: &Receipt| Word::Receipt(receipt.clone());
        let message = work == Work::Message;
        match (self, event) {
            // What the portal has for good is past every other event, but for an officer's return.
            (Sent { open: false, .. }, Event::Returned(reasons)) if work == Work::Photo => {
                Some(Returned { reasons: reasons.clone() })
            }
            (Sent { open: false, .. }, _) => None,

            // Choosing is the only way out of a conflict, but for what ends it.
            (Conflict { .. }, Event::Chosen { holds }) => Some(Self::open(*holds)),

            (Empty | Edited | Ready | Stuck { .. } | Sent { .. }, Event::Typed { holds })
            | (Queued | Stuck { .. }, Event::Withdrawn { holds }) => Some(Self::open(*holds)),
            (Returned { .. }, Event::Typed { holds }) if work == Work::Photo => {
                Some(Self::open(*holds))
            }
            // The next message is written while one waits.
            (Queued, Event::Typed { holds }) if message => Some(Self::open(*holds)),
            (Edited | Ready | Stuck { .. } | Conflict { .. }, Event::Discarded { there })
                if there.is_of(work) =>
            {
                Some(Self::without_draft(there.clone()))
            }

            (Ready | Stuck { .. }, Event::HandedOver) if work.may_wait() => Some(Queued),
            (Ready | Queued, Event::Received(got)) => sent(&receipt(got), !work.is_final()),
            (Queued, Event::Refused(problem)) => Some(Stuck { problem: problem.clone() }),

            // Of what is typed for a message the board says nothing.
            (_, Event::Closed(word)) if !message => sent(word, false),
            (Empty | Sent { .. }, Event::Given(word)) if work == Work::Address => sent(word, true),
            (Empty | Returned { .. }, Event::Returned(reasons)) if work == Work::Photo => {
                Some(Returned { reasons: reasons.clone() })
            }
            (Sent { .. }, Event::Seen) if message => Some(Empty),

            // What waits was fixed when it was handed over, and no draft of it is open.
            (
                Empty
                | Edited
                | Ready
                | Stuck { .. }
                | Sent { .. }
                | Returned { .. }
                | Conflict { .. },
                Event::ChangedElsewhere(theirs),
            ) => Some(Conflict { theirs: theirs.clone() }),

            _ => None,
        }
    }

    /// What its pages and the board offer to do about it.
    #[must_use]
    pub const fn offer(&self) -> Offer {
        match self {
            Self::Empty => Offer::Begin,
            Self::Edited => Offer::Continue,
            Self::Ready => Offer::Check,
            Self::Queued => Offer::Wait,
            Self::Stuck { .. } => Offer::Mend,
            Self::Conflict { .. } => Offer::Choose,
            Self::Returned { .. } => Offer::Replace,
            Self::Sent { open: true, .. } => Offer::Change,
            Self::Sent { open: false, .. } => Offer::Nothing,
        }
    }

    /// Whether its form is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        !matches!(self.offer(), Offer::Wait | Offer::Nothing)
    }
}

/// What there is to do about a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Offer {
    /// Begin it.
    Begin,
    /// Go on with it.
    Continue,
    /// Check and send it.
    Check,
    /// Wait, hold it back or take it back.
    Wait,
    /// Mend what was refused.
    Mend,
    /// Choose between what was typed here and what stands against it.
    Choose,
    /// Send another one for the one that was returned.
    Replace,
    /// Change what was sent, or write another one.
    Change,
    /// Nothing.
    Nothing,
}

impl Offer {
    /// Whether it is for its owner to do, and not with the portal or on its way.
    #[must_use]
    pub const fn is_to_do(self) -> bool {
        matches!(self, Self::Begin | Self::Continue | Self::Check | Self::Replace)
    }

    /// Whether it needs its owner before anything else.
    #[must_use]
    pub const fn needs_care(self) -> bool {
        matches!(self, Self::Mend | Self::Choose)
    }
}

#[cfg(test)]
mod tests;
