//! Somebody who types, sends, looks and restarts the app while the network does whatever chance has
//! it do. Afterwards what the app was told is compared with what the portal keeps: nothing that was
//! acknowledged is lost, and nothing was done twice. One schedule follows from one number.

use super::line::Line;
use super::weather::{Chance, Weather};
use super::{Device, PASSWORD, board, everyone};
use crate::households::{Household, imported};
use applicant::{Applicant, Clock};
use contract::Language;
use contract::address::{Address, GiveAddress};
use contract::declaration::{DeclarePresence, STATEMENT_VERSION};
use contract::draft::{AddressDraft, Draft, DraftKey};
use contract::id::PersonId;
use contract::photo::PhotoReceipt;
use contract::receipt::Receipt;
use jiff::Timestamp;
use journeys::world::World;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

/// What somebody does in a schedule.
const STEPS: u64 = 40;
/// Of a hundred requests, with how many something goes wrong.
const BAD: u64 = 35;
/// How often something is sent once more when the network is well again. Once is enough; more are
/// tries after what the portal asks to wait.
const TRIES: usize = 5;
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
    /// Addresses that were sent and not answered for good.
    unanswered: Option<u64>,
    given: Vec<(u64, Receipt)>,
    picked: BTreeSet<PersonId>,
    /// Whose photo was sent at least once.
    tried: BTreeSet<PersonId>,
    photos: Vec<(PersonId, PhotoReceipt)>,
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
        match chance.below(12) {
            0..=2 => self.types().await,
            3..=5 => self.gives(chance.happens(70)).await,
            6 => self.picks(chance).await,
            7 | 8 => self.submits(chance).await,
            9 => self.restarts(),
            10 => drop(self.app.board(false).await),
            _ => drop(self.app.timeline(self.people[0]).await),
        }
    }

    async fn types(&mut self) {
        self.addresses += 1;
        let mailing = typed(self.seed, self.addresses);
        let draft = AddressDraft { mailing, ..AddressDraft::default() };
        let kept = self.app.save_draft(DraftKey::Address, Draft::Address(Box::new(draft))).await;
        self.typed = Some((self.addresses, kept.is_ok()));
    }

    async fn gives(&mut self, again: bool) {
        let number = match (self.unanswered, self.typed) {
            (Some(number), _) if again => number,
            (_, Some((number, _))) => number,
            _ => return,
        };
        let body = GiveAddress {
            people: self.people.clone(),
            mailing: typed(self.seed, number),
            residential: None,
        };
        match self.app.give_address(body).await {
            Ok(receipt) => {
                self.given.push((number, receipt));
                (self.unanswered, self.typed) = (None, None);
            }
            Err(_) => self.unanswered = Some(number),
        }
    }

    async fn picks(&mut self, chance: &mut Chance) {
        let person = self.anyone(chance);
        // What is sent is final, and what may have arrived is not replaced.
        if self.tried.contains(&person) {
            return;
        }
        let look = u8::try_from(chance.below(200)).unwrap();
        super::choose_photo(&self.app, person, look).await;
        self.picked.insert(person);
    }

    async fn submits(&mut self, chance: &mut Chance) {
        let person = self.anyone(chance);
        if !self.picked.contains(&person) {
            return;
        }
        self.tried.insert(person);
        if let Ok(receipt) = self.app.submit_photo(person).await {
            self.picked.remove(&person);
            self.photos.push((person, receipt));
        }
    }

    /// The app ends without a word and is opened again on the same device.
    fn restarts(&mut self) {
        self.app = self.device.app_at(&self.line.address, clock(self.seed));
    }

    fn anyone(&self, chance: &mut Chance) -> PersonId {
        self.people[usize::try_from(chance.below(self.people.len() as u64)).unwrap()]
    }

    /// The network is well again: what waits is sent.
    async fn comes_to_rest(&mut self) {
        self.line.comes_under(None);
        self.restarts();
        if let Some((number, true)) = self.typed {
            let kept = self.app.load_draft(DraftKey::Address).await.unwrap();
            let Some(Draft::Address(draft)) = kept else {
                panic!("schedule {}: what was typed is gone", self.seed);
            };
            assert_eq!(draft.mailing.street, street(self.seed, number), "what was typed last");
        }
        let mut last = None;
        for _ in 0..TRIES {
            if self.unanswered.is_some() {
                self.gives(true).await;
            }
            for person in self.picked.clone() {
                match self.app.submit_photo(person).await {
                    Ok(receipt) => {
                        self.picked.remove(&person);
                        self.photos.push((person, receipt));
                    }
                    Err(problem) => last = Some(problem),
                }
            }
            if self.unanswered.is_none() && self.picked.is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(1100)).await;
        }
        panic!("schedule {}: something cannot be sent: {last:?}", self.seed);
    }

    /// What the portal keeps is what the app was told.
    fn compare(&self, portal: &Connection) {
        let seed = self.seed;
        let count = |query: &str, value: &str| -> usize {
            let count: i64 = portal.query_row(query, [value], |row| row.get(0)).unwrap();
            usize::try_from(count).unwrap()
        };
        for number in 1..=self.addresses {
            let like = format!("%\"{}\"%", street(seed, number));
            let kept = count("SELECT count(*) FROM addresses WHERE mailing LIKE ?1", &like);
            let told = self.given.iter().filter(|(given, _)| *given == number).count();
            assert!(told <= 1, "schedule {seed}: one address, two receipts");
            let people = self.people.len();
            if told == 1 {
                assert_eq!(kept, people, "schedule {seed}: address {number} is kept once for each");
            } else {
                assert!(kept == 0 || kept == people, "schedule {seed}: address {number}, {kept}");
            }
        }
        for (number, receipt) in &self.given {
            let kept =
                count("SELECT count(*) FROM addresses WHERE reference = ?1", &receipt.reference);
            assert_eq!(kept, self.people.len(), "schedule {seed}: the receipt of {number}");
        }
        for person in &self.people {
            let kept = count("SELECT count(*) FROM photos WHERE person = ?1", &person.to_string());
            let told = self.photos.iter().filter(|(sent, _)| sent == person).count();
            assert_eq!(kept, told, "schedule {seed}: photos of {person}");
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
        unanswered: None,
        given: Vec::new(),
        picked: BTreeSet::new(),
        tried: BTreeSet::new(),
        photos: Vec::new(),
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
