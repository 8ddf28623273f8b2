//! Two windows of the app over one folder, each a process of its own in earnest: what one of them
//! keeps, the other never writes over.

use super::{FILE, KEY, copies, files, open, type_all, typed, username};
use applicant::{Applicant, MemorySecrets, Secrets};
use contract::Code;
use contract::draft::{Draft, DraftKey, PlaceDraft};
use std::sync::{Arc, Barrier};

const PAGE: DraftKey = DraftKey::SignIn;

async fn load(app: &Applicant) -> Option<Draft> {
    app.load_draft(PAGE).await.expect("read")
}

async fn save(app: &Applicant, text: &str) -> Result<(), Code> {
    app.save_draft(PAGE, username(text)).await.map_err(|problem| problem.code)
}

#[tokio::test]
async fn what_the_other_window_wrote_is_told_and_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::default();
    let (one, other) = (open(folder.path(), &secrets), open(folder.path(), &secrets));
    assert_eq!((load(&one).await, load(&other).await), (None, None));
    assert_eq!(save(&one, "typed here").await, Ok(()));
    assert_eq!(save(&other, "typed there").await, Err(Code::DraftChangedElsewhere));
    assert_eq!(save(&one, "typed here, and on").await, Ok(()), "its own");
    // The other's page is opened anew.
    assert_eq!(load(&other).await, Some(username("typed here, and on")));
    assert_eq!(save(&other, "and there").await, Ok(()));
    assert_eq!(save(&one, "late").await, Err(Code::DraftChangedElsewhere));
    assert_eq!(load(&one).await, Some(username("and there")));
    // What was sent or discarded in one window may be typed anew in the other.
    one.discard_draft(PAGE).await.expect("discarded");
    assert_eq!(save(&other, "anew").await, Ok(()));
    // Other pages are no matter, and where one was is everyone's own.
    for (window, path) in [(&one, "/help"), (&other, "/settings"), (&one, "/")] {
        let place = Draft::Place(PlaceDraft { path: path.to_owned() });
        window.save_draft(DraftKey::Place, place).await.expect("kept");
    }
}

async fn elsewhere(app: &Applicant) -> Option<(Draft, String)> {
    let there = app.draft_elsewhere(PAGE).await.expect("read");
    there.map(|there| (there.draft, there.version))
}

async fn save_over(app: &Applicant, text: &str, version: &str) -> Result<(), Code> {
    let saved = app.save_draft_over(PAGE, username(text), version.to_owned()).await;
    saved.map_err(|problem| problem.code)
}

#[tokio::test]
async fn only_the_writing_that_was_shown_is_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::default();
    let (one, other) = (open(folder.path(), &secrets), open(folder.path(), &secrets));
    assert_eq!((load(&one).await, load(&other).await), (None, None));
    assert_eq!(save(&one, "typed here").await, Ok(()));
    assert_eq!(elsewhere(&one).await, None, "it is its own");
    assert_eq!(save(&other, "typed there").await, Err(Code::DraftChangedElsewhere));
    let (draft, shown) = elsewhere(&other).await.expect("the other one's");
    assert_eq!(draft, username("typed here"));
    // Looking at it gives no leave to write over it unasked.
    assert_eq!(save(&other, "typed there").await, Err(Code::DraftChangedElsewhere));
    // Its window goes on meanwhile: what would be written over was never shown.
    assert_eq!(save(&one, "typed here, and on").await, Ok(()));
    let over = save_over(&other, "typed there", &shown).await;
    assert_eq!(over, Err(Code::DraftChangedElsewhere));
    assert_eq!(load(&one).await, Some(username("typed here, and on")));
    let (draft, shown) = elsewhere(&other).await.expect("the newer one");
    assert_eq!(draft, username("typed here, and on"));
    assert_eq!(save_over(&other, "typed there", &shown).await, Ok(()));
    assert_eq!(save(&other, "typed there, and on").await, Ok(()), "its own from now on");

    // Now the first window is shown the other's, and takes that as it is: nothing new for the other.
    assert_eq!(save(&one, "late").await, Err(Code::DraftChangedElsewhere));
    let (draft, shown) = elsewhere(&one).await.expect("the other one's");
    assert_eq!(draft, username("typed there, and on"));
    assert_eq!(save_over(&one, "typed there, and on", &shown).await, Ok(()));
    assert_eq!(save(&other, "and on and on").await, Ok(()));
    assert_eq!(save(&one, "late").await, Err(Code::DraftChangedElsewhere));

    // What was sent or discarded there is in nobody's way.
    let (_, shown) = elsewhere(&one).await.expect("the other one's");
    other.discard_draft(PAGE).await.expect("discarded");
    assert_eq!(elsewhere(&one).await, None);
    assert_eq!(save_over(&one, "mine", &shown).await, Ok(()));
    assert_eq!(load(&other).await, Some(username("mine")));
}

/// Adds a word to what is kept, until it is kept: as one who opens the page anew when told to.
async fn add(app: &Applicant, word: &str) {
    for _ in 0..10_000 {
        let before = match load(app).await {
            Some(Draft::SignIn(draft)) => draft.username,
            _ => String::new(),
        };
        match save(app, &format!("{before} {word}")).await {
            Ok(()) => return,
            Err(Code::DraftChangedElsewhere) => {}
            Err(code) => panic!("{code}"),
        }
    }
    panic!("never its turn");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_that_write_at_once_lose_nothing() {
    const EACH: usize = 40;
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::default();
    let windows = ["a", "b"].map(|name| (name, open(folder.path(), &secrets)));
    let mut writers = tokio::task::JoinSet::new();
    for (name, window) in windows {
        writers.spawn(async move {
            for number in 0..EACH {
                add(&window, &format!("{name}{number}")).await;
            }
        });
    }
    while let Some(done) = writers.join_next().await {
        done.expect("no panic");
    }
    let Some(Draft::SignIn(draft)) = load(&open(folder.path(), &secrets)).await else {
        panic!("nothing is kept")
    };
    let mut words: Vec<String> = draft.username.split_whitespace().map(str::to_owned).collect();
    words.sort();
    let mut all: Vec<String> =
        ["a", "b"].iter().flat_map(|name| (0..EACH).map(move |i| format!("{name}{i}"))).collect();
    all.sort();
    assert_eq!(words, all);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn eight_that_begin_at_once_agree_on_key_and_file() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().expect("a folder");
        let secrets = Arc::<MemorySecrets>::default();
        let together = Barrier::new(8);
        let opened: Vec<Applicant> = std::thread::scope(|scope| {
            let begin = || {
                together.wait();
                open(folder.path(), &secrets)
            };
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(begin)).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        for app in &opened {
            assert_eq!(app.start().await.map(|start| start.notice), Ok(None));
        }
        type_all(&opened[7]).await;
        for app in &opened {
            for (key, draft) in typed() {
                assert_eq!(app.load_draft(key).await, Ok(Some(draft)));
            }
        }
        assert_eq!(copies(folder.path()).len(), 0);
    }
}

#[tokio::test]
async fn a_window_follows_when_the_other_removes_everything() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::<MemorySecrets>::default();
    let (one, other) = (open(folder.path(), &secrets), open(folder.path(), &secrets));
    type_all(&one).await;
    load(&other).await;
    let former = secrets.get(KEY).expect("read").expect("a key");
    one.remove_device_data().await.expect("removed");
    assert_eq!(files(folder.path(), FILE).len(), 0);
    assert_eq!(load(&other).await, None, "it is gone here too");
    assert_eq!(save(&other, "typed afterwards").await, Ok(()));
    assert_ne!(secrets.get(KEY).expect("read"), Some(former));
    assert_eq!(load(&open(folder.path(), &secrets)).await, Some(username("typed afterwards")));
    assert_eq!(load(&one).await, None, "it keeps nothing until something is typed in it");
}

#[tokio::test]
async fn a_window_follows_when_the_other_finds_damage() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::default();
    type_all(&open(folder.path(), &secrets)).await;
    let one = open(folder.path(), &secrets);
    one.start().await.expect("starts");
    let file = folder.path().join(FILE);
    std::fs::write(&file, vec![0x55; 9000]).expect("written over");
    let other = open(folder.path(), &secrets);
    let told = other.start().await.expect("starts").notice;
    assert!(matches!(told, Some(Code::DeviceDataDamaged | Code::DeviceKeyWrong)), "{told:?}");
    // The first window had the file open that is set aside by now.
    assert_eq!(save(&one, "typed afterwards").await, Ok(()));
    assert_eq!(load(&other).await, Some(username("typed afterwards")));
}
