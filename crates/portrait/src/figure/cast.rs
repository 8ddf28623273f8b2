//! A shape as the viewer sees it, on a grid of the view: where its skin is, how it is turned, and
//! how far the line of sight passes from it. The grid has the same fineness for every picture, so
//! large pictures cost little more than their colouring.

use super::turn::Turn;
use crate::math::{V3, v3};

/// What one line of sight meets.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sight {
    /// Distance between the line and the shape in head heights; negative where it goes through. Only
    /// near its outline is this exact; further inside it is some negative number.
    pub(crate) past: f32,
    /// Depth of the skin towards the viewer, in the view.
    pub(crate) z: f32,
    /// The skin's direction in the view, of length about 1.
    pub(crate) normal: V3,
    /// The skin's place in the head's frame.
    pub(crate) place: V3,
    /// 1 in the open to 0 in a fold.
    pub(crate) open: f32,
}

/// Part of the view in head heights, and the distance between two lines of sight.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    pub(crate) x: [f32; 2],
    pub(crate) y: [f32; 2],
    pub(crate) step: f32,
}

/// A shape seen along every line of a grid.
pub(crate) struct Cast {
    extent: Extent,
    columns: usize,
    rows: usize,
    cells: Vec<Sight>,
}

const NEAR: f32 = 0.70;
const FAR: f32 = -0.62;

struct Line {
    start: V3,
    along: V3,
}

impl Line {
    fn at(&self, z: f32) -> V3 {
        self.start + self.along * z
    }
}

/// First depth at which a line of sight meets the shape, or the depth at which it passes nearest;
/// and the nearest distance.
/// `from` is a depth before the shape if there is one on the line.
fn march(line: &Line, shape: &impl Fn(V3) -> f32, from: f32) -> (f32, f32) {
    let (mut z, mut nearest, mut nearest_z) = (from, f32::MAX, from);
    for _ in 0..200 {
        let d = shape(line.at(z));
        if d < nearest {
            (nearest, nearest_z) = (d, z);
        }
        if d < 4e-4 {
            return (z, -0.03);
        }
        z -= (d * 0.93).max(0.0015);
        if z < FAR {
            break;
        }
    }
    (nearest_z, nearest)
}

/// The nearest distance between line and shape for depths of `from` to `to`, by thirds.
fn nearest(line: &Line, shape: &impl Fn(V3) -> f32, from: f32, to: f32) -> (f32, f32) {
    let (mut low, mut high) = (from, to);
    for _ in 0..16 {
        let third = (high - low) * (1.0 / 3.0);
        if shape(line.at(low + third)) < shape(line.at(high - third)) {
            high -= third;
        } else {
            low += third;
        }
    }
    let z = 0.5 * (low + high);
    (z, shape(line.at(z)))
}

impl Cast {
    pub(crate) fn new(shape: impl Fn(V3) -> f32, turn: Turn, extent: Extent) -> Self {
        let columns = ((extent.x[1] - extent.x[0]) / extent.step) as usize + 2;
        let rows = ((extent.y[1] - extent.y[0]) / extent.step) as usize + 2;
        let along = turn.direction_in_head(v3(0.0, 0.0, 1.0));
        let line = |column: usize, row: usize| Line {
            start: turn.to_head(v3(
                extent.x[0] + column as f32 * extent.step,
                extent.y[0] + row as f32 * extent.step,
                0.0,
            )),
            along,
        };
        let mut cells = vec![Sight::default(); columns * rows];
        for row in 0..rows {
            let mut beside = None;
            for column in 0..columns {
                // Skin beside skin is at much the same depth.
                let line = line(column, row);
                let near = beside.map_or(NEAR, |z: f32| (z + 0.10).min(NEAR));
                let near = if shape(line.at(near)) > 0.0 { near } else { NEAR };
                let cell = &mut cells[row * columns + column];
                (cell.z, cell.past) = march(&line, &shape, near);
                beside = (cell.past < 0.0).then_some(cell.z);
            }
        }
        // Along the outline the distance must be good to a part of a pixel.
        let met: Vec<bool> = cells.iter().map(|c| c.past < 0.0).collect();
        for row in 2..rows - 2 {
            for column in 2..columns - 2 {
                let at = row * columns + column;
                let mut others =
                    (0..25).map(|i| met[(row + i / 5 - 2) * columns + column + i % 5 - 2]);
                if others.all(|other| other == met[at]) {
                    continue;
                }
                let z = cells[at].z;
                let line = line(column, row);
                if met[at] {
                    cells[at].past = nearest(&line, &shape, z - 0.25, z + 0.01).1.min(-1e-6);
                } else {
                    let (z, d) = nearest(&line, &shape, z - 0.08, z + 0.08);
                    (cells[at].z, cells[at].past) = (z, d);
                }
            }
        }
        for row in 0..rows {
            for column in 0..columns {
                let cell = &mut cells[row * columns + column];
                let place = line(column, row).at(cell.z);
                cell.place = place;
                if cell.past > 0.03 {
                    cell.normal = v3(0.0, 0.0, 1.0);
                    cell.open = 1.0;
                    continue;
                }
                let h = 0.004;
                // Four corners of a tetrahedron give the slope with the fewest distances.
                let corners =
                    [(1.0, -1.0, -1.0), (-1.0, -1.0, 1.0), (-1.0, 1.0, -1.0), (1.0, 1.0, 1.0)];
                let mut slope = V3::default();
                for (x, y, z) in corners {
                    let corner = v3(x, y, z);
                    slope = slope + corner * shape(place + corner * h);
                }
                let normal = slope.unit();
                cell.normal = turn.direction(normal);
                let room = |far: f32| (shape(place + normal * far) / far).clamp(0.0, 1.0);
                cell.open = 0.3 * room(0.025) + 0.4 * room(0.07) + 0.3 * room(0.17);
            }
        }
        Self { extent, columns, rows, cells }
    }

    /// What the line of sight at a place of the view meets; `None` outside the grid.
    pub(crate) fn at(&self, x: f32, y: f32) -> Option<Sight> {
        let gx = (x - self.extent.x[0]) / self.extent.step;
        let gy = (y - self.extent.y[0]) / self.extent.step;
        if !(gx >= 0.0 && gy >= 0.0) {
            return None;
        }
        let (column, row) = (gx as usize, gy as usize);
        if column + 1 >= self.columns || row + 1 >= self.rows {
            return None;
        }
        let (tx, ty) = (gx - column as f32, gy - row as f32);
        let at = row * self.columns + column;
        let (a, b) = (&self.cells[at], &self.cells[at + 1]);
        let (c, d) = (&self.cells[at + self.columns], &self.cells[at + self.columns + 1]);
        let (wa, wb) = ((1.0 - tx) * (1.0 - ty), tx * (1.0 - ty));
        let (wc, wd) = ((1.0 - tx) * ty, tx * ty);
        let one = |f: fn(&Sight) -> f32| f(a) * wa + f(b) * wb + f(c) * wc + f(d) * wd;
        let three = |f: fn(&Sight) -> V3| f(a) * wa + f(b) * wb + f(c) * wc + f(d) * wd;
        let past = one(|s| s.past);
        if past > 0.06 {
            return Some(Sight { past, ..Sight::default() });
        }
        Some(Sight {
            past,
            z: one(|s| s.z),
            normal: three(|s| s.normal),
            place: three(|s| s.place),
            open: one(|s| s.open),
        })
    }

    /// Only how far the line of sight passes; grows beyond the grid.
    pub(crate) fn past(&self, x: f32, y: f32) -> f32 {
        let e = &self.extent;
        let inner_x = x.clamp(e.x[0], e.x[1]);
        let inner_y = y.clamp(e.y[0], e.y[1]);
        let beyond = ((x - inner_x) * (x - inner_x) + (y - inner_y) * (y - inner_y)).sqrt();
        self.at(inner_x, inner_y).map_or(1.0, |s| s.past) + beyond
    }
}
