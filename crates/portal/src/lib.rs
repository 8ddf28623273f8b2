//! The backend of Landed: the API that the apps talk to, the store behind it, the mail that it
//! writes, and the officer's side.
//!
//! Edges are thin: an HTTP handler and an officer's command only translate. Rules live in
//! [`rules`] and [`access`], in plain functions that take the time, ids and randomness as
//! arguments. Traits stand only where the outside world is replaced: [`store::Store`],
//! [`mail::Mailer`] and [`clock::Clock`]. Pictures go through the `object_store` crate's own trait.
//!
//! This crate knows nothing of the applicant's side; both meet in `contract` only.

pub mod access;
pub mod case;
pub mod clock;
pub mod days;
mod examiner;
mod http;
pub mod mail;
pub mod officer;
pub mod password;
mod pictures;
pub mod rules;
pub mod secret;
mod serve;
pub mod store;
mod tidy;

pub use http::openapi_document;
pub use serve::{Options, Running, StartError, office, serve};
