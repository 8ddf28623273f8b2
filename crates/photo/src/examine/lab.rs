//! Colours as the eye weighs them: CIE L\*a\*b\* under D65, from sRGB numbers.
//!
//! L\* runs from 0, black, to 100, white; a\* from green to red, b\* from blue to yellow, both 0 for
//! greys. Source: CIE 15:2018 with the primaries of IEC 61966-2-1.

use crate::colour::{self, Profile, ToSrgb};
use crate::encode::Pixels;

/// L\*, a\*, b\*.
pub(super) type Lab = [f32; 3];

/// A picture in L\*a\*b\*, made small by averaging light over areas.
#[derive(Default)]
pub(super) struct LabPicture {
    /// Across.
    pub(super) width: usize,
    /// Down.
    pub(super) height: usize,
    /// Row by row.
    pub(super) pixels: Vec<Lab>,
    /// Pixels of the working picture to one of these, along a side.
    pub(super) step: usize,
}

impl LabPicture {
    /// Averages the light of squares of `step` by `step` pixels, whose colours are those of
    /// `profile`. What is left over at the right and lower edge is less than a square, and left out.
    pub(super) fn of(picture: &Pixels, step: usize, profile: Option<&Profile>) -> Self {
        let (light, numbers) = (colour::linear(), colour::encoded());
        let mut colours = ToSrgb::from(profile.cloned());
        let step = step.clamp(1, picture.width.min(picture.height).max(1));
        let (width, height) = (picture.width / step, picture.height / step);
        let share = 1.0 / (step * step) as f32 / 65_535.0;
        let mut pixels = Vec::with_capacity(width * height);
        let mut sums = vec![[0.0_f32; 3]; width];
        for rows in picture.rgb.chunks_exact(picture.width * 3 * step) {
            sums.fill([0.0; 3]);
            for row in rows.chunks_exact(picture.width * 3) {
                for (sum, square) in sums.iter_mut().zip(row.chunks_exact(3 * step)) {
                    for pixel in square.chunks_exact(3) {
                        for (sum, number) in sum.iter_mut().zip(pixel) {
                            *sum += light[usize::from(*number)];
                        }
                    }
                }
            }
            if profile.is_none() {
                pixels.extend(sums.iter().map(|sum| of_light(sum.map(|sum| sum * share))));
            } else {
                // The curves of other profiles differ from that of sRGB by so little that it serves
                // for averaging.
                let even = 1.0 / (step * step) as f32;
                let amounts = sums.as_flattened().iter().map(|sum| (sum * even + 0.5) as usize);
                let row: Vec<u16> =
                    amounts.map(|light| numbers[light.min(numbers.len() - 1)]).collect();
                let mut shown = vec![0; row.len()];
                colours.convert(&row, &mut shown);
                pixels.extend(shown.as_chunks::<3>().0.iter().map(|rgb| of_rgb(*rgb)));
            }
        }
        Self { width, height, pixels, step }
    }
}

/// Of sRGB numbers.
pub(super) fn of_rgb(rgb: [u8; 3]) -> Lab {
    let light = colour::linear();
    of_light(rgb.map(|number| light[usize::from(number)] / 65_535.0))
}

/// Of linear light, 0 to 1 for each of red, green, blue.
pub(super) fn of_light([red, green, blue]: [f32; 3]) -> Lab {
    let x = (0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue) / 0.950_47;
    let y = 0.212_672_9 * red + 0.715_152_2 * green + 0.072_175 * blue;
    let z = (0.019_333_9 * red + 0.119_192 * green + 0.950_304_1 * blue) / 1.088_83;
    let [x, y, z] = [x, y, z].map(bent);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How far a colour is from grey, C\*.
pub(super) fn chroma([_, a, b]: Lab) -> f32 {
    (a * a + b * b).sqrt()
}

fn bent(light: f32) -> f32 {
    if light > 0.008_856_452 { libm::cbrtf(light) } else { 7.787_037 * light + 0.137_931_03 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header;
    use contract::policy::Policy;
    use probe::pictures::{self, Jpeg, PHONE};

    fn near(rgb: [u8; 3], wanted: Lab) {
        let found = of_rgb(rgb);
        let far = found.iter().zip(wanted).any(|(found, wanted)| (found - wanted).abs() > 0.1);
        assert!(!far, "{rgb:?}: {found:?} is not {wanted:?}");
    }

    #[test]
    fn known_colours_have_their_known_numbers() {
        near([255, 255, 255], [100.0, 0.0, 0.0]);
        near([0, 0, 0], [0.0, 0.0, 0.0]);
        near([119, 119, 119], [50.03, 0.0, 0.0]);
        near([255, 0, 0], [53.24, 80.09, 67.2]);
        near([0, 0, 255], [32.3, 79.19, -107.86]);
    }

    #[test]
    fn squares_are_averaged_by_their_light() {
        let rgb = (0..16).flat_map(|at| [(at + at / 4) as u8 % 2 * 255; 3]).collect();
        let small = LabPicture::of(&Pixels { width: 4, height: 4, rgb }, 4, None);
        assert_eq!((small.width, small.height), (1, 1));
        assert!((small.pixels[0][0] - 76.07).abs() < 0.1, "half the light: {:?}", small.pixels);
    }

    #[test]
    fn colours_of_another_profile_are_weighed_as_those_of_srgb() {
        let p3 = pictures::display_p3().unwrap_or_default();
        let rgb = [200, 120, 90].repeat(40 * 40);
        let phone = Jpeg { icc: Some(&p3), quality: 100, ..PHONE };
        let bytes = pictures::jpeg(&rgb, 40, 40, phone).unwrap_or_default();
        let header = header::read(&bytes, &Policy::PROGRAMME.photo);
        let profile = header.ok().and_then(|header| Profile::of(&header));
        let mut shown = [0; 3];
        ToSrgb::from(profile.clone()).convert_narrow(&[200, 120, 90], &mut shown);
        assert!(shown[0] > 205, "the profile is another: {shown:?}");
        let small = LabPicture::of(&Pixels { width: 40, height: 40, rgb }, 4, profile.as_ref());
        let (found, wanted) = (small.pixels[57], of_rgb(shown));
        let far = found.iter().zip(wanted).any(|(found, wanted)| (found - wanted).abs() > 0.5);
        assert!(!far, "{found:?} is not {wanted:?}");
    }
}
