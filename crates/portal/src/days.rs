//! Days and their ends in a household's mailing time zone. Pure; the time is an argument.

use contract::address::Province;
use contract::policy::DEFAULT_TIME_ZONE;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// The time zone of mail to a province or territory; where it has several, that of most of its
/// people. Without a province: [`DEFAULT_TIME_ZONE`].
#[must_use]
pub fn zone_of(province: Option<Province>) -> TimeZone {
    let name = match province {
        None | Some(Province::ON | Province::QC) => DEFAULT_TIME_ZONE,
        Some(Province::BC) => "America/Vancouver",
        Some(Province::AB | Province::NT) => "America/Edmonton",
        Some(Province::SK) => "America/Regina",
        Some(Province::MB) => "America/Winnipeg",
        Some(Province::NB) => "America/Moncton",
        Some(Province::NS | Province::PE) => "America/Halifax",
        Some(Province::NL) => "America/St_Johns",
        Some(Province::YT) => "America/Whitehorse",
        Some(Province::NU) => "America/Iqaluit",
    };
    // The database is part of the program, so every name above is there (a test proves it).
    jiff::tz::db().get(name).unwrap_or(TimeZone::UTC)
}

/// The day of a moment in a time zone.
#[must_use]
pub fn day(at: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(at).date()
}

/// The day `days` after another.
#[must_use]
pub fn days_after(date: Date, days: u16) -> Date {
    date.checked_add(i64::from(days).days()).unwrap_or(Date::MAX)
}

/// The first moment after a day: what ends on that day still holds just before it.
#[must_use]
pub fn end_of(date: Date, zone: &TimeZone) -> Timestamp {
    date.tomorrow()
        .and_then(|next| zone.to_ambiguous_zoned(next.at(0, 0, 0, 0)).compatible())
        .map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// The moment `seconds` after another.
#[must_use]
pub fn seconds_after(at: Timestamp, seconds: u32) -> Timestamp {
    at.checked_add(SignedDuration::from_secs(i64::from(seconds))).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_province_has_a_zone_of_its_own_country() {
        for province in Province::ALL {
            assert_ne!(zone_of(Some(province)), TimeZone::UTC, "{province:?}");
        }
    }

    #[test]
    fn a_day_ends_with_the_local_day_also_when_clocks_change() {
        let toronto = zone_of(None);
        let end = end_of(date(2026, 11, 22), &toronto);
        assert_eq!(end.to_string(), "2026-11-23T05:00:00Z");
        // Clocks go back in the night to 2 November 2026's first Sunday: that day has 25 hours.
        let end = end_of(date(2026, 11, 1), &toronto);
        assert_eq!(end.to_string(), "2026-11-02T05:00:00Z");
        assert_eq!(day(end, &toronto), date(2026, 11, 2));
        assert_eq!(
            end_of(date(2026, 11, 22), &zone_of(Some(Province::NL))).to_string(),
            "2026-11-23T03:30:00Z"
        );
    }
}
