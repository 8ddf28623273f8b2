//! The same portrait gives the same bytes everywhere, and a parameter changes only what it names.

use portrait::{
    Backdrop, Build, Cover, Eyes, Glasses, Hair, HairStyle, Light, Mouth, Point, Portrait,
    Rendered, Shadow, Skin, Texture, effects, render,
};
use sha2::{Digest, Sha256};

const WIDTH: usize = 250;
const HEIGHT: usize = 350;

fn of(portrait: &Portrait) -> Rendered {
    render(portrait, WIDTH, HEIGHT)
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|b| format!("{b:02x}")).collect()
}

/// Pixels that differ, as places.
fn differences(a: &Rendered, b: &Rendered) -> Vec<[f32; 2]> {
    a.rgb
        .chunks_exact(3)
        .zip(b.rgb.chunks_exact(3))
        .enumerate()
        .filter(|(_, (a, b))| a != b)
        .map(|(i, _)| [(i % WIDTH) as f32 + 0.5, (i / WIDTH) as f32 + 0.5])
        .collect()
}

fn far(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Something of everything, so that a change of any part shows.
fn everything() -> Portrait {
    Portrait {
        yaw: 7.0,
        pitch: -4.0,
        roll: 5.5,
        build: Build { child: 0.3, jaw: 1.05, ..Build::default() },
        skin: Skin { tone: 6.4, shine: 0.5, age: 0.7, beard: 0.4 },
        hair: Hair { style: HairStyle::Long, ..Hair::default() },
        eyes: Eyes { opening: [0.9, 0.6], gaze: [0.3, -0.2], red: 0.3, ..Eyes::default() },
        mouth: Mouth { opening: 0.4, smile: 0.5, teeth: true },
        glasses: Some(Glasses { tint: 0.2, ..Glasses::default() }),
        light: Light { stops: -0.4, side: 0.3, warmth: 0.2, ..Light::default() },
        shadow: Some(Shadow::default()),
        backdrop: Backdrop { texture: Some((Texture::Plaster, 0.5)), ..Backdrop::default() },
        ..Portrait::default()
    }
}

#[test]
fn the_same_bytes_for_ever() {
    assert_eq!(hash(&of(&Portrait::default()).rgb), "f82bad5f51fa34d8");
    assert_eq!(hash(&of(&everything()).rgb), "785aa7b714be57ad");
    let first = of(&everything());
    assert_eq!(first, of(&everything()));
    let points: Vec<u8> = first
        .truth
        .points()
        .flat_map(|(_, [x, y])| [x.to_bits(), y.to_bits()])
        .flat_map(u32::to_le_bytes)
        .collect();
    assert_eq!(hash(&points), "89f5f5c438c83ce9");
}

#[test]
fn the_background_leaves_the_person_alone() {
    let one = of(&everything());
    for backdrop in [
        Backdrop { colour: [90, 120, 200], ..Backdrop::default() },
        Backdrop {
            gradient: [0.3, 0.2],
            texture: Some((Texture::Bricks, 1.0)),
            ..Backdrop::default()
        },
    ] {
        let other = of(&Portrait { backdrop, shadow: None, ..everything() });
        assert_eq!(one.truth.person, other.truth.person);
        for [x, y] in differences(&one, &other) {
            let person = one.truth.person[y as usize * WIDTH + x as usize];
            assert!(person < 255, "{x} {y}");
        }
        assert_eq!(
            one.truth.points().collect::<Vec<_>>(),
            other.truth.points().collect::<Vec<_>>()
        );
    }
}

#[test]
fn the_person_leaves_the_background_alone() {
    let one = of(&Portrait::default());
    let skin = Skin { tone: 9.0, shine: 0.8, age: 1.0, beard: 1.0 };
    let mouth = Mouth { opening: 1.0, smile: 0.0, teeth: true };
    let light = Light { side: 0.7, contrast: 1.2, ..Light::default() };
    let other = of(&Portrait { skin, mouth, light, ..Portrait::default() });
    assert!(differences(&one, &other).len() > 5000);
    for [x, y] in differences(&one, &other) {
        assert!(one.truth.person[y as usize * WIDTH + x as usize] > 0, "{x} {y}");
    }
}

#[test]
fn eyes_and_mouth_change_only_where_they_are() {
    let one = of(&Portrait::default());
    let unit = one.truth.eye_distance;
    let eyes = Eyes { opening: [0.0, 1.0], ..Eyes::default() };
    let winking = of(&Portrait { eyes, ..Portrait::default() });
    let changed = differences(&one, &winking);
    assert!(changed.len() > 100);
    for place in changed {
        assert!(far(place, one.truth.point(Point::PupilLeft)) < 0.40 * unit, "{place:?}");
    }
    let red = of(&Portrait { eyes: Eyes { red: 1.0, ..Eyes::default() }, ..Portrait::default() });
    for place in differences(&one, &red) {
        let near = [Point::PupilLeft, Point::PupilRight]
            .iter()
            .any(|p| far(place, one.truth.point(*p)) < 0.12 * unit);
        assert!(near, "{place:?}");
    }
    let mouth = Mouth { opening: 0.5, smile: 0.0, teeth: false };
    let open = of(&Portrait { mouth, ..Portrait::default() });
    let changed = differences(&one, &open);
    assert!(changed.len() > 100);
    for [x, y] in changed {
        assert!(y > one.truth.point(Point::NoseBase)[1] && y < one.truth.point(Point::Chin)[1]);
        assert!((x - one.truth.point(Point::Chin)[0]).abs() < 0.6 * unit);
    }
}

#[test]
fn what_is_worn_changes_only_its_place() {
    let one = of(&Portrait::default());
    let y = |p: Point| one.truth.point(p)[1];
    let glasses = of(&Portrait { glasses: Some(Glasses::default()), ..Portrait::default() });
    for place in differences(&one, &glasses) {
        assert!(
            place[1] > y(Point::BrowLeftTop) - 4.0 && place[1] < y(Point::NoseBase),
            "{place:?}"
        );
    }
    let mask = of(&Portrait { cover: Some(Cover::Mask), ..Portrait::default() });
    let changed = differences(&one, &mask);
    assert!(changed.len() > 3000);
    for place in changed {
        assert!(place[1] > y(Point::LidLeftLower), "{place:?}");
    }
}

#[test]
fn effects_do_what_they_are_called() {
    let one = of(&Portrait::default());
    // Mean difference of neighbours across: how sharp a picture is.
    let rough = |rgb: &[u8]| {
        let sum: u64 = rgb
            .chunks_exact(WIDTH * 3)
            .flat_map(|row| row.windows(4).map(|w| u64::from(w[0].abs_diff(w[3]))))
            .sum();
        sum as f64 / rgb.len() as f64
    };
    let mean = |rgb: &[u8]| rgb.iter().map(|b| f64::from(*b)).sum::<f64>() / rgb.len() as f64;
    let sharp = rough(&one.rgb);
    let blurred = effects::blur(&one.rgb, WIDTH, HEIGHT, 2.0);
    assert!(rough(&blurred) < 0.75 * sharp, "{} {sharp}", rough(&blurred));
    assert!((mean(&blurred) - mean(&one.rgb)).abs() < 0.2);
    assert!(rough(&effects::motion_blur(&one.rgb, WIDTH, HEIGHT, 8.0, 0.0)) < 0.75 * sharp);
    assert!(rough(&effects::upscaled(&one.rgb, WIDTH, HEIGHT, 3.0)) < 0.85 * sharp);
    assert!(rough(&effects::sharpen(&one.rgb, WIDTH, HEIGHT, 1.0, 1.0)) > 1.1 * sharp);
    assert!(rough(&effects::halftone(&one.rgb, WIDTH, HEIGHT, 4.0, 1.0)) > 3.0 * sharp);
    assert!(rough(&effects::screen(&one.rgb, WIDTH, HEIGHT, 3.0, 0.6)) > 3.0 * sharp);
    assert!(effects::greyscale(&one.rgb).chunks_exact(3).all(|p| p[0] == p[1] && p[1] == p[2]));

    let grey = vec![128; WIDTH * HEIGHT * 3];
    let noisy = effects::noise(&grey, WIDTH, HEIGHT, 10.0, 4);
    let spread = noisy.iter().map(|b| (f64::from(*b) - 128.0).powi(2)).sum::<f64>();
    let spread = (spread / noisy.len() as f64).sqrt();
    assert!((spread - 10.0).abs() < 0.3, "{spread}");
    assert_eq!(noisy, effects::noise(&grey, WIDTH, HEIGHT, 10.0, 4));
    assert_ne!(noisy, effects::noise(&grey, WIDTH, HEIGHT, 10.0, 5));
    assert_eq!(effects::blur(&grey, WIDTH, HEIGHT, 3.0), grey);
}

#[test]
fn tiny_and_odd_sizes_are_drawn() {
    for (w, h) in [(1, 1), (3, 200), (200, 3), (57, 31), (0, 0)] {
        let picture = render(&everything(), w, h);
        assert_eq!(picture.rgb.len(), picture.width * picture.height * 3);
    }
    let last = of(&Portrait::default());
    assert_eq!(last.pixel(9999, 0), *last.rgb[(WIDTH - 1) * 3..].first_chunk::<3>().unwrap());
}
