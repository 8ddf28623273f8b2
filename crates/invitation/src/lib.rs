//! Is this email really from the portal? A message's bytes, text that was copied out of one, or
//! answers given by hand go in; what is seen of the four criteria and whatever else comes out
//! (`contract::genuine`).
//!
//! Pure: no files, no network, no clock. It never asks anybody whether a host exists or a signature
//! holds, so it tells what a message shows and not who wrote it. Everything is bounded: what is too
//! large or too deep is not looked at, and says so.

mod authentication;
mod hosts;
mod html;
mod judge;
mod languages;
mod links;
mod mail;
mod message;
mod sender;
mod subject;
mod target;
mod text;

use contract::genuine::{Evidence, Findings, LookedAt, Seen, Sign};
use contract::policy::EMAIL_MAX_BYTES;

/// What a message shows, as it was sent: a saved file (`.eml`), or its source.
#[must_use]
pub fn check_message(bytes: &[u8]) -> Findings {
    let looked_at = LookedAt::Message;
    if let Some(sign) = not_looked_at(bytes) {
        return nothing_seen(looked_at, sign);
    }
    match message::read(bytes) {
        Ok(mail) => judge::judge(&mail),
        Err(sign) => nothing_seen(looked_at, sign),
    }
}

/// What text shows that was copied out of a mail program, with or without the lines above the text
/// (sender, subject). The whole source of a message is looked at as one.
#[must_use]
pub fn check_text(pasted: &str) -> Findings {
    if let Some(sign) = not_looked_at(pasted.as_bytes()) {
        return nothing_seen(LookedAt::Text, sign);
    }
    if text::is_source(pasted) {
        return check_message(pasted.trim_start().as_bytes());
    }
    judge::judge(&text::read(pasted))
}

/// What answers come to that somebody gave by hand, one for each criterion in the order of
/// `Criterion::ALL`.
#[must_use]
pub fn by_hand(answers: [Seen; 4]) -> Findings {
    Findings::of(LookedAt::Answers, answers.map(|seen| (seen, Vec::new())), Vec::new())
}

/// Why nothing is looked at.
fn not_looked_at(bytes: &[u8]) -> Option<Sign> {
    if bytes.len() > EMAIL_MAX_BYTES {
        Some(Sign::TooLarge)
    } else if bytes.iter().all(u8::is_ascii_whitespace) {
        Some(Sign::Empty)
    } else {
        None
    }
}

fn nothing_seen(looked_at: LookedAt, why: Sign) -> Findings {
    let mut why = Evidence::new(why);
    if why.sign == Sign::TooLarge {
        why = why.counting("megabytes", EMAIL_MAX_BYTES / (1024 * 1024));
    }
    let unseen = [const { (Seen::CannotTell, Vec::new()) }; 4];
    Findings::of(looked_at, unseen, vec![why])
}
