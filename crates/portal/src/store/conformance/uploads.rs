//! Files that arrive in chunks.

use super::refused;
use super::scene::{Scene, at};
use crate::rules::journey::Stop;
use crate::rules::upload::{Announced, Part};
use crate::store::{Arrival, Taken};
use contract::Code;

fn kept(replaced: &[&str]) -> Taken {
    Taken::Kept { replaced: replaced.iter().map(|name| (*name).to_owned()).collect() }
}

async fn arrived(scene: &Scene, number: u64) -> Option<Arrival> {
    let upload = scene.upload(number);
    scene.store.arrival(upload.person, upload.upload).await.expect("asked")
}

pub(super) async fn a_file_arrives_chunk_by_chunk(scene: Scene) {
    let store = &scene.store;
    assert_eq!(arrived(&scene, 1).await, None);
    let keep = async |starts, bytes| {
        store.keep_chunk(scene.chunk(1, starts, bytes, at(1))).await.expect("taken")
    };
    assert_eq!(keep(4, 3).await, Taken::Elsewhere { expected: 0 });
    assert_eq!(arrived(&scene, 1).await, None, "what does not fit begins nothing");
    assert_eq!(keep(0, 4).await, kept(&[]));
    assert_eq!(keep(4, 3).await, kept(&[]));
    assert_eq!(keep(4, 3).await, Taken::There { received: 7 });
    assert_eq!(keep(6, 3).await, Taken::Elsewhere { expected: 7 });
    let half = arrived(&scene, 1).await.expect("half of it");
    assert_eq!((half.standing.received, half.standing.announced.total), (7, 10));
    assert_eq!(half.objects, ["object 1 from 0", "object 1 from 4"]);
    assert!(store.needs_object("object 1 from 4").await.expect("asked"));

    let upload = scene.upload(1);
    let last = Part { announced: upload.announced.clone(), starts: 7, bytes: 3 };
    let noted = store.note_upload(upload.clone(), last.clone(), at(2)).await.expect("noted");
    assert_eq!(noted, kept(&["object 1 from 0", "object 1 from 4"]));
    let whole = arrived(&scene, 1).await.expect("all of it");
    assert_eq!((whole.standing.received, whole.objects.len()), (10, 0));
    assert!(!store.needs_object("object 1 from 4").await.expect("asked"));
    assert!(store.needs_object("object 1").await.expect("asked"));
    let again = store.note_upload(upload, last, at(2)).await.expect("noted");
    assert_eq!(again, Taken::There { received: 10 });
    assert_eq!(keep(4, 3).await, Taken::There { received: 10 });
}

pub(super) async fn one_chunk_of_two_at_the_same_place_is_kept(scene: Scene) {
    let store = &scene.store;
    store.keep_chunk(scene.chunk(1, 0, 2, at(1))).await.expect("begun");
    let mut chunks = (0..8).map(|number| {
        let mut chunk = scene.chunk(1, 2, 2, at(1));
        chunk.object = format!("try {number}");
        store.keep_chunk(chunk)
    });
    let mut next = || chunks.next().expect("one of eight");
    let (a, b, c, d) = tokio::join!(next(), next(), next(), next());
    let taken: Vec<Taken> = [a, b, c, d].into_iter().map(|taken| taken.expect("taken")).collect();
    let count = |wanted: &Taken| taken.iter().filter(|taken| *taken == wanted).count();
    assert_eq!((count(&kept(&[])), count(&Taken::There { received: 4 })), (1, 3), "{taken:?}");
    let arrival = arrived(&scene, 1).await.expect("there");
    assert_eq!((arrival.standing.received, arrival.objects.len()), (4, 2));
}

pub(super) async fn a_chunk_can_take_the_bytes_before_it_along(scene: Scene) {
    let store = &scene.store;
    store.keep_chunk(scene.chunk(1, 0, 2, at(1))).await.expect("kept");
    store.keep_chunk(scene.chunk(1, 2, 2, at(1))).await.expect("kept");
    let mut chunk = scene.chunk(1, 4, 3, at(1));
    chunk.instead_of = Some("object 1 from 2".to_owned());
    let taken = store.keep_chunk(chunk.clone()).await.expect("taken");
    assert_eq!(taken, kept(&["object 1 from 2"]));
    let arrival = arrived(&scene, 1).await.expect("there");
    assert_eq!(arrival.objects, ["object 1 from 0", "object 1 from 4"]);
    assert_eq!((arrival.standing.received, arrival.last_bytes), (7, 5));
    // Not those of a file that was there before.
    chunk.part.starts = 7;
    chunk.part.bytes = 1;
    chunk.object = "late".to_owned();
    assert_eq!(store.keep_chunk(chunk).await.expect("taken"), Taken::Elsewhere { expected: 0 });
    assert!(!store.needs_object("late").await.expect("asked"));
}

pub(super) async fn another_file_takes_the_place(scene: Scene) {
    let store = &scene.store;
    let keep = async |number, starts| {
        store.keep_chunk(scene.chunk(number, starts, 4, at(1))).await.expect("taken")
    };
    keep(1, 0).await;
    keep(1, 4).await;
    assert_eq!(keep(2, 0).await, kept(&["object 1 from 0", "object 1 from 4"]));
    assert_eq!(arrived(&scene, 1).await, None);
    assert_eq!(keep(1, 4).await, Taken::Elsewhere { expected: 0 });
    // Another length or hash under the same id is another file.
    let mut other = scene.chunk(2, 4, 4, at(1));
    other.part.announced.total = 11;
    let taken = store.keep_chunk(other.clone()).await.expect("taken");
    assert_eq!(taken, Taken::Elsewhere { expected: 0 });
    other.part.starts = 0;
    other.object = "another".to_owned();
    let taken = store.keep_chunk(other).await.expect("taken");
    assert_eq!(taken, kept(&["object 2 from 0"]));
    // A whole file that is not submitted goes as well, and only that of the same person.
    let mut of_another = scene.upload(5);
    of_another.person = scene.people[1];
    scene.noted(of_another, at(1)).await;
    assert_eq!(scene.noted(scene.upload(3), at(1)).await, ["another"]);
    assert_eq!(keep(4, 0).await, kept(&["object 3"]));
    assert!(store.needs_object("object 5").await.expect("asked"));
}

pub(super) async fn a_file_is_dropped_only_by_what_was_announced(scene: Scene) {
    let store = &scene.store;
    store.keep_chunk(scene.chunk(1, 0, 4, at(1))).await.expect("kept");
    let upload = scene.upload(1);
    let dropped = async |announced| {
        store.drop_arrival(upload.person, upload.upload, announced).await.expect("asked")
    };
    let other = Announced { total: 11, ..upload.announced.clone() };
    assert!(dropped(other).await.is_empty());
    assert!(arrived(&scene, 1).await.is_some());
    assert_eq!(dropped(upload.announced.clone()).await, ["object 1 from 0"]);
    assert_eq!(arrived(&scene, 1).await, None);
    assert!(dropped(upload.announced.clone()).await.is_empty());
}

pub(super) async fn only_who_may_send_a_file_has_it_taken(scene: Scene) {
    let store = &scene.store;
    let whole = Part { announced: scene.upload(1).announced, starts: 0, bytes: 10 };
    let asked = async |by| {
        let (mut chunk, mut upload) = (scene.chunk(1, 0, 4, at(1)), scene.upload(1));
        (chunk.by, upload.by) = (by, by);
        let kept = refused(store.keep_chunk(chunk).await);
        [kept, refused(store.note_upload(upload, whole.clone(), at(1)).await)]
    };
    assert_eq!(asked(scene.people[1]).await, [Code::NotFound; 2], "a member for the principal");
    store.stop("E000000001", Stop::Interview).await.expect("stopped");
    assert_eq!(asked(scene.people[0]).await, [Code::HouseholdInterview; 2]);
    assert_eq!(arrived(&scene, 1).await, None);
}
