//! The devices that are signed in to an account, and signing out there. Never tells an address.

use super::answer::{OfAccount, OfSignOutDevice};
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::wire::Ids;
use crate::access::Endpoint;
use crate::store::DeviceFile;
use axum::extract::State;
use axum::http::StatusCode;
use contract::Code;
use contract::devices::{Device, Devices};
use contract::id::SessionId;

/// The devices that are signed in: the one that asks first, then the one used last.
#[utoipa::path(
    get, path = "/account/sessions", tag = "account",
    security(("session" = []), ("browser" = [])),
    responses((status = 200, description = "Each is one session", body = Devices), OfAccount)
)]
pub(super) async fn devices(
    State(app): State<App>,
    asking: Asking,
) -> Result<axum::Json<Devices>, Refusal> {
    let session = asking.session(Endpoint::Devices)?;
    let files = app.store.sessions_of(session.account, app.now()).await?;
    let (asks, others): (Vec<DeviceFile>, Vec<DeviceFile>) =
        files.into_iter().partition(|file| Some(file.token) == asking.token());
    let devices = asks
        .into_iter()
        .map(|file| device(file, true))
        .chain(others.into_iter().map(|file| device(file, false)))
        .collect();
    Ok(axum::Json(Devices { devices }))
}

fn device(file: DeviceFile, current: bool) -> Device {
    Device {
        id: file.id,
        current,
        client: file.client,
        system: file.system,
        browser: file.browser,
        signed_in_at: file.signed_in_at,
        used_at: file.used_at,
    }
}

/// Signs a device out.
#[utoipa::path(
    delete, path = "/account/sessions/{session}", tag = "account",
    security(("session" = []), ("browser" = [])),
    params(("session" = SessionId, Path)),
    responses((status = 204, description = "Signed out there"), OfSignOutDevice)
)]
pub(super) async fn sign_out_device(
    State(app): State<App>,
    asking: Asking,
    Ids(id): Ids<SessionId>,
) -> Result<StatusCode, Refusal> {
    let session = asking.session(Endpoint::SignOutDevice)?;
    app.store.end_session_of(session.account, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs every other device out.
#[utoipa::path(
    delete, path = "/account/sessions", tag = "account",
    security(("session" = []), ("browser" = [])),
    responses((status = 204, description = "Signed out everywhere else"), OfAccount)
)]
pub(super) async fn sign_out_elsewhere(
    State(app): State<App>,
    asking: Asking,
) -> Result<StatusCode, Refusal> {
    let session = asking.session(Endpoint::SignOutElsewhere)?;
    let token = asking.token().ok_or(Code::SignInRequired)?;
    app.store.end_other_sessions(session.account, token).await?;
    Ok(StatusCode::NO_CONTENT)
}
