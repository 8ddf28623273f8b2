//! The page around the program, `ui/page.html`, filled for each edition, language and first page.

use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{cargo, told};
use serde_json::Value;
use std::fs;
use std::time::Duration;

/// The mark, for pages of which nothing is known beforehand.
const MARK: &str = r#"<svg viewBox="64 104 396 352" width="72" height="64" fill="none" aria-hidden="true"><path d="M104 144C236 132 336 212 336 372M92 372H420" stroke="currentColor" stroke-width="40" stroke-linecap="round"/><circle cx="336" cy="372" r="62" fill="currentColor"/></svg>"#;

/// The page and what the program draws of it beforehand.
pub(super) struct Pages {
    page: String,
    drawn: String,
    languages: Value,
}

/// What one page is filled with.
struct Filling<'a> {
    program: &'a str,
    language: &'a str,
    words: &'a Value,
    files: &'a str,
    attributes: String,
    title: &'a Value,
    described: bool,
    first: &'a str,
}

impl Pages {
    /// Lets the interface draw its first pages, natively.
    ///
    /// # Errors
    /// It cannot be built, or draws nothing.
    pub(super) fn draw() -> Outcome<Self> {
        let run = ["run", "--quiet", "--package", "ui", "--bin", "prerender"];
        let mut command = cargo(run.into_iter().chain(["--features", "prerender"]));
        let drawn = told(&mut command, Duration::from_secs(30 * 60), "drawing the first pages")?;
        let languages = serde_json::from_str(&drawn)
            .map_err(|_| Failure::new("the interface drew no first pages"))?;
        let template = places::root().join("ui/page.html");
        let page = fs::read_to_string(&template)
            .map_err(|error| Failure::file("read", &template, &error))?;
        Ok(Self { page, drawn, languages })
    }

    /// All that the pages are made of.
    pub(super) fn source(&self) -> &str {
        &self.drawn
    }

    /// The one page of the app, whose language only the running program knows.
    pub(super) fn of_the_app(&self) -> String {
        let words = &self.languages["en-CA"];
        self.fill(&Filling {
            program: "ui",
            language: "en-CA",
            words,
            files: "/",
            attributes: String::new(),
            title: &words["title"],
            described: false,
            first: MARK,
        })
    }

    /// The pages that the portal sends, by path: `<language>/<page>.html`.
    pub(super) fn of_browsers(&self, files: &str) -> Vec<(String, String)> {
        let mut pages = Vec::new();
        for (language, words) in self.languages.as_object().into_iter().flatten() {
            let page = |name: &str, attributes: &str, title: &Value, first: &str| {
                let filled = self.fill(&Filling {
                    program: if name == "shell" { "ui" } else { "entrance" },
                    language,
                    words,
                    files,
                    attributes: format!(" data-files=\"{files}\"{attributes}"),
                    title,
                    described: name == "welcome",
                    first,
                });
                (format!("{language}/{name}.html"), filled)
            };
            let drawn = |name: &str| (&words[name]["title"], words[name]["html"].as_str());
            // The portal sends these to browsers without a session only.
            let outside = " data-no-session";
            for name in ["welcome", "sign-in"] {
                let (title, html) = drawn(name);
                pages.push(page(name, outside, title, html.unwrap_or(MARK)));
            }
            pages.push(page("outside", outside, &words["title"], MARK));
            pages.push(page("shell", "", &words["title"], MARK));
        }
        pages
    }

    fn fill(&self, filling: &Filling<'_>) -> String {
        let text = |value: &Value| escaped(value.as_str().unwrap_or_default());
        let description = if filling.described {
            let text = text(&filling.words["description"]);
            format!("<meta name=\"description\" content=\"{text}\">\n    ")
        } else {
            String::new()
        };
        self.page
            .replace("{{program}}", filling.program)
            .replace("{{lang}}", filling.language)
            .replace("{{attributes}}", &filling.attributes)
            .replace("{{files}}", filling.files)
            .replace("{{title}}", &text(filling.title))
            .replace("{{description}}", &description)
            .replace("{{noscript}}", &text(&filling.words["noscript"]))
            .replace("{{unreachable}}", &text(&filling.words["unreachable"]))
            .replace("{{first}}", filling.first)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
