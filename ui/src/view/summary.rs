//! The adviser summary in words: what its page shows and what is printed or saved, so that both are
//! the same. Made from [`AdviserSummary`], which holds nothing that must not be shown.

use contract::Language;
use contract::steps::{Status, Step};
use contract::summary::AdviserSummary;
use jiff::civil::{Date, DateTime};
use locale::Texts;

/// The summary, ready to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Document {
    /// The language of its words.
    pub(crate) language: Language,
    /// Its heading.
    pub(crate) title: String,
    /// What it is, and what it is not.
    pub(crate) about: String,
    /// Where the household stands, and when that was so.
    pub(crate) state: [String; 2],
    /// Everyone.
    pub(crate) people: Vec<Person>,
}

/// A person of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// Their first given name.
    pub(crate) first_name: String,
    /// Each step, where it stands, and its day where that is known.
    pub(crate) steps: Vec<[String; 3]>,
    /// What else has a day.
    pub(crate) days: Vec<String>,
}

/// The summary in a language; `at` is the moment of what it says on this device's clock.
pub(crate) fn document(summary: &AdviserSummary, texts: &Texts, at: DateTime) -> Document {
    let on = |id: &str, day: Date| texts.format(id, &[("day", texts.date(day).into())]);
    let step = |(step, status, day): &(Step, Status, Option<Date>)| {
        let words = match (step, status) {
            (Step::Card, Status::Waiting) => texts.get("status-card-waiting"),
            // Whose attention it needs is not the adviser's.
            (_, Status::Problem) => texts.get("summary-problem"),
            (_, status) => texts.get(&format!("status-{}", status.name())),
        };
        let name = texts.get(&format!("step-{}", step.name()));
        [name, words, day.map(|day| texts.date(day)).unwrap_or_default()]
    };
    let people = summary.people.iter().map(|person| Person {
        first_name: person.first_name.clone(),
        steps: person.steps.iter().map(step).collect(),
        days: [
            person.became_resident_on.map(|day| on("summary-resident", day)),
            person
                .next_end
                .as_ref()
                .map(|clock| on(&format!("clock-{}", clock.kind.as_str()), clock.ends_on)),
        ]
        .into_iter()
        .flatten()
        .collect(),
    });
    Document {
        language: texts.language(),
        title: texts.get("summary-title"),
        about: texts.get("summary-about"),
        state: [
            texts.get(&format!("household-{}", summary.state.as_str())),
            texts.format("as-of", &[("when", texts.date_time(at).into())]),
        ],
        people: people.collect(),
    }
}

/// The document as a page of its own, without anything that is fetched or run.
pub(crate) fn page(document: &Document) -> String {
    let mut body = String::new();
    let mut put = |tag: &str, text: &str| {
        body.push_str(&format!("<{tag}>{}</{tag}>\n", escaped(text)));
    };
    put("h1", &document.title);
    put("p", &document.about);
    document.state.iter().for_each(|line| put("p", line));
    for person in &document.people {
        put("h2", &person.first_name);
        for [step, status, day] in &person.steps {
            let end = if day.is_empty() { String::new() } else { format!(" · {day}") };
            put("p", &format!("{step} · {status}{end}"));
        }
        person.days.iter().for_each(|line| put("p", line));
    }
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n<body>\n{body}</body>\n</html>\n",
        document.language.tag(),
        escaped(&document.title),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::household::tests::board;
    use contract::address::Address;
    use contract::board::{Clock, ClockKind, Declared, GivenAddress, Name, ProofState};
    use jiff::Timestamp;
    use jiff::civil::date;

    const WORDS: &str = concat!(
        include_str!("../../../locales/en-CA/common.ftl"),
        include_str!("../../../locales/en-CA/home.ftl"),
        include_str!("../../../locales/en-CA/journey.ftl"),
        include_str!("../../../locales/en-CA/summary.ftl"),
    );

    fn sample() -> Document {
        let mut board = board(2);
        board.people[1].name =
            Name { given: "<b>Mei</b> Lin".into(), family: "Chen-Secret".into() };
        let journey = board.people[1].journey.as_mut().expect("a journey");
        journey.declaration = Some(Declared {
            at: Timestamp::UNIX_EPOCH,
            on: date(2026, 11, 8),
            by: Name { given: "Leila".into(), family: "Haddad-Secret".into() },
            reference: "DP-SECRET".into(),
        });
        journey.address = Some(GivenAddress {
            mailing: Address { street: "88 SECRET ST".into(), ..Address::default() },
            residential: None,
            on: date(2026, 11, 9),
            open: true,
            reference: "AD-SECRET".into(),
            by: None,
        });
        journey.proof =
            ProofState::Issued { became_resident_on: date(2026, 11, 10), on: date(2026, 11, 12) };
        journey.unread_messages = 3;
        let ends_on = date(2027, 5, 9);
        journey.clocks = vec![Clock { kind: ClockKind::CardClaim, ends_on, days_left: 168 }];
        let texts = Texts::from_source(Language::English, WORDS);
        document(&AdviserSummary::of(&board), &texts, date(2026, 11, 22).at(16, 5, 0, 0))
    }

    #[test]
    fn first_names_steps_and_days_are_in_it_and_nothing_else() {
        let page = page(&sample());
        for there in [
            "Given0",
            "Declaration of presence · Done · 8\u{a0}November\u{a0}2026",
            "Address · Done · 9\u{a0}November\u{a0}2026",
            "Photo · To do",
            "10\u{a0}November\u{a0}2026",
            "Address and photo needed by 9\u{a0}May\u{a0}2027",
            "Under way",
        ] {
            assert!(page.contains(there), "{there} is in {page}");
        }
        let lower = page.to_lowercase();
        for never in ["secret", "family", "e001234567", "second", "1988"] {
            assert!(!lower.contains(never), "{never} is not in {page}");
        }
    }

    #[test]
    fn a_name_is_text_and_never_part_of_the_page() {
        let page = page(&sample());
        assert!(page.contains("&lt;b&gt;Mei&lt;/b&gt;"), "{page}");
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en-CA\">"));
    }
}
