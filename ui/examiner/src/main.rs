//! The examination of a picture as a program of its own. A worker of the browser edition loads it
//! with the first picture; it knows the `photo` crate and nothing of pages or portals.

use contract::Problem;
use contract::host::PickedPhoto;
use contract::policy::Policy;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Says what a file is and what must be mended before it can be sent: the JSON of a
/// `Result<PickedPhoto, Problem>`.
#[wasm_bindgen]
#[must_use]
pub fn inspect(name: &str, bytes: &[u8]) -> String {
    let judged = photo::inspect(bytes, &Policy::PROGRAMME.photo);
    let picked: Result<PickedPhoto, Problem> = judged.map(|facts| PickedPhoto {
        file_name: name.to_owned(),
        format: facts.format,
        width: facts.width,
        height: facts.height,
        bytes: facts.bytes,
        refusals: facts.refusals,
    });
    serde_json::to_string(&picked).unwrap_or_default()
}
