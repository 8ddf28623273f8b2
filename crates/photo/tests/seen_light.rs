//! Light and colour: one thing of a drawn portrait is changed at a time, and its own warning comes
//! where it should, and no other one of these.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test says what it expects")]

use contract::examination::{Examination, Severity};
use contract::photo::Reason::{
    self, GlareSkin, Greyscale, LowContrast, OverExposed, TooDark, UnevenLight, UnnaturalColour,
};
use contract::policy::Policy;
use jpeg_encoder::{ColorType, Encoder};
use photo::{Options, examine};
use portrait::{Backdrop, Cover, Hair, HairStyle, Light, Portrait, Skin, effects, render};
use std::ops::ControlFlow;

const WIDTH: usize = 500;
const HEIGHT: usize = 700;
/// Very light, medium and very dark skin.
const TONES: [f32; 3] = [2.0, 5.0, 9.5];

fn of_tone(tone: f32) -> Portrait {
    Portrait { skin: Skin { tone, ..Skin::default() }, ..Portrait::default() }
}

fn lit(tone: f32, light: Light) -> Portrait {
    Portrait { light, ..of_tone(tone) }
}

fn drawn(portrait: &Portrait) -> Vec<u8> {
    render(portrait, WIDTH, HEIGHT).rgb
}

fn seen(rgb: &[u8]) -> Examination {
    let mut bytes = Vec::new();
    let encoder = Encoder::new(&mut bytes, 95);
    encoder.encode(rgb, WIDTH as u16, HEIGHT as u16, ColorType::Rgb).unwrap();
    let options = Options::new(&Policy::PROGRAMME.photo);
    examine(&bytes, options, |_| ControlFlow::Continue(())).expect("a picture")
}

/// The warnings of this stage.
fn own(examination: &Examination) -> Vec<(Reason, Severity)> {
    const OWN: [Reason; 7] =
        [TooDark, OverExposed, GlareSkin, UnevenLight, LowContrast, UnnaturalColour, Greyscale];
    let found = examination.findings.iter().map(|finding| (finding.code, finding.severity));
    found.filter(|(code, _)| OWN.contains(code)).collect()
}

fn reasons(rgb: &[u8], what: &str) -> Vec<Reason> {
    let examination = seen(rgb);
    assert!(examination.face.is_some(), "{what}: no face");
    own(&examination).into_iter().map(|(code, _)| code).collect()
}

fn nothing(portrait: &Portrait, what: &str) {
    let examination = seen(&drawn(portrait));
    assert!(examination.face.is_some(), "{what}: no face");
    assert_eq!(own(&examination), [], "{what}: {:?}", examination.measures);
}

fn only(rgb: &[u8], reason: Reason, what: &str) {
    let examination = seen(rgb);
    let codes: Vec<Reason> = own(&examination).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, [reason], "{what}: {:?}", examination.measures);
}

#[test]
fn good_light_is_good_for_everybody() {
    for tone in TONES {
        for style in HairStyle::ALL {
            let fair = Hair { style, colour: [225, 205, 160], ..Hair::default() };
            nothing(&Portrait { hair: fair, ..of_tone(tone) }, &format!("tone {tone}, {style:?}"));
        }
        let skin = Skin { tone, beard: 1.0, age: 1.0, ..Skin::default() };
        nothing(&Portrait { skin, ..of_tone(tone) }, &format!("tone {tone}, bearded"));
    }
}

#[test]
fn little_light_is_too_dark_and_nothing_else() {
    for tone in TONES {
        let mut before = f64::INFINITY;
        for stops in [0.0, -0.5, -1.75, -2.25, -3.0] {
            let rgb = drawn(&lit(tone, Light { stops, ..Light::default() }));
            let examination = seen(&rgb);
            let exposure = examination.measures["exposure"];
            assert!(exposure < before, "tone {tone}: {stops} stops have {exposure}");
            before = exposure;
            let expected = if stops > -1.0 { vec![] } else { vec![TooDark] };
            assert_eq!(reasons(&rgb, "dark"), expected, "tone {tone}: {stops} stops, {exposure}");
            if stops < -2.0 {
                assert_eq!(own(&examination), [(TooDark, Severity::Strong)], "{stops} stops");
            }
        }
    }
}

#[test]
fn a_dark_wall_is_no_little_light() {
    for (tone, colour) in [(2.0, [30, 30, 30]), (5.0, [80, 80, 80]), (5.0, [200, 80, 70])] {
        let backdrop = Backdrop { colour, ..Backdrop::default() };
        nothing(&Portrait { backdrop, ..of_tone(tone) }, &format!("tone {tone} before {colour:?}"));
    }
}

#[test]
fn much_light_is_over_exposed_and_nothing_else() {
    let mut before = -1.0;
    for stops in [0.0, 0.8, 1.0] {
        let rgb = drawn(&lit(2.0, Light { stops, ..Light::default() }));
        let clipped = seen(&rgb).measures["face_clipped"];
        assert!(clipped > before, "{stops} stops clip {clipped}");
        before = clipped;
    }
    let rgb = drawn(&lit(2.0, Light { stops: 1.0, ..Light::default() }));
    only(&rgb, OverExposed, "one stop over");
}

/// Whitens round spots: their middles and radius as shares of the height.
fn glaring(rgb: &[u8], spots: &[[f32; 2]], radius: f32) -> Vec<u8> {
    let mut rgb = rgb.to_vec();
    for (at, pixel) in rgb.chunks_exact_mut(3).enumerate() {
        let place = [(at % WIDTH) as f32, (at / WIDTH) as f32];
        let near = spots.iter().map(|spot| {
            let (x, y) = (place[0] / HEIGHT as f32 - spot[0], place[1] / HEIGHT as f32 - spot[1]);
            (x * x + y * y) / (radius * radius)
        });
        let near = near.fold(f32::INFINITY, f32::min);
        let white = 1.2 / (1.0 + near * near);
        for number in pixel {
            let value = f32::from(*number);
            *number = (value + white * (255.0 - value)).min(255.0) as u8;
        }
    }
    rgb
}

#[test]
fn a_lamp_on_the_forehead_is_glare_on_every_skin() {
    for tone in TONES {
        let portrait = of_tone(tone);
        let rendered = render(&portrait, WIDTH, HEIGHT);
        let brow = rendered.truth.point(portrait::Point::BrowLeftTop);
        let forehead = [0.5 * WIDTH as f32 / HEIGHT as f32, brow[1] / HEIGHT as f32 - 0.05];
        only(&glaring(&rendered.rgb, &[forehead], 0.02), GlareSkin, &format!("tone {tone}"));
    }
}

#[test]
fn the_sheen_of_very_dark_skin_is_no_glare() {
    for shine in [0.15, 0.3] {
        let skin = Skin { tone: 9.5, shine, ..Skin::default() };
        nothing(&Portrait { skin, ..Portrait::default() }, &format!("shine {shine}"));
    }
}

#[test]
fn light_from_one_side_is_uneven_and_nothing_else() {
    for tone in TONES {
        let mut before = f64::INFINITY;
        for side in [0.0, 0.15, 0.8] {
            let rgb = drawn(&lit(tone, Light { side, ..Light::default() }));
            let examination = seen(&rgb);
            let share = examination.measures["darker_half"];
            assert!(share < before, "tone {tone}: {side} has {share}");
            before = share;
            let expected = if side > 0.5 { vec![UnevenLight] } else { vec![] };
            assert_eq!(reasons(&rgb, "side"), expected, "tone {tone}: {side} has {share}");
        }
    }
}

#[test]
fn hair_over_one_half_of_the_face_is_no_uneven_light() {
    let hair = Hair { style: HairStyle::Long, ..Hair::default() };
    let covered = Portrait { cover: Some(Cover::HairOverEye), hair, ..of_tone(4.0) };
    let codes = reasons(&drawn(&covered), "hair over an eye");
    assert!(!codes.contains(&UnevenLight), "{codes:?}");
}

/// A veil of light over everything.
fn hazy(rgb: &[u8], veil: f32) -> Vec<u8> {
    rgb.iter().map(|number| (f32::from(*number) * (1.0 - veil) + 235.0 * veil) as u8).collect()
}

#[test]
fn haze_is_low_contrast_and_nothing_else_on_every_skin() {
    for tone in TONES {
        let rgb = drawn(&of_tone(tone));
        let contrast = |veil: f32| seen(&hazy(&rgb, veil)).measures["head_contrast"];
        assert!(contrast(0.1) < contrast(0.0) && contrast(0.3) < contrast(0.1));
        only(&hazy(&rgb, 0.42), LowContrast, &format!("tone {tone}"));
    }
}

#[test]
fn light_of_a_colour_is_unnatural_and_nothing_else() {
    for tone in TONES {
        for warmth in [-1.0, 0.0, 0.15, 1.0] {
            let rgb = drawn(&lit(tone, Light { warmth, ..Light::default() }));
            let codes = reasons(&rgb, &format!("tone {tone}, warmth {warmth}"));
            let expected: &[Reason] = if warmth.abs() > 0.5 { &[UnnaturalColour] } else { &[] };
            assert_eq!(codes, expected, "tone {tone}, warmth {warmth}");
        }
    }
}

#[test]
fn a_coloured_wall_is_no_coloured_light() {
    for colour in [[150, 180, 225], [225, 205, 175]] {
        let backdrop = Backdrop { colour, ..Backdrop::default() };
        nothing(&Portrait { backdrop, ..of_tone(5.0) }, &format!("before {colour:?}"));
    }
}

#[test]
fn a_picture_in_grey_is_said_to_be_and_nothing_else() {
    for tone in TONES {
        let grey = effects::greyscale(&drawn(&of_tone(tone)));
        assert_eq!(own(&seen(&grey)), [(Greyscale, Severity::Strong)], "tone {tone}");
    }
}

#[test]
fn without_a_face_only_the_whole_picture_is_judged_and_mildly() {
    let flat = |shade: u8| vec![shade; WIDTH * HEIGHT * 3];
    assert_eq!(own(&seen(&flat(20))), [(TooDark, Severity::Mild), (Greyscale, Severity::Mild)]);
    let green: Vec<u8> = [60, 160, 90].repeat(WIDTH * HEIGHT);
    assert_eq!(own(&seen(&green)), []);
}
