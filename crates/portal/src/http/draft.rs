//! What was typed in a browser and is not sent yet: kept under the account, so that nothing stays on
//! the device and nothing is lost on the way. The drafts that belong to a device have no place here.

pub(super) mod message;

use super::answer::{
    OfDiscardDraft, OfDiscardPersonDraft, OfDraft, OfKeepDraft, OfKeepPersonDraft, OfPersonDraft,
};
use super::app::App;
use super::caller::Asking;
use super::refusal::Refusal;
use super::wire::{Ids, Json};
use crate::access::Endpoint;
use crate::rules::draft::{self as rules, Seen};
use crate::store::{DatedDraft, NewDraft};
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::draft::{Draft, DraftKey};
use contract::id::{AccountId, PersonId};
use contract::{Code, FieldProblem};
use jiff::fmt::rfc2822::DateTimePrinter;

/// Largest draft, in bytes.
const LIMIT: usize = 16 * 1024;

/// What was typed on a page.
#[utoipa::path(
    get, path = "/drafts/{page}", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    params(("page" = String, Path, description = "`declaration` or `address`")),
    responses(
        (status = 200, description = "What was typed: `page`, and the answers by their names", body = Object, headers(("ETag" = String, description = "The version, for `If-Match`"), ("Last-Modified" = String, description = "When it was changed last"))),
        (status = 204, description = "Nothing is kept"),
        OfDraft
    )
)]
pub(super) async fn draft(
    State(app): State<App>,
    asking: Asking,
    Ids(page): Ids<String>,
) -> Result<Response, Refusal> {
    let session = asking.session(Endpoint::Draft)?;
    kept(&app, session.account, of_account(&page)?).await
}

/// Keeps what was typed on a page.
#[utoipa::path(
    put, path = "/drafts/{page}", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    params(
        ("page" = String, Path, description = "`declaration` or `address`"),
        ("If-Match" = Option<String>, Header, description = "The version that this one follows"),
        ("If-None-Match" = Option<String>, Header, description = "`*` where nothing is kept yet; one of the two is needed")
    ),
    request_body(content = Object, description = "What was typed: `page`, and the answers by their names"),
    responses((status = 204, description = "Kept", headers(("ETag" = String, description = "The new version"))), OfKeepDraft)
)]
pub(super) async fn keep_draft(
    State(app): State<App>,
    asking: Asking,
    Ids(page): Ids<String>,
    basis: Result<Basis, Refusal>,
    Json { value, .. }: Json<Draft, LIMIT>,
) -> Result<Response, Refusal> {
    let session = asking.session(Endpoint::KeepDraft)?;
    keep(&app, session.account, of_account(&page)?, basis?.0, value).await
}

/// Forgets what was typed on a page.
#[utoipa::path(
    delete, path = "/drafts/{page}", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    params(
        ("page" = String, Path, description = "`declaration` or `address`"),
        ("If-Match" = Option<String>, Header, description = "The only version to forget; any where there is none")
    ),
    responses((status = 204, description = "Nothing is kept any more"), OfDiscardDraft)
)]
pub(super) async fn discard_draft(
    State(app): State<App>,
    asking: Asking,
    Ids(page): Ids<String>,
    seen: Result<Known, Refusal>,
) -> Result<StatusCode, Refusal> {
    let session = asking.session(Endpoint::DiscardDraft)?;
    app.store.discard_draft(session.account, of_account(&page)?, seen?.0).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What was said about a person's photo.
#[utoipa::path(
    get, path = "/drafts/photo/{person}", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    params(("person" = PersonId, Path)),
    responses(
        (status = 200, description = "What was said: `page`, and the answers by their names", body = Object, headers(("ETag" = String, description = "The version, for `If-Match`"), ("Last-Modified" = String, description = "When it was changed last"))),
        (status = 204, description = "Nothing is kept"),
        OfPersonDraft
    )
)]
pub(super) async fn photo_draft(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
) -> Result<Response, Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::PhotoDraft, &[person]).await?;
    kept(&app, session.account, DraftKey::Photo { person }).await
}

/// Keeps what was said about a person's photo.
#[utoipa::path(
    put, path = "/drafts/photo/{person}", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    params(
        ("person" = PersonId, Path),
        ("If-Match" = Option<String>, Header, description = "The version that this one follows"),
        ("If-None-Match" = Option<String>, Header, description = "`*` where nothing is kept yet; one of the two is needed")
    ),
    request_body(content = Object, description = "What was said: `page`, and the answers by their names"),
    responses((status = 204, description = "Kept", headers(("ETag" = String, description = "The new version"))), OfKeepPersonDraft)
)]
pub(super) async fn keep_photo_draft(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
    basis: Result<Basis, Refusal>,
    Json { value, .. }: Json<Draft, LIMIT>,
) -> Result<Response, Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::KeepPhotoDraft, &[person]).await?;
    keep(&app, session.account, DraftKey::Photo { person }, basis?.0, value).await
}

/// Forgets what was said about a person's photo.
#[utoipa::path(
    delete, path = "/drafts/photo/{person}", tag = "drafts",
    security(("session" = []), ("browser" = [])),
    params(
        ("person" = PersonId, Path),
        ("If-Match" = Option<String>, Header, description = "The only version to forget; any where there is none")
    ),
    responses((status = 204, description = "Nothing is kept any more"), OfDiscardPersonDraft)
)]
pub(super) async fn discard_photo_draft(
    State(app): State<App>,
    asking: Asking,
    Ids(person): Ids<PersonId>,
    seen: Result<Known, Refusal>,
) -> Result<StatusCode, Refusal> {
    let (session, _) = asking.session_for(&app, Endpoint::DiscardPhotoDraft, &[person]).await?;
    app.store.discard_draft(session.account, DraftKey::Photo { person }, seen?.0).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The key of a page whose draft belongs to the account.
fn of_account(page: &str) -> Result<DraftKey, Refusal> {
    let key = DraftKey::parse(page).filter(|key| !key.before_sign_in());
    key.ok_or_else(|| Code::NotFound.into())
}

async fn kept(app: &App, account: AccountId, key: DraftKey) -> Result<Response, Refusal> {
    Ok(match app.store.draft(account, key).await? {
        Some(DatedDraft { draft, at }) => {
            let at = DateTimePrinter::new().timestamp_to_rfc9110_string(&at);
            let at = HeaderValue::try_from(at.map_err(Refusal::internal)?);
            let changed = [(header::LAST_MODIFIED, at.map_err(Refusal::internal)?)];
            (tag(&draft)?, changed, axum::Json(draft)).into_response()
        }
        None => StatusCode::NO_CONTENT.into_response(),
    })
}

async fn keep(
    app: &App,
    account: AccountId,
    key: DraftKey,
    seen: Seen,
    draft: Draft,
) -> Result<Response, Refusal> {
    if !rules::is_of(&draft, key) {
        return Err(vec![FieldProblem::new("page", Code::Malformed)].into());
    }
    let tag = tag(&draft)?;
    app.store.keep_draft(NewDraft { account, key, draft, seen, now: app.now() }).await?;
    Ok((StatusCode::NO_CONTENT, tag).into_response())
}

/// A strong tag (RFC 9110, 8.8.1): two drafts with the same tag are the same.
fn tag(draft: &Draft) -> Result<[(HeaderName, HeaderValue); 1], Refusal> {
    let tag = format!("\"{}\"", rules::version(draft));
    Ok([(header::ETAG, HeaderValue::try_from(tag).map_err(Refusal::internal)?)])
}

/// What whoever keeps a draft knows of what is kept, from `If-Match` or `If-None-Match`; one of the
/// two is needed.
pub(super) struct Basis(Seen);

impl<S: Send + Sync> FromRequestParts<S> for Basis {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        seen(parts)?.map(Self).ok_or_else(|| Refusal::header(CONDITION, Code::Required))
    }
}

/// What whoever forgets a draft knows of what is kept; without a word, anything goes.
pub(super) struct Known(Seen);

impl<S: Send + Sync> FromRequestParts<S> for Known {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(seen(parts)?.unwrap_or(Seen::Anything)))
    }
}

/// Under which name a wrong condition is refused.
const CONDITION: &str = "if_match";

fn seen(parts: &Parts) -> Result<Option<Seen>, Refusal> {
    let malformed = || Refusal::header(CONDITION, Code::Malformed);
    let text = |name: HeaderName| {
        let value = parts.headers.get(name)?;
        Some(value.to_str().map(str::trim).map_err(|_| malformed()))
    };
    match (text(header::IF_MATCH).transpose()?, text(header::IF_NONE_MATCH).transpose()?) {
        (Some("*"), None) => Ok(Some(Seen::Anything)),
        (Some(tags), None) => Ok(Some(Seen::Versions(strong(tags)))),
        (None, Some("*")) => Ok(Some(Seen::Nothing)),
        (None, None) => Ok(None),
        _ => Err(malformed()),
    }
}

/// The versions that `If-Match` names. A weak tag names none (RFC 9110, 13.1.1).
fn strong(tags: &str) -> Vec<String> {
    let version = |tag: &str| {
        let tag = tag.trim().strip_prefix('"')?.strip_suffix('"')?;
        Some(tag.to_owned())
    };
    tags.split(',').filter_map(version).collect()
}

#[cfg(test)]
mod tests {
    use super::strong;

    #[test]
    fn only_strong_tags_name_a_version() {
        assert_eq!(strong("\"a\""), ["a"]);
        assert_eq!(strong("W/\"a\", \"b\" ,\"c\""), ["b", "c"]);
        assert_eq!(strong("a, \"b"), Vec::<String>::new());
    }
}
