//! How far the work on a photo has come: a stage in words, which screen readers are told once, and a
//! bar with its amounts, which they can look up.

use crate::app::App;
use crate::view::work::{WHOLE, has_amount, looked_at, share};
use crate::words::{tr, tr_with};
use contract::id::PersonId;
use contract::picked::PhotoProgress;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// The host is asked this often, in milliseconds.
const ASK_MS: u32 = 150;

/// Follows the work on a person's photo while it is on the page. `seen` holds what was heard last,
/// also when the work has ended.
#[component]
pub(crate) fn PhotoWork(person: PersonId, seen: Signal<Option<PhotoProgress>>) -> Element {
    let app = App::here();
    use_future(move || async move {
        loop {
            let answer = app.household().photo_progress(person).await;
            if let Ok(found @ Some(_)) = answer
                && *seen.peek() != found
            {
                seen.set(found);
            }
            TimeoutFuture::new(ASK_MS).await;
        }
    });
    let now = *seen.read();
    work(now)
}

/// One stage with its bar. The region is there before there is anything to tell.
pub(crate) fn work(progress: Option<PhotoProgress>) -> Element {
    let stage = progress.map(|now| match looked_at(now) {
        Some(part) => tr(&format!("judging-{}", part.as_str())),
        None => tr(&format!("stage-{}", now.stage.as_str())),
    });
    rsx! {
        div { id: "photo-work", class: "work",
            p { role: "status", class: "work-stage", {stage.clone()} }
            if let Some(now) = progress {
                progress { aria_label: stage, max: "{WHOLE}", value: "{share(now)}" }
                if has_amount(now) {
                    p { class: "quiet work-amount", {amount(now)} }
                }
            }
        }
    }
}

fn amount(progress: PhotoProgress) -> String {
    let texts = App::here().texts.read().clone();
    let (done, total) = (texts.bytes(progress.done), texts.bytes(progress.total));
    tr_with("work-amount", &[("done", done.into()), ("total", total.into())])
}
