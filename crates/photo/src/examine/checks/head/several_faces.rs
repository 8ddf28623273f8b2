//! More than one face is seen.
//!
//! `faces` counts the faces whose box is at least 35 % as wide as that of the face that the photo is
//! of, and whose features are believed as much as that one's must be. Smaller ones are on clothes,
//! jewellery or pictures on a wall, which the background's checks see; those that are not believed
//! are folds and patterns. ICAO Doc 9303 and ISO/IEC 39794-5 ask for one face; the share is ours.

use crate::examine::report::Report;
use crate::examine::scene::{BELIEVED, Scene};
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

/// The width of a face's box to that of the photo's, from which it counts.
const SIZE: f32 = 0.35;

pub(super) static FACES: Threshold = Threshold {
    reason: Reason::SeveralFaces,
    measure: "faces",
    unit: Unit::Count,
    bound: Bound::AtMost { mild: 1.0, strong: 1.0 },
    basis: Basis::Rule,
    formula: "faces of 35 % of the first one's width and more with confidence 0.5 and more",
};

/// Counts them.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(first) = scene.face() else {
        return report.measure(FACES.measure, 0.0);
    };
    let counts = |face: &&crate::face::Face| {
        face.confidence >= BELIEVED && face.bbox.width >= SIZE * first.bbox.width
    };
    let others: Vec<_> = scene.faces.0.iter().skip(1).filter(counts).collect();
    report.hold(&FACES, (1 + others.len()) as f64, || {
        let boxes = others.iter().map(|face| face.bbox);
        boxes.map(|at| scene.rectangle(at.x - 0.5, at.y - 0.5, at.width, at.height)).collect()
    });
}
