//! Whether there is one face, and how the head lies in the frame.

mod head_size;
mod no_face;
mod off_centre;
mod proposal;
mod several_faces;
mod tilted;
mod turned;

use super::Check;
use crate::examine::threshold::Threshold;

pub(super) const CHECKS: &[Check] = &[
    no_face::judge,
    several_faces::judge,
    head_size::judge,
    off_centre::judge,
    tilted::judge,
    turned::judge,
    proposal::judge,
];

pub(super) const THRESHOLDS: &[&Threshold] = &[
    &no_face::SCORE,
    &no_face::FEATURES,
    &several_faces::FACES,
    &head_size::SMALL,
    &head_size::LARGE,
    &off_centre::ACROSS,
    &off_centre::DOWN,
    &tilted::ROLL,
    &turned::YAW,
];
