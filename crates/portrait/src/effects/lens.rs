//! Blur by a lens or a movement, and sharpening by a program. They work on the sRGB values, as
//! programs do, and repeat the outermost pixels beyond the edges.

use crate::math::{sin_cos, two_to};

/// Weights of a Gaussian of standard deviation `sigma` in pixels, from the middle outwards; their sum
/// over both sides is 1.
fn weights(sigma: f32) -> Vec<f32> {
    let reach = (sigma * 3.5) as usize + 1;
    let k = -std::f32::consts::LOG2_E / (2.0 * sigma * sigma);
    let half: Vec<f32> = (0..=reach).map(|i| two_to((i * i) as f32 * k)).collect();
    let sum = half[0] + 2.0 * half[1..].iter().sum::<f32>();
    half.iter().map(|w| w / sum).collect()
}

fn one_way(from: &[f32], width: usize, height: usize, weights: &[f32], down: bool) -> Vec<f32> {
    let mut to = vec![0.0; from.len()];
    let (length, step) = if down { (height, width * 3) } else { (width, 3) };
    for row in 0..height {
        for column in 0..width {
            let at = (row * width + column) * 3;
            let place = if down { row } else { column };
            for channel in 0..3 {
                let here = at + channel;
                let base = here - place * step;
                let mut sum = from[here] * weights[0];
                for (i, w) in weights.iter().enumerate().skip(1) {
                    let before = base + place.saturating_sub(i) * step;
                    let after = base + (place + i).min(length - 1) * step;
                    sum += (from[before] + from[after]) * w;
                }
                to[here] = sum;
            }
        }
    }
    to
}

fn blurred(rgb: &[u8], width: usize, height: usize, sigma: f32) -> Vec<f32> {
    let values: Vec<f32> = rgb.iter().map(|b| f32::from(*b)).collect();
    if sigma < 0.05 {
        return values;
    }
    let weights = weights(sigma);
    let across = one_way(&values, width, height, &weights, false);
    one_way(&across, width, height, &weights, true)
}

fn byte(value: f32) -> u8 {
    (value + 0.5).clamp(0.0, 255.0) as u8
}

/// Out of focus: a Gaussian of standard deviation `sigma` pixels, below 0.05 nothing.
pub fn blur(rgb: &[u8], width: usize, height: usize, sigma: f32) -> Vec<u8> {
    blurred(rgb, width, height, sigma).into_iter().map(byte).collect()
}

/// Moved while it was taken: the mean along a line of `length` pixels that leans `degrees` clockwise
/// from the horizontal.
pub fn motion_blur(rgb: &[u8], width: usize, height: usize, length: f32, degrees: f32) -> Vec<u8> {
    let (s, c) = sin_cos(f64::from(degrees));
    let steps = ((length * 2.0) as usize).max(1);
    let at = |x: f32, y: f32, channel: usize| {
        let x = x.clamp(0.0, (width - 1) as f32);
        let y = y.clamp(0.0, (height - 1) as f32);
        let (column, row) = (x as usize, y as usize);
        let (tx, ty) = (x - column as f32, y - row as f32);
        let (right, low) = ((column + 1).min(width - 1), (row + 1).min(height - 1));
        let get = |row: usize, column: usize| f32::from(rgb[(row * width + column) * 3 + channel]);
        let top = get(row, column) * (1.0 - tx) + get(row, right) * tx;
        let bottom = get(low, column) * (1.0 - tx) + get(low, right) * tx;
        top * (1.0 - ty) + bottom * ty
    };
    let mut out = Vec::with_capacity(rgb.len());
    for row in 0..height {
        for column in 0..width {
            for channel in 0..3 {
                let sum: f32 = (0..=steps)
                    .map(|i| {
                        let t = (i as f32 / steps as f32 - 0.5) * length;
                        at(column as f32 + t * c, row as f32 + t * s, channel)
                    })
                    .sum();
                out.push(byte(sum / (steps + 1) as f32));
            }
        }
    }
    out
}

/// Sharpened by an unsharp mask of radius `sigma` pixels; `amount` 1 is strong.
pub fn sharpen(rgb: &[u8], width: usize, height: usize, sigma: f32, amount: f32) -> Vec<u8> {
    blurred(rgb, width, height, sigma)
        .into_iter()
        .zip(rgb)
        .map(|(soft, sharp)| {
            let sharp = f32::from(*sharp);
            byte(sharp + amount * (sharp - soft))
        })
        .collect()
}
