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
    pub(crate) tables: Vec<Vec<f32>>,
}

/// A picture prepared for these classifiers.
pub(crate) struct Patterns {
    width: usize,
    values: Vec<u8>,
    sums: Vec<u32>,
    squares: Vec<u64>,
}

impl Patterns {
    /// Of a picture that is a window or larger.
    pub(crate) fn of(picture: &Grey) -> Self {
        let (width, height) = (picture.width, picture.height);
        let stride = width + 1;
        let mut sums = vec![0_u32; stride * (height + 1)];
        let mut squares = vec![0_u64; stride * (height + 1)];
        for y in 0..height {
            let (mut sum, mut square) = (0_u32, 0_u64);
            for x in 0..width {
                let shade = u32::from(picture.pixels[y * width + x]);
                sum += shade;
                square += u64::from(shade * shade);
                let at = (y + 1) * stride + x + 1;
                sums[at] = sums[at - stride] + sum;
                squares[at] = squares[at - stride] + square;
            }
        }
        let mut patterns = Self { width, values: vec![0; width * height], sums, squares };
        patterns.fill(height);
        patterns
    }

    fn fill(&mut self, height: usize) {
        let (width, stride) = (self.width, self.width + 1);
        let mut blocks = vec![0_u32; width * height];
        for y in 0..(height + 1).saturating_sub(BLOCK) {
            for x in 0..(width + 1).saturating_sub(BLOCK) {
                let (top, bottom) = (y * stride + x, (y + BLOCK) * stride + x);
                blocks[y * width + x] = self.sums[bottom + BLOCK] + self.sums[top]
                    - self.sums[bottom]
                    - self.sums[top + BLOCK];
            }
        }
        // Around the middle block, from the upper left, clockwise; the bit of each.
        let around = [
            (0, 0, 0x80),
            (1, 0, 0x40),
            (2, 0, 0x20),
            (2, 1, 0x08),
            (2, 2, 0x01),
            (1, 2, 0x02),
            (0, 2, 0x04),
            (0, 1, 0x10),
        ];
        for y in 0..(height + 1).saturating_sub(PATTERN) {
            for x in 0..(width + 1).saturating_sub(PATTERN) {
                let middle = blocks[(y + BLOCK) * width + x + BLOCK];
                let mut value = 0;
                for (column, row, bit) in around {
                    if middle >= blocks[(y + row * BLOCK) * width + x + column * BLOCK] {
                        value |= bit;
                    }
                }
                self.values[y * width + x] = value;
            }
        }
    }

    fn value(&self, x: usize, y: usize) -> u8 {
        self.values[y * self.width + x]
    }

    fn deviation(&self, x: usize, y: usize) -> f64 {
        let stride = self.width + 1;
        let (top, bottom) = (y * stride + x, (y + WINDOW) * stride + x);
        let sum = self.sums[bottom + WINDOW] + self.sums[top]
            - self.sums[bottom]
            - self.sums[top + WINDOW];
        let square = self.squares[bottom + WINDOW] + self.squares[top]
            - self.squares[bottom]
            - self.squares[top + WINDOW];
        let area = (WINDOW * WINDOW) as f64;
        let mean = f64::from(sum) / area;
        (square as f64 / area - mean * mean).max(0.0).sqrt()
    }
}

impl Boosted {
    /// The score of the window that begins at a place; `None` where there is no face.
    pub(crate) fn score(&self, patterns: &Patterns, x: usize, y: usize) -> Option<f32> {
        let mut score = 0.0_f32;
        let all = self.places.iter().zip(&self.tables).zip(&self.limits);
        for (index, ((place, table), limit)) in all.enumerate() {
            score += table[usize::from(patterns.value(x + place.0, y + place.1))];
            if index % GROUP == GROUP - 1 && score < *limit {
                return None;
            }
        }
        (patterns.deviation(x, y) > FLAT).then_some(score)
    }
}
