//! What lenses, sensors, printers, screens and programs do to a picture after it was taken. Each takes
//! sRGB bytes (three a pixel) and gives new ones of the same size; none looks for a face, keeps a state
//! or reads a clock.

mod copies;
mod lens;
mod sensor;

pub use copies::{greyscale, halftone, screen, upscaled};
pub use lens::{blur, motion_blur, sharpen};
pub use sensor::noise;
