//! The listed requests over HTTP. Success is the documented status with the documented reply, and
//! nothing else.

use super::{PortalClient, answer, content_type, told, unreachable};
use contract::ask::Ask;
use contract::reply::is_type;
use contract::{Code, Problem};
use reqwest::{Method, StatusCode};
use serde_json::Value;

impl PortalClient {
    /// Asks, in the name of this token's bearer where there is one; in the background it is no use
    /// of their session.
    pub(crate) async fn ask(
        &self,
        ask: &Ask,
        token: Option<&str>,
        background: bool,
    ) -> Result<Value, Problem> {
        let call = ask.call();
        let method = Method::from_bytes(call.method.as_bytes());
        let method = method.map_err(|_| Problem::new(Code::Internal))?;
        let mut request = told(self.call(method, &call.path, token), background);
        if let Some(key) = call.key {
            request = request.header("idempotency-key", key.to_string());
        }
        if let Some(body) = &call.body {
            request = request.json(body);
        }
        let response = answer(request).await?;
        let is_empty = response.status() == StatusCode::NO_CONTENT;
        let is_reply = is_empty
            || response.status() != StatusCode::NOT_MODIFIED
                && is_type(content_type(&response), "application/json");
        let body = response.bytes().await.map_err(|error| unreachable(&error))?;
        let reply = ask.read(&body).filter(|reply| is_reply && reply.is_null() == is_empty);
        reply.ok_or_else(|| {
            tracing::warn!(path = call.path, "the portal's reply is not of the documented form");
            Code::UnexpectedReply.into()
        })
    }
}
