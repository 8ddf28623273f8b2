//! An app that was updated, over what the former one kept.

use super::{FILE, KEY, open};
use applicant::{MemorySecrets, Secrets};
use contract::draft::{Draft, DraftKey};
use contract::{Code, Language};
use std::path::Path;
use std::sync::Arc;

/// A store of this version in a folder of its own, and the secrets that belong to it.
fn former(version: u32) -> (tempfile::TempDir, Arc<MemorySecrets>) {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = format!("tests/kept/store/v{version}.sqlite");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(kept);
    std::fs::copy(kept, folder.path().join(FILE)).expect("copied");
    let secrets = Arc::<MemorySecrets>::default();
    secrets.set(KEY, &[7; 32]).expect("kept");
    (folder, secrets)
}

#[tokio::test]
async fn what_was_typed_is_there_and_lost_pictures_are_told_once() {
    for (version, told) in [(1, Some(Code::DevicePhotosAgain)), (2, None)] {
        let (folder, secrets) = former(version);
        let app = open(folder.path(), &secrets);
        let start = app.start().await.expect("starts");
        assert_eq!((start.language, start.notice), (Language::French, told));
        let typed = app.load_draft(DraftKey::FirstSignIn).await.expect("read");
        let Some(Draft::FirstSignIn(typed)) = typed else { panic!("{typed:?}") };
        assert_eq!((typed.username.as_str(), typed.uci.as_str()), ("K7MP-2XQD", "1234"));
        drop(app);
        let again = open(folder.path(), &secrets).start().await.expect("starts");
        assert_eq!(again.notice, None);
        assert_eq!(super::copies(folder.path()).len(), 0);
    }
}
