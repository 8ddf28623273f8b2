//! Whether one half of the face is lit more than the other.
//!
//! How much light the darker half has of the lighter one's, by the median lightness of squares that
//! lie alike on both: cheeks beside the nose, cheeks further out, forehead. Of these the middle one
//! counts, so that hair over one cheek or on one side of the forehead, a scar or a birthmark does
//! not. Where the forehead is covered, the lesser of the other two counts, if both are darker on the
//! same side. The zones are those of ISO/IEC 29794-5 (illumination uniformity); medians stand for
//! its intersection of histograms, which noise and beards disturb, and the share of light for a
//! difference of lightness, which is smaller in dark skin under the same lamps.

use super::Faced;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::skin::Pair;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{Mark, Unit};
use contract::photo::Reason;

/// How unlike the halves are.
pub(super) static HALVES: Threshold = Threshold {
    reason: Reason::UnevenLight,
    measure: "darker_half",
    unit: Unit::Percent,
    bound: Bound::AtLeast { mild: 62.0, strong: 45.0 },
    basis: Basis::Portraits,
    formula: "light of the darker half over that of the lighter, middle one of three: inner cheek, \
              outer cheek, forehead (medians over squares); without a forehead the one nearer to 1 \
              of the first two where they agree which half is darker",
};

/// Under this many hundredths it is no shadow, but something dark before that half: the light that
/// a room gives back leaves more even where a single lamp stands beside the face.
const HIDDEN: f64 = 20.0;

pub(super) fn judge(scene: &Scene<'_>, faced: &Faced, report: &mut Report) {
    let skin = &faced.skin;
    let (inner, outer) = (ratio(skin.cheeks), ratio(skin.temples));
    let middle = match skin.forehead.map(ratio) {
        Some(forehead) => inner.min(outer).max(inner.max(outer).min(forehead)),
        None if inner > 1.0 && outer > 1.0 => inner.min(outer),
        None if inner < 1.0 && outer < 1.0 => inner.max(outer),
        None => 1.0,
    };
    let share = if middle > 1.0 { 1.0 / middle } else { middle };
    let share = f64::from(100.0 * share);
    // What hides an eye or more, hair above all, hides the skin of that half; and is told already.
    let covered = report.warns_of(Reason::EyesCovered) || report.warns_of(Reason::FaceCovered);
    if covered || share < HIDDEN {
        return report.measure(HALVES.measure, share);
    }
    report.hold(&HALVES, share, || {
        let darker = usize::from(middle > 1.0);
        [skin.cheeks, skin.temples].map(|pair| mark(scene, faced, pair, darker)).to_vec()
    });
}

/// Light of the left one over that of the right one.
fn ratio([left, right]: Pair) -> f32 {
    light(left.colour[0]) / light(right.colour[0])
}

/// The light of a lightness L\* (CIE 15), but for what no camera tells from black.
fn light(lightness: f32) -> f32 {
    let root = (lightness.max(4.0) + 16.0) / 116.0;
    root * root * root
}

fn mark(scene: &Scene<'_>, faced: &Faced, pair: Pair, at: usize) -> Mark {
    let patch = pair[at];
    let ([x, y], [wide, high]) = (patch.middle, patch.half);
    let corners = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]];
    let places = corners.map(|[u, v]| faced.close.there([x + u * wide, y + v * high]));
    scene.outline(&places)
}
