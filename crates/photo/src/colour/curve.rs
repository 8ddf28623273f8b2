//! The curve of sRGB (IEC 61966-2-1): between the numbers in a file and the amount of light.
//!
//! Its powers are taken by root finding with the four basic operations, which IEEE 754 rounds the
//! same way everywhere.

use std::sync::OnceLock;

/// The amount of light that each of the 256 numbers stands for; 65,535 is white.
pub(crate) fn linear() -> &'static [f32; 256] {
    static TABLE: OnceLock<[f32; 256]> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = [0.0; 256];
        for (number, light) in table.iter_mut().enumerate() {
            *light = (light_of(number as f64 / 255.0) * 65_535.0) as f32;
        }
        table
    })
}

/// The number, of 65,536, that stands for each amount of light from 0 to 65,535.
pub(crate) fn encoded() -> &'static [u16] {
    static TABLE: OnceLock<Vec<u16>> = OnceLock::new();
    TABLE.get_or_init(|| {
        // The twelfth root of each amount is near that of the one before.
        let mut root = 0.5;
        (0..=65_535_u32)
            .map(|amount| {
                let light = f64::from(amount) / 65_535.0;
                let number = if light <= 0.003_130_8 {
                    light * 12.92
                } else {
                    root = nth_root(light, 12, root);
                    1.055 * (root * root * root * root * root) - 0.055
                };
                (number * 65_535.0 + 0.5) as u16
            })
            .collect()
    })
}

fn light_of(number: f64) -> f64 {
    if number <= 0.040_45 {
        return number / 12.92;
    }
    // To the power of 2.4: the square, times the fifth root of the square.
    let square = ((number + 0.055) / 1.055) * ((number + 0.055) / 1.055);
    square * nth_root(square, 5, 1.0)
}

/// Newton's method; `value` is over 0.001 and at most 1, `guess` not far below the root.
fn nth_root(value: f64, degree: i32, guess: f64) -> f64 {
    let mut root = guess;
    for _ in 0..64 {
        let mut power = 1.0;
        for _ in 1..degree {
            power *= root;
        }
        let step = (power * root - value) / (f64::from(degree) * power);
        root -= step;
        if step > -1e-14 && step < 1e-14 {
            break;
        }
    }
    root
}

#[cfg(test)]
mod tests {
    use super::{encoded, linear};

    #[test]
    fn the_tables_are_the_standards_formula() {
        for (number, light) in linear().iter().enumerate() {
            let number = number as f64 / 255.0;
            let formula = if number <= 0.04045 {
                number / 12.92
            } else {
                ((number + 0.055) / 1.055).powf(2.4)
            };
            assert!((f64::from(*light) - formula * 65_535.0).abs() < 0.01, "{number}");
        }
        for (light, number) in encoded().iter().enumerate() {
            let light = light as f64 / 65_535.0;
            let formula = if light <= 0.0031308 {
                light * 12.92
            } else {
                1.055 * light.powf(1.0 / 2.4) - 0.055
            };
            assert!((f64::from(*number) - formula * 65_535.0).abs() <= 0.51, "{light}");
        }
    }

    #[test]
    fn every_number_comes_back_from_its_light() {
        for (number, light) in linear().iter().enumerate() {
            let back = encoded()[(light + 0.5) as usize];
            assert_eq!((usize::from(back) + 128) / 257, number);
        }
    }
}
