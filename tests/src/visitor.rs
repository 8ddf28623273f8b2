//! Somebody at the app's window or at a browser: what a person does on each page, in the words of
//! the interface.

mod invited;
mod surface;

use crate::browser::{Browser, Engine, Taste};
use crate::desk::{Desk, Screen, Witness, shots_folder};
use crate::page::plain;
use crate::started::program;
use crate::traced::Traced;
use crate::wait::until_within;
use crate::window::Window;
use crate::world::{PRINCIPAL, TemporaryAccess, World};
use contract::Language;
use locale::{Texts, Value};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

pub use surface::Surface;

/// The password that visitors choose.
pub const PASSWORD: &str = "seven green kayaks at dawn";

/// A person with a page before them and a portal behind it.
#[derive(Debug)]
pub struct Visitor<W> {
    /// Dropped first, while everything still stands.
    _witness: Option<Witness>,
    /// What they sit at.
    pub window: W,
    /// The portal that it speaks to.
    pub world: World,
    texts: Texts,
    shots: PathBuf,
    shot: Cell<u32>,
}

impl Visitor<Window> {
    /// Somebody who opens the app for the first time; pictures go into this folder of the shots.
    #[must_use]
    pub fn arrives(shots: &str) -> Self {
        let (desk, world) = (Desk::with(Screen(1280, 1600), false), World::new());
        let portal = world.address().to_owned();
        Self::arrives_at(desk, world, &portal, shots)
    }

    /// The same, of a household that is invited: nobody has an account.
    #[must_use]
    pub fn arrives_invited(shots: &str) -> Self {
        let (desk, world) = (Desk::with(Screen(1280, 1600), false), World::invited());
        let portal = world.address().to_owned();
        Self::arrives_at(desk, world, &portal, shots)
    }

    /// The same, on a device that finds no portal: names do not resolve.
    #[must_use]
    pub fn arrives_without_a_network(shots: &str) -> Self {
        let desk = Desk::with(Screen(1280, 1600), false);
        // RFC 6761: no such name ever exists.
        Self::arrives_at(desk, World::new(), "https://portal.invalid", shots)
    }

    /// The same at a desk and with a portal that are there already.
    #[must_use]
    pub fn arrives_at(desk: Desk, world: World, portal: &str, shots: &str) -> Self {
        Self::sits_down(Language::English, desk, world, portal, shots)
    }

    /// The same, and they read this language.
    #[must_use]
    pub fn arrives_reading(language: Language, desk: Desk, world: World, shots: &str) -> Self {
        let portal = world.address().to_owned();
        Self::sits_down(language, desk, world, &portal, shots)
    }

    /// The same, where the app runs under watch.
    #[must_use]
    pub fn arrives_watched(desk: Desk, world: World, watched: &Traced, shots: &str) -> Self {
        let witness = desk.witness();
        let variables = surroundings(&desk, world.address(), Language::English);
        let window = Window::open(&Arc::new(desk), watched.program(), &variables);
        let me = Self::new(window, world, Language::English, shots);
        Self { _witness: Some(witness), ..me }
    }

    fn sits_down(language: Language, desk: Desk, world: World, portal: &str, shots: &str) -> Self {
        let witness = desk.witness();
        let window = open(&Arc::new(desk), portal, language);
        Self { _witness: Some(witness), ..Self::new(window, world, language, shots) }
    }

    /// The app's process ends at once, and the app is opened again.
    #[must_use]
    pub fn after_a_power_cut(self) -> Self {
        let desk = Arc::clone(self.window.desk());
        self.window.kill();
        Self { window: open(&desk, self.world.address(), self.texts.language()), ..self }
    }

    /// The window is closed, and the app is opened again.
    #[must_use]
    pub fn after_closing(self) -> Self {
        let desk = Arc::clone(self.window.desk());
        self.window.close();
        Self { window: open(&desk, self.world.address(), self.texts.language()), ..self }
    }
}

impl Visitor<Browser> {
    /// Somebody who opens the portal's page in a browser that was never there before.
    #[must_use]
    pub fn browses(engine: Engine, taste: &Taste, shots: &str) -> Self {
        let world = World::with_browser_edition();
        let browser = Browser::open(engine, taste, &world.page("/"));
        let wanted = taste.languages.split(',').next().and_then(Language::from_tag);
        Self::new(browser, world, wanted.unwrap_or_default(), shots)
    }

    /// Opens a page by its address, as from a bookmark.
    pub fn opens(&self, path: &str) {
        self.window.open_address(&self.world.page(path));
    }
}

impl<W: Surface> Visitor<W> {
    /// Somebody at a page that is open already, who reads this language.
    #[must_use]
    pub fn new(window: W, world: World, language: Language, shots: &str) -> Self {
        let (texts, shots) = (Texts::new(language), shots_folder().join(shots));
        Self { _witness: None, window, world, texts, shots, shot: Cell::new(0) }
    }

    /// The language that they read.
    #[must_use]
    pub fn language(&self) -> Language {
        self.texts.language()
    }

    /// A text of the interface.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// A text of the interface, filled in.
    #[must_use]
    pub fn text_with(&self, id: &str, values: &[(&str, Value)]) -> String {
        self.texts.format(id, values)
    }

    /// Sees a size in pixels.
    pub fn sees_pixels(&self, width: u32, height: u32) {
        let size = [("width", width.into()), ("height", height.into())];
        self.window.shows(&self.text_with("pixels", &size));
    }

    /// Is on the page with this heading.
    pub fn is_at(&self, heading: &str) {
        self.window.heading(&self.text(heading));
    }

    /// Sees this text.
    pub fn sees(&self, id: &str) {
        self.window.shows(&self.text(id));
    }

    /// Presses what bears this text.
    pub fn presses(&self, id: &str) {
        self.window.press(&self.text(id));
    }

    /// Types into the field of this name.
    pub fn types(&self, id: &str, what: &str) {
        self.window.fill(&self.text(id), what);
    }

    /// What the field of this name holds.
    #[must_use]
    pub fn finds(&self, id: &str) -> String {
        self.window.value(&self.text(id))
    }

    /// Keeps a picture of the window, numbered in the order of the visit.
    pub fn keeps_a_picture(&self, name: &str) {
        self.shot.set(self.shot.get() + 1);
        let file = format!("{:02}-{name}.png", self.shot.get());
        self.window.shoot(&self.shots.join(file));
    }

    /// Goes from the first page to the first sign-in.
    pub fn goes_to_first_sign_in(&self) {
        self.is_at("welcome-heading");
        self.presses("way-temporary-go");
        self.is_at("first-heading");
    }

    /// Fills in the first sign-in.
    pub fn fills_first_sign_in(&self, access: &TemporaryAccess) {
        self.types("username", &access.username);
        self.types("temporary-password", &access.password);
        self.says_who(PRINCIPAL.born, PRINCIPAL.uci);
    }

    /// Signs in for the first time and stores an own password.
    pub fn signs_in(&self) {
        self.goes_to_first_sign_in();
        self.fills_first_sign_in(&self.world.temporary_access());
        self.window.submit();
        self.stores_a_password();
    }

    /// Stores an own password and is then at home.
    pub fn stores_a_password(&self) {
        self.is_at("own-password-heading");
        self.types("own-password", PASSWORD);
        self.window.submit();
        self.is_at("household-heading");
    }

    /// Ticks everyone on the page: the household's names are shown as labels.
    pub fn ticks_everyone(&self) {
        for name in HOUSEHOLD {
            if !self.window.chosen(name) {
                self.window.choose(name);
            }
        }
    }

    /// Declares presence for everyone.
    pub fn declares(&self) {
        self.presses("go-declare");
        self.is_at("declaration-heading");
        self.ticks_everyone();
        self.window.submit();
        self.is_at("declaration-done-heading");
    }

    /// Fills in the address, for everyone.
    pub fn fills_address(&self) {
        self.is_at("address-heading");
        self.ticks_everyone();
        self.types("address-unit", "1204");
        self.types("address-street", "88 Rue Sainte-Catherine O");
        self.types("address-municipality", "Montréal");
        self.window.select(&self.text("address-province"), "QC");
        self.types("address-postal-code", "h2x1z3");
    }

    /// Gives the address for everyone.
    pub fn gives_an_address(&self) {
        self.presses("go-address");
        self.fills_address();
        self.window.submit();
        self.is_at("address-check-heading");
        self.window.shows("H2X 1Z3");
        self.window.submit();
        self.is_at("address-done-heading");
    }

    /// A heading that names a person, by what they are called.
    #[must_use]
    pub fn about(&self, name: &str, id: &str) -> String {
        let short = name.split(' ').next().unwrap_or(name);
        self.text_with(id, &[("name", short.into())])
    }

    /// A heading that speaks to the principal about themself.
    #[must_use]
    pub fn about_me(&self, id: &str) -> String {
        self.text_with(id, &[("who", "me".into()), ("name", "Leila".into())])
    }

    /// Opens the system's picker and picks this file in it.
    pub fn picks(&self, file: &Path) {
        let first = self.window.has_button(&self.text("photo-pick"));
        self.presses(if first { "photo-pick" } else { "photo-pick-another" });
        self.window.pick(file);
    }

    /// Says what the picture of a phone is, and is then where its part is chosen.
    pub fn goes_to_framing(&self) {
        self.sees("framing-needed");
        self.waits_for_what_is_found();
        self.window.choose(&self.text("photo-kind-selfie"));
        self.window.submit();
        self.is_at("photo-frame-heading");
        self.waits_for_the_head();
    }

    /// Waits until the picked picture was looked at: what is found moves what stands below it.
    pub fn waits_for_what_is_found(&self) {
        let told = "return Boolean(document.querySelector('.found-status')?.textContent.trim())";
        self.window
            .wait_for("what is found", || (self.window.script(told, vec![]) == true).then_some(()));
    }

    /// Waits until the frame lies around the head.
    ///
    /// # Panics
    /// When that is not told in time.
    pub fn waits_for_the_head(&self) {
        let (legend, search) = (self.text("crop-legend"), self.text("head-search"));
        let found = until_within(Duration::from_secs(20), || {
            let text = self.window.text();
            (holds(&text, &legend) && !holds(&text, &search)).then_some(())
        });
        found.unwrap_or_else(|why| panic!("the head: {why}\n{}", self.window.text()));
    }

    /// Takes the part that the frame shows, and is then where the photo is looked at once more.
    pub fn frames_the_photo(&self) {
        self.window.submit();
        self.window.heading(&self.about_me("photo-check-heading"));
    }

    /// Says what the picture is, looks at it once more and sends it.
    pub fn sends_the_photo(&self) {
        self.window.choose(&self.text("photo-kind-digital"));
        self.window.submit();
        self.window.heading(&self.about_me("photo-check-heading"));
        self.sends_what_is_shown();
    }

    /// Tries to send the photo with warnings that were not ticked, then ticks every one of these.
    pub fn uses_it_anyway(&self, warnings: &[&str]) {
        for warning in warnings {
            self.sees(&format!("reason-{warning}"));
        }
        self.window.submit();
        self.sees("error-summary-title");
        let tick = "const all = [...document.querySelectorAll('label')].filter(label =>
                label.textContent.trim() === arguments[0] && !label.control?.checked);
            all.forEach(label => label.click());
            return all.length";
        let ticked = self.window.script(tick, vec![self.text("found-anyway").into()]);
        assert!(ticked.as_u64() >= Some(warnings.len() as u64), "{ticked} ticks");
    }

    /// Sends the photo that is looked at once more.
    pub fn sends_what_is_shown(&self) {
        self.window.shows(HOUSEHOLD[0]);
        // What is found moves the button.
        let told = "return Boolean(document.querySelector('.found-status')?.textContent.trim())";
        self.window
            .wait_for("what is found", || (self.window.script(told, vec![]) == true).then_some(()));
        self.window.submit();
        self.is_at("photo-done-heading");
    }

    /// Asks the portal again until the page shows this; an officer's decision is held back for ten
    /// seconds.
    pub fn waits_until_it_shows(&self, wanted: &str) {
        let shown = until_within(Duration::from_secs(40), || {
            if holds(&self.window.text(), wanted) {
                return Some(());
            }
            self.presses("refresh");
            thread::sleep(Duration::from_millis(400));
            None
        });
        shown.unwrap_or_else(|why| panic!("“{wanted}”: {why}\n{}", self.window.text()));
    }

    /// Goes from a confirmation to the household.
    pub fn goes_home(&self) {
        self.presses("go-to-household");
        self.is_at("household-heading");
    }
}

/// Everyone of the demonstration's household, as shown.
pub const HOUSEHOLD: [&str; 4] = [
    "Leila Haddad",
    "Wei Chen",
    "Maximiliana Guadalupe Alejandrina de los Ángeles Haddad-Chen y Fernández de Córdoba Villavicencio",
    "Mei",
];

fn open(desk: &Arc<Desk>, portal: &str, language: Language) -> Window {
    Window::open(desk, &program("landed"), &surroundings(desk, portal, language))
}

/// What the app is told by its surroundings.
fn surroundings(desk: &Desk, portal: &str, language: Language) -> [(&'static str, String); 3] {
    [
        ("LANDED_PORTAL", portal.to_owned()),
        ("LANDED_DATA", desk.folder("app").display().to_string()),
        ("LANGUAGE", language.tag().replace('-', "_")),
    ]
}

/// Whether a text that is shown holds another, with plain spaces on both sides.
#[must_use]
pub fn holds(shown: &str, text: &str) -> bool {
    plain(shown).contains(&plain(text))
}
