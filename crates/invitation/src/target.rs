//! Where one link leads: to the official page, written as the portal writes it, or anywhere else.

use crate::hosts;
use crate::sender::both;
use contract::genuine::{Evidence, Seen, Sign};
use contract::policy::{OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR};
use percent_encoding::percent_decode_str;
use url::{Host, ParseError, Url};

/// Hosts that mail providers send their users through, by the end of their name, with a note of where
/// the link went to before.
const REWRITERS: [&str; 3] =
    ["safelinks.protection.outlook.com", "urldefense.com", "urldefense.proofpoint.com"];

/// Hosts that shorten addresses.
const SHORTENERS: [&str; 24] = [
    "bit.ly",
    "bitly.com",
    "buff.ly",
    "cutt.ly",
    "goo.gl",
    "is.gd",
    "lnkd.in",
    "ow.ly",
    "qr.io",
    "rb.gy",
    "rebrand.ly",
    "s.id",
    "short.gy",
    "shorturl.at",
    "surl.li",
    "t.co",
    "t.ly",
    "t.me",
    "tiny.cc",
    "tinyurl.com",
    "tr.ee",
    "urlz.fr",
    "v.gd",
    "we.tl",
];

/// An answer about one link; nothing where it leads nowhere.
pub(crate) type Told = Option<(Seen, Vec<Evidence>)>;

/// Where a link leads. `as_text` is one that is only written, which programs make a link of.
pub(crate) fn told(address: &str, as_text: bool) -> Told {
    let address = address.trim();
    if address.is_empty() || address.starts_with('#') || is_within(address) {
        return None;
    }
    let whole = if as_text && !address.contains("://") {
        format!("https://{address}")
    } else {
        address.to_owned()
    };
    match Url::parse(&whole) {
        Ok(url) => Some(of(&url, &whole, true)),
        Err(ParseError::RelativeUrlWithoutBase) if whole.starts_with("//") => {
            let url = Url::parse(&format!("https:{whole}")).ok()?;
            Some(of(&url, &whole, true))
        }
        Err(_) => {
            let evidence = Evidence::new(Sign::LinkUnreadable).with("address", address);
            Some((Seen::CannotTell, vec![evidence]))
        }
    }
}

/// Parts of the email itself.
fn is_within(address: &str) -> bool {
    address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("cid:"))
}

/// Whether an address is that of the official page, in one form or another.
fn of(url: &Url, written: &str, outermost: bool) -> (Seen, Vec<Evidence>) {
    let no = |evidence: Evidence| (Seen::No, vec![evidence]);
    match url.scheme() {
        "https" | "http" => {}
        "mailto" => {
            let to = url.path();
            let seen = if hosts::is_ours(to) { Seen::CannotTell } else { Seen::No };
            return (seen, vec![Evidence::new(Sign::LinkWritesMail).with("address", to)]);
        }
        other => return no(Evidence::new(Sign::LinkOtherKind).with("scheme", other)),
    }
    let host = match url.host() {
        Some(Host::Domain(host)) => host.trim_end_matches('.').to_owned(),
        Some(number) => {
            return no(Evidence::new(Sign::LinkNumber).with("host", &number.to_string()));
        }
        None => return no(Evidence::new(Sign::LinkUnreadable).with("address", written)),
    };
    if !url.username().is_empty() || url.password().is_some() {
        let before = percent_decode_str(url.username()).decode_utf8_lossy();
        let evidence = Evidence::new(Sign::LinkUserinfo).with("shown", &before);
        return no(evidence.with("host", &both(&host, &hosts::shown(&host))));
    }
    if host == hosts::official() {
        return on_the_official_host(url, written);
    }
    elsewhere(url, &host, outermost)
}

fn on_the_official_host(url: &Url, written: &str) -> (Seen, Vec<Evidence>) {
    let one = |seen, sign| (seen, vec![Evidence::new(sign).with("address", written)]);
    let path = percent_decode_str(url.path()).decode_utf8_lossy();
    let is_the_page = |page: &str| page.splitn(4, '/').nth(3) == path.strip_prefix('/');
    if ![OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR].into_iter().any(is_the_page) {
        return one(Seen::No, Sign::LinkOtherPage);
    }
    if url.port().is_some() {
        return one(Seen::No, Sign::LinkPort);
    }
    if url.scheme() != "https" {
        // Whoever carries it may send the reader elsewhere.
        return one(Seen::No, Sign::LinkNotSecure);
    }
    if [OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR].iter().any(|page| is_written_as(written, page)) {
        return one(Seen::Yes, Sign::LinkOfficial);
    }
    // It leads there, but by a way of writing that hides more often than it helps.
    one(Seen::CannotTell, Sign::LinkOddForm)
}

/// The same letters, but for the case of scheme and host, which no browser minds.
fn is_written_as(written: &str, page: &str) -> bool {
    let host_ends = page.match_indices('/').nth(2).map_or(page.len(), |(at, _)| at);
    let (start, rest) = page.split_at(host_ends);
    written.get(..host_ends).is_some_and(|written| written.eq_ignore_ascii_case(start))
        && written.get(host_ends..) == Some(rest)
}

fn elsewhere(url: &Url, host: &str, outermost: bool) -> (Seen, Vec<Evidence>) {
    if let Some(inner) = rewritten(url, host)
        && outermost
        && let Ok(inner_url) = Url::parse(&inner)
    {
        let (seen, evidence) = of(&inner_url, &inner, false);
        let by = Evidence::new(Sign::LinkRewritten).with("host", host);
        return (seen.and(Seen::CannotTell), [vec![by], evidence].concat());
    }
    let shown = hosts::shown(host);
    let mut told = Vec::new();
    if let Some(like) = hosts::imitates(host) {
        let evidence = Evidence::new(Sign::LinkLookalike).with("host", &both(host, &shown));
        told.push(evidence.with("like", like));
    }
    let foreign = |sign| Evidence::new(sign).with("host", host).with("shown", &shown);
    if hosts::mixes_scripts(host) {
        told.push(foreign(Sign::LinkMixedScripts));
    } else if hosts::is_punycode(host) {
        told.push(foreign(Sign::LinkPunycode));
    }
    if SHORTENERS.iter().any(|short| hosts::is_under(host, short)) {
        told.push(Evidence::new(Sign::LinkShortened).with("host", host));
    } else if let Some(to) = redirected(url) {
        told.push(Evidence::new(Sign::LinkRedirects).with("host", host).with("to", &to));
    }
    if told.is_empty() {
        let evidence = Evidence::new(Sign::LinkElsewhere).with("host", host);
        told.push(evidence.with("address", url.as_str()));
    }
    (Seen::No, told)
}

/// Where a link went before a mail provider changed it.
fn rewritten(url: &Url, host: &str) -> Option<String> {
    if !REWRITERS.iter().any(|rewriter| hosts::is_under(host, rewriter)) {
        return None;
    }
    if let Some(rest) = url.path().strip_prefix("/v3/__") {
        let inner = rest.split("__;").next().unwrap_or(rest);
        // The path's two slashes may have become one on the way.
        let inner =
            if inner.contains("://") { inner.to_owned() } else { inner.replacen(":/", "://", 1) };
        return Some(inner);
    }
    let inner = url.query_pairs().find(|(name, _)| name == "url" || name == "u")?.1.into_owned();
    if inner.contains("://") {
        return Some(inner);
    }
    // An older form writes `-3A` for a colon and `_` for a slash.
    let plain = inner.replace('_', "/").replace("-3A", ":").replace("-2D", "-").replace("-2E", ".");
    Some(plain)
}

/// Where a host sends its visitors on to, by what stands in the address.
fn redirected(url: &Url) -> Option<String> {
    let in_query = url.query_pairs().map(|(_, value)| value.into_owned());
    let in_path = percent_decode_str(url.path()).decode_utf8_lossy().into_owned();
    let mut all = in_query.chain([in_path]);
    all.find_map(|value| {
        let at =
            value.find("://").map(|at| value[..at].rfind(|c: char| !c.is_ascii_alphabetic()))?;
        let from = at.map_or(0, |at| at + value[at..].chars().next().map_or(1, char::len_utf8));
        value.get(from..).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(address: &str) -> (Seen, Sign) {
        let (seen, evidence) = told(address, false).expect("it leads somewhere");
        (seen, evidence[0].sign)
    }

    #[test]
    fn only_the_official_page_as_it_is_written_is_official() {
        let page = OFFICIAL_PAGE_EN;
        let path = page.trim_start_matches("https://www.canada.ca");
        for address in [
            page,
            OFFICIAL_PAGE_FR,
            &format!("  {page}\n"),
            &page.replacen("https://www.canada.ca", "HTTPS://WWW.Canada.CA", 1),
        ] {
            assert_eq!(sign(address), (Seen::Yes, Sign::LinkOfficial), "{address}");
        }
        for (address, expected) in [
            (page.replace("https", "http"), Sign::LinkNotSecure),
            (page.replace(".ca/", ".ca:8443/"), Sign::LinkPort),
            (page.replace(".html", ""), Sign::LinkOtherPage),
            (page.replace("/en/", "/EN/"), Sign::LinkOtherPage),
            (format!("https://www.canada.ca{}", "/en.html"), Sign::LinkOtherPage),
            (format!("https://www.canada.ca@evil.example{path}"), Sign::LinkUserinfo),
            (format!("https://www.canada.ca:x@evil.example{path}"), Sign::LinkUserinfo),
            (format!("https://a@www.canada.ca{path}"), Sign::LinkUserinfo),
            (format!("https://canada.ca.evil.example{path}"), Sign::LinkLookalike),
            (format!("https://c\u{430}nada.ca{path}"), Sign::LinkLookalike),
            (format!("https://evil.example{path}"), Sign::LinkElsewhere),
            (format!("https://canada.ca{path}"), Sign::LinkElsewhere),
            ("https://пример.example/".into(), Sign::LinkPunycode),
            ("https://pаypal.example/".into(), Sign::LinkMixedScripts),
            ("https://203.0.113.9/pr".into(), Sign::LinkNumber),
            ("https://0xcb007109/pr".into(), Sign::LinkNumber),
            ("https://[2001:db8::1]/".into(), Sign::LinkNumber),
            ("https://bit.ly/3x".into(), Sign::LinkShortened),
            (format!("https://click.example/?u={page}"), Sign::LinkRedirects),
            (format!("https://click.example/to/{page}"), Sign::LinkRedirects),
            ("mailto:help@evil.example".into(), Sign::LinkWritesMail),
            ("tel:+15550100".into(), Sign::LinkOtherKind),
            ("javascript:alert(1)".into(), Sign::LinkOtherKind),
            ("data:text/html,x".into(), Sign::LinkOtherKind),
        ] {
            assert_eq!(sign(&address), (Seen::No, expected), "{address}");
        }
        for address in [
            page.replace(".ca/", ".ca./"),
            page.replace("/pr-", "/%70r-"),
            format!("{page}?utm_source=mail"),
            format!("{page}#top"),
            page.replace("/en/", "/x/../en/"),
            page.replace("//", "\\\\"),
        ] {
            assert_eq!(sign(&address), (Seen::CannotTell, Sign::LinkOddForm), "{address}");
        }
        assert_eq!(sign("/en/x"), (Seen::CannotTell, Sign::LinkUnreadable));
        assert!(told("#top", false).is_none() && told("cid:a@b", false).is_none());
    }

    #[test]
    fn what_a_provider_rewrote_is_not_more_than_perhaps() {
        let page: String =
            url::form_urlencoded::byte_serialize(OFFICIAL_PAGE_EN.as_bytes()).collect();
        let safe = format!("https://can01.safelinks.protection.outlook.com/?url={page}&data=05");
        assert_eq!(sign(&safe), (Seen::CannotTell, Sign::LinkRewritten));
        let defended = format!("https://urldefense.com/v3/__{OFFICIAL_PAGE_EN}__;!!x");
        assert_eq!(sign(&defended), (Seen::CannotTell, Sign::LinkRewritten));
        let bad = "https://can01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example";
        assert_eq!(sign(bad), (Seen::No, Sign::LinkRewritten));
        let own =
            "https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fa.example";
        assert_eq!(sign(own), (Seen::No, Sign::LinkRedirects));
    }
}
