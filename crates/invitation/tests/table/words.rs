//! Sender, subject and languages.

use crate::make::{ENGLISH, FRENCH, Letter, official, page, plain};
use crate::{Case, case};
use contract::policy::{MAIL_SUBJECT, OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR};

pub(crate) fn cases() -> Vec<Case> {
    [senders(), subjects(), languages()].into_iter().flatten().collect()
}

fn senders() -> Vec<Case> {
    let ours = Letter::default;
    let from = |from: &str| ours().from(from);
    let twice = ours().with("From: a@evil.example");
    vec![
        case("ours", &ours(), "yyyy", &["sender_fits", "authentication_missing"]),
        case("a bare address", &from("a@cic.gc.ca"), "yyyy", &["sender_fits"]),
        case("capitals", &from("IRCC <A@CIC.GC.CA>"), "yyyy", &[]),
        case("French link", &Letter::plain(plain(OFFICIAL_PAGE_FR)), "yyyy", &["link_official"]),
        case("elsewhere", &from("A <a@mail.example>"), "nyyy", &["sender_elsewhere"]),
        case("below", &from("a@mail.cic.gc.ca"), "nyyy", &["sender_elsewhere"]),
        case(
            "the beginning of another",
            &from("a@cic.gc.ca.evil.example"),
            "nyyy",
            &["sender_lookalike"],
        ),
        case("a digit", &from("a@c1c.gc.ca"), "nyyy", &["sender_lookalike"]),
        case("Cyrillic", &from("a@\u{441}ic.gc.ca"), "nyyy", &["sender_lookalike"]),
        case("punycode", &from("a@xn--ic-nmc.gc.ca"), "nyyy", &["sender_lookalike"]),
        case("no dot", &from("a@cicgc.ca"), "nyyy", &["sender_lookalike"]),
        case("a hyphen", &from("a@cic-gc.ca"), "nyyy", &["sender_lookalike"]),
        case("the end of a longer", &from("a@notcic.gc.ca"), "nyyy", &[]),
        case("a trailing dot", &from("a@cic.gc.ca."), "nyyy", &[]),
        case(
            "an address as a name",
            &from("\"IRCC <a@cic.gc.ca>\" <b@evil.example>"),
            "nyyy",
            &["sender_elsewhere", "name_imitates"],
        ),
        case(
            "an address as a bare name",
            &from("a@cic.gc.ca <b@evil.example>"),
            "nyyy",
            &["name_imitates"],
        ),
        case(
            "an office as a name",
            &from("IRCC Canada <b@evil.example>"),
            "nyyy",
            &["name_imitates"],
        ),
        case(
            "an encoded name",
            &from("=?utf-8?B?SVJDQyBhQGNpYy5nYy5jYQ==?= <b@evil.example>"),
            "nyyy",
            &["name_imitates"],
        ),
        case(
            "an encoded address",
            &from("<=?utf-8?Q?a=40cic.gc.ca?=>"),
            "?yyy",
            &["sender_unreadable"],
        ),
        case("two senders", &from("a@cic.gc.ca, b@evil.example"), "nyyy", &["senders_several"]),
        case("two brackets", &from("<a@cic.gc.ca> <b@evil.example>"), "nyyy", &["senders_several"]),
        case("two headers", &twice, "nyyy", &["senders_several"]),
        case("no sender", &from(""), "nyyy", &["sender_not_seen"]),
        case(
            "replies elsewhere",
            &ours().with("Reply-To: IRCC <help@evil.example>"),
            "nyyy",
            &["reply_elsewhere"],
        ),
        case("replies to us", &ours().with("Reply-To: b@cic.gc.ca"), "yyyy", &[]),
        case("sent by another", &ours().with("Sender: x@evil.example"), "?yyy", &["sent_by_other"]),
        case(
            "returned elsewhere",
            &ours().with("Return-Path: <x@bounce.example>"),
            "yyyy",
            &["return_elsewhere"],
        ),
        case(
            "found to be true",
            &ours().with(
                "Authentication-Results: mx.example; dkim=pass header.d=cic.gc.ca;\r\n dmarc=pass \
                 (p=REJECT) header.from=cic.gc.ca",
            ),
            "yyyy",
            &["authentication_passed"],
        ),
        case(
            "found to be forged",
            &ours().with("Authentication-Results: mx.example; dmarc=fail header.from=cic.gc.ca"),
            "yyyy",
            &["authentication_failed"],
        ),
        case(
            "another found to be true",
            &from("a@evil.example")
                .with("Authentication-Results: mx.example; dkim=pass header.i=@evil.example"),
            "nyyy",
            &["authentication_of_other"],
        ),
        case(
            "several that found something",
            &ours()
                .with("Authentication-Results: mx.example; dmarc=fail header.from=cic.gc.ca")
                .with("Authentication-Results: mail.example; dmarc=pass header.from=cic.gc.ca"),
            "yyyy",
            &["authentication_failed", "authentication_several"],
        ),
        case(
            "found in our own name",
            &ours().with("Authentication-Results: mx.cic.gc.ca; dmarc=pass header.from=cic.gc.ca"),
            "yyyy",
            &["authentication_missing"],
        ),
    ]
}

fn subjects() -> Vec<Case> {
    let with = |subject: String| Letter::default().subject(subject);
    let s = MAIL_SUBJECT;
    let encoded: String = s.bytes().map(|b| format!("={b:02X}")).collect();
    let halves: Vec<String> = {
        let (one, two) = encoded.split_at(encoded.len() / 6 * 3);
        [one, two].iter().map(|half| format!("=?utf-8?Q?{half}?=")).collect()
    };
    vec![
        case("a number", &with(format!("{s} / E001234567")), "yyyy", &["subject_suffix"]),
        case("encoded", &with(halves.join("\r\n ")), "yyyy", &["subject_fits"]),
        case(
            "encoded in another charset",
            &with(format!(
                "=?windows-1252?Q?{}?=",
                s.chars().map(|c| format!("={:02X}", u32::from(c))).collect::<String>()
            )),
            "yyyy",
            &["subject_fits"],
        ),
        case("folded", &with(s.replace(" / ", "\r\n / ")), "yyyy", &["subject_fits"]),
        case("answered", &with(format!("RE: {s}")), "yy?y", &["subject_prefixed"]),
        case("passed on", &with(format!("FW: {s}")), "yy?y", &["subject_prefixed"]),
        case("urgent", &with(format!("URGENT {s}")), "yyny", &["subject_other"]),
        case("without accents", &with(s.replace('é', "e")), "yyny", &["subject_close"]),
        case("other dashes", &with(s.replace('-', "–")), "yyny", &["subject_close"]),
        case("Cyrillic", &with(s.replace("IRCC", "IR\u{421}\u{421}")), "yyny", &["subject_close"]),
        case("unseen", &with(s.replace("PR", "P\u{200b}R")), "yyny", &["unseen_characters"]),
        case("English alone", &with(s.split(" /").next().unwrap_or_default().into()), "yyny", &[]),
        case("another", &with("Your PR card is ready".into()), "yyny", &["subject_other"]),
        case("none", &with(String::new()), "yyny", &["subject_other"]),
        case(
            "two subjects",
            &Letter::default().with("Subject: Pay now"),
            "yyny",
            &["subjects_several"],
        ),
    ]
}

fn languages() -> Vec<Case> {
    let text = |text: &str| Letter::plain(format!("{text}\n\n{OFFICIAL_PAGE_EN}\n"));
    let hidden = format!("<div style=\"display:none\">{FRENCH}</div>");
    let english_page = format!("<p>{ENGLISH}</p>{hidden}{}", official());
    vec![
        case("English alone", &text(ENGLISH), "ynyy", &["french_missing"]),
        case("French alone", &text(FRENCH), "ynyy", &["english_missing"]),
        case(
            "English with a French heading",
            &text(&format!("{}\n(Le texte français suit.)", ENGLISH.repeat(3))),
            "ynyy",
            &["french_missing"],
        ),
        case("a few words", &text("Hello. Sign in now. Bonjour."), "y?yy", &["text_short"]),
        case("empty", &Letter::plain(""), "y?yn", &["text_short", "link_none"]),
        case(
            "Spanish",
            &text(&"Su residencia permanente fue aprobada y debe confirmarla hoy. ".repeat(8)),
            "ynyy",
            &["languages_neither"],
        ),
        case("French hidden", &Letter::page(english_page), "ynyy", &["hidden_text"]),
        case(
            "more text hidden",
            &Letter::page(page(&format!("<p style='font-size:0'>Lucky you</p>{}", official()))),
            "yyyy",
            &["hidden_text"],
        ),
        case(
            "unseen within words",
            &text(&format!("{ENGLISH}\n{FRENCH}").replace("session", "ses\u{200b}sion")),
            "yyyy",
            &["unseen_characters"],
        ),
        case(
            "turned",
            &text(&format!("{ENGLISH}\n{FRENCH}\n\u{202e}gro.elpmaxe\u{202c}")),
            "yyyy",
            &["turned_text"],
        ),
    ]
}
