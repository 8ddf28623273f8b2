//! What is kept on a device: sealed, through restarts, and never at the price of silence.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use applicant::{Applicant, MemorySecrets, SecretError, Secrets, Setting, SystemClock};
use contract::crop::Crop;
use contract::draft::{
    AcceptedWarnings, AddressDraft, DeclarationDraft, Draft, DraftKey, FirstSignInDraft,
    InvitationDraft, InvitedPersonDraft, MessageDraft, PhotoDraft, PlaceDraft, SignInDraft,
    TypedDate,
};
use contract::host::{Keeping, KeepingDecision, Notifications, Settings, TextSize, Theme};
use contract::id::IdempotencyKey;
use contract::photo::{Reason, SourceKind};
use contract::{Code, Language};
use std::path::Path;
use std::sync::Arc;

fn open(folder: &Path, secrets: &Arc<MemorySecrets>) -> Applicant {
    let secrets: Arc<dyn Secrets> = secrets.clone();
    Applicant::open(setting(folder), secrets, Arc::new(SystemClock)).expect("opens")
}

fn setting(folder: &Path) -> Setting {
    Setting {
        portal: "http://127.0.0.1:9".to_owned(),
        folder: folder.to_owned(),
        system_languages: vec!["zh_CN.UTF-8".to_owned(), "fr_FR.UTF-8".to_owned()],
        demonstration: false,
    }
}

fn typed() -> Draft {
    Draft::FirstSignIn(FirstSignInDraft {
        username: "K7MP-2XQD".to_owned(),
        date_of_birth: TypedDate { year: "1988".to_owned(), ..TypedDate::default() },
        uci: "1234".to_owned(),
    })
}

#[tokio::test]
async fn what_was_typed_is_there_after_a_restart_and_unreadable_on_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::new(MemorySecrets::default());
    let applicant = open(folder.path(), &secrets);
    applicant.save_draft(DraftKey::FirstSignIn, typed()).await.expect("kept");
    let chosen = Settings {
        language: Some(Language::English),
        theme: Theme::Dark,
        text_size: TextSize::Large,
        notifications: Notifications::Off,
    };
    applicant.keep_settings(chosen).await.expect("kept");
    // Not closed: a killed process does not close anything either.
    let again = open(folder.path(), &secrets);
    assert_eq!(again.load_draft(DraftKey::FirstSignIn).await, Ok(Some(typed())));
    let start = again.start().await.expect("starts");
    assert_eq!((start.language, start.settings), (Language::English, chosen));
    for file in std::fs::read_dir(folder.path()).expect("the folder") {
        let bytes = std::fs::read(file.expect("a file").path()).expect("its bytes");
        let holds = |text: &[u8]| bytes.windows(text.len()).any(|part| part == text);
        assert!(!holds(b"K7MP-2XQD") && !holds(b"1988"), "typed text lies in the clear");
    }
}

#[tokio::test]
async fn the_systems_language_counts_until_one_is_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let start = open(folder.path(), &Arc::default()).start().await.expect("starts");
    assert_eq!((start.language, start.keeping), (Language::SimplifiedChinese, Keeping::OnDevice));
    assert_eq!((start.signed_in, start.notice), (None, None));
}

#[tokio::test]
async fn a_lost_key_is_said_and_the_file_is_set_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let before = open(folder.path(), &Arc::default());
    before.save_draft(DraftKey::FirstSignIn, typed()).await.expect("kept");
    drop(before);
    let after = open(folder.path(), &Arc::default());
    assert_eq!(after.start().await.map(|start| start.notice), Ok(Some(Code::DeviceKeyWrong)));
    assert_eq!(after.load_draft(DraftKey::FirstSignIn).await, Ok(None));
    let aside = std::fs::read_dir(folder.path())
        .expect("the folder")
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("set-aside-") && name.ends_with(".sqlite"))
        .count();
    assert_eq!(aside, 1, "the old file is still there under another name");
}

#[tokio::test]
async fn a_damaged_file_is_set_aside_too() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("landed.sqlite"), vec![7; 8192]).expect("written");
    let start = open(folder.path(), &Arc::default()).start().await.expect("starts");
    assert_eq!(start.notice, Some(Code::DeviceDataDamaged));
}

/// A system without a store of secrets.
struct NoSecrets;

impl Secrets for NoSecrets {
    fn get(&self, _: &str) -> Result<Option<Vec<u8>>, SecretError> {
        Err(SecretError::Unavailable("no such service".to_owned()))
    }
    fn set(&self, _: &str, _: &[u8]) -> Result<(), SecretError> {
        Err(SecretError::Unavailable("no such service".to_owned()))
    }
    fn remove(&self, _: &str) -> Result<(), SecretError> {
        Err(SecretError::Unavailable("no such service".to_owned()))
    }
}

#[tokio::test]
async fn without_a_place_for_the_key_nothing_is_written_and_that_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let applicant =
        Applicant::open(setting(folder.path()), Arc::new(NoSecrets), Arc::new(SystemClock))
            .expect("opens");
    applicant.save_draft(DraftKey::FirstSignIn, typed()).await.expect("kept until closed");
    assert_eq!(applicant.load_draft(DraftKey::FirstSignIn).await, Ok(Some(typed())));
    let start = applicant.start().await.expect("starts");
    assert_eq!((start.keeping, start.notice), (Keeping::Undecided, None), "it is asked for");
    let decided = applicant.decide_keeping(KeepingDecision::KeepNothing).await;
    assert_eq!(decided, Ok(Keeping::UntilClosed));
    let start = applicant.start().await.expect("starts");
    assert_eq!(
        (start.keeping, start.notice),
        (Keeping::UntilClosed, Some(Code::SecretStoreMissing))
    );
    assert_eq!(applicant.load_draft(DraftKey::FirstSignIn).await, Ok(Some(typed())));
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[tokio::test]
async fn an_invitations_answers_are_kept_before_anyone_signs_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::new(MemorySecrets::default());
    let answered = Draft::Invitation(Box::new(InvitationDraft {
        in_canada: Some(true),
        ..InvitationDraft::default()
    }));
    let applicant = open(folder.path(), &secrets);
    applicant.save_draft(DraftKey::Invitation, answered.clone()).await.expect("kept");
    let again = open(folder.path(), &secrets);
    assert_eq!(again.load_draft(DraftKey::Invitation).await, Ok(Some(answered)));
}

#[tokio::test]
async fn an_accounts_draft_needs_its_account() {
    let folder = tempfile::tempdir().expect("a folder");
    let applicant = open(folder.path(), &Arc::default());
    let draft = Draft::Address(Box::default());
    let refused =
        applicant.save_draft(DraftKey::Address, draft).await.expect_err("nobody signed in");
    assert_eq!(refused.code, Code::SignInRequired);
}

/// Drafts of installed apps have this form: a change here needs a migration.
#[test]
fn the_form_of_kept_drafts() {
    let person = "01939f2e-6a00-7abc-8def-0123456789ab".parse().expect("an id");
    let drafts = [
        typed(),
        Draft::SignIn(SignInDraft { username: "K7MP-2XQD".to_owned() }),
        Draft::Place(PlaceDraft { path: "/address".to_owned() }),
        Draft::Declaration(DeclarationDraft { people: vec![person] }),
        Draft::Address(Box::new(AddressDraft {
            people: Some(vec![person]),
            ..AddressDraft::default()
        })),
        Draft::Photo(PhotoDraft {
            kind: Some(SourceKind::Selfie),
            crop: Some(Crop { x: 12, y: -3, width: 1000, height: 1400 }),
            accepted: Some(AcceptedWarnings {
                pixels_sha256: "ab".repeat(32),
                reasons: vec![Reason::BackgroundShadow, Reason::HeadTooLarge],
            }),
        }),
        Draft::Invitation(Box::new(InvitationDraft {
            date_of_birth: TypedDate { year: "1988".to_owned(), ..TypedDate::default() },
            uci: "1234".to_owned(),
            in_canada: Some(true),
            people: vec![InvitedPersonDraft {
                person,
                email: "leila@example".to_owned(),
                own_account: true,
            }],
        })),
        Draft::Message(MessageDraft {
            text: "Hello".to_owned(),
            key: Some(IdempotencyKey::new(1_790_000_000_000, [5; 10])),
        }),
    ];
    insta::assert_json_snapshot!(drafts);
    let keys = [
        DraftKey::FirstSignIn,
        DraftKey::Invitation,
        DraftKey::Address,
        DraftKey::Photo { person },
        DraftKey::Message { person },
    ];
    insta::assert_json_snapshot!(keys.map(|key| key.to_string()));
}

#[tokio::test]
async fn removed_data_is_gone_from_the_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::new(MemorySecrets::default());
    let applicant = open(folder.path(), &secrets);
    applicant.save_draft(DraftKey::FirstSignIn, typed()).await.expect("kept");
    let place = Draft::Place(PlaceDraft { path: "/help".to_owned() });
    applicant.save_draft(DraftKey::Place, place).await.expect("kept");
    std::fs::write(folder.path().join("set-aside-1-landed.sqlite"), "old").expect("written");
    let dark = Settings { theme: Theme::Dark, ..Settings::default() };
    applicant.keep_settings(dark).await.expect("kept");
    assert!(in_files(folder.path(), b"dark"), "what is looked for would be found");

    applicant.remove_device_data().await.expect("removed");
    assert_eq!(applicant.load_draft(DraftKey::FirstSignIn).await, Ok(None));
    assert!(!in_files(folder.path(), b"dark"), "it still lies in a file");
    assert!(!folder.path().join("set-aside-1-landed.sqlite").exists());
    let start = open(folder.path(), &secrets).start().await.expect("starts");
    assert_eq!((start.path, start.settings), (None, Settings::default()));
}

fn in_files(folder: &Path, text: &[u8]) -> bool {
    std::fs::read_dir(folder).expect("the folder").any(|file| {
        let bytes = std::fs::read(file.expect("a file").path()).expect("its bytes");
        bytes.windows(text.len()).any(|part| part == text)
    })
}
