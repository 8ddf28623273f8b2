//! What a browser holds about a site, and what it is asked to do with its history and its tabs.

use super::Browser;
use crate::wait;
use serde_json::Value;

/// What a page can find on the device of what was kept for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Names of caches.
    pub caches: Vec<String>,
    /// Names of databases.
    pub databases: Vec<String>,
    /// `localStorage`, by key.
    pub local: Value,
    /// `sessionStorage`, by key.
    pub session: Value,
    /// Names of cookies, those included that pages cannot see.
    pub cookies: Vec<String>,
    /// Service workers.
    pub workers: u64,
}

impl Browser {
    /// Opens an address.
    ///
    /// # Panics
    /// When it cannot.
    pub fn open_address(&self, address: &str) {
        self.ask(self.client().goto(address)).unwrap();
    }

    /// Loses every cookie, as when a session ends behind the page's back.
    ///
    /// # Panics
    /// When the browser does not let go of them.
    pub fn lose_cookies(&self) {
        self.ask(self.client().delete_all_cookies()).unwrap();
    }

    /// The path of the page that is shown.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn path(&self) -> String {
        self.ask(self.client().current_url()).unwrap().path().to_owned()
    }

    /// Presses the browser's back button.
    ///
    /// # Panics
    /// When it cannot.
    pub fn back(&self) {
        self.ask(self.client().back()).unwrap();
    }

    /// Presses the browser's forward button.
    ///
    /// # Panics
    /// When it cannot.
    pub fn forward(&self) {
        self.ask(self.client().forward()).unwrap();
    }

    /// Presses the browser's reload button.
    ///
    /// # Panics
    /// When it cannot.
    pub fn reload(&self) {
        self.ask(self.client().refresh()).unwrap();
    }

    /// Opens another tab at this address and looks at it; gives what to look back with.
    ///
    /// # Panics
    /// When it cannot.
    #[must_use]
    pub fn open_tab(&self, address: &str) -> Tab {
        let first = Tab(self.ask(self.client().window()).unwrap());
        let new = self.ask(self.client().new_window(true)).unwrap();
        self.ask(self.client().switch_to_window(new.handle)).unwrap();
        self.open_address(address);
        first
    }

    /// Looks at another tab, and gives what to look back with.
    ///
    /// # Panics
    /// When it is gone.
    #[must_use]
    pub fn look_at(&self, tab: Tab) -> Tab {
        let left = Tab(self.ask(self.client().window()).unwrap());
        self.ask(self.client().switch_to_window(tab.0)).unwrap();
        left
    }

    /// What the site left on the device.
    ///
    /// # Panics
    /// When the page does not tell.
    #[must_use]
    pub fn kept(&self) -> Kept {
        let look = "return (async () => ({
            caches: await caches.keys(),
            databases: (await indexedDB.databases()).map(each => each.name),
            local: { ...localStorage },
            session: { ...sessionStorage },
            workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
        }))()";
        let found = self.script(look, vec![]);
        let cookies = self.ask(self.client().get_all_cookies()).unwrap();
        let names = |list: &Value| -> Vec<String> {
            serde_json::from_value(list.clone()).expect("a list of names")
        };
        Kept {
            caches: names(&found["caches"]),
            databases: names(&found["databases"]),
            local: found["local"].clone(),
            session: found["session"].clone(),
            cookies: cookies.iter().map(|cookie| cookie.name().to_owned()).collect(),
            workers: found["workers"].as_u64().unwrap(),
        }
    }

    /// Gives a file to the page's own file field, as the browser's file dialog does.
    ///
    /// # Panics
    /// When there is no such field.
    pub fn give_file(&self, field: &str, file: &std::path::Path) {
        let script = "return document.getElementById(name)";
        let field = self.element(&format!("the file field #{field}"), script, &[field]);
        // Of a field that is hidden only the script's side is asked: no click, no focus.
        self.ask(field.send_keys(file.to_str().unwrap())).unwrap();
    }

    /// What has the focus: its tag, role, name and place.
    ///
    /// # Panics
    /// When the page does not tell.
    #[must_use]
    pub fn focused(&self) -> Value {
        self.script(FOCUSED, vec![])
    }

    /// Waits until the path is this.
    ///
    /// # Panics
    /// When it does not become so.
    pub fn is_at_path(&self, wanted: &str) {
        let found = wait::until(|| (self.path() == wanted).then_some(()));
        found.unwrap_or_else(|why| panic!("the path {wanted}, not {}: {why}", self.path()));
    }
}

/// A tab that is not looked at.
#[derive(Debug)]
pub struct Tab(fantoccini::wd::WindowHandle);

const FOCUSED: &str = "const it = document.activeElement;
    if (!it || it === document.body) return null;
    const box = it.getBoundingClientRect(), style = getComputedStyle(it);
    return { tag: it.localName, id: it.id, type: it.type ?? '', text: it.textContent.trim(),
        label: it.labels?.[0]?.textContent.trim() ?? '', checked: it.checked ?? false,
        box: [box.x, box.y, box.width, box.height].map(Math.round),
        outline: [style.outlineStyle, parseFloat(style.outlineWidth), parseFloat(style.outlineOffset)],
        order: [...document.querySelectorAll('*')].indexOf(it) }";
