//! What is said of files as people have them: good ones, damaged ones, other things renamed.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use contract::photo::PictureFormat;
use contract::policy::Policy;
use contract::{Code, Problem};
use image::{ImageBuffer, Rgb, RgbImage, codecs::jpeg::JpegEncoder};
use photo::{Facts, inspect};

fn look(bytes: &[u8]) -> Result<Facts, Problem> {
    inspect(bytes, &Policy::PROGRAMME.photo)
}

fn shaded(width: u32, height: u32) -> RgbImage {
    ImageBuffer::from_fn(width, height, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, 200]))
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(picture).expect("encodes");
    bytes
}

fn png(width: u32, height: u32, colour: png::ColorType, rows: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(rows).expect("pixels");
    writer.finish().expect("an end");
    bytes
}

/// The bytes of a JPEG with an EXIF orientation put behind its first marker.
fn turned(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif =
        b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    [&jpeg[..2], &exif, &jpeg[2..]].concat()
}

fn code(bytes: &[u8]) -> Code {
    look(bytes).expect_err("not a picture to look at").code
}

#[test]
fn a_picture_that_fits_has_its_facts_and_no_refusal() {
    let facts = look(&jpeg(&shaded(1000, 1400))).expect("a picture");
    assert_eq!((facts.format, facts.width, facts.height), (PictureFormat::Jpeg, 1000, 1400));
    assert_eq!(facts.refusals, []);
    assert!(facts.pixels_sha256.is_some());
}

#[test]
fn the_same_pixels_in_another_file_are_the_same_picture() {
    let picture = shaded(715, 1000);
    let plain = png(715, 1000, png::ColorType::Rgb, &picture);
    let with_alpha: Vec<u8> =
        picture.pixels().flat_map(|p| [p.0[0], p.0[1], p.0[2], 255]).collect();
    let with_alpha = png(715, 1000, png::ColorType::Rgba, &with_alpha);
    let one = look(&plain).expect("a picture").pixels_sha256;
    assert_eq!(one, look(&with_alpha).expect("a picture").pixels_sha256);
    let mut other = picture;
    other.put_pixel(3, 3, Rgb([1, 2, 3]));
    assert_ne!(
        one,
        look(&png(715, 1000, png::ColorType::Rgb, &other)).expect("a picture").pixels_sha256
    );
}

#[test]
fn a_camera_held_sideways_counts_as_seen() {
    let stored = jpeg(&shaded(1400, 1000));
    assert_eq!(look(&stored).expect("a picture").refusals[0].code, Code::PhotoWrongShape);
    let facts = look(&turned(&stored, 6)).expect("a picture");
    assert_eq!((facts.width, facts.height, facts.refusals), (1000, 1400, vec![]));
}

#[test]
fn a_phone_picture_is_readable_but_too_large_and_of_another_shape() {
    let facts = look(&jpeg(&shaded(3024, 4032))).expect("a picture");
    let codes: Vec<Code> = facts.refusals.iter().map(|refusal| refusal.code).collect();
    assert_eq!(codes, [Code::PhotoTooLarge, Code::PhotoWrongShape]);
    assert_eq!(facts.pixels_sha256, None, "it cannot be one that was sent");
}

#[test]
fn what_is_no_picture_is_named() {
    let found = |bytes: &[u8]| look(bytes).expect_err("no picture").args.remove("found");
    assert_eq!(code(b""), Code::PhotoEmpty);
    assert_eq!(found(b"Dear officer,\nhere is my photo"), Some("text".into()));
    assert_eq!(found(b"%PDF-1.7\n"), Some("PDF".into()));
    assert_eq!(found(b"\0\0\0\x18ftypheic\0\0\0\0"), Some("HEIC".into()));
    assert_eq!(found(b"RIFF\x10\0\0\0WEBPVP8 "), Some("WebP".into()));
    assert_eq!(code(&vec![0; 41 * 1024 * 1024]), Code::PhotoTooHeavy);
}

#[test]
fn a_hundred_megapixels_are_refused_from_the_header_alone() {
    // A PNG header that announces 10,000 by 10,000 pixels, and nothing behind it.
    let whole = png(1, 1, png::ColorType::Rgb, &[0, 0, 0]);
    let mut header = whole[..33].to_vec();
    header[16..20].copy_from_slice(&10_000_u32.to_be_bytes());
    header[20..24].copy_from_slice(&10_000_u32.to_be_bytes());
    let crc = crc32(&header[12..29]);
    header[29..33].copy_from_slice(&crc.to_be_bytes());
    let bytes = [&header, &whole[33..]].concat();
    let problem = look(&bytes).expect_err("too many pixels");
    assert_eq!(problem.code, Code::PhotoTooManyPixels);
    assert_eq!(problem.args["megapixels"], 100.into());
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
        })
    })
}

#[test]
fn damage_anywhere_never_panics_and_truncation_is_found() {
    let jpeg = jpeg(&shaded(720, 1008));
    let png = png(720, 1008, png::ColorType::Rgb, &shaded(720, 1008));
    for whole in [&jpeg, &png] {
        for part in [10, 20, 60, 200, whole.len() / 2] {
            assert_eq!(code(&whole[..part]), Code::PhotoUnreadable, "cut at {part}");
        }
        for at in (2..whole.len().min(2000)).step_by(7) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x5a;
            let _ = look(&damaged);
        }
    }
}
