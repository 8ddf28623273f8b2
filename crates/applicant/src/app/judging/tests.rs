//! When a picture is judged anew, when not, and what ends it. What is seen in it is the `photo`
//! crate's matter; here only whether it was looked at again.

use super::*;
use crate::app::Setting;
use crate::app::session::Session;
use crate::ports::MemorySecrets;
use contract::crop::Crop;
use contract::draft::PhotoDraft;
use contract::id::AccountId;
use contract::photo::SourceKind;
use contract::picked::PhotoProgress;
use jiff::ToSpan;
use probe::pictures;
use std::path::Path;
use std::sync::atomic::AtomicUsize;
use std::sync::{Condvar, LazyLock};
use std::time::Duration;

/// Longest wait for what must come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A clock whose steps grow, so that two examinations never take the same time, and which can hold
/// whoever asks for it.
#[derive(Default)]
struct Held {
    asked: AtomicUsize,
    days: AtomicUsize,
    /// At which asking from now on it stops; 0 for never. Then whether it has.
    gate: Mutex<(usize, bool)>,
    changed: Condvar,
}

impl Clock for Held {
    fn now(&self) -> Timestamp {
        let asked = self.asked.fetch_add(1, Ordering::SeqCst) as i64;
        let mut gate = self.gate.lock().expect("no panic");
        if gate.0 > 0 {
            gate.0 -= 1;
            if gate.0 == 0 {
                gate.1 = true;
                let wait = self.changed.wait_timeout_while(gate, PATIENCE, |gate| gate.1);
                assert!(!wait.expect("no panic").1.timed_out(), "nobody lets it go on");
            }
        }
        let noon: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a time");
        let hours = 24 * self.days.load(Ordering::SeqCst) as i64;
        noon + hours.hours() + (asked * asked).milliseconds()
    }
}

impl Held {
    fn stop_at(&self, asking: usize) {
        *self.gate.lock().expect("no panic") = (asking, false);
    }

    fn has_stopped(&self) -> bool {
        self.gate.lock().expect("no panic").1
    }

    fn go_on(&self) {
        self.gate.lock().expect("no panic").1 = false;
        self.changed.notify_all();
    }
}

/// A photo that can be sent as it is, the same with another hand, and one of another size.
static ONE: LazyLock<Vec<u8>> = LazyLock::new(|| picture(715, 1000, 0));
static OTHER: LazyLock<Vec<u8>> = LazyLock::new(|| picture(750, 1050, 3));

fn picture(width: u32, height: u32, noise: u32) -> Vec<u8> {
    let pixels = pictures::portrait(width, height, noise);
    pictures::jpeg(&pixels, width, height, pictures::PHONE).expect("a picture")
}

fn person() -> PersonId {
    PersonId::new(1_790_000_000_000, [1; 10])
}

async fn open(folder: &Path, secrets: &Arc<MemorySecrets>) -> (Arc<Applicant>, Arc<Held>) {
    let portal = "http://127.0.0.1:9".to_owned();
    let setting = Setting {
        portal: portal.clone(),
        folder: folder.to_owned(),
        system_languages: Vec::new(),
        demonstration: false,
    };
    let clock = Arc::new(Held::default());
    let secrets: Arc<MemorySecrets> = Arc::clone(secrets);
    let app = Applicant::open(setting, secrets, Arc::<Held>::clone(&clock)).expect("opens");
    let account = AccountId::new(1_790_000_000_000, [1; 10]);
    app.begin(Session { token: "token".to_owned(), account, username: None, portal }).await;
    (Arc::new(app), clock)
}

/// Somebody signed in who picked a photo that can be sent as it is.
async fn picked() -> (tempfile::TempDir, Arc<MemorySecrets>, Arc<Applicant>, Arc<Held>) {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets = Arc::<MemorySecrets>::default();
    let (app, clock) = open(folder.path(), &secrets).await;
    app.keep_photo(person(), "me.jpg".to_owned(), ONE.clone()).await.expect("kept");
    (folder, secrets, app, clock)
}

async fn seen(app: &Applicant, which: Examined) -> Examination {
    app.examine_photo(person(), which).await.expect("examined")
}

async fn say(app: &Applicant, kind: SourceKind) {
    let said = Draft::Photo(PhotoDraft { kind: Some(kind), ..PhotoDraft::default() });
    app.save_draft(DraftKey::Photo { person: person() }, said).await.expect("kept");
}

/// Begins an examination and holds it in its midst.
async fn in_the_midst(
    app: &Arc<Applicant>,
    clock: &Held,
) -> tokio::task::JoinHandle<Result<Examination, Problem>> {
    // One for its day, two for each stage: within the third stage.
    clock.stop_at(6);
    let (asks, which) = (Arc::clone(app), Examined::Source);
    let asked = tokio::spawn(async move { asks.examine_photo(person(), which).await });
    let stopped = async {
        while !clock.has_stopped() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(PATIENCE, stopped).await.expect("it begins");
    asked
}

#[tokio::test]
async fn a_picture_is_judged_once_also_after_the_app_was_ended() {
    let (folder, secrets, app, _) = picked().await;
    let first = seen(&app, Examined::Source).await;
    assert_eq!((first.width, first.height), (715, 1000));
    assert_eq!(first.timings_ms.len(), Stage::ALL.len(), "{:?}", first.timings_ms);
    assert_eq!(seen(&app, Examined::Source).await, first);
    let prepared = seen(&app, Examined::Prepared).await;
    assert_ne!(prepared.timings_ms, first.timings_ms, "another file was looked at");
    drop(app);
    let (app, _) = open(folder.path(), &secrets).await;
    assert_eq!(seen(&app, Examined::Source).await, first);
    assert_eq!(seen(&app, Examined::Prepared).await, prepared);
}

#[tokio::test]
async fn what_is_asked_twice_at_once_is_examined_once() {
    let (_folder, _secrets, app, clock) = picked().await;
    let first = in_the_midst(&app, &clock).await;
    let second = Arc::clone(&app);
    let second =
        tokio::spawn(async move { second.examine_photo(person(), Examined::Source).await });
    tokio::task::yield_now().await;
    assert!(!second.is_finished());
    clock.go_on();
    let (first, second) = (first.await.expect("no panic"), second.await.expect("no panic"));
    assert!(first.is_ok(), "{first:?}");
    assert_eq!(first, second);
}

#[tokio::test]
async fn another_kind_frame_or_day_is_judged_anew() {
    let (_folder, _secrets, app, clock) = picked().await;
    let first = seen(&app, Examined::Source).await;
    say(&app, SourceKind::Scan).await;
    let scan = seen(&app, Examined::Source).await;
    assert_ne!(scan.timings_ms, first.timings_ms);
    assert_eq!(seen(&app, Examined::Source).await, scan);

    let whole = seen(&app, Examined::Prepared).await;
    app.keep_photo(person(), "me.jpg".to_owned(), OTHER.clone()).await.expect("kept");
    let another = seen(&app, Examined::Source).await;
    assert_eq!((another.width, another.height), (750, 1050), "another picture");
    let crop = Crop { x: 10, y: 20, width: 715, height: 1000 };
    app.frame_photo(person(), Some(crop)).await.expect("framed");
    let framed = seen(&app, Examined::Prepared).await;
    assert_eq!((framed.width, framed.height), (715, 1000), "another frame");
    assert_ne!(framed.timings_ms, whole.timings_ms);
    assert_eq!(seen(&app, Examined::Source).await, another, "framing leaves the source");
    app.frame_photo(person(), Some(crop)).await.expect("the very same");
    assert_eq!(seen(&app, Examined::Prepared).await, framed);

    clock.days.store(1, Ordering::SeqCst);
    assert_ne!(seen(&app, Examined::Source).await.timings_ms, another.timings_ms);
}

#[tokio::test]
async fn its_stages_are_told() {
    let (_folder, _secrets, app, clock) = picked().await;
    let asked = in_the_midst(&app, &clock).await;
    let told = app.photo_progress(person()).expect("under way");
    let total = Stage::ALL.len() as u64;
    assert_eq!(told, PhotoProgress { stage: PhotoStage::Judging, done: 2, total });
    clock.go_on();
    assert!(asked.await.expect("no panic").is_ok());
    assert_eq!(app.photo_progress(person()), None);
}

#[tokio::test]
async fn a_newer_picture_ends_it_and_is_judged_itself() {
    let (_folder, _secrets, app, clock) = picked().await;
    let asked = in_the_midst(&app, &clock).await;
    let waits = Arc::clone(&app);
    let waits = tokio::spawn(async move { waits.examine_photo(person(), Examined::Source).await });
    tokio::task::yield_now().await;
    app.keep_photo(person(), "me.jpg".to_owned(), OTHER.clone()).await.expect("kept");
    let begun = clock.asked.load(Ordering::SeqCst);
    clock.go_on();
    assert_eq!(asked.await.expect("no panic"), Err(Code::NotFound.into()));
    assert_eq!(waits.await.expect("no panic"), Err(Code::NotFound.into()));
    let further = clock.asked.load(Ordering::SeqCst) - begun;
    assert!(further <= 2, "it went on through further stages: {further}");
    assert_eq!(seen(&app, Examined::Source).await.width, 750);
}

#[tokio::test]
async fn framing_and_discarding_end_it() {
    let (_folder, _secrets, app, clock) = picked().await;
    let asked = in_the_midst(&app, &clock).await;
    let crop = Crop { x: 0, y: 0, width: 715, height: 1000 };
    app.frame_photo(person(), Some(crop)).await.expect("framed");
    clock.go_on();
    assert_eq!(asked.await.expect("no panic"), Err(Code::NotFound.into()));
    let asked = in_the_midst(&app, &clock).await;
    app.discard_photo(person()).await.expect("discarded");
    clock.go_on();
    assert_eq!(asked.await.expect("no panic"), Err(Code::NotFound.into()));
    let none = app.examine_photo(person(), Examined::Source).await;
    assert_eq!(none, Err(Code::NotFound.into()));
}
