//! Two versions of the same side by side, on a phone one below the other: a draft that was changed in
//! another window, and an address that was given while another one was typed. Neither is preselected,
//! and nothing is given up before its reader has chosen.

use crate::app::App;
use crate::browser;
use crate::form::{DraftContent, Typed};
use crate::pages::photo::kind_name;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, remark};
use crate::route::Route;
use crate::view::difference::{Meanwhile, Row, Value, rows};
use crate::words::{day, moment, names, problem_text, tr, tr_with};
use contract::Problem;
use contract::board::{Board, GivenAddress};
use contract::draft::{AddressDraft, Draft, DraftKey};
use contract::id::PersonId;
use contract::photo::Reason;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// The heading over both, which takes the focus when they come up.
const BOTH: &str = "conflict-heading";

/// In place of a page whose draft was changed in another window too, until one is chosen.
pub(crate) fn both<T: DraftContent>(
    heading: String,
    back: Route,
    board: &Board,
    typed: Typed<T>,
) -> Option<Element> {
    let (key, here) = (typed.key(), typed.get().into_draft());
    App::here().conflict_of(key)?;
    let board = board.clone();
    Some(rsx! {
        BothDrafts { heading, back, board, draft: key, here,
            chosen: move |draft| typed.show(draft),
        }
    })
}

#[component]
fn BothDrafts(
    heading: String,
    back: Route,
    board: Board,
    draft: DraftKey,
    here: Draft,
    chosen: EventHandler<Draft>,
) -> Element {
    let app = App::here();
    let mut busy = use_signal(|| false);
    let mut refused = use_signal(|| None::<Problem>);
    let theirs = app.conflict_of(draft);
    // Another one came: it is looked at anew.
    let version = theirs.as_ref().map(|theirs| theirs.version.clone());
    use_effect(use_reactive!(|(version,)| {
        if version.is_some() {
            app.say(tr("conflict-draft-heading"));
            spawn(async {
                TimeoutFuture::new(0).await;
                browser::focus(BOTH);
            });
        }
    }));
    let Some(theirs) = theirs else { return rsx! {} };
    let mut choose = move |ours: bool| {
        if *busy.peek() {
            return;
        }
        busy.set(true);
        refused.set(None);
        spawn(async move {
            let answer = app.choose_version(draft, ours).await;
            busy.set(false);
            match answer {
                Ok(Some(kept)) => {
                    chosen.call(kept);
                    app.say(tr("conflict-chosen"));
                }
                Ok(None) => {}
                Err(problem) => refused.set(Some(problem)),
            }
        });
    };
    let rows = rows(&here, &theirs.draft);
    let elsewhere = if app.keeps_with_portal() { "conflict-elsewhere" } else { "conflict-device" };
    let when = theirs.at.map(|at| tr_with("conflict-kept", &[("when", moment(at).into())]));
    let refused = refused.read().as_ref().map(problem_text);
    rsx! {
        Page { heading, back,
            section { class: "conflict",
                h2 { id: BOTH, tabindex: "-1", {tr("conflict-draft-heading")} }
                p { {tr("conflict-draft-lead")} }
                if matches!(draft, DraftKey::Photo { .. }) {
                    p { class: "quiet",
                        {tr(if app.keeps_with_portal() { "conflict-photo-browser" } else { "conflict-photo" })}
                    }
                }
                if let Some(text) = refused {
                    div { role: "alert", {remark(Tone::Attention, text)} }
                }
                div { class: "versions",
                    Side { board: board.clone(), rows: rows.clone(), here: true,
                        name: tr("conflict-here"), act: tr("conflict-use-this"), choose: move |()| choose(true),
                    }
                    Side { board, rows, here: false, name: tr(elsewhere), told: when,
                        act: tr("conflict-use-this"), choose: move |()| choose(false),
                    }
                }
            }
        }
    }
}

/// The way back to the version that was not chosen, on the page on which one was.
#[component]
pub(crate) fn NotChosen(draft: DraftKey, back: EventHandler<Draft>) -> Element {
    let app = App::here();
    if app.not_chosen(draft).is_none() {
        return rsx! {};
    }
    rsx! {
        div { class: "not-chosen",
            {remark(Tone::Plain, tr("conflict-not-chosen"))}
            button { id: "bring-back", class: "plain", r#type: "button",
                onclick: move |_| {
                    if let Some(other) = app.bring_back(draft) {
                        back.call(other);
                        app.say(tr("conflict-brought-back"));
                    }
                },
                {tr("conflict-bring-back")}
            }
        }
    }
}

/// The same for the answers of a page.
pub(crate) fn not_chosen<T: DraftContent>(typed: Typed<T>) -> Element {
    rsx! {
        NotChosen { draft: typed.key(), back: move |draft| typed.take(draft) }
    }
}

/// The typed address beside each one that was given meanwhile.
#[component]
pub(crate) fn BothAddresses(
    board: Board,
    typed: AddressDraft,
    found: Vec<Meanwhile>,
    /// Whether one of them is being chosen.
    #[props(default)]
    busy: bool,
    mine: EventHandler<()>,
    theirs: EventHandler<()>,
) -> Element {
    let app = App::here();
    use_effect(move || app.say(tr("conflict-address-heading")));
    let many = found.len() > 1;
    let of_some = |people: &[PersonId]| typed.people.as_deref() != Some(people);
    rsx! {
        section { class: "conflict", aria_busy: busy,
            h2 { id: BOTH, tabindex: "-1", {tr("conflict-address-heading")} }
            p { {tr("conflict-address-lead")} }
            for (i, other) in found.iter().enumerate() {
                div { key: "{i}",
                    if many || of_some(&other.people) {
                        h3 { {names(&called(&board, &other.people))} }
                    }
                    div { class: "versions",
                        Side { board: board.clone(), rows: other.beside(&typed), here: true,
                            name: tr("conflict-typed"), act: tr("conflict-use-mine"),
                            offered: !many, at: i, choose: move |()| mine.call(()),
                        }
                        Side { board: board.clone(), rows: other.beside(&typed), here: false,
                            name: tr("conflict-at-portal"), told: Some(given(&board, &other.given)),
                            act: tr("conflict-keep-theirs"), offered: !many, at: i,
                            choose: move |()| theirs.call(()),
                        }
                    }
                }
            }
            // Sent as one, they are decided as one.
            if many {
                p { class: "act pair",
                    button { id: "conflict-use-here", class: "button second", r#type: "button",
                        onclick: move |_| mine.call(()), {tr("conflict-use-mine")}
                    }
                    button { id: "conflict-use-there", class: "button second", r#type: "button",
                        onclick: move |_| theirs.call(()), {tr("conflict-keep-theirs")}
                    }
                }
            }
        }
    }
}

/// Their names, in the order of the household.
fn called(board: &Board, people: &[PersonId]) -> Vec<String> {
    let people = board.people.iter().filter(|person| people.contains(&person.id));
    people.map(|person| person.name.full()).collect()
}

/// When and by whom an address was given.
fn given(board: &Board, given: &GivenAddress) -> String {
    let when = ("when", day(given.on).into());
    match given.by.and_then(|by| board.person(by)) {
        Some(by) if by.id == board.me => tr_with("conflict-given-by-you", &[when]),
        Some(by) => tr_with("conflict-given-by", &[when, ("name", by.name.full().as_str().into())]),
        None => tr_with("conflict-given", &[when]),
    }
}

/// One of two versions, with what differs marked, and the button that chooses it.
#[component]
fn Side(
    board: Board,
    rows: Vec<Row>,
    here: bool,
    name: String,
    #[props(default)] told: Option<String>,
    act: String,
    #[props(default = true)] offered: bool,
    /// Which of several pairs.
    #[props(default)]
    at: usize,
    choose: EventHandler<()>,
) -> Element {
    let side = if here { "here" } else { "there" };
    let id = format!("conflict-{side}-{at}");
    let mut group = None;
    rsx! {
        section { class: "one-of-two",
            h3 { id: "{id}", {name} }
            dl {
                for (i, row) in rows.iter().enumerate() {
                    {
                        let begins = (row.group != group).then_some(row.group).flatten();
                        group = row.group;
                        let differs = row.differs();
                        let value = if here { &row.here } else { &row.there };
                        rsx! {
                            div { key: "{i}", class: if differs { "differs" },
                                dt {
                                    if let Some(begins) = begins {
                                        span { class: "of", {tr(begins)} }
                                    }
                                    {tr(row.asked)}
                                    if differs {
                                        " "
                                        span { class: "tag problem", {tr("conflict-differs")} }
                                    }
                                }
                                for (i, line) in lines(&board, value).into_iter().enumerate() {
                                    dd { key: "{i}", class: "words", {line} }
                                }
                            }
                        }
                    }
                }
            }
            if let Some(told) = told {
                p { class: "quiet", {told} }
            }
            if offered {
                p { class: "act",
                    button { id: "conflict-use-{side}", class: "button second", r#type: "button",
                        aria_describedby: "{id}", onclick: move |_| choose.call(()),
                        {act}
                    }
                }
            }
        }
    }
}

/// An answer in words, line by line.
fn lines(board: &Board, value: &Value) -> Vec<String> {
    match value {
        Value::Nothing => vec![tr("conflict-nothing")],
        Value::Text(text) => vec![text.clone()],
        Value::Province(letters)
            if contract::address::Province::from_abbreviation(letters).is_some() =>
        {
            vec![tr(&format!("province-{letters}"))]
        }
        Value::Province(letters) => vec![letters.clone()],
        Value::People(people) => called(board, people),
        Value::Tick(on) => vec![tr(if *on { "conflict-ticked" } else { "conflict-not-ticked" })],
        Value::Kind(kind) => vec![tr(&format!("photo-kind-{}", kind_name(*kind)))],
        Value::Part(part) => vec![tr_with(
            "conflict-part-of",
            &[
                ("width", part.width.into()),
                ("height", part.height.into()),
                ("left", part.x.into()),
                ("top", part.y.into()),
            ],
        )],
        Value::Warnings(reasons) => reasons.iter().map(|reason| told(*reason)).collect(),
    }
}

fn told(reason: Reason) -> String {
    tr(&format!("reason-{}", reason.as_str()))
}
