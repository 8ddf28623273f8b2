//! What fuzzing began with and what it found, tried again with the ordinary compiler.

#![expect(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[expect(unreachable_pub, reason = "the fuzz targets call it too")]
#[path = "../fuzz/src/lib.rs"]
mod checks;
#[expect(dead_code, reason = "each test file uses what it needs")]
#[path = "support/make.rs"]
mod make;

use jpeg_encoder::{ColorType, SamplingFactor};
use std::fs;
use std::path::{Path, PathBuf};

fn folder(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(of)
}

fn replay(target: &str, check: fn(&[u8])) {
    let files: Vec<PathBuf> = fs::read_dir(folder("corpus").join(target))
        .expect("a corpus")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    assert!(files.len() >= 5, "the corpus of {target} is there");
    for file in files {
        check(&fs::read(&file).expect("readable"));
    }
}

#[test]
fn every_known_hostile_file_is_answered() {
    replay("decode", checks::decode);
}

#[test]
fn every_known_odd_metadata_is_named_and_removed() {
    replay("metadata", checks::metadata);
}

#[test]
fn every_known_odd_file_is_the_same_picture_when_stripped() {
    replay("strip", checks::strip);
}

#[test]
fn every_known_odd_file_is_framed_or_refused() {
    replay("frame", checks::frame);
}

#[test]
fn every_known_odd_file_is_examined_or_refused() {
    replay("examine", checks::examine);
}

/// Small portraits in which the face is found, good and odd, so that every check has work.
fn people() -> Vec<(&'static str, Vec<u8>)> {
    use portrait::{Cover, Glasses, Light};
    let of = portrait::Portrait::default;
    let light = |stops| Light { stops, ..Light::default() };
    [
        ("good.jpg", of()),
        ("near.jpg", portrait::Portrait { head_height: 0.9, ..of() }),
        ("aside.jpg", portrait::Portrait { centre_dx: 0.3, roll: 12.0, yaw: 15.0, ..of() }),
        ("dark.jpg", portrait::Portrait { light: light(-2.0), ..of() }),
        ("bright.jpg", portrait::Portrait { light: light(1.5), ..of() }),
        ("glasses.jpg", portrait::Portrait { glasses: Some(Glasses::default()), ..of() }),
        ("mask.jpg", portrait::Portrait { cover: Some(Cover::Mask), ..of() }),
    ]
    .into_iter()
    .map(|(name, own)| {
        let drawn = portrait::render(&own, 250, 350);
        let mut bytes = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
        encoder.encode(&drawn.rgb, 250, 350, ColorType::Rgb).expect("encoded");
        (name, bytes)
    })
    .collect()
}

/// Pictures of every kind, as small as they show what they are.
fn pictures() -> Vec<(&'static str, Vec<u8>)> {
    let of = |colour, set: fn(&mut jpeg_encoder::Encoder<&mut Vec<u8>>)| {
        make::encoded(40, 56, colour, set)
    };
    let rows = |bytes: usize| -> Vec<u8> { (0..56 * bytes).map(|i| (i * 7) as u8).collect() };
    let png = |colour, depth, bytes| make::png_of((40, 56), colour, depth, &rows(bytes));
    let animated = [
        make::chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]),
        make::chunk(b"fcTL", &[&[0; 7][..], &[40, 0, 0, 0, 56], &[0; 14]].concat()),
    ];
    let palette = make::with_chunks(
        &png(png::ColorType::Grayscale, png::BitDepth::Eight, 40),
        &[make::chunk(b"tRNS", &[0, 9])],
    );
    vec![
        ("laden.jpg", make::laden_jpeg(40, 56, 6)),
        ("progressive.jpg", of(ColorType::Rgb, |e| e.set_progressive(true))),
        ("grey.jpg", of(ColorType::Luma, |_| {})),
        ("cmyk.jpg", of(ColorType::Cmyk, |_| {})),
        ("restarts.jpg", of(ColorType::Rgb, |e| e.set_restart_interval(2))),
        ("halved.jpg", of(ColorType::Rgb, |e| e.set_sampling_factor(SamplingFactor::F_2_2))),
        ("laden.png", make::laden_png(40, 56, 5)),
        ("sixteen.png", png(png::ColorType::Rgba, png::BitDepth::Sixteen, 320)),
        ("bits.png", png(png::ColorType::Grayscale, png::BitDepth::One, 5)),
        ("clear.png", palette),
        ("animated.png", make::with_chunks(&make::png(40, 56), &animated)),
        ("interlaced.png", make::interlaced_png()),
    ]
}

/// Writes the files that fuzzing begins with. They are kept; this is how they were made.
#[test]
#[ignore = "writes into the sources"]
fn write_the_seeds() {
    let write = |at: &Path, name: &str, bytes: &[u8]| {
        fs::create_dir_all(at).expect("a folder");
        fs::write(at.join(name), bytes).expect("written");
    };
    write(&folder("seed"), "small.jpg", &make::jpeg(16, 16));
    write(&folder("seed"), "small.png", &make::png(16, 16));
    for (name, bytes) in pictures() {
        write(&folder("corpus/decode"), name, &bytes);
        write(&folder("corpus/strip"), name, &bytes);
        let crop = [0, 0, 0, 0, 0, 20, 0, 28];
        write(&folder("corpus/frame"), name, &[&crop, &bytes[..]].concat());
    }
    for (name, bytes) in people().into_iter().chain(pictures()) {
        write(&folder("corpus/examine"), name, &bytes);
    }
    let icc = make::profile("Display P3");
    for (choice, name, bytes) in [
        (0, "exif", make::exif(6)),
        (4, "xmp", make::xmp()),
        (5, "icc", icc.clone()),
        (6, "photoshop", make::photoshop()[14..].to_vec()),
        (7, "comment", vec![9, 9, 9]),
        (8, "exif-chunk", make::exif(3)),
        (9, "icc-chunk", make::deflated(&icc)),
        (10, "packed-text", [b"Author\0\0", &make::deflated(b"me")[..]].concat()),
        (11, "xmp-chunk", [b"\0\0\0\0", &make::xmp()[..]].concat()),
        (12, "raw-profile", b"\nexif\n 8\n4d4d002a00000008\n".to_vec()),
        (14, "behind", make::jpeg(8, 8)),
        (15, "behind-png", b"MotionPhoto_Data".to_vec()),
    ] {
        write(&folder("corpus/metadata"), name, &[&[choice], &bytes[..]].concat());
    }
}
