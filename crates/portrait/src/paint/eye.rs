//! One eye: white, iris, pupil, the lamp's reflection, lids with lashes and crease.

use super::Surface;
use crate::figure::features::Eye;
use crate::grain::smooth_noise;
use crate::math::{V3, bump, coverage, mix, mix3, smooth, v3};

/// Colours of an eye.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Iris {
    pub(crate) colour: V3,
    /// 0 none to 1.
    pub(crate) red: f32,
    pub(crate) lashes: V3,
}

/// Paints the eye over skin at x and y of the mean head; `pixel` is the width of a pixel there.
pub(crate) fn paint(eye: &Eye, iris: &Iris, under: Surface, x: f32, y: f32, pixel: f32) -> Surface {
    let along = eye.along(x);
    if !(-1.35..1.45).contains(&along) || !(-0.075..0.075).contains(&y) {
        return under;
    }
    let (upper, lower) = (eye.upper_lid(along), eye.lower_lid(along));
    let inside = along.abs() < 1.0;
    let mut s = lids(eye, under, along, y);
    let opened = if inside { coverage(upper - y, pixel) * coverage(y - lower, pixel) } else { 0.0 };
    if opened > 0.0 {
        let ball = ball(eye, iris, along, x, y, pixel, upper);
        s = Surface {
            colour: mix3(s.colour, ball.colour, opened),
            gloss: mix(s.gloss, ball.gloss, opened),
            gleam: ball.gleam * opened,
        };
    }
    lash_line(eye, iris, &mut s, along, y, pixel);
    s
}

fn lids(eye: &Eye, under: Surface, along: f32, y: f32) -> Surface {
    let mut s = under;
    let near = along.clamp(-1.0, 1.0);
    let ends = smooth(1.35, 0.8, along.abs());
    // The crease above the open lid; it flattens as the lid comes down.
    let crease = eye.open_lid(near) - 0.019 + 0.006 * near * near;
    let depth = 0.46 * (0.45 + 0.55 * eye.opening.min(1.0));
    let fold = bump(y - crease, 0.0085) * ends * depth;
    // Under the lower lid.
    let pad = bump(y - eye.lower_lid(near) - 0.014, 0.010) * ends * 0.07;
    // The lid itself is a little darker and redder.
    let lid = smooth(crease - 0.003, crease + 0.006, y)
        * smooth(eye.lower_lid(near), eye.lower_lid(near) - 0.006, y)
        * ends
        * 0.12;
    let dark = fold + pad + lid;
    s.colour = s.colour.times(v3(1.0 - 0.85 * dark, 1.0 - dark, 1.0 - 0.96 * dark));
    s.gloss *= 1.0 - 0.5 * ends * bump(y, 0.074);
    s
}

fn ball(eye: &Eye, iris: &Iris, along: f32, x: f32, y: f32, pixel: f32, upper: f32) -> Surface {
    let (dx, dy) = (x - eye.iris[0], y - eye.iris[1]);
    let r = (dx * dx + dy * dy).sqrt();
    // White, redder and darker towards the corners and under the lid.
    let edge = along * along;
    let mut c = v3(0.64, 0.60, 0.575) * (1.0 - 0.45 * edge);
    let vein = smooth_noise(x * 90.0, y * 150.0, 31).abs();
    c = c.times(v3(1.0, 1.0 - 0.10 * edge * (1.0 - vein), 1.0 - 0.10 * edge * (1.0 - vein)));
    if along < -0.78 {
        c = mix3(c, v3(0.42, 0.19, 0.16), smooth(-0.78, -0.92, along));
    }
    let inverse = 1.0 / r.max(1e-5);
    let (ux, uy) = (dx * inverse, dy * inverse);
    let out = r / eye.iris_radius;
    let fibre = smooth_noise(ux * 9.0 + 20.0, uy * 9.0 + r * 40.0, 32);
    let mut ring = iris.colour * (1.05 + 0.45 * fibre);
    ring = ring * mix(1.25, 0.30, smooth(0.68, 1.0, out));
    ring = ring * (1.0 + 0.5 * smooth(-0.2, 1.0, uy * out));
    c = mix3(c, ring, coverage(r - eye.iris_radius, pixel.max(0.0028)));
    // A flash lights the pupil and what is around it.
    let wide = eye.pupil_radius * (1.0 + 0.75 * iris.red);
    let pupil = mix3(v3(0.004, 0.004, 0.004), v3(0.52, 0.030, 0.022), iris.red);
    c = mix3(c, pupil, coverage(r - wide, pixel.max(0.0018)));
    // The lid's shadow.
    let shade = 1.0 - 0.55 * smooth(0.017, 0.0, y - upper);
    let (gx, gy) = (dx + 0.0075, dy + 0.0105);
    let spot = coverage((gx * gx + gy * gy).sqrt() - 0.0043, pixel.max(0.0018));
    Surface { colour: c * shade, gloss: 0.0, gleam: 0.85 * spot }
}

fn lash_line(eye: &Eye, iris: &Iris, s: &mut Surface, along: f32, y: f32, pixel: f32) {
    let near = along.clamp(-1.0, 1.0);
    let ends = smooth(1.12, 0.92, along.abs());
    let wide = pixel.max(0.0015);
    let upper = y - (eye.upper_lid(near) - 0.0015);
    let thick = 0.0022 + 0.0018 * smooth(-0.9, 0.6, along);
    let line = coverage(upper.abs() - thick, wide) * 0.85;
    // Lashes: down from the edge of a closed lid, up from an open one.
    let lean = upper * mix(1.4, -0.8, eye.opening.min(1.0)) * along;
    let hair = smooth_noise((along + lean * 14.0) * 26.0, 0.0, 33);
    let reach = 0.0004 + 0.010 * smooth(-1.0, 0.7, along);
    let up = if eye.opening > 0.35 { -upper } else { upper };
    let lash = smooth(0.1, 0.6, hair) * smooth(reach, 0.0, up) * smooth(-0.001, 0.001, up) * 0.55;
    let cover = (line.max(lash)) * ends;
    s.colour = mix3(s.colour, iris.lashes, cover);
    s.gleam *= 1.0 - cover;
    s.gloss *= 1.0 - cover;
    let lower = y - (eye.lower_lid(near) + 0.0015);
    let faint = coverage(lower.abs() - 0.0014, wide.max(0.003))
        * 0.30
        * ends
        * smooth(0.0, 0.4, eye.opening);
    s.colour = mix3(s.colour, iris.lashes, faint);
}
