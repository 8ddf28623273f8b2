//! The interface: what it weighs, how long until it can be used, how quickly it answers, and what it
//! costs at rest, in the app's real window and in Chromium.
//!
//! What has a floor is measured against `tests/floor`, the least window of the same toolkit and
//! flags, both alternately in one run. The measuring itself is done by the `measure-…` programs of
//! the journeys, on a desk and with a portal of their own.

use super::series::Told;
use super::{Figure, lighthouse, quiet};
use crate::failure::{Failure, Outcome};
use crate::process::{cargo, succeed};
use crate::{places, setup, ui};
use std::time::Duration;

const BUILD: Duration = Duration::from_secs(40 * 60);
const MEASURE: Duration = Duration::from_secs(15 * 60);

/// Builds everything as it ships, then measures one part after another. A part that cannot be
/// measured does not keep the others from being told.
pub(super) fn measure() -> Outcome<Vec<Outcome<Vec<Figure>>>> {
    setup::for_tests()?;
    ui::build(&ui::Options::default())?;
    // Apart from the rest, whose features would else be built into the app.
    let app = ["build", "--release", "--package", "landed", "--package", "floor", "--bins"];
    let features = ["--features", "tauri/custom-protocol"];
    succeed(&mut cargo(app.into_iter().chain(features)), BUILD, "the release build")?;
    let rest = ["build", "--release", "--package", "portal", "--package", "journeys", "--bins"];
    succeed(&mut cargo(rest), BUILD, "building the portal and the measuring programs")?;
    quiet::look();
    Ok(vec![
        weight(),
        start(),
        typing_and_rest_in_chromium(),
        rest_in_windows(),
        lighthouse::measure(),
    ])
}

fn weight() -> Outcome<Vec<Figure>> {
    let first_load = ui::first_load(&places::browser_edition())?;
    let engine = ui::engine(&places::browser_edition())?;
    let app = places::release("landed");
    let binary = std::fs::metadata(&app).map_err(|error| Failure::file("weigh", &app, &error))?;
    let binary = usize::try_from(binary.len()).unwrap_or(usize::MAX);
    Ok(vec![
        Figure::new("first_load_brotli_kb", "KB", as_number(first_load.brotli) / 1e3)
            .aiming_at("≤ 350"),
        Figure::new("engine_wasm_brotli_kb", "KB", as_number(engine.brotli) / 1e3)
            .aiming_at("≤ 1900"),
        Figure::new("binary_mb", "MB", as_number(binary) / 1e6),
    ])
}

fn start() -> Outcome<Vec<Figure>> {
    let told = Told::by("measure-start", MEASURE, |command| {
        command.args([places::release("landed"), places::release("floor")]);
    })?;
    let floor = told.series("floor")?;
    Ok(vec![
        Figure::of("start_to_usable", "ms", &told.series("app")?)
            .above(&floor)
            .aiming_at("ratio ≤ 1.2"),
    ])
}

fn typing_and_rest_in_chromium() -> Outcome<Vec<Figure>> {
    let told = Told::by("measure-pages", MEASURE, |_| ())?;
    let (keys, blank) = (told.series("keys")?, told.series("blank_cpu")?);
    Ok(vec![
        Figure::of("input_to_paint_ms", "ms", &keys).aiming_at("≤ 50"),
        Figure::new("input_to_paint_p95_ms", "ms", keys.at(95)),
        Figure::of("input_to_first_frame_ms", "ms", &told.series("first_frame")?),
        Figure::of("idle_cpu_percent_browser_welcome", "%", &told.series("welcome_cpu")?)
            .above(&blank)
            .aiming_at("0"),
        Figure::of("idle_cpu_percent_browser_home", "%", &told.series("home_cpu")?)
            .above(&blank)
            .aiming_at("0"),
        Figure::of("home_memory_browser", "MB", &told.series("home_memory")?),
    ])
}

fn rest_in_windows() -> Outcome<Vec<Figure>> {
    let told = Told::by("measure-rest", MEASURE, |command| {
        command.args([places::release("landed"), places::release("floor")]);
    })?;
    let (cpu, memory) = (told.series("floor_cpu")?, told.series("floor_memory")?);
    let home = told.series("home_cpu")?;
    Ok(vec![
        Figure::of("idle_cpu_percent", "%", &home).above(&cpu).aiming_at("0"),
        Figure::of("idle_cpu_percent_welcome", "%", &told.series("welcome_cpu")?)
            .above(&cpu)
            .aiming_at("0"),
        Figure::of("home_memory", "MB", &told.series("home_memory")?).above(&memory),
    ])
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files, far below 2^52")]
fn as_number(bytes: usize) -> f64 {
    bytes as f64
}
