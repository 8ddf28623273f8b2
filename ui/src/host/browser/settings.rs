//! How the interface is shown, kept in the tab: it outlives a reload, ends with the tab, and says
//! nothing about who sat there.

use contract::host::Settings;
use web_sys::Storage;

const NAME: &str = "settings";

fn tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// What was chosen in this tab.
pub(super) fn kept() -> Settings {
    let kept = tab().and_then(|tab| tab.get_item(NAME).ok().flatten());
    kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default()
}

/// Keeps a choice. Where the browser has no place for it, it holds until the page is closed.
pub(super) fn keep(settings: &Settings) {
    if let (Some(tab), Ok(text)) = (tab(), serde_json::to_string(settings)) {
        let _ = tab.set_item(NAME, &text);
    }
}

/// Forgets what was chosen.
pub(super) fn forget() {
    if let Some(tab) = tab() {
        let _ = tab.remove_item(NAME);
    }
}
