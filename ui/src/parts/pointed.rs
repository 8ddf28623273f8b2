//! A picture with what was found in it drawn over it, and each finding beside it in words: what is
//! wrong, how much it matters, what to do, the number beside its limit, and where it is seen. Also
//! for what an officer found. Does not know where findings come from.

use crate::form::{Form, Typed, field_id};
use crate::parts::choices::{Answer, tick};
use crate::parts::fields::{field_class, field_error};
use crate::parts::icon::{Glyph, icon};
use crate::parts::overlay::overlay;
use crate::parts::picture::{PersonPicture, Which};
use crate::parts::scale::scale_bar;
use crate::view::findings::{Measured, measured, tick_name, ticked, with_tick};
use crate::view::overlay::{Drawn, drawn};
use crate::words::{tr, tr_with};
use contract::draft::PhotoDraft;
use contract::examination::{Finding, Mark, Severity};
use contract::id::PersonId;
use contract::photo::Reason;
use dioxus::prelude::*;

/// Where warnings are ticked.
#[derive(Clone, PartialEq)]
pub(crate) struct Ticks {
    /// Tells which tick is lacking.
    pub(crate) form: Form,
    /// Keeps them.
    pub(crate) typed: Typed<PhotoDraft>,
    /// The pixels of the file that they are about.
    pub(crate) pixels: String,
}

/// A finding, or an officer's reason, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    /// What is wrong.
    pub(crate) code: Reason,
    /// How much it matters; nothing where an officer has said it.
    pub(crate) severity: Option<Severity>,
    /// Its number, where one says something.
    pub(crate) measured: Option<Measured>,
    /// Where it is seen.
    pub(crate) marks: Vec<Mark>,
}

impl Said {
    /// What an examination found.
    pub(crate) fn of(finding: &Finding) -> Self {
        Self {
            code: finding.code,
            severity: Some(finding.severity),
            measured: measured(finding),
            marks: finding.region.clone(),
        }
    }
}

/// The findings that have a place in the picture, numbered.
fn numbered(said: &[Said], size: (u32, u32)) -> Vec<Drawn> {
    let marks: Vec<(Reason, &[Mark])> =
        said.iter().map(|one| (one.code, one.marks.as_slice())).collect();
    drawn(&marks, size.0, size.1)
}

/// A picture with what was found in it drawn over it, and words beside it.
#[component]
pub(crate) fn Pointed(
    /// What its ids begin with: a page may show two pictures with the same findings.
    prefix: &'static str,
    person: PersonId,
    which: Which,
    description: String,
    said: Vec<Said>,
    /// Of the picture that was examined, in pixels.
    size: (u32, u32),
    #[props(default)] ticks: Option<Ticks>,
    /// What stands above the list.
    #[props(default)]
    before: Option<Element>,
    /// What stands below it.
    children: Element,
) -> Element {
    let mut chosen = use_signal(|| None::<Reason>);
    let drawn = numbered(&said, size);
    let over = (!drawn.is_empty()).then(|| overlay(&drawn, size, *chosen.read()));
    let show = move |code: Reason| {
        let next = (*chosen.peek() != Some(code)).then_some(code);
        chosen.set(next);
        if next.is_some() {
            bring_into_sight(&picture_id(prefix));
        }
    };
    rsx! {
        div { class: "beside judged",
            div { id: picture_id(prefix), class: "judged-picture",
                PersonPicture { person, which, description, over }
            }
            div {
                {before}
                if !said.is_empty() {
                    ul { class: "found",
                        for one in said {
                            {
                                let number = drawn.iter().find(|drawn| drawn.code == one.code);
                                let number = number.map(|drawn| drawn.number);
                                let is_shown = *chosen.read() == Some(one.code);
                                one_finding(prefix, &one, number, is_shown, ticks.clone(), show)
                            }
                        }
                    }
                }
                {children}
            }
        }
    }
}

/// The id of the picture with the lines over it.
fn picture_id(prefix: &str) -> String {
    format!("{prefix}-picture")
}

/// The picture comes into sight where it is not: on phones it stands above the words.
fn bring_into_sight(id: &str) {
    let shown = web_sys::window()
        .and_then(|window| window.document()?.get_element_by_id(id))
        .filter(|picture| picture.get_bounding_client_rect().top() < 0.0);
    if let Some(picture) = shown {
        picture.scroll_into_view();
    }
}

fn one_finding(
    prefix: &str,
    said: &Said,
    number: Option<usize>,
    is_shown: bool,
    ticks: Option<Ticks>,
    mut show: impl FnMut(Reason) + 'static,
) -> Element {
    let Said { code, severity, measured, .. } = *said;
    let name = code.as_str();
    let (found, show_id) = (format!("{prefix}-found-{name}"), format!("{prefix}-show-{name}"));
    let (class, glyph) = match severity {
        Some(Severity::Strong) => ("finding strong", Glyph::Problem),
        Some(Severity::Mild) => ("finding mild", Glyph::Info),
        None => ("finding said", Glyph::Problem),
    };
    rsx! {
        li { key: "{name}", class,
            div { role: "group", aria_labelledby: "{found}",
                p { id: "{found}", class: "found-name",
                    {icon(glyph)}
                    strong { {tr(&format!("reason-{name}"))} }
                    if let Some(number) = number {
                        span { class: "found-number", aria_hidden: "true", "{number}" }
                    }
                }
                if let Some(severity) = severity {
                    p { class: "found-weight", {tr(&format!("found-{}", severity.as_str()))} }
                }
                p { {tr(&format!("reason-{name}-fix"))} }
                if let Some(measured) = measured {
                    {numbers(code, measured)}
                }
                if number.is_some() {
                    button { id: "{show_id}", class: "plain show", r#type: "button", aria_pressed: is_shown,
                        aria_labelledby: "{show_id} {found}",
                        onclick: move |_| show(code),
                        {tr("found-show")}
                    }
                }
                if let Some(ticks) = ticks {
                    {use_anyway(ticks, code, found.clone())}
                }
            }
        }
    }
}

/// The measured value beside its limit, in words and on a line.
fn numbers(code: Reason, measured: Measured) -> Element {
    let unit = measured.unit.as_str();
    let amount = |value: f64| tr_with(&format!("amount-{unit}"), &[("amount", value.into())]);
    let (from, to) = measured.held.ends();
    let about = tr_with("found-about", &[("reason", code.as_str().replace('_', "-").into())]);
    let limit = tr_with(
        &format!("found-{}", measured.held.name()),
        &[("from", from.into()), ("to", amount(to).into())],
    );
    rsx! {
        div { class: "found-numbers",
            p { {about} " " strong { {amount(measured.value)} } }
            {scale_bar(measured.scale)}
            p { class: "quiet", {limit} }
        }
    }
}

/// The tick with which a photo is used with a warning, whose words have the id `found`.
fn use_anyway(ticks: Ticks, code: Reason, found: String) -> Element {
    let Ticks { form, typed, pixels } = ticks;
    let name = tick_name(code);
    let id = field_id(&name);
    let error = form.error(&name);
    let class = field_class(error.is_some());
    let checked = ticked(&typed.get(), &pixels).contains(&code);
    let answer = Answer::new(tr("found-anyway"), checked).about(found);
    rsx! {
        div { class,
            {field_error(&id, error)}
            {tick(&id, None, answer, move |on| {
                let pixels = pixels.clone();
                typed.change(|draft| draft.accepted = with_tick(draft, &pixels, code, on));
            })}
        }
    }
}
