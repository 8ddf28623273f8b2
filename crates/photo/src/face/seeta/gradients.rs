//! What the networks see of a window: sums of its gradients, parted by sign, in four cells of
//! patches of many sizes, each patch scaled to length one.

use super::WINDOW;

/// Numbers per patch: four cells of eight sums.
pub(crate) const VALUES: usize = 4 * CHANNELS;
const CHANNELS: usize = 8;
/// Proportions of patches, and how far they are apart.
const FORMATS: [(usize, usize); 5] = [(1, 1), (1, 2), (2, 1), (2, 3), (3, 2)];
const LEAST: usize = 16;
const APART: usize = 16;
/// How many patches there are.
pub(crate) const PATCHES: usize = count();

/// A rectangle of the window.
#[derive(Clone, Copy)]
struct Patch {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
}

const fn fits((across, down): (usize, usize), height: usize) -> Option<usize> {
    if !height.is_multiple_of(2) || !height.is_multiple_of(down) {
        return None;
    }
    let width = height / down * across;
    if !width.is_multiple_of(2) || width < LEAST || width > WINDOW { None } else { Some(width) }
}

const fn count() -> usize {
    let (mut count, mut format) = (0, 0);
    while format < FORMATS.len() {
        let mut height = LEAST;
        while height <= WINDOW {
            if let Some(width) = fits(FORMATS[format], height) {
                count += ((WINDOW - width) / APART + 1) * ((WINDOW - height) / APART + 1);
            }
            height += 1;
        }
        format += 1;
    }
    count
}

/// All patches in the order in which the model counts them.
pub(crate) struct Patches(Vec<Patch>);

impl Patches {
    pub(crate) fn all() -> Self {
        let mut patches = Vec::with_capacity(PATCHES);
        for format in FORMATS {
            for height in LEAST..=WINDOW {
                let Some(width) = fits(format, height) else { continue };
                for y in (0..=WINDOW - height).step_by(APART) {
                    for x in (0..=WINDOW - width).step_by(APART) {
                        patches.push(Patch { x, y, width, height });
                    }
                }
            }
        }
        Self(patches)
    }
}

/// The sums over all rectangles from the upper left corner, per channel.
pub(crate) struct Gradients(Vec<[i32; CHANNELS]>);

const STRIDE: usize = WINDOW + 1;

impl Gradients {
    pub(crate) fn new() -> Self {
        Self(vec![[0; CHANNELS]; STRIDE * STRIDE])
    }

    /// Of a window's shades.
    pub(crate) fn fill(&mut self, shades: &[u8; WINDOW * WINDOW]) {
        let (lines, _) = shades.as_chunks::<WINDOW>();
        for (y, line) in lines.iter().enumerate() {
            let (before, after, times) = beside(y);
            let (upper, lower) = (&lines[before], &lines[after]);
            let mut row = [0_i32; CHANNELS];
            let (above, below) = self.0.split_at_mut((y + 1) * STRIDE);
            let both = above[y * STRIDE + 1..].iter().zip(&mut below[1..STRIDE]);
            for (x, (above, sums)) in both.enumerate() {
                let (before, after, twice) = beside(x);
                let across = twice * (i32::from(line[after]) - i32::from(line[before]));
                let down = times * (i32::from(lower[x]) - i32::from(upper[x]));
                let (down_is, across_is) = (i32::from(down >= 0), i32::from(across >= 0));
                let both = [(across, down), (across.abs(), down.abs())];
                for (at, (across, down)) in both.into_iter().enumerate() {
                    row[at] += across * down_is;
                    row[at + 2] += across * (1 - down_is);
                    row[at + 4] += down * across_is;
                    row[at + 6] += down * (1 - across_is);
                }
                for ((sum, above), row) in sums.iter_mut().zip(above).zip(row) {
                    *sum = above + row;
                }
            }
        }
    }

    /// Appends the numbers of a patch.
    pub(crate) fn describe(&self, patches: &Patches, index: usize, numbers: &mut Vec<f32>) {
        let Some(patch) = patches.0.get(index) else { return };
        let (width, height) = (patch.width / 2, patch.height / 2);
        let mut values = [0_i32; VALUES];
        for (cell, values) in values.chunks_exact_mut(CHANNELS).enumerate() {
            let top = (patch.y + cell / 2 * height) * STRIDE + patch.x + cell % 2 * width;
            let bottom = top + height * STRIDE;
            for (channel, value) in values.iter_mut().enumerate() {
                *value = self.0[bottom + width][channel] + self.0[top][channel]
                    - self.0[bottom][channel]
                    - self.0[top + width][channel];
            }
        }
        let square: i64 = values.iter().map(|value| i64::from(*value) * i64::from(*value)).sum();
        let length = if square > 0 { (square as f64).sqrt() as f32 } else { 1.0 };
        numbers.extend(values.iter().map(|value| *value as f32 / length));
    }
}

/// The places between which the slope is taken at a place of a row, and what makes it twice the
/// slope: it is one-sided at the row's ends.
fn beside(at: usize) -> (usize, usize, i32) {
    let (before, after) = (at.saturating_sub(1), (at + 1).min(WINDOW - 1));
    (before, after, if after - before == 2 { 1 } else { 2 })
}
