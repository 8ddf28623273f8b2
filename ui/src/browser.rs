//! The page around the interface: title, language, focus, history, and what the browser tells. The
//! only file that reads the browser's clock. Every call does nothing where there is no page.

use contract::host::{Settings, TextSize, Theme};
#[cfg(feature = "household")]
use contract::news::{SHELL_EVENT, ShellTells};
use contract::{Code, Language, Problem};
use futures_channel::mpsc::UnboundedSender;
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp};
use js_sys::{Reflect, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
#[cfg(feature = "household")]
use web_sys::Event;
use web_sys::{
    Document, Element, HtmlElement, MediaQueryList, PageTransitionEvent, VisibilityState, Window,
};

/// What the browser tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// The address changed by the back or forward button.
    Address(String),
    /// The window is looked at again.
    Shown,
    /// The window is about to be hidden or closed.
    Hidden,
    /// The window became wide enough for a third column, or too narrow for it.
    Width(bool),
    /// The app's shell tells something of its own accord.
    #[cfg(feature = "household")]
    Shell(ShellTells),
}

/// The window; none where the page is drawn at build time, outside any browser.
fn window() -> Option<Window> {
    if cfg!(target_family = "wasm") { web_sys::window() } else { None }
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Sends what the browser tells from now on.
pub(crate) fn listen(told: &UnboundedSender<Told>) {
    let (Some(window), Some(document)) = (window(), document()) else {
        return;
    };
    listen_for_use(&window);
    #[cfg(feature = "household")]
    listen_to_shell(&window, told);

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

    // A page that the browser kept aside may be of a session that has ended since.
    let revived = Closure::<dyn FnMut(PageTransitionEvent)>::new(|event: PageTransitionEvent| {
        if event.persisted()
            && let Some(window) = web_sys::window()
        {
            let _ = window.location().reload();
        }
    });
    let _ = window.add_event_listener_with_callback("pageshow", revived.as_ref().unchecked_ref());
    revived.forget();

    if let Some(query) = wide() {
        let sender = told.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            let _ = sender.unbounded_send(Told::Width(is_wide()));
        });
        query.set_onchange(Some(changed.as_ref().unchecked_ref()));
        // The query tells only as long as it is held.
        std::mem::forget(query);
        changed.forget();
    }

    let sender = told.clone();
    let closing = Closure::<dyn FnMut()>::new(move || {
        let _ = sender.unbounded_send(Told::Hidden);
    });
    for event in ["pagehide", "blur"] {
        let _ = window.add_event_listener_with_callback(event, closing.as_ref().unchecked_ref());
    }
    closing.forget();
}

/// What is no shell's is let go.
#[cfg(feature = "household")]
fn listen_to_shell(window: &Window, told: &UnboundedSender<Told>) {
    let sender = told.clone();
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let tells = Reflect::get(&event, &"detail".into()).ok().and_then(|it| it.as_string());
        if let Some(tells) = tells.and_then(|tells| serde_json::from_str(&tells).ok()) {
            let _ = sender.unbounded_send(Told::Shell(tells));
        }
    });
    let _ = window.add_event_listener_with_callback(SHELL_EVENT, heard.as_ref().unchecked_ref());
    heard.forget();
}

thread_local! {
    static USED: Cell<bool> = const { Cell::new(false) };
}

/// Notes that a key or a pointer is pressed.
fn listen_for_use(window: &Window) {
    let used = Closure::<dyn FnMut()>::new(|| USED.set(true));
    for event in ["keydown", "pointerdown"] {
        let _ = window.add_event_listener_with_callback(event, used.as_ref().unchecked_ref());
    }
    used.forget();
}

/// Whether a key or a pointer was pressed since this was asked last.
pub(crate) fn was_used() -> bool {
    USED.take()
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

/// Loads a page from its origin in place of this one; all that this one held goes with it.
pub(crate) fn load_anew(path: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(path);
    }
}

/// Sets the window's title.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// The path of a file that lies beside the program.
pub(crate) fn file(name: &str) -> String {
    let base = root().and_then(|root| root.get_attribute("data-files"));
    format!("{}{name}", base.as_deref().unwrap_or("/"))
}

/// The language that is the reader's as far as anyone can tell yet: the one that the portal sent the
/// page in, else the one that the browser asks for.
pub(crate) fn likely_language() -> Language {
    let page = root().filter(is_from_portal).and_then(|root| root.get_attribute("lang"));
    page.as_deref().and_then(Language::from_tag).unwrap_or_else(|| {
        let wanted = wanted_languages();
        locale::negotiate(wanted.iter().map(String::as_str))
    })
}

fn is_from_portal(root: &Element) -> bool {
    root.has_attribute("data-files")
}

/// Whether the portal sent this page to a browser that has no session.
pub(crate) fn page_is_for_strangers() -> bool {
    root().is_some_and(|root| root.has_attribute("data-no-session"))
}

/// Shows the page as its reader chose.
pub(crate) fn show_as(settings: &Settings) {
    let Some(root) = root() else { return };
    let theme = match settings.theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    let size = match settings.text_size {
        TextSize::Standard => None,
        TextSize::Large => Some("large"),
        TextSize::Largest => Some("largest"),
    };
    for (name, value) in [("data-theme", theme), ("data-text-size", size)] {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Says, in words that are part of the page itself, that the program could not begin.
pub(crate) fn say_unreachable() {
    let words = document().and_then(|document| document.get_element_by_id("unreachable"));
    if let Some(words) = words {
        let _ = words.remove_attribute("hidden");
    }
}

/// Sets the language of the page.
pub(crate) fn set_language(tag: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", tag);
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
    wide().is_some_and(|query| query.matches())
}

fn wide() -> Option<MediaQueryList> {
    window()?.match_media("(min-width: 75rem)").ok().flatten()
}

/// The languages that the browser asks for, most wanted first.
fn wanted_languages() -> Vec<String> {
    window()
        .map(|window| {
            window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
        })
        .unwrap_or_default()
}

/// Whether this browser keeps the cookie that a sign-in gives.
///
/// # Errors
/// `cookies_needed` where it does not: cookies are off, or the page came over plain HTTP.
pub(crate) fn keeps_cookies() -> Result<(), Problem> {
    let keeps = window().is_none_or(|window| {
        window.is_secure_context()
            && Reflect::get(&window.navigator(), &"cookieEnabled".into())
                .is_ok_and(|enabled| enabled.is_truthy())
    });
    if keeps { Ok(()) } else { Err(Code::CookiesNeeded.into()) }
}

/// The time that a header of a reply names (RFC 9110, 5.6.7).
#[cfg(feature = "household")]
pub(crate) fn moment(text: &str) -> Option<jiff::Timestamp> {
    let ms = js_sys::Date::parse(text);
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, below 2^53")]
    let ms = ms.is_finite().then_some(ms as i64)?;
    jiff::Timestamp::from_millisecond(ms).ok()
}

/// The time now, in milliseconds since the Unix epoch.
pub(crate) fn unix_ms() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970, below 2^53"
    )]
    let now = js_sys::Date::now() as u64;
    now
}

/// The time now.
pub(crate) fn now() -> Timestamp {
    i64::try_from(unix_ms())
        .ok()
        .and_then(|ms| Timestamp::from_millisecond(ms).ok())
        .unwrap_or_default()
}

/// Bytes that nobody can guess.
///
/// # Errors
/// `internal` where the browser gives none.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Problem> {
    let mut bytes = [0; N];
    let crypto = window().and_then(|window| window.crypto().ok()).ok_or(Code::Internal)?;
    crypto.get_random_values_with_u8_array(&mut bytes).map_err(|_| Code::Internal)?;
    Ok(bytes)
}

/// SHA-256 of bytes.
///
/// # Errors
/// `internal` where the browser does not offer it.
pub(crate) async fn sha256(bytes: &Uint8Array) -> Result<Vec<u8>, Problem> {
    let crypto = window().and_then(|window| window.crypto().ok()).ok_or(Code::Internal)?;
    let digest = crypto.subtle().digest_with_str_and_buffer_source("SHA-256", bytes);
    let digest = JsFuture::from(digest.map_err(|_| Code::Internal)?).await;
    Ok(Uint8Array::new(&digest.map_err(|_| Code::Internal)?).to_vec())
}

/// Bytes in Base64 with padding (RFC 4648).
pub(crate) fn base64(bytes: &[u8]) -> String {
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    window().and_then(|window| window.btoa(&text).ok()).unwrap_or_default()
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
