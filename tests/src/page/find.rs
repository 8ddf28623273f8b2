//! Finding what a page shows: by label, by name, by script; and bringing it into view.

use super::Page;
use crate::wait;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

/// Folds every kind of space, and leaves out the marks that isolate what was filled in.
pub(super) const PLAIN: &str = r"const plain = text =>
    text.replace(/[\u2066-\u2069]/g, '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();";

/// The label that begins with the name; “(required)” or more may follow it.
pub(super) const LABEL: &str = "const wanted = plain(name);
    return [...document.querySelectorAll('label')].find(each => plain(each.textContent).startsWith(wanted))";

/// The label that begins with the second argument, in the group whose legend begins with the name.
pub(super) const LABEL_IN_GROUP: &str =
    "[...[...document.querySelectorAll('fieldset')].find(each =>
        plain(each.querySelector('legend')?.textContent ?? '').startsWith(plain(name)))
    ?.querySelectorAll('label') ?? []].find(each =>
        plain(each.textContent).startsWith(plain(arguments[1])))";

/// The button or link of this name: what it shows, or its first line, or the name it gives itself.
pub(super) const BUTTON: &str = "const wanted = plain(name);
    const names = each => [each.textContent, each.innerText.split('\\n')[0], each.ariaLabel ?? ''];
    return [...document.querySelectorAll('a, button, summary')].find(each =>
        each.checkVisibility() && names(each).some(name => plain(name) === wanted))";

impl Page {
    /// Does something with the field of this label, brought into view.
    pub(super) fn field<T>(&self, label: &str, act: impl Fn(&Element) -> Result<T, CmdError>) -> T {
        let control = format!("const label = (() => {{ {LABEL} }})(); return label?.control");
        self.act(&format!("the field “{label}”"), &control, &[label], act)
    }

    /// The element that a script returns, once it returns one. The script may use `name`, its first
    /// argument, and `plain`, which folds spaces.
    ///
    /// # Panics
    /// When it returns none.
    #[must_use]
    pub fn element(&self, what: &str, script: &str, arguments: &[&str]) -> Element {
        let script = format!("{PLAIN} const [name] = arguments; {script}");
        let arguments: Vec<Value> = arguments.iter().map(|each| json!(each)).collect();
        self.wait_for(what, || {
            let found = self.ask(self.client.execute(&script, arguments.clone())).ok()?;
            let id = found.as_object()?.values().next()?.as_str()?.to_owned();
            Some(Element::from_element_id(self.client.clone(), id.into()))
        })
    }

    /// Presses what a script returns, as [`Page::element`] finds it, wherever on the page it is.
    ///
    /// # Panics
    /// When there is none, or it cannot be pressed.
    pub fn click(&self, what: &str, script: &str, arguments: &[&str]) {
        self.act(what, script, arguments, |element| self.ask(element.click()));
    }

    /// Does something with what a script returns, brought into view; again where the page drew it
    /// anew between the look and the act.
    pub(super) fn act<T>(
        &self,
        what: &str,
        script: &str,
        arguments: &[&str],
        act: impl Fn(&Element) -> Result<T, CmdError>,
    ) -> T {
        let mut said = String::new();
        let done = wait::until(|| {
            let element = self.element(what, script, arguments);
            let done = self.bring(&element).and_then(|()| act(&element));
            done.map_err(|error| said = error.to_string()).ok()
        });
        done.unwrap_or_else(|why| {
            panic!("nothing can be done with {what}: {why}, {said}\n{}", self.text())
        })
    }

    /// Scrolls an element to the middle, as the driver's own scrolling stops at what is half in view,
    /// and waits until it stays where it is: what moves between the look and the press is missed.
    fn bring(&self, element: &Element) -> Result<(), CmdError> {
        let show = "const [element] = arguments;
            const top = () => element.getBoundingClientRect().top;
            const frame = () => new Promise(requestAnimationFrame);
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            return (async () => {
                let before;
                do { before = top(); await frame(); await frame(); } while (top() !== before);
            })()";
        let itself = serde_json::to_value(element).unwrap();
        self.ask(self.client.execute(show, vec![itself])).map(drop)
    }
}
