//! The interface of Landed: pages that ask one thing each, the household board, and the few parts
//! they are made of.
//!
//! It runs in the app's webview and in browsers, and reaches the world only through [`host::Host`].
//! It never opens a file, never talks to the portal itself, never holds a token, and keeps nothing:
//! what is typed goes to the host as a draft. Rules live in `contract`; what is decided here is how
//! things look and what follows what. Plain functions are under `view`, where tests reach them
//! without a browser.

#![expect(unused_qualifications, reason = "the code that rsx! writes for every event")]
// Not `expect`: the compiler does not count it as met at this place.
#![cfg_attr(
    not(feature = "household"),
    allow(dead_code, reason = "the pages of a household are in the other program")
)]

mod app;
mod browser;
mod drafts;
mod fetch;
mod first_paint;
mod form;
#[cfg(feature = "gallery")]
mod gallery;
mod host;
mod pages;
mod parts;
mod pictures;
#[cfg(feature = "prerender")]
mod prerender;
mod root;
mod route;
mod texts;
mod view;
mod words;

#[cfg(feature = "prerender")]
pub use prerender::prerender;

#[cfg(feature = "gallery")]
pub use gallery::launch_gallery;

/// Shows the interface in the page's `#main`.
pub fn launch() {
    dioxus::launch(root::Root);
}
