//! The officer's commands about who may sign in, what is mailed and what is written, as staff type
//! them: each in a process of its own, beside a portal that serves.

use super::{DEMONSTRATION, complaint, officer, said, serve};
use std::path::Path;
use std::process::Output;
use std::time::Duration;

const APPLICATION: &str = "E001234567";
const LEILA: &str = "11-2345-6789";
const WEI: &str = "11-2345-6797";

/// A data folder with the demonstration's household.
fn imported() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    said(&officer(folder.path(), &["import", DEMONSTRATION]));
    folder
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_str(&said(output)).unwrap()
}

/// Every mail in the folder as soon as there are so many.
fn mails(data: &Path, count: usize) -> Vec<String> {
    for _ in 0..600 {
        let mut files: Vec<_> = std::fs::read_dir(data.join("mail"))
            .into_iter()
            .flatten()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
            .collect();
        if files.len() >= count {
            files.sort();
            return files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("there are never {count} mails");
}

#[test]
fn an_invitation_is_sent_sent_again_and_refused_once_there_is_an_account() {
    let folder = imported();
    let run = |arguments: &[&str]| officer(folder.path(), arguments);
    let missing = complaint(&run(&["invite", "E009999999"]));
    assert_eq!(missing, "landed-portal: not_found: no application E009999999");
    assert_eq!(said(&run(&["invite", APPLICATION])), "invited");
    assert_eq!(said(&run(&["invite", APPLICATION])), "invited");
    let waiting = json(&run(&["mail", "--json"]));
    assert_eq!(waiting.as_array().unwrap().len(), 2, "nobody delivers while no portal serves");
    let _serving = serve(folder.path());
    let mails = mails(folder.path(), 2);
    assert!(mails.iter().all(|mail| mail.contains("To: leila.haddad@example.org")));
    said(&run(&["open", APPLICATION]));
    let refused = complaint(&run(&["invite", APPLICATION]));
    assert!(refused.starts_with("landed-portal: wrong_state: "), "{refused}");
}

#[test]
fn an_address_is_changed_by_two_officers_and_no_sooner() {
    let folder = imported();
    let run = |arguments: &[&str]| officer(folder.path(), arguments);
    said(&run(&["open", APPLICATION]));
    let new = "leila@new.example.org";
    let nobody = run(&["change-email", LEILA, new]);
    assert_eq!(nobody.status.code(), Some(2), "an officer gives a name");
    let change = ["change-email", LEILA, new, "--officer", "Ada Roy"];
    assert_eq!(said(&run(&change)), "waits for a second officer");
    let refused = complaint(&run(&["approve-email", LEILA, "--officer", "ada  roy"]));
    assert!(refused.contains("by another officer"), "{refused}");
    let listed = said(&run(&["email-changes"]));
    assert!(listed.contains(new) && listed.ends_with("waits for a second officer"), "{listed}");
    let approved = said(&run(&["approve-email", LEILA, "--officer", "Ben Ito"]));
    assert!(approved.starts_with("approved; the new address holds from "), "{approved}");
    let listed = json(&run(&["email-changes", "--json"]));
    assert_eq!(listed[0]["approved_by"], "Ben Ito");
    let people = json(&run(&["people", APPLICATION, "--json"]));
    assert_eq!(people[0]["email"], "leila.haddad@example.org", "not yet");
    assert_eq!(said(&run(&["refuse-email", LEILA])), "refused");
    assert_eq!(said(&run(&["email-changes"])), "");
    // Two days later another portal's clock finds it made.
    said(&run(&change));
    said(&run(&["approve-email", LEILA, "--officer", "Ben Ito"]));
    let later = super::command(folder.path())
        .args(["--clock-offset", "172801", "officer", "people", APPLICATION, "--json"])
        .output()
        .unwrap();
    assert_eq!(json(&later)[0]["email"], new);
}

#[test]
fn a_second_factor_is_dropped_by_two_officers_and_an_account_is_closed_once() {
    let folder = imported();
    let run = |arguments: &[&str]| officer(folder.path(), arguments);
    let opened = said(&run(&["open", APPLICATION]));
    let username = opened.strip_prefix("account opened: ").unwrap();
    let drop = |username: &str, other: &str| {
        run(&["drop-second-factor", username, "--officer", "Ada Roy", "--approved-by", other])
    };
    let alone = run(&["drop-second-factor", username, "--officer", "Ada Roy"]);
    assert_eq!(alone.status.code(), Some(2), "two names are asked for");
    let same = complaint(&drop(username, "ADA ROY"));
    assert_eq!(same, "landed-portal: wrong_state: it takes two officers, each by name");
    let none = complaint(&drop(username, "Ben Ito"));
    assert_eq!(none, "landed-portal: wrong_state: the account has no second factor");
    let missing = complaint(&drop("ZZZZ-ZZZZ", "Ben Ito"));
    assert_eq!(missing, "landed-portal: not_found: no account ZZZZ-ZZZZ");
    assert_eq!(said(&run(&["close-account", &username.to_lowercase()])), "closed");
    let again = complaint(&run(&["close-account", username]));
    assert_eq!(again, "landed-portal: wrong_state: it is closed already");
}

#[test]
fn own_accounts_are_opened_for_adults_and_whom_officers_take_for_one() {
    let folder = imported();
    let run = |arguments: &[&str]| officer(folder.path(), arguments);
    let early = complaint(&run(&["open-own", WEI]));
    assert!(early.starts_with("landed-portal: wrong_state: "), "{early}");
    said(&run(&["open", APPLICATION]));
    assert_eq!(said(&run(&["treat-as-minor", WEI])), "a minor");
    let minor = complaint(&run(&["open-own", WEI]));
    assert!(minor.starts_with("landed-portal: wrong_state: "), "{minor}");
    assert_eq!(said(&run(&["treat-as-adult", WEI])), "an adult");
    let opened = said(&run(&["open-own", WEI]));
    let username = opened.strip_prefix("account opened: ").unwrap();
    let people = json(&run(&["people", APPLICATION, "--json"]));
    assert_eq!(people[1]["username"], username);
    assert_eq!((&people[1]["minor"], &people[1]["signs_in"]), (&false.into(), &false.into()));
    let said = said(&run(&["reissue", username]));
    assert_eq!(said, "temporary password made anew");
}

#[test]
fn a_message_is_written_from_words_or_a_file_and_its_text_is_never_mailed() {
    let folder = imported();
    let run = |arguments: &[&str]| officer(folder.path(), arguments);
    let early = complaint(&run(&["message", LEILA, "Hello"]));
    assert!(early.starts_with("landed-portal: wrong_state: "), "{early}");
    said(&run(&["open", APPLICATION]));
    let empty = complaint(&run(&["message", LEILA, " "]));
    assert!(empty.starts_with("landed-portal: required: "), "{empty}");
    assert_eq!(said(&run(&["message", LEILA, "Send", "both", "pages."])), "message written");
    let file = folder.path().join("message.txt");
    std::fs::write(&file, "One line.\nAnother <b>line</b>.\n").unwrap();
    let named = file.to_str().unwrap();
    assert_eq!(said(&run(&["message", WEI, "--file", named])), "message written");
    let both = run(&["message", WEI, "text", "--file", named]);
    assert_eq!(both.status.code(), Some(2), "one or the other");
    assert_eq!(said(&run(&["messages"])), "", "nobody waits for an answer");
    let shown = said(&run(&["messages", APPLICATION]));
    assert!(shown.contains("    Send both pages.") && shown.contains("not read"), "{shown}");
    assert!(shown.contains("    One line.\n    Another <b>line</b>."), "{shown}");
    let threads = json(&run(&["messages", APPLICATION, "--json"]));
    assert_eq!(threads[0]["messages"][0]["text"], "Send both pages.");
    let _serving = serve(folder.path());
    for mail in mails(folder.path(), 3) {
        assert!(!mail.contains("both pages") && !mail.contains("Another"), "{mail}");
    }
}

#[test]
fn mail_that_waits_is_listed_without_what_it_says_and_tried_again() {
    let folder = imported();
    let run = |arguments: &[&str]| officer(folder.path(), arguments);
    assert_eq!(said(&run(&["mail"])), "");
    said(&run(&["open", APPLICATION]));
    let line = said(&run(&["mail"]));
    assert!(line.contains("to leila.haddad@example.org"), "{line}");
    assert!(line.contains("waits for its first try"), "{line}");
    let listed = json(&run(&["mail", "--json"]));
    let text = listed.to_string();
    assert!(!text.contains("temporary") && !text.contains("notice"), "{text}");
    let mail = listed[0]["mail"].as_str().unwrap();
    assert_eq!(said(&run(&["mail", "retry", mail])), "it is tried again now");
    let nothing = "01a20515-4912-7095-89c6-e31e573900c3";
    let missing = complaint(&run(&["mail", "retry", nothing]));
    assert!(missing.starts_with("landed-portal: not_found: "), "{missing}");
    let dead = said(&run(&["mail", "retry", "--dead"]));
    assert_eq!(dead, "dead letters that are tried again now: 0");
    assert_eq!(run(&["mail", "retry"]).status.code(), Some(2), "which one is asked for");
}
