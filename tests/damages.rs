//! A device whose store is damaged while it is signed in and something waits to be sent. Whatever was
//! done to the file: a copy of it is kept, the household is fetched from the portal again, and what
//! waited arrives once, waits still, or its loss is told.

use super::line::{Fault, Line};
use super::schedules::{street, typed};
use super::weather::Chance;
use super::{Device, board, everyone};
use contract::Code;
use contract::address::GiveAddress;
use contract::outbox::{Act, Handed};
use journeys::world::World;
use rusqlite::Connection;
use std::fs;
use std::path::Path;

const STORE: &str = "landed.sqlite";
/// In the streets that are typed, so that no other test's are counted.
const MARK: u64 = 8_888;
const BUSY: &str = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n";
/// The disk's smallest piece, in bytes.
const SECTOR: usize = 512;

/// What becomes of a file by accident.
fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) -> &'static str {
    let place = |chance: &mut Chance, below: usize| {
        usize::try_from(chance.below(u64::try_from(below).unwrap())).unwrap()
    };
    match chance.below(5) {
        0 => {
            for _ in 0..=chance.below(4) {
                let at = place(chance, bytes.len());
                bytes[at] ^= u8::try_from(1 + chance.below(255)).unwrap();
            }
            "bytes changed"
        }
        1 => {
            let at = place(chance, bytes.len() / SECTOR) * SECTOR;
            bytes[at..at + SECTOR].fill(0);
            "a sector is empty"
        }
        2 => {
            let [from, to] = [(); 2].map(|()| place(chance, bytes.len() / SECTOR) * SECTOR);
            bytes.copy_within(from..from + SECTOR, to);
            "a sector was written to another place"
        }
        3 => {
            bytes.truncate(place(chance, bytes.len()));
            "its end is missing"
        }
        _ => {
            let at = place(chance, bytes.len());
            bytes[at..].fill(0x55);
            "its end was written over"
        }
    }
}

/// How often the portal keeps an address, for a household of so many.
fn kept(world: &World, number: u64, people: usize) -> usize {
    let portal = Connection::open(world.database()).unwrap();
    let query = "SELECT count(*) FROM addresses WHERE mailing LIKE ?1";
    let like = format!("%\"{}\"%", street(MARK, number));
    let count: i64 = portal.query_row(query, [like], |row| row.get(0)).unwrap();
    let count = usize::try_from(count).unwrap();
    assert_eq!(count % people, 0, "for everyone or for nobody");
    count / people
}

/// The bytes of every store that was set aside.
fn copies(folder: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_copy = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with("set-aside-") && name.ends_with(".sqlite")
    };
    entries.filter(is_copy).map(|path| fs::read(path).unwrap()).collect()
}

/// What came of all of them.
#[derive(Debug, Default)]
struct Came {
    arrived: u64,
    told: u64,
}

async fn are_damaged(first: u64, count: u64) {
    let world = World::new();
    let line = Line::to(world.address()).await;
    let device = Device::new();
    drop(signed_in_over(&world, &device, &line).await);
    let store = device.folder.path().join(STORE);
    let signed_in = fs::read(&store).unwrap();
    let mut came = Came::default();
    for number in first..first + count {
        let folder = device.folder.path();
        let app = device.app(&line.address);
        let people = everyone(&board(&app).await);
        line.breaks_at("POST /api/v1/addresses", 0, Fault::Answered(BUSY));
        let body = GiveAddress {
            people: people.clone(),
            mailing: typed(MARK, number),
            residential: None,
            instead_of: None,
        };
        let handed = app.give_address(body).await.unwrap();
        assert!(matches!(handed, Handed::Waits { .. }), "the portal is busy");
        drop(app);

        let mut bytes = fs::read(&store).unwrap();
        let what = damage(&mut bytes, &mut Chance::of(number));
        fs::write(&store, &bytes).unwrap();
        let label = format!("damage {number}, {what}");

        let app = device.app(&line.address);
        let mut told = Vec::new();
        told.extend(app.start().await.unwrap().notice);
        let again = app.board(false).await;
        // Met only now, it is told now; what follows is kept anew.
        let again = match again {
            Err(problem) => {
                told.push(problem.code);
                app.board(false).await
            }
            board => board,
        };
        let again = again.unwrap_or_else(|problem| panic!("{label}: {problem}"));
        assert_eq!(again.stale, None, "{label}: fetched from the portal");
        assert_eq!(again.board.people.len(), people.len(), "{label}");
        for act in [Act::Wake, Act::Show] {
            match app.act_on_outbox(act).await {
                Err(problem) => told.push(problem.code),
                Ok(outbox) => {
                    for waiting in outbox.waiting {
                        let _ = app.send_now(waiting.id).await;
                    }
                }
            }
        }
        told.extend(app.start().await.unwrap().notice);
        let arrived = kept(&world, number, people.len());
        let waits = app.outbox().await.map_or(0, |outbox| outbox.waiting.len());
        assert!(arrived <= 1, "{label}: doubled");
        assert!(arrived + waits > 0 || !told.is_empty(), "{label}: lost, and nothing told");
        let known = [Code::DeviceDataDamaged, Code::DeviceKeyWrong];
        assert!(told.iter().all(|code| known.contains(code)), "{label}: {told:?}");
        let aside = copies(folder);
        // Where only a row was hit, it is set aside in the file itself.
        assert!(aside.iter().all(|copy| *copy == bytes), "{label}: the copy is the damaged file");
        came.arrived += u64::from(arrived == 1);
        came.told += u64::from(!told.is_empty());
        drop(app);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() { fs::remove_file(path) } else { fs::remove_dir_all(path) }.unwrap();
        }
        fs::write(&store, &signed_in).unwrap();
    }
    assert!(came.arrived > 0 && came.told > 0, "{came:?}");
    println!("{count} damages from number {first}: {came:?}, nothing lost in silence or doubled");
}

async fn signed_in_over(world: &World, device: &Device, line: &Line) -> applicant::Applicant {
    let app = device.app(&line.address);
    app.first_sign_in(super::first_sign_in(world)).await.unwrap();
    app.store_password(super::PASSWORD.to_owned()).await.unwrap();
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_in_silence_by_damage() {
    are_damaged(0, 12).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes long; `cargo xtask verify offline` runs it"]
async fn nothing_is_lost_in_silence_by_five_hundred_damages() {
    are_damaged(1000, 500).await;
}
