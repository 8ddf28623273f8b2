//! Light is reflected by the glasses.
//!
//! `lens_glare`: how much of a box of ±0.28 distances of the pupils around each eye is under spots
//! near white (each of R, G, B 240 and more), in percent, of the brighter eye. A spot counts where it
//! reaches into the iris or over the pupil, or where half its rim falls off by 50 within 3 pixels and
//! it ends within the box: light on skin, oily or over-exposed, lies beside the eye and has a soft
//! rim. Eyes' own catchlights are far smaller: portraits have at most 0.02. It is mild from 2 %, or
//! from 0.5 % where it reaches into the iris; strong from 4 %, or where a tenth of the iris is under
//! it. Where the cheeks are nearly white themselves, only what lies on the iris counts, and mildly.
//! The box is photo-independent since the face is at one scale; OFIQ has no such check.

use super::eye::{Eye, IRIS, places};
use crate::examine::close::{Close, EYES};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{Finding, Severity, Unit};
use contract::photo::Reason;

pub(super) static GLARE: Threshold = Threshold {
    reason: Reason::GlareGlasses,
    measure: "lens_glare",
    unit: Unit::Percent,
    bound: Bound::AtMost { mild: 2.0, strong: 4.0 },
    basis: Basis::Synthetic,
    formula: "100 × share of ±0.28 pupils' distances around an eye under spots of 240 and more that \
              reach the iris or have a sharp rim; four times as strict where they reach the iris",
};

/// Numbers from which a pixel is near white.
const WHITE: u8 = 240;
/// Pixels of an iris that a catchlight of its own may take.
const CATCHLIGHT: usize = 15;
/// Pixels from the middle of the pupil that no catchlight of its own fills.
const PUPIL: f32 = 4.0;
/// The share of the iris under light from which it is strong.
const HIDDEN: f32 = 0.1;

/// Numbers from which the cheeks' least colour makes them nearly white themselves.
const PALE: u8 = 215;

/// Measures it.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let (Some(face), Some(close)) = (scene.face(), &scene.close) else { return };
    let eyes = Eye::both(close, &face.points);
    let seen = eyes.map(|eye| lit(close, &eye));
    let worse = if seen[0].share >= seen[1].share { seen[0] } else { seen[1] };
    report.measure(GLARE.measure, 100.0 * f64::from(worse.share));
    let Some(share) = report.measured(GLARE.measure) else { return };
    let iris = seen[0].iris.max(seen[1].iris);
    let on_iris = seen[0].hides || seen[1].hides;
    let strict = if on_iris { 4.0 * share } else { share };
    let Some(severity) = GLARE.bound.severity(strict) else { return };
    let hides = iris > HIDDEN * std::f32::consts::PI * IRIS * IRIS;
    let pale = seen[0].cheek.max(seen[1].cheek) >= PALE;
    let severity = match (pale, on_iris, hides) {
        (true, false, _) => return,
        (true, true, _) => Severity::Mild,
        (false, _, true) => Severity::Strong,
        (false, ..) => severity,
    };
    report.find(Finding {
        code: GLARE.reason,
        severity,
        measured: Some(share),
        limit: Some(contract::examination::Limit::One(if on_iris { 0.5 } else { 2.0 })),
        unit: GLARE.unit,
        region: eyes
            .iter()
            .zip(seen)
            .filter(|(_, seen)| seen.share > 0.004)
            .map(|(eye, _)| eye.mark(scene, close))
            .collect(),
    });
}

/// What is near white around an eye.
#[derive(Clone, Copy)]
struct Lit {
    /// Its share of the box.
    share: f32,
    /// Pixels of it on the iris.
    iris: f32,
    /// Whether it is more there than a catchlight.
    hides: bool,
    /// The least of red, green and blue of the cheek below.
    cheek: u8,
}

/// Pixels from the middle of the box to its edges.
const REACH: i32 = (0.28 * EYES) as i32;
/// Pixels across and down.
const SIDE: usize = 2 * REACH as usize + 1;
/// Pixels over which the edge of a reflection falls off.
const EDGE: i32 = 3;
/// By how much it falls at least.
const FALL: u8 = 50;

/// A connected spot near white: how many pixels in all, within the iris and about the pupil, how many
/// steps lead out of it and how many of them down steeply, and whether the box cuts it off.
#[derive(Default)]
struct Spot {
    all: usize,
    iris: usize,
    pupil: usize,
    rim: usize,
    steep: usize,
    cut: bool,
}

/// Looks for spots.
fn lit(close: &Close, eye: &Eye) -> Lit {
    let [left, top] = eye.middle().map(|at| at.clamp(-1e5, 1e5) as i32 - REACH);
    let place = |at: usize| (left + (at % SIDE) as i32, top + (at / SIDE) as i32);
    let mut open: Vec<bool> = Vec::with_capacity(SIDE * SIDE);
    open.extend((0..SIDE * SIDE).map(|at| least(close, place(at)) >= WHITE));
    let white = open.clone();
    let (mut counted, mut iris, mut hides) = (0, 0, false);
    let mut next = Vec::new();
    for start in 0..open.len() {
        if !open[start] {
            continue;
        }
        open[start] = false;
        next.push(start);
        let mut spot = Spot::default();
        while let Some(at) = next.pop() {
            let (x, y) = place(at);
            let (u, v) = (x as f32 - eye.pupil[0], y as f32 - eye.pupil[1]);
            let far = u * u + v * v;
            let between = (eye.upper[1]..eye.lower[1]).contains(&(y as f32));
            spot.all += 1;
            spot.iris += usize::from(between && far <= IRIS * IRIS);
            spot.pupil += usize::from(far <= PUPIL * PUPIL);
            let (column, row) = (at % SIDE, at / SIDE);
            if column == 0 || row == 0 || column == SIDE - 1 || row == SIDE - 1 {
                spot.cut = true;
                continue;
            }
            for (to, u, v) in
                [(at - 1, -1, 0), (at + 1, 1, 0), (at - SIDE, 0, -1), (at + SIDE, 0, 1)]
            {
                if !white[to] {
                    let out = least(close, (x + EDGE * u, y + EDGE * v));
                    spot.rim += 1;
                    spot.steep += usize::from(out < WHITE - FALL);
                } else if std::mem::take(&mut open[to]) {
                    next.push(to);
                }
            }
        }
        iris += spot.iris;
        let over = spot.iris > CATCHLIGHT || spot.pupil > CATCHLIGHT;
        hides |= over;
        if over || (!spot.cut && 2 * spot.steep > spot.rim) {
            counted += spot.all;
        }
    }
    let [x, y] = eye.middle();
    let below = places([x, y + 0.5 * EYES], [0.15 * EYES, 0.1 * EYES], 2);
    let mut cheek: Vec<u8> = below.map(|place| least(close, place)).collect();
    cheek.sort_unstable();
    let cheek = cheek.get(cheek.len() / 2).copied().unwrap_or(0);
    Lit { share: counted as f32 / white.len() as f32, iris: iris as f32, hides, cheek }
}

/// The least of red, green and blue.
fn least(close: &Close, (x, y): (i32, i32)) -> u8 {
    let [red, green, blue] = close.pixel(x, y);
    red.min(green).min(blue)
}
