//! The demonstration's one folder. It is emptied only where a marker says that it is one.

use crate::failure::{Failure, Outcome};
use std::fs;
use std::path::Path;

const MARKER: &str = "demonstration.txt";
const SAYS: &str = "The demonstration's portal, mailbox and app data. \
`cargo xtask run --fresh` empties this folder.\n";

/// Makes the folder, or empties it first.
///
/// # Errors
/// It holds something else, or cannot be written.
pub(crate) fn prepare(folder: &Path, fresh: bool) -> Outcome {
    let marker = folder.join(MARKER);
    let foreign = folder.is_dir()
        && !marker.is_file()
        && fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if foreign {
        return Err(Failure::new(format!(
            "{} is no demonstration folder ({MARKER} is missing) and holds files; it was left alone. Name another with --data",
            folder.display()
        )));
    }
    if fresh && folder.is_dir() {
        fs::remove_dir_all(folder).map_err(|error| Failure::file("empty", folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Failure::file("make", folder, &error))?;
    fs::write(&marker, SAYS).map_err(|error| Failure::file("write", &marker, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_demonstration_is_emptied() {
        let folder = std::env::temp_dir().join(format!("landed-folder-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("thesis.txt"), "years of work").unwrap();
        let refused = prepare(&folder, true).unwrap_err().to_string();
        assert!(refused.contains("left alone"), "{refused}");
        assert!(folder.join("thesis.txt").is_file(), "a stranger's file must survive --fresh");

        fs::remove_file(folder.join("thesis.txt")).unwrap();
        prepare(&folder, false).unwrap();
        fs::write(folder.join("portal.db"), "old").unwrap();
        prepare(&folder, false).unwrap();
        assert!(folder.join("portal.db").is_file(), "without --fresh the data stays");
        prepare(&folder, true).unwrap();
        assert!(!folder.join("portal.db").exists(), "--fresh empties it");
        assert!(folder.join(MARKER).is_file());
        fs::remove_dir_all(&folder).unwrap();
    }
}
