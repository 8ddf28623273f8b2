//! The messages about one person: what officers and the household wrote, and a new message. What is
//! typed is kept, and a message whose answer was lost is sent again as the same one.

use crate::app::{App, Loaded};
use crate::browser;
use crate::form::{Typed, use_form, use_typed};
use crate::host::ask;
use crate::pages::WithPerson;
use crate::pages::account_parts::{Asked, use_asked};
use crate::pages::conflict::{both, not_chosen};
use crate::pages::waits::{WaitsFor, use_what_was_refused};
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::Submit;
use crate::parts::page::{Page, TryAgain};
use crate::parts::panel::{Tone, remark};
use crate::parts::text_area::TextArea;
use crate::parts::waiting::{Shape, Waiting};
use crate::route::Route;
use crate::view::messages::{
    Writer, gives_up_key, is_new, is_sent, room_left, to_mark, typed, writer,
};
use crate::words::{moment, problem_text, tr, tr_name, tr_with};
use contract::Problem;
use contract::board::{Board, Journey, Name, Person};
use contract::draft::{DraftKey, MessageDraft};
use contract::host::{BoardView, StaleReason};
use contract::id::{IdempotencyKey, MessageId, PersonId};
use contract::message::{MarkRead, Message, NewMessage, SendMessage, ShowMessages, Thread};
use contract::outbox::{Handed, Waiting as Row};
use contract::policy::Policy;
use dioxus::core::spawn_forever;
use dioxus::prelude::*;

#[component]
pub(crate) fn MessagesPage(person: PersonId) -> Element {
    rsx! {
        WithPerson { person,
            show: move |(view, person, journey): (BoardView, Person, Journey)| {
                let me = view.board.person(view.board.me).map(|me| me.name.clone());
                rsx! { ThreadOf { board: view.board, person, me, unread: journey.unread_messages } }
            }
        }
    }
}

#[component]
fn ThreadOf(board: Board, person: Person, me: Option<Name>, unread: u32) -> Element {
    let app = App::here();
    let id = person.id;
    let asked = use_asked(ShowMessages { person: id });
    // An officer wrote while this page was looked at.
    use_effect(use_reactive!(|(unread,)| {
        if unread > 0 && matches!(&*asked.found.peek(), Loaded::Ready(_)) {
            asked.again();
        }
    }));
    let mut marked = use_signal(|| None::<MessageId>);
    use_effect(move || {
        let upto = match &*asked.found.read() {
            Loaded::Ready(thread) => to_mark(thread),
            _ => None,
        };
        let Some(message) = upto.filter(|upto| *marked.peek() != Some(*upto)) else { return };
        marked.set(Some(message));
        spawn_forever(async move {
            // Marked when they are shown the next time, where it fails now.
            if ask(&app.host(), MarkRead { person: id, message }).await.is_ok() {
                app.refresh().await;
            }
        });
    });
    let heading = tr_name("messages-heading", &person.name);
    let found = asked.found.read().clone();
    match found {
        // What is written goes out later.
        Loaded::Failed(problem)
            if !app.keeps_with_portal() && StaleReason::of(problem.code).is_some() =>
        {
            let thread = Thread { messages: Vec::new(), open: true };
            rsx! { Shown { board, person, me, thread, asked, not_fetched: problem } }
        }
        Loaded::Failed(problem) => rsx! {
            TryAgain { heading, problem,
                again: move |()| {
                    let mut found = asked.found;
                    found.set(Loaded::Loading);
                    asked.again();
                },
            }
        },
        Loaded::Loading => rsx! {
            Page { heading, back: Route::Person(id), Waiting { shape: Shape::Lines } }
        },
        Loaded::Ready(thread) => rsx! { Shown { board, person, me, thread, asked } },
    }
}

#[component]
fn Shown(
    board: Board,
    person: Person,
    me: Option<Name>,
    thread: Thread,
    asked: Asked<Thread>,
    /// Why the messages are not there, where only writing goes on.
    #[props(default)]
    not_fetched: Option<Problem>,
) -> Element {
    let form = use_form();
    let content = use_typed::<MessageDraft>(DraftKey::Message { person: person.id });
    let heading = tr_name("messages-heading", &person.name);
    if content.is_loaded()
        && let Some(both) = both(heading.clone(), Route::Person(person.id), &board, content)
    {
        return both;
    }
    rsx! {
        Page { heading, back: Route::Person(person.id), form,
            p { class: "lead", {tr("messages-what-for")} }
            p { {tr("messages-not-at-once")} }
            if let Some(problem) = not_fetched {
                {remark(Tone::Plain, problem_text(&problem))}
            } else {
                {entries(&thread.messages, me.as_ref())}
            }
            WaitingMessages { person: person.id, content, asked }
            if thread.open {
                if content.is_loaded() {
                    {not_chosen(content)}
                    NewMessageForm { person: person.id, form, content, asked }
                }
            } else {
                {remark(Tone::Plain, tr("messages-closed"))}
            }
        }
    }
}

/// The messages that wait to be sent, below those that are there.
#[component]
fn WaitingMessages(
    person: PersonId,
    content: Typed<MessageDraft>,
    asked: Asked<Thread>,
) -> Element {
    let app = App::here();
    let page = DraftKey::Message { person };
    let all: Vec<Row> = {
        let outbox = app.outbox.read();
        let of_page = outbox.waiting.iter().filter(|waiting| waiting.what.draft() == page);
        of_page.filter(|waiting| waiting.stuck().is_none()).cloned().collect()
    };
    // Once one was sent, it stands in the thread.
    let count = all.len();
    let mut before = use_signal(|| count);
    use_effect(use_reactive!(|(count,)| {
        if count < *before.peek() {
            asked.again();
        }
        before.set(count);
    }));
    if all.is_empty() {
        return rsx! {};
    }
    rsx! {
        h2 { {tr("waits-heading")} }
        ul { class: "rows",
            for waiting in all {
                li { key: "{waiting.id}",
                    p { class: "words", {waiting.text.clone().unwrap_or_default()} }
                    WaitsFor { waiting, back: move |()| content.load_again() }
                }
            }
        }
    }
}

/// The messages, the oldest first, or that there are none yet.
pub(crate) fn entries(messages: &[Message], me: Option<&Name>) -> Element {
    if messages.is_empty() {
        return rsx! {
            div { class: "empty-state",
                {drawing(Drawing::Letter, "small")}
                p { {tr("messages-empty")} }
            }
        };
    }
    rsx! {
        ol { class: "thread",
            for message in messages {
                li { key: "{message.id}", {entry(message, me)} }
            }
        }
    }
}

fn entry(message: &Message, me: Option<&Name>) -> Element {
    let writer = writer(message, me);
    let officer = writer == Writer::Officer;
    let who = match writer {
        Writer::Officer => tr("message-officer"),
        Writer::You => tr("message-you"),
        Writer::Other(name) => name,
    };
    let seen = match message.read_at {
        _ if officer => None,
        Some(at) => Some((Glyph::Done, tr_with("message-read", &[("when", moment(at).into())]))),
        None => Some((Glyph::ToDo, tr("message-not-read"))),
    };
    rsx! {
        article { class: if officer { "message officer" } else { "message" },
            p { class: "row-head",
                strong { {who} }
                span { class: "quiet", {moment(message.at)} }
                if is_new(message) {
                    span { class: "tag problem", {tr("message-new")} }
                }
            }
            p { class: "words", {message.text.clone()} }
            if let Some((glyph, text)) = seen {
                p { class: "seen", {icon(glyph)} span { {text} } }
            }
        }
    }
}

#[component]
fn NewMessageForm(
    person: PersonId,
    form: crate::form::Form,
    content: Typed<MessageDraft>,
    asked: Asked<Thread>,
) -> Element {
    let app = App::here();
    use_what_was_refused(form, DraftKey::Message { person });
    let limit = Policy::PROGRAMME.message_chars;
    let text = content.get().text;
    let room = room_left(&text, limit);
    let send = move |event: FormEvent| {
        event.prevent_default();
        form.send(|| {
            let new = NewMessage { text: content.now().text };
            let message = new.check(&Policy::PROGRAMME)?;
            // Kept with the text before the message is on its way.
            let key = kept_key(content);
            Ok(Box::pin(async move {
                let key = key?;
                let sent =
                    app.household().send_message(&SendMessage { person, message, key }).await;
                match &sent {
                    Ok(Handed::Waits { waiting }) => {
                        // Its text is kept with it; the next message can be written.
                        content.discard();
                        form.end();
                        app.waits((**waiting).clone());
                    }
                    Ok(Handed::Sent { .. }) => {
                        // What was typed meanwhile is another message.
                        if app
                            .known_draft(DraftKey::Message { person })
                            .is_some_and(|known| is_sent(&known, key))
                        {
                            content.discard();
                        }
                        form.end();
                        app.tell(crate::words::in_texts(&app.texts.peek(), "message-sent"));
                    }
                    Err(problem) if gives_up_key(problem.code) => {
                        content.change_afterwards(|draft| draft.key = None);
                    }
                    Err(_) => {}
                }
                // It may have arrived without its answer; the thread tells.
                asked.again();
                sent.map(drop)
            }))
        });
    };
    rsx! {
        form { class: "write", novalidate: true, onsubmit: send,
            TextArea { form, name: "text", label: tr("message-label"), hint: tr("message-hint"), rows: 5,
                value: text,
                change: move |text| content.change(|draft| typed(draft, text)),
                if let Some((left, over)) = room {
                    p { class: if over { "room over" } else { "room" },
                        {tr_with(if over { "message-room-over" } else { "message-room" }, &[("count", left.into())])}
                    }
                }
            }
            Submit { form, label: tr("message-send") }
        }
    }
}

/// The key under which the message is sent, kept with its text.
fn kept_key(content: Typed<MessageDraft>) -> Result<IdempotencyKey, Problem> {
    if let Some(key) = content.now().key {
        return Ok(key);
    }
    let key = IdempotencyKey::new(browser::unix_ms(), browser::random()?);
    content.change(|draft| draft.key = Some(key));
    Ok(key)
}
