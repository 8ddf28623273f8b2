//! The head is too small or too large in the frame.
//!
//! `head_height` is the distance from chin to crown, along the head, in percent of the photo's
//! height. IRCC asks for 31 to 36 mm of 70: 44.3 to 51.4 %, and that is the limit that is told. The
//! warning is mild at once beyond it and strong from 5 % beyond it (42.0, 53.7): the crown is the
//! skull's top as it is guessed through the hair, and a fit of it has a standard deviation of 2.6 %
//! of the head's height. A head of 47.5 % is so called small or large by mistake once in a hundred
//! photos, and strongly never.
//!
//! Judged only where the picture has the shape of a photo: before it is framed, the size says nothing.

use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use crate::face::{Place, Points};
use contract::examination::{Finding, HEAD_MM, Limit, PHOTO_MM, Unit};
use contract::photo::Reason;

pub(super) static SMALL: Threshold = Threshold {
    reason: Reason::HeadTooSmall,
    measure: "head_height",
    unit: Unit::Percent,
    bound: Bound::AtLeast { mild: 44.3, strong: 42.0 },
    basis: Basis::Rule,
    formula: "100 × chin to crown / height of the photo; IRCC 31 mm of 70",
};

pub(super) static LARGE: Threshold = Threshold {
    reason: Reason::HeadTooLarge,
    measure: "head_height",
    unit: Unit::Percent,
    bound: Bound::AtMost { mild: 51.4, strong: 53.7 },
    basis: Basis::Rule,
    formula: "100 × chin to crown / height of the photo; IRCC 36 mm of 70",
};

/// Measures it.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(face) = scene.face() else { return };
    let points = &face.points;
    let share = 100.0 * f64::from(points.head_height()) / scene.work.height as f64;
    if !scene.is_framed() {
        return report.measure("head_height_unframed", share);
    }
    report.measure(SMALL.measure, share);
    let Some(share) = report.measured(SMALL.measure) else { return };
    for threshold in [&SMALL, &LARGE] {
        let Some(severity) = threshold.bound.severity(share) else { continue };
        let tenth = |mm: f64| (1000.0 * mm / PHOTO_MM).round() / 10.0;
        report.find(Finding {
            code: threshold.reason,
            severity,
            measured: Some(share),
            limit: Some(Limit::Within([tenth(HEAD_MM.0), tenth(HEAD_MM.1)])),
            unit: threshold.unit,
            region: [points.chin(), points.crown()]
                .map(|place| across(scene, points, place))
                .to_vec(),
        });
    }
}

/// A line through a place, as wide as the head and as oblique as the eyes.
fn across(scene: &Scene<'_>, points: &Points, [x, y]: Place) -> contract::examination::Mark {
    let (left, right) = (points.pupil_left(), points.pupil_right());
    let (u, v) = (1.4 * (right[0] - left[0]), 1.4 * (right[1] - left[1]));
    scene.line([x - u, y - v], [x + u, y + v])
}
