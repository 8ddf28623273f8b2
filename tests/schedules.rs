//! Somebody who types, sends, holds back, takes back, looks and restarts the app while the network
//! does whatever chance has it do. Afterwards what the app said is compared with what the portal
//! keeps: nothing that was handed over is lost, nothing that was taken back was sent, and nothing was
//! done twice. One schedule follows from one number.

use super::households::{Household, imported};
use super::line::Line;
use super::weather::{Chance, Weather};
use super::{Device, PASSWORD, board, everyone};
use applicant::{Applicant, Clock};
use contract::Language;
use contract::address::{Address, GiveAddress};
use contract::declaration::{DeclarePresence, STATEMENT_VERSION};
use contract::draft::{AddressDraft, Draft, DraftKey};
use contract::id::{IdempotencyKey, PersonId};
use contract::outbox::{Handed, TakenBack, Waiting, What};
use jiff::Timestamp;
use journeys::world::World;
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What somebody does in a schedule.
const STEPS: u64 = 40;
/// Of a hundred requests, with how many something goes wrong.
const BAD: u64 = 35;
/// How often what waits is sent once more when the network is well again.
const TRIES: usize = 3;
const DAY: i64 = 86_400;

/// A device's clock that is wrong by so much.
struct Wrong(i64);

impl Clock for Wrong {
    fn now(&self) -> Timestamp {
        applicant::SystemClock.now() + jiff::SignedDuration::from_secs(self.0)
    }
}

/// Everything that one of them was told.
struct Journey<'a> {
    seed: u64,
    line: &'a Line,
    device: Device,
    app: Applicant,
    people: Vec<PersonId>,
    /// The address that was typed last, by its number, and whether the app said that it is kept.
    typed: Option<(u64, bool)>,
    addresses: u64,
    /// What the app said that waits: the number of an address, or a photo.
    waits: BTreeMap<IdempotencyKey, Option<u64>>,
    given: Vec<(u64, String)>,
    taken_back: BTreeSet<u64>,
    picked: BTreeSet<PersonId>,
    /// Whose photo was handed over.
    handed: BTreeSet<PersonId>,
}

pub(super) fn street(seed: u64, number: u64) -> String {
    format!("{number} Schedule {seed} Street")
}

pub(super) fn typed(seed: u64, number: u64) -> Address {
    Address {
        street: street(seed, number),
        municipality: "Ottawa".to_owned(),
        province: "ON".to_owned(),
        postal_code: "K1A 0B1".to_owned(),
        ..Address::default()
    }
}

impl Journey<'_> {
    async fn step(&mut self, chance: &mut Chance) {
        match chance.below(14) {
            0..=2 => self.types().await,
            3 | 4 => self.gives().await,
            5 => self.picks(chance).await,
            6 => self.hands_over_a_photo(chance).await,
            7 => self.restarts(),
            8 => drop(self.app.board(false).await),
            9 => drop(self.app.timeline(self.people[0]).await),
            10 => drop(self.app.deliver().await),
            11 => drop(self.app.wake_outbox().await),
            _ => self.presses(chance).await,
        }
    }

    async fn types(&mut self) {
        self.addresses += 1;
        let mailing = typed(self.seed, self.addresses);
        let draft = AddressDraft { mailing, ..AddressDraft::default() };
        let kept = self.app.save_draft(DraftKey::Address, Draft::Address(Box::new(draft))).await;
        self.typed = Some((self.addresses, kept.is_ok()));
    }

    async fn gives(&mut self) {
        // What was sent meanwhile is not given once more.
        self.waiting().await;
        let Some((number, _)) = self.typed else { return };
        let body = GiveAddress {
            people: self.people.clone(),
            mailing: typed(self.seed, number),
            residential: None,
            instead_of: None,
        };
        match self.app.give_address(body).await {
            Ok(Handed::Sent { receipt }) => {
                self.waits.retain(|_, waits| *waits != Some(number));
                self.given.push((number, receipt.reference));
                self.typed = None;
            }
            Ok(Handed::Waits { waiting }) => drop(self.waits.insert(waiting.id, Some(number))),
            Err(problem) => panic!("schedule {}: {problem:?}", self.seed),
        }
    }

    async fn picks(&mut self, chance: &mut Chance) {
        let person = self.anyone(chance);
        // What was handed over is not replaced.
        if !self.handed.contains(&person) {
            let look = u8::try_from(chance.below(200)).unwrap();
            super::choose_photo(&self.app, person, look).await;
            self.picked.insert(person);
        }
    }

    async fn hands_over_a_photo(&mut self, chance: &mut Chance) {
        let person = self.anyone(chance);
        if !self.picked.remove(&person) {
            return;
        }
        self.handed.insert(person);
        match self.app.submit_photo(person).await {
            Ok(Handed::Sent { .. }) => {}
            Ok(Handed::Waits { waiting }) => drop(self.waits.insert(waiting.id, None)),
            Err(problem) => panic!("schedule {}: {problem:?}", self.seed),
        }
    }

    /// Does something with one of those that wait.
    async fn presses(&mut self, chance: &mut Chance) {
        let waiting = self.waiting().await;
        if waiting.is_empty() {
            return;
        }
        let one = &waiting[usize::try_from(chance.below(waiting.len() as u64)).unwrap()];
        match (chance.below(4), &one.what) {
            (0, _) => drop(self.app.hold_back(one.id).await),
            (1, _) => drop(self.app.let_go(one.id).await),
            (2, What::Address { .. }) => self.takes_back(one.id).await,
            _ => drop(self.app.send_now(one.id).await),
        }
    }

    async fn takes_back(&mut self, id: IdempotencyKey) {
        let Some(Some(number)) = self.waits.get(&id).copied() else { return };
        // Where the portal must be asked and is not reached, it goes on waiting.
        let Ok(back) = self.app.withdraw(id).await else { return };
        self.waits.remove(&id);
        match back {
            TakenBack::Back => drop(self.taken_back.insert(number)),
            TakenBack::Sent { sent } => self.given.push((number, sent.reference)),
        }
        // Which draft is open now is the app's to say.
        self.typed = None;
    }

    /// The app ends without a word and is opened again on the same device.
    fn restarts(&mut self) {
        self.app = self.device.app_at(&self.line.address, clock(self.seed));
    }

    fn anyone(&self, chance: &mut Chance) -> PersonId {
        self.people[usize::try_from(chance.below(self.people.len() as u64)).unwrap()]
    }

    /// What waits; what was sent while nobody looked is noted.
    async fn waiting(&mut self) -> Vec<Waiting> {
        let outbox = self.app.outbox().await.unwrap();
        for sent in outbox.sent {
            if let Some(Some(number)) = self.waits.remove(&sent.id) {
                self.given.push((number, sent.reference));
                self.typed = self.typed.filter(|(typed, _)| *typed != number);
            }
            self.app.seen_sent(sent.id).await.unwrap();
        }
        outbox.waiting
    }

    /// The network is well again: what waits is sent.
    async fn comes_to_rest(&mut self) {
        self.line.comes_under(None);
        self.restarts();
        let mut waiting = self.waiting().await;
        if let Some((number, true)) = self.typed {
            let kept = self.app.load_draft(DraftKey::Address).await.unwrap();
            let Some(Draft::Address(draft)) = kept else {
                panic!("schedule {}: what was typed is gone", self.seed);
            };
            assert_eq!(draft.mailing.street, street(self.seed, number), "what was typed last");
        }
        for _ in 0..TRIES {
            if waiting.is_empty() {
                let lost: Vec<_> = self.waits.values().flatten().collect();
                assert!(lost.is_empty(), "schedule {}: {lost:?} neither wait nor went", self.seed);
                return;
            }
            for one in &waiting {
                self.app.let_go(one.id).await.unwrap();
                self.app.send_now(one.id).await.unwrap();
            }
            waiting = self.waiting().await;
        }
        panic!("schedule {}: something cannot be sent: {waiting:#?}", self.seed);
    }

    /// What the portal keeps is what the app was told.
    fn compare(&self, portal: &Connection) {
        let (seed, people) = (self.seed, self.people.len());
        let count = |query: &str, value: &str| -> usize {
            let count: i64 = portal.query_row(query, [value], |row| row.get(0)).unwrap();
            usize::try_from(count).unwrap()
        };
        for number in 1..=self.addresses {
            let like = format!("%\"{}\"%", street(seed, number));
            let kept = count("SELECT count(*) FROM addresses WHERE mailing LIKE ?1", &like);
            let told = self.given.iter().filter(|(given, _)| *given == number).count();
            assert!(told <= 1, "schedule {seed}: one address, two receipts");
            assert_eq!(kept, told * people, "schedule {seed}: address {number}, once for each");
            let taken_back = self.taken_back.contains(&number);
            assert!(!taken_back || kept == 0, "schedule {seed}: {number} was taken back, and sent");
        }
        for (number, reference) in &self.given {
            let kept = count("SELECT count(*) FROM addresses WHERE reference = ?1", reference);
            assert_eq!(kept, people, "schedule {seed}: the receipt of {number}");
        }
        for person in &self.people {
            let kept = count("SELECT count(*) FROM photos WHERE person = ?1", &person.to_string());
            let handed = usize::from(self.handed.contains(person));
            assert_eq!(kept, handed, "schedule {seed}: photos of {person}");
        }
    }
}

fn clock(seed: u64) -> Arc<dyn Clock> {
    Arc::new(Wrong([0, DAY, -DAY][usize::try_from(seed % 3).unwrap()]))
}

/// Goes through one schedule; gives how many requests went over the line.
async fn goes(world: &World, household: &Household, seed: u64) -> usize {
    let line = Line::to(world.address()).await;
    let device = Device::new();
    let app = device.app_at(&line.address, clock(seed));
    app.first_sign_in(household.first_sign_in(world)).await.unwrap();
    app.store_password(PASSWORD.to_owned()).await.unwrap();
    let people = everyone(&board(&app).await);
    let declaration = DeclarePresence {
        people: people.clone(),
        statement_version: STATEMENT_VERSION.to_owned(),
        language: Language::English,
    };
    app.declare(declaration).await.unwrap();
    let mut journey = Journey {
        seed,
        line: &line,
        device,
        app,
        people,
        typed: None,
        addresses: 0,
        waits: BTreeMap::new(),
        given: Vec::new(),
        taken_back: BTreeSet::new(),
        picked: BTreeSet::new(),
        handed: BTreeSet::new(),
    };
    line.comes_under(Some(Weather::of(seed, BAD)));
    let mut chance = Chance::of(seed ^ 0x5EED);
    for _ in 0..STEPS {
        journey.step(&mut chance).await;
    }
    journey.comes_to_rest().await;
    journey.compare(&Connection::open(world.database()).unwrap());
    line.seen("").len()
}

/// Goes through so many schedules, a few side by side.
async fn go(first: u64, count: u64) {
    const SIDE_BY_SIDE: u64 = 4;
    let world = Arc::new(World::empty());
    let households = Arc::new(imported(&world, usize::try_from(count).unwrap()));
    let all = (0..SIDE_BY_SIDE).map(|start| {
        let (world, households) = (Arc::clone(&world), Arc::clone(&households));
        tokio::spawn(async move {
            let mut requests = 0;
            for number in (start..count).step_by(usize::try_from(SIDE_BY_SIDE).unwrap()) {
                let household = &households[usize::try_from(number).unwrap()];
                requests += goes(&world, household, first + number).await;
            }
            requests
        })
    });
    let mut requests = 0;
    for one in all.collect::<Vec<_>>() {
        requests += one.await.unwrap();
    }
    println!("{count} schedules from number {first}: {requests} requests, nothing lost or doubled");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_doubled_on_a_bad_network() {
    go(0, 8).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes long; `cargo xtask verify offline` runs it"]
async fn nothing_is_lost_or_doubled_in_five_hundred_schedules() {
    go(1000, 500).await;
}
