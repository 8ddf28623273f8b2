//! How long an answer takes where there is such an account, address or invitation, and where there is
//! none, at the price of production. It measures, so it is not run with the others: `cargo xtask
//! verify timing` does, and prints what it finds.

#![expect(clippy::print_stderr, reason = "what was measured is told to whoever runs it")]

use crate::support::{LEILA, PASSWORD, TestPortal};
use contract::policy::Policy;
use portal::officer;
use portal::password::Cost;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Pairs that are measured; the one and the other in turn, so that both see the same machine.
const PAIRS: usize = 200;

/// The same for wishes, which take a quarter of a second each whatever comes of them.
const WISHES: usize = 40;

/// Measured before it counts, while everything is read for the first time.
const BEFORE: usize = 5;

/// One in so many answers came faster than what is compared. What slows the others down is whatever
/// else the machine did, which says nothing.
const FASTER_THAN: usize = 10;

/// How far apart the two may lie, as a share of the time that the answer takes where a
/// password is hashed.
const APART: f64 = 0.05;

/// How far apart they may lie where none is: what a look-up takes, far below what any network adds.
const APART_AT_MOST: Duration = Duration::from_micros(400);

async fn fast_times(
    portal: &TestPortal,
    address: &'static str,
    status: u16,
    bodies: [&Value; 2],
) -> [Duration; 2] {
    let mut times = [Vec::new(), Vec::new()];
    let pairs = if status == 204 { WISHES } else { PAIRS };
    for pair in 0..BEFORE + pairs {
        let mut said = [None, None];
        // Who comes first changes, too.
        for place in [pair % 2, 1 - pair % 2] {
            let call = portal.post(address, &[]).json(bodies[place]);
            let start = Instant::now();
            let reply = call.send().await;
            let took = start.elapsed();
            assert_eq!(reply.status, status, "{address}: {}", reply.text());
            said[place] = Some(reply.text());
            if pair >= BEFORE {
                times[place].push(took);
            }
        }
        assert_eq!(said[0], said[1], "{address}: the same words");
    }
    times.map(|mut times| {
        times.sort_unstable();
        times[times.len() / FASTER_THAN]
    })
}

async fn patient() -> TestPortal {
    TestPortal::start_with(|options| {
        options.cost = Cost::PRODUCTION;
        options.policy.failures_before_wait = 1_000_000;
        options.policy.account_failures_before_wait = 1_000_000;
        options.policy.mails_per_hour = u16::MAX;
        options.policy.wish_answer_ms = Policy::PROGRAMME.wish_answer_ms;
        options.policy.wishes_per_hour = u16::MAX;
    })
    .await
}

/// Measures and tells; whether the two lie too far apart.
async fn are_apart(
    portal: &TestPortal,
    address: &'static str,
    status: u16,
    bodies: [&Value; 2],
) -> bool {
    let [known, unknown] = fast_times(portal, address, status, bodies).await;
    let apart = known.abs_diff(unknown);
    let share = apart.as_secs_f64() / known.as_secs_f64() * 100.0;
    eprintln!(
        "timing: POST {address}: known {known:.2?}, unknown {unknown:.2?}, apart {apart:.2?} ({share:.1} %)"
    );
    apart > APART_AT_MOST.max(known.mul_f64(APART))
}

#[tokio::test]
#[ignore = "measures time: for a machine that does nothing else"]
async fn who_is_unknown_takes_as_long() {
    let portal = patient().await;
    let family = portal.signed_in().await;
    let own = officer::open_own(portal.office(), family.people[1].person).await.unwrap();
    let waiting = own.username;
    let sign_in = |username: &str| json!({"username": username, "password": "not the password"});
    let first = |username: &str| {
        json!({"username": username, "temporary_password": "f7Hq-9Tzk-Rm4w",
            "date_of_birth": "1990-01-01", "uci": "11-2345-6797"})
    };
    let named = |username: &str| json!({"username": username});
    let at = |email: &str| json!({"email": email});
    let reset = |username: &str| {
        json!({"username": username, "code": "AAAA-AAAA",
            "password": "a heron stands in the shallow bay at dusk"})
    };
    // Somewhere an address waits for its code.
    let change = json!({"email": "new@example.org", "password": PASSWORD});
    let begun = portal.post("/account/email", &[]).bearer(&family.token).json(&change);
    assert_eq!(begun.send().await.status, 200);
    let confirm = |email: &str| json!({"email": email, "code": "000000"});
    let nobody = "ZZZZ-ZZZZ";
    let mut apart = Vec::new();
    for (address, status, known, unknown) in [
        ("/sessions", 401, sign_in(&family.username), sign_in(nobody)),
        ("/first-sign-in", 401, first(&waiting), first(nobody)),
        ("/first-sign-in/reissues", 204, named(&waiting), named(nobody)),
        ("/passwords/reset-codes", 204, named(&family.username), named(nobody)),
        ("/passwords/resets", 401, reset(&family.username), reset(nobody)),
        ("/usernames/reminders", 204, at(LEILA), at("nobody@example.org")),
        ("/confirmations", 401, confirm("new@example.org"), confirm("nobody@example.org")),
    ] {
        if are_apart(&portal, address, status, [&known, &unknown]).await {
            apart.push(address);
        }
    }
    assert!(apart.is_empty(), "too far apart: {apart:?}");
}

#[tokio::test]
#[ignore = "measures time: for a machine that does nothing else"]
async fn an_invitation_that_nobody_has_takes_as_long() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let opening =
        |code: &str| json!({"code": code, "date_of_birth": "1990-01-01", "uci": "11-2345-6789"});
    let (known, unknown) = (opening(&invited.code), opening("AAAA-AAAA-AAAA"));
    let address = "/invitations/opening";
    let opening = are_apart(&portal, address, 401, [&known, &unknown]).await;
    let again = |uci: &str| json!({"date_of_birth": "1988-04-12", "uci": uci});
    let (known, unknown) = (again("11-2345-6789"), again("99-9999-9999"));
    let again = are_apart(&portal, "/invitations/again", 204, [&known, &unknown]).await;
    assert!(!opening && !again, "too far apart");
}
