//! Signing in and out. Answers are checked here before they are sent; the ticket and the token
//! never leave this crate.

use super::{Applicant, FirstSignInUnderWay, SESSION_SECRET, Session};
use contract::account::{FirstSignIn, SessionGranted, SignIn, StorePassword};
use contract::draft::DraftKey;
use contract::password::check_password;
use contract::portal::PortalInfo;
use contract::{Code, Problem};
use jiff::tz::TimeZone;
use std::sync::PoisonError;
use zeroize::Zeroizing;

impl Applicant {
    /// The portal's public configuration.
    ///
    /// # Errors
    /// Where the portal is not reached.
    pub async fn portal_info(&self) -> Result<PortalInfo, Problem> {
        self.client.portal_info().await
    }

    /// The first sign-in, with the temporary password. Nothing is signed in yet: an own password
    /// must be stored next, with [`Self::store_password`].
    ///
    /// # Errors
    /// `malformed` with fields; whatever the portal refuses with.
    pub async fn first_sign_in(&self, answers: FirstSignIn) -> Result<(), Problem> {
        // Somewhere on Earth it is a day later than in UTC.
        let tomorrow = self.clock.now().to_zoned(TimeZone::UTC).date().tomorrow();
        let latest = tomorrow.map_err(|_| Problem::new(Code::Internal))?;
        let answers = answers.check(latest, &self.policy)?;
        let ticket = self.client.first_sign_in(&answers).await?;
        *self.first_sign_in.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(FirstSignInUnderWay {
                ticket: ticket.token,
                username: answers.username,
                temporary_password: Zeroizing::new(answers.temporary_password),
            });
        Ok(())
    }

    /// Stores the own password, which uses up the temporary one, and signs in.
    ///
    /// # Errors
    /// `first_sign_in_timed_out` where no first sign-in is under way; `malformed` with the field
    /// `password`; whatever the portal refuses with.
    pub async fn store_password(&self, password: String) -> Result<(), Problem> {
        let ticket = {
            let under_way = self.first_sign_in.lock().unwrap_or_else(PoisonError::into_inner);
            let under_way = under_way.as_ref().ok_or(Code::FirstSignInTimedOut)?;
            let username = Some(under_way.username.as_str());
            let temporary = Some(under_way.temporary_password.as_str());
            if let Some(problem) = check_password(&password, username, temporary, &self.policy) {
                return Err(vec![problem].into());
            }
            under_way.ticket.clone()
        };
        let answer = self.client.store_password(&ticket, &StorePassword { password }).await;
        if matches!(&answer, Err(problem) if problem.code == Code::FirstSignInTimedOut) {
            *self.first_sign_in.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        let granted = answer?;
        *self.first_sign_in.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.signed_in(granted).await?;
        self.discard_draft(DraftKey::FirstSignIn).await
    }

    /// Signs in with the own password.
    ///
    /// # Errors
    /// `malformed` with fields; whatever the portal refuses with.
    pub async fn sign_in(&self, answers: SignIn) -> Result<(), Problem> {
        let answers = answers.check()?;
        let granted = self.client.sign_in(&answers).await?;
        self.signed_in(granted).await
    }

    /// Ends the session at the portal and forgets it here. Without a network it is forgotten here
    /// all the same, and ends at the portal when its time is up.
    ///
    /// # Errors
    /// Where the system's store of secrets fails.
    pub async fn sign_out(&self) -> Result<(), Problem> {
        if let Ok(session) = self.session()
            && let Err(problem) = self.client.sign_out(&session.token).await
        {
            tracing::warn!(%problem, "the session was not ended at the portal");
        }
        self.forget_session().await?;
        self.discard_draft(DraftKey::Place).await
    }

    async fn signed_in(&self, granted: SessionGranted) -> Result<(), Problem> {
        let session = Session {
            token: granted.token,
            account: granted.session.account,
            person: granted.session.person,
            username: granted.session.username,
        };
        let kept = serde_json::to_vec(&session).map_err(|_| Problem::new(Code::Internal))?;
        *self.session.lock().unwrap_or_else(PoisonError::into_inner) = Some(session);
        self.secrets(move |secrets| secrets.set(SESSION_SECRET, &kept)).await
    }
}
