//! By what one signs in: own passwords, second factors, and the devices that are signed in. Each
//! change is told by mail in the transaction that makes it.

mod devices;
mod factors;

pub(super) use factors::ticket as factor_ticket;

use super::rows::{ms, parsed};
use super::{SqliteStore, accounts, attempts, cases, news, sessions};
use crate::mail::{Credential, Notice};
use crate::rules::factor::Secret;
use crate::secret::Sha;
use crate::store::{
    AccountCard, Change, Credentials, DeviceFile, GivenFactor, KeptPasswords, NewFactorTicket,
    NewSignIn, Origin, SessionFile, StoreError, Stored,
};
use async_trait::async_trait;
use contract::Code;
use contract::id::{AccountId, PersonId, SessionId};
use contract::policy::Policy;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use std::sync::Arc;

#[async_trait]
impl Credentials for SqliteStore {
    async fn kept_passwords(&self, username: &str) -> Stored<Option<KeptPasswords>> {
        let username = username.to_owned();
        self.pool.read(move |db| kept_passwords(db, &username)).await
    }

    async fn knows_device(&self, username: &str, device: Sha, now: Timestamp) -> Stored<bool> {
        let (username, policy) = (username.to_owned(), Arc::clone(&self.policy));
        self.pool.read(move |db| devices::knows(db, &username, device, now, &policy)).await
    }

    async fn is_device(&self, device: Sha, now: Timestamp) -> Stored<bool> {
        let policy = Arc::clone(&self.policy);
        self.pool.read(move |db| devices::is_any(db, device, now, &policy)).await
    }

    async fn has_factor(&self, account: AccountId) -> Stored<bool> {
        self.pool.read(move |db| Ok(factors::kept(db, account)?.is_some())).await
    }

    async fn attempt_was_right(&self, account_key: &str, peer_key: &str) -> Stored<()> {
        let (account, peer) = (account_key.to_owned(), peer_key.to_owned());
        self.pool.write_soon(move |db| attempts::forgiven(db, &account, &peer)).await
    }

    async fn sign_in(&self, sign_in: NewSignIn) -> Stored<SessionFile> {
        let policy = Arc::clone(&self.policy);
        self.pool.write(move |db| devices::sign_in(db, &sign_in, &policy)).await
    }

    async fn note_device(&self, token: Sha, origin: Origin, now: Timestamp) -> Stored<()> {
        self.pool.write(move |db| devices::note(db, token, &origin, now)).await
    }

    async fn ask_factor(&self, ticket: NewFactorTicket) -> Stored<()> {
        self.pool.write(move |db| factors::ask(db, &ticket)).await
    }

    async fn give_factor(&self, given: GivenFactor) -> Stored<SessionFile> {
        let (policy, seal) = (Arc::clone(&self.policy), Arc::clone(&self.seal));
        self.pool.write(move |db| factors::give(db, &given, &seal, &policy)).await
    }

    async fn account_card(&self, account: AccountId) -> Stored<Option<AccountCard>> {
        self.pool.read(move |db| card(db, account)).await
    }

    async fn change_password(
        &self,
        change: Change,
        fitted: String,
        password_hash: String,
    ) -> Stored<()> {
        self.pool
            .write(move |db| {
                replace_password(db, &change, &fitted, &password_hash)?;
                tell(db, &change, Credential::Password)
            })
            .await
    }

    async fn begin_factor(&self, account: AccountId, secret: Secret, now: Timestamp) -> Stored<()> {
        let sealed = self.seal.seal(&account.to_string(), &secret)?;
        self.pool.write(move |db| factors::begin(db, account, &sealed, now)).await
    }

    async fn turn_factor_on(&self, change: Change, code: &str, recovery: Vec<Sha>) -> Stored<()> {
        let (code, policy) = (code.to_owned(), Arc::clone(&self.policy));
        let seal = Arc::clone(&self.seal);
        self.pool
            .write(move |db| {
                sessions::still_asks(db, &change)?;
                factors::turn_on(db, &change, &code, &recovery, &seal, &policy)?;
                tell(db, &change, Credential::SecondFactorOn)
            })
            .await
    }

    async fn turn_factor_off(&self, change: Change) -> Stored<()> {
        self.pool
            .write(move |db| {
                sessions::still_asks(db, &change)?;
                factors::turn_off(db, change.account)?;
                tell(db, &change, Credential::SecondFactorOff)
            })
            .await
    }

    async fn replace_recovery_codes(&self, change: Change, recovery: Vec<Sha>) -> Stored<()> {
        self.pool
            .write(move |db| {
                sessions::still_asks(db, &change)?;
                factors::kept(db, change.account)?.ok_or(StoreError::Refused(Code::WrongState))?;
                factors::keep_recovery(db, change.account, &recovery)?;
                tell(db, &change, Credential::RecoveryCodes)
            })
            .await
    }

    async fn drop_factor(&self, change: Change, officer: &str, approved_by: &str) -> Stored<()> {
        let names = [officer.to_owned(), approved_by.to_owned()];
        self.pool
            .write(move |db| {
                factors::turn_off(db, change.account)?;
                db.execute(
                    "INSERT INTO factors_dropped (account, at, officer, approved_by)
                     VALUES (?1, ?2, ?3, ?4)",
                    params![change.account.to_string(), ms(change.now), names[0], names[1]],
                )?;
                tell(db, &change, Credential::SecondFactorOff)
            })
            .await
    }

    async fn sessions_of(&self, account: AccountId, now: Timestamp) -> Stored<Vec<DeviceFile>> {
        let policy = Arc::clone(&self.policy);
        self.pool.read(move |db| sessions::of_account(db, account, now, &policy)).await
    }

    async fn end_session_of(&self, account: AccountId, session: SessionId) -> Stored<()> {
        self.pool.write(move |db| sessions::end_of(db, account, session)).await
    }

    async fn end_other_sessions(&self, account: AccountId, keep: Sha) -> Stored<()> {
        self.pool.write(move |db| sessions::end_all(db, account, Some(keep))).await
    }
}

/// Replaces an own password. Every session ends but the one to keep, and so does every sign-in whose
/// password fitted and whose second factor is still asked for.
fn replace_password(
    db: &Connection,
    change: &Change,
    fitted: &str,
    password_hash: &str,
) -> Stored<()> {
    sessions::still_asks(db, change)?;
    let account = change.account;
    if !accounts::has_password(db, account, fitted)? {
        return Err(Code::SignInRequired.into());
    }
    db.execute(
        "UPDATE accounts SET password_hash = ?2 WHERE id = ?1",
        params![account.to_string(), password_hash],
    )?;
    sessions::end_all(db, account, change.by)?;
    accounts::drop_begun(db, account)?;
    factors::drop_tickets(db, account)
}

/// Forgets tickets, secrets that were never confirmed, and devices that did not sign in for long.
pub(super) fn sweep(db: &Connection, now: Timestamp, policy: &Policy) -> Stored<()> {
    factors::sweep(db, now, policy)?;
    devices::sweep(db, now, policy)
}

fn kept_passwords(db: &Connection, username: &str) -> Stored<Option<KeptPasswords>> {
    let query = "SELECT id, password_hash, temporary_hash FROM accounts
                 WHERE username = ?1 AND closed_at IS NULL";
    Ok(db
        .prepare_cached(query)?
        .query_row([username], |row| {
            Ok(KeptPasswords {
                account: parsed(row, "id")?,
                password_hash: row.get("password_hash")?,
                temporary_hash: row.get("temporary_hash")?,
            })
        })
        .optional()?)
}

fn person_of(db: &Connection, account: AccountId) -> Stored<Option<(PersonId, Option<String>)>> {
    Ok(db
        .prepare_cached("SELECT person, password_hash FROM accounts WHERE id = ?1")?
        .query_row([account.to_string()], |row| {
            Ok((parsed(row, "person")?, row.get("password_hash")?))
        })
        .optional()?)
}

fn card(db: &Connection, account: AccountId) -> Stored<Option<AccountCard>> {
    let Some((person, password_hash)) = person_of(db, account)? else { return Ok(None) };
    let factor = factors::kept(db, account)?;
    let recovery_codes_left =
        if factor.is_some() { factors::recovery_left(db, account)? } else { 0 };
    Ok(Some(AccountCard {
        person,
        password_hash,
        second_factor_since: factor.map(|factor| factor.since),
        recovery_codes_left,
    }))
}

/// Queues the mail about a change.
fn tell(db: &Connection, change: &Change, what: Credential) -> Stored<()> {
    mail(db, change, |name| Notice::CredentialChanged { name, what })
}

/// Queues a mail about an account to its holder.
fn mail(db: &Connection, change: &Change, notice: impl FnOnce(String) -> Notice) -> Stored<()> {
    let person = person_of(db, change.account)?.ok_or(StoreError::Refused(Code::NotFound))?.0;
    let case = cases::needed(db, person)?;
    let person = case.person(person).ok_or(Code::NotFound)?;
    let notice = notice(person.name.short().to_owned());
    news::queue(db, &case, person, change.mail, &notice, change.now, None)
}
