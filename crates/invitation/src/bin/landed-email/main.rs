//! `landed-email`: is this email consistent with the portal's mail? Reads one file and tells what is
//! seen of it, to people or to programs. It reads nothing else and asks nobody.

use clap::{Parser, Subcommand};
use contract::genuine::{Evidence, Findings, Seen, Sign, Verdict};
use contract::policy::EMAIL_MAX_BYTES;
use contract::problem::Arg;
use serde_json::json;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Tells whether an email is consistent with the portal's mail
#[derive(Parser)]
#[command(name = "landed-email", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Look for the four criteria in a saved message (.eml) or in text that was copied out of one.
    /// Exit: 0 consistent with the portal's mail (never proven), 1 not how the portal writes, 2 cannot
    /// tell, 64 wrong usage, 66 the file cannot be read
    Check {
        /// The file; `-` for standard input
        file: PathBuf,
        /// The file is text that was copied out of a mail program
        #[arg(long)]
        text: bool,
        /// Print the findings as one JSON object
        #[arg(long)]
        json: bool,
    },
}

/// Wrong usage, and no input (`sysexits.h`).
const USAGE: u8 = 64;
const NO_INPUT: u8 = 66;

fn main() -> ExitCode {
    let Arguments { command: Command::Check { file, text, json } } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let asked = !error.use_stderr();
            let _ = error.print();
            return if asked { ExitCode::SUCCESS } else { ExitCode::from(USAGE) };
        }
    };
    let bytes = match read(&file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{}: {error}", file.display());
            return ExitCode::from(NO_INPUT);
        }
    };
    let findings = if text {
        invitation::check_text(&String::from_utf8_lossy(&bytes))
    } else {
        invitation::check_message(&bytes)
    };
    let lines = if json { vec![json!(findings).to_string()] } else { lines(&findings) };
    let mut out = io::stdout().lock();
    for line in lines {
        if writeln!(out, "{line}").is_err() {
            break;
        }
    }
    ExitCode::from(match findings.verdict {
        Verdict::Consistent => 0,
        Verdict::No => 1,
        Verdict::CannotTell => 2,
    })
}

/// At most one byte more than is looked at.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let most = EMAIL_MAX_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn lines(findings: &Findings) -> Vec<String> {
    let mut lines = vec![
        match findings.verdict {
            Verdict::Consistent => "consistent with the portal's mail; that is no proof",
            Verdict::No => "this is not how the portal writes",
            Verdict::CannotTell => "cannot tell",
        }
        .to_owned(),
    ];
    for judged in &findings.criteria {
        let answer = match judged.seen {
            Seen::Yes => "yes",
            Seen::No => "no",
            Seen::CannotTell => "cannot tell",
        };
        lines.push(format!("{}: {answer}", judged.criterion.as_str()));
        lines.extend(judged.evidence.iter().map(|evidence| format!("  {}", said(evidence))));
    }
    if !findings.observations.is_empty() {
        lines.push("also seen:".to_owned());
        lines.extend(findings.observations.iter().map(|evidence| format!("  {}", said(evidence))));
    }
    lines
}

/// The name of what was seen, with what it was seen in.
fn said(evidence: &Evidence) -> String {
    let name = |sign: Sign| sign.as_str().replace('_', " ");
    let args = evidence.args.iter().map(|(name, value)| match value {
        Arg::Number(number) => format!("{name} {number}"),
        Arg::Text(text) => format!("{name} {text:?}"),
    });
    let args: Vec<String> = args.collect();
    let colon = if args.is_empty() { "" } else { ": " };
    format!("{}{colon}{}", name(evidence.sign), args.join(", "))
}
