//! The system's file picker. It runs out of this process, and the app opens exactly the one file
//! that was picked, once, reading no more than a picture may weigh.

use crate::head::Head;
use contract::{Code, Problem};
use locale::Texts;
use rfd::AsyncFileDialog;
use tauri::WebviewWindow;
use tokio::io::AsyncReadExt;

/// A picked file.
pub(crate) struct Picked {
    /// Its name without its folder.
    pub(crate) name: String,
    /// Its bytes; one more than allowed where it is too heavy.
    pub(crate) bytes: Vec<u8>,
}

/// Asks for a picture; nothing where the picker was closed without a choice.
pub(crate) async fn pick(window: &WebviewWindow, head: &Head) -> Result<Option<Picked>, Problem> {
    let applicant = head.applicant().await?;
    let texts = Texts::new(applicant.start().await?.language);
    let picked = AsyncFileDialog::new()
        .set_parent(window)
        .set_title(texts.get("picker-title"))
        .add_filter(texts.get("picker-pictures"), &["jpg", "jpeg", "png", "JPG", "JPEG", "PNG"])
        .add_filter(texts.get("picker-all-files"), &["*"])
        .pick_file()
        .await;
    let Some(file) = picked else { return Ok(None) };
    let bytes = read(file.path(), applicant.most_bytes_of_a_source()).await.map_err(|error| {
        tracing::warn!(%error, "the picked file was not read");
        Problem::new(Code::FileNotReadable)
    })?;
    Ok(Some(Picked { name: file.file_name(), bytes }))
}

async fn read(path: &std::path::Path, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    tokio::fs::File::open(path).await?.take(most + 1).read_to_end(&mut bytes).await?;
    Ok(bytes)
}
