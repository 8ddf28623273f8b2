//! The pupils are red from a flash.
//!
//! `red_eye`: the share of the iris, as far as the lids leave it open, whose redness R² / (G² + B² + 14)
//! in sRGB numbers is over 3 and over 1.7 times that of the skin below the eyes, in percent; of the
//! redder eye. Pixels whose red is under 80 are no glow: the redness of dark brown eyes is noise.
//! The formula is Gaubatz' and Ulichney's (2002); the limits are ours.

use super::eye::{Eye, IRIS, median, places};
use crate::examine::close::{Close, EYES};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

pub(super) static RED: Threshold = Threshold {
    reason: Reason::RedEye,
    measure: "red_eye",
    unit: Unit::Percent,
    bound: Bound::AtMost { mild: 20.0, strong: 35.0 },
    basis: Basis::Synthetic,
    formula: "100 × share of the open iris with R² / (G² + B² + 14) over 3 and 1.7 × the skin's, R over 80",
};

/// Measures it.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let (Some(face), Some(close)) = (scene.face(), &scene.close) else { return };
    let eyes = Eye::both(close, &face.points);
    let below = eyes.iter().flat_map(|eye| {
        let [x, y] = eye.middle();
        places([x, y + 0.45 * EYES], [14.0, 10.0], 3).map(|(x, y)| redness(close, x, y))
    });
    let limit = (1.7 * median(below.collect())).max(3.0);
    let shares = eyes.map(|eye| share(close, &eye, limit));
    report.hold(&RED, 100.0 * f64::from(shares[0].max(shares[1])), || {
        let red = eyes.iter().zip(shares).filter(|(_, share)| *share > 0.1);
        red.map(|(eye, _)| eye.mark(scene, close)).collect()
    });
}

/// The share of the open iris that is redder than a limit.
fn share(close: &Close, eye: &Eye, limit: f32) -> f32 {
    let (mut all, mut red) = (0.0_f32, 0.0_f32);
    for (x, y) in places(eye.pupil, [IRIS, IRIS], 1) {
        let (u, v) = (x as f32 - eye.pupil[0], y as f32 - eye.pupil[1]);
        let open = (eye.upper[1]..=eye.lower[1]).contains(&(y as f32));
        if u * u + v * v <= IRIS * IRIS && open {
            all += 1.0;
            red += f32::from(u8::from(redness(close, x, y) > limit));
        }
    }
    // Of a slit nothing can be said.
    if all < 30.0 { 0.0 } else { red / all }
}

fn redness(close: &Close, x: i32, y: i32) -> f32 {
    let [red, green, blue] = close.pixel(x, y).map(f32::from);
    if red < 80.0 { 0.0 } else { red * red / (green * green + blue * blue + 14.0) }
}
