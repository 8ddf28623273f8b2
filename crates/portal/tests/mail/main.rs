//! Mail on its way: to a real relay over TLS, with a signature that others check, through all that
//! can go wrong, and as its readers get it.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod delivery;
mod program;
mod signature;
mod support;
mod waiting;
mod words;
