//! The examination of a picture: bytes in, findings out.
//!
//! Pure functions: no I/O, no clock, no threads; the same bits natively and in WebAssembly. Both
//! sides judge a prepared file with this code, so the app refuses before sending exactly what the
//! portal would refuse. So far it knows the facts about the file; what is seen in the picture
//! follows.

mod colour;
mod decode;
mod encode;
mod exif;
pub mod face;
mod facts;
mod frame;
mod header;
mod jpeg;
mod look;
mod metadata;
mod part;
mod png;
mod prepare;
mod resample;
mod sniff;
mod source;
mod strip;

pub use facts::{Facts, inspect, refusals};
pub use frame::{Framed, frame};
pub use look::{Look, look};
pub use metadata::{Tag, kinds};
pub use prepare::{Prepared, prepare};
pub use source::{Source, source};
pub use strip::{Stripped, strip};
