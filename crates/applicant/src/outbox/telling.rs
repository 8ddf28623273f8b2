//! What waits, as its sender is told it. Whether something is on its way lives in memory only, so it
//! is an argument.

use super::order::is_behind;
use super::{Row, State};
use contract::Code;
use contract::id::IdempotencyKey;
use contract::outbox::WaitingState;

/// Why a row waits; a photo waits for what its file waits for.
pub(crate) fn told(
    rows: &[Row],
    at: usize,
    is_signed_in: bool,
    is_busy: impl Fn(IdempotencyKey) -> bool,
) -> WaitingState {
    let row = &rows[at];
    let file = row.parent.and_then(|parent| rows.iter().position(|it| it.id == parent));
    let first = file.filter(|file| rows[*file].standing.state != State::Arrived);
    let stands = first.map_or(row, |file| &rows[file]);
    match row.standing.state {
        State::Stuck => {
            let problem = row.standing.problem.clone();
            return WaitingState::Stuck { problem: problem.unwrap_or(Code::Internal.into()) };
        }
        State::Held => return WaitingState::HeldBack,
        _ => {}
    }
    if is_busy(stands.id) || is_busy(row.id) {
        return WaitingState::Sending;
    }
    match stands.standing.state {
        State::Update => WaitingState::UpdateNeeded,
        State::SignIn => WaitingState::SignInNeeded,
        _ if !is_signed_in => WaitingState::SignInNeeded,
        _ if is_behind(rows, first.unwrap_or(at)) => WaitingState::Behind,
        _ => WaitingState::Waiting {
            attempts: stands.standing.attempts,
            next_try: stands.standing.next_try,
            problem: stands.standing.problem.clone(),
        },
    }
}
