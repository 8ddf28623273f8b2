//! The portal: how much it bears beside the least server that could serve, and what memory it takes.
//!
//! The floor is `tests/floor-portal` on the portal's own database; `measure-portal` of the journeys
//! asks both, alternately in one run, on the same machine as they stand on.

use super::series::Told;
use super::{Figure, quiet};
use crate::failure::Outcome;
use crate::places;
use crate::process::{cargo, succeed};
use std::time::Duration;

const BUILD: Duration = Duration::from_secs(30 * 60);
const MEASURE: Duration = Duration::from_secs(10 * 60);

/// Builds the programs and measures.
pub(super) fn measure() -> Outcome<Vec<Outcome<Vec<Figure>>>> {
    let packages = ["portal", "floor-portal", "journeys"];
    let words = packages.iter().flat_map(|package| ["--package", package]);
    let build = ["build", "--release", "--bins"].into_iter().chain(words);
    succeed(&mut cargo(build), BUILD, "building the portal and what measures it")?;
    quiet::look();
    Ok(vec![figures()])
}

fn figures() -> Outcome<Vec<Figure>> {
    let told = Told::by("measure-portal", MEASURE, |command| {
        command.arg(places::release("floor-portal"));
    })?;
    let beside = |name, unit, of: &str, floor: &str, aim| -> Outcome<Figure> {
        let figure = Figure::of(name, unit, &told.series(of)?);
        Ok(figure.above(&told.series(floor)?).aiming_at(aim))
    };
    Ok(vec![
        beside("sign_in", "/s", "sign_in", "sign_in_floor", "ratio ≥ 0.9")?,
        beside("status_read_sqlite", "/s", "status", "status_floor", "ratio ≥ 0.7")?,
        beside("upload", "MB/s", "upload", "upload_floor", "ratio ≥ 0.6")?,
        Figure::of("upload_memory_mb", "MB", &told.series("upload_memory_mb")?).aiming_at("≤ 150"),
    ])
}
