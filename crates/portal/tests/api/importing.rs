//! Taking households in: faults with their lines, all or nothing, twice without a change.

use crate::support::TestPortal;
use portal::officer::{self, ImportError};

const GOOD: &str = r#"{
  "households": [
    {
      "application_number": "E000000001",
      "applied_on": "2025-03-01",
      "people": [
        { "uci": "1111-1111", "given": "Ana", "family": "Lopes", "date_of_birth": "1990-01-01",
          "relationship": "principal", "email": "ana@example.org" },
        { "uci": "2222-2222", "family": "Rui", "date_of_birth": "2015-01-01", "relationship": "child" }
      ]
    }
  ]
}"#;

async fn faults(portal: &TestPortal, json: &str) -> Vec<String> {
    match officer::import(portal.office(), json).await {
        Err(ImportError::Faults(faults)) => faults.iter().map(ToString::to_string).collect(),
        other => panic!("expected faults, got {other:?}"),
    }
}

#[tokio::test]
async fn the_same_file_again_changes_nothing_and_says_so() {
    let portal = TestPortal::start().await;
    let report = officer::import(portal.office(), GOOD).await.unwrap();
    assert_eq!(report.to_string(), "1 household imported, 0 already there");
    let before = officer::people(portal.office(), "E000000001").await.unwrap();
    let report = officer::import(portal.office(), GOOD).await.unwrap();
    assert_eq!(report.to_string(), "no change: 1 household already imported");
    let after = officer::people(portal.office(), "e000000001").await.unwrap();
    assert_eq!(before, after);
    assert_eq!(before[1].name, "Rui");
}

#[tokio::test]
async fn every_fault_is_named_with_its_line_and_nothing_is_taken_in() {
    let portal = TestPortal::start().await;
    let bad = r#"{
  "households": [
    { "application_number": "E000000001", "applied_on": "2025-03-01", "people": [
      { "uci": "1111-1111", "given": "Ana", "family": "Lopes", "date_of_birth": "1990-01-01",
        "relationship": "principal", "email": "ana@example.org" } ] },
    {
      "application_number": "e2",
      "applied_on": "2027-03-01",
      "people": [
        {
          "uci": "1111-1111",
          "given": "",
          "family": " ",
          "date_of_birth": "2025-02-30",
          "relationship": "cousin",
          "email": "nowhere"
        },
        { "uci": "12", "given": "B", "family": "C", "date_of_birth": "1850-01-01",
          "relationship": "child", "shoe_size": 43 }
      ]
    },
    { "application_number": "E000000001", "people": [] }
  ]
}"#;
    assert_eq!(
        faults(&portal, bad).await,
        [
            "line 7: \"e2\" is not an application number (a letter, nine digits)",
            "line 8: \"applied_on\" is still to come: 2027-03-01",
            "line 10: \"given\" and \"family\" are both empty",
            "line 11: UCI 1111-1111 stands here twice",
            "line 14: \"date_of_birth\" is not a day (YYYY-MM-DD): \"2025-02-30\"",
            "line 15: \"relationship\" is not one of principal, spouse, partner, child, grandchild, other: \"cousin\"",
            "line 16: \"nowhere\" is not an email address",
            "line 19: unknown field `shoe_size`, expected one of `uci`, `given`, `family`, `date_of_birth`, `relationship`, `email`",
            "line 22: application E000000001 stands here twice",
            "line 22: \"applied_on\" is missing",
            "line 22: no person is the \"principal\"",
        ]
    );
    assert!(officer::people(portal.office(), "E000000001").await.is_err());
}

#[tokio::test]
async fn text_that_is_no_json_is_named_with_its_line() {
    let portal = TestPortal::start().await;
    let cut = GOOD.replace("\"2015-01-01\",", "\"2015-01-01\"");
    assert_eq!(faults(&portal, &cut).await, ["line 9: expected `,` or `}`"]);
    assert_eq!(faults(&portal, "").await, ["line 1: EOF while parsing a value"]);
    let empty = faults(&portal, "{\"households\": []}").await;
    assert_eq!(empty, ["line 1: \"households\" is empty"]);
}

#[tokio::test]
async fn a_principal_is_one_person_with_an_email() {
    let portal = TestPortal::start().await;
    let two = GOOD.replace("\"child\"", "\"principal\"");
    assert_eq!(faults(&portal, &two).await, ["line 9: a second person is the \"principal\""]);
    let none = GOOD.replace(", \"email\": \"ana@example.org\"", "");
    assert_eq!(faults(&portal, &none).await, ["line 7: the principal needs an \"email\""]);
}

#[tokio::test]
async fn what_is_known_with_other_details_is_not_overwritten() {
    let portal = TestPortal::start().await;
    officer::import(portal.office(), GOOD).await.unwrap();
    let renamed = GOOD.replace("Lopes", "Lopez");
    assert_eq!(
        faults(&portal, &renamed).await,
        ["line 3: E000000001 was imported before with other details"]
    );
    let moved = GOOD.replace("E000000001", "E000000002");
    assert_eq!(
        faults(&portal, &moved).await,
        ["line 7: UCI 1111-1111 belongs to another application"]
    );
    let people = officer::people(portal.office(), "E000000001").await.unwrap();
    assert_eq!(people[0].name, "Ana Lopes");
    assert!(officer::people(portal.office(), "E000000002").await.is_err());
}
