//! The shape of the head as a distance: negative inside, zero on the skin, about the distance in
//! head heights outside. Places are in the **head's frame**: the origin between the pupils' rest
//! places on the axis of the skull, one unit is chin to crown of the mean adult, x to the right of
//! the picture, y down, z towards the viewer of an unturned head. It knows no pose and no picture.
//!
//! The proportions are those of the mean adult (eyes at 51.8 % of the height, pupils 0.278 apart,
//! jaw and lips likewise); other people are warps of that head, see [`Warp`].

use crate::math::{V3, mix, smooth, soft_max, soft_min, v3};
use crate::params::Build;

/// Turns places on a person's head into the places of the mean adult's head that they correspond
/// to, where shape and features are defined.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Warp {
    width: f32,
    jaw: f32,
    lower: f32,
}

impl Warp {
    pub(crate) fn new(build: &Build) -> Self {
        Self {
            width: 1.0 / (build.width * (1.0 + 0.02 * build.child)),
            jaw: 1.0 / (build.jaw * (1.0 - 0.04 * build.child)) - 1.0,
            lower: 1.0 / (1.0 - 0.19 * build.child) - 1.0,
        }
    }

    /// The place on the mean head.
    pub(crate) fn to_mean(self, p: V3) -> V3 {
        let below = smooth(0.0, 0.22, p.y);
        let jaw = 1.0 + self.jaw * smooth(0.08, 0.36, p.y);
        v3(p.x * self.width * jaw, p.y * (1.0 + self.lower * below), p.z)
    }

    /// The place on this head, found by halving.
    pub(crate) fn of_mean(self, q: V3) -> V3 {
        let (mut low, mut high) = (q.y - 0.5, q.y + 0.5);
        for _ in 0..40 {
            let y = 0.5 * (low + high);
            if self.to_mean(v3(0.0, y, 0.0)).y < q.y {
                low = y;
            } else {
                high = y;
            }
        }
        let y = 0.5 * (low + high);
        let across = self.to_mean(v3(1.0, y, 0.0)).x;
        v3(q.x / across, y, q.z)
    }
}

/// A head of given proportions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub(crate) warp: Warp,
    nose: f32,
    lips: f32,
    child: f32,
}

/// Depth of the pupils' plane and the like is found by casting; this is where the neck turns.
pub(crate) const PIVOT: V3 = v3(0.0, 0.30, -0.06);

fn ellipsoid(p: V3, centre: V3, radii: V3) -> f32 {
    let inverse = v3(1.0 / radii.x, 1.0 / radii.y, 1.0 / radii.z);
    let a = (p - centre).times(inverse);
    let k0 = a.length();
    let k1 = a.times(inverse).length();
    if k1 < 1e-6 { -radii.x.min(radii.y).min(radii.z) } else { k0 * (k0 - 1.0) / k1 }
}

fn capsule(p: V3, a: V3, b: V3, from: f32, to: f32) -> f32 {
    let (pa, ba) = (p - a, b - a);
    let t = (pa.dot(ba) / ba.dot(ba)).clamp(0.0, 1.0);
    (pa - ba * t).length() - mix(from, to, t)
}

impl Head {
    pub(crate) fn new(build: &Build) -> Self {
        Self {
            warp: Warp::new(build),
            nose: build.nose * (1.0 - 0.12 * build.child),
            lips: build.lips,
            child: build.child,
        }
    }

    /// Distance of a place in the head's frame to the skin, ears included.
    pub(crate) fn distance(&self, p: V3) -> f32 {
        let q = self.warp.to_mean(p);
        let q = v3(q.x.abs(), q.y, q.z);
        let face = self.face_and_skull(q);
        let ear = ellipsoid(
            v3(q.x + 0.25 * (q.z + 0.04) + 0.14 * (q.y - 0.085), q.y, q.z),
            v3(0.327, 0.090, -0.05),
            v3(0.036, 0.118, 0.060),
        );
        soft_min(face, ear, 0.035)
    }

    /// The same without ears: chin and crown are measured on it.
    pub(crate) fn distance_without_ears(&self, p: V3) -> f32 {
        let q = self.warp.to_mean(p);
        self.face_and_skull(v3(q.x.abs(), q.y, q.z))
    }

    fn face_and_skull(&self, q: V3) -> f32 {
        let skull = ellipsoid(
            q,
            v3(0.0, -0.085, -0.03),
            v3(0.325 + 0.015 * self.child, 0.398 + 0.012 * self.child, 0.43),
        );
        // The lower half of this ellipsoid is the outline of the jaw; leaning it forward does not
        // change that outline seen from the front.
        let lean = 0.10 + 0.13 * smooth(0.12, 0.50, q.y);
        let jaw = ellipsoid(v3(q.x, q.y, q.z - lean), v3(0.0, 0.13, 0.0), v3(0.303, 0.384, 0.27));
        let mut d = soft_min(skull, jaw, 0.09);
        if d > 0.30 {
            // Far away a lower bound will do: nothing stands out by more.
            return d - 0.15;
        }
        if q.z < 0.02 {
            return d;
        }
        // Each part is left out where it cannot reach the skin, which is most of the time.
        if (-0.07..0.28).contains(&q.y) {
            d = soft_min(d, ellipsoid(q, v3(0.19, 0.105, 0.235), v3(0.09, 0.075, 0.10)), 0.09);
        }
        if (-0.21..0.05).contains(&q.y) {
            let brow = ellipsoid(q, v3(0.105, -0.082, 0.325), v3(0.12, 0.038, 0.055));
            d = soft_min(d, brow, 0.07);
        }
        if (0.12..0.49).contains(&q.y) {
            let muzzle = ellipsoid(q, v3(0.0, 0.305, 0.33), v3(0.135, 0.105, 0.068));
            d = soft_min(d, muzzle, 0.07);
        }
        if q.y > 0.32 {
            d = soft_min(d, (q - v3(0.0, 0.452, 0.335)).length() - 0.055, 0.07);
        }
        if q.y.abs() < 0.14 {
            // Sockets, then the eyeballs under their lids.
            let socket = ellipsoid(q, v3(0.137, 0.0, 0.445), v3(0.085, 0.052, 0.085));
            d = soft_max(d, -socket, 0.075);
            let ball = (q - v3(0.137, 0.002, 0.268)).length() - 0.078;
            d = soft_min(d, ball, 0.02);
        }
        self.nose_and_lips(q, d)
    }

    fn nose_and_lips(&self, q: V3, skin: f32) -> f32 {
        let mut d = skin;
        if q.x < 0.16 && q.y > -0.12 && q.y < 0.42 {
            let n = v3(q.x / self.nose, q.y, q.z);
            let ridge = capsule(n, v3(0.0, -0.045, 0.362), v3(0.0, 0.150, 0.452), 0.026, 0.034);
            d = soft_min(d, ridge, 0.06);
            let tip = (n - v3(0.0, 0.158, 0.452)).length() - 0.046;
            d = soft_min(d, tip, 0.03);
            let wing = ellipsoid(n, v3(0.052, 0.168, 0.400), v3(0.029, 0.027, 0.042));
            d = soft_min(d, wing, 0.022);
            let full = self.lips;
            let upper = ellipsoid(q, v3(0.0, 0.294, 0.382), v3(0.098, 0.021 * full, 0.030));
            let lower = ellipsoid(q, v3(0.0, 0.329, 0.378), v3(0.082, 0.025 * full, 0.033));
            d = soft_min(d, soft_min(upper, lower, 0.008), 0.018);
        }
        d
    }

    /// The skin's place straight before a place of the mean head given by x and y alone, in the
    /// head's frame.
    pub(crate) fn on_skin(&self, x: f32, y: f32) -> V3 {
        let base = self.warp.of_mean(v3(x, y, 0.0));
        let (mut out, mut inside) = (0.8, 0.0);
        // From the front, so that the first skin is the one that is found.
        let mut z = out;
        while z > -0.5 {
            let d = self.distance(v3(base.x, base.y, z));
            if d < 0.0 {
                inside = z;
                break;
            }
            out = z;
            z -= d.max(0.002);
        }
        for _ in 0..20 {
            let middle = 0.5 * (out + inside);
            if self.distance(v3(base.x, base.y, middle)) < 0.0 {
                inside = middle;
            } else {
                out = middle;
            }
        }
        v3(base.x, base.y, 0.5 * (out + inside))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warp_undoes_itself() {
        let warp = Warp::new(&Build { width: 1.1, jaw: 0.9, child: 0.8, ..Build::default() });
        for (x, y) in [(0.1, -0.3), (-0.14, 0.0), (0.11, 0.31), (0.0, 0.51), (0.2, 0.15)] {
            let there = warp.of_mean(v3(x, y, 0.2));
            let back = warp.to_mean(there);
            assert!((back.x - x).abs() < 1e-4 && (back.y - y).abs() < 1e-4, "{x} {y} {back:?}");
        }
    }

    #[test]
    fn the_skin_is_where_the_distance_is_zero() {
        let head = Head::new(&Build::default());
        for (x, y) in [(0.0, 0.15), (0.14, 0.0), (0.0, 0.3), (-0.2, 0.1), (0.0, -0.3)] {
            assert!(head.distance(head.on_skin(x, y)).abs() < 1e-3);
        }
    }
}
