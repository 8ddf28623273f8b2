//! Whether skin has a colour that skin does not have: under a lamp that is not white, by a filter, or
//! by a camera's wrong white.
//!
//! Two measures. The cast is the tint that the background and the whites of the eyes share: a
//! coloured wall tints only itself, and a tired eye only itself. The complexion is how far the
//! cheeks' colour lies outside of what skin has, from the palest to the darkest: a hue of 15 to 78
//! degrees and a chroma of 4 to 42 (in good light 20 to 63 and 9 to 26 were seen; see the
//! calibration report). Neither looks at how light skin is. Where all is grey, `greyscale` says so.

use super::Faced;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{Mark, Unit};
use contract::photo::Reason;

/// How far the light's colour is from white.
pub(super) static CAST: Threshold = Threshold {
    reason: Reason::UnnaturalColour,
    measure: "colour_cast",
    unit: Unit::Chroma,
    bound: Bound::AtMost { mild: 13.0, strong: 20.0 },
    basis: Basis::Portraits,
    formula: "the part of the background's median (a*, b*) that the whites of the eyes, less (3, 2) \
              and made as light as it, have too",
};

/// How far the cheeks' colour is from that of any skin.
pub(super) static COMPLEXION: Threshold = Threshold {
    reason: Reason::UnnaturalColour,
    measure: "complexion_distance",
    unit: Unit::Chroma,
    bound: Bound::AtMost { mild: 3.0, strong: 8.0 },
    basis: Basis::Portraits,
    formula: "distance of the cheeks' median (a*, b*) from hue 15 to 78 degrees, chroma 4 to 42",
};

/// What the whites of eyes have in white light.
const WHITES: [f32; 2] = [3.0, 2.0];
/// Sines and cosines of the hues between which skin lies.
const REDDEST: [f32; 2] = [0.965_925_8, 0.258_819];
const YELLOWEST: [f32; 2] = [0.207_911_7, 0.978_147_6];

pub(super) fn judge(scene: &Scene<'_>, faced: &Faced, report: &mut Report) {
    let [_, a, b] = faced.skin.cheek();
    let distance = f64::from(distance([a, b]));
    if report.warns_of(Reason::Greyscale) {
        return report.measure(COMPLEXION.measure, distance);
    }
    let marks = || -> Vec<Mark> { faced.outline(scene) };
    if let Some(cast) = cast(scene, faced) {
        report.hold(&CAST, f64::from(cast), marks);
    }
    // What is clipped has lost its colour.
    if report.warns_of(Reason::OverExposed) {
        return report.measure(COMPLEXION.measure, distance);
    }
    report.hold(&COMPLEXION, distance, marks);
}

/// The tint that background and eyes share.
fn cast(scene: &Scene<'_>, faced: &Faced) -> Option<f32> {
    let ground = scene.ground.as_ref()?;
    let whites = faced.skin.whites?;
    let tint = ground.tint;
    let length = (tint[0] * tint[0] + tint[1] * tint[1]).sqrt();
    if length < f32::EPSILON {
        return Some(0.0);
    }
    // The same light tints what is darker less.
    let scale = (ground.lightness / whites[0].max(1.0)).clamp(0.5, 2.0);
    let eyes = [(whites[1] - WHITES[0]) * scale, (whites[2] - WHITES[1]) * scale];
    let along = (eyes[0] * tint[0] + eyes[1] * tint[1]) / length;
    Some(along.clamp(0.0, length))
}

/// How far a colour lies outside of what skin has.
fn distance([a, b]: [f32; 2]) -> f32 {
    let chroma = (a * a + b * b).sqrt();
    // Across the lines of the outermost hues; positive outside.
    let redder = REDDEST[1] * a - REDDEST[0] * b;
    let yellower = YELLOWEST[0] * b - YELLOWEST[1] * a;
    let hue = if a * REDDEST[0] + b * YELLOWEST[1] < 0.0 { chroma } else { redder.max(yellower) };
    hue.max(chroma - 42.0).max(4.0 - chroma).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn skin_of_every_tone_lies_within() {
        for colour in [[6.0, 6.5], [11.0, 10.0], [8.6, 20.0], [13.0, 16.0], [25.0, 30.0]] {
            assert!(distance(colour) < 1e-6, "{colour:?}");
        }
    }

    #[test]
    fn what_no_skin_has_lies_outside_by_its_distance() {
        assert!((distance([0.0, 0.0]) - 4.0).abs() < 1e-4, "grey");
        assert!((distance([-20.0, 0.0]) - 20.0).abs() < 1e-4, "green");
        assert!(distance([0.0, -15.0]) > 14.0, "blue");
        assert!((distance([0.0, 30.0]) - 6.237).abs() < 1e-2, "yellow");
        assert!(distance([30.0, -5.0]) > 10.0, "magenta");
        assert!((distance([36.0, 36.0]) - 8.912).abs() < 1e-2, "glowing");
    }
}
