//! Signing in with an own password, looking at the session, signing out; and what anyone may know
//! before that.

use super::answer::{OfExtension, OfPortal, OfSession, OfSignIn};
use super::app::App;
use super::arriving::{Arriving, granted};
use super::browser::{self, Client};
use super::caller::{Asking, Looking};
use super::refusal::Refusal;
use super::wire::Json;
use crate::access::Endpoint;
use crate::days;
use crate::secret;
use crate::store::{NewFactorTicket, NewSignIn, SessionFile};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use contract::account::{SessionGranted, SessionView, SignIn, SignInReply};
use contract::declaration::STATEMENT_VERSION;
use contract::factor::SecondFactorAsked;
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

/// Starts a session with username and own password, or asks for the second factor.
#[utoipa::path(
    post, path = "/sessions", tag = "sign-in",
    params(
        ("landed-client" = Option<String>, Header, description = "`browser` for the token as a cookie"),
        ("landed-device" = Option<String>, Header, description = "What the portal gave at an earlier sign-in; browsers show a cookie instead"),
    ),
    request_body = SignIn,
    responses(
        (status = 200, description = "The password fits: leave to give the second factor, and nothing else", body = SecondFactorAsked),
        (status = 201, description = "Signed in", body = SessionGranted),
        OfSignIn
    )
)]
pub(super) async fn sign_in(
    State(app): State<App>,
    asking: Asking,
    arriving: Arriving,
    Json { value: answers, .. }: Json<SignIn>,
) -> Result<(StatusCode, HeaderMap, axum::Json<SignInReply>), Refusal> {
    asking.may(Endpoint::SignIn)?;
    let SignIn { username, password } = answers.check()?;
    let turn = app.passwords.turn()?;
    let now = app.now();
    let account_key = account_key(&username);
    let counted = arriving.counted(&app, &username, now).await?;
    waiting(app.store.begin_attempt(&account_key, &counted.0, now).await?)?;

    let kept = app.store.kept_passwords(&username).await?;
    let (account, hash) = kept.map(|kept| (kept.account, kept.password_hash)).unzip();
    let hash = hash.flatten();
    let fits = turn.fits(password, hash.clone()).await?;
    drop(turn);
    let (account, fitted) = account.zip(hash).filter(|_| fits).ok_or(Code::SignInRefused)?;
    let client = arriving.client;
    let token = app.new_token()?;
    if app.store.has_factor(account).await? {
        let ends_at = days::seconds_after(now, app.policy.second_factor_seconds);
        let (peer_key, token_hash) = (counted.0, secret::token_hash(&token));
        let ticket = NewFactorTicket {
            account,
            fitted,
            account_key,
            peer_key,
            token: token_hash,
            ends_at,
            now,
        };
        app.store.ask_factor(ticket).await?;
        replaced(&app, &asking, client).await?;
        let (headers, token) = client.hand_over(token)?;
        let asked = SecondFactorAsked { token, second_factor_ends_at: ends_at };
        return Ok((StatusCode::OK, headers, axum::Json(SignInReply::SecondFactor(asked))));
    }
    let known = arriving.known(&app, &username, counted, now).await?;
    let sign_in = NewSignIn {
        account,
        fitted: Some(fitted),
        origin: known.origin,
        token: secret::token_hash(&token),
        mail: app.new_id(now)?,
        now,
    };
    let session = app.store.sign_in(sign_in).await?;
    replaced(&app, &asking, client).await?;
    let (headers, granted) = granted(&app, client, token, known.secret, view(session, now))?;
    Ok((StatusCode::CREATED, headers, axum::Json(SignInReply::Granted(granted))))
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
        browser::forget_device(&mut headers);
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

/// Ends the session in the cookie that a browser is about to replace.
pub(super) async fn replaced(app: &App, asking: &Asking, client: Client) -> Result<(), Refusal> {
    match asking.in_cookie() {
        Some(token) if client == Client::Browser => Ok(app.store.end_session(token).await?),
        _ => Ok(()),
    }
}

pub(super) fn view(session: SessionFile, now: Timestamp) -> SessionView {
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
