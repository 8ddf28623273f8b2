//! Which row goes next: in order per person, different people beside each other, a file before its
//! submission. Rows are given in the order in which they were handed over.

use super::Row;
use super::standing::State;
use contract::id::IdempotencyKey;
use contract::policy::Policy;
use jiff::{SignedDuration, Timestamp};

/// Whether the row at this place waits for another one.
pub(crate) fn is_behind(rows: &[Row], at: usize) -> bool {
    let Some((row, before)) = rows.get(at).map(|row| (row, &rows[..at])) else { return false };
    let of_the_same = |other: &&Row| other.people.iter().any(|it| row.people.contains(it));
    let parent_is_there = row.parent.is_none_or(|parent| {
        rows.iter().any(|it| it.id == parent && it.standing.state == State::Arrived)
    });
    !parent_is_there || before.iter().filter(of_the_same).any(|it| it.standing.state.goes_first())
}

/// The first row whose time has come and that nobody is sending.
pub(crate) fn next_due<'a>(
    rows: &'a [Row],
    is_busy: impl Fn(IdempotencyKey) -> bool,
    now: Timestamp,
    policy: &Policy,
) -> Option<&'a Row> {
    let free = |at: usize| !is_busy(rows[at].id) && !is_behind(rows, at);
    (0..rows.len()).find(|at| is_due(&rows[*at], now, policy) && free(*at)).map(|at| &rows[at])
}

/// How long until a row may be due; nothing where none waits for its time.
pub(crate) fn next_wake(rows: &[Row], now: Timestamp) -> Option<SignedDuration> {
    let free = (0..rows.len()).filter(|at| !is_behind(rows, *at)).map(|at| &rows[at].standing);
    let waiting = free.filter(|standing| standing.state == State::Waiting);
    waiting.map(|it| it.next_try.duration_since(now).max(SignedDuration::ZERO)).min()
}

fn is_due(row: &Row, now: Timestamp, policy: &Policy) -> bool {
    let left = row.standing.next_try.duration_since(now);
    let longest = SignedDuration::from_secs(policy.outbox_asked_max_seconds.into());
    // Longer than any wait is: this device's clock was set back.
    row.standing.state == State::Waiting && (left <= SignedDuration::ZERO || left > longest)
}
