//! Ways back in. Asking for one is the same work whether or not there is such an account: the same
//! counting, a household that is loaded, one transaction that is written.

mod changes;
mod mailing;
mod passwords;

use super::rows::{ms, parsed};
use super::{SqliteStore, accounts, cases};
use crate::case::CaseFile;
use crate::mail::Notice;
use crate::rules::invitation;
use crate::rules::recovery::{self as rules, folded};
use crate::store::{
    Change, EmailChange, NewResetCode, PasswordReset, Recovery, Reissue, SignInFile, StoreError,
    Stored, Typed,
};
use async_trait::async_trait;
use contract::Code;
use contract::devices::{NewEmail, OwnAccountState};
use contract::id::{AccountId, PersonId};
use contract::policy::Policy;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use std::sync::Arc;
use uuid::Uuid;

pub(super) use changes::{await_code, confirm_address, held, settle};
pub(super) use mailing::{any_case, count_mails, may_mail, of_address, queue_to, tried_nothing};

#[async_trait]
impl Recovery for SqliteStore {
    async fn begin_email_change(&self, change: Change, email: &str, code: String) -> Stored<()> {
        let (policy, email) = (Arc::clone(&self.policy), email.to_owned());
        self.pool.write(move |db| changes::begin(db, &change, &email, &code, &policy)).await
    }

    async fn new_email(&self, account: AccountId, now: Timestamp) -> Stored<Option<NewEmail>> {
        self.pool.read(move |db| changes::new_email(db, account, now)).await
    }

    async fn own_account_states(&self, principal: PersonId) -> Stored<Vec<OwnAccountState>> {
        let states = move |db: &rusqlite::Transaction<'_>| {
            let case = cases::needed(db, principal)?;
            Ok(invitation::own_account_states(&case, principal))
        };
        self.pool.read(states).await
    }

    async fn begin_wish(&self, peer_key: &str, now: Timestamp) -> Stored<()> {
        let most = usize::from(self.policy.wishes_per_hour);
        let key = format!("wish:{peer_key}");
        self.pool.write(move |db| may_mail(db, &[(key, most)], now)).await
    }

    async fn reissue_asked(&self, reissue: Reissue) -> Stored<()> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| reissue_asked(db, &reissue, &policy)).await
    }

    async fn send_reset_code(&self, code: NewResetCode) -> Stored<()> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| passwords::send(db, &code, &policy)).await
    }

    async fn reset_holder(
        &self,
        username: &str,
        code: &str,
        now: Timestamp,
    ) -> Stored<Option<(CaseFile, PersonId)>> {
        let policy = Arc::clone(&self.policy);
        let (username, code) = (username.to_owned(), code.to_owned());
        let holder = move |db: &rusqlite::Transaction<'_>| {
            let Some(file) = accounts::sign_in_file(db, &username)? else {
                any_case(db)?;
                return Ok(None);
            };
            let typed = passwords::typed(db, &file, &username, &code, now, &policy)?;
            Ok((typed == Typed::Fits).then_some((file.case, file.person)))
        };
        self.pool.read(holder).await
    }

    async fn reset_password(&self, reset: PasswordReset) -> Stored<Typed> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| passwords::reset(db, &reset, &policy)).await
    }

    async fn remind_usernames(&self, email: &str, mail: Uuid, now: Timestamp) -> Stored<()> {
        let (policy, email) = (Arc::clone(&self.policy), email.to_owned());
        self.pool.write(move |db| remind(db, &email, mail, now, &policy)).await
    }

    async fn propose_email(
        &self,
        person: PersonId,
        email: &str,
        officer: &str,
        now: Timestamp,
    ) -> Stored<()> {
        let (email, officer) = (email.to_owned(), officer.to_owned());
        self.pool.write(move |db| changes::propose(db, person, &email, &officer, now)).await
    }

    async fn approve_email(
        &self,
        person: PersonId,
        officer: &str,
        mail: Uuid,
        now: Timestamp,
    ) -> Stored<Timestamp> {
        let (policy, officer) = (Arc::clone(&self.policy), officer.to_owned());
        self.pool.write(move |db| changes::approve(db, person, &officer, mail, now, &policy)).await
    }

    async fn refuse_email(&self, person: PersonId, now: Timestamp) -> Stored<()> {
        self.pool.write(move |db| changes::refuse(db, person, now)).await
    }

    async fn email_changes(&self, now: Timestamp) -> Stored<Vec<EmailChange>> {
        self.pool.read(move |db| changes::waiting(db, now)).await
    }

    async fn close_account(&self, username: &str, now: Timestamp) -> Stored<()> {
        let username = username.to_owned();
        self.pool.write(move |db| close(db, &username, now)).await
    }
}

fn of_account(username: &str) -> String {
    format!("account:{username}")
}

/// The account of a username, where a code may be mailed for it now: its address, and what is known.
fn mailable(
    db: &Connection,
    username: &str,
    now: Timestamp,
    policy: &Policy,
) -> Stored<Option<(SignInFile, String)>> {
    settle(db, now)?;
    let most = usize::from(policy.mails_per_hour);
    let over = count_mails(db, &[(of_account(username), most)], now)?.is_some();
    let Some(file) = accounts::sign_in_file(db, username)? else {
        any_case(db)?;
        return Ok(None);
    };
    let to = file.case.person(file.person).and_then(|person| rules::reachable(person, now));
    let Some(to) = to.filter(|_| !over).map(str::to_owned) else {
        return Ok(None);
    };
    if count_mails(db, &[(of_address(&to), most)], now)?.is_some() {
        return Ok(None);
    }
    Ok(Some((file, to)))
}

fn reissue_asked(db: &Connection, new: &Reissue, policy: &Policy) -> Stored<()> {
    if mailable(db, &new.username, new.now, policy)?.is_none() {
        return Ok(());
    }
    match accounts::reissue(db, new, policy) {
        // An own password is stored already, or the household is stopped: nobody is told.
        Err(StoreError::Refused(_)) => Ok(()),
        done => done,
    }
}

fn remind(db: &Connection, email: &str, mail: Uuid, now: Timestamp, policy: &Policy) -> Stored<()> {
    settle(db, now)?;
    let most = usize::from(policy.mails_per_hour);
    let over = count_mails(db, &[(of_address(email), most)], now)?.is_some();
    let people: Vec<PersonId> = db
        .prepare_cached("SELECT person FROM emails WHERE folded = ?1 ORDER BY person")?
        .query_map([folded(email)], |row| parsed(row, "person"))?
        .collect::<rusqlite::Result<_>>()?;
    if people.is_empty() {
        any_case(db)?;
    }
    let (mut usernames, mut to) = (Vec::new(), None);
    for id in people {
        let case = cases::needed(db, id)?;
        let Some(person) = case.person(id) else { continue };
        let Some((held, account)) = rules::reachable(person, now).zip(person.account.as_ref())
        else {
            continue;
        };
        to.get_or_insert_with(|| held.to_owned());
        usernames.push((account.username.clone(), person.name.short().to_owned()));
    }
    match to.filter(|_| !over) {
        Some(to) => queue_to(db, &to, mail, &Notice::Usernames { usernames }, now),
        None => Ok(()),
    }
}

fn close(db: &Connection, username: &str, now: Timestamp) -> Stored<()> {
    let file = accounts::sign_in_file(db, username)?.ok_or(StoreError::Refused(Code::NotFound))?;
    let closed = db.execute(
        "UPDATE accounts SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL",
        params![file.account.to_string(), ms(now)],
    )?;
    if closed == 0 {
        return Err(Code::WrongState.into());
    }
    accounts::forget_devices(db, file.account)
}

/// Writes down what holds by now, and forgets what no longer counts: ended tickets, counts of mails,
/// codes that ran out a day ago. Codes of an invitation's answer stay with the answer.
pub(super) fn sweep(db: &Connection, now: Timestamp) -> Stored<()> {
    settle(db, now)?;
    let yesterday = now.checked_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    db.execute("DELETE FROM answering WHERE ends_at <= ?1", [ms(now)])?;
    db.execute("DELETE FROM mailings WHERE at <= ?1", [ms(rules::counted_from(now))])?;
    db.execute("DELETE FROM reset_codes WHERE ends_at <= ?1", [ms(yesterday)])?;
    db.execute(
        "DELETE FROM confirmations
         WHERE ends_at <= ?1 AND person IN (SELECT person FROM accounts)",
        [ms(yesterday)],
    )?;
    Ok(())
}
