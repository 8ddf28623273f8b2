//! Is this email genuine? Four marks to look for by hand, each answered with yes, no or cannot tell,
//! and what the answers come to. Nothing of it is kept or sent.

use crate::parts::choices::{Answer, Group, yes_no_unsure};
use crate::parts::contact::{contact, official_page};
use crate::parts::disclosure::disclosure;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, banner};
use crate::route::Route;
use crate::view::genuine::{MARKS, Outcome, Seen, outcome};
use crate::words::{tr, tr_with};
use contract::Language;
use contract::policy::{MAIL_SUBJECT, OFFICIAL_PAGE_EN};
use dioxus::prelude::*;

#[component]
pub(crate) fn Genuine() -> Element {
    let mut answers = use_signal(|| [None::<Seen>; MARKS.len()]);
    let given = *answers.read();
    rsx! {
        Page { heading: tr("genuine-heading"), back: Route::Help,
            p { class: "lead", {tr("genuine-intro")} }
            form { class: "read-first", onsubmit: move |event| event.prevent_default(),
                for (i , mark) in MARKS.into_iter().enumerate() {
                    div { key: "{mark}", class: "mark-check",
                        Group { name: mark, question: tr(&format!("genuine-{mark}")), one: true, abreast: true,
                            hint: tr(&format!("genuine-{mark}-hint")),
                            shown: shown_mark(mark),
                            answers: Seen::ALL.into_iter().zip(yes_no_unsure())
                                .map(|(seen, words)| Answer::new(words, given[i] == Some(seen)))
                                .collect::<Vec<_>>(),
                            change: move |(chosen, _): (usize, bool)| {
                                answers.with_mut(|all| all[i] = Seen::ALL.get(chosen).copied());
                            },
                        }
                        {how_to_see(mark)}
                    }
                }
            }
            div { class: "outcome", role: "status", aria_live: "polite", {answer(outcome(&given))} }
            section {
                h2 { {tr("genuine-always")} }
                p { {tr("genuine-codes")} }
                p { {tr("genuine-safe-way")} }
            }
            section {
                h2 { {tr("contact-heading")} }
                {contact()}
                p { {tr("contact-include")} }
            }
        }
    }
}

/// What the email must show, word for word.
fn shown_mark(mark: &'static str) -> Element {
    match mark {
        "subject" => rsx! {
            p { class: "code select", translate: "no", {subject()} }
        },
        "link" => official_page(),
        _ => rsx! {},
    }
}

/// How to look for a mark, where that takes more than reading.
fn how_to_see(mark: &'static str) -> Element {
    let text = match mark {
        "sender" => tr("genuine-sender-how"),
        "link" => tr_with("genuine-link-how", &[("host", official_host().into())]),
        _ => return rsx! {},
    };
    disclosure(tr("genuine-how"), rsx! { p { {text} } })
}

/// The host of the official page, which is what to look for in a link.
fn official_host() -> &'static str {
    OFFICIAL_PAGE_EN.split('/').nth(2).unwrap_or(OFFICIAL_PAGE_EN)
}

/// The subject with each half in its own language.
fn subject() -> Element {
    let (english, french) = MAIL_SUBJECT.split_once(" / ").unwrap_or((MAIL_SUBJECT, ""));
    rsx! {
        span { lang: Language::English.tag(), {english} }
        " / "
        span { lang: Language::French.tag(), {french} }
    }
}

/// What the answers come to, in words.
fn answer(outcome: Outcome) -> Element {
    match outcome {
        Outcome::Unfinished(open) => {
            let text = tr_with("genuine-unfinished", &[("count", open.into())]);
            rsx! { p { class: "quiet", {text} } }
        }
        Outcome::NotOurs => {
            banner(Tone::Wrong, tr("genuine-not-ours"), Some(tr("genuine-not-ours-do")))
        }
        Outcome::Unsure => {
            banner(Tone::Attention, tr("genuine-unsure"), Some(tr("genuine-unsure-do")))
        }
        Outcome::Fits => banner(Tone::Done, tr("genuine-fits"), Some(tr("genuine-fits-do"))),
    }
}
