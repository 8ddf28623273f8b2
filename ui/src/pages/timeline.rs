//! A person's timeline: what happened, when, and what comes next.

use crate::app::{App, Loaded};
use crate::parts::icon::{Glyph, Icon};
use crate::parts::page::Waiting;
use crate::view::timeline::says_next;
use crate::words::{day, problem_text, tr, tr_with};
use contract::Code;
use contract::board::{Name, Person};
use contract::photo::Reason;
use contract::timeline::{Event, Timeline, TimelineEntry};
use dioxus::prelude::*;
use jiff::Timestamp;
use locale::Value;

/// The timeline of a person: fetched anew when something about the person has changed, and after a
/// failure with every new board.
#[component]
pub(crate) fn PersonTimeline(person: Person, at: Timestamp) -> Element {
    let app = App::here();
    let mut found = use_signal(|| Loaded::<Timeline>::Loading);
    let again = matches!(&*found.read(), Loaded::Failed(_)).then_some(at);
    use_effect(use_reactive!(|(person, again)| {
        let _ = again;
        let person = person.id;
        spawn(async move {
            match app.host().timeline(person).await {
                Ok(timeline) => found.set(Loaded::Ready(timeline)),
                Err(problem) if problem.code == Code::SignInRequired => app.end_session(),
                Err(problem) => {
                    let kept = matches!(&*found.peek(), Loaded::Ready(_));
                    if !kept {
                        found.set(Loaded::Failed(problem));
                    }
                }
            }
        });
    }));
    let timeline = found.read().clone();
    match timeline {
        Loaded::Loading => rsx! { Waiting {} },
        Loaded::Failed(problem) => rsx! {
            p { class: "quiet", {problem_text(&problem)} }
        },
        Loaded::Ready(timeline) => rsx! {
            ol { class: "timeline",
                for (i , entry) in timeline.entries.into_iter().enumerate() {
                    Row { key: "{i}", name: None, says_next: says_next(i, &entry), entry }
                }
            }
        },
    }
}

/// One entry.
#[component]
pub(crate) fn Row(name: Option<Name>, entry: TimelineEntry, says_next: bool) -> Element {
    let what = entry.event.name();
    let mut args: Vec<(&str, Value)> = Vec::new();
    match &entry.event {
        Event::PresenceDeclared { by } => args.push(("by", by.full().into())),
        Event::ProofIssued { became_resident_on } => {
            args.push(("since", day(*became_resident_on).into()));
        }
        _ => {}
    }
    let reasons = match &entry.event {
        Event::PhotoReturned { reasons, .. } => reasons.clone(),
        _ => Vec::new(),
    };
    rsx! {
        li {
            p { class: "when", {day(entry.on)} }
            p { class: "what",
                if let Some(name) = name {
                    span { class: "whose", {name.short()} }
                }
                {tr_with(&format!("event-{what}"), &args)}
            }
            if !reasons.is_empty() {
                ReasonNames { reasons }
            }
            if says_next {
                p { class: "then",
                    Icon { glyph: Glyph::Forward }
                    span {
                        {tr(&format!("event-{what}-next"))}
                        if let Some(next_by) = entry.next_by {
                            " "
                            {tr_with("next-by", &[("day", day(next_by).into())])}
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn ReasonNames(reasons: Vec<Reason>) -> Element {
    rsx! {
        ul { class: "reasons",
            for reason in reasons {
                li { key: "{reason:?}", {tr(&format!("reason-{}", reason.as_str()))} }
            }
        }
    }
}
