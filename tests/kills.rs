//! An app that is killed at any instant, over and over, on the same device: while it keeps what is
//! typed, while it sends, while it takes in the receipt. What it said before it died, line by line, is
//! compared with what the device and the portal hold in the end.

use super::killed::InFolder;
use super::schedules::{street, typed};
use super::weather::Chance;
use super::{Device, board, everyone, sent, signed_in};
use applicant::Applicant;
use contract::address::GiveAddress;
use contract::draft::{AddressDraft, Draft, DraftKey};
use journeys::started::{Started, bound};
use journeys::world::World;
use rusqlite::Connection;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

const PORTAL: &str = "LANDED_TEST_PORTAL";
const FOLDER: &str = "LANDED_TEST_FOLDER";
/// In the streets that are typed, so that no other test's are counted.
const MARK: u64 = 9_999;
/// An app lives for less than so many milliseconds after its first word.
const LIFE: u64 = 160;

/// What the apps of a device said, in their order.
struct Said(PathBuf);

impl Said {
    fn say(&self, word: &str, number: u64) {
        let mut file = File::options().create(true).append(true).open(&self.0).unwrap();
        file.write_all(format!("{word} {number}\n").as_bytes()).unwrap();
    }

    /// Every number of a word; a line that was cut off was not said.
    fn all(&self, word: &str) -> Vec<u64> {
        let said = fs::read_to_string(&self.0).unwrap_or_default();
        let lines = said.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
        let told = lines.filter_map(|line| line.split_once(' '));
        told.filter(|(said, _)| *said == word).map(|(_, number)| number.parse().unwrap()).collect()
    }

    fn last(&self, word: &str) -> u64 {
        self.all(word).last().copied().unwrap_or_default()
    }
}

fn said(folder: &Path) -> Said {
    Said(folder.join("said"))
}

fn on_disk(folder: tempfile::TempDir) -> Device {
    let secrets = folder.path().join("secrets");
    fs::create_dir_all(&secrets).unwrap();
    Device { folder, secrets: Arc::new(InFolder(secrets)) }
}

/// The app that is killed: types an address and gives it, types the next one, and so on.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "runs only as the process that another test starts and kills"]
async fn an_app_that_is_killed_at_any_instant() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let secrets = Arc::new(InFolder(folder.join("secrets")));
    let device = Device { folder: tempfile::tempdir().unwrap(), secrets };
    let app = device.app_in(&folder, &std::env::var(PORTAL).unwrap());
    println!("lives");
    let said = said(&folder);
    let people = everyone(&board(&app).await);
    let give = async |number| {
        said.say("gives", number);
        let mailing = typed(MARK, number);
        let body =
            GiveAddress { people: people.clone(), mailing, residential: None, instead_of: None };
        sent(app.give_address(body).await);
        said.say("given", number);
    };
    // What was being sent when the one before died: its draft went with its receipt, if that came.
    let last = said.last("gives");
    if said.last("given") < last {
        match shown(&app).await {
            Some(street_shown) if street_shown == street(MARK, last) => give(last).await,
            _ => said.say("given", last),
        }
    }
    for number in last + 1.. {
        let draft = AddressDraft { mailing: typed(MARK, number), ..AddressDraft::default() };
        said.say("types", number);
        app.save_draft(DraftKey::Address, Draft::Address(Box::new(draft))).await.unwrap();
        said.say("typed", number);
        give(number).await;
    }
}

/// The street of the draft that is kept.
async fn shown(app: &Applicant) -> Option<String> {
    match app.load_draft(DraftKey::Address).await.unwrap() {
        Some(Draft::Address(draft)) => Some(draft.mailing.street),
        _ => None,
    }
}

async fn is_killed(runs: u64) {
    let world = World::new();
    let device = on_disk(tempfile::tempdir().unwrap());
    drop(signed_in(&world, &device).await);
    let mut chance = Chance::of(runs);
    for _ in 0..runs {
        let mut command = bound(std::env::current_exe().unwrap());
        command
            .args(["--exact", "kills::an_app_that_is_killed_at_any_instant"])
            .args(["--ignored", "--nocapture"])
            .env(PORTAL, world.address())
            .env(FOLDER, device.folder.path());
        let mut app = Started::new("killed", &mut command, device.folder.path());
        app.line_after("lives");
        std::thread::sleep(Duration::from_millis(chance.below(LIFE)));
        app.kill();
        let printed = app.printed();
        assert!(!printed.contains("panicked"), "it died of something else:\n{printed}");
    }
    let app = device.app(world.address());
    compare(&world, &app, &said(device.folder.path()), runs).await;
}

async fn compare(world: &World, app: &Applicant, said: &Said, runs: u64) {
    let people = everyone(&board(app).await).len();
    let portal = Connection::open(world.database()).unwrap();
    let kept = |number: u64| -> usize {
        let like = format!("%\"{}\"%", street(MARK, number));
        let query = "SELECT count(*) FROM addresses WHERE mailing LIKE ?1";
        let count: i64 = portal.query_row(query, [like], |row| row.get(0)).unwrap();
        usize::try_from(count).unwrap()
    };
    let given = said.all("given");
    for number in &given {
        assert_eq!(kept(*number), people, "address {number} was acknowledged, and is kept once");
    }
    let last = said.last("gives");
    let sent_without_a_word = kept(last);
    assert!(sent_without_a_word == 0 || sent_without_a_word == people, "address {last}");
    let (begun, done, shown) = (said.last("types"), said.last("typed"), shown(app).await);
    if done > said.last("given") || begun > done {
        let allowed = [Some(street(MARK, done)), Some(street(MARK, begun)), None];
        assert!(allowed.contains(&shown), "{shown:?} instead of {done} or {begun}");
        // Gone only together with a receipt that the app had no time to tell of.
        assert!(shown.is_some() || kept(done) == people, "what was typed as {done} is lost");
    }
    println!(
        "{runs} kills: {} addresses typed, {} given, nothing lost or doubled",
        said.all("typed").len(),
        given.len(),
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_doubled_by_kills() {
    is_killed(20).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes long; `cargo xtask verify offline` runs it"]
async fn nothing_is_lost_or_doubled_by_a_thousand_kills() {
    is_killed(1000).await;
}
