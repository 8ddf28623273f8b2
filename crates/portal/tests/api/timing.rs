//! How long a sign-in takes for a username that somebody has and for one that nobody has, at the
//! price of production. It measures, so it is not run with the others.

#![expect(clippy::print_stderr, reason = "what was measured is told to whoever runs it")]

use crate::support::TestPortal;
use portal::password::Cost;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Pairs that are measured; the one and the other in turn, so that both see the same machine.
const PAIRS: usize = 200;

/// Measured before it counts, while everything is read for the first time.
const BEFORE: usize = 5;

/// How far apart the two medians may lie, as a share of the time a sign-in takes.
const APART: f64 = 0.05;

async fn median_times(
    portal: &TestPortal,
    address: &'static str,
    refused: &str,
    bodies: [Value; 2],
) -> [Duration; 2] {
    let mut times = [Vec::new(), Vec::new()];
    for pair in 0..BEFORE + PAIRS {
        // Who comes first changes, too.
        for place in [pair % 2, 1 - pair % 2] {
            let call = portal.post(address, &[]).json(&bodies[place]);
            let start = Instant::now();
            let reply = call.send().await;
            let took = start.elapsed();
            assert_eq!(reply, (401, refused));
            if pair >= BEFORE {
                times[place].push(took);
            }
        }
    }
    times.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    })
}

#[tokio::test]
#[ignore = "measures time: for a machine that does nothing else"]
async fn a_username_that_nobody_has_takes_as_long() {
    let portal = TestPortal::start_with(|options| {
        options.cost = Cost::PRODUCTION;
        options.policy.failures_before_wait = 1_000_000;
        options.policy.account_failures_before_wait = 1_000_000;
    })
    .await;
    let family = portal.signed_in().await;
    let own = portal.office();
    let waiting = portal::officer::open_own(own, family.people[1].person).await.unwrap().username;
    let sign_in = |username: &str| json!({"username": username, "password": "not the password"});
    let first = |username: &str| {
        json!({"username": username, "temporary_password": "f7Hq-9Tzk-Rm4w",
            "date_of_birth": "1990-01-01", "uci": "11-2345-6797"})
    };
    for (address, refused, bodies) in [
        ("/sessions", "sign_in_refused", [sign_in(&family.username), sign_in("ZZZZ-ZZZZ")]),
        ("/first-sign-in", "first_sign_in_refused", [first(&waiting), first("ZZZZ-ZZZZ")]),
    ] {
        let [known, unknown] = median_times(&portal, address, refused, bodies).await;
        let apart = known.abs_diff(unknown);
        eprintln!("POST {address}: known {known:?}, unknown {unknown:?}, apart {apart:?}");
        assert!(apart < known.mul_f64(APART), "{address}: {known:?} and {unknown:?}");
    }
}
