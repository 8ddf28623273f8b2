//! What the reader should know about this device and the network, above every page.

use crate::app::{App, Loaded};
use crate::parts::icon::{Glyph, icon};
use crate::words::{code_text, moment, problem_text, tr, tr_with};
use contract::Code;
use contract::host::StaleReason;
use dioxus::prelude::*;

/// The notices, if there are any.
#[component]
pub(crate) fn Notices() -> Element {
    let app = App::here();
    let signed_in = *app.signed_in.read();
    let (demonstration, kept) = app.start.read().as_ref().map_or((false, None), |start| {
        // What was set aside asks for a new sign-in, and is over with it.
        let over = start.notice == Some(Code::DeviceKeyWrong) && signed_in;
        (start.demonstration, start.notice.filter(|_| !over))
    });
    let stale = match &*app.board.read() {
        Loaded::Ready(view) if signed_in => view.stale.map(|why| (why, view.as_of)),
        _ => None,
    };
    let not_kept = app.not_kept.read().clone();
    // It says so itself.
    #[cfg(feature = "household")]
    let not_kept =
        not_kept.filter(|problem| problem.code != Code::DraftChangedElsewhere || !app.shows_both());
    let not_kept = not_kept.as_ref().map(problem_text);
    let not_left = app.not_left.read().as_ref().map(problem_text);
    let nothing = stale.is_none() && not_kept.is_none() && kept.is_none() && not_left.is_none();
    if !demonstration && nothing {
        return rsx! {};
    }
    rsx! {
        aside { class: "notices", aria_label: tr("notices-label"),
            if demonstration {
                {notice("notice plainly", Glyph::Info, tr("demonstration"))}
            }
            if let Some(why) = not_left {
                {notice("notice wrong", Glyph::Problem, format!("{} {why}", tr("not-signed-out")))}
            }
            if let Some((why, as_of)) = stale {
                {notice("notice", Glyph::Offline, stale_text(why, as_of))}
            }
            if let Some(text) = not_kept {
                {notice("notice wrong", Glyph::Problem, text)}
            } else if let Some(code) = kept {
                {notice("notice", Glyph::Problem, code_text(code))}
            }
        }
    }
}

/// That what is shown is not fresh, and why.
pub(crate) fn stale_text(why: StaleReason, as_of: jiff::Timestamp) -> String {
    let id = match why {
        StaleReason::Offline => "stale-offline",
        StaleReason::PortalUnreachable => "stale-unreachable",
    };
    tr_with(id, &[("when", moment(as_of).into())])
}

/// One notice.
pub(crate) fn notice(class: &'static str, glyph: Glyph, text: String) -> Element {
    rsx! {
        div { class, role: "status",
            div { class: "row", {icon(glyph)} span { {text} } }
        }
    }
}
