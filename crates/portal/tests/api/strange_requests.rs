//! Requests that nobody would think of, made by Schemathesis from the OpenAPI document and sent to a
//! real portal under a real session: whatever is sent, the portal answers as the document says, and has
//! no fault of its own. `cargo xtask verify api` runs it for long, `cargo xtask test` for a moment.

#![expect(clippy::print_stdout, reason = "how many requests were made is told to whoever runs it")]

use crate::support::{Family, TestPortal};
use contract::message::Thread;
use contract::receipt::Receipt;
use portal::officer;
use std::fs::File;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The program, as `cargo xtask` installed it.
const PROGRAM: &str = "LANDED_SCHEMATHESIS";
/// For how many seconds it goes on.
const SECONDS: &str = "LANDED_API_SECONDS";
/// So much longer it may take to begin, to shrink what it found and to end.
const AROUND_IT: Duration = Duration::from_secs(120);

/// What every answer is held against.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
    response_schema_conformance,response_headers_conformance,ignored_auth,missing_required_header,\
    unsupported_method";

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Schemathesis; `cargo xtask verify api` brings it"]
async fn whatever_is_asked_is_answered_as_documented() {
    let program = std::env::var(PROGRAM).expect("where Schemathesis is");
    let seconds: u64 = std::env::var(SECONDS).map_or(20, |text| text.parse().unwrap());
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let folder = tempfile::tempdir().unwrap();
    let (document, known) = with_what_is_there(&portal, &family).await;
    std::fs::write(folder.path().join("openapi.json"), document).unwrap();
    std::fs::write(folder.path().join("schemathesis.toml"), known).unwrap();
    let said = folder.path().join("said.txt");
    let mut command = Command::new(program);
    command
        .args(["run", "openapi.json", "--checks", CHECKS, "--workers", "1"])
        .args(["--url", &format!("http://{}", portal.address())])
        .args(["--header", &format!("Authorization: Bearer {}", family.token)])
        // What would end the one session that all is asked with.
        .args(["--exclude-operation-id", "sign_out"])
        .args(["--exclude-operation-id", "sign_out_device"])
        .args(["--max-time", &seconds.to_string(), "--seed", "20261122", "--no-color"])
        .args(["--suppress-health-check", "all", "--generation-database", ":memory:"])
        .current_dir(folder.path())
        .stdout(File::create(&said).unwrap())
        .stdin(Stdio::null());
    let mut running = Running(command.spawn().expect("Schemathesis starts"));
    let end = Instant::now() + Duration::from_secs(seconds) + AROUND_IT;
    let status = loop {
        if let Some(status) = running.0.try_wait().unwrap() {
            break status;
        }
        assert!(Instant::now() < end, "it does not come to an end");
        tokio::time::sleep(Duration::from_millis(200)).await;
    };
    let said = std::fs::read_to_string(said).unwrap();
    assert!(status.success(), "{said}");
    let summary = said.split("Test cases:").nth(1).and_then(|rest| rest.lines().nth(1));
    println!("requests: {}", summary.expect("how many were made").trim());
    // The portal still serves, and the session is the one that was there before.
    portal.board(&family.token).await;
}

/// The document with what is really there in its examples, and the same for places in addresses: else
/// everything about a person would end at `not_found`.
async fn with_what_is_there(portal: &TestPortal, family: &Family) -> (String, String) {
    let (token, [leila, wei]) = (&family.token, [family.ids()[0], family.ids()[1]]);
    portal.declare(token, &[leila]).await.granted::<Receipt>(201);
    let photo = portal.submitted(token, leila, 40).await;
    portal.examined(photo).await;
    let upload = portal.key();
    portal.chunk(token, leila, &upload, &[1; 9], 0..3).await;
    officer::write(portal.office(), leila, "A word").await.unwrap();
    let id = leila.to_string();
    let thread = portal.get("/people/{person}/messages", &[&id]).bearer(token).send().await;
    let message = thread.granted::<Thread>(200).messages[0].id;

    let mut document = serde_json::to_string(&portal::openapi_document()).unwrap();
    let there = [
        (1, id.clone()),
        (2, wei.to_string()),
        (5, upload.clone()),
        (6, photo.to_string()),
        (7, message.to_string()),
    ];
    for (number, id) in there {
        document = document.replace(&format!("01935a20-0000-7000-8000-00000000000{number}"), &id);
    }
    let known = format!(
        "[parameters]\n\"path.person\" = \"{id}\"\n\"path.photo\" = \"{photo}\"\n\
         \"path.upload\" = \"{upload}\"\n\"path.page\" = \"address\"\n"
    );
    (document, known)
}
