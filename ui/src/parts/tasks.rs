//! The task list: the steps of one person, each with where it stands.

use crate::parts::icon::{Glyph, icon};
use crate::parts::link::Go;
use crate::parts::tag::status_tag;
use crate::route::Route;
use crate::words::tr;
use contract::steps::{Status, Step};
use dioxus::prelude::*;

/// A step in the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Task {
    /// Which.
    pub(crate) step: Step,
    /// Where it stands.
    pub(crate) status: Status,
    /// What its tag says, where that is more than where it stands.
    pub(crate) tag: Option<&'static str>,
    /// What there is to say about it.
    pub(crate) detail: Option<String>,
    /// Its page, where something can be done or read.
    pub(crate) to: Option<Route>,
}

/// The steps.
pub(crate) fn task_list(tasks: Vec<Task>) -> Element {
    rsx! {
        ol { class: "tasks",
            for Task { step , status , tag , detail , to } in tasks {
                li { key: "{step:?}", class: "task {status.name()}",
                    {icon(Glyph::from(status))}
                    div {
                        p { class: "task-name",
                            if let Some(to) = to {
                                Go { to, {tr(&format!("step-{}", step.name()))} }
                            } else {
                                {tr(&format!("step-{}", step.name()))}
                            }
                        }
                        if let Some(text) = detail {
                            p { class: "quiet", {text} }
                        }
                    }
                    if let Some(words) = tag {
                        span { class: "tag {status.name()}", {tr(words)} }
                    } else {
                        {status_tag(step, status)}
                    }
                }
            }
        }
    }
}
