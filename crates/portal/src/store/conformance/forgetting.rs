//! What is kept no longer than needed.

use super::examinations::seen;
use super::scene::{Scene, at, id};
use crate::case::{CardStep, Verdict};
use crate::store::Standing;
use contract::photo::Reason;
use contract::policy::Policy;
use jiff::civil::date;

const DAY: i64 = 86_400;

pub(super) async fn bytes_that_were_never_submitted_go(scene: Scene) {
    let store = &scene.store;
    let person = scene.people[0];
    let kept = i64::from(Policy::PROGRAMME.unsubmitted_upload_hours) * 3600;
    store.declare(scene.keyed(1, [1; 32]), scene.declaration(at(0))).await.expect("made");
    scene.noted(scene.upload(1), at(0)).await;
    store.submit_photo(scene.keyed(2, [2; 32]), scene.photo(1, at(1))).await.expect("made");
    // The same bytes come again after they were submitted, as another object.
    let mut again = scene.upload(1);
    again.object = "object 1 again".into();
    scene.noted(again, at(2)).await;
    let nothing: [&str; 0] = [];
    assert_eq!(store.sweep(at(2 + kept - 1)).await.expect("swept"), nothing);
    assert!(store.needs_object("object 1 again").await.expect("asked"));
    assert_eq!(store.sweep(at(2 + kept)).await.expect("swept"), ["object 1 again"]);
    assert!(!store.needs_object("object 1 again").await.expect("asked"));
    assert!(store.needs_object("object 1").await.expect("asked"), "what was submitted stays");
    assert_eq!(store.arrival(person, scene.upload(1).upload).await.expect("asked"), None);
    assert_eq!(store.sweep(at(2 + kept)).await.expect("swept"), nothing);
}

pub(super) async fn half_a_file_goes_too(scene: Scene) {
    let store = &scene.store;
    let kept = i64::from(Policy::PROGRAMME.unsubmitted_upload_hours) * 3600;
    store.keep_chunk(scene.chunk(1, 0, 4, at(0))).await.expect("kept");
    store.keep_chunk(scene.chunk(1, 4, 4, at(9))).await.expect("kept");
    let nothing: [&str; 0] = [];
    assert_eq!(store.sweep(at(9 + kept - 1)).await.expect("swept"), nothing, "it goes on");
    let gone = store.sweep(at(9 + kept)).await.expect("swept");
    assert_eq!(gone, ["object 1 from 0", "object 1 from 4"]);
    assert!(!store.needs_object("object 1 from 0").await.expect("asked"));
    let id = scene.upload(1).upload;
    assert_eq!(store.arrival(scene.people[0], id).await.expect("asked"), None);
}

pub(super) async fn closed_households_are_forgotten_in_time(scene: Scene) {
    let store = &scene.store;
    let (first, second) = (scene.people[0], scene.people[1]);
    store.declare(scene.keyed(1, [1; 32]), scene.declaration(at(0))).await.expect("made");
    store.give_address(scene.keyed(2, [1; 32]), scene.address(at(0))).await.expect("given");
    store.give_address(scene.keyed(3, [1; 32]), scene.address(at(1))).await.expect("changed");
    let returned = Verdict::Returned {
        reasons: vec![Reason::Blurred],
        note_en: String::new(),
        note_fr: String::new(),
    };
    let photos =
        [(1, first, returned), (2, first, Verdict::Accepted), (3, second, Verdict::Accepted)];
    for (number, person, verdict) in photos {
        let now = at(i64::try_from(number * 20).expect("a small number"));
        let mut upload = scene.upload(number);
        upload.person = person;
        scene.noted(upload, now).await;
        let mut photo = scene.photo(number, now);
        photo.person = person;
        let keyed = scene.keyed(10 + number, [1; 32]);
        let receipt = store.submit_photo(keyed, photo).await.expect("submitted");
        store.decide_photo(scene.decision(receipt.photo, verdict, now)).await.expect("decided");
        let begun = store.begin_examination(now).await.expect("begun").expect("one waits");
        assert_eq!(begun.photo, receipt.photo);
        store.end_examination(begun.photo, seen("a likeness"), now).await.expect("kept");
    }
    store.record_proof(first, date(2026, 11, 20), id(), at(90)).await.expect("recorded");
    let step = async |person, step, second| {
        store.record_card(person, step, id(), at(second)).await.expect("recorded");
    };
    for person in [first, second] {
        step(person, CardStep::Made, 100).await;
    }
    step(first, CardStep::Mailed, 100).await;
    let forgotten = async |second| store.sweep(at(second)).await.expect("swept");
    let nothing: [&str; 0] = [];
    assert_eq!(forgotten(1000 * DAY).await, nothing, "nothing while it is open");
    let closed = 1000 * DAY;
    step(second, CardStep::Mailed, closed).await;

    let case = async || store.case_of_person(first).await.expect("asked").expect("there");
    let photo_days = i64::from(Policy::PROGRAMME.returned_photo_days) * DAY;
    let seen = async || {
        let mut seen = Vec::new();
        for number in 1..=3 {
            let photo = scene.photo(number, at(0)).photo;
            seen.push(store.examination(photo).await.expect("asked") != Standing::NotKept);
        }
        seen
    };
    let likenesses = async || {
        let case = case().await;
        let photos = case.people.into_iter().flat_map(|person| person.photos);
        photos.map(|photo| photo.likeness.is_some()).collect::<Vec<_>>()
    };
    assert_eq!(forgotten(closed + photo_days - 1).await, nothing);
    assert_eq!((seen().await, likenesses().await), (vec![true; 3], vec![true; 3]));
    assert_eq!(forgotten(closed + photo_days).await, ["object 1"]);
    assert_eq!(forgotten(closed + photo_days).await, nothing, "once");
    assert_eq!((seen().await, likenesses().await), (vec![false; 3], vec![false; 3]));
    let later = at(closed + photo_days + 1);
    assert_eq!(store.begin_examination(later).await.expect("asked"), None, "not made anew");
    assert!(!store.needs_object("object 1").await.expect("asked"));
    let objects: Vec<_> = case().await.people[0].photos.iter().map(|p| p.object.clone()).collect();
    assert_eq!(objects, [None, Some("object 2".into())], "what was decided stays known");

    let days = i64::from(Policy::PROGRAMME.closed_record_days) * DAY;
    forgotten(closed + days - 1).await;
    assert!(case().await.people.iter().all(|person| person.address.is_some()));
    assert_eq!(forgotten(closed + days).await, nothing);
    assert!(case().await.people.iter().all(|person| person.address.is_none()));
    assert!(store.needs_object("object 2").await.expect("asked"));
}
