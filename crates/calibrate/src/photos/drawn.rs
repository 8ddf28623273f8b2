//! Drawn portraits of people of every skin tone, good and with one fault each: for the faults that
//! no photograph at hand shows. What is said on their strength rests on drawings alone.

use super::see::{self, Seen};
use super::take::Rgb;
use contract::photo::Reason;
use portrait::{
    Cover, Eyes, Glare, Glasses, Hair, HairStyle, Mouth, Portrait, SecondFace, Skin, render,
};
use rayon::prelude::*;

/// Pixels across and down.
const SIZE: (usize, usize) = (1000, 1400);
/// Each is drawn with as many people.
const PEOPLE: u32 = 20;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Both eyes shut.
    ClosedEyes,
    /// Lenses that let 10 % through.
    DarkLenses,
    /// Hair before one eye.
    HairOverEye,
    /// A reflection on both lenses.
    LensGlare,
    /// A wide open mouth.
    OpenMouth,
    /// A smile with teeth.
    Smile,
    /// Red pupils.
    RedEyes,
    /// A mask.
    Mask,
    /// A hand before the mouth.
    Hand,
    /// Turned by 15° to the side.
    Turned15,
    /// Turned by 25° to the side.
    Turned25,
    /// Somebody else behind.
    SecondFace,
    /// Oily skin that blows out.
    Shine,
}

impl Fault {
    /// Every fault.
    pub const ALL: [Self; 13] = [
        Self::ClosedEyes,
        Self::DarkLenses,
        Self::HairOverEye,
        Self::LensGlare,
        Self::OpenMouth,
        Self::Smile,
        Self::RedEyes,
        Self::Mask,
        Self::Hand,
        Self::Turned15,
        Self::Turned25,
        Self::SecondFace,
        Self::Shine,
    ];

    /// In words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ClosedEyes => "closed eyes",
            Self::DarkLenses => "dark lenses",
            Self::HairOverEye => "hair before an eye",
            Self::LensGlare => "reflections on lenses",
            Self::OpenMouth => "open mouth",
            Self::Smile => "smile with teeth",
            Self::RedEyes => "red pupils",
            Self::Mask => "mask",
            Self::Hand => "hand before the mouth",
            Self::Turned15 => "turned by 15°",
            Self::Turned25 => "turned by 25°",
            Self::SecondFace => "somebody else behind",
            Self::Shine => "oily skin that blows out",
        }
    }

    /// What an officer would say to it: any of these.
    pub const fn wrong(self) -> &'static [Reason] {
        match self {
            Self::ClosedEyes => &[Reason::EyesClosed],
            Self::DarkLenses | Self::HairOverEye => &[Reason::EyesCovered],
            Self::LensGlare => &[Reason::GlareGlasses],
            Self::OpenMouth | Self::Smile => &[Reason::MouthOpen],
            Self::RedEyes => &[Reason::RedEye],
            // A face that cannot be found for what covers it is told as no face.
            Self::Mask | Self::Hand => &[Reason::FaceCovered, Reason::NoFace],
            Self::Turned15 | Self::Turned25 => &[Reason::Turned],
            Self::SecondFace => &[Reason::SeveralFaces],
            Self::Shine => &[Reason::GlareSkin, Reason::OverExposed],
        }
    }

    fn draw(self, good: &Portrait, person: u32) -> Portrait {
        let good = good.clone();
        let side = if person.is_multiple_of(2) { 1.0 } else { -1.0 };
        let glasses = |tint, glare| Some(Glasses { tint, glare, ..Glasses::default() });
        match self {
            Self::ClosedEyes => {
                Portrait { eyes: Eyes { opening: [0.0, 0.0], ..good.eyes }, ..good }
            }
            Self::DarkLenses => Portrait { glasses: glasses(0.9, None), ..good },
            Self::HairOverEye => Portrait { cover: Some(Cover::HairOverEye), ..good },
            Self::LensGlare => Portrait { glasses: glasses(0.0, Some(Glare::default())), ..good },
            Self::OpenMouth => Portrait {
                mouth: Mouth { opening: 0.7, smile: 0.0, teeth: person.is_multiple_of(3) },
                ..good
            },
            Self::Smile => {
                Portrait { mouth: Mouth { opening: 0.2, smile: 1.0, teeth: true }, ..good }
            }
            Self::RedEyes => Portrait { eyes: Eyes { red: 1.0, ..good.eyes }, ..good },
            Self::Mask => Portrait { cover: Some(Cover::Mask), ..good },
            Self::Hand => Portrait { cover: Some(Cover::Hand), ..good },
            Self::Turned15 => Portrait { yaw: 15.0 * side, ..good },
            Self::Turned25 => Portrait { yaw: 25.0 * side, ..good },
            Self::SecondFace => {
                let second = SecondFace { at: [0.82, 0.35], head_height: 0.25, tone: 5.0 };
                let backdrop = portrait::Backdrop { second_face: Some(second), ..good.backdrop };
                Portrait { backdrop, ..good }
            }
            Self::Shine => Portrait { skin: Skin { shine: 1.0, ..good.skin }, ..good },
        }
    }
}

/// Everybody drawn with a fault, or as they should be, and examined.
pub fn seen(fault: Option<Fault>) -> Vec<Seen> {
    (0..PEOPLE)
        .into_par_iter()
        .filter_map(|person| {
            let good = good(person);
            let wanted = fault.map_or_else(|| good.clone(), |fault| fault.draw(&good, person));
            let drawn = render(&wanted, SIZE.0, SIZE.1);
            see::see(&Rgb { width: SIZE.0, height: SIZE.1, rgb: drawn.rgb }, 95)
        })
        .collect()
}

/// A person: ten skin tones, six ways to wear hair or to cover it, some with glasses or beards.
fn good(person: u32) -> Portrait {
    let usual = Portrait::default();
    let colour = [[44, 33, 27], [120, 84, 52], [24, 20, 20], [186, 160, 120], [88, 60, 96]];
    Portrait {
        skin: Skin {
            tone: (person % 10 + 1) as f32,
            beard: if person % 7 == 3 { 0.8 } else { 0.0 },
            ..usual.skin
        },
        hair: Hair {
            style: HairStyle::ALL[person as usize % HairStyle::ALL.len()],
            colour: colour[person as usize % colour.len()],
            ..usual.hair
        },
        glasses: (person % 6 == 5).then(Glasses::default),
        seed: person + 1,
        ..usual
    }
}
