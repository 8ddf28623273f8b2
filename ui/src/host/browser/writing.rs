//! Writes to the household: each under a key that stays in use until the portal has answered for
//! good, so that a repeated send is the same write. The keys are held while the page is open; after a
//! reload the portal's own rules keep a declaration and a photo from being taken twice.

use super::portal::{json, request};
use crate::browser;
use contract::Problem;
use contract::id::IdempotencyKey;
use contract::reply::may_have_arrived;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::collections::HashMap;

/// The writes under way, by their path: body and key.
#[derive(Default)]
pub(super) struct Writes(RefCell<HashMap<String, (String, IdempotencyKey)>>);

impl Writes {
    pub(super) fn forget(&self) {
        self.0.take();
    }

    /// Forgets the write under way to a path.
    pub(super) fn forget_one(&self, path: &str) {
        self.0.borrow_mut().remove(path);
    }

    /// Whether this very write was sent and its answer did not come.
    pub(super) fn is_under_way<B: Serialize>(&self, path: &str, body: &B) -> bool {
        let writes = self.0.borrow();
        json(body).is_ok_and(|body| writes.get(path).is_some_and(|(sent, _)| *sent == body))
    }

    /// Sends a write.
    pub(super) async fn write<B: Serialize, R: DeserializeOwned>(
        &self,
        path: &str,
        body: &B,
    ) -> Result<R, Problem> {
        let body = json(body)?;
        let under_way = self.0.borrow().get(path).filter(|(sent, _)| *sent == body).cloned();
        let key = match under_way {
            Some((_, key)) => key,
            None => IdempotencyKey::new(browser::unix_ms(), browser::random()?),
        };
        self.0.borrow_mut().insert(path.to_owned(), (body.clone(), key));
        let call = request("POST", path).header("idempotency-key", &key.to_string()).json(&body);
        let answer = match call.send().await {
            Ok(reply) => reply.parse().await,
            Err(problem) => Err(problem),
        };
        if answer.as_ref().err().is_none_or(|problem: &Problem| !may_have_arrived(problem.code)) {
            self.0.borrow_mut().remove(path);
        }
        answer
    }
}
