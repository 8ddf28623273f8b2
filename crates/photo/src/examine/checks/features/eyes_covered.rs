//! An eye is covered.
//!
//! `lens_dark`, 0 to 1: what the points' model says of dark lenses, times how much darker both eyes
//! are than the cheeks below them (from 8 L\* on, wholly from 18): clear glasses mislead the model
//! alone, but do not darken.
//!
//! `eyes_alike`, −1 to 1: the correlation of the left eye's shades with those of the mirrored right
//! one. Where one eye is under hair, a patch or a hand it falls under 0.45; on portraits it is 0.55
//! and more (median 0.89). It is not held where an eye is closed or light lies on a lens, which does
//! the same.

use super::eye::{Eye, colours, middle_colour};
use crate::examine::close::{Close, EYES};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

pub(super) static LENSES: Threshold = Threshold {
    reason: Reason::EyesCovered,
    measure: "lens_dark",
    unit: Unit::Score,
    bound: Bound::AtMost { mild: 0.35, strong: 0.6 },
    basis: Basis::Synthetic,
    formula: "judgement of the points' model × darkening of both eyes against the cheeks, (ΔL* − 8) / 10, 0 to 1",
};

pub(super) static ALIKE: Threshold = Threshold {
    reason: Reason::EyesCovered,
    measure: "eyes_alike",
    unit: Unit::Score,
    bound: Bound::AtLeast { mild: 0.48, strong: 0.25 },
    basis: Basis::Synthetic,
    formula: "correlation of one eye's shades with the mirrored other's, −1 to 1; not where an eye is closed or a lens glares",
};

/// The least standard deviation of an eye's shades, of 255, at which they are compared.
const FLAT: f64 = 4.0;

/// Looks for dark lenses.
pub(super) fn lenses(scene: &Scene<'_>, report: &mut Report) {
    let (Some(face), Some(close)) = (scene.face(), &scene.close) else { return };
    let eyes = Eye::both(close, &face.points);
    let darker = eyes.map(|eye| darker(close, &eye));
    let least = f64::from(darker[0].min(darker[1]));
    let dark = f64::from(face.eyes_dark) * ((least - 8.0) / 10.0).clamp(0.0, 1.0);
    report.measure("eyes_dark", f64::from(face.eyes_dark));
    report.hold(&LENSES, dark, || eyes.iter().map(|eye| eye.mark(scene, close)).collect());
}

/// Looks whether one eye is covered.
pub(super) fn one(scene: &Scene<'_>, report: &mut Report) {
    let (Some(face), Some(close)) = (scene.face(), &scene.close) else { return };
    let eyes = Eye::both(close, &face.points);
    let Some(alike) = alike(close, &eyes) else { return };
    if report.warns_of(Reason::EyesClosed) || report.warns_of(Reason::GlareGlasses) {
        return report.measure(ALIKE.measure, alike);
    }
    report.hold(&ALIKE, alike, || {
        let [left, right] = eyes;
        let covered = if darker(close, &left) > darker(close, &right) { left } else { right };
        vec![covered.mark(scene, close)]
    });
}

/// How much darker an eye and what is around it is than the cheek below it, in L\*.
fn darker(close: &Close, eye: &Eye) -> f32 {
    let [x, y] = eye.middle();
    let here = middle_colour(&colours(close, [x, y], [0.25 * EYES, 0.17 * EYES], 2));
    let below = middle_colour(&colours(close, [x, y + 0.5 * EYES], [0.15 * EYES, 0.1 * EYES], 2));
    below[0] - here[0]
}

/// How alike the left eye and the mirrored right one are: the correlation of their shades. Nothing
/// where one of them shows hardly anything but noise.
fn alike(close: &Close, eyes: &[Eye; 2]) -> Option<f64> {
    let [left, right] = eyes.map(|eye| eye.middle());
    let shade = |x: f32, y: f32| {
        let [red, green, blue] = close.pixel(x as i32, y as i32).map(f64::from);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let mut pairs = Vec::new();
    for row in (-18_i16..=18).step_by(2) {
        for column in (-34_i16..=34).step_by(2) {
            let (u, v) = (f32::from(column), f32::from(row));
            pairs.push([shade(left[0] + u, left[1] + v), shade(right[0] - u, right[1] + v)]);
        }
    }
    let count = pairs.len() as f64;
    let mean = |at: usize| pairs.iter().map(|pair| pair[at]).sum::<f64>() / count;
    let means = [mean(0), mean(1)];
    let product = |a: usize, b: usize| {
        let products = pairs.iter().map(|pair| (pair[a] - means[a]) * (pair[b] - means[b]));
        products.sum::<f64>() / count
    };
    let (left, right) = (product(0, 0), product(1, 1));
    (left.min(right) >= FLAT * FLAT).then(|| product(0, 1) / (left * right).sqrt())
}
