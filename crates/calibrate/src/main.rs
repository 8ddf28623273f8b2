//! `calibrate --portraits DIR`: trains the model of a face's points, measures it on people that it
//! does not know, and writes the model and its card; then examines photos made of the same portraits,
//! good and changed, and writes what that shows of the thresholds.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to the terminal")]

use calibrate::failure::Failure;
use calibrate::run::{FOLDS, Setting};
use calibrate::{detector, photos, portraits, report, run};
use clap::Parser;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Parser)]
#[command(about = "Trains and measures the model of a face's points")]
struct Cli {
    /// The folder that holds the portraits, in a folder per set
    #[arg(long, required_unless_present = "detector")]
    portraits: Option<PathBuf>,
    /// Only make the detector's published model (seeta_fd_frontal_v1.0.bin) compact, and write it
    /// where the examination has it
    #[arg(long)]
    detector: Option<PathBuf>,
    /// Where the model is written
    #[arg(long, default_value = "crates/photo/models/points.bin")]
    model: PathBuf,
    /// Where the model's card is written
    #[arg(long, default_value = "docs/models/points.md")]
    card: PathBuf,
    /// Only train and measure the model of the points
    #[arg(long)]
    points: bool,
    /// Leave the model as it is, and only look at the thresholds
    #[arg(long, conflicts_with = "points")]
    thresholds: bool,
    /// Only write the measures of the good photos anew: half a minute, for trying
    #[arg(long, conflicts_with = "points")]
    record_only: bool,
    /// Where the report on the thresholds is written
    #[arg(long, default_value = "docs/photo-calibration.md")]
    report: PathBuf,
    /// Where the measures of the good photos are written
    #[arg(long, default_value = "crates/photo/tests/portraits.csv")]
    record: PathBuf,
    /// Chance begins here
    #[arg(long, default_value_t = 20_261_123)]
    seed: u64,
    /// Samples made of each portrait, at least
    #[arg(long, default_value_t = 30)]
    copies: usize,
    /// Folds that are measured; fewer are for trying
    #[arg(long, default_value_t = FOLDS)]
    folds: usize,
}

fn main() -> ExitCode {
    match calibrate(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn calibrate(cli: &Cli) -> Result<(), Failure> {
    if let Some(path) = &cli.detector {
        let published = fs::read(path).map_err(|error| Failure::file(path, error))?;
        let compact = detector::compact(&published)
            .ok_or_else(|| Failure::odd(path, "not the published model"))?;
        return write(Path::new("crates/photo/models/seeta.bin"), &compact);
    }
    let folder = cli.portraits.as_deref().unwrap_or(Path::new(""));
    if !cli.thresholds && !cli.record_only {
        points(cli, folder)?;
    }
    if cli.points {
        return Ok(());
    }
    if cli.record_only {
        let (sitters, good) = photos::good(folder)?;
        return write(&cli.record, photos::record::csv(&sitters, &good).as_bytes());
    }
    let sight = photos::look(folder, |line| println!("{line}"))?;
    write(&cli.record, photos::record::csv(&sight.sitters, &sight.good).as_bytes())?;
    write(&cli.report, photos::page::page(&sight).as_bytes())
}

/// The model of the points, and its card. The thresholds are looked at with the model that is built
/// in, so after a change this is built anew before (`cargo xtask calibrate` does).
fn points(cli: &Cli, folder: &Path) -> Result<(), Failure> {
    let portraits = portraits::read(folder)?;
    let setting = Setting { seed: cli.seed, copies: cli.copies.max(1), folds: cli.folds };
    let outcome = run::run(&portraits, setting, |line| println!("{line}"));
    let model = outcome.model.written();
    write(&cli.model, &model)?;
    let card = report::card(&portraits, setting, &outcome, model.len());
    write(&cli.card, card.as_bytes())?;
    println!("{card}");
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::file(folder, error))?;
    }
    fs::write(path, bytes).map_err(|error| Failure::file(path, error))
}
