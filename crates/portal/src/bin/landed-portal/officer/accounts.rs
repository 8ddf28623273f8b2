//! What staff do about who may sign in: invitations, own accounts, addresses of email.

use super::{done, list};
use clap::Subcommand;
use portal::officer::{self, EmailChangeRow, Office};
use std::error::Error;
use std::fmt::Write as _;

/// What staff do about who may sign in. PERSON is an id or a UCI.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Invites the principal by mail, or sends the invitation once more: an older code dies.
    Invite {
        /// The application number.
        application: String,
    },
    /// Opens an own account for an adult at their wish.
    OpenOwn {
        /// Whose.
        person: String,
    },
    /// Has somebody count as an adult, whatever their age.
    TreatAsAdult {
        /// Who.
        person: String,
    },
    /// Has somebody count as a minor, whatever their age.
    TreatAsMinor {
        /// Who.
        person: String,
    },
    /// Asks for another address of somebody whose mailbox is lost, after an identity check. A second
    /// officer approves it.
    ChangeEmail {
        /// Whose.
        person: String,
        /// The new address.
        email: String,
        /// Your name.
        #[arg(long)]
        officer: String,
    },
    /// Approves such a change: the old address is told, and the new one holds after the delay.
    ApproveEmail {
        /// Whose.
        person: String,
        /// Your name: another one than that of who asked for it.
        #[arg(long)]
        officer: String,
    },
    /// Ends such a change before it holds.
    RefuseEmail {
        /// Whose.
        person: String,
    },
    /// Lists changes of addresses that do not hold yet.
    EmailChanges {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Closes an account for good: its sessions end, and nobody signs in to it.
    CloseAccount {
        /// The account with this username.
        username: String,
    },
}

impl Command {
    /// Carries a command out; what is to be said about it.
    pub(super) async fn run(self, office: &Office) -> Result<String, Box<dyn Error>> {
        let find = async |person: &str| officer::find_person(office, person).await;
        Ok(match self {
            Self::Invite { application } => {
                done(officer::invite(office, &application).await, "invited")?
            }
            Self::OpenOwn { person } => {
                let opened = officer::open_own(office, find(&person).await?).await?;
                format!("account opened: {}", opened.username)
            }
            Self::TreatAsAdult { person } => {
                done(officer::treat_as_adult(office, find(&person).await?).await, "an adult")?
            }
            Self::TreatAsMinor { person } => {
                done(officer::treat_as_minor(office, find(&person).await?).await, "a minor")?
            }
            Self::ChangeEmail { person, email, officer } => {
                let person = find(&person).await?;
                let asked = officer::change_email(office, person, &email, &officer).await;
                done(asked, "waits for a second officer")?
            }
            Self::ApproveEmail { person, officer } => {
                let person = find(&person).await?;
                let holds_from = officer::approve_email(office, person, &officer).await?;
                format!("approved; the new address holds from {holds_from}")
            }
            Self::RefuseEmail { person } => {
                done(officer::refuse_email(office, find(&person).await?).await, "refused")?
            }
            Self::EmailChanges { json } => {
                list(json, &officer::email_changes(office).await?, change_line)?
            }
            Self::CloseAccount { username } => {
                done(officer::close_account(office, &username).await, "closed")?
            }
        })
    }
}

fn change_line(text: &mut String, row: &EmailChangeRow) -> std::fmt::Result {
    let approved = match (&row.approved_by, row.holds_from) {
        (Some(officer), Some(from)) => format!("approved by {officer}, holds from {from}"),
        _ => "waits for a second officer".to_owned(),
    };
    writeln!(
        text,
        "{}  {}  {}  {}  asked for by {}  {approved}",
        row.person, row.application_number, row.name, row.email, row.proposed_by
    )
}
