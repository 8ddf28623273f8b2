//! Whether the head casts a shadow on the background: by how much L\* drops beside it.
//!
//! On either side and at six heights from the crown to the chin, a strip of background close to the
//! person (from 5 to 18 % of the head's height away from its outline) is held to a strip far out on
//! the same rows, both as what they differ from the plane of the background's light, so that light
//! which falls off is none. Only pixels of the wall's own colour count: a shadow takes light and
//! leaves the colour. The difference of medians, so that the thin ends of curly hair close to the
//! outline, which look like a shadow, do not decide; the greatest mean of two neighbouring heights
//! is told, in L\*.
//!
//! Of a wall that was found patterned the drop is told and held to nothing: the pattern is the fault.
//!
//! The rule is IRCC's ("no shadows"). The strips are ours; OFIQ has no such measure.

use super::background_not_plain;
use crate::examine::ground::{Ground, Head, median};
use crate::examine::lab::LabPicture;
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{Mark, Unit};
use contract::photo::Reason;

/// How much darker it is beside the head.
pub(super) static DROP: Threshold = Threshold {
    reason: Reason::BackgroundShadow,
    measure: "background_shadow",
    unit: Unit::Lightness,
    bound: Bound::AtMost { mild: 8.0, strong: 16.0 },
    basis: Basis::Synthetic,
    formula: "greatest loss of L* beside the head against the background further out on the same rows",
};

/// Heights at which strips are compared.
const HEIGHTS: usize = 6;
/// From the person's outline to the strip and to its end, in head heights.
const NEAR: (f32, f32) = (0.05, 0.18);
/// What has another colour than the wall, in ΔC, is hair or a thing.
const OWN_COLOUR: f32 = 5.0;

/// One strip: how much darker it is, and where.
#[derive(Clone, Copy)]
struct Strip {
    drop: f32,
    /// Left, top, right, bottom in pixels of the small picture.
    place: [usize; 4],
}

pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(ground) = &scene.ground else { return };
    let Some(head) = &ground.head else { return };
    let sides = [true, false].map(|left| strips(&scene.lab, ground, head, left));
    let pairs = sides.iter().flat_map(|strips| strips.windows(2));
    let drops = pairs.filter_map(|pair| match pair {
        [Some(one), Some(other)] => Some((one.drop + other.drop) / 2.0),
        _ => None,
    });
    let Some(worst) = drops
        .fold(None, |worst: Option<f32>, drop| Some(worst.map_or(drop, |worst| worst.max(drop))))
    else {
        return;
    };
    if report.warns_of(Reason::BackgroundNotPlain) && background_not_plain::is_patterned(report) {
        report.measure(DROP.measure, worst.max(0.0).into());
    } else {
        report.hold(&DROP, worst.max(0.0).into(), || marks(scene, &sides, worst));
    }
}

/// The strips of one side, from the crown to the chin; none where there is no room for one.
fn strips(lab: &LabPicture, ground: &Ground, head: &Head, left: bool) -> Vec<Option<Strip>> {
    let top = (head.middle[1] - head.half_height).max(0.0);
    let bottom = head.chin[1].min(lab.height as f32).max(top);
    (0..HEIGHTS)
        .map(|at| {
            let row = |at: usize| (top + (bottom - top) * at as f32 / HEIGHTS as f32) as usize;
            strip(lab, ground, head, left, (row(at), row(at + 1)))
        })
        .collect()
}

fn strip(
    lab: &LabPicture,
    ground: &Ground,
    head: &Head,
    left: bool,
    rows: (usize, usize),
) -> Option<Strip> {
    let width = lab.width;
    let (from, to) = (2.0 * head.half_height * NEAR.0, 2.0 * head.half_height * NEAR.1);
    let (mut near, mut far) = (Vec::new(), Vec::new());
    let mut place = [width, rows.0, 0, rows.1];
    for row in rows.0..rows.1.min(lab.height) {
        let line = |away: usize| if left { away } else { width - 1 - away };
        // From the picture's edge inwards: the wall ends where the person begins.
        let behind = |away: &usize| ground.behind[row * width + line(*away)];
        let reach = head.middle[0].clamp(0.0, width as f32) as usize;
        let reach = if left { reach } else { width - reach };
        let outline = (0..reach).rev().take_while(|away| !behind(away)).last().unwrap_or(reach);
        for away in 0..outline {
            let column = line(away);
            let pixel = row * width + column;
            let (lighter, tinted) = ground.surface.off(lab.pixels[pixel], column, row);
            if !ground.behind[pixel] || tinted > OWN_COLOUR {
                continue;
            }
            let distance = (outline - away) as f32;
            if (from..=to).contains(&distance) {
                near.push(lighter);
                place[0] = place[0].min(column);
                place[2] = place[2].max(column + 1);
            } else if distance > 1.5 * to || (distance > to && away * 4 < outline) {
                far.push(lighter);
            }
        }
    }
    if near.len() < 20 || far.len() < 20 {
        return None;
    }
    Some(Strip { drop: median(far)? - median(near)?, place })
}

/// A box around the neighbouring strips of each side that are in shadow.
fn marks(scene: &Scene<'_>, sides: &[Vec<Option<Strip>>; 2], worst: f32) -> Vec<Mark> {
    let step = scene.lab.step as f32;
    let around = |strips: &Vec<Option<Strip>>| {
        let dark = strips.iter().flatten().filter(|strip| strip.drop > 0.6 * worst);
        let [x, y, right, below] = dark.map(|strip| strip.place).reduce(|all, one| {
            [all[0].min(one[0]), all[1].min(one[1]), all[2].max(one[2]), all[3].max(one[3])]
        })?;
        let [x, y, right, below] = [x, y, right, below].map(|at| at as f32 * step);
        Some(scene.rectangle(x - 0.5, y - 0.5, right - x, below - y))
    };
    sides.iter().filter_map(around).collect()
}
