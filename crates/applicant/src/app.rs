//! What an applicant can do: one method per use case, a file per step of the journey.

mod board;
mod drafts;
mod opening;
mod photo;
mod signing_in;
mod writing;

use crate::client::PortalClient;
use crate::ports::{Clock, SecretError, Secrets};
use crate::store::{Store, StoreError};
use contract::host::Keeping;
use contract::id::{AccountId, PersonId};
use contract::policy::Policy;
use contract::{Code, Language, Problem};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use zeroize::Zeroizing;

/// The name of the session in the system's store of secrets.
const SESSION_SECRET: &str = "session";

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
    keeping: Keeping,
    notice: Option<Code>,
    secrets: Arc<dyn Secrets>,
    clock: Arc<dyn Clock>,
    session: Mutex<Option<Session>>,
    first_sign_in: Mutex<Option<FirstSignInUnderWay>>,
}

/// A session as it is kept in the system's store of secrets.
#[derive(Clone, Serialize, Deserialize)]
struct Session {
    token: String,
    account: AccountId,
    person: PersonId,
    username: String,
}

/// Between the first sign-in and the own password. Ends with the process: the temporary password
/// still works then.
struct FirstSignInUnderWay {
    ticket: String,
    username: String,
    temporary_password: Zeroizing<String>,
}

impl Applicant {
    /// The signed-in account.
    fn session(&self) -> Result<Session, Problem> {
        let session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        session.clone().ok_or_else(|| Code::SignInRequired.into())
    }

    /// Under which account something is kept: `device` before sign-in.
    fn account(&self) -> Result<String, Problem> {
        self.session().map(|session| session.account.to_string())
    }

    /// Runs something on the store off the asynchronous threads.
    async fn store<R, W>(&self, work: W) -> Result<R, Problem>
    where
        R: Send + 'static,
        W: FnOnce(&Store) -> Result<R, StoreError> + Send + 'static,
    {
        let store = self.store.clone();
        let done = tokio::task::spawn_blocking(move || work(&store)).await;
        done.map_err(|_| Problem::new(Code::Internal))?.map_err(Problem::from)
    }

    /// Runs something on the system's secrets off the asynchronous threads: a locked store may
    /// ask its user for a password.
    async fn secrets<R, W>(&self, work: W) -> Result<R, Problem>
    where
        R: Send + 'static,
        W: FnOnce(&dyn Secrets) -> Result<R, SecretError> + Send + 'static,
    {
        let secrets = Arc::clone(&self.secrets);
        let done = tokio::task::spawn_blocking(move || work(&*secrets)).await;
        done.map_err(|_| Problem::new(Code::Internal))?.map_err(|error| {
            tracing::error!(%error, "the store of secrets");
            Problem::new(Code::SecretStoreMissing)
        })
    }

    /// Passes an answer on; when the portal says that the session has ended, forgets it first.
    async fn heed<T>(&self, answer: Result<T, Problem>) -> Result<T, Problem> {
        if matches!(&answer, Err(problem) if problem.code == Code::SignInRequired) {
            self.forget_session().await?;
        }
        answer
    }

    async fn forget_session(&self) -> Result<(), Problem> {
        *self.session.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.secrets(|secrets| secrets.remove(SESSION_SECRET)).await
    }

    /// Chooses the language of the interface and keeps the choice.
    ///
    /// # Errors
    /// Where this device's store fails.
    pub async fn set_language(&self, language: Language) -> Result<(), Problem> {
        self.store(move |store| store.set_setting("language", language.tag())).await
    }
}
