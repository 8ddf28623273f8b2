//! The program as people call it: what it prints, what it writes, how it ends.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

#[expect(dead_code, reason = "each test file uses what it needs")]
#[path = "support/make.rs"]
mod make;

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with pictures of every verdict.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| {
        fs::write(folder.path().join(name), bytes).expect("written");
    };
    write("fits.jpg", &make::jpeg(1000, 1400));
    write("laden.jpg", &make::laden_jpeg(1000, 1400, 1));
    write("phone.jpg", &make::laden_jpeg(1600, 1200, 6));
    write("small.png", &make::png(300, 420));
    write("text.jpg", b"Dear officer");
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_landed-photo"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

fn ended(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

/// What was said about each file, without the times that it took.
fn objects(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("text");
    let lines = text.lines().map(|line| serde_json::from_str(line).expect("an object"));
    lines
        .map(|mut object: Value| {
            let times = object.as_object_mut().expect("an object").remove("timings_ms");
            let times = times.expect("times");
            assert!(times["inspect"].as_f64().expect("milliseconds") >= 0.0);
            object
        })
        .collect()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

#[test]
fn each_verdict_has_its_own_end_and_the_worst_counts() {
    let folder = folder();
    let end = |files: &[&str]| ended(&run(folder.path(), &[&["inspect"], files].concat()));
    assert_eq!(end(&["fits.jpg"]), 0);
    assert_eq!(end(&["laden.jpg"]), 0);
    assert_eq!(end(&["phone.jpg"]), 1);
    assert_eq!(end(&["small.png"]), 2);
    assert_eq!(end(&["text.jpg"]), 2);
    assert_eq!(end(&["missing.jpg"]), 2);
    assert_eq!(end(&["fits.jpg", "phone.jpg"]), 1);
    assert_eq!(end(&["text.jpg", "phone.jpg", "fits.jpg"]), 2);
}

#[test]
fn the_object_of_a_file_that_fits_is_the_documented_one() {
    let folder = folder();
    let output = run(folder.path(), &["inspect", "--json", "fits.jpg"]);
    let bytes = fs::metadata(folder.path().join("fits.jpg")).expect("there").len();
    assert_eq!(
        objects(&output),
        [json!({
            "file": "fits.jpg", "format": "jpeg", "width": 1000, "height": 1400, "bytes": bytes,
            "profile": null, "verdict": "clear", "findings": [], "face": null, "geometry": null,
            "measures": {}, "frame": null, "metadata": [],
        })]
    );
}

#[test]
fn findings_carry_what_was_measured_beside_the_limit() {
    let folder = folder();
    let output = run(folder.path(), &["inspect", "--json", "phone.jpg", "small.png", "text.jpg"]);
    let objects = objects(&output);
    let verdicts: Vec<&Value> = objects.iter().map(|object| &object["verdict"]).collect();
    assert_eq!(verdicts, ["fixable", "refused", "refused"]);
    assert_eq!((&objects[0]["width"], &objects[0]["height"]), (&json!(1200), &json!(1600)));
    assert_eq!(
        objects[0]["findings"],
        json!([{
            "code": "wrong_shape", "severity": "fixable", "measured": 0.75, "limit": 0.7143,
            "unit": "width/height", "region": null,
        }])
    );
    assert_eq!(
        objects[1]["findings"],
        json!([{
            "code": "too_small", "severity": "refusal", "measured": [300, 420],
            "limit": [715, 1000], "unit": "px", "region": null,
        }])
    );
    assert_eq!(objects[2]["findings"][0]["code"], "wrong_format");
    assert_eq!(objects[2]["findings"][0]["measured"], "text");
    let names = objects[0]["metadata"].as_array().expect("names");
    for name in ["GPSLatitude", "BodySerialNumber", "CameraOwnerName", "MakerNote", "XMP", "COM"] {
        assert!(names.contains(&json!(name)), "{name} of {names:?}");
    }
    assert_eq!(objects[0]["profile"], "Display P3");
}

#[test]
fn people_read_sentences() {
    let folder = folder();
    let output = run(folder.path(), &["inspect", "phone.jpg", "text.jpg"]);
    let said = text(&output.stdout);
    assert!(said.contains("phone.jpg: image/jpeg, 1200 × 1600 px"), "{said}");
    assert!(said.contains("1200 × 1600 px is not 5 to 7; framing mends it"), "{said}");
    assert!(said.contains("removed before sending: "), "{said}");
    assert!(said.contains("it is no JPEG or PNG that can be used, but: text"), "{said}");
}

/// A drawn portrait as it should be, and one that is too dark with too large a head.
fn portraits() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let good = portrait::Portrait::default();
    let dark = portrait::Portrait {
        head_height: 0.62,
        light: portrait::Light { stops: -2.0, ..good.light },
        ..good
    };
    for (name, portrait) in [("good.png", good), ("dark.png", dark)] {
        let rgb = portrait::render(&portrait, 750, 1050).rgb;
        let size = (750, 1050);
        let bytes = make::png_of(size, png::ColorType::Rgb, png::BitDepth::Eight, &rgb);
        fs::write(folder.path().join(name), bytes).expect("written");
    }
    folder
}

#[test]
fn examining_tells_what_is_seen_by_the_documented_names() {
    let folder = portraits();
    let output = run(folder.path(), &["examine", "--json", "--kind", "photo", "dark.png"]);
    assert_eq!(ended(&output), 3, "warnings only: {}", text(&output.stderr));
    let object: Value = serde_json::from_slice(&output.stdout).expect("an object");
    assert_eq!(object["verdict"], "warnings");
    assert_eq!((&object["file"], &object["format"]), (&json!("dark.png"), &json!("png")));
    assert_eq!((&object["width"], &object["height"]), (&json!(750), &json!(1050)));
    let findings = object["findings"].as_array().expect("findings");
    let found = |code: &str| {
        findings.iter().find(|finding| finding["code"] == code).expect("a finding of this code")
    };
    let dark = found("too_dark");
    assert_eq!((&dark["severity"], &dark["unit"]), (&json!("strong"), &json!("lightness")));
    assert!(dark["measured"].as_f64() < dark["limit"].as_f64(), "{dark}");
    assert!(!dark["region"].as_array().expect("marks").is_empty());
    assert_eq!(found("head_too_large")["unit"], "percent");
    let frame = &object["frame"];
    assert!(frame.is_null(), "a head that large leaves no room for its frame: {frame}");
    let face = &object["face"];
    assert_eq!(face["box"].as_array().expect("a box").len(), 4);
    for name in ["pupil_left", "pupil_right", "eye_left_outer", "mouth_right", "nose_base", "chin"]
    {
        assert_eq!(face["points"][name].as_array().expect("a place").len(), 2, "{name}");
    }
    for name in ["head_height_ratio", "eye_distance_px", "roll_deg", "centre_dx_ratio"] {
        assert!(object["geometry"][name].is_f64(), "{name}: {}", object["geometry"]);
    }
    assert!(object["measures"]["exposure"].as_f64().expect("a measure") < 58.0);
    for stage in ["read", "inspect", "decode", "reduce", "face", "points", "light"] {
        assert!(object["timings_ms"][stage].as_f64().expect("milliseconds") >= 0.0, "{stage}");
    }
}

#[test]
fn examining_says_warnings_in_sentences_and_ends_with_the_worst() {
    let folder = portraits();
    let output = run(folder.path(), &["examine", "dark.png"]);
    let said = text(&output.stdout);
    assert!(said.contains("750 × 1050 px") && said.contains(", warnings"), "{said}");
    assert!(said.contains("strong: too dark, measured L* "), "{said}");
    assert!(said.contains("step back: the right frame needs more space, "), "{said}");
    fs::write(folder.path().join("text.jpg"), b"Dear officer").expect("written");
    fs::write(folder.path().join("phone.jpg"), make::jpeg(1600, 1200)).expect("written");
    let end = |files: &[&str]| ended(&run(folder.path(), &[&["examine"], files].concat()));
    assert_eq!(end(&["phone.jpg", "dark.png"]), 1);
    assert_eq!(end(&["dark.png", "text.jpg"]), 2);
    let refused = run(folder.path(), &["examine", "--json", "text.jpg"]);
    let refused: Value = serde_json::from_slice(&refused.stdout).expect("an object");
    assert_eq!((&refused["verdict"], &refused["face"]), (&json!("refused"), &Value::Null));
    let first = run(folder.path(), &["examine", "--json", "phone.jpg"]);
    let first: Value = serde_json::from_slice(&first.stdout).expect("an object");
    assert_eq!(first["findings"][0]["code"], "wrong_shape", "what stops it comes first");
    assert!(first["findings"].as_array().expect("findings").len() > 1, "then warnings");
}

#[test]
fn the_overlay_is_the_picture_with_lines_on_it() {
    let folder = portraits();
    let arguments = ["examine", "dark.png", "--overlay", "drawn.png"];
    assert_eq!(ended(&run(folder.path(), &arguments)), 3);
    let pixels = |name: &str| {
        let file = std::io::BufReader::new(fs::File::open(folder.path().join(name)).expect("it"));
        let mut reader = png::Decoder::new(file).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut pixels).expect("pixels");
        assert_eq!((info.width, info.height), (750, 1050));
        pixels
    };
    let (before, drawn) = (pixels("dark.png"), pixels("drawn.png"));
    let far = |(one, other): &(&u8, &u8)| one.abs_diff(**other) > 60;
    let changed = before.iter().zip(&drawn).filter(far).count() as f64 / before.len() as f64;
    assert!((0.001..0.2).contains(&changed), "{changed} of it is lines");
    let end = |arguments: &[&str]| ended(&run(folder.path(), arguments));
    assert_eq!(end(&["examine", "dark.png", "good.png", "--overlay", "two.png"]), 64);
    assert_eq!(end(&["examine", "dark.png", "--overlay", "dark.png"]), 64);
    assert!(!folder.path().join("two.png").exists());
}

#[test]
fn stripping_writes_the_same_picture_without_the_rest() {
    let folder = folder();
    let output = run(folder.path(), &["strip", "laden.jpg", "--out", "clean.jpg"]);
    assert_eq!(ended(&output), 0);
    assert!(text(&output.stdout).contains("GPSLatitude"));
    let clean = objects(&run(folder.path(), &["inspect", "--json", "clean.jpg"]));
    assert_eq!(clean[0]["metadata"], json!([]));
    let bytes = fs::read(folder.path().join("clean.jpg")).expect("written");
    assert!(!bytes.windows(4).any(|part| part == &make::SECRET[..4]));
}

#[test]
fn framing_writes_a_photo_that_can_be_sent() {
    let folder = folder();
    let crop = ["frame", "phone.jpg", "--crop", "50,100,1000,1400", "--out", "photo.jpg"];
    let output = run(folder.path(), &crop);
    assert_eq!(ended(&output), 0, "{}", text(&output.stderr));
    let photo = objects(&run(folder.path(), &["inspect", "--json", "photo.jpg"]));
    assert_eq!(photo[0]["verdict"], "clear");
    assert_eq!((&photo[0]["width"], &photo[0]["height"]), (&json!(1000), &json!(1400)));
    let outside = ["frame", "phone.jpg", "--crop", "-10,0,1000,1400", "--out", "photo.jpg"];
    let output = run(folder.path(), &outside);
    assert_eq!(ended(&output), 2);
    assert!(text(&output.stderr).contains("10 on the left"), "{}", text(&output.stderr));
}

#[test]
fn what_was_read_is_never_written_over() {
    let folder = folder();
    let before = fs::read(folder.path().join("laden.jpg")).expect("there");
    let same = |out: &str| ended(&run(folder.path(), &["strip", "laden.jpg", "--out", out]));
    assert_eq!(same("laden.jpg"), 64);
    assert_eq!(same("./laden.jpg"), 64);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("laden.jpg", folder.path().join("soft.jpg")).expect("a link");
        assert_eq!(same("soft.jpg"), 64);
        fs::hard_link(folder.path().join("laden.jpg"), folder.path().join("hard.jpg"))
            .expect("a link");
        assert_eq!(same("hard.jpg"), 64);
    }
    assert_eq!(fs::read(folder.path().join("laden.jpg")).expect("there"), before);
}

#[test]
fn a_file_that_is_there_stays_until_there_is_a_better_one() {
    let folder = folder();
    fs::write(folder.path().join("out.jpg"), b"older").expect("written");
    let refused = run(folder.path(), &["strip", "text.jpg", "--out", "out.jpg"]);
    assert_eq!(ended(&refused), 2);
    assert!(refused.stdout.is_empty() && text(&refused.stderr).contains("text.jpg"));
    assert_eq!(fs::read(folder.path().join("out.jpg")).expect("there"), b"older");
    assert_eq!(ended(&run(folder.path(), &["strip", "laden.jpg", "--out", "out.jpg"])), 0);
    assert!(fs::read(folder.path().join("out.jpg")).expect("there").starts_with(b"\xff\xd8"));
    assert_eq!(ended(&run(folder.path(), &["strip", "laden.jpg", "--out", "no/such/out.jpg"])), 2);
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert_eq!(left.len(), 6, "nothing unfinished is left: {left:?}");
}

#[test]
fn what_cannot_be_meant_is_wrong_usage() {
    let folder = folder();
    let end = |arguments: &[&str]| ended(&run(folder.path(), arguments));
    assert_eq!(end(&[]), 64);
    assert_eq!(end(&["inspect"]), 64);
    assert_eq!(end(&["examine"]), 64);
    assert_eq!(end(&["examine", "fits.jpg", "--kind", "painting"]), 64);
    assert_eq!(end(&["look", "fits.jpg"]), 64);
    assert_eq!(end(&["strip", "fits.jpg"]), 64);
    assert_eq!(end(&["frame", "fits.jpg", "--crop", "1,2,3", "--out", "x.jpg"]), 64);
    assert_eq!(end(&["frame", "fits.jpg", "--crop", "1,2,-3,4", "--out", "x.jpg"]), 64);
    assert_eq!(end(&["--help"]), 0);
}

/// Every hostile picture is answered within 700 MB of address space, most of which is the worst
/// that is decoded at all: sixty megapixels in several passes.
#[cfg(target_os = "linux")]
#[test]
fn hostile_pictures_are_answered_within_a_bounded_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let flat = |width: u32, height: u32| {
        let rows = vec![0; (width as usize).div_ceil(8) * height as usize];
        make::png_of((width, height), png::ColorType::Grayscale, png::BitDepth::One, &rows)
    };
    let bomb = make::deflated(&vec![b'0'; 100_000_000]);
    let icc = make::chunk(b"iCCP", &[b"icc\0\0", &bomb[..]].concat());
    let text = make::chunk(b"zTXt", &[b"Raw profile type exif\0\0", &bomb[..]].concat());
    let files = [
        ("large.png", flat(7500, 8000), 1),
        ("too-large.png", flat(10_000, 10_000), 2),
        ("bomb.png", make::with_chunks(&make::png(1000, 1400), &[icc, text]), 0),
        ("heavy.jpg", [make::jpeg(1000, 1400), vec![7; 41 * 1024 * 1024]].concat(), 2),
    ];
    for (name, bytes, expected) in files {
        fs::write(folder.path().join(name), bytes).expect("written");
        let output = Command::new("sh")
            .args(["-c", "ulimit -v 700000 && exec \"$0\" inspect \"$1\""])
            .args([env!("CARGO_BIN_EXE_landed-photo"), name])
            .current_dir(folder.path())
            .output()
            .expect("it starts");
        assert_eq!(ended(&output), expected, "{name}: {}", text_of(&output));
    }
}

#[cfg(target_os = "linux")]
fn text_of(output: &Output) -> String {
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}
