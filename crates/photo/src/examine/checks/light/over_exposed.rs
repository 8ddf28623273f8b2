//! Whether there is so much light that skin loses what is seen in it.
//!
//! The share of the face's skin in which at least two of red, green and blue are clipped (247 and
//! more of 255): there a camera has lost shape and colour. Red alone clips in well-lit pale skin
//! without harm. Near-white spots on a face that is not light as a whole are reflections, which
//! `glare_skin` tells. In good light none was seen in any group; one stop over, up to 40 % in pale
//! skin.

use super::Faced;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

/// How much of the face is clipped.
pub(super) static CLIPPED: Threshold = Threshold {
    reason: Reason::OverExposed,
    measure: "face_clipped",
    unit: Unit::Percent,
    bound: Bound::AtMost { mild: 0.5, strong: 5.0 },
    basis: Basis::Portraits,
    formula: "share of the skin of the face with two of red, green, blue at 247 and more; where the median \
              L* of the face is at most 90, without what has all three at 215 and more",
};

pub(super) fn judge(scene: &Scene<'_>, faced: &Faced, report: &mut Report) {
    report.hold(&CLIPPED, f64::from(faced.clipped), || faced.outline(scene));
}
