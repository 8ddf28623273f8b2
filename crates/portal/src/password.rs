//! Hashing passwords with Argon2id, off the async threads and never more at a time than there are
//! permits, so that a flood of sign-ins cannot take all memory.

use crate::secret;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Hashings at a time: each holds [`Cost::memory_kib`].
const AT_A_TIME: usize = 4;

/// What one hashing costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane.
    pub const PRODUCTION: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };

    /// Worth nothing against an attacker: for tests only.
    pub const TESTS: Self = Self { memory_kib: 32, passes: 1, lanes: 1 };
}

/// Hashing failed for a reason that has nothing to do with the password.
#[derive(Debug, thiserror::Error)]
#[error("hashing a password failed: {0}")]
pub struct HashingFailed(String);

impl HashingFailed {
    fn because(reason: impl std::fmt::Display) -> Self {
        Self(reason.to_string())
    }
}

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    cost: Cost,
    permits: Arc<Semaphore>,
    /// The hash of something nobody knows: checked where there is no account, so that the work is
    /// the same.
    nobody: Arc<str>,
}

impl Passwords {
    /// Prepares hashing at a cost.
    ///
    /// # Errors
    /// Where the cost is not one that Argon2 knows, or the system has no randomness.
    pub fn new(cost: Cost) -> Result<Self, HashingFailed> {
        let unknown: [u8; 32] = secret::random().map_err(HashingFailed::because)?;
        Ok(Self {
            cost,
            permits: Arc::new(Semaphore::new(AT_A_TIME)),
            nobody: hash(&secret::token(unknown), cost)?.into(),
        })
    }

    /// The PHC string of a password with a new salt.
    ///
    /// # Errors
    /// Where hashing itself fails.
    pub async fn hash(&self, password: String) -> Result<String, HashingFailed> {
        let cost = self.cost;
        self.run(move || hash(&password, cost)).await?
    }

    /// Whether a password fits a PHC string. Without one the same work is done, and nothing fits.
    ///
    /// # Errors
    /// Where hashing itself fails.
    pub async fn fits(
        &self,
        password: String,
        kept: Option<String>,
    ) -> Result<bool, HashingFailed> {
        let known = kept.is_some();
        let kept = kept.unwrap_or_else(|| self.nobody.to_string());
        let fits = self.run(move || fits(&password, &kept)).await??;
        Ok(known && fits)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingFailed> {
        let permit = self.permits.clone().acquire_owned().await;
        let permit = permit.map_err(HashingFailed::because)?;
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        })
        .await
        .map_err(HashingFailed::because)
    }
}

fn hash(password: &str, cost: Cost) -> Result<String, HashingFailed> {
    let salt: [u8; 16] = secret::random().map_err(HashingFailed::because)?;
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None)
        .map_err(HashingFailed::because)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map(|hash: PasswordHash| hash.to_string())
        .map_err(HashingFailed::because)
}

fn fits(password: &str, kept: &str) -> Result<bool, HashingFailed> {
    let kept = PasswordHash::new(kept).map_err(HashingFailed::because)?;
    // Cost and salt are read from the kept string.
    Ok(Argon2::default().verify_password(password.as_bytes(), &kept).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_same_password_fits_and_nobody_fits_nothing() {
        let passwords = Passwords::new(Cost::TESTS).expect("a cost for tests");
        let kept = passwords.hash("quinze lettres!".into()).await.expect("a hash");
        assert!(kept.starts_with("$argon2id$v=19$m=32,t=1,p=1$"), "{kept}");
        let fits = async |typed: &str, kept: Option<&str>| {
            let kept = kept.map(str::to_owned);
            passwords.fits(typed.into(), kept).await.expect("a check")
        };
        assert!(fits("quinze lettres!", Some(&kept)).await);
        assert!(!fits("quinze lettres", Some(&kept)).await);
        assert!(!fits("quinze lettres!", None).await);
    }

    #[test]
    fn production_is_at_least_what_owasp_asks_for() {
        let cost = Cost::PRODUCTION;
        assert!(cost.memory_kib >= 19 * 1024 && cost.passes >= 2 && cost.lanes >= 1);
    }
}
