//! One module per page. A page shows, asks and sends; what follows from the answers is decided in
//! `view` and in `contract`.

#[cfg(feature = "household")]
pub(crate) mod account;
#[cfg(feature = "household")]
pub(crate) mod account_devices;
#[cfg(feature = "household")]
pub(crate) mod account_email;
#[cfg(feature = "household")]
pub(crate) mod account_parts;
#[cfg(feature = "household")]
pub(crate) mod account_password;
#[cfg(feature = "household")]
pub(crate) mod account_recovery_codes;
#[cfg(feature = "household")]
pub(crate) mod account_second_factor;
#[cfg(feature = "household")]
pub(crate) mod account_second_factor_secret;
pub(crate) mod address;
pub(crate) mod address_check;
pub(crate) mod card;
#[cfg(feature = "household")]
pub(crate) mod confirm_address;
#[cfg(feature = "household")]
pub(crate) mod conflict;
pub(crate) mod declaration;
pub(crate) mod first_sign_in;
#[cfg(feature = "household")]
pub(crate) mod first_sign_in_again;
#[cfg(feature = "household")]
pub(crate) mod forgotten;
#[cfg(feature = "household")]
pub(crate) mod genuine;
#[cfg(feature = "household")]
pub(crate) mod genuine_told;
pub(crate) mod help;
pub(crate) mod home;
#[cfg(feature = "household")]
pub(crate) mod invitation;
#[cfg(feature = "household")]
pub(crate) mod invitation_again;
#[cfg(feature = "household")]
pub(crate) mod invitation_answer;
#[cfg(feature = "household")]
pub(crate) mod invitation_check;
#[cfg(feature = "household")]
pub(crate) mod invitation_confirm;
#[cfg(feature = "household")]
pub(crate) mod messages;
pub(crate) mod not_found;
#[cfg(feature = "household")]
pub(crate) mod notifications;
#[cfg(feature = "household")]
pub(crate) mod own_account;
pub(crate) mod own_password;
#[cfg(feature = "household")]
pub(crate) mod passphrase;
pub(crate) mod person;
pub(crate) mod person_card;
pub(crate) mod person_timeline;
pub(crate) mod photo;
pub(crate) mod photo_check;
pub(crate) mod photo_facts;
pub(crate) mod photo_findings;
pub(crate) mod photo_frame;
pub(crate) mod photo_guide;
pub(crate) mod photo_parts;
#[cfg(feature = "household")]
pub(crate) mod second_factor;
pub(crate) mod settings;
pub(crate) mod sign_in;
#[cfg(feature = "household")]
pub(crate) mod summary;
pub(crate) mod waits;
pub(crate) mod welcome;

use crate::app::{App, Loaded};
use crate::parts::page::{Page, TryAgain, nothing_here};
use crate::parts::waiting::{Shape, Waiting};
use crate::route::Route;
use crate::words::tr;
use contract::board::{Journey, Person};
use contract::host::BoardView;
use contract::id::PersonId;
use dioxus::prelude::*;

/// A page that starts from the household: waits for it, or says why it is not there.
#[component]
fn WithBoard(
    heading: String,
    #[props(default)] shape: Shape,
    show: Callback<BoardView, Element>,
) -> Element {
    let mut app = App::here();
    let board = app.board.read().clone();
    let back = (*app.route.read() != Route::Home).then_some(Route::Home);
    match board {
        Loaded::Ready(view) => show.call(view),
        Loaded::Loading => rsx! {
            Page { heading, back, Waiting { shape } }
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

/// A page about one person whose journey this account may see; anyone else is not there.
#[component]
fn WithPerson(person: PersonId, show: Callback<(BoardView, Person, Journey), Element>) -> Element {
    rsx! {
        WithBoard { heading: tr("person-heading-loading"),
            show: move |view: BoardView| {
                let found = view.board.person(person).cloned();
                match found.and_then(|person| Some((person.journey.clone()?, person))) {
                    Some((journey, person)) => show.call((view, person, journey)),
                    None => nothing_here(),
                }
            }
        }
    }
}
