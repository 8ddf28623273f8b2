//! What each mail says, held against the four marks of a genuine one, and against what helps people
//! who read with their ears, on a phone, or at night.

use contract::policy::{MAIL_SUBJECT, OFFICIAL_PAGE_EN};
use jiff::civil::date;
use mail_parser::{Message, MessageParser, MimeHeaders as _};
use portal::mail::{Credential, Letter, Notice, TemporaryAccess, compose};
use uuid::Uuid;

fn every_notice() -> Vec<Notice> {
    let (name, time) = ("Leila".to_owned(), "16:05".to_owned());
    let access = TemporaryAccess {
        name: name.clone(),
        username: "K7MP-2XQD".into(),
        temporary_password: "f7Hq-9Tzk-Rm4w".into(),
        last_day: date(2026, 12, 6),
    };
    let changed = |what| Notice::CredentialChanged { name: "Leila".into(), what };
    vec![
        Notice::AccountOpened(access.clone()),
        Notice::TemporaryPasswordReissued(access),
        Notice::Invited {
            name: name.clone(),
            code: "K7MP-2XQD-9RTW".into(),
            last_day: date(2027, 1, 21),
        },
        Notice::ConfirmAddress { code: "123456".into(), hours: 24 },
        Notice::ResetCode { name: name.clone(), code: "Q7XW-4MPK".into(), minutes: 30 },
        Notice::Usernames {
            usernames: vec![
                ("K7MP-2XQD".into(), "Leila".into()),
                ("9RTW-4MPK".into(), "Wei".into()),
            ],
        },
        Notice::NewDevice {
            name: name.clone(),
            device: "Firefox, Windows".into(),
            day: date(2026, 11, 22),
            time: time.clone(),
        },
        changed(Credential::Password),
        changed(Credential::SecondFactorOn),
        changed(Credential::SecondFactorOff),
        changed(Credential::RecoveryCodes),
        changed(Credential::RecoveryCodeUsed),
        Notice::EmailWillChange { name: name.clone(), day: date(2026, 11, 24), time },
        Notice::EmailChanged { name: name.clone() },
        Notice::PasswordStored { name },
        Notice::SomethingChanged,
    ]
}

struct Mail {
    raw: Vec<u8>,
    text: String,
    html: String,
}

fn mail(notice: &Notice) -> Mail {
    let id = Uuid::from_u128(7);
    let at = "2026-11-22T15:00:00Z".parse().unwrap();
    let letter = Letter { id, to: "leila.haddad@example.org", notice, at };
    let from = "IRCC.DoNotReply-NePasRepondre.IRCC@cic.gc.ca".parse().unwrap();
    let raw = compose(&letter, &from, None).unwrap().message;
    assert_eq!(raw, compose(&letter, &from, None).unwrap().message, "the same each time");
    let parsed = MessageParser::default().parse(&raw).unwrap();
    assert_four_marks(&parsed);
    let kinds: Vec<String> = parsed
        .parts
        .iter()
        .filter_map(|part| part.content_type())
        .map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap()))
        .collect();
    assert_eq!(kinds, ["multipart/alternative", "text/plain", "text/html"]);
    let text = parsed.body_text(0).unwrap().replace("\r\n", "\n");
    let html = parsed.body_html(0).unwrap().replace("\r\n", "\n");
    Mail { text, html, raw: raw.clone() }
}

fn assert_four_marks(mail: &Message<'_>) {
    let from = mail.from().unwrap().first().unwrap().address().unwrap();
    assert!(from.ends_with("@cic.gc.ca"), "{from}");
    assert_eq!(mail.subject(), Some(MAIL_SUBJECT));
    let header = |name: &str| mail.header_raw(name).unwrap().trim().to_owned();
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("Content-Language"), "en-CA, fr-CA");
}

/// The words of a page as a reader without styles shows them; every element is asserted to be one
/// of the few that every reader knows.
fn words_of(html: &str) -> String {
    let body = html.split_once("<body").unwrap().1.split_once('>').unwrap().1;
    let mut words = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        let (tag, next) = after.split_once('>').unwrap();
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(
            ["div", "h1", "p", "br", "hr", "strong", "span", "a", "body", "html"]
                .contains(&name.as_str()),
            "<{tag}>"
        );
        if name == "hr" {
            words.push_str("· · ·");
        }
        rest = next;
    }
    let words = words
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    one_space(&words)
}

fn one_space(text: &str) -> String {
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_mail_says_the_same_as_text_and_as_html_in_both_languages_with_one_link() {
    for notice in every_notice() {
        let Mail { raw, text, html } = mail(&notice);
        assert!(raw.is_ascii() && raw.split(|b| *b == b'\n').all(|line| line.len() < 998));
        assert_eq!(one_space(&text), words_of(&html), "{notice:?}");
        for page in [&text, &html] {
            let (english, french) = (page.find("Hello,").unwrap(), page.find("Bonjour,").unwrap());
            assert!(english < french, "English first");
            assert!(!page.contains("mail-"), "a message is missing: {page}");
            assert!(!page.contains('{') && !page.contains('@'), "{page}");
            assert!(!page.contains('!') || page == &html, "{page}");
        }
        assert_eq!(text.matches("://").count(), 1, "one link:\n{text}");
        assert!(text.ends_with(&format!("\n{OFFICIAL_PAGE_EN}\n")), "{text}");
        assert_eq!(html.matches("href=").count(), 1, "{html}");
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
        assert!(html.contains(&format!("<a href=\"{OFFICIAL_PAGE_EN}\" ")), "{html}");
        assert!(html.contains(&format!(">{OFFICIAL_PAGE_EN}</a>")), "it shows where it leads");
        assert_eq!(html.matches("://").count(), 2, "its target and its text: {html}");
    }
}

/// The very checker that people hold a mail of ours against says yes to all four marks, finds nothing
/// that warns; and to what is copied out of it nothing worse than that it cannot tell.
#[test]
fn every_mail_is_consistent_with_what_people_check_it_against() {
    use contract::genuine::{Seen, Verdict};
    for notice in every_notice() {
        let Mail { raw, text, .. } = mail(&notice);
        let findings = invitation::check_message(&raw);
        let no: Vec<_> = findings.criteria.iter().filter(|one| one.seen != Seen::Yes).collect();
        assert!(no.is_empty(), "{notice:?}: {no:?}");
        assert_eq!(findings.verdict, Verdict::Consistent);
        let warns: Vec<_> = findings.observations.iter().filter(|seen| seen.sign.warns()).collect();
        assert!(warns.is_empty(), "{notice:?}: {warns:?}");
        let pasted = invitation::check_text(&format!("{MAIL_SUBJECT}\n\n{text}"));
        assert_eq!(pasted.verdict, Verdict::CannotTell, "{pasted:?}");
    }
}

#[test]
fn every_mail_can_be_read_by_everyone() {
    for notice in every_notice() {
        let Mail { html, .. } = mail(&notice);
        assert!(html.starts_with("<!doctype html>\n<html lang=\"en-CA\">"), "{html}");
        let (english, french) = html.split_once("<div lang=\"fr-CA\">").unwrap();
        for half in [english, french] {
            assert_eq!(half.matches("<h1 ").count(), 1, "{half}");
        }
        assert!(english.contains("<div lang=\"en-CA\">"), "{english}");
        assert!(html.contains("<p lang=\"fr-CA\">(Le texte français suit.)</p>"));
        assert!(html.contains("name=\"viewport\" content=\"width=device-width, initial-scale=1\""));
        assert!(html.contains("name=\"color-scheme\" content=\"light dark\""));
        let small = html.to_ascii_lowercase().replace("display:inline-block", "");
        for hides in [
            "display",
            "visibility",
            "opacity",
            "position",
            "color:",
            "background",
            "font-size:0",
            "hidden",
            "height:0",
            "<img",
            "<script",
            "<style",
            "<link",
            "src=",
            "url(",
            "http-equiv",
            "<table",
            "width:6",
            "px",
        ] {
            assert!(!small.contains(hides), "{hides} in\n{html}");
        }
    }
}

#[test]
fn codes_stand_alone_and_are_typed() {
    let secrets =
        ["K7MP-2XQD", "f7Hq-9Tzk-Rm4w", "K7MP-2XQD-9RTW", "123456", "Q7XW-4MPK", "9RTW-4MPK"];
    for notice in every_notice() {
        let Mail { text, html, .. } = mail(&notice);
        for line in text.lines() {
            if let Some(secret) = secrets.iter().rev().find(|secret| line.contains(**secret)) {
                assert!(line.contains(": ") || line.contains("\u{a0}: "), "{line}");
                assert!(line.ends_with(secret) || line.contains("2XQD-9RTW"), "{line}");
                assert!(html.contains(&format!(">{}</strong>", line.rsplit(' ').next().unwrap())));
            }
        }
    }
}

#[test]
fn who_is_not_known_yet_is_told_nothing() {
    let confirm = mail(&Notice::ConfirmAddress { code: "123456".into(), hours: 24 });
    for word in ["Leila", "account", "compte", "permanent", "username"] {
        let said = confirm.text.split_once("portal from the official page").unwrap().0;
        assert!(!said.contains(word), "{word} in\n{said}");
    }
    let changed = mail(&Notice::SomethingChanged).text;
    for word in ["Leila", "photo", "card", "carte", "proof", "preuve", "address", "E001234567"] {
        let said = changed.split_once("Open the Landed app").unwrap().0;
        assert!(!said.contains(word), "{word} in\n{said}");
    }
}

#[test]
fn what_each_mail_says() {
    for (number, notice) in every_notice().iter().enumerate() {
        let text = mail(notice).text;
        let halves: Vec<&str> = text.split("· · ·").collect();
        // What all of them have in common is seen once.
        let own = |half: &str| -> String {
            let paragraphs: Vec<&str> = half.trim().split("\n\n").collect();
            let greeting = paragraphs.iter().position(|p| p.ends_with("our,") || *p == "Hello,");
            paragraphs[greeting.unwrap() + 1..paragraphs.len() - 3].join("\n")
        };
        let said = format!("{}\n\n{}", own(halves[0]), own(halves[1]));
        insta::assert_snapshot!(format!("words_{number:02}"), said);
    }
    let page = mail(&every_notice()[4]);
    insta::assert_snapshot!("words_page", page.html);
}
