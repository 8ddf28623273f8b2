//! The second factor: giving it at a sign-in, turning it on and off, and its recovery codes. Secrets
//! and codes are shown once, in the reply that makes them.

use super::account::{Showing, change, confirmed};
use super::answer::{OfBeginFactor, OfChangeFactor, OfGiveFactor, OfTurnOnFactor};
use super::app::App;
use super::arriving::{Arriving, granted};
use super::caller::Asking;
use super::refusal::Refusal;
use super::session::{view, waiting};
use super::wire::Json;
use crate::access::Endpoint;
use crate::rules::factor;
use crate::secret::{self, Sha};
use crate::store::{GivenFactor, NewSignIn, SessionFile, StoreError};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use contract::account::SessionGranted;
use contract::factor::{
    BeginSecondFactor, GiveSecondFactor, NewRecoveryCodes, RecoveryCodes, SecondFactorSecret,
    TurnOffSecondFactor, TurnOnSecondFactor,
};
use contract::{Code, FieldProblem};

/// Starts a session with the second factor of a sign-in whose password fits.
#[utoipa::path(
    post, path = "/sessions/second-factor", tag = "sign-in",
    security(("second_factor" = []), ("browser" = [])),
    params(
        ("landed-client" = Option<String>, Header, description = "`browser` for the token as a cookie"),
        ("landed-device" = Option<String>, Header, description = "What the portal gave at an earlier sign-in; browsers show a cookie instead"),
    ),
    request_body = GiveSecondFactor,
    responses((status = 201, description = "Signed in", body = SessionGranted), OfGiveFactor)
)]
pub(super) async fn give_second_factor(
    State(app): State<App>,
    asking: Asking,
    arriving: Arriving,
    Json { value, .. }: Json<GiveSecondFactor>,
) -> Result<(StatusCode, HeaderMap, axum::Json<SessionGranted>), Refusal> {
    let (asked, ticket) = asking.factor(Endpoint::GiveSecondFactor)?;
    let GiveSecondFactor { code } = value.check()?;
    let (now, client) = (app.now(), arriving.client);
    let factor_key = format!("factor:{}", asked.username);
    let counted = arriving.counted(&app, &asked.username, now).await?;
    waiting(app.store.begin_attempt(&factor_key, &counted.0, now).await?)?;
    let recovery = if factor::is_recovery_code(&code) {
        let salt = factor::recovery_salt(asked.account);
        Some(app.passwords.turn()?.hash_code(code.clone(), salt).await?)
    } else {
        None
    };
    let known = arriving.known(&app, &asked.username, counted, now).await?;
    let token = app.new_token()?;
    let sign_in = NewSignIn {
        account: asked.account,
        fitted: None,
        origin: known.origin,
        token: secret::token_hash(&token),
        mail: app.new_id(now)?,
        now,
    };
    let code_mail = app.new_id(now)?;
    let given = GivenFactor { ticket, code, recovery, factor_key, sign_in, code_mail };
    let session = app.store.give_factor(given).await?;
    let (headers, granted) = granted(&app, client, token, known.secret, view(session, now))?;
    Ok((StatusCode::CREATED, headers, axum::Json(granted)))
}

/// Makes a secret for an authenticator app. Nothing is asked for it until its first code was given.
#[utoipa::path(
    post, path = "/account/second-factor", tag = "account",
    security(("session" = []), ("browser" = [])),
    request_body = BeginSecondFactor,
    responses((status = 200, description = "The secret, shown this once", body = SecondFactorSecret), OfBeginFactor)
)]
pub(super) async fn begin_second_factor(
    State(app): State<App>,
    asking: Asking,
    Json { value, .. }: Json<BeginSecondFactor>,
) -> Result<axum::Json<SecondFactorSecret>, Refusal> {
    let session = with_password(&app, &asking, Endpoint::BeginSecondFactor, value.password).await?;
    let made = secret::random().map_err(Refusal::internal)?;
    let shown = factor::shown(&made, &session.username, &app.policy)?;
    app.store.begin_factor(session.account, made, app.now()).await?;
    Ok(axum::Json(shown))
}

/// Turns the second factor on with the first code of the app; one that was on is replaced.
#[utoipa::path(
    put, path = "/account/second-factor", tag = "account",
    security(("session" = []), ("browser" = [])),
    request_body = TurnOnSecondFactor,
    responses((status = 200, description = "On: its recovery codes, shown this once", body = RecoveryCodes), OfTurnOnFactor)
)]
pub(super) async fn turn_on_second_factor(
    State(app): State<App>,
    asking: Asking,
    Json { value, .. }: Json<TurnOnSecondFactor>,
) -> Result<axum::Json<RecoveryCodes>, Refusal> {
    let session = asking.session(Endpoint::TurnOnSecondFactor)?;
    let TurnOnSecondFactor { code } = value.check()?;
    let (codes, hashes) = recovery_codes(&app, session).await?;
    let turned = app.store.turn_factor_on(change(&app, &asking, session)?, &code, hashes).await;
    match turned {
        Err(StoreError::Refused(Code::SecondFactorRefused)) => {
            Err(vec![FieldProblem::new("code", Code::SecondFactorRefused)].into())
        }
        done => Ok(done.map(|()| axum::Json(RecoveryCodes { codes }))?),
    }
}

/// Turns the second factor off.
#[utoipa::path(
    post, path = "/account/second-factor/removal", tag = "account",
    security(("session" = []), ("browser" = [])),
    request_body = TurnOffSecondFactor,
    responses((status = 204, description = "Off; its recovery codes are dead"), OfChangeFactor)
)]
pub(super) async fn turn_off_second_factor(
    State(app): State<App>,
    asking: Asking,
    Json { value, .. }: Json<TurnOffSecondFactor>,
) -> Result<StatusCode, Refusal> {
    let endpoint = Endpoint::TurnOffSecondFactor;
    let session = with_password(&app, &asking, endpoint, value.password).await?;
    app.store.turn_factor_off(change(&app, &asking, session)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Makes recovery codes anew; older ones are dead.
#[utoipa::path(
    post, path = "/account/recovery-codes", tag = "account",
    security(("session" = []), ("browser" = [])),
    request_body = NewRecoveryCodes,
    responses((status = 200, description = "The codes, shown this once", body = RecoveryCodes), OfChangeFactor)
)]
pub(super) async fn new_recovery_codes(
    State(app): State<App>,
    asking: Asking,
    Json { value, .. }: Json<NewRecoveryCodes>,
) -> Result<axum::Json<RecoveryCodes>, Refusal> {
    let session = with_password(&app, &asking, Endpoint::NewRecoveryCodes, value.password).await?;
    let (codes, hashes) = recovery_codes(&app, session).await?;
    app.store.replace_recovery_codes(change(&app, &asking, session)?, hashes).await?;
    Ok(axum::Json(RecoveryCodes { codes }))
}

/// The session that asks, where it may and shows the own password.
async fn with_password<'a>(
    app: &App,
    asking: &'a Asking,
    endpoint: Endpoint,
    password: String,
) -> Result<&'a SessionFile, Refusal> {
    let session = asking.session(endpoint)?;
    let token = asking.token().ok_or(Code::SignInRequired)?;
    let turn = app.passwords.turn()?;
    let showing = Showing { turn: &turn, session, token, field: "password" };
    confirmed(app, &showing, password).await?;
    Ok(session)
}

/// New recovery codes, and what is kept of them.
async fn recovery_codes(
    app: &App,
    session: &SessionFile,
) -> Result<(Vec<String>, Vec<Sha>), Refusal> {
    let turn = app.passwords.turn()?;
    let (mut codes, mut hashes) = (Vec::new(), Vec::new());
    for _ in 0..app.policy.recovery_codes {
        let code = secret::random().map(factor::recovery_code).map_err(Refusal::internal)?;
        hashes.push(turn.hash_code(code.clone(), factor::recovery_salt(session.account)).await?);
        codes.push(code);
    }
    Ok((codes, hashes))
}
