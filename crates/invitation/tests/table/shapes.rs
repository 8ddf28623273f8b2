//! Encodings, charsets, parts, and emails within emails; and what is no email at all.

use crate::make::{Letter, official, page, part, plain};
use crate::{Case, case};
use contract::policy::{EMAIL_MAX_BYTES, MAIL_SUBJECT, OFFICIAL_PAGE_EN};

const TEXT: &str = "Content-Type: text/plain; charset=utf-8";
const HTML: &str = "Content-Type: text/html; charset=utf-8";

pub(crate) fn cases() -> Vec<Case> {
    [encodings(), parts(), within(), nothing()].into_iter().flatten().collect()
}

fn ours() -> String {
    plain(OFFICIAL_PAGE_EN)
}

fn encodings() -> Vec<Case> {
    let letter = |charset: &str, encoding: &str, body: Vec<u8>| Letter {
        kind: format!("text/plain; charset={charset}"),
        encoding: encoding.into(),
        body,
        ..Letter::default()
    };
    let in_1252 = |text: &str| -> Vec<u8> {
        let byte = |c: char| match c {
            '’' => 0x92,
            c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
        };
        text.chars().map(byte).collect()
    };
    let utf16: Vec<u8> = ours().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = [&[0xff, 0xfe][..], &utf16].concat();
    let file_in_utf16: Vec<u8> = String::from_utf8_lossy(&Letter::default().bytes())
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    vec![
        case("base64", &letter("utf-8", "base64", base64(ours().as_bytes())), "yyyy", &[]),
        case(
            "quoted-printable",
            &letter("utf-8", "quoted-printable", quoted(ours().as_bytes())),
            "yyyy",
            &[],
        ),
        case(
            "windows-1252",
            &letter("windows-1252", "8bit", in_1252(&ours())),
            "yyyy",
            &["other_charset"],
        ),
        case(
            "iso-8859-1, quoted",
            &letter("iso-8859-1", "quoted-printable", quoted(&in_1252(&ours()))),
            "yyyy",
            &["other_charset"],
        ),
        case("utf-16", &letter("utf-16", "base64", base64(&utf16)), "yyyy", &["other_charset"]),
        case("said to be utf-8", &letter("utf-8", "8bit", in_1252(&ours())), "yyyy", &[]),
        case(
            "an unknown charset",
            &letter("x-nobody", "8bit", vec![0x93; 400]),
            "y?y?",
            &["text_unreadable", "other_charset"],
        ),
        case("broken base64", &letter("utf-8", "base64", b"!!!! ???? ****".to_vec()), "y?y?", &[]),
        Case(
            "with a mark at its beginning",
            [b"\xef\xbb\xbf", &Letter::default().bytes()[..]].concat(),
            "yyyy",
            &[],
        ),
        Case(
            "from a mailbox",
            [b"From x@y Mon Nov 23 2026\n", &Letter::default().bytes()[..]].concat(),
            "yyyy",
            &[],
        ),
        Case(
            "saved in two bytes a letter",
            [&[0xff, 0xfe][..], &file_in_utf16].concat(),
            "yyyy",
            &[],
        ),
        Case(
            "with bare line ends",
            String::from_utf8_lossy(&Letter::default().bytes()).replace("\r\n", "\n").into_bytes(),
            "yyyy",
            &[],
        ),
    ]
}

fn parts() -> Vec<Case> {
    let text = |link: &str| part(TEXT, plain(link).as_bytes());
    let html = |end: &str| part(HTML, page(end).as_bytes());
    let either = |parts: &[Vec<u8>]| Letter::parts("multipart/alternative", parts);
    let p = OFFICIAL_PAGE_EN;
    let mut broken = either(&[text(p), html(&official())]);
    broken.body.truncate(broken.body.len() - 600);
    vec![
        case("both forms", &either(&[text(p), html(&official())]), "yyyy", &["link_official"]),
        case(
            "the page leads elsewhere",
            &either(&[text(p), html(&crate::make::link("https://evil.example/", "x"))]),
            "yyyn",
            &["link_elsewhere"],
        ),
        case(
            "the text leads elsewhere",
            &either(&[text("https://evil.example/"), html(&official())]),
            "yyyn",
            &["link_elsewhere"],
        ),
        case(
            "the page in English only",
            &either(&[
                text(p),
                part(HTML, format!("<p>{}</p>{}", crate::make::ENGLISH, official()).as_bytes()),
            ]),
            "ynyy",
            &["french_missing"],
        ),
        case(
            "a third form",
            &either(&[
                text(p),
                part(
                    "Content-Type: text/x-amp-html; charset=utf-8",
                    page(&crate::make::link("https://evil.example/", "x")).as_bytes(),
                ),
                html(&official()),
            ]),
            "yyyn",
            &["link_elsewhere"],
        ),
        case("broken off", &broken, "y?yy", &["breaks_off"]),
        case(
            "in the middle",
            &Letter::parts(
                "multipart/mixed",
                &[text(p), part(TEXT, b"Scanned by nobody. https://scan.example/")],
            ),
            "yyyn",
            &["link_elsewhere"],
        ),
    ]
}

fn within() -> Vec<Case> {
    let ours_inside = |headers: &str| part(headers, &Letter::default().bytes());
    let around = |headers: &str| {
        let note = part(TEXT, b"See the attached email.");
        Letter::parts("multipart/mixed", &[note, ours_inside(headers)])
            .from("Friend <friend@mail.example>")
            .subject("Is this real?")
    };
    let with_link = Letter::parts(
        "multipart/mixed",
        &[
            part(TEXT, b"Sign in: https://evil.example/pr"),
            ours_inside("Content-Type: message/rfc822"),
        ],
    );
    let encoded = part(
        "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64",
        &base64(&Letter::default().bytes()),
    );
    let inline = format!(
        "Look at this.\n\n---------- Forwarded message ---------\nFrom: IRCC <a@cic.gc.ca>\n\
         Subject: {MAIL_SUBJECT}\n\n{}",
        ours()
    );
    let passed_on = |body: String| {
        Letter::plain(body)
            .from("Friend <friend@mail.example>")
            .subject(format!("Fwd: {MAIL_SUBJECT}"))
    };
    let mut deep = Letter::default().bytes();
    for _ in 0..40 {
        let inner = part("Content-Type: message/rfc822", &deep);
        deep = Letter::parts("multipart/mixed", &[inner]).bytes();
    }
    let endless = "Content-Type: message/rfc822\r\nFrom: a@cic.gc.ca\r\n\r\n".repeat(20_000);
    vec![
        case(
            "attached",
            &around("Content-Type: message/rfc822"),
            "?yyy",
            &["was_attached", "passed_on"],
        ),
        case(
            "attached as a file",
            &around(
                "Content-Type: application/octet-stream; name=\"a.eml\"\r\nContent-Disposition: attachment; filename=\"a.eml\"",
            ),
            "?yyy",
            &["was_attached"],
        ),
        case(
            "attached, encoded",
            &Letter::parts("multipart/mixed", &[encoded]),
            "?yyy",
            &["was_attached"],
        ),
        case("attached beside a link", &with_link, "?yy?", &["was_attached", "link_elsewhere"]),
        case(
            "two attached",
            &Letter::parts(
                "multipart/mixed",
                &[
                    ours_inside("Content-Type: message/rfc822"),
                    ours_inside("Content-Type: message/rfc822"),
                ],
            ),
            "?yyy",
            &["several_attached"],
        ),
        case(
            "passed on in its text",
            &passed_on(inline.clone()),
            "?y?y",
            &["passed_on", "sender_in_text"],
        ),
        case(
            "passed on from elsewhere",
            &passed_on(inline.replace("@cic.gc.ca", "@c1c.gc.ca")),
            "ny?y",
            &["passed_on", "sender_lookalike"],
        ),
        case("said to be passed on", &passed_on(ours()), "ny?y", &["sender_elsewhere"]),
        Case("deep", deep, "??y?", &["was_attached"]),
        Case("endlessly deep", endless.into_bytes(), "??nn", &["was_attached"]),
    ]
}

fn nothing() -> Vec<Case> {
    let huge = Letter::plain("x".repeat(EMAIL_MAX_BYTES));
    let many: Vec<Vec<u8>> = (0..400).map(|_| part(TEXT, b"x")).collect();
    vec![
        Case("nothing", Vec::new(), "????", &["empty"]),
        Case("blanks", b" \r\n\r\n".to_vec(), "????", &["empty"]),
        Case("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "????", &["no_email"]),
        Case("a letter", b"Dear officer,\n\nhello\n".to_vec(), "????", &["no_email"]),
        case("huge", &huge, "????", &["too_large"]),
        case(
            "very many parts",
            &Letter::parts("multipart/mixed", &many),
            "????",
            &["too_many_parts"],
        ),
        Case(
            "headers alone",
            b"From: a@cic.gc.ca\r\nSubject: x\r\n".to_vec(),
            "y?n?",
            &["sender_fits"],
        ),
    ]
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::new();
    for (number, three) in bytes.chunks(3).enumerate() {
        let at = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place > three.len() { b'=' } else { sign });
        }
        if number % 19 == 18 {
            out.extend_from_slice(b"\r\n");
        }
    }
    out
}

fn quoted(bytes: &[u8]) -> Vec<u8> {
    let mut out = String::new();
    let mut column = 0;
    for byte in bytes {
        if *byte == b'\n' {
            out.push_str("\r\n");
            column = 0;
            continue;
        }
        let plain = (byte.is_ascii_graphic() || *byte == b' ') && *byte != b'=';
        let sign = if plain { char::from(*byte).to_string() } else { format!("={byte:02X}") };
        column += sign.len();
        if column > 72 {
            out.push_str("=\r\n");
            column = sign.len();
        }
        out.push_str(&sign);
    }
    out.into_bytes()
}
