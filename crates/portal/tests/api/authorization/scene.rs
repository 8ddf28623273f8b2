//! Who asks, and about whom: three households, one of them withdrawn, and every ticket that there is.

use super::{Asker, Scene, Subject};
use crate::support::{PASSWORD, TestPortal};
use contract::id::PersonId;
use contract::message::Thread;
use contract::policy::Policy;
use contract::receipt::Receipt;
use portal::access::Caller;
use portal::clock::Clock as _;
use portal::store::Recovery as _;
use portal::store::sqlite::SqliteStore;
use portal::{officer, secret};
use reqwest::Method;
use serde_json::json;
use std::sync::Arc;

fn household(number: &str, uci: &str, name: &str) -> String {
    let email = format!("{name}@example.org").to_lowercase();
    let uci = |last: u8| format!("{uci}-000{last}");
    json!({"households": [{"application_number": number, "applied_on": "2025-01-02", "people": [
        {"uci": uci(1), "given": name, "family": "Moreau", "date_of_birth": "1990-05-05",
         "relationship": "principal", "email": email},
        {"uci": uci(2), "given": "Luc", "family": "Moreau", "date_of_birth": "1989-04-04",
         "relationship": "spouse", "email": format!("luc.of.{email}")}
    ]}]})
    .to_string()
}

/// A household's principal, signed in for the first time: who, username and session.
async fn principal_of(portal: &TestPortal, number: &str, uci: &str) -> (PersonId, String, String) {
    let opened = officer::open(portal.office(), number).await.unwrap();
    let temporary = portal.temporary_password_of(&opened.username).await;
    let answers = json!({"username": opened.username, "temporary_password": temporary,
        "date_of_birth": "1990-05-05", "uci": format!("{uci}-0001")});
    let token = portal.sign_in_first(&answers).await;
    (opened.person, opened.username, token)
}

/// The ticket of a first sign-in that waits for its password: of a principal's spouse.
async fn waiting_spouse(portal: &TestPortal, number: &str, uci: &str) -> String {
    let people = officer::people(portal.office(), number).await.unwrap();
    let opened = officer::open_own(portal.office(), people[1].person).await.unwrap();
    let temporary = portal.temporary_password_of(&opened.username).await;
    let answers = json!({"username": opened.username, "temporary_password": temporary,
        "date_of_birth": "1989-04-04", "uci": format!("{uci}-0002")});
    portal.post("/first-sign-in", &[]).json(&answers).send().await.token(200)
}

/// Keeps a ticket of another kind where the portal keeps them.
fn ticket(portal: &TestPortal, query: &str, whose: &str) -> String {
    let token = secret::token(secret::random().unwrap());
    let hash = secret::token_hash(&token);
    let ends_at = (portal.clock.now().as_second() + 600) * 1000;
    let database = rusqlite::Connection::open(portal.folder.path().join("data/portal.sqlite"));
    let kept = database.unwrap().execute(query, rusqlite::params![hash, whose, ends_at]).unwrap();
    assert_eq!(kept, 1, "{query}");
    token
}

pub(super) async fn scene() -> Scene {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let office = portal.office();
    for (number, uci, name) in [
        ("E002222222", "22-0000", "Ines"),
        ("E003333333", "33-0000", "Noor"),
        ("E004444444", "44-0000", "Olga"),
    ] {
        officer::import(office, &household(number, uci, name)).await.unwrap();
    }
    let (spouse, _) = portal.spouse(&family).await;
    let stranger = principal_of(&portal, "E002222222", "22-0000").await;
    let withdrawn = principal_of(&portal, "E003333333", "33-0000").await;
    let closed = principal_of(&portal, "E004444444", "44-0000").await;
    let first = waiting_spouse(&portal, "E002222222", "22-0000").await;
    let leila = family.ids()[0];

    let mut subjects = Vec::new();
    for (name, person, token) in [
        ("the principal", leila, Some(&family.token)),
        ("a child", family.ids()[2], Some(&family.token)),
        ("an adult with an own account", family.ids()[1], Some(&spouse)),
        ("somebody of another household", stranger.0, Some(&stranger.2)),
        ("somebody of a withdrawn household", withdrawn.0, Some(&withdrawn.2)),
        ("nobody there is", portal.key().parse().unwrap(), None),
    ] {
        let shade = u8::try_from(subjects.len()).unwrap();
        subjects.push(subject(&portal, name, person, token.map(String::as_str), shade).await);
    }
    officer::withdraw(office, "E003333333").await.unwrap();
    let file = portal.folder.path().join("data/portal.sqlite");
    let store = SqliteStore::open(&file, Arc::new(Policy::PROGRAMME)).unwrap();
    store.close_account(&closed.1, portal.clock.now()).await.unwrap();
    let again = json!({"username": stranger.1, "password": PASSWORD});
    portal.post("/sessions", &[]).json(&again).send().await.token(201);
    let ended = portal.post("/sessions", &[]).json(&again).send().await.token(201);
    let out = portal.call(Method::DELETE, "/sessions/current", &[]).bearer(&ended);
    assert_eq!(out.send().await.status, 204);

    let opened_invitation = ticket(
        &portal,
        "INSERT INTO answering (token, household, ends_at)
         SELECT ?1, id, ?3 FROM households WHERE application_number = ?2",
        "E004444444",
    );
    let password_fits = ticket(
        &portal,
        "INSERT INTO factor_tickets (token, account, ends_at)
         SELECT ?1, id, ?3 FROM accounts WHERE username = ?2",
        &family.username,
    );
    let asker = |name, token: Option<String>, kind, me| Asker { name, token, kind, me };
    let holder = Caller::AccountHolder;
    let askers = vec![
        asker("nobody", None, Caller::Nobody, None),
        asker("a made-up token", Some("A".repeat(43)), Caller::Nobody, None),
        asker("a session that was ended", Some(ended), Caller::Nobody, None),
        asker("a session of a closed account", Some(closed.2), Caller::Nobody, None),
        asker("a first sign-in", Some(first), Caller::TicketHolder, None),
        asker("an opened invitation", Some(opened_invitation), Caller::Answering, None),
        asker("a fitting password", Some(password_fits), Caller::FactorAsked, None),
        asker("the principal", Some(family.token.clone()), holder, Some(leila)),
        asker("the adult", Some(spouse), holder, Some(family.ids()[1])),
        asker("another household", Some(stranger.2), holder, Some(stranger.0)),
        asker("a withdrawn household", Some(withdrawn.2), holder, Some(withdrawn.0)),
    ];
    Scene { portal, store, askers, subjects }
}

/// A photo that was examined, a file on its way and a message, where there is somebody to have them.
async fn subject(
    portal: &TestPortal,
    name: &'static str,
    person: PersonId,
    token: Option<&str>,
    shade: u8,
) -> Subject {
    let upload = portal.key();
    let Some(token) = token else {
        let [photo, message] = [portal.key(), portal.key()];
        return Subject { name, person, photo, upload, message };
    };
    portal.declare(token, &[person]).await.granted::<Receipt>(201);
    let photo = portal.submitted(token, person, 20 * (shade + 1)).await;
    portal.examined(photo).await;
    portal.chunk(token, person, &upload, &[1; 9], 0..3).await;
    officer::write(portal.office(), person, "A word").await.unwrap();
    let thread = portal.get("/people/{person}/messages", &[&person.to_string()]);
    let thread: Thread = thread.bearer(token).send().await.granted(200);
    let message = thread.messages[0].id.to_string();
    Subject { name, person, photo: photo.to_string(), upload, message }
}
