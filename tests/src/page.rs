//! A page as a person uses it, in a browser or in the app's window: read it, fill it in, press what
//! is there. Everything is found by the words that are shown, as a person finds it.
//!
//! What starts the browser or the window, and what belongs to only one of them, is elsewhere.

mod find;
mod pointer;

pub use pointer::{Hand, Place};

use crate::wait::{self, PATIENCE};
use fantoccini::Client;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use find::{BUTTON, LABEL, LABEL_IN_GROUP, PLAIN};
use serde_json::{Value, json};
use std::future::Future;
use tokio::runtime::Runtime;

/// A page that a WebDriver shows.
#[derive(Debug)]
pub struct Page {
    client: Client,
    runtime: Runtime,
}

impl Page {
    pub(crate) fn new(client: Client, runtime: Runtime) -> Self {
        Self { client, runtime }
    }

    /// The session with the driver.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Asks the driver something, and wants an answer in time.
    ///
    /// # Errors
    /// What the driver says.
    ///
    /// # Panics
    /// When it does not answer.
    pub fn ask<T>(&self, asking: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        self.runtime
            .block_on(async { tokio::time::timeout(PATIENCE, asking).await })
            .expect("the window answers in time")
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Panics
    /// When it throws.
    #[must_use]
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.ask(self.client.execute(script, arguments)).unwrap()
    }

    /// Presses a key, wherever the focus is.
    ///
    /// # Panics
    /// When it cannot be pressed.
    pub fn key(&self, key: impl Into<char>) {
        self.keys(&[key.into()]);
    }

    /// Holds Shift and presses a key.
    ///
    /// # Panics
    /// When it cannot be pressed.
    pub fn shift_key(&self, key: Key) {
        let (shift, value) = (char::from(Key::Shift), char::from(key));
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: shift })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: shift });
        self.ask(self.client.perform_actions(keys)).unwrap();
    }

    /// Presses these keys one after another, wherever the focus is.
    ///
    /// # Panics
    /// When they cannot be pressed.
    pub fn keys(&self, keys: &[char]) {
        let start = KeyActions::new("keyboard".to_owned());
        let actions = keys.iter().fold(start, |actions, &value| {
            actions.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.ask(self.client.perform_actions(actions)).unwrap();
    }

    /// The page's main heading, once it reads like this.
    ///
    /// # Panics
    /// When it does not come.
    pub fn heading(&self, wanted: &str) {
        self.wait_for(&format!("the heading “{wanted}”"), || {
            (self.shown_heading() == plain(wanted)).then_some(())
        });
    }

    /// The page's main heading now, with plain spaces.
    #[must_use]
    pub fn shown_heading(&self) -> String {
        let look = "return document.querySelector('h1')?.textContent ?? ''";
        // A page that is being left has none.
        let heading = self.ask(self.client.execute(look, vec![])).unwrap_or_default();
        plain(heading.as_str().unwrap_or_default())
    }

    /// Waits until the page's text holds this.
    ///
    /// # Panics
    /// When it does not come.
    pub fn shows(&self, wanted: &str) {
        self.wait_for(&format!("the text “{wanted}”"), || {
            self.text().contains(&plain(wanted)).then_some(())
        });
    }

    /// The visible text of the page, with plain spaces.
    #[must_use]
    pub fn text(&self) -> String {
        let look = "return document.body?.innerText ?? ''";
        let text = self.ask(self.client.execute(look, vec![])).unwrap_or_default();
        plain(text.as_str().unwrap_or_default())
    }

    /// Presses the button or link with exactly this name.
    ///
    /// # Panics
    /// When there is none.
    pub fn press(&self, name: &str) {
        self.click(&format!("the button “{name}”"), BUTTON, &[name]);
    }

    /// Whether there is a button or link of this name now.
    #[must_use]
    pub fn has_button(&self, name: &str) -> bool {
        let script =
            format!("{PLAIN} const [name] = arguments; return Boolean((() => {{ {BUTTON} }})())");
        self.script(&script, vec![json!(name)]) == true
    }

    /// Presses the one button of the form.
    ///
    /// # Panics
    /// When there is none.
    pub fn submit(&self) {
        let button = "return document.querySelector('main form button[type=submit]')";
        self.click("the form's button", button, &[]);
    }

    /// Ticks or chooses the box or radio button with this label.
    ///
    /// # Panics
    /// When there is none.
    pub fn choose(&self, label: &str) {
        self.click(&format!("the label “{label}”"), LABEL, &[label]);
    }

    /// Chooses the answer with this label to the question that begins so.
    ///
    /// # Panics
    /// When there is none.
    pub fn choose_in(&self, question: &str, label: &str) {
        let what = format!("the answer “{label}” to “{question}”");
        self.click(&what, &format!("return {LABEL_IN_GROUP}"), &[question, label]);
    }

    /// Puts text into the field with this label, in place of what it holds, key by key.
    ///
    /// # Panics
    /// When there is none.
    pub fn fill(&self, label: &str, text: &str) {
        self.field(label, |field| self.write(field, text));
    }

    /// The same for a field in the group that begins so.
    ///
    /// # Panics
    /// When there is none.
    pub fn fill_in(&self, group: &str, label: &str, text: &str) {
        let control = format!("return {LABEL_IN_GROUP}?.control");
        let what = format!("the field “{label}” of “{group}”");
        self.act(&what, &control, &[group, label], |field| self.write(field, text));
    }

    /// Empties a field, then types. The page is told of the former in the same moment: what a driver
    /// clears by itself, it does not notice, and may bring back before the first key.
    fn write(&self, field: &Element, text: &str) -> Result<(), CmdError> {
        let empty = "arguments[0].value = '';
            arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
        let itself = serde_json::to_value(field).unwrap();
        self.ask(self.client.execute(empty, vec![itself]))?;
        self.ask(field.send_keys(text))
    }

    /// What the field with this label holds.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn value(&self, label: &str) -> String {
        self.field(label, |field| self.ask(field.prop("value"))).unwrap_or_default()
    }

    /// Whether the box or radio button with this label is ticked.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn chosen(&self, label: &str) -> bool {
        self.field(label, |field| self.ask(field.is_selected()))
    }

    /// Chooses an entry of the list with this label by its value.
    ///
    /// # Panics
    /// When there is none.
    pub fn select(&self, label: &str, value: &str) {
        self.field(label, |field| self.ask(field.select_by_value(value)));
    }

    /// Waits until nothing on the page moves or is still to come, and it is painted.
    ///
    /// # Panics
    /// When it goes on moving.
    pub fn stands_still(&self) {
        let still = "return !document.querySelector('[aria-busy=true], .skeleton')
            && document.getAnimations().every(each => each.playState !== 'running')
            // Those further down would wait until somebody scrolls there.
            && [...document.images].every(each => (each.loading = 'eager', each.complete))
            && document.fonts.status === 'loaded'";
        self.wait_for("a page that stands still", || {
            (self.script(still, vec![]) == true).then_some(())
        });
        let painted = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        assert_eq!(self.script(painted, vec![]), true, "the page is painted");
    }

    /// Waits for something on this page, and tells what the page shows when it does not come.
    ///
    /// # Panics
    /// When it does not come.
    pub fn wait_for<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        wait::until(look).unwrap_or_else(|why| {
            panic!("{what}: {why}. The page shows:\n{}", self.text());
        })
    }

    /// Ends the session with the driver, which ends what it started.
    pub(crate) fn close(&self) {
        let close = self.client.clone().close();
        // A driver that does not answer is killed next.
        let _ = self.runtime.block_on(async {
            tokio::time::timeout(std::time::Duration::from_secs(5), close).await
        });
    }
}

/// Folds every kind of space, and leaves out the marks that isolate what was filled in, as `plain`
/// does in the page.
#[must_use]
pub fn plain(text: &str) -> String {
    let text = text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    text.split('\n')
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n")
}
