//! Drafts: what was typed in browsers and is not sent yet, kept by account and page.

use super::rows::{json, moment, ms, to_json};
use crate::rules::draft::{self, Keep, Seen};
use crate::store::{DatedDraft, NewDraft, Stored};
use contract::draft::facts::KeptDraft;
use contract::draft::{Draft, DraftKey};
use contract::id::{AccountId, HouseholdId, PersonId};
use contract::policy::Policy;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(super) fn draft(
    db: &Connection,
    account: AccountId,
    key: DraftKey,
) -> Stored<Option<DatedDraft>> {
    Ok(db
        .prepare_cached("SELECT draft, changed_at FROM drafts WHERE account = ?1 AND page = ?2")?
        .query_row(params![account.to_string(), key.to_string()], |row| {
            Ok(DatedDraft { draft: json(row, "draft")?, at: moment(row, "changed_at")? })
        })
        .optional()?)
}

pub(super) fn of_account(db: &Connection, account: AccountId) -> Stored<Vec<KeptDraft>> {
    let mut query = db.prepare_cached(
        "SELECT page, draft FROM drafts WHERE account = ?1 ORDER BY changed_at DESC, page",
    )?;
    let kept = |row: &Row<'_>| {
        let key = DraftKey::parse(&row.get::<_, String>("page")?);
        Ok((key, json::<Draft>(row, "draft")?))
    };
    let rows = query.query_map([account.to_string()], kept)?;
    let mut all = Vec::new();
    for row in rows {
        if let (Some(key), draft) = row? {
            all.push(KeptDraft { key, draft });
        }
    }
    Ok(all)
}

pub(super) fn keep(db: &Connection, new: &NewDraft) -> Stored<()> {
    let kept = draft(db, new.account, new.key)?;
    if draft::decide(kept.as_ref().map(|kept| &kept.draft), &new.seen, &new.draft)? == Keep::Write {
        db.execute(
            "INSERT INTO drafts (account, page, draft, changed_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (account, page)
             DO UPDATE SET draft = excluded.draft, changed_at = excluded.changed_at",
            params![
                new.account.to_string(),
                new.key.to_string(),
                to_json(&new.draft)?,
                ms(new.now)
            ],
        )?;
    }
    Ok(())
}

pub(super) fn discard(
    db: &Connection,
    account: AccountId,
    key: DraftKey,
    seen: &Seen,
) -> Stored<()> {
    let kept = draft(db, account, key)?;
    draft::may_go(kept.as_ref().map(|kept| &kept.draft), seen)?;
    db.execute(
        "DELETE FROM drafts WHERE account = ?1 AND page = ?2",
        params![account.to_string(), key.to_string()],
    )?;
    Ok(())
}

/// Forgets what others drafted for a person who signs in for themselves from now on.
pub(super) fn leave_to(db: &Connection, person: PersonId, account: AccountId) -> Stored<()> {
    db.execute(
        "DELETE FROM drafts WHERE page IN (?1, ?2) AND account <> ?3",
        params![
            DraftKey::Photo { person }.to_string(),
            DraftKey::Message { person }.to_string(),
            account.to_string()
        ],
    )?;
    Ok(())
}

/// Forgets what was drafted in a household that closes.
pub(super) fn close(db: &Connection, household: HouseholdId) -> Stored<()> {
    db.execute(
        "DELETE FROM drafts WHERE account IN
             (SELECT a.id FROM accounts a JOIN people p ON p.id = a.person WHERE p.household = ?1)",
        [household.to_string()],
    )?;
    Ok(())
}

/// Forgets what nobody went on with for its days, and what was drafted after its household closed.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<()> {
    let oldest = ms(now) - i64::from(policy.draft_days) * 24 * 60 * 60 * 1000;
    db.execute(
        "DELETE FROM drafts WHERE changed_at <= ?1 OR account IN
             (SELECT a.id FROM accounts a JOIN people p ON p.id = a.person
              JOIN households h ON h.id = p.household WHERE h.state = 'closed')",
        [oldest],
    )?;
    Ok(())
}
