//! Opening: finding the key, the store and the session, and saying plainly when one is missing.

use super::device::DEVICE_SECRETS;
use super::judging::Judgings;
use super::outbox::Passes;
use super::session::{Presence, SESSION_SECRET, Session};
use super::turn::Turns;
use super::{Applicant, Setting};
use crate::client::PortalClient;
use crate::ports::{Clock, MemorySecrets, SecretError, Secrets};
use crate::store::{DeviceKey, Store, StoreError};
use contract::draft::{Draft, DraftKey};
use contract::host::{Keeping, Start};
use contract::policy::Policy;
use contract::{Code, Language, Problem};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

const KEY_SECRET: &str = "device-key";
const FILE: &str = "landed.sqlite";
const SET_ASIDE: &str = "set-aside-";

/// A store, and what its user must know about how it was opened.
struct Opened {
    store: Store,
    keeping: Keeping,
    notice: Option<Code>,
    secrets: Arc<dyn Secrets>,
}

impl Applicant {
    /// Opens what is kept on this device and the session, if one is kept.
    ///
    /// Without a store of secrets nothing is written to disk: drafts and the session then end with
    /// the app, and [`Start::keeping`] says so. A store whose key is gone is set aside, not
    /// overwritten, and [`Start::notice`] says so.
    ///
    /// # Errors
    /// `malformed` for an address that is no portal's, `disk_full`, `device_store_failed`.
    pub fn open(
        setting: Setting,
        secrets: Arc<dyn Secrets>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Problem> {
        let client = PortalClient::new(&setting.portal)?;
        std::fs::create_dir_all(&setting.folder).map_err(folder_problem)?;
        let opened = open_store(&setting.folder, secrets, &*clock)?;
        // Secrets that outlived their store belong to an installation that is gone.
        if opened.store.is_new() {
            let _ = opened.secrets.remove(SESSION_SECRET);
            let _ = opened.secrets.remove(DEVICE_SECRETS);
        }
        let session = opened
            .secrets
            .get(SESSION_SECRET)
            .ok()
            .flatten()
            .and_then(|kept| serde_json::from_slice::<Session>(&kept).ok())
            // The demonstration's portal has another port each time.
            .filter(|session| setting.demonstration || session.portal == setting.portal);
        Ok(Self {
            setting,
            policy: Policy::default(),
            client,
            store: opened.store,
            keeping: opened.keeping,
            notice: opened.notice,
            secrets: opened.secrets,
            clock,
            presence: Mutex::new(Presence::of(session)),
            first_sign_in: Mutex::new(None),
            second_factor: Mutex::new(None),
            answering: Mutex::new(None),
            others: Mutex::default(),
            behind: AtomicBool::new(true),
            stages: Arc::default(),
            judgings: Judgings::default(),
            turns: Turns::default(),
            passes: Passes::default(),
        })
    }

    /// What the first page needs.
    ///
    /// # Errors
    /// Where this device's store fails.
    pub async fn start(&self) -> Result<Start, Problem> {
        let signed_in = self.session().ok().map(|session| session.account);
        let (settings, place) = self
            .store(|store| {
                Ok((
                    super::settings::kept(store)?,
                    store.draft(super::drafts::DEVICE, DraftKey::Place)?,
                ))
            })
            .await?;
        let language = settings.language.unwrap_or_else(|| self.system_language());
        let path = match place {
            Some(Draft::Place(place)) => Some(place.path),
            _ => None,
        };
        Ok(Start {
            language,
            settings,
            signed_in,
            path,
            keeping: self.keeping,
            notice: self.notice,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            demonstration: self.setting.demonstration,
        })
    }
}

impl Applicant {
    fn system_language(&self) -> Language {
        locale::negotiate(self.setting.system_languages.iter().map(String::as_str))
    }
}

fn open_store(
    folder: &Path,
    secrets: Arc<dyn Secrets>,
    clock: &dyn Clock,
) -> Result<Opened, Problem> {
    let key = match kept_or_new_key(&*secrets) {
        Ok(key) => key,
        Err(Keyless::NoSecretStore(error)) => {
            tracing::warn!(%error, "nothing is kept on this device");
            return Ok(Opened {
                store: Store::in_memory(&DeviceKey::generate()?)?,
                keeping: Keeping::UntilClosed,
                notice: Some(Code::SecretStoreMissing),
                secrets: Arc::new(MemorySecrets::default()),
            });
        }
        Err(Keyless::Store(error)) => return Err(error.into()),
    };
    let file = folder.join(FILE);
    let (store, notice) = match Store::open(&file, &key) {
        Ok(store) => (store, None),
        Err(error) if is_beyond_reading(&error) => {
            tracing::error!(%error, "the store is set aside");
            set_aside(folder, clock).map_err(folder_problem)?;
            (Store::open(&file, &key)?, Some(Code::DeviceKeyWrong))
        }
        Err(error) => return Err(error.into()),
    };
    Ok(Opened { store, keeping: Keeping::OnDevice, notice, secrets })
}

enum Keyless {
    NoSecretStore(SecretError),
    Store(StoreError),
}

fn kept_or_new_key(secrets: &dyn Secrets) -> Result<DeviceKey, Keyless> {
    let kept = secrets.get(KEY_SECRET).map_err(Keyless::NoSecretStore)?;
    if let Some(key) = kept.as_deref().and_then(DeviceKey::from_bytes) {
        return Ok(key);
    }
    let key = DeviceKey::generate().map_err(Keyless::Store)?;
    secrets.set(KEY_SECRET, key.as_bytes()).map_err(Keyless::NoSecretStore)?;
    Ok(key)
}

fn is_beyond_reading(error: &StoreError) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error {
        StoreError::WrongKey => true,
        StoreError::Sqlite(rusqlite::Error::SqliteFailure(cause, _)) => {
            matches!(cause.code, DatabaseCorrupt | NotADatabase)
        }
        _ => false,
    }
}

/// Renames the store's files, so that nothing is lost for good.
fn set_aside(folder: &Path, clock: &dyn Clock) -> std::io::Result<()> {
    let stamp = clock.now().as_second();
    for ending in ["", "-wal", "-shm"] {
        let file = folder.join(format!("{FILE}{ending}"));
        if file.exists() {
            std::fs::rename(file, folder.join(format!("{SET_ASIDE}{stamp}-{FILE}{ending}")))?;
        }
    }
    Ok(())
}

/// Removes the stores that were set aside.
pub(super) fn remove_set_aside(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(SET_ASIDE) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "given to map_err")]
fn folder_problem(error: std::io::Error) -> Problem {
    tracing::error!(%error, "the folder on this device");
    Problem::new(match error.kind() {
        std::io::ErrorKind::StorageFull => Code::DiskFull,
        _ => Code::DeviceStoreFailed,
    })
}
