//! Reading requests: JSON bodies with a limit, ids in addresses, idempotency keys. Whatever is not
//! of the documented form is refused in the documented form.

use super::refusal::Refusal;
use crate::secret::{self, Sha};
use crate::store::Keyed;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use bytes::Bytes;
use contract::id::{AccountId, IdempotencyKey};
use contract::{Code, Problem};
use serde::de::DeserializeOwned;

/// Largest JSON body, in bytes.
pub(super) const JSON_LIMIT: usize = 64 * 1024;

/// A JSON body of so many bytes at most, and the hash of path and body.
pub(super) struct Json<T, const LIMIT: usize = JSON_LIMIT> {
    pub(super) value: T,
    pub(super) sha256: Sha,
}

impl<S: Send + Sync, T: DeserializeOwned, const LIMIT: usize> FromRequest<S> for Json<T, LIMIT> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        // The path is hashed with the body: the same answers about another person are another
        // write. It ends where the first byte zero stands, which no path holds.
        let mut hashed = request.uri().path().as_bytes().to_vec();
        hashed.push(0);
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| unreadable(&rejection, LIMIT))?;
        if body.len() > LIMIT {
            return Err(too_large(LIMIT));
        }
        let value = serde_json::from_slice(&body).map_err(|error| {
            // Where it is wrong, never what was there: bodies hold passwords.
            tracing::debug!(line = error.line(), column = error.column(), "not understood");
            Refusal::not_understood()
        })?;
        hashed.extend_from_slice(&body);
        Ok(Self { value, sha256: secret::sha256(&hashed) })
    }
}

fn too_large(limit: usize) -> Refusal {
    Problem::new(Code::BodyTooLarge).with("bytes", limit).into()
}

fn unreadable(rejection: &BytesRejection, limit: usize) -> Refusal {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        too_large(limit)
    } else {
        Refusal::not_understood()
    }
}

/// Ids in the address. One that is none names nothing.
pub(super) struct Ids<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Ids<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let found = Path::<T>::from_request_parts(parts, state).await;
        found.map(|Path(ids)| Self(ids)).map_err(|_| Code::NotFound.into())
    }
}

/// The idempotency key of a write.
pub(super) struct Key(IdempotencyKey);

impl Key {
    pub(super) fn of(&self, account: AccountId, route: &'static str, sha256: Sha) -> Keyed {
        Keyed { account, route, key: self.0, sha256 }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Key {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        const NAME: &str = "idempotency_key";
        let header = parts
            .headers
            .get("Idempotency-Key")
            .ok_or_else(|| Refusal::header(NAME, Code::Required))?;
        header
            .to_str()
            .ok()
            .and_then(|text| text.trim().trim_matches('"').parse::<IdempotencyKey>().ok())
            .filter(|key| key.0.get_version_num() == 7)
            .map(Self)
            .ok_or_else(|| Refusal::header(NAME, Code::Malformed))
    }
}
