//! Mail to a relay, by SMTP over TLS. One connection, kept for the next mail. What a relay answers
//! tells whether a mail is put off, refused for good, or whether no mail can leave.

use super::relay::{Encryption, Relay, RelayError};
use super::{DeliveryFailed, Mailer, Outgoing};
use crate::rules::delivery::{Answer, answer};
use async_trait::async_trait;
use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::{Error, response};
use std::error::Error as _;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::timeout;

/// How long it may take to connect, agree on TLS and sign in.
const OPENING: Duration = Duration::from_secs(60);
/// How long a relay may take over one mail. It may look into it before it answers (RFC 5321,
/// 4.5.3.2.6), and whoever gives up early sends it twice.
const TAKING: Duration = Duration::from_secs(5 * 60);
/// How long a connection that is kept may take to answer, and to be closed.
const ANSWERING: Duration = Duration::from_secs(10);
/// Ways to sign in; all of them inside TLS only.
const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];
/// Longest reason that is kept, in characters.
const REASON_CHARS: usize = 200;

/// A relay that takes mail.
pub struct Smtp {
    host: String,
    port: u16,
    encryption: Encryption,
    tls: TlsParameters,
    credentials: Option<Credentials>,
    hello: ClientId,
    open: Mutex<Option<AsyncSmtpConnection>>,
}

impl Smtp {
    /// Sets up the way to a relay, without going it yet. Reads the files it names; blocks.
    ///
    /// # Errors
    /// Where a file cannot be read or used.
    pub fn new(relay: &Relay) -> Result<Self, RelayError> {
        Ok(Self {
            host: relay.address.host.clone(),
            port: relay.address.port,
            encryption: relay.address.encryption,
            tls: relay.tls()?,
            credentials: relay.credentials()?,
            hello: ClientId::default(),
            open: Mutex::new(None),
        })
    }

    /// A connection that is signed in: the one that was kept, if it still answers.
    async fn connection(
        &self,
        kept: Option<AsyncSmtpConnection>,
    ) -> Result<AsyncSmtpConnection, DeliveryFailed> {
        if let Some(mut connection) = kept {
            if matches!(timeout(ANSWERING, connection.test_connected()).await, Ok(true)) {
                return Ok(connection);
            }
            close(connection).await;
        }
        let at = format!("{}:{}", self.host, self.port);
        match timeout(OPENING, self.connect()).await {
            Ok(Ok(connection)) => Ok(connection),
            Ok(Err(error)) => Err(DeliveryFailed::Closed(format!("{at}: {}", reason(&error)))),
            Err(_) => Err(DeliveryFailed::Closed(format!("{at}: no answer in time"))),
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let server = (self.host.as_str(), self.port);
        let tls = Some(self.tls.clone());
        let mut connection = match self.encryption {
            Encryption::FromTheStart => {
                AsyncSmtpConnection::connect_tokio1(server, Some(OPENING), &self.hello, tls, None)
                    .await?
            }
            Encryption::StartTls => {
                let mut plain = AsyncSmtpConnection::connect_tokio1(
                    server,
                    Some(OPENING),
                    &self.hello,
                    None,
                    None,
                )
                .await?;
                plain.starttls(self.tls.clone(), &self.hello).await?;
                plain
            }
        };
        if let Some(credentials) = &self.credentials {
            connection.auth(&MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }
}

#[async_trait]
impl Mailer for Smtp {
    async fn deliver(&self, mail: &Outgoing) -> Result<(), DeliveryFailed> {
        let mut open = self.open.lock().await;
        let mut connection = self.connection(open.take()).await?;
        let taken = timeout(TAKING, hand_over(&mut connection, mail)).await;
        match taken {
            Ok(Ok(())) => {
                *open = Some(connection);
                Ok(())
            }
            Ok(Err(failed)) => {
                close(connection).await;
                Err(failed)
            }
            Err(_) => Err(DeliveryFailed::PutOff("the relay did not answer in time".into())),
        }
    }
}

/// Hands one mail over, on a connection that is signed in.
async fn hand_over(
    connection: &mut AsyncSmtpConnection,
    mail: &Outgoing,
) -> Result<(), DeliveryFailed> {
    let mut parameters = Vec::new();
    let offers = |extension| connection.server_info().supports_feature(extension);
    let beyond_ascii = |address: &Address| !AsRef::<str>::as_ref(address).is_ascii();
    if mail.envelope.to().iter().any(beyond_ascii) {
        if !offers(Extension::SmtpUtfEight) {
            let reason = "the relay takes no address with letters outside ASCII";
            return Err(DeliveryFailed::Refused(reason.into()));
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if !mail.message.is_ascii() && offers(Extension::EightBitMime) {
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    // The sender is the same for every mail, and so is an answer to it.
    let sender = Mail::new(mail.envelope.from().cloned(), parameters);
    connection.command(sender).await.map_err(|error| DeliveryFailed::Closed(reason(&error)))?;
    for recipient in mail.envelope.to() {
        let recipient = Rcpt::new(recipient.clone(), Vec::new());
        connection.command(recipient).await.map_err(|error| about(&error, reason(&error)))?;
    }
    connection.command(Data).await.map_err(|error| about(&error, reason(&error)))?;
    // A relay that read the text may quote it in its answer: only the codes are kept of that.
    connection.message(&mail.message).await.map_err(|error| about(&error, codes(&error)))?;
    Ok(())
}

/// A failure while one mail was handed over. One without a reply is held against the mail as well:
/// else one at which a relay hangs up each time would keep all others back for ever.
fn about(error: &Error, reason: String) -> DeliveryFailed {
    match error.status().map(|code| answer(code.into())) {
        Some(Answer::Closed) => DeliveryFailed::Closed(reason),
        Some(Answer::Refused) => DeliveryFailed::Refused(reason),
        Some(Answer::PutOff) | None => DeliveryFailed::PutOff(reason),
    }
}

/// What went wrong, in one line: what the relay replied, or why nothing came.
fn reason(error: &Error) -> String {
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    match error.status() {
        Some(code) => one_line(&format!("{code} {said}")),
        None => one_line(&error.to_string()),
    }
}

/// The reply code and the enhanced one (RFC 3463) of a reply, without its words.
fn codes(error: &Error) -> String {
    let Some(code) = error.status() else { return reason(error) };
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    let enhanced = said.split_whitespace().next().filter(|word| {
        word.split('.').count() == 3 && word.chars().all(|c| c.is_ascii_digit() || c == '.')
    });
    let code: response::Code = code;
    one_line(&format!("{code} {} after it had the text", enhanced.unwrap_or_default()))
}

/// What a relay says is shown in terminals: no control characters, not too long.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").chars().take(REASON_CHARS).collect()
}

async fn close(mut connection: AsyncSmtpConnection) {
    let _ = timeout(ANSWERING, connection.abort()).await;
}
