//! Messages between applicants and officers, as the store keeps them: one thread per person. Never
//! anything but plain text, and never a word of it in a mail.

use super::{Keyed, Stored};
use async_trait::async_trait;
use contract::board::Name;
use contract::id::{MessageId, PersonId};
use contract::message::Message;
use contract::receipt::Receipt;
use jiff::Timestamp;
use uuid::Uuid;

/// A message of an applicant, checked already.
#[derive(Clone, Debug)]
pub struct AskedOfOfficers {
    /// Its id.
    pub id: MessageId,
    /// By whom.
    pub by: PersonId,
    /// In whose thread.
    pub person: PersonId,
    /// What, as plain text.
    pub text: String,
    /// The reference of its receipt.
    pub reference: String,
    /// The time.
    pub now: Timestamp,
}

/// A message of an officer, checked already.
#[derive(Clone, Debug)]
pub struct SaidByOfficer {
    /// Its id.
    pub id: MessageId,
    /// In whose thread.
    pub person: PersonId,
    /// What, as plain text.
    pub text: String,
    /// The id of the mail that announces it.
    pub mail: Uuid,
    /// The time.
    pub now: Timestamp,
}

/// A thread whose last message is the applicant's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingThread {
    /// On which application.
    pub application_number: String,
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// Since when: the first message that nobody answered.
    pub since: Timestamp,
    /// How many messages of the applicant stand there unanswered.
    pub messages: u32,
}

/// Messages between applicants and officers.
#[async_trait]
pub trait Conversations: Send + Sync {
    /// A person's thread, the oldest first.
    async fn thread(&self, person: PersonId) -> Stored<Vec<Message>>;

    /// Keeps a message of an applicant. Refused with `not_found` for somebody for whom they do not
    /// act, and with `household_withdrawn`, or to be asked again later where too many were
    /// written in this thread within the hour. Mails nobody.
    async fn ask_officers(&self, keyed: Keyed, message: AskedOfOfficers) -> Stored<Receipt>;

    /// Keeps a message of an officer, and queues the event and the mail that announce it. Refused with
    /// `household_withdrawn`, and with `wrong_state` where nobody could read it: before the
    /// principal's account.
    async fn say_as_officer(&self, message: SaidByOfficer) -> Stored<()>;

    /// Notes that messages of officers were shown to `by`, up to this one. Refused with `not_found`
    /// where there is no such message, or for somebody for whom they do not act.
    async fn read_by_applicant(
        &self,
        by: PersonId,
        person: PersonId,
        up_to: MessageId,
        now: Timestamp,
    ) -> Stored<()>;

    /// Notes that messages of the applicant were shown to an officer, up to this one. Refused with
    /// `not_found` where there is no such message.
    async fn read_by_officer(
        &self,
        person: PersonId,
        up_to: MessageId,
        now: Timestamp,
    ) -> Stored<()>;

    /// Threads that wait for an officer's answer, the longest wait first; none of a withdrawn
    /// household, where nothing can be answered.
    async fn threads_waiting(&self) -> Stored<Vec<WaitingThread>>;
}
