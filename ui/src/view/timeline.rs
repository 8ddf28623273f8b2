//! Which entries of a timeline say what comes next, and the entries of several people in one row.

use contract::board::Name;
use contract::timeline::{Event, TimelineEntry};
use std::cmp::Reverse;

/// Whether the entry at `index` (latest first) says what comes next: the latest one, and those that
/// can name a day for it.
pub(crate) fn says_next(index: usize, entry: &TimelineEntry) -> bool {
    let leads_on = !matches!(
        entry.event,
        Event::AccountOpened
            | Event::TemporaryPasswordReissued
            | Event::FirstSignedIn
            | Event::EmailChanged
    );
    (index == 0 && leads_on) || entry.next_by.is_some()
}

/// Whether something is wrong that its reader can mend.
pub(crate) const fn asks_of_reader(event: &Event) -> bool {
    matches!(event, Event::PhotoReturned { .. } | Event::CardUndelivered)
}

/// The latest entries of several people, latest first.
pub(crate) fn latest(
    people: Vec<(Name, Vec<TimelineEntry>)>,
    count: usize,
) -> Vec<(Name, TimelineEntry)> {
    let mut all: Vec<(Name, TimelineEntry)> = people
        .into_iter()
        .flat_map(|(name, entries)| {
            entries.into_iter().map(move |entry| (name.clone(), entry)).collect::<Vec<_>>()
        })
        .collect();
    all.sort_by_key(|(_, entry)| Reverse(entry.at));
    all.truncate(count);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{Timestamp, civil::date};

    fn entry(second: i64, event: Event) -> TimelineEntry {
        TimelineEntry {
            at: Timestamp::from_second(second).expect("a second"),
            on: date(2026, 11, 22),
            event,
            next_by: None,
        }
    }

    fn name(given: &str) -> Name {
        Name { given: given.into(), family: String::new() }
    }

    #[test]
    fn only_the_latest_says_what_comes_next_unless_a_day_is_known() {
        let mut sent = entry(2, Event::PhotoSubmitted);
        assert!(says_next(0, &sent));
        assert!(!says_next(1, &sent));
        sent.next_by = Some(date(2026, 12, 2));
        assert!(says_next(1, &sent));
        assert!(!says_next(0, &entry(1, Event::FirstSignedIn)));
        assert!(!says_next(0, &entry(1, Event::EmailChanged)), "nothing follows from it");
        assert!(says_next(0, &entry(1, Event::MessageReceived)));
    }

    #[test]
    fn several_people_read_in_one_row() {
        let ana = (name("Ana"), vec![entry(5, Event::CardMade), entry(1, Event::AddressGiven)]);
        let mei = (name("Mei"), vec![entry(3, Event::PhotoAccepted)]);
        let row = latest(vec![ana, mei], 2);
        let given: Vec<&str> = row.iter().map(|(name, _)| name.given.as_str()).collect();
        assert_eq!(given, ["Ana", "Mei"]);
    }
}
