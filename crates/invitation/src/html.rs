//! A page as its reader sees it: what is visible, what is hidden, what can be pressed. No document is
//! built and nothing is fetched: one walk through its tags, with a bounded pile of those that are
//! open.

mod style;

use crate::links::{Link, written};
use contract::policy::EMAIL_MAX_LINKS;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use style::{Look, Rules};
use url::Url;

/// Elements that lie deeper are read as if they lay at this depth.
const MOST_OPEN: usize = 400;
/// No more text than this is kept, in bytes.
const MOST_TEXT: usize = 400_000;
/// No more tags than these are read.
const MOST_TAGS: usize = 60_000;

/// What is seen of a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    /// What is seen of its text.
    pub(crate) visible: String,
    /// What is in its text and cannot be seen.
    pub(crate) hidden: String,
    /// What can be pressed, and addresses that are written.
    pub(crate) links: Vec<Link>,
    /// Hosts that pictures are fetched from.
    pub(crate) pictures: Vec<String>,
    /// Whether it asks for something to be typed.
    pub(crate) asks: bool,
    /// Whether a program or another page is built in.
    pub(crate) active: bool,
    /// Whether it has more than was read.
    pub(crate) cut: bool,
}

/// Elements without an end.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "keygen",
];
/// Elements whose content is no text of the page.
const NO_TEXT: [&str; 6] = ["script", "style", "title", "template", "head", "noembed"];
/// Elements that begin a line of their own, and end an open paragraph.
const BLOCKS: [&str; 28] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "div",
    "dl",
    "dd",
    "dt",
    "fieldset",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "section",
    "table",
    "tr",
    "ul",
];
/// Cells and entries: one ends the one before it, within what holds them.
const ENTRIES: [(&str, &[&str]); 6] = [
    ("li", &["ul", "ol"]),
    ("td", &["tr", "table"]),
    ("th", &["tr", "table"]),
    ("tr", &["table"]),
    ("option", &["select"]),
    ("dd", &["dl"]),
];

/// An open element.
struct Open {
    name: String,
    look: Look,
    no_text: bool,
}

/// The walk.
#[derive(Default)]
struct Walk {
    page: Page,
    open: Vec<Open>,
    rules: Rules,
    /// The text of a style sheet under way.
    sheet: Option<String>,
    /// Against what addresses are read.
    base: Option<Url>,
    /// The link under way: where it leads, and what is seen of it.
    link: Option<Link>,
}

/// Reads a page.
pub(crate) fn read(html: &str) -> Page {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut walk = Walk::default();
    for (number, Ok(token)) in Tokenizer::new_with_emitter(html, emitter).enumerate() {
        if number > MOST_TAGS || walk.page.visible.len() + walk.page.hidden.len() > MOST_TEXT {
            walk.page.cut = true;
            break;
        }
        match token {
            Token::StartTag(tag) => walk.start(&tag),
            Token::EndTag(tag) => walk.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => walk.text(&String::from_utf8_lossy(&text.value)),
            _ => {}
        }
    }
    walk.close_link();
    let written = written(&walk.page.visible);
    let linked = walk.page.links.clone();
    let is_shown = |address: &str| linked.iter().any(|link| link.shown.contains(address));
    walk.page.links.extend(written.into_iter().filter(|link| !is_shown(&link.address)));
    walk.page
}

impl Walk {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
        let get = |wanted: &str| {
            let value = tag.attributes.get(wanted.as_bytes())?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        self.end_before(&name);
        self.notes(&name, &get);
        if BLOCKS.contains(&name.as_str()) || matches!(name.as_str(), "br" | "td" | "th") {
            self.line();
        }
        if VOID.contains(&name.as_str()) {
            return;
        }
        let around = self.open.last().map_or_else(Look::default, |open| open.look.clone());
        let look = around.of(&name, &get, &self.rules);
        let no_text =
            NO_TEXT.contains(&name.as_str()) || self.open.last().is_some_and(|open| open.no_text);
        if name == "style" {
            self.sheet = Some(String::new());
        }
        if name == "body" {
            // Whatever was left open above it is over.
            self.open.retain(|open| open.name == "html");
            let no_text = false;
            self.open.push(Open { name, look, no_text });
            return;
        }
        if self.open.len() < MOST_OPEN {
            self.open.push(Open { name, look, no_text });
        } else {
            self.page.cut = true;
        }
    }

    /// Ends what a new element ends by itself.
    fn end_before(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            let held = ["table", "td", "th", "button", "blockquote", "div", "li"];
            self.end_open(&["p"], &held);
        }
        for (entry, holders) in ENTRIES {
            if name == entry {
                let both =
                    if entry == "td" || entry == "th" { &["td", "th"][..] } else { &[entry] };
                self.end_open(both, holders);
            }
        }
    }

    /// Ends the nearest open one of these, unless it lies beyond one that holds the new one.
    fn end_open(&mut self, names: &[&str], holders: &[&str]) {
        for at in (0..self.open.len()).rev() {
            let name = self.open[at].name.as_str();
            if names.contains(&name) {
                self.open.truncate(at);
                return;
            }
            if holders.contains(&name) {
                return;
            }
        }
    }

    /// What a tag does besides holding text.
    fn notes(&mut self, name: &str, get: &dyn Fn(&str) -> Option<String>) {
        match name {
            "base" if self.base.is_none() => {
                self.base = get("href").and_then(|href| Url::parse(href.trim()).ok());
            }
            "a" | "area" => {
                self.close_link();
                let href = get("href").or_else(|| get("xlink:href"));
                if let Some(href) = href {
                    self.link = Some(Link { address: self.whole(&href), ..Link::default() });
                }
                if name == "area" {
                    self.close_link();
                }
            }
            "form" | "input" | "textarea" | "select" => {
                let unseen = get("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
                self.page.asks |= !unseen;
                self.leads(get("action"));
                self.leads(get("formaction"));
            }
            "button" => self.leads(get("formaction")),
            "script" | "object" | "embed" | "applet" => self.page.active = true,
            "iframe" | "frame" => {
                self.page.active = true;
                self.leads(get("src"));
            }
            "meta"
                if get("http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case("refresh")) =>
            {
                self.page.active = true;
                let to = get("content").and_then(|content| {
                    let at = content.to_ascii_lowercase().find("url=")?;
                    Some(content.get(at + 4..)?.trim_matches(['\'', '"', ' ']).to_owned())
                });
                self.leads(to);
            }
            _ => {}
        }
        if matches!(name, "img" | "input" | "source" | "video" | "audio") {
            self.fetches(get("src"));
        }
        self.fetches(get("background"));
        if let Some(style) = get("style") {
            self.fetches(style::fetched(&style));
        }
    }

    /// Something that leads somewhere without being a link with text.
    fn leads(&mut self, to: Option<String>) {
        if let Some(to) = to.filter(|to| !to.trim().is_empty()) {
            let address = self.whole(&to);
            self.keep(Link { address, ..Link::default() });
        }
    }

    fn fetches(&mut self, from: Option<String>) {
        let url = from.and_then(|from| Url::parse(&self.whole(&from)).ok());
        let url = url.filter(|url| matches!(url.scheme(), "http" | "https"));
        let Some(host) = url.as_ref().and_then(Url::host_str) else { return };
        if self.page.pictures.len() < 20 && !self.page.pictures.iter().any(|known| known == host) {
            self.page.pictures.push(host.to_owned());
        }
    }

    /// An address as it is read where a base was set.
    fn whole(&self, address: &str) -> String {
        match &self.base {
            Some(base)
                if matches!(
                    Url::parse(address.trim()),
                    Err(url::ParseError::RelativeUrlWithoutBase)
                ) =>
            {
                base.join(address.trim()).map_or_else(|_| address.to_owned(), String::from)
            }
            _ => address.to_owned(),
        }
    }

    fn keep(&mut self, link: Link) {
        if self.page.links.len() > 2 * EMAIL_MAX_LINKS {
            self.page.cut = true;
        } else if !self.page.links.contains(&link) {
            self.page.links.push(link);
        }
    }

    fn close_link(&mut self) {
        if let Some(mut link) = self.link.take() {
            link.shown = link.shown.split_whitespace().collect::<Vec<_>>().join(" ");
            self.keep(link);
        }
    }

    fn end(&mut self, name: &str) {
        let name = name.to_ascii_lowercase();
        if name == "a" {
            self.close_link();
        }
        if name == "style"
            && let Some(sheet) = self.sheet.take()
        {
            self.rules.read(&sheet);
        }
        if matches!(name.as_str(), "body" | "html") {
            return;
        }
        if BLOCKS.contains(&name.as_str()) {
            self.line();
        }
        if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            self.open.truncate(at);
        }
    }

    /// A new line, whatever is seen of the one before it.
    fn line(&mut self) {
        for text in [&mut self.page.visible, &mut self.page.hidden] {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
        }
        if let Some(link) = &mut self.link {
            link.shown.push(' ');
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(sheet) = &mut self.sheet {
            sheet.push_str(text);
            return;
        }
        let (no_text, hidden) =
            self.open.last().map_or((false, false), |open| (open.no_text, open.look.is_hidden()));
        if no_text {
            return;
        }
        if hidden {
            self.page.hidden.push_str(text);
        } else {
            self.page.visible.push_str(text);
            if let Some(link) = &mut self.link
                && link.shown.len() < 2_000
            {
                link.shown.push_str(text);
            }
        }
    }
}

#[cfg(test)]
mod tests;
