//! Making a picture smaller, in linear light: what is mixed is amounts of light, not the numbers that
//! stand for them, so that fine dark and light detail (hair before a white wall) keeps its brightness.
//!
//! Separable, with the Hermite kernel 2|t|³ − 3t² + 1 stretched to the scale. It is never negative,
//! so no edge gets a halo: a head before white must not look cut out, and the background's measures
//! must not see lines that the picture does not have. It is sharper than averaging over a triangle,
//! and its weights are a polynomial, the same on every machine. Every pixel of the part takes part,
//! so nothing is skipped and no pattern appears. It never makes a picture larger.
//!
//! Rows come and go one by one: memory is three rows of the part, not a picture.

use crate::colour;
use crate::decode::{Area, CHANNELS, Picture};
use std::ops::Range;

/// Rows of the result that can be open at once: the kernel reaches two, and one is finished.
const OPEN: usize = 3;

/// Gives every row of a part of the picture, as stored, at `size` pixels across and down: red,
/// green, blue of every pixel, 16 bits, encoded as the picture is. `size` is at most the part's.
pub(crate) fn resample(
    picture: &Picture,
    area: Area,
    size: (usize, usize),
    mut give: impl FnMut(&[u16]),
) {
    let across = Taps::all(area.width, size.0);
    let down = Taps::all(area.height, size.1);
    let mut light = vec![0.0_f32; area.width * CHANNELS];
    let mut open: [Vec<f32>; OPEN] = std::array::from_fn(|_| light.clone());
    let mut result = vec![0; size.0 * CHANNELS];
    let mut first = 0;
    for row in 0..area.height {
        let start = ((area.y + row) * picture.width + area.x) * CHANNELS;
        to_light(&picture.rgb[start..start + area.width * CHANNELS], &mut light);
        for (index, taps) in down.iter().enumerate().skip(first) {
            if taps.rows.start > row {
                break;
            }
            if let Some(weight) = taps.at(row) {
                add(&light, weight, &mut open[index % OPEN]);
            }
            if taps.rows.end == row + 1 {
                let sums = &mut open[index % OPEN];
                narrowed(sums, &across, &mut result);
                give(&result);
                sums.fill(0.0);
                first = index + 1;
            }
        }
    }
}

/// What one row or column of the result takes from which rows or columns of the part.
struct Taps {
    rows: Range<usize>,
    weights: Vec<f32>,
}

impl Taps {
    fn all(from: usize, to: usize) -> Vec<Self> {
        let scale = from as f64 / to as f64;
        (0..to).map(|index| Self::one(index, scale, from)).collect()
    }

    fn one(index: usize, scale: f64, from: usize) -> Self {
        let middle = (index as f64 + 0.5) * scale;
        let start = (middle - scale + 0.5).max(0.0) as usize;
        let end = ((middle + scale + 0.5) as usize).min(from);
        let weights: Vec<f64> =
            (start..end).map(|at| hermite((at as f64 + 0.5 - middle) / scale)).collect();
        let sum: f64 = weights.iter().sum();
        let weights = weights.iter().map(|weight| (weight / sum) as f32).collect();
        Self { rows: start..end, weights }
    }

    fn at(&self, row: usize) -> Option<f32> {
        self.weights.get(row.checked_sub(self.rows.start)?).copied()
    }
}

fn hermite(t: f64) -> f64 {
    let t = t.abs().min(1.0);
    (2.0 * t - 3.0) * t * t + 1.0
}

fn to_light(row: &[u8], light: &mut [f32]) {
    let table = colour::linear();
    for (light, number) in light.iter_mut().zip(row) {
        *light = table[usize::from(*number)];
    }
}

fn add(light: &[f32], weight: f32, sums: &mut [f32]) {
    for (sum, light) in sums.iter_mut().zip(light) {
        *sum += weight * *light;
    }
}

fn narrowed(sums: &[f32], across: &[Taps], result: &mut [u16]) {
    let numbers = colour::encoded();
    for (taps, pixel) in across.iter().zip(result.chunks_exact_mut(CHANNELS)) {
        let from = &sums[taps.rows.start * CHANNELS..taps.rows.end * CHANNELS];
        let mut light = [0.5_f32; CHANNELS];
        for (weight, from) in taps.weights.iter().zip(from.chunks_exact(CHANNELS)) {
            for (light, from) in light.iter_mut().zip(from) {
                *light += weight * from;
            }
        }
        for (number, light) in pixel.iter_mut().zip(light) {
            // Rounding may lead a little over white, and no further.
            *number = numbers[(light as usize).min(numbers.len() - 1)];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Turn;
    use image::metadata::Orientation;

    fn shrunk(width: usize, height: usize, size: (usize, usize), rgb: Vec<u8>) -> Vec<u8> {
        let picture =
            Picture { width, height, turn: Turn::of(Orientation::NoTransforms), rgb: rgb.into() };
        let mut all = Vec::new();
        let area = Area { x: 0, y: 0, width, height };
        resample(&picture, area, size, |row| {
            all.extend(row.iter().map(|number| ((u32::from(*number) + 128) / 257) as u8));
        });
        assert_eq!(all.len(), size.0 * size.1 * CHANNELS);
        all
    }

    #[test]
    fn one_colour_stays_that_colour_at_every_size() {
        for size in [(61, 83), (60, 82), (40, 57), (31, 41), (7, 9), (1, 1)] {
            let rgb = [17, 128, 255].repeat(61 * 83);
            let result = shrunk(61, 83, size, rgb);
            assert!(result.chunks(3).all(|pixel| pixel == [17, 128, 255]), "{size:?}");
        }
    }

    #[test]
    fn black_and_white_in_turn_become_the_grey_of_half_the_light() {
        let rgb = (0..64 * 64).flat_map(|at| [((at + at / 64) % 2) as u8 * 255; 3]).collect();
        let result = shrunk(64, 64, (16, 16), rgb);
        // Half the light of white is 188 of 255; half the number would be 128.
        assert!(result.iter().all(|number| (186..=190).contains(number)), "{result:?}");
    }

    #[test]
    fn an_edge_gets_no_halo() {
        for size in [(90, 4), (64, 4), (50, 4), (33, 4), (20, 4)] {
            let rgb = (0..100 * 8).flat_map(|at| [if at % 100 < 37 { 60 } else { 240 }; 3]);
            let result = shrunk(100, 8, size, rgb.collect());
            let row = &result[..size.0 * 3];
            assert!(row.iter().all(|number| (60..=240).contains(number)), "{row:?}");
            assert!(row.windows(4).all(|pair| pair[0] <= pair[3]), "it only rises: {row:?}");
            let between = row.iter().filter(|number| !matches!(number, 60 | 240)).count() / 3;
            assert!(between <= 2, "the edge stays sharp: {row:?}");
        }
    }

    #[test]
    fn a_stripe_of_one_pixel_does_not_vanish() {
        let rgb = (0..999 * 3).flat_map(|at| [if at % 999 == 500 { 0 } else { 255 }; 3]).collect();
        let result = shrunk(999, 3, (200, 1), rgb);
        assert!(result.iter().any(|number| *number < 245), "{result:?}");
    }
}
