//! The background.

mod background_not_plain;
mod background_not_white;
mod background_shadow;

use super::Check;
use crate::examine::threshold::Threshold;

pub(super) const CHECKS: &[Check] =
    &[background_not_white::judge, background_not_plain::judge, background_shadow::judge];

pub(super) const THRESHOLDS: &[&Threshold] = &[
    &background_not_white::LIGHTNESS,
    &background_not_white::CHROMA,
    &background_not_plain::TEXTURE,
    &background_not_plain::OBJECTS,
    &background_not_plain::SLOPE,
    &background_shadow::DROP,
];
