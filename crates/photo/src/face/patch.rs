//! What a picture looks like around a point: histograms of the directions of its gradients.
//!
//! A square of samples is read around the point, turned and scaled with the face; it is divided
//! into 4 × 4 cells, and each cell counts how much gradient points in each of 8 directions. Cells
//! and directions overlap, so that a small movement changes the numbers a little. The numbers do
//! not change with the light's strength. No trigonometry: its last bit differs between machines.

use super::grey::Grey;
use super::shape::{Place, Shape, Similarity};

/// Cells across and down.
const CELLS: usize = 4;
/// Directions.
const BINS: usize = 8;
/// Samples across a cell.
const STEPS: usize = 4;
/// Gradients across the square.
const SIDE: usize = CELLS * STEPS;
/// Samples across: one more on each side than gradients.
const SAMPLES: usize = SIDE + 2;
/// Numbers per point.
pub const FEATURES: usize = CELLS * CELLS * BINS;
/// How many times a picture is halved.
const LEVELS: usize = 3;

/// A square picture at full, half and quarter size.
#[derive(Clone, Debug)]
pub struct Pyramid {
    levels: Vec<Grey>,
}

impl Pyramid {
    /// From a picture that has a pixel at least.
    pub fn of(full: Grey) -> Self {
        let mut levels = vec![full];
        for level in 1..LEVELS {
            let last = &levels[level - 1];
            let (width, height) = ((last.width / 2).max(1), (last.height / 2).max(1));
            levels.push(halved(last, width, height));
        }
        Self { levels }
    }

    /// The picture at full size.
    pub fn full(&self) -> &Grey {
        &self.levels[0]
    }

    /// The level on which samples `step` pixels apart skip nothing much, and its scale.
    fn level(&self, step: f32) -> (&Grey, f32) {
        let level = if step < 1.4 {
            0
        } else if step < 2.8 {
            1
        } else {
            2
        };
        (&self.levels[level], 1.0 / (1 << level) as f32)
    }
}

fn halved(from: &Grey, width: usize, height: usize) -> Grey {
    let at = |x: usize, y: usize| {
        let (x, y) = (x.min(from.width - 1), y.min(from.height - 1));
        u32::from(from.pixels[y * from.width + x])
    };
    let shade = |x: usize, y: usize| {
        let sum = at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1);
        ((sum + 2) / 4) as u8
    };
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (2 * x, 2 * y)));
    Grey { width, height, pixels: pixels.map(|(x, y)| shade(x, y)).collect() }
}

/// Describes the surroundings of some points of a shape: [`FEATURES`] numbers for each, in order.
/// `pose` is how the face lies in the picture, `spacing` the distance of samples before it.
pub fn describe(
    pyramid: &Pyramid,
    shape: &Shape,
    points: &[u8],
    pose: &Similarity,
    spacing: f32,
) -> Vec<u8> {
    let mut sums = vec![[0.0_f32; FEATURES]; points.len()];
    let mut norms = vec![0.0_f32; points.len()];
    let step = pose.turn([spacing, 0.0]);
    for ((point, sums), norm) in points.iter().zip(&mut sums).zip(&mut norms) {
        if let Some(place) = shape.get(usize::from(*point)) {
            histogram(pyramid, *place, step, sums);
            *norm = sums.iter().fold(0.0_f32, |sum, value| sum + value * value);
        }
    }
    // What is flat beside the rest of the face stays small, whatever its noise looks like.
    let mean =
        norms.iter().fold(0.0_f32, |sum, norm| sum + norm.sqrt()) / points.len().max(1) as f32;
    let floor = 0.03 * mean * mean + 1.0;
    let mut features = Vec::with_capacity(points.len() * FEATURES);
    for (sums, norm) in sums.iter().zip(&norms) {
        let scale = 1.0 / (norm + floor).sqrt();
        features.extend(sums.iter().map(|sum| {
            // The square root keeps one strong edge from drowning the others.
            ((sum * scale).sqrt() * 255.0 + 0.5) as u8
        }));
    }
    features
}

fn histogram(pyramid: &Pyramid, place: Place, step: Place, sums: &mut [f32; FEATURES]) {
    let length = (step[0] * step[0] + step[1] * step[1]).sqrt();
    let (level, scale) = pyramid.level(length);
    let samples = sample(level, scale, place, step);
    // With a frame of cells around that is thrown away: no cell needs to be asked whether it counts.
    let mut framed = [[[0.0_f32; BINS]; CELLS + 2]; CELLS + 2];
    for (y, (row, below)) in CELL.into_iter().enumerate() {
        for (x, (column, right)) in CELL.into_iter().enumerate() {
            let at = (y + 1) * SAMPLES + x + 1;
            let across = samples[at + 1] - samples[at - 1];
            let down = samples[at + SAMPLES] - samples[at - SAMPLES];
            let size = (across * across + down * down).sqrt();
            if size <= 0.0 {
                continue;
            }
            let (bin, next, part) = direction(across, down);
            let (after, before) = (size * part, size * (1.0 - part));
            for (row, weight) in [(row, 1.0 - below), (row + 1, below)] {
                for (column, weight) in
                    [(column, weight * (1.0 - right)), (column + 1, weight * right)]
                {
                    let cell = &mut framed[row][column];
                    cell[bin] += before * weight;
                    cell[next] += after * weight;
                }
            }
        }
    }
    let cells = framed[1..=CELLS].iter().flat_map(|row| &row[1..=CELLS]);
    for (sums, cell) in sums.chunks_exact_mut(BINS).zip(cells) {
        sums.copy_from_slice(cell);
    }
}

/// For each sample the cell before it, counted from one, and how far it is towards the next.
const CELL: [(usize, f32); SIDE] = {
    let mut cells = [(0, 0.0); SIDE];
    let mut at = 0;
    while at < SIDE {
        let twice = 2 * at + 1 + STEPS;
        cells[at] = (twice / (2 * STEPS), (twice % (2 * STEPS)) as f32 / (2 * STEPS) as f32);
        at += 1;
    }
    cells
};

/// The direction of a gradient: one of the eight before it, the next, and how far it is towards
/// that. The angle within an eighth is within 1.1° of the true one.
fn direction(across: f32, down: f32) -> (usize, usize, f32) {
    let (x, y) = (across.abs(), down.abs());
    let eighth = |ratio: f32| ratio * (1.273 - 0.273 * ratio);
    let angle = if y <= x { eighth(y / x) } else { 2.0 - eighth(x / y) };
    let angle = match (across >= 0.0, down >= 0.0) {
        (true, true) => angle,
        (false, true) => 4.0 - angle,
        (false, false) => 4.0 + angle,
        (true, false) => 8.0 - angle,
    };
    let bin = angle as usize;
    (bin % BINS, (bin + 1) % BINS, angle - bin as f32)
}

fn sample(level: &Grey, scale: f32, place: Place, step: Place) -> [f32; SAMPLES * SAMPLES] {
    let mut samples = [0.0; SAMPLES * SAMPLES];
    let middle = (SAMPLES as f32 - 1.0) / 2.0;
    let (x, y) = ((place[0] + 0.5) * scale - 0.5, (place[1] + 0.5) * scale - 0.5);
    let (along, aside) = (step[0] * scale, step[1] * scale);
    let reach = (along.abs() + aside.abs()) * middle + 1.0;
    let (right, bottom) = ((level.width - 1) as f32, (level.height - 1) as f32);
    let inside = x - reach >= 0.0 && y - reach >= 0.0 && x + reach < right && y + reach < bottom;
    for (row, samples) in samples.chunks_exact_mut(SAMPLES).enumerate() {
        let v = row as f32 - middle;
        let (left, top) = (x - v * aside, y + v * along);
        for (column, sample) in samples.iter_mut().enumerate() {
            let u = column as f32 - middle;
            let (x, y) = (left + u * along, top + u * aside);
            *sample = if inside { within(level, x, y) } else { beside(level, x, y) };
        }
    }
    samples
}

/// Between four pixels, of a place that is known to lie among pixels.
fn within(level: &Grey, x: f32, y: f32) -> f32 {
    let (left, top) = (x as usize, y as usize);
    let (u, v) = (x - left as f32, y - top as f32);
    let at = top * level.width + left;
    let (upper, lower) = (&level.pixels[at..at + 2], &level.pixels[at + level.width..]);
    let upper = f32::from(upper[0]) * (1.0 - u) + f32::from(upper[1]) * u;
    let lower = f32::from(lower[0]) * (1.0 - u) + f32::from(lower[1]) * u;
    upper * (1.0 - v) + lower * v
}

/// The same anywhere: beyond the edge the edge goes on.
fn beside(level: &Grey, x: f32, y: f32) -> f32 {
    let x = x.max(0.0).min((level.width - 1) as f32);
    let y = y.max(0.0).min((level.height - 1) as f32);
    let (left, top) = (x as usize, y as usize);
    let (right, bottom) = ((left + 1).min(level.width - 1), (top + 1).min(level.height - 1));
    let (u, v) = (x - left as f32, y - top as f32);
    let at = |x: usize, y: usize| f32::from(level.pixels[y * level.width + x]);
    let upper = at(left, top) * (1.0 - u) + at(right, top) * u;
    let lower = at(left, bottom) * (1.0 - u) + at(right, bottom) * u;
    upper * (1.0 - v) + lower * v
}

#[cfg(test)]
mod tests {
    use super::super::shape::{POINTS, Similarity};
    use super::{FEATURES, Grey, Pyramid, describe, direction};

    #[test]
    fn directions_are_near_the_true_ones() {
        for step in 0..720 {
            let angle = f64::from(step).to_radians() / 2.0;
            let (bin, next, part) = direction(angle.cos() as f32, angle.sin() as f32);
            assert_eq!(next, (bin + 1) % 8);
            let off = (bin as f64 + f64::from(part)) * 45.0 - angle.to_degrees();
            let off = (off + 180.0).rem_euclid(360.0) - 180.0;
            assert!(off.abs() < 1.1, "{off}° at {}°", angle.to_degrees());
        }
    }

    /// A ramp and a step, at a light of a certain strength.
    fn picture(light: f32) -> Pyramid {
        let shade = |at: usize| {
            let (x, y) = (at % 256, at / 256);
            let shade = if x * 3 + y > 500 { 190.0 } else { 40.0 + (x % 32) as f32 * 2.0 };
            (shade * light) as u8
        };
        Pyramid::of(Grey::new(256, 256, (0..256 * 256).map(shade).collect()))
    }

    const STILL: Similarity = Similarity { a: 1.0, b: 0.0, dx: 0.0, dy: 0.0 };

    #[test]
    fn features_hardly_change_with_the_light() {
        let shape = [[128.0, 120.0]; POINTS];
        let bright = describe(&picture(1.2), &shape, &[0], &STILL, 1.0);
        let dark = describe(&picture(0.6), &shape, &[0], &STILL, 1.0);
        assert_eq!(bright.len(), FEATURES);
        assert!(bright.iter().any(|feature| *feature > 60));
        let far = bright.iter().zip(&dark).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(far < Some(24), "{far:?}");
    }

    #[test]
    fn points_far_outside_see_nothing_and_do_no_harm() {
        for place in [[-1e9, 5.0], [1e9, 1e9], [f32::NAN, 0.0], [0.0, f32::INFINITY]] {
            let features = describe(&picture(1.0), &[place; POINTS], &[0, 45], &STILL, 2.0);
            assert_eq!(features.len(), 2 * FEATURES);
        }
    }
}
