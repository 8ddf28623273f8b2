//! The background: which pixels of the small L\*a\*b\* picture are it, and which should be it and
//! are something else.
//!
//! The wall is what most of the upper border shows: its commonest colour, then a plane in L\* fitted
//! to what has about that colour, since light falls off across a wall. From the border the region
//! grows inwards over all that lies near the plane, and on, step by gentle step, into shadows of the
//! same colour. It stops at the head (an ellipse from chin, crown and ears) and at the chin's height.
//! What is left above the chin is the person where it hangs together with the head and is not wider
//! than hair and headwear are, and an object otherwise.
//!
//! It judges nothing, and where no face is believed it looks at a band along the border only.

mod head;
mod surface;

pub(super) use head::Head;
pub(super) use surface::Surface;

use super::lab::{Lab, LabPicture};
use crate::face::Points;

/// Near the surface: this much lighter or darker, and this far in colour.
const NEAR: (f32, f32) = (7.0, 7.0);
/// A shadow's gentle step from pixel to pixel, in ΔE.
const GENTLE: f32 = 2.2;
/// How much darker than the surface a shadow may be, and how far in colour.
const SHADOWED: (f32, f32) = (38.0, 9.0);
/// A background of fewer pixels than this share of what could be one is none.
const LEAST_SHARE: f32 = 0.12;

/// The background of a picture.
pub(super) struct Ground {
    /// For each pixel of the small picture whether it is background.
    pub(super) mask: Vec<bool>,
    /// For each pixel whether background should be seen there: above the chin and not of the person.
    pub(super) behind: Vec<bool>,
    /// Median L\* of it.
    pub(super) lightness: f32,
    /// Median a\* and b\* of it: what stands for grey in the picture's light.
    pub(super) tint: [f32; 2],
    /// Its colour everywhere, if it were plain and without a shadow.
    pub(super) surface: Surface,
    /// The head, in pixels of the small picture, where a face is believed.
    pub(super) head: Option<Head>,
}

impl Ground {
    /// Finds it. `None` where hardly any is seen.
    pub(super) fn of(lab: &LabPicture, points: Option<&Points>) -> Option<Self> {
        let (width, height) = (lab.width, lab.height);
        if width < 8 || height < 8 || lab.pixels.len() != width * height {
            return None;
        }
        let head = points.and_then(|points| Head::of(points, lab.step));
        let open = open_to_it(width, height, head.as_ref());
        let border = border(width, height, &open);
        let surface = Surface::of(lab, &border)?;
        let mask = grown(lab, &open, &border, &surface);
        // Once more from all that was found, which says more than its border.
        let found: Vec<usize> = (0..mask.len()).filter(|at| mask[*at]).collect();
        let surface = surface.refined(lab, &found);
        let mask = grown(lab, &open, &border, &surface);
        let candidates = open.iter().filter(|open| **open).count();
        let found: Vec<Lab> = listed(lab, &mask);
        if (found.len() as f32) < LEAST_SHARE * candidates as f32 {
            return None;
        }
        let of = |which: usize| median(found.iter().map(|lab| lab[which]).collect());
        let behind = match &head {
            Some(head) => head.behind(&mask, &open, width),
            None => open,
        };
        Some(Self { lightness: of(0)?, tint: [of(1)?, of(2)?], surface, mask, behind, head })
    }
}

/// Where background may be seen: above the chin outside of the head; without one along the border.
fn open_to_it(width: usize, height: usize, head: Option<&Head>) -> Vec<bool> {
    let mut open = vec![false; width * height];
    let rows = head.map_or(height / 2, |head| head.rows(height));
    let band = (width / 8, height / 10);
    for row in 0..rows {
        for column in 0..width {
            open[row * width + column] = match head {
                Some(head) => !head.holds(column as f32, row as f32, 1.0),
                None => row < band.1 || column < band.0 || column >= width - band.0,
            };
        }
    }
    open
}

/// The pixels along the upper border and the sides, two deep, as far down as background may be seen.
fn border(width: usize, height: usize, open: &[bool]) -> Vec<usize> {
    let edge = |at: &usize| {
        let (row, column) = (at / width, at % width);
        row < 2 || column < 2 || column + 2 >= width
    };
    (0..width * height).filter(|at| open[*at]).filter(edge).collect()
}

/// What hangs together with the border and looks like the surface, lit or in shadow.
fn grown(lab: &LabPicture, open: &[bool], border: &[usize], surface: &Surface) -> Vec<bool> {
    let width = lab.width;
    let mut mask = vec![false; lab.pixels.len()];
    let off = |at: usize| surface.off(lab.pixels[at], at % width, at / width);
    let near = |(lighter, tinted): (f32, f32)| {
        lighter.abs() <= NEAR.0 + surface.spread && tinted <= NEAR.1 + surface.spread
    };
    let shadowed = |(lighter, tinted): (f32, f32)| {
        (-SHADOWED.0..=NEAR.0 + surface.spread).contains(&lighter) && tinted <= SHADOWED.1
    };
    let mut ahead: Vec<usize> = border.iter().copied().filter(|at| near(off(*at))).collect();
    ahead.iter().for_each(|at| mask[*at] = true);
    while let Some(at) = ahead.pop() {
        let (row, column) = (at / width, at % width);
        let mut step = |to: usize| {
            if mask[to] || !open[to] {
                return;
            }
            let there = off(to);
            let gentle = difference(lab.pixels[at], lab.pixels[to]) <= GENTLE;
            if near(there) || (gentle && shadowed(there)) {
                mask[to] = true;
                ahead.push(to);
            }
        };
        if column > 0 {
            step(at - 1);
        }
        if column + 1 < width {
            step(at + 1);
        }
        if row > 0 {
            step(at - width);
        }
        if row + 1 < lab.height {
            step(at + width);
        }
    }
    mask
}

/// The colours of the pixels in a mask, row by row.
pub(super) fn listed(lab: &LabPicture, mask: &[bool]) -> Vec<Lab> {
    lab.pixels.iter().zip(mask).filter(|(_, inside)| **inside).map(|(lab, _)| *lab).collect()
}

/// ΔE of CIE 1976.
pub(super) fn difference(one: Lab, other: Lab) -> f32 {
    let [l, a, b] = [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
    (l * l + a * a + b * b).sqrt()
}

/// The middle one of some numbers.
pub(super) fn median(numbers: Vec<f32>) -> Option<f32> {
    quantile(numbers, 0.5)
}

/// The number under which this share of them lies.
pub(super) fn quantile(mut numbers: Vec<f32>, share: f32) -> Option<f32> {
    let last = numbers.len().checked_sub(1)?;
    let at = ((last as f32 * share) as usize).min(last);
    Some(*numbers.select_nth_unstable_by(at, f32::total_cmp).1)
}
