//! The rules one by one; `schedules` runs them over random sequences.

mod schedules;

use super::standing::{Event, Standing, State};
use super::*;
use contract::policy::Policy;
use contract::problem::Problem;
use contract::{Code, draft::AddressDraft};
use jiff::SignedDuration;

const POLICY: Policy = Policy::PROGRAMME;

fn person(number: u8) -> PersonId {
    PersonId::new(1_700_000_000_000, [number; 10])
}

fn key(number: u8) -> IdempotencyKey {
    IdempotencyKey::new(1_700_000_000_000, [number; 10])
}

fn row(number: u8, kind: Kind, people: &[u8], parent: Option<u8>) -> Row {
    Row {
        id: key(number),
        kind,
        people: people.iter().copied().map(person).collect(),
        parent: parent.map(key),
        queued_at: Timestamp::UNIX_EPOCH,
        standing: Standing::queued(Timestamp::UNIX_EPOCH),
    }
}

#[test]
fn what_each_event_makes_of_each_state() {
    let now = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(60);
    let standing = |state| Standing { state, ..Standing::queued(Timestamp::UNIX_EPOCH) };
    let problem = || Problem::new(Code::Offline);
    let again = Event::Again { at: now, unanswered: false, problem: problem() };
    let table: [(Event, [&str; 8]); 15] = [
        // waiting, held, sign_in, update, stuck, arrived, sent, back
        (Event::Begun, ["waiting", "-", "-", "-", "-", "-", "-", "-"]),
        (again, ["waiting", "held", "-", "-", "-", "-", "-", "-"]),
        (
            Event::SessionEnded { unanswered: false },
            ["sign_in", "held", "-", "-", "-", "-", "-", "-"],
        ),
        (Event::TooOld { unanswered: false }, ["update", "held", "-", "-", "-", "-", "-", "-"]),
        (Event::Refused(problem()), ["stuck", "stuck", "stuck", "stuck", "-", "-", "-", "-"]),
        (Event::Received, ["sent", "sent", "sent", "sent", "-", "-", "-", "-"]),
        (Event::Complete, ["arrived", "arrived", "arrived", "arrived", "-", "-", "-", "-"]),
        (Event::BytesMissing, ["-", "-", "-", "-", "-", "waiting", "-", "-"]),
        (Event::Hold, ["held", "-", "held", "held", "-", "-", "-", "-"]),
        (Event::LetGo, ["-", "waiting", "-", "-", "-", "-", "-", "-"]),
        (Event::SendNow, ["waiting", "waiting", "-", "waiting", "-", "-", "-", "-"]),
        (Event::NetworkBack, ["-", "-", "-", "-", "-", "-", "-", "-"]),
        (Event::SignedIn, ["-", "-", "waiting", "-", "-", "-", "-", "-"]),
        (Event::Renewed, ["-", "-", "-", "waiting", "-", "-", "-", "-"]),
        (Event::Withdrawn, ["back", "back", "back", "back", "back", "-", "-", "-"]),
    ];
    for (event, expected) in table {
        let found = State::ALL
            .map(|state| standing(state).after(&event, now).map_or("-", |it| it.state.as_str()));
        assert_eq!(found, expected, "{event:?}");
    }
}

#[test]
fn the_network_wakes_what_failed_for_it_and_leaves_a_busy_portal_alone() {
    let now = Timestamp::UNIX_EPOCH;
    let failed = |code: Code| Standing { problem: Some(code.into()), ..Standing::queued(now) };
    for code in [Code::Offline, Code::PortalUnreachable, Code::UnexpectedReply] {
        assert!(failed(code).after(&Event::NetworkBack, now).is_some(), "{code}");
    }
    for code in [Code::Unavailable, Code::TooManyAttempts, Code::Internal] {
        assert_eq!(failed(code).after(&Event::NetworkBack, now), None, "{code}");
    }
}

#[test]
fn what_may_be_there_cannot_be_taken_back() {
    let now = Timestamp::UNIX_EPOCH;
    let sent = Standing::queued(now).after(&Event::Begun, now).expect("begun");
    assert_eq!(sent.after(&Event::Withdrawn, now), None);
    let held = sent.after(&Event::Hold, now).expect("held");
    assert_eq!(held.after(&Event::Withdrawn, now), None);
    let refused = Event::Refused(Code::AddressClosed.into());
    let stuck = held.after(&refused, now).expect("stuck");
    assert!(stuck.after(&Event::Withdrawn, now).is_some(), "the portal said that it is not");
}

#[test]
fn one_person_in_order_and_others_beside_them() {
    let busy = |_| false;
    let now = Timestamp::UNIX_EPOCH;
    let mut rows = vec![
        row(1, Kind::Address, &[1, 2], None),
        row(2, Kind::Message, &[2], None),
        row(3, Kind::File, &[3], None),
        row(4, Kind::Photo, &[3], Some(3)),
    ];
    let next = |rows: &[Row]| next_due(rows, busy, now, &POLICY).map(|row| row.id);
    assert_eq!(next(&rows), Some(key(1)));
    let behind = |rows: &[Row]| [0, 1, 2, 3].map(|at| order::is_behind(rows, at));
    assert_eq!(behind(&rows), [false, true, false, true]);
    let others = |id| id == key(1);
    let beside = next_due(&rows, others, now, &POLICY).map(|row| row.id);
    assert_eq!(beside, Some(key(3)), "somebody else's");
    rows[0].standing.state = State::Held;
    assert_eq!(behind(&rows), [false, true, false, true], "what is held back goes first");
    rows[0].standing.state = State::Stuck;
    assert_eq!(behind(&rows), [false, false, false, true], "what is stuck goes nowhere");
    rows[2].standing.state = State::Arrived;
    assert_eq!(behind(&rows), [false; 4], "the file is there");
}

#[test]
fn a_clock_that_was_set_back_holds_nothing_up() {
    let now = Timestamp::UNIX_EPOCH;
    let mut rows = vec![row(1, Kind::Message, &[1], None)];
    let mut due_at = |seconds: i64| {
        rows[0].standing.next_try = now + SignedDuration::from_secs(seconds);
        (next_due(&rows, |_| false, now, &POLICY).is_some(), next_wake(&rows, now))
    };
    assert_eq!(due_at(-5), (true, Some(SignedDuration::ZERO)));
    assert_eq!(due_at(30), (false, Some(SignedDuration::from_secs(30))));
    assert!(due_at(86_400).0, "a day ahead");
}

#[test]
fn what_is_taken_back_loses_nothing() {
    let message = |text: &str| Draft::Message(MessageDraft { text: text.to_owned(), key: None });
    assert_eq!(reopened(None, message("first")), message("first"));
    assert_eq!(reopened(Some(message(" ")), message("first")), message("first"));
    assert_eq!(reopened(Some(message("first")), message("first")), message("first"));
    let both = reopened(Some(message("second")), message("first"));
    assert_eq!(both, message("first\n\nsecond"));
    let address = |lives_elsewhere| {
        Draft::Address(Box::new(AddressDraft { lives_elsewhere, ..AddressDraft::default() }))
    };
    assert_eq!(reopened(Some(address(true)), address(false)), address(true), "the newest");
    assert_eq!(reopened(None, address(false)), address(false));
}
