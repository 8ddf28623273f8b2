//! The rules of the journey, in plain functions: what may follow what, which clocks run, what the
//! board and the timeline show, when a sign-in must wait, what a repeated write means, how long a session
//! lives, whether a draft takes the place of another, where a part of a photo belongs and what a photo
//! is compared with. Nothing here reads a clock, draws randomness or touches a store.

pub mod board;
pub mod clocks;
pub mod delivery;
pub mod devices;
pub mod draft;
pub mod factor;
pub mod invitation;
pub mod journey;
pub mod likeness;
pub mod messages;
pub mod recovery;
pub mod repeat;
pub mod session;
pub mod throttle;
pub mod timeline;
pub mod upload;
