//! What is drawn over faces, in their own measure: lids that close, open mouths, glasses with clear
//! and with dark lenses, cloths around the head, masks.

use crate::random::Random;
use photo::face::Place;
use photo::face::training::Shape;

/// Everything that is drawn over one face.
#[derive(Clone, Debug, Default)]
pub struct Paint {
    /// How far the lids are closed, 0 to 1.
    pub lids: f32,
    /// The shade inside an open mouth, and how far the teeth reach into it.
    pub mouth: (f32, f32),
    /// Glasses, if any.
    pub glasses: Option<Glasses>,
    /// A cloth around the head: its shade, the strength and the direction of its folds.
    pub cloth: Option<(f32, f32, f32)>,
    /// A mask over mouth and nose: its shade.
    pub mask: Option<f32>,
}

/// Glasses.
#[derive(Clone, Debug)]
pub struct Glasses {
    /// Half the width and half the height of a lens, and how far its middle is below the eye's.
    size: [f32; 3],
    /// The rim's half width and shade.
    rim: (f32, f32),
    /// How much of the lens is its own shade rather than what is behind it, and that shade.
    pub lens: (f32, f32),
    /// How round the lenses are: 2 is an ellipse, more is squarer.
    round: i32,
}

impl Paint {
    /// Drawn at random; most faces get nothing.
    pub fn random(random: &mut Random) -> Self {
        let lids = if random.chance(0.18) { random.between(0.15, 1.0) } else { 0.0 };
        let mouth = (random.between(15.0, 80.0), random.between(-0.1, 0.5).max(0.0));
        let glasses = random.chance(0.2).then(|| Glasses {
            size: [
                random.between(0.34, 0.5),
                random.between(0.2, 0.42),
                random.between(-0.02, 0.12),
            ],
            rim: (random.between(0.008, 0.045), random.between(5.0, 140.0)),
            lens: if random.chance(0.45) {
                (random.between(0.65, 1.0), random.between(5.0, 80.0))
            } else {
                (random.between(0.0, 0.12), random.between(120.0, 255.0))
            },
            round: [2, 2, 4, 6][random.index(4)],
        });
        let cloth = random.chance(0.06).then(|| {
            (random.between(10.0, 240.0), random.between(0.0, 25.0), random.between(-3.0, 3.0))
        });
        Self { lids, mouth, glasses, cloth, mask: None }
    }

    /// Where a place of the face with closed lids was before they closed. `own` is the face's shape.
    pub fn lifted(&self, place: Place, own: &Shape) -> Place {
        if self.lids <= 0.0 {
            return place;
        }
        for [outer, upper, inner, lower] in [[2, 6, 3, 7], [5, 8, 4, 9]] {
            let lid =
                Lid { outer: own[outer], upper: own[upper], inner: own[inner], lower: own[lower] };
            if let Some(from) = lid.from(place, self.lids) {
                return from;
            }
        }
        place
    }

    /// Where the points of a face go when its lids close.
    pub fn lowered(&self, own: &Shape) -> Shape {
        let mut shape = *own;
        for [upper, lower] in [[6, 7], [8, 9]] {
            let down = self.lids * (own[lower][1] - own[upper][1]) * 0.92;
            shape[upper][1] += down;
        }
        shape
    }

    /// The shade at a place of the face, drawn over `shade`.
    pub fn over(&self, place: Place, own: &Shape, shade: f32) -> f32 {
        let mut shade = shade;
        if let Some((cloth, folds, direction)) = self.cloth {
            let [x, y] = place;
            let head = (x / 1.75).powi(2) + ((y + 0.05) / 2.05).powi(2) < 1.0
                || y > 1.6 && x.abs() < 1.6 + y * 0.2;
            let face = (x / 1.02).powi(2) + ((y - 0.42) / 1.5).powi(2) < 1.0;
            if head && !face {
                shade = cloth + folds * (7.0 * x + direction * y).sin();
            }
        }
        if let Some(mask) = self.mask {
            let [x, y] = place;
            if x.abs() < 0.95 && y > 0.45 && y < own[25][1] + 0.05 {
                shade = mask + 10.0 * (9.0 * y).sin();
            }
        }
        if let Some(glasses) = &self.glasses {
            shade = glasses.over(place, own, shade);
        }
        shade
    }
}

impl Glasses {
    fn over(&self, [x, y]: Place, own: &Shape, shade: f32) -> f32 {
        let [wide, high, below] = self.size;
        let mut shade = shade;
        for (outer, inner) in [(2, 3), (5, 4)] {
            let middle = [(own[outer][0] + own[inner][0]) / 2.0, below];
            let (u, v) = ((x - middle[0]) / wide, (y - middle[1]) / high);
            // Distance from the rim, about, in the face's measure.
            let power = u.abs().powi(self.round) + v.abs().powi(self.round);
            let radius = power.powf(1.0 / self.round as f32);
            let off = (radius - 1.0) * wide.min(high);
            if off < 0.0 {
                shade += (self.lens.1 - shade) * self.lens.0;
            }
            let rim = (1.5 - off.abs() / self.rim.0.max(0.005)).clamp(0.0, 1.0);
            shade += (self.rim.1 - shade) * rim;
        }
        let bridge = x.abs() < 0.5 - wide && (y - below + 0.5 * high).abs() < self.rim.0;
        let temple =
            x.abs() > 0.5 + wide && x.abs() < 1.15 && (y - below + 0.4 * high).abs() < self.rim.0;
        if bridge || temple { self.rim.1 } else { shade }
    }
}

/// One eye's opening.
struct Lid {
    outer: Place,
    upper: Place,
    inner: Place,
    lower: Place,
}

impl Lid {
    /// The height of the arch through both corners and a middle point, at x.
    fn arch(&self, top: Place, x: f32) -> f32 {
        let along = ((x - self.outer[0]) / (self.inner[0] - self.outer[0])).clamp(0.0, 1.0);
        let line = self.outer[1] + (self.inner[1] - self.outer[1]) * along;
        let middle = (self.outer[1] + self.inner[1]) / 2.0;
        line + (top[1] - middle) * 4.0 * along * (1.0 - along)
    }

    fn from(&self, [x, y]: Place, closed: f32) -> Option<Place> {
        let (left, right) = (self.outer[0].min(self.inner[0]), self.outer[0].max(self.inner[0]));
        if x <= left || x >= right {
            return None;
        }
        let (upper, lower) = (self.arch(self.upper, x), self.arch(self.lower, x));
        let edge = upper + closed * (lower - upper).max(0.0) * 0.92;
        // Skin above the lid is stretched down; the lashes keep their width.
        let (crease, lash) = (upper - 0.13, 0.035);
        if y <= crease || y >= edge + lash {
            return None;
        }
        if y >= edge - lash {
            return Some([x, y - edge + upper]);
        }
        let along = (y - crease) / (edge - lash - crease).max(0.01);
        Some([x, crease + along * (upper - lash - crease)])
    }
}
