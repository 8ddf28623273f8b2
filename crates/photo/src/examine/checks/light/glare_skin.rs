//! Whether a lamp or a flash is mirrored on forehead, nose or cheeks.
//!
//! The largest connected spot of skin whose red, green and blue all come near to the most there is,
//! over all skin of the face. Skin itself never is that light without colour, so tone does not
//! matter: the natural sheen of very dark skin stays far below. Where the face as a whole is
//! over-exposed, only that is told.

use super::{Faced, NEAR_WHITE};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::skin::{ACROSS, Part, STEP, Skin};
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{Mark, Unit};
use contract::photo::Reason;

/// How large the largest spot is.
pub(super) static SPOT: Threshold = Threshold {
    reason: Reason::GlareSkin,
    measure: "skin_glare",
    unit: Unit::Percent,
    bound: Bound::AtMost { mild: 0.2, strong: 0.6 },
    basis: Basis::Portraits,
    formula: "largest connected spot of skin with red, green and blue of 238 and more, over the \
              skin of the face, unless the face is over-exposed",
};

pub(super) fn judge(scene: &Scene<'_>, faced: &Faced, report: &mut Report) {
    let spot = largest(&faced.skin).unwrap_or_default();
    let share = spot.samples as f64 * 100.0 / faced.samples.max(1) as f64;
    if report.warns_of(Reason::OverExposed) {
        return report.measure(SPOT.measure, share);
    }
    report.hold(&SPOT, share, || vec![outlined(scene, faced, &spot)]);
}

/// A connected spot: how many samples, and from where to where they reach.
#[derive(Clone, Copy, Default)]
struct Spot {
    samples: usize,
    from: [usize; 2],
    to: [usize; 2],
}

fn largest(skin: &Skin) -> Option<Spot> {
    let glares = |at: usize| skin.parts[at] == Part::Skin && skin.least[at] >= NEAR_WHITE;
    let mut seen = vec![false; skin.parts.len()];
    let mut best: Option<Spot> = None;
    let mut open = Vec::new();
    for start in 0..skin.parts.len() {
        if seen[start] || !glares(start) {
            continue;
        }
        seen[start] = true;
        open.push(start);
        let first = [start % ACROSS, start / ACROSS];
        let mut spot = Spot { samples: 0, from: first, to: first };
        while let Some(at) = open.pop() {
            spot.samples += 1;
            let place = [at % ACROSS, at / ACROSS];
            spot.from = [spot.from[0].min(place[0]), spot.from[1].min(place[1])];
            spot.to = [spot.to[0].max(place[0]), spot.to[1].max(place[1])];
            // Skin ends before the edge of the samples, so rows do not run into each other.
            for next in [at.wrapping_sub(1), at + 1, at.wrapping_sub(ACROSS), at + ACROSS] {
                if next < seen.len() && !seen[next] && glares(next) {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
        if best.is_none_or(|best| spot.samples > best.samples) {
            best = Some(spot);
        }
    }
    best
}

/// A box a little larger than the spot.
fn outlined(scene: &Scene<'_>, faced: &Faced, spot: &Spot) -> Mark {
    let step = STEP as f32;
    let [left, top] = spot.from.map(|at| at as f32 * step - 4.0);
    let [right, bottom] = spot.to.map(|at| (at + 1) as f32 * step + 4.0);
    let corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
    scene.outline(&corners.map(|place| faced.close.there(place)))
}
