//! The portal as a process of its own, with its officer's commands and its mailbox, and one
//! household whose accounts are open: the demonstration's.

use crate::mailbox::{Mail, Mailbox};
use crate::started::{Started, bound, finish, program};
use crate::wait;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

/// How long an officer's command may take.
const COMMAND: Duration = Duration::from_secs(30);
/// A day later than a temporary password works (`contract::policy`).
pub const TEMPORARY_PASSWORD_IS_OVER: Duration = Duration::from_hours(15 * 24);

/// The principal of the demonstration's household, as imported.
#[derive(Clone, Copy, Debug)]
pub struct Principal {
    /// The application.
    pub application: &'static str,
    /// Day, month and year of birth.
    pub born: (&'static str, &'static str, &'static str),
    /// The UCI.
    pub uci: &'static str,
    /// The mailbox.
    pub email: &'static str,
}

/// See `assets/demonstration/household.json`.
pub const PRINCIPAL: Principal = Principal {
    application: "E001234567",
    born: ("12", "4", "1988"),
    uci: "11-2345-6789",
    email: "leila.haddad@example.org",
};

/// Username and temporary password out of the mail.
#[derive(Clone, Debug)]
pub struct TemporaryAccess {
    /// The username that the portal made.
    pub username: String,
    /// The temporary password.
    pub password: String,
}

/// A portal of the test's own.
#[derive(Debug)]
pub struct World {
    portal: Option<Started>,
    address: String,
    folder: Arc<TempDir>,
    offset: Option<Duration>,
    interface: Option<PathBuf>,
    idle: Option<Duration>,
}

impl World {
    /// A running portal with the household imported and its accounts open.
    ///
    /// # Panics
    /// When the portal does not start, or refuses the household.
    #[must_use]
    pub fn new() -> Self {
        Self::serving(None, None)
    }

    /// A running portal with nobody in it.
    ///
    /// # Panics
    /// When the portal does not start.
    #[must_use]
    pub fn empty() -> Self {
        Self::started(None, None)
    }

    /// The same as [`World::new`], and it serves the browser edition.
    ///
    /// # Panics
    /// When the portal does not start, or refuses the household, or the browser edition is not
    /// built.
    #[must_use]
    pub fn with_browser_edition() -> Self {
        Self::serving(Some(Self::browser_edition()), None)
    }

    /// The same, and sessions end after so long without use.
    ///
    /// # Panics
    /// As [`World::with_browser_edition`].
    #[must_use]
    pub fn with_short_sessions(idle: Duration) -> Self {
        Self::serving(Some(Self::browser_edition()), Some(idle))
    }

    /// A running portal with the browser edition, and the household invited: nobody has an account.
    ///
    /// # Panics
    /// As [`World::with_browser_edition`].
    #[must_use]
    pub fn invited() -> Self {
        let world = Self::imported(Some(Self::browser_edition()), None);
        world.officer(&["invite", PRINCIPAL.application]);
        world
    }

    /// The same portal for somebody else: whoever asked first goes on owning it.
    #[must_use]
    pub fn beside(&self) -> Self {
        let (address, folder) = (self.address.clone(), Arc::clone(&self.folder));
        Self { portal: None, address, folder, offset: self.offset, interface: None, idle: None }
    }

    fn browser_edition() -> PathBuf {
        let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist/browser");
        let folder = std::env::var_os("LANDED_BROWSER_EDITION").map_or(built, PathBuf::from);
        let pages = folder.join("pages");
        assert!(pages.is_dir(), "{} is not there; `cargo xtask ui` builds it", pages.display());
        folder
    }

    fn serving(interface: Option<PathBuf>, idle: Option<Duration>) -> Self {
        let world = Self::imported(interface, idle);
        world.officer(&["open", PRINCIPAL.application]);
        world
    }

    fn imported(interface: Option<PathBuf>, idle: Option<Duration>) -> Self {
        let world = Self::started(interface, idle);
        let household =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/demonstration/household.json");
        world.officer(&["import", household.to_str().unwrap()]);
        world
    }

    fn started(interface: Option<PathBuf>, idle: Option<Duration>) -> Self {
        let folder = tempfile::Builder::new().prefix("landed-world-").tempdir().unwrap();
        let folder = Arc::new(folder);
        let mut world =
            Self { portal: None, address: String::new(), folder, offset: None, interface, idle };
        world.start("127.0.0.1:0");
        world
    }

    /// Where the portal answers, as the app is told.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The address of a page of the browser edition.
    #[must_use]
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The portal's mailbox.
    #[must_use]
    pub fn mailbox(&self) -> Mailbox {
        Mailbox::of(&self.data())
    }

    /// The first username and temporary password that were mailed to the principal.
    ///
    /// # Panics
    /// When there is no such mail.
    #[must_use]
    pub fn temporary_access(&self) -> TemporaryAccess {
        self.temporary_access_of(PRINCIPAL.email, 0)
    }

    /// The username and temporary password that were mailed to an address the first time (0), or
    /// after it.
    ///
    /// # Panics
    /// When there is no such mail.
    #[must_use]
    pub fn temporary_access_of(&self, email: &str, time: usize) -> TemporaryAccess {
        TemporaryAccess {
            username: self.mailed(email, "Username:", time),
            password: self.mailed(email, "Temporary password:", time),
        }
    }

    /// What follows a label in the mails to an address that have it: in the first (0), or after it.
    ///
    /// # Panics
    /// When there is no such mail.
    #[must_use]
    pub fn mailed(&self, email: &str, label: &str, time: usize) -> String {
        let to = |mail: &Mail| mail.to == [email];
        let words = |mail: Mail| mail.after(label);
        let look = || self.mailbox().all().into_iter().filter(to).filter_map(words).nth(time);
        wait::until(look).unwrap_or_else(|why| {
            panic!("no “{label}” to {email}: {why}\n{:#?}", self.mailbox().all())
        })
    }

    /// What follows a label in the newest mail to an address that has it.
    ///
    /// # Panics
    /// When there is no such mail.
    #[must_use]
    pub fn newest(&self, email: &str, label: &str) -> String {
        let all = self.mailbox().all();
        let words =
            all.iter().rev().filter(|mail| mail.to == [email]).find_map(|mail| mail.after(label));
        words.unwrap_or_else(|| panic!("no “{label}” to {email}"))
    }

    /// How many mails went to an address so far.
    #[must_use]
    pub fn mails_to(&self, email: &str) -> usize {
        self.mailbox().all().iter().filter(|mail| mail.to == [email]).count()
    }

    /// The file in which the portal keeps what it knows.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.data().join("portal.sqlite")
    }

    /// The id of the portal's process.
    ///
    /// # Panics
    /// When it does not run.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.portal.as_ref().unwrap().id()
    }

    /// Runs an officer's command that has to succeed and gives what it printed.
    ///
    /// # Panics
    /// When it fails.
    pub fn officer(&self, arguments: &[&str]) -> String {
        let mut command = self.command();
        finish(command.arg("officer").args(arguments), COMMAND).unwrap()
    }

    /// The id of the one photo that waits for an officer.
    ///
    /// # Panics
    /// When none waits, or several.
    #[must_use]
    pub fn waiting_photo(&self) -> String {
        let listed = self.officer(&["photos", "--json"]);
        let rows: Vec<Value> = serde_json::from_str(&listed).unwrap();
        match rows.as_slice() {
            [row] => row["photo"].as_str().unwrap().to_owned(),
            _ => panic!("not one photo waits:\n{listed}"),
        }
    }

    /// The bytes of every picture that the portal keeps.
    ///
    /// # Panics
    /// When they cannot be read.
    #[must_use]
    pub fn kept_pictures(&self) -> Vec<Vec<u8>> {
        let mut folders = vec![self.data().join("objects")];
        let mut pictures = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    pictures.push(fs::read(path).unwrap());
                }
            }
        }
        pictures
    }

    /// Ends the portal; nothing answers at its address until [`World::resume`].
    pub fn stop(&mut self) {
        self.portal = None;
    }

    /// Starts the portal again at the same address.
    ///
    /// # Panics
    /// When it does not start.
    pub fn resume(&mut self) {
        let listen = self.address.trim_start_matches("http://").to_owned();
        self.start(&listen);
    }

    /// Starts the portal again with its clock moved by so much.
    ///
    /// # Panics
    /// When it does not start.
    pub fn move_clock(&mut self, offset: Duration) {
        self.stop();
        self.offset = Some(offset);
        self.resume();
    }

    fn start(&mut self, listen: &str) {
        let mut command = self.command();
        command.args(["serve", "--listen", listen]);
        if let Some(interface) = &self.interface {
            command.arg("--interface").arg(interface);
        }
        if let Some(idle) = self.idle {
            command.args(["--session-idle-seconds", &idle.as_secs().to_string()]);
        }
        let mut portal = Started::new("portal", &mut command, self.folder.path());
        self.address = format!("http://{}", portal.line_after("listening on http://"));
        self.portal = Some(portal);
    }

    fn command(&self) -> Command {
        let mut command = bound(program("landed-portal"));
        command.arg("--data").arg(self.data());
        if let Some(offset) = self.offset {
            command.arg("--clock-offset").arg(offset.as_secs().to_string());
        }
        command
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("portal")
    }
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}
