//! Mails that wait, and those that were given up.

use super::SqliteStore;
use super::rows::{json, moment, ms, parsed};
use crate::store::{DueMail, Mails, Stored, UndeliveredMail};
use async_trait::async_trait;
use contract::policy::Policy;
use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use uuid::Uuid;

/// Mails that are to be delivered at some time.
const WAITING: &str = "delivered_at IS NULL AND dead_at IS NULL AND notice IS NOT NULL";

#[async_trait]
impl Mails for SqliteStore {
    async fn due_mails(&self, now: Timestamp, limit: u32) -> Stored<Vec<DueMail>> {
        self.pool.read(move |db| due(db, now, limit)).await
    }

    async fn mail_delivered(&self, mail: Uuid, now: Timestamp) -> Stored<()> {
        self.pool.write(move |db| delivered(db, mail, now)).await
    }

    async fn mail_put_off(&self, mail: Uuid, until: Timestamp, reason: &str) -> Stored<()> {
        let reason = reason.to_owned();
        self.pool.write(move |db| put_off(db, mail, until, &reason)).await
    }

    async fn mail_dead(&self, mail: Uuid, now: Timestamp, reason: &str) -> Stored<()> {
        let reason = reason.to_owned();
        self.pool.write(move |db| dead(db, mail, now, &reason)).await
    }

    async fn mails_held(&self, now: Timestamp, until: Timestamp, reason: &str) -> Stored<()> {
        let reason = reason.to_owned();
        self.pool.write(move |db| held(db, now, until, &reason)).await
    }

    async fn mails_undelivered(&self, now: Timestamp) -> Stored<Vec<UndeliveredMail>> {
        self.pool.read(move |db| undelivered(db, now)).await
    }

    async fn retry_mail(&self, mail: Option<Uuid>, now: Timestamp) -> Stored<u64> {
        self.pool.write(move |db| retry(db, mail, now)).await
    }
}

fn due(db: &Connection, now: Timestamp, limit: u32) -> Stored<Vec<DueMail>> {
    let query = format!(
        "SELECT id, recipient, notice, due_at, put_off FROM mails
         WHERE {WAITING} AND due_at <= ?1 AND (next_try_at IS NULL OR next_try_at <= ?1)
         ORDER BY due_at, id LIMIT ?2"
    );
    let rows = db
        .prepare_cached(&query)?
        .query_map(params![ms(now), limit], |row| {
            Ok(DueMail {
                id: parsed(row, "id")?,
                to: row.get("recipient")?,
                notice: json(row, "notice")?,
                due_at: moment(row, "due_at")?,
                put_off: row.get("put_off")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn delivered(db: &Connection, id: Uuid, now: Timestamp) -> Stored<()> {
    db.execute(
        "UPDATE mails SET delivered_at = ?2, notice = NULL, next_try_at = NULL, dead_at = NULL,
                reason = NULL WHERE id = ?1",
        params![id.to_string(), ms(now)],
    )?;
    Ok(())
}

fn put_off(db: &Connection, id: Uuid, until: Timestamp, reason: &str) -> Stored<()> {
    db.execute(
        "UPDATE mails SET put_off = put_off + 1, next_try_at = ?2, reason = ?3
         WHERE id = ?1 AND delivered_at IS NULL",
        params![id.to_string(), ms(until), reason],
    )?;
    Ok(())
}

fn dead(db: &Connection, id: Uuid, now: Timestamp, reason: &str) -> Stored<()> {
    db.execute(
        "UPDATE mails SET dead_at = ?2, next_try_at = NULL, reason = ?3
         WHERE id = ?1 AND delivered_at IS NULL",
        params![id.to_string(), ms(now), reason],
    )?;
    Ok(())
}

fn held(db: &Connection, now: Timestamp, until: Timestamp, reason: &str) -> Stored<()> {
    let update = format!(
        "UPDATE mails SET next_try_at = ?2, reason = ?3
         WHERE {WAITING} AND due_at <= ?1 AND (next_try_at IS NULL OR next_try_at <= ?1)"
    );
    db.execute(&update, params![ms(now), ms(until), reason])?;
    Ok(())
}

fn undelivered(db: &Connection, now: Timestamp) -> Stored<Vec<UndeliveredMail>> {
    let rows = db
        .prepare_cached(
            "SELECT id, recipient, due_at, put_off, next_try_at, dead_at, reason FROM mails
             WHERE delivered_at IS NULL AND due_at <= ?1
             ORDER BY dead_at IS NULL, due_at, id",
        )?
        .query_map([ms(now)], |row| {
            Ok(UndeliveredMail {
                mail: parsed(row, "id")?,
                to: row.get("recipient")?,
                due_at: moment(row, "due_at")?,
                put_off: row.get("put_off")?,
                next_try_at: moment_if_any(row, "next_try_at")?,
                dead_since: moment_if_any(row, "dead_at")?,
                reason: row.get("reason")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn retry(db: &Connection, mail: Option<Uuid>, now: Timestamp) -> Stored<u64> {
    let tried = db.execute(
        "UPDATE mails SET dead_at = NULL, put_off = 0, next_try_at = ?2
         WHERE delivered_at IS NULL AND notice IS NOT NULL AND due_at <= ?2
               AND (id = ?1 OR (?1 IS NULL AND dead_at IS NOT NULL))",
        params![mail.map(|mail| mail.to_string()), ms(now)],
    )?;
    Ok(tried as u64)
}

/// Forgets dead letters that nobody can use any more: after as many days as a temporary password
/// works, which is longer than any code that is mailed again at a wish.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<()> {
    let oldest = ms(now) - i64::from(policy.temporary_password_days) * 24 * 60 * 60 * 1000;
    db.execute("DELETE FROM mails WHERE dead_at < ?1", [oldest])?;
    Ok(())
}

fn moment_if_any(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Timestamp>> {
    let kept: Option<i64> = row.get(column)?;
    kept.map(|_| moment(row, column)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store as _;
    use std::sync::Arc;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).expect("a time")
    }

    async fn store() -> (tempfile::TempDir, SqliteStore, Uuid) {
        let folder = tempfile::tempdir().expect("a folder");
        let policy = Arc::new(Policy::PROGRAMME);
        let store = SqliteStore::open(&folder.path().join("mails.sqlite"), policy);
        let store = store.expect("a store");
        let mail = Uuid::from_u128(7);
        let insert = "INSERT INTO mails (id, recipient, notice, due_at)
                      VALUES (?1, 'leila@example.org', '{\"notice\":\"something_changed\"}', ?2)";
        let row = (mail.to_string(), ms(at(0)));
        let queue = move |db: &rusqlite::Transaction<'_>| Ok(db.execute(insert, row)?);
        store.pool.write(queue).await.expect("a mail that waits");
        (folder, store, mail)
    }

    #[tokio::test]
    async fn a_mail_that_waits_is_due_again_when_its_time_has_come() {
        let (_folder, store, mail) = store().await;
        let due = async |second| store.due_mails(at(second), 9).await.expect("asked").len();
        assert_eq!((due(-1).await, due(0).await), (0, 1));
        store.mail_put_off(mail, at(60), "busy").await.expect("put off");
        assert_eq!((due(59).await, due(60).await), (0, 1));
        assert_eq!(store.due_mails(at(60), 9).await.expect("asked")[0].put_off, 1);
        store.mails_held(at(60), at(90), "nobody there").await.expect("held");
        assert_eq!((due(89).await, due(90).await), (0, 1));
        let seen = store.mails_undelivered(at(90)).await.expect("asked").remove(0);
        assert_eq!((seen.put_off, seen.reason.as_deref()), (1, Some("nobody there")));
        assert_eq!(store.retry_mail(Some(mail), at(70)).await.expect("tried"), 1);
        assert_eq!(due(70).await, 1, "an officer does not wait");
    }

    #[tokio::test]
    async fn a_dead_letter_waits_for_an_officer_and_is_forgotten_after_two_weeks() {
        let (_folder, store, mail) = store().await;
        store.mail_dead(mail, at(10), "nobody by that name").await.expect("dead");
        assert_eq!(store.due_mails(at(11), 9).await.expect("asked"), []);
        let day = 86_400;
        store.sweep(at(10 + 14 * day)).await.expect("swept");
        let seen = store.mails_undelivered(at(11)).await.expect("asked");
        assert_eq!(seen[0].dead_since, Some(at(10)));
        store.sweep(at(11 + 14 * day)).await.expect("swept");
        assert_eq!(store.mails_undelivered(at(11)).await.expect("asked"), []);
        assert_eq!(store.retry_mail(None, at(11)).await.expect("tried"), 0);
    }

    #[tokio::test]
    async fn what_was_delivered_is_not_tried_again() {
        let (_folder, store, mail) = store().await;
        store.mail_put_off(mail, at(60), "busy").await.expect("put off");
        store.mail_delivered(mail, at(61)).await.expect("delivered");
        store.mail_dead(mail, at(62), "late").await.expect("ignored");
        assert_eq!(store.due_mails(at(99), 9).await.expect("asked"), []);
        assert_eq!(store.mails_undelivered(at(99)).await.expect("asked"), []);
        assert_eq!(store.retry_mail(Some(mail), at(99)).await.expect("tried"), 0);
    }
}
