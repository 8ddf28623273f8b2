//! The languages that a browser's reader wants, from `Accept-Language` (RFC 9110, 12.5.4). Which of
//! ours answers them best is `locale`'s to say.

use axum::http::{HeaderMap, header};
use contract::Language;

/// The language of a page for this reader.
pub(super) fn wanted(headers: &HeaderMap) -> Language {
    let lists: Vec<&str> = headers
        .get_all(header::ACCEPT_LANGUAGE)
        .iter()
        .filter_map(|list| list.to_str().ok())
        .collect();
    locale::negotiate(ranked(&lists.join(",")))
}

/// The tags of a list, the most wanted first; those that are not wanted at all left out.
fn ranked(list: &str) -> Vec<&str> {
    let mut tags: Vec<(&str, f32)> = list
        .split(',')
        .filter_map(|entry| {
            let (tag, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
            let weight = weight.trim().strip_prefix("q=")?.trim().parse().ok()?;
            (weight > 0.0).then_some((tag.trim(), weight))
        })
        .collect();
    // Stable: of two that are wanted as much, the one that is said first.
    tags.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    tags.into_iter().map(|(tag, _)| tag).collect()
}

#[cfg(test)]
mod tests {
    use super::ranked;

    #[test]
    fn what_is_wanted_most_comes_first() {
        for (list, expected) in [
            ("fr-CA,fr;q=0.9,en;q=0.8", &["fr-CA", "fr", "en"][..]),
            ("en;q=0.5, zh-Hans ,fr;q=0.7", &["zh-Hans", "fr", "en"]),
            ("en;q=0, fr;q=0.1", &["fr"]),
            ("en;q=nothing,de;x=1,fr", &["fr"]),
            ("", &[""]),
        ] {
            assert_eq!(ranked(list), expected, "{list}");
        }
    }
}
