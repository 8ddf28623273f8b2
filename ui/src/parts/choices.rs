//! Groups of ticks and of choices: a question as their legend, a hint, a message, and each answer as
//! one large thing to press.

use crate::form::{Form, field_id};
use crate::parts::fields::{described_by, field_class, field_error, label_text};
use crate::words::tr;
use contract::board::Board;
use contract::id::PersonId;
use dioxus::prelude::*;

/// One answer of a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Answer {
    /// Its words.
    pub(crate) label: String,
    /// A sentence more.
    pub(crate) detail: Option<String>,
    /// Whether it is ticked or chosen.
    pub(crate) checked: bool,
    /// The language of its words, where it is not the page's.
    pub(crate) lang: Option<&'static str>,
    /// How its words look.
    pub(crate) class: &'static str,
    /// The id of what it is about, for its spoken name, where its words alone do not tell.
    pub(crate) about: Option<String>,
}

impl Answer {
    /// An answer with nothing but words.
    pub(crate) fn new(label: String, checked: bool) -> Self {
        Self { label, checked, ..Self::default() }
    }

    /// With a sentence more.
    pub(crate) fn with(self, detail: String) -> Self {
        Self { detail: Some(detail), ..self }
    }

    /// Whose spoken name goes on with the words that have this id.
    pub(crate) fn about(self, id: String) -> Self {
        Self { about: Some(id), ..self }
    }
}

/// A question whose answers are ticked (any of them) or chosen (one of them). Tells which answer was
/// changed, and to what.
#[component]
pub(crate) fn Group(
    #[props(default)] form: Option<Form>,
    /// Its dotted path in the request, or a name of its own.
    name: String,
    question: String,
    #[props(default)] hint: Option<String>,
    #[props(default)] required: bool,
    /// One of them only.
    #[props(default)]
    one: bool,
    /// What the question is about, shown above the answers.
    #[props(default)]
    shown: Option<Element>,
    /// Side by side where there is room.
    #[props(default)]
    abreast: bool,
    answers: Vec<Answer>,
    change: EventHandler<(usize, bool)>,
) -> Element {
    let id = field_id(&name);
    let error = form.and_then(|form| form.error(&name));
    let wrong = error.is_some();
    let described = described_by(&id, hint.is_some(), wrong);
    rsx! {
        fieldset { class: field_class(wrong), aria_describedby: described,
            legend { class: "question", {label_text(question, required)} }
            if let Some(hint) = hint {
                p { id: "{id}-hint", class: "hint", {hint} }
            }
            {field_error(&id, error)}
            {shown}
            div { class: if abreast { "abreast" },
                for (i , answer) in answers.into_iter().enumerate() {
                    {
                        // The first one is where the error summary leads.
                        let own = if i == 0 { id.clone() } else { format!("{id}-{i}") };
                        tick(&own, one.then_some(name.as_str()), answer, move |on| change.call((i, on)))
                    }
                }
            }
        }
    }
}

/// One answer: a tick, or one of several under the name of their group.
pub(crate) fn tick(
    id: &str,
    group: Option<&str>,
    answer: Answer,
    change: impl Fn(bool) + 'static,
) -> Element {
    let Answer { label, detail, checked, lang, class, about } = answer;
    let label_id = about.is_some().then(|| format!("{id}-label"));
    let named = about.map(|about| format!("{id}-label {about}"));
    rsx! {
        div { key: "{id}", class: "tick",
            input { id: "{id}", r#type: if group.is_some() { "radio" } else { "checkbox" },
                name: group, checked, aria_labelledby: named,
                onchange: move |event| change(event.checked()),
            }
            label { id: label_id, r#for: "{id}", lang,
                span { class, {label} }
                if let Some(detail) = detail {
                    span { class: "detail", {detail} }
                }
            }
        }
    }
}

/// Whom something is for: one tick per person. `detail` says more about each.
pub(crate) fn people_ticks(
    form: Form,
    board: &Board,
    (question, hint): (String, String),
    people: &[PersonId],
    ticked: &[PersonId],
    detail: impl Fn(PersonId) -> Option<String>,
    change: impl Fn(PersonId, bool) + 'static,
) -> Element {
    let known: Vec<_> = people.iter().filter_map(|id| board.person(*id)).collect();
    let ids: Vec<PersonId> = known.iter().map(|person| person.id).collect();
    let answers: Vec<Answer> = known
        .into_iter()
        .map(|person| Answer {
            detail: detail(person.id),
            ..Answer::new(person.name.full(), ticked.contains(&person.id))
        })
        .collect();
    rsx! {
        Group { form, name: "people", question, hint, required: true, answers,
            change: move |(i, on): (usize, bool)| {
                if let Some(person) = ids.get(i) {
                    change(*person, on);
                }
            },
        }
    }
}

/// The three answers to a question that one may not be able to answer.
pub(crate) fn yes_no_unsure() -> [String; 3] {
    [tr("answer-yes"), tr("answer-no"), tr("answer-cannot-tell")]
}
