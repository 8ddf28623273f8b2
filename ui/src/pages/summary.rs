//! The adviser summary: what someone who advises the household may be shown, as it will be printed
//! or saved. Made on this device from the board; nothing is sent.

use crate::app::App;
use crate::browser;
use crate::pages::WithBoard;
use crate::pages::account_parts::print_or_save;
use crate::parts::contact::in_browser;
use crate::parts::icon::{Glyph, icon};
use crate::parts::page::Page;
use crate::parts::panel::{Tone, remark};
use crate::route::Route;
use crate::view::summary::{Document, document, page};
use crate::words::tr;
use contract::host::BoardView;
use contract::summary::AdviserSummary;
use dioxus::prelude::*;

/// The name of the saved file.
const FILE: &str = "landed-summary.html";

/// What it shows and what it never shows, each with its sign.
const SAID: [(&str, Glyph, &str); 3] = [
    ("summary-shows", Glyph::Tick, ""),
    ("summary-never", Glyph::Never, "never"),
    ("summary-representative", Glyph::Never, "never"),
];

#[component]
pub(crate) fn SummaryPage() -> Element {
    rsx! {
        WithBoard { heading: tr("summary-heading"),
            show: move |view: BoardView| {
                let app = App::here();
                let texts = app.texts.read();
                let at = browser::local(view.as_of);
                shown(&document(&AdviserSummary::of(&view.board), &texts, at))
            }
        }
    }
}

fn shown(document: &Document) -> Element {
    let file = in_browser().then(|| ("text/html", page(document)));
    let saves = file.is_some();
    rsx! {
        Page { heading: tr("summary-heading"), back: Route::Account,
            div { class: "no-print",
                p { class: "lead", {tr("summary-lead")} }
                ul { class: "dos",
                    for (id , glyph , class) in SAID {
                        li { key: "{id}", class, {icon(glyph)} span { {tr(id)} } }
                    }
                }
            }
            {sheet(document)}
            if saves {
                div { class: "no-print", {remark(Tone::Attention, tr("save-shared-device"))} }
            }
            p { class: "no-print keeping", {print_or_save(FILE, file)} }
        }
    }
}

/// The summary as it is printed.
pub(crate) fn sheet(document: &Document) -> Element {
    rsx! {
        section { class: "sheet", aria_labelledby: "sheet-title",
            h2 { id: "sheet-title", {document.title.clone()} }
            p { {document.about.clone()} }
            for (i , line) in document.state.iter().enumerate() {
                p { key: "{i}", class: if i == 0 { "standing" } else { "quiet" }, {line.clone()} }
            }
            for (i , person) in document.people.iter().enumerate() {
                div { key: "{i}", class: "advised",
                    h3 { {person.first_name.clone()} }
                    table {
                        thead { class: "unseen",
                            tr {
                                th { scope: "col", {tr("summary-step")} }
                                th { scope: "col", {tr("summary-status")} }
                                th { scope: "col", {tr("summary-day")} }
                            }
                        }
                        tbody {
                            for [step, status, day] in person.steps.iter().cloned() {
                                tr { key: "{step}",
                                    th { scope: "row", {step} }
                                    td { {status} }
                                    td { {day} }
                                }
                            }
                        }
                    }
                    for (i , line) in person.days.iter().enumerate() {
                        p { key: "{i}", {line.clone()} }
                    }
                }
            }
        }
    }
}
