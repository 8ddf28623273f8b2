//! The checker of emails as a program of its own. A worker of the browser edition loads it with the
//! first email that is looked at; it knows the `invitation` crate and nothing of pages or portals.
//! What it is given never leaves it but as what was seen.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// What a saved message shows: the JSON of `contract::genuine::Findings`.
#[wasm_bindgen]
#[must_use]
pub fn check_message(bytes: &[u8]) -> String {
    serde_json::to_string(&invitation::check_message(bytes)).unwrap_or_default()
}

/// What text shows that was copied out of a mail program: the same.
#[wasm_bindgen]
#[must_use]
pub fn check_text(text: &str) -> String {
    serde_json::to_string(&invitation::check_text(text)).unwrap_or_default()
}
