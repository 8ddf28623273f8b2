//! The forms of dates, times, numbers, sizes, waits and lists in each language. Spaces inside them
//! do not break, so that a date or a size is never torn over two lines.

use crate::{Texts, Value};
use contract::Language;
use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use jiff::civil::{Date, DateTime};

/// Bytes in a kilobyte and kilobytes in a megabyte, as the limits of files are meant.
const STEP: f64 = 1024.0;

type Memoizer = <FluentBundle<fluent_bundle::FluentResource> as MemoizerOf>::Memoizer;

/// Names the memoizer of a concurrent bundle, whose crate is not ours to depend on.
pub(crate) trait MemoizerOf {
    /// The memoizer.
    type Memoizer;
}

impl<R, M> MemoizerOf for fluent_bundle::bundle::FluentBundle<R, M> {
    type Memoizer = M;
}

pub(crate) fn number_with_commas(value: &FluentValue<'_>, _: &Memoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number_in(Language::English, number.value)),
        _ => None,
    }
}

pub(crate) fn number_with_spaces(value: &FluentValue<'_>, _: &Memoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number_in(Language::French, number.value)),
        _ => None,
    }
}

impl Texts {
    /// A day with its month in letters: "22 November 2026", « 1er décembre 2026 »,
    /// “2026年11月22日”.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.format(
            "date",
            &[
                ("day", date.day().into()),
                ("month", self.month(date.month()).into()),
                // As text: a year has no separator of thousands.
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// A day without its year, for days near today: "22 November", « 1er décembre », “11月22日”.
    #[must_use]
    pub fn day_and_month(&self, date: Date) -> String {
        self.format(
            "date-short",
            &[("day", date.day().into()), ("month", self.month(date.month()).into())],
        )
    }

    /// A day and a time of day: "22 November 2026, 4:05 p.m.", « 22 novembre 2026 à 16 h 05 »,
    /// “2026年11月22日16:05”.
    #[must_use]
    pub fn date_time(&self, at: DateTime) -> String {
        let (date, time) = (self.date(at.date()), self.time(at));
        match self.language() {
            Language::English => format!("{date}, {time}"),
            Language::French => format!("{date} à\u{a0}{time}"),
            Language::SimplifiedChinese => format!("{date}{time}"),
        }
    }

    /// A time of day: "4:05 p.m.", « 16 h 05 », “16:05”.
    #[must_use]
    pub fn time(&self, at: DateTime) -> String {
        let (hour, minute) = (at.hour(), at.minute());
        match self.language() {
            Language::English => {
                let half = if hour < 12 { "a.m." } else { "p.m." };
                let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
                format!("{hour}:{minute:02}\u{a0}{half}")
            }
            Language::French => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
            Language::SimplifiedChinese => format!("{hour}:{minute:02}"),
        }
    }

    /// A number with its separators: "1,234.5", « 1 234,5 », “1,234.5”. At most two decimals.
    #[must_use]
    pub fn number(&self, number: f64) -> String {
        number_in(self.language(), number)
    }

    /// A file's size: "850 KB", "4.2 MB", « 4,2 Mo ». Rounded up to a tenth, so that a file over a
    /// limit never reads as if it were within it.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "shown to people")]
    pub fn bytes(&self, bytes: u64) -> String {
        let bytes = bytes as f64;
        let (id, amount) = if bytes < STEP {
            ("size-bytes", bytes)
        } else if bytes < STEP * STEP {
            ("size-kilobytes", (bytes / STEP).ceil())
        } else {
            ("size-megabytes", (bytes / (STEP * STEP) * 10.0).ceil() / 10.0)
        };
        self.format(id, &[("amount", amount.into())])
    }

    /// How long to wait: "45 seconds", "2 minutes", "1 hour"; rounded up to the unit.
    #[must_use]
    pub fn wait(&self, seconds: u64) -> String {
        let (id, amount) = if seconds < 60 {
            ("wait-seconds", seconds.max(1))
        } else if seconds < 60 * 60 {
            ("wait-minutes", seconds.div_ceil(60))
        } else {
            ("wait-hours", seconds.div_ceil(60 * 60))
        };
        self.format(id, &[("amount", amount.into())])
    }

    /// Things in a row: "Ana", "Ana and Li", "Ana, Li and Mei", “Ana、Li和Mei”.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        let comma = match self.language() {
            Language::English | Language::French => ", ",
            Language::SimplifiedChinese => "、",
        };
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [head @ .., last] => self
                .format("list", &[("head", head.join(comma).into()), ("last", Value::from(last))]),
        }
    }

    fn month(&self, month: i8) -> String {
        self.get(&format!("month-{month}"))
    }
}

fn number_in(language: Language, number: f64) -> String {
    let (thousands, decimal) = match language {
        Language::English | Language::SimplifiedChinese => (',', '.'),
        Language::French => ('\u{a0}', ','),
    };
    let plain = format!("{:.2}", number.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    if number < 0.0 {
        text.push('−');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(all(test, feature = "built-in"))]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn both() -> (Texts, Texts) {
        (Texts::new(Language::English), Texts::new(Language::French))
    }

    #[test]
    fn chinese_has_no_spaces_beside_its_own_signs() {
        let zh = Texts::new(Language::SimplifiedChinese);
        assert_eq!(zh.date(date(2026, 11, 22)), "2026年11月22日");
        assert_eq!(zh.day_and_month(date(2026, 1, 3)), "1月3日");
        assert_eq!(zh.date_time(date(2026, 11, 22).at(16, 5, 0, 0)), "2026年11月22日16:05");
        assert_eq!(zh.date_time(date(2026, 2, 3).at(0, 5, 0, 0)), "2026年2月3日0:05");
        assert_eq!(zh.number(1_234.5), "1,234.5");
        assert_eq!(zh.bytes(4_404_020), "4.3\u{a0}MB");
        assert_eq!(zh.bytes(12), "12字节");
        assert_eq!(zh.wait(90), "2分钟");
        let names = ["Ana", "Li", "Mei"].map(str::to_owned);
        assert_eq!(zh.list(&names), "Ana、Li和Mei");
        assert_eq!(zh.list(&names[1..]), "Li和Mei");
    }

    #[test]
    fn dates_have_their_month_in_letters_and_do_not_break() {
        let (en, fr) = both();
        assert_eq!(en.date(date(2026, 11, 22)), "22\u{a0}November\u{a0}2026");
        assert_eq!(fr.date(date(2026, 12, 1)), "1er\u{a0}décembre\u{a0}2026");
        assert_eq!(fr.day_and_month(date(2026, 8, 2)), "2\u{a0}août");
        let at = date(2026, 2, 3).at(0, 5, 0, 0);
        assert_eq!(en.date_time(at), "3\u{a0}February\u{a0}2026, 12:05\u{a0}a.m.");
        assert_eq!(fr.date_time(at), "3\u{a0}février\u{a0}2026 à\u{a0}0\u{a0}h\u{a0}05");
    }

    #[test]
    fn numbers_take_the_separators_of_the_language() {
        let (en, fr) = both();
        assert_eq!(en.number(1_234_567.5), "1,234,567.5");
        assert_eq!(fr.number(1_234.25), "1\u{a0}234,25");
        assert_eq!(en.number(715.0), "715");
        assert_eq!(en.number(-3.0), "−3");
    }

    #[test]
    fn a_file_over_the_limit_never_reads_as_the_limit() {
        let (en, fr) = both();
        assert_eq!(en.bytes(4 * 1024 * 1024), "4\u{a0}MB");
        assert_eq!(en.bytes(4 * 1024 * 1024 + 1), "4.1\u{a0}MB");
        assert_eq!(fr.bytes(4_404_020), "4,3\u{a0}Mo");
        assert_eq!(fr.bytes(870_000), "850\u{a0}Ko");
        assert_eq!(en.bytes(0), "0\u{a0}bytes");
    }

    #[test]
    fn waits_are_rounded_up() {
        let (en, fr) = both();
        assert_eq!(en.wait(30), "30\u{a0}seconds");
        assert_eq!(en.wait(61), "2\u{a0}minutes");
        assert_eq!(fr.wait(60), "1\u{a0}minute");
        assert_eq!(fr.wait(3600), "1\u{a0}heure");
    }

    #[test]
    fn lists_end_with_their_conjunction() {
        let (en, fr) = both();
        let names = ["Ana", "Li", "Mei"].map(str::to_owned);
        assert_eq!(en.list(&names), "Ana, Li and Mei");
        assert_eq!(fr.list(&names[1..]), "Li et Mei");
        assert_eq!(en.list(&names[..1]), "Ana");
        assert_eq!(en.list(&[]), "");
    }
}
