//! The app's folder on this device: the names of its files, setting them aside, removing them, and
//! taking turns with other windows of the app.

use crate::ports::Clock;
use contract::{Code, Problem};
use jiff::tz::TimeZone;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The store whose key is in the system's store of secrets.
pub(super) const FILE: &str = "landed.sqlite";
/// The store whose key a passphrase opens.
pub(super) const FILE_WITH_PASSPHRASE: &str = "landed-passphrase.sqlite";
/// Its key, wrapped with the passphrase.
const PASSPHRASE: &str = "landed-passphrase.json";
/// What SQLite writes beside a file.
const BESIDE: [&str; 3] = ["", "-wal", "-shm"];
/// How names of stores that were set aside begin. What follows is when, in UTC.
const SET_ASIDE: &str = "set-aside-";
/// So many stores that were set aside are kept, the latest.
const COPIES: usize = 3;
/// Held by the window that opens, sets aside or removes.
const TURN: &str = "landed.lock";
/// Bytes of the smallest file in which SQLite sees more than none.
const SMALLEST: u64 = 512;
/// Written to see whether anything can be, and before it takes the place of what lies there.
const TRIAL: &str = "landed.trial";
/// Longest wait for another window, in steps.
const TURN_STEPS: u32 = 500;
/// One step.
const TURN_STEP: Duration = Duration::from_millis(20);

/// The folder.
#[derive(Clone, Debug)]
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    /// Makes it, where it is not there yet.
    pub(super) fn make(path: &Path) -> Result<Self, Problem> {
        fs::create_dir_all(path).map_err(folder_problem)?;
        Ok(Self(path.to_owned()))
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The turn with the folder's files among windows of the app; it lasts as long as the value is
    /// held. Nothing where the folder cannot be written to, or another window does not come to an
    /// end.
    pub(super) fn turn(&self) -> Option<File> {
        // Somebody may have removed it while the app runs.
        fs::create_dir_all(&self.0).ok()?;
        let turn = File::options().create(true).append(true).open(self.0.join(TURN)).ok()?;
        for _ in 0..TURN_STEPS {
            match turn.try_lock() {
                Ok(()) => return Some(turn),
                Err(fs::TryLockError::WouldBlock) => std::thread::sleep(TURN_STEP),
                Err(fs::TryLockError::Error(_)) => return None,
            }
        }
        tracing::warn!("another window of the app does not let go of the folder");
        None
    }

    /// Renames a store's files, so that nothing is lost for good, and says what the main one is called
    /// now. Only the latest copies stay.
    pub(super) fn set_aside(&self, name: &str, clock: &dyn Clock) -> Result<PathBuf, Problem> {
        self.rename_aside(name, clock).map_err(folder_problem)
    }

    fn rename_aside(&self, name: &str, clock: &dyn Clock) -> io::Result<PathBuf> {
        let when = clock.now().to_zoned(TimeZone::UTC).strftime("%Y-%m-%d-%H%M%S").to_string();
        // Several of one second are numbered, so that the names are in the order of time.
        let stamp = format!("{SET_ASIDE}{when}-");
        let of_now = self
            .names()?
            .into_iter()
            .filter_map(|name| name.strip_prefix(&stamp)?.split('-').next()?.parse::<u32>().ok());
        let number = of_now.max().map_or(1, |last| last + 1);
        let aside = self.0.join(format!("{stamp}{number:03}-{name}"));
        for ending in BESIDE {
            let file = self.0.join(format!("{name}{ending}"));
            if is_there(&file) {
                let mut beside = aside.clone().into_os_string();
                beside.push(ending);
                fs::rename(file, beside)?;
            }
        }
        self.remove_older_copies()?;
        Ok(aside)
    }

    fn remove_older_copies(&self) -> io::Result<()> {
        let mut copies: Vec<PathBuf> = self.copies()?;
        let is_main = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "sqlite");
        copies.sort();
        let mains: Vec<PathBuf> = copies.iter().filter(|path| is_main(path)).cloned().collect();
        for old in &mains[..mains.len().saturating_sub(COPIES)] {
            for path in copies.iter().filter(|path| begins_with(path, old)) {
                remove(path)?;
            }
        }
        Ok(())
    }

    fn copies(&self) -> io::Result<Vec<PathBuf>> {
        let names = self.names()?.into_iter().filter(|name| name.starts_with(SET_ASIDE));
        Ok(names.map(|name| self.0.join(name)).collect())
    }

    fn names(&self) -> io::Result<Vec<String>> {
        let entries = fs::read_dir(&self.0)?.collect::<io::Result<Vec<_>>>()?;
        Ok(entries.into_iter().filter_map(|entry| entry.file_name().into_string().ok()).collect())
    }

    /// Removes the stores that were set aside.
    pub(super) fn remove_copies(&self) -> Result<(), Problem> {
        let all = self.copies().map_err(folder_problem)?;
        all.iter().try_for_each(|path| remove(path)).map_err(folder_problem)
    }

    /// Removes a store's files.
    pub(super) fn remove_store(&self, name: &str) -> Result<(), Problem> {
        let mut all = BESIDE.iter().map(|ending| self.0.join(format!("{name}{ending}")));
        all.try_for_each(|path| remove(&path)).map_err(folder_problem)
    }

    /// Whether a passphrase was chosen.
    pub(super) fn has_passphrase(&self) -> bool {
        self.has(PASSPHRASE)
    }

    /// The key that is wrapped with it.
    pub(super) fn passphrase(&self) -> Result<Vec<u8>, Problem> {
        fs::read(self.0.join(PASSPHRASE)).map_err(folder_problem)
    }

    /// Keeps a wrapped key in place of any other, all of it or nothing.
    pub(super) fn keep_passphrase(&self, wrapped: &[u8]) -> Result<(), Problem> {
        let (file, new) = (self.0.join(PASSPHRASE), self.0.join(TRIAL));
        let kept = File::create(&new)
            .and_then(|mut new| {
                new.write_all(wrapped)?;
                new.sync_all()
            })
            .and_then(|()| fs::rename(&new, file));
        kept.map_err(|error| {
            let _ = fs::remove_file(&new);
            folder_problem(error)
        })?;
        // The new name is to outlive a power cut too, where a system lets a folder be opened.
        if let Ok(folder) = File::open(&self.0) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    /// Sets the store of a passphrase aside, together with its wrapped key.
    pub(super) fn set_passphrase_aside(&self, clock: &dyn Clock) -> Result<(), Problem> {
        let mut beside = self.set_aside(FILE_WITH_PASSPHRASE, clock)?.into_os_string();
        beside.push("-key");
        fs::rename(self.0.join(PASSPHRASE), beside).map_err(folder_problem)
    }

    /// Removes the store of a passphrase and its wrapped key, the key first.
    pub(super) fn remove_passphrase(&self) -> Result<(), Problem> {
        remove(&self.0.join(PASSPHRASE)).map_err(folder_problem)?;
        self.remove_store(FILE_WITH_PASSPHRASE)
    }

    /// Why nothing can be written here, where that is so.
    pub(super) fn refusal(&self) -> Option<Problem> {
        let trial = self.0.join(TRIAL);
        // More than fits into what a file system keeps in a folder's own entry.
        let written = fs::write(&trial, [0; 8192]).and_then(|()| fs::remove_file(&trial));
        let refused = written.err().map(folder_problem);
        if refused.is_some() {
            let _ = fs::remove_file(&trial);
        }
        refused
    }

    /// Whether something lies under a store's name.
    pub(super) fn has(&self, name: &str) -> bool {
        is_there(&self.0.join(name))
    }

    /// Whether under a store's name lies what cannot be a store that was ever used: something else
    /// than a file, or a file that was emptied.
    pub(super) fn is_spoilt(&self, name: &str) -> bool {
        match fs::metadata(self.0.join(name)) {
            Ok(there) => !there.is_file() || there.len() < SMALLEST,
            Err(_) => false,
        }
    }
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn begins_with(path: &Path, main: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().starts_with(main.as_os_str().as_encoded_bytes())
}

/// Removes a file, or what lies in its place; none is as good.
fn remove(path: &Path) -> io::Result<()> {
    let removed = match fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

#[expect(clippy::needless_pass_by_value, reason = "given to map_err")]
pub(super) fn folder_problem(error: io::Error) -> Problem {
    tracing::error!(%error, "the folder on this device");
    Problem::new(match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Code::DiskFull,
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Code::DeviceReadOnly,
        _ => Code::DeviceStoreFailed,
    })
}
