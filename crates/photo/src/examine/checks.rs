//! The checks, one module for each warning, in a folder for each stage.

mod copy;
mod features;
mod ground;
mod head;
mod light;
mod sharpness;

use super::report::Report;
use super::scene::Scene;
use super::threshold::Threshold;
use contract::examination::Stage;

/// Looks at a scene and notes what it finds.
pub(super) type Check = fn(&Scene<'_>, &mut Report);

/// Every check under its stage, in the order of the work.
pub(super) const ALL: [(Stage, &[Check]); 6] = [
    (Stage::Head, head::CHECKS),
    (Stage::Features, features::CHECKS),
    (Stage::Ground, ground::CHECKS),
    (Stage::Light, light::CHECKS),
    (Stage::Sharpness, sharpness::CHECKS),
    (Stage::Copy, copy::CHECKS),
];

/// Every threshold, in the order of the stages.
pub(super) fn thresholds() -> Vec<&'static Threshold> {
    [
        head::THRESHOLDS,
        features::THRESHOLDS,
        ground::THRESHOLDS,
        light::THRESHOLDS,
        sharpness::THRESHOLDS,
        copy::THRESHOLDS,
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect()
}
