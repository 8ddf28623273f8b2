//! A person's picture, fetched when it is shown and freed when it is not.

use crate::app::{App, Loaded};
use crate::host::Picture;
use crate::parts::icon::{Glyph, icon};
use crate::words::problem_text;
use contract::id::{PersonId, PhotoId};
use dioxus::prelude::*;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Which {
    /// The one that was picked on this device; the number changes with every pick.
    Picked(u32),
    /// One that was sent.
    Sent(PhotoId),
}

/// The picture in its frame of 5 by 7.
#[component]
pub(crate) fn PersonPicture(person: PersonId, which: Which, description: String) -> Element {
    let app = App::here();
    let mut picture = use_signal(|| Loaded::<Picture>::Loading);
    use_effect(use_reactive!(|(person, which)| {
        spawn(async move {
            let answer = match which {
                Which::Picked(_) => app.household().picked_picture(person).await,
                Which::Sent(photo) => app.household().submitted_picture(person, photo).await,
            };
            picture.set(match answer {
                Ok(found) => Loaded::Ready(found),
                Err(problem) => Loaded::Failed(problem),
            });
        });
    }));
    let shown = picture.read().clone();
    rsx! {
        figure { class: "picture",
            match shown {
                Loaded::Loading => rsx! {
                    div { class: "frame", aria_busy: "true" }
                },
                Loaded::Ready(found) => rsx! {
                    img { class: "frame", src: found.url(), alt: description }
                },
                Loaded::Failed(problem) => rsx! {
                    div { class: "frame empty",
                        {icon(Glyph::Picture)}
                        p { {problem_text(&problem)} }
                    }
                },
            }
        }
    }
}
