//! Mail as files in a folder, one `.eml` each, named so that they sort by time.

use super::{DeliveryFailed, Mailer, Outgoing};
use async_trait::async_trait;
use std::path::{Path, PathBuf};
use tokio::io::AsyncWriteExt;

/// A folder that takes mail.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Opens a folder, making it where it is missing.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn open(folder: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        Ok(Self(folder.to_owned()))
    }
}

#[async_trait]
impl Mailer for Folder {
    async fn deliver(&self, mail: &Outgoing) -> Result<(), DeliveryFailed> {
        let name = format!("{}-{}", mail.due_at.strftime("%Y%m%dT%H%M%S%3fZ"), mail.id);
        let finished = self.0.join(format!("{name}.eml"));
        let unfinished = self.0.join(format!(".{name}.part"));
        // A reader sees a whole mail or none: written aside, flushed to the disk, then renamed.
        let mut file = tokio::fs::File::create(&unfinished).await?;
        file.write_all(&mail.message).await?;
        file.sync_all().await?;
        drop(file);
        tokio::fs::rename(&unfinished, &finished).await?;
        Ok(())
    }
}
