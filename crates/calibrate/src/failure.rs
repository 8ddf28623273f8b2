//! Why a calibration could not be done.

use std::fmt;
use std::path::{Path, PathBuf};

/// What went wrong, in a line.
#[derive(Debug)]
pub enum Failure {
    /// A file or folder could not be read or written.
    File(PathBuf, std::io::Error),
    /// A file is not what it should be.
    Odd(PathBuf, String),
}

impl Failure {
    /// A file that could not be read or written.
    pub fn file(path: &Path, error: std::io::Error) -> Self {
        Self::File(path.to_owned(), error)
    }

    /// A file that is not what it should be.
    pub fn odd(path: &Path, why: &str) -> Self {
        Self::Odd(path.to_owned(), why.to_owned())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(formatter, "{}: {error}", path.display()),
            Self::Odd(path, why) => write!(formatter, "{}: {why}", path.display()),
        }
    }
}

impl std::error::Error for Failure {}
