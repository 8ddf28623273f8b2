//! A device with one account, the portal, and what is known of both.

mod owner;
mod portal;

use super::super::pictures::person;
use super::super::store;
use crate::outbox::{Row, State, told};
use crate::store::Store;
use contract::board::{Board, PhotoState};
use contract::draft::facts::{Begun, Content, Facts, Got};
use contract::draft::standing::{Offer, Standing, Theirs, There, Word, Work};
use contract::draft::{Draft, DraftKey};
use contract::id::PersonId;
use contract::outbox::{Outbox, Waiting};
use contract::policy::Policy;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

const POLICY: Policy = Policy::PROGRAMME;
const ACCOUNT: &str = "a";

/// What the network and the portal do with a try.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fate {
    Lost { left: bool },
    Refused,
    Taken,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    Type { work: Work, holds: bool },
    Discard(Work),
    HandOver(Work),
    Try { work: Work, fate: Fate },
    Hold(Work),
    LetGo(Work),
    Withdraw(Work),
    Accept,
    Return,
    MakeCard,
    Sync,
    Seen,
    Elsewhere(Work),
    Choose { work: Work, theirs: bool },
}

pub(super) struct World {
    store: Store,
    now: Timestamp,
    made: u8,
    /// What the portal has, and what of it was seen last.
    portal: Board,
    board: Board,
    got: Vec<Got>,
    elsewhere: Vec<Work>,
    /// What was typed and neither thrown away, typed over nor taken by the portal.
    alive: Vec<String>,
    expected: [Standing; 4],
}

fn of(work: Work) -> (DraftKey, Vec<PersonId>) {
    let me = person(1);
    match work {
        Work::Declaration => (DraftKey::Declaration, vec![me, person(2)]),
        Work::Address => (DraftKey::Address, vec![me, person(2)]),
        Work::Photo => (DraftKey::Photo { person: me }, vec![me]),
        Work::Message => (DraftKey::Message { person: me }, vec![me]),
    }
}

fn at(work: Work) -> usize {
    Work::ALL.iter().position(|known| *known == work).expect("every work")
}

fn family() -> Board {
    let somebody = |number| {
        json!({
            "id": person(number), "name": { "given": "A", "family": "B" }, "relationship": "other",
            "journey": {
                "date_of_birth": "1988-03-27", "age": 38, "minor": false, "declaration": null,
                "address": null, "photo": { "state": "none" }, "proof": { "state": "none" },
                "card": { "state": "none" }, "clocks": [],
            },
        })
    };
    let board = json!({
        "household": {
            "id": person(9), "application_number": "E001234567", "applied_on": "2025-01-02",
            "state": "active",
        },
        "account": person(8), "me": person(1), "people": [somebody(1), somebody(2)],
        "at": "1970-01-01T00:00:00Z", "today": "2026-11-23",
    });
    serde_json::from_value(board).expect("a board")
}

/// The standing without the words that only say how the portal said it.
fn plain(standing: &Standing) -> Standing {
    match standing {
        Standing::Sent { open, .. } => {
            Standing::Sent { word: Word::Board(date(2026, 1, 1)), open: *open }
        }
        other => other.clone(),
    }
}

impl World {
    pub(super) fn new() -> Self {
        Self {
            store: store(),
            now: Timestamp::UNIX_EPOCH,
            made: 0,
            portal: family(),
            board: family(),
            got: Vec::new(),
            elsewhere: Vec::new(),
            alive: Vec::new(),
            expected: [const { Standing::Empty }; 4],
        }
    }

    fn rows(&self, work: Work) -> Vec<Row> {
        let all = self.store.outbox(ACCOUNT).expect("read");
        let is_of = |row: &Row| row.what().is_some_and(|what| what.draft() == of(work).0);
        all.into_iter().filter(is_of).collect()
    }

    /// The first row of a work that waits and was not refused.
    fn waiting(&self, work: Work) -> Option<Row> {
        self.rows(work).into_iter().find(|row| row.standing.state != State::Stuck)
    }

    fn outbox(&self) -> Outbox {
        let rows = self.store.outbox(ACCOUNT).expect("read");
        let mended = self.store.mended(ACCOUNT, &rows).expect("read");
        let waiting = (0..rows.len()).filter_map(|at| {
            Some(Waiting {
                id: rows[at].id,
                what: rows[at].what()?,
                queued_at: rows[at].queued_at,
                text: None,
                may_have_arrived: rows[at].standing.unanswered,
                mended: mended.iter().any(|row| row.id == rows[at].id),
                state: told(&rows, at, true, |_| false),
            })
        });
        Outbox { waiting: waiting.collect(), sent: self.store.unseen(ACCOUNT).expect("read") }
    }

    fn content(&self, work: Work) -> Content {
        let (page, people) = of(work);
        self.store.begun(ACCOUNT).expect("read").content(page, &people, &POLICY)
    }

    fn derived(&self, work: Work) -> Standing {
        let begun = self.store.begun(ACCOUNT).expect("read");
        self.derived_from(work, &begun, &self.outbox())
    }

    fn derived_from(&self, work: Work, begun: &Begun, outbox: &Outbox) -> Standing {
        let (page, people) = of(work);
        Facts {
            page,
            people: &people,
            content: begun.content(page, &people, &POLICY),
            board: &self.board,
            outbox,
            got: &self.got,
            elsewhere: self.elsewhere.contains(&work).then_some(Theirs::Unseen),
        }
        .standing()
    }

    fn draft(&self, work: Work) -> Option<Draft> {
        self.store.draft(ACCOUNT, of(work).0).expect("read")
    }

    fn save(&self, work: Work, draft: &Draft) {
        self.store.save_draft(ACCOUNT, of(work).0, draft).expect("kept");
    }

    /// Everything on the device in which what was typed is found.
    fn kept(&self) -> String {
        let drafts = Work::ALL.map(|work| format!("{:?}", self.draft(work))).concat();
        let rows = self.store.outbox(ACCOUNT).expect("read");
        let snapshot = |row: &Row| format!("{:?}", self.store.snapshot(ACCOUNT, row));
        drafts + &rows.iter().map(snapshot).collect::<String>()
    }

    /// Its owner types over or throws away what is in the draft.
    fn lets_go(&mut self, work: Work) {
        let draft = format!("{:?}", self.draft(work));
        self.alive.retain(|token| !draft.contains(token));
    }

    fn next(&mut self) -> u8 {
        self.made += 1;
        self.now += SignedDuration::from_secs(1);
        self.made
    }

    /// What lies beneath a draft, by what this world knows of the portal and the outbox.
    fn beneath(&self, work: Work) -> There {
        let there = |open| There::Sent { word: Word::Board(date(2026, 1, 1)), open };
        let journey = self.board.people[0].journey.as_ref().expect("a journey");
        let (page, _) = of(work);
        let news = self.got.iter().any(|got| got.page == page && got.receipt.at > self.board.at);
        match work {
            Work::Message if self.waiting(work).is_some() => There::Waits,
            Work::Message => {
                let unseen = self.store.unseen(ACCOUNT).expect("read");
                if unseen.iter().any(|sent| sent.what.draft() == page) {
                    there(true)
                } else {
                    There::Nothing
                }
            }
            Work::Address if news || journey.address.is_some() => there(true),
            Work::Photo => match &journey.photo {
                PhotoState::Returned { reasons, .. } => {
                    There::Returned { reasons: reasons.clone() }
                }
                _ => There::Nothing,
            },
            Work::Address | Work::Declaration => There::Nothing,
        }
    }

    pub(super) fn take(&mut self, step: Step) {
        if self.made > 200 {
            return;
        }
        let happened = self.happens(step);
        for (work, event) in happened {
            let before = self.expected[at(work)].clone();
            self.expected[at(work)] = before.after(work, &event).unwrap_or(before);
        }
        self.holds(step);
    }

    /// What holds after each step.
    fn holds(&self, step: Step) {
        let (begun, outbox) = (self.store.begun(ACCOUNT).expect("read"), self.outbox());
        for work in Work::ALL {
            let derived = self.derived_from(work, &begun, &outbox);
            let expected = &self.expected[at(work)];
            assert_eq!(plain(&derived), plain(expected), "{work:?} after {step:?}");
            let journey = self.portal.people[0].journey.as_ref().expect("a journey");
            let has = match work {
                Work::Declaration => journey.declaration.is_some(),
                Work::Address => journey.address.is_some(),
                Work::Photo => journey.photo != PhotoState::None,
                Work::Message => !self.store.unseen(ACCOUNT).expect("read").is_empty(),
            };
            match &derived {
                Standing::Sent { .. } => assert!(has, "{work:?}: the portal never said so"),
                Standing::Queued => assert!(
                    work != Work::Declaration && self.waiting(work).is_some(),
                    "{work:?} waits, and nothing is there"
                ),
                _ => {}
            }
            let over = matches!(derived, Standing::Sent { open: false, .. });
            assert_eq!(derived.offer() == Offer::Nothing, over, "{work:?}: no way on");
        }
        let kept = self.kept();
        for token in &self.alive {
            assert!(kept.contains(token), "{token} is lost after {step:?}");
        }
    }

    /// Everything that waits can be brought to an end by its owner.
    pub(super) fn comes_to_an_end(&mut self) {
        for work in Work::ALL {
            for _ in 0..100 {
                if self.waiting(work).is_none() {
                    break;
                }
                self.take(Step::LetGo(work));
                self.take(Step::Try { work, fate: Fate::Taken });
            }
            assert!(self.waiting(work).is_none() || self.made > 200, "{work:?} waits for ever");
        }
    }
}
