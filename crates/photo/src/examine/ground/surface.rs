//! The colour of a plain wall everywhere: one colour, and a plane in L\* for the light that falls
//! off across it.

use super::{Lab, LabPicture, quantile};

/// The side of a cell in which colours count as the same at first.
const CELL: f32 = 8.0;
/// What takes part in the fit, in ΔE from the surface before.
const TAKES_PART: [f32; 3] = [16.0, 11.0, 8.0];

/// A surface's colour.
#[derive(Clone, Copy)]
pub(crate) struct Surface {
    /// L\* in the picture's middle, and how much it gains from edge to edge, across and down.
    pub(crate) light: [f32; 3],
    /// a\* and b\*.
    pub(crate) tint: [f32; 2],
    /// How much it varies from pixel to pixel beyond what noise does: more for rough walls.
    pub(crate) spread: f32,
    size: (f32, f32),
}

impl Surface {
    /// The one that most of these pixels show.
    pub(super) fn of(lab: &LabPicture, pixels: &[usize]) -> Option<Self> {
        let [l, a, b] = commonest(lab, pixels)?;
        let size = (lab.width as f32, lab.height as f32);
        let mut surface = Self { light: [l, 0.0, 0.0], tint: [a, b], spread: 0.0, size };
        for limit in TAKES_PART {
            surface = surface.fitted(lab, pixels, limit);
        }
        Some(surface)
    }

    /// Fitted once more, to these pixels.
    pub(super) fn refined(self, lab: &LabPicture, pixels: &[usize]) -> Self {
        let mut surface = self.fitted(lab, pixels, 10.0).fitted(lab, pixels, 7.0);
        let off = |at: &usize| {
            let (lighter, tinted) = surface.off(lab.pixels[*at], at % lab.width, at / lab.width);
            lighter.abs().max(tinted)
        };
        let spread = quantile(pixels.iter().map(off).collect(), 0.5).unwrap_or(0.0);
        surface.spread = (spread - 1.0).clamp(0.0, 4.0);
        surface
    }

    /// Its L\* at a pixel.
    pub(crate) fn lightness(&self, column: usize, row: usize) -> f32 {
        let [u, v] = self.place(column, row);
        self.light[0] + self.light[1] * u + self.light[2] * v
    }

    /// How much lighter a pixel is than the surface there, and how far its colour lies from it.
    pub(crate) fn off(&self, [l, a, b]: Lab, column: usize, row: usize) -> (f32, f32) {
        let (a, b) = (a - self.tint[0], b - self.tint[1]);
        (l - self.lightness(column, row), (a * a + b * b).sqrt())
    }

    /// From −½ to ½ across and down.
    fn place(&self, column: usize, row: usize) -> [f32; 2] {
        [(column as f32 + 0.5) / self.size.0 - 0.5, (row as f32 + 0.5) / self.size.1 - 0.5]
    }

    /// Least squares over the pixels that lie within a limit of it.
    fn fitted(self, lab: &LabPicture, pixels: &[usize], limit: f32) -> Self {
        let (mut sums, mut right) = ([[0.0_f64; 3]; 3], [0.0_f64; 3]);
        let (mut tint, mut count) = ([0.0_f64; 2], 0.0_f64);
        for at in pixels {
            let (column, row) = (at % lab.width, at / lab.width);
            let pixel = lab.pixels[*at];
            let (lighter, tinted) = self.off(pixel, column, row);
            if lighter.abs() > limit || tinted > limit {
                continue;
            }
            let [u, v] = self.place(column, row).map(f64::from);
            let terms = [1.0, u, v];
            for (i, term) in terms.iter().enumerate() {
                right[i] += term * f64::from(pixel[0]);
                for (j, other) in terms.iter().enumerate() {
                    sums[i][j] += term * other;
                }
            }
            tint[0] += f64::from(pixel[1]);
            tint[1] += f64::from(pixel[2]);
            count += 1.0;
        }
        if count < 12.0 {
            return self;
        }
        // A border on one side only says nothing of the slope across: a little holds it at none.
        sums[1][1] += count * 0.002;
        sums[2][2] += count * 0.002;
        let light = solved(sums, right).map_or(self.light, |light| light.map(|l| l as f32));
        Self { light, tint: tint.map(|sum| (sum / count) as f32), ..self }
    }
}

/// The mean of the colours in the fullest cell of L\*a\*b\*, cells overlapping by half.
fn commonest(lab: &LabPicture, pixels: &[usize]) -> Option<Lab> {
    let near = |one: Lab, other: Lab| one.iter().zip(other).all(|(a, b)| (a - b).abs() <= CELL);
    // Every so-manieth pixel is tried as the middle; the border is some hundreds long.
    let stride = (pixels.len() / 64).max(1);
    let colours: Vec<Lab> = pixels.iter().map(|at| lab.pixels[*at]).collect();
    let mut best: (usize, Option<Lab>) = (0, None);
    for middle in colours.iter().step_by(stride) {
        let count = colours.iter().filter(|colour| near(**colour, *middle)).count();
        if count > best.0 {
            best = (count, Some(*middle));
        }
    }
    let middle = best.1?;
    let (mut sum, mut count) = ([0.0_f32; 3], 0.0_f32);
    for colour in colours.iter().filter(|colour| near(**colour, middle)) {
        sum.iter_mut().zip(colour).for_each(|(sum, number)| *sum += number);
        count += 1.0;
    }
    Some(sum.map(|sum| sum / count.max(1.0)))
}

/// Three equations by Gauss, the matrix being symmetric and positive.
fn solved(mut rows: [[f64; 3]; 3], mut right: [f64; 3]) -> Option<[f64; 3]> {
    for at in 0..3 {
        let pivot = rows[at][at];
        if pivot.abs() < 1e-9 {
            return None;
        }
        for below in at + 1..3 {
            let times = rows[below][at] / pivot;
            let upper = rows[at];
            for (number, upper) in rows[below].iter_mut().zip(upper) {
                *number -= times * upper;
            }
            right[below] -= times * right[at];
        }
    }
    let z = right[2] / rows[2][2];
    let y = (right[1] - rows[1][2] * z) / rows[1][1];
    let x = (right[0] - rows[0][1] * y - rows[0][2] * z) / rows[0][0];
    Some([x, y, z])
}
