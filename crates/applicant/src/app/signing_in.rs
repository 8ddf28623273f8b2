//! Signing in and out. Answers are checked here before they are sent; the ticket and the token
//! never leave this crate.

use super::session::Session;
use super::{Applicant, FirstSignInUnderWay};
use contract::account::{
    FirstSignIn, SessionGranted, SignIn, SignInReply, SignedIn, StorePassword,
};
use contract::draft::DraftKey;
use contract::factor::GiveSecondFactor;
use contract::id::AccountId;
use contract::password::check_password;
use contract::portal::PortalInfo;
use contract::reply::may_have_arrived;
use contract::{Code, Problem};
use std::sync::{MutexGuard, PoisonError};
use zeroize::Zeroizing;

/// Between the password and the second factor. Ends with the process: one signs in from the start.
pub(super) struct SecondFactorUnderWay {
    ticket: Zeroizing<String>,
    username: String,
}

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
        let answers = answers.check(self.latest_day()?, &self.policy)?;
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
                match self.client.sign_in(&answers, None).await {
                    // A new account has no second factor yet.
                    Ok(SignInReply::Granted(granted)) => granted,
                    Ok(SignInReply::SecondFactor(_)) | Err(_) => {
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
        // The invitation led here, and is done with.
        self.discard_draft(DraftKey::Invitation).await?;
        Ok(account)
    }

    /// Signs in with the own password; says to which account, or that the second factor is asked
    /// for next ([`Self::second_factor`]).
    ///
    /// # Errors
    /// `malformed` with fields; whatever the portal refuses with.
    pub async fn sign_in(&self, answers: SignIn) -> Result<SignedIn, Problem> {
        let answers = answers.check()?;
        *self.asked_for() = None;
        let device = self.device_secret(&answers.username).await;
        match self.client.sign_in(&answers, device.as_deref()).await? {
            SignInReply::Granted(granted) => {
                Ok(SignedIn::Done { account: self.signed_in(granted).await? })
            }
            SignInReply::SecondFactor(asked) => {
                let ticket = Zeroizing::new(asked.token.ok_or(Code::UnexpectedReply)?);
                let username = answers.username;
                *self.asked_for() = Some(SecondFactorUnderWay { ticket, username });
                Ok(SignedIn::SecondFactor)
            }
        }
    }

    /// Gives the second factor, which signs in; says to which account.
    ///
    /// # Errors
    /// `second_factor_timed_out` where no sign-in waits for it; `malformed` with the field `code`;
    /// `second_factor_refused`, and whatever else the portal refuses with.
    pub async fn second_factor(&self, answers: GiveSecondFactor) -> Result<AccountId, Problem> {
        let answers = answers.check()?;
        let (ticket, username) = {
            let asked = self.asked_for();
            let asked = asked.as_ref().ok_or(Code::SecondFactorTimedOut)?;
            (asked.ticket.clone(), asked.username.clone())
        };
        let device = self.device_secret(&username).await;
        let answer = self.client.second_factor(&ticket, &answers, device.as_deref()).await;
        let has_ended = match &answer {
            Ok(_) => true,
            Err(problem) => {
                matches!(problem.code, Code::SecondFactorTimedOut | Code::SignInRequired)
            }
        };
        if has_ended {
            let mut asked = self.asked_for();
            // A later sign-in is left alone.
            if asked.as_ref().is_some_and(|asked| asked.ticket == ticket) {
                *asked = None;
            }
        }
        match answer {
            Ok(granted) => self.signed_in(granted).await,
            Err(_) if has_ended => Err(Code::SecondFactorTimedOut.into()),
            Err(problem) => Err(problem),
        }
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
        let (account, username) = (granted.session.account, granted.session.username);
        let token = granted.token.ok_or(Code::UnexpectedReply)?;
        if let Some(secret) = granted.device {
            self.keep_device_secret(&username, secret).await;
        }
        let (username, portal) = (Some(username), self.setting.portal.clone());
        self.begin(Session { token, account, username, portal }).await;
        Ok(account)
    }

    fn asked_for(&self) -> MutexGuard<'_, Option<SecondFactorUnderWay>> {
        self.second_factor.lock().unwrap_or_else(PoisonError::into_inner)
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
