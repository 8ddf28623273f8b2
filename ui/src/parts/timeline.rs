//! The timeline: what happened to a person, latest first, and what comes next.

use crate::app::{App, Loaded};
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::icon::{Glyph, icon};
use crate::parts::waiting::{Shape, Waiting};
use crate::view::notes::note_for;
use crate::view::timeline::{asks_of_reader, says_next};
use crate::words::{day, problem_text, tr, tr_with};
use contract::Code;
use contract::board::Name;
use contract::id::PersonId;
use contract::photo::Reason;
use contract::timeline::{Event, Timeline, TimelineEntry};
use dioxus::prelude::*;
use jiff::Timestamp;
use locale::Value;

/// The timeline of a person, fetched anew with every new board. With `most`, only the latest ones.
#[component]
pub(crate) fn PersonTimeline(
    person: PersonId,
    /// When the household was fetched last.
    at: Timestamp,
    #[props(default = usize::MAX)] most: usize,
) -> Element {
    let app = App::here();
    let mut found = use_signal(|| Loaded::<Timeline>::Loading);
    use_effect(use_reactive!(|(person, at)| {
        let _ = at;
        spawn(async move {
            match app.household().timeline(person).await {
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
    match &*found.read() {
        Loaded::Loading => rsx! {
            Waiting { shape: Shape::Lines }
        },
        Loaded::Failed(problem) => rsx! {
            p { class: "quiet", {problem_text(problem)} }
        },
        Loaded::Ready(timeline) => entries(&timeline.entries, most),
    }
}

/// The entries of one person, or that there are none yet.
pub(crate) fn entries(all: &[TimelineEntry], most: usize) -> Element {
    if all.is_empty() {
        return rsx! {
            div { class: "empty-state",
                {drawing(Drawing::NothingYet, "small")}
                p { {tr("timeline-empty")} }
            }
        };
    }
    rsx! {
        ol { class: "timeline",
            for (i , entry) in all.iter().take(most).enumerate() {
                {row(i, None, entry, says_next(i, entry))}
            }
        }
    }
}

/// One entry.
pub(crate) fn row(key: usize, name: Option<&Name>, entry: &TimelineEntry, next: bool) -> Element {
    let what = entry.event.name();
    let mut args: Vec<(&str, Value)> = Vec::new();
    match &entry.event {
        Event::PresenceDeclared { by } => args.push(("by", by.full().into())),
        Event::ProofIssued { became_resident_on } => {
            args.push(("since", day(*became_resident_on).into()));
        }
        _ => {}
    }
    rsx! {
        li { key: "{key}", class: if asks_of_reader(&entry.event) { "needs-you" },
            p { class: "when", {day(entry.on)} }
            p { class: "what",
                if let Some(name) = name {
                    span { class: "whose", {name.short()} }
                }
                {tr_with(&format!("event-{what}"), &args)}
            }
            // Among several people's entries only the heads have room.
            if let (None, Event::PhotoReturned { reasons, note_en, note_fr }) = (name, &entry.event) {
                {reason_names(reasons)}
                {note(note_en, note_fr)}
            }
            if next {
                p { class: "then",
                    {icon(Glyph::Forward)}
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

fn reason_names(reasons: &[Reason]) -> Element {
    rsx! {
        ul { class: "reasons",
            for reason in reasons {
                li { key: "{reason:?}", {tr(&format!("reason-{}", reason.as_str()))} }
            }
        }
    }
}

/// What an officer wrote, in the reader's language or marked as being in another.
pub(crate) fn note(note_en: &str, note_fr: &str) -> Element {
    let Some((note, language)) = note_for(App::here().language(), note_en, note_fr) else {
        return rsx! {};
    };
    rsx! {
        blockquote { lang: language.tag(), {note} }
    }
}
