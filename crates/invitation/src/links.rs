//! The links of an email: all of them lead to the official page, they show where they lead, and there
//! is nothing else to open.

use crate::judge::Answer;
use crate::mail::Mail;
use crate::{hosts, target};
use contract::genuine::{Evidence, LookedAt, Seen, Sign};
use contract::policy::EMAIL_MAX_LINKS;
use std::collections::BTreeSet;

/// A link as it stands in a page or in text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Link {
    /// Where it leads.
    pub(crate) address: String,
    /// What is seen of it. The address itself where it is only written.
    pub(crate) shown: String,
    /// Whether it is only written: programs make links of what looks like an address.
    pub(crate) as_text: bool,
}

/// Most pieces of evidence that are told of links.
const MOST_TOLD: usize = 12;

/// The answer.
pub(crate) fn judge(mail: &Mail) -> Answer {
    let (links, too_many) = links_of(mail);
    let (mut seen, mut told, mut official) = (Seen::Yes, Vec::new(), BTreeSet::new());
    for link in &links {
        let Some((one, evidence)) = target::told(&link.address, link.as_text) else { continue };
        let differs = differs(link);
        if one == Seen::Yes {
            official.insert(link.address.trim().to_lowercase());
        }
        if one == Seen::Yes && differs.is_none() {
            continue;
        }
        seen = seen.and(one).and(if differs.is_some() { Seen::No } else { one });
        told.extend(differs.into_iter().chain(evidence).filter(|e| !e.sign.speaks_for()));
    }
    let mut before = BTreeSet::new();
    told.retain(|evidence| before.insert(format!("{evidence:?}")));
    // What tells against it comes first.
    told.sort_by_key(|evidence| matches!(evidence.sign, Sign::LinkOddForm | Sign::LinkUnreadable));
    told.truncate(MOST_TOLD);
    if too_many {
        seen = seen.and(Seen::CannotTell);
        told.push(Evidence::new(Sign::LinksTooMany).counting("count", EMAIL_MAX_LINKS));
    }
    if told.is_empty() {
        let (one, evidence) = without_another(mail, &official);
        seen = one;
        told = evidence;
    }
    let (more, evidence) = beside(mail);
    (seen.and(more), [told, evidence].concat())
}

/// Where nothing leads elsewhere.
fn without_another(mail: &Mail, official: &BTreeSet<String>) -> Answer {
    let copied =
        mail.looked_at == LookedAt::Text && mail.views.iter().all(|view| view.pages.is_empty());
    let Some(first) = official.first() else {
        return if mail.looked_at == LookedAt::Text || mail.damaged {
            (Seen::CannotTell, vec![Evidence::new(Sign::LinkNotSeen)])
        } else {
            // Every mail of the portal has one.
            (Seen::No, vec![Evidence::new(Sign::LinkNone)])
        };
    };
    let sign = if copied { Sign::LinkInText } else { Sign::LinkOfficial };
    let seen = if copied { Seen::CannotTell } else { Seen::Yes };
    let mut told = vec![Evidence::new(sign).with("address", first)];
    if official.len() > 1 {
        told.push(Evidence::new(Sign::SeveralLinks).counting("count", official.len()));
    }
    (seen, told)
}

/// What else there is to open.
fn beside(mail: &Mail) -> Answer {
    let pages = || mail.views.iter().flat_map(|view| &view.pages);
    let (mut seen, mut told) = (Seen::Yes, Vec::new());
    if pages().any(|page| page.asks) {
        told.push(Evidence::new(Sign::Form));
    }
    if pages().any(|page| page.active) {
        told.push(Evidence::new(Sign::ActiveContent));
    }
    for name in mail.attachments.iter().take(3) {
        told.push(Evidence::new(Sign::Attachment).with("name", name));
    }
    if !told.is_empty() {
        seen = Seen::No;
    }
    (seen, told)
}

/// Every link once, up to the limit, and whether there are more.
fn links_of(mail: &Mail) -> (BTreeSet<Link>, bool) {
    let mut links = BTreeSet::new();
    for view in &mail.views {
        let written = view.plain.iter().flat_map(|text| written(text));
        let linked = view.pages.iter().flat_map(|page| page.links.iter().cloned());
        for link in linked.chain(written) {
            if links.len() >= EMAIL_MAX_LINKS && !links.contains(&link) {
                return (links, true);
            }
            links.insert(link);
        }
    }
    let cut = mail.views.iter().flat_map(|view| &view.pages).any(|page| page.cut);
    (links, cut)
}

/// The host that a link shows, where it leads to another one.
fn differs(link: &Link) -> Option<Evidence> {
    if link.as_text {
        return None;
    }
    let url = url::Url::parse(link.address.trim()).ok()?;
    let real = url.host_str()?.trim_end_matches('.').to_lowercase();
    let shown =
        written(&link.shown).into_iter().next().map(|shown| shown.address).or_else(|| {
            // A host without anything before or behind it.
            let text = link.shown.trim();
            looks_like_a_host(text).then(|| text.to_owned())
        })?;
    let whole = if shown.contains("://") { shown } else { format!("https://{shown}") };
    let shown = url::Url::parse(&whole).ok()?.host_str()?.trim_end_matches('.').to_lowercase();
    let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
    (bare(&shown) != bare(&real)).then(|| {
        let evidence = Evidence::new(Sign::LinkTextDiffers).with("shown", &shown);
        evidence.with("host", &crate::sender::both(&real, &hosts::shown(&real)))
    })
}

/// Addresses that stand in text, of which mail programs make links.
pub(crate) fn written(text: &str) -> Vec<Link> {
    let apart =
        |c: char| c.is_whitespace() || c.is_control() || "<>\"“”«»‹›｜|（）【】。，".contains(c);
    let mut links = Vec::new();
    for word in text.split(apart) {
        if links.len() > EMAIL_MAX_LINKS {
            break;
        }
        let Some(address) = address_of(word) else { continue };
        links.push(Link { address: address.to_owned(), shown: address.to_owned(), as_text: true });
    }
    links
}

fn address_of(word: &str) -> Option<&str> {
    let small = word.to_ascii_lowercase();
    let starts =
        ["https://", "http://", "hxxps://", "www."].iter().filter_map(|start| small.find(start));
    let from = match starts.min() {
        Some(at) => at,
        None => {
            let (host, _) = word.split_once('/')?;
            let host = host.trim_start_matches(['(', '[', '\'', '‘']);
            let starts_at = word.find(host)?;
            if !looks_like_a_host(host) {
                return None;
            }
            starts_at
        }
    };
    let address = word.get(from..)?;
    let address = address.trim_end_matches(|c: char| ".,;:!?'’‘*_]…".contains(c));
    let closed = address.matches('(').count() >= address.matches(')').count();
    let address = if closed { address } else { address.trim_end_matches(')') };
    (address.len() > 4).then_some(address)
}

/// Labels with dots between, the last one of letters: `canada.ca`, not `3.5` and not `e.g`.
fn looks_like_a_host(text: &str) -> bool {
    let label =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let Some((before, last)) = text.rsplit_once('.') else { return false };
    text.len() <= 253
        && before.split('.').all(label)
        && last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(text: &str) -> Vec<String> {
        written(text).into_iter().map(|link| link.address).collect()
    }

    #[test]
    fn addresses_are_found_in_text() {
        assert_eq!(
            addresses("See https://a.example/x(y), (www.b.example) or <http://c.example/>."),
            ["https://a.example/x(y)", "www.b.example", "http://c.example/"]
        );
        assert_eq!(addresses("Go to canada.ca/en/pr now"), ["canada.ca/en/pr"]);
        assert_eq!(addresses("and/or 1.5/2 e.g./x a@cic.gc.ca"), [""; 0]);
        assert_eq!(addresses("访问https://evil.example/路径。谢谢"), ["https://evil.example/路径"]);
    }

    #[test]
    fn what_is_shown_is_held_against_where_it_leads() {
        let link = |address: &str, shown: &str| Link {
            address: address.into(),
            shown: shown.into(),
            as_text: false,
        };
        assert!(differs(&link("https://evil.example/", "https://www.canada.ca/en")).is_some());
        assert!(differs(&link("https://evil.example/", "canada.ca")).is_some());
        assert!(differs(&link("https://evil.example/", "Sign in")).is_none());
        assert!(differs(&link("https://www.canada.ca/en", "canada.ca/en")).is_none());
    }
}
