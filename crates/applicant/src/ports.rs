//! The outside world as this crate needs it: the time, chance, and the place where the system
//! keeps secrets.

use contract::id::{IdempotencyKey, UploadId};
use contract::{Code, Problem};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The time.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// The device's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place where this crate asks for the time"
        )]
        Timestamp::now()
    }
}

/// Bytes that nobody can guess.
///
/// # Errors
/// `device_store_failed` where the system gives none.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Problem> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Problem::new(Code::DeviceStoreFailed))?;
    Ok(bytes)
}

fn unix_ms(now: Timestamp) -> u64 {
    u64::try_from(now.as_millisecond()).unwrap_or_default()
}

/// A new key for one write.
pub(crate) fn new_key(now: Timestamp) -> Result<IdempotencyKey, Problem> {
    Ok(IdempotencyKey::new(unix_ms(now), random()?))
}

/// A new id for bytes to be sent.
pub(crate) fn new_upload(now: Timestamp) -> Result<UploadId, Problem> {
    Ok(UploadId::new(unix_ms(now), random()?))
}

/// Why a secret could not be read or kept.
#[derive(Clone, Debug, thiserror::Error)]
pub enum SecretError {
    /// The system has no place for secrets, or it does not answer.
    #[error("no secret store: {0}")]
    Unavailable(String),
}

/// The system's place for secrets: Secret Service, Keychain, Credential Manager.
pub trait Secrets: Send + Sync {
    /// The secret of that name, if there is one.
    ///
    /// # Errors
    /// Where there is no store of secrets.
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError>;

    /// Keeps a secret under a name, in place of any older one.
    ///
    /// # Errors
    /// Where there is no store of secrets.
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretError>;

    /// Removes a secret; none of that name is no error.
    ///
    /// # Errors
    /// Where there is no store of secrets.
    fn remove(&self, name: &str) -> Result<(), SecretError>;
}

/// Secrets that end with the process: for a system without a store of secrets, and for tests.
#[derive(Debug, Default)]
pub struct MemorySecrets(Mutex<HashMap<String, Vec<u8>>>);

impl Secrets for MemorySecrets {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned())
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretError> {
        let mut secrets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        secrets.insert(name.to_owned(), secret.to_vec());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), SecretError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        Ok(())
    }
}
