//! The same work natively: `probe` reads lines as `probe.mjs` does and prints milliseconds;
//! `probe peak WORK FILE` does it once and prints the most memory that this process had, in KB;
//! `probe pictures FOLDER` writes the pictures that are measured.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a measuring program tells figures")]

use probe::{Work, pictures};
use std::error::Error;
use std::io::BufRead as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

type Done<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words[..] {
        [] => serve(),
        ["peak", work, file] => peak(work, file),
        ["pictures", folder] => pictures::write_measured(Path::new(folder)).map_err(Into::into),
        _ => Err("usage: probe | probe peak WORK FILE | probe pictures FOLDER".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn serve() -> Done {
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let [_, work, file] = line.split(' ').collect::<Vec<_>>()[..] else {
            return Err(format!("not a line for this program: {line}").into());
        };
        let (work, bytes) = (work.parse::<Work>()?, std::fs::read(file)?);
        let started = Instant::now();
        let result = work.on(&bytes);
        let took = started.elapsed();
        drop(result);
        println!("{:.4}", took.as_secs_f64() * 1e3);
    }
    Ok(())
}

fn peak(work: &str, file: &str) -> Done {
    let (work, bytes) = (work.parse::<Work>()?, std::fs::read(file)?);
    let told = work.on(&bytes);
    if told.starts_with(b"Problem") {
        return Err(String::from_utf8_lossy(&told).into());
    }
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
    println!("{}", kilobytes.ok_or("this system does not say how much memory was used")?.trim());
    Ok(())
}
