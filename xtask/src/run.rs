//! Shows the app: a portal inside it, a demonstration household, and that household's mailbox in
//! the terminal. Everything the demonstration keeps lies in one folder.

mod folder;
mod mailbox;

use crate::failure::{Failure, Outcome};
use crate::process::{end, start};
use crate::{app, places, setup, ui};
use clap::Args;
use mailbox::Mailbox;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// How the app is shown.
#[derive(Args)]
pub(crate) struct Options {
    /// Begin again: empty the demonstration's folder first
    #[arg(long)]
    fresh: bool,
    /// The demonstration's folder
    #[arg(long, default_value = "demo-data", value_name = "DIR")]
    data: PathBuf,
    /// The portal's port on this machine; any free one when it is not given
    #[arg(long)]
    port: Option<u16>,
}

/// Installs, builds and shows, until the window is closed.
///
/// # Errors
/// Something is missing, the build fails, there is no display, or the app refuses to start.
pub(crate) fn run(options: &Options) -> Outcome {
    setup::run()?;
    display()?;
    let folder = places::root().join(&options.data);
    folder::prepare(&folder, options.fresh)?;
    ui::build(&ui::Options::default())?;
    app::build()?;
    show(&folder, options.port)
}

fn display() -> Outcome {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("DISPLAY") || set("WAYLAND_DISPLAY") {
        return Ok(());
    }
    Err(Failure::new(
        "there is no display here, so the window cannot be shown.\n  \
         At a desktop: run the same command in a terminal there. From afar: `ssh -X`, then the same command.\n  \
         Without any: `cargo xtask screenshots` drives the real window unseen and leaves pictures of every page in shots/",
    ))
}

fn show(folder: &Path, port: Option<u16>) -> Outcome {
    let portal = folder.join("portal");
    let program = places::program("landed-portal");
    let officer = format!("{} --data {} officer", program.display(), portal.display());
    println!("\nThe demonstration's data is in {}; its mail comes below.", folder.display());
    println!("Close the window to end it. To act as an officer, in another terminal:");
    println!("  {officer} COMMAND, where COMMAND is one of (--help tells the rest)");
    for command in OFFICER {
        println!("    {command}");
    }
    println!("A decision on a photo reaches the applicant after ten seconds.");
    println!(
        "The first sign-in also asks for Leila's date of birth, 12 4 1988, and UCI, 11-2345-6789.\n"
    );

    let mut app = start(app_command(folder, port).stdin(Stdio::null()))?;
    let mut mailbox = Mailbox::at(portal.join("mail"));
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

/// What a person can try as an officer.
const OFFICER: [&str; 7] = [
    "photos",
    "return PHOTO --reason background_shadow --note-en '…' --note-fr '…'",
    "accept PHOTO",
    "people E001234567",
    "proof UCI --became-resident-on 2026-11-20",
    "card-made UCI",
    "card-mailed UCI",
];

/// A session bus and an unlocked secret store around the app. What their programs say goes into a
/// file; what the app says stays in the terminal.
const OWN_SESSION: &str = r#"log=$1; shift; exec 3>&2 2>"$log"
exec dbus-run-session -- sh -c 'printf demonstration |
gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@" 2>&3 3>&-' sh "$@""#;

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
