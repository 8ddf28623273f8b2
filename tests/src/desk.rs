//! A desk of its own for one test: display, window manager, session bus, secret store and file
//! picker, all real, none of them this machine's. Nothing of one test is seen by another.

use crate::started::{Started, bound, finish};
use crate::wait;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// Where pictures go: what `LANDED_SHOTS` says, else `shots/` of the project.
#[must_use]
pub fn shots_folder() -> PathBuf {
    let usual = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shots");
    std::env::var_os("LANDED_SHOTS").map_or_else(usual, PathBuf::from)
}

/// What starts the bus that screen readers listen on.
const SPOKEN: &str = "/usr/libexec/at-spi-bus-launcher";

/// A display's size in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Screen(pub u32, pub u32);

impl Default for Screen {
    fn default() -> Self {
        Self(1280, 1000)
    }
}

/// The desk. Fields are dropped in this order: what uses the bus goes before the bus.
#[derive(Debug)]
pub struct Desk {
    _spoken: Option<Started>,
    _keyring: Option<Started>,
    _manager: Started,
    _bus: Started,
    _display: Started,
    place: Place,
}

/// The desk's folders and its display's name.
#[derive(Debug)]
struct Place {
    folder: TempDir,
    display: String,
    dark: bool,
    spoken: bool,
}

/// What stands beside the display.
#[derive(Clone, Copy)]
struct Beside {
    /// What screen readers listen on.
    spoken: bool,
    /// A store of secrets.
    keyring: bool,
}

impl Desk {
    /// A desk with a display of the usual size.
    #[must_use]
    pub fn new() -> Self {
        Self::with(Screen::default(), false)
    }

    /// A desk with a display of this size, and a dark scheme where one is wanted.
    ///
    /// # Panics
    /// When a part of it cannot be started.
    #[must_use]
    pub fn with(screen: Screen, dark: bool) -> Self {
        Self::set_up(screen, dark, Beside { spoken: false, keyring: true })
    }

    /// A desk without a store of secrets.
    #[must_use]
    pub fn without_a_secret_store(screen: Screen) -> Self {
        Self::set_up(screen, false, Beside { spoken: false, keyring: false })
    }

    /// A desk whose programs tell screen readers what they show ([`crate::spoken`]).
    #[must_use]
    pub fn with_a_screen_reader() -> Self {
        Self::set_up(Screen::default(), false, Beside { spoken: true, keyring: true })
    }

    fn set_up(screen: Screen, dark: bool, beside: Beside) -> Self {
        let Beside { spoken, keyring } = beside;
        let folder = tempfile::Builder::new().prefix("landed-desk-").tempdir().unwrap();
        for name in ["home", "run", "data", "config", "cache", "logs"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(folder.path().join("run"), private).unwrap();
        let (shown, display) = start_display(screen, &folder.path().join("logs"));
        let place = Place { folder, display, dark, spoken };
        Self {
            // In this order: each needs the ones before it.
            _display: shown,
            _bus: place.start_bus(),
            _manager: place.start("openbox", &["--sm-disable"]),
            _keyring: keyring.then(|| place.start_keyring()),
            _spoken: spoken.then(|| place.start(SPOKEN, &["--launch-immediately"])),
            place,
        }
    }

    /// A command with this desk's surroundings and nothing of the test's own.
    #[must_use]
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        self.place.command(program)
    }

    /// A folder of this desk's for what a test needs, such as pictures to pick.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.place.folder.path().join(name);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    /// Somebody who keeps a picture of the display should the test fail.
    #[must_use]
    pub fn witness(&self) -> Witness {
        Witness { display: self.place.display.clone() }
    }

    /// The session bus.
    #[must_use]
    pub fn bus_address(&self) -> String {
        self.place.bus_address()
    }

    /// Where the programs' output is kept.
    #[must_use]
    pub fn logs(&self) -> PathBuf {
        self.place.folder.path().join("logs")
    }

    /// Keeps a picture of an X window; `root` is the whole display.
    ///
    /// # Panics
    /// When none can be taken.
    pub fn shoot(&self, window: &str, to: &Path) {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        let mut import = self.command("import");
        import.args(["-silent", "-window", window]).arg(to);
        finish(&mut import, Duration::from_secs(20)).unwrap();
    }

    /// Types and presses through the display, as hands would.
    ///
    /// # Errors
    /// What `xdotool` said.
    pub fn hands(&self, arguments: &[&str]) -> Result<String, String> {
        finish(self.command("xdotool").args(arguments), Duration::from_secs(20))
    }

    /// Picks a file in the system's file dialog, which must be open or opening.
    ///
    /// # Panics
    /// When no dialog shows, or it stays after the choice.
    pub fn pick(&self, file: &Path) {
        let path = file.to_str().unwrap();
        let dialog = self.dialog();
        self.hands(&["windowactivate", "--sync", &dialog]).unwrap();
        // A slash opens the dialog's line for a path, which takes a moment: what is typed meanwhile
        // goes astray. So the whole path is typed over it, and once more should that go astray too.
        self.hands(&["key", "slash"]).unwrap();
        for _ in 0..4 {
            thread::sleep(Duration::from_millis(300));
            self.hands(&["key", "ctrl+a"]).unwrap();
            self.hands(&["type", "--delay", "4", path]).unwrap();
            self.hands(&["key", "Return"]).unwrap();
            if self.dialog_gone(Duration::from_secs(5)) {
                return;
            }
            // Closes a message such as “no such folder”; the dialog itself is left.
            if self.portal_windows().len() > 1 {
                self.hands(&["key", "Escape"]).unwrap();
            }
        }
        panic!("the file dialog stays");
    }

    /// Closes the system's file dialog without a choice.
    ///
    /// # Panics
    /// When no dialog shows, or it stays.
    pub fn cancel_picking(&self) {
        let dialog = self.dialog();
        self.hands(&["windowactivate", "--sync", &dialog]).unwrap();
        self.hands(&["key", "Escape"]).unwrap();
        assert!(self.dialog_gone(wait::PATIENCE), "the file dialog stays");
    }

    fn dialog(&self) -> String {
        wait::until(|| self.portal_windows().into_iter().next_back())
            .unwrap_or_else(|why| panic!("no file dialog: {why}"))
    }

    fn dialog_gone(&self, limit: Duration) -> bool {
        wait::until_within(limit, || self.portal_windows().is_empty().then_some(())).is_ok()
    }

    fn portal_windows(&self) -> Vec<String> {
        let search = ["search", "--onlyvisible", "--class", "xdg-desktop-portal-gtk"];
        let found = self.hands(&search).unwrap_or_default();
        found.lines().map(str::to_owned).collect()
    }
}

/// Keeps a picture of a display when it is dropped by a failing test: what stood there tells more
/// than the test's message. Whoever holds it drops it before the windows.
#[derive(Debug)]
pub struct Witness {
    display: String,
}

impl Drop for Witness {
    fn drop(&mut self) {
        if let (true, Some(test)) = (thread::panicking(), thread::current().name()) {
            let picture = shots_folder().join(format!("failed-{}.png", test.replace("::", "-")));
            let mut import = Command::new("import");
            import.args(["-silent", "-window", "root"]).arg(&picture);
            match finish(import.env("DISPLAY", &self.display), Duration::from_secs(10)) {
                Ok(_) => eprintln!("the display is in {}", picture.display()),
                Err(why) => eprintln!("no picture of the display: {why}"),
            }
        }
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl Place {
    fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let root = self.folder.path();
        let mut command = bound(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus_address())
            .env("HOME", root.join("home"))
            .env("XDG_RUNTIME_DIR", root.join("run"))
            .env("XDG_DATA_HOME", root.join("data"))
            .env("XDG_CONFIG_HOME", root.join("config"))
            .env("XDG_CACHE_HOME", root.join("cache"))
            .env("XDG_CURRENT_DESKTOP", "GNOME")
            .env("XDG_SESSION_TYPE", "x11")
            .env("GDK_BACKEND", "x11")
            .env("GSETTINGS_BACKEND", "memory")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1");
        if !self.spoken {
            command.env("NO_AT_BRIDGE", "1").env("GTK_A11Y", "none");
        }
        if self.dark {
            command.env("GTK_THEME", "Adwaita:dark");
        }
        command
    }

    fn start(&self, program: &str, arguments: &[&str]) -> Started {
        Started::new(
            program.rsplit('/').next().unwrap_or(program),
            self.command(program).args(arguments),
            &self.folder.path().join("logs"),
        )
    }

    fn bus_address(&self) -> String {
        format!("unix:path={}", self.folder.path().join("run/bus").display())
    }

    fn start_bus(&self) -> Started {
        let address = format!("--address={}", self.bus_address());
        let bus = self.start("dbus-daemon", &["--session", "--nofork", "--nopidfile", &address]);
        let socket = self.folder.path().join("run/bus");
        wait::until(|| socket.exists().then_some(()))
            .unwrap_or_else(|why| panic!("no session bus: {why}\n{}", bus.printed()));
        bus
    }

    /// The secret store, unlocked with a password of the test's own.
    fn start_keyring(&self) -> Started {
        let password = self.folder.path().join("password");
        fs::write(&password, "desk").unwrap();
        let unlock = "exec gnome-keyring-daemon --foreground --unlock --components=secrets <\"$0\"";
        let keyring = self.start("sh", &["-c", unlock, password.to_str().unwrap()]);
        wait::until(|| {
            let mut asking = self.command("dbus-send");
            asking.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus"]);
            asking.args(["/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner"]);
            let asked = finish(asking.arg("string:org.freedesktop.secrets"), wait::PATIENCE);
            asked.is_ok_and(|answer| answer.contains("true")).then_some(())
        })
        .unwrap_or_else(|why| panic!("no secret store: {why}\n{}", keyring.printed()));
        keyring
    }
}

fn start_display(screen: Screen, logs: &Path) -> (Started, String) {
    let size = format!("{}x{}x24", screen.0, screen.1);
    let mut command = bound("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp", "-noreset"]);
    let mut display = Started::new("xvfb", &mut command, logs);
    let number = wait::until(|| {
        let printed = display.printed();
        let number = printed.lines().find(|line| line.parse::<u32>().is_ok());
        number.map(str::to_owned)
    });
    let number = number.unwrap_or_else(|why| panic!("no display: {why}\n{}", display.printed()));
    assert!(display.runs(), "the display stays");
    (display, format!(":{number}"))
}
