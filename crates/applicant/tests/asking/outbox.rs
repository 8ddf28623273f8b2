//! What waits to be sent: through a network that is gone, through other people's sessions, restarts
//! and a portal that is busy. Each test looks at what the portal saw.

use crate::portal::{Call, Portal, account, answers, granted, person, signed_in};
use applicant::{Applicant, Clock, MemorySecrets, Secrets, Setting};
use contract::account::SignInReply;
use contract::address::{Address, GiveAddress};
use contract::draft::{AddressDraft, Draft, DraftKey, MessageDraft};
use contract::id::IdempotencyKey;
use contract::message::{NewMessage, SendMessage};
use contract::outbox::{Handed, Waiting, WaitingState, What};
use contract::receipt::Receipt;
use contract::{Code, FieldProblem, Problem};
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// A clock that a test sets.
pub(crate) struct Watch(Mutex<Timestamp>);

impl Watch {
    fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new("2026-11-23T12:00:00Z".parse().expect("a time"))))
    }

    pub(crate) fn passes(&self, seconds: i64) {
        *self.0.lock().expect("nobody panics") += SignedDuration::from_secs(seconds);
    }
}

impl Clock for Watch {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("nobody panics")
    }
}

/// A device with a clock, on which somebody is signed in.
pub(crate) struct Device {
    folder: tempfile::TempDir,
    secrets: Arc<MemorySecrets>,
    pub(crate) clock: Arc<Watch>,
}

impl Device {
    pub(crate) async fn new(portal: &Portal) -> (Self, Applicant) {
        let folder = tempfile::tempdir().expect("a folder");
        let device = Self { folder, secrets: Arc::default(), clock: Watch::new() };
        let app = device.starts(portal);
        portal.lets_in(&app, "session-token", None).await;
        portal.calls();
        (device, app)
    }

    /// The app is started, whatever became of the one before.
    pub(crate) fn starts(&self, portal: &Portal) -> Applicant {
        let setting = Setting {
            portal: portal.address.clone(),
            folder: self.path().to_owned(),
            system_languages: Vec::new(),
            demonstration: false,
        };
        let secrets: Arc<dyn Secrets> = self.secrets.clone();
        Applicant::open(setting, secrets, self.clock.clone()).expect("opens")
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

pub(crate) fn typed(street: &str) -> Draft {
    let mailing = Address {
        street: street.to_owned(),
        municipality: "Montréal".to_owned(),
        province: "QC".to_owned(),
        postal_code: "h2x1z3".to_owned(),
        ..Address::default()
    };
    let people = Some(vec![person(1), person(2)]);
    Draft::Address(Box::new(AddressDraft { people, mailing, ..AddressDraft::default() }))
}

pub(crate) fn address(street: &str) -> GiveAddress {
    let Draft::Address(draft) = typed(street) else { unreachable!("just made") };
    let people = vec![person(1), person(2)];
    GiveAddress { people, mailing: draft.mailing, residential: None, instead_of: None }
}

/// Types an address and hands it over.
pub(crate) async fn gives(app: &Applicant, street: &str) -> Handed {
    app.save_draft(DraftKey::Address, typed(street)).await.expect("kept");
    app.give_address(address(street)).await.expect("not refused")
}

pub(crate) fn message(number: u8, about: u8, text: &str) -> SendMessage {
    let key = IdempotencyKey::new(1_790_000_000_000, [number; 10]);
    SendMessage { person: person(about), message: NewMessage { text: text.to_owned() }, key }
}

pub(crate) async fn writes(app: &Applicant, number: u8, about: u8, text: &str) -> Handed {
    let draft = Draft::Message(MessageDraft { text: text.to_owned(), key: None });
    app.save_draft(DraftKey::Message { person: person(about) }, draft).await.expect("kept");
    app.send_message(message(number, about, text)).await.expect("not refused")
}

pub(crate) async fn waiting(app: &Applicant) -> Vec<Waiting> {
    app.outbox().await.expect("an outbox").waiting
}

/// The only thing that waits.
pub(crate) async fn only(app: &Applicant) -> Waiting {
    let mut all = waiting(app).await;
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// What went wrong with something that waits for its next try.
pub(crate) fn went_wrong(waiting: &Waiting) -> Option<Code> {
    let WaitingState::Waiting { problem, .. } = &waiting.state else {
        unreachable!("it does not wait for its next try: {waiting:?}")
    };
    problem.as_ref().map(|problem| problem.code)
}

fn keys(calls: &[Call]) -> Vec<&str> {
    calls.iter().map(|call| call.header("idempotency-key").unwrap_or_default()).collect()
}

#[tokio::test]
async fn without_a_network_it_waits_and_goes_out_once_after_a_restart() {
    let mut portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.goes_away().await;
    let Handed::Waits { waiting } = gives(&app, "12 Elm St").await else { panic!("sent") };
    assert_eq!(went_wrong(&waiting), Some(Code::PortalUnreachable));
    assert!(!waiting.may_have_arrived, "nothing went out");
    assert_eq!(waiting.what, What::Address { people: vec![person(1), person(2)] });
    let kept = app.load_draft(DraftKey::Address).await;
    assert_eq!(kept, Ok(Some(typed("12 Elm St"))), "the draft stays until the receipt");
    drop(app);

    let app = device.starts(&portal);
    assert_eq!(only(&app).await.id, waiting.id);
    portal.comes_back().await;
    portal.takes_it("ABCD-EFGH");
    device.clock.passes(20);
    app.deliver().await.expect("a pass");
    let call = portal.call();
    assert_eq!(call.line(), "POST /api/v1/addresses");
    assert_eq!(call.header("idempotency-key"), Some(waiting.id.to_string().as_str()));
    assert_eq!(call.body()["mailing"]["street"], "12 Elm St");
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(None));
    app.deliver().await.expect("a pass");
    assert!(portal.calls().is_empty(), "once");

    let again = device.starts(&portal);
    let outbox = again.outbox().await.expect("an outbox");
    assert!(outbox.waiting.is_empty());
    let [sent] = &outbox.sent[..] else { panic!("{outbox:?}") };
    assert_eq!((sent.id, sent.reference.as_str()), (waiting.id, "ABCD-EFGH"));
    assert!(again.seen_sent(sent.id).await.expect("noted").sent.is_empty());
}

#[tokio::test]
async fn what_is_sent_at_once_is_told_on_its_page_and_nowhere_else() {
    let portal = Portal::new().await;
    let (_device, app) = Device::new(&portal).await;
    portal.takes_it("ABCD-EFGH");
    let Handed::Sent { receipt } = gives(&app, "12 Elm St").await else { panic!("it waits") };
    assert_eq!(receipt.reference, "ABCD-EFGH");
    assert_eq!(app.outbox().await, Ok(contract::outbox::Outbox::default()));
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(None));
}

#[tokio::test]
async fn what_is_waiting_lies_sealed() {
    let mut portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.goes_away().await;
    gives(&app, "12 Elm St").await;
    writes(&app, 1, 1, "a secret of mine").await;
    drop(app);
    for file in std::fs::read_dir(device.path()).expect("the folder") {
        let bytes = std::fs::read(file.expect("a file").path()).expect("its bytes");
        for text in ["12 Elm St", "a secret of mine"] {
            assert!(!bytes.windows(text.len()).any(|part| part == text.as_bytes()), "{text}");
        }
    }
}

#[tokio::test]
async fn a_busy_portal_is_left_alone_for_as_long_as_it_asks() {
    let portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    let busy = serde_json::to_string(&Problem::new(Code::TooManyAttempts)).expect("JSON");
    let head = "429 Slow\r\nretry-after: 120";
    portal.says(head, "application/problem+json", &busy);
    let Handed::Waits { waiting } = gives(&app, "12 Elm St").await else { panic!("sent") };
    assert_eq!(went_wrong(&waiting), Some(Code::TooManyAttempts));
    assert!(!waiting.may_have_arrived, "it was turned away");
    let nobody_calls = async || {
        app.deliver().await.expect("a pass");
        portal.calls().is_empty()
    };
    portal.calls();
    assert!(nobody_calls().await);
    device.clock.passes(118);
    app.wake_outbox().await.expect("woken");
    assert!(nobody_calls().await, "another network is no reason");
    device.clock.passes(3);
    portal.takes_it("ABCD-EFGH");
    let next = app.deliver().await.expect("a pass");
    assert_eq!((portal.calls().len(), next), (1, None));
}

#[tokio::test]
async fn a_cafes_page_is_no_receipt_and_the_next_network_is_tried_at_once() {
    let portal = Portal::new().await;
    let (_device, app) = Device::new(&portal).await;
    let pages = [
        ("200 OK", "text/html", "<h1>Welcome</h1>"),
        ("302 Found", "text/html", ""),
        ("403 Pay", "text/html", "<h1>Pay first</h1>"),
        ("200 OK", "application/json", r#"{"reference":"X","at":"2026-11-23T12:00:00Z"}"#),
        ("201 Created", "application/json", "{}"),
        ("201 Created", "application/json", r#"{"reference":"#),
    ];
    portal.says(pages[0].0, pages[0].1, pages[0].2);
    let Handed::Waits { waiting } = gives(&app, "12 Elm St").await else { panic!("sent") };
    for (status, kind, body) in pages {
        portal.says(status, kind, body);
        app.wake_outbox().await.expect("woken");
        app.deliver().await.expect("a pass");
        let now = only(&app).await;
        assert_eq!(went_wrong(&now), Some(Code::UnexpectedReply), "{status} {body}");
    }
    portal.takes_it("ABCD-EFGH");
    app.wake_outbox().await.expect("woken");
    app.deliver().await.expect("a pass");
    let calls = portal.calls();
    assert_eq!(keys(&calls), vec![waiting.id.to_string().as_str(); pages.len() + 2]);
    assert!(app.outbox().await.expect("an outbox").waiting.is_empty());
}

#[tokio::test]
async fn a_row_is_never_sent_for_somebody_else() {
    let portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.refuses("401 Ended", Code::SignInRequired);
    let Handed::Waits { waiting } = gives(&app, "12 Elm St").await else { panic!("sent") };
    assert_eq!(waiting.state, WaitingState::SignInNeeded);
    assert_eq!(only(&app).await.id, waiting.id, "it is still theirs to see");
    app.deliver().await.expect("a pass");
    assert_eq!(portal.calls().len(), 1);

    // Somebody else signs in here.
    let mut other = granted("another-token", None);
    other.session.account = account(2);
    portal.replies("201 Created", &SignInReply::Granted(other));
    app.sign_in(answers()).await.expect("signed in");
    portal.calls();
    device.clock.passes(100_000);
    app.wake_outbox().await.expect("woken");
    app.deliver().await.expect("a pass");
    assert!(portal.calls().is_empty());
    assert_eq!(app.outbox().await, Ok(contract::outbox::Outbox::default()));
    assert_eq!(app.withdraw(waiting.id).await, Ok(contract::outbox::TakenBack::Back), "of nobody");
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(None));

    portal.replies("201 Created", &SignInReply::Granted(granted("later-token", None)));
    app.sign_in(answers()).await.expect("signed in");
    portal.calls();
    portal.takes_it("ABCD-EFGH");
    app.deliver().await.expect("a pass");
    let call = portal.call();
    assert_eq!(call.header("authorization"), Some("Bearer later-token"));
    assert_eq!(call.header("idempotency-key"), Some(waiting.id.to_string().as_str()));
}

#[tokio::test]
async fn one_persons_rows_keep_their_order_and_others_go_beside_them() {
    let mut portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.goes_away().await;
    writes(&app, 1, 1, "first").await;
    let Handed::Waits { waiting } = writes(&app, 2, 1, "second").await else { panic!("sent") };
    assert_eq!(waiting.state, WaitingState::Behind);
    let Handed::Waits { waiting: third } = writes(&app, 3, 2, "another").await else {
        panic!("sent")
    };
    assert_eq!(went_wrong(&third), Some(Code::PortalUnreachable));
    portal.comes_back().await;
    app.hold_back(message(1, 1, "").key).await.expect("held");
    portal.takes_it("ANOT-HER1");
    device.clock.passes(60);
    app.deliver().await.expect("a pass");
    assert_eq!(portal.call().body()["text"], "another", "the first is held, and goes first");
    portal.takes_it("FIRS-T111");
    portal.takes_it("SECO-ND22");
    app.let_go(message(1, 1, "").key).await.expect("let go");
    app.deliver().await.expect("a pass");
    let texts: Vec<_> = portal.calls().iter().map(|call| call.body()["text"].clone()).collect();
    assert_eq!(texts, ["first", "second"]);
}

#[tokio::test]
async fn what_is_held_back_stays_held_through_restarts() {
    let mut portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.goes_away().await;
    gives(&app, "12 Elm St").await;
    let id = only(&app).await.id;
    app.hold_back(id).await.expect("held");
    drop(app);
    portal.comes_back().await;
    let app = device.starts(&portal);
    device.clock.passes(100_000);
    app.wake_outbox().await.expect("woken");
    assert_eq!(app.deliver().await, Ok(None));
    assert_eq!(only(&app).await.state, WaitingState::HeldBack);
    assert!(portal.calls().is_empty());
    portal.takes_it("ABCD-EFGH");
    assert!(app.send_now(id).await.expect("sent").waiting.is_empty());
    assert_eq!(portal.calls().len(), 1);
}

#[tokio::test]
async fn an_app_killed_while_it_sends_sends_the_same_again() {
    let portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    app.save_draft(DraftKey::Address, typed("12 Elm St")).await.expect("kept");
    {
        let gives = app.give_address(address("12 Elm St"));
        let arrives = async {
            while portal.seen() == 0 {
                tokio::task::yield_now().await;
            }
        };
        // It is gone between request and reply.
        tokio::select! {
            biased;
            () = arrives => {}
            _ = gives => {}
        }
    }
    drop(app);
    let first = portal.call();
    let app = device.starts(&portal);
    let row = only(&app).await;
    assert!(row.may_have_arrived);
    assert_eq!(app.load_draft(DraftKey::Address).await, Ok(Some(typed("12 Elm St"))));
    portal.takes_it("ABCD-EFGH");
    device.clock.passes(60);
    app.deliver().await.expect("a pass");
    let second = portal.call();
    assert_eq!(second.header("idempotency-key"), first.header("idempotency-key"));
    assert_eq!(second.body(), first.body());
    let sent = app.outbox().await.expect("an outbox").sent;
    assert_eq!(sent.iter().map(|it| it.reference.as_str()).collect::<Vec<_>>(), ["ABCD-EFGH"]);
}

#[tokio::test]
async fn an_old_app_waits_for_its_update() {
    let portal = Portal::new().await;
    let (device, app) = Device::new(&portal).await;
    portal.says("426 Old", "text/plain", "");
    let Handed::Waits { waiting } = gives(&app, "12 Elm St").await else { panic!("sent") };
    assert_eq!(waiting.state, WaitingState::UpdateNeeded);
    device.clock.passes(100_000);
    assert_eq!(app.deliver().await, Ok(None));
    assert_eq!(portal.calls().len(), 1, "no other try");
}

#[tokio::test]
async fn answers_that_do_not_hold_never_wait() {
    let (_folder, portal, app) = signed_in().await;
    let refused = app.give_address(address("")).await.expect_err("no street");
    let street = FieldProblem::new("mailing.street", Code::Required);
    assert_eq!(refused, vec![street].into());
    assert!(waiting(&app).await.is_empty() && portal.calls().is_empty());
    let receipt = Receipt { reference: "ABCD".to_owned(), at: Timestamp::UNIX_EPOCH };
    assert_eq!(Handed::Sent { receipt: receipt.clone() }.receipt(), Some(receipt));
}
