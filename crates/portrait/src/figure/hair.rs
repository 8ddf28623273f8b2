//! The shape of hair and head coverings, as the head's: a shell around the skull whose thickness
//! falls to nothing at the hairline. It never covers the face; what does is a [`Cover`](crate::Cover).

use super::head::Head;
use crate::math::{V3, smooth, soft_min, v3};
use crate::params::{Hair, HairStyle};

/// Hair on a head.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shell {
    pub(crate) style: HairStyle,
    volume: f32,
}

/// Height of the hairline in the middle of the forehead, on the mean head.
pub(crate) const HAIRLINE: f32 = -0.333;

fn segment(q: V3, a: V3, b: V3) -> f32 {
    let (pa, ba) = (q - a, b - a);
    let t = (pa.dot(ba) / ba.dot(ba)).clamp(0.0, 1.0);
    (pa - ba * t).length()
}

impl Shell {
    pub(crate) fn new(hair: &Hair) -> Option<Self> {
        let volume = match hair.style {
            HairStyle::Bald => return None,
            HairStyle::Cropped => hair.volume.min(0.014),
            HairStyle::Turban => hair.volume.max(0.07),
            HairStyle::Short | HairStyle::Long | HairStyle::Scarf => hair.volume,
        };
        Some(Self { style: hair.style, volume })
    }

    /// Whether it is cloth.
    pub(crate) fn is_cloth(&self) -> bool {
        matches!(self.style, HairStyle::Scarf | HairStyle::Turban)
    }

    /// How far a place of the mean head lies within what is covered, in head heights; negative on
    /// the bare face.
    pub(crate) fn within(&self, q: V3) -> f32 {
        if self.style == HairStyle::Turban {
            return -0.225 + 0.47 * (0.40 - q.z) - q.y;
        }
        let (x, y) = if self.style == HairStyle::Scarf {
            (q.x / 0.280, (q.y - 0.10) / 0.425)
        } else {
            // Narrow before the ears.
            let half = 0.298 + 0.022 * smooth(-0.14, 0.04, q.y);
            (q.x / half, (q.y - 0.10) / (0.10 - HAIRLINE))
        };
        let (x2, y2) = (x * x, y * y);
        let fourth = x2 * x2 + y2 * y2;
        let beyond = match self.style {
            HairStyle::Scarf => 0.13 * (0.75 * (x2 + y2) + 0.25 * fourth - 1.0),
            _ => 0.095 * (0.35 * (x2 + y2) + 0.65 * fourth - 1.0),
        };
        if q.z < -0.02 && self.style == HairStyle::Scarf {
            return 0.1;
        }
        match self.style {
            HairStyle::Cropped | HairStyle::Short => {
                // To the nape behind the ears, a little before them, nothing on them.
                let behind = 0.24 - 0.27 * smooth(-0.17, -0.10, q.z);
                let before = 0.08 * smooth(0.0, 0.05, q.z);
                beyond.min(behind + before - q.y)
            }
            _ => beyond,
        }
    }

    /// Distance of a place in the head's frame to it; see [`Head::distance`].
    pub(crate) fn distance(&self, head: &Head, p: V3) -> f32 {
        let q = head.warp.to_mean(p);
        let q = v3(q.x.abs(), q.y, q.z);
        let within = self.within(q);
        let taper = smooth(-0.01, 0.13, within);
        let thickness =
            0.004 + (self.volume - 0.004) * taper - 0.03 * smooth(-0.030, -0.055, within);
        let shell = head.distance_without_ears(p) - thickness;
        match self.style {
            HairStyle::Long => {
                let upper = segment(q, v3(0.285, -0.12, -0.08), v3(0.325, 0.28, -0.07)) - 0.075;
                let lower = segment(q, v3(0.325, 0.28, -0.07), v3(0.345, 0.90, 0.05)) - 0.095;
                soft_min(shell, soft_min(upper, lower, 0.05), 0.08) * 0.9
            }
            HairStyle::Scarf => {
                // Wound around the neck; below, the body wears it.
                let beside = segment(q, v3(0.19, 0.0, -0.06), v3(0.10, 0.44, -0.02)) - 0.187;
                let neck = segment(q, v3(0.05, 0.42, -0.06), v3(0.06, 0.70, -0.08)) - 0.19;
                soft_min(shell, soft_min(neck, beside, 0.12), 0.08) * 0.9
            }
            _ => shell,
        }
    }
}
