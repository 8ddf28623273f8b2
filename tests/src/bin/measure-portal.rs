//! Measures what the portal bears against the least server that could serve, alternately in one run:
//! `measure-portal FLOOR`. Both stand on this machine, as does what asks them. Prints JSON: requests,
//! passwords and megabytes a second of every round, and the most memory that 300 uploads at once take.

#![expect(clippy::print_stdout, reason = "the result goes to standard output")]
#![expect(clippy::unwrap_used, reason = "a figure that cannot be measured ends the program")]

#[path = "measure/asking.rs"]
mod asking;
#[path = "measure/families.rs"]
mod families;

use asking::{Asked, in_a_second, memory_of_uploads, uploaded};
use families::{Families, PEOPLE};
use journeys::started::{Started, bound, finish};
use journeys::world::World;
use serde_json::json;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

const ROUNDS: usize = 7;
/// Households with [`PEOPLE`] people each: 300 people.
const FAMILIES: usize = 300 / PEOPLE;
/// Seconds for which passwords are checked in a round.
const HASHING: u64 = 4;

fn main() -> ExitCode {
    let Some(floor) = std::env::args_os().nth(1).map(PathBuf::from) else {
        println!("usage: measure-portal FLOOR");
        return ExitCode::FAILURE;
    };
    let world = World::new();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let families = runtime.block_on(Families::signed_in(&world, FAMILIES));
    let folder = tempfile::tempdir().unwrap();
    let mut served = bound(&floor);
    served.arg("serve").arg(world.database()).arg(folder.path());
    let mut server = Started::new("floor-portal", &mut served, folder.path());
    let least = format!("http://{}", server.line_after("listening on http://"));

    let (mut status, mut status_floor) = (Vec::new(), Vec::new());
    let (mut signed, mut signed_floor) = (Vec::new(), Vec::new());
    let (mut sent, mut sent_floor) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let looked = runtime.block_on(in_a_second(Asked::status(&world, &families)));
        let looked_floor = runtime.block_on(in_a_second(Asked::bare_status(&least, &families)));
        let passwords = runtime.block_on(in_a_second(Asked::sign_in(&world, &families)));
        let mut alone = Command::new(&floor);
        let alone = finish(alone.args(["hash", &HASHING.to_string()]), Duration::from_secs(60));
        let alone: f64 = alone.unwrap().trim().parse().unwrap();
        let megabytes = runtime.block_on(uploaded(&world, &families, None));
        let megabytes_floor = runtime.block_on(uploaded(&world, &families, Some(&least)));
        // The first round pays for what later ones find in place.
        if round > 0 {
            status.push(looked);
            status_floor.push(looked_floor);
            signed.push(passwords);
            signed_floor.push(alone);
            sent.push(megabytes);
            sent_floor.push(megabytes_floor);
        }
    }
    let memory = runtime.block_on(memory_of_uploads(&world, &families));
    println!(
        "{}",
        json!({
            "status": status, "status_floor": status_floor,
            "sign_in": signed, "sign_in_floor": signed_floor,
            "upload": sent, "upload_floor": sent_floor,
            "upload_memory_mb": [memory],
        })
    );
    ExitCode::SUCCESS
}
