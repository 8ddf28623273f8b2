//! The pickers of pictures and of files of Android and iOS. What it gives is an address that is good for this app
//! and for a while only, so it is read at once; the copy that iOS makes for the app is removed.

use super::Picked;
use applicant::Stage;
use locale::Texts;
use std::fs;
use std::io::{self, Read as _};
use tauri::{AppHandle, Manager as _, WebviewWindow};
use tauri_plugin_dialog::{DialogExt as _, FilePath, PickerMode};
use tauri_plugin_fs::{FsExt as _, OpenOptions};
use tokio::sync::oneshot;

/// Asks, and reads what was picked: at most one byte more than `most`. The reading begins with
/// `begin`; how far it came cannot be told, since not every address says how long its file is.
pub(super) async fn ask<'a>(
    window: &WebviewWindow,
    texts: &Texts,
    most: u64,
    begin: impl FnOnce() -> Stage<'a>,
) -> io::Result<Option<Picked>> {
    let (tell, told) = oneshot::channel();
    window
        .dialog()
        .file()
        .set_title(texts.get("picker-title"))
        .set_picker_mode(PickerMode::Image)
        // Nobody listens any more where the window was closed meanwhile.
        .pick_file(move |picked| drop(tell.send(picked)));
    let Ok(Some(picked)) = told.await else { return Ok(None) };
    let _reading = begin();
    let app = window.app_handle().clone();
    let read = tauri::async_runtime::spawn_blocking(move || read(&app, picked, most));
    read.await.map_err(io::Error::other)?.map(Some)
}

/// Asks for a saved email, and reads it: at most one byte more than `most`.
pub(super) async fn ask_for_email(
    window: &WebviewWindow,
    texts: &Texts,
    most: u64,
) -> io::Result<Option<Vec<u8>>> {
    let (tell, told) = oneshot::channel();
    window
        .dialog()
        .file()
        .set_title(texts.get("picker-email-title"))
        .set_picker_mode(PickerMode::Document)
        .pick_file(move |picked| drop(tell.send(picked)));
    let Ok(Some(picked)) = told.await else { return Ok(None) };
    let app = window.app_handle().clone();
    let read = tauri::async_runtime::spawn_blocking(move || read(&app, picked, most));
    Ok(Some(read.await.map_err(io::Error::other)??.bytes))
}

fn read(app: &AppHandle, picked: FilePath, most: u64) -> io::Result<Picked> {
    let mut only_reading = OpenOptions::new();
    only_reading.read(true);
    let mut bytes = Vec::new();
    let file = app.fs().open(picked.clone(), only_reading)?;
    file.take(most + 1).read_to_end(&mut bytes)?;
    let name = name(&picked);
    remove_copy(picked);
    Ok(Picked { name, bytes })
}

/// The last part of where it lies. Android's is a number or a name, as the picker likes.
fn name(picked: &FilePath) -> String {
    match picked {
        FilePath::Path(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        FilePath::Url(address) => {
            let last = address.path_segments().and_then(|mut parts| parts.next_back());
            last.unwrap_or_default().to_owned()
        }
    }
}

/// Removes what lies in this app's own folder for passing things, and nothing else.
fn remove_copy(picked: FilePath) {
    if let Ok(path) = picked.into_path()
        && path.starts_with(std::env::temp_dir())
        && let Err(error) = fs::remove_file(&path)
    {
        tracing::warn!(%error, "the copy of the picked file stays until the system removes it");
    }
}
