//! What every store must do, as one function that any implementation is run through. It asks by the
//! trait's methods only, so it says nothing about how anything is kept.

mod browsers;
mod conversations;
mod credentials;
mod examinations;
mod forgetting;
mod invitations;
mod recovery;
pub(crate) mod scene;
mod uploads;
mod waiting;

use super::sqlite::SqliteStore;
use super::{Bearer, Imported, Store, StoreError, Stored, Use};
use crate::case::{CardStep, Verdict};
use crate::mail::Notice;
use crate::rules::journey::Stop;
use contract::Code;
use contract::board::HouseholdState;
use contract::policy::Policy;
use jiff::civil::date;
use scene::{Scene, at, id};
use std::sync::Arc;

#[tokio::test]
async fn what_was_examined_outlives_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let open = || -> Arc<dyn Store> {
        let file = folder.path().join("portal.sqlite");
        let store = SqliteStore::open(&file, Arc::new(Policy::PROGRAMME));
        Arc::new(store.expect("a store"))
    };
    examinations::outlives_a_restart(Scene::signed_in(open()).await, async || open()).await;
}

#[tokio::test]
async fn sqlite_is_a_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut made = 0;
    conforms(|| {
        made += 1;
        let file = folder.path().join(format!("{made}.sqlite"));
        let store = SqliteStore::open(&file, Arc::new(Policy::PROGRAMME));
        Arc::new(store.expect("a new store"))
    })
    .await;
}

/// Runs an implementation through everything that is asked of a store. `new` makes an empty one.
async fn conforms(mut new: impl FnMut() -> Arc<dyn Store>) {
    households_are_taken_in_all_or_none(Scene::empty(new())).await;
    accounts_have_a_temporary_password_or_an_own_one(Scene::with_household(new()).await).await;
    sessions_end(Scene::signed_in(new()).await).await;
    browsers::sessions_are_extended(Scene::signed_in(new()).await).await;
    browsers::drafts_follow_what_was_seen(Scene::signed_in(new()).await).await;
    browsers::drafts_are_forgotten(Scene::signed_in(new()).await).await;
    waiting::failures_make_their_address_wait(Scene::empty(new())).await;
    waiting::a_stranger_locks_nobody_out(Scene::empty(new())).await;
    waiting::many_strangers_are_slowed(Scene::empty(new())).await;
    invitations::a_new_code_ends_the_older_one_and_what_it_opened(
        Scene::with_household(new()).await,
    )
    .await;
    invitations::who_is_not_invited_is_mailed_nothing(Scene::with_household(new()).await).await;
    invitations::addresses_are_confirmed_and_accounts_follow(Scene::with_household(new()).await)
        .await;
    invitations::nothing_is_kept_of_who_waits_outside(Scene::with_household(new()).await).await;
    invitations::mails_to_one_address_are_limited(Scene::with_household(new()).await).await;
    invitations::own_accounts_are_asked_for_later(Scene::signed_in(new()).await).await;
    recovery::a_reset_code_works_once_and_ends_everything_else(Scene::signed_in(new()).await).await;
    recovery::wishes_are_limited_and_go_to_confirmed_addresses(Scene::with_household(new()).await)
        .await;
    recovery::an_own_address_waits_for_its_code(Scene::signed_in(new()).await).await;
    recovery::officers_change_an_address_in_two_steps(Scene::signed_in(new()).await).await;
    recovery::a_closed_account_is_nobodys(Scene::signed_in(new()).await).await;
    credentials::a_device_that_signed_in_is_known(Scene::signed_in(new()).await).await;
    credentials::a_new_kind_of_device_or_address_is_told(Scene::signed_in(new()).await).await;
    credentials::a_known_device_never_waits_for_strangers(Scene::signed_in(new()).await).await;
    credentials::a_second_factor_is_asked_for_and_holds_once(Scene::signed_in(new()).await).await;
    credentials::recovery_codes_work_once(Scene::signed_in(new()).await).await;
    credentials::a_new_password_ends_what_the_old_one_began(Scene::signed_in(new()).await).await;
    credentials::what_an_ended_session_asked_for_is_not_done(Scene::signed_in(new()).await).await;
    credentials::sessions_are_listed_and_ended_by_name(Scene::signed_in(new()).await).await;
    writes_are_made_once(Scene::signed_in(new()).await).await;
    photos_are_decided_and_undone(Scene::signed_in(new()).await).await;
    uploads::a_file_arrives_chunk_by_chunk(Scene::signed_in(new()).await).await;
    uploads::one_chunk_of_two_at_the_same_place_is_kept(Scene::signed_in(new()).await).await;
    uploads::a_chunk_can_take_the_bytes_before_it_along(Scene::signed_in(new()).await).await;
    uploads::another_file_takes_the_place(Scene::signed_in(new()).await).await;
    uploads::a_file_is_dropped_only_by_what_was_announced(Scene::signed_in(new()).await).await;
    uploads::only_who_may_send_a_file_has_it_taken(Scene::signed_in(new()).await).await;
    examinations::each_is_begun_in_turn_and_kept_once(Scene::signed_in(new()).await).await;
    examinations::what_never_ends_is_given_up(Scene::signed_in(new()).await).await;
    examinations::an_interruption_does_not_count(Scene::signed_in(new()).await).await;
    examinations::nobody_looks_at_photos_of_withdrawn_households(Scene::signed_in(new()).await)
        .await;
    cards_close_the_household(Scene::signed_in(new()).await).await;
    mails_wait_until_they_are_delivered(Scene::with_household(new()).await).await;
    forgetting::bytes_that_were_never_submitted_go(Scene::signed_in(new()).await).await;
    forgetting::half_a_file_goes_too(Scene::signed_in(new()).await).await;
    forgetting::closed_households_are_forgotten_in_time(Scene::signed_in(new()).await).await;
    stopped_households_refuse(Scene::signed_in(new()).await).await;
    conversations::a_message_is_kept_once_and_told_in_order(Scene::signed_in(new()).await).await;
    conversations::a_thread_takes_so_many_in_an_hour(Scene::signed_in(new()).await).await;
    conversations::only_an_officers_message_is_announced(Scene::signed_in(new()).await).await;
    conversations::before_the_first_account_an_officer_writes_to_nobody(
        Scene::with_household(new()).await,
    )
    .await;
    conversations::each_side_reads_what_the_other_wrote(Scene::signed_in(new()).await).await;
    conversations::officers_see_who_waits_and_since_when(Scene::signed_in(new()).await).await;
    conversations::a_withdrawn_household_reads_and_does_not_write(Scene::signed_in(new()).await)
        .await;
    conversations::messages_of_closed_households_are_forgotten_in_time(
        Scene::signed_in(new()).await,
    )
    .await;
}

fn refused<T: std::fmt::Debug>(done: Stored<T>) -> Code {
    match done {
        Err(StoreError::Refused(code)) => code,
        other => panic!("not refused: {other:?}"),
    }
}

async fn households_are_taken_in_all_or_none(scene: Scene) {
    let store = &scene.store;
    let first = scene::household(1, "E000000001");
    let taken = store.import(vec![first.clone()], at(0)).await.expect("taken");
    assert_eq!(taken, Imported::Taken { new: 1, same: 0 });
    let mut same = first.clone();
    same.id = scene::household(9, "E000000001").id;
    let mut other = scene::household(2, "E000000002");
    let taken = store.import(vec![same.clone()], at(1)).await.expect("taken");
    assert_eq!(taken, Imported::Taken { new: 0, same: 1 });
    // A UCI that is known elsewhere keeps the new household before it out, too.
    other.people[1].uci = first.people[0].uci.clone();
    let third = scene::household(3, "E000000003");
    let taken = store.import(vec![third, other], at(2)).await.expect("judged");
    assert_eq!(taken, Imported::UciTaken { household: 1, person: 1 });
    assert_eq!(store.case_of_application("E000000003").await.expect("asked"), None);
    same.applied_on = date(2020, 1, 1);
    let taken = store.import(vec![same], at(3)).await.expect("judged");
    assert_eq!(taken, Imported::Different { household: 0 });

    let case = store.case_of_application("E000000001").await.expect("asked").expect("there");
    assert_eq!((case.id, case.state), (first.id, HouseholdState::Approved));
    assert_eq!(case.people.len(), 2);
    assert_eq!(case.people[0].name, first.people[0].name);
    assert_eq!(
        store.person_of_uci(&first.people[1].uci).await.expect("asked"),
        Some(case.people[1].id)
    );
    assert_eq!(store.case_of_person(case.people[1].id).await.expect("asked"), Some(case));
}

async fn accounts_have_a_temporary_password_or_an_own_one(scene: Scene) {
    let store = &scene.store;
    let (principal, member) = (scene.people[0], scene.people[1]);
    assert_eq!(refused(store.open_account(scene.account(member)).await), Code::WrongState);
    store.open_account(scene.account(principal)).await.expect("opened");
    assert_eq!(refused(store.open_account(scene.account(principal)).await), Code::WrongState);
    let file = store.sign_in_file("AAAA-0000").await.expect("asked").expect("there");
    assert_eq!((file.person, file.password_hash.is_some()), (principal, false));
    assert_eq!(file.temporary_hash.as_deref(), Some("temporary hash"));
    let account = file.case.people[0].account.clone().expect("an account");
    assert_eq!(account.temporary_last_day, Some(date(2026, 12, 6)));
    assert_eq!(file.case.state, HouseholdState::Active);

    // A ticket ends, and a new temporary password ends every ticket.
    store
        .grant_ticket(account.id, "temporary hash", [1; 32], at(0), at(10))
        .await
        .expect("granted");
    assert!(matches!(
        store.bearer([1; 32], at(9), Use::Counted).await.expect("asked"),
        Bearer::Ticket(_)
    ));
    assert_eq!(store.bearer([1; 32], at(10), Use::Counted).await.expect("asked"), Bearer::Nobody);
    assert_eq!(
        refused(store.store_password(scene.password([1; 32], at(10))).await),
        Code::FirstSignInTimedOut
    );
    store
        .grant_ticket(account.id, "temporary hash", [2; 32], at(0), at(10))
        .await
        .expect("granted");
    store.reissue(scene.reissue("AAAA-0000", at(1))).await.expect("made anew");
    assert_eq!(store.bearer([2; 32], at(2), Use::Counted).await.expect("asked"), Bearer::Nobody);

    // Nor does the old one give another, where it was being checked meanwhile.
    let late = store.grant_ticket(account.id, "temporary hash", [9; 32], at(2), at(10)).await;
    assert_eq!(refused(late), Code::FirstSignInRefused);
    store.grant_ticket(account.id, "another hash", [3; 32], at(2), at(10)).await.expect("granted");
    let session = store.store_password(scene.password([3; 32], at(3))).await.expect("stored");
    assert_eq!((session.account, session.person), (account.id, principal));
    assert_eq!(
        refused(store.store_password(scene.password([3; 32], at(4))).await),
        Code::FirstSignInTimedOut
    );
    assert_eq!(refused(store.reissue(scene.reissue("AAAA-0000", at(5))).await), Code::WrongState);
    let file = store.sign_in_file("AAAA-0000").await.expect("asked").expect("there");
    assert_eq!((file.password_hash.as_deref(), file.temporary_hash), (Some("own hash"), None));
}

async fn sessions_end(scene: Scene) {
    let store = &scene.store;
    let idle = i64::from(Policy::PROGRAMME.session_idle_seconds);
    let absolute = i64::from(Policy::PROGRAMME.session_absolute_seconds);
    let runs = async |token: [u8; 32], second: i64| {
        let bearer = store.bearer(token, at(second), Use::Counted).await.expect("asked");
        matches!(bearer, Bearer::Session(_))
    };
    store.start_session(scene.session([5; 32], at(0))).await.expect("started");
    assert!(runs([5; 32], idle - 1).await);
    assert!(runs([5; 32], 2 * idle - 2).await, "its use keeps it alive");
    assert!(!runs([5; 32], 3 * idle).await);
    store.start_session(scene.session([6; 32], at(0))).await.expect("started");
    let mut second = 0;
    while second + idle - 1 < absolute {
        second += idle - 1;
        assert!(runs([6; 32], second).await);
    }
    assert!(!runs([6; 32], absolute).await);
    store.start_session(scene.session([7; 32], at(0))).await.expect("started");
    store.end_session([7; 32]).await.expect("ended");
    assert!(!runs([7; 32], 1).await);
    store.start_session(scene.session([8; 32], at(absolute))).await.expect("started");
    store.sweep(at(absolute + 1)).await.expect("swept");
    assert!(runs([8; 32], absolute + 1).await, "what runs is not swept");
}

async fn writes_are_made_once(scene: Scene) {
    let store = &scene.store;
    let first =
        store.declare(scene.keyed(1, [1; 32]), scene.declaration(at(5))).await.expect("made");
    let mut later = scene.declaration(at(9));
    later.reference = "another".into();
    let again = store.declare(scene.keyed(1, [1; 32]), later).await.expect("again");
    assert_eq!(again, first);
    let mismatch = store.declare(scene.keyed(1, [2; 32]), scene.declaration(at(9))).await;
    assert_eq!(refused(mismatch), Code::IdempotencyMismatch);
    let twice = store.declare(scene.keyed(2, [1; 32]), scene.declaration(at(9))).await;
    assert_eq!(refused(twice), Code::AlreadyDeclared);
    // A refused write leaves nothing under its key.
    let kept = store.give_address(scene.keyed(2, [9; 32]), scene.address(at(9))).await;
    assert_eq!(kept.expect("made").at, at(9));
    store.give_address(scene.keyed(3, [9; 32]), scene.address(at(10))).await.expect("changed");
    let case = store.case_of_person(scene.people[0]).await.expect("asked").expect("there");
    let address = case.people[0].address.clone().expect("an address");
    assert_eq!((address.first_at, address.at), (at(9), at(10)));
    // What its sender did not see is not written over, whatever the key.
    let mut unseen = scene.address(at(11));
    unseen.address.instead_of = Some(Vec::new());
    let same = store.give_address(scene.keyed(4, [9; 32]), unseen.clone()).await;
    assert_eq!(same.expect("the very same address").at, at(11));
    unseen.address.mailing.street = "PO BOX 9".into();
    let over = store.give_address(scene.keyed(5, [9; 32]), unseen).await;
    assert!(matches!(over, Err(StoreError::AddressChanged(_))), "{over:?}");
    let case = store.case_of_person(scene.people[0]).await.expect("asked").expect("there");
    let address = case.people[0].address.clone().expect("an address");
    assert_eq!((address.mailing.street.as_str(), address.by), ("PO BOX 123", scene.people[0]));
    let happened = store.happened(scene.people[0], at(20)).await.expect("asked");
    let names: Vec<&str> = happened.iter().map(|happened| happened.event.name()).collect();
    assert_eq!(
        names[2..],
        ["presence_declared", "address_given", "address_changed", "address_changed"]
    );
    // Replies are forgotten after their days; what was written stays.
    let days = i64::from(Policy::PROGRAMME.stored_reply_days);
    store.sweep(at(5 + days * 86_400 + 1)).await.expect("swept");
    let new = store.declare(scene.keyed(1, [1; 32]), scene.declaration(at(9))).await;
    assert_eq!(refused(new), Code::AlreadyDeclared);
}

async fn photos_are_decided_and_undone(scene: Scene) {
    let store = &scene.store;
    let person = scene.people[0];
    let none = store.submit_photo(scene.keyed(1, [1; 32]), scene.photo(1, at(1))).await;
    assert_eq!(refused(none), Code::DeclarationMissing);
    store.declare(scene.keyed(2, [2; 32]), scene.declaration(at(1))).await.expect("made");
    assert!(scene.noted(scene.upload(1), at(1)).await.is_empty());
    assert_eq!(scene.noted(scene.upload(2), at(1)).await, ["object 1"]);
    assert!(!store.needs_object("object 1").await.expect("asked"));
    let gone = store.submit_photo(scene.keyed(3, [3; 32]), scene.photo(1, at(2))).await;
    assert_eq!(refused(gone), Code::UploadMissing);
    let receipt =
        store.submit_photo(scene.keyed(4, [4; 32]), scene.photo(2, at(2))).await.expect("made");
    assert!(store.needs_object("object 2").await.expect("asked"));
    assert_eq!(store.arrival(person, scene.upload(2).upload).await.expect("asked"), None);
    assert_eq!(store.photos_waiting().await.expect("asked")[0].photo, receipt.photo);

    let decision = scene.decision(receipt.photo, Verdict::Accepted, at(10));
    store.decide_photo(decision.clone()).await.expect("decided");
    assert_eq!(refused(store.decide_photo(decision).await), Code::WrongState);
    assert!(store.photos_waiting().await.expect("asked").is_empty());
    let told = async |second| {
        let happened = store.happened(person, at(second)).await.expect("asked");
        happened.last().expect("something").event.name()
    };
    let mails = async |second| store.due_mails(at(second), 9).await.expect("asked").len();
    let before = mails(19).await;
    assert_eq!((told(19).await, told(20).await), ("photo_submitted", "photo_accepted"));
    assert_eq!(mails(20).await, before + 1);
    store.undo_decision(receipt.photo, at(19)).await.expect("undone");
    assert_eq!((told(20).await, mails(20).await), ("photo_submitted", before));
    assert_eq!(refused(store.undo_decision(receipt.photo, at(19)).await), Code::WrongState);
    let again = scene.decision(receipt.photo, Verdict::Accepted, at(30));
    store.decide_photo(again).await.expect("decided");
    assert_eq!(refused(store.undo_decision(receipt.photo, at(40)).await), Code::WrongState);
    let case = store.case_of_photo(receipt.photo).await.expect("asked").expect("there");
    assert!(case.people[0].photos[0].is_accepted(at(40)));
}

async fn cards_close_the_household(scene: Scene) {
    let store = &scene.store;
    let (first, second) = (scene.people[0], scene.people[1]);
    let step = async |person, step| store.record_card(person, step, id(), at(100)).await;
    assert_eq!(refused(step(first, CardStep::Made).await), Code::WrongState);
    let early = store.record_proof(first, date(2026, 11, 20), id(), at(1)).await;
    assert_eq!(refused(early), Code::WrongState);
    scene.up_to_accepted_photos().await;
    for day in [date(2026, 11, 23), date(2020, 1, 1)] {
        let wrong = store.record_proof(first, day, id(), at(90)).await;
        assert_eq!(refused(wrong), Code::WrongState, "{day}");
    }
    store.record_proof(first, date(2026, 11, 20), id(), at(90)).await.expect("recorded");
    let twice = store.record_proof(first, date(2026, 11, 20), id(), at(90)).await;
    assert_eq!(refused(twice), Code::WrongState);
    let state = async || {
        let case = store.case_of_person(first).await.expect("asked").expect("there");
        case.state
    };
    assert_eq!(refused(step(first, CardStep::Mailed).await), Code::WrongState);
    step(first, CardStep::Made).await.expect("made");
    step(second, CardStep::Made).await.expect("made");
    step(first, CardStep::Mailed).await.expect("mailed");
    assert_eq!(state().await, HouseholdState::Active);
    step(second, CardStep::Mailed).await.expect("mailed");
    assert_eq!(state().await, HouseholdState::Closed);
    step(second, CardStep::Undelivered).await.expect("came back");
    assert_eq!(state().await, HouseholdState::Active);
}

async fn mails_wait_until_they_are_delivered(scene: Scene) {
    let store = &scene.store;
    store.open_account(scene.account(scene.people[0])).await.expect("opened");
    let due = store.due_mails(at(0), 9).await.expect("asked");
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].to, "first@example.org");
    assert!(
        matches!(&due[0].notice, Notice::AccountOpened(access) if access.temporary_password == "temporary")
    );
    assert_eq!(store.due_mails(at(-1), 9).await.expect("asked"), []);
    assert_eq!(store.due_mails(at(0), 9).await.expect("asked"), due, "asking marks nothing");
    store.mail_delivered(due[0].id, at(1)).await.expect("marked");
    assert_eq!(store.due_mails(at(2), 9).await.expect("asked"), []);
}

async fn stopped_households_refuse(scene: Scene) {
    let store = &scene.store;
    store.stop("E000000001", Stop::Interview).await.expect("stopped");
    let write = store.declare(scene.keyed(1, [1; 32]), scene.declaration(at(1))).await;
    assert_eq!(refused(write), Code::HouseholdInterview);
    assert_eq!(refused(store.stop("E000000001", Stop::Interview).await), Code::WrongState);
    store.stop("E000000001", Stop::GoOn).await.expect("goes on");
    store.declare(scene.keyed(1, [1; 32]), scene.declaration(at(1))).await.expect("made");
    store.stop("E000000001", Stop::Withdraw).await.expect("withdrawn");
    assert_eq!(refused(store.stop("E000000001", Stop::GoOn).await), Code::WrongState);
    assert_eq!(refused(store.stop("E000000009", Stop::GoOn).await), Code::NotFound);
}
