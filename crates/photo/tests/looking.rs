//! The first look: the same facts as the examination, and a preview to be shown on the device.

use contract::Code;
use contract::photo::PictureFormat;
use contract::policy::{PhotoPolicy, Policy};
use photo::{inspect, look};
use probe::pictures::{self, Jpeg, PHONE, Png, jpeg, png, portrait};

const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;

#[test]
fn it_says_what_the_examination_says() {
    for (width, height) in [(715, 1000), (1800, 2400)] {
        let bytes = jpeg(&portrait(width, height, 9), width, height, PHONE).unwrap();
        assert_eq!(look(&bytes, &POLICY).unwrap().facts, inspect(&bytes, &POLICY).unwrap());
    }
    let cut = jpeg(&portrait(715, 1000, 9), 715, 1000, PHONE).unwrap();
    let cut = &cut[..cut.len() * 9 / 10];
    assert_eq!(look(cut, &POLICY).unwrap_err().code, Code::PhotoUnreadable);
}

#[test]
fn the_preview_is_upright_small_and_names_nobody() {
    let p3 = pictures::display_p3().unwrap();
    for (stored, orientation, shown) in [
        ((2400, 1800), 6, (1200, 1600)),
        ((2400, 1800), 3, (1600, 1200)),
        ((900, 1203), 1, (900, 1203)),
        ((1601, 20), 1, (1600, 20)),
    ] {
        let how = Jpeg { orientation, icc: Some(&p3), ..PHONE };
        let bytes = jpeg(&portrait(stored.0, stored.1, 9), stored.0, stored.1, how).unwrap();
        let preview = look(&bytes, &POLICY).unwrap().preview;
        let facts = inspect(&preview, &POLICY).unwrap();
        assert_eq!(
            (facts.format, facts.width, facts.height),
            (PictureFormat::Jpeg, shown.0, shown.1)
        );
        assert_eq!((facts.tags, facts.profile), (vec![], None));
    }
}

#[test]
fn the_preview_shows_the_picture() {
    let rgb = portrait(1500, 2100, 3);
    let how = Png { colour: png::ColorType::Rgb, depth: png::BitDepth::Eight };
    let preview = look(&png(&rgb, 1500, 2100, how).unwrap(), &POLICY).unwrap().preview;
    let shown = image::load_from_memory(&preview).unwrap().into_rgb8();
    for (x, y) in [(100, 100), (750, 900), (750, 2000), (600, 700)] {
        let at = ((y * 1500 + x) * 3) as usize;
        let found = shown.get_pixel(x * shown.width() / 1500, y * shown.height() / 2100);
        let near =
            found.0.iter().zip(&rgb[at..at + 3]).all(|(one, other)| one.abs_diff(*other) < 12);
        assert!(near, "{x} {y}: {found:?}, not {:?}", &rgb[at..at + 3]);
    }
}
