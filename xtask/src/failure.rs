//! Why a command stopped: one line that a person can act on. It never carries a trace.

use std::fmt;
use std::io;
use std::path::Path;

/// A command's refusal: what did not work, and what to do where that is known.
#[derive(Debug)]
pub(crate) struct Failure(String);

/// What every command gives back.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A refusal in so many words.
    pub(crate) fn new(line: impl Into<String>) -> Self {
        Self(line.into())
    }

    /// A file or folder that could not be read or written. A full disk is named as such.
    pub(crate) fn file(doing: &str, path: &Path, error: &io::Error) -> Self {
        Self(match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => format!(
                "the disk is full: could not {doing} {}; free some space and start again",
                path.display()
            ),
            _ => format!("could not {doing} {}: {error}", path.display()),
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
