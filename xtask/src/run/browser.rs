//! The browser edition, served by a portal process: for machines without a display, and for looking
//! at it in a browser elsewhere.

use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::{end, start, told};
use crate::run::mailbox::Mailbox;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const APPLICATION: &str = "E001234567";
/// A command of the officer's, or the portal's start, takes at most this long.
const LIMIT: Duration = Duration::from_secs(60);

/// Serves until it is interrupted.
///
/// # Errors
/// The portal does not start, or ends by itself.
pub(super) fn serve(folder: &Path, port: Option<u16>) -> Outcome {
    let portal = folder.join("portal");
    let household = places::root().join("assets/demonstration/household.json");
    officer(&portal, &["import"], Some(&household))?;
    // Refused where it was opened when the demonstration was started before.
    let _ = officer(&portal, &["open", APPLICATION], None);

    let mut command = program(&portal);
    command.args(["serve", "--listen", &format!("127.0.0.1:{}", port.unwrap_or(0))]);
    command.arg("--interface").arg(places::browser_edition());
    let mut serving = start(command.stdin(Stdio::null()).stdout(Stdio::piped()))?;
    let Some(address) = address_of(&mut serving) else {
        end(&mut serving);
        return Err(Failure::new("the portal did not start; its reason stands above"));
    };
    println!("The browser edition is at {address}");
    println!("Interrupt with Ctrl-C to end it.\n");
    let mut mailbox = Mailbox::at(portal.join("mail"));
    loop {
        mailbox.print_new();
        match serving.try_wait() {
            Ok(None) => thread::sleep(Duration::from_millis(300)),
            Ok(Some(status)) => {
                return Err(Failure::new(format!("the portal ended with {status}")));
            }
            Err(error) => {
                end(&mut serving);
                return Err(Failure::new(format!("lost sight of the portal: {error}")));
            }
        }
    }
}

fn program(portal: &Path) -> Command {
    let mut command = Command::new(places::program("landed-portal"));
    command.arg("--data").arg(portal);
    command
}

fn officer(portal: &Path, words: &[&str], file: Option<&Path>) -> Outcome {
    let mut command = program(portal);
    command.arg("officer").args(words);
    if let Some(file) = file {
        command.arg(file);
    }
    // What it says is for an officer's terminal; its refusal is told by what follows.
    told(command.stderr(Stdio::null()), LIMIT, "preparing the demonstration").map(drop)
}

/// Where the portal says that it listens.
fn address_of(portal: &mut Child) -> Option<String> {
    let lines = BufReader::new(portal.stdout.take()?).lines();
    let (sender, address) = mpsc::channel();
    thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            if let Some(address) = line.strip_prefix("listening on ") {
                // Nobody waits for it any longer where this took too long.
                let _ = sender.send(address.to_owned());
            }
        }
    });
    address.recv_timeout(LIMIT).ok()
}
