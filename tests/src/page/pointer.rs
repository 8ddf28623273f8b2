//! Hands on the page: a mouse that drags, a finger, two fingers.

use super::Page;
use fantoccini::actions::{
    Actions, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use serde_json::json;
use std::time::Duration;

/// A place in the window, in the page's pixels.
pub type Place = (f64, f64);

/// What touches the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// A mouse with its first button.
    Mouse,
    /// A finger.
    Finger,
}

/// On its way, a pointer is seen in between as well.
const STEPS: u32 = 4;

impl Page {
    /// Presses at a place and lets go at another.
    ///
    /// # Panics
    /// When the driver does not.
    pub fn drag(&self, hand: Hand, from: Place, to: Place) {
        let actions: Actions = match hand {
            Hand::Mouse => way(MouseActions::new("mouse".to_owned()), from, to).into(),
            Hand::Finger => way(TouchActions::new("finger".to_owned()), from, to).into(),
        };
        self.ask(self.client.perform_actions(actions)).unwrap();
    }

    /// Puts two fingers on the page and moves each its way at the same time.
    ///
    /// # Panics
    /// When the driver does not.
    pub fn pinch(&self, one: (Place, Place), other: (Place, Place)) {
        let first = way(TouchActions::new("finger".to_owned()), one.0, one.1);
        let second = way(TouchActions::new("thumb".to_owned()), other.0, other.1);
        self.ask(self.client.perform_actions(Actions::from(first).and(second))).unwrap();
    }

    /// The middle of what this selector finds, brought into view.
    ///
    /// # Panics
    /// When nothing is found.
    #[must_use]
    pub fn middle_of(&self, selector: &str) -> Place {
        let look = "const it = document.querySelector(arguments[0]);
            it.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = it.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]";
        let place = self.script(look, vec![json!(selector)]);
        (place[0].as_f64().unwrap(), place[1].as_f64().unwrap())
    }
}

fn way<S: InputSource<Action = PointerAction>>(hand: S, from: Place, to: Place) -> S {
    let at = |part: u32| {
        let part = f64::from(part) / f64::from(STEPS);
        let (x, y) = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
        PointerAction::MoveTo { duration: Some(Duration::from_millis(30)), x, y }
    };
    let pressed = hand.then(at(0)).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
    let moved = (1..=STEPS).fold(pressed, |hand, part| hand.then(at(part)));
    moved.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT })
}
