//! The device's store: what keeping a draft costs beside the barest commit of as many bytes, and
//! opening a full store over opening an empty one. `measure-applicant` of the journeys does both
//! sides alternately in one run.

use super::series::Told;
use super::{Figure, quiet};
use crate::failure::Outcome;
use crate::process::{cargo, succeed};
use std::time::Duration;

const BUILD: Duration = Duration::from_secs(30 * 60);
const MEASURE: Duration = Duration::from_secs(5 * 60);

/// Builds the programs and measures.
pub(super) fn measure() -> Outcome<Vec<Outcome<Vec<Figure>>>> {
    let build = ["build", "--release", "--bins", "--package", "portal", "--package", "journeys"];
    succeed(&mut cargo(build), BUILD, "building what measures the store")?;
    quiet::look();
    Ok(vec![figures()])
}

fn figures() -> Outcome<Vec<Figure>> {
    let told = Told::by("measure-applicant", MEASURE, |_| ())?;
    let flush = Figure::of("draft_flush", "µs", &told.series("flush")?);
    let over = Figure::of("store_open", "ms", &told.series("over_empty")?);
    Ok(vec![
        flush.above(&told.series("commit")?).aiming_at("ratio ≤ 1.5"),
        over.aiming_at("≤ 30 over an empty one"),
    ])
}
