//! A dialog that holds the page until it is answered: the browser's own `<dialog>`, which keeps the
//! focus inside while it is open and gives it back afterwards.

use dioxus::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// The dialog of this id; nothing where there is no page, as when the first pages are drawn.
fn element(id: &str) -> Option<HtmlDialogElement> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Opens or closes the dialog of this id. Closing gives the focus back to where it was.
fn show(id: &str, open: bool) {
    let Some(dialog) = element(id) else { return };
    if open && !dialog.open() {
        // Fails only where the dialog is not on the page any more.
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// A dialog. Its first heading has the id `<id>-title` and names it.
#[component]
pub(crate) fn Modal(
    id: String,
    open: bool,
    /// What the Escape key does; nothing where it must not be left by accident.
    #[props(default)]
    escape: Option<EventHandler<()>>,
    children: Element,
) -> Element {
    let own = id.clone();
    use_effect(use_reactive!(|(own, open)| show(&own, open)));
    let closing = id.clone();
    use_drop(move || show(&closing, false));
    rsx! {
        dialog { id: "{id}", "closedby": "none", aria_labelledby: "{id}-title", aria_describedby: "{id}-text",
            // Stopped here, the key does not reach the browser, which would close the dialog itself.
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    event.prevent_default();
                    if let Some(escape) = escape {
                        escape.call(());
                    }
                }
            },
            // The back gesture of phones.
            oncancel: move |event| {
                event.prevent_default();
                if let Some(escape) = escape {
                    escape.call(());
                }
            },
            if open {
                {children}
            }
        }
    }
}
