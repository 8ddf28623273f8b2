//! The system's notifications. They say that there is news and what it is about, never whose, which
//! or what exactly: anybody may read them on a locked screen. Of each kind one is shown, which takes
//! the place of the one before. Pressing it shows the window, on the page of the news.

use crate::telling::{tell, window};
use contract::news::{News, ShellTells, WhatIsNew};
use locale::Texts;
use notify_rust::{Notification, NotificationHandle, NotificationResponse};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use tauri::AppHandle;

/// What the system knows this app by, where it asks: the name of its entry among the programs on
/// Linux, its identifier elsewhere.
const NAME: &str = if cfg!(target_os = "linux") { "Landed" } else { "app.landed.Landed" };
/// The action that is pressing the notification itself.
const PRESSED: &str = "default";

/// The notifications of the app.
#[derive(Clone)]
pub(crate) struct Notifications {
    app: AppHandle,
    shown: Arc<Mutex<HashMap<WhatIsNew, Shown>>>,
}

/// One that is shown, until it is pressed or gone.
#[derive(Default)]
struct Shown {
    /// By what the system knows it.
    id: Option<u32>,
    /// Tells it from those whose place it took.
    turn: u64,
    /// What it is about.
    news: Vec<News>,
}

impl Notifications {
    pub(crate) fn of(app: &AppHandle) -> Self {
        #[cfg(target_os = "macos")]
        if let Err(error) = notify_rust::set_application(NAME) {
            tracing::warn!(%error, "notifications bear another name");
        }
        Self { app: app.clone(), shown: Arc::default() }
    }

    /// Shows news, one notification for each kind.
    pub(crate) async fn show(&self, texts: &Texts, news: Vec<News>) {
        for what in WhatIsNew::ALL {
            let of_kind: Vec<News> = news.iter().filter(|it| it.what == what).copied().collect();
            if !of_kind.is_empty() {
                self.show_kind(texts, what, of_kind).await;
            }
        }
    }

    async fn show_kind(&self, texts: &Texts, what: WhatIsNew, of_kind: Vec<News>) {
        let (turn, former) = {
            let mut all = self.shown();
            let shown = all.entry(what).or_default();
            shown.turn += 1;
            shown.news.retain(|news| !of_kind.contains(news));
            shown.news.extend(of_kind);
            (shown.turn, shown.id)
        };
        let notification = worded(texts, what, former);
        // It asks the session bus, which may take its time.
        let sent = tauri::async_runtime::spawn_blocking(move || notification.show()).await;
        match sent {
            Ok(Ok(handle)) => {
                if let Some(shown) = self.shown().get_mut(&what) {
                    shown.id = id_of(&handle);
                }
                self.wait(what, turn, handle);
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "the system shows no notification");
                self.over(what, turn);
            }
            Err(_) => {
                self.over(what, turn);
            }
        }
    }

    /// Waits beside everything else until it is pressed or gone. Few wait at a time: one of each kind,
    /// and those whose place was taken end with it.
    fn wait(&self, what: WhatIsNew, turn: u64, handle: NotificationHandle) {
        let notifications = self.clone();
        let waits = move || {
            let answered = handle.wait_for_response(|response: &NotificationResponse| {
                let news = notifications.over(what, turn);
                let is_pressed = matches!(
                    response,
                    NotificationResponse::Default | NotificationResponse::Action(_)
                );
                if let Some(news) = news.filter(|_| is_pressed) {
                    notifications.open(news);
                }
            });
            if let Err(error) = answered {
                tracing::warn!(%error, "nobody says what became of a notification");
            }
        };
        let named = thread::Builder::new().name("notification".to_owned());
        if let Err(error) = named.spawn(waits) {
            tracing::warn!(%error, "pressing a notification leads nowhere");
        }
    }

    /// It is gone; gives what it was about, unless another one took its place.
    fn over(&self, what: WhatIsNew, turn: u64) -> Option<Vec<News>> {
        let mut all = self.shown();
        let is_current = all.get(&what).is_some_and(|shown| shown.turn == turn);
        let shown = all.get_mut(&what).filter(|_| is_current)?;
        shown.id = None;
        Some(std::mem::take(&mut shown.news))
    }

    /// Shows the window, and the page of the news in it.
    fn open(&self, news: Vec<News>) {
        let Some(window) = window(&self.app) else { return };
        for done in [window.unminimize(), window.show(), window.set_focus()] {
            if let Err(error) = done {
                tracing::warn!(%error, "the window stays where it is");
            }
        }
        tell(&window, &ShellTells::Open { news });
    }

    fn shown(&self) -> MutexGuard<'_, HashMap<WhatIsNew, Shown>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is shown: words that are the same for everybody, without a sound.
fn worded(texts: &Texts, what: WhatIsNew, former: Option<u32>) -> Notification {
    let mut notification = Notification::new();
    let title = texts.get("app-name");
    notification
        .appname(&title)
        .summary(&title)
        .body(&texts.get(&format!("notification-{}", what.name())))
        .action(PRESSED, &texts.get("notification-open"));
    #[cfg(target_os = "linux")]
    notification
        .icon("landed")
        .hint(notify_rust::Hint::DesktopEntry(NAME.to_owned()))
        .hint(notify_rust::Hint::SuppressSound(true));
    #[cfg(target_os = "windows")]
    notification.app_id(NAME);
    if let Some(former) = former {
        notification.id(former);
    }
    notification
}

/// By what the system knows it: only on Linux can one take the place of another.
#[cfg(target_os = "linux")]
fn id_of(handle: &NotificationHandle) -> Option<u32> {
    Some(handle.id())
}

#[cfg(not(target_os = "linux"))]
fn id_of(_: &NotificationHandle) -> Option<u32> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Language;

    #[test]
    fn what_is_shown_is_the_same_whoever_it_is_about() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            for what in WhatIsNew::ALL {
                let shown = worded(&texts, what, None);
                assert_eq!(shown.summary, "Landed");
                let id = format!("notification-{}", what.name());
                assert!(texts.has(&id), "{id}");
                assert_eq!(shown.body, texts.get(&id), "with nothing filled in");
                assert!(!shown.body.chars().any(|c| c.is_ascii_digit()), "{}", shown.body);
            }
        }
    }
}
