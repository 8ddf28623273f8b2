//! What a person sits at. The few things that a window and a browser do not have in common: how a
//! picture of the page is taken, and how a file is picked.

use crate::browser::Browser;
use crate::page::Page;
use crate::window::Window;
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// What a person sits at: the app's window or a browser.
pub trait Surface: Deref<Target = Page> {
    /// Keeps a picture of the page.
    fn shoot(&self, to: &Path);
    /// Picks a file, once the page's button was pressed.
    fn pick(&self, file: &Path);
    /// A folder for files to pick.
    fn folder(&self, name: &str) -> PathBuf;
}

impl Surface for Window {
    fn shoot(&self, to: &Path) {
        self.shoot(to);
    }

    fn pick(&self, file: &Path) {
        self.desk().pick(file);
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.desk().folder(name)
    }
}

impl Surface for Browser {
    fn shoot(&self, to: &Path) {
        self.shoot(to);
    }

    fn pick(&self, file: &Path) {
        self.give_file("picked-file", file);
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.folder(name)
    }
}
