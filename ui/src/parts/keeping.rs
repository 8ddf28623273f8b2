//! Taking something out of a page: the clipboard, and a file that is made on the device. Neither
//! asks the program around the page for anything, so the app's page needs no leave for files; there
//! it offers the system's print dialog only.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard. False where the browser does not let the page.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(promise) = written(text) else { return false };
    JsFuture::from(promise).await.is_ok()
}

fn written(text: &str) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()
}

/// The address of a file with this content, which lies in the address itself.
pub(crate) fn file_address(media_type: &str, content: &str) -> String {
    let content = String::from(js_sys::encode_uri_component(content));
    format!("data:{media_type};charset=utf-8,{content}")
}

/// The address of a drawing in SVG, for `img`: nothing in it is run or fetched there.
pub(crate) fn drawing_address(svg: &str) -> String {
    file_address("image/svg+xml", svg)
}
