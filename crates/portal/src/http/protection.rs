//! What every reply tells browsers to keep from it: scripts and styles of others, frames, guesses
//! about kinds of files, sensors. Says it with the pages of the interface in mind; to whatever is
//! no page it does no harm.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// Only the portal's own files, no code that is written into a page, no frame anywhere. WebAssembly
/// may be compiled; pictures that the applicant picks are shown from memory. No form is ever sent by
/// the browser itself, so that a password never comes into an address before the program runs.
const CONTENT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; \
    frame-ancestors 'none'";

/// The interface picks files and needs nothing else of the device.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), \
    display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), \
    gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), \
    midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), \
    xr-spatial-tracking=()";

const ALWAYS: [(&str, &str); 8] = [
    ("content-security-policy", CONTENT),
    ("permissions-policy", PERMISSIONS),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    // For browsers that do not know `frame-ancestors`.
    ("x-frame-options", "DENY"),
];

/// Two years of nothing but TLS. Never said without TLS: a browser would not believe it, and a
/// portal on somebody's own machine must not claim its name for TLS.
const ONLY_TLS: (&str, &str) = ("strict-transport-security", "max-age=63072000; includeSubDomains");

/// The headers of every reply.
pub(super) fn of(behind_tls: bool) -> HeaderMap {
    let tls = behind_tls.then_some(ONLY_TLS);
    ALWAYS
        .into_iter()
        .chain(tls)
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect()
}
