//! Pictures that came as bytes, shown by the page under an address of their own. The address is
//! freed with the last holder, so that a replaced photo does not stay in memory.

use js_sys::{Array, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag, Url};

/// The address of a picture in this page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PictureUrl(Rc<Owned>);

#[derive(Debug, PartialEq)]
struct Owned(String);

impl Drop for Owned {
    fn drop(&mut self) {
        // Only fails for what is no address at all.
        let _ = Url::revoke_object_url(&self.0);
    }
}

impl PictureUrl {
    /// From an `ArrayBuffer` or a plain array of bytes; nothing for anything else. The kind of
    /// picture is read from its first bytes: an address without a kind is not shown.
    pub(crate) fn from_buffer(buffer: &JsValue) -> Option<Self> {
        let bytes = Uint8Array::new(buffer);
        if bytes.length() < 2 {
            return None;
        }
        let kind = if bytes.get_index(0) == 0x89 { "image/png" } else { "image/jpeg" };
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&bytes);
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
        let url = Url::create_object_url_with_blob(&blob).ok()?;
        Some(Self(Rc::new(Owned(url))))
    }

    /// The address.
    pub(crate) fn url(&self) -> &str {
        &self.0.0
    }
}
