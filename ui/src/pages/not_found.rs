//! A path without a page.

use crate::app::App;
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::link::{doors, go_button};
use crate::parts::page::Page;
use crate::route::Route;
use crate::words::tr;
use dioxus::prelude::*;

#[component]
pub(crate) fn NotFound() -> Element {
    let home = if *App::here().signed_in.read() { "go-to-household" } else { "go-to-start" };
    rsx! {
        Page { heading: tr("no-page-heading"),
            {drawing(Drawing::NotFound, "")}
            p { class: "lead", {tr("no-page-text")} }
            {doors(&[(Route::Help, "door-help")])}
            {go_button(Route::Home, home)}
        }
    }
}
