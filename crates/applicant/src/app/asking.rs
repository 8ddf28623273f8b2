//! The listed requests of the portal (`contract::ask`): checked here, sent in the name of whom each
//! is made in, and let through only as the documented reply. The ticket of an invitation that is
//! being answered stays in memory: it never reaches the webview nor the disk.

use super::Applicant;
use contract::ask::{Ask, By, Known};
use contract::board::Relationship;
use contract::id::PersonId;
use contract::invitation::{Invitation, InvitationOpened};
use contract::{Code, Problem};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;
use std::sync::{MutexGuard, PoisonError};
use zeroize::Zeroizing;

/// Leave to answer an invitation. Ends with the process: its code works on.
pub(super) struct Answering {
    ticket: Zeroizing<String>,
    principal: Option<PersonId>,
}

impl Applicant {
    /// Asks the portal one of the listed requests, and gives its reply as JSON; `null` where it has
    /// none. A message that is sent again under the same key is the same message.
    ///
    /// # Errors
    /// `malformed` with fields; `sign_in_required`; `invitation_timed_out` where no invitation is
    /// being answered; where the portal is not reached; whatever the portal refuses with.
    pub async fn ask(&self, ask: Ask) -> Result<Value, Problem> {
        let by = ask.call().by;
        match by {
            By::Nobody => {
                let ask = self.checked(ask, None, None)?;
                let reply = self.client.ask(&ask, None, false).await?;
                match ask {
                    Ask::OpenInvitation(_) => self.begin_answering(reply),
                    _ => Ok(reply),
                }
            }
            By::Answering => {
                let (ticket, principal) = {
                    let answering = self.answering();
                    let answering = answering.as_ref().ok_or(Code::InvitationTimedOut)?;
                    (answering.ticket.clone(), answering.principal)
                };
                let ask = self.checked(ask, None, principal)?;
                let answer = self.client.ask(&ask, Some(&ticket), false).await;
                answer.map_err(|problem| self.ended_answering(&ticket, problem))
            }
            By::Session => {
                let session = self.session()?;
                let ask = self.checked(ask, session.username.as_deref(), None)?;
                if let Ask::ShowMessages(shown) = ask {
                    return self.thread(&session, shown.person).await;
                }
                let answer = self.client.ask(&ask, Some(&session.token), false).await;
                self.heed(&session, answer).await
            }
        }
    }

    fn checked(
        &self,
        ask: Ask,
        username: Option<&str>,
        principal: Option<PersonId>,
    ) -> Result<Ask, Problem> {
        let known = Known { today: self.latest_day()?, username, principal, policy: &self.policy };
        Ok(known.check(ask)?)
    }

    /// The latest day that it is anywhere: somewhere on Earth it is a day later than in UTC.
    pub(super) fn latest_day(&self) -> Result<Date, Problem> {
        let today = self.clock.now().to_zoned(TimeZone::UTC).date();
        today.tomorrow().map_err(|_| Problem::new(Code::Internal))
    }

    /// Takes the ticket out of the reply and keeps it.
    fn begin_answering(&self, reply: Value) -> Result<Value, Problem> {
        let unexpected = |_| Problem::new(Code::UnexpectedReply);
        let mut opened: InvitationOpened = serde_json::from_value(reply).map_err(unexpected)?;
        let ticket = opened.token.take().ok_or(Code::UnexpectedReply)?;
        let reply = serde_json::to_value(&opened).map_err(unexpected)?;
        let principal = principal_of(&opened.invitation);
        *self.answering() = Some(Answering { ticket: Zeroizing::new(ticket), principal });
        Ok(reply)
    }

    /// Forgets the ticket when the portal says that it has ended. A later one is left alone.
    fn ended_answering(&self, ticket: &str, problem: Problem) -> Problem {
        let ended = matches!(problem.code, Code::InvitationTimedOut | Code::SignInRequired);
        if !ended {
            return problem;
        }
        let mut answering = self.answering();
        if answering.as_ref().is_some_and(|kept| *kept.ticket == *ticket) {
            *answering = None;
        }
        Code::InvitationTimedOut.into()
    }

    /// Forgets the ticket.
    pub(super) fn forget_answering(&self) {
        *self.answering() = None;
    }

    fn answering(&self) -> MutexGuard<'_, Option<Answering>> {
        self.answering.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn principal_of(invitation: &Invitation) -> Option<PersonId> {
    let mut people = invitation.people.iter();
    let principal = people.find(|person| person.relationship == Relationship::Principal);
    principal.map(|person| person.id)
}
