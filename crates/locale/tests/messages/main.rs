//! The messages of all languages: complete, alike, used, and set in the typography of each.

#[cfg(test)]
mod source;

use contract::address::Province;
use contract::board::{ClockKind, HouseholdState, Name, Relationship};
use contract::photo::Reason;
use contract::steps::{Status, Step};
use contract::timeline::Event;
use contract::{Code, Language};
use locale::Texts;
use source::{asked, catalogue, said, sources};
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

/// Every event. Does not compile when one is missing.
fn events() -> Vec<Event> {
    fn _complete(event: &Event) {
        match event {
            Event::AccountOpened
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
    for reason in Reason::ALL {
        ids.push(format!("reason-{}", reason.as_str()));
        ids.push(format!("reason-{}-fix", reason.as_str()));
    }
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

#[test]
fn the_languages_have_the_same_messages_with_the_same_arguments() {
    let [english, french] = Language::ALL.map(catalogue);
    let ids = |all: &source::Catalogue| all.keys().cloned().collect::<BTreeSet<_>>();
    let (in_english, in_french) = (ids(&english), ids(&french));
    let lacking: Vec<_> = in_english.symmetric_difference(&in_french).collect();
    assert!(lacking.is_empty(), "in one language only: {lacking:?}");
    for (id, message) in &english {
        assert_eq!(message.variables, french[id].variables, "{id} takes other arguments in French");
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
    for (id, message) in catalogue(Language::English) {
        let own_of_a_field = id.split_once("--").is_some_and(|(general, _)| said.contains(general));
        let used = said.contains(&id) || own_of_a_field || literals.iter().any(|l| l.names(&id));
        assert!(used, "{id} in {} is never shown", message.file);
    }
}

fn said_by_sources() -> Vec<source::Literal> {
    sources().iter().flat_map(|text| said(text)).collect()
}

#[test]
fn every_message_that_is_asked_for_exists() {
    let all = catalogue(Language::English);
    for text in sources() {
        for id in asked(&text) {
            assert!(all.contains_key(&id.replace('_', "-")), "{id} is asked for and not there");
        }
    }
}

#[test]
fn nothing_shouts_begs_or_blames() {
    for language in Language::ALL {
        for (id, message) in catalogue(language) {
            let text = message.text.to_lowercase();
            for word in [
                "!",
                "please",
                "oops",
                "successfully",
                "veuillez",
                "s’il vous plaît",
                "avec succès",
                "invalid",
            ] {
                assert!(!text.contains(word), "{id} ({}): {word}", language.tag());
            }
        }
    }
}

#[test]
fn french_is_set_with_its_own_signs() {
    for (id, message) in catalogue(Language::French) {
        let text = &message.text;
        for (wrong, why) in [
            ("'", "an apostrophe is ’"),
            ("\"", "quotation marks are « »"),
            ("“", "quotation marks are « »"),
            (" :", "the space before a colon does not break"),
            ("« ", "the space after « does not break"),
            (" »", "the space before » does not break"),
            (" ;", "no space before a semicolon in Canadian French"),
            ("\u{a0};", "no space before a semicolon in Canadian French"),
            (" ?", "no space before a question mark in Canadian French"),
            ("\u{a0}?", "no space before a question mark in Canadian French"),
            (" %", "the space before a per cent sign does not break"),
        ] {
            assert!(!text.contains(wrong), "{id}: {why}: {text}");
        }
        for (i, _) in text.match_indices('«') {
            assert!(text[i..].starts_with("«\u{a0}"), "{id}: {text}");
        }
    }
}

#[test]
fn english_is_set_with_its_own_signs() {
    for (id, message) in catalogue(Language::English) {
        for wrong in ["'", "\"", " %", "«"] {
            assert!(!message.text.contains(wrong), "{id}: {wrong}");
        }
    }
}
