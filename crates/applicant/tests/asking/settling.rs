//! What ends a row without a receipt: the portal's refusal, and its sender.

use crate::outbox::{Device, address, gives, message, only, typed, waiting, went_wrong, writes};
use crate::portal::{Portal, person};
use contract::draft::{Draft, DraftKey, MessageDraft};
use contract::outbox::{Handed, TakenBack, WaitingState};
use contract::{Code, FieldProblem, Problem};

#[tokio::test]
async fn what_is_refused_while_its_page_is_open_is_told_there() {
    let portal = Portal::new().await;
    let (_device, app) = Device::new(&portal).await;
    app.save_draft(DraftKey::Address, typed("12 Elm St")).await.expect("kept");
    portal.refuses("409 Closed", Code::AddressClosed);
    let refused = app.give_address(address("12 Elm St")).await.expect_err("closed");
    assert_eq!(refused.code, Code::AddressClosed);
    assert!(waiting(&app).await.is_empty());
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(Some(typed("12 Elm St"))));
}

#[tokio::test]
async fn what_is_refused_later_says_why_and_its_draft_is_open() {
    let mut portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.goes_away().await;
    gives(&app, "12 Elm St").await;
    portal.comes_back().await;
    let street = FieldProblem::new("mailing.street", Code::NotPrintable);
    let problem = Problem::from(vec![street.clone()]);
    let body = serde_json::to_string(&problem).expect("JSON");
    portal.says("422 No", "application/problem+json", &body);
    device.clock.passes(60);
    app.deliver().await.expect("a pass");
    // Told again after a restart, until it is dealt with.
    let app = device.starts(&portal);
    let stuck = only(&app).await;
    assert_eq!(stuck.stuck().map(|problem| problem.fields.clone()), Some(vec![street]));
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(Some(typed("12 Elm St"))));
    device.clock.passes(100_000);
    app.wake_outbox().await.expect("woken");
    app.deliver().await.expect("a pass");
    assert_eq!(portal.calls().len(), 1, "it is not sent again by itself");
    // Mended, and sent anew: another write.
    portal.takes_it("ABCD-EFGH");
    let Handed::Sent { .. } = gives(&app, "14 Elm St").await else { panic!("it waits") };
    assert!(waiting(&app).await.is_empty(), "what was refused is dealt with");
    let key = portal.call().header("idempotency-key").map(str::to_owned);
    assert_ne!(key, Some(stuck.id.to_string()));
}

#[tokio::test]
async fn what_nobody_saw_is_taken_back_as_it_was() {
    let mut portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.goes_away().await;
    gives(&app, "12 Elm St").await;
    let id = only(&app).await.id;
    assert_eq!(app.withdraw(id).await, Ok(TakenBack::Back));
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(Some(typed("12 Elm St"))));
    portal.comes_back().await;
    device.clock.passes(100_000);
    app.deliver().await.expect("a pass");
    assert!(portal.calls().is_empty() && waiting(&app).await.is_empty());
}

#[tokio::test]
async fn a_message_leaves_room_for_the_next_one_and_comes_back_before_it() {
    let mut portal = Portal::new().await;
    let (_device, app) = Device::new(&portal).await;
    let page = DraftKey::Message { person: person(1) };
    portal.goes_away().await;
    writes(&app, 1, 1, "first").await;
    assert_eq!(only(&app).await.text.as_deref(), Some("first"));
    assert_eq!(app.load_draft(page).await, Ok(None));
    let text = |text: &str| Draft::Message(MessageDraft { text: text.to_owned(), key: None });
    app.save_draft(page, text("second")).await.expect("kept");
    assert_eq!(app.withdraw(message(1, 1, "").key).await, Ok(TakenBack::Back));
    assert_eq!(app.load_draft(page).await, Ok(Some(text("first\n\nsecond"))));
}

#[tokio::test]
async fn what_may_be_there_is_asked_for_before_it_is_taken_back() {
    let portal = Portal::new().await;
    let (_device, app) = Device::new(&portal).await;
    // The reply is lost.
    let Handed::Waits { waiting: row } = gives(&app, "12 Elm St").await else { panic!("sent") };
    assert!(row.may_have_arrived);
    assert_eq!(went_wrong(&row), Some(Code::PortalUnreachable));
    let refused = app.withdraw(row.id).await.expect_err("nobody answers");
    assert_eq!(refused.code, Code::PortalUnreachable);
    assert_eq!(only(&app).await.id, row.id, "it still waits");
    portal.takes_it("ABCD-EFGH");
    let Ok(TakenBack::Sent { sent }) = app.withdraw(row.id).await else { panic!("taken back") };
    assert_eq!(sent.reference, "ABCD-EFGH");
    let calls = portal.calls();
    assert_eq!(calls.len(), 3);
    for call in calls {
        let key = call.header("idempotency-key").map(str::to_owned);
        assert_eq!(key, Some(row.id.to_string()));
    }
    assert!(app.outbox().await.expect("an outbox").sent.is_empty(), "it was told already");

    // The portal says that it is not there.
    let Handed::Waits { waiting: row } = gives(&app, "14 Elm St").await else { panic!("sent") };
    portal.refuses("409 Closed", Code::AddressClosed);
    assert_eq!(app.withdraw(row.id).await, Ok(TakenBack::Back));
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(Some(typed("14 Elm St"))));
}

#[tokio::test]
async fn the_same_handed_over_twice_is_one_row() {
    let mut portal = Portal::new().await;
    let (_device, app) = Device::new(&portal).await;
    portal.goes_away().await;
    gives(&app, "12 Elm St").await;
    let first = only(&app).await.id;
    gives(&app, "12 Elm St").await;
    assert_eq!(only(&app).await.id, first);
    writes(&app, 1, 1, "Hello").await;
    writes(&app, 1, 1, "Hello").await;
    writes(&app, 2, 1, "Hello").await;
    assert_eq!(waiting(&app).await.len(), 3, "the same words can be two messages");
}

#[tokio::test]
async fn what_was_typed_meanwhile_outlives_the_receipt() {
    let mut portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.goes_away().await;
    gives(&app, "12 Elm St").await;
    app.save_draft(DraftKey::Address, typed("14 Elm St")).await.expect("kept");
    portal.comes_back().await;
    portal.takes_it("ABCD-EFGH");
    device.clock.passes(60);
    app.deliver().await.expect("a pass");
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(Some(typed("14 Elm St"))));
    let state = only_state(&app).await;
    assert_eq!(state, None, "nothing waits");
}

async fn only_state(app: &applicant::Applicant) -> Option<WaitingState> {
    waiting(app).await.pop().map(|waiting| waiting.state)
}

#[tokio::test]
async fn removing_what_the_device_keeps_removes_what_waits() {
    let mut portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.goes_away().await;
    gives(&app, "12 Elm St").await;
    app.remove_device_data().await.expect("removed");
    portal.comes_back().await;
    let app = device.starts(&portal);
    portal.lets_in(&app, "session-token", None).await;
    portal.calls();
    app.deliver().await.expect("a pass");
    assert!(waiting(&app).await.is_empty() && portal.calls().is_empty());
}
