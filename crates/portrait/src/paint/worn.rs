//! Glasses, mask, hand and hair before the face, as layers over what is under them. Coordinates are x
//! and y of the mean head; those of glasses on the plane in which the lenses lie.

use super::Layer;
use super::light::Lamps;
use super::skin::Complexion;
use crate::colour::linear;
use crate::grain::smooth_noise;
use crate::math::{V3, bump, coverage, mix, mix3, smooth, soft_min, to_segment, v3};
use crate::params::Glasses;

/// Depth of the lenses' plane in the head's frame.
pub(crate) const LENS_DEPTH: f32 = 0.415;
/// Where a lens has its middle (x counted outwards), and half its sizes.
pub(crate) const LENS: [f32; 2] = [0.146, 0.014];
const LENS_HALF: [f32; 2] = [0.104, 0.074];

/// Distance to the edge of the lens of the nearer side; negative on the lens.
pub(crate) fn lens_distance(x: f32, y: f32) -> f32 {
    let (dx, dy) = ((x.abs() - LENS[0]) / LENS_HALF[0], (y - LENS[1]) / LENS_HALF[1]);
    let (x2, y2) = (dx * dx, dy * dy);
    let fourth = x2 * x2 + y2 * y2;
    // The fourth root of the power sum is the radius of a rounded square.
    (fourth.sqrt().sqrt() - 1.0) * 0.085
}

/// Paints glasses over a colour.
pub(crate) fn glasses(worn: &Glasses, under: V3, x: f32, y: f32, pixel: f32) -> V3 {
    let lens = lens_distance(x, y);
    let mut c = under;
    let on_lens = coverage(lens, pixel);
    if on_lens > 0.0 {
        let pass = 1.0 - worn.tint.clamp(0.0, 1.0);
        let tinted = c.times(v3(pass, pass * 0.98, pass * 0.96)) + v3(0.004, 0.005, 0.006);
        c = mix3(c, tinted, on_lens);
        if let Some(glare) = worn.glare {
            let side = if x < 0.0 { -1.0 } else { 1.0 };
            let gx = (x - side * 0.139 - glare.at[0]) / glare.size.max(1e-3);
            let gy = (y - glare.at[1]) / (glare.size.max(1e-3) * 0.75);
            // A leaning window, with a soft rim.
            let (gx, gy) = (gx + 0.35 * gy, gy);
            let (x2, y2) = (gx * gx, gy * gy);
            let edge = (x2 * x2 + y2 * y2).sqrt().sqrt();
            let patch = smooth(1.12, 0.92, edge) * glare.strength.clamp(0.0, 1.0) * on_lens;
            c = c + v3(1.15, 1.17, 1.2) * patch;
        }
    }
    let half = worn.frame.max(0.002) * 0.5;
    // A shade of the frame on the skin below it.
    let shade = bump(lens_distance(x, y - 0.010) - half, half + 0.012) * (1.0 - on_lens) * 0.16;
    c = c * (1.0 - shade);
    let bridge = {
        let (dx, dy) = (x / 0.046, (y + 0.012) / 0.030);
        let arc = ((dx * dx + dy * dy).sqrt() - 1.0).abs() * 0.034;
        if y < -0.010 { arc - half * 1.1 } else { 1.0 }
    };
    let hinge = to_segment([x.abs(), y], [0.247, -0.020], [0.272, -0.022]).0 - half * 1.2;
    let frame = soft_min((lens - half).abs() - half, bridge.min(hinge), 0.004);
    let lit = 1.0 + 0.7 * bump(lens - half * 0.6, half);
    let colour = linear(worn.colour) * lit + v3(0.01, 0.01, 0.01);
    Layer { colour, cover: coverage(frame, pixel) }.over(c)
}

/// The upper edge of a face mask at x of the mean head.
pub(crate) fn mask_edge(x: f32) -> f32 {
    0.155 - 0.075 * bump(x, 0.15) + 0.03 * smooth(0.15, 0.30, x.abs())
}

/// A face mask, as a layer over the skin.
pub(crate) fn mask(q: V3, normal: V3, open: f32, pixel: f32, lamps: &Lamps) -> Layer {
    let (x, y) = (q.x, q.y);
    let edge = (mask_edge(x) - y).max(y - 0.56);
    // Narrower at the ears, where loops hold it.
    let side = x.abs() - 0.262;
    let cloth = edge.max(side);
    let loops = to_segment([x.abs(), y], [0.26, 0.20], [0.36, 0.08])
        .0
        .min(to_segment([x.abs(), y], [0.25, 0.37], [0.36, 0.16]).0)
        - 0.004;
    let pleat = (y - 0.22) * 17.0;
    let pleat = if (0.22..0.45).contains(&y) { pleat - pleat.floor() } else { 0.5 };
    // Stretched over what is under it.
    let bent = v3(
        2.6 * x * x.abs().sqrt() + 0.25 * normal.x,
        1.5 * (y - 0.33) + (pleat - 0.5) * 0.30,
        0.9,
    )
    .unit();
    let weave = 1.0 + 0.03 * smooth_noise(x * 300.0, y * 300.0, 81);
    let seam = 1.0 - 0.15 * bump(cloth + 0.014, 0.004);
    let colour = v3(0.50, 0.66, 0.76) * (weave * seam);
    let lit = colour.times(lamps.on(bent, mix(0.6, 1.0, open)));
    let string = v3(0.75, 0.77, 0.78).times(lamps.on(normal, 0.9));
    let on = coverage(cloth, pixel);
    let held = coverage(loops, pixel) * (1.0 - on);
    Layer { colour: mix3(string, lit, on), cover: on.max(held) }
}

/// A hand over mouth and cheek, from below on the right.
pub(crate) fn hand(skin: &Complexion, x: f32, y: f32, pixel: f32, lamps: &Lamps) -> Layer {
    let mut nearest = (1.0_f32, 0.0_f32, 0.05_f32);
    let fingers: [([f32; 2], [f32; 2], f32); 5] = [
        ([0.24, 0.44], [-0.105, 0.265], 0.045),
        ([0.25, 0.50], [-0.140, 0.340], 0.046),
        ([0.26, 0.56], [-0.125, 0.412], 0.044),
        ([0.27, 0.61], [-0.075, 0.480], 0.039),
        ([0.30, 0.52], [0.235, 0.235], 0.045),
    ];
    for (from, to, radius) in fingers {
        let (far, _) = to_segment([x, y], from, to);
        let d = far - radius;
        if d < nearest.0 {
            let across = ((y - from[1]) * (to[0] - from[0]) - (x - from[0]) * (to[1] - from[1]))
                / ((to[0] - from[0]) * (to[0] - from[0]) + (to[1] - from[1]) * (to[1] - from[1]))
                    .sqrt();
            nearest = (d, -across / radius, radius);
        }
    }
    let palm = to_segment([x, y], [0.31, 0.56], [0.42, 1.0]);
    let palm = palm.0 - 0.13;
    let (d, across) =
        if palm < nearest.0 { (palm, (x - 0.34) / 0.2) } else { (nearest.0, nearest.1) };
    let cover = coverage(d, pixel);
    if cover <= 0.0 {
        return Layer::default();
    }
    let bend = across.clamp(-0.95, 0.95);
    let normal = v3(0.15, bend * 0.8, (1.0 - bend * bend * 0.64).sqrt()).unit();
    let open = smooth(0.004, -0.022, d) * 0.75 + 0.25;
    let colour = skin.bare(x * 1.3 + 3.0, y).times(v3(1.02, 0.97, 0.96));
    Layer { colour: colour.times(lamps.on(normal, open)), cover }
}

/// A lock of hair that falls over the eye on the left.
pub(crate) fn lock(hair: V3, x: f32, y: f32, lamps: &Lamps, seed: u32) -> Layer {
    // From the parting over brow and eye to the cheek.
    let t = ((y + 0.34) / 0.55).clamp(0.0, 1.0);
    let middle = mix(0.02, -0.215, t * (1.6 - 0.6 * t));
    let half = mix(0.10, 0.055, t);
    let across = (x - middle) / half;
    let strand = smooth_noise(across * 16.0 + 0.5 * t, t * 2.5, seed ^ 91);
    let fine = smooth_noise(across * 40.0, t * 5.0, seed ^ 92);
    let cover = smooth(1.08, 0.90, across.abs() + 0.15 * strand)
        * smooth(0.26, 0.16, y + 0.05 * strand)
        * smooth(-0.46, -0.38, y)
        * (0.96 + 0.04 * fine);
    let normal = v3(across * 0.5, 0.0, 0.85).unit();
    let colour = (hair * (1.0 + 0.4 * strand + 0.3 * fine)).times(lamps.on(normal, 0.9));
    Layer { colour, cover: cover.clamp(0.0, 1.0) }
}
