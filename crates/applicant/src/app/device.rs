//! By what this device is known again at the portal's sign-in: secrets that the portal gave it, so
//! that a stranger's failures do not make it wait. They open nothing, outlive a sign-out, and go with
//! everything else that is kept on this device. They never reach the webview.

use super::Applicant;
use crate::ports::{SecretError, Secrets};
use serde::{Deserialize, Serialize};

/// The name of all of them in the system's store of secrets.
pub(super) const DEVICE_SECRETS: &str = "device-secrets";
/// So many are kept, the newest: a family shares a device, and some systems' stores are small.
const MOST: usize = 8;

/// A secret, with whom it is shown for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct DeviceSecret {
    /// The portal that gave it; no other one is shown it.
    portal: String,
    /// Whose sign-in it is shown at.
    username: String,
    secret: String,
}

/// The secrets that are kept, the newest first. What cannot be read counts as none.
fn kept(secrets: &dyn Secrets) -> Result<Vec<DeviceSecret>, SecretError> {
    let kept = secrets.get(DEVICE_SECRETS)?;
    Ok(kept.and_then(|kept| serde_json::from_slice(&kept).ok()).unwrap_or_default())
}

/// The same with a newer one in place of the former of its kind.
fn with(mut all: Vec<DeviceSecret>, newest: DeviceSecret) -> Vec<DeviceSecret> {
    all.retain(|known| known.portal != newest.portal || known.username != newest.username);
    all.insert(0, newest);
    all.truncate(MOST);
    all
}

impl Applicant {
    /// What is shown at a sign-in with this username, in its normal form.
    pub(super) async fn device_secret(&self, username: &str) -> Option<String> {
        let all = self.try_secrets(kept).await?;
        let portal = &self.setting.portal;
        let known = all.into_iter().find(|it| it.portal == *portal && it.username == username);
        known.map(|known| known.secret)
    }

    /// Keeps what the portal gave at a sign-in. Without a store of secrets it is not kept, and this
    /// device stays unknown.
    pub(super) async fn keep_device_secret(&self, username: &str, secret: String) {
        let (portal, username) = (self.setting.portal.clone(), username.to_owned());
        let newest = DeviceSecret { portal, username, secret };
        self.try_secrets(move |secrets| {
            let all = with(kept(secrets)?, newest);
            secrets.set(DEVICE_SECRETS, &serde_json::to_vec(&all).unwrap_or_default())
        })
        .await;
    }

    /// Removes all of them.
    pub(super) async fn forget_device_secrets(&self) {
        self.try_secrets(|secrets| secrets.remove(DEVICE_SECRETS)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(portal: &str, username: &str, secret: &str) -> DeviceSecret {
        DeviceSecret {
            portal: portal.to_owned(),
            username: username.to_owned(),
            secret: secret.to_owned(),
        }
    }

    #[test]
    fn one_is_kept_for_each_portal_and_username_and_only_the_newest() {
        let all = with(Vec::new(), secret("https://a", "K7MP-2XQD", "1"));
        let all = with(all, secret("https://a", "9RTW-4F7H", "2"));
        let all = with(all, secret("https://b", "K7MP-2XQD", "3"));
        let all = with(all, secret("https://a", "K7MP-2XQD", "4"));
        let secrets: Vec<&str> = all.iter().map(|it| it.secret.as_str()).collect();
        assert_eq!(secrets, ["4", "3", "2"]);
        let many = (0..20)
            .fold(all, |all, number| with(all, secret("https://a", &number.to_string(), "more")));
        assert_eq!(many.len(), MOST);
        assert_eq!(many[0].username, "19", "the newest stays");
    }
}
