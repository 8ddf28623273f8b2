//! `landed-photo`: looks at pictures, says what is seen in them, takes out of them what identifies somebody, frames them, with
//! the code that app and portal use. A tool for officers and developers; it reads the files that it
//! is given and writes the one that it is told to, never over what it read.

#![expect(clippy::print_stderr, reason = "a program for the terminal")]

mod arguments;
mod drawing;
mod examined;
mod files;
mod finding;
mod overlay;
mod report;

use arguments::{Arguments, Command};
use clap::Parser;
use clap::error::ErrorKind;
use contract::Problem;
use contract::photo::SourceKind;
use contract::policy::Policy;
use report::{Report, Verdict};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a program says that was called in a way that it does not know (`EX_USAGE` of sysexits).
const USAGE: u8 = 64;

/// Why nothing was done.
enum Stop {
    /// The command cannot be meant.
    Usage(String),
    /// The picture cannot be used.
    Refused(String),
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            let shown = error.print();
            return if asked && shown.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(USAGE) };
        }
    };
    let done = match arguments.command {
        Command::Inspect { files, json } => {
            return ExitCode::from(inspect(&files, json).exit_code());
        }
        Command::Examine { files, json, overlay, kind } => {
            match examine(&files, json, overlay.as_deref(), kind.map(Into::into)) {
                Ok(worst) => return ExitCode::from(worst.exit_code()),
                Err(stop) => Err(stop),
            }
        }
        Command::Strip { input, out } => strip(&input, &out),
        Command::Frame { input, crop, out } => frame(&input, crop.0, &out),
    };
    match done {
        Ok(said) => {
            say(&said);
            ExitCode::SUCCESS
        }
        Err(Stop::Usage(why)) => {
            eprintln!("error: {why}");
            ExitCode::from(USAGE)
        }
        Err(Stop::Refused(why)) => {
            eprintln!("error: {why}");
            ExitCode::from(Verdict::Refused.exit_code())
        }
    }
}

/// Says something to whoever listens; where nobody does any more, what is done is done all the same.
fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Reports every file, and gives the worst verdict.
fn inspect(files: &[PathBuf], json: bool) -> Verdict {
    let mut worst = Verdict::Clear;
    for file in files {
        let report = Report::of(file, &Policy::PROGRAMME.photo);
        say(&if json { report.json().to_string() } else { report.text() });
        worst = worst.max(report.verdict());
    }
    worst
}

/// Reports every file with what is seen in it, and gives the worst verdict.
fn examine(
    files: &[PathBuf],
    json: bool,
    overlay: Option<&Path>,
    kind: Option<SourceKind>,
) -> Result<Verdict, Stop> {
    let policy = Policy::PROGRAMME.photo;
    if let (Some(out), [file]) = (overlay, files) {
        files::read_for(file, out, &policy)?;
    } else if overlay.is_some() {
        return Err(Stop::Usage("--overlay is for one file".to_owned()));
    }
    let mut worst = Verdict::Clear;
    for file in files {
        let report = Report::examined(file, &policy, kind);
        say(&if json { report.json().to_string() } else { report.text() });
        worst = worst.max(report.verdict());
        if let Some(out) = overlay {
            let drawn = report.overlay().ok_or_else(|| {
                Stop::Refused(format!("{}: there is nothing to draw on", file.display()))
            })?;
            files::write(out, &drawn)?;
        }
    }
    Ok(worst)
}

fn strip(input: &Path, out: &Path) -> Result<String, Stop> {
    let policy = Policy::PROGRAMME.photo;
    let bytes = files::read_for(input, out, &policy)?;
    // Looked at before anything is written, so that no damaged picture is handed on.
    photo::inspect(&bytes, &policy).map_err(|problem| refused(input, &problem))?;
    let stripped = photo::strip(&bytes, &policy).map_err(|problem| refused(input, &problem))?;
    files::write(out, &stripped.bytes)?;
    let names: Vec<&str> = stripped.removed.iter().map(|tag| tag.name.as_str()).collect();
    let removed = if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
    Ok(format!("{}: {} bytes; removed: {removed}", out.display(), stripped.bytes.len()))
}

fn frame(input: &Path, crop: contract::crop::Crop, out: &Path) -> Result<String, Stop> {
    let policy = Policy::PROGRAMME.photo;
    let bytes = files::read_for(input, out, &policy)?;
    let framed = photo::frame(&bytes, crop, &policy).map_err(|problem| refused(input, &problem))?;
    files::write(out, &framed.bytes)?;
    let colours = framed.profile.map(|name| format!(", colours converted from {name}"));
    Ok(format!(
        "{}: {} × {} px, {} bytes, quality {}{}",
        out.display(),
        framed.width,
        framed.height,
        framed.bytes.len(),
        framed.quality,
        colours.unwrap_or_default()
    ))
}

fn refused(input: &Path, problem: &Problem) -> Stop {
    Stop::Refused(format!("{}: {}", input.display(), finding::sentence(problem)))
}
