//! Trains the model of a face's points on real portraits and measures it, and the thresholds of the
//! photo's examination with it. The work is the package
//! `calibrate`'s; here it is built with optimisation and started.

use crate::failure::Outcome;
use crate::process::{cargo, succeed};
use clap::Args;
use std::path::PathBuf;
use std::time::Duration;

/// Minutes on two free cores; machines that are shared need longer.
const LIMIT: Duration = Duration::from_secs(2 * 60 * 60);

/// What it is trained on.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder of portraits with hand-placed points, a folder per set
    #[arg(long)]
    portraits: PathBuf,
    /// Samples made of each portrait; what is committed was made with the number that is usual
    #[arg(long)]
    copies: Option<usize>,
    /// Leave the model as it is, and only look at the thresholds
    #[arg(long)]
    thresholds: bool,
}

/// Writes `crates/photo/models/points.bin` and `docs/models/points.md`; then, built with that model,
/// `docs/photo-calibration.md` and `crates/photo/tests/portraits.csv`.
///
/// # Errors
/// The portraits cannot be read, or the result cannot be written.
pub(crate) fn run(options: &Options) -> Outcome {
    let portraits = std::path::absolute(&options.portraits).unwrap_or(options.portraits.clone());
    let started = |steps: &[&str]| {
        let mut command = cargo(["run", "--quiet", "--release", "--package", "calibrate", "--"]);
        command.arg("--portraits").arg(&portraits).args(steps);
        if let Some(copies) = options.copies {
            command.arg("--copies").arg(copies.to_string());
        }
        command
    };
    if !options.thresholds {
        succeed(&mut started(&["--points"]), LIMIT, "the calibration of the points")?;
    }
    succeed(&mut started(&["--thresholds"]), LIMIT, "the calibration of the thresholds")
}
