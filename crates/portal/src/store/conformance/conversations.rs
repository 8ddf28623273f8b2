//! Messages: written once, told in their order, read by the other side, forgotten in time.

use super::refused;
use super::scene::{Scene, at, id};
use crate::case::CardStep;
use crate::rules::journey::Stop;
use crate::store::{AskedOfOfficers, SaidByOfficer, StoreError, Use};
use contract::Code;
use contract::id::{MessageId, PersonId};
use contract::message::{Author, Message};
use contract::policy::Policy;
use jiff::civil::date;

const DAY: i64 = 86_400;

fn asked(scene: &Scene, person: usize, text: &str, second: i64) -> AskedOfOfficers {
    AskedOfOfficers {
        id: MessageId(id()),
        by: scene.people[0],
        person: scene.people[person],
        text: text.into(),
        reference: format!("reference of {text}"),
        now: at(second),
    }
}

fn said(person: PersonId, text: &str, second: i64) -> SaidByOfficer {
    SaidByOfficer { id: MessageId(id()), person, text: text.into(), mail: id(), now: at(second) }
}

async fn thread(scene: &Scene, person: usize) -> Vec<Message> {
    scene.store.thread(scene.people[person]).await.expect("asked")
}

/// Text and when it was read, in order.
async fn read(scene: &Scene, person: usize) -> Vec<(String, Option<i64>)> {
    let told = |message: Message| {
        (message.text, message.read_at.map(|time| time.as_second() - at(0).as_second()))
    };
    thread(scene, person).await.into_iter().map(told).collect()
}

pub(super) async fn a_message_is_kept_once_and_told_in_order(scene: Scene) {
    let store = &scene.store;
    let first = asked(&scene, 1, "first", 5);
    let receipt = store.ask_officers(scene.keyed(1, [1; 32]), first).await.expect("kept");
    assert_eq!((receipt.reference.as_str(), receipt.at), ("reference of first", at(5)));
    let again = asked(&scene, 1, "again", 9);
    let again = store.ask_officers(scene.keyed(1, [1; 32]), again).await.expect("the same");
    assert_eq!(again, receipt);
    let other = asked(&scene, 1, "other", 9);
    let other = store.ask_officers(scene.keyed(1, [2; 32]), other).await;
    assert_eq!(refused(other), Code::IdempotencyMismatch);
    // In the same instant, and by an officer: the order of writing holds.
    let officers = said(scene.people[1], "second", 5);
    store.say_as_officer(officers.clone()).await.expect("kept");
    store.ask_officers(scene.keyed(2, [3; 32]), asked(&scene, 1, "third", 5)).await.expect("kept");

    let told = thread(&scene, 1).await;
    let texts: Vec<&str> = told.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(texts, ["first", "second", "third"]);
    assert_eq!((told[1].id, &told[1].from), (officers.id, &Author::Officer));
    let case = store.case_of_person(scene.people[0]).await.expect("asked").expect("there");
    let by = Author::Applicant { name: case.people[0].name.clone() };
    assert_eq!((&told[0].from, told[0].at, told[0].read_at), (&by, at(5), None));
    assert_eq!(thread(&scene, 0).await, [], "another person's thread is another one");
    let stranger = AskedOfOfficers { person: PersonId(id()), ..asked(&scene, 1, "no", 6) };
    let stranger = store.ask_officers(scene.keyed(3, [4; 32]), stranger).await;
    assert_eq!(refused(stranger), Code::NotFound);
}

pub(super) async fn only_an_officers_message_is_announced(scene: Scene) {
    let store = &scene.store;
    let mails = async || store.due_mails(at(100), 99).await.expect("asked");
    let before = mails().await.len();
    let told = async |person: usize| {
        let happened = store.happened(scene.people[person], at(100)).await.expect("asked");
        happened.iter().filter(|h| h.event.name() == "message_received").count()
    };
    store.ask_officers(scene.keyed(1, [1; 32]), asked(&scene, 1, "mine", 5)).await.expect("kept");
    assert_eq!((mails().await.len(), told(1).await), (before, 0));
    store.say_as_officer(said(scene.people[1], "secret words", 6)).await.expect("kept");
    let after = mails().await;
    assert_eq!((after.len(), told(1).await, told(0).await), (before + 1, 1, 0));
    let mail = after.last().expect("one");
    assert_eq!((mail.to.as_str(), mail.due_at), ("first@example.org", at(6)));
    assert!(!format!("{:?}", mail.notice).contains("secret words"));
}

pub(super) async fn before_the_first_account_an_officer_writes_to_nobody(scene: Scene) {
    let early = scene.store.say_as_officer(said(scene.people[0], "early", 1)).await;
    assert_eq!(refused(early), Code::WrongState);
    let nobody = scene.store.say_as_officer(said(PersonId(id()), "nobody", 1)).await;
    assert_eq!(refused(nobody), Code::NotFound);
    assert_eq!(thread(&scene, 0).await, []);
}

pub(super) async fn each_side_reads_what_the_other_wrote(scene: Scene) {
    let store = &scene.store;
    let (person, token) = (scene.people[1], [9; 32]);
    store.start_session(scene.session(token, at(0))).await.expect("started");
    let unread = async || {
        let (_, found) = store.bearer_at_home(token, at(0), Use::Uncounted).await.expect("asked");
        found.expect("there").1
    };
    assert_eq!(unread().await, [].into());
    for (text, second) in [("one", 1), ("two", 2)] {
        store.say_as_officer(said(person, text, second)).await.expect("kept");
    }
    store.ask_officers(scene.keyed(1, [1; 32]), asked(&scene, 1, "mine", 3)).await.expect("kept");
    store.say_as_officer(said(person, "three", 4)).await.expect("kept");
    store.say_as_officer(said(scene.people[0], "to another", 5)).await.expect("kept");
    assert_eq!(unread().await, [(scene.people[0], 1), (person, 3)].into());

    let ids: Vec<MessageId> = thread(&scene, 1).await.iter().map(|message| message.id).collect();
    let me = scene.people[0];
    store.read_by_applicant(me, person, ids[1], at(10)).await.expect("noted");
    assert_eq!(unread().await, [(me, 1), (person, 1)].into());
    // What was read stays read since then, and nobody reads for the other side.
    store.read_by_applicant(me, person, ids[2], at(20)).await.expect("noted");
    let applicants = [("one", Some(10)), ("two", Some(10)), ("mine", None), ("three", None)];
    let owned = |told: [(&str, Option<i64>); 4]| told.map(|(text, at)| (text.to_owned(), at));
    assert_eq!(read(&scene, 1).await, owned(applicants));
    store.read_by_officer(person, ids[3], at(30)).await.expect("noted");
    let both = [("one", Some(10)), ("two", Some(10)), ("mine", Some(30)), ("three", None)];
    assert_eq!(read(&scene, 1).await, owned(both));

    let others = thread(&scene, 0).await[0].id;
    let astray = store.read_by_applicant(me, person, others, at(40)).await;
    assert_eq!(refused(astray), Code::NotFound, "a message of another thread");
    assert_eq!(refused(store.read_by_officer(person, others, at(40)).await), Code::NotFound);
    let nobody = store.read_by_applicant(me, PersonId(id()), ids[0], at(40)).await;
    assert_eq!(refused(nobody), Code::NotFound);
    assert_eq!(unread().await, [(me, 1), (person, 1)].into(), "nothing was marked");
}

pub(super) async fn officers_see_who_waits_and_since_when(scene: Scene) {
    let store = &scene.store;
    assert_eq!(store.threads_waiting().await.expect("asked"), []);
    let ask = async |key, person, text: &str, second| {
        let keyed = scene.keyed(key, [1; 32]);
        store.ask_officers(keyed, asked(&scene, person, text, second)).await.expect("kept");
    };
    ask(1, 0, "answered below", 1).await;
    store.say_as_officer(said(scene.people[0], "the answer", 2)).await.expect("kept");
    ask(2, 1, "first", 3).await;
    ask(3, 0, "again", 4).await;
    ask(4, 0, "and again", 5).await;
    let waiting = store.threads_waiting().await.expect("asked");
    let told: Vec<_> =
        waiting.iter().map(|thread| (thread.person, thread.since, thread.messages)).collect();
    assert_eq!(told, [(scene.people[1], at(3), 1), (scene.people[0], at(4), 2)]);
    assert_eq!(waiting[0].application_number, "E000000001");
    store.stop("E000000001", Stop::Withdraw).await.expect("withdrawn");
    assert_eq!(store.threads_waiting().await.expect("asked"), [], "nothing can be answered");
}

pub(super) async fn a_withdrawn_household_reads_and_does_not_write(scene: Scene) {
    let store = &scene.store;
    store.say_as_officer(said(scene.people[0], "last words", 1)).await.expect("kept");
    store.stop("E000000001", Stop::Interview).await.expect("stopped");
    let during = asked(&scene, 0, "about the interview", 2);
    store.ask_officers(scene.keyed(1, [1; 32]), during).await.expect("an interview is talked of");
    store.stop("E000000001", Stop::Withdraw).await.expect("withdrawn");
    let after = store.ask_officers(scene.keyed(2, [1; 32]), asked(&scene, 0, "after", 3)).await;
    assert_eq!(refused(after), Code::HouseholdWithdrawn);
    let officers = store.say_as_officer(said(scene.people[0], "after", 3)).await;
    assert_eq!(refused(officers), Code::HouseholdWithdrawn);
    let told = thread(&scene, 0).await;
    let me = scene.people[0];
    store.read_by_applicant(me, me, told[0].id, at(9)).await.expect("noted");
    let told = read(&scene, 0).await;
    assert_eq!(told, [("last words".into(), Some(9)), ("about the interview".into(), None)]);
}

pub(super) async fn messages_of_closed_households_are_forgotten_in_time(scene: Scene) {
    let store = &scene.store;
    let days = i64::from(Policy::PROGRAMME.message_days) * DAY;
    store.ask_officers(scene.keyed(1, [1; 32]), asked(&scene, 0, "old", 1)).await.expect("kept");
    scene.up_to_accepted_photos().await;
    let closed = 1000 * DAY;
    store.record_proof(scene.people[0], date(2026, 11, 20), id(), at(90)).await.expect("issued");
    for person in &scene.people {
        store.record_card(*person, CardStep::Made, id(), at(100)).await.expect("made");
    }
    let mailed = async |person: usize, second| {
        let step = store.record_card(scene.people[person], CardStep::Mailed, id(), at(second));
        step.await.expect("mailed");
    };
    mailed(0, 100).await;
    let count = async |second| {
        store.sweep(at(second)).await.expect("swept");
        thread(&scene, 0).await.len()
    };
    assert_eq!(count(closed - 1).await, 1, "nothing while it is open");
    mailed(1, closed).await;
    let late = asked(&scene, 0, "where is the other card", closed + DAY);
    store.ask_officers(scene.keyed(2, [2; 32]), late).await.expect("kept");
    assert_eq!(count(closed + days - 1).await, 2);
    assert_eq!(count(closed + days).await, 1);
    assert_eq!(thread(&scene, 0).await[0].text, "where is the other card");
    assert_eq!(count(closed + DAY + days).await, 0);
}

pub(super) async fn a_thread_takes_so_many_in_an_hour(scene: Scene) {
    let (store, most) = (&scene.store, Policy::PROGRAMME.messages_per_hour);
    let write = async |key: u16, person: usize, second| {
        let keyed = scene.keyed(key.into(), [1; 32]);
        store.ask_officers(keyed, asked(&scene, person, "text", second)).await
    };
    for key in 0..most {
        write(key, 0, 0).await.expect("kept");
    }
    let over = write(most, 0, 1).await;
    assert!(matches!(over, Err(StoreError::Wait(3599))), "{over:?}");
    write(most, 1, 1).await.expect("in another thread");
    write(most + 1, 0, 3600).await.expect("an hour later");
    assert_eq!(thread(&scene, 0).await.len(), usize::from(most) + 1);
}
