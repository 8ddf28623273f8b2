//! The check of an email, in a worker with a program of its own: whoever checks none never loads it.
//! What is pasted and what is opened goes to the worker and no further.

use super::worker::Place;
use contract::genuine::Findings;
use contract::policy::EMAIL_MAX_BYTES;
use contract::{Code, Problem};
use wasm_bindgen::JsValue;

/// The worker, once an email was looked at.
pub(super) struct Checker(Place);

impl Default for Checker {
    fn default() -> Self {
        Self(Place::of("checker"))
    }
}

impl Checker {
    /// Has an email looked at: text, or a file.
    ///
    /// # Errors
    /// `file_not_readable`; `portal_unreachable` where the program does not come; `internal`.
    pub(super) async fn check(&self, email: &JsValue) -> Result<Findings, Problem> {
        // One byte more than is looked at tells that it is too large.
        let most = u32::try_from(EMAIL_MAX_BYTES + 1).unwrap_or(u32::MAX);
        let (worker, _) = self.0.worker()?;
        let answer = worker.ask([email.clone(), most.into()], None)?;
        let told = answer.await.map_err(|_| Code::PortalUnreachable)?;
        let Some(said) = told.get(1).as_string() else {
            // Whose program did not come is of no further use.
            self.0.let_go();
            return Err(code_named(told.get(2).as_string().as_deref()).into());
        };
        serde_json::from_str(&said).map_err(|_| Code::Internal.into())
    }
}

fn code_named(name: Option<&str>) -> Code {
    match name {
        Some("file_not_readable") => Code::FileNotReadable,
        Some("portal_unreachable") => Code::PortalUnreachable,
        _ => Code::Internal,
    }
}
