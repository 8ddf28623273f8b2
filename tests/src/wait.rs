//! Waiting for something, never for ever and never a fixed time.

use std::thread;
use std::time::{Duration, Instant};

/// How long anything on this machine may take to show itself, even while it also compiles.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The value as soon as there is one.
///
/// # Errors
/// Nothing within [`PATIENCE`].
pub fn until<T>(mut look: impl FnMut() -> Option<T>) -> Result<T, String> {
    until_within(PATIENCE, &mut look)
}

/// The value as soon as there is one.
///
/// # Errors
/// Nothing within the limit.
pub fn until_within<T>(limit: Duration, mut look: impl FnMut() -> Option<T>) -> Result<T, String> {
    let started = Instant::now();
    loop {
        if let Some(value) = look() {
            return Ok(value);
        }
        if started.elapsed() > limit {
            return Err(format!("nothing within {} s", limit.as_secs()));
        }
        thread::sleep(Duration::from_millis(25));
    }
}
