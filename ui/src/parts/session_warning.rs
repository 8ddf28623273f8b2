//! The session is about to end: a dialog that says how long is left, and lets its reader stay. What
//! cannot be made longer says so, and that what was typed is kept.

use crate::app::App;
use crate::parts::icon::{Glyph, icon};
use crate::parts::modal::Modal;
use crate::view::countdown::said;
use crate::words::{problem_text, tr, tr_with};
use contract::host::SessionTime;
use dioxus::core::Task;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// The warning, while there is something to warn of.
#[component]
pub(crate) fn SessionWarning() -> Element {
    let app = App::here();
    let ends = *app.session_ends.read();
    let mut left = use_signal(|| 0_u32);
    let mut set_aside = use_signal(|| false);
    let mut counting = use_hook(|| CopyValue::new(None::<Task>));
    // Each word from the portal starts the count anew.
    use_effect(use_reactive!(|(ends,)| {
        if let Some(task) = counting.write().take() {
            task.cancel();
        }
        let Some(time) = ends else {
            set_aside.set(false);
            return;
        };
        left.set(said(time.seconds_left));
        let task = spawn(async move {
            for passed in 1..=time.seconds_left {
                TimeoutFuture::new(1_000).await;
                let now = said(time.seconds_left - passed);
                if *left.peek() != now {
                    left.set(now);
                }
            }
        });
        counting.set(Some(task));
    }));
    let open = ends.is_some() && !*set_aside.read();
    rsx! {
        Modal { id: "session-warning", open,
            if let Some(time) = ends {
                {words(time, *left.read(), EventHandler::new(move |()| set_aside.set(true)))}
            }
        }
    }
}

/// What the warning says and offers.
pub(crate) fn words(time: SessionTime, seconds: u32, set_aside: EventHandler<()>) -> Element {
    let app = App::here();
    let left = app.texts.read().wait(u64::from(seconds));
    let stays = time.can_be_extended;
    rsx! {
        h2 { id: "session-warning-title", {tr("session-ends")} }
        p { class: "left", role: "timer", aria_live: "polite", aria_atomic: "true",
            {tr_with("session-left", &[("time", left.into())])}
        }
        p { id: "session-warning-text",
            if stays { {tr("session-ends-text")} } else { {tr("session-ends-for-good")} }
        }
        if let Some(problem) = app.not_extended.read().as_ref() {
            p { class: "field-error", role: "alert", {icon(Glyph::Problem)} span { {problem_text(problem)} } }
        }
        p { class: "act pair",
            if stays {
                button { class: "button", r#type: "button", onclick: move |_| app.extend_session(), {tr("session-stay")} }
            } else {
                button { class: "button", r#type: "button", onclick: move |_| set_aside.call(()), {tr("session-go-on")} }
            }
            button { class: "button second", r#type: "button", onclick: move |_| app.leave(), {tr("sign-out")} }
        }
    }
}
