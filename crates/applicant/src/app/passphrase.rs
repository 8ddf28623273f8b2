//! Keeping things on a device without a store of secrets: with a passphrase that opens their key, or
//! not at all. Which of the two is asked for plainly, and neither is chosen in silence. The passphrase
//! is forgotten as soon as it has opened the key.

use super::Applicant;
use super::folder::FILE_WITH_PASSPHRASE;
use super::kept::Kept;
use super::opened::open_file;
use crate::store::{DeviceKey, Store, StoreError, WrappedKey};
use contract::host::{Keeping, KeepingDecision};
use contract::password::check_passphrase;
use contract::{Code, FieldProblem, Problem};
use zeroize::Zeroizing;

impl Applicant {
    /// Decides about keeping things on this device; says how they are kept from now on.
    ///
    /// # Errors
    /// `malformed` with the field `passphrase` or `current_passphrase`: a new one that is too short, or one that
    /// does not open what is kept; `wrong_state` where there is nothing to decide; `disk_full`,
    /// `device_read_only`, `device_store_failed`; `device_data_damaged`, `device_data_newer` where
    /// what is kept cannot be opened by any passphrase.
    pub async fn decide_keeping(&self, decision: KeepingDecision) -> Result<Keeping, Problem> {
        let new = match &decision {
            KeepingDecision::Choose { passphrase } | KeepingDecision::Change { passphrase, .. } => {
                check_passphrase(passphrase, &self.policy)
            }
            _ => None,
        };
        if let Some(problem) = new {
            return Err(vec![problem].into());
        }
        self.kept(move |kept, store| kept.decide(store, decision)).await
    }
}

impl Kept {
    /// Blocks, for some hundredths of a second where a passphrase is tried.
    fn decide(&self, store: &Store, decision: KeepingDecision) -> Result<Keeping, Problem> {
        let mut exchanges = self.exchanging();
        *exchanges += 1;
        let _turn = match decision {
            KeepingDecision::KeepNothing => None,
            _ => self.folder.turn(),
        };
        match (self.keeping(), decision) {
            (Keeping::Undecided | Keeping::UntilClosed, KeepingDecision::Choose { passphrase }) => {
                self.begin(store, &Zeroizing::new(passphrase))
            }
            (Keeping::Locked, KeepingDecision::Enter { passphrase }) => {
                self.unlock(store, &Zeroizing::new(passphrase))
            }
            (Keeping::WithPassphrase, KeepingDecision::Change { current, passphrase }) => {
                self.rewrap(&Zeroizing::new(current), &Zeroizing::new(passphrase))
            }
            (Keeping::Locked, KeepingDecision::StartAnew) => {
                self.folder.set_passphrase_aside(self.clock())?;
                self.state().keeping = Keeping::Undecided;
                Ok(Keeping::Undecided)
            }
            (
                Keeping::Undecided | Keeping::Locked | Keeping::UntilClosed,
                KeepingDecision::KeepNothing,
            ) => {
                self.keep_nothing();
                Ok(Keeping::UntilClosed)
            }
            (Keeping::WithPassphrase, KeepingDecision::Remove) => {
                store.erase()?;
                let key = self.let_go(store)?;
                self.state().key = key;
                self.folder.remove_passphrase()?;
                self.keep_nothing();
                Ok(Keeping::UntilClosed)
            }
            _ => Err(Code::WrongState.into()),
        }
    }

    fn keep_nothing(&self) {
        let mut state = self.state();
        state.keeping = Keeping::UntilClosed;
        state.notice = Some(Code::SecretStoreMissing);
    }

    fn begin(&self, store: &Store, passphrase: &str) -> Result<Keeping, Problem> {
        // Another window may have begun meanwhile: then its passphrase counts.
        if self.folder.has_passphrase() {
            self.state().keeping = Keeping::Locked;
            return Ok(Keeping::Locked);
        }
        // Without its key nobody can open it.
        if self.folder.has(FILE_WITH_PASSPHRASE) {
            self.folder.set_aside(FILE_WITH_PASSPHRASE, self.clock())?;
        }
        // What was typed before the choice comes along, under the key that it is sealed with.
        let key = self.state().key.again();
        let wrapped = WrappedKey::of(&key, passphrase)?.written()?;
        self.folder.keep_passphrase(&wrapped)?;
        self.open_with(store, key, false).inspect_err(|_| {
            // Left behind, it would ask for a passphrase to nothing.
            let _ = self.folder.remove_passphrase();
        })
    }

    fn unlock(&self, store: &Store, passphrase: &str) -> Result<Keeping, Problem> {
        let key = match self.wrapped()?.open(passphrase) {
            Err(StoreError::WrongKey) => return Err(wrong("passphrase")),
            opened => opened?,
        };
        self.open_with(store, key, true)
    }

    fn rewrap(&self, current: &str, passphrase: &str) -> Result<Keeping, Problem> {
        let key = match self.wrapped()?.open(current) {
            Err(StoreError::WrongKey) => return Err(wrong("current_passphrase")),
            opened => opened?,
        };
        self.folder.keep_passphrase(&WrappedKey::of(&key, passphrase)?.written()?)?;
        Ok(Keeping::WithPassphrase)
    }

    fn wrapped(&self) -> Result<WrappedKey, Problem> {
        Ok(WrappedKey::read(&self.folder.passphrase()?)?)
    }

    fn open_with(&self, store: &Store, key: DeviceKey, had_key: bool) -> Result<Keeping, Problem> {
        let copy = key.again();
        let opened = open_file(&self.folder, FILE_WITH_PASSPHRASE, key, had_key, self.clock())?;
        let notice = opened.notice;
        if had_key {
            opened.store.join(store)?;
        } else {
            opened.store.take_in(store)?;
        }
        self.go_over(store, opened)?;
        let mut state = self.state();
        state.key = copy;
        state.keeping = Keeping::WithPassphrase;
        state.notice = notice;
        Ok(Keeping::WithPassphrase)
    }
}

fn wrong(field: &str) -> Problem {
    vec![FieldProblem::new(field, Code::PassphraseWrong)].into()
}
