//! What the network, the portal and its officers do.

use super::super::super::pictures::person;
use super::{ACCOUNT, Fate, Step, World, at, of};
use crate::outbox::{self, Row, State};
use crate::store::{Received, SentPicture};
use contract::address::Address;
use contract::board::PhotoState;
use contract::draft::DraftKey;
use contract::draft::facts::Got;
use contract::draft::standing::{Event, Standing, Word, Work};
use contract::id::{PhotoId, UploadId};
use contract::photo::{PhotoReceipt, Reason, SourceKind};
use contract::receipt::Receipt;
use contract::{Code, Problem};
use jiff::civil::date;
use serde_json::json;

impl World {
    fn received(&mut self, work: Work, number: u8) -> Receipt {
        let receipt = Receipt { reference: format!("R{number}"), at: self.now };
        let (page, people) = of(work);
        if work != Work::Message {
            self.got.push(Got { page, people, receipt: receipt.clone() });
        }
        receipt
    }

    pub(super) fn declare(&mut self, number: u8) -> Option<Event> {
        let by = json!({ "given": "A", "family": "B" });
        let declared = json!({ "at": self.now, "on": "2026-11-23", "by": by, "reference": "R" });
        for person in &mut self.portal.people {
            let journey = person.journey.as_mut().expect("a journey");
            journey.declaration = serde_json::from_value(declared.clone()).expect("declared");
        }
        self.store.discard_draft(ACCOUNT, DraftKey::Declaration).expect("gone");
        Some(Event::Received(self.received(Work::Declaration, number)))
    }

    pub(super) fn attempt(&mut self, work: Work, fate: Fate) -> Option<Event> {
        let row = self.rows(work).into_iter().find(|row| row.standing.state == State::Waiting)?;
        let number = self.next();
        let now = self.now;
        let before = row.standing.unanswered;
        let begun = row.standing.after(&outbox::Event::Begun, now).expect("it waits");
        let journey = self.portal.people[0].journey.as_ref().expect("a journey");
        let is_closed = journey.address.as_ref().is_some_and(|given| !given.open);
        let fate = match fate {
            // The card is made.
            Fate::Taken if work == Work::Address && is_closed => Fate::Refused,
            fate => fate,
        };
        match fate {
            Fate::Lost { left } => {
                let problem = Problem::new(Code::PortalUnreachable);
                let again = outbox::Event::Again { at: now, unanswered: before || left, problem };
                let after = begun.after(&again, now).expect("it waits");
                self.store.put_standing(ACCOUNT, row.id, &after).expect("kept");
                None
            }
            Fate::Refused => {
                let problem = Problem::new(Code::WrongState);
                let refused = outbox::Event::Refused(problem.clone());
                let after = begun.after(&refused, now).expect("it waits");
                self.store.stick(ACCOUNT, &row, &after).expect("kept");
                // It came back before what was typed since.
                let typing = matches!(self.expected[at(work)], Standing::Edited | Standing::Ready);
                Some(if typing { self.typed(work) } else { Event::Refused(problem) })
            }
            Fate::Taken => {
                let receipt = self.received(work, number);
                let snapshot = format!("{:?}", self.store.snapshot(ACCOUNT, &row));
                let (received, sent) = self.answer(work, &row, &receipt);
                self.store.receive(ACCOUNT, &row, &received, sent.as_ref(), 20).expect("kept");
                self.alive.retain(|token| !snapshot.contains(token));
                self.carry_out(work);
                // Of messages, it is the last one that stands there: one that waits or is written.
                let another =
                    self.waiting(work).is_some() || self.expected[at(work)] != Standing::Queued;
                (!another).then_some(Event::Received(receipt))
            }
        }
    }

    fn answer(&self, work: Work, row: &Row, receipt: &Receipt) -> (Received, Option<SentPicture>) {
        if work != Work::Photo {
            return (Received::Words(receipt.clone()), None);
        }
        let photo = PhotoId::new(0, [1; 10]);
        let (reference, at) = (receipt.reference.clone(), receipt.at);
        let picture = self.store.picture(ACCOUNT, person(1)).expect("read");
        let upload = picture.and_then(|picture| picture.outgoing).map(|outgoing| outgoing.upload);
        let upload = upload.unwrap_or(UploadId(row.id.0));
        let sent = SentPicture { person: person(1), upload, source_sha256: "hash".to_owned() };
        (Received::Photo(PhotoReceipt { photo, reference, at }), Some(sent))
    }

    /// What the portal shows after a write.
    fn carry_out(&mut self, work: Work) {
        for person in &mut self.portal.people {
            let journey = person.journey.as_mut().expect("a journey");
            match work {
                Work::Address => {
                    let given = json!({
                        "mailing": Address::default(), "residential": null, "on": "2026-11-23",
                        "open": true,
                    });
                    journey.address = serde_json::from_value(given).expect("an address");
                }
                Work::Photo => {
                    let (photo, on) = (PhotoId::new(0, [1; 10]), date(2026, 11, 23));
                    journey.photo = PhotoState::Submitted { photo, kind: SourceKind::Scan, on };
                }
                Work::Declaration | Work::Message => {}
            }
        }
    }

    pub(super) fn officer(&mut self, step: Step) {
        let (photo, on) = (PhotoId::new(0, [1; 10]), date(2026, 11, 23));
        for person in &mut self.portal.people {
            let journey = person.journey.as_mut().expect("a journey");
            let submitted = matches!(journey.photo, PhotoState::Submitted { .. });
            match (step, journey.address.as_mut()) {
                (Step::Accept, _) if submitted => {
                    journey.photo = PhotoState::Accepted { photo, on };
                }
                (Step::Return, _) if submitted => {
                    journey.photo = PhotoState::Returned {
                        photo,
                        on,
                        reasons: vec![Reason::Blurred],
                        note_en: String::new(),
                        note_fr: String::new(),
                        earlier: Vec::new(),
                    };
                }
                (Step::MakeCard, Some(given)) => given.open = false,
                _ => {}
            }
        }
    }

    /// The board comes in, and says of each work what the portal has.
    pub(super) fn sync(&mut self) -> Vec<(Work, Event)> {
        self.next();
        self.portal.at = self.now;
        self.board = self.portal.clone();
        let journey = self.board.people[0].journey.as_ref().expect("a journey");
        let word = || Word::Board(date(2026, 11, 23));
        let mut said = Vec::new();
        if journey.declaration.is_some() {
            said.push((Work::Declaration, Event::Closed(word())));
        }
        if let Some(given) = &journey.address {
            let event = if given.open { Event::Given(word()) } else { Event::Closed(word()) };
            said.push((Work::Address, event));
        }
        match &journey.photo {
            PhotoState::None => {}
            PhotoState::Returned { reasons, .. } => {
                said.push((Work::Photo, Event::Returned(reasons.clone())));
            }
            PhotoState::Submitted { .. } | PhotoState::Accepted { .. } => {
                said.push((Work::Photo, Event::Closed(word())));
            }
        }
        // Nothing stands any more against what cannot be changed.
        self.elsewhere.retain(|work| {
            !said.iter().any(|(of, event)| of == work && matches!(event, Event::Closed(_)))
        });
        said
    }
}
