//! Messages: what applicants ask, and what officers write to them.

use super::accounts::application;
use super::{Office, OfficerError, needing};
use crate::store::{SaidByOfficer, WaitingThread};
use contract::Code;
use contract::id::{MessageId, PersonId};
use contract::message::{Author, Message, NewMessage};
use jiff::Timestamp;
use serde::Serialize;
use std::fmt;

/// A thread that waits for an officer's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThreadRow {
    /// On which application.
    pub application_number: String,
    /// Whose.
    pub person: PersonId,
    /// Their name in one line.
    pub name: String,
    /// Since when nobody answered.
    pub since: Timestamp,
    /// How many messages stand there unanswered.
    pub messages: u32,
}

/// A person's thread.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonThread {
    /// Whose.
    pub person: PersonId,
    /// Their name in one line.
    pub name: String,
    /// The messages, the oldest first.
    pub messages: Vec<Message>,
}

/// Threads that wait for an answer, the longest wait first.
///
/// # Errors
/// Where the store fails.
pub async fn threads_waiting(office: &Office) -> Result<Vec<ThreadRow>, OfficerError> {
    let row = |thread: WaitingThread| ThreadRow {
        application_number: thread.application_number,
        person: thread.person,
        name: thread.name.full(),
        since: thread.since,
        messages: thread.messages,
    };
    Ok(office.store.threads_waiting().await?.into_iter().map(row).collect())
}

/// Every thread of an application in which something was written, the principal's first. What the
/// applicants wrote counts as read from now on, and they see that; the threads are told as they
/// stood before.
///
/// # Errors
/// `not_found`.
pub async fn messages(
    office: &Office,
    application_number: &str,
) -> Result<Vec<PersonThread>, OfficerError> {
    let case = application(office, application_number).await?;
    let mut threads = Vec::new();
    for person in &case.people {
        let messages = office.store.thread(person.id).await?;
        if let Some(last) = messages.last() {
            office.store.read_by_officer(person.id, last.id, office.now()).await?;
            threads.push(PersonThread { person: person.id, name: person.name.full(), messages });
        }
    }
    Ok(threads)
}

/// Writes to a person. They, or who acts for them, get a mail that something changed; what is written
/// they read here only.
///
/// # Errors
/// `not_found`; `required` and `too_long` for the text; `wrong_state` before the principal's account
/// is open; `household_withdrawn`.
pub async fn write(office: &Office, person: PersonId, text: &str) -> Result<(), OfficerError> {
    let checked = NewMessage { text: text.to_owned() }.check(&office.policy);
    let NewMessage { text } = checked.map_err(|faults| OfficerError::Refused {
        code: faults.first().map_or(Code::Malformed, |fault| fault.code),
        why: "a message has some text, and no more than fits",
    })?;
    let now = office.now();
    let id = MessageId(office.new_id(now)?);
    let message = SaidByOfficer { id, person, text, mail: office.new_id(now)?, now };
    needing(
        office.store.say_as_officer(message).await,
        "the principal's account is open, and the application is not withdrawn",
    )
}

impl fmt::Display for PersonThread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}  {}", self.person, self.name)?;
        for message in &self.messages {
            let from = match &message.from {
                Author::Officer => "officer".to_owned(),
                Author::Applicant { name } => name.full(),
            };
            let read = message.read_at.map_or("not read".to_owned(), |at| format!("read {at}"));
            writeln!(f, "  {}  {from}  {read}", message.at)?;
            for line in message.text.lines() {
                writeln!(f, "    {line}")?;
            }
        }
        Ok(())
    }
}
