//! The messages of all languages: complete, alike, used, set in the typography of each, and the
//! only words that the pages show.

#[cfg(test)]
mod literals;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod source;
#[cfg(test)]
mod typography;

use contract::address::Province;
use contract::board::{ClockKind, HouseholdState, Name, Relationship};
use contract::examination::{Severity, Stage, Unit};
use contract::genuine::{Criterion, Sign};
use contract::news::WhatIsNew;
use contract::password::Advice;
use contract::photo::Reason;
use contract::steps::{Status, Step};
use contract::timeline::Event;
use contract::{Code, Language};
use locale::{NOT_ON_PAGES, Texts, Value};
use source::{asked, catalogue, files, said, sources, sources_under};
use std::collections::BTreeSet;

/// Every value of a kind without content. Does not compile when one is missing.
macro_rules! every {
    ($kind:ident: $($name:ident),+ $(,)?) => {{
        fn _complete(value: $kind) {
            match value {
                $($kind::$name => {})+
            }
        }
        [$($kind::$name),+]
    }};
}

/// Units whose numbers mean nothing to people: pages never show them.
const MEANINGLESS: [Unit; 3] = [Unit::Chroma, Unit::Ratio, Unit::Score];

/// Every event. Does not compile when one is missing.
fn events() -> Vec<Event> {
    fn _complete(event: &Event) {
        match event {
            Event::Invited
            | Event::AnsweredOutside
            | Event::Answered
            | Event::EmailConfirmed
            | Event::EmailChanged
            | Event::MessageReceived
            | Event::AccountOpened
            | Event::TemporaryPasswordReissued
            | Event::FirstSignedIn
            | Event::PresenceDeclared { .. }
            | Event::AddressGiven
            | Event::AddressChanged
            | Event::PhotoSubmitted
            | Event::PhotoReturned { .. }
            | Event::PhotoAccepted
            | Event::ProofIssued { .. }
            | Event::CardMade
            | Event::CardMailed
            | Event::CardUndelivered => {}
        }
    }
    let (note_en, note_fr) = (String::new(), String::new());
    vec![
        Event::Invited,
        Event::AnsweredOutside,
        Event::Answered,
        Event::EmailConfirmed,
        Event::EmailChanged,
        Event::MessageReceived,
        Event::AccountOpened,
        Event::TemporaryPasswordReissued,
        Event::FirstSignedIn,
        Event::PresenceDeclared { by: Name::default() },
        Event::AddressGiven,
        Event::AddressChanged,
        Event::PhotoSubmitted,
        Event::PhotoReturned { reasons: Vec::new(), note_en, note_fr },
        Event::PhotoAccepted,
        Event::ProofIssued { became_resident_on: jiff::civil::Date::default() },
        Event::CardMade,
        Event::CardMailed,
        Event::CardUndelivered,
    ]
}

/// Every name that the contract can send, as the message that speaks of it.
fn from_the_contract() -> Vec<String> {
    let mut ids = Vec::new();
    ids.extend(Code::ALL.iter().map(|code| format!("error-{code}")));
    ids.extend(Advice::ALL.iter().map(|advice| format!("strength-{}", advice.name())));
    ids.extend(["easy", "nearly", "hard"].map(|verdict| format!("strength-{verdict}")));
    for reason in Reason::ALL {
        ids.push(format!("reason-{}", reason.as_str()));
        ids.push(format!("reason-{}-fix", reason.as_str()));
    }
    ids.extend(
        every!(Unit: Percent, Degrees, Lightness, Chroma, Ratio, Count, Quality, Days, Pixels,
            Score)
        .into_iter()
        .filter(|unit| !MEANINGLESS.contains(unit))
        .map(|unit| format!("amount-{}", unit.as_str())),
    );
    ids.extend(Stage::ALL.map(|stage| format!("judging-{}", stage.as_str())));
    ids.extend(
        every!(Severity: Strong, Mild).map(|severity| format!("found-{}", severity.as_str())),
    );
    for event in events() {
        ids.push(format!("event-{}", event.name()));
        ids.push(format!("event-{}-next", event.name()));
    }
    ids.extend(Step::ALL.map(|step| format!("step-{}", step.name())));
    ids.extend(
        every!(Status: Done, ToDo, Waiting, CannotStartYet, Problem)
            .map(|status| format!("status-{}", status.name())),
    );
    ids.extend(
        every!(HouseholdState: Approved, Invited, WaitingOutside, Answered, Active, Closed,
            Withdrawn, Interview)
        .map(|state| format!("household-{}", state.as_str())),
    );
    ids.extend(
        every!(ClockKind: TemporaryPassword, ProofDownload, CardClaim)
            .map(|kind| format!("clock-{}", kind.as_str())),
    );
    ids.extend(
        every!(Relationship: Principal, Spouse, Partner, Child, Grandchild, Other)
            .map(|kin| format!("relationship-{}", kin.as_str())),
    );
    ids.extend(Province::ALL.map(|province| format!("province-{}", province.abbreviation())));
    ids.extend(Sign::ALL.iter().map(|sign| format!("checker-{}", sign.as_str())));
    ids.extend(Criterion::ALL.map(|criterion| format!("genuine-mark-{}", criterion.as_str())));
    for what in WhatIsNew::ALL {
        ids.extend(["notification", "news"].map(|place| format!("{place}-{}", what.name())));
    }
    ids.extend((1..=12).map(|month| format!("month-{month}")));
    ids.iter().map(|id| id.replace('_', "-").to_lowercase()).collect()
}

#[test]
fn everything_that_the_contract_can_say_has_its_words_in_every_language() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for id in from_the_contract() {
            assert!(texts.has(&id), "{id} is missing in {}", language.tag());
        }
    }
}

/// Whether a message is for pages, which every language has; the rest is in the official ones.
fn on_pages(message: &source::Message) -> bool {
    !NOT_ON_PAGES.contains(&message.file.as_str())
}

#[test]
fn the_languages_have_the_same_messages_with_the_same_arguments() {
    let english = catalogue(Language::English);
    for language in Language::ALL {
        let other = catalogue(language);
        let official = Language::OFFICIAL.contains(&language);
        let expected: BTreeSet<&String> = english
            .iter()
            .filter(|(_, message)| official || on_pages(message))
            .map(|(id, _)| id)
            .collect();
        let there: BTreeSet<&String> = other.keys().collect();
        let apart: Vec<_> = expected.symmetric_difference(&there).collect();
        assert!(apart.is_empty(), "in English or in {} only: {apart:?}", language.tag());
        for (id, message) in &other {
            let same = &english[id];
            assert_eq!(message.file, same.file, "{id} is in another file in {}", language.tag());
            assert_eq!(
                message.variables,
                same.variables,
                "{id} takes other arguments in {}",
                language.tag()
            );
            for inner in &message.messages {
                assert!(other.contains_key(inner), "{id} contains {inner}, which is not there");
            }
        }
    }
}

/// As the interface has them: one source per language, and nothing built in.
#[test]
fn the_joined_files_of_a_language_say_everything_on_pages_in_full() {
    for language in Language::ALL {
        let joined: Vec<String> = files(language)
            .into_iter()
            .filter(|(subject, _)| !NOT_ON_PAGES.contains(&subject.as_str()))
            .map(|(_, source)| source)
            .collect();
        let texts = Texts::from_source(language, &joined.join("\n"));
        for (id, message) in catalogue(language).iter().filter(|(_, message)| on_pages(message)) {
            let args: Vec<(&str, Value)> =
                message.variables.iter().map(|name| (name.as_str(), "x".into())).collect();
            let text = texts.format(id, &args);
            assert!(texts.has(id), "{id} is not in the joined files of {}", language.tag());
            assert!(!text.contains('{'), "{id} ({}) is not filled: {text}", language.tag());
        }
    }
}

#[test]
fn no_page_shows_what_is_only_for_mail() {
    let english = catalogue(Language::English);
    for (path, text) in sources_under("ui/src") {
        for id in asked(&text) {
            let only_mail = english.get(&id).is_some_and(|message| !on_pages(message));
            assert!(!only_mail, "{path} asks for {id}, which pages do not have");
        }
    }
}

#[test]
fn every_message_file_is_built_in() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for (id, message) in catalogue(language) {
            assert!(
                texts.has(&id),
                "{id} of {} is not built in for {}",
                message.file,
                language.tag()
            );
        }
    }
}

#[test]
fn every_message_is_used() {
    let said: BTreeSet<String> = from_the_contract().into_iter().collect();
    let literals = said_by_sources();
    let idle: Vec<_> = catalogue(Language::English)
        .into_iter()
        .filter(|(id, _)| {
            let own_of_a_field =
                id.split_once("--").is_some_and(|(general, _)| said.contains(general));
            !(said.contains(id) || own_of_a_field || literals.iter().any(|l| l.names(id)))
        })
        .map(|(id, message)| format!("{id} ({})", message.file))
        .collect();
    assert!(idle.is_empty(), "never shown: {idle:?}");
}

fn said_by_sources() -> Vec<source::Literal> {
    sources().iter().flat_map(|text| said(text)).collect()
}

#[test]
fn every_message_that_is_asked_for_exists() {
    let all = catalogue(Language::English);
    let asked: BTreeSet<String> = sources().iter().flat_map(|text| asked(text)).collect();
    let lacking: Vec<_> =
        asked.iter().filter(|id| !all.contains_key(&id.replace('_', "-"))).collect();
    assert!(lacking.is_empty(), "asked for and not there: {lacking:?}");
}
