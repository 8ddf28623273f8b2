//! What must hold for any bytes at all, one function for each target. The same functions are run on
//! the corpus by the crate's own tests, with the ordinary compiler. Limits are those under which
//! hostile files are tried quickly; check sums are mended, since nothing behind the first damaged
//! chunk would ever be reached otherwise.

use contract::crop::{Crop, Ground};
use contract::examination::{Framing, Mark};
use contract::policy::{PhotoPolicy, Policy};
use photo::{Options, Stopped};
use std::ops::ControlFlow::Continue;

/// The programme's limits, but for pictures of the size that can be tried thousands of times a
/// minute: at most 100,000 pixels, and photos from 10 by 14 pixels on.
const POLICY: PhotoPolicy = PhotoPolicy {
    min_width: 10,
    min_height: 14,
    max_width: 40,
    max_height: 56,
    source_max_pixels: 100_000,
    // A picture of few pixels is out of shape by a pixel's rounding.
    shape_tolerance: 0.06,
    ..Policy::PROGRAMME.photo
};

/// The same, with a fingerprint of every picture, by which they are compared.
const COMPARED: PhotoPolicy = PhotoPolicy { max_width: 4000, max_height: 4000, ..POLICY };

const JPEG: &[u8] = include_bytes!("../seed/small.jpg");
const PNG: &[u8] = include_bytes!("../seed/small.png");

/// The same bytes; in a PNG with every chunk's check sum right.
fn mended(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return bytes;
    }
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let end = at.saturating_add(8).saturating_add(length);
        if end.saturating_add(4) > bytes.len() {
            break;
        }
        let sum = crc32fast::hash(&bytes[at + 4..end]);
        bytes[end..end + 4].copy_from_slice(&sum.to_be_bytes());
        at = end + 4;
    }
    bytes
}

/// Any bytes are looked at: an answer, never a panic, and the answer of both ways is the same.
pub fn decode(bytes: &[u8]) {
    let bytes = mended(bytes);
    let facts = photo::inspect(&bytes, &POLICY);
    match (photo::look(&bytes, &POLICY), facts) {
        (Ok(look), Ok(facts)) => {
            assert_eq!(look.facts, facts);
            let preview = photo::inspect(&look.preview, &POLICY).expect("a preview is a picture");
            assert!(preview.tags.is_empty());
        }
        (Err(one), Err(other)) => assert_eq!(one, other),
        (look, facts) => panic!("{look:?} and {facts:?}", look = look.is_ok()),
    }
}

/// Whatever is stripped shows the same picture, holds nothing more to strip, and stays as it is.
pub fn strip(bytes: &[u8]) {
    let bytes = mended(bytes);
    let before = photo::inspect(&bytes, &COMPARED);
    let Ok(stripped) = photo::strip(&bytes, &COMPARED) else {
        assert!(before.is_err(), "what can be looked at can be stripped");
        return;
    };
    let again = photo::strip(&stripped.bytes, &COMPARED).expect("a stripped file is a picture");
    assert_eq!(again.removed, []);
    assert_eq!(again.bytes, stripped.bytes);
    assert_eq!(stripped.removed.is_empty(), stripped.bytes == bytes);
    if let Ok(before) = before {
        let after = photo::inspect(&stripped.bytes, &COMPARED).expect("still a picture");
        assert_eq!(before.tags, stripped.removed);
        assert_eq!(after.tags, []);
        // What is left of a profile with its maker's own tags no longer says what it was called.
        assert_eq!(
            (before.width, before.height, before.pixels_sha256, before.profile.is_some()),
            (after.width, after.height, after.pixels_sha256, after.profile.is_some())
        );
    }
}

/// Any bytes as what cameras and programs put beside a picture: named within bounds, and gone
/// afterwards.
pub fn metadata(bytes: &[u8]) {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let file = match choice % 16 {
        0..=3 => segment(0xe1, b"Exif\0\0", bytes),
        4 => segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0", bytes),
        5 => segment(0xe2, b"ICC_PROFILE\0\x01\x01", bytes),
        6 => segment(0xed, b"Photoshop 3.0\0", bytes),
        7 => segment(0xe0 + bytes.first().unwrap_or(&0) % 16, b"", bytes),
        8 => chunk(b"eXIf", b"", bytes),
        9 => chunk(b"iCCP", b"name\0\0", bytes),
        10 => chunk(b"zTXt", b"", bytes),
        11 => chunk(b"iTXt", b"XML:com.adobe.xmp\0", bytes),
        12 => chunk(b"tEXt", b"Raw profile type exif\0", bytes),
        13 => chunk(b"tEXt", b"", bytes),
        14 => [JPEG, bytes].concat(),
        _ => [PNG, bytes].concat(),
    };
    let Ok(stripped) = photo::strip(&file, &POLICY) else { return };
    assert!(stripped.removed.len() <= 512 + 11);
    for tag in &stripped.removed {
        assert!(tag.name.chars().count() <= 96 && !tag.name.chars().any(char::is_control));
    }
    let again = photo::strip(&stripped.bytes, &POLICY).expect("a stripped file is a picture");
    assert_eq!(again.removed, []);
    assert_eq!(again.bytes, stripped.bytes);
    assert_eq!(stripped.removed.is_empty(), stripped.bytes == file);
    let facts = photo::inspect(&stripped.bytes, &POLICY).expect("the picture was not touched");
    assert_eq!(facts.tags, []);
}

/// Any part of any picture: a photo within every limit, or a refusal.
pub fn frame(bytes: &[u8]) {
    let Some((numbers, bytes)) = bytes.split_first_chunk::<8>() else { return };
    let short = |at: usize| u16::from_be_bytes([numbers[at], numbers[at + 1]]);
    let signed = |at: usize| i32::from(short(at).cast_signed()) / 64;
    let unsigned = |at: usize| u32::from(short(at) % 512);
    let crop = Crop { x: signed(0), y: signed(2), width: unsigned(4), height: unsigned(6) };
    let bytes = mended(bytes);
    let Ok(framed) = photo::frame(&bytes, crop, &POLICY) else { return };
    let facts = photo::inspect(&framed.bytes, &POLICY).expect("a framed photo is a picture");
    assert_eq!(facts.refusals, []);
    assert_eq!(facts.tags, []);
    assert_eq!((facts.width, facts.height), (framed.width, framed.height));
    assert!((90..=100).contains(&framed.quality));
}

/// Any bytes are examined or refused as they are elsewhere; whatever is told of them is numbers, in
/// order, and lies where it says.
pub fn examine(bytes: &[u8]) {
    let bytes = mended(bytes);
    let origin = photo::origin(&bytes);
    let options = Options { origin: Some(&origin), ..Options::new(&POLICY) };
    let seen = match photo::examine(&bytes, options, |_| Continue(())) {
        Ok(seen) => seen,
        Err(Stopped::Cancelled) => panic!("nobody cancelled"),
        Err(Stopped::Refused(problem)) => {
            assert_eq!(photo::inspect(&bytes, &POLICY).err(), Some(problem));
            return;
        }
    };
    assert!(seen.measures.values().all(|value| value.is_finite()));
    let order: Vec<_> = seen.findings.iter().map(|one| (one.severity, one.code)).collect();
    assert!(order.is_sorted());
    for (at, finding) in seen.findings.iter().enumerate() {
        assert!(seen.findings[..at].iter().all(|other| other.code != finding.code));
        assert!(finding.measured.is_none_or(f64::is_finite));
        let numbers = finding.region.iter().flat_map(|mark| match mark {
            Mark::Box(numbers) | Mark::Line(numbers) => numbers.to_vec(),
            Mark::Outline(places) => places.concat(),
        });
        assert!(numbers.into_iter().all(f64::is_finite));
    }
    if let Some(Framing::Fits { crop }) = seen.framing {
        let ground = Ground { width: seen.width, height: seen.height, policy: &POLICY };
        assert!(ground.missing(crop).is_nothing());
    }
}

/// A JPEG with these bytes in a segment.
fn segment(marker: u8, start: &[u8], bytes: &[u8]) -> Vec<u8> {
    let body = &bytes[..bytes.len().min(65_000)];
    let length = u16::try_from(start.len() + body.len() + 2).expect("short enough").to_be_bytes();
    [&JPEG[..2], &[0xff, marker], &length, start, body, &JPEG[2..]].concat()
}

/// A PNG with these bytes in a chunk.
fn chunk(kind: &[u8; 4], start: &[u8], bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(start.len() + bytes.len()).expect("short enough").to_be_bytes();
    let chunk = [&length, &kind[..], start, bytes, b"sum?"].concat();
    mended(&[&PNG[..33], &chunk, &PNG[33..]].concat())
}
