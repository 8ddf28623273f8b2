//! What the device keeps, when something happens to it: damage, a full disk, a second window, an
//! earlier version, somebody who leaves. Told by what a page sees and by what lies in the folder.

#![expect(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

mod damaged;
#[cfg(target_os = "linux")]
mod disk;
mod leaving;
mod passphrase;
mod upgraded;
mod windows;

use applicant::{Applicant, MemorySecrets, Secrets, Setting, SystemClock};
use contract::Problem;
use contract::draft::{Draft, DraftKey, FirstSignInDraft, InvitationDraft, SignInDraft, TypedDate};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The store's file.
const FILE: &str = "landed.sqlite";
/// The name of the key among the system's secrets.
const KEY: &str = "device-key";

fn setting(folder: &Path) -> Setting {
    Setting {
        // Nobody listens on the discard port of loopback.
        portal: "http://127.0.0.1:9".to_owned(),
        folder: folder.to_owned(),
        system_languages: Vec::new(),
        demonstration: false,
    }
}

fn try_open(folder: &Path, secrets: &Arc<MemorySecrets>) -> Result<Applicant, Problem> {
    let secrets: Arc<dyn Secrets> = secrets.clone();
    Applicant::open(setting(folder), secrets, Arc::new(SystemClock))
}

fn open(folder: &Path, secrets: &Arc<MemorySecrets>) -> Applicant {
    try_open(folder, secrets).expect("opens")
}

fn username(text: &str) -> Draft {
    Draft::SignIn(SignInDraft { username: text.to_owned() })
}

/// What was typed before anyone signed in, by page, with enough of it to fill some pages of the file.
fn typed() -> Vec<(DraftKey, Draft)> {
    let born = TypedDate { year: "1988".to_owned(), ..TypedDate::default() };
    vec![
        (DraftKey::SignIn, username("K7MP-2XQD")),
        (
            DraftKey::FirstSignIn,
            Draft::FirstSignIn(FirstSignInDraft {
                username: "K7MP-2XQD".repeat(900),
                date_of_birth: born.clone(),
                uci: "1234".to_owned(),
            }),
        ),
        (
            DraftKey::Invitation,
            Draft::Invitation(Box::new(InvitationDraft {
                date_of_birth: born,
                uci: "5678".repeat(900),
                ..InvitationDraft::default()
            })),
        ),
    ]
}

async fn type_all(app: &Applicant) {
    for (key, draft) in typed() {
        app.save_draft(key, draft).await.expect("kept");
    }
}

/// The folder's files with these beginnings of names.
fn files(folder: &Path, beginning: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.file_name().is_some_and(|it| it.to_string_lossy().starts_with(beginning))
        })
        .collect();
    paths.sort();
    paths
}

/// The stores that were set aside.
fn copies(folder: &Path) -> Vec<PathBuf> {
    let all = files(folder, "set-aside-");
    all.into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "sqlite")).collect()
}

/// Whether these bytes lie in any file of the folder.
fn in_files(folder: &Path, text: &[u8]) -> bool {
    files(folder, "").iter().filter(|path| path.is_file()).any(|path| {
        let bytes = std::fs::read(path).expect("its bytes");
        bytes.windows(text.len()).any(|part| part == text)
    })
}

/// A draft of an account that is never signed in to here.
fn address() -> Draft {
    Draft::Address(Box::default())
}
