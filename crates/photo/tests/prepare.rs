//! The file that will be sent: framed, or as it was but for what identifies somebody.

use contract::Code;
use contract::crop::Crop;
use contract::photo::PictureFormat;
use contract::policy::{PhotoPolicy, Policy};
use photo::{inspect, prepare, source};
use probe::pictures::{Jpeg, PHONE, Png, jpeg, png, portrait};

const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;

#[test]
fn a_source_that_fits_goes_out_untouched() {
    let bytes = jpeg(&portrait(1000, 1400, 9), 1000, 1400, PHONE).unwrap();
    let prepared = prepare(&bytes, None, &POLICY).unwrap();
    assert_eq!(prepared.bytes, bytes);
    assert_eq!((prepared.photo.width, prepared.photo.height), (1000, 1400));
    assert_eq!((prepared.photo.format, prepared.photo.crop), (PictureFormat::Jpeg, None));
}

#[test]
fn its_pixels_stay_as_they_are_when_words_are_removed_from_it() {
    let rgb = portrait(1000, 1400, 2);
    let how = Png { colour: png::ColorType::Rgb, depth: png::BitDepth::Eight };
    let bytes = png(&rgb, 1000, 1400, how).unwrap();
    let text = b"\0\0\0\x0ctEXtAuthor\0Mei L";
    let sum = [0xab; 4];
    let with_text = [&bytes[..33], text, &sum[..], &bytes[33..]].concat();
    let prepared = prepare(&with_text, None, &POLICY).unwrap();
    assert!(!prepared.bytes.windows(3).any(|at| at == b"Mei"));
    let pixels = |bytes: &[u8]| inspect(bytes, &POLICY).unwrap().pixels_sha256;
    assert_eq!(pixels(&prepared.bytes), pixels(&bytes));
    assert_eq!(prepared.photo.bytes, prepared.bytes.len() as u64);
}

#[test]
fn a_source_that_does_not_fit_is_refused_by_its_code_and_framed_with_a_crop() {
    let how = Jpeg { orientation: 6, ..PHONE };
    let bytes = jpeg(&portrait(2800, 2100, 4), 2800, 2100, how).unwrap();
    let refused = prepare(&bytes, None, &POLICY).unwrap_err();
    assert_eq!(refused.code, Code::PhotoTooLarge);
    let crop = Crop { x: 50, y: 0, width: 2000, height: 2800 };
    let prepared = prepare(&bytes, Some(crop), &POLICY).unwrap();
    assert_eq!(prepared.photo.crop, Some(crop));
    assert_eq!((prepared.photo.width, prepared.photo.height), (2000, 2800));
    let facts = inspect(&prepared.bytes, &POLICY).unwrap();
    assert_eq!((facts.refusals, facts.bytes), (vec![], prepared.photo.bytes));
}

#[test]
fn what_is_removed_does_not_count_as_weight() {
    let bytes = jpeg(&portrait(1000, 1400, 9), 1000, 1400, PHONE).unwrap();
    let comment = [&b"\xff\xfe\xea\x62"[..], &[b'x'; 60_000]].concat();
    let heavy = [&bytes[..2], &comment.repeat(75), &bytes[2..]].concat();
    assert!(heavy.len() as u64 > POLICY.max_bytes);
    let taken = source(&heavy, &POLICY).unwrap();
    assert!(taken.obstacles.is_none(), "{:?}", taken.obstacles);
    assert_eq!(taken.prepared.unwrap().bytes, bytes, "it goes out untouched");
    assert_eq!(taken.facts.refusals[0].code, Code::PhotoTooHeavy, "the file itself may not");
}

#[test]
fn what_does_not_fit_has_nothing_prepared() {
    let bytes = jpeg(&portrait(2100, 2800, 4), 2100, 2800, PHONE).unwrap();
    let taken = source(&bytes, &POLICY).unwrap();
    let codes: Vec<Code> = taken.obstacles.fixables.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::PhotoTooLarge, Code::PhotoWrongShape]);
    assert_eq!((taken.obstacles.refusals, taken.prepared), (vec![], None));
}
