//! sRGB and linear light, without a power function. Values of linear light are 0 (black) to 1
//! (the white of the picture); they may exceed 1 before a picture is made of them.

use crate::math::{V3, mix3, v3};

/// The fifth root, by Newton's method from above.
fn fifth_root(x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let mut r = 1.0;
    for _ in 0..60 {
        let r2 = r * r;
        r = 0.8 * r + 0.2 * x / (r2 * r2);
    }
    r
}

/// Linear light of an sRGB value of 0 to 1 (IEC 61966-2-1).
fn linear_of(srgb: f64) -> f64 {
    if srgb <= 0.04045 {
        return srgb / 12.92;
    }
    let x = (srgb + 0.055) / 1.055;
    // x^2.4 = x² · (x²)^(1/5)
    x * x * fifth_root(x * x)
}

/// Linear light of a colour in sRGB bytes.
pub(crate) fn linear(rgb: [u8; 3]) -> V3 {
    let [r, g, b] = rgb.map(|c| linear_of(f64::from(c) / 255.0) as f32);
    v3(r, g, b)
}

/// Makes sRGB bytes of linear light by a table: 4096 steps of its square root, which lie closer
/// than the bytes everywhere.
pub(crate) struct Encoder {
    table: Vec<u8>,
}

const STEPS: usize = 4096;

impl Encoder {
    pub(crate) fn new() -> Self {
        // Where each byte begins: half way to the one before.
        let begins: Vec<f64> =
            (1..256).map(|byte| linear_of((f64::from(byte) - 0.5) / 255.0)).collect();
        let mut byte = 0_u8;
        let table = (0..=STEPS)
            .map(|step| {
                let root = step as f64 / STEPS as f64;
                while usize::from(byte) < begins.len() && begins[usize::from(byte)] <= root * root {
                    byte += 1;
                }
                byte
            })
            .collect();
        Self { table }
    }

    pub(crate) fn byte(&self, light: f32) -> u8 {
        let step = (light.clamp(0.0, 1.0).sqrt() * STEPS as f32 + 0.5) as usize;
        self.table[step.min(STEPS)]
    }

    pub(crate) fn bytes(&self, light: V3) -> [u8; 3] {
        [self.byte(light.x), self.byte(light.y), self.byte(light.z)]
    }
}

/// Colours of skin in even light, from very light to very dark, in the manner of the ten tones of
/// the Monk scale but with the redness that photographs of skin have.
const TONES: [[u8; 3]; 10] = [
    [245, 217, 203],
    [241, 208, 189],
    [234, 196, 170],
    [222, 178, 146],
    [205, 156, 120],
    [178, 126, 92],
    [146, 98, 70],
    [116, 77, 57],
    [94, 63, 48],
    [78, 53, 42],
];

/// Lips of the same people.
const LIPS: [[u8; 3]; 10] = [
    [213, 158, 150],
    [209, 149, 140],
    [200, 138, 126],
    [187, 122, 108],
    [172, 106, 91],
    [149, 88, 74],
    [126, 74, 62],
    [108, 65, 56],
    [90, 55, 49],
    [77, 47, 43],
];

fn between(scale: &[[u8; 3]; 10], tone: f32) -> V3 {
    let place = (tone - 1.0).clamp(0.0, 9.0);
    let lower = (place as usize).min(8);
    mix3(linear(scale[lower]), linear(scale[lower + 1]), place - lower as f32)
}

/// Reflectance of skin; `tone` from 1 (very light) to 10 (very dark).
pub(crate) fn skin(tone: f32) -> V3 {
    between(&TONES, tone)
}

/// Reflectance of the lips that go with it.
pub(crate) fn lips(tone: f32) -> V3 {
    between(&LIPS, tone)
}

/// How bright linear light looks, 0 to 1 for 0 to white (Rec. 709).
pub(crate) fn luminance(light: V3) -> f32 {
    0.2126 * light.x + 0.7152 * light.y + 0.0722 * light.z
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_survives_linear_light_and_back() {
        let encoder = Encoder::new();
        for byte in 0..=255_u8 {
            assert_eq!(encoder.bytes(linear([byte; 3])), [byte; 3]);
        }
    }

    #[test]
    fn tones_grow_darker() {
        for step in 10..100 {
            let tone = step as f32 / 10.0;
            assert!(luminance(skin(tone + 0.1)) <= luminance(skin(tone)));
            assert!(luminance(lips(tone + 0.1)) <= luminance(lips(tone)));
        }
    }
}
