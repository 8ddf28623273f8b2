//! The whole journey through the `applicant` crate against a real portal process: every step of
//! the first line, and what must go wrong in its own way.
//!
//! The runtime has threads of its own, as in the app: starting and ending a portal blocks the
//! test's thread, and meanwhile somebody must see that a kept connection was closed.

#![expect(clippy::unwrap_used, reason = "what goes wrong here is the failure of the test")]

mod conflicts;
mod damages;
mod households;
mod killed;
mod kills;
mod line;
mod lost_replies;
mod schedules;
mod uploading;
mod weather;

use applicant::{Applicant, Clock, MemorySecrets, Secrets, Setting, SystemClock};
use contract::account::{FirstSignIn, SignIn};
use contract::address::{Address, GiveAddress};
use contract::board::{Board, CardState, PhotoState, ProofState};
use contract::declaration::{DeclarePresence, STATEMENT_VERSION};
use contract::draft::{Draft, DraftKey, PhotoDraft};
use contract::host::StaleReason;
use contract::id::PersonId;
use contract::outbox::{Handed, WaitingState};
use contract::photo::{Reason, SourceKind};
use contract::timeline::Event;
use contract::{Code, Language, Problem};
use journeys::pictures;
use journeys::world::{PRINCIPAL, TEMPORARY_PASSWORD_IS_OVER, World};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const PASSWORD: &str = "seven green kayaks at dawn";

/// A device: its folder and its secrets outlive the app on it.
struct Device {
    folder: tempfile::TempDir,
    secrets: Arc<dyn Secrets>,
}

impl Device {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), secrets: Arc::new(MemorySecrets::default()) }
    }

    fn app(&self, portal: &str) -> Applicant {
        self.app_in(self.folder.path(), portal)
    }

    /// The same, with a clock of its own.
    fn app_at(&self, portal: &str, clock: Arc<dyn Clock>) -> Applicant {
        self.opened(self.folder.path(), portal, clock)
    }

    fn app_in(&self, folder: &Path, portal: &str) -> Applicant {
        self.opened(folder, portal, Arc::new(SystemClock))
    }

    fn opened(&self, folder: &Path, portal: &str, clock: Arc<dyn Clock>) -> Applicant {
        let setting = Setting {
            portal: portal.to_owned(),
            folder: folder.to_owned(),
            system_languages: vec!["en-CA".to_owned()],
            demonstration: false,
        };
        Applicant::open(setting, Arc::clone(&self.secrets), clock).unwrap()
    }
}

fn first_sign_in(world: &World) -> FirstSignIn {
    let access = world.temporary_access();
    FirstSignIn {
        username: access.username,
        temporary_password: access.password,
        date_of_birth: "1988-04-12".parse().unwrap(),
        uci: PRINCIPAL.uci.to_owned(),
    }
}

async fn signed_in(world: &World, device: &Device) -> Applicant {
    let app = device.app(world.address());
    app.first_sign_in(first_sign_in(world)).await.unwrap();
    app.store_password(PASSWORD.to_owned()).await.unwrap();
    app
}

async fn board(app: &Applicant) -> Board {
    let view = app.board(false).await.unwrap();
    assert_eq!(view.stale, None, "the portal answers");
    view.board
}

/// The board once it is like this; a decision is held back for ten seconds, then it shows.
async fn board_when(app: &Applicant, wanted: impl Fn(&Board) -> bool) -> Board {
    let started = Instant::now();
    loop {
        let board = board(app).await;
        if wanted(&board) {
            return board;
        }
        assert!(started.elapsed() < Duration::from_secs(40), "the board stays as {board:#?}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

fn everyone(board: &Board) -> Vec<PersonId> {
    board.people.iter().map(|person| person.id).collect()
}

fn photo_of(board: &Board, person: PersonId) -> PhotoState {
    board.person(person).unwrap().journey.as_ref().unwrap().photo.clone()
}

fn declaration(board: &Board) -> DeclarePresence {
    DeclarePresence {
        people: everyone(board),
        statement_version: STATEMENT_VERSION.to_owned(),
        language: Language::French,
    }
}

fn address(board: &Board) -> GiveAddress {
    let mailing = Address {
        unit: "1204".to_owned(),
        street: "88 Rue Sainte-Catherine O".to_owned(),
        municipality: "Montréal".to_owned(),
        province: "qc".to_owned(),
        postal_code: "h2x1z3".to_owned(),
        ..Address::default()
    };
    GiveAddress { people: everyone(board), mailing, residential: None, instead_of: None }
}

/// What was handed over is at the portal, and this is its word for it.
fn sent<R: std::fmt::Debug>(handed: Result<Handed<R>, Problem>) -> R {
    match handed.unwrap() {
        Handed::Sent { receipt } => receipt,
        waits @ Handed::Waits { .. } => unreachable!("it waits: {waits:?}"),
    }
}

/// What was handed over waits for its next try, for this reason.
fn waits<R: std::fmt::Debug>(handed: Result<Handed<R>, Problem>) -> Problem {
    let Handed::Waits { waiting } = handed.unwrap() else { unreachable!("it was sent") };
    match waiting.state {
        WaitingState::Waiting { problem: Some(problem), .. } => problem,
        other => unreachable!("it does not wait for its next try: {other:?}"),
    }
}

async fn choose_photo(app: &Applicant, person: PersonId, seed: u8) {
    let folder = tempfile::tempdir().unwrap();
    let file = pictures::fitting(folder.path(), "me.png", seed);
    let bytes = std::fs::read(file).unwrap();
    let picked = app.keep_photo(person, "me.png".to_owned(), bytes).await.unwrap();
    assert!(picked.obstacles.is_none() && picked.prepared.is_some(), "it goes out as it is");
    let said = PhotoDraft { kind: Some(SourceKind::DigitalPhoto), ..PhotoDraft::default() };
    app.save_draft(DraftKey::Photo { person }, Draft::Photo(said)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_temporary_password_to_the_mailed_card() {
    let world = World::new();
    let device = Device::new();
    let app = signed_in(&world, &device).await;
    let first = board(&app).await;
    let me = first.me;
    assert_eq!(first.people.len(), 4, "the principal sees the whole household");

    let declared = app.declare(declaration(&first)).await.unwrap();
    assert!(!declared.reference.is_empty(), "a declaration leaves a reference");
    let again = app.declare(declaration(&first)).await.unwrap_err();
    assert_eq!(again.code, Code::AlreadyDeclared);

    sent(app.give_address(address(&first)).await);
    let with_address = board(&app).await;
    for (person, journey) in with_address.acted_for() {
        let given = journey.address.as_ref().unwrap();
        assert_eq!(given.mailing.postal_code, "H2X 1Z3", "kept in its normal form");
        assert!(journey.declaration.is_some(), "{} is declared", person.name.full());
    }

    choose_photo(&app, me, 1).await;
    sent(app.submit_photo(me).await);
    assert_eq!(app.picked_photo(me).await.unwrap(), None, "sent, so no longer kept here");
    assert!(matches!(photo_of(&board(&app).await, me), PhotoState::Submitted { .. }));

    let photo = world.waiting_photo();
    world.officer(&[
        "return",
        &photo,
        "--reason",
        "background_shadow",
        "--note-en",
        "There is a shadow behind your head.",
        "--note-fr",
        "Il y a une ombre derrière votre tête.",
    ]);
    let returned =
        board_when(&app, |board| matches!(photo_of(board, me), PhotoState::Returned { .. })).await;
    let PhotoState::Returned { reasons, note_en, note_fr, .. } = photo_of(&returned, me) else {
        unreachable!("just looked");
    };
    assert_eq!(reasons, [Reason::BackgroundShadow]);
    assert_eq!(note_en, "There is a shadow behind your head.");
    assert_eq!(note_fr, "Il y a une ombre derrière votre tête.");

    choose_photo(&app, me, 1).await;
    let same = app.submit_photo(me).await.unwrap_err();
    assert_eq!(same.code, Code::PhotoAlreadyReturned, "the same pixels do not go twice");
    assert!(app.picked_photo(me).await.unwrap().is_some(), "what was refused is still here");

    choose_photo(&app, me, 2).await;
    sent(app.submit_photo(me).await);
    world.officer(&["accept", &world.waiting_photo()]);
    board_when(&app, |board| matches!(photo_of(board, me), PhotoState::Accepted { .. })).await;

    world.officer(&["proof", PRINCIPAL.uci, "--became-resident-on", "2026-11-20"]);
    world.officer(&["card-made", PRINCIPAL.uci]);
    world.officer(&["card-mailed", PRINCIPAL.uci]);
    let last = board(&app).await;
    let mine = last.person(me).unwrap().journey.as_ref().unwrap();
    assert!(matches!(mine.card, CardState::Mailed { .. }), "{:?}", mine.card);
    assert!(matches!(mine.proof, ProofState::Issued { .. }), "{:?}", mine.proof);
    assert!(!mine.address.as_ref().unwrap().open, "the card is made, the address is closed");

    let told = app.timeline(me).await.unwrap();
    let told: Vec<&str> = told.entries.iter().rev().map(|entry| entry.event.name()).collect();
    let expected = [
        Event::AccountOpened.name(),
        Event::FirstSignedIn.name(),
        "presence_declared",
        Event::AddressGiven.name(),
        Event::PhotoSubmitted.name(),
        "photo_returned",
        Event::PhotoSubmitted.name(),
        Event::PhotoAccepted.name(),
        "proof_issued",
        Event::CardMade.name(),
        Event::CardMailed.name(),
    ];
    assert_eq!(told, expected, "the timeline tells every step in order");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mail_is_bilingual_with_the_one_subject_and_link() {
    let world = World::new();
    let device = Device::new();
    let _app = signed_in(&world, &device).await;
    let mails = world.mailbox().after(1);
    assert!(!mails.is_empty(), "storing a password is told by mail");
    for mail in world.mailbox().all() {
        assert_eq!(mail.subject, contract::policy::MAIL_SUBJECT);
        assert!(mail.body.contains("Hello,") && mail.body.contains("Bonjour"), "{}", mail.body);
        assert_eq!(mail.body.matches("http").count(), 1, "one link:\n{}", mail.body);
        assert!(mail.body.contains(contract::policy::OFFICIAL_PAGE_EN), "{}", mail.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_keeps_session_and_drafts() {
    let world = World::new();
    let device = Device::new();
    let app = signed_in(&world, &device).await;
    let me = board(&app).await.me;
    choose_photo(&app, me, 7).await;
    drop(app);
    let app = device.app(world.address());
    assert!(app.start().await.unwrap().signed_in.is_some());
    assert!(app.picked_photo(me).await.unwrap().is_some(), "the picked picture is back");
    app.sign_out().await.unwrap();
    assert_eq!(app.board(false).await.unwrap_err().code, Code::SignInRequired);
    let username = world.temporary_access().username;
    app.sign_in(SignIn { username, password: PASSWORD.to_owned() }).await.unwrap();
    assert!(app.picked_photo(me).await.unwrap().is_some(), "a picture outlives a sign-out");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_at_first_sign_in_is_never_told_apart() {
    let world = World::new();
    let device = Device::new();
    let app = device.app(world.address());
    let right = first_sign_in(&world);
    let wrong = [
        FirstSignIn { temporary_password: "f7Hq-9Tzk-Rm4w".to_owned(), ..right.clone() },
        FirstSignIn { date_of_birth: "1988-04-13".parse().unwrap(), ..right.clone() },
        FirstSignIn { uci: "11-2345-6797".to_owned(), ..right.clone() },
    ];
    for answers in wrong {
        let refused = app.first_sign_in(answers).await.unwrap_err();
        assert_eq!((refused.code, refused.status), (Code::FirstSignInRefused, 401));
        assert_eq!(refused.fields, [], "which answer was wrong is not said");
    }
    app.first_sign_in(right).await.unwrap();
    let weak = app.store_password("too short".to_owned()).await.unwrap_err();
    assert_eq!(weak.fields[0].code, Code::PasswordTooShort);
    app.store_password(PASSWORD.to_owned()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_temporary_password_ends_after_its_last_day() {
    let mut world = World::new();
    let answers = first_sign_in(&world);
    world.move_clock(TEMPORARY_PASSWORD_IS_OVER);
    let device = Device::new();
    let app = device.app(world.address());
    let refused = app.first_sign_in(answers.clone()).await.unwrap_err();
    assert_eq!(refused.code, Code::TemporaryPasswordExpired);
    assert!(refused.args.contains_key("on"), "it says until when: {refused}");

    let seen = world.mailbox().all().len();
    world.officer(&["reissue", &answers.username]);
    let mail = &world.mailbox().after(seen)[0];
    let answers = FirstSignIn {
        username: mail.after("Username:").unwrap(),
        temporary_password: mail.after("Temporary password:").unwrap(),
        date_of_birth: "1988-04-12".parse().unwrap(),
        uci: PRINCIPAL.uci.to_owned(),
    };
    app.first_sign_in(answers).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn with_the_portal_down_the_last_board_is_shown_as_old() {
    let mut world = World::new();
    let device = Device::new();
    let app = signed_in(&world, &device).await;
    let seen = board(&app).await;
    world.stop();
    let view = app.board(false).await.unwrap();
    assert_eq!(view.board, seen, "what was seen last is still shown");
    assert_eq!(view.stale, Some(StaleReason::PortalUnreachable));
    let refused = app.declare(declaration(&seen)).await.unwrap_err();
    assert_eq!(refused.code, Code::PortalUnreachable, "a declaration is never queued");
    world.resume();
    app.declare(declaration(&seen)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_cannot_be_sent_say_why_and_leave_the_picked_one() {
    let world = World::new();
    let device = Device::new();
    let app = signed_in(&world, &device).await;
    let me = board(&app).await.me;
    choose_photo(&app, me, 3).await;
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let wrong = [
        (pictures::text_named_as_picture(folder, "me.jpg"), Code::PhotoWrongFormat),
        (pictures::empty(folder, "nothing.jpg"), Code::PhotoEmpty),
        (pictures::hundred_megapixels(folder, "huge.png"), Code::PhotoTooManyPixels),
    ];
    for (file, code) in wrong {
        let bytes = std::fs::read(&file).unwrap();
        let refused = app.keep_photo(me, "x".to_owned(), bytes).await.unwrap_err();
        assert_eq!(refused.code, code, "{}", file.display());
    }
    let kept = app.picked_photo(me).await.unwrap().unwrap();
    assert_eq!(kept.file_name, "me.png", "the picture picked before is still there");
}
