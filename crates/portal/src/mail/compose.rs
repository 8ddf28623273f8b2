//! Writes a mail: English first, French below, one link, the exact subject; as text and as HTML that
//! say the same.

use super::blocks::{Block, Fact, blocks};
use super::{Notice, Outgoing, Signature, html};
use contract::Language;
use contract::policy::{MAIL_SUBJECT, OFFICIAL_PAGE_EN};
use jiff::Timestamp;
use lettre::message::header::MIME_VERSION_1_0;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MessageBuilder, MultiPart, SinglePart};
use locale::Texts;
use std::sync::LazyLock;
use std::time::SystemTime;
use uuid::Uuid;

static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::English));
static FRENCH: LazyLock<Texts> = LazyLock::new(|| Texts::new(Language::French));

/// What stands between the languages.
const RULE: &str = "· · ·";

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
#[error("the mail could not be written: {0}")]
pub struct ComposeError(String);

/// What a mail says, in both languages.
pub(super) struct Words {
    pub(super) french_below: String,
    pub(super) english: Vec<Block>,
    pub(super) french: Vec<Block>,
    /// What the link is, in English and in French.
    pub(super) page: [String; 2],
}

/// The message of a letter, signed where there is a signature. The same letter gives the same
/// message, but for the time in the signature.
///
/// # Errors
/// Where the recipient is not an email address.
pub fn compose(
    letter: &Letter<'_>,
    from: &Mailbox,
    signature: Option<&Signature>,
) -> Result<Outgoing, ComposeError> {
    let failed = |reason: String| ComposeError(reason);
    let to: Mailbox =
        letter.to.parse().map_err(|_| failed("the recipient is not an email address".into()))?;
    let words = words(letter.notice);
    let parts = MultiPart::alternative()
        // Else it is made up anew each time.
        .boundary(letter.id.simple().to_string())
        .singlepart(part(ContentType::TEXT_PLAIN, text(&words))?)
        .singlepart(part(ContentType::TEXT_HTML, html::page(&words))?);
    let (kind, body) = taken_apart(&parts)?;
    let mut message = MessageBuilder::new()
        .from(from.clone())
        .to(to)
        .subject(MAIL_SUBJECT)
        .date(SystemTime::from(letter.at))
        .message_id(Some(format!("<{}@{}>", letter.id, from.email.domain())))
        // RFC 3834: whoever is away does not answer a machine.
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", "en-CA, fr-CA"))
        .header(MIME_VERSION_1_0)
        .header(kind)
        .body(Body::dangerous_pre_encoded(body, ContentTransferEncoding::SevenBit))
        .map_err(|error| failed(error.to_string()))?;
    if let Some(signature) = signature {
        signature.sign(&mut message);
    }
    Ok(Outgoing {
        id: letter.id,
        due_at: letter.at,
        envelope: message.envelope().clone(),
        message: message.formatted(),
    })
}

/// Kind and body of a part, for a message that has them as its own: lettre signs a message's own
/// headers only, and the kind decides what a reader sees.
fn taken_apart(parts: &MultiPart) -> Result<(ContentType, Vec<u8>), ComposeError> {
    let failed = || ComposeError("its parts cannot be put together".into());
    let kind = parts.headers().get::<ContentType>().ok_or_else(failed)?;
    let whole = parts.formatted();
    let end = whole.windows(4).position(|bytes| bytes == b"\r\n\r\n").ok_or_else(failed)?;
    Ok((kind, whole[end + 4..].to_vec()))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn part(kind: ContentType, words: String) -> Result<SinglePart, ComposeError> {
    // The link is longer than a line of plain mail, and every relay takes this encoding.
    let body = Body::new_with_encoding(words, ContentTransferEncoding::QuotedPrintable)
        .map_err(|_| ComposeError("the text cannot be encoded".into()))?;
    Ok(SinglePart::builder().header(kind).body(body))
}

fn words(notice: &Notice) -> Words {
    let (english, french) = (&*ENGLISH, &*FRENCH);
    let page = "mail-official-page";
    Words {
        french_below: english.get("mail-french-below"),
        english: blocks(notice, english),
        french: blocks(notice, french),
        page: [english.get(page), french.get(page)],
    }
}

fn text(words: &Words) -> String {
    let mut paragraphs = vec![words.french_below.clone()];
    paragraphs.extend(words.english.iter().map(block));
    paragraphs.push(RULE.to_owned());
    paragraphs.extend(words.french.iter().map(block));
    paragraphs.push(RULE.to_owned());
    // The one link stands between nothing that belongs to one language only.
    let [english, french] = &words.page;
    paragraphs.push(format!("{english}\n{french}\n{OFFICIAL_PAGE_EN}"));
    paragraphs.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(text) | Block::Paragraph(text) => text.clone(),
        Block::Facts(facts) => {
            let lines: Vec<&str> = facts.iter().map(|Fact { line, .. }| line.as_str()).collect();
            lines.join("\n")
        }
    }
}
