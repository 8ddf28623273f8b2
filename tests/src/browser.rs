//! A browser with nothing in it: Chromium or Firefox, without a display, with a profile of its own,
//! of exactly the size, the languages and the taste that a test asks for. What a person does on its
//! pages is [`Page`].

pub mod axe;
mod devtools;
mod frame;
mod keyboard;
mod layout;
mod state;
mod tree;

use crate::desk::shots_folder;
use crate::driver::Driver;
use crate::page::Page;
use crate::started::{Started, bound, tool};
use serde_json::{Value, json};
pub use state::{Kept, Tab};
use std::cell::Cell;
use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use tempfile::TempDir;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
}

/// The size of the page in CSS pixels, and how many real ones each has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// `innerWidth`.
    pub width: u32,
    /// `innerHeight`.
    pub height: u32,
    /// `devicePixelRatio`.
    pub scale: f64,
    /// Whether it behaves as on a phone: no room for scroll bars, `<meta name=viewport>` holds.
    pub phone: bool,
}

impl Size {
    /// A phone held upright.
    pub const PHONE: Self = Self { width: 390, height: 844, scale: 1.0, phone: true };
    /// A desktop.
    pub const DESKTOP: Self = Self { width: 1280, height: 900, scale: 1.0, phone: false };
    /// The narrowest that has to work (WCAG 2.2, 1.4.10).
    pub const NARROW: Self = Self { width: 320, height: 700, scale: 1.0, phone: false };
    /// A desktop of 1280×1024 at 400 %: a quarter of everything, drawn four times as large.
    pub const ZOOMED: Self = Self { width: 320, height: 256, scale: 4.0, phone: false };
}

/// What the person set in system and browser.
#[derive(Clone, Debug)]
pub struct Taste {
    /// The page's size.
    pub size: Size,
    /// Languages, the best first, as in `Accept-Language`.
    pub languages: &'static str,
    /// Whether the scheme is dark.
    pub dark: bool,
    /// Whether motion is to be reduced.
    pub still: bool,
    /// Whether the system forces its own colours (Chromium only).
    pub forced_colours: bool,
}

impl Default for Taste {
    fn default() -> Self {
        Self {
            size: Size::DESKTOP,
            languages: "en-CA",
            dark: false,
            still: false,
            forced_colours: false,
        }
    }
}

/// A running browser. Fields are dropped in this order: the driver goes before its folder.
#[derive(Debug)]
pub struct Browser {
    page: Page,
    _driver: Started,
    engine: Engine,
    size: Cell<Size>,
    folder: TempDir,
}

impl Deref for Browser {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Browser {
    /// Starts one and opens this address.
    ///
    /// # Panics
    /// When it does not start or does not become what was asked for.
    #[must_use]
    pub fn open(engine: Engine, taste: &Taste, address: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("landed-browser-").tempdir().unwrap();
        let place = folder.path();
        let mut command = match engine {
            Engine::Chromium => at_home(bound("chromedriver"), place),
            Engine::Firefox => {
                let mut command = at_home(bound(tool("geckodriver")), place);
                // For the page's size, which is set from outside the page.
                command.arg("--allow-system-access");
                command
            }
        };
        let driver = Driver::start(&mut command, place);
        let wanted = match engine {
            Engine::Chromium => chromium(taste, place),
            Engine::Firefox => firefox(taste),
        };
        let (page, driver) = driver.begin(wanted);
        let browser = Self { page, _driver: driver, engine, size: Cell::new(taste.size), folder };
        // A phone's page has its size from the page itself, so that is told once it is there.
        browser.ask(browser.page.client().goto(address)).unwrap();
        browser.becomes(taste);
        browser
    }

    /// Which browser it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// A folder that goes with the browser, such as for pictures to pick.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.folder.path().join(name);
        fs::create_dir_all(&folder).unwrap();
        folder
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let (true, Some(test)) = (thread::panicking(), thread::current().name()) {
            let picture = shots_folder().join(format!("failed-{}.png", test.replace("::", "-")));
            match self.page.ask(self.page.client().screenshot()) {
                Ok(bytes) => match fs::write(&picture, bytes) {
                    Ok(()) => eprintln!("the page is in {}", picture.display()),
                    Err(why) => eprintln!("the page's picture cannot be kept: {why}"),
                },
                Err(why) => eprintln!("no picture of the page: {why}"),
            }
        }
        // It ends the browser, which lies in a process group of its own.
        self.page.close();
    }
}

/// The command with nothing of the tester's own in its surroundings.
fn at_home(mut command: Command, folder: &Path) -> Command {
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("LANG", "C.UTF-8")
        .env("HOME", folder)
        .env("TMPDIR", folder)
        .env("XDG_RUNTIME_DIR", folder)
        .env("MOZ_HEADLESS", "1")
        .env("MOZ_DISABLE_CONTENT_SANDBOX", "1");
    command
}

fn chromium(taste: &Taste, folder: &Path) -> Vec<(String, Value)> {
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-quic".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        // Pages have the whole width, as with the scroll bars of phones and of most desktops.
        "--hide-scrollbars".to_owned(),
        // The same letters on every machine that has the same fonts.
        "--font-render-hinting=none".to_owned(),
        "--force-color-profile=srgb".to_owned(),
        "--disable-lcd-text".to_owned(),
    ];
    arguments.push(format!("--accept-lang={}", taste.languages));
    arguments.push(format!("--user-data-dir={}", folder.join("profile").display()));
    vec![
        ("browserName".to_owned(), json!("chrome")),
        ("goog:chromeOptions".to_owned(), json!({ "args": arguments })),
    ]
}

fn firefox(taste: &Taste) -> Vec<(String, Value)> {
    let preferences = json!({
        "intl.accept_languages": taste.languages,
        // Of this preference, 0 is dark and 1 is light.
        "layout.css.prefers-color-scheme.content-override": i32::from(!taste.dark),
        "ui.prefersReducedMotion": i32::from(taste.still),
        "app.update.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "browser.safebrowsing.downloads.remote.enabled": false,
        "services.settings.server": "data:,",
    });
    let options = json!({ "args": ["-headless"], "prefs": preferences });
    vec![("browserName".to_owned(), json!("firefox")), ("moz:firefoxOptions".to_owned(), options)]
}
