//! Portraits as people hand them in, drawn from numbers: for tests, benches and the demonstration
//! where photographs of people cannot be, and where the truth about a picture must be known exactly.
//!
//! [`render`] is pure: the same [`Portrait`] gives the same bytes on every target, for it uses basic
//! arithmetic and square roots only. Beside the picture it gives the [`Truth`]: where every point of
//! the face is, how the head is turned, what belongs to the person. [`effects`] spoil a picture as
//! lenses, sensors, printers and screens do.
//!
//! It is no model of a real person and no material to learn real faces from; it reads no picture.

mod colour;
pub mod effects;
mod figure;
mod grain;
mod math;
mod paint;
mod params;
mod picture;
mod truth;

pub use params::{
    Backdrop, Body, Build, Cover, Eyes, Glare, Glasses, Hair, HairStyle, Light, Mouth, Object,
    Portrait, Pose, SecondFace, Shadow, Skin, Texture,
};
pub use picture::{Rendered, render};
pub use truth::{Point, Truth};
