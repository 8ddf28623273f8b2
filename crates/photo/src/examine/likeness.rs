//! What tells a photograph again after it was framed, scaled, compressed or lit anew: 256 bits.
//!
//! Of a face, the part of it at one scale that holds all features and little of what is around; of a
//! picture without one, the whole. It is averaged to 64 × 64 squares, its lowest frequencies are
//! taken by a discrete cosine transform, and each bit is the sign of one of them. Two copies have
//! nearly the same signs. It tells the photograph and not the person: it is no biometric template,
//! and another photograph of the same face has other signs.
//!
//! Likenesses of faces begin with `face-`, those of whole pictures with `whole-`: they cannot be
//! compared.

use super::close::{Close, EYES, MIDDLE};
use crate::face::{Grey, Place};

/// Squares across and down.
const SIDE: usize = 64;
/// Frequencies each way.
const WAVES: usize = 23;
/// Bits.
const BITS: usize = 256;

/// Of a face.
pub(super) fn of_face(close: &Close) -> String {
    // From above the brows to the chin, from temple to temple.
    let half = [1.05 * EYES, 1.3 * EYES];
    named("face", &squares(&close.grey, [MIDDLE[0], MIDDLE[1] + 0.35 * EYES], half))
}

/// Of a picture without a face.
pub(super) fn of_whole(grey: &Grey) -> String {
    let half = [grey.width() as f32 / 2.0, grey.height() as f32 / 2.0];
    named("whole", &squares(grey, [half[0] - 0.5, half[1] - 0.5], half))
}

/// The mean shade of each square of a rectangle: its middle and half its sides.
fn squares(grey: &Grey, [x, y]: Place, [wide, high]: [f32; 2]) -> Vec<f32> {
    let shade = |x: f32, y: f32| {
        let column = (x.max(0.0) as usize).min(grey.width() - 1);
        let row = (y.max(0.0) as usize).min(grey.height() - 1);
        f32::from(grey.shades()[row * grey.width() + column])
    };
    let samples = ((wide.max(high) / 32.0) as usize).clamp(1, 8);
    let part = 1.0 / samples as f32;
    let side = SIDE as f32;
    let mut squares = Vec::with_capacity(SIDE * SIDE);
    for row in 0..SIDE {
        for column in 0..SIDE {
            let mut sum = 0.0;
            for down in 0..samples {
                for right in 0..samples {
                    let u = (column as f32 + (right as f32 + 0.5) * part) / side * 2.0 - 1.0;
                    let v = (row as f32 + (down as f32 + 0.5) * part) / side * 2.0 - 1.0;
                    sum += shade(x + u * wide + 0.5, y + v * high + 0.5);
                }
            }
            squares.push(sum * part * part);
        }
    }
    squares
}

/// The signs of the lowest frequencies but those that are light from one side, as digits.
fn named(kind: &str, squares: &[f32]) -> String {
    let side = SIDE as f32;
    let wave = |at: usize, place: usize| {
        libm::cosf(std::f32::consts::PI / side * (place as f32 + 0.5) * at as f32)
    };
    let waves: Vec<f32> = (0..WAVES * SIDE).map(|index| wave(index / SIDE, index % SIDE)).collect();
    // Along the rows, then down the columns.
    let mut across = vec![0.0_f32; SIDE * WAVES];
    for (row, line) in squares.chunks_exact(SIDE).enumerate() {
        for (at, wave) in waves.chunks_exact(SIDE).enumerate() {
            let product = line.iter().zip(wave).map(|(shade, wave)| shade * wave);
            across[row * WAVES + at] = product.sum();
        }
    }
    let mut bits = Vec::with_capacity(BITS);
    // By diagonals, the lowest first; those of the first three are mostly the light and any face.
    for diagonal in 3..2 * WAVES {
        for down in 0..=diagonal.min(WAVES - 1) {
            let right = diagonal - down;
            if right >= WAVES || bits.len() >= BITS {
                continue;
            }
            let wave = &waves[down * SIDE..(down + 1) * SIDE];
            let sum: f32 = (0..SIDE).map(|row| across[row * WAVES + right] * wave[row]).sum();
            bits.push(sum > 0.0);
        }
    }
    let digits = bits.chunks(4).map(|four| {
        let value = four.iter().fold(0_u32, |value, bit| value * 2 + u32::from(*bit));
        char::from_digit(value, 16).unwrap_or('0')
    });
    format!("{kind}-{}", digits.collect::<String>())
}
