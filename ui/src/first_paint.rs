//! What the page shows before the program runs: taken away when the program shows the same itself.
//! Whoever was quick has typed into it by then; that is carried over, with the focus.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, EventInit, HtmlElement, HtmlInputElement};

const PLACE: &str = "first-paint";
/// The page that takes over is looked for this often, a moment apart.
const TRIES: u32 = 20;
const MOMENT_MS: u32 = 25;

/// What was typed before the program ran, by the id of its field.
#[derive(Default)]
pub(crate) struct Typed {
    fields: Vec<(String, String)>,
    focused: Option<String>,
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Takes it away, and gives what was typed into it.
pub(crate) fn take() -> Typed {
    let Some(place) = document().and_then(|document| document.get_element_by_id(PLACE)) else {
        return Typed::default();
    };
    let focused = document()
        .and_then(|document| document.active_element())
        .filter(|element| place.contains(Some(element)))
        .map(|element| element.id())
        .filter(|id| id.starts_with("field-"));
    let mut fields = Vec::new();
    if let Ok(found) = place.query_selector_all("input") {
        for i in 0..found.length() {
            let field = found.get(i).and_then(|node| node.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field.filter(|field| !field.value().is_empty()) {
                fields.push((field.id(), field.value()));
            }
        }
    }
    place.remove();
    Typed { fields, focused }
}

/// Types it into the page that the program shows.
pub(crate) async fn give(typed: Typed) {
    let wanted = typed.fields.first().map(|(id, _)| id).or(typed.focused.as_ref());
    let Some(wanted) = wanted.cloned() else { return };
    for _ in 0..TRIES {
        if field(&wanted).is_some() {
            break;
        }
        TimeoutFuture::new(MOMENT_MS).await;
    }
    for (id, text) in &typed.fields {
        if let Some(field) = field(id) {
            field.set_value(text);
            let bubbling = EventInit::new();
            bubbling.set_bubbles(true);
            if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling) {
                let _ = field.dispatch_event(&event);
            }
        }
    }
    let focused = typed.focused.and_then(|id| document()?.get_element_by_id(&id));
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

fn field(id: &str) -> Option<HtmlInputElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
