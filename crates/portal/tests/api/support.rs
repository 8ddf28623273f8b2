//! A portal for one test, and what tests ask of it.

mod browser;
mod examination;
mod household;
mod invited;
mod pictures;
mod reply;

pub(crate) use browser::Browser;
pub(crate) use household::Family;
pub(crate) use household::{ADDRESS, DEMONSTRATION, PASSWORD, declaration, digest, hex};
pub(crate) use invited::{APPLICATION, LEILA, WEI, first_sign_in};
pub(crate) use pictures::{damaged_picture, drawn, picture, pixels};
pub(crate) use reply::Reply;

use jiff::Timestamp;
use mail_parser::MessageParser;
use portal::clock::SetClock;
use portal::officer::Office;
use portal::password::Cost;
use portal::{Options, Running};
use reqwest::{Client, Method};
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// Long enough for anything that is going to happen.
const PATIENCE: Duration = Duration::from_secs(20);

/// A portal for one test.
pub(crate) struct TestPortal {
    running: Running,
    pub(crate) clock: Arc<SetClock>,
    pub(crate) folder: TempDir,
    client: Client,
    document: Value,
    keys: AtomicU64,
}

/// A mail as its reader sees it.
#[derive(Debug)]
pub(crate) struct Mail {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) message_id: String,
    pub(crate) raw: String,
}

/// A call, built up step by step.
pub(crate) struct Call<'a> {
    portal: &'a TestPortal,
    method: Method,
    template: &'static str,
    request: reqwest::RequestBuilder,
}

impl TestPortal {
    /// A portal at ten in the morning in Toronto on 22 November 2026.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    pub(crate) async fn start_with(change: impl FnOnce(&mut Options)) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), change).await
    }

    pub(crate) async fn start_in(folder: TempDir, change: impl FnOnce(&mut Options)) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let start: Timestamp = "2026-11-22T15:00:00Z".parse().unwrap();
        let clock = Arc::new(SetClock::at(start));
        let listen = ([127, 0, 0, 1], 0).into();
        let mut options = Options::new(folder.path().join("data"), listen);
        options.clock = clock.clone();
        options.cost = Cost::TESTS;
        options.policy.wish_answer_ms = 0;
        change(&mut options);
        let running = portal::serve(options).await.expect("the portal starts");
        Self {
            running,
            clock,
            folder,
            client: Client::builder().timeout(PATIENCE).build().unwrap(),
            document: serde_json::to_value(portal::openapi_document()).unwrap(),
            keys: AtomicU64::new(0),
        }
    }

    pub(crate) fn office(&self) -> &Office {
        self.running.office()
    }

    pub(crate) fn address(&self) -> std::net::SocketAddr {
        self.running.address()
    }

    pub(crate) async fn stop(self) -> TempDir {
        self.running.stop().await;
        self.folder
    }

    /// A new idempotency key.
    pub(crate) fn key(&self) -> String {
        let number = self.keys.fetch_add(1, Ordering::SeqCst);
        let mut random = [7; 10];
        random[..8].copy_from_slice(&number.to_be_bytes());
        contract::id::IdempotencyKey::new(1_790_000_000_000, random).to_string()
    }

    /// Calls an endpoint by its template, e.g. `/people/{person}/photos`, filled in order.
    pub(crate) fn call(&self, method: Method, template: &'static str, ids: &[&str]) -> Call<'_> {
        let mut path = template.to_owned();
        for id in ids {
            let (open, close) = (path.find('{').unwrap(), path.find('}').unwrap());
            path.replace_range(open..=close, id);
        }
        let url = format!("http://{}/api/v1{path}", self.running.address());
        Call { portal: self, request: self.client.request(method.clone(), url), method, template }
    }

    pub(crate) fn get(&self, template: &'static str, ids: &[&str]) -> Call<'_> {
        self.call(Method::GET, template, ids)
    }

    pub(crate) fn post(&self, template: &'static str, ids: &[&str]) -> Call<'_> {
        self.call(Method::POST, template, ids)
    }

    /// Every mail that was handed on so far, oldest first.
    pub(crate) fn mails_until_now(&self) -> Vec<Mail> {
        let mut files: Vec<_> = std::fs::read_dir(self.folder.path().join("data/mail"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .collect();
        files.sort();
        files.iter().map(|file| read(&std::fs::read(file).unwrap())).collect()
    }

    /// Every mail in the folder, as soon as there are `count`, oldest first.
    pub(crate) async fn mails(&self, count: usize) -> Vec<Mail> {
        let folder = self.folder.path().join("data/mail");
        let waited = tokio::time::timeout(PATIENCE, async {
            loop {
                let mut files: Vec<_> = std::fs::read_dir(&folder)
                    .unwrap()
                    .map(|entry| entry.unwrap().path())
                    .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
                    .collect();
                if files.len() >= count {
                    files.sort();
                    return files;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        let files = waited.await.expect("the mails arrive");
        assert_eq!(files.len(), count, "as many mails as expected, no more");
        files.iter().map(|file| read(&std::fs::read(file).unwrap())).collect()
    }
}

fn read(raw: &[u8]) -> Mail {
    let mail = MessageParser::default().parse(raw).unwrap();
    let one = |address: Option<&mail_parser::Address<'_>>| {
        let first = address.unwrap().first().unwrap();
        first.address().unwrap().to_owned()
    };
    Mail {
        from: one(mail.from()),
        to: one(mail.to()),
        subject: mail.subject().unwrap().to_owned(),
        text: mail.body_text(0).unwrap().replace("\r\n", "\n"),
        message_id: mail.message_id().unwrap().to_owned(),
        raw: String::from_utf8(raw.to_vec()).unwrap(),
    }
}

impl Call<'_> {
    pub(crate) fn bearer(mut self, token: &str) -> Self {
        self.request = self.request.bearer_auth(token);
        self
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub(crate) fn key(self, key: &str) -> Self {
        self.header("Idempotency-Key", key)
    }

    pub(crate) fn new_key(self) -> Self {
        let key = self.portal.key();
        self.key(&key)
    }

    pub(crate) fn json(mut self, body: &Value) -> Self {
        self.request = self.request.json(body);
        self
    }

    pub(crate) fn bytes(mut self, body: Vec<u8>) -> Self {
        self.request = self.request.body(body);
        self
    }

    /// Sends it. A status or a code that the OpenAPI document does not know for this call fails the
    /// test.
    pub(crate) async fn send(self) -> Reply {
        let reply = Reply::read(self.request.send().await.unwrap()).await;
        let method = self.method.as_str().to_lowercase();
        let path = format!("/api/v1{}", self.template);
        let responses = &self.portal.document["paths"][&path][&method]["responses"];
        let status = reply.status.to_string();
        assert!(
            responses.get(&status).is_some(),
            "{method} {path} answers {status}, which is not documented: {}",
            reply.text()
        );
        let said = responses[&status]["description"].as_str().unwrap_or_default();
        for code in reply.codes() {
            assert!(
                said.contains(&format!("`{code}`")),
                "{method} {path} answers {status} with {code}, which is not documented: {}",
                reply.text()
            );
        }
        reply
    }
}
