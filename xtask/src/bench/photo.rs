//! The photo crate: how long it takes to judge, clean and frame a picture, natively and in
//! WebAssembly, and how much memory that takes at most.
//!
//! The floor is libjpeg-turbo decoding the same file (`tests/floor-jpeg`); of a PNG, which it does
//! not read, there is none. All three programs stay open and take turns, file by file.

mod meter;

use super::series::Series;
use super::{Figure, quiet};
use crate::failure::{Failure, Outcome};
use crate::process::{cargo, succeed, told};
use crate::selection::WASM;
use crate::{places, setup};
use meter::Meter;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const BUILD: Duration = Duration::from_secs(20 * 60);
const ONCE: Duration = Duration::from_secs(60);
/// How often everything is measured, after one time that does not count.
const ROUNDS: usize = 15;

/// Name of the figure, what is done, with which picture.
type Measured = (&'static str, &'static str, &'static str);

/// The crop of 12 megapixels is the largest there is, and is made smaller; that of 3 megapixels is
/// cut out.
const MEASURED: [Measured; 10] = [
    ("inspect_jpeg_12mp", "inspect", "12mp.jpg"),
    ("inspect_jpeg_3mp", "inspect", "3mp.jpg"),
    ("inspect_png_3mp", "inspect", "3mp.png"),
    ("look_jpeg_12mp", "look", "12mp.jpg"),
    ("examine_jpeg_12mp", "examine", "12mp.jpg"),
    ("examine_jpeg_3mp", "examine", "3mp.jpg"),
    ("strip_jpeg_12mp", "strip", "12mp.jpg"),
    ("strip_jpeg_3mp", "strip", "3mp.jpg"),
    ("frame_jpeg_12mp", "frame:72,0,2880,4032", "12mp.jpg"),
    ("frame_jpeg_3mp", "frame:0,0,1464,2050", "3mp.jpg"),
];

/// What memory is told of: the name of the figure, its aim, and what is done with which picture.
type Weighed = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const WEIGHED: [Weighed; 3] = [
    (
        "photo_peak_memory_mb",
        "≤ 90",
        &[
            ("inspect", "12mp.jpg"),
            ("look", "12mp.jpg"),
            ("strip", "12mp.jpg"),
            ("frame:72,0,2880,4032", "12mp.jpg"),
        ],
    ),
    ("examine_peak_memory_mb", "≤ 90", &[("examine", "12mp.jpg")]),
    (
        "photo_peak_memory_hostile_mb",
        "≤ 600",
        &[("look", "60mp-progressive.jpg"), ("frame:0,0,6380,8932", "60mp-progressive.jpg")],
    ),
];

/// Builds the programs, makes the pictures, and measures.
pub(super) fn measure() -> Outcome<Vec<Outcome<Vec<Figure>>>> {
    setup::for_measuring_pictures()?;
    let native = ["build", "--release", "--package", "probe", "--bins"];
    succeed(&mut cargo(native), BUILD, "building the probe")?;
    let program = for_webassembly()?;
    let floor = floor()?;
    let folder = places::target().join("bench/pictures");
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file("make", &folder, &error))?;
    let mut make = Command::new(places::release("probe"));
    succeed(make.arg("pictures").arg(&folder), ONCE * 2, "making the pictures")?;
    quiet::look();
    Ok(vec![times(&folder, &floor, &program), memory(&folder)])
}

/// The probe in WebAssembly, as the browser edition's examiner is built.
fn for_webassembly() -> Outcome<PathBuf> {
    let words = ["build", "--package", "probe", "--lib", "--profile", "wasm-release"];
    let fast = ["--target", WASM, "--config", "profile.wasm-release.opt-level=3"];
    succeed(
        cargo(words.into_iter().chain(fast)).env("RUSTFLAGS", "-Ctarget-feature=+simd128"),
        BUILD,
        "building the probe for WebAssembly",
    )?;
    Ok(places::target().join(WASM).join("wasm-release/probe.wasm"))
}

fn floor() -> Outcome<PathBuf> {
    let source = places::root().join("tests/floor-jpeg/decode.c");
    let program = places::target().join("bench/floor-jpeg");
    let folder = places::target().join("bench");
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file("make", &folder, &error))?;
    let mut compiler = Command::new("cc");
    compiler.args(["-O2", "-Wall", "-Werror", "-o"]).arg(&program).arg(source).arg("-ljpeg");
    succeed(&mut compiler, ONCE, "compiling the floor")?;
    Ok(program)
}

fn times(folder: &Path, floor: &Path, program: &Path) -> Outcome<Vec<Figure>> {
    println!("\nphoto: {} rounds of {} kinds of work", ROUNDS, MEASURED.len());
    let script = places::root().join("tests/probe/probe.mjs");
    let mut native = Meter::start(Command::new(places::release("probe")))?;
    let mut floor = Meter::start(Command::new(floor))?;
    let mut node = Command::new("node");
    node.arg(script).arg(program);
    let mut wasm = Meter::start(node)?;
    let mut figures = Vec::new();
    for (name, work, picture) in MEASURED {
        let file = folder.join(picture);
        let decodable = file.extension().is_some_and(|kind| kind == "jpg");
        let (mut own, mut others, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..=ROUNDS {
            let look = |meter: &mut Meter, told: &mut Vec<f64>| -> Outcome {
                let took = meter.time(work, &file)?;
                // The first time pays for what later ones find in place.
                told.extend((round > 0).then_some(took));
                Ok(())
            };
            if decodable {
                look(&mut floor, &mut theirs)?;
            }
            look(&mut native, &mut own)?;
            look(&mut wasm, &mut others)?;
        }
        let floor = Series::of(theirs);
        for (name, series) in [(name.to_owned(), own), (format!("{name}_wasm"), others)] {
            let series = Series::of(series).ok_or_else(|| Failure::new(format!("{name}: none")))?;
            let figure = Figure::of(&name, "ms", &series);
            figures.push(match &floor {
                Some(floor) => figure.above(floor),
                None => figure,
            });
        }
    }
    Ok(figures)
}

fn memory(folder: &Path) -> Outcome<Vec<Figure>> {
    WEIGHED
        .iter()
        .map(|(name, aim, works)| {
            let mut most: f64 = 0.0;
            for (work, picture) in *works {
                let mut once = Command::new(places::release("probe"));
                once.args(["peak", work]).arg(folder.join(picture));
                let kilobytes = told(&mut once, ONCE, "the probe")?;
                let kilobytes: f64 = kilobytes
                    .trim()
                    .parse()
                    .map_err(|_| Failure::new(format!("the probe told no size: {kilobytes}")))?;
                most = most.max(kilobytes / 1024.0);
            }
            Ok(Figure::new(name, "MB", most).aiming_at(aim))
        })
        .collect()
}
