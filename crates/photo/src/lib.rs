//! The examination of a picture: bytes in, findings out.
//!
//! Pure functions: no I/O, no clock; the same bits natively and in WebAssembly, whether two threads
//! share the work or one does it all. Both sides judge a prepared file with this code, so the app
//! refuses before sending exactly what the portal would refuse.

mod both;
mod colour;
mod decode;
mod encode;
pub mod examine;
mod exif;
pub mod face;
mod facts;
mod frame;
mod header;
mod jpeg;
mod look;
mod metadata;
mod origin;
mod part;
mod png;
mod prepare;
mod resample;
mod shrink;
mod sniff;
mod source;
mod strip;

pub use examine::{Options, Stopped, examine};
pub use facts::{Facts, inspect, refusals};
pub use frame::{Framed, frame};
pub use look::{Look, look};
pub use metadata::{Tag, kinds};
pub use origin::origin;
pub use prepare::{Prepared, prepare};
pub use source::{Source, source};
pub use strip::{Stripped, strip};
