//! Whether it is a copy of a print or a screen, of a smaller file, or was edited.

mod edited;
mod picture_of_print;
mod recompressed;
mod too_old;
mod upscaled;

use super::Check;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::spectrum::{Window, powers};
use crate::examine::threshold::Threshold;
use crate::face::Place;

pub(super) const CHECKS: &[Check] = &[windows, edited::judge, too_old::judge];

pub(super) const THRESHOLDS: &[&Threshold] = &[
    &picture_of_print::GRID,
    &recompressed::QUALITY,
    &recompressed::BLOCKS,
    &upscaled::MISSING,
    &too_old::AGE,
];

/// Parts of the picture at its full resolution, and the power of the waves in each.
struct Windows {
    /// Two on the face first, then two on the background where there is room for them.
    parts: Vec<Window>,
    /// Of each of them, see [`powers`].
    powers: Vec<Vec<f32>>,
    /// How many of them are on the face.
    on_face: usize,
}

impl Windows {
    /// On the cheeks, or in the picture's middle where no face is believed, and in the upper corners.
    fn of(scene: &Scene<'_>) -> Self {
        let (width, height) = (scene.work.width as f32, scene.work.height as f32);
        let places = match scene.face() {
            Some(face) => {
                let (left, right) = (face.points.pupil_left(), face.points.pupil_right());
                let down = 0.55 * face.points.eye_distance();
                [[left[0], left[1] + down], [right[0], right[1] + down]]
            }
            None => [[0.4 * width, 0.4 * height], [0.6 * width, 0.5 * height]],
        };
        let around = |place: &Place| Window::around(scene, *place);
        let mut parts: Vec<Window> = places.iter().filter_map(around).collect();
        let on_face = if scene.face().is_some() { parts.len() } else { 0 };
        let corners = [[0.1 * width, 0.15 * height], [0.9 * width, 0.15 * height]];
        parts.extend(corners.iter().filter_map(around));
        let powers = powers(&parts);
        Self { parts, powers, on_face }
    }
}

/// The checks that look at the same windows.
fn windows(scene: &Scene<'_>, report: &mut Report) {
    let windows = Windows::of(scene);
    picture_of_print::judge(scene, report, &windows);
    upscaled::judge(scene, report, &windows);
    recompressed::judge(scene, report, &windows);
}
