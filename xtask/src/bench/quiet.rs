//! Whether the machine is quiet enough to measure on. It only says so: what is measured on a busy
//! machine is still told, and is too high rather than too low.

use std::fs;
use std::thread;
use std::time::Duration;

/// How long the machine is watched.
const WATCHED: Duration = Duration::from_secs(3);
/// How many percent of all processors others may take.
const LITTLE: f64 = 10.0;

/// Says so when other programs keep the processors busy.
pub(super) fn look() {
    let Some(before) = processors() else { return };
    thread::sleep(WATCHED);
    let Some(after) = processors() else { return };
    if let Some(percent) = taken(before, after).filter(|percent| *percent > LITTLE) {
        println!(
            "bench: other programs take {percent:.0} % of this machine; times will be too high"
        );
    }
}

/// Ticks in all, and those of them in which nothing ran.
type Ticks = (u64, u64);

fn processors() -> Option<Ticks> {
    of_line(fs::read_to_string("/proc/stat").ok()?.lines().next()?)
}

/// The first line of `/proc/stat`: user, nice, system, idle, waiting, interrupts, … What ran for
/// guests is part of the first two as well.
fn of_line(line: &str) -> Option<Ticks> {
    let ticks: Vec<u64> =
        line.strip_prefix("cpu ")?.split_whitespace().map_while(|word| word.parse().ok()).collect();
    let idle = ticks.get(3)? + ticks.get(4)?;
    Some((ticks.iter().take(8).sum(), idle))
}

#[expect(clippy::cast_precision_loss, reason = "ticks of a few seconds")]
fn taken(before: Ticks, after: Ticks) -> Option<f64> {
    let (all, idle) = (after.0.checked_sub(before.0)?, after.1.checked_sub(before.1)?);
    (all > 0).then(|| 100.0 - 100.0 * idle as f64 / all as f64)
}

#[cfg(test)]
mod tests {
    use super::{of_line, taken};

    #[test]
    fn what_is_neither_idle_nor_waiting_is_taken() {
        let before = of_line("cpu  100 0 50 800 50 0 0 0 0 0").unwrap();
        let after = of_line("cpu  150 0 50 840 60 0 0 0 50 0").unwrap();
        assert_eq!((before, after), ((1000, 850), (1100, 900)));
        assert_eq!(taken(before, after), Some(50.0));
        assert_eq!(taken(after, before), None);
        assert_eq!(of_line("cpu0 1 2 3 4 5"), None);
    }
}
