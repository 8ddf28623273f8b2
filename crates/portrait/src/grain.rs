//! Repeatable irregularity: hashes and smooth noise from whole numbers, for skin, hair, cloth and
//! sensors. It never keeps state; the same place has the same value for ever.

/// The whole number below; several times faster than the library's where processors lack it.
fn down(x: f32) -> i32 {
    let whole = x as i32;
    whole - i32::from(x < whole as f32)
}

/// A well-mixed 32-bit value of two whole numbers and a seed.
const fn hash(x: i32, y: i32, seed: u32) -> u32 {
    let mut h = (x as u32).wrapping_mul(0x85eb_ca6b)
        ^ (y as u32).wrapping_mul(0xc2b2_ae35)
        ^ seed.wrapping_mul(0x27d4_eb2f);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2c1b_3c6d);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297a_2d39);
    h ^ (h >> 15)
}

/// -1 to 1, even.
pub(crate) const fn even(x: i32, y: i32, seed: u32) -> f32 {
    (hash(x, y, seed) >> 8) as f32 * (2.0 / 16_777_215.0) - 1.0
}

/// Nearly normal with standard deviation 1: the sum of four even values, so within ±3.5.
pub(crate) fn normal(x: i32, y: i32, seed: u32) -> f32 {
    let a = hash(x, y, seed);
    let b = hash(x, y, seed ^ 0x9e37_79b9);
    let sum = (a & 0xffff) + (a >> 16) + (b & 0xffff) + (b >> 16);
    (sum as f32 - 131_070.0) * (1.0 / 37_837.0)
}

/// The lattice of the smooth noise repeats after so many cells.
const SIDE: i32 = 128;

static LATTICE: [f32; (SIDE * SIDE) as usize] = {
    let mut lattice = [0.0; (SIDE * SIDE) as usize];
    let mut at = 0;
    while at < SIDE * SIDE {
        lattice[at as usize] = even(at % SIDE, at / SIDE, 7);
        at += 1;
    }
    lattice
};

/// Smooth noise in the plane, -1 to 1, one feature per unit; repeats every 128 units.
pub(crate) fn smooth_noise(x: f32, y: f32, seed: u32) -> f32 {
    let (ix, iy) = (down(x), down(y));
    let (tx, ty) = (x - ix as f32, y - iy as f32);
    let (sx, sy) = (tx * tx * (3.0 - 2.0 * tx), ty * ty * (3.0 - 2.0 * ty));
    // Each seed looks at the lattice from elsewhere.
    let spread = seed.wrapping_mul(0x9e37_79b1);
    let ix = ix.wrapping_add((spread >> 8) as i32);
    let iy = iy.wrapping_add((spread >> 20) as i32);
    let get = |x: i32, y: i32| LATTICE[((y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))) as usize];
    let a = get(ix, iy);
    let b = get(ix.wrapping_add(1), iy);
    let c = get(ix, iy.wrapping_add(1));
    let d = get(ix.wrapping_add(1), iy.wrapping_add(1));
    let top = a + (b - a) * sx;
    top + (c + (d - c) * sx - top) * sy
}

/// Three octaves of [`smooth_noise`], -1 to 1.
pub(crate) fn cloudy(x: f32, y: f32, seed: u32) -> f32 {
    (smooth_noise(x, y, seed)
        + 0.5 * smooth_noise(x * 2.1, y * 2.1, seed ^ 1)
        + 0.25 * smooth_noise(x * 4.3, y * 4.3, seed ^ 2))
        * (1.0 / 1.75)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_has_mean_zero_and_deviation_one() {
        let values: Vec<f64> =
            (0..200).flat_map(|y| (0..200).map(move |x| f64::from(normal(x, y, 3)))).collect();
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let spread = (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n).sqrt();
        assert!(mean.abs() < 0.02 && (spread - 1.0).abs() < 0.02, "{mean} {spread}");
    }

    #[test]
    fn smooth_noise_has_no_steps() {
        for i in 0..2000 {
            let x = i as f32 * 0.013 - 9.0;
            let step = smooth_noise(x + 0.001, 0.3, 5) - smooth_noise(x, 0.3, 5);
            assert!(step.abs() < 0.01);
        }
    }
}
