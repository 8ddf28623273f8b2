//! Whether there is too little light in the picture.
//!
//! What is dark can be a dark thing in good light, so light is read from what should be light
//! whoever is photographed: the lighter part of the background, where it is no darker than skin and
//! the whites of the eyes, as a white wall is; else from these, and then only mildly. Half the light
//! (one stop) takes the walls of good portraits from L\* 82-92 to 62-70. A dark wall behind a well-lit
//! face is therefore not too dark, nor is a very dark face before white. The mean of the face (as in
//! OFIQ) is never used: it fails people with dark skin in good light. The lightest skin alone is held
//! to a limit that the darkest skin in good light stays well above (40 and more): for faces before a
//! bright window. Where no face is seen, the lightest part of the whole picture stands for it, mildly.

use super::Faced;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::skin::percentile;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;

/// Strong under this exposure.
const STRONG: f64 = 56.0;

/// How light the picture's white is.
pub(super) static EXPOSURE: Threshold = Threshold {
    reason: Reason::TooDark,
    measure: "exposure",
    unit: Unit::Lightness,
    bound: Bound::AtLeast { mild: 68.0, strong: STRONG },
    basis: Basis::Portraits,
    formula: "the most of the 90th percentile of L* of the background and face_highlight; where that \
              background is darker than face_highlight - 8 or than 1.05 of the whites of the eyes, \
              also of 1.25 of the whites' L*, 1.1 of face_highlight, and 56",
};

/// How light the face's lightest skin is.
pub(super) static HIGHLIGHT: Threshold = Threshold {
    reason: Reason::TooDark,
    measure: "face_highlight",
    unit: Unit::Lightness,
    bound: Bound::AtLeast { mild: 30.0, strong: 22.0 },
    basis: Basis::Portraits,
    formula: "95th percentile of L* over the skin of the face",
};

/// How light a picture without a face is.
pub(super) static PICTURE: Threshold = Threshold {
    reason: Reason::TooDark,
    measure: "picture_highlight",
    unit: Unit::Lightness,
    bound: Bound::AtLeast { mild: 45.0, strong: f64::NEG_INFINITY },
    basis: Basis::Portraits,
    formula: "95th percentile of L* over the whole picture, where no face is seen",
};

pub(super) fn judge(scene: &Scene<'_>, faced: &Faced, report: &mut Report) {
    let highlight = faced.highlight;
    let seen_whites = faced.skin.whites.map(|white| white[0]);
    let whites = seen_whites.unwrap_or_default();
    let ground = wall(scene).unwrap_or_default();
    let seen = ground.max(highlight);
    // Without the whites of the eyes, a grey wall cannot be told from a white one in little light.
    let is_light = seen_whites.is_some() && ground >= highlight - 8.0 && ground >= 1.05 * whites;
    let exposure = if is_light {
        seen
    } else {
        // Skin and eyes tell less surely than a light wall.
        seen.max(1.1 * highlight).max(1.25 * whites).max(STRONG as f32).min(100.0)
    };
    report.hold(&EXPOSURE, f64::from(exposure), || faced.outline(scene));
    report.hold(&HIGHLIGHT, f64::from(highlight), || faced.outline(scene));
}

/// How light the lighter part of the background is: L\* that nine tenths of it lie under.
fn wall(scene: &Scene<'_>) -> Option<f32> {
    let ground = scene.ground.as_ref()?;
    let pixels = scene.lab.pixels.iter().zip(&ground.mask).filter(|(_, is)| **is);
    let mut light: Vec<f32> = pixels.map(|(pixel, _)| pixel[0]).collect();
    percentile(&mut light, 0.9)
}

/// The whole picture, where there is no face to go by.
pub(super) fn judge_picture(scene: &Scene<'_>, report: &mut Report) {
    let mut all: Vec<f32> = scene.lab.pixels.iter().map(|pixel| pixel[0]).collect();
    if let Some(highlight) = percentile(&mut all, 0.95) {
        report.hold(&PICTURE, f64::from(highlight), Vec::new);
    }
}
