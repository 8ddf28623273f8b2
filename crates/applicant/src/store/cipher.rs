//! Sealing of rows: XChaCha20-Poly1305 with a random nonce, bound to the row's place, so that a
//! row moved to another account or page does not open.

use super::StoreError;
use crate::ports::random;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};
use zeroize::Zeroizing;

/// Bytes of a nonce, with which every sealed row begins.
pub(super) const NONCE: usize = 24;

/// The key of a device's store, 256 bits.
pub(crate) struct DeviceKey(Zeroizing<[u8; 32]>);

impl DeviceKey {
    /// A new key.
    pub(crate) fn generate() -> Result<Self, StoreError> {
        let bytes = random().map_err(|_| StoreError::System("no randomness".to_owned()))?;
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// The key from kept bytes; nothing where they are no key.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// The same key once more.
    pub(crate) fn again(&self) -> Self {
        Self(self.0.clone())
    }

    /// The bytes to keep in the system's store of secrets.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_ref()
    }
}

/// Seals and opens rows.
pub(super) struct Cipher(RwLock<XChaCha20Poly1305>);

impl Cipher {
    pub(super) fn new(key: &DeviceKey) -> Self {
        Self(RwLock::new(XChaCha20Poly1305::new((&*key.0).into())))
    }

    /// Seals and opens with another key from now on.
    pub(super) fn exchange(&self, key: &DeviceKey) {
        let mut cipher = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *cipher = XChaCha20Poly1305::new((&*key.0).into());
    }

    fn now(&self) -> RwLockReadGuard<'_, XChaCha20Poly1305> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Seals `plain` for the row at `place`: nonce, then ciphertext and tag.
    pub(super) fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        let nonce: [u8; NONCE] =
            random().map_err(|_| StoreError::System("no randomness".to_owned()))?;
        let payload = Payload { msg: plain, aad: place.as_bytes() };
        let sealed = self
            .now()
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| StoreError::System("sealing failed".to_owned()))?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens what was sealed for the row at `place`.
    pub(super) fn open(
        &self,
        place: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(StoreError::WrongKey)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| StoreError::WrongKey)?;
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        let plain =
            self.now().decrypt(&XNonce::from(nonce), payload).map_err(|_| StoreError::WrongKey)?;
        Ok(Zeroizing::new(plain))
    }
}
