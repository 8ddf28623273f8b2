//! The browser's own file dialog, over one hidden field. The page gets the one file that was picked
//! and can reach no other.

use contract::{Code, Problem};
use futures_channel::oneshot;
use std::cell::RefCell;
use std::future::Future;
use wasm_bindgen::prelude::*;
use web_sys::{File, HtmlInputElement};

/// The field's id.
const FIELD: &str = "picked-file";

/// Pictures that can be sent.
pub(super) const PICTURES: &str = "image/jpeg,image/png";
/// Saved emails.
#[cfg(feature = "household")]
pub(super) const EMAILS: &str = ".eml,message/rfc822";

/// A picked file.
pub(super) struct Picked {
    /// Its size in bytes.
    pub(super) size: u64,
    /// The file itself, which the page hands on and does not read.
    pub(super) file: File,
}

thread_local! {
    static WAITING: RefCell<Option<oneshot::Sender<Option<File>>>> = const { RefCell::new(None) };
}

/// Opens the dialog for files of these kinds; nothing where it was closed without a choice. Must be
/// called within a press.
pub(super) fn pick(kinds: &str) -> impl Future<Output = Result<Option<Picked>, Problem>> {
    let (sender, chosen) = oneshot::channel();
    let opened = field().map(|field| {
        // The same file picked again is a choice, too.
        field.set_value("");
        field.set_accept(kinds);
        WAITING.replace(Some(sender));
        field.click();
    });
    async move {
        opened.ok_or(Code::PickerUnavailable)?;
        // A later press takes this one's place.
        let file = chosen.await.unwrap_or_default();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a file's size is a whole number below 2^53"
        )]
        Ok(file.map(|file| Picked { size: file.size() as u64, file }))
    }
}

fn answer(file: Option<File>) {
    if let Some(waiting) = WAITING.take() {
        let _ = waiting.send(file);
    }
}

/// The field: made once, unseen, and no stop for the keyboard.
fn field() -> Option<HtmlInputElement> {
    let document = web_sys::window()?.document()?;
    if let Some(there) = document.get_element_by_id(FIELD) {
        return there.dyn_into().ok();
    }
    let field: HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
    field.set_id(FIELD);
    field.set_type("file");
    field.set_class_name("unseen");
    field.set_tab_index(-1);
    field.set_attribute("aria-hidden", "true").ok()?;
    let of_field = field.clone();
    let changed = Closure::<dyn FnMut()>::new(move || {
        answer(of_field.files().and_then(|files| files.get(0)));
    });
    field.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref()).ok()?;
    changed.forget();
    let closed = Closure::<dyn FnMut()>::new(|| answer(None));
    field.add_event_listener_with_callback("cancel", closed.as_ref().unchecked_ref()).ok()?;
    closed.forget();
    document.body()?.append_child(&field).ok()?;
    Some(field)
}
