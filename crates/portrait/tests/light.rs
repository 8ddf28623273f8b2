//! Well-lit portraits of every tone measure as well-lit photographs do, in CIE L*a*b* (D65).

use portrait::{Hair, HairStyle, Light, Point, Portrait, Rendered, Skin, render};

fn lab(rgb: [u8; 3]) -> [f64; 3] {
    let [r, g, b] = rgb.map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
    let [x, y, z] =
        [x, y, z].map(|t| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn within(line: &[[f32; 2]], x: f32, y: f32) -> bool {
    let mut inside = false;
    for (i, a) in line.iter().enumerate() {
        let b = line[(i + 1) % line.len()];
        if (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] {
            inside = !inside;
        }
    }
    inside
}

/// L* of the face, sorted.
fn face_lightness(picture: &Rendered) -> Vec<f64> {
    let mut all: Vec<f64> = (0..picture.width * picture.height)
        .map(|i| (i % picture.width, i / picture.width))
        .filter(|(x, y)| within(&picture.truth.face, *x as f32 + 0.5, *y as f32 + 0.5))
        .map(|(x, y)| lab(picture.pixel(x, y))[0])
        .collect();
    all.sort_by(f64::total_cmp);
    all
}

fn drawn(tone: u8, light: Light) -> Rendered {
    let skin = Skin { tone: f32::from(tone), ..Skin::default() };
    let hair = Hair { style: HairStyle::Cropped, ..Hair::default() };
    render(&Portrait { skin, hair, light, ..Portrait::default() }, 300, 420)
}

#[test]
fn every_tone_is_well_lit_and_plausible() {
    let mut faults = Vec::new();
    for tone in 1..=10 {
        let picture = drawn(tone, Light::default());
        let all = face_lightness(&picture);
        let (low, high) = (all[all.len() / 20], all[all.len() * 19 / 20]);
        let nose = picture.truth.point(Point::NoseBase);
        let beside = picture.truth.eye_distance * 0.6;
        let mut cheek = [0.0; 3];
        for i in 0..49_u8 {
            let (dx, dy) = (f32::from(i % 7) - 3.0, f32::from(i / 7) - 3.0);
            let one = lab(picture.pixel((nose[0] - beside + dx) as usize, (nose[1] + dy) as usize));
            cheek = [cheek[0] + one[0] / 49.0, cheek[1] + one[1] / 49.0, cheek[2] + one[2] / 49.0];
        }
        let says = format!("tone {tone}: L* {low:.0} to {high:.0}, cheek {cheek:.1?}");
        // The ranges that photographs of well-lit people of all tones show.
        let fine = high - low >= 15.0
            && high >= 37.0
            && (5.0..25.0).contains(&cheek[1])
            && (5.0..35.0).contains(&cheek[2]);
        if !fine {
            faults.push(says);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_default_background_is_white_and_even() {
    let picture = drawn(5, Light::default());
    for i in 0..picture.width * picture.height {
        if picture.truth.person[i] == 0 {
            let [l, a, b] =
                lab([picture.rgb[i * 3], picture.rgb[i * 3 + 1], picture.rgb[i * 3 + 2]]);
            assert!(l > 93.0 && a.hypot(b) < 1.0);
        }
    }
}

#[test]
fn exposure_and_warmth_reach_the_background_too() {
    let corner = |light| lab(drawn(5, light).pixel(2, 2));
    let right = corner(Light::default());
    assert!(corner(Light { stops: -1.0, ..Light::default() })[0] < right[0] - 15.0);
    assert!(corner(Light { warmth: 0.6, ..Light::default() })[2] > 15.0);
    assert!(corner(Light { warmth: -0.6, stops: -1.0, ..Light::default() })[2] < -10.0);
}
