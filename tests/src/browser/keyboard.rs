//! A keyboard and nothing else: Tab, Shift with Tab, Enter, Space, arrows and letters. At each stop it
//! is checked that the focus can be seen and that it came in reading order.

use super::Browser;
use crate::page::plain;
use fantoccini::key::Key;
use serde_json::Value;

/// More stops than any page has.
const STOPS: usize = 80;

/// What has the focus, and how it shows.
const STOP: &str = "const it = document.activeElement;
    if (!it || it === document.body || it === document.documentElement) return null;
    const box = it.getBoundingClientRect(), style = getComputedStyle(it);
    const x = box.x + box.width / 2, y = box.y + Math.min(box.height, 40) / 2;
    const at = document.elementFromPoint(x, y);
    const label = [...it.labels ?? []].map(each => each.textContent).join(' ');
    return {
        name: it.ariaLabel || label || it.innerText || it.title || '',
        tag: it.localName,
        type: it.type ?? '',
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: Boolean(at) && (it === at || it.contains(at) || at.contains(it) || [...it.labels ?? []].some(each => each.contains(at))),
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        order: [...document.querySelectorAll('*')].indexOf(it),
        checked: it.checked ?? null,
    }";

/// A stop of the focus.
#[derive(Clone, Debug)]
pub struct Stop {
    /// What it is called, with plain spaces.
    pub name: String,
    /// Its element.
    pub tag: String,
    /// Its kind of field.
    pub kind: String,
    /// Where it is in the document.
    pub order: u64,
    /// Whether it is ticked or chosen.
    pub checked: bool,
}

impl Browser {
    /// Where the focus is, which has to be seen.
    ///
    /// # Panics
    /// When it is somewhere and cannot be seen.
    #[must_use]
    pub fn stop(&self) -> Option<Stop> {
        let found = self.script(STOP, vec![]);
        if found.is_null() {
            return None;
        }
        let hidden = hidden(&found);
        assert!(hidden.is_empty(), "the focus {}: {found:#}", hidden.join(" and "));
        let word = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
        Some(Stop {
            name: plain(&word("name").replace('\n', " ")),
            tag: word("tag"),
            kind: word("type"),
            order: found["order"].as_u64().unwrap(),
            checked: found["checked"] == true,
        })
    }

    /// Why what has the focus cannot be seen, if so.
    #[must_use]
    pub fn what_hides_the_focus(&self) -> Vec<&'static str> {
        hidden(&self.script(STOP, vec![]))
    }

    /// Presses Tab until the focus is on what is called so, never back and past nothing.
    ///
    /// # Panics
    /// When it does not come there, or not in reading order.
    pub fn tabs_to(&self, name: &str) -> Stop {
        let wanted = plain(name);
        let mut passed: Vec<String> = Vec::new();
        let mut before = self.order();
        for _ in 0..STOPS {
            self.key(Key::Tab);
            // Past the last stop the browser itself has the focus for one press.
            let Some(stop) = self.stop() else {
                before = 0;
                continue;
            };
            assert!(
                stop.order > before || before == 0,
                "“{}” comes after “{}” but stands before it",
                stop.name,
                passed.last().map_or("the start", String::as_str)
            );
            // “(required)” or a sentence more may follow a field's name.
            let field = matches!(stop.tag.as_str(), "input" | "select");
            if stop.name == wanted || field && stop.name.starts_with(&wanted) {
                return stop;
            }
            before = stop.order;
            passed.push(stop.name);
        }
        panic!("Tab does not lead to “{name}” but past {passed:#?}");
    }

    /// Every stop of the page from its start to its end, with Tab.
    ///
    /// # Panics
    /// When the focus is held somewhere, or comes out of reading order.
    #[must_use]
    pub fn every_stop(&self) -> Vec<Stop> {
        self.to_the_start();
        let mut stops: Vec<Stop> = Vec::new();
        for _ in 0..STOPS {
            self.key(Key::Tab);
            match self.stop() {
                None => return stops,
                Some(stop) => {
                    let before = stops.last().map_or(0, |last| last.order);
                    assert!(stop.order > before, "“{}” comes too late", stop.name);
                    stops.push(stop);
                }
            }
        }
        panic!("the focus does not leave the page; it went past {stops:#?}");
    }

    /// The names of every stop from the page's end to its start, with Shift and Tab.
    ///
    /// # Panics
    /// When the focus is held somewhere.
    #[must_use]
    pub fn every_stop_backwards(&self) -> Vec<String> {
        let (mut names, mut before) = (Vec::new(), u64::MAX);
        for _ in 0..STOPS {
            self.shift_key(Key::Tab);
            match self.stop() {
                Some(stop) if stop.order < before => {
                    before = stop.order;
                    names.push(stop.name);
                }
                // Past the start: the browser itself has the focus, or the page's end.
                _ => return names,
            }
        }
        panic!("the focus does not leave the page; it went past {names:#?}");
    }

    /// Puts the focus before the first thing on the page.
    ///
    /// # Panics
    /// When the page does not let it.
    pub fn to_the_start(&self) {
        let start = "document.activeElement?.blur(); getSelection().removeAllRanges();
            document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); scrollTo(0, 0)";
        let _ = self.script(start, vec![]);
    }

    fn order(&self) -> u64 {
        let look = "return [...document.querySelectorAll('*')].indexOf(document.activeElement)";
        let found: Value = self.script(look, vec![]);
        found.as_u64().unwrap_or_default()
    }

    /// Types where the focus is.
    ///
    /// # Panics
    /// When it cannot be typed.
    pub fn types(&self, text: &str) {
        self.keys(&text.chars().collect::<Vec<_>>());
    }
}

/// Why a stop cannot be seen.
fn hidden(stop: &Value) -> Vec<&'static str> {
    let reasons = [
        ("ring", "has no ring around it"),
        ("seen", "is covered by something"),
        ("inside", "is outside of what is shown"),
    ];
    reasons.into_iter().filter(|(what, _)| stop[*what] == false).map(|(_, why)| why).collect()
}
