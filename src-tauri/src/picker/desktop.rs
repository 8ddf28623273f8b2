//! The picker of Linux, Windows and macOS.

use super::Picked;
use applicant::Stage;
use locale::Texts;
use rfd::AsyncFileDialog;
use std::io;
use std::path::Path;
use tauri::WebviewWindow;
use tokio::io::AsyncReadExt as _;

/// The most bytes that are read at a time.
const PIECE: usize = 1024 * 1024;

/// Asks, and reads what was picked: at most one byte more than `most`. The reading begins with
/// `begin` and tells it how far it came.
pub(super) async fn ask<'a>(
    window: &WebviewWindow,
    texts: &Texts,
    most: u64,
    begin: impl FnOnce() -> Stage<'a>,
) -> io::Result<Option<Picked>> {
    let picked = AsyncFileDialog::new()
        .set_parent(window)
        .set_title(texts.get("picker-title"))
        .add_filter(texts.get("picker-pictures"), &["jpg", "jpeg", "png", "JPG", "JPEG", "PNG"])
        .add_filter(texts.get("picker-all-files"), &["*"])
        .pick_file()
        .await;
    let Some(file) = picked else { return Ok(None) };
    let reading = begin();
    Ok(Some(Picked { name: file.file_name(), bytes: read(file.path(), most, &reading).await? }))
}

/// Asks for a saved email, and reads it: at most one byte more than `most`.
pub(super) async fn ask_for_email(
    window: &WebviewWindow,
    texts: &Texts,
    most: u64,
) -> io::Result<Option<Vec<u8>>> {
    let picked = AsyncFileDialog::new()
        .set_parent(window)
        .set_title(texts.get("picker-email-title"))
        .add_filter(texts.get("picker-emails"), &["eml", "EML"])
        .add_filter(texts.get("picker-all-files"), &["*"])
        .pick_file()
        .await;
    let Some(file) = picked else { return Ok(None) };
    let mut bytes = Vec::new();
    tokio::fs::File::open(file.path()).await?.take(most + 1).read_to_end(&mut bytes).await?;
    Ok(Some(bytes))
}

async fn read(path: &Path, most: u64, reading: &Stage<'_>) -> io::Result<Vec<u8>> {
    let file = tokio::fs::File::open(path).await?;
    let total = file.metadata().await?.len().min(most + 1);
    let mut file = file.take(most + 1);
    // The whole of it at once and no more: a source is large, and is not to be held twice.
    let mut bytes = Vec::with_capacity(usize::try_from(total).unwrap_or_default());
    loop {
        reading.so_far(bytes.len() as u64, total);
        let had = bytes.len();
        (&mut file).take(PIECE as u64).read_to_end(&mut bytes).await?;
        if bytes.len() == had {
            return Ok(bytes);
        }
    }
}
