//! Failed sign-ins, counted by account and peer address, and by peer address alone. Never says
//! whether an account exists: a username that nobody has is counted the same way.

use super::rows::{moment, ms};
use crate::rules::throttle::{self, Failures};
use crate::store::Stored;
use contract::policy::Policy;
use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

/// In place of an account where a peer's failures at all accounts are counted.
const ANY: &str = "";

/// How the keys of devices begin, in place of an address ([`crate::rules::devices::device_key`]).
const KNOWN_DEVICE: &str = "device:";

/// What is kept of one address at one account.
struct Kept {
    peer: String,
    failures: Failures,
    known: bool,
}

fn kept(db: &Connection, account: &str, now: Timestamp, policy: &Policy) -> Stored<Vec<Kept>> {
    let known_from = known_from(now, policy);
    let read = |row: &Row<'_>| {
        let failures = Failures { count: row.get("count")?, last_at: moment(row, "last_at")? };
        Ok(Kept {
            peer: row.get("peer")?,
            failures: throttle::remembered(failures, now, policy),
            known: row.get::<_, Option<i64>>("known_at")?.is_some_and(|at| at > known_from),
        })
    };
    let rows = db
        .prepare_cached("SELECT * FROM attempts WHERE account = ?1")?
        .query_map([account], read)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn of_peer(
    db: &Connection,
    peer: &str,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Option<Failures>> {
    let found = db
        .prepare_cached("SELECT count, last_at FROM attempts WHERE account = ?1 AND peer = ?2")?
        .query_map([ANY, peer], |row| {
            Ok(Failures { count: row.get("count")?, last_at: moment(row, "last_at")? })
        })?
        .next()
        .transpose()?;
    Ok(found.map(|failures| throttle::remembered(failures, now, policy)))
}

/// Counts a try as a failure until it succeeds, unless it must wait: then the seconds.
pub(super) fn begin(
    db: &Connection,
    account: &str,
    peer: &str,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Option<u64>> {
    let all = kept(db, account, now, policy)?;
    let own = all.iter().find(|kept| kept.peer == peer);
    let from_peer = of_peer(db, peer, now, policy)?;
    let everyone = || {
        let failures: Vec<Failures> = all.iter().map(|kept| kept.failures).collect();
        throttle::wait_left_for_strangers(&failures, now, policy)
    };
    // The key of a device is only ever given for one that the account knows.
    let is_known = peer.starts_with(KNOWN_DEVICE) || own.is_some_and(|kept| kept.known);
    let own = own.map(|kept| kept.failures);
    let wait = [own, from_peer]
        .into_iter()
        .flatten()
        .filter_map(|failures| throttle::wait_left(failures, now, policy))
        .chain(if is_known { None } else { everyone() })
        .max();
    if wait.is_some() {
        return Ok(wait);
    }
    for (account, before) in [(account, own), (ANY, from_peer)] {
        let count = before.map_or(0, |failures| failures.count).saturating_add(1);
        db.prepare_cached(
            "INSERT INTO attempts (account, peer, count, last_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (account, peer)
             DO UPDATE SET count = excluded.count, last_at = excluded.last_at",
        )?
        .execute(params![account, peer, count, ms(now)])?;
    }
    Ok(None)
}

/// Forgets the failures of a peer at an account, in the peer's own count too. Its failures at other
/// accounts stay: an own account buys nobody more guesses at another's.
pub(super) fn forgiven(db: &Connection, account: &str, peer: &str) -> Stored<()> {
    db.prepare_cached(
        "UPDATE attempts
         SET count = MAX(0, count - COALESCE((SELECT own.count FROM attempts own
                                              WHERE own.account = ?3 AND own.peer = ?2), 0))
         WHERE account = ?1 AND peer = ?2",
    )?
    .execute([ANY, peer, account])?;
    db.prepare_cached("UPDATE attempts SET count = 0 WHERE account = ?1 AND peer = ?2")?
        .execute([account, peer])?;
    Ok(())
}

/// Forgets the failures of a peer at an account, and knows the peer.
pub(super) fn succeeded(db: &Connection, account: &str, peer: &str, now: Timestamp) -> Stored<()> {
    forgiven(db, account, peer)?;
    db.prepare_cached(
        "INSERT INTO attempts (account, peer, count, last_at, known_at) VALUES (?1, ?2, 0, ?3, ?3)
         ON CONFLICT (account, peer) DO UPDATE SET count = 0, known_at = excluded.known_at",
    )?
    .execute(params![account, peer, ms(now)])?;
    Ok(())
}

/// Whether an account knows a peer.
pub(super) fn is_known(
    db: &Connection,
    account: &str,
    peer: &str,
    now: Timestamp,
    policy: &Policy,
) -> Stored<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM attempts
                 WHERE account = ?1 AND peer = ?2 AND known_at > ?3)";
    let known_from = known_from(now, policy);
    Ok(db.prepare_cached(query)?.query_row(params![account, peer, known_from], |row| row.get(0))?)
}

/// Forgets failures that no longer count, whatever they made anybody wait, and addresses that are no
/// longer known.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<()> {
    let half_ms = i64::from(policy.failure_wait_max_seconds.max(1)) * 1000;
    db.prepare_cached(
        "DELETE FROM attempts WHERE (count >> (MAX(0, ?1 - last_at - ?2) / ?2)) = 0
         AND (known_at IS NULL OR known_at <= ?3)",
    )?
    .execute(params![ms(now), half_ms, known_from(now, policy)])?;
    Ok(())
}

/// Addresses that signed in after this are known, in milliseconds since the Unix epoch.
fn known_from(now: Timestamp, policy: &Policy) -> i64 {
    ms(now) - i64::from(policy.known_address_days) * 24 * 60 * 60 * 1000
}

#[cfg(test)]
mod tests {
    use crate::store::Store as _;
    use crate::store::sqlite::SqliteStore;
    use contract::policy::Policy;
    use jiff::Timestamp;
    use rusqlite::Connection;
    use std::sync::Arc;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).expect("a time")
    }

    #[tokio::test]
    async fn failures_that_no_longer_count_leave_no_rows() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("attempts.sqlite");
        let store = SqliteStore::open(&path, Arc::new(Policy::PROGRAMME)).expect("a store");
        let rows = || {
            let db = Connection::open(&path).expect("the file");
            db.query_row("SELECT COUNT(*) FROM attempts", [], |row| row.get::<_, i64>(0))
                .expect("a count")
        };
        for second in 0..3 {
            store.begin_attempt("failed", "p", at(second)).await.expect("asked");
        }
        store.begin_attempt("succeeded", "q", at(2)).await.expect("asked");
        store.attempt_succeeded("succeeded", "q", at(2)).await.expect("noted");
        // The longest wait, and twice as long again for three failures to count for none.
        let quarter = i64::from(Policy::PROGRAMME.failure_wait_max_seconds);
        store.sweep(at(1 + 3 * quarter)).await.expect("swept");
        assert_eq!(rows(), 3, "the account's, its peer's, and an address that is known");
        store.sweep(at(2 + 3 * quarter)).await.expect("swept");
        assert_eq!(rows(), 1, "the address that is known");
        let days = i64::from(Policy::PROGRAMME.known_address_days);
        store.sweep(at(2 + days * 86_400)).await.expect("swept");
        assert_eq!(rows(), 0);
    }
}
