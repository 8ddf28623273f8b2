//! One module per page. A page shows, asks and sends; what follows from the answers is decided in
//! `view` and in `contract`.

pub(crate) mod address;
pub(crate) mod address_check;
pub(crate) mod declaration;
pub(crate) mod first_sign_in;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod own_password;
pub(crate) mod person;
pub(crate) mod person_card;
pub(crate) mod photo;
pub(crate) mod photo_check;
pub(crate) mod photo_parts;
pub(crate) mod sign_in;
pub(crate) mod timeline;
pub(crate) mod welcome;

use crate::app::{App, Loaded};
use crate::parts::page::{Page, TryAgain, Waiting};
use crate::route::Route;
use crate::words::tr;
use contract::host::BoardView;
use dioxus::prelude::*;

/// A page that starts from the household: waits for it, or says why it is not there.
#[component]
fn WithBoard(heading: String, show: Callback<BoardView, Element>) -> Element {
    let mut app = App::here();
    let board = app.board.read().clone();
    let back = (*app.route.read() != Route::Home).then_some(Route::Home);
    match board {
        Loaded::Ready(view) => show.call(view),
        Loaded::Loading => rsx! {
            Page { heading, back, Waiting {} }
        },
        Loaded::Failed(problem) => rsx! {
            TryAgain { heading: tr("household-failed"), problem,
                again: move |()| {
                    app.board.set(Loaded::Loading);
                    app.refresh_soon();
                },
            }
        },
    }
}
