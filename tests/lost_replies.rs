//! Replies that get lost after the portal has done what it was asked: whatever is sent again is the
//! same write, and nobody is locked out.

use super::line::Line;
use super::{
    Device, PASSWORD, address, board, choose_photo, declaration, first_sign_in, photo_of, sent,
    signed_in, waits,
};
use applicant::Applicant;
use contract::Code;
use contract::board::PhotoState;
use contract::timeline::Event;
use journeys::world::World;

async fn behind(line: &Line, world: &World, device: &Device) -> Applicant {
    let app = device.app(&line.address);
    app.first_sign_in(first_sign_in(world)).await.unwrap();
    app.store_password(PASSWORD.to_owned()).await.unwrap();
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_reply_to_the_own_password_locks_nobody_out() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = device.app(&line.address);
    app.first_sign_in(first_sign_in(&world)).await.unwrap();
    line.lose_the_reply_to("POST /api/v1/first-sign-in/password");
    app.store_password(PASSWORD.to_owned()).await.unwrap();
    assert!(line.has_broken(), "the reply was lost, and the app found out by itself");
    assert_eq!(board(&app).await.people.len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_whose_receipt_was_lost_is_given_once() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = behind(&line, &world, &device).await;
    let household = board(&app).await;
    line.lose_the_reply_to("POST /api/v1/addresses");
    let lost = waits(app.give_address(address(&household)).await);
    assert_eq!(lost.code, Code::PortalUnreachable);
    // The app is killed and started again in between.
    let again = device.app(&line.address);
    let receipt = sent(again.give_address(address(&household)).await);
    assert_eq!(receipt.reference.len(), 14);
    let timeline = again.timeline(household.me).await.unwrap();
    let given = |event: &Event| matches!(event, Event::AddressGiven | Event::AddressChanged);
    let times = timeline.entries.iter().filter(|entry| given(&entry.event)).count();
    assert_eq!(times, 1, "one address was given: {timeline:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declaration_and_a_photo_get_their_receipts_after_all() {
    let (world, device) = (World::new(), Device::new());
    let line = Line::to(world.address()).await;
    let app = behind(&line, &world, &device).await;
    let household = board(&app).await;
    line.lose_the_reply_to("POST /api/v1/declarations");
    app.declare(declaration(&household)).await.unwrap_err();
    app.declare(declaration(&household)).await.unwrap();

    let me = household.me;
    choose_photo(&app, me, 1).await;
    // The bytes that arrived are found again by themselves.
    line.lose_the_reply_to("PATCH /api/v1/people");
    line.lose_the_reply_to("POST /api/v1/people");
    waits(app.submit_photo(me).await);
    assert!(app.picked_photo(me).await.unwrap().is_some(), "the picture is kept");
    let receipt = sent(app.submit_photo(me).await);
    assert_eq!(app.picked_photo(me).await, Ok(None), "it is gone with the receipt");
    let PhotoState::Submitted { photo, .. } = photo_of(&board(&app).await, me) else {
        panic!("the photo is with the officers");
    };
    assert_eq!(photo, receipt.photo);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ends_by_itself_keeps_what_is_being_typed() {
    use contract::draft::{AddressDraft, Draft, DraftKey};
    let (mut world, device) = (World::new(), Device::new());
    let app = signed_in(&world, &device).await;
    world.move_clock(std::time::Duration::from_secs(13 * 60 * 60));
    let ended = app.board(false).await.unwrap_err();
    assert_eq!(ended.code, Code::SignInRequired);
    let typed =
        Draft::Address(Box::new(AddressDraft { lives_elsewhere: true, ..AddressDraft::default() }));
    app.save_draft(DraftKey::Address, typed.clone()).await.unwrap();
    let sign_in = contract::account::SignIn {
        username: world.temporary_access().username,
        password: PASSWORD.to_owned(),
    };
    app.sign_in(sign_in).await.unwrap();
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(Some(typed)));
}
