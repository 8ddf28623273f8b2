//! Messages between applicants and officers, as both sides see them.

use crate::support::{Family, Reply, TestPortal};
use contract::id::{MessageId, PersonId};
use contract::message::{Author, Message, Thread};
use contract::receipt::Receipt;
use portal::officer;
use reqwest::Method;
use serde_json::json;

pub(crate) const THREAD: &str = "/people/{person}/messages";
const READ: &str = "/people/{person}/messages/read";

impl TestPortal {
    pub(crate) async fn write(&self, token: &str, person: PersonId, text: &str) -> Reply {
        let call = self.post(THREAD, &[&person.to_string()]).bearer(token).new_key();
        call.json(&json!({"text": text})).send().await
    }

    pub(crate) async fn thread_reply(&self, token: &str, person: PersonId) -> Reply {
        self.get(THREAD, &[&person.to_string()]).bearer(token).send().await
    }

    async fn thread(&self, token: &str, person: PersonId) -> Thread {
        self.thread_reply(token, person).await.granted(200)
    }

    async fn read_up_to(&self, token: &str, person: PersonId, message: MessageId) -> Reply {
        let call = self.call(Method::PUT, READ, &[&person.to_string()]).bearer(token);
        call.json(&json!({"message": message})).send().await
    }

    pub(crate) async fn officer_says(&self, person: PersonId, text: &str) {
        officer::write(self.office(), person, text).await.unwrap();
    }

    /// The spouse with an own account that was used: session and username.
    pub(crate) async fn spouse(&self, family: &Family) -> (String, String) {
        let opened = officer::open_own(self.office(), family.people[1].person).await.unwrap();
        let temporary = self.temporary_password_of(&opened.username).await;
        let answers = family.first_sign_in_of(1, &opened.username, &temporary);
        (self.sign_in_first(&answers).await, opened.username)
    }

    async fn unread(&self, token: &str) -> Vec<Option<u32>> {
        let people = self.board(token).await.people;
        let unread = people.iter().map(|p| p.journey.as_ref().map(|j| j.unread_messages));
        unread.collect()
    }
}

fn texts(messages: &[Message]) -> Vec<&str> {
    messages.iter().map(|message| message.text.as_str()).collect()
}

#[tokio::test]
async fn a_question_is_asked_answered_and_read() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (token, child) = (&family.token, family.ids()[3]);
    assert_eq!(portal.thread(token, child).await, Thread { messages: Vec::new(), open: true });
    assert!(officer::threads_waiting(portal.office()).await.unwrap().is_empty());

    let text = "Which form is <b>IMM 1</b>?\n& where is it?";
    let receipt: Receipt = portal.write(token, child, text).await.granted(201);
    assert_eq!(receipt.reference.len(), 14);
    let waiting = officer::threads_waiting(portal.office()).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].person, waiting[0].messages), (1, child, 1));
    assert_eq!(waiting[0].since, receipt.at);
    assert_eq!(portal.thread(token, child).await.messages[0].read_at, None, "nobody saw it yet");

    portal.clock.advance(60);
    let shown = officer::messages(portal.office(), "E001234567").await.unwrap();
    assert_eq!(shown.len(), 1, "only threads in which something stands");
    let printed = shown[0].to_string();
    assert!(printed.contains("Leila Haddad  not read"), "{printed}");
    assert!(printed.contains("    Which form is <b>IMM 1</b>?\n    & where is it?"), "{printed}");
    let thread = portal.thread(token, child).await;
    assert_eq!(texts(&thread.messages), [text], "as it was written, whatever it looks like");
    let name = family_name(&family, &portal).await;
    assert_eq!(thread.messages[0].from, Author::Applicant { name });
    assert_eq!(thread.messages[0].read_at, Some(portal_now(&portal)));

    portal.officer_says(child, "On the page of your photo.").await;
    assert!(officer::threads_waiting(portal.office()).await.unwrap().is_empty());
    assert_eq!(portal.unread(token).await, [Some(0), Some(0), Some(0), Some(1)]);
    let answer = portal.thread(token, child).await.messages.pop().unwrap();
    assert_eq!((&answer.from, answer.read_at), (&Author::Officer, None));
    assert_eq!(portal.unread(token).await[3], Some(1), "looking at it is not reading it");
    portal.clock.advance(60);
    assert_eq!(portal.read_up_to(token, child, answer.id).await.status, 204);
    assert_eq!(portal.unread(token).await[3], Some(0));
    let seen = officer::messages(portal.office(), "E001234567").await.unwrap();
    assert_eq!(seen[0].messages[1].read_at, Some(portal_now(&portal)));
}

async fn family_name(family: &Family, portal: &TestPortal) -> contract::board::Name {
    portal.board(&family.token).await.people[0].name.clone()
}

pub(crate) fn portal_now(portal: &TestPortal) -> jiff::Timestamp {
    use portal::clock::Clock as _;
    portal.clock.now()
}

#[tokio::test]
async fn an_officers_message_is_announced_without_its_words_and_an_applicants_is_not() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let child = family.ids()[3];
    portal.write(&family.token, child, "What about the marmalade?").await.granted::<Receipt>(201);
    portal.clock.advance(1);
    portal.officer_says(child, "The marmalade is fine.").await;
    // Account, own password, and one notice.
    let mails = portal.mails(3).await;
    let notice = &mails[2];
    assert_eq!(notice.to, "leila.haddad@example.org");
    assert!(notice.text.contains("Something changed"), "{}", notice.text);
    for mail in &mails {
        for secret in ["marmalade", "Mei"] {
            assert!(!mail.raw.to_lowercase().contains(&secret.to_lowercase()), "{secret}");
        }
    }
    let timeline = portal.get("/people/{person}/timeline", &[&child.to_string()]);
    let timeline = timeline.bearer(&family.token).send().await;
    assert_eq!(timeline.value()["entries"][0]["event"], "message_received");
    assert!(!timeline.text().contains("marmalade"));
}

#[tokio::test]
async fn a_message_sent_twice_is_there_once_and_one_that_does_not_hold_is_refused_by_its_field() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let person = family.ids()[0];
    let key = portal.key();
    let send = async |text: &str, to: PersonId| {
        let call = portal.post(THREAD, &[&to.to_string()]).bearer(&family.token).key(&key);
        call.json(&json!({"text": text})).send().await
    };
    let first: Receipt = send("once", person).await.granted(201);
    portal.clock.advance(5);
    assert_eq!(send("once", person).await.granted::<Receipt>(201), first);
    assert_eq!(send("another", person).await, (422, "idempotency_mismatch"));
    assert_eq!(send("once", family.ids()[2]).await, (422, "idempotency_mismatch"));
    assert_eq!(texts(&portal.thread(&family.token, person).await.messages), ["once"]);

    let field = async |text: &str| {
        let reply = portal.write(&family.token, person, text).await;
        assert_eq!(reply, (422, "malformed"));
        reply.fields().remove(0)
    };
    let named = |code: &str| ("text".to_owned(), code.to_owned());
    assert_eq!(field(" \n\t").await, named("required"));
    assert_eq!(field(&"字".repeat(4001)).await, named("too_long"));
    portal.write(&family.token, person, &"字".repeat(4000)).await.granted::<Receipt>(201);
    let keyless = portal.post(THREAD, &[&person.to_string()]).bearer(&family.token);
    assert_eq!(keyless.json(&json!({"text": "a"})).send().await, (400, "malformed"));
    let nowhere = portal.read_up_to(&family.token, person, portal.key().parse().unwrap()).await;
    assert_eq!(nowhere, (404, "not_found"));
}

#[tokio::test]
async fn a_withdrawn_household_reads_and_no_longer_writes() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let person = family.ids()[0];
    portal.officer_says(person, "Before").await;
    officer::interview(portal.office(), "E001234567").await.unwrap();
    portal.write(&family.token, person, "During").await.granted::<Receipt>(201);
    officer::withdraw(portal.office(), "E001234567").await.unwrap();
    let thread = portal.thread(&family.token, person).await;
    assert_eq!((texts(&thread.messages), thread.open), (vec!["Before", "During"], false));
    let refused = portal.write(&family.token, person, "After").await;
    assert_eq!(refused, (409, "household_withdrawn"));
    let read = portal.read_up_to(&family.token, person, thread.messages[0].id).await;
    assert_eq!(read.status, 204);
    assert_eq!(portal.unread(&family.token).await[0], Some(0));
    let officers = officer::write(portal.office(), person, "After").await.unwrap_err();
    assert!(officers.to_string().starts_with("household_withdrawn"), "{officers}");
}

#[tokio::test]
async fn an_officer_writes_to_no_address_that_nobody_confirmed() {
    let portal = TestPortal::start().await;
    let demonstration = include_str!("../../../../assets/demonstration/household.json");
    officer::import(portal.office(), demonstration).await.unwrap();
    let people = officer::people(portal.office(), "E001234567").await.unwrap();
    let early = officer::write(portal.office(), people[0].person, "Hello").await.unwrap_err();
    assert!(early.to_string().starts_with("wrong_state"), "{early}");
    for (text, code) in [(" ", "required"), (&*"a".repeat(4001), "too_long")] {
        let refused = officer::write(portal.office(), people[0].person, text).await.unwrap_err();
        assert!(refused.to_string().starts_with(code), "{refused}");
    }
    portal.mails(0).await;
}

#[tokio::test]
async fn a_thread_goes_over_to_an_adult_with_an_own_account() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let (leila, wei) = (family.ids()[0], family.ids()[1]);
    portal.write(&family.token, wei, "About Wei").await.granted::<Receipt>(201);
    portal.write(&family.token, leila, "About me").await.granted::<Receipt>(201);
    portal.officer_says(wei, "Noted").await;
    let (token, _) = portal.spouse(&family).await;

    // It is Wei's thread: what was written about him before stands in it, by whom it was.
    let thread = portal.thread(&token, wei).await;
    assert_eq!(texts(&thread.messages), ["About Wei", "Noted"]);
    let name = family_name(&family, &portal).await;
    assert_eq!(thread.messages[0].from, Author::Applicant { name });
    assert_eq!(portal.unread(&token).await, [None, Some(1), None, None]);
    assert_eq!(portal.thread_reply(&token, leila).await, (404, "not_found"));

    // Leila no longer sees it, writes in it, or marks in it; hers stays hers.
    assert_eq!(portal.unread(&family.token).await, [Some(0), None, Some(0), Some(0)]);
    assert_eq!(portal.thread_reply(&family.token, wei).await, (404, "not_found"));
    assert_eq!(portal.write(&family.token, wei, "Still me").await, (404, "not_found"));
    let last = thread.messages[1].id;
    assert_eq!(portal.read_up_to(&family.token, wei, last).await, (404, "not_found"));
    assert_eq!(portal.read_up_to(&family.token, leila, last).await, (404, "not_found"));
    assert_eq!(portal.unread(&token).await[1], Some(1));
    assert_eq!(texts(&portal.thread(&family.token, leila).await.messages), ["About me"]);
}

#[tokio::test]
async fn so_many_messages_are_written_in_an_hour() {
    let portal = TestPortal::start_with(|options| options.policy.messages_per_hour = 2).await;
    let family = portal.signed_in().await;
    let (token, ids) = (&family.token, family.ids());
    let key = portal.key();
    let first = async || {
        let call = portal.post(THREAD, &[&ids[0].to_string()]).bearer(token).key(&key);
        call.json(&json!({"text": "first"})).send().await
    };
    assert_eq!(first().await.status, 201);
    assert_eq!(portal.write(token, ids[0], "second").await.status, 201);
    assert_eq!(first().await.status, 201, "the same message again is none more");
    let over = portal.write(token, ids[0], "third").await;
    assert_eq!(over, (429, "too_many_attempts"));
    assert_eq!(over.header("retry-after"), "3600");
    assert_eq!(portal.write(token, ids[3], "elsewhere").await.status, 201, "in its thread only");
    portal.officer_says(ids[0], "an officer may").await;
    portal.clock.advance(600);
    assert_eq!(portal.write(token, ids[0], "third").await.header("retry-after"), "3000");
    assert_eq!(texts(&portal.thread(token, ids[0]).await.messages).len(), 3);
}
