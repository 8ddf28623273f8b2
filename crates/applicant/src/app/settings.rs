//! How the interface is shown, and what is kept on this device: choosing the one, removing the other.

use super::Applicant;
use crate::store::{Store, StoreError};
use contract::host::Settings;
use contract::{Language, Problem};

const SETTINGS: &str = "settings";
/// Where earlier versions kept the language alone.
const LANGUAGE: &str = "language";

impl Applicant {
    /// Keeps how the interface is shown.
    ///
    /// # Errors
    /// Where this device's store fails.
    pub async fn keep_settings(&self, settings: Settings) -> Result<(), Problem> {
        self.store(move |store| {
            store.set_setting(SETTINGS, &serde_json::to_string(&settings)?)?;
            Ok(())
        })
        .await
    }

    /// Signs out and removes everything that is kept on this device: what was typed, pictures, what
    /// was seen, choices, what this device is known by, and stores that were set aside. What the
    /// portal has stays there.
    ///
    /// # Errors
    /// Where this device's store fails.
    pub async fn remove_device_data(&self) -> Result<(), Problem> {
        self.sign_out().await?;
        self.forget_device_secrets().await;
        let folder = self.setting.folder.clone();
        self.store(move |store| {
            store.erase()?;
            super::opening::remove_set_aside(&folder)
                .map_err(|error| StoreError::System(error.to_string()))
        })
        .await
    }
}

/// What was chosen on this device before.
pub(super) fn kept(store: &Store) -> Result<Settings, StoreError> {
    let kept = store.setting(SETTINGS)?;
    if let Some(settings) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
        return Ok(settings);
    }
    let language = store.setting(LANGUAGE)?.as_deref().and_then(Language::from_tag);
    Ok(Settings { language, ..Settings::default() })
}
