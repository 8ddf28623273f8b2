//! What waits to be sent: in place of the page that it was asked on, and as a list on the board, with
//! why it waits and what can be done about it.

use crate::app::App;
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::go_button;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, remark};
use crate::route::Route;
use crate::view::outbox::{Way, page_to_mend, title, ways, why};
use crate::words::{in_texts, moment, names, problem_text, soon, tr, tr_with};
use contract::board::Board;
use contract::draft::DraftKey;
use contract::id::IdempotencyKey;
use contract::outbox::{Act, Outbox, Sent, TakenBack, Waiting, WaitingState};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;

/// In place of a page whose answers wait to be sent.
pub(crate) fn waits_page(heading: String, back: Route, waiting: Waiting) -> Element {
    let held_back = waiting.state == WaitingState::HeldBack;
    rsx! {
        Page { heading, back,
            p { class: "lead", {tr(if held_back { "waits-lead-held-back" } else { "waits-lead" })} }
            WaitsFor { waiting }
            {go_button(Route::Home, "go-to-household")}
        }
    }
}

/// Why something waits, and what can be done about it.
#[component]
pub(crate) fn WaitsFor(
    waiting: Waiting,
    /// It is a draft again.
    #[props(default)]
    back: EventHandler<()>,
) -> Element {
    let app = App::here();
    let mut busy = use_signal(|| false);
    let mut refused = use_signal(|| None::<String>);
    let id = waiting.id;
    let mended_on = page_to_mend(&waiting);
    let press = move |way: Way| {
        if *busy.peek() {
            return;
        }
        match way {
            Way::Open => {
                if let Some(page) = mended_on {
                    app.go(page);
                }
                return;
            }
            _ => busy.set(true),
        }
        refused.set(None);
        // The row may be gone before the answer is here.
        spawn_forever(async move {
            let mut text = None;
            match way {
                Way::SendNow => app.act_on_outbox(Act::SendNow { id }).await,
                Way::HoldBack => app.act_on_outbox(Act::HoldBack { id }).await,
                Way::LetGo => app.act_on_outbox(Act::LetGo { id }).await,
                Way::TakeBack => text = take_back(app, id, back).await,
                Way::Open => {}
            }
            if busy.try_peek().is_ok() {
                busy.set(false);
                refused.set(text);
            }
        });
    };
    let reason = match &waiting.state {
        WaitingState::Waiting { next_try, .. } => {
            tr_with(why(&waiting.state), &[("when", soon(*next_try).into())])
        }
        other => tr(why(other)),
    };
    let (glyph, tone) = match &waiting.state {
        WaitingState::Stuck { .. } => (Glyph::Problem, "problem"),
        WaitingState::HeldBack => (Glyph::NotYet, "cannot-start-yet"),
        _ => (Glyph::Waiting, "waiting"),
    };
    let busy = *busy.read();
    rsx! {
        p { class: "step-line {tone}", {icon(glyph)} span { {reason} } }
        if let Some(problem) = waiting.stuck() {
            p { {problem_text(problem)} }
        } else if waiting.may_have_arrived {
            p { class: "quiet", {tr("waits-may-be-there")} }
        }
        if let Some(text) = refused.read().clone() {
            div { role: "alert", {remark(Tone::Attention, text)} }
        }
        ul { class: "acts",
            for way in ways(&waiting.state).iter().copied() {
                li { key: "{way:?}",
                    button { class: "plain", r#type: "button", aria_disabled: busy,
                        onclick: {
                            let mut press = press;
                            move |_| press(way)
                        },
                        {tr(name(way))}
                    }
                }
            }
        }
    }
}

const fn name(way: Way) -> &'static str {
    match way {
        Way::SendNow => "waits-send-now",
        Way::HoldBack => "waits-hold-back",
        Way::LetGo => "waits-let-go",
        Way::TakeBack => "waits-take-back",
        Way::Open => "waits-open",
    }
}

/// Takes something back; what hindered it, in words.
async fn take_back(app: App, id: IdempotencyKey, back: EventHandler<()>) -> Option<String> {
    let answer = app.household().take_back(id).await;
    app.act_on_outbox(Act::Show).await;
    let texts = app.texts.peek();
    match answer {
        Ok(TakenBack::Back) => {
            app.tell(in_texts(&texts, "waits-taken-back"));
            back.call(());
            None
        }
        Ok(TakenBack::Sent { sent }) => {
            app.refresh_soon();
            let reference = sent.reference.as_str().into();
            app.tell(texts.format("waits-was-there", &[("reference", reference)]));
            None
        }
        Err(problem) => {
            let why = texts.problem(&problem);
            Some(texts.format("waits-not-taken-back", &[("why", why.as_str().into())]))
        }
    }
}

/// What waits and what was sent meanwhile, on the board.
#[component]
pub(crate) fn OutboxOnBoard(board: Board) -> Element {
    let app = App::here();
    let Outbox { waiting, sent } = app.outbox.read().clone();
    rsx! {
        if !sent.is_empty() {
            section { class: "apart",
                h2 { {tr("waits-sent-heading")} }
                ul { class: "rows",
                    for it in sent {
                        li { key: "{it.id}", {sent_row(app, &board, &it)} }
                    }
                }
            }
        }
        if !waiting.is_empty() {
            section { class: "apart",
                h2 { {tr("waits-heading")} }
                ul { class: "rows",
                    for it in waiting {
                        li { key: "{it.id}",
                            p { class: "row-head", strong { {called(&board, &it.what)} } }
                            if let Some(text) = &it.text {
                                p { class: "quiet", {in_short(text)} }
                            }
                            WaitsFor { waiting: it }
                        }
                    }
                }
            }
        }
    }
}

fn called(board: &Board, what: &contract::outbox::What) -> String {
    let (id, people) = title(what, board);
    let people: Vec<String> = people.into_iter().map(str::to_owned).collect();
    tr_with(id, &[("names", names(&people).into())])
}

fn sent_row(app: App, board: &Board, sent: &Sent) -> Element {
    let id = sent.id;
    let facts = [("reference", sent.reference.as_str().into()), ("when", moment(sent.at).into())];
    rsx! {
        p { class: "step-line done", {icon(Glyph::Done)} strong { {called(board, &sent.what)} } }
        p { {tr_with("waits-sent-reference", &facts)} }
        button { class: "plain", r#type: "button",
            onclick: move |_| app.act_on_outbox_soon(Act::Seen { id }),
            {tr("waits-seen")}
        }
    }
}

/// The beginning of a message, as far as it tells it from others.
fn in_short(text: &str) -> String {
    const CHARS: usize = 80;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= CHARS {
        return line;
    }
    line.chars().take(CHARS).chain(['…']).collect()
}

/// Shows what refused a page's answers after they were handed over, where its form is open.
pub(crate) fn use_what_was_refused(form: crate::form::Form, draft: DraftKey) {
    let app = App::here();
    let mut shown = use_signal(|| None::<IdempotencyKey>);
    use_effect(move || {
        let Some(stuck) = app.stuck_of(draft) else { return };
        if *shown.peek() == Some(stuck.id) {
            return;
        }
        shown.set(Some(stuck.id));
        if let Some(problem) = stuck.stuck() {
            form.refuse(problem.clone());
        }
    });
}
