//! Ways in which a good photo is made worse, one at a time.

use super::take::{Cut, Rgb, Sitter};
use crate::background;
use contract::photo::Reason;
use photo::face::Place;
use photo::face::training::{Shape, distance};
use portrait::effects;

/// The distance of the pupils at which blur and grids are given.
const EYES: f32 = 128.0;

/// One way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// None.
    Nothing,
    /// Half of the light.
    OneStopDark,
    /// Twice the light.
    OneStopLight,
    /// σ 1 px at 128 px between the pupils.
    Blur1,
    /// σ 2 px.
    Blur2,
    /// Moved by 6 px.
    Moved,
    /// σ 12 of 255.
    Noise,
    /// The background white and even, as it should be.
    GroundWhite,
    /// Coloured.
    GroundTinted,
    /// A middle grey.
    GroundGrey,
    /// White with stripes.
    GroundTextured,
    /// White with a shadow to the right of the head.
    GroundShadow,
    /// A specular reflection on the forehead.
    GlareSkin,
    /// A specular reflection over an eye, as on a lens.
    GlareLens,
    /// Darker to one side by two stops.
    OneSide,
    /// Half haze.
    Haze,
    /// 15 % smaller.
    HeadSmaller,
    /// 15 % larger.
    HeadLarger,
    /// 8 % of the width to the right.
    OffCentre,
    /// A quarter of the height lower.
    Low,
    /// 10°.
    Rolled,
    /// A print in dots.
    Halftone,
    /// A screen's grid.
    Screen,
    /// JPEG of quality 40.
    Quality40,
    /// Made twice as large.
    Upscaled2,
    /// Without colour.
    Greyscale,
    /// In lamp light.
    Cast,
}

impl Change {
    /// All but none.
    pub const ALL: [Self; 26] = [
        Self::OneStopDark,
        Self::OneStopLight,
        Self::Blur1,
        Self::Blur2,
        Self::Moved,
        Self::Noise,
        Self::GroundWhite,
        Self::GroundTinted,
        Self::GroundGrey,
        Self::GroundTextured,
        Self::GroundShadow,
        Self::GlareSkin,
        Self::GlareLens,
        Self::OneSide,
        Self::Haze,
        Self::HeadSmaller,
        Self::HeadLarger,
        Self::OffCentre,
        Self::Low,
        Self::Rolled,
        Self::Halftone,
        Self::Screen,
        Self::Quality40,
        Self::Upscaled2,
        Self::Greyscale,
        Self::Cast,
    ];

    /// In words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nothing => "as they are",
            Self::OneStopDark => "one stop darker",
            Self::OneStopLight => "one stop lighter",
            Self::Blur1 => "blur, σ 1 px at 128 px between the pupils",
            Self::Blur2 => "blur, σ 2 px at 128 px between the pupils",
            Self::Moved => "moved by 6 px at 128 px between the pupils",
            Self::Noise => "noise, σ 12 of 255",
            Self::GroundWhite => "background white and even",
            Self::GroundTinted => "background light blue",
            Self::GroundGrey => "background middle grey",
            Self::GroundTextured => "white background with stripes",
            Self::GroundShadow => "white background with a shadow beside the head",
            Self::GlareSkin => "glare on the forehead",
            Self::GlareLens => "glare before an eye",
            Self::OneSide => "one side two stops darker",
            Self::Haze => "half haze",
            Self::HeadSmaller => "head 15 % smaller",
            Self::HeadLarger => "head 15 % larger",
            Self::OffCentre => "8 % of the width off the middle",
            Self::Low => "a quarter of the height lower",
            Self::Rolled => "rolled by 10°",
            Self::Halftone => "halftone",
            Self::Screen => "screen grid",
            Self::Quality40 => "JPEG of quality 40",
            Self::Upscaled2 => "made twice as large",
            Self::Greyscale => "without colour",
            Self::Cast => "lamp light",
        }
    }

    /// What an officer would say to it; nothing where it stays a good photo.
    pub const fn wrong(self) -> &'static [Reason] {
        match self {
            Self::Nothing | Self::Noise | Self::GroundWhite => &[],
            Self::OneStopDark => &[Reason::TooDark],
            Self::OneStopLight => &[Reason::OverExposed],
            Self::Blur1 | Self::Blur2 | Self::Moved => &[Reason::Blurred],
            Self::GroundTinted | Self::GroundGrey => &[Reason::BackgroundNotWhite],
            Self::GroundTextured => &[Reason::BackgroundNotPlain],
            Self::GroundShadow => &[Reason::BackgroundShadow],
            Self::GlareSkin => &[Reason::GlareSkin],
            Self::GlareLens => &[Reason::GlareGlasses],
            Self::OneSide => &[Reason::UnevenLight],
            Self::Haze => &[Reason::LowContrast],
            Self::HeadSmaller => &[Reason::HeadTooSmall],
            Self::HeadLarger => &[Reason::HeadTooLarge],
            Self::OffCentre | Self::Low => &[Reason::OffCentre],
            Self::Rolled => &[Reason::Tilted],
            Self::Halftone | Self::Screen => &[Reason::PictureOfPrint],
            Self::Quality40 => &[Reason::Recompressed],
            Self::Upscaled2 => &[Reason::Upscaled],
            Self::Greyscale => &[Reason::Greyscale],
            Self::Cast => &[Reason::UnnaturalColour],
        }
    }

    /// The quality that the photo is written with.
    pub const fn quality(self) -> u8 {
        if matches!(self, Self::Quality40) { 40 } else { 95 }
    }

    /// The photo.
    pub fn apply(self, picture: &Rgb, sitter: &Sitter) -> Rgb {
        let usual = Cut::USUAL;
        let cut = match self {
            Self::HeadSmaller => Cut { head: 0.85, ..usual },
            Self::HeadLarger => Cut { head: 1.15, ..usual },
            Self::OffCentre => Cut { right: 0.08, ..usual },
            Self::Low => Cut { down: 0.25, ..usual },
            Self::Rolled => Cut { roll: 10.0, ..usual },
            _ => usual,
        };
        let (photo, shape) = cut.take(picture, &sitter.shape);
        let rgb = self.changed(&photo, &shape);
        Rgb { rgb, ..photo }
    }

    fn changed(self, photo: &Rgb, shape: &Shape) -> Vec<u8> {
        let (rgb, width, height) = (&photo.rgb[..], photo.width, photo.height);
        let eyes = distance(shape[0], shape[1]);
        let px = eyes / EYES;
        let between = [(shape[0][0] + shape[1][0]) / 2.0, (shape[0][1] + shape[1][1]) / 2.0];
        match self {
            Self::OneStopDark => lit(photo, |_, light| light.map(|light| light * 0.5)),
            Self::OneStopLight => lit(photo, |_, light| light.map(|light| light * 2.0)),
            Self::Blur1 => effects::blur(rgb, width, height, px),
            Self::Blur2 => effects::blur(rgb, width, height, 2.0 * px),
            Self::Moved => effects::motion_blur(rgb, width, height, 6.0 * px, 20.0),
            Self::Noise => effects::noise(rgb, width, height, 12.0, 1),
            Self::GroundWhite
            | Self::GroundTinted
            | Self::GroundGrey
            | Self::GroundTextured
            | Self::GroundShadow
            // Where the portrait ends, its edge would go on askew.
            | Self::Rolled => self.before(photo, shape),
            Self::GlareSkin => {
                let at = [between[0] + 0.25 * eyes, between[1] - 0.75 * eyes];
                glare(photo, at, 0.2 * eyes)
            }
            Self::GlareLens => glare(photo, shape[0], 0.12 * eyes),
            Self::OneSide => {
                // The lamp stands beside the sitter, and not beside the wall.
                let mask = background::mask(rgb, width, height, shape).scaled(width, height);
                let person = |x: f32, y: f32| {
                    let at = y as usize * width + x as usize;
                    1.0 - f32::from(mask.shades()[at]) / 255.0
                };
                lit(photo, |[x, y], light| {
                    let side = ((x - between[0]) / (1.2 * eyes)).clamp(-1.0, 1.0);
                    light.map(|light| light * ((side - 1.0) * person(x, y)).exp2())
                })
            }
            Self::Haze => lit(photo, |_, light| light.map(|light| 0.5 * light + 0.5 * 0.6)),
            Self::Halftone => effects::halftone(rgb, width, height, 5.0, 0.7),
            Self::Screen => effects::screen(rgb, width, height, 4.37, 0.35),
            Self::Upscaled2 => effects::upscaled(rgb, width, height, 2.0),
            Self::Greyscale => effects::greyscale(rgb),
            Self::Cast => lit(photo, |_, [red, green, blue]| [red * 1.15, green * 0.9, blue * 0.5]),
            _ => rgb.to_vec(),
        }
    }

    /// Another background behind the same head.
    fn before(self, photo: &Rgb, shape: &Shape) -> Vec<u8> {
        let mask = background::mask(&photo.rgb, photo.width, photo.height, shape);
        let mask = mask.scaled(photo.width, photo.height);
        let eyes = distance(shape[0], shape[1]);
        let head = [(shape[25][0] + shape[37][0]) / 2.0, (shape[25][1] + shape[37][1]) / 2.0];
        let ground = |[x, y]: Place| -> [f32; 3] {
            match self {
                Self::GroundTinted => [0.56, 0.74, 0.86],
                Self::GroundGrey => [0.27; 3],
                Self::GroundTextured => {
                    let stripe = if (x / (0.35 * eyes)) as i32 % 2 == 0 { 0.86 } else { 0.62 };
                    [stripe; 3]
                }
                Self::GroundShadow => {
                    // An ellipse as large as the head, to the right and lower, softly ending.
                    let (u, v) = ((x - head[0] - 0.55 * eyes) / 1.35, (y - head[1]) / 1.9);
                    let far = (u * u + v * v).sqrt() / eyes;
                    let deep = (1.0 - (far - 0.85).max(0.0) / 0.35).clamp(0.0, 1.0);
                    [0.86 * (1.0 - 0.4 * deep); 3]
                }
                _ => [0.86; 3],
            }
        };
        let shades = mask.shades();
        lit(photo, |[x, y], light| {
            let at = y as usize * photo.width + x as usize;
            let share = f32::from(shades[at.min(shades.len() - 1)]) / 255.0;
            let ground = ground([x, y]);
            std::array::from_fn(|channel| light[channel] * (1.0 - share) + ground[channel] * share)
        })
    }
}

/// Every pixel's light, 0 to 1 for each colour, made anew from its place and its light.
fn lit(photo: &Rgb, change: impl Fn(Place, [f32; 3]) -> [f32; 3]) -> Vec<u8> {
    let table: Vec<f32> = (0..=255).map(|number| linear(number as f32 / 255.0)).collect();
    let pixels = photo.rgb.chunks_exact(3).enumerate();
    pixels
        .flat_map(|(at, pixel)| {
            let place = [(at % photo.width) as f32, (at / photo.width) as f32];
            let light = std::array::from_fn(|channel| table[usize::from(pixel[channel])]);
            change(place, light).map(|light| (encoded(light.clamp(0.0, 1.0)) * 255.0 + 0.5) as u8)
        })
        .collect()
}

/// A white reflection with a soft edge.
fn glare(photo: &Rgb, at: Place, radius: f32) -> Vec<u8> {
    lit(photo, |place, light| {
        let far = distance(place, at) / radius;
        let share = (1.0 - (far - 0.6).max(0.0) / 0.6).clamp(0.0, 1.0);
        light.map(|light| light + (1.05 - light).max(0.0) * share)
    })
}

fn linear(number: f32) -> f32 {
    if number <= 0.040_45 { number / 12.92 } else { ((number + 0.055) / 1.055).powf(2.4) }
}

fn encoded(light: f32) -> f32 {
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}
