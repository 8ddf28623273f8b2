//! An eye is closed.
//!
//! Two things are asked. `lid_gap`, the gap between the lids in percent of the eye's width, of the eye
//! that is less open: narrow eyes of portraits have 24 and more with a neutral face (median 37), 18
//! and more when smiling. `eyes_closed`, 0 to 1, is what the points' model says of both lids: at
//! most 0.09 on neutral portraits and 0.30 on smiling ones. Either alone is a mild warning; it is
//! strong only where both say so, so that nobody's narrow eyes are called closed by a measure of
//! length alone. Behind dark lenses or light on them neither is asked.
//!
//! The Open Source Face Image Quality project holds the gap to the face's length, with a limit of
//! 2 %, about the same.

use super::eye::Eye;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{Finding, Severity, Unit};
use contract::photo::Reason;

pub(super) static GAP: Threshold = Threshold {
    reason: Reason::EyesClosed,
    measure: "lid_gap",
    unit: Unit::Percent,
    bound: Bound::AtLeast { mild: 17.0, strong: 13.0 },
    basis: Basis::Synthetic,
    formula: "100 × gap of the lids / width of the eye, the smaller one; strong only with eyes_closed over 0.12",
};

pub(super) static CLOSED: Threshold = Threshold {
    reason: Reason::EyesClosed,
    measure: "eyes_closed",
    unit: Unit::Score,
    bound: Bound::AtMost { mild: 0.33, strong: f64::INFINITY },
    basis: Basis::Synthetic,
    formula: "judgement of the points' model, 0 open to 1 closed",
};

/// What the judgement must say at least where the gap alone would be a strong warning.
const BACKED: f32 = 0.12;

/// Measures both.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let (Some(face), Some(close)) = (scene.face(), &scene.close) else { return };
    let eyes = Eye::both(close, &face.points);
    let gaps = eyes.map(|eye| 100.0 * f64::from(eye.gap()));
    let gap = gaps[0].min(gaps[1]);
    if report.warns_of(Reason::EyesCovered) || report.warns_of(Reason::GlareGlasses) {
        report.measure(GAP.measure, gap);
        return report.measure(CLOSED.measure, f64::from(face.eyes_closed));
    }
    let marks = || {
        let least = if face.eyes_closed > BACKED { gap + 6.0 } else { gap };
        let shut = eyes.iter().zip(gaps).filter(|(_, own)| *own <= least);
        shut.map(|(eye, _)| eye.mark(scene, close)).collect()
    };
    report.measure(GAP.measure, gap);
    let gap = report.measured(GAP.measure).unwrap_or(gap);
    if let Some(severity) = GAP.bound.severity(gap) {
        let severity = if face.eyes_closed > BACKED { severity } else { Severity::Mild };
        report.find(Finding {
            code: GAP.reason,
            severity,
            measured: Some(gap),
            limit: Some(GAP.bound.limit()),
            unit: GAP.unit,
            region: marks(),
        });
    }
    report.hold(&CLOSED, f64::from(face.eyes_closed), || {
        eyes.iter().map(|eye| eye.mark(scene, close)).collect()
    });
}
