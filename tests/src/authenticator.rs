//! The authenticator app on somebody's phone: shows the code of this half minute (RFC 6238).

use std::time::SystemTime;
use totp_rs::{Builder, Secret};

/// The code of now for a secret as a page shows it, in groups of letters.
///
/// # Panics
/// When the page shows no such secret.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "a phone shows the code of its own clock")]
pub fn code(shown: &str) -> String {
    let letters: String = shown.split_whitespace().collect();
    let secret = Secret::try_from_base32(letters).unwrap();
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    Builder::new().with_secret(secret).build().unwrap().generate(now).to_string()
}
