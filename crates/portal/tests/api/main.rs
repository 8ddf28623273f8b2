//! The portal over real HTTP on a free port, with a real database in a folder of its own and a
//! clock that the test moves. Nothing here replaces a part of the portal.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod access;
mod browsers;
mod document;
mod drafts;
mod examinations;
mod first_sign_in;
mod forgetting;
mod household;
mod importing;
mod interface;
mod journey;
mod mail;
mod photos;
mod repeats;
mod session_time;
mod sessions;
mod support;
mod uploads;
