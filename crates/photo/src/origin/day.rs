//! A day out of the ways in which files write one: `2026:05:17 10:11:12` (EXIF), `2026-05-17T10:11`
//! (XMP), `20260517` (IPTC). What is no day, or before there were digital photos, is none.

use jiff::civil::Date;

/// The first year of which a digital photo is believed.
const EARLIEST: i16 = 1990;
/// The last one; a camera whose clock was never set says one of these, or one long gone.
const LATEST: i16 = 2200;

/// The day with which a text begins.
pub(super) fn of(text: &[u8]) -> Option<Date> {
    let text = text.trim_ascii_start();
    let digits: Vec<u8> = match text {
        [a, b, c, d, e, f, g, h, ..] if text[..8].iter().all(u8::is_ascii_digit) => {
            vec![*a, *b, *c, *d, *e, *f, *g, *h]
        }
        [a, b, c, d, b':' | b'-' | b'/', e, f, b':' | b'-' | b'/', g, h, ..] => {
            vec![*a, *b, *c, *d, *e, *f, *g, *h]
        }
        _ => return None,
    };
    let number = |from: usize, to: usize| {
        digits.get(from..to)?.iter().try_fold(0_i16, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0'))
        })
    };
    let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (EARLIEST..=LATEST).contains(&year).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::of;
    use jiff::civil::date;

    #[test]
    fn every_way_of_writing_a_day_gives_it() {
        for text in ["2026:05:17 10:11:12", "2026-05-17T10:11:12+02:00", "20260517", " 2026/05/17"]
        {
            assert_eq!(of(text.as_bytes()), Some(date(2026, 5, 17)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "0000:00:00 00:00:00",
            "    :  :     :  :  ",
            "1970:01:01 00:00:00",
            "2026:02:30 00:00:00",
            "2026:13:01",
            "9999:99:99",
            "2026",
            "20260:5:17",
            "Sun, 17 May 2026",
        ] {
            assert_eq!(of(text.as_bytes()), None, "{text}");
        }
    }
}
