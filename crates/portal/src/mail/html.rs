//! A mail as HTML, for readers that show it and screen readers that speak it: its languages marked,
//! headings that are headings, no pictures, nothing that is fetched, nothing that is hidden, no
//! colours of its own, so that it is as its reader set it. Its one link shows where it leads.

use super::blocks::{Block, Fact};
use super::compose::Words;
use contract::policy::{MAIL_SUBJECT, OFFICIAL_PAGE_EN};
use std::fmt::Write as _;

/// Readable on a narrow phone and not too wide on a screen; many readers know inline styles only.
const BODY: &str = "margin:0 auto;padding:1em;max-width:40em;font-family:Arial,sans-serif;\
                    line-height:1.5;overflow-wrap:break-word";
const TITLE: &str = "font-size:1.375em;line-height:1.3";
/// Letters that are not taken for one another, on one line where one is wide enough.
const VALUE: &str = "display:inline-block;font-family:Consolas,Menlo,monospace;font-size:1.25em;\
                     overflow-wrap:anywhere";
const LINK: &str = "word-break:break-all";

/// The page of a mail.
pub(super) fn page(words: &Words) -> String {
    let [english, french] = words.page.each_ref().map(|text| escaped(text));
    let subject = escaped(MAIL_SUBJECT);
    let link = escaped(OFFICIAL_PAGE_EN);
    // Codes are typed: a reader must not make links out of digits and dates.
    format!(
        "<!doctype html>\n<html lang=\"en-CA\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no, url=no\">\n\
         <title>{subject}</title>\n</head>\n<body style=\"{BODY}\">\n\
         <p lang=\"fr-CA\">{below}</p>\n{first}<hr>\n{second}<hr>\n\
         <p>{english}<br>\n<span lang=\"fr-CA\">{french}</span><br>\n\
         <a href=\"{link}\" style=\"{LINK}\">{link}</a></p>\n</body>\n</html>\n",
        below = escaped(&words.french_below),
        first = half("en-CA", &words.english),
        second = half("fr-CA", &words.french),
    )
}

fn half(language: &str, blocks: &[Block]) -> String {
    let mut page = format!("<div lang=\"{language}\">\n");
    for block in blocks {
        let _ = match block {
            Block::Title(text) => writeln!(page, "<h1 style=\"{TITLE}\">{}</h1>", escaped(text)),
            Block::Paragraph(text) => writeln!(page, "<p>{}</p>", escaped(text)),
            Block::Facts(facts) => {
                let lines: Vec<String> = facts.iter().map(fact).collect();
                writeln!(page, "<p>{}</p>", lines.join("<br>\n"))
            }
        };
    }
    page + "</div>\n"
}

/// A line with its value set apart.
fn fact(Fact { line, value }: &Fact) -> String {
    let value_at = line.rfind(value.as_str()).unwrap_or(line.len());
    let (name, rest) = line.split_at(value_at);
    let (value, after) = rest.split_at(rest.len().min(value.len()));
    format!(
        "{}<strong style=\"{VALUE}\">{}</strong>{}",
        escaped(name),
        escaped(value),
        escaped(after)
    )
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_and_no_markup() {
        let title = Block::Title("For <b>O'Neil & \"Co\"</b>".into());
        let half = half("en-CA", &[title]);
        assert!(
            half.contains("For &lt;b&gt;O&#39;Neil &amp; &quot;Co&quot;&lt;/b&gt;</h1>"),
            "{half}"
        );
    }

    #[test]
    fn what_is_typed_is_set_apart() {
        let username = Fact { line: "Username: K7MP-2XQD".into(), value: "K7MP-2XQD".into() };
        let line = fact(&username);
        assert!(line.starts_with("Username: <strong "), "{line}");
        assert!(line.ends_with(">K7MP-2XQD</strong>"), "{line}");
    }
}
