//! What an applicant can do: one method per use case, a file per step of the journey.

mod asking;
mod board;
mod device;
mod drafts;
mod folder;
#[cfg(test)]
mod forms;
mod judging;
mod kept;
mod news;
mod opened;
mod opening;
mod outbox;
mod passphrase;
mod photo;
mod reading;
mod refreshing;
mod session;
mod settings;
mod signing_in;
mod stage;
mod submitting;
mod turn;
mod writing;

pub use stage::Stage;

use crate::client::PortalClient;
use crate::ports::{Clock, SecretError, Secrets};
use crate::store::{Store, StoreError};
use asking::Answering;
use contract::id::PersonId;
use contract::policy::Policy;
use contract::{Code, Problem};
use judging::Judgings;
use kept::Kept;
use news::Untold;
use outbox::Passes;
use refreshing::Refreshing;
use session::Presence;
use signing_in::SecondFactorUnderWay;
use stage::Stages;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use turn::Turns;
use zeroize::Zeroizing;

/// What differs from one installation to the next.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The portal's address.
    pub portal: String,
    /// The folder for what is kept on this device.
    pub folder: PathBuf,
    /// The system's languages as BCP 47 tags, the preferred first.
    pub system_languages: Vec<String>,
    /// Whether this is the demonstration with its own portal.
    pub demonstration: bool,
}

/// The client's head.
pub struct Applicant {
    setting: Setting,
    policy: Policy,
    client: PortalClient,
    store: Store,
    kept: Arc<Kept>,
    secrets: Arc<dyn Secrets>,
    clock: Arc<dyn Clock>,
    presence: Mutex<Presence>,
    first_sign_in: Mutex<Option<FirstSignInUnderWay>>,
    second_factor: Mutex<Option<SecondFactorUnderWay>>,
    answering: Mutex<Option<Answering>>,
    /// Of the household, whom this account does not act for, as the last board said.
    others: Mutex<HashSet<PersonId>>,
    /// Whether timelines and messages may be older than the board.
    behind: AtomicBool,
    stages: Arc<Stages>,
    judgings: Judgings,
    turns: Turns,
    passes: Passes,
    untold: Untold,
    refreshing: Refreshing,
}

/// Between the first sign-in and the own password. Ends with the process: the temporary password
/// still works then.
struct FirstSignInUnderWay {
    ticket: String,
    username: String,
    temporary_password: Zeroizing<String>,
}

impl Applicant {
    /// Runs something on the store off the asynchronous threads.
    async fn store<R, W>(&self, work: W) -> Result<R, Problem>
    where
        R: Send + 'static,
        W: FnOnce(&Store) -> Result<R, StoreError> + Send + 'static,
    {
        self.kept(move |kept, store| kept.with(store, work)).await
    }

    /// Does something with what is kept off the asynchronous threads.
    async fn kept<R, W>(&self, work: W) -> Result<R, Problem>
    where
        R: Send + 'static,
        W: FnOnce(&Kept, &Store) -> Result<R, Problem> + Send + 'static,
    {
        let (store, kept) = (self.store.clone(), Arc::clone(&self.kept));
        let done = tokio::task::spawn_blocking(move || work(&kept, &store)).await;
        done.map_err(|_| Problem::new(Code::Internal))?
    }

    /// Does something with the system's secrets off the asynchronous threads, since a locked store
    /// may ask its user for a password. Where it fails, what it was for goes on without it.
    async fn try_secrets<R, W>(&self, work: W) -> Option<R>
    where
        R: Send + 'static,
        W: FnOnce(&dyn Secrets) -> Result<R, SecretError> + Send + 'static,
    {
        let secrets = Arc::clone(&self.secrets);
        match tokio::task::spawn_blocking(move || work(&*secrets)).await {
            Ok(Ok(done)) => return Some(done),
            Ok(Err(error)) => tracing::error!(%error, "the store of secrets"),
            Err(error) => tracing::error!(%error, "the store of secrets"),
        }
        None
    }
}
