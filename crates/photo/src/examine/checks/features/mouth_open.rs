//! The mouth is open, or teeth show.
//!
//! `mouth_gap`: how many rows around the line on which the lips meet are darker than half the skin's
//! L\*, over the middle third of the mouth, in percent of the distance of the pupils (1 % is about
//! 0.6 mm). The points' own gap cannot be used: the model's few components hold no open mouth.
//! Portraits have at most 7, drawn mouths 3 when closed and up to 26.
//!
//! `teeth`: rows around that line that are as light as the skin and less red (a\* lower by 4), over
//! the middle three quarters of the mouth, in the same unit: at most 1.2 on neutral portraits, up to
//! 10 where people smile with their teeth. A smile with teeth is not the neutral face that IRCC asks
//! for, but no open mouth either: mild. Columns in and beside which anything is nearly white are left
//! out: that is a lamp mirrored on moist or oily lips, which are as light and as little red.

use super::eye::{colours, median, middle_colour};
use super::mouth::Mouth;
use crate::examine::close::{Close, EYES, MIDDLE};
use crate::examine::lab::{Lab, of_rgb};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

pub(super) static GAP: Threshold = Threshold {
    reason: Reason::MouthOpen,
    measure: "mouth_gap",
    unit: Unit::Percent,
    bound: Bound::AtMost { mild: 9.0, strong: 15.0 },
    basis: Basis::Synthetic,
    formula: "100 × rows darker than half the skin's L* where the lips meet (median of columns) / distance of the pupils",
};

pub(super) static TEETH: Threshold = Threshold {
    reason: Reason::MouthOpen,
    measure: "teeth",
    unit: Unit::Percent,
    bound: Bound::AtMost { mild: 2.0, strong: f64::INFINITY },
    basis: Basis::Portraits,
    formula: "100 × rows as light as the skin and less red by 4 a* where the lips meet (mean of columns) / distance of the pupils",
};

/// Red, green and blue of a reflection are all at least this.
const MIRRORED: u8 = 236;
/// Columns to both sides of one with a reflection that its rim takes.
const NEAR: usize = 3;

/// Measures both.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let (Some(face), Some(close)) = (scene.face(), &scene.close) else { return };
    let mouth = Mouth::of(close, &face.points);
    let nose = close.here(face.points.nose_base());
    // Skin on both cheeks.
    let cheek = |side: f32| {
        colours(close, [MIDDLE[0] + side * 0.45 * EYES, nose[1] - 0.1 * EYES], [12.0, 12.0], 2)
    };
    let skin = middle_colour(&[cheek(-1.0), cheek(1.0)].concat());
    let dark = (14_u8..=26)
        .map(|at| rows(close, mouth.line(f32::from(at) / 40.0), 20, |[l, ..]| l < 0.5 * skin[0]));
    let gap = f64::from(median(dark.collect())) / f64::from(EYES);
    report.hold(&GAP, 100.0 * gap, || vec![mouth.mark(scene, close)]);
    let mirrored: Vec<bool> =
        (0_u8..=40).map(|at| mirrors(close, mouth.line(f32::from(at) / 40.0))).collect();
    let light = (5_u8..=35).map(|at| {
        let tooth = |[l, a, _]: Lab| l > skin[0] && a < skin[1] - 4.0;
        let near = usize::from(at) - NEAR..=usize::from(at) + NEAR;
        if mirrored[near].contains(&true) {
            return 0.0;
        }
        rows(close, mouth.line(f32::from(at) / 40.0), 14, tooth)
    });
    let teeth = f64::from(light.sum::<f32>()) / 31.0 / f64::from(EYES);
    report.hold(&TEETH, 100.0 * teeth, || vec![mouth.mark(scene, close)]);
}

/// Whether anything above or below a place is nearly white.
fn mirrors(close: &Close, [x, y]: [f32; 2]) -> bool {
    let column = (-20..=20).map(|row| close.pixel(x as i32, y as i32 + row));
    column.into_iter().any(|rgb| rgb.iter().all(|number| *number >= MIRRORED))
}

/// How many pixels above and below a place are so.
fn rows(close: &Close, [x, y]: [f32; 2], reach: i32, so: impl Fn(Lab) -> bool) -> f32 {
    let column = (-reach..=reach).map(|row| of_rgb(close.pixel(x as i32, y as i32 + row)));
    column.filter(|colour| so(*colour)).count() as f32
}
