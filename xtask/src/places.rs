//! Where things are in the project. Every path that a command uses starts here.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The project's root folder: where cargo runs this program from, for compiled output that two
/// clones share may come from the other one.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let own = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let own = own.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        own.parent().map_or_else(|| ".".into(), Path::to_path_buf)
    });
    &ROOT
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
