//! What the owner of the device does: typing, throwing away, handing over, taking back, choosing.

use super::super::super::key;
use super::super::super::pictures::{keep, person, row as picture};
use super::{ACCOUNT, POLICY, Step, World, at, of};
use crate::outbox::{self, Kind, State};
use crate::store::New;
use contract::address::Address;
use contract::draft::facts::Content;
use contract::draft::standing::{Event, Offer, Standing, Theirs, Work};
use contract::draft::{
    AcceptedWarnings, AddressDraft, DeclarationDraft, Draft, MessageDraft, PhotoDraft,
};
use contract::photo::SourceKind;
use serde_json::json;

impl World {
    /// Types something new; a message is gone on with.
    fn type_in(&mut self, work: Work, holds: bool) {
        let number = self.next();
        let token = format!("T{number}E");
        let before = self.draft(work);
        if work != Work::Message {
            self.lets_go(work);
        }
        let draft = match work {
            // Ticking holds, and there is nothing else to it.
            Work::Declaration => Draft::Declaration(DeclarationDraft { people: of(work).1 }),
            Work::Address => {
                let mut mailing =
                    Address { street: format!("12 {token} St"), ..Address::default() };
                if holds {
                    mailing.municipality = "Ottawa".into();
                    mailing.province = "ON".into();
                    mailing.postal_code = "K1A 0B1".into();
                }
                let people = Some(of(work).1);
                Draft::Address(Box::new(AddressDraft { people, mailing, ..Default::default() }))
            }
            Work::Photo => {
                let mut row = picture(number % 100, "hash");
                row.photo.prepared = row.photo.prepared.filter(|_| holds);
                keep(&self.store, person(1), &row);
                let accepted = AcceptedWarnings { pixels_sha256: token.clone(), reasons: vec![] };
                let kind = Some(SourceKind::Scan);
                Draft::Photo(PhotoDraft { kind, crop: None, accepted: Some(accepted) })
            }
            Work::Message => {
                let before = match before {
                    Some(Draft::Message(before)) => before.text,
                    _ => String::new(),
                };
                let rest = if holds { String::new() } else { "x".repeat(POLICY.message_chars) };
                let text = format!("{before} {token} {rest}");
                Draft::Message(MessageDraft { text, key: None })
            }
        };
        if work != Work::Declaration {
            self.alive.push(token);
        }
        self.save(work, &draft);
    }

    pub(super) fn typed(&self, work: Work) -> Event {
        Event::Typed { holds: self.content(work) == Content::Holds }
    }

    pub(super) fn happens(&mut self, step: Step) -> Vec<(Work, Event)> {
        let event = match step {
            Step::Type { work, holds } => {
                let standing = self.derived(work);
                let next_message = work == Work::Message && standing == Standing::Queued;
                let in_conflict = matches!(standing, Standing::Conflict { .. });
                if in_conflict || !(standing.is_open() || next_message) {
                    return Vec::new();
                }
                self.type_in(work, holds);
                Some((work, self.typed(work)))
            }
            Step::Discard(work) => {
                if !matches!(
                    self.derived(work).offer(),
                    Offer::Continue | Offer::Check | Offer::Mend
                ) {
                    return Vec::new();
                }
                self.throw_away(work);
                Some((work, Event::Discarded { there: self.beneath(work) }))
            }
            Step::HandOver(work) => self.hand_over(work).map(|event| (work, event)),
            Step::Try { work, fate } => self.attempt(work, fate).map(|event| (work, event)),
            Step::Hold(work) => self.press(work, &outbox::Event::Hold),
            Step::LetGo(work) => self.press(work, &outbox::Event::LetGo),
            Step::Withdraw(work) => self.withdraw(work).map(|event| (work, event)),
            Step::Accept | Step::Return | Step::MakeCard => {
                self.officer(step);
                None
            }
            Step::Sync => return self.sync(),
            Step::Seen => {
                for sent in self.store.unseen(ACCOUNT).expect("read") {
                    self.store.note_seen(ACCOUNT, sent.id).expect("kept");
                }
                Some((Work::Message, Event::Seen))
            }
            Step::Elsewhere(work) => {
                let over = matches!(self.derived(work), Standing::Sent { open: false, .. });
                if over || self.derived(work) == Standing::Queued {
                    return Vec::new();
                }
                if !self.elsewhere.contains(&work) {
                    self.elsewhere.push(work);
                }
                Some((work, Event::ChangedElsewhere(Theirs::Unseen)))
            }
            Step::Choose { work, theirs } => self.choose(work, theirs).map(|event| (work, event)),
        };
        event.into_iter().collect()
    }

    fn throw_away(&mut self, work: Work) {
        self.lets_go(work);
        if work == Work::Photo {
            self.store.discard_picture(ACCOUNT, person(1)).expect("gone");
        }
        self.store.discard_draft(ACCOUNT, of(work).0).expect("gone");
    }

    fn hand_over(&mut self, work: Work) -> Option<Event> {
        let may = matches!(self.derived(work).offer(), Offer::Check | Offer::Mend);
        if !may || self.content(work) != Content::Holds {
            return None;
        }
        let number = self.next();
        let (draft, people) = of(work);
        let kind = match work {
            // Sent at once; what the portal answers is the next step's.
            Work::Declaration => return self.declare(number),
            Work::Address => Kind::Address,
            Work::Photo => Kind::Photo,
            Work::Message => Kind::Message,
        };
        let file = (work == Work::Photo).then(|| (key(number + 50), json!("file")));
        let new = New {
            id: key(number),
            kind,
            people: &people,
            draft,
            typed: None,
            file,
            former: None,
            now: self.now,
        };
        let body = format!("{number} {:?}", self.draft(work));
        self.store.queue(ACCOUNT, &new, &body).expect("queued");
        Some(Event::HandedOver)
    }

    fn press(&self, work: Work, event: &outbox::Event) -> Option<(Work, Event)> {
        let row = self.waiting(work)?;
        let after = row.standing.after(event, self.now)?;
        self.store.put_standing(ACCOUNT, row.id, &after).expect("kept");
        None
    }

    fn withdraw(&mut self, work: Work) -> Option<Event> {
        let row = self.waiting(work)?;
        row.standing.after(&outbox::Event::Withdrawn, self.now)?;
        let typing = matches!(self.expected[at(work)], Standing::Edited | Standing::Ready);
        self.store.take_back(ACCOUNT, &row).expect("back");
        let holds = self.content(work) == Content::Holds;
        Some(if typing { Event::Typed { holds } } else { Event::Withdrawn { holds } })
    }

    fn choose(&mut self, work: Work, theirs: bool) -> Option<Event> {
        if !matches!(self.derived(work), Standing::Conflict { .. }) {
            return None;
        }
        self.elsewhere.retain(|other| *other != work);
        // What was refused is past: one of both is sent anew.
        for row in self.rows(work).iter().filter(|row| row.standing.state == State::Stuck) {
            self.store.take_back(ACCOUNT, row).expect("back");
        }
        if theirs {
            self.lets_go(work);
            self.type_in(work, true);
        }
        Some(match self.content(work) {
            Content::Nothing => Event::Discarded { there: self.beneath(work) },
            content => Event::Chosen { holds: content == Content::Holds },
        })
    }
}
