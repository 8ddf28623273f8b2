//! The photo's file on its way to the portal, over lines that break: nothing is sent twice that
//! arrived, and what is sent is what was shown.

use super::line::{Fault, Line};
use super::{
    Device, PASSWORD, board, choose_photo, declaration, first_sign_in, photo_of, sent, waits,
};
use applicant::Applicant;
use contract::board::PhotoState;
use contract::crop::{Crop, Ground};
use contract::draft::{Draft, DraftKey, PhotoDraft};
use contract::id::PersonId;
use contract::photo::{PhotoReceipt, SourceKind};
use contract::picked::{PhotoStage, PickedPhoto, Removable};
use contract::policy::Policy;
use contract::timeline::Event;
use contract::{Code, Problem};
use journeys::pictures;
use journeys::wait;
use journeys::world::World;
use std::time::Duration;

/// Bytes of a chunk.
pub(super) const CHUNK: usize = Policy::PROGRAMME.upload_chunk_bytes as usize;

/// A picture that goes out as it is, in nine chunks and a bit.
pub(super) fn noisy(seed: u32) -> Vec<u8> {
    let (width, height) = (750, 1050);
    let mut state = seed;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let pixels: Vec<u8> = (0..width * height * 3).map(|_| noise()).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    assert!(file.len() > 9 * CHUNK && file.len() < 10 * CHUNK, "{} bytes", file.len());
    file
}

/// Picks a file for a person and says what it is.
pub(super) async fn pick(app: &Applicant, person: PersonId, file: Vec<u8>) -> PickedPhoto {
    let picked = app.keep_photo(person, "me.png".to_owned(), file).await.unwrap();
    let said = PhotoDraft { kind: Some(SourceKind::Selfie), ..PhotoDraft::default() };
    app.save_draft(DraftKey::Photo { person }, Draft::Photo(said)).await.unwrap();
    picked
}

/// Someone signed in over the line, who declared presence for everybody.
pub(super) async fn declared(world: &World, app: &Applicant) -> PersonId {
    app.first_sign_in(first_sign_in(world)).await.unwrap();
    app.store_password(PASSWORD.to_owned()).await.unwrap();
    let household = board(app).await;
    app.declare(declaration(&household)).await.unwrap();
    household.me
}

/// The photo went to the officers once, and nothing of it is left here or lies twice there.
pub(super) async fn is_sent_once(
    world: &World,
    app: &Applicant,
    me: PersonId,
    receipt: &PhotoReceipt,
) {
    let PhotoState::Submitted { photo, .. } = photo_of(&board(app).await, me) else {
        panic!("the photo is with the officers");
    };
    assert_eq!(photo, receipt.photo);
    let timeline = app.timeline(me).await.unwrap();
    let submitted = timeline.entries.iter().filter(|entry| entry.event == Event::PhotoSubmitted);
    assert_eq!(submitted.count(), 1, "{timeline:?}");
    assert_eq!(world.kept_pictures().len(), 1, "one object, and no chunk beside it");
    assert_eq!(app.picked_photo(me).await, Ok(None));
    assert_eq!(app.prepared_picture(me).await, Err(Code::NotFound.into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_that_breaks_in_the_middle_costs_one_chunk() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = device.app(&line.address);
    let me = declared(&world, &app).await;
    let file = noisy(1);
    pick(&app, me, file.clone()).await;
    line.breaks_at("PATCH", 4, Fault::Cut(CHUNK / 2));
    let receipt = sent(app.submit_photo(me).await);
    assert!(line.has_broken());
    assert_eq!(line.bytes_of_files() - file.len(), CHUNK, "the chunk that was cut, and no other");
    assert_eq!(line.seen("GET /api/v1/people").len(), 1, "it asked how far it came");
    is_sent_once(&world, &app, me, &receipt).await;
    assert_eq!(world.kept_pictures(), [file], "and it is the very file");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_reply_to_a_chunk_costs_nothing() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = device.app(&line.address);
    let me = declared(&world, &app).await;
    let file = noisy(2);
    pick(&app, me, file.clone()).await;
    // One in the middle, and the last.
    line.breaks_at("PATCH", 2, Fault::ReplyLost);
    line.breaks_at("PATCH", 6, Fault::ReplyLost);
    let receipt = sent(app.submit_photo(me).await);
    assert!(line.has_broken());
    assert_eq!(line.bytes_of_files(), file.len(), "no byte went twice");
    is_sent_once(&world, &app, me, &receipt).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_three_tries_it_is_given_up_and_goes_on_later() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = device.app(&line.address);
    let me = declared(&world, &app).await;
    let file = noisy(3);
    pick(&app, me, file.clone()).await;
    line.breaks_at("PATCH", 5, Fault::Cut(1));
    line.breaks_at("GET /api/v1/people", 0, Fault::Cut(0));
    line.breaks_at("GET /api/v1/people", 0, Fault::Cut(0));
    let lost = waits(app.submit_photo(me).await);
    assert_eq!(lost.code, Code::PortalUnreachable);
    assert!(line.has_broken());
    assert_eq!(line.bytes_of_files(), 6 * CHUNK, "five arrived, one was tried");
    assert_eq!(app.photo_progress(me), None, "nothing is being done any more");
    // The app is started again, and goes on where the portal says.
    let again = device.app(&line.address);
    let receipt = sent(again.submit_photo(me).await);
    assert_eq!(line.bytes_of_files() - file.len(), CHUNK);
    is_sent_once(&world, &again, me, &receipt).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_busy_portal_asks_is_waited_for_while_it_is_short() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = device.app(&line.address);
    let me = declared(&world, &app).await;
    let file = noisy(4);
    pick(&app, me, file.clone()).await;
    let long = "HTTP/1.1 503 Busy\r\nretry-after: 60\r\ncontent-length: 0\r\n\r\n";
    line.breaks_at("PATCH", 1, Fault::Answered(long));
    let busy = waits(app.submit_photo(me).await);
    assert_eq!((busy.code, busy.args["seconds"].clone()), (Code::Unavailable, 60.into()));
    assert_eq!(line.seen("PATCH").len(), 2, "it was not tried again");
    let short = "HTTP/1.1 503 Busy\r\nretry-after: 1\r\ncontent-length: 0\r\n\r\n";
    line.breaks_at("PATCH", 1, Fault::Answered(short));
    let receipt = sent(app.submit_photo(me).await);
    assert!(line.has_broken());
    assert_eq!(line.bytes_of_files() - file.len(), 2 * CHUNK, "what the portal never saw");
    is_sent_once(&world, &app, me, &receipt).await;
}

/// What is seen as soon as it is, while an app sends a photo over a line that falls silent. Then the
/// app gives it up.
async fn while_it_sends<T>(app: &Applicant, me: PersonId, look: impl Fn() -> Option<T>) -> T {
    let seen = async {
        let looked = tokio::time::timeout(wait::PATIENCE, async {
            loop {
                if let Some(seen) = look() {
                    return seen;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        });
        looked.await.unwrap()
    };
    tokio::select! {
        done = app.submit_photo(me) => panic!("the line is not silent: {done:?}"),
        seen = seen => seen,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn how_much_is_sent_is_told_while_it_is_sent() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = device.app(&line.address);
    let me = declared(&world, &app).await;
    let file = noisy(6);
    let total = file.len() as u64;
    pick(&app, me, file).await;
    assert_eq!(app.photo_progress(me), None);
    line.breaks_at("PATCH", 3, Fault::Silence);
    let told = while_it_sends(&app, me, || line.has_broken().then(|| app.photo_progress(me))).await;
    let told = told.unwrap();
    assert_eq!((told.stage, told.done, told.total), (PhotoStage::Sending, 3 * CHUNK as u64, total));
    assert_eq!(app.photo_progress(me), None, "nobody sends any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phones_picture_is_framed_and_goes_out_as_it_was_shown() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = device.app(&line.address);
    let me = declared(&world, &app).await;
    let folder = tempfile::tempdir().unwrap();
    let source = std::fs::read(pictures::of_a_phone(folder.path(), "IMG_1.JPG")).unwrap();
    let picked = pick(&app, me, source.clone()).await;
    assert_eq!((picked.width, picked.height), pictures::PHONE);
    let codes = |problems: &[Problem]| problems.iter().map(|it| it.code).collect::<Vec<_>>();
    assert_eq!(codes(&picked.obstacles.refusals), []);
    let cured = [Code::PhotoTooLarge, Code::PhotoWrongShape];
    assert!(codes(&picked.obstacles.fixables).ends_with(&cured), "{:?}", picked.obstacles);
    for told in [Removable::Location, Removable::Device, Removable::SerialNumber] {
        assert!(picked.removes.contains(&told), "{:?}", picked.removes);
    }
    assert_eq!(picked.prepared, None);
    assert_eq!(app.prepared_picture(me).await, Err(Code::NotFound.into()));
    let first = codes(&picked.obstacles.fixables)[0];
    assert_eq!(app.submit_photo(me).await.unwrap_err().code, first);
    assert_eq!(app.frame_photo(me, None).await.unwrap_err().code, first);
    let shown = app.picked_picture(me).await.unwrap();
    assert!(shown.len() < source.len() && shown.starts_with(&[0xff, 0xd8]), "smaller, for a page");

    let policy = Policy::PROGRAMME.photo;
    let ground = Ground { width: picked.width, height: picked.height, policy: &policy };
    let crop = ground.largest().unwrap();
    let outside = Crop { x: -9, ..crop };
    assert_eq!(app.frame_photo(me, Some(outside)).await.unwrap_err().code, Code::PhotoNoRoom);
    let framed = app.frame_photo(me, Some(crop)).await.unwrap();
    let prepared = framed.prepared.clone().unwrap();
    assert_eq!((prepared.width, prepared.height, prepared.crop), (2000, 2800, Some(crop)));
    let first = app.prepared_picture(me).await.unwrap();
    assert_eq!(first.len() as u64, prepared.bytes);
    assert_eq!(
        app.frame_photo(me, Some(crop)).await.unwrap(),
        framed,
        "the same is not made again"
    );
    // Another part, sent by the portal's side as it was shown.
    let smaller = Crop { width: 1000, height: 1400, ..crop };
    app.frame_photo(me, Some(smaller)).await.unwrap();
    let made = app.prepared_picture(me).await.unwrap();
    assert!(made != first);
    let receipt = sent(app.submit_photo(me).await);
    assert_eq!(app.submitted_picture(me, receipt.photo).await.unwrap(), made);
    for mark in pictures::PHONE_MARKS {
        let holds = |bytes: &[u8]| bytes.windows(mark.len()).any(|part| part == mark.as_bytes());
        assert!(holds(&source), "what is looked for would be found");
        assert!(!holds(&made) && !holds(&shown), "{mark} left the device");
    }
    is_sent_once(&world, &app, me, &receipt).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_pick_or_another_part_is_another_file() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = device.app(&line.address);
    let me = declared(&world, &app).await;
    pick(&app, me, noisy(7)).await;
    line.breaks_at("PATCH", 3, Fault::Silence);
    while_it_sends(&app, me, || line.has_broken().then_some(())).await;
    assert_eq!(world.kept_pictures().len(), 3);
    let file = noisy(8);
    pick(&app, me, file.clone()).await;
    let receipt = sent(app.submit_photo(me).await);
    let uploads: Vec<String> = line.seen("PATCH").into_iter().map(|seen| seen.request).collect();
    assert_ne!(uploads.first(), uploads.last(), "under another id");
    is_sent_once(&world, &app, me, &receipt).await;
    assert_eq!(world.kept_pictures(), [file], "nothing is left of the one that was replaced");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_picture_for_two_people_is_told_also_after_it_was_sent() {
    let (world, device) = (World::new(), Device::new());
    let app = device.app(world.address());
    let me = declared(&world, &app).await;
    let other = board(&app).await.people.iter().map(|it| it.id).find(|id| *id != me).unwrap();
    choose_photo(&app, me, 1).await;
    choose_photo(&app, other, 1).await;
    let same_as = async |person| app.picked_photo(person).await.unwrap().unwrap().same_as;
    assert_eq!((same_as(me).await, same_as(other).await), (vec![other], vec![me]));
    choose_photo(&app, other, 2).await;
    assert_eq!((same_as(me).await, same_as(other).await), (vec![], vec![]));
    sent(app.submit_photo(me).await);
    choose_photo(&app, other, 1).await;
    assert_eq!(same_as(other).await, [me], "it was sent from this device");
}
