//! Tells the page something of the shell's own accord. The webview may listen to nothing of the
//! system's, so it comes as an event on the page's own window; the page reads it or lets it go.

use contract::news::{SHELL_EVENT, ShellTells};
use tauri::{AppHandle, Manager as _, WebviewWindow};

/// The window, while there is one.
pub(crate) fn window(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window("main")
}

/// Tells the page of a window.
pub(crate) fn tell(window: &WebviewWindow, what: &ShellTells) {
    let told = serde_json::to_string(what).and_then(|json| serde_json::to_string(&json));
    let Ok(detail) = told else { return };
    // JSON is JavaScript, so the detail is a string and nothing else.
    let script =
        format!("window.dispatchEvent(new CustomEvent('{SHELL_EVENT}', {{ detail: {detail} }}))");
    if let Err(error) = window.eval(script) {
        tracing::warn!(%error, "the page could not be told");
    }
}
