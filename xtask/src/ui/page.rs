//! The page around the program, `ui/page.html`, filled for each edition, language and first page.

use super::files::Files;
use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{cargo, told};
use serde_json::Value;
use std::fs;
use std::time::Duration;

/// The mark, for pages of which nothing is known beforehand.
const MARK: &str = r#"<svg viewBox="64 104 396 352" width="72" height="64" fill="none" aria-hidden="true"><path d="M104 144C236 132 336 212 336 372M92 372H420" stroke="currentColor" stroke-width="40" stroke-linecap="round"/><circle cx="336" cy="372" r="62" fill="currentColor"/></svg>"#;

/// What the program of a household needs beside the entrance's: filled like the page.
const HOUSEHOLD_STYLE: &str = "<link rel=\"stylesheet\" href=\"{{files}}household.css\">\n    ";
const OTHER_WORDS: &str = "<link rel=\"preload\" href=\"{{files}}texts/{{lang}}-more.ftl\" as=\"fetch\" type=\"text/plain\" crossorigin>\n    ";

/// The page and what the program draws of it beforehand.
pub(super) struct Pages {
    page: String,
    drawn: String,
    languages: Value,
}

/// What one page is filled with.
struct Filling<'a> {
    program: &'a str,
    /// What the program's script imports, so that all of it is fetched at once.
    imports: &'a [String],
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
    pub(super) fn of_the_app(&self, files: &Files) -> String {
        let words = &self.languages["en-CA"];
        self.fill(&Filling {
            program: "ui",
            imports: &imports(files, "ui"),
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
    pub(super) fn of_browsers(&self, files: &str, all: &Files) -> Vec<(String, String)> {
        let mut pages = Vec::new();
        let inside = imports(all, "ui");
        let outside_imports = imports(all, "entrance");
        for (language, words) in self.languages.as_object().into_iter().flatten() {
            let page = |name: &str, attributes: &str, title: &Value, first: &str| {
                let (program, imports) = match name {
                    "shell" => ("ui", &inside),
                    _ => ("entrance", &outside_imports),
                };
                let filled = self.fill(&Filling {
                    program,
                    imports,
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
        let preloads: String = filling
            .imports
            .iter()
            .map(|import| {
                format!("<link rel=\"modulepreload\" href=\"{{{{files}}}}{import}\">\n    ")
            })
            .collect();
        let inside = filling.program == "ui";
        self.page
            .replace("{{styles}}", if inside { HOUSEHOLD_STYLE } else { "" })
            .replace("{{words}}", if inside { OTHER_WORDS } else { "" })
            .replace("{{program}}", filling.program)
            .replace("{{lang}}", filling.language)
            .replace("{{attributes}}", &filling.attributes)
            .replace("{{imports}}", &preloads)
            .replace("{{files}}", filling.files)
            .replace("{{title}}", &text(filling.title))
            .replace("{{description}}", &description)
            .replace("{{noscript}}", &text(&filling.words["noscript"]))
            .replace("{{unreachable}}", &text(&filling.words["unreachable"]))
            .replace("{{first}}", filling.first)
    }
}

/// What a program's script imports, by path.
fn imports(files: &Files, program: &str) -> Vec<String> {
    let script = files.get(&format!("{program}.js")).map(Vec::as_slice).unwrap_or_default();
    let script = String::from_utf8_lossy(script);
    let mut found: Vec<String> = script
        .lines()
        .filter(|line| line.starts_with("import "))
        .filter_map(|line| line.split_once(" from ")?.1.split(['\'', '"']).nth(1))
        .filter_map(|path| path.strip_prefix("./").map(str::to_owned))
        .collect();
    found.sort();
    found.dedup();
    found
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_script_imports_is_named_once() {
        let script = "/* x */\nimport { a } from './snippets/x/one.js';\nimport { b } from './snippets/x/two.js';\nimport * as c from './snippets/x/one.js'\nlet from = 1;\n";
        let files = Files::from([("entrance.js".to_owned(), script.as_bytes().to_vec())]);
        assert_eq!(imports(&files, "entrance"), ["snippets/x/one.js", "snippets/x/two.js"]);
        assert!(imports(&files, "ui").is_empty());
    }
}
