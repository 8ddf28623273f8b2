//! News on its way to its reader, for as long as the app runs: while the window is looked at, the page
//! tells it; else the system does, where its reader wants that.

#[cfg(desktop)]
use crate::notifying::Notifications;
use crate::telling::{tell, window};
use applicant::Applicant;
#[cfg(desktop)]
use contract::host;
use contract::news::ShellTells;
#[cfg(desktop)]
use locale::Texts;
use tauri::AppHandle;

/// Tells news as it comes.
pub(crate) async fn run(app: &AppHandle, applicant: &Applicant) {
    #[cfg(desktop)]
    let notifications = Notifications::of(app);
    loop {
        let news = applicant.next_news().await;
        let Some(window) = window(app) else { continue };
        // Phones have no notification of this app yet.
        if cfg!(mobile) || window.is_focused().unwrap_or(true) {
            tell(&window, &ShellTells::News { news });
            continue;
        }
        #[cfg(desktop)]
        match applicant.start().await {
            Ok(start) if start.settings.notifications == host::Notifications::On => {
                notifications.show(&Texts::new(start.language), news).await;
            }
            Ok(_) => {}
            Err(problem) => tracing::warn!(%problem, "whether to notify cannot be read"),
        }
    }
}
