//! The examination's working picture: all of a picture, upright, small enough to be judged
//! quickly. Never a picture that is sent or shown: for that there is [`crate::part`], which mixes
//! light.
//!
//! Here whole areas of the numbers are averaged as they are encoded. Mixing the numbers instead of
//! the light makes fine dark detail before white a little darker, which no measure of the
//! examination is sensitive to, and costs a fraction. Integers, and sums of `f32` in one order, so
//! the same bits everywhere; every pixel takes part with the share of it that lies in the area.

#[cfg(test)]
mod tests;

use crate::both::both;
use crate::decode::{self, CHANNELS, Picture};
use crate::encode::Pixels;
use std::sync::Mutex;

/// The most pixels across and down of the upright working picture.
const MOST: (usize, usize) = (1000, 1400);

/// What the weights of the rows of one area add up to: 255 times this still fits in 16 bits.
const WHOLE: u64 = 256;

/// The whole picture, upright and in the colours of its file, at no more than 1000 × 1400 pixels and never larger than it is.
pub(crate) fn working(picture: &Picture) -> Pixels {
    let turn = picture.turn;
    let (across, down) = turn.upright(picture.width, picture.height);
    let (width, height) = within(across, down);
    let stored = turn.upright(width, height);
    let mut rgb = if stored == (picture.width, picture.height) {
        picture.rgb.to_vec()
    } else {
        averaged(&picture.rgb, (picture.width, picture.height), stored)
    };
    if !turn.is_nothing() {
        let mut upright = vec![0; rgb.len()];
        decode::copy(&rgb, stored, turn, 0, &mut upright);
        rgb = upright;
    }
    Pixels { width, height, rgb }
}

/// The size at which an upright picture fits.
fn within(width: usize, height: usize) -> (usize, usize) {
    let (across, down) = MOST;
    if width <= across && height <= down {
        return (width, height);
    }
    if width * down >= height * across {
        (across, ((height * across + width / 2) / width).max(1))
    } else {
        (((width * down + height / 2) / height).max(1), down)
    }
}

/// Which rows or columns of the source those of the result take: each the same number of neighbours,
/// of which the last may have no weight.
struct Taps {
    /// Neighbours that each takes.
    count: usize,
    /// From which one on each takes them.
    starts: Vec<usize>,
    /// The weights in parts of [`WHOLE`], as many for each as there are neighbours.
    weights: Vec<u16>,
}

impl Taps {
    /// Where `from` rows or columns become `to`, which are no more.
    fn all(from: usize, to: usize) -> Self {
        let count = (from.div_ceil(to) + 1).min(from);
        // In parts of which a pixel of the source has `to`, one of the result `from`.
        let (parts, per_cell) = (from as u64, to as u64);
        let share = |covered: u64| (WHOLE * covered + parts / 2) / parts;
        let (mut starts, mut weights) = (Vec::with_capacity(to), Vec::with_capacity(to * count));
        for index in 0..to {
            let (begin, end) = (index as u64 * parts, (index as u64 + 1) * parts);
            let start = (index * from / to).min(from - count);
            let covered = |cell: usize| (cell as u64 * per_cell).clamp(begin, end) - begin;
            let weight = |cell| (share(covered(cell + 1)) - share(covered(cell))) as u16;
            starts.push(start);
            weights.extend((start..start + count).map(weight));
        }
        Self { count, starts, weights }
    }
}

/// Averages areas; neither extent grows.
fn averaged(rgb: &[u8], from: (usize, usize), to: (usize, usize)) -> Vec<u8> {
    let (across, down) = (Taps::all(from.0, to.0), Taps::all(from.1, to.1));
    let mut result = vec![0; to.0 * to.1 * CHANNELS];
    let half = to.1 / 2;
    let (upper, lower) = result.split_at_mut(half * to.0 * CHANNELS);
    let lower = Mutex::new(lower);
    let band = |first, rows: &mut [u8]| band(rgb, from, (&across, &down), first, rows);
    both(|| lower.lock().map(|mut rows| band(half, &mut rows)).is_ok(), || band(0, upper));
    result
}

/// Rows of the result from one on, as many as there is room for.
fn band(
    rgb: &[u8],
    from: (usize, usize),
    (across, down): (&Taps, &Taps),
    first: usize,
    result: &mut [u8],
) {
    let width = across.starts.len();
    let columns: Vec<f32> =
        across.weights.iter().map(|weight| f32::from(*weight) / SCALE).collect();
    let row_bytes = from.0 * CHANNELS;
    let mut sums = vec![0_u16; row_bytes];
    // One number more, so that four can be read where the last pixel begins, and written.
    let mut wide = vec![0.0_f32; row_bytes + 1];
    let mut narrowed = vec![0.0_f32; width * CHANNELS + 1];
    let each = down.starts.iter().zip(down.weights.chunks_exact(down.count)).skip(first);
    for ((start, weights), row) in each.zip(result.chunks_exact_mut(width * CHANNELS)) {
        let used = weights.iter().rposition(|weight| *weight != 0).map_or(0, |last| last + 1);
        gather(&rgb[start * row_bytes..], &weights[..used], &mut sums);
        for (wide, sum) in wide.iter_mut().zip(&sums) {
            *wide = f32::from(*sum);
        }
        match across.count {
            3 => narrow::<2>(&wide, &across.starts, &columns, &mut narrowed),
            4 => narrow::<3>(&wide, &across.starts, &columns, &mut narrowed),
            5 => narrow::<4>(&wide, &across.starts, &columns, &mut narrowed),
            count => narrow_by_many(&wide, &across.starts, &columns, count, &mut narrowed),
        }
        for (number, narrowed) in row.iter_mut().zip(&narrowed) {
            *number = rounded(*narrowed);
        }
    }
}

/// What both weights of a pixel make of it is so many times too much.
const SCALE: f32 = (WHOLE * WHOLE) as f32;

/// Adds up rows, each with its weight.
fn gather(rows: &[u8], weights: &[u16], sums: &mut [u16]) {
    match *weights {
        [a, b] => gathered(rows, [a, b], sums),
        [a, b, c] => gathered(rows, [a, b, c], sums),
        [a, b, c, d] => gathered(rows, [a, b, c, d], sums),
        [a, b, c, d, e] => gathered(rows, [a, b, c, d, e], sums),
        _ => {
            sums.fill(0);
            for (row, weight) in rows.chunks_exact(sums.len()).zip(weights) {
                for (sum, number) in sums.iter_mut().zip(row) {
                    *sum += weight * u16::from(*number);
                }
            }
        }
    }
}

fn gathered<const ROWS: usize>(rows: &[u8], weights: [u16; ROWS], sums: &mut [u16]) {
    let length = sums.len();
    let rows: [&[u8]; ROWS] = std::array::from_fn(|row| &rows[row * length..][..length]);
    for (at, sum) in sums.iter_mut().enumerate() {
        let both = rows.iter().zip(weights);
        *sum = both.fold(0, |sum, (row, weight)| sum + weight * u16::from(row[at]));
    }
}

/// One row of the result, each pixel from so many columns and one more where that has a weight. Four
/// numbers are reckoned where three are wanted, because machines do four at once; the next pixel
/// is written over the fourth.
fn narrow<const SURE: usize>(sums: &[f32], starts: &[usize], weights: &[f32], row: &mut [f32]) {
    for (index, (start, weights)) in starts.iter().zip(weights.chunks_exact(SURE + 1)).enumerate() {
        let sums = &sums[start * CHANNELS..][..(SURE + 1) * CHANNELS + 1];
        let mut total = [0.0; 4];
        for (column, weight) in weights[..SURE].iter().enumerate() {
            add(&sums[column * CHANNELS..], *weight, &mut total);
        }
        if weights[SURE] != 0.0 {
            add(&sums[SURE * CHANNELS..], weights[SURE], &mut total);
        }
        row[index * CHANNELS..][..4].copy_from_slice(&total);
    }
}

/// The same for any number of columns.
fn narrow_by_many(sums: &[f32], starts: &[usize], weights: &[f32], count: usize, row: &mut [f32]) {
    for (index, (start, weights)) in starts.iter().zip(weights.chunks_exact(count)).enumerate() {
        let mut total = [0.0; 4];
        for (column, weight) in weights.iter().enumerate() {
            add(&sums[(start + column) * CHANNELS..], *weight, &mut total);
        }
        row[index * CHANNELS..][..4].copy_from_slice(&total);
    }
}

fn add(sums: &[f32], weight: f32, total: &mut [f32; 4]) {
    for (total, sum) in total.iter_mut().zip(&sums[..4]) {
        *total += sum * weight;
    }
}

/// The nearest whole number to one between 0 and 255.
fn rounded(number: f32) -> u8 {
    // At this height a number has no room for less than one.
    const WHOLE_NUMBERS: f32 = 8_388_608.0;
    (number + WHOLE_NUMBERS).to_bits() as u8
}
