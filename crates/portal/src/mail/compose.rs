//! Writes a mail: English first, French below, one link, the exact subject.

use super::Notice;
use super::notice::TemporaryAccess;
use contract::Language;
use contract::policy::{MAIL_SUBJECT, OFFICIAL_PAGE_EN};
use jiff::Timestamp;
use lettre::message::header::{ContentTransferEncoding, ContentType};
use lettre::message::{Body, Mailbox, MessageBuilder, SinglePart};
use locale::Texts;
use std::sync::LazyLock;
use std::time::SystemTime;
use uuid::Uuid;

static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::English));
static FRENCH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::French));

/// A mail before it is written.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// Names the mail for good: its Message-ID.
    pub id: Uuid,
    /// Who gets it.
    pub to: &'a str,
    /// What it is about.
    pub notice: &'a Notice,
    /// Its date.
    pub at: Timestamp,
}

/// The letter could not be written: an address that is none.
#[derive(Debug, thiserror::Error)]
#[error("a mail could not be written: {0}")]
pub struct ComposeError(String);

/// The message (RFC 5322) of a letter.
///
/// # Errors
/// Where sender or recipient is not an email address.
pub fn compose(letter: &Letter<'_>, from: &Mailbox) -> Result<Vec<u8>, ComposeError> {
    let failed = |reason: String| ComposeError(reason);
    let to: Mailbox =
        letter.to.parse().map_err(|_| failed("the recipient is not an email address".into()))?;
    let id = format!("<{}@{}>", letter.id, from.email.domain());
    let text = body(letter.notice);
    // The link is longer than a line of plain mail, and every relay takes this encoding.
    let text = Body::new_with_encoding(text, ContentTransferEncoding::QuotedPrintable)
        .map_err(|_| failed("the text cannot be encoded".into()))?;
    let part = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text);
    MessageBuilder::new()
        .from(from.clone())
        .to(to)
        .subject(MAIL_SUBJECT)
        .date(SystemTime::from(letter.at))
        .message_id(Some(id))
        .singlepart(part)
        .map(|message| message.formatted())
        .map_err(|error| failed(error.to_string()))
}

fn body(notice: &Notice) -> String {
    let (english, french) = (&*ENGLISH, &*FRENCH);
    let mut paragraphs = vec![english.get("mail-french-below")];
    paragraphs.extend(half(notice, english));
    paragraphs.push("· · ·".to_owned());
    paragraphs.extend(half(notice, french));
    paragraphs.push("· · ·".to_owned());
    // The one link stands between nothing that belongs to one language only.
    paragraphs.push(format!(
        "{}\n{}\n{}",
        english.get("mail-official-page"),
        french.get("mail-official-page"),
        OFFICIAL_PAGE_EN
    ));
    paragraphs.join("\n\n") + "\n"
}

fn half(notice: &Notice, texts: &Texts) -> Vec<String> {
    let mut paragraphs = vec![texts.get("mail-greeting")];
    match notice {
        Notice::AccountOpened(access) => {
            paragraphs.extend(first_sign_in("mail-account-opened-intro", access, texts));
        }
        Notice::TemporaryPasswordReissued(access) => {
            paragraphs.extend(first_sign_in("mail-account-reissued-intro", access, texts));
        }
        Notice::PasswordStored { name } => {
            let name = [("name", name.as_str().into())];
            paragraphs.push(texts.format("mail-password-stored-intro", &name));
            paragraphs.push(texts.get("mail-password-stored-not-you"));
        }
        Notice::SomethingChanged => {
            paragraphs.push(texts.get("mail-changed-intro"));
            paragraphs.push(texts.get("mail-changed-what"));
        }
    }
    paragraphs.push(texts.get("mail-sign-in-from-app"));
    paragraphs.push(texts.get("mail-genuine"));
    paragraphs.push(texts.get("mail-no-reply"));
    paragraphs
}

fn first_sign_in(intro: &str, access: &TemporaryAccess, texts: &Texts) -> Vec<String> {
    let name = [("name", access.name.as_str().into())];
    let username = [("username", access.username.as_str().into())];
    let password = [("password", access.temporary_password.as_str().into())];
    let date = [("date", texts.date(access.last_day).into())];
    vec![
        texts.format(intro, &name),
        format!(
            "{}\n{}",
            texts.format("mail-username", &username),
            texts.format("mail-temporary-password", &password)
        ),
        texts.format("mail-temporary-password-ends", &date),
        texts.format("mail-first-sign-in", &name),
        texts.get("mail-keep-to-yourself"),
    ]
}
