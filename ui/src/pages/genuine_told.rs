//! What was seen of an email, in words: what it comes to, each of the four marks with its evidence,
//! and what else there was. What is quoted from the email is text and never a link.

use crate::app::App;
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::go;
use crate::parts::panel::{Tone, banner, panel};
use crate::route::Route;
use crate::view::genuine::said;
use crate::words::{tr, tr_with};
use contract::genuine::{Evidence, Findings, Judged, Seen, Verdict};
use dioxus::prelude::*;

/// What the answers come to. On a no: what to do.
pub(crate) fn verdict(of: Verdict) -> Element {
    match of {
        Verdict::No => panel(
            Tone::Wrong,
            rsx! {
                p { strong { {tr("genuine-not-ours")} } }
                p { {tr("genuine-not-ours-do")} }
                {way_in()}
            },
        ),
        Verdict::CannotTell => {
            banner(Tone::Attention, tr("genuine-unsure"), Some(tr("genuine-unsure-do")))
        }
        Verdict::Consistent => banner(Tone::Done, tr("genuine-fits"), Some(tr("genuine-fits-do"))),
    }
}

/// Where whatever is true is shown.
fn way_in() -> Element {
    let signed_in = *App::here().signed_in.read();
    rsx! {
        p {
            if signed_in {
                {go(Route::Home, "back-to-household")}
            } else {
                {go(Route::SignIn, "way-own-go")}
            }
        }
    }
}

/// All that was seen.
pub(crate) fn told(findings: &Findings) -> Element {
    rsx! {
        {verdict(findings.verdict)}
        ul { class: "marks",
            for judged in &findings.criteria {
                {mark(judged)}
            }
        }
        if !findings.observations.is_empty() {
            h3 { {tr("genuine-also")} }
            ul { class: "marks also",
                for (i , evidence) in findings.observations.iter().enumerate() {
                    li { key: "{i}", class: if evidence.sign.warns() { "no" } else { "cannot-tell" },
                        {icon(if evidence.sign.warns() { Glyph::Problem } else { Glyph::Info })}
                        div { {sentence(evidence)} }
                    }
                }
            }
        }
    }
}

fn mark(judged: &Judged) -> Element {
    let name = judged.criterion.as_str();
    let (class, glyph, answer) = match judged.seen {
        Seen::Yes => ("yes", Glyph::Done, "answer-yes"),
        Seen::No => ("no", Glyph::Problem, "answer-no"),
        Seen::CannotTell => ("cannot-tell", Glyph::Info, "answer-cannot-tell"),
    };
    rsx! {
        li { key: "{name}", class,
            {icon(glyph)}
            div {
                h3 {
                    {tr(&format!("genuine-mark-{name}"))}
                    " "
                    span { class: "answer", {tr(answer)} }
                }
                for (i , evidence) in judged.evidence.iter().enumerate() {
                    div { key: "{i}", {sentence(evidence)} }
                }
            }
        }
    }
}

fn sentence(evidence: &Evidence) -> Element {
    let (id, filled) = said(evidence);
    let text = tr_with(&id, &filled);
    rsx! { p { {text} } }
}
