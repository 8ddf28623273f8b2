//! Whether it is a copy of a print or a screen, of a smaller file, or was edited.

mod edited;
mod picture_of_print;
mod recompressed;
mod too_old;
mod upscaled;

use super::Check;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::Threshold;

pub(super) const CHECKS: &[Check] = &[windows, edited::judge, too_old::judge];

pub(super) const THRESHOLDS: &[&Threshold] = &[
    &picture_of_print::GRID,
    &recompressed::QUALITY,
    &recompressed::BLOCKS,
    &upscaled::MISSING,
    &too_old::AGE,
];

/// The checks that look at the same windows.
fn windows(scene: &Scene<'_>, report: &mut Report) {
    picture_of_print::judge(scene, report, &scene.windows);
    upscaled::judge(scene, report, &scene.windows);
    recompressed::judge(scene, report, &scene.windows);
}
