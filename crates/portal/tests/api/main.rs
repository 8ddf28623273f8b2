//! The portal over real HTTP on a free port, with a real database in a folder of its own and a
//! clock that the test moves. Nothing here replaces a part of the portal.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod access;
mod account;
mod addresses;
mod authorization;
mod browsers;
mod confirmations;
mod devices;
mod document;
mod drafts;
mod examinations;
mod family_safety;
mod first_sign_in;
mod forgetting;
mod household;
mod importing;
mod interface;
mod invitations;
mod journey;
mod mail;
mod messages;
mod own_accounts;
mod photos;
mod recovery;
mod repeats;
mod second_factor;
mod session_time;
mod sessions;
mod strange_requests;
mod support;
mod timing;
mod uploads;
