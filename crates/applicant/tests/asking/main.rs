//! What the head asks of the portal in the interface's name, against a portal that says what each
//! test has it say.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

mod household;
mod invitation;
mod news;
mod outbox;
mod portal;
mod replies;
mod settling;
mod signing_in;
