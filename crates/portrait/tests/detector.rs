//! The face detector of the examination must take every drawn face for one, with the score that true
//! faces have, and find it where it is.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use portrait::{
    Backdrop, Build, Eyes, Glasses, Hair, HairStyle, Light, Mouth, Portrait, Rendered, SecondFace,
    Skin, Truth, render,
};
use rustface::{Detector, FaceInfo, ImageData, create_detector_with_model, read_model};
use std::path::Path;
use std::process::Command;

const WIDTH: usize = 320;
const HEIGHT: usize = 448;

/// True faces in photographs score above this.
const TRUE_FACE: f64 = 10.0;

/// The model lies in the detector's package but not in its program: Cargo knows where.
fn detector() -> Box<dyn Detector> {
    // As Cargo says while it runs this: what was built may have been built in another folder.
    let told = Command::new(std::env::var_os("CARGO").expect("run by Cargo"))
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(
            Path::new(&std::env::var_os("CARGO_MANIFEST_DIR").expect("run by Cargo"))
                .join("Cargo.toml"),
        )
        .output()
        .unwrap();
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    let packages = told["packages"].as_array().unwrap();
    let rustface = packages.iter().find(|p| p["name"] == "rustface").expect("a dependency");
    let manifest = Path::new(rustface["manifest_path"].as_str().unwrap());
    let model = manifest.with_file_name("model").join("seeta_fd_frontal_v1.0.bin");
    let model = read_model(std::fs::read(model).unwrap().as_slice()).unwrap();
    let mut detector = create_detector_with_model(model);
    detector.set_score_thresh(5.0);
    // A fine search, so that the score does not hang on where its windows happen to lie.
    detector.set_pyramid_scale_factor(0.9);
    detector.set_slide_window_step(2, 2);
    detector
}

fn faces(detector: &mut dyn Detector, picture: &Rendered) -> Vec<FaceInfo> {
    let grey: Vec<u8> = picture
        .rgb
        .chunks_exact(3)
        .map(|p| ((u32::from(p[0]) * 77 + u32::from(p[1]) * 150 + u32::from(p[2]) * 29) >> 8) as u8)
        .collect();
    detector.detect(&ImageData::new(&grey, picture.width as u32, picture.height as u32))
}

/// What is wrong with what the detector says, if anything: one face, a good score, both eyes and the
/// mouth within the box, and the box no wider than twice the head.
fn fault(found: &[FaceInfo], truth: &Truth) -> Option<String> {
    let [face] = found else { return Some(format!("{} faces", found.len())) };
    if face.score() < TRUE_FACE {
        return Some(format!("score {:.2}", face.score()));
    }
    let b = face.bbox();
    let inside = |[x, y]: [f32; 2]| {
        x > b.x() as f32
            && y > b.y() as f32
            && x < b.x() as f32 + b.width() as f32
            && y < b.y() as f32 + b.height() as f32
    };
    let must = [
        portrait::Point::PupilLeft,
        portrait::Point::PupilRight,
        portrait::Point::MouthLeft,
        portrait::Point::MouthRight,
    ];
    if !must.iter().all(|p| inside(truth.point(*p))) || b.width() as f32 > 2.0 * truth.head_box[2] {
        return Some(format!("box {:?} {:?} {}x{}", b.x(), b.y(), b.width(), b.height()));
    }
    None
}

fn all_found(portraits: impl IntoIterator<Item = (String, Portrait)>) {
    let mut detector = detector();
    let mut faults = Vec::new();
    let mut lowest = f64::MAX;
    for (name, portrait) in portraits {
        let picture = render(&portrait, WIDTH, HEIGHT);
        let found = faces(detector.as_mut(), &picture);
        lowest = found.iter().map(FaceInfo::score).fold(lowest, f64::min);
        if let Some(fault) = fault(&found, &picture.truth) {
            faults.push(format!("{name}: {fault}"));
        }
    }
    assert!(faults.is_empty(), "lowest {lowest:.1}\n{}", faults.join("\n"));
}

fn skin(tone: u8) -> Skin {
    Skin { tone: f32::from(tone), ..Skin::default() }
}

#[test]
fn every_tone_under_every_hair() {
    all_found((1..=10).flat_map(|tone| {
        HairStyle::ALL.map(|style| {
            let hair = Hair { style, ..Hair::default() };
            (
                format!("tone {tone} {style:?}"),
                Portrait { skin: skin(tone), hair, ..Portrait::default() },
            )
        })
    }));
}

#[test]
fn turned_and_leaning_heads() {
    let poses: [(f32, f32, f32); 14] = [
        (-15.0, 0.0, 0.0),
        (-8.0, 0.0, 0.0),
        (8.0, 0.0, 0.0),
        (15.0, 0.0, 0.0),
        (0.0, -15.0, 0.0),
        (0.0, -8.0, 0.0),
        (0.0, 8.0, 0.0),
        (0.0, 15.0, 0.0),
        (0.0, 0.0, -10.0),
        (0.0, 0.0, 10.0),
        (-10.0, -10.0, 0.0),
        (-10.0, 10.0, 0.0),
        (10.0, -10.0, 0.0),
        (10.0, 10.0, 0.0),
    ];
    all_found([1, 4, 7, 9, 10].into_iter().flat_map(|tone| {
        poses.map(|(yaw, roll, pitch)| {
            let name = format!("tone {tone} yaw {yaw} roll {roll} pitch {pitch}");
            (name, Portrait { skin: skin(tone), yaw, roll, pitch, ..Portrait::default() })
        })
    }));
}

#[test]
fn faces_that_do_something() {
    let all = [2, 9].into_iter().flat_map(|tone| {
        let of = || Portrait { skin: skin(tone), ..Portrait::default() };
        let closed = Eyes { opening: [0.0, 0.0], ..Eyes::default() };
        [
            ("eyes closed", Portrait { eyes: closed, ..of() }),
            ("smile", Portrait { mouth: Mouth { opening: 0.25, smile: 1.0, teeth: true }, ..of() }),
            ("mouth open", Portrait { mouth: Mouth { opening: 0.8, ..Mouth::default() }, ..of() }),
            ("glasses", Portrait { glasses: Some(Glasses::default()), ..of() }),
            (
                "one stop dark",
                Portrait { light: Light { stops: -1.0, ..Light::default() }, ..of() },
            ),
            ("from the left", Portrait { light: Light { side: -0.7, ..Light::default() }, ..of() }),
            ("warm", Portrait { light: Light { warmth: 0.8, ..Light::default() }, ..of() }),
            ("child", Portrait { build: Build { child: 1.0, ..Build::default() }, ..of() }),
            ("old", Portrait { skin: Skin { age: 1.0, beard: 0.7, ..skin(tone) }, ..of() }),
            ("small", Portrait { head_height: 0.35, ..of() }),
            ("large", Portrait { head_height: 0.62, ..of() }),
            ("aside", Portrait { centre_dx: 0.12, centre_dy: 0.05, ..of() }),
        ]
        .map(|(name, portrait)| (format!("{name}, tone {tone}"), portrait))
    });
    all_found(all);
}

#[test]
fn a_second_face_is_a_second_face() {
    let second_face = SecondFace { at: [0.83, 0.30], head_height: 0.24, tone: 6.0 };
    let backdrop = Backdrop { second_face: Some(second_face), ..Backdrop::default() };
    let picture = render(&Portrait { backdrop, ..Portrait::default() }, WIDTH, HEIGHT);
    let found = faces(detector().as_mut(), &picture);
    assert_eq!(found.len(), 2);
}
