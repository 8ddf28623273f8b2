//! The proposing classifiers: boosted tables over local binary patterns of 3 × 3 blocks.

use super::super::grey::Grey;
use super::WINDOW;

/// Pixels across a block, and across the nine of a pattern.
const BLOCK: usize = 3;
const PATTERN: usize = 3 * BLOCK;
/// The furthest that a pattern may begin within a window.
pub(crate) const REACH: usize = WINDOW - PATTERN;
/// Patterns that are looked up before it is asked whether to go on.
const GROUP: usize = 10;
/// Windows whose shades deviate less than this show nothing.
const FLAT: f64 = 10.0;

/// One classifier.
pub(crate) struct Boosted {
    /// Where its patterns begin within the window.
    pub(crate) places: Vec<(usize, usize)>,
    /// What must be reached after each.
    pub(crate) limits: Vec<f32>,
    /// What each pattern's 256 values are worth.
    pub(crate) tables: Vec<[f32; 256]>,
}

/// A picture prepared for these classifiers.
pub(crate) struct Patterns {
    width: usize,
    values: Vec<u8>,
    /// Of the shades of all rectangles from the upper left corner, and of their squares. These wrap
    /// around, which makes no difference to those of a window.
    sums: Vec<u32>,
    squares: Vec<u32>,
}

impl Patterns {
    /// Of a picture that is a window or larger.
    pub(crate) fn of(picture: &Grey) -> Self {
        let (width, height) = (picture.width, picture.height);
        let stride = width + 1;
        let mut sums = vec![0_u32; stride * (height + 1)];
        let mut squares = sums.clone();
        let below = sums.chunks_exact_mut(stride).zip(squares.chunks_exact_mut(stride));
        let mut above = (vec![0_u32; stride], vec![0_u32; stride]);
        for (shades, (sums, squares)) in picture.pixels.chunks_exact(width).zip(below.skip(1)) {
            let (mut sum, mut square) = (0_u32, 0_u32);
            let above_all = above.0[1..].iter_mut().zip(&mut above.1[1..]);
            let all = sums[1..].iter_mut().zip(&mut squares[1..]).zip(above_all);
            for (shade, ((sums, squares), (above_sum, above_square))) in shades.iter().zip(all) {
                let shade = u32::from(*shade);
                sum += shade;
                square = square.wrapping_add(shade * shade);
                *above_sum = above_sum.wrapping_add(sum);
                *above_square = above_square.wrapping_add(square);
                (*sums, *squares) = (*above_sum, *above_square);
            }
        }
        Self { width, values: values(picture), sums, squares }
    }

    /// The windows of one row, each `step` pixels from the last, that show anything: where each
    /// begins.
    pub(crate) fn uneven(&self, y: usize, step: usize) -> impl Iterator<Item = usize> {
        (0..=self.width - WINDOW).step_by(step).filter(move |x| self.deviation(*x, y) > FLAT)
    }

    fn deviation(&self, x: usize, y: usize) -> f64 {
        let stride = self.width + 1;
        let (top, bottom) = (y * stride + x, (y + WINDOW) * stride + x);
        let within = |sums: &[u32]| {
            let both = sums[bottom + WINDOW].wrapping_add(sums[top]);
            f64::from(both.wrapping_sub(sums[bottom]).wrapping_sub(sums[top + WINDOW]))
        };
        let area = (WINDOW * WINDOW) as f64;
        let mean = within(&self.sums) / area;
        (within(&self.squares) / area - mean * mean).max(0.0).sqrt()
    }
}

/// The pattern that begins at each place: a bit for each block around the middle one that is no
/// lighter.
fn values(picture: &Grey) -> Vec<u8> {
    let (width, height) = (picture.width, picture.height);
    let mut values = vec![0; width * height];
    let blocks = blocks(picture);
    let count = (width + 1).saturating_sub(PATTERN);
    for y in 0..(height + 1).saturating_sub(PATTERN) {
        let from = |column: usize, row: usize| {
            &blocks[(y + row * BLOCK) * width + column * BLOCK..][..count]
        };
        let middle = from(1, 1);
        // From the upper left, clockwise; the bit of each.
        let around = [
            (from(0, 0), 0x80),
            (from(1, 0), 0x40),
            (from(2, 0), 0x20),
            (from(2, 1), 0x08),
            (from(2, 2), 0x01),
            (from(1, 2), 0x02),
            (from(0, 2), 0x04),
            (from(0, 1), 0x10),
        ];
        let row = &mut values[y * width..][..count];
        for (at, value) in row.iter_mut().enumerate() {
            *value = around.iter().fold(0, |value, (block, bit)| {
                value | if middle[at] >= block[at] { *bit } else { 0 }
            });
        }
    }
    values
}

/// The sum of the block that begins at each place.
fn blocks(picture: &Grey) -> Vec<i16> {
    let (width, height) = (picture.width, picture.height);
    let mut blocks = vec![0; width * height];
    let count = (width + 1).saturating_sub(BLOCK);
    let mut columns = vec![0_i16; width];
    for y in 0..(height + 1).saturating_sub(BLOCK) {
        let row = |down: usize| &picture.pixels[(y + down) * width..][..width];
        let (first, second, third) = (row(0), row(1), row(2));
        for (at, column) in columns.iter_mut().enumerate() {
            *column = i16::from(first[at]) + i16::from(second[at]) + i16::from(third[at]);
        }
        let (first, second, third) =
            (&columns[..count], &columns[1..][..count], &columns[2..][..count]);
        for (at, block) in blocks[y * width..][..count].iter_mut().enumerate() {
            *block = first[at] + second[at] + third[at];
        }
    }
    blocks
}

impl Boosted {
    /// Where its patterns lie in a picture, from where a window begins.
    pub(crate) fn offsets(&self, patterns: &Patterns) -> Vec<usize> {
        self.places.iter().map(|(x, y)| y * patterns.width + x).collect()
    }

    /// The score of the window that begins at a place; `None` where there is no face.
    pub(crate) fn score(
        &self,
        patterns: &Patterns,
        offsets: &[usize],
        (x, y): (usize, usize),
    ) -> Option<f32> {
        let mut score = 0.0_f32;
        let values = &patterns.values[y * patterns.width + x..];
        let groups = offsets.chunks(GROUP).zip(self.tables.chunks(GROUP));
        for ((offsets, tables), limits) in groups.zip(self.limits.chunks(GROUP)) {
            for (offset, table) in offsets.iter().zip(tables) {
                score += table[usize::from(values[*offset])];
            }
            if limits.get(GROUP - 1).is_some_and(|limit| score < *limit) {
                return None;
            }
        }
        Some(score)
    }
}
