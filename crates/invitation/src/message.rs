//! A message as it was sent (RFC 5322, MIME), taken apart. Emails within it are not read by the MIME
//! parser, which would follow them however deep they lie, but here and to a limit.

use crate::html;
use crate::mail::{Address, Mail, View, address_in};
use crate::subject::one_space;
use contract::genuine::{Evidence, LookedAt, Sign};
use contract::policy::{EMAIL_MAX_DEPTH, EMAIL_MAX_PARTS};
use mail_parser::{
    Header, HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders as _,
    PartType,
};
use std::borrow::Cow;

/// The most headers that are read, and of any one of them.
const MOST_HEADERS: usize = 500;
const MOST_OF_ONE: usize = 20;
/// Text in which this many characters could not be read is damaged.
const DAMAGED: usize = 3;

/// Reads a message.
///
/// # Errors
/// Why it cannot be looked at.
pub(crate) fn read(bytes: &[u8]) -> Result<Mail, Sign> {
    read_at(bytes, 0)
}

fn read_at(bytes: &[u8], depth: usize) -> Result<Mail, Sign> {
    let bytes = from_its_first_header(bytes);
    let plain = with_inner_ones_closed(&bytes);
    let message = MessageParser::default().parse(&plain).ok_or(Sign::NoEmail)?;
    let known = |header: &Header<'_>| {
        matches!(
            header.name,
            HeaderName::From
                | HeaderName::Subject
                | HeaderName::To
                | HeaderName::Date
                | HeaderName::Received
                | HeaderName::MimeVersion
                | HeaderName::ContentType
        )
    };
    if message.headers().iter().filter(|header| known(header)).count() < 2 {
        return Err(Sign::NoEmail);
    }
    if message.parts.len() > EMAIL_MAX_PARTS || message.headers().len() > MOST_HEADERS {
        return Err(Sign::TooManyParts);
    }
    let mut mail = Mail::new(LookedAt::Message);
    read_headers(&mut mail, &message, &plain);
    let inner = read_parts(&mut mail, &message);
    if breaks_off(&message, &plain) {
        mail.noted.push(Evidence::new(Sign::BreaksOff));
    }
    if depth >= EMAIL_MAX_DEPTH {
        return Ok(mail);
    }
    let several = inner.len();
    for bytes in inner.into_iter().take(MOST_OF_ONE) {
        if let Ok(mut attached) = read_at(bytes, depth + 1) {
            if several > 1 {
                let several = Evidence::new(Sign::SeveralAttached).counting("count", several);
                attached.noted.push(several);
            }
            if attached.around.is_none() {
                attached.around = Some(Box::new(mail));
            }
            return Ok(attached);
        }
    }
    Ok(mail)
}

/// Without what some programs set before the first header, and in single bytes where a program saved
/// it in two for each letter.
fn from_its_first_header(bytes: &[u8]) -> Cow<'_, [u8]> {
    let two = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> =
            bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        Cow::Owned(String::from_utf16_lossy(&units).into_bytes())
    };
    match bytes {
        [0xff, 0xfe, ..] => return two(u16::from_le_bytes),
        [0xfe, 0xff, ..] => return two(u16::from_be_bytes),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if bytes.starts_with(b"From ") {
        let line = bytes.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        return Cow::Borrowed(&bytes[line..]);
    }
    Cow::Borrowed(bytes)
}

/// The same bytes with another name for emails within: the same length, so that nothing moves.
fn with_inner_ones_closed(bytes: &[u8]) -> Vec<u8> {
    let mut closed = bytes.to_vec();
    let near = |at: usize, word: &[u8]| {
        let before = &bytes[at.saturating_sub(60)..at];
        before.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word))
    };
    for at in 0..bytes.len().saturating_sub(5) {
        let word = &bytes[at..at + 6];
        let is_inner = word.eq_ignore_ascii_case(b"rfc822")
            || (word.eq_ignore_ascii_case(b"global") && near(at, b"message"))
            || (word.eq_ignore_ascii_case(b"digest") && near(at, b"multipart"));
        if is_inner {
            closed[at..at + 2].copy_from_slice(b"x-");
        }
    }
    closed
}

fn read_headers(mail: &mut Mail, message: &Message<'_>, bytes: &[u8]) {
    let mut named = 0;
    for header in message.headers() {
        let raw = bytes
            .get(header.offset_start as usize..header.offset_end as usize)
            .map(String::from_utf8_lossy)
            .unwrap_or_default();
        match header.name {
            HeaderName::From => {
                let addresses = addresses(&header.value, &raw);
                named += 1;
                mail.senders = mail.senders.max(addresses.len()).max(at_signs(&raw)).max(named);
                extend(&mut mail.from, addresses);
            }
            HeaderName::ReplyTo => extend(&mut mail.reply_to, addresses(&header.value, &raw)),
            HeaderName::Sender => extend(&mut mail.sent_by, addresses(&header.value, &raw)),
            HeaderName::ReturnPath => {
                extend(&mut mail.return_path, address_in(&raw).into_iter().collect());
            }
            HeaderName::Subject => {
                let subject = header.value.as_text().unwrap_or_default();
                extend(&mut mail.subjects, vec![one_space(subject)]);
            }
            HeaderName::AuthenticationResults => {
                extend(&mut mail.authentication, vec![one_space(&raw)]);
            }
            _ => {}
        }
    }
    mail.from.retain(|from| !from.address.is_empty());
}

fn extend<T>(list: &mut Vec<T>, more: Vec<T>) {
    let room = MOST_OF_ONE.saturating_sub(list.len());
    list.extend(more.into_iter().take(room));
}

/// The addresses of a header. One that does not stand there as it is was put together out of comments
/// and encoded words, and is none that a program would write to.
fn addresses(value: &HeaderValue<'_>, raw: &str) -> Vec<Address> {
    let raw = raw.to_lowercase();
    let one = |addr: &mail_parser::Addr<'_>| {
        let address = addr.address().unwrap_or_default();
        let stands = raw.contains(&address.to_lowercase());
        Address {
            name: addr.name().unwrap_or_default().to_owned(),
            address: if stands { address.to_owned() } else { "?".to_owned() },
        }
    };
    let mut named: Vec<Address> = value
        .as_address()
        .map_or_else(Vec::new, |all| all.iter().take(MOST_OF_ONE).map(one).collect());
    if at_signs(&raw) > named.len() {
        // More than a sender and a name: whatever any program may show counts.
        let apart = |c: char| c.is_whitespace() || "<>,;\"()".contains(c);
        let words = raw.split(apart).filter(|word| word.contains('@'));
        named.extend(words.filter_map(address_in));
    }
    named
}

/// How many addresses stand in a header outside of quotation marks, comments and names: as many
/// angle brackets as hold one, or else as many as there are `@`.
fn at_signs(raw: &str) -> usize {
    let (mut quoted, mut depth, mut escaped) = (false, 0usize, false);
    let (mut brackets, mut all) = (0, 0);
    let mut inside = false;
    for c in raw.chars() {
        if escaped {
            escaped = false;
            continue;
        }
        match c {
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth = depth.saturating_sub(1),
            '<' if !quoted && depth == 0 => inside = true,
            '>' if !quoted && depth == 0 => inside = false,
            '@' if !quoted && depth == 0 => {
                all += 1;
                brackets += usize::from(inside);
            }
            _ => {}
        }
    }
    if brackets > 0 { brackets } else { all }
}

/// Takes the parts in; gives the bytes of emails that are attached.
fn read_parts<'m>(mail: &mut Mail, message: &'m Message<'_>) -> Vec<&'m [u8]> {
    let mut forms = vec![&message.text_body];
    if message.html_body != message.text_body {
        forms.push(&message.html_body);
    }
    let part = |id: &u32| message.parts.get(*id as usize);
    for ids in forms.into_iter().filter(|ids| !ids.is_empty()) {
        let mut view = View::default();
        for part in ids.iter().filter_map(part) {
            show(&mut view, part);
        }
        mail.views.push(view);
    }
    let mut inner = Vec::new();
    for part in message.attachments.iter().filter_map(part) {
        if is_email(part) {
            inner.push(part.contents());
        } else if is_text_to_read(part) {
            let mut view = View::default();
            show(&mut view, part);
            mail.views.push(view);
        } else if !is_picture_within(part) {
            extend(&mut mail.attachments, vec![name_of(part)]);
        }
    }
    if mail.views.is_empty() {
        mail.views.push(View::default());
    }
    let unread = mail.visible().chars().filter(|c| *c == '\u{fffd}').count();
    mail.damaged = unread >= DAMAGED || message.parts.iter().any(|part| part.is_encoding_problem);
    for part in &message.parts {
        let charset = part.content_type().and_then(|kind| kind.attribute("charset"));
        let Some(charset) = charset.filter(|_| part.is_text()) else { continue };
        let common = ["utf-8", "utf8", "us-ascii", "ascii"];
        if !common.iter().any(|name| charset.eq_ignore_ascii_case(name)) {
            mail.noted.push(Evidence::new(Sign::OtherCharset).with("charset", charset));
        }
    }
    inner
}

/// Adds a part to what somebody reads.
fn show(view: &mut View, part: &MessagePart<'_>) {
    match &part.body {
        PartType::Html(page) => view.pages.push(html::read(page)),
        PartType::Text(text) if subtype(part).contains("html") => view.pages.push(html::read(text)),
        PartType::Text(text) => view.plain.push(text.to_string()),
        _ => {}
    }
}

fn subtype(part: &MessagePart<'_>) -> String {
    let subtype = part.content_type().and_then(|kind| kind.subtype());
    subtype.unwrap_or_default().to_ascii_lowercase()
}

fn is_email(part: &MessagePart<'_>) -> bool {
    let kind = part.content_type();
    let is_message = kind.is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("message"))
        && ["x-c822", "x-obal"].contains(&subtype(part).as_str());
    let named =
        part.attachment_name().is_some_and(|name| name.to_ascii_lowercase().ends_with(".eml"));
    is_message || named
}

/// Another form of the text, which some programs show.
fn is_text_to_read(part: &MessagePart<'_>) -> bool {
    let attached = part.content_disposition().is_some_and(|way| way.is_attachment());
    let kind = subtype(part);
    let readable =
        kind.is_empty() || kind == "plain" || kind.contains("html") || kind == "enriched";
    part.is_text() && readable && !attached && part.attachment_name().is_none()
}

/// A picture that stands in the text.
fn is_picture_within(part: &MessagePart<'_>) -> bool {
    let picture =
        part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"));
    let attached = part.content_disposition().is_some_and(|way| way.is_attachment());
    picture && (part.content_id().is_some() || !attached)
}

/// What an attached file is called, or what kind of file it is.
fn name_of(part: &MessagePart<'_>) -> String {
    if let Some(name) = part.attachment_name() {
        return name.to_owned();
    }
    let kind = part.content_type().map_or("", |kind| kind.ctype());
    format!("{kind}/{}", subtype(part))
}

/// Whether the last boundary that was announced never came.
fn breaks_off(message: &Message<'_>, bytes: &[u8]) -> bool {
    let kind = message.parts.first().and_then(|part| part.content_type());
    let Some(boundary) = kind.and_then(|kind| kind.attribute("boundary")) else { return false };
    let end = format!("--{boundary}--");
    boundary.is_empty() || !bytes.windows(end.len()).any(|part| part == end.as_bytes())
}
