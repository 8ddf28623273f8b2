//! The shell: a window around the UI, and each use case of the `applicant` crate as a command.
//!
//! The shell translates and does nothing else: no rule lives here, and the webview gets no file,
//! dialog, shell or HTTP permission, sees no path and no token.

mod commands;
#[cfg(feature = "demo")]
mod demo;
#[cfg(mobile)]
mod entry;
mod head;
mod news;
#[cfg(desktop)]
mod notifying;
mod picker;
mod secrets;
mod setting;
mod telling;

use head::Head;
use std::process::ExitCode;
use tauri::{App, Builder, Manager as _, WebviewWindowBuilder, Wry};

/// Runs the app until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    let head = match setting::read() {
        Ok(setting) => Head::new(setting),
        Err(refusal) => return refuse(&refusal),
    };
    head.open_ahead();
    let built = with_plugins(Builder::default())
        .manage(head)
        .invoke_handler(commands::handler())
        .setup(|app| {
            open_window(app)?;
            app.state::<Head>().is_shown_by(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => refuse(&error.to_string()),
    }
}

/// What the window needs of its system. No plugin is open to the webview.
#[cfg(desktop)]
fn with_plugins(builder: Builder<Wry>) -> Builder<Wry> {
    builder.plugin(tauri_plugin_window_state::Builder::default().build())
}

/// What picking a picture needs of a phone. No plugin is open to the webview.
#[cfg(mobile)]
fn with_plugins(builder: Builder<Wry>) -> Builder<Wry> {
    builder.plugin(tauri_plugin_dialog::init()).plugin(tauri_plugin_fs::init())
}

fn open_window(app: &App) -> tauri::Result<()> {
    for window in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app.handle(), window)?.build()?;
    }
    Ok(())
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn refuse(reason: &str) -> ExitCode {
    eprintln!("landed: {reason}");
    ExitCode::FAILURE
}
