//! Measures what the device's store costs: keeping a draft beside the barest SQLite commit of as many
//! bytes, alternately in one run, and opening a full store beside an empty one. Prints JSON:
//! microseconds a draft and a commit, milliseconds an opening.

#![expect(clippy::print_stdout, reason = "the result goes to standard output")]
#![expect(clippy::unwrap_used, reason = "a figure that cannot be measured ends the program")]

use applicant::{Applicant, MemorySecrets, Secrets, Setting, SystemClock};
use contract::account::FirstSignIn;
use contract::address::Address;
use contract::draft::{AddressDraft, Draft, DraftKey, MessageDraft};
use contract::id::PersonId;
use journeys::pictures;
use journeys::world::{PRINCIPAL, World};
use rusqlite::Connection;
use serde_json::json;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

const ROUNDS: usize = 15;
/// Drafts, and commits, of a round.
const EACH: u32 = 40;
/// What a full store holds.
const DRAFTS: u8 = 50;
const PHOTOS: u8 = 20;
/// Nonce and tag of what is sealed, in bytes.
const SEAL: usize = 24 + 16;

fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (full, empty) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let secrets: [Arc<dyn Secrets>; 2] =
        [Arc::new(MemorySecrets::default()), Arc::new(MemorySecrets::default())];
    let app = runtime.block_on(filled(full.path(), &secrets[0]));
    drop(open(empty.path(), "http://127.0.0.1:9", &secrets[1]));

    let bare = bare(&full.path().join("bare.sqlite"));
    let sealed = vec![0xA5_u8; serde_json::to_vec(&typed(0)).unwrap().len() + SEAL];
    let (mut flushed, mut committed) = (Vec::new(), Vec::new());
    let (mut opened, mut opened_empty) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let flushing = Instant::now();
        runtime.block_on(async {
            for number in 0..EACH {
                app.save_draft(DraftKey::Address, typed(number)).await.unwrap();
            }
        });
        let flushing = flushing.elapsed();
        let committing = Instant::now();
        for number in 0..EACH {
            commit(&bare, number, &sealed);
        }
        let committing = committing.elapsed();
        let whole = Instant::now();
        drop(open(full.path(), "http://127.0.0.1:9", &secrets[0]));
        let whole = whole.elapsed();
        let nothing = Instant::now();
        drop(open(empty.path(), "http://127.0.0.1:9", &secrets[1]));
        let nothing = nothing.elapsed();
        // The first round pays for what later ones find in place.
        if round > 0 {
            let each = f64::from(EACH);
            flushed.push(flushing.as_secs_f64() * 1e6 / each);
            committed.push(committing.as_secs_f64() * 1e6 / each);
            opened.push(whole.as_secs_f64() * 1e3);
            opened_empty.push(nothing.as_secs_f64() * 1e3);
        }
    }
    let over: Vec<f64> =
        opened.iter().zip(&opened_empty).map(|(full, empty)| full - empty).collect();
    println!(
        "{}",
        json!({
            "flush": flushed, "commit": committed, "open": opened, "open_empty": opened_empty,
            "over_empty": over,
        })
    );
}

fn typed(number: u32) -> Draft {
    let mailing = Address {
        unit: "1204".to_owned(),
        street: format!("{} Rue Sainte-Catherine O", 1000 + number),
        municipality: "Montréal".to_owned(),
        province: "QC".to_owned(),
        postal_code: "H2X 1Z3".to_owned(),
        ..Address::default()
    };
    Draft::Address(Box::new(AddressDraft { mailing, ..AddressDraft::default() }))
}

fn open(folder: &Path, portal: &str, secrets: &Arc<dyn Secrets>) -> Applicant {
    let setting = Setting {
        portal: portal.to_owned(),
        folder: folder.to_owned(),
        system_languages: vec!["en-CA".to_owned()],
        demonstration: false,
    };
    Applicant::open(setting, Arc::clone(secrets), Arc::new(SystemClock)).unwrap()
}

/// An app that is signed in and keeps drafts and picked photos.
async fn filled(folder: &Path, secrets: &Arc<dyn Secrets>) -> Applicant {
    let world = World::new();
    let app = open(folder, world.address(), secrets);
    let access = world.temporary_access();
    let answers = FirstSignIn {
        username: access.username,
        temporary_password: access.password,
        date_of_birth: "1988-04-12".parse().unwrap(),
        uci: PRINCIPAL.uci.to_owned(),
    };
    app.first_sign_in(answers).await.unwrap();
    app.store_password("seven green kayaks at dawn".to_owned()).await.unwrap();
    let somebody = |number: u8| PersonId::new(1_790_000_000_000, [number; 10]);
    for number in 0..DRAFTS {
        let text = format!("We moved on the {number}th. ").repeat(20);
        let draft = Draft::Message(MessageDraft { text, ..MessageDraft::default() });
        app.save_draft(DraftKey::Message { person: somebody(number) }, draft).await.unwrap();
    }
    let pictures = tempfile::tempdir().unwrap();
    let picture = std::fs::read(pictures::of_a_phone(pictures.path(), "IMG_0077.jpg")).unwrap();
    for number in 0..PHOTOS {
        let name = format!("IMG_{number:04}.jpg");
        app.keep_photo(somebody(number), name, picture.clone()).await.unwrap();
    }
    app
}

fn bare(file: &Path) -> Connection {
    let connection = Connection::open(file).unwrap();
    connection.pragma_update(None, "journal_mode", "WAL").unwrap();
    connection.pragma_update(None, "synchronous", "FULL").unwrap();
    connection.execute_batch("CREATE TABLE draft (page TEXT PRIMARY KEY, sealed BLOB)").unwrap();
    connection
}

fn commit(bare: &Connection, number: u32, sealed: &[u8]) {
    let mut bytes = sealed.to_vec();
    bytes[..4].copy_from_slice(&number.to_le_bytes());
    bare.prepare_cached("INSERT OR REPLACE INTO draft VALUES ('address', ?1)")
        .unwrap()
        .execute([bytes])
        .unwrap();
}
