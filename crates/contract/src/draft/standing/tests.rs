//! The whole table, and what holds for all of it.

use super::*;
use crate::Code;
use crate::draft::MessageDraft;
use jiff::Timestamp;
use jiff::civil::date;
use std::fmt::Write;

fn receipt() -> Receipt {
    Receipt { reference: "AD-4F7H-2MKQ".into(), at: Timestamp::UNIX_EPOCH }
}

fn word() -> Word {
    Word::Board(date(2026, 11, 23))
}

fn problem() -> Problem {
    Code::AddressClosed.into()
}

fn states() -> [(&'static str, Standing); 9] {
    [
        ("empty", Standing::Empty),
        ("edited", Standing::Edited),
        ("ready", Standing::Ready),
        ("queued", Standing::Queued),
        ("stuck", Standing::Stuck { problem: problem() }),
        ("sent", Standing::Sent { word: word(), open: true }),
        ("closed", Standing::Sent { word: word(), open: false }),
        ("returned", Standing::Returned { reasons: vec![Reason::Blurred] }),
        ("conflict", Standing::Conflict { theirs: Theirs::Unseen }),
    ]
}

fn events() -> Vec<(&'static str, Event)> {
    let there = |there| Event::Discarded { there };
    let draft = Draft::Message(MessageDraft::default());
    vec![
        ("typed", Event::Typed { holds: false }),
        ("typed, holds", Event::Typed { holds: true }),
        ("discarded", there(There::Nothing)),
        ("discarded over what waits", there(There::Waits)),
        ("discarded over sent", there(There::Sent { word: word(), open: true })),
        ("discarded over returned", there(There::Returned { reasons: vec![Reason::Blurred] })),
        ("handed over", Event::HandedOver),
        ("received", Event::Received(receipt())),
        ("refused", Event::Refused(problem())),
        ("withdrawn", Event::Withdrawn { holds: false }),
        ("withdrawn, holds", Event::Withdrawn { holds: true }),
        ("given", Event::Given(word())),
        ("closed", Event::Closed(word())),
        ("returned", Event::Returned(vec![Reason::Blurred])),
        ("seen", Event::Seen),
        ("changed elsewhere", Event::ChangedElsewhere(Theirs::Typed(Box::new(draft)))),
        ("chosen", Event::Chosen { holds: false }),
        ("chosen, holds", Event::Chosen { holds: true }),
    ]
}

fn name(standing: &Standing) -> &'static str {
    match standing {
        Standing::Empty => "empty",
        Standing::Edited => "edited",
        Standing::Ready => "ready",
        Standing::Queued => "queued",
        Standing::Stuck { .. } => "stuck",
        Standing::Sent { open: true, .. } => "sent",
        Standing::Sent { open: false, .. } => "closed",
        Standing::Returned { .. } => "returned",
        Standing::Conflict { .. } => "conflict",
    }
}

/// Of the states that the work can come to.
fn table(work: Work) -> String {
    let reached: Vec<_> = reached(work).iter().map(name).collect();
    let states: Vec<_> = states().into_iter().filter(|(name, _)| reached.contains(name)).collect();
    let mut table = format!("{:<26}", "");
    for (state, _) in &states {
        let _ = write!(table, "{state:<10}");
    }
    for (event_name, event) in events() {
        let _ = write!(table, "\n{event_name:<26}");
        for (_, state) in &states {
            let after = state.after(work, &event);
            let _ = write!(table, "{:<10}", after.as_ref().map_or("-", name));
        }
    }
    table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
fn what_each_event_makes_of_each_state() {
    for work in Work::ALL {
        let file = format!("{work:?}").to_lowercase();
        insta::assert_snapshot!(file, table(work));
    }
}

/// Every state that a work comes to from nothing.
fn reached(work: Work) -> Vec<Standing> {
    let mut known = vec![Standing::Empty];
    let mut at = 0;
    while let Some(state) = known.get(at).cloned() {
        for (_, event) in events() {
            if let Some(after) = state.after(work, &event)
                && !known.iter().any(|known| name(known) == name(&after))
            {
                known.push(after);
            }
        }
        at += 1;
    }
    known
}

#[test]
fn each_work_comes_to_its_own_states_and_a_declaration_never_waits() {
    let names = |work| {
        let mut names: Vec<_> = reached(work).iter().map(name).collect();
        names.sort_unstable();
        names
    };
    let declaration = names(Work::Declaration);
    assert_eq!(declaration, ["closed", "conflict", "edited", "empty", "ready"]);
    let all =
        ["closed", "conflict", "edited", "empty", "queued", "ready", "returned", "sent", "stuck"];
    let without = |one| all.iter().copied().filter(|name| *name != one).collect::<Vec<_>>();
    assert_eq!(names(Work::Address), without("returned"));
    assert_eq!(names(Work::Photo), without("sent"));
    let mut message = without("returned");
    message.retain(|name| *name != "closed");
    assert_eq!(names(Work::Message), message, "after one there is the next");
}

/// Whatever happened, its owner can go on, but where the portal has it for good.
#[test]
fn no_state_is_without_a_way_on() {
    for work in Work::ALL {
        for state in reached(work) {
            let is_over = matches!(state, Standing::Sent { open: false, .. });
            let own = events().into_iter().any(|(_, event)| {
                let of_the_owner = matches!(
                    event,
                    Event::Typed { .. } | Event::Withdrawn { .. } | Event::Chosen { .. }
                );
                of_the_owner && state.after(work, &event).is_some()
            });
            assert!(own || is_over, "{work:?} {state:?}");
            assert_eq!(state.offer() == Offer::Nothing, is_over, "{state:?}");
        }
    }
}

#[test]
fn it_is_sent_only_by_the_portals_word() {
    for work in Work::ALL {
        for (_, state) in states() {
            for (_, event) in events() {
                let Some(Standing::Sent { word: said, .. }) = state.after(work, &event) else {
                    continue;
                };
                match event {
                    Event::Received(receipt) => assert_eq!(said, Word::Receipt(receipt)),
                    Event::Given(word) | Event::Closed(word) => assert_eq!(said, word),
                    Event::Discarded { there: There::Sent { word, .. } } => assert_eq!(said, word),
                    other => panic!("{work:?} {state:?} {other:?}"),
                }
            }
        }
    }
}
