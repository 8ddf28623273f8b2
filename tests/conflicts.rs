//! An address that was given from another device while this one was typed or waited: against a real
//! portal, it is never written over, and its sender decides.

use super::{Device, PASSWORD, address, board, sent, signed_in, waits};
use applicant::Applicant;
use contract::Code;
use contract::account::SignIn;
use contract::address::{GiveAddress, SeenAddress};
use contract::board::Board;
use contract::draft::{AddressDraft, Draft, DraftKey};
use contract::outbox::{Act, TakenBack};
use journeys::world::World;

/// The addresses that this board shows.
fn seen(board: &Board) -> Vec<SeenAddress> {
    let of = |(person, given): (_, &contract::board::GivenAddress)| SeenAddress {
        person,
        reference: given.reference.clone(),
    };
    let given =
        board.acted_for().filter_map(|(person, it)| Some((person.id, it.address.as_ref()?)));
    given.map(of).collect()
}

/// An address at this number, in place of what the board shows.
fn at_number(number: u8, board: &Board) -> GiveAddress {
    let mut address = address(board);
    address.mailing.street = format!("{number} Rue Sainte-Catherine O");
    address.instead_of = Some(seen(board));
    address
}

fn typed(address: &GiveAddress) -> Draft {
    Draft::Address(Box::new(AddressDraft {
        people: Some(address.people.clone()),
        mailing: address.mailing.clone(),
        instead_of: address.instead_of.clone(),
        ..AddressDraft::default()
    }))
}

async fn streets(app: &Applicant) -> Vec<String> {
    let board = board(app).await;
    let given = board.acted_for().filter_map(|(_, journey)| journey.address.as_ref());
    given.map(|given| given.mailing.street.clone()).collect()
}

async fn on_another_device(world: &World, device: &Device) -> Applicant {
    let app = device.app(world.address());
    let username = world.temporary_access().username;
    app.sign_in(SignIn { username, password: PASSWORD.to_owned() }).await.unwrap();
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_device_gave_meanwhile_is_never_written_over() {
    let mut world = World::new();
    let (here, there) = (Device::new(), Device::new());
    let app = signed_in(&world, &here).await;
    let before = board(&app).await;
    let other = on_another_device(&world, &there).await;
    let also_before = board(&other).await;

    // Typed and handed over without a network.
    world.stop();
    let mine = at_number(1, &before);
    app.save_draft(DraftKey::Address, typed(&mine)).await.unwrap();
    waits(app.give_address(mine.clone()).await);
    world.resume();
    sent(other.give_address(at_number(2, &also_before)).await);
    app.act_on_outbox(Act::Wake).await.unwrap();
    app.deliver().await.unwrap();

    // It is stuck, its draft is open, and the portal's address stands.
    let stuck = app.outbox().await.unwrap().waiting.remove(0);
    let why = stuck.stuck().unwrap();
    assert_eq!((why.code, why.status), (Code::AddressChangedElsewhere, 409));
    assert!(why.args.contains_key("on"), "{why}");
    assert_eq!(app.load_draft(DraftKey::Address).await.unwrap(), Some(typed(&mine)));
    let all = before.people.len();
    assert_eq!(streets(&app).await, vec!["2 Rue Sainte-Catherine O"; all]);
    app.act_on_outbox(Act::Wake).await.unwrap();
    app.deliver().await.unwrap();
    assert_eq!(streets(&app).await, vec!["2 Rue Sainte-Catherine O"; all], "nor later");

    // Who saw it sends their own anew, which takes its place.
    let now = board(&app).await;
    assert_eq!(seen(&now).len(), all, "the board names what there is");
    sent(app.give_address(at_number(1, &now)).await);
    assert!(app.outbox().await.unwrap().waiting.is_empty(), "what was refused is dealt with");
    assert_eq!(streets(&app).await, vec!["1 Rue Sainte-Catherine O"; all]);

    // The other device is told at once, on the page that waits for the answer, and keeps the portal's.
    let late = at_number(3, &also_before);
    other.save_draft(DraftKey::Address, typed(&late)).await.unwrap();
    let refused = other.give_address(late.clone()).await.unwrap_err();
    assert_eq!(refused.code, Code::AddressChangedElsewhere);
    assert!(other.outbox().await.unwrap().waiting.is_empty());
    assert_eq!(other.load_draft(DraftKey::Address).await.unwrap(), Some(typed(&late)));
    other.discard_draft(DraftKey::Address).await.unwrap();
    assert_eq!(streets(&other).await, vec!["1 Rue Sainte-Catherine O"; all]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_stuck_can_be_given_up_for_what_the_portal_has() {
    let mut world = World::new();
    let (here, there) = (Device::new(), Device::new());
    let app = signed_in(&world, &here).await;
    let before = board(&app).await;
    let other = on_another_device(&world, &there).await;
    world.stop();
    let mine = at_number(1, &before);
    app.save_draft(DraftKey::Address, typed(&mine)).await.unwrap();
    waits(app.give_address(mine).await);
    world.resume();
    sent(other.give_address(at_number(2, &before)).await);
    app.act_on_outbox(Act::Wake).await.unwrap();
    app.deliver().await.unwrap();
    let id = app.outbox().await.unwrap().waiting[0].id;
    assert_eq!(app.withdraw(id).await.unwrap(), TakenBack::Back);
    app.discard_draft(DraftKey::Address).await.unwrap();
    assert!(app.outbox().await.unwrap().waiting.is_empty());
    assert_eq!(app.load_draft(DraftKey::Address).await.unwrap(), None);
    assert_eq!(streets(&app).await.first().unwrap(), "2 Rue Sainte-Catherine O");
}
