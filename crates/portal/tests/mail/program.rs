//! The program with a relay: its options, what its officers see, and that it may be killed at any
//! moment.

use crate::support::{LEILA, TestRelay, eventually, queue, reset_code};
use portal::mail::Encryption;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_landed-portal");

struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn serve(data: &Path, relay: &TestRelay) -> Serving {
    let options = relay.options();
    let mut child = command(data)
        .args(["serve", "--listen", "127.0.0.1:0", "--mail-user", "portal"])
        .arg("--mail-relay")
        .arg(format!("smtps://localhost:{}", relay.port))
        .arg("--mail-password-file")
        .arg(options.login.unwrap().password)
        .arg("--mail-trusted")
        .arg(options.trusted.unwrap())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("listening on "), "{line}");
    Serving(child)
}

fn command(data: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    for name in ["LANDED_MAIL_RELAY", "LANDED_MAIL_USER", "LANDED_CLOCK_OFFSET"] {
        command.env_remove(name);
    }
    command.arg("--data").arg(data);
    command
}

fn officer(data: &Path, arguments: &[&str]) -> Output {
    command(data).args(["officer", "mail"]).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap().trim_end().to_owned()
}

fn long_ago() -> jiff::Timestamp {
    "2026-11-01T15:00:00Z".parse().unwrap()
}

#[tokio::test]
async fn killed_between_delivery_and_mark_it_delivers_the_same_mail_again() {
    let relay = TestRelay::start(Encryption::FromTheStart);
    let folder = tempfile::tempdir().unwrap();
    let serving = serve(folder.path(), &relay);
    relay.answers("HOLD", "as long as this is here");
    queue(folder.path(), LEILA, &reset_code(), long_ago());
    relay.mails(1).await;
    drop(serving);
    relay.answers("HOLD", "");
    let _serving = serve(folder.path(), &relay);
    let mails = relay.mails(2).await;
    assert_eq!(mails[0].message_id(), mails[1].message_id());
    eventually("delivery", async || {
        (said(&officer(folder.path(), &["--json"])) == "[]").then_some(())
    })
    .await;
}

#[tokio::test]
async fn officers_see_what_waits_and_have_it_tried_again() {
    let relay = TestRelay::start(Encryption::FromTheStart);
    let folder = tempfile::tempdir().unwrap();
    let _serving = serve(folder.path(), &relay);
    relay.answers("RCPT", "550 5.1.1 no such user");
    let id = queue(folder.path(), LEILA, &reset_code(), long_ago()).to_string();
    let listed = eventually("a dead letter", async || {
        let listed: Value =
            serde_json::from_str(&said(&officer(folder.path(), &["--json"]))).unwrap();
        listed[0]["dead_since"].is_string().then_some(listed)
    })
    .await;
    assert_eq!(listed[0]["mail"], id);
    assert_eq!(listed[0]["reason"], "550 5.1.1 no such user");
    let line = said(&officer(folder.path(), &[]));
    assert!(line.starts_with(&format!("{id}  to {LEILA}  due 2026-11-01T15:00:00Z")), "{line}");
    assert!(line.contains("  dead letter since "), "{line}");
    assert!(line.ends_with("  550 5.1.1 no such user"), "{line}");
    assert!(!line.contains("Q7XW"), "{line}");
    relay.answers("RCPT", "");
    let tried = said(&officer(folder.path(), &["retry", "--dead"]));
    assert_eq!(tried, "dead letters that are tried again now: 1");
    relay.mails(1).await;
    eventually("delivery", async || said(&officer(folder.path(), &[])).is_empty().then_some(()))
        .await;
    let gone = officer(folder.path(), &["retry", &id]);
    let gone = String::from_utf8(gone.stderr).unwrap();
    assert_eq!(gone.trim_end(), format!("landed-portal: not_found: no mail {id}"));
}

#[test]
fn options_that_do_not_hold_are_refused_before_it_starts() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |arguments: &[&str]| {
        let output = command(folder.path())
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let reason = refused(&["--mail-relay", "smtp://user:secret@localhost"]);
    assert!(reason.contains("is not a relay for mail"), "{reason}");
    let reason = refused(&["--mail-relay", "smtp://localhost", "--mail-user", "portal"]);
    assert!(reason.contains("--mail-password-file"), "{reason}");
    let relay = ["--mail-relay", "smtp://localhost"];
    let reason = refused(&[&relay[..], &["--mail-trusted", "/nowhere.pem"]].concat());
    assert!(reason.contains("/nowhere.pem cannot be read"), "{reason}");
    let reason = refused(&["--dkim-selector", "landed"]);
    assert!(reason.contains("--dkim-key"), "{reason}");
}
