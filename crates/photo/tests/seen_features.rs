//! Eyes, mouth and what covers the face, on drawn portraits: each finding turns on where it must, and
//! no other of its stage with it. What no rule forbids is never told: beards, scarves, turbans.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/seen.rs"]
mod support;

use contract::examination::{Examination, SAME_PHOTOGRAPH, likeness_difference};
use contract::photo::Reason;
use portrait::{Cover, Glare, Glasses, HairStyle, Portrait, render};
use support::{drawn, seen};

const OURS: [Reason; 6] = [
    Reason::GlareGlasses,
    Reason::EyesClosed,
    Reason::EyesCovered,
    Reason::MouthOpen,
    Reason::RedEye,
    Reason::FaceCovered,
];

fn sent(portrait: &Portrait, quality: u8) -> Examination {
    seen(&render(portrait, 500, 700).rgb, [500, 700], quality)
}

fn told(change: impl FnOnce(&mut Portrait)) -> Vec<Reason> {
    let mut portrait = Portrait::default();
    change(&mut portrait);
    let found = sent(&portrait, 95).findings.into_iter().map(|finding| finding.code);
    found.filter(|code| OURS.contains(code)).collect()
}

#[test]
fn what_is_allowed_is_not_told() {
    for tone in [1.0, 4.0, 7.0, 10.0] {
        for style in HairStyle::ALL {
            let found = told(|portrait| {
                portrait.skin.tone = tone;
                portrait.hair.style = style;
            });
            assert_eq!(found, [], "{style:?}, tone {tone}");
        }
        let beard = told(|portrait| {
            portrait.skin.tone = tone;
            portrait.skin.beard = 1.0;
        });
        assert_eq!(beard, [], "beard, tone {tone}");
    }
    assert_eq!(told(|portrait| portrait.glasses = Some(Glasses::default())), []);
}

/// The warnings of how the head lies, of its features, and of light and colour.
const NEAR: [Reason; 20] = [
    Reason::NoFace,
    Reason::SeveralFaces,
    Reason::HeadTooSmall,
    Reason::HeadTooLarge,
    Reason::OffCentre,
    Reason::Tilted,
    Reason::Turned,
    Reason::GlareGlasses,
    Reason::EyesClosed,
    Reason::EyesCovered,
    Reason::MouthOpen,
    Reason::RedEye,
    Reason::FaceCovered,
    Reason::TooDark,
    Reason::OverExposed,
    Reason::GlareSkin,
    Reason::UnevenLight,
    Reason::LowContrast,
    Reason::UnnaturalColour,
    Reason::Greyscale,
];

#[test]
fn a_photo_as_it_must_be_is_never_warned_of_at_the_sizes_that_are_sent() {
    for tone in 1_u8..=10 {
        let turn = usize::from(tone);
        let mut portrait = Portrait::default();
        portrait.skin.tone = f32::from(tone);
        portrait.hair.style = HairStyle::ALL[turn % HairStyle::ALL.len()];
        match turn % 4 {
            1 => portrait.glasses = Some(Glasses::default()),
            2 => portrait.skin.beard = 1.0,
            3 => portrait.build.child = 1.0,
            _ => {}
        }
        let size = if tone % 5 == 4 { [1000, 1400] } else { [715, 1000] };
        let found = drawn(&portrait, size).findings.into_iter().map(|finding| finding.code);
        let found: Vec<Reason> = found.filter(|code| NEAR.contains(code)).collect();
        assert_eq!(found, [], "tone {tone}, {size:?}");
    }
}

#[test]
fn a_mask_and_a_hand_before_the_mouth_are_told() {
    for tone in [1.0, 4.0, 6.0] {
        for cover in [Cover::Mask, Cover::Hand] {
            let mut portrait = Portrait { cover: Some(cover), ..Portrait::default() };
            portrait.skin.tone = tone;
            let found = sent(&portrait, 95).findings.into_iter().map(|finding| finding.code);
            // A mask can leave so little of a face that none is found.
            let told: Vec<Reason> = found
                .filter(|code| OURS.contains(code) || *code == Reason::NoFace)
                .map(|code| if code == Reason::NoFace { Reason::FaceCovered } else { code })
                .collect();
            assert_eq!(told, [Reason::FaceCovered], "{cover:?}, tone {tone}");
        }
    }
}

#[test]
fn haze_covers_no_face_and_oily_skin_opens_no_mouth() {
    for tone in [1.0, 5.0, 10.0] {
        let mut portrait = Portrait::default();
        portrait.skin.tone = tone;
        let hazy: Vec<u8> = render(&portrait, 500, 700)
            .rgb
            .iter()
            .map(|number| {
                let light = (f32::from(*number) / 255.0).powf(2.2) * 0.5 + 0.3;
                (light.powf(1.0 / 2.2) * 255.0) as u8
            })
            .collect();
        let mut found =
            seen(&hazy, [500, 700], 95).findings.into_iter().map(|finding| finding.code);
        assert_eq!(found.find(|code| OURS.contains(code)), None, "haze, tone {tone}");
        portrait.skin.shine = 1.0;
        let mut found = sent(&portrait, 95).findings.into_iter().map(|finding| finding.code);
        assert_eq!(found.find(|code| OURS.contains(code)), None, "oil, tone {tone}");
    }
}

#[test]
fn closed_eyes_are_told_and_open_ones_are_not() {
    for opening in [0.75, 1.0, 1.15] {
        assert_eq!(told(|portrait| portrait.eyes.opening = [opening; 2]), [], "{opening}");
    }
    assert_eq!(told(|portrait| portrait.eyes.opening = [0.0; 2]), [Reason::EyesClosed]);
}

#[test]
fn what_lies_before_the_eyes_is_told() {
    let sun = Glasses { tint: 0.95, frame: 0.02, ..Glasses::default() };
    assert_eq!(told(|portrait| portrait.glasses = Some(sun)), [Reason::EyesCovered]);
    let lit = Glasses { glare: Some(Glare::default()), ..Glasses::default() };
    assert_eq!(told(|portrait| portrait.glasses = Some(lit)), [Reason::GlareGlasses]);
}

#[test]
fn an_open_mouth_and_red_pupils_are_told() {
    assert_eq!(told(|portrait| portrait.mouth.opening = 0.9), [Reason::MouthOpen]);
    assert_eq!(told(|portrait| portrait.mouth.smile = 0.4), []);
    assert_eq!(told(|portrait| portrait.eyes.red = 1.0), [Reason::RedEye]);
}

#[test]
fn a_copy_is_known_again_and_another_person_is_not() {
    let likeness = |portrait: &Portrait, quality| sent(portrait, quality).likeness.unwrap();
    let own = Portrait::default();
    let first = likeness(&own, 95);
    let differ = |portrait: &Portrait, quality| {
        likeness_difference(&first, &likeness(portrait, quality)).unwrap()
    };
    assert!(differ(&own, 40) <= SAME_PHOTOGRAPH);
    let mut other = Portrait { seed: 9, ..Portrait::default() };
    other.build.width = 1.1;
    other.build.nose = 1.15;
    other.build.brows = 1.2;
    other.hair.style = HairStyle::Long;
    other.light.side = 0.3;
    assert!(differ(&other, 95) > SAME_PHOTOGRAPH);
}
