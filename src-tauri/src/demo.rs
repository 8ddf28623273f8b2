//! The demonstration: a portal within the app, with one household whose account was just opened.
//! Everything it keeps lies in one folder. Never part of a build that ships.
//!
//! `landed --demo FOLDER [--port PORT]`

use applicant::Setting;
use contract::Code;
use portal::officer::{self, OfficerError};
use portal::{Options, Running, StartError};
use std::env;
use std::error::Error;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::OnceLock;

const HOUSEHOLD: &str = include_str!("../../assets/demonstration/household.json");
const APPLICATION: &str = "E001234567";

/// The portal, for as long as the app runs.
static PORTAL: OnceLock<Running> = OnceLock::new();

/// What was asked for on the command line.
pub(crate) struct Demonstration {
    folder: PathBuf,
    port: u16,
}

/// The demonstration that the command line asks for, if it does.
pub(crate) fn asked_for() -> Result<Option<Demonstration>, String> {
    let mut folder = None;
    let mut port = 0;
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--demo" => folder = Some(PathBuf::from(value()?)),
            "--port" => port = value()?.parse().map_err(|_| "--port needs a number".to_owned())?,
            other => return Err(format!("{other} is not known; --demo FOLDER [--port PORT] is")),
        }
    }
    Ok(folder.map(|folder| Demonstration { folder, port }))
}

/// Starts the portal and gives the setting to use it with.
pub(crate) fn start(demonstration: Demonstration) -> Result<Setting, String> {
    let Demonstration { folder, port } = demonstration;
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let options = Options::new(folder.join("portal"), listen);
    let running =
        tauri::async_runtime::block_on(open(options)).map_err(|error| error.to_string())?;
    let portal = format!("http://{}", running.address());
    if PORTAL.set(running).is_err() {
        return Err("the demonstration was started twice".to_owned());
    }
    Ok(Setting {
        portal,
        folder: folder.join("app"),
        system_languages: crate::setting::system_languages(),
        demonstration: true,
    })
}

async fn open(options: Options) -> Result<Running, Box<dyn Error>> {
    let running = portal::serve(options).await.map_err(in_words_of_the_demonstration)?;
    officer::import(running.office(), HOUSEHOLD).await?;
    match officer::open(running.office(), APPLICATION).await {
        // It was opened when the demonstration was started before.
        Err(OfficerError::Refused { code: Code::WrongState, .. }) => {}
        opened => drop(opened?),
    }
    Ok(running)
}

/// The portal's own words name an option that only its own program has.
fn in_words_of_the_demonstration(error: StartError) -> Box<dyn Error> {
    match error {
        StartError::PortTaken(address) => {
            let port = address.port();
            format!("port {port} is taken: stop what listens there, or choose another with --port")
                .into()
        }
        other => other.into(),
    }
}
