//! The head leans to one side.
//!
//! `roll`: degrees by which the line through the pupils leans clockwise. Mild from 5° (ICAO Doc
//! 9303: "less than ±5°"), strong from 8° (ISO/IEC 39794-5 allows 8).

use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

pub(super) static ROLL: Threshold = Threshold {
    reason: Reason::Tilted,
    measure: "roll",
    unit: Unit::Degrees,
    bound: Bound::Within { mild: [-5.0, 5.0], strong: [-8.0, 8.0] },
    basis: Basis::Rule,
    formula: "angle of the line through the pupils, clockwise; ICAO Doc 9303 5°, ISO/IEC 39794-5 8°",
};

/// Measures it.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(face) = scene.face() else { return };
    let (left, right) = (face.points.pupil_left(), face.points.pupil_right());
    let angle = libm::atan2f(right[1] - left[1], right[0] - left[0]).to_degrees();
    report.hold(&ROLL, f64::from(angle), || {
        let (u, v) = (0.6 * (right[0] - left[0]), 0.6 * (right[1] - left[1]));
        vec![scene.line([left[0] - u, left[1] - v], [right[0] + u, right[1] + v])]
    });
}
