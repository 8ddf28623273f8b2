//! What framing makes of the pictures that people have: the part that they chose, upright, in sRGB,
//! within every limit; and what it says where that cannot be.

#![expect(clippy::unwrap_used, reason = "a test says what it expects")]

use contract::crop::{Crop, Ground};
use contract::policy::{PhotoPolicy, Policy};
use contract::{Code, Problem};
use image::RgbImage;
use photo::{Framed, frame, inspect};
use probe::pictures::{self, Jpeg, PHONE, Png, jpeg, png, portrait};
use proptest::prelude::*;

const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;

fn decoded(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory(jpeg).unwrap().into_rgb8()
}

/// Every promise about a framed file that does not depend on the picture.
fn fits(framed: &Framed) -> Result<(), TestCaseError> {
    let facts = inspect(&framed.bytes, &POLICY).unwrap();
    prop_assert_eq!(&facts.refusals, &[]);
    prop_assert_eq!((facts.width, facts.height), (framed.width, framed.height));
    prop_assert_eq!(&facts.tags, &[]);
    prop_assert_eq!(facts.profile.as_deref(), Some("sRGB"));
    prop_assert!((90..=95).contains(&framed.quality));
    // One baseline frame of three components, each at full size, all in one scan.
    let frame = framed.bytes.windows(4).position(|at| at == [0xff, 0xc0, 0, 17]).unwrap();
    let components = &framed.bytes[frame + 9..frame + 19];
    prop_assert_eq!(
        [components[0], components[2], components[5], components[8]],
        [3, 0x11, 0x11, 0x11]
    );
    prop_assert_eq!(framed.bytes.windows(2).filter(|at| at == &[0xff, 0xda]).count(), 1);
    Ok(())
}

fn file(rgb: &[u8], width: u32, height: u32, kind: u8, orientation: u8) -> Vec<u8> {
    let grey = || -> Vec<u8> { rgb.chunks(3).map(|pixel| pixel[1]).collect() };
    let form =
        |samples: &[u8], colour, depth| png(samples, width, height, Png { colour, depth }).unwrap();
    match kind {
        0 => jpeg(rgb, width, height, Jpeg { orientation, ..PHONE }).unwrap(),
        1 => jpeg(&grey(), width, height, Jpeg { orientation, ..PHONE }).unwrap(),
        2 => jpeg(rgb, width, height, Jpeg { orientation, progressive: true, ..PHONE }).unwrap(),
        3 => form(rgb, png::ColorType::Rgb, png::BitDepth::Eight),
        4 => {
            let wide: Vec<u8> = rgb.iter().flat_map(|sample| [*sample, 77]).collect();
            form(&wide, png::ColorType::Rgb, png::BitDepth::Sixteen)
        }
        5 => {
            let alpha: Vec<u8> =
                rgb.chunks(3).flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 200]).collect();
            form(&alpha, png::ColorType::Rgba, png::BitDepth::Eight)
        }
        _ => form(&grey(), png::ColorType::Grayscale, png::BitDepth::Eight),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_crop_that_lies_in_any_picture_becomes_a_file_that_may_be_sent(
        width in 715_u32..2300,
        height in 1000_u32..3100,
        kind in 0_u8..7,
        orientation in 1_u8..=8,
        taller in 0_u32..2000,
        (right, down) in (0_i32..2000, 0_i32..2000),
    ) {
        let orientation = if kind < 3 { orientation } else { 1 };
        let stored = if orientation > 4 { (height, width) } else { (width, height) };
        let bytes = file(&portrait(stored.0, stored.1, 6), stored.0, stored.1, kind, orientation);
        let ground = Ground { width, height, policy: &POLICY };
        let Some(largest) = ground.largest() else { return Ok(()) };
        let crop_height = (1000 + taller).min(largest.height);
        let crop = Crop { x: right, y: down, width: ground.width_for(crop_height), height: crop_height };
        let crop = ground.within(crop);
        let framed = frame(&bytes, crop, &POLICY).unwrap();
        fits(&framed)?;
        prop_assert!(framed.width <= crop.width && framed.height <= crop.height, "never larger");
        prop_assert_eq!((framed.width, framed.height), ground.framed_size(crop));
    }
}

/// Four colours in the quarters of the upright picture.
fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => image::Rgb([200, 40, 40]),
        (false, true) => image::Rgb([40, 180, 40]),
        (true, false) => image::Rgb([50, 60, 200]),
        (false, false) => image::Rgb([220, 220, 220]),
    })
}

fn near(one: image::Rgb<u8>, other: [u8; 3]) -> bool {
    one.0.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= 3)
}

#[test]
fn the_chosen_part_is_shown_upright_however_the_camera_was_held() {
    use image::metadata::Orientation;
    for orientation in 1..=8_u8 {
        // Stored so that the viewer, turning it as asked, shows the quarters upright.
        let back = match orientation {
            6 => 8,
            8 => 6,
            same => same,
        };
        let mut stored = image::DynamicImage::ImageRgb8(quarters(2200, 3080));
        stored.apply_orientation(Orientation::from_exif(back).unwrap());
        let stored = stored.into_rgb8();
        let how = Jpeg { orientation, halved: false, ..PHONE };
        let bytes = jpeg(&stored, stored.width(), stored.height(), how).unwrap();
        for crop in [
            Crop { x: 0, y: 0, width: 2200, height: 3080 },
            Crop { x: 600, y: 1040, width: 1000, height: 1000 * 7 / 5 },
        ] {
            let framed = frame(&bytes, crop, &POLICY).unwrap();
            let shown = decoded(&framed.bytes);
            assert_eq!(shown.dimensions(), (framed.width, framed.height));
            let scale = f64::from(framed.width) / f64::from(crop.width);
            for (x, y) in [(700, 1100), (1500, 1100), (700, 2300), (1500, 2300)] {
                let at =
                    |upright: u32, start: i32| (f64::from(upright as i32 - start) * scale) as u32;
                let (left, top) = (at(x, crop.x), at(y, crop.y));
                if left < shown.width() && top < shown.height() {
                    let expected = quarters(2200, 3080).get_pixel(x, y).0;
                    let found = *shown.get_pixel(left, top);
                    assert!(
                        near(found, expected),
                        "orientation {orientation} at {x} {y}: {found:?}"
                    );
                }
            }
        }
    }
}

fn problem(crop: Crop) -> Problem {
    let bytes = jpeg(&portrait(1200, 1600, 4), 1200, 1600, PHONE).unwrap();
    frame(&bytes, crop, &POLICY).unwrap_err()
}

#[test]
fn a_crop_that_the_picture_has_no_room_for_says_how_much_is_missing_and_where() {
    let told = problem(Crop { x: -30, y: 500, width: 1000, height: 1400 });
    assert_eq!(told.code, Code::PhotoNoRoom);
    let of = |side: &str| told.args[side].clone();
    assert_eq!([of("left"), of("top"), of("right"), of("bottom")], [30, 0, 0, 300].map(Into::into));
}

#[test]
fn a_crop_under_the_smallest_size_or_of_another_shape_is_refused() {
    assert_eq!(problem(Crop { x: 0, y: 0, width: 714, height: 1000 }).code, Code::PhotoTooSmall);
    assert_eq!(problem(Crop { x: 0, y: 0, width: 800, height: 1000 }).code, Code::PhotoWrongShape);
    assert_eq!(problem(Crop { x: 0, y: 0, width: 0, height: 0 }).code, Code::PhotoTooSmall);
    let far = Crop { x: i32::MAX, y: i32::MAX, width: u32::MAX, height: u32::MAX };
    assert_eq!(problem(far).code, Code::PhotoNoRoom);
}

/// Pixels without any order, which no encoder can make small.
fn noise(width: u32, height: u32, reach: u32) -> Vec<u8> {
    let mut chance = 1_u32;
    let mut next = || {
        chance ^= chance << 13;
        chance ^= chance >> 17;
        chance ^= chance << 5;
        (128 + (chance >> 8) % (2 * reach) - reach) as u8
    };
    (0..width * height * 3).map(|_| next()).collect()
}

#[test]
fn quality_falls_only_as_far_as_the_weight_demands_and_then_the_size() {
    let whole = Crop { x: 0, y: 0, width: 1800, height: 2520 };
    let framed = |reach| {
        let rgb = noise(1800, 2520, reach);
        let how = Png { colour: png::ColorType::Rgb, depth: png::BitDepth::Eight };
        frame(&png(&rgb, 1800, 2520, how).unwrap(), whole, &POLICY).unwrap()
    };
    let calm = framed(3);
    assert_eq!((calm.width, calm.height, calm.quality), (1800, 2520, 95));
    let lively = framed(23);
    assert_eq!((lively.width, lively.height), (1800, 2520));
    assert!((90..95).contains(&lively.quality), "{}", lively.quality);
    let wild = framed(127);
    assert!(wild.width < 1800 && wild.width >= 715 && wild.height >= 1000, "{}", wild.width);
    for framed in [calm, lively, wild] {
        fits(&framed).unwrap();
    }
}

/// Red, green and blue of Display P3 as numbers of sRGB, after the standards' formulas.
fn p3_in_srgb(colour: [u8; 3]) -> [u8; 3] {
    let light = colour.map(|number| {
        let number = f64::from(number) / 255.0;
        if number <= 0.04045 { number / 12.92 } else { ((number + 0.055) / 1.055).powf(2.4) }
    });
    let rows = [[1.2249, -0.2247, 0.0], [-0.0420, 1.0419, 0.0], [-0.0197, -0.0786, 1.0979]];
    rows.map(|row| {
        let light: f64 = row.iter().zip(light).map(|(weight, light)| weight * light).sum();
        let light = light.clamp(0.0, 1.0);
        let number =
            if light <= 0.0031308 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
        (number * 255.0).round() as u8
    })
}

#[test]
fn colours_of_a_phones_profile_become_those_of_srgb() {
    let p3 = pictures::display_p3().unwrap();
    for size in [(1000, 1400), (2500, 3500)] {
        for colour in [[200, 120, 90], [90, 60, 50], [230, 230, 228], [30, 160, 60]] {
            let rgb = colour.repeat((size.0 * size.1) as usize);
            let how = Jpeg { icc: Some(&p3), quality: 98, halved: false, ..PHONE };
            let bytes = jpeg(&rgb, size.0, size.1, how).unwrap();
            let crop = Crop { x: 0, y: 0, width: size.0, height: size.1 };
            let framed = frame(&bytes, crop, &POLICY).unwrap();
            assert_eq!(framed.profile.as_deref(), Some("Display P3"));
            let (found, expected) =
                (*decoded(&framed.bytes).get_pixel(400, 500), p3_in_srgb(colour));
            assert!(near(found, expected), "{colour:?}: {found:?}, not {expected:?}");
        }
    }
}

#[test]
fn colours_of_a_scanners_table_become_those_of_srgb() {
    let scanner = pictures::scanner();
    let crop = Crop { x: 0, y: 0, width: 720, height: 1008 };
    // The mean as L* of 100, and the number of sRGB that has this lightness.
    for (colour, expected) in
        [([255, 255, 255], 255), ([128, 128, 128], 120), ([192, 128, 64], 120)]
    {
        let rgb = colour.repeat(720 * 1008);
        let how = Jpeg { icc: Some(&scanner), quality: 98, halved: false, ..PHONE };
        let framed = frame(&jpeg(&rgb, 720, 1008, how).unwrap(), crop, &POLICY).unwrap();
        assert_eq!(framed.profile.as_deref(), Some("RGB"), "it has no name");
        let found = *decoded(&framed.bytes).get_pixel(400, 500);
        assert!(near(found, [expected; 3]), "{colour:?}: {found:?}");
    }
}

#[test]
fn a_profile_that_is_nonsense_counts_as_none() {
    let p3 = pictures::display_p3().unwrap();
    let rgb = portrait(720, 1008, 6);
    let crop = Crop { x: 0, y: 0, width: 720, height: 1008 };
    let plain = frame(&jpeg(&rgb, 720, 1008, PHONE).unwrap(), crop, &POLICY).unwrap();
    // A profile with a whole header and random bytes behind it, and one that ends in its middle.
    let mut random = p3.clone();
    let mut chance = 7_u8;
    for byte in &mut random[132..] {
        chance = chance.wrapping_mul(13).wrapping_add(41);
        *byte = chance;
    }
    let half = p3[..p3.len() / 2].to_vec();
    for icc in [random, half, vec![0xff; 500], b"not a profile".to_vec()] {
        let bytes = jpeg(&rgb, 720, 1008, Jpeg { icc: Some(&icc), ..PHONE }).unwrap();
        assert_eq!(frame(&bytes, crop, &POLICY).unwrap(), plain);
    }
}

#[test]
fn what_shows_through_is_laid_over_white() {
    let rgba = [[0, 0, 0, 0], [255, 0, 0, 255], [0, 0, 0, 128]];
    let samples: Vec<u8> = (0..720 * 1008).flat_map(|at| rgba[(at / 720) / 336]).collect();
    let how = Png { colour: png::ColorType::Rgba, depth: png::BitDepth::Eight };
    let bytes = png(&samples, 720, 1008, how).unwrap();
    let crop = Crop { x: 0, y: 0, width: 720, height: 1008 };
    let shown = decoded(&frame(&bytes, crop, &POLICY).unwrap().bytes);
    assert!(near(*shown.get_pixel(300, 100), [255, 255, 255]));
    assert!(near(*shown.get_pixel(300, 500), [255, 0, 0]));
    assert!(near(*shown.get_pixel(300, 900), [127, 127, 127]));
}
