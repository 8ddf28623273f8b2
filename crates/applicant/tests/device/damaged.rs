//! A store's file that was written over, cut short, emptied, or replaced by something else. Whatever
//! was done to it: the app opens, what was typed is there or its loss is told, and typing is kept.

use super::{FILE, copies, files, open, type_all, typed};
use applicant::{Applicant, MemorySecrets};
use contract::Code;
use contract::draft::DraftKey;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// A folder as the app left it, with the key to it.
struct Left {
    bytes: Vec<u8>,
    secrets: Arc<MemorySecrets>,
}

async fn left() -> Left {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::<MemorySecrets>::default();
    let app = open(folder.path(), &secrets);
    type_all(&app).await;
    drop(app);
    assert_eq!(files(folder.path(), "landed.sqlite").len(), 1, "nothing waits in a log");
    Left { bytes: fs::read(folder.path().join(FILE)).expect("its bytes"), secrets }
}

/// What came of it.
#[derive(Debug)]
struct Found {
    /// Drafts that are there as they were typed.
    there: usize,
    /// What was told at the start or on a page.
    told: Vec<Code>,
    copies: usize,
}

/// Opens the app over a file with these bytes, looks at every page, and types anew.
async fn found(left: &Left, bytes: &[u8]) -> Found {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(FILE), bytes).expect("written");
    let found = looked_at(folder.path(), &left.secrets).await;
    for copy in copies(folder.path()) {
        let copy = fs::read(copy).expect("its bytes");
        assert_eq!(copy.len(), bytes.len(), "the copy is the damaged file");
    }
    assert!(found.copies <= 1, "{found:?}");
    found
}

async fn looked_at(folder: &Path, secrets: &Arc<MemorySecrets>) -> Found {
    let app = open(folder, secrets);
    let mut told = Vec::new();
    let mut there = 0;
    app.start().await.expect("starts");
    for (key, draft) in typed() {
        there += usize::from(read(&app, key, &mut told).await.as_ref() == Some(&draft));
    }
    told.extend(app.start().await.expect("starts").notice);
    type_all(&app).await;
    drop(app);
    let again = open(folder, secrets);
    for (key, draft) in typed() {
        assert_eq!(again.load_draft(key).await, Ok(Some(draft)), "typed anew, and kept");
    }
    Found { there, told, copies: copies(folder).len() }
}

/// A page's draft; where that is refused, it is told and asked for once more, as by opening the page
/// again.
async fn read(
    app: &Applicant,
    key: DraftKey,
    told: &mut Vec<Code>,
) -> Option<contract::draft::Draft> {
    for _ in 0..3 {
        match app.load_draft(key).await {
            Ok(draft) => return draft,
            Err(problem) => told.push(problem.code),
        }
    }
    panic!("{key} is refused for good: {told:?}");
}

/// Nothing is lost in silence.
fn is_honest(found: &Found, what: &str) {
    let known = [Code::DeviceDataDamaged, Code::DeviceKeyWrong];
    assert!(found.told.iter().all(|code| known.contains(code)), "{what}: {found:?}");
    assert!(found.there == typed().len() || !found.told.is_empty(), "{what}: {found:?}");
}

#[tokio::test]
async fn every_page_of_the_file_may_be_written_over() {
    let left = left().await;
    let pages = left.bytes.len() / 4096;
    let mut saved = 0;
    for page in 0..pages {
        let mut bytes = left.bytes.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0x55);
        let found = found(&left, &bytes).await;
        is_honest(&found, &format!("page {page} of {pages}"));
        saved += found.there;
    }
    assert!(saved > 0, "what lies on other pages is taken along");
}

#[tokio::test]
async fn it_may_be_cut_short_anywhere() {
    let left = left().await;
    let lengths = (0..left.bytes.len()).step_by(4096 * 3 / 2);
    for length in lengths.chain([1, 99, left.bytes.len() - 1]) {
        let found = found(&left, &left.bytes[..length]).await;
        is_honest(&found, &format!("{length} bytes"));
    }
}

/// The next of a fixed row of numbers (xorshift).
fn next(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    usize::try_from(*seed >> 16).expect("64 bits")
}

#[tokio::test]
async fn single_bytes_may_change() {
    let left = left().await;
    let mut seed = 0x9E37_79B9_7F4A_7C15;
    for number in 0..60 {
        let mut bytes = left.bytes.clone();
        let at = next(&mut seed) % bytes.len();
        bytes[at] ^= u8::try_from(1 + next(&mut seed) % 255).expect("a byte");
        is_honest(&found(&left, &bytes).await, &format!("byte {at}, change {number}"));
    }
}

#[tokio::test]
async fn an_emptied_file_is_told_and_its_log_is_kept_with_it() {
    let left = left().await;
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(FILE), "").expect("emptied");
    fs::write(folder.path().join(format!("{FILE}-wal")), "a log").expect("written");
    let found = looked_at(folder.path(), &left.secrets).await;
    assert_eq!((found.there, &found.told[..]), (0, &[Code::DeviceDataDamaged][..]));
    let logs = files(folder.path(), "set-aside-");
    let log = logs.iter().find(|path| path.to_string_lossy().ends_with("-wal")).expect("its log");
    assert_eq!(fs::read(log).expect("its bytes"), b"a log");
}

#[tokio::test]
async fn a_folder_in_its_place_is_set_aside() {
    let left = left().await;
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join(FILE)).expect("made");
    let found = looked_at(folder.path(), &left.secrets).await;
    assert_eq!((found.there, &found.told[..]), (0, &[Code::DeviceDataDamaged][..]));
    assert!(copies(folder.path())[0].is_dir());
}

#[tokio::test]
async fn damage_while_the_app_runs_is_told_where_it_is_met() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::<MemorySecrets>::default();
    type_all(&open(folder.path(), &secrets)).await;
    let app = open(folder.path(), &secrets);
    app.start().await.expect("starts");
    let file = folder.path().join(FILE);
    let length = fs::metadata(&file).expect("a file").len();
    // All but the first page, under the running app; the next window meets it for sure.
    let mut bytes = fs::read(&file).expect("its bytes");
    bytes[4096..].fill(0x55);
    fs::write(&file, &bytes).expect("written over");
    assert_eq!(fs::metadata(&file).expect("a file").len(), length);
    let mut told = Vec::new();
    for (key, _) in typed() {
        read(&app, key, &mut told).await;
    }
    assert!(told.contains(&Code::DeviceDataDamaged), "{told:?}");
    assert_eq!(app.start().await.map(|start| start.notice), Ok(Some(Code::DeviceDataDamaged)));
    type_all(&app).await;
    let again = open(folder.path(), &secrets);
    for (key, draft) in typed() {
        assert_eq!(again.load_draft(key).await, Ok(Some(draft)));
    }
    assert_eq!(copies(folder.path()).len(), 1);
}

#[tokio::test]
async fn a_folder_that_is_removed_while_the_app_runs_is_made_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::<MemorySecrets>::default();
    let app = open(folder.path(), &secrets);
    type_all(&app).await;
    fs::remove_dir_all(folder.path()).expect("removed");
    for (key, _) in typed() {
        assert_eq!(app.load_draft(key).await, Ok(None));
    }
    type_all(&app).await;
    let again = open(folder.path(), &secrets);
    for (key, draft) in typed() {
        assert_eq!(again.load_draft(key).await, Ok(Some(draft)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_several_that_meet_the_same_damage_one_mends_it() {
    for _ in 0..8 {
        let folder = tempfile::tempdir().expect("a folder");
        let secrets = Arc::<MemorySecrets>::default();
        type_all(&open(folder.path(), &secrets)).await;
        let app = Arc::new(open(folder.path(), &secrets));
        let file = folder.path().join(FILE);
        let mut bytes = fs::read(&file).expect("its bytes");
        bytes[4096..].fill(0x55);
        fs::write(&file, &bytes).expect("written over");
        let mut readers = tokio::task::JoinSet::new();
        for (key, _) in typed().into_iter().cycle().take(24) {
            let app = Arc::clone(&app);
            readers.spawn(async move { app.load_draft(key).await });
        }
        let met = readers.join_all().await;
        assert!(met.iter().any(Result::is_err), "somebody met it");
        assert_eq!(copies(folder.path()).len(), 1, "what is sound is not set aside");
        type_all(&app).await;
        let again = open(folder.path(), &secrets);
        for (key, draft) in typed() {
            assert_eq!(again.load_draft(key).await, Ok(Some(draft)));
        }
    }
}

#[tokio::test]
async fn three_copies_are_kept_the_latest() {
    let left = left().await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut seen = Vec::new();
    for number in 0..5_u8 {
        fs::write(folder.path().join(FILE), vec![number; 5000]).expect("written over");
        drop(open(folder.path(), &left.secrets));
        seen = copies(folder.path());
        assert_eq!(seen.len(), usize::from(number + 1).min(3));
    }
    let kept: Vec<u8> = seen.iter().map(|path| fs::read(path).expect("its bytes")[0]).collect();
    assert_eq!(kept, [2, 3, 4], "the older ones went");
}

#[tokio::test]
async fn a_damaged_check_of_the_key_loses_nothing() {
    for blob in ["zeroblob(60)", "substr(sealed, 2)"] {
        let left = left().await;
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(FILE);
        fs::write(&file, &left.bytes).expect("written");
        let db = rusqlite::Connection::open(&file).expect("opens");
        db.execute(&format!("UPDATE key_check SET sealed = {blob}"), []).expect("written over");
        drop(db);
        let found = looked_at(folder.path(), &left.secrets).await;
        assert_eq!(found.there, typed().len(), "{found:?}");
        assert_eq!(found.told, [Code::DeviceDataDamaged]);
        assert_eq!(found.copies, 1);
    }
}
