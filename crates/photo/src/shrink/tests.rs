//! What the working picture is: the right size, upright, the average of all that was there.

use super::*;
use crate::decode::Turn;
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};

fn picture(width: usize, height: usize, exif: u8, rgb: Vec<u8>) -> Picture {
    Picture {
        width,
        height,
        turn: Turn::of(Orientation::from_exif(exif).unwrap_or(Orientation::NoTransforms)),
        rgb: rgb.into(),
    }
}

#[test]
fn it_fits_and_keeps_its_shape_and_never_grows() {
    for (width, height, expected) in [
        (3024, 4032, (1000, 1333)),
        (4032, 3024, (1000, 750)),
        (3000, 4200, (1000, 1400)),
        (2000, 6000, (467, 1400)),
        (1000, 1400, (1000, 1400)),
        (1001, 1400, (1000, 1399)),
        (715, 1000, (715, 1000)),
        (9000, 1, (1000, 1)),
        (1, 9000, (1, 1400)),
    ] {
        assert_eq!(within(width, height), expected, "{width}×{height}");
    }
}

#[test]
fn one_colour_stays_that_colour_at_every_size() {
    for (width, height) in [(1000, 1500), (1001, 9), (1003, 1404), (2750, 3), (9000, 2), (3, 2801)]
    {
        for colour in [[17, 128, 255], [1, 254, 0], [85, 86, 3]] {
            let pixels = working(&picture(width, height, 1, colour.repeat(width * height)));
            assert_eq!((pixels.width, pixels.height), within(width, height));
            assert!(pixels.rgb.chunks(3).all(|pixel| pixel == colour), "{width}×{height}");
        }
    }
}

/// The same in plain arithmetic: how much of each pixel lies in an area, times what it is.
fn plainly(rgb: &[u8], from: (usize, usize), to: (usize, usize)) -> Vec<f64> {
    let shares = |from: usize, to: usize, index: usize| {
        let scale = from as f64 / to as f64;
        let (begin, end) = (index as f64 * scale, (index + 1) as f64 * scale);
        let share = move |at: usize| (end.min(at as f64 + 1.0) - begin.max(at as f64)).max(0.0);
        (0..from).map(move |at| (at, share(at) / scale)).filter(|(_, share)| *share > 0.0)
    };
    let mut all = Vec::new();
    for y in 0..to.1 {
        for x in 0..to.0 {
            for channel in 0..CHANNELS {
                let row = |row: usize| {
                    shares(from.0, to.0, x)
                        .map(|(at, share)| {
                            share * f64::from(rgb[(row * from.0 + at) * CHANNELS + channel])
                        })
                        .sum::<f64>()
                };
                all.push(shares(from.1, to.1, y).map(|(at, share)| share * row(at)).sum());
            }
        }
    }
    all
}

#[test]
fn every_pixel_takes_part_with_what_lies_in_the_area() {
    let mut chance = 1_u32;
    let mut next = || {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (chance >> 24) as u8
    };
    for (from, to) in [
        ((101, 77), (100, 76)),
        ((90, 60), (60, 40)),
        ((97, 71), (33, 24)),
        ((120, 80), (40, 27)),
        ((99, 64), (25, 16)),
        ((70, 200), (7, 20)),
        ((66, 66), (1, 1)),
        ((40, 3), (39, 3)),
    ] {
        let rgb: Vec<u8> = (0..from.0 * from.1 * CHANNELS).map(|_| next()).collect();
        let expected = plainly(&rgb, from, to);
        for (number, expected) in averaged(&rgb, from, to).iter().zip(expected) {
            // Weights are counted in 256 parts, and numbers rounded.
            let off = (f64::from(*number) - expected).abs();
            assert!(off < 1.6, "{from:?} to {to:?}: {number} for {expected}");
        }
    }
}

#[test]
fn it_is_upright_whichever_way_the_camera_was_held() {
    for (width, height) in [(60_u32, 40_u32), (1600, 1200), (1200, 1600)] {
        let stored = RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, 90])
        });
        for exif in 1..=8 {
            let mut expected = DynamicImage::ImageRgb8(stored.clone());
            expected.apply_orientation(
                Orientation::from_exif(exif).unwrap_or(Orientation::NoTransforms),
            );
            let expected = expected.into_rgb8();
            let (across, down) = (width as usize, height as usize);
            let shown = working(&picture(across, down, exif, stored.clone().into_raw()));
            let (across, down) = (expected.width() as usize, expected.height() as usize);
            assert_eq!((shown.width, shown.height), within(across, down), "{exif}");
            for (x, y) in [(1, 1), (7, 2), (2, 7), (8, 8)] {
                let at = (y * shown.height / 10 * shown.width + x * shown.width / 10) * CHANNELS;
                let (x, y) = (x * across / 10, y * down / 10);
                let expected = expected.get_pixel(x as u32, y as u32).0;
                for (number, expected) in shown.rgb[at..at + CHANNELS].iter().zip(expected) {
                    assert!(number.abs_diff(expected) <= 2, "{exif} at {x} {y}");
                }
            }
        }
    }
}
