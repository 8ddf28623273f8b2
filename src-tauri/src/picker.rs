//! The system's file picker. It runs out of this process, and the app opens exactly the one file
//! that was picked, once, reading no more than a picture, or an email, may weigh. It never keeps where that lies.

#[cfg(desktop)]
mod desktop;
#[cfg(mobile)]
mod mobile;

#[cfg(desktop)]
use desktop::{ask, ask_for_email};
#[cfg(mobile)]
use mobile::{ask, ask_for_email};

use crate::head::Head;
use contract::id::PersonId;
use contract::policy::EMAIL_MAX_BYTES;
use contract::{Code, Problem};
use locale::Texts;
use tauri::WebviewWindow;

/// A picked file.
pub(crate) struct Picked {
    /// Its name without its folder.
    pub(crate) name: String,
    /// Its bytes; one more than allowed where it is too heavy.
    pub(crate) bytes: Vec<u8>,
}

/// Asks for a picture of a person; nothing where the picker was closed without a choice.
pub(crate) async fn pick(
    window: &WebviewWindow,
    head: &Head,
    person: PersonId,
) -> Result<Option<Picked>, Problem> {
    let applicant = head.applicant().await?;
    let texts = Texts::new(applicant.start().await?.language);
    let begin = || applicant.reading(person);
    ask(window, &texts, applicant.most_bytes_of_a_source(), begin).await.map_err(|error| {
        tracing::warn!(%error, "the picked file was not read");
        Problem::new(Code::FileNotReadable)
    })
}

/// Asks for a saved email; nothing where the picker was closed without a choice.
pub(crate) async fn pick_email(
    window: &WebviewWindow,
    head: &Head,
) -> Result<Option<Vec<u8>>, Problem> {
    let texts = Texts::new(head.applicant().await?.start().await?.language);
    ask_for_email(window, &texts, EMAIL_MAX_BYTES as u64).await.map_err(|error| {
        tracing::warn!(%error, "the picked email was not read");
        Problem::new(Code::FileNotReadable)
    })
}
