//! What running programs cost while nobody touches them: processor time and memory of process
//! trees, as the kernel counts them. It ends and changes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

/// How long it is looked at.
const LOOKING: Duration = Duration::from_secs(10);

/// What processes cost at rest.
#[derive(Clone, Copy)]
pub(crate) struct Rest {
    /// Processor time in percent of one core. The kernel's scheduler counts nanoseconds, so what
    /// shows here is never rounded to nothing: a tenth of a percent is 10 ms in ten seconds.
    pub(crate) cpu_percent: f64,
    /// Memory in MB; what several processes share is counted once (proportional set size).
    pub(crate) memory_mb: f64,
}

/// What these processes cost for ten seconds.
///
/// # Panics
/// When there are none.
pub(crate) fn look_at(processes: impl Fn() -> Vec<u32>) -> Rest {
    let (before, started) = (busy(&processes()), Instant::now());
    thread::sleep(LOOKING);
    let (after, took) = (busy(&processes()), started.elapsed());
    assert!(!after.is_empty(), "there is something to look at");
    // A thread that began meanwhile counts from its beginning; one that ended is lost.
    let spent: Duration = after
        .iter()
        .map(|(thread, time)| time.saturating_sub(before.get(thread).copied().unwrap_or_default()))
        .sum();
    let memory: f64 = processes().into_iter().map(kilobytes).sum();
    Rest {
        cpu_percent: spent.as_secs_f64() / took.as_secs_f64() * 100.0,
        memory_mb: memory * 1024.0 / 1e6,
    }
}

/// This program's descendants of whose command line this holds, and their descendants.
pub(crate) fn started_here(wanted: impl Fn(&str) -> bool) -> Vec<u32> {
    let parents = parents();
    let above = |process: u32| {
        std::iter::successors(Some(process), |process| parents.get(process).copied())
    };
    let here = |process| above(process).any(|each| each == std::process::id());
    let wanted = |process| here(process) && wanted(&command_line(process));
    let roots: Vec<u32> = parents.keys().copied().filter(|each| wanted(*each)).collect();
    parents
        .keys()
        .copied()
        .filter(|process| above(*process).any(|each| roots.contains(&each)))
        .collect()
}

/// What a process was started with; Chromium's processes put spaces between the words themselves.
fn command_line(process: u32) -> String {
    let words = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&words).replace('\0', " ").trim_end().to_owned()
}

/// Every process and its parent.
fn parents() -> BTreeMap<u32, u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let process: u32 = entry.file_name().to_str()?.parse().ok()?;
            let told = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name in brackets may hold anything; after it come the state and the parent.
            let parent = told.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?;
            Some((process, parent))
        })
        .collect()
}

/// How long every thread of these processes has run on a processor.
fn busy(processes: &[u32]) -> BTreeMap<PathBuf, Duration> {
    let threads = processes
        .iter()
        .flat_map(|process| fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten())
        .filter_map(|entry| Some(entry.ok()?.path()));
    threads
        .filter_map(|thread| {
            let told = fs::read_to_string(thread.join("schedstat")).ok()?;
            let nanoseconds = told.split_whitespace().next()?.parse().ok()?;
            Some((thread, Duration::from_nanos(nanoseconds)))
        })
        .collect()
}

fn kilobytes(process: u32) -> f64 {
    let told = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let size = told.lines().find_map(|line| line.strip_prefix("Pss:")?.split_whitespace().next());
    size.and_then(|size| size.parse().ok()).unwrap_or_default()
}
