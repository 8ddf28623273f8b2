//! The app as a whole: what it weighs, how large it is, and how long until it can be used.
//!
//! Start-up is measured against `tests/floor`, the least window of the same toolkit and flags, both
//! alternately in one run by the `measure-start` program of the journeys.

use super::Figure;
use crate::failure::{Failure, Outcome};
use crate::process::{cargo, succeed};
use crate::{places, setup, ui};
use serde_json::Value;
use std::process::{Command, Stdio};
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(40 * 60);

pub(super) fn measure() -> Outcome<Vec<Figure>> {
    setup::run()?;
    ui::build(&ui::Options::default())?;
    let release = ["build", "--release", "--package", "landed", "--package", "floor", "--bins"];
    let features = ["--features", "tauri/custom-protocol"];
    succeed(&mut cargo(release.into_iter().chain(features)), LIMIT, "the release build")?;
    let driver = ["build", "--package", "journeys", "--bin", "measure-start"];
    succeed(&mut cargo(driver), LIMIT, "building the measuring program")?;

    let first_load = ui::first_load(&places::browser_edition())?;
    let app = places::release("landed");
    let binary = std::fs::metadata(&app).map_err(|error| Failure::file("weigh", &app, &error))?;
    let (start, floor) = start_to_usable()?;
    Ok(vec![
        Figure {
            name: "first_load_brotli_kb",
            unit: "KB",
            value: as_number(first_load.brotli) / 1000.0,
            floor: None,
            spread: None,
        },
        Figure {
            name: "start_to_usable",
            unit: "ms",
            value: start.median,
            floor: Some(floor.median),
            spread: Some((start.least, start.most)),
        },
        Figure {
            name: "binary_mb",
            unit: "MB",
            value: as_number(usize::try_from(binary.len()).unwrap_or(usize::MAX)) / 1e6,
            floor: None,
            spread: None,
        },
    ])
}

struct Times {
    median: f64,
    least: f64,
    most: f64,
}

fn start_to_usable() -> Outcome<(Times, Times)> {
    let output = Command::new("timeout")
        .args(["--kill-after=10", "900"])
        .arg(places::program("measure-start"))
        .args([places::release("landed"), places::release("floor")])
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("measure-start could not be started: {error}")))?;
    let told: Value = serde_json::from_slice(&output.stdout)
        .map_err(|_| Failure::new(format!("measure-start failed ({})", output.status)))?;
    let times = |name: &str| {
        let mut times: Vec<f64> =
            told[name].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        times.sort_by(f64::total_cmp);
        match (times.first(), times.get(times.len() / 2), times.last()) {
            (Some(least), Some(median), Some(most)) => {
                Ok(Times { median: *median, least: *least, most: *most })
            }
            _ => Err(Failure::new(format!("measure-start told no times of {name}"))),
        }
    };
    Ok((times("app")?, times("floor")?))
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files, far below 2^52")]
fn as_number(bytes: usize) -> f64 {
    bytes as f64
}
