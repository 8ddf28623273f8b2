//! Whether a haze lies over the picture: dirt on the lens, light into it, a faded print, a program.
//!
//! How much of the way from the picture's white down to black the head takes up. Pupils, nostrils
//! and lashes are nearly black and a wall or the whites of the eyes are light whoever is
//! photographed, so it does not depend on the tone of skin or hair; and as it is a share of what
//! light there is, a picture that is only too dark keeps it.

use super::Faced;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

/// How far down to black it goes.
pub(super) static DEPTH: Threshold = Threshold {
    reason: Reason::LowContrast,
    measure: "head_contrast",
    unit: Unit::Percent,
    bound: Bound::AtLeast { mild: 60.0, strong: 48.0 },
    basis: Basis::Portraits,
    formula: "100 (W - B) / W; W the most of the background's median L* and the 99th percentile of \
              L* over the head, B the least of the 1st percentile over the head and the 10th within \
              the irises",
};

pub(super) fn judge(scene: &Scene<'_>, faced: &Faced, report: &mut Report) {
    let ground = scene.ground.as_ref().map_or(0.0, |ground| ground.lightness);
    let white = ground.max(faced.lightest).max(1.0);
    let black = faced.darkest.min(faced.skin.irises.unwrap_or(100.0));
    report.measure("head_black", f64::from(black));
    let depth = f64::from(100.0 * (white - black) / white);
    // Too much light lifts blacks too, and is told already.
    if report.warns_of(Reason::OverExposed) {
        return report.measure(DEPTH.measure, depth);
    }
    report.hold(&DEPTH, depth, || faced.outline(scene));
}
