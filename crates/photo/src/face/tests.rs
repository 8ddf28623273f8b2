//! What a caller sees of faces: nothing where there are none, the same wherever a picture lies, and
//! never a panic. How well faces are fitted is measured on portraits by `cargo xtask calibrate`.

use super::model::{Kind, Model};
use super::shape::{LANDMARKS, POINTS};
use super::*;

const MODEL_BYTES: &[u8] = include_bytes!("../../models/points.bin");

/// Noise that is the same every time.
fn noise(width: usize, height: usize) -> Grey {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    Grey::new(width, height, (0..width * height).map(|_| next()).collect())
}

/// Hard edges from black to white, which is the most that sums can hold.
fn board(width: usize, height: usize, field: usize) -> Grey {
    let shade = |at: usize| {
        if (at % width / field + at / width / field).is_multiple_of(2) { 0 } else { 255 }
    };
    Grey::new(width, height, (0..width * height).map(shade).collect())
}

/// What a drawn face is made of: how much lighter, how sharp its edge is; middle and half axes in
/// distances of the pupils, twice where it is beside the middle line. Hair, neck, face; then eyes,
/// brows, nostrils, nose, mouth, cheeks, chin.
const FACE: [([f32; 2], [f32; 2], [f32; 2]); 15] = [
    ([-158.0, 12.0], [0.0, -0.19], [1.42, 1.96]),
    ([32.0, 4.6], [0.0, 2.29], [0.6, 1.4]),
    ([157.0, 1.1], [0.0, 0.35], [1.0, 1.71]),
    ([-45.0, 0.86], [0.49, 0.0], [0.37, 0.34]),
    ([81.0, 6.95], [0.49, 0.04], [0.28, 0.1]),
    ([-88.0, 7.4], [0.47, -0.05], [0.1, 0.11]),
    ([-13.0, 8.0], [0.51, -0.12], [0.24, 0.03]),
    ([-77.0, 1.0], [0.5, -0.39], [0.39, 0.08]),
    ([-44.0, 1.36], [0.18, 0.86], [0.11, 0.08]),
    ([-46.0, 0.74], [0.0, 0.94], [0.36, 0.11]),
    ([34.0, 1.1], [0.0, 0.47], [0.13, 0.55]),
    ([-71.0, 2.2], [0.0, 1.22], [0.39, 0.03]),
    ([-34.0, 0.7], [0.93, 0.64], [0.48, 0.75]),
    ([-33.0, 0.7], [0.0, 1.77], [0.64, 0.31]),
    ([-9.0, 1.0], [0.0, 1.18], [0.41, 0.12]),
];

/// A drawn face that the detector takes for one; `unit` is the distance of its pupils.
fn egg(width: usize, height: usize, middle: [f32; 2], unit: f32) -> Grey {
    let shade = |at: usize| {
        let x = ((at % width) as f32 - middle[0]) / unit;
        let y = ((at / width) as f32 - middle[1]) / unit;
        let mut shade = 225.0_f32;
        for ([much, edge], [right, down], [wide, high]) in FACE {
            let sides: &[f32] = if right == 0.0 { &[0.0] } else { &[-right, right] };
            for side in sides {
                let (u, v) = ((x - side) / wide, (y - down) / high);
                shade += much * (edge * (1.0 - u * u - v * v).clamp(0.0, 1.0)).min(1.0);
            }
        }
        shade.clamp(0.0, 255.0) as u8
    };
    Grey::new(width, height, (0..width * height).map(shade).collect())
}

fn boxed(middle: [f32; 2], unit: f32) -> Found {
    let width = 2.56 * unit;
    let (x, y) = (middle[0] - width / 2.0 + 0.5, middle[1] + 0.32 * unit - width / 2.0 + 0.5);
    Found { bbox: Bbox { x, y, width, height: width }, score: 10.0 }
}

#[test]
fn the_committed_model_is_whole_and_small() {
    let model = Model::read(MODEL_BYTES).unwrap();
    assert_eq!(model.written(), MODEL_BYTES, "reading and writing are one another's reverse");
    assert!(MODEL_BYTES.len() < 640_000, "{} bytes", MODEL_BYTES.len());
    let judgements: usize = model
        .steps
        .iter()
        .filter(|step| step.kind == Kind::Judgement)
        .map(|step| step.results.len())
        .sum();
    assert_eq!(judgements, 3, "lids, lenses, fit");
}

#[test]
fn a_model_that_is_cut_off_or_of_another_version_is_none() {
    for length in [0, 3, 4, 7, 100, MODEL_BYTES.len() / 2, MODEL_BYTES.len() - 1] {
        assert!(Model::read(&MODEL_BYTES[..length]).is_none(), "{length} bytes");
    }
    let mut newer = MODEL_BYTES.to_vec();
    newer[4] += 1;
    assert!(Model::read(&newer).is_none());
    let longer = [MODEL_BYTES, &[0]].concat();
    assert!(Model::read(&longer).is_none());
}

#[test]
fn every_point_has_a_name_of_its_own_and_a_twin_that_points_back() {
    for (at, landmark) in LANDMARKS.iter().enumerate() {
        assert_eq!(LANDMARKS[landmark.twin].twin, at, "{}", landmark.name);
        let same = LANDMARKS.iter().filter(|other| other.name == landmark.name).count();
        assert_eq!(same, 1, "{}", landmark.name);
    }
}

#[test]
fn pictures_without_a_face_have_none() {
    let pictures = [
        Grey::new(1, 1, vec![0]),
        Grey::new(3, 2, vec![255; 6]),
        Grey::new(400, 560, vec![0; 400 * 560]),
        Grey::new(400, 560, vec![255; 400 * 560]),
        Grey::new(2, 3000, vec![90; 6000]),
        Grey::new(3000, 2, vec![90; 6000]),
        noise(500, 700),
        board(640, 480, 1),
        board(640, 480, 20),
        board(641, 479, 64),
    ];
    for picture in pictures {
        let faces = Faces::of(&picture);
        assert!(faces.first().is_none(), "{}×{}: {faces:?}", picture.width(), picture.height());
    }
}

#[test]
fn points_of_no_face_are_finite_and_not_believed() {
    for picture in [noise(300, 420), board(300, 420, 7), Grey::new(5, 5, vec![0; 25])] {
        for middle in [[0.0, 0.0], [150.0, 210.0], [299.0, 419.0], [-60.0, 500.0]] {
            for unit in [0.5, 20.0, 90.0] {
                let Some(face) = points(&picture, boxed(middle, unit)) else { continue };
                let sound = face.points.named().all(|(_, [x, y])| x.is_finite() && y.is_finite());
                assert!(sound, "{face:?}");
                assert!(face.confidence < 0.5, "{}", face.confidence);
            }
        }
    }
}

#[test]
fn a_box_that_is_none_has_no_points() {
    let picture = noise(100, 140);
    for number in [f32::NAN, f32::INFINITY, -5.0, 0.0, 1e30] {
        let bbox = Bbox { x: 0.0, y: 0.0, width: number, height: number };
        assert!(points(&picture, Found { bbox, score: 9.0 }).is_none(), "{number}");
    }
}

#[test]
fn a_drawn_face_is_found_where_it_is() {
    let picture = egg(500, 700, [260.0, 320.0], 70.0);
    let found = find(&picture);
    assert_eq!(found.len(), 1, "{found:?}");
    let Bbox { x, y, width, height } = found[0].bbox;
    let middle = [x + width / 2.0 - 260.0, y + height / 2.0 - 320.0];
    assert!(middle[0].abs() < 20.0 && (middle[1] - 22.0).abs() < 25.0, "{found:?}");
    assert!((140.0..220.0).contains(&width), "{found:?}");
}

#[test]
fn the_same_pixels_give_the_same_bits() {
    let picture = egg(400, 560, [200.0, 250.0], 70.0);
    let first = points(&picture, boxed([203.0, 248.0], 72.0)).unwrap();
    let again = points(&picture, boxed([203.0, 248.0], 72.0)).unwrap();
    assert_eq!(first, again);
}

#[test]
fn points_move_with_the_picture() {
    let here = points(&egg(400, 560, [180.0, 250.0], 70.0), boxed([180.0, 250.0], 70.0)).unwrap();
    let there = points(&egg(400, 560, [213.0, 271.0], 70.0), boxed([213.0, 271.0], 70.0)).unwrap();
    for ((name, [x, y]), (_, [u, v])) in here.points.named().zip(there.points.named()) {
        assert!((u - x - 33.0).abs() < 0.5 && (v - y - 21.0).abs() < 0.5, "{name}");
    }
}

#[test]
fn points_are_mirrored_with_the_picture() {
    let picture = egg(400, 560, [190.0, 250.0], 70.0);
    let found = boxed([196.0, 255.0], 74.0);
    let bbox = Bbox { x: 400.0 - found.bbox.x - found.bbox.width, ..found.bbox };
    let here = points(&picture, found).unwrap();
    let there = points(&picture.mirrored(), Found { bbox, ..found }).unwrap();
    let mirrored: Vec<Place> = there.points.named().map(|(_, [x, y])| [399.0 - x, y]).collect();
    for (at, (name, [x, y])) in here.points.named().enumerate() {
        let [u, v] = mirrored[LANDMARKS[at].twin];
        assert!((u - x).abs() < 0.2 && (v - y).abs() < 0.2, "{name}: {x} {y}, {u} {v}");
    }
}

#[test]
fn a_loose_box_does_no_harm() {
    let picture = egg(500, 700, [250.0, 320.0], 80.0);
    let close = points(&picture, boxed([250.0, 320.0], 80.0)).unwrap();
    let unit = close.points.eye_distance();
    assert!((unit / 80.0 - 1.0).abs() < 0.1, "the eyes of the drawn face are found: {unit}");
    for (dx, dy, scale) in [(8.0, 0.0, 1.0), (0.0, -8.0, 1.0), (-5.0, 5.0, 1.08), (4.0, 4.0, 0.93)]
    {
        let loose = points(&picture, boxed([250.0 + dx, 320.0 + dy], 80.0 * scale)).unwrap();
        for name in ["pupil_left", "pupil_right"] {
            let ([x, y], [u, v]) =
                (close.points.get(name).unwrap(), loose.points.get(name).unwrap());
            let far = ((x - u).powi(2) + (y - v).powi(2)).sqrt() / unit;
            assert!(far < 0.04, "{name}: {far} of the eyes' distance for {dx} {dy} {scale}");
        }
    }
}

#[test]
fn names_and_accessors_say_the_same() {
    let face = points(&egg(300, 420, [150.0, 190.0], 50.0), boxed([150.0, 190.0], 50.0)).unwrap();
    let points = &face.points;
    assert_eq!(points.named().count(), POINTS);
    assert_eq!(points.get("pupil_left"), Some(points.pupil_left()));
    assert_eq!(points.get("eye_right_outer"), Some(points.eye_right()[0]));
    assert_eq!(points.get("nose_base"), Some(points.nose_base()));
    assert_eq!(points.get("mouth_right"), Some(points.mouth_right()));
    assert_eq!(points.get("chin"), Some(points.jaw()[4]));
    assert_eq!(points.get("crown"), Some(points.crown()));
    assert_eq!(points.get("elbow"), None);
    assert!(points.pupil_left()[0] < points.pupil_right()[0], "left as seen in the picture");
    assert!(points.head_height() > 0.0);
}
