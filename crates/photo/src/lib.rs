//! The examination of a picture: bytes in, findings out.
//!
//! Pure functions: no I/O, no clock, no threads; the same bits natively and in WebAssembly. Both
//! sides judge a prepared file with this code, so the app refuses before sending exactly what the
//! portal would refuse. So far it knows the facts about the file; what is seen in the picture
//! follows.

mod decode;
mod facts;
mod header;

pub use facts::{Facts, inspect};
