//! What is kept on this device, while the app runs: which file, with which key, and what its user must
//! know of it. A file that turns out to be damaged is set aside and what can be read of it is taken
//! along; one that another window of the app replaced is followed.

use super::device::DEVICE_SECRETS;
use super::folder::{FILE, FILE_WITH_PASSPHRASE, Folder};
use super::opened::{Keyless, Opened, open_file, open_with_secrets, take_along};
use super::session::SESSION_SECRET;
use crate::ports::{Clock, SecretError, Secrets};
use crate::store::{DeviceKey, Store, StoreError};
use contract::host::Keeping;
use contract::{Code, Problem};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockWriteGuard};

pub(super) const KEY_SECRET: &str = "device-key";

/// How things are kept just now.
pub(super) struct State {
    pub(super) keeping: Keeping,
    pub(super) notice: Option<Code>,
    /// The key of the store that is open, where no store of secrets has it.
    pub(super) key: DeviceKey,
    /// The store was let go of, and must be opened before anything else is done with it.
    pub(super) next: Option<Next>,
}

/// What a store that was let go of waits for.
#[derive(Clone, Debug)]
pub(super) enum Next {
    /// Something to keep: everything was removed.
    Anything,
    /// The next use: this was set aside.
    Salvage(PathBuf),
}

/// What is kept on this device.
pub(super) struct Kept {
    pub(super) folder: Folder,
    secrets: Arc<dyn Secrets>,
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
    /// How often another file took the place of the one before. Read by whatever works on the store,
    /// and written by what exchanges it, so that nothing is written to a store that is let go of.
    exchanges: RwLock<u64>,
}

impl Kept {
    /// Opens what is kept in a folder. Without a store of secrets nothing is written to disk, until a
    /// passphrase is chosen or entered.
    pub(super) fn open(
        folder: &Path,
        secrets: Arc<dyn Secrets>,
        clock: Arc<dyn Clock>,
    ) -> Result<(Store, Self), Problem> {
        let folder = Folder::make(folder)?;
        let opened = if folder.has_passphrase() {
            Err(Keyless::Locked)
        } else {
            open_with_secrets(&folder, &*secrets, &*clock)
        };
        let key = DeviceKey::generate()?;
        let (store, keeping, notice) = match opened {
            Ok(opened) => (opened.store, Keeping::OnDevice, opened.notice),
            Err(Keyless::Failed(problem)) => return Err(problem),
            Err(Keyless::Locked) => (Store::in_memory(&key)?, Keeping::Locked, None),
            Err(Keyless::NoSecretStore(error)) => {
                tracing::warn!(%error, "there is no store of secrets");
                (Store::in_memory(&key)?, Keeping::Undecided, None)
            }
        };
        let state = Mutex::new(State { keeping, notice, key, next: None });
        let exchanges = RwLock::default();
        Ok((store, Self { folder, secrets, clock, state, exchanges }))
    }

    pub(super) fn keeping(&self) -> Keeping {
        self.state().keeping
    }

    pub(super) fn notice(&self) -> Option<Code> {
        self.state().notice
    }

    pub(super) fn clock(&self) -> &dyn Clock {
        &*self.clock
    }

    /// Does something with the store: with the file that is the app's by now, and told where that
    /// turns out to be damaged. Blocks.
    pub(super) fn with<R>(
        &self,
        store: &Store,
        work: impl FnOnce(&Store) -> Result<R, StoreError>,
    ) -> Result<R, Problem> {
        if self.must_follow(store) {
            let mut exchanges = self.exchanging();
            self.follow(store)?;
            *exchanges += 1;
        }
        let (done, exchanges) = {
            let exchanges = self.exchanges.read().unwrap_or_else(PoisonError::into_inner);
            (work(store), *exchanges)
        };
        match done {
            Err(error) if error.is_damage() => {
                tracing::error!(%error, "the store is damaged");
                let mut now = self.exchanging();
                // Of several that meet the same damage, the first mends it.
                if *now == exchanges {
                    self.rebuild(store)?;
                    *now += 1;
                }
                Err(StoreError::Damaged.into())
            }
            done => done.map_err(Problem::from),
        }
    }

    /// Holds off whatever works on the store.
    pub(super) fn exchanging(&self) -> RwLockWriteGuard<'_, u64> {
        self.exchanges.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn must_follow(&self, store: &Store) -> bool {
        match self.state().next {
            Some(Next::Anything) => false,
            Some(Next::Salvage(_)) => true,
            None => store.is_astray(),
        }
    }

    fn follow(&self, store: &Store) -> Result<(), Problem> {
        let next = self.state().next.clone();
        match next {
            Some(Next::Anything) => Ok(()),
            Some(Next::Salvage(aside)) => self.go_on(store, Some(&aside)),
            None if store.is_astray() => self.go_on(store, None),
            None => Ok(()),
        }
    }

    /// Opens the store that takes the place of the one that was let go of.
    fn go_on(&self, store: &Store, salvage: Option<&Path>) -> Result<(), Problem> {
        let opened = match self.open_again() {
            Ok(opened) => opened,
            Err(Keyless::Failed(problem)) => return Err(problem),
            Err(Keyless::Locked) => return Err(Code::DeviceKeyWrong.into()),
            Err(Keyless::NoSecretStore(error)) => return Err(no_key(&error)),
        };
        if let Some(aside) = salvage {
            take_along(&opened.store, aside, &opened.key);
        }
        let notice = opened.notice;
        self.go_over(store, opened)?;
        let mut state = self.state();
        state.next = None;
        state.notice = notice.or(state.notice);
        Ok(())
    }

    /// Uses what was opened from now on.
    pub(super) fn go_over(&self, store: &Store, opened: Opened) -> Result<(), Problem> {
        store.go_over(opened.store, &opened.key)?;
        Ok(())
    }

    fn open_again(&self) -> Result<Opened, Keyless> {
        if self.keeping() != Keeping::WithPassphrase {
            return open_with_secrets(&self.folder, &*self.secrets, &*self.clock);
        }
        let key = self.state().key.again();
        let _turn = self.folder.turn();
        // Another window removed it.
        if !self.folder.has_passphrase() {
            return Err(Keyless::Locked);
        }
        // Another window began anew with another key: that file is never set aside here.
        let file = self.folder.file(FILE_WITH_PASSPHRASE);
        if matches!(Store::open(&file, &key), Err(StoreError::WrongKey)) {
            return Err(Keyless::Locked);
        }
        Ok(open_file(&self.folder, FILE_WITH_PASSPHRASE, key, true, &*self.clock)?)
    }

    /// The name of the file that is kept in, where there is one.
    fn file(&self) -> Option<&'static str> {
        match self.keeping() {
            Keeping::OnDevice => Some(FILE),
            Keeping::WithPassphrase => Some(FILE_WITH_PASSPHRASE),
            _ => None,
        }
    }

    /// Sets the file aside and takes along what can be read of it.
    fn rebuild(&self, store: &Store) -> Result<(), Problem> {
        let Some(name) = self.file() else { return Ok(()) };
        let turn = self.folder.turn();
        if store.is_astray() {
            // Another window came first.
            drop(turn);
            return self.go_on(store, None);
        }
        self.let_go(store)?;
        let aside = self.folder.set_aside(name, &*self.clock);
        drop(turn);
        {
            let mut state = self.state();
            state.notice = Some(Code::DeviceDataDamaged);
            state.next = Some(Next::Salvage(match &aside {
                Ok(aside) => aside.clone(),
                Err(_) => self.folder.file(name),
            }));
        }
        self.go_on(store, Some(&aside?))
    }

    /// Lets go of the file. Gives the key of what is kept in memory from then on.
    pub(super) fn let_go(&self, store: &Store) -> Result<DeviceKey, Problem> {
        let key = DeviceKey::generate()?;
        store.let_go(&key)?;
        Ok(key)
    }

    /// Removes everything that is kept: every file, and the keys to them. Nothing is written to disk
    /// from then on until something is to be kept again. Blocks.
    pub(super) fn clear(&self, store: &Store) -> Result<(), Problem> {
        let keeping = self.keeping();
        let mut exchanges = self.exchanging();
        *exchanges += 1;
        let _turn = self.file().map(|_| self.folder.turn());
        // What is removed is overwritten first, as far as the file still lets itself be written.
        if let Err(error) = store.erase() {
            tracing::warn!(%error, "the store is removed as it is");
        }
        if self.file().is_some() {
            let key = self.let_go(store)?;
            self.state().key = key;
        }
        {
            let mut state = self.state();
            state.notice = None;
            match keeping {
                Keeping::OnDevice => state.next = Some(Next::Anything),
                // There is no passphrase any more: it is asked for again.
                _ => state.keeping = Keeping::Undecided,
            }
        }
        self.folder.remove_passphrase()?;
        self.folder.remove_store(FILE)?;
        self.folder.remove_copies()?;
        // Those of a time when there was a store of secrets go as well.
        for name in [SESSION_SECRET, DEVICE_SECRETS] {
            let _ = self.secrets.remove(name);
        }
        match self.secrets.remove(KEY_SECRET) {
            Err(error) if keeping == Keeping::OnDevice => Err(no_key(&error)),
            _ => Ok(()),
        }
    }

    /// Something is to be kept again after everything was removed. Blocks.
    pub(super) fn keep_again(&self, store: &Store) -> Result<(), Problem> {
        let waits = || matches!(self.state().next, Some(Next::Anything));
        if waits() {
            let mut exchanges = self.exchanging();
            if waits() {
                self.go_on(store, None)?;
                *exchanges += 1;
            }
        }
        Ok(())
    }

    /// Removes the stores that were set aside: nobody can tell what is in them about whom.
    pub(super) fn remove_copies(&self) -> Result<(), Problem> {
        self.folder.remove_copies()
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn no_key(error: &SecretError) -> Problem {
    tracing::error!(%error, "the store of secrets does not answer any more");
    Problem::new(Code::DeviceStoreFailed)
}
