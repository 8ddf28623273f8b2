//! What whole journeys are made of: a portal process, its officer's commands and its mailbox; a
//! desk with a display, a session bus, a secret store and a file picker; the app in its real
//! window; browsers; pictures to send.
//!
//! Nothing here knows the inside of the product: it starts programs, reads what they print, and
//! presses what a person would press. Every wait is bounded, and everything that was started is
//! ended when its value is dropped. What goes wrong here is the test's failure, so it panics.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "test support: whatever goes wrong here is the failure of the test that asked for it"
)]

pub mod authenticator;
pub mod browser;
pub mod desk;
pub mod driver;
pub mod journey;
pub mod likeness;
pub mod mailbox;
pub mod neighbours;
pub mod notices;
pub mod page;
pub mod pictures;
pub mod spoken;
pub mod started;
pub mod stranger;
pub mod traced;
pub mod versions;
pub mod visitor;
pub mod wait;
pub mod walk;
pub mod window;
pub mod world;
