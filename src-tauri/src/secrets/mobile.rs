//! The stores of phones: Android's Keystore, and the Keychain of iOS without iCloud, so that no
//! secret leaves the device.

#[cfg(target_os = "android")]
use android_native_keyring_store::Store;
#[cfg(target_os = "ios")]
use apple_native_keyring_store::protected::Store;
pub(super) use keyring_core::{Entry, Error};
use std::sync::OnceLock;

/// An entry of the system's store, which is opened with the first of them. Where it could not be
/// opened, the next one tries again.
pub(super) fn entry(service: &str, name: &str) -> Result<Entry, Error> {
    static OPENED: OnceLock<()> = OnceLock::new();
    if OPENED.get().is_none() {
        keyring_core::set_default_store(Store::new()?);
        OPENED.get_or_init(|| ());
    }
    Entry::new(service, name)
}
