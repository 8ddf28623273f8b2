//! What is stripped is the same picture, byte for byte where it is compressed, and gives nobody
//! away.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

#[expect(dead_code, reason = "each test file uses what it needs")]
#[path = "support/make.rs"]
mod make;

use contract::policy::{PhotoPolicy, Policy};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use make::{SECRET, chunk, icc_segment, segment, with, with_chunks};
use photo::{Facts, Stripped, inspect, strip};
use proptest::prelude::*;

const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;

fn facts(bytes: &[u8]) -> Facts {
    inspect(bytes, &POLICY).expect("a picture")
}

/// Strips and checks what holds for every file: same pixels, same way up, same colours; nothing
/// left; a second time changes nothing.
fn stripped(bytes: &[u8]) -> Stripped {
    let stripped = strip(bytes, &POLICY).expect("a picture");
    let (before, after) = (facts(bytes), facts(&stripped.bytes));
    assert_eq!(before.tags, stripped.removed, "what is announced is what is removed");
    assert_eq!(after.tags, []);
    assert!(before.pixels_sha256.is_some());
    assert_eq!(
        (before.width, before.height, before.pixels_sha256, before.profile),
        (after.width, after.height, after.pixels_sha256, after.profile)
    );
    let again = strip(&stripped.bytes, &POLICY).expect("a picture");
    assert_eq!(again.bytes, stripped.bytes);
    assert_eq!(again.removed, []);
    stripped
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

/// The compressed data of a JPEG, with the tables before it.
fn picture_of(jpeg: &[u8]) -> &[u8] {
    let start = jpeg.windows(2).position(|pair| pair == [0xff, 0xdb]).expect("tables");
    let end = jpeg[start..].windows(2).position(|pair| pair == [0xff, 0xd9]).expect("an end");
    &jpeg[start..start + end + 2]
}

#[test]
fn nothing_of_a_secret_is_left_in_a_jpeg() {
    for orientation in 1..=8 {
        let laden = make::laden_jpeg(40, 56, orientation);
        assert!(holds(&laden, SECRET));
        let stripped = stripped(&laden);
        for part in SECRET.windows(4) {
            assert!(!holds(&stripped.bytes, part), "{part:?} is left");
        }
        for name in [&b"Exif"[..], b"http", b"Photoshop", b"MPF", b"JFXX", b"Ducky", b"jumb"] {
            let own_exif = name == b"Exif" && orientation != 1;
            assert_eq!(holds(&stripped.bytes, name), own_exif, "{name:?} for {orientation}");
        }
        assert!(holds(&stripped.bytes, b"ICC_PROFILE") && holds(&stripped.bytes, b"Adobe"));
        assert_eq!(picture_of(&stripped.bytes), picture_of(&make::jpeg(40, 56)));
        assert!(stripped.bytes.ends_with(&[0xff, 0xd9]), "nothing behind the picture");
    }
}

#[test]
fn nothing_of_a_secret_is_left_in_a_png() {
    for orientation in 1..=8 {
        let stripped = stripped(&make::laden_png(40, 56, orientation));
        for part in SECRET.windows(4) {
            assert!(!holds(&stripped.bytes, part), "{part:?} is left");
        }
        for kept in [b"gAMA", b"iCCP", b"pHYs", b"IDAT"] {
            assert!(holds(&stripped.bytes, kept), "{kept:?} is kept");
        }
        assert_eq!(holds(&stripped.bytes, b"eXIf"), orientation != 1);
        for gone in [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"sPLT", b"vpAg", b"caBX"] {
            assert!(!holds(&stripped.bytes, gone), "{gone:?} is gone");
        }
        assert!(stripped.bytes.ends_with(&chunk(b"IEND", b"")), "nothing behind the picture");
    }
}

#[test]
fn a_file_that_holds_nothing_goes_out_untouched() {
    for plain in [make::jpeg(40, 56), make::png(40, 56)] {
        let stripped = stripped(&plain);
        assert_eq!(stripped.bytes, plain);
        assert_eq!(stripped.removed, []);
    }
}

#[test]
fn a_sound_profile_is_kept_in_all_its_parts_and_an_unsound_one_goes() {
    let plain = make::jpeg(40, 56);
    let icc = make::profile("Adobe RGB (1998)");
    let (one, two) = icc.split_at(70);
    let whole = with(&plain, &[icc_segment(2, 2, two), icc_segment(1, 2, one)]);
    assert_eq!(stripped(&whole).bytes, whole);
    assert_eq!(facts(&whole).profile.as_deref(), Some("Adobe RGB (1998)"));
    for parts in [
        vec![icc_segment(1, 2, one)],
        vec![icc_segment(1, 2, one), icc_segment(1, 2, two)],
        vec![icc_segment(0, 1, &icc)],
        vec![icc_segment(1, 1, &icc), icc_segment(1, 1, &icc)],
        vec![icc_segment(1, 1, &icc[..100])],
        vec![icc_segment(1, 1, SECRET)],
    ] {
        let odd = with(&plain, &parts);
        assert_eq!(facts(&odd).profile, None);
        assert_eq!(stripped(&odd).bytes, plain);
    }
}

#[test]
fn bytes_behind_a_packed_profile_and_its_name_go_and_the_profile_stays() {
    let packed = make::deflated(&make::profile("Display P3"));
    let plain = make::png(40, 56);
    let kept = with_chunks(&plain, &[chunk(b"iCCP", &[b"icc\0\0", &packed[..]].concat())]);
    assert_eq!(stripped(&kept).bytes, kept, "a profile with nothing about it stays as it is");
    for (name, behind) in [(&b"icc"[..], SECRET), (SECRET, b"")] {
        let body = [name, b"\0\0", &packed[..], behind].concat();
        let bare = stripped(&with_chunks(&plain, &[chunk(b"iCCP", &body)])).bytes;
        assert!(!holds(&bare, SECRET));
        assert_eq!(facts(&bare).profile.as_deref(), Some("Display P3"));
        assert_eq!(stripped(&bare).bytes, bare);
    }
}

#[test]
fn what_a_display_says_of_itself_in_its_profile_goes_and_its_colours_stay() {
    let whole = make::profile_with("Mei-4711-Secret", &[(b"wtpt", &[7; 20]), (b"mmod", SECRET)]);
    let plain = make::jpeg(40, 56);
    let picture = with(&plain, &[icc_segment(1, 1, &whole)]);
    let bare = strip(&picture, &Policy::PROGRAMME.photo).expect("a picture");
    assert!(!holds(&bare.bytes, SECRET) && !holds(&bare.bytes, b"mmod"));
    assert!(holds(&bare.bytes, &[7; 20]), "the white stays");
    let names: Vec<&str> = bare.removed.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["ICC:mmod", "ICC_PROFILE"]);
    assert_eq!(facts(&bare.bytes).profile.as_deref(), Some("colours"));
    assert_eq!(stripped(&bare.bytes).removed, []);
    assert_eq!(facts(&bare.bytes).pixels_sha256, facts(&plain).pixels_sha256);
}

#[test]
fn of_an_animation_the_still_picture_stays() {
    let plain = make::png(40, 56);
    let frame = |number: u8| {
        [&[0, 0, 0, number][..], &[0, 0, 0, 40, 0, 0, 0, 56], &[0; 8], &[0, 1, 0, 9, 0, 0]].concat()
    };
    let picture = make::deflated(&[0; (40 * 3 + 1) * 56]);
    let animated = with_chunks(
        &plain,
        &[chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]), chunk(b"fcTL", &frame(0))],
    );
    let end = animated.len() - 12;
    let more = [chunk(b"fcTL", &frame(1)), chunk(b"fdAT", &[&[0, 0, 0, 2], &picture[..]].concat())];
    let animated = [&animated[..end], &more.concat(), &animated[end..]].concat();
    let stripped = stripped(&animated);
    assert_eq!(stripped.bytes, plain);
    assert_eq!(photo::kinds(&stripped.removed), [contract::picked::Removable::Enclosed]);
}

#[test]
fn chunks_of_the_wrong_length_or_with_a_wrong_sum_go() {
    let plain = make::png(40, 56);
    let mut broken = chunk(b"gAMA", &[0, 0, 1, 2]);
    broken[9] ^= 1;
    for odd in [broken, chunk(b"pHYs", SECRET), chunk(b"sRGB", SECRET), chunk(b"gAMA", SECRET)] {
        assert_eq!(strip(&with_chunks(&plain, &[odd]), &POLICY).expect("a picture").bytes, plain);
    }
    let twice = with_chunks(&plain, &[chunk(b"sRGB", &[0]), chunk(b"sRGB", &[1])]);
    let once = with_chunks(&plain, &[chunk(b"sRGB", &[0])]);
    assert_eq!(strip(&twice, &POLICY).expect("a picture").bytes, once);
}

#[test]
fn the_orientation_is_the_first_one_that_is_given() {
    let exif = |orientation| segment(0xe1, &[b"Exif\0\0", &make::exif(orientation)[..]].concat());
    let twice = with(&make::jpeg(40, 56), &[exif(6), exif(3)]);
    assert_eq!((facts(&twice).width, facts(&twice).height), (56, 40));
    stripped(&twice);
    let first_is_none = with(&make::jpeg(40, 56), &[exif(0), exif(6)]);
    assert_eq!((facts(&first_is_none).width, facts(&first_is_none).height), (40, 56));
    stripped(&first_is_none);
}

/// A JPEG of any kind with any of what is put into one.
fn any_jpeg() -> impl Strategy<Value = Vec<u8>> {
    let kinds = (0..4_u8, any::<bool>(), 0..3_u16, 1..60_u32, 1..60_u32);
    let extras = prop::collection::vec((0xe0..=0xef_u8, any::<Vec<u8>>(), 0..6_u8), 0..6);
    (kinds, extras, any::<Vec<u8>>()).prop_map(
        |((kind, progressive, restart, w, h), extras, behind)| {
            let colour = if kind == 0 { ColorType::Luma } else { ColorType::Rgb };
            let set = |encoder: &mut Encoder<&mut Vec<u8>>| {
                encoder.set_progressive(progressive);
                encoder.set_restart_interval(restart);
                if kind == 2 {
                    encoder.set_sampling_factor(SamplingFactor::F_2_2);
                }
            };
            let segments: Vec<Vec<u8>> = extras
                .into_iter()
                .map(|(marker, body, known)| match known {
                    0 => segment(
                        0xe1,
                        &[b"Exif\0\0", &make::exif(u16::from(marker) % 9)[..]].concat(),
                    ),
                    1 => segment(0xe1, &[b"Exif\0\0", &body[..]].concat()),
                    2 => segment(0xed, &[b"Photoshop 3.0\0", &body[..]].concat()),
                    3 => segment(0xfe, &body),
                    4 => icc_segment(1, 1, &make::profile("some")),
                    // Adobe's note says how colours are stored: any bytes there are another picture.
                    _ if marker == 0xee => segment(0xef, &body),
                    _ => segment(marker, &body),
                })
                .collect();
            [with(&make::encoded(w, h, colour, set), &segments), behind].concat()
        },
    )
}

/// A PNG with any chunks that nothing depends on.
fn any_png() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        *b"tEXt", *b"zTXt", *b"iTXt", *b"eXIf", *b"tIME", *b"iCCP", *b"prVt", *b"vpAg", *b"zzZz",
    ]);
    let extras = prop::collection::vec((known, any::<Vec<u8>>()), 0..6);
    ((1..60_u32, 1..60_u32), extras, any::<Vec<u8>>()).prop_map(|((w, h), extras, behind)| {
        let chunks: Vec<Vec<u8>> = extras.iter().map(|(kind, body)| chunk(kind, body)).collect();
        [with_chunks(&make::png(w, h), &chunks), behind].concat()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_put_into_a_jpeg_the_picture_is_the_same_without(jpeg in any_jpeg()) {
        prop_assert!(inspect(&jpeg, &POLICY).is_ok());
        stripped(&jpeg);
    }

    #[test]
    fn whatever_is_put_into_a_png_the_picture_is_the_same_without(png in any_png()) {
        prop_assert!(inspect(&png, &POLICY).is_ok());
        stripped(&png);
    }
}
