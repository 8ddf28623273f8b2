//! A program that a test started: its output in a file, ended with all its children on drop.

use crate::wait;
use rustix::process::{Pid, Signal, kill_process_group};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, thread};

/// A command whose program the kernel ends with the test, also when the test itself is killed and
/// drops nothing.
#[must_use]
pub fn bound(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--"]).arg(program);
    command
}

/// A running program.
#[derive(Debug)]
pub struct Started {
    name: String,
    child: Child,
    log: PathBuf,
}

impl Started {
    /// Starts a program whose output goes to `NAME.log` in the folder.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn new(name: &str, command: &mut Command, logs: &Path) -> Self {
        let log = logs.join(format!("{name}.log"));
        // Of an earlier one of that name nothing may be taken for this one's.
        File::create(&log).unwrap();
        let file = File::options().append(true).open(&log).unwrap();
        let child = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .spawn()
            .unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
        Self { name: name.to_owned(), child, log }
    }

    /// Its process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it has printed.
    #[must_use]
    pub fn printed(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).into_owned()
    }

    /// The rest of the first line that starts so.
    ///
    /// # Panics
    /// When it ends or does not print such a line in time.
    pub fn line_after(&mut self, start: &str) -> String {
        let found = wait::until(|| {
            let printed = self.printed();
            let line = printed.lines().find_map(|line| line.trim().strip_prefix(start));
            if let Some(line) = line {
                return Some(Ok(line.trim().to_owned()));
            }
            let ended = self.child.try_wait().unwrap()?;
            Some(Err(format!("it ended with {ended}")))
        });
        match found {
            Ok(Ok(line)) => line,
            Ok(Err(why)) | Err(why) => {
                panic!("{} did not print `{start}`: {why}\n{}", self.name, self.printed())
            }
        }
    }

    /// Whether it is still there.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Ends it at once, as a power cut would.
    pub fn kill(&mut self) {
        self.signal(Signal::KILL);
        // What matters is that it is gone.
        let _ = self.child.wait();
    }

    fn signal(&self, signal: Signal) {
        if let Some(pid) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            // A group that ended by itself needs no signal.
            let _ = kill_process_group(pid, signal);
        }
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        if thread::panicking() {
            let printed = self.printed();
            let lines: Vec<String> =
                printed.lines().map(|line| line.chars().take(300).collect()).collect();
            let last = lines.len().saturating_sub(15);
            eprintln!("── {} printed last ──\n{}", self.name, lines[last..].join("\n"));
        }
        self.signal(Signal::TERM);
        let gone =
            wait::until_within(Duration::from_secs(2), || self.child.try_wait().ok().flatten());
        self.signal(Signal::KILL);
        if gone.is_err() {
            let _ = self.child.wait();
        }
    }
}

/// A program of this build: it lies beside the tests.
///
/// # Panics
/// When it was not built.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let here = env::current_exe().unwrap();
    let beside = here
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file());
    beside.unwrap_or_else(|| panic!("{name} is not built; `cargo xtask e2e` builds it"))
}

/// A tool that `cargo xtask setup` keeps beside the builds.
///
/// # Panics
/// When it is not there.
#[must_use]
pub fn tool(name: &str) -> PathBuf {
    let here = env::current_exe().unwrap();
    let kept = here
        .ancestors()
        .map(|folder| folder.join("tools/bin").join(name))
        .find(|path| path.is_file());
    kept.unwrap_or_else(|| panic!("{name} is not there; `cargo xtask setup` brings it"))
}

/// Runs a program to its end within the limit and gives what it printed.
///
/// # Errors
/// What it said on standard error when it failed, or that it took too long.
///
/// # Panics
/// When it cannot be started.
pub fn finish(command: &mut Command, limit: Duration) -> Result<String, String> {
    let name = format!("{command:?}");
    let folder = tempfile::tempdir().unwrap();
    let (out, err) = (folder.path().join("out"), folder.path().join("err"));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(File::create(&out).unwrap())
        .stderr(File::create(&err).unwrap())
        .spawn()
        .unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
    let read = |path: &Path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
    match wait::until_within(limit, || child.try_wait().unwrap()) {
        Ok(status) if status.success() => Ok(read(&out)),
        Ok(status) => Err(format!("{name} ended with {status}: {}{}", read(&err), read(&out))),
        Err(why) => {
            // It may have ended in this moment.
            let _ = child.kill();
            let _ = child.wait();
            Err(format!("{name}: {why}"))
        }
    }
}
