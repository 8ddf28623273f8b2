//! Whether the face is sharp: how much of its detail is fine.
//!
//! The face is cut from the working picture at 96 pixels between the pupils by averaging areas, so
//! that the smallest photo that is allowed (about 105 pixels there) is as sharp as any. Its detail is
//! the mean square of the second differences; noise has that too, and everywhere, so what the
//! quietest tenth of small blocks has is taken away from all.
//!
//! * `fineness`: the detail of the eyes and the mouth smoothed by σ 0.6, over that of the same
//!   smoothed by σ 1.3. Blur takes the finer and leaves the coarser; who is shown, and in what light,
//!   changes both alike. `motion_fineness` is the same with the second differences along the one of
//!   four directions that has the least: a movement takes detail along its way and leaves it across.
//! * `face_sharpness` on brows to mouth, `eyes_sharpness` around the sharper eye: detail at σ 0.8
//!   over the variance of the shades (var(Laplacian)/(variance + 1), known from focus measures;
//!   OFIQ's sharpness is a trained forest on such measures), in hundredths. They depend on the face
//!   more than `fineness` does, and stay low where hardly anything is left to compare.
//!
//! Where the eyes are shut, hidden or behind reflections they say nothing of sharpness.

use super::seen::{DIRECTIONS, Level, MIDDLE, Part, Seen, WHOLE};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use crate::face::Points;
use contract::examination::{Mark, Unit};
use contract::photo::Reason;

/// What is fine of the eyes' and the mouth's detail.
pub(super) static FINE: Threshold = Threshold {
    reason: Reason::Blurred,
    measure: "fineness",
    unit: Unit::Score,
    bound: Bound::AtLeast { mild: 3.5, strong: 2.25 },
    basis: Basis::Portraits,
    formula: "var(Laplacian) at σ 0.6 / at σ 1.3, eyes and mouth at 96 px between the pupils, less noise",
};

/// That along the direction in which the camera or the head may have moved.
pub(super) static MOVED: Threshold = Threshold {
    reason: Reason::Blurred,
    measure: "motion_fineness",
    unit: Unit::Score,
    bound: Bound::AtLeast { mild: 2.9, strong: 1.8 },
    basis: Basis::Portraits,
    formula: "fineness with second differences along the direction of four that has the least",
};

/// The face's.
pub(super) static FACE: Threshold = Threshold {
    reason: Reason::Blurred,
    measure: "face_sharpness",
    unit: Unit::Score,
    bound: Bound::AtLeast { mild: 1.2, strong: 0.7 },
    basis: Basis::Portraits,
    formula: "100 var(Laplacian)/(variance + 1) on the face at 96 px between the pupils, less noise",
};

/// The eyes'.
pub(super) static EYES: Threshold = Threshold {
    reason: Reason::Blurred,
    measure: "eyes_sharpness",
    unit: Unit::Score,
    bound: Bound::AtLeast { mild: 2.6, strong: 1.6 },
    basis: Basis::Portraits,
    formula: "100 var(Laplacian)/(variance + 1) around the sharper eye, less noise",
};

/// Around each eye, and the mouth.
const PARTS: [Part; 3] = [
    [MIDDLE.0 - 80, MIDDLE.1 - 20, MIDDLE.0 - 16, MIDDLE.1 + 20],
    [MIDDLE.0 + 16, MIDDLE.1 - 20, MIDDLE.0 + 80, MIDDLE.1 + 20],
    [MIDDLE.0 - 40, MIDDLE.1 + 70, MIDDLE.0 + 40, MIDDLE.1 + 112],
];
/// Detail of less than this is none: what rounding to whole shades leaves.
const ROUNDING: f64 = 0.02;

pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(face) = scene.face() else { return };
    let Some(seen) = Seen::of(&scene.grey, &face.points) else { return };
    let marks = || around(scene, &face.points);
    let [fine, even, coarse] = &seen.levels;
    let all = &DIRECTIONS[..2];
    let noise = even.noise(all);
    let share =
        |part| 100.0 * (even.bends(part, all) - noise).max(0.0) / (even.variance(part) + 1.0);
    report.hold(&FACE, share(WHOLE), marks);
    let of_eyes = [
        (&EYES, share(PARTS[0]).max(share(PARTS[1]))),
        (&FINE, quotient(fine, coarse, all)),
        (
            &MOVED,
            DIRECTIONS
                .map(|one| quotient(fine, coarse, &[one]))
                .into_iter()
                .fold(f64::MAX, f64::min),
        ),
    ];
    let hidden = [Reason::EyesClosed, Reason::EyesCovered, Reason::GlareGlasses];
    let hidden = hidden.into_iter().any(|reason| report.warns_of(reason));
    for (threshold, value) in of_eyes {
        if hidden {
            report.measure(threshold.measure, value);
        } else {
            report.hold(threshold, value, marks);
        }
    }
}

/// How much finer detail there is than coarser, on eyes and mouth.
fn quotient(fine: &Level, coarse: &Level, along: &[(i32, i32)]) -> f64 {
    let detail = |level: &Level| {
        let noise = level.noise(along);
        let parts = PARTS.map(|part| (level.bends(part, along) - noise).max(0.0));
        parts.into_iter().sum::<f64>() + ROUNDING
    };
    detail(fine) / detail(coarse)
}

/// The eyes and the mouth.
fn around(scene: &Scene<'_>, points: &Points) -> Vec<Mark> {
    let ([x, y], [u, v]) = (points.pupil_left(), points.pupil_right());
    let eyes = points.eye_distance();
    let (left, right) = (x.min(u) - 0.4 * eyes, x.max(u) + 0.4 * eyes);
    let (top, bottom) = (y.min(v) - 0.4 * eyes, y.max(v) + 1.4 * eyes);
    vec![scene.rectangle(left, top, right - left, bottom - top)]
}
