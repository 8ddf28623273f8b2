//! What the mailbox provider is said to have found of the sender (`Authentication-Results`, RFC
//! 8601). Evidence and no more: whoever writes a file can write that line as well.

use crate::hosts;
use crate::mail::Mail;
use contract::genuine::{Evidence, Sign};
use contract::policy::MAIL_DOMAIN;
use std::collections::BTreeSet;

/// Most lines that are read.
const MOST: usize = 20;

/// What is told of it.
pub(crate) fn told(mail: &Mail) -> Vec<Evidence> {
    // A provider writes in its own name: in ours nobody does who delivers mail to others.
    let all: Vec<Results> =
        mail.authentication.iter().take(MOST).map(|line| results(line)).collect();
    let others: Vec<&Results> =
        all.iter().filter(|found| !found.by.is_empty() && !is_official(&found.by)).collect();
    let Some(found) = others.iter().find(|found| found.verdict.is_some()) else {
        return vec![Evidence::new(Sign::AuthenticationMissing)];
    };
    let sign = match &found.verdict {
        Some(Verdict::Failed) => Sign::AuthenticationFailed,
        _ if found.domain == MAIL_DOMAIN => Sign::AuthenticationPassed,
        _ => Sign::AuthenticationOfOther,
    };
    let mut told = vec![Evidence::new(sign).with("by", &found.by).with("domain", &found.domain)];
    let names: BTreeSet<&str> = all.iter().map(|found| found.by.as_str()).collect();
    if names.len() > 1 {
        told.push(Evidence::new(Sign::AuthenticationSeveral).counting("count", names.len()));
    }
    told
}

fn is_official(by: &str) -> bool {
    ["canada.ca", "gc.ca"].iter().any(|above| hosts::is_under(by, above))
}

enum Verdict {
    Passed,
    Failed,
}

/// What one line says.
struct Results {
    by: String,
    verdict: Option<Verdict>,
    domain: String,
}

/// DMARC decides where it is told, since it is about the address that is read; else the signature.
fn results(line: &str) -> Results {
    let line = without_comments(line);
    let mut parts = line.split(';');
    let by = parts.next().unwrap_or_default().split_whitespace().next().unwrap_or_default();
    let by = by.to_ascii_lowercase();
    let (mut dmarc, mut dkim) = (None, None);
    for part in parts.take(MOST) {
        let mut words = part.split_whitespace();
        let Some((method, result)) = words.next().and_then(|word| word.split_once('=')) else {
            continue;
        };
        let about = |names: &[&str]| {
            let mut pairs = part.split_whitespace().filter_map(|word| word.split_once('='));
            let found = pairs.find(|(name, _)| names.iter().any(|n| name.eq_ignore_ascii_case(n)));
            let domain = found.map_or("", |(_, value)| value);
            let domain = domain.rsplit('@').next().unwrap_or(domain);
            domain.trim_matches(['"', '.']).to_ascii_lowercase()
        };
        let verdict = match result.to_ascii_lowercase().as_str() {
            "pass" => Verdict::Passed,
            "fail" | "permerror" | "policy" => Verdict::Failed,
            _ => continue,
        };
        if method.eq_ignore_ascii_case("dmarc") && dmarc.is_none() {
            dmarc = Some((verdict, about(&["header.from"])));
        } else if method.eq_ignore_ascii_case("dkim") {
            let domain = about(&["header.d", "header.i"]);
            // Of several signatures that of the programme tells.
            if dkim.is_none() || domain == MAIL_DOMAIN {
                dkim = Some((verdict, domain));
            }
        }
    }
    let (verdict, domain) = dmarc.or(dkim).map_or((None, String::new()), |(v, d)| (Some(v), d));
    Results { by, verdict, domain }
}

/// Without what stands in round brackets, which is for people.
fn without_comments(line: &str) -> String {
    let mut depth = 0usize;
    let mut kept = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}
