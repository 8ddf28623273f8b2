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

/// The button or link of this name: what it shows, or its first line, or the name it gives itself.
pub(super) const BUTTON: &str = "const wanted = plain(name);
    const names = each => [each.textContent, each.innerText.split('\\n')[0], each.ariaLabel ?? ''];
    return [...document.querySelectorAll('a, button, summary')].find(each =>
        each.checkVisibility() && names(each).some(name => plain(name) === wanted))";

impl Page {
    /// The field with this label, brought into view.
    pub(super) fn field(&self, label: &str) -> Element {
        let what = format!("the field “{label}”");
        let control = format!("const label = (() => {{ {LABEL} }})(); return label?.control");
        let field = self.element(&what, &control, &[label]);
        self.bring(&field).unwrap();
        field
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

    /// Presses an element, wherever on the page it is.
    ///
    /// # Panics
    /// When it cannot be pressed.
    pub fn click(&self, element: &Element) {
        let mut said = String::new();
        let pressed = wait::until(|| {
            let pressed = self.bring(element).and_then(|()| self.ask(element.click()));
            pressed.map_err(|error| said = error.to_string()).ok()
        });
        pressed
            .unwrap_or_else(|why| panic!("it cannot be pressed: {why}, {said}\n{}", self.text()));
    }

    /// Scrolls an element to the middle: the driver's own scrolling stops at what is half in view.
    fn bring(&self, element: &Element) -> Result<(), CmdError> {
        let show = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        let itself = serde_json::to_value(element).unwrap();
        self.ask(self.client.execute(show, vec![itself])).map(drop)
    }
}
