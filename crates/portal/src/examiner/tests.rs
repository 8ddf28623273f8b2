//! The examiner with a real store and real pictures; what is looked at is made up where it has to
//! fail.

use super::*;
use crate::clock::SetClock;
use crate::store::Standing;
use crate::store::conformance::scene::{Scene, at};
use crate::store::sqlite::SqliteStore;
use contract::id::PhotoId;
use contract::{Code, Problem};
use tempfile::TempDir;
use tokio::task::JoinHandle;

/// A portal's examiner, and one photo that waits for it.
struct Desk {
    scene: Scene,
    pictures: Pictures,
    photo: PhotoId,
    _folder: TempDir,
}

impl Desk {
    async fn with_bytes(bytes: Option<Vec<u8>>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let policy = Arc::new(Policy::PROGRAMME);
        let store = SqliteStore::open(&folder.path().join("portal.sqlite"), policy);
        let scene = Scene::signed_in(Arc::new(store.expect("a store"))).await;
        let pictures = Pictures::open(&folder.path().join("objects")).expect("pictures");
        let declaration = scene.declaration(at(0));
        scene.store.declare(scene.keyed(1, [1; 32]), declaration).await.expect("made");
        scene.noted(scene.upload(1), at(1)).await;
        if let Some(bytes) = bytes {
            pictures.put(&scene.upload(1).object, bytes).await.expect("kept");
        }
        let submitted = scene.store.submit_photo(scene.keyed(2, [1; 32]), scene.photo(1, at(2)));
        let photo = submitted.await.expect("submitted").photo;
        Self { scene, pictures, photo, _folder: folder }
    }

    fn examiner(&self, look: Look) -> Examiner {
        let clock = Arc::new(SetClock::at(at(9)));
        let policy = Arc::new(Policy::PROGRAMME);
        let store = Arc::clone(&self.scene.store);
        let new = Examiner::new(store, self.pictures.clone(), clock, policy, Arc::default());
        Examiner { look, ..new }
    }

    /// Runs the examiner until the photo no longer waits, and stops it.
    async fn examined(&self, look: Look) -> Standing {
        self.examined_by(self.examiner(look)).await
    }

    async fn examined_by(&self, examiner: Examiner) -> Standing {
        let (stop, task) = begun(examiner);
        let mut standing = Standing::Waiting;
        for _ in 0..500 {
            standing = self.standing().await;
            if standing != Standing::Waiting {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        ended(stop, task).await;
        standing
    }

    async fn standing(&self) -> Standing {
        self.scene.store.examination(self.photo).await.expect("asked")
    }

    /// Whether nothing is left to be examined.
    async fn is_idle(&self) -> bool {
        self.scene.store.begin_examination(at(99)).await.expect("asked").is_none()
    }
}

fn begun(examiner: Examiner) -> (watch::Sender<bool>, JoinHandle<()>) {
    let (stop, stopped) = watch::channel(false);
    (stop, tokio::spawn(examiner.run(stopped)))
}

async fn ended(stop: watch::Sender<bool>, task: JoinHandle<()>) {
    stop.send(true).expect("it still runs");
    let in_time = timeout(Duration::from_secs(20), task).await;
    in_time.expect("it ends when it is asked to").expect("it does not break down");
}

fn reason(standing: Standing) -> String {
    match standing {
        Standing::Failed { reason, .. } => reason,
        other => panic!("not failed: {other:?}"),
    }
}

#[tokio::test]
async fn what_was_submitted_before_the_start_is_examined() {
    let desk = Desk::with_bytes(Some(b"bytes".to_vec())).await;
    // A portal was killed in the middle of it.
    desk.scene.store.begin_examination(at(5)).await.expect("begun").expect("it waits");
    let standing = desk
        .examined(|bytes, kind, policy, _| {
            assert_eq!((bytes, kind), (&b"bytes"[..], SourceKind::Scan));
            Ok(Examination { width: policy.min_width, ..Examination::default() })
        })
        .await;
    match standing {
        Standing::Examined { at: when, version: by, report } => {
            assert_eq!((when, by, report.width), (at(9), version(), 715));
        }
        other => panic!("not examined: {other:?}"),
    }
}

#[tokio::test]
async fn what_breaks_the_examination_is_noted_and_not_tried_again() {
    let desk = Desk::with_bytes(Some(b"bytes".to_vec())).await;
    let standing = desk.examined(|_, _, _, _| panic!("beyond the edge")).await;
    assert_eq!(reason(standing), "it broke down: beyond the edge");
    assert!(desk.is_idle().await);
}

#[tokio::test]
async fn bytes_that_are_no_photo_or_lost_are_noted_and_not_tried_again() {
    let desk = Desk::with_bytes(Some(b"no picture".to_vec())).await;
    let standing = desk.examined(look).await;
    assert_eq!(reason(standing), "it is no photo any more: photo_wrong_format");
    assert!(desk.is_idle().await);
    let desk = Desk::with_bytes(None).await;
    let standing = desk.examined(|_, _, _, _| Err(Problem::new(Code::Internal).into())).await;
    assert_eq!(reason(standing), "its bytes are lost");
    assert!(desk.is_idle().await);
}

#[tokio::test]
async fn a_report_that_could_not_be_read_again_is_not_kept() {
    let desk = Desk::with_bytes(Some(b"bytes".to_vec())).await;
    let standing = desk
        .examined(|_, _, _, _| {
            let measures = [("ratio".to_owned(), f64::NAN)].into();
            Ok(Examination { measures, ..Examination::default() })
        })
        .await;
    let reason = reason(standing);
    assert!(reason.starts_with("what was seen cannot be kept: "), "{reason}");
}

#[tokio::test]
async fn what_takes_too_long_is_given_up_and_keeps_nobody_waiting() {
    static GIVEN_UP: AtomicBool = AtomicBool::new(false);
    let desk = Desk::with_bytes(Some(b"bytes".to_vec())).await;
    let mut examiner = desk.examiner(|_, _, _, go| {
        for _ in 0..2000 {
            if go(Stage::Face).is_break() {
                GIVEN_UP.store(true, Ordering::SeqCst);
                return Err(Stopped::Cancelled);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(Examination::default())
    });
    examiner.longest = Duration::from_millis(50);
    let standing = desk.examined_by(examiner).await;
    assert_eq!(reason(standing), "it was not over after 0 seconds");
    assert!(desk.is_idle().await);
    for _ in 0..500 {
        if GIVEN_UP.load(Ordering::SeqCst) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("its thread goes on");
}

#[tokio::test]
async fn a_stop_ends_an_examination_at_its_next_stage_and_it_is_begun_again() {
    static UNDER_WAY: AtomicBool = AtomicBool::new(false);
    let desk = Desk::with_bytes(Some(b"bytes".to_vec())).await;
    let (stop, task) = begun(desk.examiner(|_, _, _, go| {
        UNDER_WAY.store(true, Ordering::SeqCst);
        // As long as it takes to be stopped, and no longer than any test.
        for _ in 0..2000 {
            if go(Stage::Face).is_break() {
                return Err(Stopped::Cancelled);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(Examination::default())
    }));
    for _ in 0..500 {
        if UNDER_WAY.load(Ordering::SeqCst) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(UNDER_WAY.load(Ordering::SeqCst), "it begins");
    ended(stop, task).await;
    assert_eq!(desk.standing().await, Standing::Waiting);
    let standing = desk.examined(|_, _, _, _| Ok(Examination::default())).await;
    assert!(matches!(standing, Standing::Examined { .. }), "{standing:?}");
}
