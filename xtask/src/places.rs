//! Where things are in the project. Every path that a command uses starts here.

use std::env;
use std::path::{Path, PathBuf};

/// The project's root folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Cargo's target folder: what `CARGO_TARGET_DIR` says, else `target`.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The interface as the app embeds it.
pub(crate) fn interface() -> PathBuf {
    root().join("dist/app")
}

/// The interface as the portal serves it to browsers.
pub(crate) fn browser_edition() -> PathBuf {
    root().join("dist/browser")
}

/// The browser edition with pseudo-words.
pub(crate) fn pseudo() -> PathBuf {
    root().join("dist/pseudo")
}

/// The gallery.
pub(crate) fn gallery() -> PathBuf {
    root().join("dist/gallery")
}

/// Pictures of every page.
pub(crate) fn shots() -> PathBuf {
    root().join("shots")
}

/// A program of the development profile.
pub(crate) fn program(name: &str) -> PathBuf {
    target().join("debug").join(name)
}

/// A program of the release profile.
pub(crate) fn release(name: &str) -> PathBuf {
    target().join("release").join(name)
}
