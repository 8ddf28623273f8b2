//! Signing in with an own password, looking at the session, signing out; and what anyone may know
//! before that.

use super::answer::{OfExtension, OfPortal, OfSession, OfSignIn};
use super::app::App;
use super::browser::{self, Client};
use super::caller::{Asking, Looking, Peer};
use super::refusal::Refusal;
use super::wire::Json;
use crate::access::Endpoint;
use crate::secret;
use crate::store::{NewSession, SessionFile};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use contract::account::{SessionGranted, SessionView, SignIn};
use contract::declaration::STATEMENT_VERSION;
use contract::policy::{OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR};
use contract::portal::PortalInfo;
use contract::{Code, Language, Problem};
use jiff::Timestamp;

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
        languages: Language::OFFICIAL.to_vec(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }))
}

/// Starts a session with username and own password.
#[utoipa::path(
    post, path = "/sessions", tag = "sign-in",
    params(("landed-client" = Option<String>, Header, description = "`browser` for the token as a cookie")),
    request_body = SignIn,
    responses((status = 201, description = "Signed in", body = SessionGranted), OfSignIn)
)]
pub(super) async fn sign_in(
    State(app): State<App>,
    asking: Asking,
    client: Client,
    Peer(peer): Peer,
    Json { value: answers, .. }: Json<SignIn>,
) -> Result<Granted, Refusal> {
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
    replaced(&app, &asking, client).await?;
    granted(client, token, session, now)
}

/// The session that asks. Looking at it is no use of it.
#[utoipa::path(
    get, path = "/sessions/current", tag = "sign-in",
    security(("session" = []), ("browser" = [])),
    responses((status = 200, description = "The session", body = SessionView), OfSession)
)]
pub(super) async fn current_session(
    State(app): State<App>,
    Looking(asking): Looking,
) -> Result<axum::Json<SessionView>, Refusal> {
    let session = asking.session(Endpoint::CurrentSession)?;
    Ok(axum::Json(view(session.clone(), app.now())))
}

/// Extends the session that asks, which takes one of its extensions. Any other use of it gives
/// them all back.
#[utoipa::path(
    post, path = "/sessions/current/extension", tag = "sign-in",
    security(("session" = []), ("browser" = [])),
    responses((status = 200, description = "The session as it is now", body = SessionView), OfExtension)
)]
pub(super) async fn extend_session(
    State(app): State<App>,
    Looking(asking): Looking,
) -> Result<axum::Json<SessionView>, Refusal> {
    asking.session(Endpoint::ExtendSession)?;
    let token = asking.token().ok_or(Code::SignInRequired)?;
    let now = app.now();
    let session = app.store.extend_session(token, now).await?;
    Ok(axum::Json(view(session, now)))
}

/// Ends the session that asks.
#[utoipa::path(
    delete, path = "/sessions/current", tag = "sign-in",
    security(("session" = []), ("browser" = [])),
    responses((status = 204, description = "Signed out. A browser forgets its cookie and what it cached"), OfSession)
)]
pub(super) async fn sign_out(
    State(app): State<App>,
    asking: Asking,
) -> Result<(StatusCode, HeaderMap), Refusal> {
    asking.session(Endpoint::SignOut)?;
    if let Some(token) = asking.token() {
        app.store.end_session(token).await?;
    }
    let mut headers = HeaderMap::new();
    headers.insert("clear-site-data", HeaderValue::from_static(browser::CLEAR_SITE_DATA));
    if asking.by_cookie() {
        headers.extend([browser::ended()]);
    }
    Ok((StatusCode::NO_CONTENT, headers))
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
pub(super) type Granted = (StatusCode, HeaderMap, axum::Json<SessionGranted>);

pub(super) fn granted(
    client: Client,
    token: String,
    session: SessionFile,
    now: Timestamp,
) -> Result<Granted, Refusal> {
    let session = view(session, now);
    let (headers, token) = client.hand_over(token)?;
    Ok((StatusCode::CREATED, headers, axum::Json(SessionGranted { token, session })))
}

/// Ends the session in the cookie that a browser is about to replace.
pub(super) async fn replaced(app: &App, asking: &Asking, client: Client) -> Result<(), Refusal> {
    match asking.in_cookie() {
        Some(token) if client == Client::Browser => Ok(app.store.end_session(token).await?),
        _ => Ok(()),
    }
}

fn view(session: SessionFile, now: Timestamp) -> SessionView {
    SessionView {
        account: session.account,
        person: session.person,
        username: session.username,
        idle_ends_at: session.idle_ends_at,
        ends_at: session.ends_at,
        now,
        extensions_left: session.extensions_left,
    }
}
