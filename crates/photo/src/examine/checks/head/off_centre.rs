//! The face is not in the middle of the frame.
//!
//! `centre_dx`: the middle between the pupils beside the middle of the photo, in percent of its width.
//! IRCC asks for a centred face; 5 % is ISO/IEC 39794-5's tolerance (45 to 55 % of the width).
//! `centre_dy`: how far the middle between chin and crown lies under where it is proposed (28.6 mm of
//! 70), in percent of the photo's height. No rule gives a number for it: a photo is warned of, mildly,
//! only where the head lies so near an edge that nobody would call it centred.
//!
//! Judged only where the picture has the shape of a photo.

use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{HEAD_MIDDLE_MM, PHOTO_MM, Unit};
use contract::photo::Reason;

pub(super) static ACROSS: Threshold = Threshold {
    reason: Reason::OffCentre,
    measure: "centre_dx",
    unit: Unit::Percent,
    bound: Bound::Within { mild: [-5.0, 5.0], strong: [-8.0, 8.0] },
    basis: Basis::Rule,
    formula: "100 × (eyes' midpoint − middle of the photo) / width, to the right; ISO/IEC 39794-5",
};

pub(super) static DOWN: Threshold = Threshold {
    reason: Reason::OffCentre,
    measure: "centre_dy",
    unit: Unit::Percent,
    bound: Bound::Within { mild: [-12.0, 16.0], strong: [f64::NEG_INFINITY, f64::INFINITY] },
    basis: Basis::Portraits,
    formula: "100 × (middle between chin and crown − 28.6 mm of 70) / height of the photo, down; no rule has a number",
};

/// Measures both.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(face) = scene.face().filter(|_| scene.is_framed()) else { return };
    let (left, right) = (face.points.pupil_left(), face.points.pupil_right());
    let (chin, crown) = (face.points.chin(), face.points.crown());
    let (width, height) = (scene.work.width as f32, scene.work.height as f32);
    let across = (left[0] + right[0]) / 2.0 + 0.5;
    let down = (chin[1] + crown[1]) / 2.0 + 0.5;
    let upright = |x: f32| scene.line([x, 0.0], [x, height - 1.0]);
    report.hold(&ACROSS, 100.0 * f64::from(across / width - 0.5), || {
        vec![upright(width / 2.0 - 0.5), upright(across - 0.5)]
    });
    let usual = HEAD_MIDDLE_MM / PHOTO_MM;
    report.hold(&DOWN, 100.0 * (f64::from(down / height) - usual), || {
        vec![scene.line([0.0, down - 0.5], [width - 1.0, down - 0.5])]
    });
}
