//! Calls of the portal's API from its own page: under its base path, and with the header by which
//! the portal knows its own pages from those of others.

use crate::fetch::Call;
use contract::Problem;
use contract::id::AccountId;
use contract::portal::{ACCOUNT_HEADER, BACKGROUND_HEADER, BROWSER, CLIENT_HEADER};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::Cell;

thread_local! {
    static ACCOUNT: Cell<Option<AccountId>> = const { Cell::new(None) };
}

/// From now on, this page takes the session for this account's. Where somebody else signs in in
/// another tab, the portal then answers that nobody is signed in here.
pub(super) fn speak_for(account: Option<AccountId>) {
    ACCOUNT.set(account);
}

/// Whose session this page takes it for, also after it has ended by itself.
pub(super) fn spoken_for() -> Option<AccountId> {
    ACCOUNT.get()
}

/// A request of the API.
pub(super) fn request(method: &str, path: &str) -> Call {
    let call = Call::new(method, &format!("/api/v1/{path}"))
        .header("accept", "application/json")
        .header(CLIENT_HEADER, BROWSER);
    match spoken_for() {
        Some(account) => call.header(ACCOUNT_HEADER, &account.to_string()),
        None => call,
    }
}

/// The same request as one that nobody asked for just now.
pub(super) fn in_background(call: Call) -> Call {
    call.header(BACKGROUND_HEADER, "1")
}

/// Reads.
pub(super) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Problem> {
    request("GET", path).send().await?.parse().await
}

/// Reads without counting as use of the session.
pub(super) async fn get_in_background<T: DeserializeOwned>(path: &str) -> Result<T, Problem> {
    in_background(request("GET", path)).send().await?.parse().await
}

/// Sends answers that are no write to a household.
pub(super) async fn post<B: Serialize, T: DeserializeOwned>(
    path: &str,
    body: &B,
) -> Result<T, Problem> {
    let body = json(body)?;
    request("POST", path).json(&body).send().await?.parse().await
}

/// A body as it is sent.
pub(super) fn json<B: Serialize>(body: &B) -> Result<String, Problem> {
    serde_json::to_string(body).map_err(|_| contract::Code::Internal.into())
}
