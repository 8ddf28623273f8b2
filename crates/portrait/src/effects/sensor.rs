//! Noise of a sensor.

use crate::grain::normal;

/// Adds noise of standard deviation `sigma` in byte levels to each channel on its own; the same `seed`
/// gives the same noise.
pub fn noise(rgb: &[u8], width: usize, height: usize, sigma: f32, seed: u32) -> Vec<u8> {
    let mut out = Vec::with_capacity(rgb.len());
    for row in 0..height {
        for column in 0..width {
            for channel in 0..3 {
                let value = f32::from(rgb[(row * width + column) * 3 + channel]);
                let at = (column * 3 + channel) as i32;
                let added = value + sigma * normal(at, row as i32, seed);
                out.push((added + 0.5).clamp(0.0, 255.0) as u8);
            }
        }
    }
    out
}
