//! `officer mail`: what is not delivered, and trying it again.

use super::{done, list};
use clap::{Args, Subcommand};
use portal::officer::{self, Office};
use portal::store::UndeliveredMail;
use std::error::Error;
use uuid::Uuid;

/// Lists mail that was due and is not delivered, dead letters first. Never tells what it says.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Mail {
    /// As JSON.
    #[arg(long)]
    json: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What can be done about it.
#[derive(Subcommand)]
enum Command {
    /// Has a mail tried again now, whether it waits or was given up.
    Retry {
        /// Its id.
        #[arg(required_unless_present = "dead")]
        mail: Option<Uuid>,
        /// All dead letters instead.
        #[arg(long, conflicts_with = "mail")]
        dead: bool,
    },
}

impl Mail {
    pub(crate) async fn run(self, office: &Office) -> Result<String, Box<dyn Error>> {
        match self.command {
            None => list(self.json, &officer::mail(office).await?, line),
            Some(Command::Retry { mail: Some(mail), .. }) => {
                done(officer::retry_mail(office, mail).await, "it is tried again now")
            }
            Some(Command::Retry { mail: None, .. }) => {
                let tried = officer::retry_dead_mail(office).await?;
                Ok(format!("dead letters that are tried again now: {tried}"))
            }
        }
    }
}

fn line(text: &mut String, row: &UndeliveredMail) -> std::fmt::Result {
    use std::fmt::Write as _;
    write!(text, "{}  to {}  due {}  ", row.mail, row.to, row.due_at)?;
    match (row.dead_since, row.next_try_at) {
        (Some(since), _) => write!(text, "dead letter since {since}")?,
        (None, Some(next)) => write!(text, "waits, tried again at {next}")?,
        (None, None) => write!(text, "waits for its first try")?,
    }
    if row.put_off > 0 {
        write!(text, "  put off {} times", row.put_off)?;
    }
    writeln!(text, "  {}", row.reason.as_deref().unwrap_or_default())
}
