//! Files that were made to do harm, or that only look like pictures: each has its answer, from its
//! structure alone where that can be told.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

#[path = "support/make.rs"]
mod make;

use contract::policy::{PhotoPolicy, Policy};
use contract::problem::Arg;
use contract::{Code, Problem};
use jpeg_encoder::ColorType;
use make::{chunk, icc_segment, segment, with, with_chunks};
use photo::{Facts, inspect, look, strip};

const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;

fn facts(bytes: &[u8]) -> Facts {
    inspect(bytes, &POLICY).expect("a picture")
}

/// The refusal, which is the same whatever is asked about the file.
fn refusal(bytes: &[u8]) -> Problem {
    let problem = inspect(bytes, &POLICY).expect_err("no picture to look at");
    assert_eq!(look(bytes, &POLICY).map(|look| look.facts), Err(problem.clone()));
    problem
}

fn code(bytes: &[u8]) -> Code {
    refusal(bytes).code
}

fn found(bytes: &[u8]) -> Arg {
    let mut problem = refusal(bytes);
    assert_eq!(problem.code, Code::PhotoWrongFormat);
    assert_eq!(strip(bytes, &POLICY), Err(problem.clone()));
    problem.args.remove("found").expect("says what it is")
}

fn progressive(width: u32, height: u32) -> Vec<u8> {
    make::encoded(width, height, ColorType::Rgb, |encoder| encoder.set_progressive(true))
}

/// Where the marker stands for the first time.
fn place(bytes: &[u8], marker: u8) -> usize {
    bytes.windows(2).position(|pair| pair == [0xff, marker]).expect("such a marker")
}

/// The JPEG with another size in its frame.
fn resized(mut jpeg: Vec<u8>, marker: u8, width: u16, height: u16) -> Vec<u8> {
    let at = place(&jpeg, marker) + 5;
    jpeg[at..at + 2].copy_from_slice(&height.to_be_bytes());
    jpeg[at + 2..at + 4].copy_from_slice(&width.to_be_bytes());
    jpeg
}

/// The JPEG with its last scan so many times more.
fn with_scans(jpeg: &[u8], times: usize) -> Vec<u8> {
    let last = jpeg.windows(2).rposition(|pair| pair == [0xff, 0xda]).expect("a scan");
    let end = jpeg.len() - 2;
    [&jpeg[..end], &jpeg[last..end].repeat(times), &jpeg[end..]].concat()
}

/// A PNG of one colour: a few kilobytes, however large it is.
fn flat_png(width: u32, height: u32) -> Vec<u8> {
    let rows = vec![0; (width as usize).div_ceil(8) * height as usize];
    make::png_of((width, height), png::ColorType::Grayscale, png::BitDepth::One, &rows)
}

#[test]
fn sixty_megapixels_of_one_colour_are_a_picture_and_sixty_one_are_not() {
    let large = flat_png(7500, 8000);
    assert!(large.len() < 100_000, "it is small: {}", large.len());
    let facts = facts(&large);
    assert_eq!((facts.width, facts.height, facts.pixels_sha256), (7500, 8000, None));
    let problem = refusal(&flat_png(7625, 8000));
    assert_eq!(problem.code, Code::PhotoTooManyPixels);
    assert_eq!((&problem.args["megapixels"], &problem.args["limit"]), (&61.into(), &60.into()));
}

#[test]
fn packed_metadata_that_would_fill_the_memory_is_not_unpacked() {
    let bomb = make::deflated(&vec![b'0'; 200_000_000]);
    let plain = make::png(40, 56);
    let text = [b"Raw profile type exif\0\0", &bomb[..]].concat();
    let profile = [b"icc\0\0", &bomb[..]].concat();
    let laden = with_chunks(&plain, &[chunk(b"zTXt", &text), chunk(b"iCCP", &profile)]);
    let facts = facts(&laden);
    assert_eq!(facts.profile, None);
    assert_eq!(strip(&laden, &POLICY).expect("a picture").bytes, plain);
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_unreadable() {
    for whole in [make::laden_jpeg(40, 56, 6), progressive(40, 56), make::laden_png(40, 56, 6)] {
        let clean = strip(&whole, &POLICY).expect("a picture").bytes;
        for end in 9..clean.len() {
            assert_eq!(code(&clean[..end]), Code::PhotoUnreadable, "cut at {end}");
        }
    }
}

#[test]
fn a_picture_that_ends_within_its_data_is_unreadable_even_with_an_end_marker() {
    let restarts = make::encoded(400, 560, ColorType::Rgb, |e| e.set_restart_interval(4));
    for whole in [make::jpeg(400, 560), restarts] {
        let start = place(&whole, 0xda) + 14;
        for tenths in 1..10 {
            let cut = start + (whole.len() - start) * tenths / 10;
            let closed = [&whole[..cut], &[0xff, 0xd9]].concat();
            assert_eq!(code(&closed), Code::PhotoUnreadable, "{tenths} tenths");
        }
    }
}

#[test]
fn thousands_of_scans_are_not_decoded() {
    let some = with_scans(&progressive(40, 56), 20);
    assert_eq!((facts(&some).width, facts(&some).height), (40, 56));
    assert_eq!(code(&with_scans(&progressive(40, 56), 64)), Code::PhotoUnreadable);
    assert_eq!(code(&with_scans(&progressive(40, 56), 3000)), Code::PhotoUnreadable);
    // Twenty-odd scans of a few pixels are fine; of sixty megapixels they are not.
    let large = resized(some, 0xc2, 7500, 8000);
    assert_eq!(code(&large), Code::PhotoUnreadable);
    assert_eq!(
        strip(&large, &POLICY).expect_err("told from its structure").code,
        Code::PhotoUnreadable
    );
}

#[test]
fn a_size_that_nothing_stands_behind_is_unreadable() {
    // Told from the structure, before any memory is taken for it.
    for large in [
        resized(make::jpeg(40, 56), 0xc0, 7500, 8000),
        resized(progressive(40, 56), 0xc2, 7500, 8000),
    ] {
        assert_eq!(strip(&large, &POLICY), Err(Code::PhotoUnreadable.into()));
    }
    assert_eq!(code(&resized(make::jpeg(40, 56), 0xc0, 7500, 8000)), Code::PhotoUnreadable);
    assert_eq!(code(&resized(progressive(40, 56), 0xc2, 7500, 8000)), Code::PhotoUnreadable);
    assert_eq!(code(&resized(make::jpeg(40, 56), 0xc0, 40, 0)), Code::PhotoUnreadable, "see DNL");
    assert_eq!(code(&resized(make::jpeg(40, 56), 0xc0, 0, 56)), Code::PhotoUnreadable);
    let too_many = refusal(&resized(make::jpeg(40, 56), 0xc0, 65_535, 65_535));
    assert_eq!(too_many.code, Code::PhotoTooManyPixels);
    for size in [[0, 56], [40, 0]] {
        let mut header = make::png(40, 56)[16..29].to_vec();
        header[..4].copy_from_slice(&u32::to_be_bytes(size[0]));
        header[4..8].copy_from_slice(&u32::to_be_bytes(size[1]));
        let bytes = [&make::png(40, 56)[..8], &chunk(b"IHDR", &header), &make::png(40, 56)[33..]];
        assert_eq!(code(&bytes.concat()), Code::PhotoUnreadable);
    }
}

#[test]
fn colours_for_a_printing_press_are_named() {
    for colour in [ColorType::Cmyk, ColorType::Ycck] {
        assert_eq!(found(&make::encoded(40, 56, colour, |_| {})), "CMYK".into());
    }
}

#[test]
fn jpegs_that_no_viewer_shows_are_named() {
    let plain = make::jpeg(40, 56);
    let frame = place(&plain, 0xc0);
    for coding in [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf] {
        let mut odd = plain.clone();
        odd[frame + 1] = coding;
        assert_eq!(found(&odd), "JPEG".into(), "coding {coding:x}");
    }
    let mut twelve_bits = plain.clone();
    twelve_bits[frame + 4] = 12;
    assert_eq!(found(&twelve_bits), "JPEG".into());
    assert_eq!(
        found(&with(&plain, &[segment(0xde, &[8, 0, 9, 0, 9, 1, 1, 17, 0])])),
        "JPEG".into()
    );
    assert_eq!(found(&with(&plain, &[segment(0xcc, &[0, 16])])), "JPEG".into());
    assert_eq!(found(&with(&plain, &[segment(0xe0, b"AVI1\0\0\0\0")])), "JPEG".into());
}

#[test]
fn segments_that_lead_nowhere_are_unreadable() {
    let plain = make::jpeg(40, 56);
    let at_start = |bytes: &[u8]| [&plain[..20], bytes, &plain[20..]].concat();
    for odd in [
        &b"\xff\xe1\0\0"[..],
        b"\xff\xe1\0\x01",
        b"\xff\xfe\xff\xff",
        b"\xff\xd8",
        b"\xff\xd0",
        b"\xff\x01",
        b"\xff\xf0\0\x02",
        b"\xff\x02\0\x02",
        b"\xff\xdc\0\x04\0\x38",
        b"stray",
        b"\0",
    ] {
        assert_eq!(code(&at_start(odd)), Code::PhotoUnreadable, "{odd:x?}");
    }
    let many: Vec<u8> = segment(0xfe, b"").repeat(5000);
    assert_eq!(code(&at_start(&many)), Code::PhotoUnreadable);
    let frame = place(&plain, 0xc0);
    let twice = [&plain[..frame], &plain[frame..frame + 19], &plain[frame..]].concat();
    assert_eq!(code(&twice), Code::PhotoUnreadable);
    let end = plain.len() - 2;
    let late = [&plain[..end], &segment(0xfe, b"me"), &plain[end..]].concat();
    assert_eq!(code(&late), Code::PhotoUnreadable);
}

#[test]
fn fill_bytes_before_markers_are_allowed() {
    let plain = make::jpeg(40, 56);
    let filled = [&plain[..2], &[0xff; 9], &plain[2..]].concat();
    assert_eq!(facts(&filled).pixels_sha256, facts(&plain).pixels_sha256);
}

#[test]
fn restarts_do_no_harm_and_a_missing_one_is_no_crash() {
    let restarts = make::encoded(400, 560, ColorType::Rgb, |e| e.set_restart_interval(4));
    assert_eq!(facts(&restarts).pixels_sha256, facts(&make::jpeg(400, 560)).pixels_sha256);
    let first = restarts.windows(2).position(|pair| pair == [0xff, 0xd0]).expect("a restart");
    let missing = [&restarts[..first], &restarts[first + 2..]].concat();
    let found = inspect(&missing, &POLICY).map(|facts| facts.pixels_sha256);
    assert_ne!(found, Ok(facts(&restarts).pixels_sha256));
}

#[test]
fn a_row_of_millions_of_pixels_is_not_decoded() {
    let mut header = 20_000_000_u32.to_be_bytes().to_vec();
    header.extend([0, 0, 0, 1, 8, 0, 0, 0, 0]);
    let plain = make::png(40, 56);
    let long = [&plain[..8], &chunk(b"IHDR", &header), &plain[33..]].concat();
    assert_eq!(code(&long), Code::PhotoUnreadable);
}

#[test]
fn every_kind_of_png_is_a_picture() {
    let sizes = [
        (png::ColorType::Grayscale, png::BitDepth::One, 5),
        (png::ColorType::Grayscale, png::BitDepth::Four, 20),
        (png::ColorType::Grayscale, png::BitDepth::Sixteen, 80),
        (png::ColorType::GrayscaleAlpha, png::BitDepth::Eight, 80),
        (png::ColorType::Rgb, png::BitDepth::Sixteen, 240),
        (png::ColorType::Rgba, png::BitDepth::Sixteen, 320),
    ];
    for (colour, depth, row) in sizes {
        let facts = facts(&make::png_of((40, 56), colour, depth, &vec![77; row * 56]));
        assert_eq!((facts.width, facts.height), (40, 56), "{colour:?} {depth:?}");
    }
    assert_eq!(facts(&make::interlaced_png()).width, 8);
}

#[test]
fn pngs_with_parts_that_do_not_fit_are_unreadable() {
    let plain = make::png(40, 56);
    let header = |at: usize, value: u8| {
        let mut header = plain[16..29].to_vec();
        header[at] = value;
        [&plain[..8], &chunk(b"IHDR", &header), &plain[33..]].concat()
    };
    for (at, value) in [(8, 3), (8, 0), (9, 1), (9, 5), (9, 3), (10, 1), (11, 1), (12, 2)] {
        assert_eq!(code(&header(at, value)), Code::PhotoUnreadable, "byte {at} is {value}");
    }
    let mut wrong_sum = plain.clone();
    wrong_sum[30] ^= 1;
    assert_eq!(code(&wrong_sum), Code::PhotoUnreadable);
    assert_eq!(code(&with_chunks(&plain, &[chunk(b"ABCD", b"")])), Code::PhotoUnreadable);
    assert_eq!(
        code(&with_chunks(&plain, &[chunk(b"IHDR", &plain[16..29])])),
        Code::PhotoUnreadable
    );
    assert_eq!(code(&with_chunks(&plain, &[chunk(b"IEND", b"")])), Code::PhotoUnreadable);
    let many = chunk(b"teXt", b"").repeat(70_000);
    assert_eq!(code(&with_chunks(&plain, &[many])), Code::PhotoUnreadable);
    let long = [&plain[..33], &u32::MAX.to_be_bytes(), b"IDAT", &plain[41..]].concat();
    assert_eq!(code(&long), Code::PhotoUnreadable);
}

#[test]
fn a_profile_in_the_most_parts_there_can_be_is_read_and_one_more_is_not() {
    let icc = [make::profile("long"), vec![0; 400]].concat();
    let mut icc = icc;
    let length = u32::try_from(icc.len()).expect("short").to_be_bytes();
    icc[..4].copy_from_slice(&length);
    let parts = |most: usize| -> Vec<Vec<u8>> {
        let size = icc.len().div_ceil(most);
        let mut parts: Vec<Vec<u8>> = (1..=most)
            .map(|n| {
                let data = icc.chunks(size).nth(n - 1).unwrap_or_default();
                icc_segment(n as u8, most as u8, data)
            })
            .collect();
        parts.reverse();
        parts
    };
    let plain = make::jpeg(40, 56);
    assert_eq!(facts(&with(&plain, &parts(255))).profile.as_deref(), Some("long"));
    assert_eq!(facts(&with(&plain, &parts(256))).profile, None);
}

#[test]
fn other_things_are_named_whatever_they_are_called() {
    let sized = |start: &[u8]| [start, &[0; 64]].concat();
    for (start, name) in [
        (&b"GIF89a"[..], "GIF"),
        (b"BM\x36\0", "BMP"),
        (b"II\x2a\0\x08\0\0\0", "TIFF"),
        (b"MM\0\x2a\0\0\0\x08", "TIFF"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypmif1", "HEIC"),
        (b"\0\0\0\x1cftypavif", "AVIF"),
        (b"\0\0\0\x18ftypisom", "MP4"),
        (b"PK\x03\x04", "other"),
    ] {
        assert_eq!(found(&sized(start)), name.into());
    }
    for (text, name) in [
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("\u{feff}<?xml version='1.0'?>\n<!-- me -->\n<svg width='9'/>", "SVG"),
        ("<html><body>me</body></html>", "text"),
        ("Dear officer", "text"),
    ] {
        assert_eq!(found(text.as_bytes()), name.into(), "{text}");
    }
    assert_eq!(code(b""), Code::PhotoEmpty);
    assert_eq!(code(b"\xff\xd8\xff"), Code::PhotoUnreadable);
    assert_eq!(code(b"\x89PNG\r\n\x1a\n"), Code::PhotoUnreadable);
}

#[test]
fn forty_megabytes_are_looked_at_and_more_are_not() {
    let full = |bytes: usize| {
        let mut file = make::jpeg(40, 56);
        file.resize(bytes, 0);
        file
    };
    assert_eq!(facts(&full(40 * 1024 * 1024)).bytes, 40 * 1024 * 1024);
    assert_eq!(code(&full(40 * 1024 * 1024 + 1)), Code::PhotoTooHeavy);
}

#[test]
fn no_change_of_one_byte_does_harm() {
    for whole in [make::laden_jpeg(24, 24, 6), progressive(24, 24), make::laden_png(24, 24, 6)] {
        for at in 0..whole.len().min(7000) {
            for value in [0xff, whole[at] ^ 0x11] {
                let mut changed = whole.clone();
                changed[at] = value;
                let looked = inspect(&changed, &POLICY);
                if let (Ok(facts), Ok(stripped)) = (looked, strip(&changed, &POLICY)) {
                    let after = inspect(&stripped.bytes, &POLICY).expect("still a picture");
                    assert_eq!(facts.pixels_sha256, after.pixels_sha256, "byte {at} is {value}");
                }
            }
        }
    }
}
