//! Signing in with an own password, looking at the session, signing out; and what anyone may know
//! before that.

use super::answer::{OfPortal, OfSession, OfSignIn};
use super::app::App;
use super::caller::{Asking, Peer};
use super::refusal::Refusal;
use super::wire::Json;
use crate::access::Endpoint;
use crate::secret;
use crate::store::{NewSession, SessionFile};
use axum::extract::State;
use axum::http::StatusCode;
use contract::account::{SessionGranted, SessionView, SignIn};
use contract::declaration::STATEMENT_VERSION;
use contract::policy::{OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR};
use contract::portal::PortalInfo;
use contract::{Code, Language, Problem};

/// What anyone may know before signing in.
#[utoipa::path(
    get, path = "/portal", tag = "portal",
    responses((status = 200, description = "The portal's public configuration", body = PortalInfo), OfPortal)
)]
pub(super) async fn portal_info(
    State(app): State<App>,
    asking: Asking,
) -> Result<axum::Json<PortalInfo>, Refusal> {
    asking.may(Endpoint::PortalInfo)?;
    Ok(axum::Json(PortalInfo {
        contact_address: app.contact_address.to_string(),
        official_page_en: OFFICIAL_PAGE_EN.to_owned(),
        official_page_fr: OFFICIAL_PAGE_FR.to_owned(),
        statement_version: STATEMENT_VERSION.to_owned(),
        languages: Language::ALL.to_vec(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }))
}

/// Starts a session with username and own password.
#[utoipa::path(
    post, path = "/sessions", tag = "sign-in",
    request_body = SignIn,
    responses((status = 201, description = "Signed in", body = SessionGranted), OfSignIn)
)]
pub(super) async fn sign_in(
    State(app): State<App>,
    asking: Asking,
    Peer(peer): Peer,
    Json { value: answers, .. }: Json<SignIn>,
) -> Result<(StatusCode, axum::Json<SessionGranted>), Refusal> {
    asking.may(Endpoint::SignIn)?;
    let answers = answers.check()?;
    let now = app.now();
    let account_key = account_key(&answers.username);
    waiting(app.store.begin_attempt(&account_key, &peer, now).await?)?;

    let file = app.store.sign_in_file(&answers.username).await?;
    let kept = file.as_ref().and_then(|file| file.password_hash.clone());
    let fits = app.passwords.fits(answers.password, kept).await?;
    let file = file.filter(|_| fits).ok_or(Code::SignInRefused)?;
    app.store.attempt_succeeded(&account_key, &peer, now).await?;

    let token = app.new_token()?;
    let session = app
        .store
        .start_session(NewSession { account: file.account, token: secret::token_hash(&token), now })
        .await?;
    Ok(granted(token, session))
}

/// The session that asks.
#[utoipa::path(
    get, path = "/sessions/current", tag = "sign-in",
    security(("session" = [])),
    responses((status = 200, description = "The session", body = SessionView), OfSession)
)]
pub(super) async fn current_session(asking: Asking) -> Result<axum::Json<SessionView>, Refusal> {
    let session = asking.session(Endpoint::CurrentSession)?;
    Ok(axum::Json(view(session.clone())))
}

/// Ends the session that asks.
#[utoipa::path(
    delete, path = "/sessions/current", tag = "sign-in",
    security(("session" = [])),
    responses((status = 204, description = "Signed out"), OfSession)
)]
pub(super) async fn sign_out(
    State(app): State<App>,
    asking: Asking,
) -> Result<StatusCode, Refusal> {
    asking.session(Endpoint::SignOut)?;
    if let Some(token) = asking.token() {
        app.store.end_session(token).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Under which key failures of an account are counted, also where nobody has that username.
pub(super) fn account_key(username: &str) -> String {
    format!("account:{username}")
}

/// Refuses where a try must wait.
pub(super) fn waiting(seconds: Option<u64>) -> Result<(), Refusal> {
    seconds.map_or(Ok(()), |seconds| {
        Err(Problem::new(Code::TooManyAttempts).with("seconds", seconds).into())
    })
}

/// The reply that grants a session.
pub(super) fn granted(
    token: String,
    session: SessionFile,
) -> (StatusCode, axum::Json<SessionGranted>) {
    let session = view(session);
    (StatusCode::CREATED, axum::Json(SessionGranted { token, session }))
}

fn view(session: SessionFile) -> SessionView {
    SessionView {
        account: session.account,
        person: session.person,
        username: session.username,
        idle_ends_at: session.idle_ends_at,
        ends_at: session.ends_at,
    }
}
