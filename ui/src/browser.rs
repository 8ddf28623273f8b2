//! The page around the interface: title, language, focus, history, and what the browser tells. The
//! only file that reads the browser's clock. Every call does nothing where there is no page.

use futures_channel::mpsc::UnboundedSender;
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, VisibilityState, Window};

/// What the browser tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// The address changed by the back or forward button.
    Address(String),
    /// The window is looked at again.
    Shown,
    /// The window is about to be hidden or closed.
    Hidden,
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Sends what the browser tells from now on.
pub(crate) fn listen(told: &UnboundedSender<Told>) {
    let (Some(window), Some(document)) = (window(), document()) else {
        return;
    };
    let sender = told.clone();
    let moved = Closure::<dyn FnMut()>::new(move || {
        let _ = sender.unbounded_send(Told::Address(path()));
    });
    window.set_onpopstate(Some(moved.as_ref().unchecked_ref()));
    moved.forget();

    let sender = told.clone();
    let seen = Closure::<dyn FnMut()>::new(move || {
        let _ = sender.unbounded_send(if is_shown() { Told::Shown } else { Told::Hidden });
    });
    let _ = document
        .add_event_listener_with_callback("visibilitychange", seen.as_ref().unchecked_ref());
    let _ = window.add_event_listener_with_callback("focus", seen.as_ref().unchecked_ref());
    let _ = window.add_event_listener_with_callback("online", seen.as_ref().unchecked_ref());
    seen.forget();

    let sender = told.clone();
    let closing = Closure::<dyn FnMut()>::new(move || {
        let _ = sender.unbounded_send(Told::Hidden);
    });
    for event in ["pagehide", "blur"] {
        let _ = window.add_event_listener_with_callback(event, closing.as_ref().unchecked_ref());
    }
    closing.forget();
}

/// Whether the window can be seen.
pub(crate) fn is_shown() -> bool {
    document().is_none_or(|document| document.visibility_state() == VisibilityState::Visible)
}

/// The path in the address.
pub(crate) fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_else(|| "/".to_owned())
}

/// Puts a path into the address: as a further page, or in place of the current one.
pub(crate) fn show_path(path: &str, replace: bool) {
    let Some(history) = window().and_then(|window| window.history().ok()) else {
        return;
    };
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(path))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(path))
    };
}

/// Sets the window's title.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the language of the page.
pub(crate) fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Takes away what the page shows before the program runs.
pub(crate) fn clear_first_paint() {
    if let Some(first) = document().and_then(|document| document.get_element_by_id("first-paint")) {
        first.remove();
    }
}

/// Moves the focus to an element and brings it into view. False where there is none.
pub(crate) fn focus(id: &str) -> bool {
    let element = document()
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

/// Scrolls to the top of the page.
pub(crate) fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the system's print dialog.
pub(crate) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Whether the window is wide enough for a third column.
pub(crate) fn is_wide() -> bool {
    window()
        .and_then(|window| window.match_media("(min-width: 75rem)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// The languages that the browser asks for, most wanted first.
pub(crate) fn wanted_languages() -> Vec<String> {
    window()
        .map(|window| {
            window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
        })
        .unwrap_or_default()
}

/// Today where this device is.
pub(crate) fn today() -> Date {
    let now = js_sys::Date::new_0();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a browser's date is within the calendar's bounds"
    )]
    Date::new(now.get_full_year() as i16, now.get_month() as i8 + 1, now.get_date() as i8)
        .unwrap_or_default()
}

/// A moment as this device's clock shows it.
pub(crate) fn local(at: Timestamp) -> DateTime {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds are exact for 285 000 years")]
    let moment = js_sys::Date::new(&JsValue::from_f64(at.as_millisecond() as f64));
    #[expect(clippy::cast_possible_truncation, reason = "minutes of a time zone")]
    let behind = moment.get_timezone_offset() as i64;
    crate::view::moment::shifted(at, SignedDuration::from_mins(-behind))
}
