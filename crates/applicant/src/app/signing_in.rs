//! Signing in and out. Answers are checked here before they are sent; the ticket and the token
//! never leave this crate.

use super::session::Session;
use super::{Applicant, FirstSignInUnderWay};
use contract::account::{FirstSignIn, SessionGranted, SignIn, StorePassword};
use contract::draft::DraftKey;
use contract::id::AccountId;
use contract::password::check_password;
use contract::portal::PortalInfo;
use contract::reply::may_have_arrived;
use contract::{Code, Problem};
use jiff::tz::TimeZone;
use std::sync::{MutexGuard, PoisonError};
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
        *self.under_way() = Some(FirstSignInUnderWay {
            ticket: ticket.token.ok_or(Code::UnexpectedReply)?,
            username: answers.username,
            temporary_password: Zeroizing::new(answers.temporary_password),
        });
        Ok(())
    }

    /// Stores the own password, which uses up the temporary one, and signs in; says to which
    /// account. Where it is not known whether an earlier try arrived, signing in with the same password tells.
    ///
    /// # Errors
    /// `first_sign_in_timed_out` where no first sign-in is under way; `malformed` with the field
    /// `password`; whatever the portal refuses with.
    pub async fn store_password(&self, password: String) -> Result<AccountId, Problem> {
        let (ticket, username) = {
            let under_way = self.under_way();
            let under_way = under_way.as_ref().ok_or(Code::FirstSignInTimedOut)?;
            let username = Some(under_way.username.as_str());
            let temporary = Some(under_way.temporary_password.as_str());
            if let Some(problem) = check_password(&password, username, temporary, &self.policy) {
                return Err(vec![problem].into());
            }
            (under_way.ticket.clone(), under_way.username.clone())
        };
        let body = StorePassword { password };
        let granted = match self.client.store_password(&ticket, &body).await {
            Ok(granted) => granted,
            Err(problem) if may_be_stored(problem.code) => {
                let answers = SignIn { username, password: body.password };
                match self.client.sign_in(&answers).await {
                    Ok(granted) => granted,
                    Err(_) => {
                        if problem.code == Code::FirstSignInTimedOut {
                            *self.under_way() = None;
                        }
                        return Err(problem);
                    }
                }
            }
            Err(problem) => return Err(problem),
        };
        *self.under_way() = None;
        let account = self.signed_in(granted).await?;
        self.discard_draft(DraftKey::FirstSignIn).await?;
        Ok(account)
    }

    /// Signs in with the own password; says to which account.
    ///
    /// # Errors
    /// `malformed` with fields; whatever the portal refuses with.
    pub async fn sign_in(&self, answers: SignIn) -> Result<AccountId, Problem> {
        let answers = answers.check()?;
        let granted = self.client.sign_in(&answers).await?;
        self.signed_in(granted).await
    }

    /// Forgets the session here, then ends it at the portal. Without a network it ends there when
    /// its time is up.
    ///
    /// # Errors
    /// Where this device's store fails.
    pub async fn sign_out(&self) -> Result<(), Problem> {
        let session = self.session();
        self.forget().await;
        let discarded = self.discard_draft(DraftKey::Place).await;
        if let Ok(session) = session
            && let Err(problem) = self.client.sign_out(&session.token).await
        {
            tracing::warn!(%problem, "the session was not ended at the portal");
        }
        discarded
    }

    async fn signed_in(&self, granted: SessionGranted) -> Result<AccountId, Problem> {
        let account = granted.session.account;
        self.begin(Session {
            token: granted.token.ok_or(Code::UnexpectedReply)?,
            account,
            portal: self.setting.portal.clone(),
        })
        .await;
        Ok(account)
    }

    fn under_way(&self) -> MutexGuard<'_, Option<FirstSignInUnderWay>> {
        self.first_sign_in.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the own password may be stored although storing it failed: the reply was lost, or the
/// ticket was used by a try whose reply was lost.
fn may_be_stored(code: Code) -> bool {
    code == Code::FirstSignInTimedOut || may_have_arrived(code)
}
