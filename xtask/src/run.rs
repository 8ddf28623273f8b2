//! Shows the app: a portal inside it, a demonstration household, and that household's mailbox in
//! the terminal. Without a display the portal serves the browser edition instead. Everything the
//! demonstration keeps lies in one folder.

mod browser;
mod folder;
mod mailbox;
mod window;

use crate::failure::Outcome;
use crate::{app, places, setup, ui};
use clap::Args;
use std::path::{Path, PathBuf};

/// How the app is shown.
#[derive(Args)]
pub(crate) struct Options {
    /// Begin again: empty the demonstration's folder first
    #[arg(long)]
    fresh: bool,
    /// Serve the browser edition also where there is a display
    #[arg(long)]
    browser: bool,
    /// The demonstration's folder
    #[arg(long, default_value = "demo-data", value_name = "DIR")]
    data: PathBuf,
    /// The portal's port on this machine; any free one when it is not given
    #[arg(long)]
    port: Option<u16>,
}

/// Installs, builds and shows, until the window is closed or the command is interrupted.
///
/// # Errors
/// Something is missing, the build fails, or what is shown refuses to start.
pub(crate) fn run(options: &Options) -> Outcome {
    setup::run()?;
    let in_browser = options.browser || !window::has_display();
    let folder = places::root().join(&options.data);
    folder::prepare(&folder, options.fresh)?;
    ui::build(&ui::Options::default())?;
    if in_browser {
        app::build_portal()?;
        if !options.browser {
            println!("\nThere is no display here, so a portal serves the browser edition.");
        }
        tell(&folder);
        browser::serve(&folder, options.port)
    } else {
        app::build()?;
        tell(&folder);
        window::show(&folder, options.port)
    }
}

fn tell(folder: &Path) {
    let portal = folder.join("portal");
    let program = places::program("landed-portal");
    let officer = format!("{} --data {} officer", program.display(), portal.display());
    println!("\nThe demonstration's data is in {}; its mail comes below.", folder.display());
    println!("To act as an officer, in another terminal:");
    println!("  {officer} COMMAND, where COMMAND is one of (--help tells the rest)");
    for command in OFFICER {
        println!("    {command}");
    }
    println!("A decision on a photo reaches the applicant after ten seconds.");
    println!(
        "The first sign-in also asks for Leila's date of birth, 12 4 1988, and UCI, 11-2345-6789."
    );
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
