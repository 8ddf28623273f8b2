//! Random sequences of what can happen, beside a portal that keeps its promise: the same key is the
//! same write.

use super::{POLICY, row};
use crate::outbox::*;
use contract::Code;
use contract::problem::Problem;
use contract::reply::refusal;
use jiff::SignedDuration;
use proptest::prelude::*;
use std::collections::BTreeSet;

const ACCOUNTS: usize = 2;

/// What the network and the portal do with a try.
#[derive(Clone, Copy, Debug)]
enum Fate {
    NoNetwork,
    RequestLost,
    ReplyLost,
    CafePage,
    Busy,
    Fault,
    SessionEnded,
    TooOld,
    Refused,
    Taken,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Queue { account: usize, kind: u8, people: u8 },
    Try(Fate),
    Pass(u16),
    Back(u32),
    SignIn(usize),
    SignOut,
    Network,
    Renewed,
    Hold(usize),
    LetGo(usize),
    SendNow(usize),
    Withdraw(usize),
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        1 => Just(Fate::NoNetwork),
        1 => Just(Fate::RequestLost),
        1 => Just(Fate::ReplyLost),
        1 => Just(Fate::CafePage),
        1 => Just(Fate::Busy),
        1 => Just(Fate::Fault),
        1 => Just(Fate::SessionEnded),
        1 => Just(Fate::TooOld),
        1 => Just(Fate::Refused),
        4 => Just(Fate::Taken),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let any_row = 0..12_usize;
    prop_oneof![
        4 => (0..ACCOUNTS, 0..3_u8, 1..8_u8)
            .prop_map(|(account, kind, people)| Step::Queue { account, kind, people }),
        8 => fate().prop_map(Step::Try),
        3 => any::<u16>().prop_map(Step::Pass),
        1 => (0..200_000_u32).prop_map(Step::Back),
        2 => (0..ACCOUNTS).prop_map(Step::SignIn),
        1 => Just(Step::SignOut),
        1 => Just(Step::Network),
        1 => Just(Step::Renewed),
        1 => any_row.clone().prop_map(Step::Hold),
        1 => any_row.clone().prop_map(Step::LetGo),
        1 => any_row.clone().prop_map(Step::SendNow),
        2 => any_row.prop_map(Step::Withdraw),
    ]
}

/// A device with two accounts, and the portal.
struct World {
    now: Timestamp,
    signed_in: Option<usize>,
    rows: [Vec<Row>; ACCOUNTS],
    /// What the portal has carried out, in its order, with whom it was about.
    done: Vec<(IdempotencyKey, Vec<PersonId>)>,
    received: BTreeSet<IdempotencyKey>,
    made: u8,
}

impl World {
    fn new() -> Self {
        Self {
            now: Timestamp::UNIX_EPOCH,
            signed_in: Some(0),
            rows: Default::default(),
            done: Vec::new(),
            received: BTreeSet::new(),
            made: 0,
        }
    }

    fn queue(&mut self, account: usize, kind: u8, people: u8) {
        let people: Vec<u8> = (0..3).filter(|bit| people & (1 << bit) != 0).collect();
        let mut add = |kind, people: &[u8], parent| {
            self.made += 1;
            let mut row = row(self.made, kind, people, parent);
            row.standing = Standing::queued(self.now);
            self.rows[account].push(row);
            self.made
        };
        match kind {
            0 => drop(add(Kind::Address, &people, None)),
            1 => drop(add(Kind::Message, &people[..1], None)),
            _ => {
                let file = add(Kind::File, &people[..1], None);
                add(Kind::Photo, &people[..1], Some(file));
            }
        }
    }

    fn apply(&mut self, account: usize, at: usize, event: &Event) {
        let Some(after) = self.rows[account][at].standing.after(event, self.now) else { return };
        let id = self.rows[account][at].id;
        match after.state {
            State::Sent => {
                assert!(self.received.insert(id), "a second success of the same row");
                let parent = self.rows[account].remove(at).parent;
                self.rows[account].retain(|row| Some(row.id) != parent);
            }
            State::Back => {
                let is_there = self.done.iter().any(|(done, _)| *done == id);
                assert!(!is_there, "taken back although the portal has it");
                let parent = self.rows[account].remove(at).parent;
                self.rows[account].retain(|row| Some(row.id) != parent);
            }
            // What refuses the file refuses the photo.
            State::Stuck if self.rows[account][at].kind == Kind::File => {
                self.rows[account].remove(at);
                let child = self.rows[account].iter().position(|row| row.parent == Some(id));
                let child = child.expect("a file has its photo");
                self.apply(account, child, event);
            }
            _ => self.rows[account][at].standing = after,
        }
    }

    fn each(&mut self, account: usize, event: &Event) {
        for row in &mut self.rows[account] {
            row.standing = row.standing.after(event, self.now).unwrap_or(row.standing.clone());
        }
    }

    /// One try of whatever is due.
    fn attempt(&mut self, fate: Fate) -> bool {
        let Some(account) = self.signed_in else { return false };
        let Some(due) = next_due(&self.rows[account], |_| false, self.now, &POLICY) else {
            return false;
        };
        let row = due.clone();
        let at = self.rows[account].iter().position(|it| it.id == row.id).expect("it is there");
        assert_eq!(row.standing.state, State::Waiting, "held, paused or stuck, and sent");
        let earlier = &self.rows[account][..at];
        let overtaken = earlier.iter().any(|it| {
            it.standing.state.goes_first() && it.people.iter().any(|it| row.people.contains(it))
        });
        assert!(!overtaken, "{row:?} overtakes");
        let before = row.standing.unanswered;
        self.apply(account, at, &Event::Begun);
        let is_known = self.done.iter().any(|(id, _)| *id == row.id);
        let reaches = matches!(fate, Fate::ReplyLost | Fate::Taken | Fate::Fault);
        if reaches && !is_known && row.kind != Kind::File {
            self.done.push((row.id, row.people.clone()));
        }
        let answered = |status, code: Option<Code>| {
            let body = code.map(|code| serde_json::to_vec(&Problem::new(code)).expect("JSON"));
            let kind = code.map(|_| contract::reply::PROBLEM_TYPE);
            Failure::Answered(refusal(status, kind, &body.unwrap_or_default(), Some(3)))
        };
        let failure = match fate {
            Fate::NoNetwork => Failure::Lost { problem: Code::Offline.into(), left: false },
            Fate::RequestLost | Fate::ReplyLost => {
                Failure::Lost { problem: Code::PortalUnreachable.into(), left: true }
            }
            Fate::CafePage => answered(302, None),
            Fate::Busy => answered(503, Some(Code::Unavailable)),
            Fate::Fault => answered(500, Some(Code::Internal)),
            Fate::SessionEnded => answered(401, Some(Code::SignInRequired)),
            Fate::TooOld => answered(426, Some(Code::UpdateRequired)),
            // The portal looks for the key first.
            Fate::Refused if !is_known => answered(409, Some(Code::AddressClosed)),
            Fate::Refused | Fate::Taken => {
                let event = if row.kind == Kind::File { Event::Complete } else { Event::Received };
                self.apply(account, at, &event);
                return true;
            }
        };
        let event = judge(&failure, &row.standing, before, self.now, 0.5, &POLICY);
        if let Event::SessionEnded { .. } = event {
            self.signed_in = None;
        }
        self.apply(account, at, &event);
        true
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Queue { account, kind, people } if self.made < 100 => {
                self.queue(account, kind, people);
            }
            Step::Queue { .. } => {}
            Step::Try(fate) => drop(self.attempt(fate)),
            Step::Pass(seconds) => self.now += SignedDuration::from_secs(seconds.into()),
            Step::Back(seconds) => self.now -= SignedDuration::from_secs(seconds.into()),
            Step::SignIn(account) => {
                self.signed_in = Some(account);
                self.each(account, &Event::SignedIn);
            }
            Step::SignOut => self.signed_in = None,
            Step::Network => (0..ACCOUNTS).for_each(|it| self.each(it, &Event::NetworkBack)),
            Step::Renewed => (0..ACCOUNTS).for_each(|it| self.each(it, &Event::Renewed)),
            Step::Hold(at) => self.press(at, &Event::Hold),
            Step::LetGo(at) => self.press(at, &Event::LetGo),
            Step::SendNow(at) => self.press(at, &Event::SendNow),
            Step::Withdraw(at) => self.press(at, &Event::Withdrawn),
        }
    }

    /// A button beside something of whoever is signed in; a file has none of its own.
    fn press(&mut self, at: usize, event: &Event) {
        let Some(account) = self.signed_in else { return };
        let Some(row) = self.rows[account].get(at).filter(|row| row.kind != Kind::File) else {
            return;
        };
        let (id, before, parent) = (row.id, row.standing.state, row.parent);
        // What is pressed beside a photo concerns its file, too.
        if let Some(file) = self.rows[account].iter_mut().find(|row| Some(row.id) == parent)
            && let Some(after) = file.standing.after(event, self.now)
            && after.state != State::Back
        {
            file.standing = after;
        }
        self.apply(account, at, event);
        let found = self.rows[account].iter().find(|row| row.id == id);
        let now = found.map(|row| row.standing.state);
        if before == State::Held && matches!(event, Event::Hold | Event::Withdrawn) {
            assert!(now != Some(State::Waiting), "held, and let go by nobody");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn nothing_is_doubled_overtaken_lost_or_anothers(steps in prop::collection::vec(step(), 0..80)) {
        let mut world = World::new();
        for step in steps {
            let held: Vec<IdempotencyKey> = world
                .rows
                .iter()
                .flatten()
                .filter(|row| row.standing.state == State::Held)
                .map(|row| row.id)
                .collect();
            world.take(step);
            if !matches!(step, Step::LetGo(_) | Step::SendNow(_) | Step::Withdraw(_)) {
                for row in world.rows.iter().flatten().filter(|row| held.contains(&row.id)) {
                    prop_assert_eq!(row.standing.state, State::Held, "held stays held");
                }
            }
        }
        // Everyone signs in, lets go of everything, and the network is there: every row ends, or is
        // stuck and can be opened again.
        for account in 0..ACCOUNTS {
            world.take(Step::SignIn(account));
            world.each(account, &Event::Renewed);
            world.each(account, &Event::LetGo);
            for _ in 0..400 {
                world.now += SignedDuration::from_hours(1);
                world.attempt(Fate::Taken);
            }
            while let Some(at) = world.rows[account].iter().position(|it| it.kind != Kind::File) {
                prop_assert_eq!(world.rows[account][at].standing.state, State::Stuck);
                world.apply(account, at, &Event::Withdrawn);
            }
            prop_assert!(world.rows[account].is_empty(), "{:?}", world.rows[account]);
        }
        let keys: BTreeSet<_> = world.done.iter().map(|(id, _)| *id).collect();
        prop_assert_eq!(keys.len(), world.done.len(), "a key is carried out once");
        prop_assert_eq!(&keys, &world.received, "what the portal has, its sender knows of");
    }
}
