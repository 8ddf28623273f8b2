//! Part of the face is covered.
//!
//! `nostrils`: how much darker the darkest place at each nostril is than the cheeks, in percent of how
//! much darker the eyes (pupils, lashes) are than the cheeks; the lesser of both. It is taken of light
//! and not of lightness, so that haze, exposure and the tone of skin leave it as it is. A mask leaves
//! under 20; portraits have 85 and more, in haze too, and so have beards, head scarves and turbans,
//! which leave the nose free. The warning is strong where, besides, the colour above the upper lip is
//! not the skin's (over 15 in a\*b\* from that between the eyes; portraits at most 12).
//!
//! `lower_alike`, −1 to 1: how alike the face from nose to chin is to its mirrored image: the
//! correlation of how the shades of squares of 4 pixels change downwards, at the best of the places
//! within ±8 pixels. A hand before the mouth has the skin's colour, but lies askew: at most 0.36 in
//! drawings. Portraits have 0.70 and more, with beards and smiles and one stop too dark, and faces
//! turned by 25° 0.55 and more; light from the side leaves it as it is. It is held only where the
//! model has some doubt about the points (confidence under 0.9), and never strong.

use super::eye::{Eye, colours, middle_colour};
use super::mouth::Mouth;
use crate::examine::close::{Close, EYES, MIDDLE};
use crate::examine::lab::Lab;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use crate::face::Place;
use contract::examination::{Finding, Mark, Severity, Unit};
use contract::photo::Reason;

pub(super) static NOSTRILS: Threshold = Threshold {
    reason: Reason::FaceCovered,
    measure: "nostrils",
    unit: Unit::Percent,
    bound: Bound::AtLeast { mild: 50.0, strong: 30.0 },
    basis: Basis::Synthetic,
    formula: "100 × (light of the cheeks − least light at each nostril) / (light of the cheeks − \
              5th percentile of light around the eyes), the lesser; strong only with another \
              colour than skin above the lip",
};

pub(super) static ALIKE: Threshold = Threshold {
    reason: Reason::FaceCovered,
    measure: "lower_alike",
    unit: Unit::Score,
    bound: Bound::AtLeast { mild: 0.48, strong: f64::NEG_INFINITY },
    basis: Basis::Synthetic,
    formula: "correlation of the lower face's changes of shade downwards with their mirrored image, \
              −1 to 1; only with face_confidence under 0.9",
};

/// How far in a\*b\* the colour above the lip is from the skin's where it is cloth.
const CLOTH: f32 = 15.0;
/// Light between cheeks and eyes under which a picture is too dark to say.
const DARK: f32 = 0.01;
/// Under this confidence an uneven lower face is told.
const DOUBTED: f32 = 0.9;

/// Measures both. Of a face that is not believed the points say nothing: that is told before.
pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let (Some(face), Some(close)) = (scene.face(), &scene.close) else { return };
    let eyes = Eye::both(close, &face.points);
    let mouth = Mouth::of(close, &face.points);
    let nose = close.here(face.points.nose_base());
    let below = |eye: &Eye| {
        let [x, y] = eye.middle();
        colours(close, [x, y + 0.36 * EYES], [12.0, 8.0], 2)
    };
    let cheeks = middle_colour(&[below(&eyes[0]), below(&eyes[1])].concat());
    let marks = || {
        let jaw = face.points.jaw();
        let mut around = vec![face.points.nose_base()];
        around.extend(jaw.get(2..7).unwrap_or_default());
        vec![scene.outline(&around)]
    };
    let skin = light(cheeks[0]);
    let depth = skin - light(darkness(close, &eyes));
    let nostrils = face.points.nostrils().map(|place| {
        let [x, y] = close.here(place);
        let place = [0.6 * x + 0.4 * nose[0], y.max(nose[1] - 6.0)];
        let dark = colours(close, place, [7.0, 9.0], 1);
        skin - light(dark.iter().map(|colour| colour[0]).fold(100.0, f32::min))
    });
    if depth >= DARK {
        report.measure(NOSTRILS.measure, f64::from(100.0 * nostrils[0].min(nostrils[1]) / depth));
        if let Some(least) = report.measured(NOSTRILS.measure) {
            cloth(close, &mouth, nose, least, report, marks);
        }
    }
    let Some(alike) = alike(close, &mouth, nose, close.here(face.points.chin())) else { return };
    if face.confidence < DOUBTED {
        report.hold(&ALIKE, alike, marks);
    } else {
        report.measure(ALIKE.measure, alike);
    }
}

/// Tells of nostrils that are not seen.
fn cloth(
    close: &Close,
    mouth: &Mouth,
    nose: [f32; 2],
    least: f64,
    report: &mut Report,
    marks: impl FnOnce() -> Vec<Mark>,
) {
    let bridge = [MIDDLE[0], MIDDLE[1] - 0.1 * EYES];
    let bridge = middle_colour(&colours(close, bridge, [8.0, 18.0], 2));
    let lip = [nose[0], (nose[1] + mouth.lips[0][1]) / 2.0];
    let lip = middle_colour(&colours(close, lip, [10.0, 5.0], 2));
    let far = apart(lip, bridge);
    report.measure("lip_colour", f64::from(far));
    let Some(severity) = NOSTRILS.bound.severity(least) else { return };
    let severity = if far > CLOTH { severity } else { Severity::Mild };
    report.find(Finding {
        code: NOSTRILS.reason,
        severity,
        measured: Some(least),
        limit: Some(NOSTRILS.bound.limit()),
        unit: NOSTRILS.unit,
        region: marks(),
    });
}

fn apart([_, a, b]: Lab, [_, c, d]: Lab) -> f32 {
    ((a - c) * (a - c) + (b - d) * (b - d)).sqrt()
}

/// The light of a lightness L\* (CIE 15), 0 to 1, but for what no camera tells from black.
fn light(lightness: f32) -> f32 {
    let root = (lightness.max(8.0) + 16.0) / 116.0;
    root * root * root
}

/// L\* that a twentieth around both eyes lies under: pupils, lashes.
fn darkness(close: &Close, eyes: &[Eye; 2]) -> f32 {
    let around = |eye: &Eye| colours(close, eye.middle(), [0.25 * EYES, 0.17 * EYES], 2);
    let both = [around(&eyes[0]), around(&eyes[1])].concat();
    let mut shades: Vec<f32> = both.iter().map(|colour| colour[0]).collect();
    shades.sort_by(f32::total_cmp);
    shades.get(shades.len() / 20).copied().unwrap_or(0.0)
}

/// Pixels of a square, across and down.
const SQUARE: i32 = 4;
/// Squares on either side of the middle line.
const SIDE: i32 = 13;
/// Squares by which the mirrored image is moved at most, each way.
const MOVED: i32 = 2;
/// Under this variance nothing is seen that could be compared.
const FLAT: f64 = 2.0;

/// How alike the lower face is to its own mirrored image; nothing where nothing is seen in it.
fn alike(close: &Close, mouth: &Mouth, nose: Place, chin: Place) -> Option<f64> {
    let (from, to) = (nose[1] + 0.06 * EYES, chin[1] - 0.06 * EYES);
    let rows = ((to - from) as i32 / SQUARE).clamp(10, 60);
    let (x, y) = (((mouth.left[0] + mouth.right[0]) / 2.0) as i32, from as i32);
    let across = 2 * SIDE + 1;
    let shades: Vec<f64> = (0..rows * across)
        .map(|at| shade(close, x + (at % across - SIDE) * SQUARE, y + at / across * SQUARE))
        .collect();
    let at = |column: i32, row: i32| {
        let inside = (0..across).contains(&column) && (0..rows).contains(&row);
        shades.get((row * across + column) as usize).copied().filter(|_| inside)
    };
    let change = |column, row| Some(at(column, row + 1)? - at(column, row - 1)?);
    let mut best = None;
    for aside in -MOVED..=MOVED {
        for lower in -MOVED..=MOVED {
            let pairs = (0..rows * across).filter_map(|place| {
                let (column, row) = (place % across, place / across);
                let lower = if column < SIDE { lower } else { -lower };
                Some([change(column, row)?, change(across - 1 - column + aside, row + lower)?])
            });
            let found = correlation(pairs)?;
            best = Some(best.map_or(found, |best: f64| best.max(found)));
        }
    }
    best
}

/// The mean shade of a square.
fn shade(close: &Close, x: i32, y: i32) -> f64 {
    let half = SQUARE / 2;
    let mut sum = 0.0;
    for row in y - half..y + half {
        for column in x - half..x + half {
            let [red, green, blue] = close.pixel(column, row).map(f64::from);
            sum += 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        }
    }
    sum / f64::from(SQUARE * SQUARE)
}

/// How alike the first and the second ones are, −1 to 1; nothing where either hardly varies.
fn correlation(pairs: impl Iterator<Item = [f64; 2]>) -> Option<f64> {
    let mut sums = [0.0_f64; 6];
    for [a, b] in pairs {
        for (sum, term) in sums.iter_mut().zip([1.0, a, b, a * a, b * b, a * b]) {
            *sum += term;
        }
    }
    let [count, a, b, aa, bb, ab] = sums;
    let of = |both: f64, one: f64, other: f64| both / count - one / count * (other / count);
    let (first, second) = (of(aa, a, a), of(bb, b, b));
    (first >= FLAT && second >= FLAT).then(|| of(ab, a, b) / (first * second).sqrt())
}
