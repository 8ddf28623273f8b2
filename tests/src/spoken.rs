//! What the programs on a desk tell screen readers, over AT-SPI: roles, names and levels, as one
//! tree. It reads and changes nothing.

use crate::desk::Desk;
use crate::page::plain;
use crate::wait;
use std::collections::HashMap;
use std::fmt;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::proxy::Builder as ProxyBuilder;
use zbus::blocking::{Connection, Proxy};
use zbus::proxy::CacheProperties;
use zbus::zvariant::OwnedObjectPath;

/// Where WebKit's processes tell their pages.
const PAGES: &str = "/org/a11y/webkit/accessible";
const INTROSPECTABLE: &str = "org.freedesktop.DBus.Introspectable";
/// Deeper than any page.
const DEPTH: usize = 60;

/// What something is: of AT-SPI's roles those that pages are made of, by their numbers there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A box to tick.
    CheckBox,
    /// A choice out of a list.
    ComboBox,
    /// A page.
    Document,
    /// A field.
    Entry,
    /// A heading.
    Heading,
    /// A picture.
    Image,
    /// A region of the page.
    Landmark,
    /// A link.
    Link,
    /// A list.
    List,
    /// An entry of a list.
    ListItem,
    /// A paragraph.
    Paragraph,
    /// A field that hides what is typed.
    Password,
    /// A button.
    Button,
    /// A button that stays pressed.
    ToggleButton,
    /// One of several to choose.
    Radio,
    /// Anything else.
    Other(u32),
}

impl Role {
    /// Whether somebody can do something with it.
    #[must_use]
    pub const fn is_interactive(self) -> bool {
        matches!(
            self,
            Self::CheckBox
                | Self::ComboBox
                | Self::Entry
                | Self::Link
                | Self::Password
                | Self::Button
                | Self::Radio
                | Self::ToggleButton
        )
    }

    const fn of(number: u32) -> Self {
        match number {
            7 => Self::CheckBox,
            11 => Self::ComboBox,
            27 => Self::Image,
            31 => Self::List,
            32 => Self::ListItem,
            40 => Self::Password,
            43 => Self::Button,
            62 => Self::ToggleButton,
            44 => Self::Radio,
            73 => Self::Paragraph,
            79 => Self::Entry,
            83 => Self::Heading,
            88 => Self::Link,
            95 => Self::Document,
            110 => Self::Landmark,
            other => Self::Other(other),
        }
    }
}

/// Something that a screen reader can come to.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// What it is.
    pub role: Role,
    /// What it is called, with plain spaces.
    pub name: String,
    /// A heading's level.
    pub level: Option<u8>,
    /// What is in it.
    pub children: Vec<Spoken>,
}

impl Spoken {
    /// It and everything in it, in reading order.
    pub fn all(&self) -> impl Iterator<Item = &Spoken> {
        let mut left = vec![self];
        std::iter::from_fn(move || {
            let next = left.pop()?;
            left.extend(next.children.iter().rev());
            Some(next)
        })
    }

    /// Whether there is something of this role and name.
    #[must_use]
    pub fn holds(&self, role: Role, name: &str) -> bool {
        self.all().any(|each| each.role == role && each.name == plain(name))
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = vec![(0, self)];
        while let Some((depth, it)) = left.pop() {
            let level = it.level.map(|level| format!(" {level}")).unwrap_or_default();
            writeln!(to, "{}{:?}{level} “{}”", "  ".repeat(depth), it.role, it.name)?;
            left.extend(it.children.iter().rev().map(|each| (depth + 1, each)));
        }
        Ok(())
    }
}

/// The accessibility bus of a desk.
#[derive(Debug)]
pub struct ScreenReader(Connection);

impl ScreenReader {
    /// Listens at a desk that was made for it.
    ///
    /// # Panics
    /// When its accessibility bus does not answer.
    #[must_use]
    pub fn at(desk: &Desk) -> Self {
        let address = desk.bus_address();
        let session = Builder::address(address.as_str()).unwrap().build().unwrap();
        let status = Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status");
        let status = status.unwrap();
        // Programs that ask whether anybody listens are told so.
        status.set_property("ScreenReaderEnabled", true).unwrap();
        status.set_property("IsEnabled", true).unwrap();
        let bus = Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus").unwrap();
        let address: String = bus.call("GetAddress", &()).unwrap();
        let answer = std::time::Duration::from_secs(5);
        let bus = Builder::address(address.as_str()).unwrap().method_timeout(answer);
        Self(bus.build().unwrap())
    }

    /// The page in the one window of the desk, as it is told now. The page's process tells it under
    /// a name of its own.
    ///
    /// # Panics
    /// When no page is told.
    #[must_use]
    pub fn page(&self) -> Spoken {
        wait::until(|| {
            let page = self.pages().into_iter().next()?;
            (!page.children.is_empty()).then_some(page)
        })
        .unwrap_or_else(|why| panic!("no page is told to screen readers: {why}"))
    }

    fn pages(&self) -> Vec<Spoken> {
        let bus = DBusProxy::new(&self.0).unwrap();
        let names = bus.list_names().unwrap();
        let own = self.0.unique_name();
        let unique = names.iter().filter(|name| {
            name.starts_with(':') && own.is_none_or(|own| own.as_str() != name.as_str())
        });
        unique
            .filter_map(|name| {
                let at = Proxy::new(&self.0, name.as_str(), PAGES, INTROSPECTABLE).ok()?;
                let told = at.call::<_, _, String>("Introspect", &()).ok()?;
                let (_, after) = told.split_once("<node name=\"")?;
                let (root, _) = after.split_once('"')?;
                Some(self.read(name, &format!("{PAGES}/{root}"), 0))
            })
            .collect()
    }

    /// What cannot be read has gone meanwhile, and is told as empty.
    fn read(&self, owner: &str, path: &str, depth: usize) -> Spoken {
        // Kept properties would be asked for all at once, which WebKit does not answer.
        let it = ProxyBuilder::<Proxy<'_>>::new(&self.0).cache_properties(CacheProperties::No);
        let it = it.destination(owner).unwrap().path(path).unwrap();
        let it = it.interface("org.a11y.atspi.Accessible").unwrap().build().unwrap();
        let attributes: HashMap<String, String> = it.call("GetAttributes", &()).unwrap_or_default();
        let children: Vec<(String, OwnedObjectPath)> =
            if depth < DEPTH { it.call("GetChildren", &()).unwrap_or_default() } else { vec![] };
        Spoken {
            role: Role::of(it.call("GetRole", &()).unwrap_or_default()),
            name: plain(&it.get_property::<String>("Name").unwrap_or_default()),
            level: attributes.get("level").and_then(|level| level.parse().ok()),
            children: children
                .iter()
                .map(|(owner, path)| self.read(owner, path.as_str(), depth + 1))
                .collect(),
        }
    }
}
