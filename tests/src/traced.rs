//! What a program and everything that it starts did with files, as the kernel saw it. `strace` stands
//! between the program and the kernel and writes down each call that opens a file or lists a folder.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

/// The calls that open a file, and those that list a folder.
const OPENS: [&str; 5] = ["open", "openat", "openat2", "creat", "open_by_handle_at"];
const LISTS: [&str; 2] = ["getdents", "getdents64"];

/// A program under watch.
#[derive(Debug)]
pub struct Traced {
    log: PathBuf,
    starter: PathBuf,
}

impl Traced {
    /// Makes a program in this folder that starts `program` under watch.
    ///
    /// # Panics
    /// When it cannot be written.
    #[must_use]
    pub fn new(program: &Path, folder: &Path) -> Self {
        let (log, starter) = (folder.join("calls.log"), folder.join("watched"));
        let calls = [&OPENS[..], &LISTS].concat().join(",?");
        let script = format!(
            "#!/bin/sh\nexec strace --follow-forks --seccomp-bpf --quiet=all --decode-fds=path \
             --string-limit=4096 --output='{}' --trace='?{calls}' '{}' \"$@\"\n",
            log.display(),
            program.display(),
        );
        fs::write(&starter, script).unwrap();
        fs::set_permissions(&starter, fs::Permissions::from_mode(0o755)).unwrap();
        Self { log, starter }
    }

    /// The program to start instead.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.starter
    }

    /// What was done with files at or under this path so far.
    ///
    /// # Panics
    /// When nothing was written down.
    #[must_use]
    pub fn touches(&self, path: &Path) -> Touches {
        let path = path.to_str().unwrap();
        let log = fs::read_to_string(&self.log).unwrap();
        let mut touches = Touches::default();
        for line in log.lines().filter(|line| line.contains(path)) {
            // Each line begins with the process's number.
            let call = line.split_once(' ').map_or(line, |(_, call)| call.trim_start());
            let name = call.split('(').next().unwrap_or_default();
            if LISTS.contains(&name) {
                touches.listed.push(line.to_owned());
            } else if OPENS.contains(&name) {
                touches.opened.push(line.to_owned());
            }
        }
        touches
    }
}

/// What was done with files under a path, call by call, as `strace` writes it.
#[derive(Debug, Default)]
pub struct Touches {
    /// Opened, or tried to.
    pub opened: Vec<String>,
    /// Folders whose content was listed.
    pub listed: Vec<String>,
}

/// Runs a program to its end under watch.
///
/// # Panics
/// When it cannot be started, or does not end in time.
pub fn run(program: &str, arguments: &[&OsStr], folder: &Path) -> Traced {
    let traced = Traced::new(Path::new(program), folder);
    let mut command = crate::started::bound(traced.program());
    crate::started::finish(command.args(arguments), crate::wait::PATIENCE).unwrap();
    traced
}
