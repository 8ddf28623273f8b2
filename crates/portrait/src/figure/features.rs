//! Where the parts of the face are on the mean head: lids, iris, brows, lips, nose. The painting and
//! the ground truth both take them from here, so they cannot differ. Coordinates are x and y of the
//! mean head (see [`head`](super::head)).

use crate::math::{mix, smooth};
use crate::params::Portrait;

/// One eye. `out` runs from its middle to the outer corner as 0 to 1, to the inner corner as −1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Eye {
    /// −1 for the left, 1 for the right of the picture.
    pub(crate) side: f32,
    /// x of the middle between the corners.
    middle: f32,
    half_width: f32,
    tall: f32,
    /// 0 closed to 1 open.
    pub(crate) opening: f32,
    /// Middle of the iris.
    pub(crate) iris: [f32; 2],
    pub(crate) iris_radius: f32,
    pub(crate) pupil_radius: f32,
}

impl Eye {
    fn new(portrait: &Portrait, side: f32) -> Self {
        let opening = portrait.eyes.opening[usize::from(side > 0.0)].clamp(0.0, 1.2);
        let size = portrait.build.eyes * (1.0 + 0.16 * portrait.build.child);
        let [gx, gy] = portrait.eyes.gaze.map(|g| g.clamp(-1.0, 1.0));
        Self {
            side,
            middle: side * 0.135,
            half_width: 0.060 * size,
            tall: 0.045 * size,
            opening,
            iris: [side * 0.139 + gx * 0.020, 0.0015 + gy * 0.012],
            iris_radius: 0.0265 * (1.0 + 0.10 * portrait.build.child),
            pupil_radius: 0.0112,
        }
    }

    /// Along the eye: −1 at the inner corner, 1 at the outer.
    pub(crate) fn along(&self, x: f32) -> f32 {
        (x - self.middle) * self.side / self.half_width
    }

    /// x of a place along the eye.
    pub(crate) fn x_at(&self, along: f32) -> f32 {
        self.middle + along * self.side * self.half_width
    }

    /// Height of the line between the corners.
    pub(crate) fn corner_line(&self, along: f32) -> f32 {
        0.0125 - 0.0045 * along
    }

    fn arch(along: f32) -> f32 {
        let a = (1.0 - along * along).max(0.0);
        a * (1.22 - 0.22 * a)
    }

    fn below(&self) -> f32 {
        self.tall * 0.32 * (0.75 + 0.25 * self.opening.min(1.0))
    }

    /// y of the edge of the lower lid.
    pub(crate) fn lower_lid(&self, along: f32) -> f32 {
        self.corner_line(along) + self.below() * Self::arch(along)
    }

    /// y of the edge of the upper lid; that of the lower one when the eye is closed.
    pub(crate) fn upper_lid(&self, along: f32) -> f32 {
        self.corner_line(along) - (self.tall * self.opening - self.below()) * Self::arch(along)
    }

    /// y of the edge of the upper lid of the same eye wide open: where the crease follows.
    pub(crate) fn open_lid(&self, along: f32) -> f32 {
        self.corner_line(along) - self.tall * 0.68 * Self::arch(along)
    }
}

/// The mouth.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lips {
    half_width: f32,
    corner: f32,
    full: f32,
    /// Gap between the lips in the middle.
    pub(crate) gap: f32,
}

impl Lips {
    fn new(portrait: &Portrait) -> Self {
        let smile = portrait.mouth.smile.clamp(-1.0, 1.0);
        let opening = portrait.mouth.opening.clamp(0.0, 1.0);
        Self {
            half_width: 0.110 * (1.0 + 0.20 * smile.max(0.0)) * (1.0 - 0.10 * opening),
            corner: 0.311 - 0.024 * smile,
            full: portrait.build.lips * (1.0 - 0.16 * smile.max(0.0)),
            gap: 0.135 * opening,
        }
    }

    pub(crate) fn half_width(&self) -> f32 {
        self.half_width
    }

    /// Along the mouth: −1 and 1 at the corners.
    pub(crate) fn along(&self, x: f32) -> f32 {
        x / self.half_width
    }

    fn middle(&self, along: f32) -> f32 {
        mix(0.305, self.corner, along * along)
    }

    fn round(along: f32) -> f32 {
        (1.0 - along * along).max(0.0)
    }

    /// y of the lower edge of the upper lip.
    pub(crate) fn inner_upper(&self, along: f32) -> f32 {
        self.middle(along) - self.gap * 0.16 * Self::round(along).sqrt()
    }

    /// y of the upper edge of the lower lip.
    pub(crate) fn inner_lower(&self, along: f32) -> f32 {
        self.middle(along) + self.gap * 0.84 * Self::round(along).sqrt()
    }

    /// y of the upper edge of the upper lip, with its bow.
    pub(crate) fn outer_upper(&self, along: f32) -> f32 {
        let a = along.abs();
        let bow = 1.0 - 0.14 * smooth(0.22, 0.0, a);
        let body = Self::round(along) * (1.0 - 0.10 * a);
        self.inner_upper(along) - 0.034 * self.full * body * bow
    }

    /// y of the lower edge of the lower lip.
    pub(crate) fn outer_lower(&self, along: f32) -> f32 {
        let body = Self::round(along);
        self.inner_lower(along) + 0.046 * self.full * body * (1.08 - 0.08 * body)
    }
}

/// The brow of a side: x counted outwards.
pub(crate) mod brow {
    /// x of its ends, outwards.
    pub(crate) const FROM: f32 = 0.058;
    pub(crate) const TO: f32 = 0.262;

    /// 0 at the inner end, 1 at the outer.
    pub(crate) fn along(outwards: f32) -> f32 {
        (outwards - FROM) / (TO - FROM)
    }

    /// y of its middle line.
    pub(crate) fn line(along: f32) -> f32 {
        -0.066 + along * (-0.1367 + 0.1667 * along)
    }

    /// Half its thickness.
    pub(crate) fn half(along: f32) -> f32 {
        0.0155 * (1.0 - 0.78 * along * along).max(0.0)
    }
}

/// Everything of one face.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Features {
    /// Left and right.
    pub(crate) eyes: [Eye; 2],
    pub(crate) lips: Lips,
    /// Factor on the nose's width.
    pub(crate) nose: f32,
}

impl Features {
    pub(crate) fn new(portrait: &Portrait) -> Self {
        Self {
            eyes: [Eye::new(portrait, -1.0), Eye::new(portrait, 1.0)],
            lips: Lips::new(portrait),
            nose: portrait.build.nose * (1.0 - 0.12 * portrait.build.child),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::{Eyes, Mouth};

    #[test]
    fn the_gap_of_the_lids_follows_their_opening() {
        for (opening, ratio) in [(1.0, 0.375), (0.5, 0.1875), (0.0, 0.0)] {
            let eyes = Eyes { opening: [opening; 2], ..Eyes::default() };
            let eye = Features::new(&Portrait { eyes, ..Portrait::default() }).eyes[0];
            let gap = eye.lower_lid(0.0) - eye.upper_lid(0.0);
            let width = (eye.x_at(1.0) - eye.x_at(-1.0)).abs();
            assert!((gap / width - ratio).abs() < 1e-3, "{opening}: {}", gap / width);
        }
    }

    #[test]
    fn closed_lips_meet() {
        let lips = Features::new(&Portrait::default()).lips;
        assert_eq!(lips.inner_upper(0.0), lips.inner_lower(0.0));
        let mouth = Mouth { opening: 1.0, ..Mouth::default() };
        let lips = Features::new(&Portrait { mouth, ..Portrait::default() }).lips;
        assert!((lips.inner_lower(0.0) - lips.inner_upper(0.0) - 0.135).abs() < 1e-5);
    }
}
