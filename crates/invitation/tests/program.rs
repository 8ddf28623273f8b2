//! The program as people call it: what it prints and how it ends.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

#[expect(dead_code, reason = "each test file uses what it needs")]
#[path = "support/make.rs"]
mod make;

use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn check(bytes: &[u8], more: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.eml");
    fs::write(&file, bytes).expect("written");
    let program = Command::new(env!("CARGO_BIN_EXE_landed-email"))
        .arg("check")
        .arg(&file)
        .args(more)
        .output();
    program.expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

#[test]
fn each_verdict_has_its_own_end() {
    let ours = check(&make::ours(), &[]);
    assert_eq!(ours.status.code(), Some(0));
    assert!(
        text(&ours.stdout).starts_with("consistent with the portal's mail; that is no proof\n")
    );
    let from =
        make::Letter { from: "IRCC <a@cic.gc.ca.evil.example>".into(), ..Default::default() };
    let false_one = check(&from.bytes(), &[]);
    assert_eq!(false_one.status.code(), Some(1));
    let said = text(&false_one.stdout);
    assert!(said.contains("sender: no\n  sender lookalike: address"), "{said}");
    let nothing = check(b"", &[]);
    assert_eq!(nothing.status.code(), Some(2));
    let pasted = check(make::PASTED.as_bytes(), &["--text"]);
    assert_eq!(pasted.status.code(), Some(2));
}

#[test]
fn programs_are_told_in_json() {
    let output = check(&make::ours(), &["--json"]);
    let findings: Value = serde_json::from_str(&text(&output.stdout)).expect("an object");
    assert_eq!(findings["verdict"], "consistent");
    assert_eq!(findings["criteria"][0]["criterion"], "sender");
    assert_eq!(findings["criteria"][0]["evidence"][0]["sign"], "sender_fits");
}

#[test]
fn what_cannot_be_read_and_wrong_usage_are_told_apart() {
    let run = |arguments: &[&str]| {
        let program = Command::new(env!("CARGO_BIN_EXE_landed-email")).args(arguments).output();
        program.expect("the program starts").status.code()
    };
    assert_eq!(run(&["check", "/nowhere/at/all.eml"]), Some(66));
    assert_eq!(run(&["check"]), Some(64));
    assert_eq!(run(&["--help"]), Some(0));
}

#[test]
fn standard_input_is_a_file_as_well() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_landed-email"))
        .args(["check", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let input = program.stdin.take();
    input.expect("an input").write_all(&make::ours()).expect("written");
    assert_eq!(program.wait().expect("it ends").code(), Some(0));
}
