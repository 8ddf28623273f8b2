//! The demonstration's household in a test portal: imported, opened, signed in.

use super::{Call, Reply, TestPortal, picture};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::board::Board;
use contract::id::{PersonId, PhotoId};
use contract::photo::{PhotoReceipt, UploadProgress};
use portal::officer::{self, PersonRow};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::ops::Range;

pub(crate) const PASSWORD: &str = "the ferry to Gabriola leaves at seven";

/// An address in its normal form.
pub(crate) const ADDRESS: &str = r#"{"care_of":"","unit":"4B","street":"1200 rue Saint-Denis","more":"","municipality":"Montréal","province":"QC","postal_code":"H2X 3J6"}"#;

pub(crate) const DEMONSTRATION: &str =
    include_str!("../../../../../assets/demonstration/household.json");

/// A household whose principal has an account.
pub(crate) struct Family {
    pub(crate) people: Vec<PersonRow>,
    pub(crate) username: String,
    pub(crate) temporary: String,
    /// The principal's session, once signed in.
    pub(crate) token: String,
}

/// A hash as `Content-Digest` and `Repr-Digest` say it.
pub(crate) fn digest(bytes: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(Sha256::digest(bytes)))
}

/// A hash as a submission says it.
pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The body of a declaration for these people.
pub(crate) fn declaration(people: &[PersonId]) -> Value {
    json!({"people": people, "statement_version": "2026-11", "language": "fr-CA"})
}

impl TestPortal {
    /// The demonstration's household, imported and opened.
    pub(crate) async fn opened(&self) -> Family {
        officer::import(self.office(), DEMONSTRATION).await.unwrap();
        let opened = officer::open(self.office(), "E001234567").await.unwrap();
        let temporary = self.temporary_password_of(&opened.username).await;
        let people = officer::people(self.office(), "E001234567").await.unwrap();
        Family { people, username: opened.username, temporary, token: String::new() }
    }

    /// The same with the principal signed in.
    pub(crate) async fn signed_in(&self) -> Family {
        let mut family = self.opened().await;
        family.token = self.sign_in_first(&family.first_sign_in()).await;
        family
    }

    /// The temporary password that was mailed for a username, from the latest such mail.
    pub(crate) async fn temporary_password_of(&self, username: &str) -> String {
        for _ in 0..500 {
            let folder = self.folder.path().join("data/mail");
            let mut files: Vec<_> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
                .collect();
            files.sort();
            let found = files.iter().rev().find_map(|file| {
                let mail = super::read(&std::fs::read(file).unwrap());
                mail.text.contains(username).then_some(mail.text)
            });
            if let Some(text) = found {
                let line = text.lines().find(|line| line.starts_with("Temporary password: "));
                return line.unwrap()["Temporary password: ".len()..].to_owned();
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("no mail with a temporary password for {username}");
    }

    /// Signs in for the first time and stores [`PASSWORD`].
    pub(crate) async fn sign_in_first(&self, answers: &Value) -> String {
        let ticket = self.post("/first-sign-in", &[]).json(answers).send().await.token(200);
        self.post("/first-sign-in/password", &[])
            .bearer(&ticket)
            .json(&json!({"password": PASSWORD}))
            .send()
            .await
            .token(201)
    }

    pub(crate) async fn board(&self, token: &str) -> Board {
        let reply = self.get("/household", &[]).bearer(token).send().await;
        reply.granted(200)
    }

    /// Sends the bytes of a picture.
    pub(crate) async fn upload(&self, token: &str, person: PersonId, file: Vec<u8>) -> Reply {
        let upload = self.key();
        self.upload_as(token, person, &upload, file).await
    }

    pub(crate) async fn upload_as(
        &self,
        token: &str,
        person: PersonId,
        upload: &str,
        file: Vec<u8>,
    ) -> Reply {
        let whole = file.len();
        self.chunk(token, person, upload, &file, 0..whole).await
    }

    /// Sends some of a file's bytes.
    pub(crate) async fn chunk(
        &self,
        token: &str,
        person: PersonId,
        upload: &str,
        file: &[u8],
        bytes: Range<usize>,
    ) -> Reply {
        let call = self.chunk_call(token, person, upload, bytes.start, file.len());
        call.header("Content-Digest", &digest(&file[bytes.clone()]))
            .header("Repr-Digest", &digest(file))
            .bytes(file[bytes].to_vec())
            .send()
            .await
    }

    /// The same without digests and bytes.
    pub(crate) fn chunk_call(
        &self,
        token: &str,
        person: PersonId,
        upload: &str,
        offset: usize,
        length: usize,
    ) -> Call<'_> {
        let template = "/people/{person}/uploads/{upload}";
        self.call(Method::PATCH, template, &[&person.to_string(), upload])
            .bearer(token)
            .header("Upload-Offset", &offset.to_string())
            .header("Upload-Length", &length.to_string())
    }

    /// How much of a file arrived.
    pub(crate) async fn progress(&self, token: &str, person: PersonId, upload: &str) -> Reply {
        let template = "/people/{person}/uploads/{upload}";
        self.get(template, &[&person.to_string(), upload]).bearer(token).send().await
    }

    /// Sends the bytes of a picture that is taken; what a submission says of it.
    pub(crate) async fn arrived(&self, token: &str, person: PersonId, file: Vec<u8>) -> Value {
        let upload = self.key();
        let arrived = json!({"upload": upload, "sha256": hex(&file)});
        let total = file.len() as u64;
        let progress: UploadProgress =
            self.upload_as(token, person, &upload, file).await.granted(200);
        assert_eq!((progress.received, progress.total), (total, total));
        arrived
    }

    /// Sends and submits a picture of one shade.
    pub(crate) async fn submit(&self, token: &str, person: PersonId, shade: u8) -> Reply {
        let arrived = self.arrived(token, person, picture(720, 1008, shade)).await;
        self.submit_arrived(token, person, &arrived).await
    }

    pub(crate) async fn submit_arrived(
        &self,
        token: &str,
        person: PersonId,
        arrived: &Value,
    ) -> Reply {
        self.post("/people/{person}/photos", &[&person.to_string()])
            .bearer(token)
            .new_key()
            .json(&json!({
                "upload": arrived["upload"],
                "sha256": arrived["sha256"],
                "kind": "selfie"
            }))
            .send()
            .await
    }

    pub(crate) async fn submitted(&self, token: &str, person: PersonId, shade: u8) -> PhotoId {
        let receipt: PhotoReceipt = self.submit(token, person, shade).await.granted(201);
        receipt.photo
    }

    pub(crate) async fn declare(&self, token: &str, people: &[PersonId]) -> Reply {
        self.post("/declarations", &[])
            .bearer(token)
            .new_key()
            .json(&declaration(people))
            .send()
            .await
    }

    pub(crate) async fn give_address(&self, token: &str, people: &[PersonId]) -> Reply {
        let mailing: Value = serde_json::from_str(ADDRESS).unwrap();
        self.post("/addresses", &[])
            .bearer(token)
            .new_key()
            .json(&json!({"people": people, "mailing": mailing, "residential": null}))
            .send()
            .await
    }
}

impl Family {
    /// What the principal answers to the first sign-in.
    pub(crate) fn first_sign_in(&self) -> Value {
        self.first_sign_in_of(0, &self.username, &self.temporary)
    }

    pub(crate) fn first_sign_in_of(&self, person: usize, username: &str, temporary: &str) -> Value {
        let person = &self.people[person];
        json!({
            "username": username,
            "temporary_password": temporary,
            "date_of_birth": person.date_of_birth,
            "uci": person.uci
        })
    }

    pub(crate) fn ids(&self) -> Vec<PersonId> {
        self.people.iter().map(|person| person.person).collect()
    }
}
