//! Hosts and what they look like. A host is official by its name alone; whatever else only looks
//! official does so by letters of other alphabets, by signs that look alike, by an official name that
//! stands somewhere else in it, or by a slip of one letter.

use contract::genuine::is_unseen;
use contract::policy::{MAIL_DOMAIN, OFFICIAL_PAGE_EN};

/// The host of the official page.
pub(crate) fn official() -> &'static str {
    OFFICIAL_PAGE_EN.split('/').nth(2).unwrap_or(OFFICIAL_PAGE_EN)
}

/// The official names that are imitated: the page's host without `www`, and the mail's.
fn imitated() -> [&'static str; 2] {
    let host = official();
    [host.strip_prefix("www.").unwrap_or(host), MAIL_DOMAIN]
}

/// Hosts of the government as a whole, which are not ours but imitate nobody.
const OF_THE_GOVERNMENT: [&str; 2] = ["canada.ca", "gc.ca"];

/// Words of a host's labels that claim to be the office that writes.
const CLAIMS: [(&str, &str); 3] =
    [("canada", "canada.ca"), ("cic", MAIL_DOMAIN), ("ircc", MAIL_DOMAIN)];

/// The host of an address, in ASCII and lower case where it can be written so.
pub(crate) fn of_address(address: &str) -> Option<String> {
    let (name, host) = address.rsplit_once('@')?;
    let plain = !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control());
    (plain && !host.is_empty()).then(|| ascii(host))
}

/// Whether an address is of the programme's domain: after its last `@` stands that and nothing else.
pub(crate) fn is_ours(address: &str) -> bool {
    of_address(address).is_some_and(|host| host == MAIL_DOMAIN)
}

/// A host in ASCII and lower case, or as it is in lower case.
pub(crate) fn ascii(host: &str) -> String {
    // As it is typed, not as it could be understood: nothing is mapped away that a reader sees.
    if host.is_ascii() {
        return host.to_ascii_lowercase();
    }
    idna::domain_to_ascii(host).unwrap_or_else(|_| host.to_lowercase())
}

/// A host as it is shown.
pub(crate) fn shown(host: &str) -> String {
    idna::domain_to_unicode(host).0
}

/// Whether a host is another one below it, or itself.
pub(crate) fn is_under(host: &str, above: &str) -> bool {
    host == above || host.strip_suffix(above).is_some_and(|rest| rest.ends_with('.'))
}

/// Whether a label of a host is written in letters outside of ASCII.
pub(crate) fn is_punycode(host: &str) -> bool {
    host.split('.').any(|label| label.starts_with("xn--"))
}

/// Which official name a host looks like without being of it, if any.
pub(crate) fn imitates(host: &str) -> Option<&'static str> {
    let host = host.trim_end_matches('.');
    let plain = skeleton(&shown(host));
    if OF_THE_GOVERNMENT.iter().any(|above| is_under(host, above)) {
        // Nobody else has hosts there, but a sender can be made up.
        let like = |name: &&str| host != *name && plain == skeleton(name);
        return imitated().into_iter().find(like);
    }
    let glued = plain.replace('.', "-");
    for name in imitated() {
        let like = skeleton(name);
        let inside = format!(".{plain}.").contains(&format!(".{like}."));
        let by_hyphens = format!("-{glued}-").contains(&format!("-{}-", like.replace('.', "-")));
        let labels: Vec<&str> = plain.split('.').collect();
        let last = labels.len().saturating_sub(like.split('.').count());
        let end = labels.get(last..).unwrap_or_default().join(".");
        if inside || by_hyphens || is_a_slip(&end, &like) {
            return Some(name);
        }
    }
    let claims = |word: &str| plain.split(['.', '-']).any(|part| part == skeleton(word));
    CLAIMS.iter().find(|(word, _)| claims(word)).map(|(_, like)| *like)
}

/// Whether the letters of one label are of several alphabets.
pub(crate) fn mixes_scripts(host: &str) -> bool {
    shown(host).split('.').any(|label| {
        let mut scripts = label.chars().filter_map(script);
        scripts.next().is_some_and(|first| scripts.any(|other| other != first))
    })
}

#[derive(PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Other,
}

fn script(c: char) -> Option<Script> {
    if !c.is_alphabetic() {
        return None;
    }
    Some(match c {
        'a'..='z'
        | 'A'..='Z'
        | '\u{c0}'..='\u{24f}'
        | '\u{250}'..='\u{2af}'
        | '\u{1e00}'..='\u{1eff}' => Script::Latin,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{530}'..='\u{58f}' => Script::Armenian,
        _ => Script::Other,
    })
}

/// What text looks like at a glance: signs that are taken for one another become one.
pub(crate) fn skeleton(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    let joined = seen.to_lowercase().replace("rn", "m").replace("vv", "w").replace("cl", "d");
    joined.chars().filter_map(plain).collect()
}

fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36f}' => return None,
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'а' | 'α' | 'ɑ' | '@' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' | 'с' | 'ϲ' | 'ƈ' => 'c',
        'ď' | 'đ' | 'ḍ' | 'ԁ' | 'ɗ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'е' | 'ё' | 'є' | 'ε' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ɡ' | 'ց' | '9' => 'g',
        'ì'..='ï'
        | 'ĩ'
        | 'ī'
        | 'į'
        | 'ı'
        | 'і'
        | 'ї'
        | 'ι'
        | 'ɩ'
        | 'ӏ'
        | 'ǀ'
        | 'l'
        | 'ł'
        | 'ĺ'
        | 'ļ'
        | 'ľ'
        | '1'
        | '|' => 'i',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ṇ' | 'п' | 'ո' | 'η' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'о' | 'ο' | 'σ' | 'օ' | '0' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' | 'ś' | 'ŝ' | 'ş' | 'š' | '5' => 's',
        'ù'..='ü' | 'ū' | 'ŭ' | 'ů' | 'υ' | 'ս' => 'u',
        'ѵ' | 'ν' => 'v',
        'ŵ' | 'ѡ' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'ý' | 'ÿ' | 'у' | 'γ' => 'y',
        '‐'..='―' | '−' | '﹣' | '－' => '-',
        '．' | '。' | '․' => '.',
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c).to_ascii_lowercase(),
        other => other,
    })
}

/// Whether two texts differ in exactly one letter that is another, missing, or too many, or in two
/// that changed places.
fn is_a_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (a, b) = (&one[same..], &other[same..]);
    match (a, b) {
        ([], []) => false,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, rest @ ..], whole) | (whole, [_, rest @ ..]) if rest == whole => true,
        ([a, b, rest @ ..], [c, d, more @ ..]) => a == d && b == c && rest == more,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_official_is_told_from_what_is() {
        for (host, like) in [
            ("cic.gc.ca.evil.example", MAIL_DOMAIN),
            ("c1c.gc.ca", MAIL_DOMAIN),
            ("cic.qc.ca", MAIL_DOMAIN),
            ("cic-gc.ca", MAIL_DOMAIN),
            ("cic.gc.co", MAIL_DOMAIN),
            ("cic-gc-ca.example", MAIL_DOMAIN),
            ("ircc-portal.example", MAIL_DOMAIN),
            ("xn--ic-nmc.gc.ca", MAIL_DOMAIN),
            ("www.canada.ca.evil.example", "canada.ca"),
            ("www.canada-ca.example", "canada.ca"),
            ("canacla.ca", "canada.ca"),
            ("www.canada.com", "canada.ca"),
            ("canda.ca", "canada.ca"),
            ("cnaada.ca", "canada.ca"),
            ("www.xn--cnada-4ve.ca", "canada.ca"),
        ] {
            assert_eq!(imitates(host), Some(like), "{host} shows {}", shown(host));
        }
        for host in [
            "cic.gc.ca",
            "www.canada.ca",
            "ised-isde.canada.ca",
            "tc.gc.ca",
            "example.org",
            "aircanada.com",
            "circus.example",
        ] {
            assert_eq!(imitates(host), None, "{host}");
        }
    }

    #[test]
    fn an_address_is_ours_by_what_follows_its_last_at() {
        for ours in ["a@cic.gc.ca", "A.B@CIC.GC.CA", "\"a@b\"@cic.gc.ca"] {
            assert!(is_ours(ours), "{ours}");
        }
        for other in [
            "@cic.gc.ca",
            "a@cic.gc.ca.",
            "a@x.cic.gc.ca",
            "a@xcic.gc.ca",
            "a@cic.gc.ca@b.example",
            "a@cic.gc.ca ",
            "a@\u{441}ic.gc.ca",
            "a b@cic.gc.ca",
            "cic.gc.ca",
        ] {
            assert!(!is_ours(other), "{other}");
        }
    }

    #[test]
    fn alphabets_are_told_apart_within_a_label() {
        assert!(mixes_scripts("xn--cnada-4ve.ca"));
        assert!(!mixes_scripts("xn--e1afmkfd.ca"));
        assert!(!mixes_scripts("www.canada.ca"));
    }
}
