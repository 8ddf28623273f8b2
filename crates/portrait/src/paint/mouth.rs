//! Lips, teeth and what is behind them.

use super::Surface;
use crate::figure::features::Lips;
use crate::grain::smooth_noise;
use crate::math::{V3, bump, coverage, mix3, smooth, v3};

/// Paints the mouth over skin at x and y of the mean head; `pixel` is the width of a pixel there.
pub(crate) fn paint(
    lips: &Lips,
    colour: V3,
    teeth: bool,
    under: Surface,
    x: f32,
    y: f32,
    pixel: f32,
) -> Surface {
    let along = lips.along(x);
    if along.abs() > 1.2 || !(0.22..0.52).contains(&y) {
        return under;
    }
    let near = along.clamp(-1.0, 1.0);
    let (top, inner_top) = (lips.outer_upper(near), lips.inner_upper(near));
    let (inner_low, low) = (lips.inner_lower(near), lips.outer_lower(near));
    let ends = smooth(1.03, 0.97, along.abs());
    let soft = pixel.max(0.0065);
    let mut s = under;

    // Vertical furrows, and a lower lip that catches the light.
    let furrow = 1.0 + 0.07 * smooth_noise(x * 190.0, y * 22.0, 41);
    let on_upper = coverage(top - y, soft) * coverage(y - inner_top, soft);
    let on_lower = coverage(inner_low - y, soft) * coverage(y - low, soft);
    let full = (low - inner_low).max(1e-4);
    let height = (y - inner_low) / full;
    let tint = colour * furrow;
    s.colour = mix3(s.colour, tint * 0.82, on_upper * ends);
    s.colour = mix3(s.colour, tint * (1.0 + 0.10 * bump(height - 0.42, 0.4)), on_lower * ends);
    s.gloss *= 1.0 - 0.5 * on_upper - 0.3 * on_lower;

    // Between them.
    if lips.gap > 1e-4 {
        let within = coverage(inner_top - y, pixel) * coverage(y - inner_low, pixel) * ends;
        if within > 0.0 {
            let inside = interior(lips, teeth, x, y, inner_top, inner_low, along);
            s.colour = mix3(s.colour, inside, within);
            s.gloss *= 1.0 - within;
        }
    }
    let line = bump(y - inner_top, 0.0062) * (1.0 - smooth(0.0, 0.02, lips.gap) * 0.4);
    let corner = bump(along.abs() - 1.0, 0.09) * bump(y - lips.inner_upper(1.0), 0.016) * 0.25;
    let dark = (line * 0.78 * smooth(1.06, 0.98, along.abs())).max(corner);
    s.colour = s.colour.times(v3(1.0 - 0.90 * dark, 1.0 - 0.97 * dark, 1.0 - 0.97 * dark));
    s.gloss *= 1.0 - dark;
    s
}

fn interior(lips: &Lips, teeth: bool, x: f32, y: f32, top: f32, low: f32, along: f32) -> V3 {
    let mut c = v3(0.040, 0.012, 0.010);
    // The tongue.
    c = mix3(c, v3(0.22, 0.07, 0.06), smooth(low - 0.035, low, y) * smooth(0.05, 0.11, lips.gap));
    if !teeth {
        return c;
    }
    let long = (0.036_f32).min(lips.gap * 0.95);
    let edge = top + long * (1.0 - 0.25 * along * along);
    // Narrower towards the corners.
    let wide = 0.0225 * (1.0 - 0.35 * along * along).max(0.3);
    let place = x / wide;
    let between = place - place.floor() - 0.5;
    let gap = bump(between.abs() - 0.5, 0.11);
    let round = 1.0 - 0.45 * along * along;
    let tooth = v3(0.52, 0.49, 0.42) * (round * (1.0 - 0.45 * gap));
    let shade = 0.72 + 0.28 * smooth(top, top + 0.012, y);
    let cover = smooth(edge + 0.0025, edge - 0.0025, y) * smooth(1.0, 0.86, along.abs());
    mix3(c, tooth * shade, cover)
}
