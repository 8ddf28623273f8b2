//! What is seen of the background: one thing of a drawn portrait is changed at a time, and its own
//! warning comes where it should, and no other one of the background's.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test says what it expects")]

use contract::examination::{Examination, Severity};
use contract::photo::Reason::{self, BackgroundNotPlain, BackgroundNotWhite, BackgroundShadow};
use contract::policy::Policy;
use jpeg_encoder::{ColorType, Encoder};
use photo::{Options, examine};
use portrait::{
    Backdrop, Hair, HairStyle, Light, Object, Portrait, SecondFace, Shadow, Skin, Texture, render,
};
use std::ops::ControlFlow;

const SIZE: (usize, usize) = (720, 1008);

fn seen(portrait: &Portrait) -> Examination {
    let rendered = render(portrait, SIZE.0, SIZE.1);
    let mut bytes = Vec::new();
    let encoder = Encoder::new(&mut bytes, 95);
    encoder.encode(&rendered.rgb, SIZE.0 as u16, SIZE.1 as u16, ColorType::Rgb).unwrap();
    let options = Options::new(&Policy::PROGRAMME.photo);
    examine(&bytes, options, |_| ControlFlow::Continue(())).expect("a picture")
}

/// The warnings of the background.
fn ground(examination: &Examination) -> Vec<(Reason, Severity)> {
    let own = [BackgroundNotWhite, BackgroundNotPlain, BackgroundShadow];
    let found = examination.findings.iter().filter(|finding| own.contains(&finding.code));
    found.map(|finding| (finding.code, finding.severity)).collect()
}

fn only(portrait: &Portrait, reason: Reason, what: &str) {
    let examination = seen(portrait);
    let codes: Vec<Reason> = ground(&examination).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, [reason], "{what}: {:?}", examination.measures);
    let finding = examination.findings.iter().find(|finding| finding.code == reason).unwrap();
    assert!(!finding.region.is_empty(), "{what}: nothing is drawn");
}

fn none(portrait: &Portrait, what: &str) {
    let examination = seen(portrait);
    assert_eq!(ground(&examination), [], "{what}: {:?}", examination.measures);
}

fn wall(colour: [u8; 3]) -> Backdrop {
    Backdrop { colour, ..Backdrop::default() }
}

#[test]
fn a_white_wall_is_one_behind_every_head() {
    for (at, style) in HairStyle::ALL.into_iter().enumerate() {
        let colour = [[235, 232, 228], [20, 16, 15], [120, 84, 52]][at % 3];
        let hair = Hair { style, colour, ..Hair::default() };
        let skin = Skin { tone: 1.0 + 1.8 * at as f32, ..Skin::default() };
        none(&Portrait { hair, skin, ..Portrait::default() }, &format!("{style:?}"));
    }
}

#[test]
fn a_wall_is_white_down_to_its_limit_and_grey_from_there() {
    // sRGB numbers of greys, and their L*.
    for (number, lightness) in [(240, 94.8), (228, 90.6), (212, 84.9), (180, 73.2), (90, 38.3)] {
        let portrait = Portrait { backdrop: wall([number; 3]), ..Portrait::default() };
        let examination = seen(&portrait);
        let measured = examination.measures["background_lightness"];
        assert!((measured - lightness).abs() < 2.0, "{number}: {measured} is not {lightness}");
        let expected = match lightness {
            78.0..88.0 => vec![(BackgroundNotWhite, Severity::Mild)],
            ..78.0 => vec![(BackgroundNotWhite, Severity::Strong)],
            _ => vec![],
        };
        assert_eq!(ground(&examination), expected, "{number}: {:?}", examination.measures);
    }
}

#[test]
fn a_tint_is_only_not_white() {
    for colour in [[250, 240, 215], [215, 240, 252], [252, 228, 236], [225, 248, 225]] {
        let portrait = Portrait { backdrop: wall(colour), ..Portrait::default() };
        only(&portrait, BackgroundNotWhite, &format!("{colour:?}"));
    }
}

#[test]
fn lamp_light_is_not_the_walls_tint() {
    for tone in [2.0, 5.0, 9.0] {
        let light = Light { warmth: 0.9, ..Light::default() };
        let skin = Skin { tone, ..Skin::default() };
        let examination = seen(&Portrait { light, skin, ..Portrait::default() });
        let chroma = examination.measures["background_chroma"];
        assert!(chroma < 6.0, "tone {tone}: {:?}", examination.measures);
    }
}

#[test]
fn a_pattern_is_only_not_plain() {
    for texture in [Texture::Bricks, Texture::Curtain, Texture::Plaster] {
        let strength = match texture {
            Texture::Curtain => 0.35,
            Texture::Bricks => 0.5,
            // Fine plaster cannot be told from noise before it is rough.
            Texture::Plaster => 1.0,
        };
        let backdrop = Backdrop { texture: Some((texture, strength)), ..wall([252; 3]) };
        only(
            &Portrait { backdrop, ..Portrait::default() },
            BackgroundNotPlain,
            &format!("{texture:?}"),
        );
        let faint = Backdrop { texture: Some((texture, 0.02)), ..Backdrop::default() };
        none(&Portrait { backdrop: faint, ..Portrait::default() }, &format!("faint {texture:?}"));
    }
}

#[test]
fn a_thing_or_another_person_is_only_not_plain() {
    for object in [Object::Door, Object::Shelves] {
        let backdrop = Backdrop { object: Some(object), ..Backdrop::default() };
        only(
            &Portrait { backdrop, ..Portrait::default() },
            BackgroundNotPlain,
            &format!("{object:?}"),
        );
    }
    let second = SecondFace { at: [0.12, 0.3], head_height: 0.2, tone: 6.0 };
    let backdrop = Backdrop { second_face: Some(second), ..Backdrop::default() };
    only(&Portrait { backdrop, ..Portrait::default() }, BackgroundNotPlain, "another person");
}

#[test]
fn light_that_falls_off_gently_is_plain_and_without_shadow() {
    for gradient in [[0.15, 0.0], [0.0, 0.15], [0.1, 0.1]] {
        let backdrop = Backdrop { gradient, ..wall([250; 3]) };
        none(&Portrait { backdrop, ..Portrait::default() }, &format!("{gradient:?}"));
    }
}

#[test]
fn a_shadow_is_only_a_shadow_and_grows_with_its_strength() {
    for (offset, softness) in [([0.12, 0.05], 0.08), ([-0.15, 0.03], 0.05), ([-0.1, 0.0], 0.1)] {
        let mut before = 0.0;
        for strength in [0.0, 0.06, 0.35, 0.5] {
            let shadow = Some(Shadow { strength, offset, softness });
            let portrait = Portrait { shadow, backdrop: wall([248; 3]), ..Portrait::default() };
            let what = format!("{offset:?} {strength}");
            if strength > 0.3 {
                only(&portrait, BackgroundShadow, &what);
            } else {
                none(&portrait, &what);
            }
            let drop = seen(&portrait).measures["background_shadow"];
            assert!(drop + 0.5 >= before, "{what}: {drop} after {before}");
            before = drop;
        }
    }
}

#[test]
fn a_picture_without_a_face_is_judged_by_its_border_or_not_at_all() {
    for (width, height) in [(1, 1), (3, 900), (300, 420)] {
        let mut bytes = Vec::new();
        let rgb = vec![200; width * height * 3];
        let encoder = Encoder::new(&mut bytes, 95);
        encoder.encode(&rgb, width as u16, height as u16, ColorType::Rgb).unwrap();
        let options = Options::new(&Policy::PROGRAMME.photo);
        let examination = examine(&bytes, options, |_| ControlFlow::Continue(())).unwrap();
        let codes: Vec<Reason> = ground(&examination).into_iter().map(|(code, _)| code).collect();
        assert!(!codes.contains(&BackgroundShadow) && !codes.contains(&BackgroundNotPlain));
    }
}
