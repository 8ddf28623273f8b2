//! A portal that says what a test has it say, and notes what it was asked.

use applicant::{Applicant, MemorySecrets, Secrets, Setting, SystemClock};
use contract::account::{SessionGranted, SessionView, SignIn, SignInReply, SignedIn};
use contract::id::{AccountId, PersonId};
use contract::{Code, Problem};
use serde::Serialize;
use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub(crate) const USERNAME: &str = "K7MP-2XQD";

pub(crate) fn person(number: u8) -> PersonId {
    PersonId::new(1_790_000_000_000, [number; 10])
}

pub(crate) fn account(number: u8) -> AccountId {
    AccountId::new(1_790_000_000_000, [100 + number; 10])
}

/// One call as it came.
#[derive(Clone, Debug)]
pub(crate) struct Call(String);

impl Call {
    /// Its method and path.
    pub(crate) fn line(&self) -> &str {
        self.0.lines().next().and_then(|line| line.strip_suffix(" HTTP/1.1")).unwrap_or_default()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let head = self.0.split_once("\r\n\r\n").map_or(self.0.as_str(), |(head, _)| head);
        head.lines().skip(1).find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    pub(crate) fn body(&self) -> serde_json::Value {
        let body = self.0.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        serde_json::from_str(body).unwrap_or_default()
    }
}

#[derive(Default)]
struct Script {
    replies: VecDeque<String>,
    calls: Vec<Call>,
}

/// The portal.
pub(crate) struct Portal {
    pub(crate) address: String,
    script: Arc<Mutex<Script>>,
    serving: JoinHandle<()>,
}

impl Portal {
    pub(crate) async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let script = Arc::<Mutex<Script>>::default();
        let serving = Self::serve(listener, &script);
        Self { address, script, serving }
    }

    fn serve(listener: TcpListener, script: &Arc<Mutex<Script>>) -> JoinHandle<()> {
        let served = Arc::clone(script);
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                let call = Call(request(&mut socket).await);
                let reply = {
                    let mut script = served.lock().unwrap_or_else(PoisonError::into_inner);
                    script.calls.push(call);
                    script.replies.pop_front()
                };
                // Without a reply it hangs up.
                let reply = reply.unwrap_or_default();
                let _ = socket.write_all(reply.as_bytes()).await;
            }
        })
    }

    /// From now on nobody listens.
    pub(crate) async fn goes_away(&mut self) {
        self.serving.abort();
        let _ = (&mut self.serving).await;
    }

    /// Listens again at the same address.
    pub(crate) async fn comes_back(&mut self) {
        let address = self.address.trim_start_matches("http://");
        let listener = TcpListener::bind(address).await.expect("the same port");
        self.serving = Self::serve(listener, &self.script);
    }

    /// Says this next, byte for byte.
    pub(crate) fn says(&self, status: &str, kind: &str, body: &str) {
        let length = body.len();
        let mut head = format!("HTTP/1.1 {status}\r\nconnection: close\r\n");
        if !kind.is_empty() {
            head += &format!("content-type: {kind}\r\ncontent-length: {length}\r\n");
        }
        let mut script = self.script.lock().unwrap_or_else(PoisonError::into_inner);
        script.replies.push_back(format!("{head}\r\n{body}"));
    }

    pub(crate) fn replies(&self, status: &str, body: &impl Serialize) {
        let body = serde_json::to_string(body).expect("JSON");
        self.says(status, "application/json", &body);
    }

    pub(crate) fn has_nothing_to_say(&self) {
        self.says("204 No Content", "", "");
    }

    /// Takes what is sent.
    pub(crate) fn takes_it(&self, reference: &str) {
        let at = "2026-11-23T12:00:00Z".parse().expect("a time");
        let reference = reference.to_owned();
        self.replies("201 Created", &contract::receipt::Receipt { reference, at });
    }

    pub(crate) fn refuses(&self, status: &str, code: Code) {
        let body = serde_json::to_string(&Problem::new(code)).expect("JSON");
        self.says(status, "application/problem+json", &body);
    }

    /// How many calls came since it was asked last.
    pub(crate) fn seen(&self) -> usize {
        self.script.lock().unwrap_or_else(PoisonError::into_inner).calls.len()
    }

    /// Every call since it was asked last.
    pub(crate) fn calls(&self) -> Vec<Call> {
        let mut script = self.script.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut script.calls)
    }

    /// The only call since it was asked last.
    pub(crate) fn call(&self) -> Call {
        let mut calls = self.calls();
        assert_eq!(calls.len(), 1, "{calls:?}");
        calls.remove(0)
    }

    pub(crate) fn applicant(&self, folder: &Path, secrets: &Arc<MemorySecrets>) -> Applicant {
        let setting = Setting {
            portal: self.address.clone(),
            folder: folder.to_owned(),
            system_languages: Vec::new(),
            demonstration: false,
        };
        let secrets: Arc<dyn Secrets> = secrets.clone();
        Applicant::open(setting, secrets, Arc::new(SystemClock)).expect("opens")
    }

    /// Signs in, and forgets that it was asked.
    pub(crate) async fn lets_in(&self, app: &Applicant, token: &str, device: Option<&str>) {
        self.replies("201 Created", &SignInReply::Granted(granted(token, device)));
        let done = SignedIn::Done { account: account(1) };
        assert_eq!(app.sign_in(answers()).await, Ok(done));
    }
}

/// A portal, and somebody who is signed in.
pub(crate) async fn signed_in() -> (tempfile::TempDir, Portal, Applicant) {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let app = portal.applicant(folder.path(), &Arc::default());
    portal.lets_in(&app, "session-token", None).await;
    portal.calls();
    (folder, portal, app)
}

pub(crate) fn answers() -> SignIn {
    SignIn { username: "k7mp 2xqd".to_owned(), password: "as typed".to_owned() }
}

pub(crate) fn granted(token: &str, device: Option<&str>) -> SessionGranted {
    let time = |text: &str| text.parse().expect("a time");
    SessionGranted {
        token: Some(token.to_owned()),
        device: device.map(str::to_owned),
        session: SessionView {
            account: account(1),
            person: person(1),
            username: USERNAME.to_owned(),
            idle_ends_at: time("2026-11-23T12:30:00Z"),
            ends_at: time("2026-11-23T20:00:00Z"),
            now: time("2026-11-23T12:00:00Z"),
            extensions_left: 10,
        },
    }
}

async fn request(socket: &mut TcpStream) -> String {
    let (mut all, mut part) = (Vec::new(), [0; 4096]);
    loop {
        let read = socket.read(&mut part).await.unwrap_or_default();
        all.extend_from_slice(&part[..read]);
        let text = String::from_utf8_lossy(&all).into_owned();
        let call = Call(text.clone());
        let length = call.header("content-length").map_or(0, |it| it.parse().expect("a number"));
        if read == 0 || text.split_once("\r\n\r\n").is_some_and(|(_, body)| body.len() >= length) {
            return text;
        }
    }
}
