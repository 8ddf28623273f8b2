//! Vectors and the few functions that drawing needs, made of basic arithmetic and square roots
//! only, so that every target gives the same bits. It never calls a transcendental function.

use std::ops::{Add, Mul, Neg, Sub};

/// A point or direction: x to the right of the picture, y down, z towards the viewer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct V3 {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) z: f32,
}

pub(crate) const fn v3(x: f32, y: f32, z: f32) -> V3 {
    V3 { x, y, z }
}

impl V3 {
    pub(crate) fn dot(self, o: V3) -> f32 {
        self.x * o.x + self.y * o.y + self.z * o.z
    }

    pub(crate) fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    pub(crate) fn unit(self) -> V3 {
        self * (1.0 / self.length().max(1e-9))
    }

    /// Component by component.
    pub(crate) fn times(self, o: V3) -> V3 {
        v3(self.x * o.x, self.y * o.y, self.z * o.z)
    }
}

impl Add for V3 {
    type Output = V3;
    fn add(self, o: V3) -> V3 {
        v3(self.x + o.x, self.y + o.y, self.z + o.z)
    }
}

impl Sub for V3 {
    type Output = V3;
    fn sub(self, o: V3) -> V3 {
        v3(self.x - o.x, self.y - o.y, self.z - o.z)
    }
}

impl Mul<f32> for V3 {
    type Output = V3;
    fn mul(self, k: f32) -> V3 {
        v3(self.x * k, self.y * k, self.z * k)
    }
}

impl Neg for V3 {
    type Output = V3;
    fn neg(self) -> V3 {
        v3(-self.x, -self.y, -self.z)
    }
}

pub(crate) fn mix(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

pub(crate) fn mix3(a: V3, b: V3, t: f32) -> V3 {
    a + (b - a) * t
}

/// 0 at `from` and before, 1 at `to` and after, smooth between. `from` may be above `to`.
pub(crate) fn smooth(from: f32, to: f32, x: f32) -> f32 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// A bump of height 1 and half width `reach`, smooth and zero outside.
pub(crate) fn bump(distance: f32, reach: f32) -> f32 {
    let t = distance / reach;
    let rest = (1.0 - t * t).max(0.0);
    rest * rest
}

/// The same in two dimensions, with half widths `rx` and `ry`.
pub(crate) fn bump2(x: f32, y: f32, rx: f32, ry: f32) -> f32 {
    let rest = (1.0 - (x / rx) * (x / rx) - (y / ry) * (y / ry)).max(0.0);
    rest * rest
}

/// How much of a pixel of the width `pixel` lies inside a shape at the signed distance `distance`
/// (negative inside).
pub(crate) fn coverage(distance: f32, pixel: f32) -> f32 {
    (0.5 - distance / pixel).clamp(0.0, 1.0)
}

/// The smaller of two distances with the joint rounded over `k`.
pub(crate) fn soft_min(a: f32, b: f32, k: f32) -> f32 {
    let h = (k - (a - b).abs()).max(0.0) / k;
    a.min(b) - h * h * k * 0.25
}

/// The larger of two distances with the joint rounded over `k`.
pub(crate) fn soft_max(a: f32, b: f32, k: f32) -> f32 {
    -soft_min(-a, -b, k)
}

/// `x` to the power of 2 to the `squarings`.
pub(crate) fn powered(x: f32, squarings: u32) -> f32 {
    let mut x = x.max(0.0);
    for _ in 0..squarings {
        x *= x;
    }
    x
}

/// 2 to the power of `x`, for exposure in stops; relative error below 1e-6 for −30 to 30.
pub(crate) fn two_to(x: f32) -> f32 {
    let x = f64::from(x.clamp(-30.0, 30.0));
    let whole = x.floor();
    let t = (x - whole) * std::f64::consts::LN_2;
    let mut term = 1.0;
    let mut sum = 1.0;
    for n in 1..12_u8 {
        term *= t / f64::from(n);
        sum += term;
    }
    let mut scale = 1.0;
    for _ in 0..(whole.abs() as u32) {
        scale *= if whole < 0.0 { 0.5 } else { 2.0 };
    }
    (sum * scale) as f32
}

/// Sine and cosine of an angle in degrees, any angle; absolute error below 1e-6.
pub(crate) fn sin_cos(degrees: f64) -> (f32, f32) {
    let turns = degrees / 360.0;
    let a = (turns - (turns + 0.5).floor()) * std::f64::consts::TAU;
    // Halved twice, so that few terms do, and doubled again.
    let h = a * 0.25;
    let h2 = h * h;
    let mut s = h * (1.0 - h2 / 6.0 * (1.0 - h2 / 20.0 * (1.0 - h2 / 42.0 * (1.0 - h2 / 72.0))));
    let mut c = 1.0
        - h2 / 2.0 * (1.0 - h2 / 12.0 * (1.0 - h2 / 30.0 * (1.0 - h2 / 56.0 * (1.0 - h2 / 90.0))));
    for _ in 0..2 {
        (s, c) = (2.0 * s * c, c * c - s * s);
    }
    (s as f32, c as f32)
}

/// Distance of a point to a segment in the plane, and how far along it is (0 to 1).
pub(crate) fn to_segment(p: [f32; 2], a: [f32; 2], b: [f32; 2]) -> (f32, f32) {
    let (px, py) = (p[0] - a[0], p[1] - a[1]);
    let (bx, by) = (b[0] - a[0], b[1] - a[1]);
    let t = ((px * bx + py * by) / (bx * bx + by * by).max(1e-12)).clamp(0.0, 1.0);
    let (dx, dy) = (px - bx * t, py - by * t);
    ((dx * dx + dy * dy).sqrt(), t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sines_are_those_of_the_library() {
        for tenth in -7300..7300 {
            let degrees = f64::from(tenth) / 10.0;
            let (s, c) = sin_cos(degrees);
            assert!((f64::from(s) - degrees.to_radians().sin()).abs() < 1e-6, "{degrees}");
            assert!((f64::from(c) - degrees.to_radians().cos()).abs() < 1e-6, "{degrees}");
        }
    }

    #[test]
    fn stops_double() {
        for x in [-3.7_f32, -1.0, -0.5, 0.0, 0.3, 1.0, 2.25] {
            assert!((two_to(x) / x.exp2() - 1.0).abs() < 1e-6, "{x}");
        }
    }

    #[test]
    fn soft_joints_meet_the_hard_ones_away_from_the_joint() {
        assert_eq!(soft_min(1.0, 3.0, 0.5), 1.0);
        assert_eq!(soft_max(1.0, 3.0, 0.5), 3.0);
        assert!(soft_min(1.0, 1.0, 0.4) < 1.0);
    }
}
