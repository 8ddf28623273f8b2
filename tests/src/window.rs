//! The app in its real window, driven through WebKitWebDriver: one driver process per run of the
//! app, which the driver starts and ends. What a person does on its pages is [`Page`].

mod frame;

pub use frame::PutAway;

use crate::desk::Desk;
use crate::driver::Driver;
use crate::page::Page;
use crate::started::Started;
use crate::wait;
use fantoccini::key::Key;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

/// A running app. Fields are dropped in this order: what stands on the desk goes before it.
#[derive(Debug)]
pub struct Window {
    page: Page,
    driver: Started,
    desk: Arc<Desk>,
}

/// A driver that has not started its app yet.
#[derive(Debug)]
pub struct WindowDriver(Driver, Arc<Desk>);

impl WindowDriver {
    /// Starts the program, and is then its window's.
    ///
    /// # Panics
    /// When the app cannot be started.
    #[must_use]
    pub fn open(self, program: &Path) -> Window {
        let options = json!({ "binary": program, "args": [] });
        let (page, driver) = self.0.begin([("webkitgtk:browserOptions".to_owned(), options)]);
        Window { page, driver, desk: self.1 }
    }
}

impl Deref for Window {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Window {
    /// Starts the program on the desk, with these variables in its surroundings.
    ///
    /// # Panics
    /// When the driver or the app cannot be started.
    #[must_use]
    pub fn open(desk: &Arc<Desk>, program: &Path, variables: &[(&str, String)]) -> Self {
        Self::driver(desk, variables).open(program)
    }

    /// Starts a driver only, with these variables in the surroundings of its app.
    ///
    /// # Panics
    /// When it cannot be started.
    #[must_use]
    pub fn driver(desk: &Arc<Desk>, variables: &[(&str, String)]) -> WindowDriver {
        let mut command = desk.command("WebKitWebDriver");
        command.env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        WindowDriver(Driver::start(&mut command, &desk.logs()), Arc::clone(desk))
    }

    /// The desk that it stands on.
    #[must_use]
    pub fn desk(&self) -> &Arc<Desk> {
        &self.desk
    }

    /// Waits until the heading is shown and a key press is accepted: Tab has moved the focus to the
    /// first thing that can be used.
    ///
    /// # Panics
    /// When either does not come.
    pub fn first_key_accepted(&self) {
        let heading = self.element("a heading", "return document.querySelector('h1')", &[]);
        self.wait_for("a heading that is shown", || {
            self.ask(heading.is_displayed()).ok()?.then_some(())
        });
        let focused = "return document.activeElement?.matches('a, button, input') ?? false";
        self.wait_for("a key press that is accepted", || {
            self.key(Key::Tab);
            (self.script(focused, vec![]) == true).then_some(())
        });
    }

    /// Ends the app at once, as a power cut would, and waits until it is gone.
    ///
    /// # Panics
    /// When there is no app, or it stays.
    pub fn kill(self) {
        let app = self.app();
        kill_process(app, Signal::KILL).unwrap();
        wait::until(|| (!runs(app)).then_some(())).expect("the app is gone");
    }

    /// Closes the window as its close button does, and waits until the app has ended.
    ///
    /// # Panics
    /// When it stays.
    pub fn close(self) {
        let app = self.app();
        // The window manager asks the app, which may still write something down.
        let handle = self.handle();
        self.desk.hands(&["windowactivate", "--sync", &handle, "key", "alt+F4"]).unwrap();
        wait::until(|| (!runs(app)).then_some(())).expect("the app has ended");
    }

    /// The app's process: the child of the driver.
    fn app(&self) -> Pid {
        let children = format!("/proc/{0}/task/{0}/children", self.driver.id());
        let child = wait::until(|| {
            let children = std::fs::read_to_string(&children).ok()?;
            children.split_whitespace().next()?.parse::<i32>().ok()
        });
        Pid::from_raw(child.expect("the driver has started the app")).unwrap()
    }
}

/// Whether a process is there and no zombie.
fn runs(pid: Pid) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
    status.is_ok_and(|status| !status.rsplit(')').next().unwrap_or_default().starts_with(" Z"))
}
