//! A measuring program that stays open: a line goes in, the milliseconds of one piece of work come
//! out. It is never waited for without end.

use crate::failure::{Failure, Outcome};
use crate::process::{end, start};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// The longest that one piece of work may take.
const LONGEST: Duration = Duration::from_secs(60);

/// A running program.
pub(super) struct Meter {
    child: Child,
    lines: ChildStdin,
    told: Receiver<String>,
    name: String,
}

impl Meter {
    /// Starts one.
    ///
    /// # Errors
    /// It is missing or cannot be started.
    pub(super) fn start(mut command: Command) -> Outcome<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = start(command.stdin(Stdio::piped()).stdout(Stdio::piped()))?;
        let (Some(lines), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            end(&mut child);
            return Err(Failure::new(format!("{name} cannot be spoken to")));
        };
        let (tell, told) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if tell.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Self { child, lines, told, name })
    }

    /// Milliseconds of one piece of work.
    ///
    /// # Errors
    /// The program has ended, takes over a minute or tells no number.
    pub(super) fn time(&mut self, work: &str, file: &Path) -> Outcome<f64> {
        let failed = |why: &str| Failure::new(format!("{}: {work} of {why}", self.name));
        let path = file.display().to_string();
        writeln!(self.lines, "time {work} {path}").map_err(|_| failed("anything: it has ended"))?;
        let line =
            self.told.recv_timeout(LONGEST).map_err(|_| failed(&format!("{path}: no answer")))?;
        line.parse().map_err(|_| failed(&format!("{path}: no number but {line}")))
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}
