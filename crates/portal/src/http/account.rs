//! The account as its holder sees it, its own password and its address. Whatever changes how one
//! signs in asks for the own password first, and is told by mail.

use super::answer::{OfAccount, OfChangeEmail, OfChangePassword};
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::session::waiting;
use super::wire::Json;
use crate::access::Endpoint;
use crate::case::CaseFile;
use crate::days;
use crate::password::Turn;
use crate::rules::devices::session_id;
use crate::secret::{self, Sha};
use crate::store::{AccountCard, Change, SessionFile};
use axum::extract::State;
use axum::http::StatusCode;
use contract::devices::{AccountView, ChangeEmail, ChangePassword};
use contract::id::PersonId;
use contract::password::CONTEXT_WORDS;
use contract::{Code, FieldProblem};
use jiff::Timestamp;

/// The account.
#[utoipa::path(
    get, path = "/account", tag = "account",
    security(("session" = []), ("browser" = [])),
    responses((status = 200, description = "The account", body = AccountView), OfAccount)
)]
pub(super) async fn account(
    State(app): State<App>,
    asking: Asking,
) -> Result<axum::Json<AccountView>, Refusal> {
    let session = asking.session(Endpoint::Account)?;
    Ok(axum::Json(view(&app, session, app.now()).await?))
}

/// Replaces the own password, and ends every other session.
#[utoipa::path(
    put, path = "/account/password", tag = "account",
    security(("session" = []), ("browser" = [])),
    request_body = ChangePassword,
    responses((status = 204, description = "Changed; every other session has ended"), OfChangePassword)
)]
pub(super) async fn change_password(
    State(app): State<App>,
    asking: Asking,
    Json { value, .. }: Json<ChangePassword>,
) -> Result<StatusCode, Refusal> {
    let session = asking.session(Endpoint::ChangePassword)?;
    let token = asking.token().ok_or(Code::SignInRequired)?;
    let ChangePassword { current, password } = value.check(&session.username, &app.policy)?;
    let turn = app.passwords.turn()?;
    let showing = Showing { turn: &turn, session, token, field: "current" };
    let card = confirmed(&app, &showing, current).await?;
    let case = app.store.case_of_person(card.person).await?.ok_or(Code::SignInRequired)?;
    let holder = Some((&case, card.person));
    let password_hash = own_password(&turn, password, &session.username, holder).await?;
    drop(turn);
    let fitted = card.password_hash.ok_or(Code::SignInRequired)?;
    app.store.change_password(change(&app, &asking, session)?, fitted, password_hash).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Mails a code to a new address, which holds once that was typed.
#[utoipa::path(
    post, path = "/account/email", tag = "account",
    security(("session" = []), ("browser" = [])),
    request_body = ChangeEmail,
    responses((status = 200, description = "A code is on its way to the new address", body = AccountView), OfChangeEmail)
)]
pub(super) async fn change_email(
    State(app): State<App>,
    asking: Asking,
    Json { value, .. }: Json<ChangeEmail>,
) -> Result<axum::Json<AccountView>, Refusal> {
    let session = asking.session(Endpoint::ChangeEmail)?;
    let token = asking.token().ok_or(Code::SignInRequired)?;
    let ChangeEmail { email, password } = value.check()?;
    let turn = app.passwords.turn()?;
    let showing = Showing { turn: &turn, session, token, field: "password" };
    confirmed(&app, &showing, password).await?;
    drop(turn);
    let code = secret::random().map(secret::confirmation_code).map_err(Refusal::internal)?;
    let change = change(&app, &asking, session)?;
    let now = change.now;
    app.store.begin_email_change(change, &email, code).await?;
    Ok(axum::Json(view(&app, session, now).await?))
}

async fn view(app: &App, session: &SessionFile, now: Timestamp) -> Result<AccountView, Refusal> {
    let account = session.account;
    let card = app.store.account_card(account).await?.ok_or(Code::SignInRequired)?;
    let case = app.store.case_of_person(card.person).await?.ok_or(Code::SignInRequired)?;
    let person = case.person(card.person).ok_or(Code::SignInRequired)?;
    let since = card.second_factor_since.map(|since| days::day(since, &case.zone()));
    Ok(AccountView {
        account,
        username: session.username.clone(),
        email: person.confirmed_email_at(now).map(str::to_owned),
        new_email: app.store.new_email(account, now).await?,
        second_factor_since: since,
        recovery_codes_left: card.recovery_codes_left,
        own_accounts: app.store.own_account_states(card.person).await?,
    })
}

/// A session that is to show the own password once more.
pub(super) struct Showing<'a> {
    pub(super) turn: &'a Turn,
    pub(super) session: &'a SessionFile,
    pub(super) token: Sha,
    /// The field that the password is in.
    pub(super) field: &'static str,
}

/// The account, where this is its own password. Failures are counted by session, so that neither
/// whoever shares the address nor another session makes this one wait.
pub(super) async fn confirmed(
    app: &App,
    showing: &Showing<'_>,
    password: String,
) -> Result<AccountCard, Refusal> {
    let Showing { turn, session, token, field } = showing;
    let problem = |code| vec![FieldProblem::new(*field, code)];
    if password.is_empty() {
        return Err(problem(Code::Required).into());
    }
    let account_key = format!("password:{}", session.username);
    let session_key = format!("session:{}", session_id(token));
    waiting(app.store.begin_attempt(&account_key, &session_key, app.now()).await?)?;
    let card = app.store.account_card(session.account).await?.ok_or(Code::SignInRequired)?;
    if !turn.fits(password, card.password_hash.clone()).await? {
        return Err(problem(Code::PasswordWrong).into());
    }
    app.store.attempt_was_right(&account_key, &session_key).await?;
    Ok(card)
}

/// A change of the account that asks, with the mail that will tell of it.
pub(super) fn change(app: &App, asking: &Asking, session: &SessionFile) -> Result<Change, Refusal> {
    let now = app.now();
    Ok(Change { account: session.account, by: asking.token(), mail: app.new_id(now)?, now })
}

/// The hash of an own password that is strong enough, also for somebody who knows its holder. Without
/// one, only the username and this service's words count: where anybody can ask, the answer must not
/// depend on who has that username.
pub(super) async fn own_password(
    turn: &Turn,
    password: String,
    username: &str,
    holder: Option<(&CaseFile, PersonId)>,
) -> Result<String, Refusal> {
    // What is nearest to the person is tried first.
    let mut words = Vec::new();
    if let Some((case, person)) = holder {
        if let Some(person) = case.person(person) {
            words.extend([person.name.given.clone(), person.name.family.clone()]);
        }
        words.push(case.application_number.clone());
    }
    words.push(username.to_owned());
    words.extend(CONTEXT_WORDS.iter().map(|word| (*word).to_owned()));
    let strength = turn.judge(password.clone(), words).await?;
    if let Some(problem) = strength.problem() {
        return Err(vec![problem].into());
    }
    Ok(turn.hash(password).await?)
}
