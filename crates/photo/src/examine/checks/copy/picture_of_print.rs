//! Whether it may be a picture of a print or of a screen: their grids show as single waves.
//!
//! `grid`: of every frequency the decimal logarithm of its power, averaged over windows at full
//! resolution on skin and on the background, over the median of 15 such averages around it, on its
//! row or on its column, whichever is more; the highest, between 0.08 and 0.5 cycles per pixel, off
//! the multiples of 1/8 that JPEG's blocks make. Averaging several windows before looking for the
//! highest keeps chance peaks of a single one down; a grid is the same everywhere. A screen that is
//! held straight has its grid on the axes, where edges lie too: an edge is a ridge along the axis
//! and no higher than its neighbours there, while a grid is a single peak.
//!
//! Prints without dots cannot be seen so, and a scan of a print is allowed: where the owner says
//! that it is one, the measure is told and held to nothing.

use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::spectrum::{SIDE, Window, Windows, frequency};
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::{Reason, SourceKind};

/// How clear a grid is seen.
pub(super) static GRID: Threshold = Threshold {
    reason: Reason::PictureOfPrint,
    measure: "grid",
    unit: Unit::Score,
    bound: Bound::AtMost { mild: 1.6, strong: 3.0 },
    basis: Basis::Synthetic,
    formula: "highest mean log10 of power over its local medians, off JPEG's harmonics",
};

/// Frequencies to either side of which the median is taken.
const AROUND: usize = 7;
/// Steps from a harmonic of the blocks, on both axes, that do not count.
const OFF: i32 = 3;

pub(super) fn judge(scene: &Scene<'_>, report: &mut Report, windows: &Windows) {
    let Some(grid) = grid(windows) else { return };
    if scene.options.kind == Some(SourceKind::Scan) {
        report.measure(GRID.measure, grid);
    } else {
        report.hold(&GRID, grid, Vec::new);
    }
}

fn grid(windows: &Windows) -> Option<f64> {
    let both = windows.parts.iter().zip(&windows.powers);
    let alive: Vec<&Vec<f32>> =
        both.filter(|(part, _)| is_alive(part)).map(|(_, power)| power).collect();
    if alive.len() < 2 {
        return None;
    }
    let share = 1.0 / alive.len() as f64;
    let log = |at: usize| {
        let powers = alive.iter().map(|power| f64::from(power[at]) + 1e-3);
        (libm::log10(powers.product()) * share) as f32
    };
    let logs = Logs { rows: (0..(SIDE / 2 + 1) * SIDE).map(log).collect() };
    let mut best = 0.0_f32;
    for row in 0..SIDE as i32 / 2 {
        for column in (0..SIDE).map(frequency).filter(|column| counts(*column, row)) {
            let here = logs.at(column, row);
            // Most lie too low for their neighbours to matter.
            if logs.is_peak(column, row) && here - logs.around(column, row, (1, 0)) > best {
                best = best.max(here - logs.most_around(column, row));
            }
        }
    }
    Some(best.into())
}

/// The logarithms of the powers, for frequencies of either sign.
struct Logs {
    rows: Vec<f32>,
}

impl Logs {
    /// Those of a frequency and of its opposite are the same.
    fn at(&self, x: i32, y: i32) -> f32 {
        const HALF: i32 = SIDE as i32 / 2;
        // Beyond the half they come again from the other side.
        let y = if y > HALF { y - SIDE as i32 } else { y };
        let (x, y) = if y < 0 { (-x, -y) } else { (x, y) };
        self.rows[y as usize * SIDE + x.rem_euclid(SIDE as i32) as usize]
    }

    /// Whether no neighbour on its row or column is higher.
    fn is_peak(&self, x: i32, y: i32) -> bool {
        let here = self.at(x, y);
        [(1, 0), (-1, 0), (0, 1), (0, -1)].iter().all(|(dx, dy)| here >= self.at(x + dx, y + dy))
    }

    /// The median of those around it along a direction.
    fn around(&self, x: i32, y: i32, (dx, dy): (i32, i32)) -> f32 {
        let mut near: [f32; 2 * AROUND + 1] = std::array::from_fn(|at| {
            let away = at as i32 - AROUND as i32;
            self.at(x + away * dx, y + away * dy)
        });
        *near.select_nth_unstable_by(AROUND, f32::total_cmp).1
    }

    fn most_around(&self, x: i32, y: i32) -> f32 {
        self.around(x, y, (1, 0)).max(self.around(x, y, (0, 1)))
    }
}

/// Whether there is anything but one shade.
fn is_alive(window: &Window) -> bool {
    let mean = window.luma.iter().sum::<f32>() / window.luma.len().max(1) as f32;
    let square = window.luma.iter().map(|luma| (luma - mean) * (luma - mean)).sum::<f32>();
    square / window.luma.len().max(1) as f32 > 0.25
}

/// Whether a grid may be here: neither too coarse or fine, nor where the blocks have their own waves.
fn counts(x: i32, y: i32) -> bool {
    let square = x * x + y * y;
    let near = |at: i32| (at + OFF).rem_euclid(32) <= 2 * OFF;
    square > 20 * 20 && square < 128 * 128 && !(near(x) && near(y))
}
