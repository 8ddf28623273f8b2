//! The truth must be what the pixels show: measured on rendered pictures, without the drawing code.

use portrait::{
    Backdrop, Build, Eyes, Glare, Glasses, Hair, HairStyle, Light, Mouth, Point, Portrait,
    Rendered, Shadow, Skin, render,
};

const WIDTH: usize = 600;
const HEIGHT: usize = 840;

fn luma(p: [u8; 3]) -> f32 {
    (0.299 * f32::from(p[0])) + (0.587 * f32::from(p[1])) + (0.114 * f32::from(p[2]))
}

/// Mean brightness of the pixels around a place.
fn around(picture: &Rendered, [x, y]: [f32; 2], reach: usize) -> f32 {
    let (x, y) = (x as usize, y as usize);
    let side = 2 * reach + 1;
    let sum: f32 = (0..side * side)
        .map(|i| luma(picture.pixel(x + i % side - reach, y + i / side - reach)))
        .sum();
    sum / (side * side) as f32
}

fn bald() -> Portrait {
    Portrait { hair: Hair { style: HairStyle::Bald, ..Hair::default() }, ..Portrait::default() }
}

fn poses() -> impl Iterator<Item = Portrait> {
    [-15.0_f32, 0.0, 15.0].into_iter().flat_map(|yaw| {
        [-12.0_f32, 0.0, 12.0].into_iter().flat_map(move |roll| {
            [-8.0_f32, 0.0, 8.0].map(|pitch| Portrait { yaw, roll, pitch, ..bald() })
        })
    })
}

#[test]
fn pupils_are_dark_at_their_points_in_every_pose() {
    for portrait in poses() {
        let picture = render(&portrait, WIDTH, HEIGHT);
        for point in [Point::PupilLeft, Point::PupilRight] {
            let at = picture.truth.point(point);
            assert!(around(&picture, at, 1) < 30.0, "{point:?} {portrait:?}");
            let beside = [at[0] + picture.truth.eye_distance * 0.15, at[1]];
            assert!(around(&picture, beside, 1) > 60.0, "white beside {point:?} {portrait:?}");
        }
    }
}

#[test]
fn pupils_follow_the_gaze() {
    let eyes = Eyes { gaze: [0.8, 0.0], ..Eyes::default() };
    let picture = render(&Portrait { eyes, ..bald() }, WIDTH, HEIGHT);
    let straight = render(&bald(), WIDTH, HEIGHT);
    let moved =
        picture.truth.point(Point::PupilLeft)[0] - straight.truth.point(Point::PupilLeft)[0];
    assert!(moved > 4.0, "{moved}");
    assert!(around(&picture, picture.truth.point(Point::PupilLeft), 1) < 30.0);
}

/// Rows of the first and of the last pixel in the column of the crown that is no background.
fn top_row(picture: &Rendered, column: usize) -> usize {
    (0..picture.height)
        .find(|row| picture.truth.person[row * picture.width + column] > 127)
        .unwrap_or(picture.height)
}

#[test]
fn head_height_and_place_are_as_asked() {
    for head_height in [0.40, 0.475, 0.55] {
        for centre_dx in [-0.06, 0.0, 0.05] {
            let asked = Portrait { head_height, centre_dx, ..bald() };
            let picture = render(&asked, WIDTH, HEIGHT);
            let truth = &picture.truth;
            let (chin, crown) = (truth.point(Point::Chin), truth.point(Point::Crown));
            let ratio = (chin[1] - crown[1]) / HEIGHT as f32;
            assert!((ratio - head_height).abs() < 1e-3, "{ratio} for {head_height}");
            assert!((truth.head_height - head_height).abs() < 1e-3);
            // The crown is where the person begins.
            let top = top_row(&picture, crown[0] as usize) as f32;
            assert!((top - crown[1]).abs() <= 1.5, "{top} {crown:?}");
            let eyes = 0.5 * (truth.point(Point::PupilLeft)[0] + truth.point(Point::PupilRight)[0]);
            assert!((eyes / WIDTH as f32 - 0.5 - centre_dx).abs() < 2e-3);
            assert!((truth.centre_dx - centre_dx).abs() < 1e-3);
        }
    }
}

#[test]
fn the_chin_is_where_the_neck_begins_to_be_dark() {
    let picture = render(&bald(), WIDTH, HEIGHT);
    let [x, y] = picture.truth.point(Point::Chin);
    let above = around(&picture, [x, y - 7.0], 2);
    let below = around(&picture, [x, y + 6.0], 2);
    assert!(above > below + 12.0, "{above} {below}");
}

#[test]
fn jaw_and_crown_points_lie_on_the_outline() {
    // The jaw beside the neck borders on the background only above the neck.
    let picture = render(&bald(), WIDTH, HEIGHT);
    for (point, outwards) in [
        (Point::JawLeftUpper, [-1.0_f32, 0.0_f32]),
        (Point::JawRightUpper, [1.0, 0.0]),
        (Point::CrownLeft, [0.0, -1.0]),
        (Point::CrownRight, [0.0, -1.0]),
        (Point::Crown, [0.0, -1.0]),
    ] {
        let [x, y] = picture.truth.point(point);
        let person = |far: f32| {
            let (px, py) = ((x + outwards[0] * far) as usize, (y + outwards[1] * far) as usize);
            picture.truth.person[py * WIDTH + px]
        };
        assert!(person(-3.0) > 200, "{point:?} inside");
        assert!(person(3.0) < 55, "{point:?} outside");
    }
}

#[test]
fn the_angle_of_the_eyes_is_the_roll() {
    for portrait in poses() {
        let truth = render(&portrait, 200, 280).truth;
        let (a, b) = (truth.point(Point::PupilLeft), truth.point(Point::PupilRight));
        let angle = (b[1] - a[1]).atan2(b[0] - a[0]).to_degrees();
        assert!((angle - portrait.roll).abs() < 0.3, "{angle} for {portrait:?}");
    }
}

#[test]
fn lids_and_lips_open_as_asked() {
    for (opening, gap) in [(1.0, 0.375), (0.5, 0.19), (0.0, 0.0)] {
        let eyes = Eyes { opening: [opening; 2], ..Eyes::default() };
        let truth = render(&Portrait { eyes, ..bald() }, 300, 420).truth;
        for side in truth.lid_gap {
            assert!((side - gap).abs() < 0.02, "{side} for {opening}");
        }
    }
    let mouth = Mouth { opening: 0.6, ..Mouth::default() };
    let picture = render(&Portrait { mouth, ..bald() }, WIDTH, HEIGHT);
    let (upper, lower) =
        (picture.truth.point(Point::LipUpperInner), picture.truth.point(Point::LipLowerInner));
    let between = [0.5 * (upper[0] + lower[0]), 0.5 * (upper[1] + lower[1])];
    assert!(around(&picture, between, 2) < 60.0, "dark between the lips");
    assert!(picture.truth.lip_gap > 0.12, "{}", picture.truth.lip_gap);
    assert!(render(&bald(), 200, 280).truth.lip_gap < 0.01);
}

#[test]
fn points_keep_their_order_for_every_build() {
    for child in [0.0, 0.5, 1.0] {
        for jaw in [0.9, 1.1] {
            let build = Build { child, jaw, ..Build::default() };
            let truth = render(&Portrait { build, ..bald() }, 300, 420).truth;
            let y = |p: Point| truth.point(p)[1];
            let down = [
                Point::Crown,
                Point::Hairline,
                Point::BrowLeftTop,
                Point::LidLeftUpper,
                Point::LidLeftLower,
                Point::NoseBase,
                Point::LipUpperOuter,
                Point::LipUpperInner,
                Point::LipLowerOuter,
                Point::Chin,
            ];
            assert!(down.windows(2).all(|w| y(w[0]) < y(w[1])), "{build:?}");
            let x = |p: Point| truth.point(p)[0];
            let across = [
                Point::BrowLeftOuter,
                Point::EyeLeftOuter,
                Point::PupilLeft,
                Point::EyeLeftInner,
                Point::NoseBase,
                Point::EyeRightInner,
                Point::PupilRight,
                Point::EyeRightOuter,
                Point::BrowRightOuter,
            ];
            assert!(across.windows(2).all(|w| x(w[0]) < x(w[1])), "{build:?}");
        }
    }
}

#[test]
fn a_child_has_its_eyes_lower_in_the_head() {
    let place = |child| {
        let build = Build { child, ..Build::default() };
        let truth = render(&Portrait { build, ..bald() }, 300, 420).truth;
        let (chin, crown) = (truth.point(Point::Chin)[1], truth.point(Point::Crown)[1]);
        (chin - truth.point(Point::PupilLeft)[1]) / (chin - crown)
    };
    assert!((place(0.0) - 0.518).abs() < 0.02, "{}", place(0.0));
    assert!(place(1.0) < place(0.0) - 0.03);
}

#[test]
fn shadow_takes_the_share_that_it_says() {
    let shadow = Shadow { strength: 0.5, offset: [0.2, 0.0], softness: 0.05 };
    let backdrop = Backdrop { colour: [255, 255, 255], ..Backdrop::default() };
    let picture = render(&Portrait { shadow: Some(shadow), backdrop, ..bald() }, WIDTH, HEIGHT);
    // Half the light of white is byte 188.
    let darkest = (0..WIDTH * HEIGHT)
        .filter(|i| picture.truth.person[*i] == 0)
        .map(|i| picture.rgb[i * 3])
        .min();
    assert!((187..=188).contains(&darkest.unwrap()));
    assert_eq!(picture.truth.shadow, 0.5);
}

#[test]
fn light_from_a_side_and_glare_show_where_they_should() {
    let light = Light { side: -0.8, ..Light::default() };
    let picture = render(&Portrait { light, ..bald() }, WIDTH, HEIGHT);
    let cheek = |side: f32| {
        let truth = &picture.truth;
        let nose = truth.point(Point::NoseBase);
        [nose[0] + side * truth.eye_distance * 0.62, nose[1]]
    };
    assert!(around(&picture, cheek(-1.0), 4) > around(&picture, cheek(1.0), 4) + 30.0);

    let glasses = Glasses { glare: Some(Glare::default()), ..Glasses::default() };
    let picture = render(&Portrait { glasses: Some(glasses), ..bald() }, WIDTH, HEIGHT);
    assert!(around(&picture, picture.truth.point(Point::PupilLeft), 2) > 245.0, "glare");

    let skin = Skin { shine: 1.0, ..Skin::default() };
    let blown = |skin| {
        let picture = render(&Portrait { skin, ..bald() }, WIDTH, HEIGHT);
        picture.rgb.chunks_exact(3).filter(|p| p.iter().all(|c| *c > 246)).count()
    };
    assert!(blown(skin) > 2000 && blown(Skin::default()) < 40, "{}", blown(Skin::default()));
}
