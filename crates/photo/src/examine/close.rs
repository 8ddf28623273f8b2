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
        // How far every sample lies along the row, and what its column adds to that of its row.
        let along: Vec<Place> = (0..(WIDTH * samples) as i32)
            .map(|at| {
                let x = place(at, samples as i32, part);
                [origin[0] + x * across[0], origin[1] + x * across[1]]
            })
            .collect();
        let mut rgb = vec![0; WIDTH * HEIGHT * 3];
        let rows = rgb.as_chunks_mut::<3>().0.chunks_exact_mut(WIDTH);
        for (row, pixels) in rows.enumerate() {
            let mut sums = [[0.0_f32; 4]; WIDTH];
            for down in 0..samples {
                let y = place((row * samples + down) as i32, samples as i32, part);
                let beside = [y * across[1], y * across[0]];
                for (sum, along) in sums.iter_mut().zip(along.chunks_exact(samples)) {
                    for [x, y] in along {
                        let sample = sample(work, [x - beside[0], y + beside[1]]);
                        for (sum, number) in sum.iter_mut().zip(sample) {
                            *sum += number;
                        }
                    }
                }
            }
            for (pixel, sum) in pixels.iter_mut().zip(sums) {
                let [red, green, blue, _] = sum.map(|sum| (sum * part * part + 0.5) as u8);
                *pixel = [red, green, blue];
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

/// Where a sample lies: the `at`-th of so many in each pixel, each of which has this part of it.
fn place(at: i32, samples: i32, part: f32) -> f32 {
    (at / samples) as f32 + ((at % samples) as f32 + 0.5) * part - 0.5
}

/// Between the four pixels around a place. Four numbers where three are wanted, because machines
/// reckon four at once; the fourth means nothing.
fn sample(work: &Pixels, [x, y]: Place) -> [f32; 4] {
    let (width, height) = (work.width as i32, work.height as i32);
    let x = x.clamp(0.0, (width - 1) as f32);
    let y = y.clamp(0.0, (height - 1) as f32);
    // Through 32 bits, which is a fraction of the work.
    let (column, row) = (x as i32, y as i32);
    let (u, v) = (x - column as f32, y - row as f32);
    let upper = between(work, column, row, u);
    let lower = between(work, column, (row + 1).min(height - 1), u);
    std::array::from_fn(|channel| upper[channel] + (lower[channel] - upper[channel]) * v)
}

/// Between a pixel and the next of its row, of which the last has none.
fn between(work: &Pixels, column: i32, row: i32, u: f32) -> [f32; 4] {
    let at = (row as usize * work.width + column as usize) * 3;
    let near = work.rgb.get(at..).unwrap_or_default();
    let both = match near.first_chunk::<7>() {
        Some([a, b, c, d, e, f, g]) if column + 1 < work.width as i32 => {
            [[*a, *b, *c, *d], [*d, *e, *f, *g]]
        }
        _ => {
            let number = |at: usize| near.get(at).copied().unwrap_or(0);
            let one = [number(0), number(1), number(2), 0];
            let next = [number(3), number(4), number(5), 0];
            [one, if column + 1 < work.width as i32 { next } else { one }]
        }
    };
    let [one, next] = both.map(|numbers| numbers.map(f32::from));
    std::array::from_fn(|channel| one[channel] + (next[channel] - one[channel]) * u)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_pixels_lies_their_mean_and_beyond_the_edge_the_edge() {
        let rgb =
            [[0, 10, 20], [100, 110, 120], [200, 210, 220], [50, 60, 70], [90, 0, 10], [8, 9, 10]];
        let work = Pixels { width: 3, height: 2, rgb: rgb.concat() };
        let seen = |x, y| {
            let [red, green, blue, _] = sample(&work, [x, y]);
            [red, green, blue]
        };
        for (at, pixel) in rgb.iter().enumerate() {
            assert_eq!(seen((at % 3) as f32, (at / 3) as f32), pixel.map(f32::from), "{at}");
        }
        assert_eq!(seen(0.5, 0.0), [50.0, 60.0, 70.0]);
        assert_eq!(seen(1.5, 1.0), [49.0, 4.5, 10.0]);
        assert_eq!(seen(0.5, 0.5), [60.0, 45.0, 55.0]);
        assert_eq!(
            [seen(-3.0, -1.0), seen(7.0, 9.0), seen(7.0, 0.5)],
            [[0.0, 10.0, 20.0], [8.0, 9.0, 10.0], [104.0, 109.5, 115.0]]
        );
    }
}
