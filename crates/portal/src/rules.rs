//! The rules of the journey, in plain functions: what may follow what, which clocks run, what the
//! board and the timeline show, when a sign-in must wait, what a repeated write means. Nothing
//! here reads a clock, draws randomness or touches a store.

pub mod board;
pub mod clocks;
pub mod journey;
pub mod repeat;
pub mod throttle;
pub mod timeline;
