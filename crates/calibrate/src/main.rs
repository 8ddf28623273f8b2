//! `calibrate --portraits DIR`: trains the model of a face's points, measures it on people that it
//! does not know, and writes the model and its card.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to the terminal")]

use calibrate::failure::Failure;
use calibrate::run::{FOLDS, Setting};
use calibrate::{detector, portraits, report, run};
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
    let portraits = portraits::read(cli.portraits.as_deref().unwrap_or(Path::new("")))?;
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
