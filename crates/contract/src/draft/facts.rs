//! Where a piece of work stands by what is known of it: the draft and whether its answers hold, what
//! waits to be sent, what the board says, what the portal confirmed since, and whether something else
//! stands against it. Nothing of this is kept; [`super::standing`] says what may follow on what.

use super::standing::{Standing, Theirs, There, Word, Work};
use super::{AddressDraft, Draft, DraftKey, PhotoDraft};
use crate::board::{Board, Journey, PhotoState};
use crate::id::PersonId;
use crate::message::NewMessage;
use crate::outbox::{Outbox, Waiting};
use crate::policy::Policy;
use crate::receipt::Receipt;
use crate::steps::Step;
use serde::{Deserialize, Serialize};

/// What was typed, as far as it matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    #[default]
    Nothing,
    /// Something that cannot be sent as it is.
    Begun,
    /// Answers that hold.
    Holds,
}

/// A draft with its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDraft {
    /// Which.
    pub key: DraftKey,
    /// What was typed.
    pub draft: Draft,
}

/// Reply of `GET /api/v1/drafts`: everything that was typed under an account and is not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDrafts {
    /// By the time of their last change, the latest first.
    pub drafts: Vec<KeptDraft>,
}

/// A picture that was picked for a person and not sent yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PickedFor {
    /// For whom.
    pub person: PersonId,
    /// Whether the file that will be sent is made.
    pub prepared: bool,
}

/// Everything that was begun under an account and is not sent yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// What was typed.
    pub drafts: Vec<KeptDraft>,
    /// What was picked.
    pub pictures: Vec<PickedFor>,
}

impl Begun {
    /// What was typed on a page.
    #[must_use]
    pub fn draft(&self, key: DraftKey) -> Option<&Draft> {
        self.drafts.iter().find(|kept| kept.key == key).map(|kept| &kept.draft)
    }

    /// Takes in what is typed on a page, or that nothing is any more. A photo that is discarded takes
    /// its picture along.
    pub fn note(&mut self, key: DraftKey, draft: Option<Draft>) {
        self.drafts.retain(|kept| kept.key != key);
        match draft {
            Some(draft) => self.drafts.push(KeptDraft { key, draft }),
            None => self.pictures.retain(|picked| DraftKey::Photo { person: picked.person } != key),
        }
    }

    /// What was typed on a page about these people; with nobody named, about anyone.
    #[must_use]
    pub fn content(&self, key: DraftKey, people: &[PersonId], policy: &Policy) -> Content {
        let picture = match key {
            DraftKey::Photo { person } => self.pictures.iter().find(|it| it.person == person),
            _ => None,
        };
        match self.draft(key) {
            Some(Draft::Declaration(draft)) => {
                let is_ticked = |person: &PersonId| people.is_empty() || people.contains(person);
                let any = draft.people.iter().any(is_ticked);
                if any { Content::Holds } else { Content::Nothing }
            }
            Some(Draft::Address(draft)) => of_address(draft, people, policy),
            Some(Draft::Message(draft)) => of_message(&draft.text, policy),
            Some(Draft::Photo(draft)) => of_photo(draft, picture.copied()),
            _ if picture.is_some() => Content::Begun,
            _ => Content::Nothing,
        }
    }
}

fn of_address(draft: &AddressDraft, people: &[PersonId], policy: &Policy) -> Content {
    let is_about = |ticked: &Vec<PersonId>| {
        people.is_empty() || people.iter().any(|person| ticked.contains(person))
    };
    if *draft == AddressDraft::default() || !draft.people.as_ref().is_none_or(is_about) {
        return Content::Nothing;
    }
    let for_somebody = draft.people.as_ref().is_none_or(|people| !people.is_empty());
    let lives = !draft.lives_elsewhere || draft.residential.check(policy).is_ok();
    if for_somebody && lives && draft.mailing.check(policy).is_ok() {
        Content::Holds
    } else {
        Content::Begun
    }
}

fn of_message(text: &str, policy: &Policy) -> Content {
    if text.trim().is_empty() {
        Content::Nothing
    } else if (NewMessage { text: text.to_owned() }).check(policy).is_ok() {
        Content::Holds
    } else {
        Content::Begun
    }
}

/// What was begun of a photo: what was said of it, and what was picked.
#[must_use]
pub fn of_photo(draft: &PhotoDraft, picture: Option<PickedFor>) -> Content {
    match picture {
        Some(PickedFor { prepared: true, .. }) if draft.kind.is_some() => Content::Holds,
        None if *draft == PhotoDraft::default() => Content::Nothing,
        _ => Content::Begun,
    }
}

/// Something that the portal confirmed; the board may not show it yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Got {
    /// Of which page.
    pub page: DraftKey,
    /// Whom it is about.
    pub people: Vec<PersonId>,
    /// The portal's word for it.
    pub receipt: Receipt,
}

/// What is known of a piece of work.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Its page.
    pub page: DraftKey,
    /// Whom it is about.
    pub people: &'a [PersonId],
    /// What was typed.
    pub content: Content,
    /// What the portal shows.
    pub board: &'a Board,
    /// What waits, and what was sent while nobody looked.
    pub outbox: &'a Outbox,
    /// What the portal confirmed here.
    pub got: &'a [Got],
    /// What stands against what was typed, if anything does.
    pub elsewhere: Option<Theirs>,
}

/// What is known of every piece of work but for the board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// What was begun.
    pub begun: Begun,
    /// What waits, and what was sent while nobody looked.
    pub outbox: Outbox,
    /// What the portal confirmed here.
    pub got: Vec<Got>,
    /// What stands against what was typed.
    pub elsewhere: Vec<(DraftKey, Theirs)>,
}

impl Known {
    /// Where the work of a page stands for these people.
    #[must_use]
    pub fn of_page(&self, board: &Board, page: DraftKey, people: &[PersonId]) -> Standing {
        let elsewhere = self.elsewhere.iter().find(|(key, _)| *key == page);
        Facts {
            page,
            people,
            content: self.begun.content(page, people, &Policy::PROGRAMME),
            board,
            outbox: &self.outbox,
            got: &self.got,
            elsewhere: elsewhere.map(|(_, theirs)| theirs.clone()),
        }
        .standing()
    }

    /// Where a person's step stands; nothing of a step that is not theirs to do.
    #[must_use]
    pub fn of_step(&self, board: &Board, person: PersonId, step: Step) -> Option<Standing> {
        let page = match step {
            Step::Account | Step::Card => return None,
            Step::Declaration => DraftKey::Declaration,
            Step::Address => DraftKey::Address,
            Step::Photo => DraftKey::Photo { person },
        };
        Some(self.of_page(board, page, &[person]))
    }
}

impl Facts<'_> {
    /// Where it stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let Some(work) = Work::of(self.page) else {
            return Standing::Empty;
        };
        let there = self.there(work);
        if let There::Sent { open: false, .. } = there {
            return Standing::without_draft(there);
        }
        let next_message = work == Work::Message && self.content != Content::Nothing;
        if self.rows().any(|row| row.stuck().is_none()) && !next_message {
            return Standing::Queued;
        }
        if let Some(theirs) = self.elsewhere.clone() {
            return Standing::Conflict { theirs };
        }
        // What was typed since has taken the refused one's place.
        if let Some(problem) = self.rows().filter(|row| !row.mended).find_map(Waiting::stuck) {
            return Standing::Stuck { problem: problem.clone() };
        }
        match self.content {
            Content::Holds => Standing::Ready,
            Content::Begun => Standing::Edited,
            Content::Nothing => Standing::without_draft(there),
        }
    }

    /// What waits of it or was refused.
    fn rows(&self) -> impl Iterator<Item = &Waiting> {
        self.outbox.waiting.iter().filter(|row| {
            row.what.draft() == self.page
                && row.what.people().iter().any(|person| self.people.contains(person))
        })
    }

    /// What the portal has of it.
    fn there(&self, work: Work) -> There {
        let receipt = || self.receipt().map(Word::Receipt);
        match work {
            Work::Message => {
                receipt().map_or(There::Nothing, |word| There::Sent { word, open: true })
            }
            Work::Photo => {
                if let Some(word) = receipt() {
                    return There::Sent { word, open: false };
                }
                match self.journeys().next().map(|journey| &journey.photo) {
                    Some(PhotoState::Submitted { on, .. } | PhotoState::Accepted { on, .. }) => {
                        There::Sent { word: Word::Board(*on), open: false }
                    }
                    Some(PhotoState::Returned { reasons, .. }) => {
                        There::Returned { reasons: reasons.clone() }
                    }
                    Some(PhotoState::None) | None => There::Nothing,
                }
            }
            Work::Declaration => self.of_everyone(|journey| {
                let declared = journey.declaration.as_ref()?;
                let (reference, at) = (declared.reference.clone(), declared.at);
                Some((Word::Receipt(Receipt { reference, at }), false))
            }),
            Work::Address => self.of_everyone(|journey| {
                let given = journey.address.as_ref()?;
                Some((Word::Board(given.on), given.open))
            }),
        }
    }

    /// What everyone has whom it is about: as long as it is open for one of them, it is open.
    fn of_everyone(&self, has: impl Fn(&Journey) -> Option<(Word, bool)>) -> There {
        let open = self.page == DraftKey::Address;
        let mut all: Vec<(Word, bool)> = Vec::new();
        for person in self.people {
            let receipt = self.receipt_of(*person).map(|receipt| (Word::Receipt(receipt), open));
            let journey = self.board.person(*person).and_then(|person| person.journey.as_ref());
            let shown = journey.and_then(&has);
            // What is closed stays closed.
            let closed = shown.clone().filter(|(_, open)| !*open);
            match closed.or(receipt).or(shown) {
                Some(found) => all.push(found),
                None => return There::Nothing,
            }
        }
        let open = all.iter().any(|(_, open)| *open);
        let first = all.into_iter().find(|(_, is_open)| *is_open == open);
        first.map_or(There::Nothing, |(word, open)| There::Sent { word, open })
    }

    fn journeys(&self) -> impl Iterator<Item = &Journey> {
        let of = |person: &PersonId| self.board.person(*person)?.journey.as_ref();
        self.people.iter().filter_map(of)
    }

    fn receipt(&self) -> Option<Receipt> {
        self.people.first().and_then(|person| self.receipt_of(*person))
    }

    /// The portal's word for it that is newer than the board; of a message the board says nothing.
    fn receipt_of(&self, person: PersonId) -> Option<Receipt> {
        let sent = self.outbox.sent.iter().map(|sent| {
            let receipt = Receipt { reference: sent.reference.clone(), at: sent.at };
            (sent.what.draft(), sent.what.people(), receipt)
        });
        let got = self.got.iter().map(|got| (got.page, &got.people[..], got.receipt.clone()));
        let is_news = |at| matches!(self.page, DraftKey::Message { .. }) || at > self.board.at;
        sent.chain(got)
            .filter(|(page, people, receipt)| {
                *page == self.page && people.contains(&person) && is_news(receipt.at)
            })
            .map(|(_, _, receipt)| receipt)
            .max_by_key(|receipt| receipt.at)
    }
}

#[cfg(test)]
mod tests;
