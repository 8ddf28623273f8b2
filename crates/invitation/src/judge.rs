//! All that is told of an email: the four criteria, and what else was seen.

use crate::mail::Mail;
use crate::{authentication, hosts, languages, links, sender, subject};
use contract::genuine::{Evidence, Findings, LookedAt, Seen, Sign, is_unseen};

/// An answer with its reasons.
pub(crate) type Answer = (Seen, Vec<Evidence>);

/// Everything that is told of an email.
pub(crate) fn judge(mail: &Mail) -> Findings {
    let mut link = links::judge(mail);
    let mut from = sender::judge(mail);
    if let Some(around) = &mail.around {
        beside_another(&mut from, &mut link, around);
    }
    let answers = [from, languages::judge(mail), subject::judge(mail), link];
    Findings::of(mail.looked_at, answers, observations(mail))
}

/// What was attached to another email can be of that one's making: it is not more than perhaps. And
/// what that one leads to is in front of the reader as well.
fn beside_another(from: &mut Answer, link: &mut Answer, around: &Mail) {
    let by = around.from.first().map_or("", |from| from.address.as_str());
    from.0 = from.0.and(Seen::CannotTell);
    from.1.push(Evidence::new(Sign::PassedOn).with("address", by));
    let (seen, evidence) = links::judge(around);
    let telling = |evidence: &Evidence| {
        !evidence.sign.speaks_for() && !matches!(evidence.sign, Sign::LinkNone | Sign::LinkNotSeen)
    };
    let evidence: Vec<Evidence> = evidence.into_iter().filter(telling).collect();
    if seen != Seen::Yes && !evidence.is_empty() {
        link.0 = link.0.and(Seen::CannotTell);
        link.1.extend(evidence);
    }
}

fn observations(mail: &Mail) -> Vec<Evidence> {
    let mut seen = Vec::new();
    if let Some(around) = &mail.around {
        let by = around.from.first().map_or("", |from| from.address.as_str());
        seen.push(Evidence::new(Sign::WasAttached).with("address", by));
    }
    let pages = || mail.views.iter().flat_map(|view| &view.pages);
    let hidden: Vec<&str> = pages().map(|page| page.hidden.trim()).collect();
    if let Some(text) = hidden.into_iter().find(|text| text.chars().any(char::is_alphanumeric)) {
        seen.push(Evidence::new(Sign::HiddenText).with("text", text));
    }
    seen.extend(characters(mail));
    if let Some(host) = pages().flat_map(|page| &page.pictures).next() {
        seen.push(Evidence::new(Sign::RemotePictures).with("host", host));
    }
    seen.extend(mail.noted.iter().cloned());
    if mail.looked_at == LookedAt::Message {
        for to in &mail.return_path {
            if !to.address.is_empty() && !hosts::is_ours(&to.address) {
                seen.push(Evidence::new(Sign::ReturnElsewhere).with("address", &to.address));
            }
        }
        seen.extend(authentication::told(mail));
    }
    seen.dedup();
    seen
}

/// Characters that nobody sees, wherever somebody reads: they part words that filters look for, and
/// show an address from its end.
fn characters(mail: &Mail) -> Vec<Evidence> {
    let names = mail.from.iter().map(|from| from.name.as_str());
    let words = mail.subjects.iter().map(String::as_str).chain(names);
    let all: String = words.map(str::to_owned).chain([mail.visible()]).collect();
    let is_turning = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let unseen = all.chars().filter(|c| is_unseen(*c) && !c.is_control()).count();
    let mut told = Vec::new();
    if unseen > 0 {
        told.push(Evidence::new(Sign::UnseenCharacters).counting("count", unseen));
    }
    if all.chars().any(is_turning) {
        told.push(Evidence::new(Sign::TurnedText));
    }
    told
}
