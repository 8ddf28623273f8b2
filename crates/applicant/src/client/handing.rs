//! What waits to be sent, over HTTP: under its key, with what is known of a try without a receipt.

use super::{PortalClient, documented, parse, unreachable};
use crate::outbox::Failure;
use contract::Code;
use contract::id::IdempotencyKey;
use reqwest::{Method, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;

impl PortalClient {
    /// Sends a body under its key. Success is the documented status with the documented receipt.
    pub(crate) async fn hand_in<R: DeserializeOwned>(
        &self,
        path: &str,
        token: &str,
        key: IdempotencyKey,
        body: &Value,
    ) -> Result<R, Failure> {
        let call =
            self.call(Method::POST, path, Some(token)).header("idempotency-key", key.to_string());
        let response = call.json(body).send().await.map_err(|error| {
            // Without a connection nothing went out.
            Failure::Lost { left: !error.is_connect(), problem: unreachable(&error) }
        })?;
        let lost = |problem| Failure::Lost { problem, left: true };
        let has_status = response.status().is_client_error() || response.status().is_server_error();
        let is_made = response.status() == StatusCode::CREATED;
        let answered = documented(response).await;
        let answered = answered.map_err(|problem| match has_status {
            true => Failure::Answered(problem),
            false => lost(problem),
        })?;
        if !is_made {
            return Err(lost(Code::UnexpectedReply.into()));
        }
        parse(answered).await.map_err(lost)
    }
}
