//! Sharpness, and what a picture is a copy of: one thing of a drawn portrait is changed at a time,
//! and its own warning comes where it should, and no other one of these.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test says what it expects")]

#[expect(dead_code, reason = "each test file uses what it needs")]
#[path = "support/make.rs"]
mod make;

use contract::examination::{Examination, Origin, Severity};
use contract::photo::Reason::{
    self, Blurred, Edited, PictureOfPrint, Recompressed, TooOld, Upscaled,
};
use contract::photo::SourceKind;
use contract::policy::Policy;
use jiff::civil::date;
use jpeg_encoder::{ColorType, Encoder};
use photo::{Options, examine, origin};
use portrait::{Glasses, Portrait, Skin, effects, render};
use std::ops::ControlFlow;
use std::sync::LazyLock;

const SIZE: (usize, usize) = (1000, 1400);
/// The smallest photo that is allowed.
const SMALL: (usize, usize) = (715, 1000);

/// As a camera gives it: with noise, which no drawing has.
fn taken(portrait: &Portrait, (width, height): (usize, usize)) -> Vec<u8> {
    effects::noise(&render(portrait, width, height).rgb, width, height, 3.0, 7)
}

static PLAIN: LazyLock<Vec<u8>> = LazyLock::new(|| taken(&Portrait::default(), SIZE));

fn jpeg(rgb: &[u8], (width, height): (usize, usize), quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = Encoder::new(&mut bytes, quality);
    encoder.encode(rgb, width as u16, height as u16, ColorType::Rgb).unwrap();
    bytes
}

fn seen_with(bytes: &[u8], set: impl FnOnce(&mut Options<'_>)) -> Examination {
    let mut options = Options::new(&Policy::PROGRAMME.photo);
    set(&mut options);
    examine(bytes, options, |_| ControlFlow::Continue(())).expect("a picture")
}

fn seen(rgb: &[u8], size: (usize, usize)) -> Examination {
    seen_with(&jpeg(rgb, size, 95), |_| {})
}

/// The warnings of these stages.
fn own(examination: &Examination) -> Vec<Reason> {
    let own = [Blurred, PictureOfPrint, Recompressed, Upscaled, Edited, TooOld];
    let codes = examination.findings.iter().map(|finding| finding.code);
    codes.filter(|code| own.contains(code)).collect()
}

fn only(rgb: &[u8], reason: Reason, what: &str) {
    let examination = seen(rgb, SIZE);
    assert_eq!(own(&examination), [reason], "{what}: {:?}", examination.measures);
}

#[test]
fn sharp_portraits_of_everybody_and_of_every_size_are_sharp() {
    for (at, size) in [SMALL, SIZE, SMALL, SIZE].into_iter().enumerate() {
        let tone = 1.0 + 3.0 * at as f32;
        let skin = Skin { tone, ..Skin::default() };
        let glasses = (at % 2 == 1).then(Glasses::default);
        let examination =
            seen(&taken(&Portrait { skin, glasses, ..Portrait::default() }, size), size);
        assert_eq!(own(&examination), [], "tone {tone}: {:?}", examination.measures);
    }
}

#[test]
fn blur_is_seen_from_a_pixel_or_two_on_and_also_under_noise() {
    let (width, height) = SIZE;
    let mut before = f64::INFINITY;
    for sigma in [0.0, 1.0, 2.0, 3.0, 4.0] {
        let blurred = effects::blur(&PLAIN, width, height, sigma);
        let examination = seen(&blurred, SIZE);
        let sharpness = examination.measures["eyes_sharpness"];
        assert!(sharpness < before, "{sigma}: {sharpness}, not under {before}");
        before = sharpness;
        assert_eq!(
            own(&examination).contains(&Blurred),
            sigma >= 2.0,
            "{sigma}: {:?}",
            examination.measures
        );
        if sigma >= 3.0 {
            let noisy = effects::noise(&blurred, width, height, 6.0, 3);
            let examination = seen(&noisy, SIZE);
            assert!(own(&examination).contains(&Blurred), "{:?}", examination.measures);
        }
    }
}

#[test]
fn movement_along_any_way_is_blur() {
    let (width, height) = SIZE;
    for degrees in [0.0, 45.0, 90.0, 120.0] {
        let moved = effects::motion_blur(&PLAIN, width, height, 14.0, degrees);
        assert!(own(&seen(&moved, SIZE)).contains(&Blurred), "{degrees}");
    }
}

#[test]
fn noise_is_neither_blur_nor_a_copy() {
    let (width, height) = SIZE;
    for sigma in [4.0, 10.0] {
        let examination = seen(&effects::noise(&PLAIN, width, height, sigma, 5), SIZE);
        assert_eq!(own(&examination), [], "{sigma}: {:?}", examination.measures);
    }
}

#[test]
fn dots_of_a_print_and_stripes_of_a_screen_are_seen_and_a_scan_is_left_in_peace() {
    let (width, height) = SIZE;
    let dots = effects::halftone(&PLAIN, width, height, 4.3, 0.3);
    only(&dots, PictureOfPrint, "dots");
    only(&effects::screen(&PLAIN, width, height, 3.2, 0.3), PictureOfPrint, "stripes");
    let scan = seen_with(&jpeg(&dots, SIZE, 95), |options| options.kind = Some(SourceKind::Scan));
    assert!(!own(&scan).contains(&PictureOfPrint));
    assert!(scan.measures["grid"] > 2.0, "it is measured all the same");
}

#[test]
fn enlarging_is_seen_and_making_smaller_is_not() {
    let (width, height) = SIZE;
    let examination = seen(&effects::upscaled(&PLAIN, width, height, 2.0), SIZE);
    assert!(own(&examination).contains(&Upscaled), "{:?}", examination.measures);
    // A larger one, framed by us.
    let large = taken(&Portrait::default(), (1500, 2100));
    let framed = photo::frame(
        &jpeg(&large, (1500, 2100), 95),
        contract::crop::Crop { x: 0, y: 0, width: 1500, height: 2100 },
        &Policy::PROGRAMME.photo,
    );
    let framed = framed.expect("a photo");
    let examination = seen_with(&framed.bytes, |_| {});
    assert_eq!(own(&examination), [], "{:?}", examination.measures);
}

#[test]
fn the_files_own_quality_and_an_earlier_coarser_file_are_told() {
    for (quality, expected) in
        [(95, None), (80, None), (70, Some(Severity::Mild)), (40, Some(Severity::Strong))]
    {
        let examination = seen_with(&jpeg(&PLAIN, SIZE, quality), |_| {});
        let found = examination.findings.iter().find(|finding| finding.code == Recompressed);
        let measured = examination.measures["jpeg_quality"];
        assert!((measured - f64::from(quality)).abs() < 2.0, "{quality}: {measured}");
        assert_eq!(found.map(|finding| finding.severity), expected, "{quality}");
    }
    let coarse = image::load_from_memory(&jpeg(&PLAIN, SIZE, 35)).unwrap().to_rgb8();
    let part = image::imageops::crop_imm(&coarse, 3, 5, 990, 1386).to_image();
    let again = seen_with(&jpeg(part.as_raw(), (990, 1386), 95), |_| {});
    assert_eq!(own(&again), [Recompressed], "{:?}", again.measures);
}

#[test]
fn an_editing_program_and_an_old_day_are_mild_and_a_camera_is_nothing() {
    let bytes = jpeg(&PLAIN, SIZE, 95);
    let today = date(2026, 11, 23);
    let of = |program: Option<&str>, taken_on| {
        let origin = Origin { edited_with: program.map(str::to_owned), taken_on };
        let examination = seen_with(&bytes, |options| {
            options.origin = None;
            options.today = Some(today);
        });
        assert_eq!(own(&examination), []);
        let mut options = Options::new(&Policy::PROGRAMME.photo);
        (options.origin, options.today) = (Some(&origin), Some(today));
        examine(&bytes, options, |_| ControlFlow::Continue(())).unwrap()
    };
    let edited = of(Some("GIMP"), Some(date(2025, 11, 23)));
    assert_eq!(own(&edited), [Edited], "a year to the day is not over a year");
    let old = of(None, Some(date(2025, 11, 22)));
    assert_eq!(own(&old), [TooOld]);
    let finding = old.findings.iter().find(|finding| finding.code == TooOld).unwrap();
    assert_eq!((finding.severity, finding.measured), (Severity::Mild, Some(366.0)));
    assert_eq!(own(&of(None, Some(date(2027, 3, 1)))), [], "a clock that is ahead");
}

/// A TIFF structure with a program and a day.
fn exif(software: &str, taken: &str) -> Vec<u8> {
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    let (software, taken) =
        ([software.as_bytes(), b"\0"].concat(), [taken.as_bytes(), b"\0"].concat());
    let entry = |tag: u16, kind: u16, count: usize, value: u32| {
        let count = u32::try_from(count).unwrap();
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()]
            .concat()
    };
    tiff.extend(entry(0x0131, 2, software.len(), 100));
    tiff.extend(entry(0x8769, 4, 1, 60));
    tiff.resize(60, 0);
    tiff.extend([0, 1]);
    tiff.extend(entry(0x9003, 2, taken.len(), 200));
    tiff.resize(100, 0);
    tiff.extend(&software);
    tiff.resize(200, 0);
    tiff.extend(&taken);
    tiff
}

#[test]
fn the_origin_is_read_from_every_place_where_it_stands() {
    let jpeg = make::jpeg(16, 24);
    let app = |number: u8, body: Vec<u8>| make::with(&jpeg, &[make::segment(0xe0 + number, &body)]);
    let with_exif =
        |software, taken| app(1, [b"Exif\0\0".to_vec(), exif(software, taken)].concat());
    assert_eq!(
        origin(&with_exif("Adobe Photoshop 26.1 (Windows)", "2026:05:17 10:11:12")),
        Origin {
            edited_with: Some("Adobe Photoshop".to_owned()),
            taken_on: Some(date(2026, 5, 17))
        }
    );
    let phone = Origin { edited_with: None, taken_on: Some(date(2024, 2, 29)) };
    assert_eq!(origin(&with_exif("G991BXXU9EWA1", "2024:02:29 00:00:00")), phone);
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x xmp:CreatorTool=\"GIMP 3.0\" xmp:CreateDate='2025-12-01'>";
    let gimp = Origin { edited_with: Some("GIMP".to_owned()), taken_on: Some(date(2025, 12, 1)) };
    assert_eq!(origin(&app(1, xmp.to_vec())), gimp);
    let block = [b"Photoshop 3.0\0".to_vec(), b"8BIM\x04\x21\0\0\0\0\0\x01\0\0".to_vec()].concat();
    assert_eq!(origin(&app(13, block)).edited_with.as_deref(), Some("Adobe Photoshop"));
    let manifest = |text: &[u8]| app(11, [b"JP\0\x01..jumb..c2pa..", text].concat());
    let made = manifest(b"\xa1tclaim_generator_info\x81\xa1dnamemAdobe Firefly");
    assert_eq!(origin(&made).edited_with.as_deref(), Some("Adobe Firefly"));
    let named_in_an_address = manifest(b"hcontextx\x1fhttps://ns.adobe.com/photoshop/");
    assert_eq!(origin(&named_in_an_address).edited_with, None);
    let png = make::with_chunks(
        &make::png(8, 8),
        &[
            make::chunk(b"tEXt", b"Software\0Paint.NET 5"),
            make::chunk(b"eXIf", &exif("18.1", "2026:01:02 03:04:05")),
        ],
    );
    let paint =
        Origin { edited_with: Some("Paint.NET".to_owned()), taken_on: Some(date(2026, 1, 2)) };
    assert_eq!(origin(&png), paint);
    for nothing in [&b""[..], b"GIF89a", &jpeg, &make::png(8, 8)] {
        assert_eq!(origin(nothing), Origin::default());
    }
}

#[test]
fn hostile_bytes_give_no_origin_and_no_panic() {
    let whole = make::with(
        &make::jpeg(16, 24),
        &[make::segment(
            0xe1,
            &[b"Exif\0\0".to_vec(), exif("GIMP", "2026:05:17 10:11:12")].concat(),
        )],
    );
    for at in 0..whole.len().min(300) {
        let _ = origin(&whole[..at]);
        for byte in [0x00, 0x7f, 0xff] {
            let mut changed = whole.clone();
            changed[at] = byte;
            let _ = origin(&changed);
        }
    }
}
