//! The demonstration's household before any account: invited, answering, and what was mailed to whom.

use super::{Mail, PATIENCE, Reply, TestPortal};
use contract::id::PersonId;
use contract::invitation::Invitation;
use portal::officer;
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) const APPLICATION: &str = "E001234567";
pub(crate) const LEILA: &str = "leila.haddad@example.org";
pub(crate) const WEI: &str = "wei.chen@example.org";

/// A household that was invited.
pub(crate) struct Invited {
    /// Leila, Wei and two children.
    pub(crate) ids: Vec<PersonId>,
    /// The invitation code.
    pub(crate) code: String,
}

impl Invited {
    /// The right answers to who one is.
    pub(crate) fn opening(&self) -> Value {
        json!({"code": self.code, "date_of_birth": "1988-04-12", "uci": "11-2345-6789"})
    }

    /// An answer from within Canada: each one's address, and whether they are to have an own account.
    pub(crate) fn answer(&self, people: [(Option<&str>, bool); 4]) -> Value {
        let people: Vec<Value> = self
            .ids
            .iter()
            .zip(people)
            .map(|(person, (email, own_account))| {
                json!({"person": person, "email": email, "own_account": own_account})
            })
            .collect();
        json!({"in_canada": true, "people": people})
    }

    /// Leila at her own address, Wei with an own account at his.
    pub(crate) fn usual_answer(&self) -> Value {
        self.answer([(Some(LEILA), false), (Some(WEI), true), (None, false), (None, false)])
    }
}

impl TestPortal {
    pub(crate) async fn invited(&self) -> Invited {
        officer::import(self.office(), super::DEMONSTRATION).await.unwrap();
        let people = officer::people(self.office(), APPLICATION).await.unwrap();
        let ids = people.iter().map(|person| person.person).collect();
        Invited { ids, code: self.invite().await }
    }

    /// Invites the household, or invites it again; the code.
    pub(crate) async fn invite(&self) -> String {
        officer::invite(self.office(), APPLICATION).await.unwrap();
        self.code(LEILA, "Invitation code: ").await
    }

    /// How many mails were ever queued to an address, delivered or not.
    pub(crate) fn queued_to(&self, address: &str) -> usize {
        let file = self.folder.path().join("data/portal.sqlite");
        let database = rusqlite::Connection::open(file).unwrap();
        let count = "SELECT COUNT(*) FROM mails WHERE recipient = ?1";
        let count: u32 = database.query_row(count, [address], |row| row.get(0)).unwrap();
        count as usize
    }

    /// Everything that was mailed to an address, the oldest first, once all of it is delivered.
    pub(crate) async fn mailed_to(&self, address: &str) -> Vec<Mail> {
        let folder = self.folder.path().join("data/mail");
        let waited = tokio::time::timeout(PATIENCE, async {
            loop {
                let queued = self.queued_to(address);
                let mut files: Vec<_> = std::fs::read_dir(&folder)
                    .unwrap()
                    .map(|entry| entry.unwrap().path())
                    .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
                    .collect();
                files.sort();
                let mails = files.iter().map(|file| super::read(&std::fs::read(file).unwrap()));
                let mails: Vec<Mail> = mails.filter(|mail| mail.to == address).collect();
                if mails.len() == queued {
                    return mails;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        waited.await.expect("the mails arrive")
    }

    /// What stands behind `label` in the newest mail to an address that has it.
    pub(crate) async fn code(&self, address: &str, label: &str) -> String {
        let mails = self.mailed_to(address).await;
        let found = mails.iter().rev().find_map(|mail| {
            mail.text.lines().find_map(|line| line.strip_prefix(label).map(str::to_owned))
        });
        found.unwrap_or_else(|| panic!("no mail to {address} with {label}"))
    }

    /// The code that confirms an address.
    pub(crate) async fn confirmation_code(&self, address: &str) -> String {
        self.code(address, "Code: ").await
    }

    pub(crate) async fn open_invitation(&self, opening: &Value) -> Reply {
        self.post("/invitations/opening", &[]).json(opening).send().await
    }

    pub(crate) async fn answer(&self, ticket: &str, answer: &Value) -> Reply {
        let call = self.call(Method::PUT, "/invitations/answer", &[]).bearer(ticket);
        call.json(answer).send().await
    }

    pub(crate) async fn answered(&self, ticket: &str, answer: &Value) -> Invitation {
        self.answer(ticket, answer).await.granted(200)
    }

    pub(crate) async fn confirm(&self, email: &str, code: &str) -> Reply {
        let body = json!({"email": email, "code": code});
        self.post("/confirmations", &[]).json(&body).send().await
    }

    /// Confirms an address with the code that was mailed to it.
    pub(crate) async fn confirmed(&self, email: &str) {
        let code = self.confirmation_code(email).await;
        let reply = self.confirm(email, &code).await;
        assert_eq!(reply.status, 204, "{reply:?}");
    }

    /// Username and temporary password from the newest such mail to an address.
    pub(crate) async fn access_mailed_to(&self, address: &str) -> (String, String) {
        let username = self.code(address, "Username: ").await;
        (username, self.code(address, "Temporary password: ").await)
    }

    /// Invited, answered as usual, Leila's address confirmed, and she signed in; her session.
    pub(crate) async fn settled(&self) -> (Invited, String) {
        let invited = self.invited().await;
        let ticket = self.open_invitation(&invited.opening()).await.token(200);
        let nobody = [(Some(LEILA), false), (None, false), (None, false), (None, false)];
        self.answered(&ticket, &invited.answer(nobody)).await;
        self.confirmed(LEILA).await;
        let (username, temporary) = self.access_mailed_to(LEILA).await;
        let token = self.sign_in_first(&first_sign_in(0, &username, &temporary)).await;
        self.clock.advance(1);
        (invited, token)
    }

    /// What happened to somebody, the latest first.
    pub(crate) async fn events(&self, token: &str, person: PersonId) -> Vec<String> {
        let template = "/people/{person}/timeline";
        let reply = self.get(template, &[&person.to_string()]).bearer(token).send().await;
        let timeline: contract::timeline::Timeline = reply.granted(200);
        timeline.entries.iter().map(|entry| entry.event.name().to_owned()).collect()
    }
}

/// The answers to a first sign-in of Leila or Wei.
pub(crate) fn first_sign_in(person: usize, username: &str, temporary: &str) -> Value {
    let (born, uci) = [("1988-04-12", "11-2345-6789"), ("1986-11-03", "11-2345-6797")][person];
    json!({"username": username, "temporary_password": temporary, "date_of_birth": born, "uci": uci})
}
