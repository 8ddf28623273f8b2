//! How the interface is shown, and what is kept on this device: choosing the one, removing the other.

use super::Applicant;
use super::kept::Kept;
use crate::store::{Store, StoreError, forms};
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
        self.kept(|kept, store| kept.keep_again(store)).await?;
        self.store(move |store| {
            let written = forms::write("setting", &settings)?;
            store.set_setting(SETTINGS, &String::from_utf8_lossy(&written))
        })
        .await
    }

    /// Signs out and removes everything that is kept on this device: what was typed, pictures, what
    /// was seen, choices, what this device is known by, stores that were set aside, their files, and
    /// the key. What the portal has stays there. The next thing to keep begins a new file.
    ///
    /// # Errors
    /// Where this device's store fails.
    pub async fn remove_device_data(&self) -> Result<(), Problem> {
        // What could not be forgotten at the sign-out goes with all the rest.
        let _ = self.sign_out().await;
        self.forget_device_secrets().await;
        self.kept(Kept::clear).await
    }
}

/// What was chosen on this device before.
pub(super) fn kept(store: &Store) -> Result<Settings, StoreError> {
    let kept = store.setting(SETTINGS)?;
    // Of a newer version of the app they count as none.
    let read = |kept: String| forms::read("setting", SETTINGS, kept.as_bytes()).ok();
    if let Some(settings) = kept.and_then(read) {
        return Ok(settings);
    }
    let language = store.setting(LANGUAGE)?.as_deref().and_then(Language::from_tag);
    Ok(Settings { language, ..Settings::default() })
}
