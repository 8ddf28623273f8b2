//! Signing in and out at the portal. Tickets and the session are cookies that no script can read.

use super::portal::{self, get_in_background, json, post, request};
use super::{Held, settings};
use crate::browser;
use contract::account::{SessionGranted, SessionView, SignIn, SignedIn, StorePassword};
use contract::draft::DraftKey;
#[cfg(feature = "household")]
use contract::factor::GiveSecondFactor;
use contract::factor::SecondFactorAsked;
use contract::host::{Keeping, Start};
use contract::id::AccountId;
use contract::password::check_password;
use contract::policy::Policy;
use contract::{Code, Problem};
use std::rc::Rc;

pub(super) async fn start() -> Result<Start, Problem> {
    let settings = settings::kept();
    let signed_in = if browser::page_is_for_strangers() {
        None
    } else {
        match get_in_background::<SessionView>("sessions/current").await {
            Ok(view) => {
                portal::speak_for(Some(view.account));
                Some(view.account)
            }
            Err(problem) if problem.code == Code::SignInRequired => None,
            Err(problem) => return Err(problem),
        }
    };
    Ok(Start {
        language: settings.language.unwrap_or_else(browser::likely_language),
        settings,
        signed_in,
        path: Some(browser::path()),
        keeping: Keeping::WithPortal,
        notice: None,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        demonstration: false,
    })
}

/// Signs in, or learns that the second factor is asked for next.
pub(super) async fn sign_in(held: &Held, answers: &SignIn) -> Result<SignedIn, Problem> {
    browser::keeps_cookies()?;
    let reply = request("POST", "sessions").json(&json(answers)?).send().await?;
    if reply.status() == 200 {
        let _: SecondFactorAsked = reply.parse().await?;
        return Ok(SignedIn::SecondFactor);
    }
    let granted: SessionGranted = reply.parse().await?;
    held.drafts.discard_held(DraftKey::SignIn);
    Ok(SignedIn::Done { account: held.belongs_to(&granted) })
}

/// Gives the second factor, which signs in.
#[cfg(feature = "household")]
pub(super) async fn second_factor(
    held: &Held,
    answers: &GiveSecondFactor,
) -> Result<AccountId, Problem> {
    browser::keeps_cookies()?;
    match post("sessions/second-factor", answers).await {
        Ok(granted) => {
            held.drafts.discard_held(DraftKey::SignIn);
            Ok(held.belongs_to(&granted))
        }
        Err(problem) if problem.code == Code::SignInRequired => {
            Err(Code::SecondFactorTimedOut.into())
        }
        Err(problem) => Err(problem),
    }
}

/// Stores the own password. Where it is not known whether an earlier try arrived, signing in with
/// the same password tells.
pub(super) async fn store_password(
    held: Rc<Held>,
    body: StorePassword,
) -> Result<AccountId, Problem> {
    let words = held.first_sign_in.borrow().clone();
    let (username, temporary) = words.unzip();
    let problem = check_password(
        &body.password,
        username.as_deref(),
        temporary.as_deref(),
        &Policy::PROGRAMME,
    );
    if let Some(problem) = problem {
        return Err(vec![problem].into());
    }
    let granted = match post("first-sign-in/password", &body).await {
        Ok(granted) => granted,
        Err(problem) => {
            let unknown = problem.code == Code::FirstSignInTimedOut
                || contract::reply::may_have_arrived(problem.code);
            let answers = username.map(|username| SignIn { username, password: body.password });
            let Some(answers) = answers.filter(|_| unknown) else { return Err(problem) };
            post("sessions", &answers).await.map_err(|_| problem)?
        }
    };
    held.first_sign_in.take();
    held.drafts.discard_held(DraftKey::FirstSignIn);
    held.drafts.discard_held(DraftKey::Invitation);
    Ok(held.belongs_to(&granted))
}

/// Ends the session at the portal, which alone can take its cookie back, and forgets what is held.
pub(super) async fn sign_out(held: &Held) -> Result<(), Problem> {
    match request("DELETE", "sessions/current").send().await {
        Ok(_) => {}
        Err(problem) if problem.code == Code::SignInRequired => {}
        Err(problem) => return Err(problem),
    }
    held.forget();
    portal::speak_for(None);
    Ok(())
}
