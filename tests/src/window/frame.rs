//! The window as the display knows it: its size, its place, and pictures of what it shows.

use super::Window;
use crate::wait;
use serde_json::json;
use std::path::Path;

/// A window that was put away.
#[derive(Debug)]
#[must_use]
pub struct PutAway(String);

impl Window {
    /// The X window that is the app's own.
    pub(super) fn handle(&self) -> String {
        let id = self.app().as_raw_nonzero().to_string();
        wait::until(|| {
            let found = self.desk.hands(&["search", "--onlyvisible", "--pid", &id]).ok()?;
            found.lines().next().map(str::to_owned)
        })
        .expect("the app has a window")
    }

    /// Makes the window so large, inside its frame.
    ///
    /// # Panics
    /// When it does not become so.
    pub fn resize(&self, width: u32, height: u32) {
        let handle = self.handle();
        self.desk.hands(&["windowsize", &handle, &width.to_string(), &height.to_string()]).unwrap();
        self.wait_for("the new size", || {
            let now = self.script("return [innerWidth, innerHeight]", vec![]);
            (now == json!([width, height])).then_some(())
        });
    }

    /// Makes the window so wide and as high as its page.
    ///
    /// # Panics
    /// When it does not become so.
    pub fn fit(&self, width: u32) {
        self.resize(width, 800);
        let height = self.script("return document.documentElement.scrollHeight", vec![]);
        let height = u32::try_from(height.as_u64().unwrap()).unwrap();
        self.resize(width, height.clamp(800, 4000));
    }

    /// Moves the window's corner to this place.
    ///
    /// # Panics
    /// When it cannot be moved.
    pub fn shift(&self, x: i32, y: i32) {
        let handle = self.handle();
        self.desk.hands(&["windowmove", &handle, &x.to_string(), &y.to_string()]).unwrap();
    }

    /// Puts the window away: nobody looks at it. Gives what takes it out again.
    ///
    /// # Panics
    /// When it stays.
    pub fn put_away(&self) -> PutAway {
        let handle = self.handle();
        self.desk.hands(&["windowminimize", "--sync", &handle]).unwrap();
        PutAway(handle)
    }

    /// Takes the window out again.
    ///
    /// # Panics
    /// When it stays away.
    pub fn take_out(&self, PutAway(handle): PutAway) {
        self.desk.hands(&["windowactivate", "--sync", &handle]).unwrap();
        self.is_looked_at();
    }

    /// Waits until the window is the one that is looked at.
    ///
    /// # Panics
    /// When it is not.
    pub fn is_looked_at(&self) {
        let handle = self.handle();
        let active = || self.desk.hands(&["getactivewindow"]).ok();
        wait::until(|| (active()?.trim() == handle).then_some(())).expect("it has the focus");
        self.wait_for("a page that is seen", || {
            (self.script("return document.hasFocus()", vec![]) == true).then_some(())
        });
    }

    /// Where the window is and how large: x, y, width, height.
    ///
    /// # Panics
    /// When it cannot be told.
    #[must_use]
    pub fn geometry(&self) -> [i32; 4] {
        let handle = self.handle();
        let told = self.desk.hands(&["getwindowgeometry", "--shell", &handle]).unwrap();
        ["X=", "Y=", "WIDTH=", "HEIGHT="].map(|name| {
            let number = told.lines().find_map(|line| line.strip_prefix(name)?.parse().ok());
            number.unwrap_or_else(|| panic!("no {name} in {told}"))
        })
    }

    /// Keeps a picture of the window's content.
    ///
    /// # Panics
    /// When none can be taken.
    pub fn shoot(&self, to: &Path) {
        self.stands_still();
        self.desk.shoot(&self.handle(), to);
    }
}
