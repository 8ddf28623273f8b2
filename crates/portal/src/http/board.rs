//! Reading: the household board and a person's timeline.

use super::answer::{OfPerson, OfSession};
use super::app::App;
use super::caller::{Asking, AtHome};
use super::refusal::Refusal;
use super::wire::Ids;
use crate::access::Endpoint;
use crate::rules;
use crate::secret;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::board::Board;
use contract::id::PersonId;
use contract::timeline::Timeline;
use jiff::Timestamp;

/// Everything that the account may see of its household.
#[utoipa::path(
    get, path = "/household", tag = "household",
    security(("session" = []), ("browser" = [])),
    params(("If-None-Match" = Option<String>, Header, description = "The `ETag` of the board at hand")),
    responses(
        (status = 200, description = "The board", body = Board, headers(("ETag" = String, description = "Changes with everything but the time of the answer"))),
        (status = 304, description = "The board at hand still holds"),
        OfSession
    )
)]
pub(super) async fn board(
    State(app): State<App>,
    AtHome(asking, home): AtHome,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let session = asking.session(Endpoint::Household)?;
    let (case, unread) = home.ok_or_else(|| Refusal::internal("a session without a household"))?;
    let (account, me, now) = (session.account, session.person, app.now());
    let mut board = rules::board::board(&case, &unread, account, me, now, &app.policy);
    let tag = tag(&mut board)?;
    let at_hand = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| names(known, &tag));
    let value = HeaderValue::from_str(&tag).map_err(Refusal::internal)?;
    let mut response = if at_hand {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        axum::Json(board).into_response()
    };
    response.headers_mut().insert(header::ETAG, value);
    Ok(response)
}

/// A weak tag (RFC 9110, 8.8.1): two boards with the same tag differ in their time only.
fn tag(board: &mut Board) -> Result<String, Refusal> {
    let at = std::mem::replace(&mut board.at, Timestamp::UNIX_EPOCH);
    let bytes = serde_json::to_vec(&*board).map_err(Refusal::internal)?;
    board.at = at;
    Ok(format!("W/\"{}\"", secret::hex(&secret::sha256(&bytes)[..16])))
}

/// Whether `If-None-Match` names a tag; compared weakly, as it always is.
fn names(known: &str, tag: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    known.trim() == "*" || known.split(',').any(|known| opaque(known) == opaque(tag))
}

/// What happened to a person, the latest first.
#[utoipa::path(
    get, path = "/people/{person}/timeline", tag = "household",
    security(("session" = []), ("browser" = [])),
    params(("person" = PersonId, Path)),
    responses((status = 200, description = "The timeline", body = Timeline), OfPerson)
)]
pub(super) async fn timeline(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
) -> Result<axum::Json<Timeline>, Refusal> {
    let (_, case) = asking.session_for(&app, Endpoint::Timeline, &[person]).await?;
    let happened = app.store.happened(person, app.now()).await?;
    Ok(axum::Json(rules::timeline::timeline(happened, &case.zone(), &app.policy)))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn tags_are_compared_weakly() {
        assert!(names("W/\"a\"", "W/\"a\""));
        assert!(names("\"b\", \"a\"", "W/\"a\""));
        assert!(names("*", "W/\"a\""));
        assert!(!names("W/\"ab\"", "W/\"a\""));
    }
}
