//! Moments on this device's clock.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp, tz::Offset};

/// A moment as a clock shows it that is ahead of UTC by `ahead`.
pub(crate) fn shifted(at: Timestamp, ahead: SignedDuration) -> DateTime {
    let local = at.checked_add(ahead).unwrap_or(at);
    Offset::UTC.to_datetime(local)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_clock_in_newfoundland_is_three_and_a_half_hours_behind() {
        let at: Timestamp = "2026-11-22T01:10:00Z".parse().expect("a timestamp");
        assert_eq!(
            shifted(at, SignedDuration::from_mins(-210)),
            date(2026, 11, 21).at(21, 40, 0, 0)
        );
    }
}
