//! The officer's commands.

mod accounts;
mod mail;

use clap::Subcommand;
use contract::id::PhotoId;
use contract::photo::Reason;
use jiff::civil::Date;
use portal::officer::{self, Office, PersonRow, PhotoRow, ThreadRow};
use serde::Serialize;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What staff do. PERSON is an id or a UCI.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Takes in approved households from a JSON file, all or none.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// Opens the principal's account and mails the temporary password.
    Open {
        /// The application number.
        application: String,
        /// Opens an own account for this adult instead.
        #[arg(long)]
        person: Option<String>,
    },
    /// Invitations, own accounts, addresses of email.
    #[command(flatten)]
    Accounts(accounts::Command),
    /// Lists everyone on an application.
    People {
        /// The application number.
        application: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Lists photos that wait for a decision, the longest wait first, each with what its examination
    /// found.
    Photos {
        /// As JSON, with all that is known of each warning.
        #[arg(long)]
        json: bool,
    },
    /// Tells what the examination of a photo found and measured. It advises; you decide.
    Photo {
        /// Its id.
        photo: PhotoId,
        /// As JSON, with every measure and place.
        #[arg(long)]
        json: bool,
    },
    /// Accepts a photo.
    Accept {
        /// Its id.
        photo: PhotoId,
    },
    /// Returns a photo.
    Return {
        /// Its id.
        photo: PhotoId,
        /// Why, by code; as many as apply.
        #[arg(long, required = true, num_args = 1.., value_parser = reason)]
        reason: Vec<Reason>,
        /// A note in English.
        #[arg(long, default_value = "")]
        note_en: String,
        /// The note in French.
        #[arg(long, default_value = "")]
        note_fr: String,
    },
    /// Takes a decision on a photo back, for a few seconds after it.
    Undo {
        /// Its id.
        photo: PhotoId,
    },
    /// Lists threads of messages that wait for an answer, the longest wait first; or shows all that
    /// was written on one application, which marks it as read.
    Messages {
        /// The application number.
        application: Option<String>,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Writes a message to a person. They get a mail that something changed, without the text.
    Message {
        /// To whom.
        person: String,
        /// The text; words are joined by spaces.
        #[arg(required_unless_present = "file", conflicts_with = "file")]
        text: Vec<String>,
        /// The text is in this file, or in standard input where it is `-`.
        #[arg(long)]
        file: Option<PathBuf>,
    },
    /// Records the proof of status.
    Proof {
        /// Whose.
        person: String,
        /// From which day they are a permanent resident.
        #[arg(long, value_name = "DATE")]
        became_resident_on: Date,
    },
    /// Records that the card was made.
    CardMade {
        /// Whose.
        person: String,
    },
    /// Records that the card was mailed.
    CardMailed {
        /// Whose.
        person: String,
    },
    /// Records that the card came back.
    CardUndelivered {
        /// Whose.
        person: String,
    },
    /// Makes a temporary password anew and mails it.
    Reissue {
        /// Of the account with this username.
        username: String,
    },
    /// Turns a lost second factor off, once two officers have checked who asks.
    DropSecondFactor {
        /// Of the account with this username.
        username: String,
        /// The officer who checked.
        #[arg(long, value_name = "NAME")]
        officer: String,
        /// The second officer, who approves.
        #[arg(long, value_name = "NAME")]
        approved_by: String,
    },
    /// Lists mail that is not delivered, with the reason, or has it tried again.
    Mail(mail::Mail),
    /// Withdraws an application.
    Withdraw {
        /// The application number.
        application: String,
    },
    /// Asks a household to an interview.
    Interview {
        /// The application number.
        application: String,
    },
    /// Lets a household go on after its interview.
    GoOn {
        /// The application number.
        application: String,
    },
}

fn reason(code: &str) -> Result<Reason, String> {
    code.parse().map_err(|_| {
        let known: Vec<&str> = Reason::ALL.iter().map(|reason| reason.as_str()).collect();
        format!("not a reason; known are {}", known.join(", "))
    })
}

impl Command {
    /// Carries a command out; what is to be said about it.
    pub(crate) async fn run(self, office: &Office) -> Result<String, Box<dyn Error>> {
        let find = async |person: &str| officer::find_person(office, person).await;
        Ok(match self {
            Self::Import { file } => {
                let json = std::fs::read_to_string(&file)
                    .map_err(|error| format!("cannot read {}: {error}", file.display()))?;
                match officer::import(office, &json).await {
                    Ok(report) => report.to_string(),
                    Err(error) => {
                        let faults = error.to_string().replace('\n', "\n  ");
                        let file = file.display();
                        return Err(format!("nothing was imported from {file}\n  {faults}").into());
                    }
                }
            }
            Self::Open { application, person } => {
                let opened = match person {
                    None => officer::open(office, &application).await?,
                    Some(person) => officer::open_own(office, find(&person).await?).await?,
                };
                format!("account opened: {}", opened.username)
            }
            Self::Accounts(command) => command.run(office).await?,
            Self::People { application, json } => {
                let people = officer::people(office, &application).await?;
                list(json, &people, person_line)?
            }
            Self::Photos { json } => list(json, &officer::photos(office).await?, photo_line)?,
            Self::Photo { photo, json } => {
                let report = officer::photo_report(office, photo).await?;
                if json { serde_json::to_string_pretty(&report)? } else { report.to_string() }
            }
            Self::Accept { photo } => done(officer::accept(office, photo).await, "accepted")?,
            Self::Return { photo, reason, note_en, note_fr } => done(
                officer::return_photo(office, photo, reason, &note_en, &note_fr).await,
                "returned",
            )?,
            Self::Undo { photo } => done(officer::undo(office, photo).await, "undone")?,
            Self::Messages { application: None, json } => {
                list(json, &officer::threads_waiting(office).await?, thread_line)?
            }
            Self::Messages { application: Some(application), json } => {
                let threads = officer::messages(office, &application).await?;
                list(json, &threads, |text, thread| write!(text, "{thread}"))?
            }
            Self::Message { person, text, file } => {
                let text = match file {
                    None => text.join(" "),
                    Some(file) => text_of(&file)?,
                };
                done(officer::write(office, find(&person).await?, &text).await, "message written")?
            }
            Self::Proof { person, became_resident_on } => {
                let person = find(&person).await?;
                done(officer::proof(office, person, became_resident_on).await, "proof recorded")?
            }
            Self::CardMade { person } => {
                done(officer::card_made(office, find(&person).await?).await, "card made")?
            }
            Self::CardMailed { person } => {
                done(officer::card_mailed(office, find(&person).await?).await, "card mailed")?
            }
            Self::CardUndelivered { person } => done(
                officer::card_undelivered(office, find(&person).await?).await,
                "card came back",
            )?,
            Self::Reissue { username } => {
                done(officer::reissue(office, &username).await, "temporary password made anew")?
            }
            Self::DropSecondFactor { username, officer, approved_by } => done(
                officer::drop_second_factor(office, &username, &officer, &approved_by).await,
                "second factor turned off",
            )?,
            Self::Mail(mail) => mail.run(office).await?,
            Self::Withdraw { application } => {
                done(officer::withdraw(office, &application).await, "withdrawn")?
            }
            Self::Interview { application } => {
                done(officer::interview(office, &application).await, "asked to an interview")?
            }
            Self::GoOn { application } => {
                done(officer::go_on(office, &application).await, "goes on")?
            }
        })
    }
}

fn done(result: Result<(), officer::OfficerError>, said: &str) -> Result<String, Box<dyn Error>> {
    result?;
    Ok(said.to_owned())
}

fn list<T: Serialize>(
    json: bool,
    rows: &[T],
    line: fn(&mut String, &T) -> std::fmt::Result,
) -> Result<String, Box<dyn Error>> {
    if json {
        return Ok(serde_json::to_string_pretty(rows)?);
    }
    let mut text = String::new();
    for row in rows {
        line(&mut text, row)?;
    }
    Ok(text)
}

fn person_line(text: &mut String, row: &PersonRow) -> std::fmt::Result {
    let username = row.username.as_deref().unwrap_or("no account");
    let relationship = row.relationship.as_str();
    let declared = if row.declared { "declared" } else { "not declared" };
    let address = if row.address { "address" } else { "no address" };
    writeln!(
        text,
        "{}  {}  {}  {relationship}  {username}  {declared}  {address}",
        row.person, row.uci, row.name
    )
}

fn photo_line(text: &mut String, row: &PhotoRow) -> std::fmt::Result {
    writeln!(
        text,
        "{}  {}  {}  born {}  submitted {}  {}",
        row.photo,
        row.application_number,
        row.name,
        row.date_of_birth,
        row.submitted_at,
        row.examination
    )
}

fn thread_line(text: &mut String, row: &ThreadRow) -> std::fmt::Result {
    let ThreadRow { application_number, person, name, since, messages } = row;
    writeln!(text, "{application_number}  {person}  {name}  {messages} since {since}")
}

/// The text of a file, or of standard input.
fn text_of(file: &Path) -> Result<String, String> {
    let read = if file == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(file)
    };
    read.map_err(|error| format!("cannot read {}: {error}", file.display()))
}
