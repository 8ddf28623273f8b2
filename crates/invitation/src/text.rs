//! Text that was copied out of a mail program: often with a few lines above it that name the sender
//! and the subject, and without what its links lead to.

use crate::html;
use crate::mail::{Mail, View, address_in};
use crate::sender::{FROM, labelled};
use contract::genuine::LookedAt;
use contract::policy::MAIL_SUBJECT;

/// The lines above the text are among the first of these.
const FIRST_LINES: usize = 30;

const SUBJECT: [&str; 5] = ["subject", "objet", "sujet", "主题", "主旨"];
const REPLY_TO: [&str; 5] = ["reply-to", "reply to", "répondre à", "回复至", "回复到"];

/// Headers that only the source of a message shows.
const OF_A_SOURCE: [&str; 9] = [
    "received",
    "return-path",
    "delivered-to",
    "mime-version",
    "content-type",
    "message-id",
    "dkim-signature",
    "authentication-results",
    "arc-seal",
];

/// Whether text is the whole source of a message, which begins with its headers.
pub(crate) fn is_source(pasted: &str) -> bool {
    let headers = pasted.trim_start().lines().take_while(|line| !line.trim().is_empty());
    let names: Vec<String> = headers
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap_or_default().to_ascii_lowercase())
        .collect();
    let is_name = |name: &String| !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic());
    names.iter().all(is_name)
        && names.iter().filter(|name| OF_A_SOURCE.contains(&name.as_str())).count() >= 2
}

/// Takes copied text apart.
pub(crate) fn read(pasted: &str) -> Mail {
    let mut mail = Mail::new(LookedAt::Text);
    let is_page = pasted.contains("</") && pasted.to_ascii_lowercase().contains("href");
    let view = if is_page {
        View { plain: Vec::new(), pages: vec![html::read(pasted)] }
    } else {
        View { plain: vec![pasted.to_owned()], pages: Vec::new() }
    };
    let seen = view.visible();
    mail.views.push(view);
    let first = || seen.lines().take(FIRST_LINES);
    let labelled = |labels: &[&str]| first().find_map(|line| labelled(line, labels));
    if let Some(from) = labelled(&FROM) {
        // A program may have shown the name alone.
        mail.from.extend(address_in(&from));
        mail.senders = 1;
    }
    mail.reply_to.extend(labelled(&REPLY_TO).and_then(|to| address_in(&to)));
    let bare = || first().map(str::trim).find(|line| line.contains(MAIL_SUBJECT));
    let subject = labelled(&SUBJECT).or_else(|| bare().map(str::to_owned));
    mail.subjects.extend(subject);
    mail
}
