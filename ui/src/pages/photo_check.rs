//! Checking whose picture it is before it is sent, and its confirmation.

use crate::app::{App, Confirmed, Loaded};
use crate::form::{Typed, use_form, use_typed};
use crate::pages::WithBoard;
#[cfg(feature = "household")]
use crate::pages::conflict::{both, not_chosen};
#[cfg(feature = "household")]
use crate::pages::photo::in_conflict;
use crate::pages::photo::{PhotoOf, heading, kind_name, photo_of};
use crate::pages::photo_facts::{made_of, removable, same_as};
use crate::pages::photo_findings::{Asked, Judged, PhotoFindings, findings_of, use_judged};
use crate::pages::photo_parts::{declare_first, use_picked};
use crate::parts::answers::{Given, answers};
use crate::parts::confirmation::Confirmation;
use crate::parts::crop_editor::FRAME;
use crate::parts::link::go;
#[cfg(feature = "household")]
use crate::parts::page::nothing_here;
use crate::parts::page::{Page, not_now};
use crate::parts::panel::{Tone, panel, remark};
use crate::parts::picture::Which;
use crate::parts::pointed::Ticks;
use crate::parts::progress::PhotoWork;
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::view::findings::{tick_name, unticked, was_returned};
use crate::words::{REASON, code_text, tr, tr_name, tr_with};
use contract::board::{Board, Journey, Person, PhotoState};
use contract::draft::facts::{Content, PickedFor, of_photo};
use contract::draft::{DraftKey, PhotoDraft};
use contract::examination::Finding;
use contract::host::BoardView;
use contract::id::PersonId;
use contract::outbox::Handed;
use contract::photo::SourceKind;
use contract::picked::{PhotoProgress, PhotoStage, PickedPhoto, PreparedPhoto};
use contract::policy::Policy;
use contract::receipt::Receipt;
use contract::{Code, FieldProblem, Problem};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// An examination under way is looked after this often, in milliseconds.
const LOOK_MS: u32 = 100;

#[component]
pub(crate) fn PhotoCheck(person: PersonId) -> Element {
    let typed = use_typed::<PhotoDraft>(DraftKey::Photo { person });
    let picked = use_picked(person);
    rsx! {
        WithBoard { heading: tr("photo-heading"),
            show: move |view: BoardView| match (photo_of(&view.board, person), &*picked.read()) {
                (PhotoOf::Instead(page), _) => page,
                (PhotoOf::Open(..), Loaded::Loading) => rsx! { Waiting {} },
                (PhotoOf::Open(..), _) if !typed.is_loaded() => rsx! { Waiting {} },
                #[cfg(feature = "household")]
                (PhotoOf::Open(person, _), _) if in_conflict(person.id) => {
                    let heading = tr_name("photo-of", &person.name);
                    let back = Route::Photo(person.id);
                    both(heading, back, &view.board, typed).unwrap_or_else(nothing_here)
                }
                (PhotoOf::Open(person, journey), Loaded::Ready(Some(photo)))
                    if of_photo(&typed.get(), Some(picked_for(&person, photo))) == Content::Holds =>
                {
                    rsx! { Check { board: view.board, person: *person, journey: *journey, photo: photo.clone(), typed } }
                }
                // What was kept cannot be sent (any more): back to choosing.
                (PhotoOf::Open(person, _) | PhotoOf::Stopped(person, _), _) => not_now(
                    tr_name("photo-of", &person.name),
                    tr("photo-incomplete"),
                    Route::Photo(person.id),
                    "photo-go-back",
                ),
            }
        }
    }
}

fn picked_for(person: &Person, photo: &PickedPhoto) -> PickedFor {
    PickedFor { person: person.id, prepared: photo.prepared.is_some() }
}

#[component]
fn Check(
    board: Board,
    person: Person,
    journey: Journey,
    photo: PickedPhoto,
    typed: Typed<PhotoDraft>,
) -> Element {
    let mut app = App::here();
    let form = use_form();
    let mut work = use_signal(|| None::<PhotoProgress>);
    let mut waits = use_signal(|| false);
    let id = person.id;
    let name = person.name.full();
    let judged = use_judged(id, Asked::of(&photo, typed.get().kind, 0));
    let warnings = Warnings { journey: journey.clone(), photo: photo.clone(), judged, typed };
    let send = {
        let warnings = warnings.clone();
        move |_| {
            let (name, warnings) = (name.clone(), warnings.clone());
            if !form.is_busy() {
                work.set(None);
                waits.set(false);
            }
            form.send(move || {
                warnings.read()?;
                Ok(Box::pin(async move {
                    while warnings.are_awaited() {
                        waits.set(true);
                        TimeoutFuture::new(LOOK_MS).await;
                    }
                    // The page was left before anything was sent.
                    if judged.try_peek().is_err() {
                        return Ok(());
                    }
                    waits.set(false);
                    warnings.read().map_err(Problem::from)?;
                    let receipt = match app.household().submit_photo(id).await? {
                        Handed::Sent { receipt } => receipt,
                        Handed::Waits { waiting } => {
                            form.end();
                            app.waits(*waiting);
                            return Ok(());
                        }
                    };
                    let (reference, at) = (receipt.reference.clone(), receipt.at);
                    let page = DraftKey::Photo { person: id };
                    app.note_got(page, vec![id], Receipt { reference, at });
                    app.confirmed.set(Some(Confirmed {
                        reference: receipt.reference,
                        at: receipt.at,
                        people: vec![name],
                    }));
                    app.discard(DraftKey::Photo { person: id });
                    app.refresh_soon();
                    app.go(Route::PhotoDone(id));
                    Ok(())
                }))
            });
        }
    };
    let stopped = !form.is_busy() && form.has_errors() && stopped_halfway(*work.read());
    #[cfg(feature = "household")]
    let brought_back = not_chosen(typed);
    #[cfg(not(feature = "household"))]
    let brought_back = rsx! {};
    let looked_at = rsx! {
        {brought_back}
        if stopped {
            {remark(Tone::Plain, tr("photo-go-on"))}
        }
        {same_as(&photo, &board, &person)}
        PhotoFindings { person: person.clone(), which: Which::Prepared(0), judged,
            findings: warnings.findings(), framed: true, other_work: form.is_busy(),
            ticks: Ticks { form, typed, pixels: warnings.pixels() },
            before: answered(&person, &journey, &photo, typed.get().kind),
            p { {go(Route::Photo(id), "photo-choose-other")} }
        }
    };
    let heading = heading("photo-check-heading", &board, &person);
    if warnings.came_back() {
        return rsx! {
            Page { heading, back: Route::Photo(id), {looked_at} {cannot_be_sent_again(id)} }
        };
    }
    if journey.declaration.is_none() {
        return rsx! {
            Page { heading, back: Route::Photo(id), {looked_at} {declare_first()} }
        };
    }
    rsx! {
        Question { heading, back: Route::Photo(id), form, label: tr("photo-send"), send,
            busy_label: if *waits.read() { tr("photo-check-waits") } else { String::new() },
            work: rsx! { PhotoWork { person: id, seen: work } },
            {looked_at}
            p { {tr("photo-final")} }
        }
    }
}

/// The warnings about the file that is going to be sent, and what was said to them.
#[derive(Clone)]
struct Warnings {
    journey: Journey,
    photo: PickedPhoto,
    judged: Signal<Judged>,
    typed: Typed<PhotoDraft>,
}

impl Warnings {
    fn pixels(&self) -> String {
        self.photo.prepared.as_ref().map(|made| made.pixels_sha256.clone()).unwrap_or_default()
    }

    /// Those that are told, followed by the component that reads them.
    fn findings(&self) -> Vec<Finding> {
        findings_of(&self.judged.read(), &self.journey, &self.photo)
    }

    /// Whether the sending waits for them. Nothing is awaited that failed, takes too long, or that
    /// nobody looks at any more.
    fn are_awaited(&self) -> bool {
        self.judged.try_peek().is_ok_and(|judged| *judged == Judged::Waiting)
    }

    /// Refuses while any of them has no tick, and tells which.
    fn read(&self) -> Result<(), Vec<FieldProblem>> {
        let findings = findings_of(&self.judged.peek(), &self.journey, &self.photo);
        let lacking: Vec<FieldProblem> = unticked(&findings, &self.typed.now(), &self.pixels())
            .into_iter()
            .map(|reason| {
                FieldProblem::new(tick_name(reason), Code::Required).with(REASON, reason.as_str())
            })
            .collect();
        if lacking.is_empty() { Ok(()) } else { Err(lacking) }
    }

    /// Whether an officer returned this very picture.
    fn came_back(&self) -> bool {
        match &self.journey.photo {
            PhotoState::Returned { earlier, .. } => was_returned(earlier, &self.pixels()),
            _ => false,
        }
    }
}

/// In place of the button: this very picture was returned.
fn cannot_be_sent_again(person: PersonId) -> Element {
    panel(
        Tone::Wrong,
        rsx! {
            p { strong { {code_text(Code::PhotoAlreadyReturned)} } }
            p { {tr("photo-returned-same")} }
            p { {go(Route::Photo(person), "photo-choose-other")} }
        },
    )
}

/// Whether something of the file has arrived and something has not.
fn stopped_halfway(work: Option<PhotoProgress>) -> bool {
    work.is_some_and(|seen| seen.stage == PhotoStage::Sending && seen.done > 0)
}

/// Whose picture it is, and what the file is that goes out.
fn answered(
    person: &Person,
    journey: &Journey,
    photo: &PickedPhoto,
    kind: Option<SourceKind>,
) -> Element {
    let id = person.id;
    let given =
        |question, line, change| Given { question: tr(question), lines: vec![line], change };
    let kind = kind.map(|kind| tr(&format!("photo-kind-{}", kind_name(kind)))).unwrap_or_default();
    let removes: Vec<String> = if photo.removes.is_empty() {
        vec![tr("removed-nothing")]
    } else {
        photo.removes.iter().copied().map(removable).collect()
    };
    let mut lines = vec![
        given("photo-check-name", person.name.full(), None),
        given("photo-check-age", tr_with("age", &[("age", journey.age.into())]), None),
        given("photo-kind", kind, Some((Route::Photo(id), "field-kind"))),
    ];
    if let Some(made) = &photo.prepared {
        lines.push(given("photo-check-part", part(made), Some((Route::PhotoFrame(id), FRAME))));
        lines.push(given("photo-check-file", made_of(made), None));
    }
    lines.push(Given { question: tr("removed-heading"), lines: removes, change: None });
    answers(lines)
}

/// Which part of the picture goes out.
fn part(made: &PreparedPhoto) -> String {
    match made.crop {
        None => tr("photo-part-whole"),
        Some(crop) => tr_with(
            "photo-part-of",
            &[("width", crop.width.into()), ("height", crop.height.into())],
        ),
    }
}

/// The photo was sent.
#[component]
pub(crate) fn PhotoDone(person: PersonId) -> Element {
    let days = Policy::PROGRAMME.review_days;
    rsx! {
        Confirmation { heading: tr("photo-done-heading"),
            next: vec![
                tr_with("photo-done-review", &[("days", days.into())]),
                tr("photo-done-mail"),
                tr("photo-done-returned"),
            ],
            p { class: "no-print", {go(Route::Person(person), "photo-done-follow")} }
        }
    }
}
