//! The timeline of a person: what happened, the latest first, and roughly when the next thing
//! comes.

use crate::days;
use contract::policy::Policy;
use contract::timeline::{Event, Timeline, TimelineEntry};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Something that happened to a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
}

/// The timeline from what happened, in any order.
#[must_use]
pub fn timeline(mut happened: Vec<Happened>, zone: &TimeZone, policy: &Policy) -> Timeline {
    // Stable: of two things in the same millisecond the one written last comes first.
    happened.reverse();
    happened.sort_by_key(|happened| std::cmp::Reverse(happened.at));
    let mut entries: Vec<TimelineEntry> = Vec::with_capacity(happened.len());
    for Happened { at, event } in happened {
        let on = days::day(at, zone);
        // Whatever was expected after an older entry has come or was overtaken.
        let next_by = entries.is_empty().then(|| expected_after(&event, on, policy)).flatten();
        entries.push(TimelineEntry { at, on, event, next_by });
    }
    Timeline { entries }
}

/// The day by which the next thing is expected after an event, where one can be given.
fn expected_after(event: &Event, on: Date, policy: &Policy) -> Option<Date> {
    let days = match event {
        Event::AccountOpened | Event::TemporaryPasswordReissued => policy.temporary_password_days,
        Event::PhotoSubmitted => policy.review_days,
        Event::PhotoAccepted => policy.card_made_days,
        _ => return None,
    };
    Some(days::days_after(on, days))
}
