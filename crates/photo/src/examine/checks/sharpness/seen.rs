//! The face as its sharpness is measured: at one scale, smoothed a little, more and much, and the
//! second differences of its shades.

use crate::examine::ground::quantile;
use crate::face::{Grey, Points, Window};

/// Pixels between the pupils.
const BETWEEN: f32 = 96.0;
/// The part that is cut: pixels across and down, and the middle of the eyes in it.
const CUT: (usize, usize) = (224, 256);
pub(super) const MIDDLE: (i32, i32) = (112, 80);
/// The side of the blocks of which the quietest say how much noise there is.
const BLOCK: i32 = 12;

/// A part of the cut: left, top, right, bottom.
pub(super) type Part = [i32; 4];
/// Brows to mouth.
pub(super) const WHOLE: Part = [MIDDLE.0 - 72, MIDDLE.1 - 40, MIDDLE.0 + 72, MIDDLE.1 + 120];

/// Across, down, and both ways aslant.
pub(super) const DIRECTIONS: [(i32, i32); 4] = [(1, 0), (0, 1), (1, 1), (1, -1)];

/// The face at one scale, smoothed in three ways.
pub(super) struct Seen {
    /// By σ 0.6, 0.8 and 1.3.
    pub(super) levels: [Level; 3],
}

impl Seen {
    pub(super) fn of(grey: &Grey, points: &Points) -> Option<Self> {
        let scale = points.eye_distance() / BETWEEN;
        if !scale.is_finite() || scale < 0.05 {
            return None;
        }
        let ([x, y], [u, v]) = (points.pupil_left(), points.pupil_right());
        let middle = [(x + u) / 2.0, (y + v) / 2.0];
        let window = Window {
            x: middle[0] + 0.5 - MIDDLE.0 as f32 * scale,
            y: middle[1] + 0.5 - MIDDLE.1 as f32 * scale,
            width: CUT.0 as f32 * scale,
            height: CUT.1 as f32 * scale,
        };
        let cut = grey.cut(window, CUT.0, CUT.1);
        let shades: Vec<f32> = cut.shades().iter().map(|shade| f32::from(*shade)).collect();
        // Gaussians; the wider ones go on from the narrower, their variances adding up.
        let fine = smoothed(&shades, &[0.663_8, 0.165_5, 0.002_6]);
        let even = smoothed(&shades, &[0.499_2, 0.228_5, 0.021_9]);
        let coarse = smoothed(&even, &[0.389_4, 0.241_9, 0.058, 0.005_4]);
        Some(Self { levels: [fine, even, coarse].map(|shades| Level { shades }) })
    }
}

/// The face's shades at one smoothing.
pub(super) struct Level {
    shades: Vec<f32>,
}

impl Level {
    fn at(&self, x: i32, y: i32) -> f32 {
        let x = x.clamp(0, CUT.0 as i32 - 1) as usize;
        let y = y.clamp(0, CUT.1 as i32 - 1) as usize;
        self.shades[y * CUT.0 + x]
    }

    /// The second difference along some directions, summed.
    fn bend(&self, x: i32, y: i32, directions: &[(i32, i32)]) -> f32 {
        let here = 2.0 * self.at(x, y);
        let along = |(dx, dy): &(i32, i32)| {
            let bend = self.at(x - dx, y - dy) + self.at(x + dx, y + dy) - here;
            // Aslant the neighbours are further away.
            if dx * dy == 0 { bend } else { bend / 2.0 }
        };
        directions.iter().map(along).sum()
    }

    /// The mean square of the second differences.
    pub(super) fn bends(&self, [left, top, right, bottom]: Part, along: &[(i32, i32)]) -> f64 {
        let mut sum = 0.0_f64;
        for y in top..bottom {
            let row = (left..right).map(|x| self.bend(x, y, along)).map(|bend| bend * bend);
            sum += f64::from(row.sum::<f32>());
        }
        sum / f64::from(((right - left) * (bottom - top)).max(1))
    }

    /// The variance of the shades.
    pub(super) fn variance(&self, [left, top, right, bottom]: Part) -> f64 {
        let (mut sum, mut squares) = (0.0_f64, 0.0_f64);
        for y in top..bottom {
            for x in left..right {
                let shade = f64::from(self.at(x, y));
                sum += shade;
                squares += shade * shade;
            }
        }
        let count = f64::from(((right - left) * (bottom - top)).max(1));
        (squares / count - sum / count * (sum / count)).max(0.0)
    }

    /// What the quietest blocks of the face have of second differences: noise.
    pub(super) fn noise(&self, along: &[(i32, i32)]) -> f64 {
        let [left, top, right, bottom] = WHOLE;
        let rows = (top..bottom - BLOCK).step_by(BLOCK as usize);
        let blocks = rows.flat_map(|y| {
            (left..right - BLOCK).step_by(BLOCK as usize).map(move |x| [x, y, x + BLOCK, y + BLOCK])
        });
        let all = blocks.map(|block| self.bends(block, along) as f32).collect();
        f64::from(quantile(all, 0.1).unwrap_or(0.0))
    }
}

/// Both ways by the weights of the middle and of what lies around it.
fn smoothed(shades: &[f32], weights: &[f32]) -> Vec<f32> {
    let (width, height) = CUT;
    let mut across = Vec::with_capacity(shades.len());
    for row in shades.chunks_exact(width) {
        across.extend((0..width).map(|x| weighted(weights, x, width - 1, |x| row[x])));
    }
    let mut down = Vec::with_capacity(shades.len());
    for y in 0..height {
        let at = |x: usize| weighted(weights, y, height - 1, |y| across[y * width + x]);
        down.extend((0..width).map(at));
    }
    down
}

fn weighted(weights: &[f32], here: usize, last: usize, at: impl Fn(usize) -> f32) -> f32 {
    weights.iter().enumerate().skip(1).fold(at(here) * weights[0], |sum, (away, weight)| {
        sum + weight * (at(here.saturating_sub(away)) + at((here + away).min(last)))
    })
}
