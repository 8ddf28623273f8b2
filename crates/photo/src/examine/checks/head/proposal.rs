//! The part of the picture that would make a photo with the head at its right size and place.

use crate::examine::framing::{Head, proposed};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use contract::crop::Ground;

/// Proposes it, where a face is seen.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(face) = scene.face() else { return };
    let points = &face.points;
    let (across, down) = (f64::from(scene.scale.0), f64::from(scene.scale.1));
    let (left, right) = (points.pupil_left(), points.pupil_right());
    let (chin, crown) = (points.chin(), points.crown());
    // Whole numbers are the middle of pixels, parts of a picture are measured between their edges.
    let head = Head {
        height: f64::from(points.head_height()) * down,
        across: (f64::from(left[0] + right[0]) / 2.0 + 0.5) * across,
        down: (f64::from(chin[1] + crown[1]) / 2.0 + 0.5) * down,
    };
    let (width, height) = (scene.upright.0 as u32, scene.upright.1 as u32);
    let ground = Ground { width, height, policy: scene.options.policy };
    if let Some(framing) = proposed(ground, head) {
        report.propose(framing);
    }
}
