//! Eyes, mouth, and what covers the face.

mod eye;
mod eyes_closed;
mod eyes_covered;
mod face_covered;
mod glare_glasses;
mod likeness;
mod mouth;
mod mouth_open;
mod red_eye;

use super::Check;
use crate::examine::threshold::Threshold;

/// What hides the eyes is looked for before what they look like.
pub(super) const CHECKS: &[Check] = &[
    glare_glasses::judge,
    eyes_covered::lenses,
    eyes_closed::judge,
    eyes_covered::one,
    mouth_open::judge,
    red_eye::judge,
    face_covered::judge,
    likeness::judge,
];

pub(super) const THRESHOLDS: &[&Threshold] = &[
    &glare_glasses::GLARE,
    &eyes_closed::GAP,
    &eyes_closed::CLOSED,
    &eyes_covered::LENSES,
    &eyes_covered::ALIKE,
    &mouth_open::GAP,
    &mouth_open::TEETH,
    &red_eye::RED,
    &face_covered::NOSTRILS,
    &face_covered::ALIKE,
];
