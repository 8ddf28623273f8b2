//! Sharpness.

mod blurred;
mod seen;

use super::Check;
use crate::examine::threshold::Threshold;

pub(super) const CHECKS: &[Check] = &[blurred::judge];

pub(super) const THRESHOLDS: &[&Threshold] =
    &[&blurred::FINE, &blurred::MOVED, &blurred::FACE, &blurred::EYES];
