//! Examinations of submitted photos.

use super::scene::{Scene, at};
use crate::rules::journey::Stop;
use crate::store::{EXAMINATION_TRIES, Outcome, Standing, Store, ToExamine};
use contract::examination::{Examination, Finding, Limit, Mark, Severity, Unit};
use contract::id::PhotoId;
use contract::photo::{Reason, SourceKind};
use std::sync::Arc;

/// An examination that came to its end.
pub(super) fn seen(likeness: &str) -> Outcome {
    let dark = Finding {
        code: Reason::TooDark,
        severity: Severity::Mild,
        measured: Some(67.25),
        limit: Some(Limit::One(70.0)),
        unit: Unit::Lightness,
        region: vec![Mark::Box([0.0, 1.5, 2.0, 3.0])],
    };
    let report = Examination {
        width: 715,
        height: 1000,
        findings: vec![dark],
        likeness: Some(likeness.into()),
        ..Examination::default()
    };
    Outcome::Examined { report: Box::new(report), version: "1".into() }
}

impl Scene {
    /// Submits the `number`th photo of the person at that place.
    async fn submitted(&self, number: u64, place: usize) -> PhotoId {
        let now = at(i64::try_from(number).expect("a small number"));
        let mut upload = self.upload(number);
        upload.person = self.people[place];
        self.noted(upload, now).await;
        let mut photo = self.photo(number, now);
        photo.person = self.people[place];
        let keyed = self.keyed(10 + number, [1; 32]);
        self.store.submit_photo(keyed, photo).await.expect("submitted").photo
    }

    async fn declared(&self) {
        let declaration = self.declaration(at(0));
        self.store.declare(self.keyed(1, [1; 32]), declaration).await.expect("made");
    }

    async fn begun(&self, second: i64) -> Option<ToExamine> {
        self.store.begin_examination(at(second)).await.expect("asked")
    }

    async fn ended(&self, photo: PhotoId, outcome: Outcome, second: i64) {
        self.store.end_examination(photo, outcome, at(second)).await.expect("noted");
    }

    async fn standing(&self, photo: PhotoId) -> Standing {
        self.store.examination(photo).await.expect("asked")
    }
}

/// How an examination stands that came to this end.
fn standing(outcome: Outcome, second: i64) -> Standing {
    match outcome {
        Outcome::Examined { report, version } => {
            Standing::Examined { at: at(second), version, report }
        }
        Outcome::Failed(reason) => Standing::Failed { at: at(second), reason },
        Outcome::Interrupted => Standing::Waiting,
    }
}

pub(super) async fn each_is_begun_in_turn_and_kept_once(scene: Scene) {
    let store = &scene.store;
    scene.declared().await;
    assert_eq!(scene.begun(0).await, None);
    assert_eq!(scene.standing(scene.photo(9, at(0)).photo).await, Standing::NotKept);
    let first = scene.submitted(1, 0).await;
    let second = scene.submitted(2, 1).await;
    let object = || "object 1".to_owned();
    let begun = ToExamine { photo: first, object: object(), kind: SourceKind::Scan, tries: 1 };
    assert_eq!(scene.begun(5).await, Some(begun));
    assert_eq!(scene.standing(first).await, Standing::Waiting);
    // One that was begun before gives way to one that was not.
    assert_eq!(scene.begun(6).await.map(|begun| (begun.photo, begun.tries)), Some((second, 1)));
    assert_eq!(scene.begun(7).await.map(|begun| (begun.photo, begun.tries)), Some((first, 2)));

    scene.ended(first, seen("a"), 8).await;
    scene.ended(first, seen("b"), 9).await;
    scene.ended(first, Outcome::Failed("late".into()), 9).await;
    assert_eq!(scene.standing(first).await, standing(seen("a"), 8), "the first one stays");
    scene.ended(second, Outcome::Failed("lost".into()), 10).await;
    scene.ended(second, seen("c"), 11).await;
    let failed = standing(Outcome::Failed("lost".into()), 10);
    assert_eq!(scene.standing(second).await, failed);
    assert_eq!(scene.begun(12).await, None);

    let waiting = store.photos_waiting().await.expect("asked");
    let found: Vec<_> = waiting.into_iter().map(|photo| photo.examination).collect();
    assert_eq!(found, [standing(seen("a"), 8), failed]);
    let case = store.case_of_photo(first).await.expect("asked").expect("there");
    let likeness = |place: usize| case.people[place].photos[0].likeness.as_deref();
    assert_eq!((likeness(0), likeness(1)), (Some("a"), None));
}

pub(super) async fn what_never_ends_is_given_up(scene: Scene) {
    scene.declared().await;
    let photo = scene.submitted(1, 0).await;
    for tries in 1..=EXAMINATION_TRIES {
        assert_eq!(scene.begun(2).await.map(|begun| begun.tries), Some(tries));
    }
    assert_eq!(scene.begun(3).await, None);
    let standing = scene.standing(photo).await;
    assert!(matches!(standing, Standing::Failed { at: when, .. } if when == at(3)), "{standing:?}");
}

pub(super) async fn an_interruption_does_not_count(scene: Scene) {
    scene.declared().await;
    let photo = scene.submitted(1, 0).await;
    for _ in 0..=EXAMINATION_TRIES {
        assert_eq!(scene.begun(2).await.map(|begun| begun.tries), Some(1));
        scene.ended(photo, Outcome::Interrupted, 2).await;
    }
    assert_eq!(scene.standing(photo).await, Standing::Waiting);
}

pub(super) async fn nobody_looks_at_photos_of_withdrawn_households(scene: Scene) {
    scene.declared().await;
    let photo = scene.submitted(1, 0).await;
    let second = scene.submitted(2, 1).await;
    let stop = async |stop| scene.store.stop("E000000001", stop).await.expect("done");
    stop(Stop::Interview).await;
    assert_eq!(scene.begun(2).await.map(|begun| begun.photo), Some(photo), "it may go on");
    scene.ended(photo, seen("a"), 3).await;
    scene.store.sweep(at(4)).await.expect("swept");
    assert_eq!(scene.standing(photo).await, standing(seen("a"), 3));
    stop(Stop::Withdraw).await;
    assert_eq!(scene.begun(5).await, None);
    assert_eq!(scene.standing(second).await, Standing::NotKept);
    scene.store.sweep(at(6)).await.expect("swept");
    assert_eq!(scene.standing(photo).await, Standing::NotKept, "nobody judges it any more");
}

/// `opened` gives the same store as after a restart.
pub(super) async fn outlives_a_restart(mut scene: Scene, opened: impl AsyncFn() -> Arc<dyn Store>) {
    scene.declared().await;
    let (first, second) = (scene.submitted(1, 0).await, scene.submitted(2, 1).await);
    scene.begun(3).await;
    scene.ended(first, seen("a"), 4).await;
    // The portal is killed in the middle of this one.
    assert_eq!(scene.begun(5).await.map(|begun| begun.photo), Some(second));
    scene.store = opened().await;
    assert_eq!(scene.standing(first).await, standing(seen("a"), 4));
    assert_eq!(scene.begun(6).await.map(|begun| (begun.photo, begun.tries)), Some((second, 2)));
}
