//! The key of a store, wrapped with a passphrase: sealed with a key that Argon2id makes of it
//! (RFC 9106). The passphrase itself is kept nowhere.

use super::cipher::Cipher;
use super::{DeviceKey, StoreError};
use crate::ports::random;
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What the wrapped key is bound to.
const PLACE: &str = "device key, wrapped with a passphrase";
/// The version of this form.
const FORM: u32 = 1;
/// Memory in KiB, passes and lanes (OWASP Password Storage Cheat Sheet: 19 MiB, 2, 1).
const COST: Cost = Cost { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
/// More than this is nothing that this app ever wrote.
const MOST: Cost = Cost { memory_kib: 1024 * 1024, passes: 64, lanes: 16 };

/// What one guess costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// A wrapped key, as it lies beside its store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WrappedKey {
    version: u32,
    argon2id: Cost,
    /// 16 random bytes, in Base64.
    salt: String,
    /// The sealed key, in Base64.
    sealed: String,
}

impl WrappedKey {
    /// Wraps a key with a passphrase. Takes some hundredths of a second.
    pub(crate) fn of(key: &DeviceKey, passphrase: &str) -> Result<Self, StoreError> {
        let salt: [u8; 16] =
            random().map_err(|_| StoreError::System("no randomness".to_owned()))?;
        let cipher = Cipher::new(&derived(passphrase, &salt, COST)?);
        let sealed = cipher.seal(PLACE, key.as_bytes())?;
        let (salt, sealed) = (STANDARD.encode(salt), STANDARD.encode(sealed));
        Ok(Self { version: FORM, argon2id: COST, salt, sealed })
    }

    /// What lies in a file.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::NewerForm`].
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, StoreError> {
        let wrapped: Self = serde_json::from_slice(bytes).map_err(|_| StoreError::Damaged)?;
        let Cost { memory_kib, passes, lanes } = wrapped.argon2id;
        let is_sound =
            memory_kib <= MOST.memory_kib && passes <= MOST.passes && lanes <= MOST.lanes;
        match wrapped.version {
            FORM if is_sound => Ok(wrapped),
            FORM => Err(StoreError::Damaged),
            _ => Err(StoreError::NewerForm),
        }
    }

    /// What to put in a file.
    pub(crate) fn written(&self) -> Result<Vec<u8>, StoreError> {
        Ok(serde_json::to_vec_pretty(self)?)
    }

    /// The key, with the passphrase that it was wrapped with. Takes some hundredths of a second.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] for another passphrase; [`StoreError::Damaged`].
    pub(crate) fn open(&self, passphrase: &str) -> Result<DeviceKey, StoreError> {
        let salt = STANDARD.decode(&self.salt).map_err(|_| StoreError::Damaged)?;
        let sealed = STANDARD.decode(&self.sealed).map_err(|_| StoreError::Damaged)?;
        let cipher = Cipher::new(&derived(passphrase, &salt, self.argon2id)?);
        let key = cipher.open(PLACE, &sealed)?;
        DeviceKey::from_bytes(&key).ok_or(StoreError::Damaged)
    }
}

fn derived(passphrase: &str, salt: &[u8], cost: Cost) -> Result<DeviceKey, StoreError> {
    let failed = |error: argon2::Error| StoreError::System(error.to_string());
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(failed)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut key = Zeroizing::new([0; 32]);
    argon2.hash_password_into(passphrase.as_bytes(), salt, &mut *key).map_err(failed)?;
    DeviceKey::from_bytes(&*key).ok_or(StoreError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_passphrase_opens_it() {
        let key = DeviceKey::generate().expect("a key");
        let wrapped = WrappedKey::of(&key, "correct horse").expect("wrapped");
        let written = wrapped.written().expect("written");
        let read = WrappedKey::read(&written).expect("read");
        assert_eq!(read, wrapped);
        assert_eq!(read.open("correct horse").expect("opens").as_bytes(), key.as_bytes());
        for other in ["", "correct hors", "correct horse ", "Correct horse"] {
            assert!(matches!(read.open(other), Err(StoreError::WrongKey)), "{other:?}");
        }
        let again = WrappedKey::of(&key, "correct horse").expect("wrapped");
        assert_ne!(again, wrapped, "another salt each time");
        let text = String::from_utf8(written).expect("text");
        assert!(text.contains("19456") && !text.contains("horse"));
    }

    #[test]
    fn a_damaged_or_foreign_file_is_told_and_costs_nothing() {
        let key = DeviceKey::generate().expect("a key");
        let wrapped = WrappedKey::of(&key, "correct horse").expect("wrapped");
        let written = |wrapped: &WrappedKey| wrapped.written().expect("written");
        assert!(matches!(WrappedKey::read(b"{"), Err(StoreError::Damaged)));
        let newer = WrappedKey { version: 2, ..wrapped.clone() };
        assert!(matches!(WrappedKey::read(&written(&newer)), Err(StoreError::NewerForm)));
        let costly = Cost { memory_kib: u32::MAX, ..COST };
        let costly = WrappedKey { argon2id: costly, ..wrapped.clone() };
        assert!(matches!(WrappedKey::read(&written(&costly)), Err(StoreError::Damaged)));
        let spoilt = WrappedKey { sealed: "no Base64".to_owned(), ..wrapped };
        assert!(matches!(spoilt.open("correct horse"), Err(StoreError::Damaged)));
    }

    /// A file of an installed app, which every later version opens.
    #[test]
    fn the_form_of_a_wrapped_key() {
        let kept = include_bytes!("../../tests/kept/store/passphrase.v1.json");
        let wrapped = WrappedKey::read(kept).expect("read");
        let key = wrapped.open("a passphrase of a test").expect("opens");
        assert_eq!(key.as_bytes(), [7; 32]);
        assert_eq!(wrapped.written().expect("written"), kept.trim_ascii_end());
    }
}
