//! Opening a store's file: the key first, then the file; what cannot be opened is set aside.

use super::folder::{FILE, Folder};
use super::kept::KEY_SECRET;
use crate::ports::{Clock, SecretError, Secrets};
use crate::store::{DeviceKey, Store, StoreError};
use contract::{Code, Problem};
use std::path::Path;

/// An opened store, and what its user must know about how it was opened.
pub(super) struct Opened {
    pub(super) store: Store,
    pub(super) key: DeviceKey,
    pub(super) notice: Option<Code>,
}

/// Why there is no store.
pub(super) enum Keyless {
    /// The system has no place for its key.
    NoSecretStore(SecretError),
    /// Its key waits for the passphrase.
    Locked,
    /// It could not be opened.
    Failed(Problem),
}

impl From<Problem> for Keyless {
    fn from(problem: Problem) -> Self {
        Self::Failed(problem)
    }
}

impl From<StoreError> for Keyless {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

/// Opens the store whose key is in the system's store of secrets.
pub(super) fn open_with_secrets(
    folder: &Folder,
    secrets: &dyn Secrets,
    clock: &dyn Clock,
) -> Result<Opened, Keyless> {
    // Asked first, so that without a store of secrets nothing at all is written.
    secrets.get(KEY_SECRET).map_err(Keyless::NoSecretStore)?;
    // Two windows that begin at once make one key, and neither sets aside what the other has opened,
    // nor begins with a key that the other removes.
    let _turn = folder.turn();
    let kept = secrets.get(KEY_SECRET).map_err(Keyless::NoSecretStore)?;
    let had_key = kept.is_some();
    let key = match kept.as_deref().and_then(DeviceKey::from_bytes) {
        Some(key) => key,
        None => {
            let key = DeviceKey::generate()?;
            secrets.set(KEY_SECRET, key.as_bytes()).map_err(Keyless::NoSecretStore)?;
            key
        }
    };
    Ok(open_file(folder, FILE, key, had_key, clock)?)
}

/// Opens a store; where what lies there cannot be opened, sets it aside and begins anew. `had_key`
/// says whether something may have been kept before.
pub(super) fn open_file(
    folder: &Folder,
    name: &str,
    key: DeviceKey,
    had_key: bool,
    clock: &dyn Clock,
) -> Result<Opened, Problem> {
    let file = folder.file(name);
    let is_first = !folder.has(name);
    // Before it is opened: SQLite would remove the log beside an emptied file.
    if had_key && folder.is_spoilt(name) {
        tracing::error!("what lies in the store's place is set aside");
        folder.set_aside(name, clock)?;
        let store = Store::open(&file, &key)?;
        return Ok(Opened { store, key, notice: Some(Code::DeviceDataDamaged) });
    }
    let (store, notice) = match Store::open(&file, &key) {
        Ok(store) => {
            let notice = store.lost_pictures().then_some(Code::DevicePhotosAgain);
            (store, notice)
        }
        Err(error @ StoreError::WrongKey) => {
            tracing::error!(%error, "the store is set aside");
            let aside = folder.set_aside(name, clock)?;
            let store = Store::open(&file, &key)?;
            // Where rows open with it, the key is right, and its check was damaged.
            let is_right = take_along(&store, &aside, &key) > 0;
            let told = if is_right { Code::DeviceDataDamaged } else { Code::DeviceKeyWrong };
            (store, Some(told))
        }
        Err(error) if error.is_damage_at_opening() => {
            tracing::error!(%error, "the store is set aside");
            let aside = folder.set_aside(name, clock)?;
            let store = Store::open(&file, &key)?;
            take_along(&store, &aside, &key);
            (store, Some(Code::DeviceDataDamaged))
        }
        // SQLite says of a full disk, and of one that is read-only, no more than that it cannot open.
        Err(error @ StoreError::Sqlite(_)) => {
            let refusal = folder.refusal().unwrap_or(error.into());
            if is_first {
                // What was begun is not to be taken for something that was emptied.
                folder.remove_store(name)?;
            }
            return Err(refusal);
        }
        Err(error) => return Err(error.into()),
    };
    let notice = if store.sift()? { Some(Code::DeviceDataDamaged) } else { notice };
    Ok(Opened { store, key, notice })
}

/// Takes along what can be read, and says how many rows. What cannot be is in the copy.
pub(super) fn take_along(store: &Store, aside: &Path, key: &DeviceKey) -> usize {
    match store.salvage(aside, key) {
        Ok(rows) => {
            tracing::warn!(rows, "taken along from the damaged store");
            rows
        }
        Err(error) => {
            tracing::error!(%error, "nothing was taken along from the damaged store");
            0
        }
    }
}
