//! A person's photo: what is allowed, what the picture is, and choosing it with the system's picker.
//! Preparing never waits for the declaration; only sending does.

use crate::app::{App, Loaded};
use crate::browser;
use crate::form::{Form, Typed, use_form, use_typed};
use crate::pages::WithBoard;
use crate::pages::photo_parts::{Allowed, DeclareFirst, Facts, OnItsWay, Returned};
use crate::parts::fields::{Choice, FieldError};
use crate::parts::icon::{Glyph, Icon};
use crate::parts::link::Submit;
use crate::parts::page::{NothingHere, Page, Waiting};
use crate::parts::picture::{PersonPicture, Which};
use crate::route::Route;
use crate::view::household::is_stopped;
use crate::words::{tr, tr_name, tr_with};
use contract::board::{Board, Journey, Person, PhotoState};
use contract::draft::{DraftKey, PhotoDraft};
use contract::host::{BoardView, PickedPhoto, Picking};
use contract::id::PersonId;
use contract::photo::SourceKind;
use contract::{Code, FieldProblem, Problem};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// The heading over the picked picture, which takes the focus once there is one.
const PICKED: &str = "picked-heading";

/// What can be chosen for a person, if anything.
pub(crate) enum Standing {
    /// Nobody that this account acts for.
    Nobody,
    /// The household is stopped.
    Stopped(Person, String),
    /// A photo is with an officer or accepted.
    Sent(Person, Journey),
    /// A photo can be chosen.
    Open(Person, Journey),
}

/// Where a person's photo stands.
pub(crate) fn standing(board: &Board, person: PersonId) -> Standing {
    let Some(person) = board.person(person).cloned() else {
        return Standing::Nobody;
    };
    let Some(journey) = person.journey.clone() else {
        return Standing::Nobody;
    };
    let state = board.household.state;
    match journey.photo {
        PhotoState::Submitted { .. } | PhotoState::Accepted { .. } => {
            Standing::Sent(person, journey)
        }
        _ if is_stopped(state) => {
            Standing::Stopped(person, tr(&format!("stopped-{}", state.as_str())))
        }
        PhotoState::None | PhotoState::Returned { .. } => Standing::Open(person, journey),
    }
}

#[component]
pub(crate) fn PhotoPage(person: PersonId) -> Element {
    let typed = use_typed::<PhotoDraft>(DraftKey::Photo { person });
    let app = App::here();
    let mut picked = use_signal(|| Loaded::<Option<PickedPhoto>>::Loading);
    use_future(move || async move {
        picked.set(match app.host().picked_photo(person).await {
            Ok(found) => Loaded::Ready(found),
            // Nothing can be shown of it, so another one is chosen.
            Err(_) => Loaded::Ready(None),
        });
    });
    rsx! {
        WithBoard { heading: tr("photo-heading"),
            show: move |view: BoardView| match standing(&view.board, person) {
                Standing::Nobody => rsx! { NothingHere {} },
                Standing::Stopped(person, text) => rsx! {
                    Page { heading: tr_name("photo-of", &person.name), back: Route::Home,
                        p { class: "lead", {text} }
                    }
                },
                Standing::Sent(person, journey) => rsx! { OnItsWay { person, journey } },
                Standing::Open(person, journey) => match (&*picked.read(), typed.is_loaded()) {
                    (Loaded::Ready(_), true) => rsx! {
                        PhotoForm { board: view.board, person, journey, typed, picked }
                    },
                    _ => rsx! { Waiting {} },
                },
            }
        }
    }
}

/// The page's question, which speaks to the reader about themself or names the person.
pub(crate) fn heading(id: &str, board: &Board, person: &Person) -> String {
    let who = if person.id == board.me { "me" } else { "them" };
    tr_with(id, &[("who", who.into()), ("name", person.name.short().into())])
}

#[component]
fn PhotoForm(
    board: Board,
    person: Person,
    journey: Journey,
    typed: Typed<PhotoDraft>,
    picked: Signal<Loaded<Option<PickedPhoto>>>,
) -> Element {
    let app = App::here();
    let form = use_form();
    let mut picks = use_signal(|| 0u32);
    let mut picking = use_signal(|| false);
    let id = person.id;
    let found = match &*picked.read() {
        Loaded::Ready(found) => found.clone(),
        _ => None,
    };
    let choose = move |_| {
        if *picking.peek() {
            return;
        }
        picking.set(true);
        spawn(async move {
            // Android may end the app while its picker is open: everything typed is kept first.
            app.settle().await;
            let answer = app.host().pick_photo(id).await;
            picking.set(false);
            match answer {
                Ok(Picking::Cancelled) => {}
                Ok(Picking::Picked { photo }) => {
                    form.clear();
                    picked.set(Loaded::Ready(Some(photo)));
                    picks.with_mut(|count| *count += 1);
                    app.say(tr("photo-picked"));
                    TimeoutFuture::new(0).await;
                    browser::focus(PICKED);
                }
                Err(problem) => form.refuse(problem),
            }
        });
    };
    let remove = move |_| {
        spawn(async move {
            match app.host().discard_photo(id).await {
                Ok(()) => {
                    form.clear();
                    typed.discard();
                    picked.set(Loaded::Ready(None));
                    app.say(tr("photo-removed"));
                }
                Err(problem) => form.refuse(problem),
            }
        });
    };
    let sendable = found.as_ref().is_some_and(|photo| photo.refusals.is_empty());
    let submit = move |event: FormEvent| {
        event.prevent_default();
        if !form.begin() {
            return;
        }
        if typed.now().kind.is_none() {
            let missing = FieldProblem::new("kind", Code::Required);
            form.refuse(Problem::from(vec![missing]));
            return;
        }
        form.end();
        app.go(Route::PhotoCheck(id));
    };
    let returned = matches!(journey.photo, PhotoState::Returned { .. });
    let heading =
        heading(if returned { "photo-choose-again" } else { "photo-choose" }, &board, &person);
    rsx! {
        Page { heading, back: Route::Home, form,
            if returned {
                Returned { person: person.clone(), state: journey.photo.clone() }
            }
            form { novalidate: true, onsubmit: submit,
                if let Some(photo) = found.clone() {
                    section { class: "picked",
                        h2 { id: PICKED, tabindex: "-1",
                            {tr_with("this-is", &[("name", person.name.short().into()), ("age", journey.age.into())])}
                        }
                        div { class: "beside",
                            PersonPicture { person: id, which: Which::Picked(*picks.read()),
                                description: tr_name("photo-description", &person.name),
                            }
                            div {
                                Facts { photo }
                                button { class: "plain", r#type: "button", onclick: remove, {tr("photo-remove")} }
                            }
                        }
                    }
                } else {
                    Allowed {}
                }
                p { class: "act",
                    button { class: if found.is_some() { "button second" } else { "button" }, r#type: "button",
                        aria_disabled: *picking.read(), onclick: choose,
                        Icon { glyph: Glyph::Picture }
                        if *picking.read() {
                            {tr("photo-picking")}
                        } else if found.is_some() {
                            {tr("photo-pick-another")}
                        } else {
                            {tr("photo-pick")}
                        }
                    }
                }
                if sendable {
                    Kind { form, typed }
                    if journey.declaration.is_none() {
                        DeclareFirst {}
                    }
                    Submit { form, label: tr("photo-to-check") }
                }
            }
            if found.is_some() {
                Allowed {}
            }
        }
    }
}

#[component]
fn Kind(form: Form, typed: Typed<PhotoDraft>) -> Element {
    let error = form.error("kind");
    let chosen = typed.get().kind;
    rsx! {
        fieldset { class: if error.is_some() { "field wrong" } else { "field" },
            legend { class: "question",
                span { class: "label-text", {tr("photo-kind")} }
                strong { class: "required", {tr("required")} }
            }
            FieldError { id: "field-kind", text: error.clone() }
            for (i , kind) in SourceKind::ALL.into_iter().enumerate() {
                {
                    let name = match kind {
                        SourceKind::DigitalPhoto => "digital",
                        SourceKind::Scan => "scan",
                        SourceKind::Selfie => "selfie",
                    };
                    rsx! {
                        Choice { key: "{name}", name: "kind",
                            id: if i == 0 { "field-kind".to_owned() } else { format!("field-kind-{i}") },
                            checked: chosen == Some(kind),
                            label: tr(&format!("photo-kind-{name}")),
                            detail: tr(&format!("photo-kind-{name}-hint")),
                            choose: move |()| typed.change(|draft| draft.kind = Some(kind)),
                        }
                    }
                }
            }
        }
    }
}
