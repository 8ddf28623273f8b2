//! The window as the display knows it: its size, its place, and pictures of what it shows.

use super::Window;
use crate::desk::Desk;
use crate::wait;
use serde_json::json;
use std::path::Path;

impl Window {
    /// The X window that is the app's own.
    pub(super) fn handle(&self, desk: &Desk) -> String {
        let id = self.app().as_raw_nonzero().to_string();
        wait::until(|| {
            let found = desk.hands(&["search", "--onlyvisible", "--pid", &id]).ok()?;
            found.lines().next().map(str::to_owned)
        })
        .expect("the app has a window")
    }

    /// Makes the window so large, inside its frame.
    ///
    /// # Panics
    /// When it does not become so.
    pub fn resize(&self, desk: &Desk, width: u32, height: u32) {
        let handle = self.handle(desk);
        desk.hands(&["windowsize", &handle, &width.to_string(), &height.to_string()]).unwrap();
        self.wait_for("the new size", || {
            let now = self.script("return [innerWidth, innerHeight]", vec![]);
            (now == json!([width, height])).then_some(())
        });
    }

    /// Makes the window so wide and as high as its page.
    ///
    /// # Panics
    /// When it does not become so.
    pub fn fit(&self, desk: &Desk, width: u32) {
        self.resize(desk, width, 800);
        let height = self.script("return document.documentElement.scrollHeight", vec![]);
        let height = u32::try_from(height.as_u64().unwrap()).unwrap();
        self.resize(desk, width, height.clamp(800, 4000));
    }

    /// Moves the window's corner to this place.
    ///
    /// # Panics
    /// When it cannot be moved.
    pub fn shift(&self, desk: &Desk, x: i32, y: i32) {
        let handle = self.handle(desk);
        desk.hands(&["windowmove", &handle, &x.to_string(), &y.to_string()]).unwrap();
    }

    /// Where the window is and how large: x, y, width, height.
    ///
    /// # Panics
    /// When it cannot be told.
    #[must_use]
    pub fn geometry(&self, desk: &Desk) -> [i32; 4] {
        let handle = self.handle(desk);
        let told = desk.hands(&["getwindowgeometry", "--shell", &handle]).unwrap();
        ["X=", "Y=", "WIDTH=", "HEIGHT="].map(|name| {
            let number = told.lines().find_map(|line| line.strip_prefix(name)?.parse().ok());
            number.unwrap_or_else(|| panic!("no {name} in {told}"))
        })
    }

    /// Keeps a picture of the window's content.
    ///
    /// # Panics
    /// When none can be taken.
    pub fn shoot(&self, desk: &Desk, to: &Path) {
        let still = "return !document.querySelector('[aria-busy=true], .skeleton')
            && document.getAnimations().every(each => each.playState !== 'running')
            && [...document.images].every(each => each.complete)";
        self.wait_for("a page that stands still", || {
            (self.script(still, vec![]) == true).then_some(())
        });
        let painted = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        assert_eq!(self.script(painted, vec![]), true, "the page is painted");
        desk.shoot(&self.handle(desk), to);
    }
}
