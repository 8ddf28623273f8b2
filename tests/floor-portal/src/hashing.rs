//! Argon2id alone, with the portal's cost.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::num::NonZero;
use std::thread;
use std::time::{Duration, Instant};

/// OWASP Password Storage Cheat Sheet, Argon2id: KiB, passes, lanes.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Passwords that are checked in a second, with one thread a processor.
pub(crate) fn checked_in_a_second(time: Duration) -> Result<f64, String> {
    let params = Params::new(COST.0, COST.1, COST.2, None).map_err(|error| error.to_string())?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let kept: PasswordHash = argon
        .hash_password_with_salt(b"the ferry to Gabriola leaves at seven", &[7; 16])
        .map_err(|error| error.to_string())?;
    let started = Instant::now();
    let count = thread::scope(|scope| {
        let threads: Vec<_> = (0..thread::available_parallelism().map_or(1, NonZero::get))
            .map(|_| {
                scope.spawn(|| {
                    let mut count = 0_u32;
                    while started.elapsed() < time {
                        let typed = b"the ferry to Gabriola leaves at seven";
                        count += u32::from(Argon2::default().verify_password(typed, &kept).is_ok());
                    }
                    count
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or(0)).sum::<u32>()
    });
    Ok(f64::from(count) / started.elapsed().as_secs_f64())
}
