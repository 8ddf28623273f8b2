//! Windows of the picture at its full resolution and what waves they hold: what enlarging leaves
//! out, and the grids that prints and screens put in.
//!
//! A few windows of [`SIDE`]² pixels, in luma, without the waves that are longer than some pixels,
//! faded out towards their edges; then a Fourier transform. Frequencies are in steps of 1/[`SIDE`]
//! cycles per pixel. Only additions and multiplications of `f32`, and tables from `libm`.

use super::scene::Scene;
use crate::face::Place;
use std::sync::LazyLock;

/// Pixels along a side of a window.
pub(super) const SIDE: usize = 256;

/// A window of the stored picture in luma, 0 to 255; its corner lies on the grid of 8 pixels.
pub(super) struct Window {
    /// Row by row.
    pub(super) luma: Vec<f32>,
}

impl Window {
    /// The window around a place of the working picture, moved where it would reach over an edge.
    /// `None` where the picture is smaller.
    pub(super) fn around(scene: &Scene<'_>, middle: Place) -> Option<Self> {
        let (across, down) = scene.upright;
        if across < SIDE || down < SIDE {
            return None;
        }
        let start = |at: f32, scale: f32, most: usize| {
            ((at * scale).max(0.0) as usize).saturating_sub(SIDE / 2).min(most - SIDE)
        };
        let at = (start(middle[0], scene.scale.0, across), start(middle[1], scene.scale.1, down));
        let full = scene.full;
        let area = full.turn.stored_area(at, (SIDE, SIDE), (full.width, full.height));
        let (left, top) = (area.x / 8 * 8, area.y / 8 * 8);
        let mut luma = Vec::with_capacity(SIDE * SIDE);
        for row in top..top + SIDE {
            let from = (row * full.width + left) * 3;
            let pixels = full.rgb.get(from..from + SIDE * 3)?;
            luma.extend(pixels.chunks_exact(3).map(|pixel| {
                0.299 * f32::from(pixel[0])
                    + 0.587 * f32::from(pixel[1])
                    + 0.114 * f32::from(pixel[2])
            }));
        }
        Some(Self { luma })
    }
}

/// Parts of the picture at its full resolution, and the power of the waves in each.
#[derive(Default)]
pub(super) struct Windows {
    /// Two on the face first, then two on the background where there is room for them.
    pub(super) parts: Vec<Window>,
    /// Of each of them, see [`powers`].
    pub(super) powers: Vec<Vec<f32>>,
    /// How many of them are on the face.
    pub(super) on_face: usize,
}

impl Windows {
    /// On the cheeks, or in the picture's middle where no face is believed, and in the upper corners.
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let (width, height) = (scene.work.width as f32, scene.work.height as f32);
        let places = match scene.face() {
            Some(face) => {
                let (left, right) = (face.points.pupil_left(), face.points.pupil_right());
                let down = 0.55 * face.points.eye_distance();
                [[left[0], left[1] + down], [right[0], right[1] + down]]
            }
            None => [[0.4 * width, 0.4 * height], [0.6 * width, 0.5 * height]],
        };
        let around = |place: &Place| Window::around(scene, *place);
        let mut parts: Vec<Window> = places.iter().filter_map(around).collect();
        let on_face = if scene.face().is_some() { parts.len() } else { 0 };
        let corners = [[0.1 * width, 0.15 * height], [0.9 * width, 0.15 * height]];
        parts.extend(corners.iter().filter_map(around));
        let powers = powers(&parts);
        Self { parts, powers, on_face }
    }
}

/// The power by frequency of one window or of two at once, which costs the same: [`SIDE`] across and
/// half as many and one down; row `y` and column `x` are `x` steps across, those over the half being
/// negative, and `y` down.
fn powers(windows: &[Window]) -> Vec<Vec<f32>> {
    windows.chunks(2).flat_map(pair).collect()
}

fn pair(windows: &[Window]) -> Vec<Vec<f32>> {
    let faded = |window: &Window| {
        let fade = &TABLES.fade;
        let residual = high_passed(&window.luma);
        let rows = residual.chunks_exact(SIDE).zip(fade);
        rows.flat_map(|(row, down)| {
            row.iter().zip(fade).map(move |(luma, across)| luma * across * down)
        })
        .collect::<Vec<f32>>()
    };
    let Some(first) = windows.first() else { return Vec::new() };
    // Two real pictures as one of complex numbers, which the symmetry takes apart again.
    let mut real = faded(first);
    let mut imaginary = windows.get(1).map_or_else(|| vec![0.0; SIDE * SIDE], faded);
    for _ in 0..2 {
        transform(&mut real, &mut imaginary);
        (real, imaginary) = (transposed(&real), transposed(&imaginary));
    }
    let of = |row: usize, column: usize| {
        let (here, there) =
            (row * SIDE + column, (SIDE - row) % SIDE * SIDE + (SIDE - column) % SIDE);
        let (even, odd) = (real[here] + real[there], imaginary[here] - imaginary[there]);
        let (sum, gap) = (imaginary[here] + imaginary[there], real[there] - real[here]);
        [(even * even + odd * odd) / 4.0, (sum * sum + gap * gap) / 4.0]
    };
    let all = (0..=SIDE / 2).flat_map(|row| (0..SIDE).map(move |column| (row, column)));
    let both: Vec<[f32; 2]> = all.map(|(row, column)| of(row, column)).collect();
    (0..windows.len()).map(|at| both.iter().map(|powers| powers[at]).collect()).collect()
}

fn transposed(numbers: &[f32]) -> Vec<f32> {
    let mut turned = vec![0.0; numbers.len()];
    for (row, line) in numbers.chunks_exact(SIDE).enumerate() {
        for (column, number) in line.iter().enumerate() {
            turned[column * SIDE + row] = *number;
        }
    }
    turned
}

/// A frequency of a column of [`powers`], with its sign.
pub(super) const fn frequency(column: usize) -> i32 {
    if column > SIDE / 2 { column as i32 - SIDE as i32 } else { column as i32 }
}

/// Less the mean of the 9 × 9 pixels around.
fn high_passed(luma: &[f32]) -> Vec<f32> {
    const REACH: usize = 4;
    const SHARE: f32 = 1.0 / (2 * REACH + 1) as f32;
    let near = |at: usize| at.saturating_sub(REACH)..=(at + REACH).min(SIDE - 1);
    // Beyond the edge there is nothing; what is wrong there is faded out.
    let mut down = vec![0.0_f32; luma.len()];
    for (row, sums) in down.chunks_exact_mut(SIDE).enumerate() {
        for row in near(row) {
            let line = &luma[row * SIDE..][..SIDE];
            sums.iter_mut().zip(line).for_each(|(sum, luma)| *sum += luma * SHARE);
        }
    }
    let mut residual = luma.to_vec();
    for (line, means) in residual.chunks_exact_mut(SIDE).zip(down.chunks_exact(SIDE)) {
        for (column, luma) in line.iter_mut().enumerate() {
            *luma -= means[near(column)].iter().sum::<f32>() * SHARE;
        }
    }
    residual
}

struct Tables {
    /// Hann's window.
    fade: [f32; SIDE],
    /// Cosine and sine of the turns of half of the samples.
    turns: [(f32, f32); SIDE / 2],
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let angle = |at: usize| 2.0 * std::f64::consts::PI * at as f64 / SIDE as f64;
    Tables {
        fade: std::array::from_fn(|at| (0.5 - 0.5 * libm::cos(angle(at) + angle(1) / 2.0)) as f32),
        turns: std::array::from_fn(|at| {
            (libm::cos(angle(at)) as f32, -libm::sin(angle(at)) as f32)
        }),
    }
});

/// The discrete Fourier transform down all columns at once, in place (Cooley and Tukey, base 2).
fn transform(real: &mut [f32], imaginary: &mut [f32]) {
    let bits = SIDE.trailing_zeros();
    for at in 0..SIDE {
        let other = at.reverse_bits() >> (usize::BITS - bits);
        if at < other {
            for numbers in [&mut *real, &mut *imaginary] {
                let (upper, lower) = numbers.split_at_mut(other * SIDE);
                upper[at * SIDE..][..SIDE].swap_with_slice(&mut lower[..SIDE]);
            }
        }
    }
    let mut half = 1;
    while half < SIDE {
        let stride = SIDE / (2 * half);
        for start in (0..SIDE).step_by(2 * half) {
            for at in 0..half {
                let turn = TABLES.turns[at * stride];
                let (one, other) = ((start + at) * SIDE, (start + at + half) * SIDE);
                let (upper, lower) = real.split_at_mut(other);
                let (real, other_real) = (&mut upper[one..one + SIDE], &mut lower[..SIDE]);
                let (upper, lower) = imaginary.split_at_mut(other);
                let (imaginary, other_imaginary) =
                    (&mut upper[one..one + SIDE], &mut lower[..SIDE]);
                let ones = real.iter_mut().zip(imaginary);
                for (one, other) in ones.zip(other_real.iter_mut().zip(other_imaginary)) {
                    (*one.0, *one.1, *other.0, *other.1) =
                        crossed([*one.0, *one.1], [*other.0, *other.1], turn);
                }
            }
        }
        half *= 2;
    }
}

/// One step of it: sum and difference of a number and of another that is turned.
fn crossed(
    [one_re, one_im]: [f32; 2],
    [re, im]: [f32; 2],
    (cos, sin): (f32, f32),
) -> (f32, f32, f32, f32) {
    let (re, im) = (re * cos - im * sin, re * sin + im * cos);
    (one_re + re, one_im + im, one_re - re, one_im - im)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wave_has_its_power_at_its_frequency() {
        let wave = |x: usize, y: usize| {
            let angle = (40.0 * x as f64 + 72.0 * y as f64) * std::f64::consts::TAU / SIDE as f64;
            100.0 + 20.0 * libm::cos(angle) as f32
        };
        let luma = (0..SIDE * SIDE).map(|at| wave(at % SIDE, at / SIDE)).collect();
        let flat = Window { luma: vec![9.0; SIDE * SIDE] };
        let [_, power] = powers(&[flat, Window { luma }]).try_into().unwrap();
        let best = (0..power.len()).max_by(|a, b| power[*a].total_cmp(&power[*b])).unwrap();
        assert_eq!((best % SIDE, best / SIDE), (40, 72));
        let rest = power[10 * SIDE + 90];
        assert!(power[best] > 1e6 * rest.max(1e-3), "{} {rest}", power[best]);
    }

    #[test]
    fn frequencies_over_the_half_are_negative() {
        assert_eq!([0, 1, 128, 129, 255].map(frequency), [0, 1, 128, -127, -1]);
    }
}
