//! An own account for an adult of the household, asked for by the principal once their own is there;
//! and what opening accounts needs.

use super::answer::OfOwnAccount;
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::wire::{Ids, Json};
use crate::access::Endpoint;
use crate::secret;
use crate::store::{NewCode, NewOwnAccount, Prepared, StoreError};
use axum::extract::State;
use axum::http::StatusCode;
use contract::devices::{AskOwnAccount, OwnAccountFor};
use contract::id::{AccountId, PersonId};
use jiff::Timestamp;

/// How often what is done is tried when something else came in between.
const TRIES: usize = 3;

/// Asks for an own account of an adult for whom the principal acts. A code is mailed to their
/// address; once that was typed the account is opened. It takes effect at their first sign-in.
#[utoipa::path(
    put, path = "/people/{person}/own-account", tag = "account",
    security(("session" = []), ("browser" = [])),
    params(("person" = PersonId, Path)),
    request_body = OwnAccountFor,
    responses((status = 204, description = "A code is on its way, or, where the address is confirmed, the username"), OfOwnAccount)
)]
pub(super) async fn ask_own_account(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
    Json { value, .. }: Json<OwnAccountFor>,
) -> Result<StatusCode, Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::AskOwnAccount, &[person]).await?;
    let AskOwnAccount { person, email } = AskOwnAccount { person, email: value.email }.check()?;
    for _ in 0..TRIES {
        let now = app.now();
        let by = session.person;
        let due = app.store.own_account_is_due(by, person, &email, now).await?;
        let account = prepared(&app, usize::from(due), now).await?.pop();
        let (email, code) = (email.clone(), new_code(&app, now)?);
        let ask = NewOwnAccount { by, person, email, code, account, now };
        match app.store.ask_own_account(ask).await {
            Err(StoreError::Busy) => {}
            done => return done.map(|()| StatusCode::NO_CONTENT).map_err(Refusal::from),
        }
    }
    Err(Refusal::unavailable())
}

/// A code that confirms an address, and the id of its mail.
pub(super) fn new_code(app: &App, now: Timestamp) -> Result<NewCode, Refusal> {
    let code = secret::random().map(secret::confirmation_code).map_err(Refusal::internal)?;
    Ok(NewCode { code, mail: app.new_id(now)? })
}

/// So many accounts, ready to be opened.
pub(super) async fn prepared(
    app: &App,
    count: usize,
    now: Timestamp,
) -> Result<Vec<Prepared>, Refusal> {
    let mut prepared = Vec::with_capacity(count);
    for _ in 0..count {
        let temporary_password =
            secret::random().map(secret::temporary_password).map_err(Refusal::internal)?;
        prepared.push(Prepared {
            account: AccountId(app.new_id(now)?),
            username: secret::random().map(secret::username).map_err(Refusal::internal)?,
            temporary_hash: app.passwords.hash(temporary_password.clone()).await?,
            temporary_password,
            mail: app.new_id(now)?,
        });
    }
    Ok(prepared)
}
