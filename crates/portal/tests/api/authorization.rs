//! Every operation of the OpenAPI document, asked over HTTP as every kind of caller about every kind of
//! person, against the one written answer ([`access::decide`]). What is asked stands in the document
//! itself: its examples.

mod scene;

use crate::support::{Reply, TestPortal, declaration};
use contract::id::PersonId;
use portal::access::{self, Caller, Endpoint, Relation};
use portal::store::Store as _;
use portal::store::sqlite::SqliteStore;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The operation of each endpoint, in the order in which a caller asks them: what ends tickets and
/// sessions comes last.
const OPERATIONS: [(Endpoint, &str); Endpoint::ALL.len()] = [
    (Endpoint::PortalInfo, "GET /portal"),
    (Endpoint::FirstSignIn, "POST /first-sign-in"),
    (Endpoint::SignIn, "POST /sessions"),
    (Endpoint::CurrentSession, "GET /sessions/current"),
    (Endpoint::ExtendSession, "POST /sessions/current/extension"),
    (Endpoint::Household, "GET /household"),
    (Endpoint::KeepDraft, "PUT /drafts/{page}"),
    (Endpoint::Draft, "GET /drafts/{page}"),
    (Endpoint::DiscardDraft, "DELETE /drafts/{page}"),
    (Endpoint::Declare, "POST /declarations"),
    (Endpoint::GiveAddress, "POST /addresses"),
    (Endpoint::UploadProgress, "GET /people/{person}/uploads/{upload}"),
    (Endpoint::Upload, "PATCH /people/{person}/uploads/{upload}"),
    (Endpoint::SubmitPhoto, "POST /people/{person}/photos"),
    (Endpoint::Picture, "GET /people/{person}/photos/{photo}/picture"),
    (Endpoint::Examination, "GET /people/{person}/photos/{photo}/examination"),
    (Endpoint::Timeline, "GET /people/{person}/timeline"),
    (Endpoint::KeepPhotoDraft, "PUT /drafts/photo/{person}"),
    (Endpoint::PhotoDraft, "GET /drafts/photo/{person}"),
    (Endpoint::DiscardPhotoDraft, "DELETE /drafts/photo/{person}"),
    (Endpoint::Drafts, "GET /drafts"),
    (Endpoint::KeepMessageDraft, "PUT /drafts/message/{person}"),
    (Endpoint::MessageDraft, "GET /drafts/message/{person}"),
    (Endpoint::DiscardMessageDraft, "DELETE /drafts/message/{person}"),
    (Endpoint::Messages, "GET /people/{person}/messages"),
    (Endpoint::SendMessage, "POST /people/{person}/messages"),
    (Endpoint::ReadMessages, "PUT /people/{person}/messages/read"),
    (Endpoint::AskOwnAccount, "PUT /people/{person}/own-account"),
    (Endpoint::OpenInvitation, "POST /invitations/opening"),
    (Endpoint::SendInvitation, "POST /invitations/again"),
    (Endpoint::ShowInvitation, "GET /invitations/answer"),
    (Endpoint::AnswerInvitation, "PUT /invitations/answer"),
    (Endpoint::SendConfirmation, "POST /invitations/codes"),
    (Endpoint::ConfirmAddress, "POST /confirmations"),
    (Endpoint::ReissueTemporary, "POST /first-sign-in/reissues"),
    (Endpoint::SendResetCode, "POST /passwords/reset-codes"),
    (Endpoint::ResetPassword, "POST /passwords/resets"),
    (Endpoint::RemindUsername, "POST /usernames/reminders"),
    (Endpoint::GiveSecondFactor, "POST /sessions/second-factor"),
    (Endpoint::Account, "GET /account"),
    (Endpoint::ChangeEmail, "POST /account/email"),
    (Endpoint::BeginSecondFactor, "POST /account/second-factor"),
    (Endpoint::TurnOnSecondFactor, "PUT /account/second-factor"),
    (Endpoint::TurnOffSecondFactor, "POST /account/second-factor/removal"),
    (Endpoint::NewRecoveryCodes, "POST /account/recovery-codes"),
    (Endpoint::Devices, "GET /account/sessions"),
    (Endpoint::SignOutDevice, "DELETE /account/sessions/{session}"),
    (Endpoint::ChangePassword, "PUT /account/password"),
    (Endpoint::SignOutElsewhere, "DELETE /account/sessions"),
    (Endpoint::StorePassword, "POST /first-sign-in/password"),
    (Endpoint::SignOut, "DELETE /sessions/current"),
];

/// Codes by which somebody is kept out, whoever they are.
const KEPT_OUT: [&str; 5] = [
    "sign_in_required",
    "first_sign_in_timed_out",
    "invitation_timed_out",
    "second_factor_timed_out",
    "not_found",
];

/// An operation as the document has it.
struct Operation {
    endpoint: Endpoint,
    method: Method,
    template: &'static str,
    /// The body, by its example.
    body: Option<Value>,
}

/// Somebody who asks.
struct Asker {
    name: &'static str,
    token: Option<String>,
    kind: Caller,
    /// Whose session it is.
    me: Option<PersonId>,
}

/// Somebody who is asked about, and what is there of them.
struct Subject {
    name: &'static str,
    person: PersonId,
    photo: String,
    upload: String,
    message: String,
}

struct Scene {
    portal: TestPortal,
    store: SqliteStore,
    askers: Vec<Asker>,
    subjects: Vec<Subject>,
}

fn plain(path: &str) -> String {
    path.split('/')
        .map(|part| if part.starts_with('{') { "{}" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

/// The document's operations by method and path, the names of places in paths left out.
fn document() -> BTreeMap<String, (Method, String, Value)> {
    let document = serde_json::to_value(portal::openapi_document()).unwrap();
    let mut operations = BTreeMap::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        let path = path.strip_prefix("/api/v1").unwrap();
        for (method, operation) in methods.as_object().unwrap() {
            let method: Method = method.to_uppercase().parse().unwrap();
            let name = format!("{method} {}", plain(path));
            operations.insert(name, (method, path.to_owned(), operation.clone()));
        }
    }
    operations
}

fn operations() -> Vec<Operation> {
    let mut documented = document();
    let operations = OPERATIONS.iter().filter_map(|(endpoint, call)| {
        let (method, path) = call.split_once(' ').unwrap();
        let (method, path, operation) = documented.remove(&format!("{method} {}", plain(path)))?;
        let body = operation["requestBody"]["content"]["application/json"]["example"].clone();
        Some(Operation {
            endpoint: *endpoint,
            method,
            template: path.leak(),
            body: Some(body).filter(|body| !body.is_null()),
        })
    });
    let operations: Vec<Operation> = operations.collect();
    assert!(documented.is_empty(), "nobody says who may ask {:?}", documented.keys());
    operations
}

#[test]
fn every_endpoint_is_an_operation_and_every_operation_an_endpoint() {
    for endpoint in Endpoint::ALL {
        let named = OPERATIONS.iter().filter(|(named, _)| *named == endpoint).count();
        assert_eq!(named, 1, "{endpoint:?}");
    }
    let known: Vec<Endpoint> = operations().iter().map(|operation| operation.endpoint).collect();
    let missing: Vec<_> = OPERATIONS.iter().filter(|(e, _)| !known.contains(e)).collect();
    assert!(missing.is_empty(), "the document lacks {missing:?}");
}

fn is_about_somebody(operation: &Operation) -> bool {
    operation.template.contains("{person}") || names_people(operation.endpoint)
}

fn names_people(endpoint: Endpoint) -> bool {
    matches!(endpoint, Endpoint::Declare | Endpoint::GiveAddress)
}

impl Scene {
    async fn ask(&self, operation: &Operation, asker: &Asker, about: &Subject) -> Reply {
        let mut filled = Vec::new();
        for part in operation.template.split('/').filter(|part| part.starts_with('{')) {
            filled.push(match part {
                "{person}" => about.person.to_string(),
                "{photo}" => about.photo.clone(),
                "{upload}" => about.upload.clone(),
                "{page}" => "address".to_owned(),
                "{session}" | "{id}" => self.other_session(asker).await,
                other => panic!("nobody says what {other} is"),
            });
        }
        let filled: Vec<&str> = filled.iter().map(String::as_str).collect();
        let mut call =
            self.portal.call(operation.method.clone(), operation.template, &filled).new_key();
        if operation.method == Method::PUT && operation.template.starts_with("/drafts") {
            call = call.header("If-None-Match", "*");
        }
        if let Some(token) = &asker.token {
            call = call.bearer(token);
        }
        let mut body = operation.body.clone();
        match (&mut body, operation.endpoint) {
            (Some(body), Endpoint::ReadMessages) => body["message"] = json!(about.message),
            (Some(body), Endpoint::Declare) => *body = declaration(&[about.person]),
            (Some(body), endpoint) if names_people(endpoint) => {
                body["people"] = json!([about.person]);
            }
            _ => {}
        }
        match body {
            Some(body) => call.json(&body).send().await,
            None => call.send().await,
        }
    }

    /// A session of the same account that is not the one that asks; else one that nobody has.
    async fn other_session(&self, asker: &Asker) -> String {
        let nobodys = self.portal.key();
        let (Some(token), Some(_)) = (&asker.token, asker.me) else { return nobodys };
        let list = self.portal.get("/account/sessions", &[]).bearer(token).send().await.value();
        let devices = list["devices"].as_array().unwrap();
        let other = devices.iter().find(|device| device["current"] == false);
        other.map_or(nobodys, |device| device["id"].as_str().unwrap().to_owned())
    }

    /// How somebody stands to who asks, where the operation is about somebody.
    async fn relation(&self, asker: &Asker, about: &Subject) -> Relation {
        let Some(me) = asker.me else { return Relation::Stranger };
        let case = self.store.case_of_person(me).await.unwrap().unwrap();
        access::relation(&case, me, about.person)
    }

    async fn check(&self, operation: &Operation, asker: &Asker, about: &Subject) -> Relation {
        let relation = if is_about_somebody(operation) {
            self.relation(asker, about).await
        } else {
            Relation::NoPerson
        };
        let reply = self.ask(operation, asker, about).await;
        let case = format!(
            "{} asks {:?} about {} ({relation:?}): {reply:?}",
            asker.name, operation.endpoint, about.name
        );
        match access::decide(asker.kind, operation.endpoint, relation) {
            Ok(()) => {
                let code = if reply.status < 400 { String::new() } else { reply.refusal().1 };
                let in_ = reply.status != 403 && !KEPT_OUT.contains(&&*code);
                assert!(in_ || is_gone(operation, asker), "kept out: {case}");
            }
            Err(code) => {
                let status = if code == contract::Code::NotFound { 404 } else { 401 };
                assert_eq!(reply, (status, code.as_str()), "{case}");
                let body = reply.value();
                assert!(body.get("fields").is_none() && body.get("args").is_none(), "{case}");
            }
        }
        relation
    }
}

/// What is not there although its person may ask for it: a second session, where there is but one; and
/// what was seen in photos of withdrawn households, which is forgotten.
fn is_gone(operation: &Operation, asker: &Asker) -> bool {
    match operation.endpoint {
        Endpoint::SignOutDevice => asker.name != "another household",
        Endpoint::Examination => asker.name == "a withdrawn household",
        _ => false,
    }
}

#[tokio::test]
async fn every_caller_gets_the_written_answer_at_every_operation() {
    let scene = scene::scene().await;
    let mut asked = BTreeMap::<String, usize>::new();
    for asker in &scene.askers {
        for operation in operations() {
            let about = if is_about_somebody(&operation) { 6 } else { 1 };
            for subject in scene.subjects.iter().take(about) {
                let relation = scene.check(&operation, asker, subject).await;
                *asked.entry(format!("{:?} {relation:?}", asker.kind)).or_default() += 1;
            }
        }
    }
    // Nobody was asked for with a session that had ended on the way.
    for relation in Relation::ALL {
        let name = format!("AccountHolder {relation:?}");
        assert!(asked.get(&name).is_some_and(|count| *count > 10), "{name}: {asked:?}");
    }
}
