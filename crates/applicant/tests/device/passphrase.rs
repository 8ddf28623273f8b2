//! A device without a store of secrets: what a passphrase keeps, and what nothing keeps.

use super::{copies, files, in_files, setting, type_all, typed, username};
use applicant::{Applicant, SecretError, Secrets, SystemClock};
use contract::draft::DraftKey;
use contract::host::{Keeping, KeepingDecision};
use contract::{Code, Problem};
use std::path::Path;
use std::sync::Arc;

const PASSPHRASE: &str = "my own passphrase";

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

fn open(folder: &Path) -> Applicant {
    Applicant::open(setting(folder), Arc::new(NoSecrets), Arc::new(SystemClock)).expect("opens")
}

fn choose(passphrase: &str) -> KeepingDecision {
    KeepingDecision::Choose { passphrase: passphrase.to_owned() }
}

fn enter(passphrase: &str) -> KeepingDecision {
    KeepingDecision::Enter { passphrase: passphrase.to_owned() }
}

fn change(current: &str, passphrase: &str) -> KeepingDecision {
    let (current, passphrase) = (current.to_owned(), passphrase.to_owned());
    KeepingDecision::Change { current, passphrase }
}

/// The field that is wrong, and why.
fn wrong(refused: &Result<Keeping, Problem>) -> Option<(&str, Code)> {
    let fields = &refused.as_ref().err()?.fields;
    fields.first().map(|problem| (problem.field.as_str(), problem.code))
}

async fn keeping(app: &Applicant) -> (Keeping, Option<Code>) {
    let start = app.start().await.expect("starts");
    (start.keeping, start.notice)
}

/// An app that keeps what was typed with the passphrase.
async fn chosen(folder: &Path) -> Applicant {
    let app = open(folder);
    assert_eq!(app.decide_keeping(choose(PASSPHRASE)).await, Ok(Keeping::WithPassphrase));
    type_all(&app).await;
    app
}

#[tokio::test]
async fn it_is_asked_for_and_opens_what_was_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = open(folder.path());
    assert_eq!(keeping(&app).await, (Keeping::Undecided, None));
    // Typed before the choice.
    app.save_draft(DraftKey::SignIn, username("typed before")).await.expect("kept until closed");
    assert_eq!(files(folder.path(), "").len(), 0, "nothing is written before the choice");
    assert_eq!(app.decide_keeping(choose(PASSPHRASE)).await, Ok(Keeping::WithPassphrase));
    assert_eq!(app.load_draft(DraftKey::SignIn).await, Ok(Some(username("typed before"))));
    type_all(&app).await;
    // Not closed: a killed process does not close anything either.
    let again = open(folder.path());
    assert_eq!(keeping(&again).await, (Keeping::Locked, None));
    assert_eq!(again.load_draft(DraftKey::SignIn).await, Ok(None), "it is locked");
    let refused = again.decide_keeping(enter("my own passphrasE")).await;
    assert_eq!(wrong(&refused), Some(("passphrase", Code::PassphraseWrong)));
    assert_eq!(keeping(&again).await, (Keeping::Locked, None), "it may be tried again");
    assert_eq!(again.decide_keeping(enter(PASSPHRASE)).await, Ok(Keeping::WithPassphrase));
    assert_eq!(keeping(&again).await, (Keeping::WithPassphrase, None));
    for (key, draft) in typed() {
        assert_eq!(again.load_draft(key).await, Ok(Some(draft)));
    }
    for text in [PASSPHRASE, "K7MP-2XQD", "typed before"] {
        assert!(!in_files(folder.path(), text.as_bytes()), "{text} lies in the clear");
    }
}

#[tokio::test]
async fn a_short_one_is_refused_before_anything_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = open(folder.path());
    let refused = app.decide_keeping(choose("1234567")).await;
    assert_eq!(wrong(&refused), Some(("passphrase", Code::PassphraseTooShort)));
    assert_eq!(wrong(&app.decide_keeping(choose("")).await), Some(("passphrase", Code::Required)));
    assert_eq!(files(folder.path(), "").len(), 0);
    // Characters are counted, not bytes.
    let refused = app.decide_keeping(choose("电脑口令很安全")).await;
    assert_eq!(wrong(&refused), Some(("passphrase", Code::PassphraseTooShort)));
    assert_eq!(app.decide_keeping(choose("电脑口令非常安全")).await, Ok(Keeping::WithPassphrase));
}

#[tokio::test]
async fn it_is_changed_with_the_former_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = chosen(folder.path()).await;
    let refused = app.decide_keeping(change("another", "a later passphrase")).await;
    assert_eq!(wrong(&refused), Some(("current_passphrase", Code::PassphraseWrong)));
    let changed = app.decide_keeping(change(PASSPHRASE, "a later passphrase")).await;
    assert_eq!(changed, Ok(Keeping::WithPassphrase));
    let again = open(folder.path());
    let refused = again.decide_keeping(enter(PASSPHRASE)).await;
    assert_eq!(wrong(&refused), Some(("passphrase", Code::PassphraseWrong)));
    let opened = again.decide_keeping(enter("a later passphrase")).await;
    assert_eq!(opened, Ok(Keeping::WithPassphrase));
    for (key, draft) in typed() {
        assert_eq!(again.load_draft(key).await, Ok(Some(draft)));
    }
}

#[tokio::test]
async fn who_forgot_it_starts_anew_and_the_former_is_set_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(chosen(folder.path()).await);
    let app = open(folder.path());
    assert_eq!(app.decide_keeping(KeepingDecision::StartAnew).await, Ok(Keeping::Undecided));
    assert_eq!(app.decide_keeping(choose("a later passphrase")).await, Ok(Keeping::WithPassphrase));
    assert_eq!(app.load_draft(DraftKey::SignIn).await, Ok(None));
    assert_eq!(copies(folder.path()).len(), 1);
    assert_eq!(files(folder.path(), "set-aside-").len(), 2, "the store, and its wrapped key");
}

#[tokio::test]
async fn who_keeps_nothing_leaves_what_is_kept_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(chosen(folder.path()).await);
    let before = files(folder.path(), "");
    let app = open(folder.path());
    let decided = app.decide_keeping(KeepingDecision::KeepNothing).await;
    assert_eq!(decided, Ok(Keeping::UntilClosed));
    assert_eq!(keeping(&app).await, (Keeping::UntilClosed, Some(Code::SecretStoreMissing)));
    app.save_draft(DraftKey::SignIn, username("until closed")).await.expect("kept until closed");
    assert_eq!(files(folder.path(), ""), before);
    // Somebody who changes their mind is asked for the passphrase that there is.
    assert_eq!(app.decide_keeping(choose("a later passphrase")).await, Ok(Keeping::Locked));
    assert_eq!(app.decide_keeping(enter(PASSPHRASE)).await, Ok(Keeping::WithPassphrase));
    assert_eq!(app.load_draft(DraftKey::FirstSignIn).await, Ok(Some(typed()[1].1.clone())));
    // Of what differs, both are there until one is chosen.
    let refused = app.save_draft(DraftKey::SignIn, username("until closed")).await;
    assert_eq!(refused.map_err(|it| it.code), Err(Code::DraftChangedElsewhere));
    let before = app.draft_elsewhere(DraftKey::SignIn).await.expect("read").expect("there is one");
    assert_eq!(before.draft, typed()[0].1);
}

#[tokio::test]
async fn what_was_typed_without_it_comes_along_when_it_is_entered_after_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = open(folder.path());
    assert_eq!(app.decide_keeping(choose(PASSPHRASE)).await, Ok(Keeping::WithPassphrase));
    drop(app);
    let app = open(folder.path());
    assert_eq!(app.decide_keeping(KeepingDecision::KeepNothing).await, Ok(Keeping::UntilClosed));
    type_all(&app).await;
    assert_eq!(app.decide_keeping(choose("another one")).await, Ok(Keeping::Locked));
    assert_eq!(app.decide_keeping(enter(PASSPHRASE)).await, Ok(Keeping::WithPassphrase));
    app.save_draft(DraftKey::SignIn, username("typed on")).await.expect("nobody else's");
    drop(app);
    let again = open(folder.path());
    assert_eq!(again.decide_keeping(enter(PASSPHRASE)).await, Ok(Keeping::WithPassphrase));
    assert_eq!(again.load_draft(DraftKey::SignIn).await, Ok(Some(username("typed on"))));
    for (key, draft) in typed().into_iter().skip(1) {
        assert_eq!(again.load_draft(key).await, Ok(Some(draft)));
    }
}

#[tokio::test]
async fn removing_it_removes_what_it_kept() {
    for everything in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let app = chosen(folder.path()).await;
        let left = if everything {
            app.remove_device_data().await.expect("removed");
            Keeping::Undecided
        } else {
            let removed = app.decide_keeping(KeepingDecision::Remove).await;
            assert_eq!(removed, Ok(Keeping::UntilClosed));
            Keeping::UntilClosed
        };
        assert_eq!(keeping(&app).await.0, left);
        assert_eq!(files(folder.path(), "landed-").len(), 0);
        assert_eq!(app.load_draft(DraftKey::SignIn).await, Ok(None));
        app.save_draft(DraftKey::SignIn, username("until closed")).await.expect("until closed");
        assert_eq!(files(folder.path(), "landed-").len(), 0);
        assert_eq!(keeping(&open(folder.path())).await, (Keeping::Undecided, None));
    }
}

#[tokio::test]
async fn damage_is_told_here_too() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(chosen(folder.path()).await);
    std::fs::write(folder.path().join("landed-passphrase.sqlite"), vec![7; 9000]).expect("written");
    let app = open(folder.path());
    assert_eq!(app.decide_keeping(enter(PASSPHRASE)).await, Ok(Keeping::WithPassphrase));
    assert_eq!(keeping(&app).await.1, Some(Code::DeviceDataDamaged));
    type_all(&app).await;
    drop(app);
    // Its wrapped key.
    std::fs::write(folder.path().join("landed-passphrase.json"), "{}").expect("written");
    let app = open(folder.path());
    let refused = app.decide_keeping(enter(PASSPHRASE)).await.expect_err("nothing opens it");
    assert_eq!(refused.code, Code::DeviceDataDamaged);
    assert_eq!(app.decide_keeping(KeepingDecision::StartAnew).await, Ok(Keeping::Undecided));
}

#[tokio::test]
async fn nothing_is_decided_where_the_system_keeps_secrets() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = super::open(folder.path(), &Arc::default());
    for decision in [choose(PASSPHRASE), KeepingDecision::KeepNothing, KeepingDecision::Remove] {
        let refused = app.decide_keeping(decision).await.expect_err("nothing to decide");
        assert_eq!(refused.code, Code::WrongState);
    }
    // Nor is a passphrase forgotten when the system has got a store of secrets since.
    let folder = tempfile::tempdir().expect("a folder");
    drop(chosen(folder.path()).await);
    let app = super::open(folder.path(), &Arc::default());
    assert_eq!(keeping(&app).await, (Keeping::Locked, None));
    assert_eq!(app.decide_keeping(enter(PASSPHRASE)).await, Ok(Keeping::WithPassphrase));
    assert_eq!(app.load_draft(DraftKey::SignIn).await, Ok(Some(typed()[0].1.clone())));
}
