//! Reading and writing with care: no more bytes than a picture may have, nothing written over what
//! was read, and an existing file replaced only by a complete one.

use crate::Stop;
use contract::policy::PhotoPolicy;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

/// All bytes of a file, or one more than are looked at.
///
/// # Errors
/// It cannot be opened or read.
pub(crate) fn read(file: &Path, policy: &PhotoPolicy) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(policy.source_max_bytes + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads what another file is made of.
///
/// # Errors
/// `Usage` where both are the same file, `Refused` where it cannot be read.
pub(crate) fn read_for(input: &Path, out: &Path, policy: &PhotoPolicy) -> Result<Vec<u8>, Stop> {
    let bytes = read(input, policy).map_err(|error| failed(input, &error))?;
    if same(input, out) {
        return Err(Stop::Usage(format!(
            "{} would be written over what is read; name another file with --out",
            out.display()
        )));
    }
    Ok(bytes)
}

/// Writes a file whole or not at all.
///
/// # Errors
/// It cannot be written; what was there is there still.
pub(crate) fn write(out: &Path, bytes: &[u8]) -> Result<(), Stop> {
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    let written = (|| {
        let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(out).map_err(|error| error.error)?;
        Ok(())
    })();
    written.map_err(|error: io::Error| failed(out, &error))
}

fn failed(file: &Path, error: &io::Error) -> Stop {
    Stop::Refused(format!("{}: {error}", file.display()))
}

/// Whether two paths lead to one file, through links too.
fn same(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(a), Ok(b)) => a == b || linked(&a, &b),
        _ => false,
    }
}

#[cfg(unix)]
fn linked(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::metadata(one), fs::metadata(other)) {
        (Ok(a), Ok(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn linked(_: &Path, _: &Path) -> bool {
    false
}
