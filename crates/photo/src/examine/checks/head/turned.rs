//! The face looks to one side.
//!
//! `yaw`, in degrees to the right of the picture, is a linear estimate from ten features of the
//! points in the eyes' own frame (x along the line through the pupils, in distances of the pupils):
//! where nose, nostrils, mouth, chin, jaw, inner corners of the eyes, brows, ears and crown lie beside
//! the middle of the eyes, and how much wider the right eye is than the left. The ratio of distances
//! from nose to eyes alone has a deviation of 3.5° on faces that look straight ahead; all of them
//! together have 1.5° there, 1.7° on portraits that were bent by up to 25° and 2.2° on drawn ones.
//! The weights are of a ridge regression on those. ICAO Doc 9303 asks for less than 5°; the warning
//! begins at 8° for what the estimate errs.
//!
//! Looking up or down is not judged: from points in a plane it cannot be told from a long or a short
//! face (deviation 4.8°, half of a nod is missed).

use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use crate::face::{Place, Points};
use contract::examination::Unit;
use contract::photo::Reason;

pub(super) static YAW: Threshold = Threshold {
    reason: Reason::Turned,
    measure: "yaw",
    unit: Unit::Degrees,
    bound: Bound::Within { mild: [-8.0, 8.0], strong: [-13.0, 13.0] },
    basis: Basis::Synthetic,
    formula: "ridge regression of the turn on ten features of the points, degrees to the right; ICAO Doc 9303",
};

/// Degrees for each feature, in the order of [`features`].
const WEIGHTS: [f32; 10] =
    [23.25, -6.71, 11.68, -14.51, 9.82, -51.65, -1.09, -31.21, -14.26, -5.11];

/// Measures it.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(face) = scene.face() else { return };
    let points = &face.points;
    let found = features(points);
    let yaw: f32 = found.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    report.hold(&YAW, f64::from(yaw), || {
        // Where the nose is, and where the middle of the eyes and mouth is.
        let (left, right) = (points.pupil_left(), points.pupil_right());
        let top = [(left[0] + right[0]) / 2.0, (left[1] + right[1]) / 2.0];
        vec![scene.line(top, points.nose_base()), scene.line(points.nose_base(), points.chin())]
    });
}

/// How far from the middle the features of a face lie.
fn features(points: &Points) -> [f32; 10] {
    let (left, right) = (points.pupil_left(), points.pupil_right());
    let (u, v) = (right[0] - left[0], right[1] - left[1]);
    let square = (u * u + v * v).max(f32::MIN_POSITIVE);
    let middle = [(left[0] + right[0]) / 2.0, (left[1] + right[1]) / 2.0];
    let x = |[x, y]: Place| ((x - middle[0]) * u + (y - middle[1]) * v) / square;
    let both = |one: Place, other: Place| (x(one) + x(other)) / 2.0;
    let ([a, b, ..], [c, d, ..]) = (points.eye_left(), points.eye_right());
    let (wide_left, wide_right) = ((x(a) - x(b)).abs(), (x(c) - x(d)).abs());
    let wide = (wide_left + wide_right).max(f32::MIN_POSITIVE);
    let [nostril_left, nostril_right] = points.nostrils();
    let jaw = points.jaw();
    let (brow_left, brow_right) = (points.brow_left(), points.brow_right());
    let (ear_left, ear_right) = (points.ear_left(), points.ear_right());
    [
        x(points.nose_base()),
        both(nostril_left, nostril_right),
        both(points.mouth_left(), points.mouth_right()),
        x(points.chin()),
        // The third points from the ears.
        both(jaw[1], jaw[7]),
        (wide_right - wide_left) / wide,
        both(b, d),
        both(brow_left[0], brow_right[0]),
        (both(ear_left[0], ear_right[0]) + both(ear_left[1], ear_right[1])) / 2.0,
        x(points.crown()),
    ]
}
