//! What is seen in a person's picture, beside the picture: asked for while it shows, told in words
//! with its numbers, drawn on it. It advises and never stops anybody: where the picture cannot be
//! judged, that is said and nothing else changes.

use crate::app::App;
use crate::parts::panel::{Tone, banner};
use crate::parts::picture::Which;
use crate::parts::pointed::{Pointed, Said, Ticks};
use crate::parts::progress::PhotoWork;
use crate::view::findings::{before_framing, lacking, told};
use crate::words::{names, tr, tr_name, tr_with};
use contract::Code;
use contract::board::{Journey, Person, PhotoState};
use contract::examination::{Earlier, Examination, Finding, Framing, Whose};
use contract::id::PersonId;
use contract::photo::{Reason, SourceKind};
use contract::picked::{Examined, PickedPhoto};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use std::rc::Rc;

/// Nobody waits longer than this for an examination, in milliseconds.
const PATIENCE_MS: u32 = 20_000;

/// How far the examination of a picture has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Judged {
    /// It is under way.
    Waiting,
    /// It has taken so long that nobody waits for it any more. It may still come.
    Overdue,
    /// What was seen.
    Done(Rc<Examination>),
    /// It came to no end.
    Failed,
}

/// Which picture is judged, and what else the verdict depends on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// All of it, or what will be sent.
    pub(crate) which: Examined,
    /// What its owner says it is.
    pub(crate) kind: Option<SourceKind>,
    /// Name, weight and pixels, which another picture does not share.
    file: (String, u64, String),
    /// How often one was picked here: the same file may be picked again.
    picks: u32,
}

impl Asked {
    /// What will be sent of a picked photo, else all of it. Nothing for what cannot be sent at all.
    pub(crate) fn of(photo: &PickedPhoto, kind: Option<SourceKind>, picks: u32) -> Option<Self> {
        let which = if photo.prepared.is_some() { Examined::Prepared } else { Examined::Source };
        let whole = Self::whole(photo, which);
        photo.obstacles.refusals.is_empty().then_some(Self { kind, picks, ..whole })
    }

    /// All of a picked photo.
    pub(crate) fn source(photo: &PickedPhoto, kind: Option<SourceKind>) -> Self {
        Self { kind, ..Self::whole(photo, Examined::Source) }
    }

    /// Which picture, whatever it is said to be.
    fn picture(&self) -> (&(String, u64, String), u32, Examined) {
        (&self.file, self.picks, self.which)
    }

    fn whole(photo: &PickedPhoto, which: Examined) -> Self {
        let pixels = match (&photo.prepared, which) {
            (Some(made), Examined::Prepared) => made.pixels_sha256.clone(),
            _ => String::new(),
        };
        Self { which, kind: None, file: (photo.file_name.clone(), photo.bytes, pixels), picks: 0 }
    }
}

/// Has a picture judged while it shows, and again when it is another one.
pub(crate) fn use_judged(person: PersonId, asked: Option<Asked>) -> Signal<Judged> {
    let app = App::here();
    let mut judged = use_signal(|| Judged::Waiting);
    let mut turn = use_hook(|| CopyValue::new(0u32));
    let mut last = use_hook(|| CopyValue::new(None::<Asked>));
    use_effect(use_reactive!(|(person, asked)| {
        turn += 1;
        let now = *turn.read();
        let another =
            last.read().as_ref().map(Asked::picture) != asked.as_ref().map(Asked::picture);
        last.set(asked.clone());
        // Said to be of another kind, the same picture keeps its findings until the new ones come.
        if another {
            judged.set(Judged::Waiting);
        }
        let Some(asked) = asked else { return };
        spawn(async move {
            TimeoutFuture::new(PATIENCE_MS).await;
            if *turn.read() == now && *judged.peek() == Judged::Waiting {
                judged.set(Judged::Overdue);
            }
        });
        spawn(async move {
            // The host judges by what it was told of the picture.
            app.settle().await;
            let mut answer = app.household().examine_photo(person, asked.which).await;
            // A part that is made of the picture lets nobody wait for it, even where that fails.
            let gone = answer.as_ref().is_err_and(|problem| problem.code == Code::NotFound);
            if gone && *turn.read() == now {
                answer = app.household().examine_photo(person, asked.which).await;
            }
            if *turn.read() != now {
                return;
            }
            match answer {
                Ok(found) => judged.set(Judged::Done(Rc::new(found))),
                // Another picture took its place, about which this page hears in a moment.
                Err(problem) if problem.code == Code::NotFound => {}
                Err(_) => judged.set(Judged::Failed),
            }
        });
    }));
    judged
}

/// What is told of an examination, compared with what was sent before: everything, or what the
/// choice of a part does not decide.
pub(crate) fn findings_of(judged: &Judged, journey: &Journey, photo: &PickedPhoto) -> Vec<Finding> {
    let Judged::Done(found) = judged else { return Vec::new() };
    let compared = compared(found, &journey.photo);
    let all = told(&compared.findings, !photo.same_as.is_empty());
    if photo.prepared.is_some() { all } else { before_framing(&all) }
}

/// The examination, compared with what is known of this person's returned photos.
fn compared(found: &Examination, state: &PhotoState) -> Examination {
    let PhotoState::Returned { earlier, .. } = state else { return found.clone() };
    let earlier: Vec<Earlier> = earlier
        .iter()
        .map(|photo| Earlier {
            pixels_sha256: photo.pixels_sha256.clone(),
            likeness: photo.likeness.clone(),
            whose: Whose::Returned,
        })
        .collect();
    found.clone().with_earlier(&earlier)
}

/// A picked picture with its findings.
#[component]
pub(crate) fn PhotoFindings(
    person: Person,
    which: Which,
    judged: Signal<Judged>,
    /// What is told of it.
    findings: Vec<Finding>,
    /// Whether a part was chosen, or none needs to be.
    framed: bool,
    /// No other work is under way on this page, so that the progress is the examination's.
    #[props(default)]
    other_work: bool,
    /// Whether its heading stands beneath another one than the page's.
    #[props(default)]
    beneath: bool,
    #[props(default)] ticks: Option<Ticks>,
    #[props(default)] before: Option<Element>,
    children: Element,
) -> Element {
    let work = use_signal(|| None);
    let now = judged.read().clone();
    let size = match &now {
        Judged::Done(found) => (found.width, found.height),
        _ => (0, 0),
    };
    let said: Vec<Said> = findings.iter().map(Said::of).collect();
    let room = match &now {
        Judged::Done(found) if !framed => room_for_head(found),
        _ => None,
    };
    let no_face = findings.iter().any(|finding| finding.code == Reason::NoFace);
    let is_done = matches!(now, Judged::Done(_));
    let things = said.len() + usize::from(room.is_some());
    let status = match &now {
        Judged::Waiting => None,
        Judged::Overdue | Judged::Failed => Some(tr("found-failed")),
        Judged::Done(_) if things == 0 => {
            Some(tr(if framed { "found-nothing" } else { "found-nothing-yet" }))
        }
        Judged::Done(_) => Some(tr_with("found-count", &[("count", things.into())])),
    };
    let above = rsx! {
        {before}
        div { class: "found-head",
            if beneath {
                h3 { {tr("found-heading")} }
            } else {
                h2 { {tr("found-heading")} }
            }
            p { class: "found-status", role: "status", {status} }
            if now == Judged::Waiting && !other_work {
                PhotoWork { person: person.id, seen: work }
            }
            {room}
        }
    };
    rsx! {
        Pointed { prefix: "judged", person: person.id, which, size, ticks,
            description: tr_name("photo-description", &person.name), before: above, said,
            if is_done {
                if things == 0 {
                    p { {tr("found-officer")} }
                    p { class: "quiet", {tr("found-unseen")} }
                } else {
                    p { class: "quiet", {tr(if no_face { "found-no-face" } else { "found-errs" })} }
                }
                // Where nothing was found, that is said with it.
                if !framed && things > 0 {
                    p { class: "quiet", {tr("found-before-frame")} }
                }
            }
            {children}
        }
    }
}

/// What the picture has too little of for the head at its right size.
pub(crate) fn room_for_head(found: &Examination) -> Option<Element> {
    match found.framing? {
        Framing::Fits { .. } => None,
        Framing::Lacks { crop, missing } => {
            let sides: Vec<String> = lacking(crop, missing)
                .into_iter()
                .map(|(side, percent)| {
                    tr_with(&format!("room-{}", side.name()), &[("percent", percent.into())])
                })
                .collect();
            let text = tr_with("room-needed", &[("sides", names(&sides).into())]);
            Some(banner(Tone::Attention, text, Some(tr("room-still"))))
        }
        Framing::TooFew { .. } => {
            Some(banner(Tone::Attention, tr("room-too-few"), Some(tr("room-still"))))
        }
    }
}
