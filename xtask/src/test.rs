//! Everything that must hold before a change lands, area by area, in a bounded time, with one
//! closing count. Areas go on after a failure where that can still tell something.

mod areas;
mod count;

use crate::failure::{Failure, Outcome};
use crate::process::{start, wait};
pub(crate) use areas::strange_requests;
use areas::{AREAS, Area, JOURNEY_AREAS, Step};
use clap::Args;
use count::Count;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What of the window's journey is run.
#[derive(Args)]
pub(crate) struct E2eOptions {
    /// Only tests whose names contain this
    filter: Option<String>,
}

/// Runs every area.
///
/// # Errors
/// Any area failed.
pub(crate) fn run() -> Outcome {
    run_areas(AREAS, None)
}

/// Runs the real window's areas only.
///
/// # Errors
/// Any area failed.
pub(crate) fn e2e(options: &E2eOptions) -> Outcome {
    run_areas(JOURNEY_AREAS, options.filter.as_deref())
}

struct Done {
    area: &'static Area,
    seconds: f64,
    result: Result<Count, (Count, String)>,
}

fn run_areas(areas: &'static [Area], filter: Option<&str>) -> Outcome {
    let mut done: Vec<Done> = Vec::new();
    for area in areas {
        let broken = done.iter().find(|before| before.result.is_err() && before.area.needed_by_all);
        println!("\n── {} ──", area.name);
        let started = Instant::now();
        let result = match broken {
            Some(before) => {
                Err((Count::default(), format!("not run: {} failed", before.area.name)))
            }
            None => run_area(area, filter),
        };
        if let Err((_, why)) = &result {
            println!("{}: {why}", area.name);
        }
        done.push(Done { area, seconds: started.elapsed().as_secs_f64(), result });
    }
    close(&done)
}

fn run_area(area: &Area, filter: Option<&str>) -> Result<Count, (Count, String)> {
    let limit = Duration::from_secs(area.minutes * 2 * 60);
    let started = Instant::now();
    let mut count = Count::default();
    for step in (area.steps)() {
        let left = limit.saturating_sub(started.elapsed());
        let outcome = match step {
            Step::Do(action) => action(),
            Step::Command(mut command) => stream(&mut command, left, area.name, &mut count),
            Step::Tests(mut command) => {
                let before = count.ran();
                command.args(filter);
                let outcome = stream(&mut command, left, area.name, &mut count);
                if outcome.is_ok() && count.ran() == before && filter.is_none() {
                    Err(Failure::new("no test ran"))
                } else {
                    outcome
                }
            }
        };
        if let Err(failure) = outcome {
            return Err((count, failure.to_string()));
        }
    }
    Ok(count)
}

/// Runs a command, shows what it prints and counts the tests in it.
fn stream(command: &mut Command, limit: Duration, what: &str, count: &mut Count) -> Outcome {
    let mut child = start(command.stdin(Stdio::null()).stdout(Stdio::piped()))?;
    let reader = child.stdout.take().map(|output| {
        thread::spawn(move || {
            let mut counted = Count::default();
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                counted.read(&line);
                println!("{line}");
            }
            counted
        })
    });
    let status = wait(&mut child, limit, what);
    if let Some(counted) = reader.and_then(|reader| reader.join().ok()) {
        count.add(counted);
    }
    let status = status?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("failed ({status})"))) }
}

fn close(done: &[Done]) -> Outcome {
    println!("\n{:<22} {:>7} {:>8}  result", "area", "budget", "seconds");
    let mut sum = Count::default();
    for Done { area, seconds, result } in done {
        let (count, words) = match result {
            Ok(count) => {
                (*count, if count.ran() == 0 { "ok".to_owned() } else { count.to_string() })
            }
            // A failure that no test reported still counts as one.
            Err((count, why)) => (count.with_a_failure(), format!("FAILED: {why}")),
        };
        sum.add(count);
        println!("{:<22} {:>4} min {seconds:>8.1}  {words}", area.name, area.minutes);
    }
    let seconds: f64 = done.iter().map(|done| done.seconds).sum();
    println!("{:<22} {:>7} {seconds:>8.1}\n", "all", "");
    println!("{sum}");
    if sum.failed == 0 { Ok(()) } else { Err(Failure::new("something does not hold; see above")) }
}
