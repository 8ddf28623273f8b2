//! The picker of Linux, Windows and macOS.

use super::Picked;
use locale::Texts;
use rfd::AsyncFileDialog;
use std::io;
use std::path::Path;
use tauri::WebviewWindow;
use tokio::io::AsyncReadExt as _;

/// Asks, and reads what was picked: at most one byte more than `most`.
pub(super) async fn ask(
    window: &WebviewWindow,
    texts: &Texts,
    most: u64,
) -> io::Result<Option<Picked>> {
    let picked = AsyncFileDialog::new()
        .set_parent(window)
        .set_title(texts.get("picker-title"))
        .add_filter(texts.get("picker-pictures"), &["jpg", "jpeg", "png", "JPG", "JPEG", "PNG"])
        .add_filter(texts.get("picker-all-files"), &["*"])
        .pick_file()
        .await;
    let Some(file) = picked else { return Ok(None) };
    Ok(Some(Picked { name: file.file_name(), bytes: read(file.path(), most).await? }))
}

async fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    tokio::fs::File::open(path).await?.take(most + 1).read_to_end(&mut bytes).await?;
    Ok(bytes)
}
