//! The system's store of secrets: Secret Service, Keychain, Credential Manager, Android's Keystore.

#[cfg(mobile)]
mod mobile;

use applicant::{SecretError, Secrets};
#[cfg(desktop)]
use keyring::v1::{Entry, Error};
#[cfg(mobile)]
use mobile::{Entry, Error, entry};

/// Secrets under one name of a service.
pub(crate) struct SystemSecrets {
    service: &'static str,
}

impl SystemSecrets {
    /// The demonstration keeps its secrets apart from those of the app in earnest.
    pub(crate) const fn new(demonstration: bool) -> Self {
        Self { service: if demonstration { "Landed demonstration" } else { "Landed" } }
    }

    fn entry(&self, name: &str) -> Result<Entry, SecretError> {
        entry(self.service, name).map_err(|error| unavailable(&error))
    }
}

/// An entry of the store that the desktop system has.
#[cfg(desktop)]
fn entry(service: &str, name: &str) -> Result<Entry, Error> {
    Entry::new(service, name)
}

impl Secrets for SystemSecrets {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
        match self.entry(name)?.get_secret() {
            Ok(secret) => Ok(Some(secret)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(unavailable(&error)),
        }
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretError> {
        self.entry(name)?.set_secret(secret).map_err(|error| unavailable(&error))
    }

    fn remove(&self, name: &str) -> Result<(), SecretError> {
        match self.entry(name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(unavailable(&error)),
        }
    }
}

fn unavailable(error: &Error) -> SecretError {
    SecretError::Unavailable(error.to_string())
}
