//! The face cut out upright at 128 pixels between the pupils, so that what is measured on it does
//! not depend on how large it is in the picture.

use crate::colour::{Profile, ToSrgb};
use crate::encode::Pixels;
use crate::face::{Grey, Place, Points};

/// Pixels between the pupils.
pub(super) const EYES: f32 = 128.0;
/// Pixels across: three times the distance of the pupils.
pub(super) const WIDTH: usize = 384;
/// Pixels down: four times the distance of the pupils.
pub(super) const HEIGHT: usize = 512;
/// The middle between the pupils lies here.
pub(super) const MIDDLE: Place = [192.0, 256.0];

/// The face at one scale. Places in it are its own pixels.
pub(super) struct Close {
    /// Red, green, blue of each pixel, sRGB, [`WIDTH`] × [`HEIGHT`].
    pub(super) rgb: Vec<u8>,
    /// The same in grey.
    pub(super) grey: Grey,
    origin: Place,
    across: [f32; 2],
}

impl Close {
    /// Cuts it out of the working picture, whose colours are those of `profile`. Beyond the
    /// picture's edge the edge goes on.
    pub(super) fn of(work: &Pixels, points: &Points, profile: Option<&Profile>) -> Self {
        let (left, right) = (points.pupil_left(), points.pupil_right());
        let eyes_in_work = points.eye_distance();
        // One step to the right here, in the working picture.
        let across = [(right[0] - left[0]) / EYES, (right[1] - left[1]) / EYES];
        let middle = [(left[0] + right[0]) / 2.0, (left[1] + right[1]) / 2.0];
        let origin = [
            middle[0] - MIDDLE[0] * across[0] + MIDDLE[1] * across[1],
            middle[1] - MIDDLE[0] * across[1] - MIDDLE[1] * across[0],
        ];
        // Every pixel is the mean of as many samples each way as it is larger than those it shows.
        let samples = (eyes_in_work / EYES + 0.75).clamp(1.0, 6.0) as usize;
        let part = 1.0 / samples as f32;
        let mut rgb = Vec::with_capacity(WIDTH * HEIGHT * 3);
        for row in 0..HEIGHT {
            for column in 0..WIDTH {
                let mut sum = [0.0_f32; 3];
                for down in 0..samples {
                    for right in 0..samples {
                        let x = column as f32 + (right as f32 + 0.5) * part - 0.5;
                        let y = row as f32 + (down as f32 + 0.5) * part - 0.5;
                        let at = [
                            origin[0] + x * across[0] - y * across[1],
                            origin[1] + x * across[1] + y * across[0],
                        ];
                        for (sum, number) in sum.iter_mut().zip(sample(work, at)) {
                            *sum += number;
                        }
                    }
                }
                rgb.extend(sum.map(|sum| (sum * part * part + 0.5) as u8));
            }
        }
        if profile.is_some() {
            let mut colours = ToSrgb::from(profile.cloned());
            let stored = rgb.clone();
            for (from, to) in stored.chunks_exact(WIDTH * 3).zip(rgb.chunks_exact_mut(WIDTH * 3)) {
                colours.convert_narrow(from, to);
            }
        }
        let grey = Grey::of(&rgb, WIDTH, HEIGHT).unwrap_or_else(|| Grey::new(1, 1, Vec::new()));
        Self { rgb, grey, origin, across }
    }

    /// A place of the working picture, here.
    pub(super) fn here(&self, [x, y]: Place) -> Place {
        let (dx, dy) = (x - self.origin[0], y - self.origin[1]);
        let square = self.across[0] * self.across[0] + self.across[1] * self.across[1];
        let square = square.max(f32::MIN_POSITIVE);
        [
            (dx * self.across[0] + dy * self.across[1]) / square,
            (dy * self.across[0] - dx * self.across[1]) / square,
        ]
    }

    /// A place here, in the working picture.
    pub(super) fn there(&self, [x, y]: Place) -> Place {
        [
            self.origin[0] + x * self.across[0] - y * self.across[1],
            self.origin[1] + x * self.across[1] + y * self.across[0],
        ]
    }

    /// Red, green, blue of a pixel; the nearest where it lies outside.
    pub(super) fn pixel(&self, x: i32, y: i32) -> [u8; 3] {
        let column = x.clamp(0, WIDTH as i32 - 1) as usize;
        let row = y.clamp(0, HEIGHT as i32 - 1) as usize;
        let at = (row * WIDTH + column) * 3;
        [self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]]
    }
}

/// Between the four pixels around a place.
fn sample(work: &Pixels, [x, y]: Place) -> [f32; 3] {
    let x = x.clamp(0.0, (work.width - 1) as f32);
    let y = y.clamp(0.0, (work.height - 1) as f32);
    let (column, row) = (x as usize, y as usize);
    let (right, below) = ((column + 1).min(work.width - 1), (row + 1).min(work.height - 1));
    let (u, v) = (x - column as f32, y - row as f32);
    let at = |column: usize, row: usize| (row * work.width + column) * 3;
    let corners = [at(column, row), at(right, row), at(column, below), at(right, below)];
    std::array::from_fn(|channel| {
        let [a, b, c, d] = corners.map(|at| f32::from(work.rgb[at + channel]));
        let (upper, lower) = (a + (b - a) * u, c + (d - c) * u);
        upper + (lower - upper) * v
    })
}
