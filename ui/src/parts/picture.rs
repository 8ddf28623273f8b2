//! A person's picture, fetched when it is shown and freed when it is not.

use crate::app::{App, Loaded};
use crate::host::Picture;
use crate::parts::icon::{Glyph, icon};
use crate::words::problem_text;
use contract::Problem;
use contract::id::{PersonId, PhotoId};
use dioxus::prelude::*;

/// Which picture. The numbers change with every pick, so that a new one is fetched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Which {
    /// All of the one that was picked on this device.
    Picked(u32),
    /// What will be sent of it, byte for byte.
    Prepared(u32),
    /// One that was sent.
    Sent(PhotoId),
}

/// A picture on its way to the page.
pub(crate) fn use_picture(person: PersonId, which: Which) -> Signal<Loaded<Picture>> {
    let app = App::here();
    let mut picture = use_signal(|| Loaded::<Picture>::Loading);
    use_effect(use_reactive!(|(person, which)| {
        spawn(async move {
            let household = app.household();
            let answer = match which {
                Which::Picked(_) => household.picked_picture(person).await,
                Which::Prepared(_) => household.prepared_picture(person).await,
                Which::Sent(photo) => household.submitted_picture(person, photo).await,
            };
            picture.set(match answer {
                Ok(found) => Loaded::Ready(found),
                Err(problem) => Loaded::Failed(problem),
            });
        });
    }));
    picture
}

/// The picture in its frame: of 5 by 7, but for one that nothing was chosen of yet.
#[component]
pub(crate) fn PersonPicture(
    person: PersonId,
    which: Which,
    description: String,
    /// What is drawn over it, once it is there.
    #[props(default)]
    over: Option<Element>,
) -> Element {
    let picture = use_picture(person, which);
    let class = if matches!(which, Which::Picked(_)) { "picture whole" } else { "picture" };
    let shown = picture.read().clone();
    rsx! {
        figure { class,
            match shown {
                Loaded::Loading => rsx! {
                    div { class: "frame", aria_busy: "true" }
                },
                Loaded::Ready(found) => rsx! {
                    div { class: "picture-room",
                        img { class: "frame", src: found.url(), alt: description }
                        {over}
                    }
                },
                Loaded::Failed(problem) => no_picture(&problem),
            }
        }
    }
}

/// Why there is no picture, in its place.
pub(crate) fn no_picture(problem: &Problem) -> Element {
    rsx! {
        div { class: "frame empty",
            {icon(Glyph::Picture)}
            p { {problem_text(problem)} }
        }
    }
}
