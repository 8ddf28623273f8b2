//! Pages show messages and nothing else: no word in the interface's source reaches people by itself.

use crate::literals::{Word, words};
use crate::source::{asked, catalogue, sources_under};
use contract::Language;
use locale::FIRST;

/// The files under `ui/src` whose words come after those that are fetched first.
const WITH_ALL_WORDS: &[&str] = &[
    "app/news.rs",
    "app/outbox.rs",
    "pages.rs",
    "pages/account",
    "pages/address.rs",
    "pages/address_check.rs",
    "pages/card.rs",
    "pages/confirm_address.rs",
    "pages/conflict.rs",
    "pages/declaration.rs",
    "pages/first_sign_in_again.rs",
    "pages/forgotten.rs",
    "pages/genuine",
    "pages/help.rs",
    "pages/home.rs",
    "pages/invitation",
    "pages/messages.rs",
    "pages/notifications.rs",
    "pages/own_account.rs",
    "pages/passphrase.rs",
    "pages/person",
    "pages/photo",
    "pages/second_factor.rs",
    "pages/settings.rs",
    "pages/summary.rs",
    "pages/waits.rs",
    "parts/arc.rs",
    "parts/crop_",
    "parts/example.rs",
    "parts/overlay.rs",
    "parts/picture.rs",
    "parts/pointed.rs",
    "parts/progress.rs",
    "parts/scale.rs",
    "parts/tag.rs",
    "parts/tasks.rs",
    "parts/timeline.rs",
    "view/",
];

/// Nobody may see the name of a message because its file is still on its way.
#[test]
fn what_is_shown_first_asks_only_for_the_words_that_are_fetched_first() {
    let english = catalogue(Language::English);
    let first =
        |id: &String| english.get(id).is_none_or(|message| FIRST.contains(&message.file.as_str()));
    let mut asking = 0;
    for (path, text) in sources_under("ui/src") {
        let short = path.trim_start_matches("ui/src/");
        if WITH_ALL_WORDS.iter().any(|later| short.starts_with(later)) {
            continue;
        }
        let ids = asked(&text);
        asking += ids.len();
        let late: Vec<&String> = ids.iter().filter(|id| !first(id)).collect();
        assert!(late.is_empty(), "{path} asks for {late:?} before they are there");
    }
    assert!(asking > 60, "the sources are read");
}

#[test]
fn no_page_shows_words_of_its_own() {
    let sources = sources_under("ui/src");
    assert!(sources.len() > 20, "the pages are read");
    let mut found = Vec::new();
    for (path, source) in sources {
        match words(&source) {
            Ok(all) => found.extend(
                all.into_iter().map(|Word { line, text }| format!("{path}:{line}: {text:?}")),
            ),
            Err(error) => panic!("{path}: {error}"),
        }
    }
    assert!(found.is_empty(), "words that are no messages:\n{}", found.join("\n"));
}

/// What the scan finds in a component with this in its `rsx!`.
fn in_rsx(body: &str) -> Vec<String> {
    in_source(&format!("fn Page(name: String) -> Element {{ rsx! {{ {body} }} }}"))
}

fn in_source(source: &str) -> Vec<String> {
    words(source).expect("Rust").into_iter().map(|word| word.text).collect()
}

#[test]
fn a_word_that_is_shown_is_found_wherever_it_stands() {
    for body in [
        r#"p { "Hello" }"#,
        r#"p { class: "lead", "Hello {name}" }"#,
        r#"p { {"Hello"} }"#,
        r#"p { {format!("Hello {name}")} }"#,
        r#"p { {if name.is_empty() { tr("nobody") } else { "Hello".to_owned() }} }"#,
        r#"if name.is_empty() { p { "Hello" } }"#,
        r#"for _ in 0..2 { p { "Hello" } }"#,
        r#"Field { label: "Hello", id: "username" }"#,
        r#"Field { label: tr("username"), footer: rsx! { p { "Hello" } } }"#,
        r#"input { placeholder: "Hello", name: "username" }"#,
        r#"img { alt: "Hello", src: "{name}" }"#,
        r#"button { aria_label: "Hello", onclick: move |_| close() }"#,
        r#"button { "aria-label": "Hello" }"#,
        r#"button { title: if name.is_empty() { "Hello" } else { tr("back") } }"#,
        r#"button { onclick: move |_| app.say("Hello".to_owned()) }"#,
        r#"p { {shown.then(|| rsx! { b { "Hello" } })} }"#,
        r#"p { {card(1, "Hello")} }"#,
        r#"p { {Some("Hello")} }"#,
        r#"p { {match name.as_str() { "nobody" => tr("nobody"), _ => "Hello".into() }} }"#,
    ] {
        let found = in_rsx(body);
        assert!(found.len() == 1 && found[0].starts_with("Hello"), "{body}: {found:?}");
    }
    assert_eq!(in_source("fn f() -> &'static str { \"Hello there\" }"), ["Hello there"]);
    assert_eq!(in_source("const NAME: &str = \"Français\";"), ["Français"]);
}

#[test]
fn what_is_a_message_or_is_not_shown_is_left_alone() {
    for body in [
        r#"p { class: "lead wide", id: "x", {tr("hello")} }"#,
        r#"p { {tr_with("days-left", &[("days", days.into())])} }"#,
        r#"p { {tr(&format!("reason-{}-fix", reason.as_str()))} }"#,
        r#"p { "{name}" } p { " · " } p { "{width} × {height}" }"#,
        r#"p { {names.join(", ")} }"#,
        r#"path { d: "M3 12h18", stroke_linecap: "round" }"#,
        r#"if state == "open" { p { {tr("open")} } }"#,
        r#"Field { name: "username", label: tr("username"), autocomplete: "username" }"#,
        r#"button { r#type: "button", onclick: move |_| go("home"), {tr("back")} }"#,
        r#"p { {card(Glyph::Photo, "choose-photo")} }"#,
        r#"p { {if kind == "child" { tr("a") } else { tr("b") }} }"#,
    ] {
        let found = in_rsx(body);
        assert!(found.is_empty(), "{body}: {found:?}");
    }
    assert!(in_source("/// Says Hello to people.\nfn f() { save(\"draft-key\") }").is_empty());
    assert!(in_source("#[cfg(test)] mod tests { const A: &str = \"Hello there\"; }").is_empty());
}
