//! The sender: an address of the programme's domain, and nobody else behind it.

use crate::hosts;
use crate::judge::Answer;
use crate::mail::{Address, Mail, address_in};
use crate::subject::is_passed_on;
use contract::genuine::{Evidence, LookedAt, Seen, Sign};

/// What a sender's name claims to be, in small letters.
const OFFICES: [&str; 8] = [
    "ircc",
    "cic.gc.ca",
    "canada.ca",
    "immigration",
    "citizenship",
    "citoyenneté",
    "gouvernement du canada",
    "government of canada",
];

/// How programs name the sender in the lines above what was passed on or copied.
pub(crate) const FROM: [&str; 6] = ["from", "de", "von", "expéditeur", "发件人", "寄件人"];

/// No more lines than these are read for what was passed on.
const MOST_LINES: usize = 400;

/// The answer.
pub(crate) fn judge(mail: &Mail) -> Answer {
    let (mut seen, mut evidence) = named(mail);
    for to in &mail.reply_to {
        // Whoever answers writes to that address and not to the sender's.
        if !to.address.is_empty() && !hosts::is_ours(&to.address) {
            seen = Seen::No;
            evidence.push(Evidence::new(Sign::ReplyElsewhere).with("address", &to.address));
        }
    }
    for by in &mail.sent_by {
        if !by.address.is_empty() && !hosts::is_ours(&by.address) {
            seen = seen.and(Seen::CannotTell);
            evidence.push(Evidence::new(Sign::SentByOther).with("address", &by.address));
        }
    }
    (seen, evidence)
}

/// By who is named.
fn named(mail: &Mail) -> Answer {
    let Some(first) = mail.from.first() else {
        let seen = if mail.looked_at == LookedAt::Message { Seen::No } else { Seen::CannotTell };
        let sign = if mail.senders > 0 { Sign::SenderUnreadable } else { Sign::SenderNotSeen };
        return (if mail.senders > 0 { Seen::CannotTell } else { seen }, vec![Evidence::new(sign)]);
    };
    if let Some(answer) = passed_on(mail, first) {
        return answer;
    }
    let (mut seen, mut evidence) = (Seen::Yes, Vec::new());
    for from in &mail.from {
        let (one, told) = of(from);
        seen = seen.and(one);
        evidence.extend(told);
    }
    if mail.senders > 1 {
        // Programs do not agree on whom of them they show.
        seen = seen.and(Seen::CannotTell);
        evidence.insert(0, Evidence::new(Sign::SendersSeveral).counting("count", mail.senders));
    }
    if mail.looked_at == LookedAt::Text && seen == Seen::Yes {
        let typed = Evidence::new(Sign::SenderInText).with("address", &first.address);
        return (Seen::CannotTell, vec![typed]);
    }
    (seen, evidence)
}

/// One sender.
fn of(from: &Address) -> Answer {
    let address = from.address.as_str();
    let Some(host) = hosts::of_address(address) else {
        let mut told = vec![Evidence::new(Sign::SenderUnreadable)];
        told.extend(imitation(from));
        let seen = if told.len() > 1 { Seen::No } else { Seen::CannotTell };
        return (seen, told);
    };
    if hosts::is_ours(address) {
        let fits = Evidence::new(Sign::SenderFits).with("address", address);
        // A name that shows an address of somebody else is not the portal's either.
        return match imitation(from) {
            None => (Seen::Yes, vec![fits]),
            Some(name) => (Seen::CannotTell, vec![fits, name]),
        };
    }
    let shown = hosts::shown(&host);
    let told = match hosts::imitates(&host) {
        Some(like) => Evidence::new(Sign::SenderLookalike).with("like", like),
        None => Evidence::new(Sign::SenderElsewhere),
    };
    let mut told = vec![told.with("address", address).with("host", &both(&host, &shown))];
    told.extend(imitation(from));
    (Seen::No, told)
}

/// A host with what it shows, where that is something else.
pub(crate) fn both(host: &str, shown: &str) -> String {
    if host == shown { host.to_owned() } else { format!("{host} ({shown})") }
}

/// A name that shows an address, or claims an office, that the address is not of.
fn imitation(from: &Address) -> Option<Evidence> {
    let told = || {
        let evidence = Evidence::new(Sign::NameImitates).with("name", &from.name);
        Some(evidence.with("address", &from.address))
    };
    let ours = hosts::is_ours(&from.address);
    if let Some(inside) = address_in(&from.name) {
        let same = inside.address.eq_ignore_ascii_case(&from.address);
        return if same || (ours && hosts::is_ours(&inside.address)) { None } else { told() };
    }
    let name = from.name.to_lowercase();
    let plain = hosts::skeleton(&from.name);
    let claims = OFFICES.iter().any(|office| {
        name.contains(office)
            || plain.split_whitespace().any(|word| word == hosts::skeleton(office))
    });
    if !ours && claims { told() } else { None }
}

/// An email that somebody passed on in their own name: whom it came from stands in its text only.
fn passed_on(mail: &Mail, by: &Address) -> Option<Answer> {
    let said = mail.subjects.first().is_some_and(|subject| is_passed_on(subject));
    if !said || mail.looked_at != LookedAt::Message || hosts::is_ours(&by.address) {
        return None;
    }
    let text = mail.visible();
    let inner = text.lines().take(MOST_LINES).find_map(|line| labelled(line, &FROM))?;
    let inner = address_in(&inner)?;
    let passed = Evidence::new(Sign::PassedOn).with("address", &by.address);
    if hosts::is_ours(&inner.address) {
        let typed = Evidence::new(Sign::SenderInText).with("address", &inner.address);
        return Some((Seen::CannotTell, vec![passed, typed]));
    }
    let (_, told) = of(&inner);
    Some((Seen::No, [vec![passed], told].concat()))
}

/// What follows one of these labels at the start of a line.
pub(crate) fn labelled(line: &str, labels: &[&str]) -> Option<String> {
    let line = line.trim_start_matches(['>', ' ', '\t', '*', '|', '\u{a0}']);
    let (label, value) = line.split_once([':', '：'])?;
    let label = label.trim_matches([' ', '*', '\u{a0}', '\u{202f}']).to_lowercase();
    let value = value.trim_start_matches(['*', ' ', '\u{a0}']).trim();
    (labels.contains(&label.as_str()) && !value.is_empty()).then(|| value.to_owned())
}
