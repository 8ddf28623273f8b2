//! Whether the background is one plain surface. Three measures, each of pixels that should be
//! background (above the chin, not of the person):
//!
//! * `background_texture`: the median ΔE between the mean of 3 × 3 small pixels and that of the
//!   13 × 13 (about 1/20 of the picture's width) around it, taken where all of these are background.
//!   Folds, bricks and rough plaster change within that; a soft shadow and light that falls off do
//!   not, and a hard shadow's edge is too short to move a median. Noise is no pattern: each small
//!   pixel is the mean of several of the photo's already, and what is left of it in nine of them,
//!   known from how much neighbours differ, is taken away.
//! * `background_objects`: the share in percent that has neither the wall's colour nor is a shadow
//!   of it near the head: doors, shelves, a second person.
//! * `background_slope`: by how much L\* falls from edge to edge.
//!
//! OFIQ (ISO/IEC 29794-5, background uniformity) takes the mean Sobel magnitude; a single object or
//! a shadow's edge moves that as a rough wall does, and it cannot tell which.

use crate::examine::ground::{Ground, difference, median};
use crate::examine::lab::{Lab, LabPicture};
use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::{Mark, Unit};
use contract::photo::Reason;

/// How rough it is.
pub(super) static TEXTURE: Threshold = Threshold {
    reason: Reason::BackgroundNotPlain,
    measure: "background_texture",
    unit: Unit::Chroma,
    bound: Bound::AtMost { mild: 0.62, strong: 2.0 },
    basis: Basis::Synthetic,
    formula: "median dE of 1/80 of the width from the 1/20 around it, on the background, less noise",
};

/// What else is in it.
pub(super) static OBJECTS: Threshold = Threshold {
    reason: Reason::BackgroundNotPlain,
    measure: "background_objects",
    unit: Unit::Percent,
    bound: Bound::AtMost { mild: 3.0, strong: 8.0 },
    basis: Basis::Synthetic,
    formula: "share of the background that has neither the wall's colour nor a shadow's near the head",
};

/// How unevenly it is lit.
pub(super) static SLOPE: Threshold = Threshold {
    reason: Reason::BackgroundNotPlain,
    measure: "background_slope",
    unit: Unit::Lightness,
    bound: Bound::AtMost { mild: 24.0, strong: 40.0 },
    basis: Basis::Portraits,
    formula: "what L* of the background's plane loses from edge to edge, the greater of across and down",
};

/// Half of the pixels around that are averaged.
const REACH: usize = 6;
/// Of the difference of two neighbours, what noise that they do not share leaves between the mean of
/// 3 × 3 and of 13 × 13 pixels: the root of (1/9 − 1/169) / 2.
const NOISE: f32 = 0.229;
/// Shadows of the head fall within so many times its ellipse.
const SHADOWS: f32 = 2.3;

pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let Some(ground) = &scene.ground else { return };
    if let Some(texture) = texture(&scene.lab, ground) {
        report.hold(&TEXTURE, texture.into(), || whole(scene, ground));
    }
    let things = things(&scene.lab, ground);
    let all = ground.behind.iter().filter(|behind| **behind).count().max(1);
    let found = things.iter().filter(|thing| **thing).count();
    if ground.head.is_some() {
        let share = found as f64 * 100.0 / all as f64;
        report.hold(&OBJECTS, share, || boxes(scene, &things));
    }
    let slope = ground.surface.light[1].abs().max(ground.surface.light[2].abs());
    report.hold(&SLOPE, slope.into(), || whole(scene, ground));
}

/// Whether it was found rough or full of things, and not only unevenly lit.
pub(super) fn is_patterned(report: &Report) -> bool {
    [&TEXTURE, &OBJECTS].into_iter().any(|threshold| {
        let measured = report.measured(threshold.measure);
        measured.is_some_and(|measured| threshold.bound.severity(measured).is_some())
    })
}

/// The median distance of the middle from what is around it.
fn texture(lab: &LabPicture, ground: &Ground) -> Option<f32> {
    let (width, height) = (lab.width, lab.height);
    let sums = Sums::of(lab, &ground.behind);
    let side = 2 * REACH + 1;
    let (mut found, mut steps) = (Vec::new(), Vec::new());
    for row in (REACH..height.saturating_sub(REACH)).step_by(2) {
        for column in (REACH..width.saturating_sub(REACH)).step_by(2) {
            let (count, mean) = sums.mean(column - REACH, row - REACH, side);
            if count == side * side {
                let (_, middle) = sums.mean(column - 1, row - 1, 3);
                found.push(difference(middle, mean));
                let at = row * width + column;
                steps.push(difference(lab.pixels[at], lab.pixels[at + 1]));
            }
        }
    }
    if found.len() < 50 {
        return None;
    }
    let (found, noise) = (median(found)?, median(steps)? * NOISE);
    Some((found * found - noise * noise).max(0.0).sqrt())
}

/// Sums over all pixels above and left of a place.
struct Sums {
    across: usize,
    counts: Vec<usize>,
    colours: Vec<[f64; 3]>,
}

impl Sums {
    fn of(lab: &LabPicture, inside: &[bool]) -> Self {
        let across = lab.width + 1;
        let mut counts = vec![0; across * (lab.height + 1)];
        let mut colours = vec![[0.0; 3]; across * (lab.height + 1)];
        for row in 0..lab.height {
            let (mut count, mut sum) = (0, [0.0; 3]);
            for column in 0..lab.width {
                let at = row * lab.width + column;
                if inside[at] {
                    count += 1;
                    sum.iter_mut().zip(lab.pixels[at]).for_each(|(s, n)| *s += f64::from(n));
                }
                let (above, here) = (row * across + column + 1, (row + 1) * across + column + 1);
                counts[here] = counts[above] + count;
                colours[here] = std::array::from_fn(|i| colours[above][i] + sum[i]);
            }
        }
        Self { across, counts, colours }
    }

    /// How many of a square's pixels are inside, and their mean.
    fn mean(&self, x: usize, y: usize, side: usize) -> (usize, Lab) {
        let at = |x: usize, y: usize| y * self.across + x;
        let [a, b, c, d] = [at(x, y), at(x + side, y), at(x, y + side), at(x + side, y + side)];
        let count = self.counts[d] + self.counts[a] - self.counts[b] - self.counts[c];
        let sum: Lab = std::array::from_fn(|i| {
            let [a, b, c, d] = [a, b, c, d].map(|at| self.colours[at][i]);
            ((d + a - b - c) / count.max(1) as f64) as f32
        });
        (count, sum)
    }
}

/// What should be background and is neither that nor a shadow on it.
fn things(lab: &LabPicture, ground: &Ground) -> Vec<bool> {
    let Some(head) = &ground.head else { return vec![false; ground.mask.len()] };
    // Shoulders may reach a little above the chin.
    let rows = head.chin[1] - 0.25 * head.half_height;
    let is_thing = |at: usize| {
        let (column, row) = (at % lab.width, at / lab.width);
        if !ground.behind[at] || ground.mask[at] || row as f32 > rows {
            return false;
        }
        let (lighter, tinted) = ground.surface.off(lab.pixels[at], column, row);
        let near = head.holds(column as f32, row as f32, SHADOWS);
        !(near && lighter < 0.0 && lighter > -38.0 && tinted <= 9.0)
    };
    (0..ground.mask.len()).map(is_thing).collect()
}

/// Boxes around what is left and right of the head.
fn boxes(scene: &Scene<'_>, things: &[bool]) -> Vec<Mark> {
    let width = scene.lab.width;
    let middle = scene.ground.as_ref().and_then(|ground| ground.head.as_ref());
    let middle = middle.map_or(width / 2, |head| head.middle[0].max(0.0) as usize);
    let step = scene.lab.step as f32;
    let around = |left: bool| {
        let inside = |at: &usize| things[*at] && (at % width < middle) == left;
        let found: Vec<usize> = (0..things.len()).filter(inside).collect();
        if found.len() * 200 < things.len() {
            return None;
        }
        // Without the outermost hundredth each way, which is specks.
        let span = |of: &dyn Fn(usize) -> usize| {
            let mut all: Vec<usize> = found.iter().map(|at| of(*at)).collect();
            all.sort_unstable();
            (all[all.len() / 100], all[all.len() - 1 - all.len() / 100] + 1)
        };
        let ((x, right), (y, below)) = (span(&|at| at % width), span(&|at| at / width));
        let [x, right, y, below] = [x, right, y, below].map(|at| at as f32 * step);
        Some(scene.rectangle(x - 0.5, y - 0.5, right - x, below - y))
    };
    [true, false].into_iter().filter_map(around).collect()
}

/// The whole background: from the top to the chin.
fn whole(scene: &Scene<'_>, ground: &Ground) -> Vec<Mark> {
    let step = scene.lab.step as f32;
    let rows = ground.head.as_ref().map_or(scene.lab.height as f32, |head| head.chin[1].max(1.0));
    vec![scene.rectangle(-0.5, -0.5, scene.work.width as f32, rows * step)]
}
