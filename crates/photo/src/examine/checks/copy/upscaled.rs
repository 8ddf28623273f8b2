//! Whether the picture was made larger than it was taken.
//!
//! `missing_waves`: how much more the power of the waves falls in the upper half of the frequencies
//! than in the lower, in decibels: from 0.27 to 0.42 cycles per pixel less from 0.12 to 0.27, in the
//! window on the face that has more of them. Cameras' pictures fall about evenly; enlarging puts
//! nothing above the old finest wave, whatever the filter, so that the curve has a knee. (Traces of
//! interpolation by period, after Gallagher, were tried: JPEG at quality 95 covers them.)
//!
//! Blurred pictures miss fine waves too, and more of them: of those that are found blurred, and over
//! [`BLURRED`], nothing is said here. And it matters only where the face would have too few pixels
//! if the picture were made as small as its detail is: it is held to its limit under [`ENOUGH`]
//! pixels between the pupils. A soft picture of twelve megapixels is none such.
//!
//! Enlarging leaves at the finest waves what rounding and JPEG make there and nothing else. Where there
//! is more than [`FLOOR`], something fine is seen, be it noise, and the shape of the fall means
//! nothing: drawings and airbrushed faces fall as steeply. Nor is it held to anything where the eyes,
//! which have most of the face's fine detail, are shut, hidden or behind reflections. Never strong:
//! programs in cameras smooth as well, and enlarging by less than two is not told from that.

use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::spectrum::{SIDE, Windows, frequency};
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

/// How much there is less of fine waves than of others.
pub(super) static MISSING: Threshold = Threshold {
    reason: Reason::Upscaled,
    measure: "missing_waves",
    unit: Unit::Score,
    bound: Bound::AtMost { mild: 6.8, strong: f64::INFINITY },
    basis: Basis::Portraits,
    formula: "fall of power from 0.27 to 0.42 cycles/px less that from 0.12 to 0.27, dB, on the face",
};

/// Pixels between the pupils of a picture of which half the detail still makes a photo.
const ENOUGH: f32 = 260.0;
/// Enlarging reaches no more than this; from here on a lens did it.
const BLURRED: f64 = 14.5;
/// Power of the finest waves, in decibels, that an enlarged picture stays under.
const FLOOR: f64 = 36.0;

pub(super) fn judge(scene: &Scene<'_>, report: &mut Report, windows: &Windows) {
    let Some(face) = scene.face() else { return };
    let falls = windows.powers.iter().take(windows.on_face).map(|power| fall(power));
    let most = falls.reduce(|best, one| if one.middle > best.middle { one } else { best });
    let Some(Fall { missing, fine, .. }) = most else { return };
    report.measure("finest_waves", fine);
    let few = face.points.eye_distance() * scene.scale.0 < ENOUGH;
    let told = [Reason::Blurred, Reason::EyesClosed, Reason::EyesCovered, Reason::GlareGlasses];
    let told = told.into_iter().any(|reason| report.warns_of(reason));
    if few && missing <= BLURRED && fine < FLOOR && !told {
        report.hold(&MISSING, missing, Vec::new);
    } else {
        report.measure(MISSING.measure, missing);
    }
}

/// How the power falls towards fine waves, in decibels.
struct Fall {
    /// By how much more steeply at the finer ones.
    missing: f64,
    /// How much there is in the middle.
    middle: f64,
    /// And at the finest.
    fine: f64,
}

fn fall(power: &[f32]) -> Fall {
    let mut bands = [(0.0_f64, 0.0_f64); 3];
    for (at, power) in power.iter().enumerate() {
        let (x, y) = (frequency(at % SIDE), (at / SIDE) as i32);
        // 0.10–0.15, 0.25–0.30 and 0.40–0.45 cycles per pixel, in steps squared.
        let band = match x * x + y * y {
            655..1475 => 0,
            4096..5899 => 1,
            10_486..13_272 => 2,
            _ => continue,
        };
        bands[band] = (bands[band].0 + f64::from(*power), bands[band].1 + 1.0);
    }
    let [low, middle, high] =
        bands.map(|(sum, count)| 10.0 * libm::log10(sum / count.max(1.0) + 1e-3));
    // Enlarging leaves the lower fall and deepens the upper one until both end at what the file's
    // own rounding keeps: the curve has its knee in the middle.
    Fall { missing: low - 2.0 * middle + high, middle, fine: high }
}
