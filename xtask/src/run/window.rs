//! The app in a window, with the portal inside it.

use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{end, start};
use crate::run::mailbox::Mailbox;
use std::env;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// A session bus and an unlocked secret store around the app. What their programs say goes into a
/// file; what the app says stays in the terminal.
const OWN_SESSION: &str = r#"log=$1; shift; exec 3>&2 2>"$log"
exec dbus-run-session -- sh -c 'printf demonstration |
gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@" 2>&3 3>&-' sh "$@""#;

/// Whether there is a display for it.
pub(super) fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Shows the app until its window is closed.
///
/// # Errors
/// It cannot be started, or ends with a failure.
pub(super) fn show(folder: &Path, port: Option<u16>) -> Outcome {
    println!("Close the window to end it.\n");
    let mut app = start(app_command(folder, port).stdin(Stdio::null()))?;
    let mut mailbox = Mailbox::at(folder.join("portal/mail"));
    let status = loop {
        mailbox.print_new();
        match app.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) => thread::sleep(Duration::from_millis(300)),
            Err(error) => {
                end(&mut app);
                return Err(Failure::new(format!("lost sight of the app: {error}")));
            }
        }
    };
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("the app ended with {status}")))
    }
}

/// The app, and around it a session bus and a secret store where the machine has none running.
fn app_command(folder: &Path, port: Option<u16>) -> Command {
    let app = places::program("landed");
    let bus = env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || env::var_os("XDG_RUNTIME_DIR")
            .is_some_and(|runtime| Path::new(&runtime).join("bus").exists());
    let mut command = if bus {
        Command::new(app)
    } else {
        println!(
            "No desktop session is running: the app gets a session bus and a secret store of its own."
        );
        let mut command = Command::new("sh");
        command.args(["-c", OWN_SESSION, "sh"]).arg(folder.join("session.log")).arg(app);
        command.env("XDG_DATA_HOME", folder.join("session"));
        command
    };
    command.arg("--demo").arg(folder);
    if let Some(port) = port {
        command.args(["--port", &port.to_string()]);
    }
    command
}
