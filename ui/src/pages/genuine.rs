//! Is this email genuine? It is pasted, or opened from a file, or four questions about it are answered
//! by hand; then each of the four marks is told with what was seen. All of it happens on this device,
//! and nothing of it is kept or sent: what is typed goes with the page.

use crate::app::App;
use crate::browser;
use crate::form::{Form, use_form};
use crate::host::Answer as Coming;
use crate::pages::genuine_told::{told, verdict};
use crate::parts::choices::{Answer, Group, yes_no_unsure};
use crate::parts::contact::{contact, official_page};
use crate::parts::disclosure::disclosure;
use crate::parts::link::Submit;
use crate::parts::page::Page;
use crate::parts::text_area::TextArea;
use crate::parts::waiting::Patience;
use crate::route::Route;
use crate::view::genuine::{Answers, Outcome, left_open, outcome};
use crate::words::{tr, tr_with};
use contract::genuine::{Criterion, Findings, Seen, Verdict};
use contract::policy::{EMAIL_MAX_BYTES, MAIL_SUBJECT, OFFICIAL_PAGE_EN};
use contract::{Code, FieldProblem, Language, Problem};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// The heading over what was seen, which takes the focus once it is there.
const SEEN: &str = "seen-heading";
/// The question that the way by hand begins with.
const BY_HAND: &str = "by-hand-heading";

/// How somebody shows an email.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Paste,
    File,
    Hand,
}

impl Way {
    const ALL: [(Self, &str); 3] = [
        (Self::Paste, "genuine-paste"),
        (Self::File, "genuine-file"),
        (Self::Hand, "genuine-hand"),
    ];
}

#[component]
pub(crate) fn Genuine() -> Element {
    let mut way = use_signal(|| Way::Paste);
    let text = use_signal(String::new);
    let answers = use_signal::<Answers>(|| [None; Criterion::ALL.len()]);
    let mut found = use_signal(|| None::<Findings>);
    let form = use_form();
    let now = *way.read();
    let by_hand = move |()| finish_by_hand(way, answers, found);
    rsx! {
        Page { heading: tr("genuine-heading"), back: Route::Help, form,
            p { class: "lead", {tr("genuine-intro")} }
            Group { name: "way", question: tr("genuine-way"), one: true,
                answers: Way::ALL.into_iter()
                    .map(|(each, id)| {
                        Answer::new(tr(id), each == now).with(tr(&format!("{id}-text")))
                    })
                    .collect::<Vec<_>>(),
                change: move |(chosen, _): (usize, bool)| {
                    if let Some((chosen, _)) = Way::ALL.get(chosen) {
                        form.clear();
                        found.set(None);
                        way.set(*chosen);
                    }
                },
            }
            match now {
                Way::Paste => rsx! { Paste { form, text, found } },
                Way::File => rsx! { Open { form, found } },
                Way::Hand => rsx! { ByHand { answers } },
            }
            if now != Way::Hand {
                if let Some(findings) = found.read().clone() {
                    section { class: "seen-of-email",
                        h2 { id: SEEN, tabindex: "-1", {tr("genuine-seen")} }
                        {told(&findings)}
                        if findings.verdict == Verdict::CannotTell {
                            p { class: "act",
                                button { class: "button second", r#type: "button",
                                    onclick: move |_| by_hand(()),
                                    {tr("genuine-finish-by-hand")}
                                }
                            }
                        }
                    }
                }
            }
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

/// What could not be told is asked by hand; what could be is answered already.
fn finish_by_hand(
    mut way: Signal<Way>,
    mut answers: Signal<Answers>,
    found: Signal<Option<Findings>>,
) {
    if let Some(findings) = &*found.peek() {
        answers.set(left_open(findings));
    }
    way.set(Way::Hand);
    spawn(async {
        TimeoutFuture::new(0).await;
        browser::focus(BY_HAND);
    });
}

/// Shows what was seen as soon as it is there.
fn show(form: Form, mut found: Signal<Option<Findings>>, coming: Coming<Option<Findings>>) {
    if !form.begin() {
        return;
    }
    found.set(None);
    let app = App::here();
    spawn(async move {
        match coming.await {
            Ok(None) => form.end(),
            Ok(Some(findings)) => {
                form.end();
                found.set(Some(findings));
                app.say(tr("genuine-seen"));
                TimeoutFuture::new(0).await;
                browser::focus(SEEN);
            }
            Err(problem) => form.refuse(problem),
        }
    });
}

/// The way of pasting.
#[component]
fn Paste(form: Form, text: Signal<String>, found: Signal<Option<Findings>>) -> Element {
    let send = move |event: FormEvent| {
        event.prevent_default();
        let typed = text.peek().clone();
        if typed.trim().is_empty() {
            let missing = vec![FieldProblem::new("email_text", Code::Required)];
            form.clear();
            return form.refuse(Problem::from(missing));
        }
        // Far more than any email is not handed over at all: its beginning tells that it is too much.
        let most = typed.char_indices().map(|(at, _)| at).find(|at| *at > EMAIL_MAX_BYTES);
        let typed = typed.get(..most.unwrap_or(typed.len())).unwrap_or(&typed);
        let answer = App::here().household().check_email(typed);
        show(form, found, Box::pin(async move { answer.await.map(Some) }));
    };
    rsx! {
        form { class: "read-first", novalidate: true, onsubmit: send,
            TextArea { form, name: "email_text", label: tr("genuine-text"),
                hint: tr("genuine-text-hint"), value: text.read().clone(), rows: 8,
                change: move |typed| {
                    found.set(None);
                    text.set(typed);
                },
            }
            Submit { form, label: tr("genuine-check"), busy_label: tr("genuine-checking") }
        }
    }
}

/// The way of a saved email.
#[component]
fn Open(form: Form, found: Signal<Option<Findings>>) -> Element {
    let choose = move |_| {
        // A browser opens its dialog within the press only.
        if !form.is_busy() {
            show(form, found, App::here().household().open_email());
        }
    };
    rsx! {
        {disclosure(tr("genuine-save-how"), rsx! {
            p { {tr("genuine-save-computer")} }
            p { {tr("genuine-save-phone")} }
        })}
        p { class: "act",
            button { id: "choose-email", class: "button", r#type: "button",
                aria_disabled: form.is_busy(), onclick: choose,
                {tr("genuine-choose")}
            }
        }
        if form.is_busy() {
            Patience {}
        }
    }
}

/// The way by hand.
#[component]
fn ByHand(answers: Signal<Answers>) -> Element {
    let given = *answers.read();
    rsx! {
        h2 { id: BY_HAND, tabindex: "-1", {tr("genuine-four")} }
        form { class: "read-first", onsubmit: move |event| event.prevent_default(),
            for (i , criterion) in Criterion::ALL.into_iter().enumerate() {
                div { key: "{criterion.as_str()}", class: "mark-check",
                    Group { name: criterion.as_str(), one: true, abreast: true,
                        question: tr(&format!("genuine-{}", criterion.as_str())),
                        hint: tr(&format!("genuine-{}-hint", criterion.as_str())),
                        shown: shown_mark(criterion),
                        answers: Seen::ALL.into_iter().zip(yes_no_unsure())
                            .map(|(seen, words)| Answer::new(words, given[i] == Some(seen)))
                            .collect::<Vec<_>>(),
                        change: move |(chosen, _): (usize, bool)| {
                            answers.with_mut(|all| all[i] = Seen::ALL.get(chosen).copied());
                        },
                    }
                    {how_to_see(criterion)}
                }
            }
        }
        div { class: "outcome", role: "status", aria_live: "polite",
            match outcome(&given) {
                Outcome::Unfinished(open) => {
                    let text = tr_with("genuine-unfinished", &[("count", open.into())]);
                    rsx! { p { class: "quiet", {text} } }
                }
                Outcome::Told(of) => verdict(of),
            }
        }
    }
}

/// What the email must show, word for word.
fn shown_mark(criterion: Criterion) -> Element {
    match criterion {
        Criterion::Subject => rsx! {
            p { class: "code select", translate: "no", {subject()} }
        },
        Criterion::Link => official_page(),
        Criterion::Sender | Criterion::Languages => rsx! {},
    }
}

/// How to look for a mark, where that takes more than reading.
fn how_to_see(criterion: Criterion) -> Element {
    let text = match criterion {
        Criterion::Sender => tr("genuine-sender-how"),
        Criterion::Link => tr_with("genuine-link-how", &[("host", official_host().into())]),
        Criterion::Languages | Criterion::Subject => return rsx! {},
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
