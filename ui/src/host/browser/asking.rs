//! The listed requests of the portal (`contract::ask`) from its own page. Whom each is made in the
//! name of, cookies say that no script can read: the ticket of an invitation that is being answered,
//! that of a sign-in that waits for its second factor, the session.

use super::portal::request;
use crate::browser;
use contract::ask::{Ask, By, Known};
use contract::policy::Policy;
use contract::{Code, Problem};
use jiff::tz::TimeZone;
use serde_json::Value;

/// Asks, and lets only the portal's reply pass; that it is the documented one is checked where it is
/// read, in [`crate::host::ask`].
pub(super) async fn ask(ask: Ask) -> Result<Value, Problem> {
    // Somewhere on Earth it is a day later than in UTC.
    let today = browser::now().to_zoned(TimeZone::UTC).date().tomorrow();
    let today = today.map_err(|_| Problem::new(Code::Internal))?;
    let policy = &Policy::PROGRAMME;
    // Who is asking, the portal knows from its cookie; what depends on that it checks.
    let ask = Known { today, username: None, principal: None, policy }.check(ask)?;
    if matches!(ask, Ask::OpenInvitation(_)) {
        browser::keeps_cookies()?;
    }
    let call = ask.call();
    let mut asked = request(call.method, &call.path);
    if let Some(key) = call.key {
        asked = asked.header("idempotency-key", &key.to_string());
    }
    if let Some(body) = &call.body {
        asked = asked.json(&body.to_string());
    }
    let reply = match asked.send().await {
        Ok(reply) => reply,
        // Nobody signs in to answer an invitation: its leave has ended.
        Err(problem) if call.by == By::Answering && problem.code == Code::SignInRequired => {
            return Err(Code::InvitationTimedOut.into());
        }
        Err(problem) => return Err(problem),
    };
    if reply.status() == 204 {
        return Ok(Value::Null);
    }
    match reply.parse().await? {
        Value::Null => Err(Code::UnexpectedReply.into()),
        reply => Ok(reply),
    }
}
