//! Child processes: each in its own process group, bounded in time, ended when this one is.

use crate::failure::{Failure, Outcome};
use crate::places;
use rustix::process::{Pid, Signal, kill_process_group};
use std::io::{self, Read as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

static GROUPS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// Makes an interrupt end the children too: they are not in the terminal's process group.
pub(crate) fn end_children_on_interrupt() {
    let installed = ctrlc::set_handler(|| {
        let groups = GROUPS.lock().map(|groups| groups.clone());
        for group in groups.unwrap_or_default() {
            signal(group, Signal::TERM);
        }
        std::process::exit(130);
    });
    if let Err(error) = installed {
        eprintln!("an interrupt will not end what is started: {error}");
    }
}

/// `cargo` with arguments, in the root folder.
pub(crate) fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(places::root());
    // Set by the outer cargo for this program only; the inner one must find its own.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_MANIFEST_PATH"] {
        command.env_remove(name);
    }
    command
}

/// Starts a command in a process group of its own.
///
/// # Errors
/// The program is missing or cannot be started.
pub(crate) fn start(command: &mut Command) -> Outcome<Child> {
    let name = command.get_program().to_string_lossy().into_owned();
    let child = command.process_group(0).spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::new(format!(
            "the program {name} is missing; `cargo xtask setup` installs what is needed"
        )),
        _ => Failure::new(format!("{name} could not be started: {error}")),
    })?;
    if let Ok(mut groups) = GROUPS.lock() {
        groups.push(child.id());
    }
    Ok(child)
}

/// Waits for a child, at most so long, then ends its whole group.
///
/// # Errors
/// The time ran out.
pub(crate) fn wait(child: &mut Child, limit: Duration, what: &str) -> Outcome<ExitStatus> {
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => {
                forget(child.id());
                return Ok(status);
            }
            Ok(None) if started.elapsed() >= limit => {
                end(child);
                return Err(Failure::new(format!(
                    "{what} took more than {} s and was ended",
                    limit.as_secs()
                )));
            }
            Ok(None) => thread::sleep(Duration::from_millis(50)),
            Err(error) => return Err(Failure::new(format!("lost sight of {what}: {error}"))),
        }
    }
}

/// Ends a child's whole group: politely, and after two seconds for certain.
pub(crate) fn end(child: &mut Child) {
    signal(child.id(), Signal::TERM);
    for _ in 0..40 {
        if matches!(child.try_wait(), Ok(Some(_))) {
            break;
        }
        thread::sleep(Duration::from_millis(50));
    }
    signal(child.id(), Signal::KILL);
    // The group is gone; what is left is to take the exit status.
    let _ = child.wait();
    forget(child.id());
}

/// Runs a command that shows its output, and wants it to succeed within the limit.
///
/// # Errors
/// It is missing, fails or takes too long.
pub(crate) fn succeed(command: &mut Command, limit: Duration, what: &str) -> Outcome {
    let mut child = start(command.stdin(Stdio::null()))?;
    let status = wait(&mut child, limit, what)?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{what} failed ({status})"))) }
}

/// Runs a command that has to succeed within the limit, and gives what it printed.
///
/// # Errors
/// It is missing, fails, takes too long, or prints something that is no text.
pub(crate) fn told(command: &mut Command, limit: Duration, what: &str) -> Outcome<String> {
    let mut child = start(command.stdin(Stdio::null()).stdout(Stdio::piped()))?;
    let mut printed = child.stdout.take();
    // Read beside the waiting: a full pipe would hold the child back.
    let reader = thread::spawn(move || {
        let mut text = String::new();
        let read = printed.as_mut().map(|printed| printed.read_to_string(&mut text));
        read.and_then(Result::ok).map(|_| text)
    });
    let status = wait(&mut child, limit, what)?;
    let text = reader.join().ok().flatten();
    text.filter(|_| status.success())
        .ok_or_else(|| Failure::new(format!("{what} failed ({status})")))
}

fn signal(group: u32, signal: Signal) {
    if let Some(pid) = i32::try_from(group).ok().and_then(Pid::from_raw) {
        // A group that has ended by itself needs no signal.
        let _ = kill_process_group(pid, signal);
    }
}

fn forget(group: u32) {
    if let Ok(mut groups) = GROUPS.lock() {
        groups.retain(|known| *known != group);
    }
}
