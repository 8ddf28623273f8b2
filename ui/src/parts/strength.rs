//! What is said of a new password while it is typed: how many characters are missing, then how hard it
//! is to guess and what would help. In words, after a pause, and never in the way: where the estimate
//! cannot be had, the length is told and the portal decides. Never keeps what is typed.

use crate::app::App;
use crate::form::Form;
use crate::parts::icon::{Glyph, icon};
use crate::view::strength::{Verdict, refused, verdict};
use crate::words::{field_text, tr, tr_with};
use contract::FieldProblem;
use contract::policy::Policy;
use dioxus::core::Task;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// Typing that rests for so many milliseconds is judged.
const PAUSE_MS: u32 = 150;
/// And is told to screen readers after so many more, which would read out every character else.
const SPOKEN_MS: u32 = 850;

/// The meter of the field `name`, in which a new password is typed. `own` are the person's own words,
/// one a line: the username first, as far as it is known.
pub(crate) fn use_strength(
    form: Form,
    name: &str,
    password: Signal<String>,
    own: String,
) -> Element {
    use_strength_from(form, name, password, own, Policy::PROGRAMME.password_min_chars)
}

/// The same where so many characters are enough.
pub(crate) fn use_strength_from(
    form: Form,
    name: &str,
    password: Signal<String>,
    own: String,
    least: usize,
) -> Element {
    let app = App::here();
    // What was typed when it rested, and what the host says of it: nothing where it says nothing.
    let mut typed = use_signal(String::new);
    let mut told = use_signal(String::new);
    let mut spoken = use_signal(|| false);
    let mut waiting = use_hook(|| CopyValue::new(None::<Task>));
    let refusal = use_refusal(form.problem(name), &password.read());
    let said = refusal.unwrap_or_else(|| {
        let username = own.lines().next().unwrap_or_default();
        let policy = Policy { password_min_chars: least, ..Policy::PROGRAMME };
        verdict(&typed.read(), username, &told.read(), &policy)
    });
    use_effect(move || {
        let value = password.read().clone();
        if let Some(task) = waiting.take() {
            task.cancel();
        }
        spoken.set(false);
        if value.is_empty() {
            typed.set(value);
            told.set(String::new());
            return;
        }
        let own = own.clone();
        waiting.set(Some(spawn(async move {
            TimeoutFuture::new(PAUSE_MS).await;
            // Asked of a short one as well: what judges is fetched meanwhile.
            let answer = app.host().password_strength(&value, &own);
            if value.chars().count() < least {
                typed.set(value);
                told.set(String::new());
            } else {
                // What is judged already stays until it is judged anew.
                if told.peek().is_empty() {
                    typed.set(value.clone());
                }
                let answer = answer.await.unwrap_or_default();
                // What it says is among the words that come later.
                let words = app.fetch_other_words().await;
                typed.set(value);
                told.set(if words { answer } else { String::new() });
            }
            TimeoutFuture::new(SPOKEN_MS).await;
            spoken.set(true);
        })));
    });
    rsx! {
        {meter_from(&said, least)}
        div { class: "unseen", role: "status", aria_live: "polite",
            if *spoken.read() {
                for (i , text) in in_words(&said).into_iter().enumerate() {
                    p { key: "{i}", {text} }
                }
            }
        }
    }
}

/// What the portal said of this very password, until another one is typed.
fn use_refusal(problem: Option<FieldProblem>, value: &str) -> Option<Verdict> {
    let mut about = use_hook(|| CopyValue::new(None::<String>));
    let Some(problem) = problem else {
        about.set(None);
        return None;
    };
    let same = about.write().get_or_insert_with(|| value.to_owned()) == value;
    // Its advice is among the words that come later.
    if same && App::here().has_all_words() { refused(&problem) } else { None }
}

/// A verdict as it is seen. Screen readers are told apart from it.
#[cfg(feature = "gallery")]
pub(crate) fn meter(said: &Verdict) -> Element {
    meter_from(said, Policy::PROGRAMME.password_min_chars)
}

fn meter_from(said: &Verdict, least: usize) -> Element {
    let (class, sign) = match said {
        Verdict::Weak(..) | Verdict::Refused(_) => ("meter weak", Some(Glyph::Problem)),
        Verdict::Hard => ("meter hard", Some(Glyph::Done)),
        _ => ("meter", None),
    };
    let mut words = in_words(said).into_iter();
    let first = words.next();
    rsx! {
        div { class, aria_hidden: "true",
            progress { max: 3 * least, value: said.steps(least) }
            if let Some(text) = first {
                p {
                    if let Some(sign) = sign { {icon(sign)} }
                    span { {text} }
                }
            }
            for (i , text) in words.enumerate() {
                p { key: "{i}", class: "advice", {text} }
            }
        }
    }
}

/// The verdict, then its advice, a line each.
fn in_words(said: &Verdict) -> Vec<String> {
    let count = |id, name, number: usize| vec![tr_with(id, &[(name, number.into())])];
    match said {
        Verdict::Silent => Vec::new(),
        Verdict::Missing(missing) => count("own-password-missing", "missing", *missing),
        Verdict::LongEnough(length) => count("own-password-enough", "length", *length),
        Verdict::Refused(problem) => vec![field_text(problem)],
        judged => judged.messages().iter().map(|id| tr(id)).collect(),
    }
}
