//! Messages between applicants and officers.

use super::rows::{moment, ms, parsed};
use super::{SqliteStore, cases, news, recovery, writes};
use crate::mail::Notice;
use crate::rules::messages::{self as rules, Unread};
use crate::store::{AskedOfOfficers, Conversations, Keyed, SaidByOfficer, Stored, WaitingThread};
use async_trait::async_trait;
use contract::Code;
use contract::board::Name;
use contract::id::{HouseholdId, MessageId, PersonId};
use contract::message::{Author, Message};
use contract::receipt::Receipt;
use contract::timeline::Event;
use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

/// Who reads what the other side wrote.
#[derive(Clone, Copy)]
enum Reader {
    Applicant,
    Officer,
}

#[async_trait]
impl Conversations for SqliteStore {
    async fn thread(&self, person: PersonId) -> Stored<Vec<Message>> {
        self.pool.read(move |db| thread(db, person)).await
    }

    async fn ask_officers(&self, keyed: Keyed, message: AskedOfOfficers) -> Stored<Receipt> {
        let most = usize::from(self.policy.messages_per_hour);
        self.pool
            .write(move |db| {
                writes::once(db, &keyed, message.now, || {
                    let case = cases::needed(db, message.by)?;
                    rules::may_write(&case, message.by, message.person)?;
                    let AskedOfOfficers { id, by, person, text, reference, now } = &message;
                    recovery::may_mail(db, &[(format!("thread:{person}"), most)], *now)?;
                    let (by, reference) = (Some(*by), Some(reference.as_str()));
                    keep(db, *id, *person, *now, by, text, reference)?;
                    Ok(Receipt { reference: message.reference.clone(), at: message.now })
                })
            })
            .await
    }

    async fn say_as_officer(&self, message: SaidByOfficer) -> Stored<()> {
        self.pool
            .write(move |db| {
                let SaidByOfficer { id, person, text, mail, now } = &message;
                let case = cases::needed(db, *person)?;
                let file = rules::officer_may_write(&case, *person)?;
                keep(db, *id, *person, *now, None, text, None)?;
                news::happen(db, *person, &Event::MessageReceived, *now, None)?;
                news::queue(db, &case, file, *mail, &Notice::SomethingChanged, *now, None)
            })
            .await
    }

    async fn read_by_applicant(
        &self,
        by: PersonId,
        person: PersonId,
        up_to: MessageId,
        now: Timestamp,
    ) -> Stored<()> {
        self.pool
            .write(move |db| {
                rules::may_mark_read(&cases::needed(db, by)?, by, person)?;
                mark(db, Reader::Applicant, person, up_to, now)
            })
            .await
    }

    async fn read_by_officer(
        &self,
        person: PersonId,
        up_to: MessageId,
        now: Timestamp,
    ) -> Stored<()> {
        self.pool.write(move |db| mark(db, Reader::Officer, person, up_to, now)).await
    }

    async fn threads_waiting(&self) -> Stored<Vec<WaitingThread>> {
        self.pool.read(|db| waiting(db)).await
    }
}

fn thread(db: &Connection, person: PersonId) -> Stored<Vec<Message>> {
    let rows = db
        .prepare_cached(
            "SELECT m.id, m.at, m.author, m.text, m.read_at, p.given, p.family
             FROM messages m LEFT JOIN people p ON p.id = m.author
             WHERE m.person = ?1 ORDER BY m.number",
        )?
        .query_map([person.to_string()], message)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn message(row: &Row<'_>) -> rusqlite::Result<Message> {
    let from = match row.get::<_, Option<String>>("author")? {
        None => Author::Officer,
        Some(_) => Author::Applicant { name: name(row)? },
    };
    let read = row.get::<_, Option<i64>>("read_at")?;
    Ok(Message {
        id: parsed(row, "id")?,
        from,
        at: moment(row, "at")?,
        text: row.get("text")?,
        read_at: read.map(|_| moment(row, "read_at")).transpose()?,
    })
}

fn name(row: &Row<'_>) -> rusqlite::Result<Name> {
    Ok(Name { given: row.get("given")?, family: row.get("family")? })
}

pub(super) fn unread(db: &Connection, household: HouseholdId) -> Stored<Unread> {
    let rows = db
        .prepare_cached(
            "SELECT person, COUNT(*) AS messages FROM messages
             WHERE author IS NULL AND read_at IS NULL
             AND person IN (SELECT id FROM people WHERE household = ?1) GROUP BY person",
        )?
        .query_map([household.to_string()], |row| {
            Ok((parsed(row, "person")?, row.get("messages")?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn keep(
    db: &Connection,
    id: MessageId,
    person: PersonId,
    at: Timestamp,
    author: Option<PersonId>,
    text: &str,
    reference: Option<&str>,
) -> Stored<()> {
    db.execute(
        "INSERT INTO messages (id, person, at, author, text, reference)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            id.to_string(),
            person.to_string(),
            ms(at),
            author.map(|author| author.to_string()),
            text,
            reference
        ],
    )?;
    Ok(())
}

/// Marks what the other side wrote up to a message that stands in this thread. What was read stays
/// read since then.
fn mark(
    db: &Connection,
    reader: Reader,
    person: PersonId,
    up_to: MessageId,
    now: Timestamp,
) -> Stored<()> {
    let place = "SELECT EXISTS (SELECT 1 FROM messages WHERE id = ?1 AND person = ?2)";
    let ids = params![up_to.to_string(), person.to_string()];
    if !db.prepare_cached(place)?.query_row(ids, |row| row.get::<_, bool>(0))? {
        return Err(Code::NotFound.into());
    }
    let from_officers = matches!(reader, Reader::Applicant);
    db.execute(
        "UPDATE messages SET read_at = ?3
         WHERE person = ?2 AND read_at IS NULL AND (author IS NULL) = ?4
         AND number <= (SELECT number FROM messages WHERE id = ?1)",
        params![up_to.to_string(), person.to_string(), ms(now), from_officers],
    )?;
    Ok(())
}

fn waiting(db: &Connection) -> Stored<Vec<WaitingThread>> {
    let rows = db
        .prepare_cached(
            "SELECT h.application_number, p.id AS person, p.given, p.family,
                    MIN(m.at) AS since, COUNT(*) AS messages
             FROM messages m JOIN people p ON p.id = m.person
             JOIN households h ON h.id = p.household
             WHERE m.author IS NOT NULL AND h.state <> 'withdrawn' AND NOT EXISTS
                 (SELECT 1 FROM messages a
                  WHERE a.person = m.person AND a.author IS NULL AND a.number > m.number)
             GROUP BY p.id ORDER BY since, p.id",
        )?
        .query_map([], |row| {
            Ok(WaitingThread {
                application_number: row.get("application_number")?,
                person: parsed(row, "person")?,
                name: name(row)?,
                since: moment(row, "since")?,
                messages: row.get("messages")?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}
