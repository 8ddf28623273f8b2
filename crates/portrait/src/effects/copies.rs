//! Copies of a picture: in grey, printed in dots, taken from a screen, enlarged.

use crate::colour::luminance;
use crate::math::{mix, sin_cos, smooth, v3};

/// In grey, by the weights of Rec. 709 on the sRGB values.
pub fn greyscale(rgb: &[u8]) -> Vec<u8> {
    rgb.chunks_exact(3)
        .flat_map(|p| {
            let grey = luminance(v3(f32::from(p[0]), f32::from(p[1]), f32::from(p[2])));
            [(grey + 0.5) as u8; 3]
        })
        .collect()
}

/// A photographed print in dots: each ink in a grid of `period` pixels at its own angle, seen with a
/// little blur. `strength` from 0 (none) to 1 (dots only).
pub fn halftone(rgb: &[u8], width: usize, height: usize, period: f32, strength: f32) -> Vec<u8> {
    // The usual angles of cyan, magenta and yellow.
    let grids = [15.0, 75.0, 0.0].map(sin_cos);
    let mut out = Vec::with_capacity(rgb.len());
    for row in 0..height {
        for column in 0..width {
            for (channel, (s, c)) in grids.into_iter().enumerate() {
                let value = f32::from(rgb[(row * width + column) * 3 + channel]) / 255.0;
                let (x, y) = (column as f32, row as f32);
                let (u, v) = ((x * c + y * s) / period, (y * c - x * s) / period);
                let (_, cu) = sin_cos(f64::from(u) * 360.0);
                let (_, cv) = sin_cos(f64::from(v) * 360.0);
                // Dots grow where there is more ink.
                let dot = 0.5 + 0.25 * (cu + cv);
                let printed = smooth(-0.22, 0.22, value - dot) * 0.92 + 0.05;
                out.push((mix(value, printed, strength.clamp(0.0, 1.0)) * 255.0 + 0.5) as u8);
            }
        }
    }
    out
}

/// Taken from a screen whose pixels are `period` pixels wide here: three stripes of colour each, with
/// dark joints, and lifted blacks. `strength` from 0 (none) to 1 (stripes only).
pub fn screen(rgb: &[u8], width: usize, height: usize, period: f32, strength: f32) -> Vec<u8> {
    let strength = strength.clamp(0.0, 1.0);
    let mut out = Vec::with_capacity(rgb.len());
    for row in 0..height {
        let (_, joint) = sin_cos(f64::from(row as f32 / period) * 360.0);
        for column in 0..width {
            for channel in 0..3_u8 {
                let at = (row * width + column) * 3 + usize::from(channel);
                let value = f32::from(rgb[at]) / 255.0;
                let turn = f64::from(column as f32 / period) - f64::from(channel) / 3.0;
                let (_, stripe) = sin_cos(turn * 360.0);
                let lit = (1.0 + 0.9 * stripe) * (1.0 + 0.35 * joint) * 0.75;
                let seen =
                    value * mix(1.0, lit, strength) * (1.0 - 0.06 * strength) + 0.05 * strength;
                out.push((seen.clamp(0.0, 1.0) * 255.0 + 0.5) as u8);
            }
        }
    }
    out
}

/// Made smaller by `factor` (above 1) and enlarged again: the size stays, what is fine is gone.
pub fn upscaled(rgb: &[u8], width: usize, height: usize, factor: f32) -> Vec<u8> {
    let factor = factor.max(1.0);
    let small = |length: usize| ((length as f32 / factor) as usize).max(1);
    let (sw, sh) = (small(width), small(height));
    // The mean of what each small pixel covers.
    let mut less = vec![0.0_f32; sw * sh * 3];
    for row in 0..sh {
        let rows = row * height / sh..((row + 1) * height / sh).max(row * height / sh + 1);
        for column in 0..sw {
            let first = column * width / sw;
            let columns = first..((column + 1) * width / sw).max(first + 1);
            let count = (rows.len() * columns.len()) as f32;
            for channel in 0..3 {
                let mut sum = 0.0;
                for y in rows.clone() {
                    for x in columns.clone() {
                        sum += f32::from(rgb[(y * width + x) * 3 + channel]);
                    }
                }
                less[(row * sw + column) * 3 + channel] = sum / count;
            }
        }
    }
    let place = |at: usize, from: usize, to: usize| {
        let p = ((at as f32 + 0.5) * to as f32 / from as f32 - 0.5).clamp(0.0, (to - 1) as f32);
        (p as usize, (p as usize + 1).min(to - 1), p - (p as usize) as f32)
    };
    let mut out = Vec::with_capacity(rgb.len());
    for row in 0..height {
        let (y0, y1, ty) = place(row, height, sh);
        for column in 0..width {
            let (x0, x1, tx) = place(column, width, sw);
            for channel in 0..3 {
                let get = |y: usize, x: usize| less[(y * sw + x) * 3 + channel];
                let value =
                    mix(mix(get(y0, x0), get(y0, x1), tx), mix(get(y1, x0), get(y1, x1), tx), ty);
                out.push((value + 0.5) as u8);
            }
        }
    }
    out
}
