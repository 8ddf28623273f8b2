//! Which packages and features the native builds select. Cargo unifies features over what is
//! selected at once, so every area of `test` uses the same selection: a different one would build
//! the dependencies a second time.

/// The app's features outside a package: the embedded portal for `--demo`, and the page out of the
/// binary instead of a development server.
const APP_FEATURES: &str = "demo,tauri/custom-protocol";

/// Everything native but this program, which is selected alone by `cargo xtask` itself.
pub(crate) const NATIVE: [&str; 7] =
    ["--workspace", "--exclude", "ui", "--exclude", "xtask", "--features", APP_FEATURES];

/// The interface's target.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
