//! The program itself: what it prints, how it ends, and that officers work beside a running portal.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod officer;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::Duration;

const PROGRAM: &str = env!("CARGO_BIN_EXE_landed-portal");
const DEMONSTRATION: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/demonstration/household.json");

/// A portal that is serving; ended when the test is over.
struct Serving {
    child: Child,
    url: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(data: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.env_remove("LANDED_CLOCK_OFFSET").env_remove("LANDED_INTERFACE");
    command.arg("--data").arg(data);
    command
}

fn serve(data: &Path) -> Serving {
    start(command(data).args(["serve", "--listen", "127.0.0.1:0"]))
}

fn start(command: &mut Command) -> Serving {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut line).unwrap();
    let url = line.trim_end().strip_prefix("listening on ");
    let url = url.unwrap_or_else(|| panic!("unexpected first line {line:?}"));
    let url = url.to_owned();
    Serving { child, url }
}

impl Serving {
    fn ended(&mut self) -> ExitStatus {
        for _ in 0..600 {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the portal does not end");
    }
}

fn officer(data: &Path, arguments: &[&str]) -> Output {
    command(data).arg("officer").args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap().trim_end().to_owned()
}

/// The one line on standard error of a command that failed.
fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    text.trim_end().to_owned()
}

#[test]
fn officers_work_beside_a_running_portal_and_it_ends_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut serving = serve(folder.path());
    assert!(serving.url.starts_with("http://127.0.0.1:"));
    let imported = said(&officer(folder.path(), &["import", DEMONSTRATION]));
    assert_eq!(imported, "1 household imported, 0 already there");
    let again = said(&officer(folder.path(), &["import", DEMONSTRATION]));
    assert_eq!(again, "no change: 1 household already imported");
    let opened = said(&officer(folder.path(), &["open", "E001234567"]));
    assert!(opened.starts_with("account opened: "), "{opened}");
    let people = said(&officer(folder.path(), &["people", "E001234567", "--json"]));
    let people: serde_json::Value = serde_json::from_str(&people).unwrap();
    assert_eq!(people.as_array().unwrap().len(), 4);
    assert!(opened.ends_with(people[0]["username"].as_str().unwrap()));
    let photos = said(&officer(folder.path(), &["photos", "--json"]));
    assert_eq!(photos, "[]");

    let nothing = "01a20515-4912-7095-89c6-e31e573900c3";
    let refused = complaint(&officer(folder.path(), &["photo", nothing]));
    assert_eq!(refused, format!("landed-portal: not_found: no photo {nothing}"));
    let refused = complaint(&officer(folder.path(), &["card-made", "11-2345-6789"]));
    assert!(refused.starts_with("landed-portal: wrong_state: "), "{refused}");
    let refused = complaint(&officer(folder.path(), &["card-mailed", "99-9999-9999"]));
    assert_eq!(refused, "landed-portal: not_found: no person 99-9999-9999");
    let refused = complaint(&officer(folder.path(), &["reissue", "ZZZZ-ZZZZ"]));
    assert_eq!(refused, "landed-portal: not_found: no account ZZZZ-ZZZZ");

    let asked = Command::new("kill").arg(serving.child.id().to_string()).status().unwrap();
    assert!(asked.success());
    assert!(serving.ended().success(), "a polite end is no failure");
}

#[test]
fn what_keeps_it_from_starting_is_said_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("a");
    let serving = serve(&data);
    let address = serving.url.strip_prefix("http://").unwrap();
    let refused = |data: &Path, listen: &str| {
        let output = command(data).args(["serve", "--listen", listen]).output();
        complaint(&output.unwrap())
    };
    let taken = refused(&folder.path().join("b"), address);
    assert!(taken.contains("is taken"), "{taken}");
    let in_use = refused(&data, "127.0.0.1:0");
    assert!(in_use.contains("another portal is serving"), "{in_use}");
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let unwritable = refused(&file.join("data"), "127.0.0.1:0");
    assert!(unwritable.contains("cannot write to the data folder"), "{unwritable}");
    let broken = folder.path().join("broken");
    std::fs::create_dir(&broken).unwrap();
    std::fs::write(broken.join("portal.sqlite"), "not a database".repeat(400)).unwrap();
    let broken = refused(&broken, "127.0.0.1:0");
    assert!(broken.contains("does not open"), "{broken}");
}

#[test]
fn what_is_not_as_in_production_is_warned_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut serving = start(
        command(folder.path())
            .args(["--clock-offset", "1209600", "serve", "--listen", "127.0.0.1:0"])
            .args(["--session-idle-seconds", "90"]),
    );
    let asked = Command::new("kill").arg(serving.child.id().to_string()).status().unwrap();
    assert!(asked.success());
    serving.ended();
    let mut warning = String::new();
    serving.child.stderr.take().unwrap().read_to_string(&mut warning).unwrap();
    assert!(warning.contains("the clock is moved by 1209600 seconds"), "{warning}");
    assert!(warning.contains("sessions end after 90 seconds without use"), "{warning}");
    assert_eq!(warning.matches("for demonstrations and tests only").count(), 2, "{warning}");
}

#[test]
fn the_interface_is_served_from_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let interface = folder.path().join("interface");
    std::fs::create_dir_all(interface.join("files")).unwrap();
    for language in ["en-CA", "fr-CA", "zh-Hans"] {
        let pages = interface.join("pages").join(language);
        std::fs::create_dir_all(&pages).unwrap();
        for page in ["welcome.html", "sign-in.html", "outside.html", "shell.html"] {
            std::fs::write(pages.join(page), format!("{page} in {language}")).unwrap();
        }
    }
    let data = folder.path().join("data");
    let serve = |interface: &Path| {
        let mut command = command(&data);
        command.args(["serve", "--listen", "127.0.0.1:0", "--behind-tls", "--interface"]);
        command.arg(interface);
        command
    };
    let serving = start(&mut serve(&interface));
    let answer = get(serving.url.strip_prefix("http://").unwrap(), "/address");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(answer.contains("strict-transport-security: max-age=63072000"), "{answer}");
    assert!(answer.ends_with("outside.html in en-CA"), "{answer}");
    drop(serving);
    let refused = complaint(&serve(&folder.path().join("nowhere")).output().unwrap());
    assert!(refused.contains("the interface is not whole"), "{refused}");
}

/// What is answered to the simplest of browsers.
fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_wrong_file_is_refused_with_its_lines() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("households.json");
    std::fs::write(&file, "{\"households\": [\n  {\"people\": 3}\n]}").unwrap();
    let output = officer(folder.path(), &["import", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("nothing was imported from"), "{text}");
    assert!(text.contains("line 2: invalid type: integer `3`"), "{text}");
    let output = officer(folder.path(), &["return", "01a20515-4912-7095-89c6-e31e573900c3"]);
    assert_eq!(output.status.code(), Some(2), "a reason is required");
}
