//! The estimate of how hard a password is to guess, as a program of its own. A worker of the browser
//! edition loads it with the first character of a new password; it knows the `strength` crate and
//! nothing of pages or portals. What it is given never leaves it but as a score and names of advice.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// The score of a password, from 0 to 4, and after it the names of what would make it harder to
/// guess, with spaces between them. `own` are the person's words, one a line.
#[wasm_bindgen]
#[must_use]
pub fn judge(password: &str, own: &str) -> String {
    let own: Vec<&str> = own.lines().collect();
    strength::judge_own(password, &own).in_short()
}
