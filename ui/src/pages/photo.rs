//! A person's photo: what is allowed, what the picture is, and choosing it with the system's picker.
//! Preparing never waits for the declaration; only sending does.

use crate::app::{App, Loaded};
use crate::browser;
use crate::form::{Form, Typed, use_form, use_typed};
use crate::pages::WithBoard;
#[cfg(feature = "household")]
use crate::pages::conflict::{both, not_chosen};
use crate::pages::photo_facts::{facts_of, removed, same_as, verdict};
use crate::pages::photo_findings::{Asked, PhotoFindings, findings_of, use_judged};
use crate::pages::photo_parts::{
    Returned, allowed, declare_first, on_its_way, photo_waits, use_picked,
};
use crate::pages::waits::use_what_was_refused;
use crate::parts::choices::{Answer, Group};
use crate::parts::contact::in_browser;
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::{Submit, go};
use crate::parts::page::{Page, nothing_here};
use crate::parts::panel::{Tone, remark};
use crate::parts::picture::{PersonPicture, Which};
use crate::parts::progress::PhotoWork;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::view::standing::{Shown, shown};
use crate::words::{tr, tr_name, tr_with};
use contract::board::{Board, Journey, Person, PhotoState};
use contract::draft::standing::Work;
use contract::draft::{DraftKey, PhotoDraft};
use contract::host::{BoardView, Picking};
use contract::id::PersonId;
use contract::photo::SourceKind;
use contract::picked::PickedPhoto;
use contract::{Code, FieldProblem};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// The heading over the picked picture, which takes the focus once there is one.
const PICKED: &str = "picked-heading";

/// What the pages of a person's photo show.
pub(crate) enum PhotoOf {
    /// Something in their place: where the photo is, or that nothing is here.
    Instead(Element),
    /// That none can be chosen, and that whoever was about to goes back.
    Stopped(Box<Person>, String),
    /// A photo can be chosen.
    Open(Box<Person>, Box<Journey>),
}

/// Where a person's photo stands, in terms of its pages.
pub(crate) fn photo_of(board: &Board, person: PersonId) -> PhotoOf {
    let app = App::here();
    let found = board.person(person).cloned();
    let Some((journey, person)) = found.and_then(|person| Some((person.journey.clone()?, person)))
    else {
        return PhotoOf::Instead(nothing_here());
    };
    let state = board.household.state;
    let standing = app.standing(board, DraftKey::Photo { person: person.id }, &[person.id]);
    match shown(state, Work::Photo, &standing) {
        Shown::Over => PhotoOf::Instead(on_its_way(&person, &journey)),
        Shown::Stopped => {
            PhotoOf::Stopped(Box::new(person), tr(&format!("stopped-{}", state.as_str())))
        }
        Shown::Waits => PhotoOf::Instead(photo_waits(&person)),
        Shown::Form => PhotoOf::Open(Box::new(person), Box::new(journey)),
    }
}

#[component]
pub(crate) fn PhotoPage(person: PersonId) -> Element {
    let typed = use_typed::<PhotoDraft>(DraftKey::Photo { person });
    let picked = use_picked(person);
    rsx! {
        WithBoard { heading: tr("photo-heading"),
            show: move |view: BoardView| match photo_of(&view.board, person) {
                PhotoOf::Instead(page) => page,
                PhotoOf::Stopped(person, text) => rsx! {
                    Page { heading: tr_name("photo-of", &person.name), back: Route::Home,
                        p { class: "lead", {text} }
                    }
                },
                PhotoOf::Open(person, journey) => match (&*picked.read(), typed.is_loaded()) {
                    #[cfg(feature = "household")]
                    (_, true) if in_conflict(person.id) => {
                        let heading = tr_name("photo-of", &person.name);
                        both(heading, Route::Home, &view.board, typed).unwrap_or_else(nothing_here)
                    }
                    (Loaded::Ready(_), true) => rsx! {
                        PhotoForm { board: view.board, person: *person, journey: *journey, typed, picked }
                    },
                    _ => rsx! { Waiting {} },
                },
            }
        }
    }
}

/// Whether what was said of a person's photo was changed in another window too.
#[cfg(feature = "household")]
pub(crate) fn in_conflict(person: PersonId) -> bool {
    App::here().conflict_of(DraftKey::Photo { person }).is_some()
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
    use_what_was_refused(form, DraftKey::Photo { person: person.id });
    let mut picks = use_signal(|| 0u32);
    // How many picks are under way: in a browser, a newer one may begin while an older one is read,
    // of which the host then says that nothing came.
    let mut under_way = use_signal(|| 0u32);
    let picking = *under_way.read() > 0;
    let mut work = use_signal(|| None);
    let id = person.id;
    let found = match &*picked.read() {
        Loaded::Ready(found) => found.clone(),
        _ => None,
    };
    let choose = move |_| {
        // A second dialog of the app's would cover the first. A browser closes its own by itself, and
        // some never say that it was closed.
        if *under_way.peek() > 0 && !app.keeps_with_portal() {
            return;
        }
        under_way.with_mut(|count| *count += 1);
        work.set(None);
        // A browser opens its dialog within the press only, so it is asked at once; the app asks its
        // shell when this is waited for. Android may end the app while its picker is open, so
        // everything typed is kept before that.
        let answer = app.household().pick_photo(id);
        spawn(async move {
            app.settle().await;
            let answer = answer.await;
            under_way.with_mut(|count| *count = count.saturating_sub(1));
            match answer {
                Ok(Picking::Cancelled) => {}
                Ok(Picking::Picked { photo }) => {
                    form.clear();
                    forget_part(typed, picked, &photo);
                    picked.set(Loaded::Ready(Some(*photo)));
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
            match app.household().discard_photo(id).await {
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
    let asked = found.as_ref().and_then(|photo| Asked::of(photo, typed.get().kind, *picks.read()));
    let judged = use_judged(id, asked);
    let sendable = found.as_ref().is_some_and(|photo| photo.obstacles.refusals.is_empty());
    let ready = found.as_ref().is_some_and(|photo| photo.prepared.is_some());
    let next = if ready { Route::PhotoCheck(id) } else { Route::PhotoFrame(id) };
    let submit = move |event: FormEvent| {
        event.prevent_default();
        form.send(|| {
            if typed.now().kind.is_none() {
                return Err(vec![FieldProblem::new("kind", Code::Required)]);
            }
            Ok(Box::pin(async move {
                app.go(next);
                Ok(())
            }))
        });
    };
    #[cfg(feature = "household")]
    let brought_back = not_chosen(typed);
    #[cfg(not(feature = "household"))]
    let brought_back = rsx! {};
    let came_back = matches!(journey.photo, PhotoState::Returned { .. });
    let heading =
        heading(if came_back { "photo-choose-again" } else { "photo-choose" }, &board, &person);
    rsx! {
        Page { heading, back: Route::Home, form,
            {brought_back}
            if came_back {
                Returned { person: person.clone(), state: journey.photo.clone() }
            }
            form { novalidate: true, onsubmit: submit,
                if let Some(photo) = found.clone() {
                    section { class: "picked",
                        h2 { id: PICKED, tabindex: "-1",
                            {tr_with("this-is", &[("name", person.name.short().into()), ("age", journey.age.into())])}
                        }
                        {verdict(&photo)}
                        {same_as(&photo, &board, &person)}
                        if sendable {
                            PhotoFindings { person, which: shown_of(&photo, *picks.read()),
                                judged, findings: findings_of(&judged.read(), &journey, &photo),
                                framed: ready, other_work: picking, beneath: true,
                                {about_file(&photo, id, EventHandler::new(remove))}
                            }
                        } else {
                            div { class: "beside",
                                PersonPicture { person: id, which: shown_of(&photo, *picks.read()),
                                    description: tr_name("photo-description", &person.name),
                                }
                                div {
                                    {about_file(&photo, id, EventHandler::new(remove))}
                                }
                            }
                        }
                    }
                    if in_browser() {
                        {remark(Tone::Plain, tr("photo-while-open"))}
                    }
                } else {
                    {allowed()}
                }
                p { class: "act",
                    button { id: "photo-pick", class: if found.is_some() { "button second" } else { "button" }, r#type: "button",
                        aria_disabled: picking, onclick: choose,
                        {icon(Glyph::Picture)}
                        if picking {
                            {tr(if work.read().is_some() { "photo-one-moment" } else { "photo-picking" })}
                        } else if found.is_some() {
                            {tr("photo-pick-another")}
                        } else {
                            {tr("photo-pick")}
                        }
                    }
                }
                if picking {
                    PhotoWork { person: id, seen: work }
                }
                if sendable {
                    {kind(form, typed)}
                    if journey.declaration.is_none() {
                        {declare_first()}
                    }
                    Submit { form, label: tr(if ready { "photo-to-check" } else { "photo-to-frame" }) }
                }
            }
            if found.is_some() {
                {allowed()}
            }
        }
    }
}

/// What the file is, what is removed from it, and the way to another part or to none.
fn about_file(photo: &PickedPhoto, person: PersonId, remove: EventHandler<MouseEvent>) -> Element {
    rsx! {
        {facts_of(photo)}
        if let Some(part) = &photo.prepared {
            p { {go(Route::PhotoFrame(person), if part.crop.is_some() { "photo-frame-change" } else { "photo-frame-option" })} }
        }
        if photo.obstacles.refusals.is_empty() {
            {removed(photo)}
        }
        button { class: "plain", r#type: "button", onclick: move |event| remove.call(event), {tr("photo-remove")} }
    }
}

/// The picture that stands for what was picked: what will be sent, once a part was chosen.
fn shown_of(photo: &PickedPhoto, picks: u32) -> Which {
    match &photo.prepared {
        Some(made) if made.crop.is_some() => Which::Prepared(picks),
        _ => Which::Picked(picks),
    }
}

/// Another picture took the place of the one on which a part was chosen. Where none was here, it may
/// be the very picture that a reload of the page lost.
fn forget_part(
    typed: Typed<PhotoDraft>,
    picked: Signal<Loaded<Option<PickedPhoto>>>,
    new: &PickedPhoto,
) {
    let replaced = match &*picked.peek() {
        Loaded::Ready(Some(old)) => (&old.file_name, old.bytes) != (&new.file_name, new.bytes),
        _ => false,
    };
    if replaced && typed.now().crop.is_some() {
        typed.change(|draft| draft.crop = None);
    }
}

/// The name of a kind of picture in messages.
pub(crate) const fn kind_name(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::DigitalPhoto => "digital",
        SourceKind::Scan => "scan",
        SourceKind::Selfie => "selfie",
    }
}

fn kind(form: Form, typed: Typed<PhotoDraft>) -> Element {
    let chosen = typed.get().kind;
    let answers = SourceKind::ALL.iter().map(|kind| {
        let name = kind_name(*kind);
        Answer::new(tr(&format!("photo-kind-{name}")), chosen == Some(*kind))
            .with(tr(&format!("photo-kind-{name}-hint")))
    });
    rsx! {
        Group { form, name: "kind", question: tr("photo-kind"), required: true, one: true,
            answers: answers.collect::<Vec<_>>(),
            change: move |(i, _): (usize, bool)| {
                typed.change(|draft| draft.kind = SourceKind::ALL.get(i).copied());
            },
        }
    }
}
