//! News that the shell tells of its own accord: said beside the page while it is looked at, and the
//! page of what was pressed on one of the system's notifications.

use super::{App, Loaded};
use crate::view::news::{page_of, words};
use contract::news::{News, ShellTells};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;

impl App {
    /// Hears what the shell tells.
    pub(crate) fn hear(self, tells: ShellTells) {
        match tells {
            ShellTells::News { news } => {
                spawn_forever(async move {
                    // The shell read it; this page may show what was before.
                    self.refresh_in_background().await;
                    self.tell_news(&news);
                });
            }
            // Where the session has ended meanwhile, the sign-in comes first.
            ShellTells::Open { news } => self.go(page_of(&news)),
        }
    }

    fn tell_news(self, news: &[News]) {
        let text = match &*self.board.peek() {
            Loaded::Ready(view) => {
                let (id, name) = words(news, &view.board);
                let name = name.map(|name| ("name", name.into()));
                self.texts.peek().format(id, name.as_slice())
            }
            _ => return,
        };
        self.tell(text);
    }
}
