//! Every caller at every endpoint for every kind of person, over HTTP: whether they get in.

use crate::support::{ADDRESS, Reply, TestPortal, declaration};
use contract::examination::Examination;
use contract::id::{PersonId, PhotoId};
use contract::photo::{Reason, UploadProgress};
use contract::receipt::Receipt;
use portal::officer;
use reqwest::Method;
use serde_json::{Value, json};

/// A second household, of two people.
const OTHER: &str = r#"{"households": [{"application_number": "E009999999", "applied_on": "2025-01-02",
    "people": [{"uci": "22-0000-0001", "given": "Ines", "family": "Moreau", "date_of_birth": "1990-05-05",
    "relationship": "principal", "email": "ines@example.org"},
    {"uci": "22-0000-0002", "given": "Luc", "family": "Moreau", "date_of_birth": "1989-04-04",
    "relationship": "spouse", "email": "luc@example.org"}]}]}"#;

/// The endpoints of a signed-in caller that are about a person.
const ABOUT_A_PERSON: [&str; 8] = [
    "declare",
    "give_address",
    "upload",
    "submit_photo",
    "timeline",
    "photo_draft",
    "keep_photo_draft",
    "discard_photo_draft",
];

/// Those about nobody in particular, with what a signed-in caller gets.
const ABOUT_NOBODY: [(&str, u16); 6] = [
    ("household", 200),
    ("current_session", 200),
    ("extend_session", 200),
    ("keep_draft", 204),
    ("draft", 200),
    ("discard_draft", 204),
];

const PICTURE: &str = "/people/{person}/photos/{photo}/picture";
const EXAMINATION: &str = "/people/{person}/photos/{photo}/examination";

struct Scene {
    portal: TestPortal,
    /// Nobody, a made-up token, a ticket, an ended session, the principal, the spouse with an own
    /// account, the principal of another household (the stranger).
    callers: Vec<(&'static str, Option<String>)>,
    /// The principal, a child, the spouse, the stranger, someone who does not exist.
    people: Vec<(&'static str, PersonId)>,
}

async fn scene() -> Scene {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let office = portal.office();
    officer::import(office, OTHER).await.unwrap();
    let other = officer::open(office, "E009999999").await.unwrap();
    let spouse = officer::open_own(office, family.people[1].person).await.unwrap();
    let others = officer::people(office, "E009999999").await.unwrap();
    let waiting = officer::open_own(office, others[1].person).await.unwrap();
    let answers = async |username: &str, uci: &str, born: &str| {
        let temporary = portal.temporary_password_of(username).await;
        json!({"username": username, "temporary_password": temporary, "date_of_birth": born, "uci": uci})
    };
    let other_answers = answers(&other.username, "22-0000-0001", "1990-05-05").await;
    let other_token = portal.sign_in_first(&other_answers).await;
    let waiting_answers = answers(&waiting.username, "22-0000-0002", "1989-04-04").await;
    let ticket = portal.post("/first-sign-in", &[]).json(&waiting_answers).send().await;
    let ticket = ticket.token(200);
    let spouse_answers = answers(&spouse.username, "11-2345-6797", "1986-11-03").await;
    let spouse_token = portal.sign_in_first(&spouse_answers).await;
    let ended = portal
        .post("/sessions", &[])
        .json(&json!({"username": spouse.username, "password": crate::support::PASSWORD}))
        .send()
        .await
        .value()["token"]
        .as_str()
        .unwrap()
        .to_owned();
    let out = portal.call(Method::DELETE, "/sessions/current", &[]).bearer(&ended).send().await;
    assert_eq!(out.status, 204);
    let callers = vec![
        ("nobody", None),
        ("made up", Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned())),
        ("ticket", Some(ticket)),
        ("ended", Some(ended)),
        ("principal", Some(family.token.clone())),
        ("spouse", Some(spouse_token)),
        ("stranger", Some(other_token)),
    ];
    let people = vec![
        ("principal", family.people[0].person),
        ("child", family.people[2].person),
        ("spouse", family.people[1].person),
        ("stranger", others[0].person),
        ("no one", "01a20515-4912-7095-89c6-e31e573900c3".parse().unwrap()),
    ];
    Scene { portal, callers, people }
}

impl Scene {
    fn token(&self, name: &str) -> String {
        let found = self.callers.iter().find(|(caller, _)| *caller == name);
        found.unwrap().1.clone().unwrap()
    }

    /// A photo of everyone who is there, submitted by whoever acts for them; an id that nothing has
    /// for whoever is not there.
    async fn photos(&self) -> Vec<PhotoId> {
        let mut photos = Vec::new();
        for (shade, (whom, person)) in (1..).zip(&self.people) {
            let Some(token) = self.actor(whom) else {
                photos.push(self.portal.key().parse().unwrap());
                continue;
            };
            self.portal.declare(&token, &[*person]).await.granted::<Receipt>(201);
            photos.push(self.portal.submitted(&token, *person, shade).await);
        }
        photos
    }

    /// The token of whoever acts for somebody.
    fn actor(&self, whom: &str) -> Option<String> {
        match whom {
            "principal" | "child" => Some(self.token("principal")),
            "spouse" | "stranger" => Some(self.token(whom)),
            _ => None,
        }
    }

    async fn of_photo(
        &self,
        template: &'static str,
        token: Option<&str>,
        person: PersonId,
        photo: PhotoId,
    ) -> Reply {
        let ids = [person.to_string(), photo.to_string()];
        let call = self.portal.get(template, &[&ids[0], &ids[1]]);
        match token {
            Some(token) => call.bearer(token).send().await,
            None => call.send().await,
        }
    }

    async fn ask(&self, endpoint: &str, token: Option<&str>, person: PersonId) -> Reply {
        let portal = &self.portal;
        let id = person.to_string();
        let nothing = portal.key();
        let mailing: Value = serde_json::from_str(ADDRESS).unwrap();
        let submission = json!({"upload": nothing, "sha256": "", "kind": "scan"});
        let call = match endpoint {
            "declare" => portal.post("/declarations", &[]).json(&declaration(&[person])).new_key(),
            "give_address" => portal
                .post("/addresses", &[])
                .json(&json!({"people": [person], "mailing": mailing}))
                .new_key(),
            "upload" => portal
                .call(Method::PATCH, "/people/{person}/uploads/{upload}", &[&id, &nothing])
                .bytes(vec![1]),
            "submit_photo" => {
                portal.post("/people/{person}/photos", &[&id]).json(&submission).new_key()
            }
            "timeline" => portal.get("/people/{person}/timeline", &[&id]),
            "photo_draft" => portal.get("/drafts/photo/{person}", &[&id]),
            "keep_photo_draft" => portal
                .call(Method::PUT, "/drafts/photo/{person}", &[&id])
                .header("If-None-Match", "*")
                .json(&json!({"page": "photo", "kind": "scan"})),
            "discard_photo_draft" => portal.call(Method::DELETE, "/drafts/photo/{person}", &[&id]),
            "draft" => portal.get("/drafts/{page}", &["address"]),
            "keep_draft" => portal
                .call(Method::PUT, "/drafts/{page}", &["address"])
                .header("If-None-Match", "*")
                .json(&json!({"page": "address"})),
            "discard_draft" => portal.call(Method::DELETE, "/drafts/{page}", &["address"]),
            "extend_session" => portal.post("/sessions/current/extension", &[]),
            "household" => portal.get("/household", &[]),
            "current_session" => portal.get("/sessions/current", &[]),
            other => panic!("no endpoint {other}"),
        };
        match token {
            Some(token) => call.bearer(token).send().await,
            None => call.send().await,
        }
    }
}

fn is_signed_in(caller: &str) -> bool {
    matches!(caller, "principal" | "spouse" | "stranger")
}

fn acts_for(caller: &str, whom: &str) -> bool {
    matches!(
        (caller, whom),
        ("principal", "principal" | "child") | ("spouse", "spouse") | ("stranger", "stranger")
    )
}

#[tokio::test]
async fn a_picture_is_shown_to_whoever_acts_for_its_person_and_to_nobody_else() {
    let scene = scene().await;
    let photos = scene.photos().await;
    for (caller, token) in &scene.callers {
        for ((whom, person), photo) in scene.people.iter().zip(&photos) {
            let reply = scene.of_photo(PICTURE, token.as_deref(), *person, *photo).await;
            let case = format!("{caller} asks for the picture of {whom}");
            if acts_for(caller, whom) {
                assert_eq!(
                    (reply.status, reply.header("content-type")),
                    (200, "image/png"),
                    "{case}"
                );
            } else if is_signed_in(caller) {
                assert_eq!(reply, (404, "not_found"), "{case}");
            } else {
                assert_eq!(reply, (401, "sign_in_required"), "{case}");
            }
        }
    }
    // Somebody's picture is not found under somebody else's name.
    let (principal, stranger) = (scene.people[0].1, photos[3]);
    let token = scene.token("principal");
    for template in [PICTURE, EXAMINATION] {
        let reply = scene.of_photo(template, Some(&token), principal, stranger).await;
        assert_eq!(reply, (404, "not_found"), "{template}");
    }
}

#[tokio::test]
async fn an_examination_is_shown_to_whoever_acts_for_its_person_and_to_nobody_else() {
    let scene = scene().await;
    let photos = scene.photos().await;
    let mut seen = Vec::new();
    for ((whom, _), photo) in scene.people.iter().zip(&photos) {
        let there = scene.actor(whom).is_some();
        seen.push(if there { Some(scene.portal.examined(*photo).await) } else { None });
    }
    for (caller, token) in &scene.callers {
        for (((whom, person), photo), seen) in scene.people.iter().zip(&photos).zip(&seen) {
            let reply = scene.of_photo(EXAMINATION, token.as_deref(), *person, *photo).await;
            let case = format!("{caller} asks what was seen in the picture of {whom}");
            if acts_for(caller, whom) {
                let mut seen = seen.clone();
                if let Some(seen) = &mut seen {
                    // Of others nothing is told to anyone but the officer.
                    seen.findings.retain(|finding| finding.code != Reason::UsedForAnother);
                }
                assert_eq!(Some(reply.granted::<Examination>(200)), seen, "{case}");
            } else if is_signed_in(caller) {
                assert_eq!(reply, (404, "not_found"), "{case}");
            } else {
                assert_eq!(reply, (401, "sign_in_required"), "{case}");
            }
        }
    }
}

#[tokio::test]
async fn how_much_arrived_is_told_to_whoever_acts_for_its_person_and_to_nobody_else() {
    let scene = scene().await;
    let portal = &scene.portal;
    let upload = portal.key();
    for (whom, person) in &scene.people {
        if let Some(token) = scene.actor(whom) {
            let begun = portal.chunk(&token, *person, &upload, &[1; 9], 0..3).await;
            assert_eq!(begun.granted::<UploadProgress>(200).received, 3, "{whom}");
        }
    }
    let template = "/people/{person}/uploads/{upload}";
    for (caller, token) in &scene.callers {
        for (whom, person) in &scene.people {
            let call = portal.get(template, &[&person.to_string(), &upload]);
            let reply = match token {
                Some(token) => call.bearer(token).send().await,
                None => call.send().await,
            };
            let case = format!("{caller} asks how much arrived for {whom}");
            if acts_for(caller, whom) {
                assert_eq!(reply.granted::<UploadProgress>(200).received, 3, "{case}");
            } else if is_signed_in(caller) {
                assert_eq!(reply, (404, "not_found"), "{case}");
            } else {
                assert_eq!(reply, (401, "sign_in_required"), "{case}");
            }
        }
    }
}

#[tokio::test]
async fn every_caller_gets_the_written_answer_for_every_person() {
    let scene = scene().await;
    for (caller, token) in &scene.callers {
        for (whom, person) in &scene.people {
            let acts_for = acts_for(caller, whom);
            let signed_in = is_signed_in(caller);
            for endpoint in ABOUT_A_PERSON {
                let reply = scene.ask(endpoint, token.as_deref(), *person).await;
                let seen = (reply.status, reply.status >= 400 && reply == (404, "not_found"));
                let case = format!("{caller} asks {endpoint} for {whom}: {reply:?}");
                match (signed_in, acts_for) {
                    (false, _) => assert_eq!(reply, (401, "sign_in_required"), "{case}"),
                    (true, false) => assert_eq!(seen, (404, true), "{case}"),
                    (true, true) => assert!(![401, 403, 404].contains(&reply.status), "{case}"),
                }
            }
        }
        for (endpoint, granted) in ABOUT_NOBODY {
            let reply = scene.ask(endpoint, token.as_deref(), scene.people[0].1).await;
            let expected = if is_signed_in(caller) { granted } else { 401 };
            assert_eq!(reply.status, expected, "{caller} asks {endpoint}");
        }
    }
}

#[tokio::test]
async fn an_own_account_hides_its_person_from_everyone_else() {
    let scene = scene().await;
    let portal = &scene.portal;
    let token = |name: &str| scene.token(name);
    let seen = async |name: &str| {
        let board = portal.board(&token(name)).await;
        let people = board.people.iter().map(|person| person.journey.is_some());
        people.collect::<Vec<_>>()
    };
    assert_eq!(seen("principal").await, [true, false, true, true]);
    assert_eq!(seen("spouse").await, [false, true, false, false]);
    // The principal declares for the others in one go, and never for the spouse among them.
    let ids: Vec<PersonId> =
        portal.board(&token("principal")).await.people.iter().map(|p| p.id).collect();
    assert_eq!(portal.declare(&token("principal"), &ids).await, (404, "not_found"));
    let others = [ids[0], ids[2], ids[3]];
    portal.declare(&token("principal"), &others).await.granted::<Receipt>(201);
}
