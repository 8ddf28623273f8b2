//! The session: who is signed in, who was last, and what an answer says about it.

use super::Applicant;
use contract::host::SessionTime;
use contract::id::AccountId;
use contract::{Code, Problem};
use serde::{Deserialize, Serialize};
use std::sync::{MutexGuard, PoisonError};

/// The name of the session in the system's store of secrets.
pub(super) const SESSION_SECRET: &str = "session";

/// A session as it is kept in the system's store of secrets.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Session {
    pub(super) token: String,
    pub(super) account: AccountId,
    /// Its username; earlier versions did not keep it.
    #[serde(default)]
    pub(super) username: Option<String>,
    /// The portal that granted it; no other one is shown the token.
    pub(super) portal: String,
}

/// Who is here.
#[derive(Default)]
pub(super) struct Presence {
    /// The session, while there is one.
    live: Option<Session>,
    /// Whose typing is kept: the signed-in account, and still that one when its session has ended
    /// by itself, so that nothing typed is lost on the way to the sign-in page.
    owner: Option<AccountId>,
}

impl Presence {
    pub(super) fn of(session: Option<Session>) -> Self {
        let owner = session.as_ref().map(|session| session.account);
        Self { live: session, owner }
    }
}

impl Applicant {
    /// How much of the session is left. Asking does not count as use.
    ///
    /// # Errors
    /// `sign_in_required`, and where the portal is not reached.
    pub async fn session_time(&self) -> Result<SessionTime, Problem> {
        let session = self.session()?;
        let answer = self.client.session(&session.token).await;
        self.heed(&session, answer).await.map(|view| SessionTime::of(&view))
    }

    /// Makes the session last longer.
    ///
    /// # Errors
    /// `session_cannot_be_extended`, `sign_in_required`, and where the portal is not reached.
    pub async fn extend_session(&self) -> Result<SessionTime, Problem> {
        let session = self.session()?;
        let answer = self.client.extend_session(&session.token).await;
        self.heed(&session, answer).await.map(|view| SessionTime::of(&view))
    }

    fn presence(&self) -> MutexGuard<'_, Presence> {
        self.presence.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The session.
    pub(super) fn session(&self) -> Result<Session, Problem> {
        self.presence().live.clone().ok_or_else(|| Code::SignInRequired.into())
    }

    /// Under which account typing is kept.
    pub(super) fn owner(&self) -> Result<String, Problem> {
        let owner = self.presence().owner;
        owner.map(|account| account.to_string()).ok_or_else(|| Code::SignInRequired.into())
    }

    /// Begins a session. Where the secret cannot be kept, it lasts as long as the app is open.
    pub(super) async fn begin(&self, session: Session) {
        let kept = serde_json::to_vec(&session).unwrap_or_default();
        if let Err(problem) = self.kept(|kept, store| kept.keep_again(store)).await {
            tracing::error!(%problem, "nothing is kept yet after everything was removed");
        }
        let account = session.account;
        *self.presence() = Presence::of(Some(session));
        self.act_for_all();
        self.untold.forget();
        self.refreshing.somebody_came();
        self.try_secrets(move |secrets| secrets.set(SESSION_SECRET, &kept)).await;
        self.account_is_back(account).await;
    }

    /// Forgets the session and whose typing is kept.
    pub(super) async fn forget(&self) {
        *self.presence() = Presence::default();
        self.act_for_all();
        self.untold.forget();
        self.forget_answering();
        self.try_secrets(|secrets| secrets.remove(SESSION_SECRET)).await;
    }

    /// Passes an answer on; when the portal says that the session it was asked with has ended,
    /// forgets that one first. A later session is left alone.
    pub(super) async fn heed<T>(
        &self,
        session: &Session,
        answer: Result<T, Problem>,
    ) -> Result<T, Problem> {
        if matches!(&answer, Err(problem) if problem.code == Code::SignInRequired) {
            let ended = {
                let mut presence = self.presence();
                let same = presence.live.as_ref().is_some_and(|live| live.token == session.token);
                if same {
                    presence.live = None;
                }
                same
            };
            if ended {
                self.try_secrets(|secrets| secrets.remove(SESSION_SECRET)).await;
            }
        }
        answer
    }
}
