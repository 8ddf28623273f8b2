//! Crafted messages: what each of the four criteria is answered with, and a sign that must be among
//! what was seen. The portal's own mail is held against the checker where it is written, in the
//! portal's tests.

#[path = "table/hosts.rs"]
mod hosts;
#[expect(dead_code, reason = "each test file uses what it needs")]
#[path = "support/make.rs"]
mod make;
#[path = "table/shapes.rs"]
mod shapes;
#[path = "table/words.rs"]
mod words;

use contract::genuine::{Criterion, Findings, Seen, Verdict};
use make::Letter;

/// A message, the answers for sender, languages, subject and link (`y`, `n`, `?`), and signs that
/// must be seen.
pub(crate) struct Case(
    pub(crate) &'static str,
    pub(crate) Vec<u8>,
    pub(crate) &'static str,
    pub(crate) &'static [&'static str],
);

/// A case of a letter.
pub(crate) fn case(
    name: &'static str,
    letter: &Letter,
    answers: &'static str,
    signs: &'static [&'static str],
) -> Case {
    Case(name, letter.bytes(), answers, signs)
}

/// The answers in short.
pub(crate) fn short(findings: &Findings) -> String {
    let answer = |criterion| match findings.seen(criterion) {
        Seen::Yes => 'y',
        Seen::No => 'n',
        Seen::CannotTell => '?',
    };
    Criterion::ALL.into_iter().map(answer).collect()
}

/// Everything that is wrong with what is told about the cases.
pub(crate) fn wrong(cases: &[Case]) -> Vec<String> {
    let mut wrong = Vec::new();
    for Case(name, bytes, answers, signs) in cases {
        let findings = invitation::check_message(bytes);
        let told: Vec<&str> = findings.evidence().map(|evidence| evidence.sign.as_str()).collect();
        if short(&findings) != *answers || !signs.iter().all(|sign| told.contains(sign)) {
            wrong.push(format!("{name}: {} with {told:?}", short(&findings)));
        }
        let consistent = findings.verdict == Verdict::Consistent;
        assert_eq!(consistent, short(&findings) == "yyyy", "{name}: {:?}", findings.verdict);
    }
    wrong
}

#[test]
fn every_message_is_told_as_it_is() {
    let cases: Vec<Case> =
        [words::cases(), hosts::cases(), shapes::cases()].into_iter().flatten().collect();
    assert!(cases.len() >= 90, "{} messages", cases.len());
    let wrong = wrong(&cases);
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn what_is_pasted_is_told_as_far_as_text_goes() {
    let page = contract::policy::OFFICIAL_PAGE_EN;
    let subject = contract::policy::MAIL_SUBJECT;
    let ours = make::plain(page);
    let source = String::from_utf8(
        Letter::default().with("Received: from a.example\r\nMessage-ID: <1@a.example>").bytes(),
    )
    .expect("text");
    for (name, pasted, answers, sign) in [
        ("text alone", ours.clone(), "?y??", "link_in_text"),
        ("with its subject", format!("{subject}\n\n{ours}"), "?yy?", "subject_fits"),
        (
            "with the lines above it",
            format!("From: IRCC <a@cic.gc.ca>\nSubject: {subject} E001234567\n\n{ours}"),
            "?yy?",
            "sender_in_text",
        ),
        (
            "with French lines above it",
            format!("De : IRCC <a@cic.gc.ca>\nObjet : TR : {subject}\n\n{ours}"),
            "?y??",
            "subject_prefixed",
        ),
        (
            "from elsewhere",
            format!("发件人：IRCC <a@c1c.gc.ca>\n主题：{subject}\n\n{ours}"),
            "nyy?",
            "sender_lookalike",
        ),
        (
            "a name without an address",
            format!("From: IRCC\nSubject: {subject}\n\n{ours}"),
            "?yy?",
            "sender_unreadable",
        ),
        ("another link", make::plain("https://ircc.example/login"), "?y?n", "link_lookalike"),
        ("a bare host", make::plain("pr-portal.example/confirm"), "?y?n", "link_elsewhere"),
        ("no link", make::plain(""), "?y??", "link_not_seen"),
        ("a few words", make::PASTED.to_owned(), "????", "text_short"),
        ("nothing", " \n".to_owned(), "????", "empty"),
        ("the whole source", source, "yyyy", "link_official"),
        ("a page's source", make::page(&make::official()), "?y?y", "link_official"),
        ("too much", "x".repeat(3 << 20), "????", "too_large"),
    ] {
        let findings = invitation::check_text(&pasted);
        let told: Vec<&str> = findings.evidence().map(|evidence| evidence.sign.as_str()).collect();
        assert_eq!(short(&findings), answers, "{name}: {told:?}");
        assert!(told.contains(&sign), "{name}: {told:?}");
    }
}

#[test]
fn answers_by_hand_come_to_the_same_verdict() {
    use Seen::{CannotTell, No, Yes};
    assert_eq!(invitation::by_hand([Yes; 4]).verdict, Verdict::Consistent);
    assert_eq!(invitation::by_hand([Yes, No, CannotTell, Yes]).verdict, Verdict::No);
    assert_eq!(invitation::by_hand([Yes, Yes, CannotTell, Yes]).verdict, Verdict::CannotTell);
}
