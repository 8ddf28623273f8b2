//! What crosses a wire between the parts of Landed: requests, replies, ids, codes, policy numbers,
//! and the validation that both sides run.
//!
//! This crate never does I/O, never reads a clock and never makes up an id: time, randomness and
//! ids are arguments. It builds for WebAssembly, and every other crate may depend on it.

pub mod account;
pub mod address;
pub mod ask;
pub mod board;
pub mod code;
pub mod crop;
pub mod declaration;
pub mod devices;
pub mod draft;
pub mod email;
pub mod examination;
pub mod factor;
pub mod genuine;
pub mod host;
pub mod id;
pub mod identity;
pub mod invitation;
pub mod language;
pub mod message;
pub mod news;
pub mod outbox;
pub mod password;
pub mod photo;
pub mod picked;
pub mod policy;
pub mod portal;
pub mod problem;
pub mod receipt;
pub mod recovery;
pub mod reply;
pub mod steps;
pub mod summary;
pub mod timeline;

pub use code::Code;
pub use language::Language;
pub use problem::{FieldProblem, Problem};
