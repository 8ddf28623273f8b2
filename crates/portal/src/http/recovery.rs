//! Ways back in before a sign-in. Asking is answered alike, and is the same work, whether or not
//! there is such an account.

use super::account::own_password;
use super::answer::{OfReset, OfWish};
use super::app::App;
use super::caller::{Asking, Peer};
use super::refusal::Refusal;
use super::session::waiting;
use super::wire::Json;
use crate::access::Endpoint;
use crate::secret;
use crate::store::{NewResetCode, PasswordReset, Reissue, Typed};
use axum::extract::State;
use axum::http::StatusCode;
use contract::Code;
use contract::recovery::{ReissueTemporary, RemindUsername, ResetPassword, SendResetCode};
use std::time::Duration;

/// Does what is wished for, and answers no sooner than after a while that is always the same: what is
/// done for somebody who is known is a little more than what is done for nobody.
pub(super) async fn alike(
    app: &App,
    wish: impl Future<Output = Result<(), Refusal>>,
) -> Result<StatusCode, Refusal> {
    let at_least = Duration::from_millis(app.policy.wish_answer_ms.into());
    let (done, ()) = tokio::join!(wish, tokio::time::sleep(at_least));
    done.map(|()| StatusCode::NO_CONTENT)
}

/// Mails a new temporary password to the confirmed address of an account without an own one. The old
/// one dies.
#[utoipa::path(
    post, path = "/first-sign-in/reissues", tag = "recovery",
    request_body = ReissueTemporary,
    responses((status = 204, description = "If there is such an account, it is on its way"), OfWish)
)]
pub(super) async fn reissue_temporary(
    State(app): State<App>,
    asking: Asking,
    Peer(peer): Peer,
    Json { value, .. }: Json<ReissueTemporary>,
) -> Result<StatusCode, Refusal> {
    asking.may(Endpoint::ReissueTemporary)?;
    let ReissueTemporary { username } = value.check()?;
    app.store.begin_wish(&peer, app.now()).await?;
    alike(&app, async {
        let temporary_password =
            secret::random().map(secret::temporary_password).map_err(Refusal::internal)?;
        // Hashed in any case: whether there is such an account only the store looks up.
        let temporary_hash = app.passwords.hash(temporary_password.clone()).await?;
        let now = app.now();
        let mail = app.new_id(now)?;
        let reissue = Reissue { username, temporary_password, temporary_hash, mail, now };
        Ok(app.store.reissue_asked(reissue).await?)
    })
    .await
}

/// Mails a reset code to the confirmed address of an account with an own password.
#[utoipa::path(
    post, path = "/passwords/reset-codes", tag = "recovery",
    request_body = SendResetCode,
    responses((status = 204, description = "If there is such an account, it is on its way"), OfWish)
)]
pub(super) async fn send_reset_code(
    State(app): State<App>,
    asking: Asking,
    Peer(peer): Peer,
    Json { value, .. }: Json<SendResetCode>,
) -> Result<StatusCode, Refusal> {
    asking.may(Endpoint::SendResetCode)?;
    let SendResetCode { username } = value.check()?;
    app.store.begin_wish(&peer, app.now()).await?;
    let code = secret::random().map(secret::reset_code).map_err(Refusal::internal)?;
    let now = app.now();
    let mail = app.new_id(now)?;
    let code = NewResetCode { username, code, mail, now };
    alike(&app, async { Ok(app.store.send_reset_code(code).await?) }).await
}

/// Stores an own password in place of a forgotten one. Every session ends; a second factor stays.
#[utoipa::path(
    post, path = "/passwords/resets", tag = "recovery",
    request_body = ResetPassword,
    responses((status = 204, description = "Stored; sign in with it"), OfReset)
)]
pub(super) async fn reset_password(
    State(app): State<App>,
    asking: Asking,
    Peer(peer): Peer,
    Json { value, .. }: Json<ResetPassword>,
) -> Result<StatusCode, Refusal> {
    asking.may(Endpoint::ResetPassword)?;
    let ResetPassword { username, code, password } = value.check(&app.policy)?;
    let turn = app.passwords.turn()?;
    let now = app.now();
    let key = format!("reset:{username}");
    waiting(app.store.begin_attempt(&key, &peer, now).await?)?;
    // Whose words the password must not be made of only who has the code may find out.
    let holder = app.store.reset_holder(&username, &code, now).await?;
    let holder = holder.as_ref().map(|(case, person)| (case, *person));
    let password_hash = own_password(&turn, password, &username, holder).await?;
    drop(turn);
    let mail = app.new_id(now)?;
    let reset = PasswordReset { username, code, password_hash, mail, now };
    let refused = match app.store.reset_password(reset).await? {
        Typed::Refused => return Err(Code::ResetCodeRefused.into()),
        Typed::Expired => Some(Code::ResetCodeExpired),
        Typed::Fits => None,
    };
    app.store.attempt_succeeded(&key, &peer, now).await?;
    refused.map_or(Ok(StatusCode::NO_CONTENT), |code| Err(code.into()))
}

/// Mails every username of a confirmed address to it.
#[utoipa::path(
    post, path = "/usernames/reminders", tag = "recovery",
    request_body = RemindUsername,
    responses((status = 204, description = "If the address is confirmed, they are on their way"), OfWish)
)]
pub(super) async fn remind_username(
    State(app): State<App>,
    asking: Asking,
    Peer(peer): Peer,
    Json { value, .. }: Json<RemindUsername>,
) -> Result<StatusCode, Refusal> {
    asking.may(Endpoint::RemindUsername)?;
    let RemindUsername { email } = value.check()?;
    app.store.begin_wish(&peer, app.now()).await?;
    let now = app.now();
    let mail = app.new_id(now)?;
    alike(&app, async { Ok(app.store.remind_usernames(&email, mail, now).await?) }).await
}
