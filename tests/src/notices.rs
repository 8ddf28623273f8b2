//! The notifications of a desk, as a real program shows them (dunst): what stands there, what was
//! there, and pressing it.

use crate::desk::Desk;
use crate::started::Started;
use crate::wait::until_within;
use std::collections::HashMap;
use std::fs;
use std::time::Duration;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, Proxy};
use zbus::zvariant::OwnedValue;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// How long a notification may take: an officer's decision is held back for ten seconds.
const PATIENCE: Duration = Duration::from_secs(40);
/// Nothing goes by itself.
const RULES: &str = "[urgency_low]\ntimeout = 0\n[urgency_normal]\ntimeout = 0\n";

/// What a notification said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whose it is.
    pub from: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// What shows the notifications of a desk.
#[derive(Debug)]
pub struct Notices {
    bus: Connection,
    _program: Started,
}

impl Notices {
    /// Begins to show them.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn at(desk: &Desk) -> Self {
        let rules = desk.folder("config/dunst").join("dunstrc");
        fs::write(&rules, RULES).unwrap();
        let program =
            Started::new("dunst", desk.command("dunst").arg("-conf").arg(&rules), &desk.logs());
        let bus = Builder::address(desk.bus_address().as_str()).unwrap().build().unwrap();
        let owner = DBusProxy::new(&bus).unwrap();
        let there = || owner.name_has_owner(NAME.try_into().unwrap()).unwrap().then_some(());
        until_within(PATIENCE, there)
            .unwrap_or_else(|why| panic!("no notifications: {why}\n{}", program.printed()));
        Self { bus, _program: program }
    }

    fn ask(&self) -> Proxy<'_> {
        Proxy::new(&self.bus, NAME, PATH, "org.dunstproject.cmd0").unwrap()
    }

    /// How many stand there now.
    ///
    /// # Panics
    /// When that is not told.
    #[must_use]
    pub fn count(&self) -> u32 {
        // Not the property as it was kept when it was asked first.
        let properties = Proxy::new(&self.bus, NAME, PATH, "org.freedesktop.DBus.Properties");
        let asked = ("org.dunstproject.cmd0", "displayedLength");
        let count: OwnedValue = properties.unwrap().call("Get", &asked).unwrap();
        count.try_into().unwrap()
    }

    /// Waits for one, and no more than one.
    ///
    /// # Panics
    /// When none comes, or several.
    pub fn comes(&self) {
        until_within(PATIENCE, || (self.count() > 0).then_some(()))
            .unwrap_or_else(|why| panic!("no notification: {why}"));
        assert_eq!(self.count(), 1, "{:?}", self.gone());
    }

    /// Presses the one that stands there, which then goes.
    ///
    /// # Panics
    /// When it stays.
    pub fn press(&self) {
        let () = self.ask().call("NotificationAction", &(0_u32,)).unwrap();
        // This program leaves it to whoever presses; a pointer is set to do both.
        let () = self.ask().call("NotificationCloseLast", &()).unwrap();
        until_within(PATIENCE, || (self.count() == 0).then_some(())).unwrap();
    }

    /// Everything that was there and is gone, the first first.
    ///
    /// # Panics
    /// When that is not told.
    #[must_use]
    pub fn gone(&self) -> Vec<Notice> {
        let all: Vec<HashMap<String, OwnedValue>> =
            self.ask().call("NotificationListHistory", &()).unwrap();
        let mut all: Vec<(i32, Notice)> = all
            .iter()
            .map(|it| {
                let text = |what: &str| {
                    let text = it.get(what).and_then(|text| <&str>::try_from(text).ok());
                    text.unwrap_or_default().to_owned()
                };
                let id = it.get("id").and_then(|id| i32::try_from(id).ok()).unwrap_or_default();
                (id, Notice { from: text("appname"), title: text("summary"), text: text("body") })
            })
            .collect();
        all.sort_by_key(|(id, _)| *id);
        all.into_iter().map(|(_, notice)| notice).collect()
    }
}
