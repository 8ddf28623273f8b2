//! The photo crate says and makes the same, bit for bit, natively and in WebAssembly: what an app
//! framed is what a browser would have framed, and the portal judges what both saw.

#![expect(clippy::unwrap_used, reason = "a test says what it expects")]

use contract::crop::Crop;
use probe::Work;
use probe::pictures::{self, Jpeg, PHONE, Png, jpeg, png, portrait};
use std::env;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The crate and what it needs, for WebAssembly, on a machine that has built nothing.
const BUILD: Duration = Duration::from_secs(300);
/// All of the work on all of the pictures.
const RUN: Duration = Duration::from_secs(120);

const WIDE: u32 = 1203;
const HIGH: u32 = 901;

#[test]
fn every_picture_is_judged_and_made_the_same_in_webassembly() {
    let program = built_for_webassembly();
    let folder = tempfile::tempdir().unwrap();
    let mut script = String::new();
    let mut expected = Vec::new();
    for (name, bytes) in pictures() {
        let file = folder.path().join(&name);
        fs::write(&file, &bytes).unwrap();
        for work in every_work(&name) {
            let told = folder.path().join(format!("{name}-{work}"));
            script += &format!("report {work} {} {}\n", file.display(), told.display());
            expected.push((name.clone(), work, told, work.on(&bytes)));
        }
    }
    run(&program, &script);
    for (name, work, told, native) in expected {
        let (told, words) = (fs::read(told).unwrap(), words(&native));
        assert_eq!(words, self::words(&told), "{work} of {name}");
        assert!(native == told, "{work} of {name} made other bytes: {words}");
        assert!(!words.starts_with("Problem") || name.starts_with("refused"), "{name}: {words}");
    }
}

fn words(told: &[u8]) -> String {
    let line = told.split(|byte| *byte == b'\n').next().unwrap_or_default();
    String::from_utf8_lossy(line).into_owned()
}

/// The crop is made smaller where the picture is over 2000 by 2800, and only cut out elsewhere.
fn every_work(name: &str) -> [Work; 5] {
    let crop = match name {
        "refused-cut-short.jpg" | "large.jpg" => Crop { x: 31, y: 17, width: 2053, height: 2874 },
        _ if name.starts_with("turned") => Crop { x: 40, y: 60, width: 717, height: 1003 },
        _ => Crop { x: 13, y: 7, width: 720, height: 1008 },
    };
    [Work::Inspect, Work::Look, Work::Strip, Work::Frame(crop), Work::Examine]
}

/// Every kind that is accepted, and one that is not.
fn pictures() -> Vec<(String, Vec<u8>)> {
    let (p3, scanner) = (pictures::display_p3().unwrap(), pictures::scanner());
    let (width, height) = (901, 1203);
    let rgb = portrait(width, height, 20);
    let sideways = portrait(WIDE, HIGH, 20);
    let grey: Vec<u8> = rgb.chunks(3).map(|pixel| pixel[1]).collect();
    let mut made: Vec<(String, Vec<u8>)> = (1..=8)
        .map(|orientation| {
            let lies = orientation > 4;
            let (rgb, width, height) =
                if lies { (&sideways, WIDE, HIGH) } else { (&rgb, width, height) };
            let how = Jpeg { orientation, ..PHONE };
            (format!("turned-{orientation}.jpg"), jpeg(rgb, width, height, how).unwrap())
        })
        .collect();
    let phone = |how| jpeg(&rgb, width, height, how).unwrap();
    let mut add = |name: &str, bytes| made.push((name.to_owned(), bytes));
    add("p3.jpg", phone(Jpeg { icc: Some(&p3), ..PHONE }));
    add("scanner.jpg", phone(Jpeg { icc: Some(&scanner), ..PHONE }));
    add("full-colour.jpg", phone(Jpeg { halved: false, quality: 98, ..PHONE }));
    add("progressive.jpg", phone(Jpeg { progressive: true, ..PHONE }));
    add("progressive-full.jpg", phone(Jpeg { progressive: true, halved: false, ..PHONE }));
    add("grey.jpg", jpeg(&grey, width, height, PHONE).unwrap());
    let (large_width, large_height) = (2101, 2903);
    let large = portrait(large_width, large_height, 4);
    let large = jpeg(&large, large_width, large_height, Jpeg { icc: Some(&p3), ..PHONE }).unwrap();
    add("refused-cut-short.jpg", large[..large.len() / 2].to_vec());
    add("large.jpg", large);
    for (name, own) in people() {
        let (width, height) = (760, 1064);
        let drawn = drawn::render(&own, width as usize, height as usize);
        let noisy = drawn::effects::noise(&drawn.rgb, width as usize, height as usize, 6.0, 3);
        add(&format!("person-{name}.jpg"), jpeg(&noisy, width, height, PHONE).unwrap());
    }
    let form =
        |samples: &[u8], colour, depth| png(samples, width, height, Png { colour, depth }).unwrap();
    let wide: Vec<u8> = rgb.iter().flat_map(|sample| [*sample, sample.wrapping_mul(31)]).collect();
    let alpha: Vec<u8> =
        rgb.chunks(3).flat_map(|pixel| [pixel[0], pixel[1], pixel[2], pixel[2]]).collect();
    add("plain.png", form(&rgb, png::ColorType::Rgb, png::BitDepth::Eight));
    add("grey.png", form(&grey, png::ColorType::Grayscale, png::BitDepth::Eight));
    add("sixteen.png", form(&wide, png::ColorType::Rgb, png::BitDepth::Sixteen));
    add("alpha.png", form(&alpha, png::ColorType::Rgba, png::BitDepth::Eight));
    made
}

/// People of whom there is something to say, so that every check gives its numbers.
fn people() -> Vec<(&'static str, drawn::Portrait)> {
    use drawn::{Backdrop, Cover, Eyes, Glare, Glasses, Light, Mouth, Portrait, Shadow, Skin};
    let of = Portrait::default;
    let dark = Skin { tone: 9.0, ..Skin::default() };
    let glasses = Glasses { glare: Some(Glare::default()), ..Glasses::default() };
    let texture = Some((drawn::Texture::Bricks, 1.0));
    vec![
        ("good", of()),
        ("dark", Portrait { skin: dark, light: Light { stops: -1.0, ..Light::default() }, ..of() }),
        ("turned", Portrait { yaw: 18.0, roll: 9.0, ..of() }),
        ("closed", Portrait { eyes: Eyes { opening: [0.0, 0.1], ..Eyes::default() }, ..of() }),
        ("open", Portrait { mouth: Mouth { opening: 0.8, smile: 0.2, teeth: true }, ..of() }),
        ("glare", Portrait { glasses: Some(glasses), ..of() }),
        ("mask", Portrait { cover: Some(Cover::Mask), ..of() }),
        ("shadow", Portrait { shadow: Some(Shadow::default()), ..of() }),
        ("bricks", Portrait { backdrop: Backdrop { texture, ..Backdrop::default() }, ..of() }),
        ("near", Portrait { head_height: 0.8, ..of() }),
    ]
}

/// The probe as a program in WebAssembly, out of the same sources. It fails where it cannot be
/// built: a test that skips itself would say nothing.
fn built_for_webassembly() -> PathBuf {
    // The folder of this build, where macros are compiled already.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--package", "probe", "--lib"])
        .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .spawn()
        .unwrap();
    ends_well(built, BUILD, "building the probe for WebAssembly");
    target.join("wasm32-unknown-unknown/debug/probe.wasm")
}

fn run(program: &Path, script: &str) {
    let mut node = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("probe.mjs"))
        .arg(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    node.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    ends_well(node, RUN, "the probe in Node");
}

fn ends_well(mut child: Child, limit: Duration, what: &str) {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success(), "{what}: {status}");
            return;
        }
        let late = started.elapsed() > limit;
        if late {
            child.kill().unwrap();
        }
        assert!(!late, "{what} took more than {} s", limit.as_secs());
        thread::sleep(Duration::from_millis(20));
    }
}
