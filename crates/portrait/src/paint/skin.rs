//! Skin of the face with what is painted on it: redness, pores, brows, nostrils, creases, beard.

use super::Surface;
use crate::colour;
use crate::figure::features::{Features, brow};
use crate::grain::smooth_noise;
use crate::math::{V3, bump, bump2, coverage, mix, mix3, smooth, v3};
use crate::params::{HairStyle, Portrait};

/// Colours of one person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Complexion {
    pub(crate) skin: V3,
    pub(crate) lips: V3,
    pub(crate) hair: V3,
    pub(crate) shine: f32,
    age: f32,
    beard: f32,
    brows: f32,
    child: f32,
    seed: u32,
}

/// Brows and beard keep a natural colour where hair is dyed or fair, darker than the skin.
fn natural(hair: V3, skin: V3) -> V3 {
    let light = colour::luminance(hair).min(0.075).min(0.20 * colour::luminance(skin));
    v3(1.30, 0.95, 0.74) * light
}

impl Complexion {
    pub(crate) fn new(portrait: &Portrait) -> Self {
        let cloth = matches!(portrait.hair.style, HairStyle::Scarf | HairStyle::Turban);
        let hair = if cloth { [38, 29, 25] } else { portrait.hair.colour };
        Self {
            skin: colour::skin(portrait.skin.tone),
            lips: colour::lips(portrait.skin.tone),
            hair: natural(colour::linear(hair), colour::skin(portrait.skin.tone)),
            shine: portrait.skin.shine.clamp(0.0, 1.0),
            age: portrait.skin.age.clamp(0.0, 1.0),
            beard: portrait.skin.beard.clamp(0.0, 1.0),
            brows: portrait.build.brows * (1.0 - 0.30 * portrait.build.child),
            child: portrait.build.child,
            seed: portrait.seed,
        }
    }

    /// Skin without features, as on the neck.
    pub(crate) fn bare(&self, x: f32, y: f32) -> V3 {
        let mottle = 0.035 * smooth_noise(x * 17.0, y * 17.0, self.seed ^ 11);
        let pores = 0.045 * smooth_noise(x * 230.0, y * 230.0, self.seed ^ 12)
            + 0.030 * smooth_noise(x * 97.0, y * 97.0, self.seed ^ 13);
        let k = 1.0 + mottle + pores;
        v3(self.skin.x * k, self.skin.y * (k - 0.4 * mottle), self.skin.z * (k - 0.3 * mottle))
    }

    /// Skin at a place of the mean head; `pixel` is the width of a pixel there.
    pub(crate) fn at(&self, features: &Features, q: V3, pixel: f32) -> Surface {
        let (x, y, ax) = (q.x, q.y, q.x.abs());
        let mut c = self.bare(x, y);
        let mut gloss = 1.0 + 0.25 * smooth_noise(x * 160.0, y * 160.0, self.seed ^ 14);
        if q.z < 0.05 && ax > 0.27 {
            self.ear(&mut c, ax, y);
            return Surface { colour: c, gloss: 0.4, gleam: 0.0 };
        }
        let red =
            0.8 * bump2(ax - 0.165, y - 0.16, 0.15, 0.13) + 0.7 * bump2(x, y - 0.15, 0.09, 0.10);
        c = c.times(v3(1.0 + 0.07 * red, 1.0 - 0.07 * red, 1.0 - 0.06 * red));
        let around = bump2(ax - 0.135, y - 0.018, 0.12, 0.085);
        c = c.times(v3(1.0 - 0.16 * around, 1.0 - 0.23 * around, 1.0 - 0.19 * around));
        self.creases(&mut c, x, y);
        self.nose(&mut c, features, x, y);
        self.beard(&mut c, &mut gloss, x, y);
        self.brow(&mut c, &mut gloss, x, y, pixel);
        Surface { colour: c, gloss, gleam: 0.0 }
    }

    fn ear(&self, c: &mut V3, ax: f32, y: f32) {
        // The hollow, the fold inside the rim, and blood that shines through.
        let lean = ax + 0.14 * (y - 0.085);
        let hollow = 0.55 * bump2(lean - 0.333, y - 0.10, 0.017, 0.055);
        let (dx, dy) = ((lean - 0.333) / 0.022, (y - 0.085) / 0.098);
        let rim = 0.30 * bump((dx * dx + dy * dy).sqrt() - 1.0, 0.22) * smooth(0.20, 0.10, y);
        let joint = 0.30 * smooth(0.322, 0.300, lean) * bump(y - 0.10, 0.13);
        let dark = (hollow + rim + joint).min(0.8);
        *c = c.times(v3(1.04 - 0.9 * dark, 0.95 - dark, 0.94 - dark));
    }

    fn creases(&self, c: &mut V3, x: f32, y: f32) {
        let ax = x.abs();
        // From the nose's wing to beside the mouth.
        let t = ((y - 0.175) / 0.15).clamp(0.0, 1.0);
        let fold =
            bump(ax - mix(0.085, 0.142, t), 0.018) * smooth(0.15, 0.19, y) * smooth(0.35, 0.27, y);
        let mut dark = fold * (0.05 + 0.20 * self.age) * (1.0 - 0.7 * self.child);
        // Under the lower lip, between nose and lip, under the eyes.
        dark += 0.17 * bump2(x, y - 0.378, 0.085, 0.030);
        dark += 0.10 * bump2(ax - 0.017, y - 0.245, 0.010, 0.036)
            - 0.05 * bump2(x, y - 0.245, 0.012, 0.034);
        let pouch = 0.047 + 0.9 * (ax - 0.135) * (ax - 0.135);
        dark += (0.05 + 0.22 * self.age) * bump(y - pouch, 0.012) * bump(ax - 0.128, 0.075);
        if self.age > 0.2 && y < -0.13 {
            let line = (y + 0.16 + 0.012 * smooth_noise(x * 9.0, 0.0, self.seed ^ 15)) / 0.045;
            let near = line - (line + 0.5).floor();
            dark += (self.age - 0.2)
                * 0.34
                * bump(near, 0.16)
                * smooth(0.2, 0.1, ax)
                * smooth(-0.29, -0.26, y);
        }
        if self.age > 0.4 {
            let spot = smooth_noise(x * 34.0, y * 34.0, self.seed ^ 16) - 0.62;
            dark += spot.max(0.0) * (self.age - 0.4);
        }
        *c = c.times(v3(1.0 - 0.85 * dark, 1.0 - dark, 1.0 - dark));
    }

    fn nose(&self, c: &mut V3, features: &Features, x: f32, y: f32) {
        if x.abs() > 0.15 || !(0.10..0.26).contains(&y) {
            return;
        }
        let ax = x.abs() / features.nose;
        // Along the wing's outer edge.
        let (dx, dy) = ((ax - 0.050) / 0.0335, (y - 0.170) / 0.034);
        let ring = (dx * dx + dy * dy).sqrt();
        let outer = smooth(0.035, 0.055, ax);
        let mut dark = 0.20 * bump(ring - 1.0, 0.30) * outer * smooth(0.150, 0.178, y);
        dark += 0.30 * bump2(ax, y - 0.213, 0.085, 0.020);
        *c = c.times(v3(1.0 - 0.9 * dark, 1.0 - dark, 1.0 - dark));
        let (nx, ny) = (ax - 0.030, y - 0.1925 + 0.22 * (ax - 0.030));
        let hole = (nx / 0.0175) * (nx / 0.0175) + (ny / 0.0082) * (ny / 0.0082);
        let hole = 0.88 * smooth(1.45, 0.45, hole);
        *c = mix3(*c, v3(0.030, 0.010, 0.008).times(v3(1.0, 1.0, 1.0)), hole);
    }

    fn beard(&self, c: &mut V3, gloss: &mut f32, x: f32, y: f32) {
        if self.beard <= 0.0 || y < 0.05 {
            return;
        }
        let ax = x.abs();
        let cheek = smooth(0.16, 0.30, y + 0.55 * (ax - 0.16));
        let lip = bump2(x, y - 0.245, 0.13, 0.045) * 2.0;
        let bare = bump2(x, y - 0.205, 0.10, 0.045);
        let grown = ((cheek * smooth(0.06, 0.12, ax + 0.6 * (y - 0.33).max(0.0)) + lip).min(1.0)
            - bare)
            .clamp(0.0, 1.0);
        let strand = 0.5 + 0.5 * smooth_noise(x * 210.0, y * 55.0, self.seed ^ 17);
        let cover = grown * self.beard * mix(0.55, 1.0, strand);
        *c = mix3(*c, self.hair * mix(0.6, 1.3, strand), cover.min(1.0) * 0.94);
        *gloss *= 1.0 - 0.8 * cover.min(1.0);
    }

    fn brow(&self, c: &mut V3, gloss: &mut f32, x: f32, y: f32, pixel: f32) {
        let outwards = x.abs();
        let along = brow::along(outwards);
        if !(-0.12..1.1).contains(&along) || !(-0.14..0.0).contains(&y) {
            return;
        }
        let half = brow::half(along.clamp(0.0, 1.0)) * self.brows;
        let beside = y - brow::line(along);
        // Hairs lean outwards and up.
        let strand = smooth_noise(
            (outwards * 0.75 + beside * 1.5) * 190.0,
            (beside - outwards * 0.25) * 46.0,
            self.seed ^ if x < 0.0 { 18 } else { 19 },
        );
        let ragged = beside.abs() - half + 0.0035 * strand;
        let ends = smooth(-0.06, 0.10, along) * smooth(1.04, 0.90, along);
        let cover = coverage(ragged, pixel.max(0.006)) * ends * (0.88 + 0.24 * strand);
        *c = mix3(*c, self.hair, cover.clamp(0.0, 1.0) * 0.93);
        *gloss *= 1.0 - 0.9 * cover.clamp(0.0, 1.0);
    }
}
