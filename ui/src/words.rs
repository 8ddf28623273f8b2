//! The reader's words inside components: short names for the texts of the app's language. Reading
//! them subscribes the component, so that a change of language shows at once.

use crate::app::App;
use contract::board::Name;
use contract::problem::Arg;
use contract::{Code, FieldProblem, Problem};
use dioxus::prelude::ReadableExt;
use locale::Value;

/// The argument of a problem that names a warning, by its code.
pub(crate) const REASON: &str = "reason";

/// A message.
pub(crate) fn tr(id: &str) -> String {
    App::here().texts.read().get(id)
}

/// A message of texts at hand, for what is said outside a component.
pub(crate) fn in_texts(texts: &locale::Texts, id: &str) -> String {
    texts.get(id)
}

/// A message, filled.
pub(crate) fn tr_with(id: &str, args: &[(&str, Value)]) -> String {
    App::here().texts.read().format(id, args)
}

/// A message about one person, filled with what to call them.
pub(crate) fn tr_name(id: &str, name: &Name) -> String {
    tr_with(id, &[("name", name.short().into())])
}

/// A refusal in words.
pub(crate) fn problem_text(problem: &Problem) -> String {
    App::here().texts.read().problem(problem)
}

/// A code in words, for those without arguments.
pub(crate) fn code_text(code: Code) -> String {
    problem_text(&Problem::new(code))
}

/// What is wrong with an answer, in words.
pub(crate) fn field_text(problem: &FieldProblem) -> String {
    let app = App::here();
    let texts = app.texts.read();
    match problem.args.get(REASON) {
        Some(Arg::Text(reason)) => {
            let named = texts.get(&format!("reason-{reason}"));
            texts.field_problem(&problem.clone().with(REASON, named.as_str()))
        }
        _ => texts.field_problem(problem),
    }
}

/// A day.
pub(crate) fn day(date: jiff::civil::Date) -> String {
    App::here().texts.read().date(date)
}

/// A moment, by this device's clock.
pub(crate) fn moment(at: jiff::Timestamp) -> String {
    App::here().texts.read().date_time(crate::browser::local(at))
}

/// A moment within the next hours, by this device's clock: the time of day alone where it is today.
pub(crate) fn soon(at: jiff::Timestamp) -> String {
    let (then, now) = (crate::browser::local(at), crate::browser::local(crate::browser::now()));
    let app = App::here();
    let texts = app.texts.read();
    if then.date() == now.date() { texts.time(then) } else { texts.date_time(then) }
}

/// Names in a row.
pub(crate) fn names(items: &[String]) -> String {
    App::here().texts.read().list(items)
}
