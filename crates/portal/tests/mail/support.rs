//! A relay in a process of its own, keys, and a portal that mails to the relay.

use jiff::Timestamp;
use portal::clock::{Clock as _, SetClock};
use portal::mail::{Encryption, Login, Notice, Relay, RelayAddress};
use portal::officer;
use portal::password::Cost;
use portal::store::UndeliveredMail;
use portal::{Options, Running};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use uuid::Uuid;

/// Debian's own Python, which has Debian's packages.
const PYTHON: &str = "/usr/bin/python3";
/// Looks at something this often, for [`TRIES`] times at most.
const AGAIN: Duration = Duration::from_millis(20);
const TRIES: usize = 1500;

pub(crate) const LEILA: &str = "leila.haddad@example.org";

/// Asks until there is an answer.
pub(crate) async fn eventually<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    for _ in 0..TRIES {
        if let Some(answer) = ask().await {
            return answer;
        }
        tokio::time::sleep(AGAIN).await;
    }
    panic!("never came: {what}");
}

/// Runs a program to its end; what it printed.
pub(crate) fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().expect(program);
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) fn python(script: &str, arguments: &[&str]) -> String {
    let script = format!("{}/tests/mail/{script}", env!("CARGO_MANIFEST_DIR"));
    run(PYTHON, &[&[script.as_str()], arguments].concat())
}

/// A certificate that vouches for itself, for this name, with its key.
pub(crate) fn certificate(folder: &Path, name: &str) -> (PathBuf, PathBuf) {
    let (certificate, key) = (folder.join("certificate.pem"), folder.join("key.pem"));
    let (subject, alternative) = (format!("/CN={name}"), format!("subjectAltName=DNS:{name}"));
    run(
        "openssl",
        &[
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
            "-subj",
            &subject,
            "-addext",
            &alternative,
            "-addext",
            "basicConstraints=critical,CA:FALSE",
            "-keyout",
            key.to_str().unwrap(),
            "-out",
            certificate.to_str().unwrap(),
        ],
    );
    (certificate, key)
}

/// A relay; ended with the test.
pub(crate) struct TestRelay {
    child: Child,
    pub(crate) folder: TempDir,
    pub(crate) port: u16,
    how: Encryption,
}

impl Drop for TestRelay {
    fn drop(&mut self) {
        self.end();
    }
}

/// A mail as the relay took it.
pub(crate) struct Taken {
    pub(crate) file: PathBuf,
    pub(crate) raw: Vec<u8>,
    pub(crate) envelope: Value,
}

impl Taken {
    pub(crate) fn message_id(&self) -> String {
        let mail = mail_parser::MessageParser::default().parse(&self.raw).unwrap();
        mail.message_id().unwrap().to_owned()
    }
}

impl TestRelay {
    pub(crate) fn start(how: Encryption) -> Self {
        let folder = tempfile::tempdir().unwrap();
        certificate(folder.path(), "localhost");
        let (child, port) = Self::spawn(folder.path(), 0, how);
        Self { child, folder, port, how }
    }

    fn spawn(folder: &Path, port: u16, how: Encryption) -> (Child, u16) {
        let how = match how {
            Encryption::FromTheStart => "tls",
            Encryption::StartTls => "starttls",
        };
        let mut child = Command::new(PYTHON)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail/relay.py"))
            .args([folder, Path::new(&port.to_string()), Path::new(how)])
            .args([folder.join("certificate.pem"), folder.join("key.pem")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Debian's python3");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().expect("a relay: python3-aiosmtpd is needed");
        (child, port)
    }

    /// Ends its process. It can be started again.
    pub(crate) fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Starts it again where it was.
    pub(crate) fn again(&mut self) {
        self.end();
        (self.child, self.port) = Self::spawn(self.folder.path(), self.port, self.how);
    }

    /// Has it answer so to a command from now on; as usual with nothing.
    pub(crate) fn answers(&self, command: &str, line: &str) {
        let file = self.folder.path().join(format!("answer-{command}"));
        match line {
            "" => std::fs::remove_file(file).unwrap(),
            line => std::fs::write(file, line).unwrap(),
        }
    }

    /// How the portal reaches it, with the login that it wants and its certificate.
    pub(crate) fn options(&self) -> Relay {
        let password = self.folder.path().join("password");
        std::fs::write(&password, "a password of the relay\n").unwrap();
        Relay {
            address: RelayAddress {
                host: "localhost".into(),
                port: self.port,
                encryption: self.how,
            },
            login: Some(Login { user: "portal".into(), password }),
            trusted: Some(self.folder.path().join("certificate.pem")),
        }
    }

    /// What it took so far.
    pub(crate) fn taken(&self) -> Vec<Taken> {
        let read = |number: usize| {
            let file = self.folder.path().join(format!("{number}.eml"));
            let raw = std::fs::read(&file).ok()?;
            let envelope = std::fs::read(file.with_extension("json")).unwrap();
            Some(Taken { file, raw, envelope: serde_json::from_slice(&envelope).unwrap() })
        };
        (1..).map_while(read).collect()
    }

    /// What it took, as soon as that are `count`.
    pub(crate) async fn mails(&self, count: usize) -> Vec<Taken> {
        let taken = eventually("the mails", async || {
            let taken = self.taken();
            (taken.len() >= count).then_some(taken)
        });
        let taken = taken.await;
        assert_eq!(taken.len(), count, "as many mails as expected, no more");
        taken
    }
}

/// A portal that mails to a relay, and its clock.
pub(crate) struct MailPortal {
    running: Running,
    pub(crate) clock: Arc<SetClock>,
    pub(crate) folder: TempDir,
}

impl MailPortal {
    /// A portal at ten in the morning in Toronto on 22 November 2026.
    pub(crate) async fn start(change: impl FnOnce(&mut Options)) -> Self {
        let start: Timestamp = "2026-11-22T15:00:00Z".parse().unwrap();
        let clock = Arc::new(SetClock::at(start));
        let folder = tempfile::tempdir().unwrap();
        let mut options = Options::new(folder.path().join("data"), ([127, 0, 0, 1], 0).into());
        options.clock = clock.clone();
        options.cost = Cost::TESTS;
        change(&mut options);
        let running = portal::serve(options).await.expect("the portal starts");
        Self { running, clock, folder }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn office(&self) -> &officer::Office {
        self.running.office()
    }

    /// Has a mail wait, as every writing method does in its transaction.
    pub(crate) fn queue(&self, to: &str, notice: &Notice) -> Uuid {
        queue(&self.folder.path().join("data"), to, notice, self.now())
    }

    /// What officers see of mail.
    pub(crate) async fn undelivered(&self) -> Vec<UndeliveredMail> {
        officer::mail(self.office()).await.unwrap()
    }

    /// What officers see of a mail, as soon as one is so.
    pub(crate) async fn until(
        &self,
        what: &str,
        so: impl Fn(&UndeliveredMail) -> bool,
    ) -> UndeliveredMail {
        eventually(what, async || self.undelivered().await.into_iter().find(|mail| so(mail))).await
    }

    pub(crate) async fn until_nothing_waits(&self) {
        eventually("delivery", async || self.undelivered().await.is_empty().then_some(())).await;
    }

    pub(crate) async fn stop(self) -> TempDir {
        self.running.stop().await;
        self.folder
    }
}

/// Has a mail wait in the store of a data folder.
pub(crate) fn queue(data: &Path, to: &str, notice: &Notice, due_at: Timestamp) -> Uuid {
    let database = rusqlite::Connection::open(data.join("portal.sqlite")).unwrap();
    database.busy_timeout(Duration::from_secs(20)).unwrap();
    let count: u32 =
        database.query_row("SELECT count(*) FROM mails", [], |row| row.get(0)).unwrap();
    let id =
        uuid::Builder::from_unix_timestamp_millis(1_790_000_000_000 + u64::from(count), &[7; 10]);
    let id = id.into_uuid();
    let notice = serde_json::to_string(notice).unwrap();
    let insert = "INSERT INTO mails (id, recipient, notice, due_at) VALUES (?1, ?2, ?3, ?4)";
    let row = (id.to_string(), to, notice, due_at.as_millisecond());
    database.execute(insert, row).unwrap();
    id
}

/// A mail with a secret.
pub(crate) fn reset_code() -> Notice {
    Notice::ResetCode { name: "Leila".into(), code: "Q7XW-4MPK".into(), minutes: 30 }
}
