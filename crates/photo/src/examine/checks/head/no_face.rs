//! No face is seen, or one whose features cannot be made out.
//!
//! Two things are asked: how surely the detector finds a face at all (`face_score`; 5 and more, plain
//! portraits over 10), and whether what lies under the fitted points looks like the points of a face
//! (`face_confidence`, 0 to 1; the judgement of the points' model, scaled so that a half parts faces
//! from the same faces upside down). Where nothing is found, `no_face` is strong and nothing is
//! measured. Where something is found whose points are not believed, the score decides what is said:
//! `no_face` where it is weak, as on folds and patterns; otherwise there is a face, and hair, a hand,
//! a reflection, deep shadow or a turn hides part of it: `face_covered`. Both are mild, for the model
//! also fails on faces that it was not trained on. ISO/IEC 39794-5 asks that all features be visible;
//! it has no number.

use crate::examine::report::Report;
use crate::examine::scene::{BELIEVED, Scene};
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{Severity, Unit};
use contract::photo::Reason;

pub(super) static SCORE: Threshold = Threshold {
    reason: Reason::NoFace,
    measure: "face_score",
    unit: Unit::Score,
    bound: Bound::AtLeast { mild: 7.0, strong: f64::NEG_INFINITY },
    basis: Basis::Portraits,
    formula: "the detector's score; only with face_confidence under 0.5; strong where no face is found",
};

pub(super) static FEATURES: Threshold = Threshold {
    reason: Reason::FaceCovered,
    measure: "face_confidence",
    unit: Unit::Score,
    bound: Bound::AtLeast { mild: BELIEVED as f64, strong: f64::NEG_INFINITY },
    basis: Basis::Portraits,
    formula: "how much what lies under the fitted points looks like them, 0 to 1 (points model); \
              only where face_score is 7 or more",
};

/// Looks for one.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(face) = scene.faces.first() else {
        return report.say(Reason::NoFace, Severity::Strong, Vec::new());
    };
    let (score, confidence) = (f64::from(face.score), f64::from(face.confidence));
    let mark = || {
        let bbox = face.bbox;
        vec![scene.rectangle(bbox.x - 0.5, bbox.y - 0.5, bbox.width, bbox.height)]
    };
    if scene.face().is_some() {
        report.measure(SCORE.measure, score);
        return report.measure(FEATURES.measure, confidence);
    }
    report.hold(&SCORE, score, mark);
    if report.warns_of(Reason::NoFace) {
        report.measure(FEATURES.measure, confidence);
    } else {
        report.hold(&FEATURES, confidence, mark);
    }
}
