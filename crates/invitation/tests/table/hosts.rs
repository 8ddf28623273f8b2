//! Links: where they lead, what they show, and what else there is to open.

use crate::make::{Letter, link, official, page, part, plain};
use crate::{Case, case};
use contract::policy::OFFICIAL_PAGE_EN;

pub(crate) fn cases() -> Vec<Case> {
    [written(), linked(), beside()].into_iter().flatten().collect()
}

fn written() -> Vec<Case> {
    let to = |address: &str| Letter::plain(plain(address));
    let p = OFFICIAL_PAGE_EN;
    let path = p.trim_start_matches("https://www.canada.ca");
    let on = |host: &str| to(&format!("https://{host}{path}"));
    let wrapped: String = url_encoded(p);
    vec![
        case("without a scheme", &to(p.trim_start_matches("https://")), "yyyy", &["link_official"]),
        case("in brackets", &to(&format!("<{p}>")), "yyyy", &["link_official"]),
        case("at a sentence's end", &to(&format!("See {p}.")), "yyyy", &["link_official"]),
        case("http", &to(&p.replace("https", "http")), "yyyn", &["link_not_secure"]),
        case("a trailing dot", &on("www.canada.ca."), "yyy?", &["link_odd_form"]),
        case("percent signs", &to(&p.replace("pr-conf", "%70r-conf")), "yyy?", &["link_odd_form"]),
        case("a query", &to(&format!("{p}?utm_campaign=pr")), "yyy?", &["link_odd_form"]),
        case("a port", &on("www.canada.ca:8443"), "yyyn", &["link_port"]),
        case(
            "another page",
            &to("https://www.canada.ca/en/pr-confirmation-portal.html"),
            "yyyn",
            &["link_other_page"],
        ),
        case(
            "another ending",
            &to(&p.replace(".html", ".html.example")),
            "yyyn",
            &["link_other_page"],
        ),
        case("without www", &on("canada.ca"), "yyyn", &["link_elsewhere"]),
        case("longer", &on("www.canada.ca.evil.example"), "yyyn", &["link_lookalike"]),
        case("a hyphen", &on("www.canada-ca.example"), "yyyn", &["link_lookalike"]),
        case("another ending of the host", &on("www.canada.com"), "yyyn", &["link_lookalike"]),
        case("a slip", &on("www.canda.ca"), "yyyn", &["link_lookalike"]),
        case("c and l", &on("www.canacla.ca"), "yyyn", &["link_lookalike"]),
        case(
            "Cyrillic",
            &on("www.c\u{430}nada.ca"),
            "yyyn",
            &["link_lookalike", "link_mixed_scripts"],
        ),
        case("punycode", &on("www.xn--cnada-4ve.ca"), "yyyn", &["link_mixed_scripts"]),
        case("another alphabet", &to("https://пример.example/"), "yyyn", &["link_punycode"]),
        case("userinfo", &on("www.canada.ca@evil.example"), "yyyn", &["link_userinfo"]),
        case("a number", &to("https://203.0.113.7/pr"), "yyyn", &["link_number"]),
        case("shortened", &to("https://bit.ly/pr-conf"), "yyyn", &["link_shortened"]),
        case(
            "through another",
            &to(&format!("https://track.example/click?to={wrapped}")),
            "yyyn",
            &["link_redirects"],
        ),
        case(
            "by a provider",
            &to(&format!("https://can01.safelinks.protection.outlook.com/?url={wrapped}&data=1")),
            "yyy?",
            &["link_rewritten"],
        ),
        case("two", &to(&format!("{p}\n\nhttps://evil.example/pr")), "yyyn", &["link_elsewhere"]),
        case(
            "both languages",
            &to(&format!("{p}\n{}", contract::policy::OFFICIAL_PAGE_FR)),
            "yyyy",
            &["several_links"],
        ),
        case("none", &to(""), "yyyn", &["link_none"]),
        case("bare host", &to(&format!("{p}\nportal.example/pr")), "yyyn", &["link_elsewhere"]),
    ]
}

fn linked() -> Vec<Case> {
    let with = |end: &str| Letter::page(page(end));
    let p = OFFICIAL_PAGE_EN;
    let many: String =
        (0..200).map(|n| link(&format!("https://a{n}.example/"), "x")).collect::<Vec<_>>().concat();
    vec![
        case("a page", &with(&official()), "yyyy", &["link_official"]),
        case("with words", &with(&link(p, "The official page")), "yyyy", &["link_official"]),
        case(
            "shows another",
            &with(&link("https://evil.example/", p)),
            "yyyn",
            &["link_text_differs"],
        ),
        case(
            "shows another host",
            &with(&link("https://evil.example/", "www.canada.ca")),
            "yyyn",
            &["link_text_differs"],
        ),
        case(
            "official but shows another",
            &with(&link(p, "https://evil.example/")),
            "yyyn",
            &["link_text_differs"],
        ),
        case(
            "words",
            &with(&link("https://evil.example/", "Sign in")),
            "yyyn",
            &["link_elsewhere"],
        ),
        case(
            "one beside ours",
            &with(&format!("{}{}", official(), link("https://evil.example/", "x"))),
            "yyyn",
            &["link_elsewhere"],
        ),
        case(
            "without words",
            &with(&format!("{}{}", official(), link("https://evil.example/", ""))),
            "yyyn",
            &["link_elsewhere"],
        ),
        case(
            "hidden",
            &with(&format!(
                "{}<p style='display:none'>{}</p>",
                official(),
                link("https://evil.example/", "x")
            )),
            "yyyn",
            &["link_elsewhere"],
        ),
        case(
            "entities",
            &with(&link("https&#58;//www.canada.ca&#64;evil.example/", "x")),
            "yyyn",
            &["link_userinfo"],
        ),
        case(
            "against a base",
            &with(&format!("<base href='https://evil.example/'>{}", link("en/pr", "x"))),
            "yyyn",
            &["link_elsewhere"],
        ),
        case(
            "incomplete",
            &with(&format!("{}{}", official(), link("/en/pr", "x"))),
            "yyy?",
            &["link_unreadable"],
        ),
        case("script", &with(&link("javascript:go()", "x")), "yyyn", &["link_other_kind"]),
        case(
            "writes mail",
            &with(&format!("{}{}", official(), link("mailto:a@evil.example", "x"))),
            "yyyn",
            &["link_writes_mail"],
        ),
        case(
            "calls",
            &with(&format!("{}{}", official(), link("tel:+15550100", "x"))),
            "yyyn",
            &["link_other_kind"],
        ),
        case(
            "a picture that leads",
            &with(&format!(
                "{}<map><area href='https://evil.example/'></map><img src='https://pics.example/a'>",
                official()
            )),
            "yyyn",
            &["link_elsewhere", "remote_pictures"],
        ),
        case("very many", &with(&many), "yyyn", &["links_too_many"]),
        case(
            "in a comment",
            &with(&format!("{}<!-- {} -->", official(), link("https://evil.example/", "x"))),
            "yyyy",
            &[],
        ),
    ]
}

fn beside() -> Vec<Case> {
    let with = |end: &str| Letter::page(page(end));
    let p = OFFICIAL_PAGE_EN;
    let text = || part("Content-Type: text/plain; charset=utf-8", plain(p).as_bytes());
    let attached =
        |headers: &str| Letter::parts("multipart/mixed", &[text(), part(headers, b"JVBERi0=")]);
    vec![
        case(
            "asks",
            &with(&format!(
                "{}<form action='https://evil.example/'><input name=a></form>",
                official()
            )),
            "yyyn",
            &["form", "link_elsewhere"],
        ),
        case(
            "a program",
            &with(&format!("{}<script>x()</script>", official())),
            "yyyn",
            &["active_content"],
        ),
        case(
            "another page within",
            &with(&format!("{}<iframe src='https://evil.example/'></iframe>", official())),
            "yyyn",
            &["active_content"],
        ),
        case(
            "sends on",
            &with(&format!(
                "<meta http-equiv=refresh content='0;url=https://evil.example/'>{}",
                official()
            )),
            "yyyn",
            &["active_content", "link_elsewhere"],
        ),
        case(
            "a picture from elsewhere",
            &with(&format!("{}<img src='https://p.example/1.gif'>", official())),
            "yyyy",
            &["remote_pictures"],
        ),
        case(
            "a file",
            &attached(
                "Content-Type: application/pdf; name=\"form.pdf\"\r\nContent-Disposition: attachment; filename=\"form.pdf\"\r\nContent-Transfer-Encoding: base64",
            ),
            "yyyn",
            &["attachment"],
        ),
        case(
            "a page as a file",
            &attached(
                "Content-Type: text/html; name=\"pay.html\"\r\nContent-Disposition: attachment; filename=\"pay.html\"",
            ),
            "yyyn",
            &["attachment"],
        ),
    ]
}

fn url_encoded(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }
        })
        .collect()
}
