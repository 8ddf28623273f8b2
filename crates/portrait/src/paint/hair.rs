//! Strands of hair and folds of cloth on the shell around the skull, and the hair that hangs behind
//! the neck.

use super::Layer;
use super::light::Lamps;
use crate::figure::cast::Sight;
use crate::figure::hair::Shell;
use crate::grain::{cloudy, smooth_noise};
use crate::math::{V3, bump, coverage, mix, smooth, v3};
use crate::params::HairStyle;

/// Strands at a place: across them fast, along them slowly, −1 to 1.
fn strands(q: V3, normal: V3, seed: u32) -> f32 {
    let wave = 0.012 * smooth_noise(q.x * 7.0, q.y * 7.0, seed ^ 50);
    let front = smooth_noise((q.x + wave) * 150.0, q.y * 7.0 + q.z * 9.0, seed ^ 51)
        + 0.6 * smooth_noise((q.x + wave) * 330.0, q.y * 13.0, seed ^ 52);
    let side = smooth_noise((q.z + wave) * 130.0, q.y * 8.0, seed ^ 53)
        + 0.6 * smooth_noise((q.z + wave) * 290.0, q.y * 15.0, seed ^ 54);
    mix(front, side, smooth(0.45, 0.9, normal.x.abs())) * 0.625
}

/// Hair or cloth that the line of sight meets. `q` is its place on the mean head, `pixel` the width
/// of a pixel.
pub(crate) fn paint(
    shell: &Shell,
    colour: V3,
    sight: &Sight,
    q: V3,
    pixel: f32,
    lamps: &Lamps,
    seed: u32,
) -> Layer {
    let within = shell.within(v3(q.x.abs(), q.y, q.z));
    let normal = sight.normal.unit();
    if shell.is_cloth() {
        let mut cover = coverage(sight.past, pixel) * coverage(-within, pixel.max(0.004));
        if shell.style == HairStyle::Scarf {
            cover *= smooth(0.72, 0.55, q.y);
        }
        return Layer {
            colour: cloth(shell, colour, q, normal, within, sight.open, lamps, seed),
            cover,
        };
    }
    if within < -0.05 {
        return Layer::default();
    }
    let strand = strands(q, normal, seed);
    let wisps = smooth_noise(q.x * 75.0, (q.y - q.z) * 18.0, seed ^ 59);
    let line = smooth(-0.020, 0.030, within + 0.012 * strand + 0.012 * wisps);
    let frayed = smooth_noise(q.x * 110.0, q.y * 110.0, seed ^ 60);
    let outline = coverage(sight.past + 0.0012 + 0.0012 * frayed, pixel.max(0.0035));
    let mut cover = line * outline;
    match shell.style {
        HairStyle::Cropped => cover *= 0.80 + 0.15 * strand,
        HairStyle::Long => cover *= smooth(0.88, 0.66, q.y - 0.10 * wisps - 0.05 * strand),
        _ => {}
    }
    let parting = bump(q.x + 0.055, 0.010) * smooth(-0.30, -0.36, q.y) * smooth(-0.1, 0.1, q.z);
    let albedo = colour * (1.0 + 0.55 * strand) * (1.0 - 0.45 * parting);
    let open = mix(0.35, 1.0, sight.open) * mix(0.75, 1.0, smooth(0.0, 0.03, within));
    // Hair gleams in a band across the strands.
    let band = lamps.gleam(v3(normal.x * 0.45, normal.y, normal.z).unit(), 0.35);
    let gleam = band * (0.7 + 0.6 * strand).max(0.0) * 0.55 * smooth(0.75, 0.45, q.y);
    let lit = albedo.times(lamps.on(normal, open));
    Layer { colour: lit + v3(1.0, 0.97, 0.92) * gleam, cover: cover.clamp(0.0, 1.0) }
}

#[expect(clippy::too_many_arguments, reason = "one place of one cloth, all of it plain numbers")]
fn cloth(
    shell: &Shell,
    colour: V3,
    q: V3,
    normal: V3,
    within: f32,
    open: f32,
    lamps: &Lamps,
    seed: u32,
) -> V3 {
    // Folds around the face of a scarf; wound bands of a turban.
    let slope = if shell.style == HairStyle::Turban {
        let lean = if q.x < 0.0 { 0.55 } else { -0.55 };
        let band = (q.y + lean * q.x) * 19.0;
        (band - band.floor() - 0.5) * 0.9
    } else {
        0.45 * smooth_noise(
            within * 26.0 + 0.8 * cloudy(q.x * 2.0, q.y * 2.0, seed ^ 55),
            q.y * 2.5,
            seed ^ 56,
        )
    };
    let bent = v3(normal.x, normal.y + slope, normal.z).unit();
    let hem = smooth(0.0, 0.012, within);
    let weave = 1.0 + 0.04 * smooth_noise(q.x * 300.0, q.y * 300.0, seed ^ 57);
    (colour * weave).times(lamps.on(bent, mix(0.3, 1.0, open) * mix(0.55, 1.0, hem)))
}

/// Long hair or a scarf behind neck and ears; x and y of the body's frame.
pub(crate) fn behind(style: HairStyle, colour: V3, x: f32, y: f32, pixel: f32, seed: u32) -> Layer {
    let strand = smooth_noise(x * 120.0, y * 5.0, seed ^ 58);
    let (half, low) = match style {
        HairStyle::Long => (0.345, 0.72 + 0.02 * strand),
        HairStyle::Scarf => (0.27, 0.60),
        _ => return Layer::default(),
    };
    let distance = (x.abs() - half).max(y - low).max(-0.1 - y);
    Layer { colour: colour * (0.32 + 0.12 * strand), cover: coverage(distance, pixel) }
}
