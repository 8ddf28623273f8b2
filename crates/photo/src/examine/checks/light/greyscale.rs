//! Whether the picture has no colours: the mean chroma C\*ab over the head, or over the whole picture
//! where no face is seen. The palest and the darkest faces in good light have 7 and more; a picture
//! in grey has none, and one printed or scanned in grey at most 2. Haze takes colour away faster than
//! contrast: where `low_contrast` is told, the chroma is made larger by the square of 60 over
//! `head_contrast`, at most fourfold.

use super::Faced;
use crate::examine::lab::{Lab, chroma};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

/// How much colour there is.
pub(super) static COLOUR: Threshold = Threshold {
    reason: Reason::Greyscale,
    measure: "head_chroma",
    unit: Unit::Chroma,
    bound: Bound::AtLeast { mild: 2.5, strong: 2.0 },
    basis: Basis::Portraits,
    formula: "mean chroma C* over the head; × (60 / head_contrast)² where that is under 60, at most × 4",
};

/// How much colour a picture without a face has. A white sheet has none either, so never strong.
pub(super) static PICTURE: Threshold = Threshold {
    reason: Reason::Greyscale,
    measure: "picture_chroma",
    unit: Unit::Chroma,
    bound: Bound::AtLeast { mild: 1.0, strong: f64::NEG_INFINITY },
    basis: Basis::Portraits,
    formula: "mean chroma C* over the whole picture, where no face is seen",
};

pub(super) fn judge(scene: &Scene<'_>, faced: &Faced, report: &mut Report) {
    if let Some(mean) = mean(faced.skin.head()) {
        let contrast = report.measured("head_contrast").unwrap_or(60.0).clamp(30.0, 60.0);
        let hazy = if report.warns_of(Reason::LowContrast) { 60.0 / contrast } else { 1.0 };
        report.hold(&COLOUR, mean * hazy * hazy, || faced.outline(scene));
    }
}

/// The whole picture, where there is no face to go by.
pub(super) fn judge_picture(scene: &Scene<'_>, report: &mut Report) {
    if let Some(mean) = mean(scene.lab.pixels.iter().copied()) {
        report.hold(&PICTURE, mean, Vec::new);
    }
}

fn mean(colours: impl Iterator<Item = Lab>) -> Option<f64> {
    let (mut sum, mut count) = (0.0_f64, 0.0_f64);
    for colour in colours {
        sum += f64::from(chroma(colour));
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}
