//! What stands between the app and the portal, and how each is told: nothing that is not the
//! portal's documented reply is taken for success.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use applicant::{Applicant, MemorySecrets, Setting, SystemClock};
use contract::{Code, Problem};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Asks a server that answers every call with `reply`, byte for byte, and closes.
async fn asking(reply: &'static str) -> Problem {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut request = [0; 4096];
            let _ = socket.read(&mut request).await;
            let _ = socket.write_all(reply.as_bytes()).await;
        }
    });
    let problem = ask(&format!("http://{address}")).await;
    server.abort();
    problem
}

async fn ask(portal: &str) -> Problem {
    let folder = tempfile::tempdir().expect("a folder");
    let setting = Setting {
        portal: portal.to_owned(),
        folder: folder.path().to_owned(),
        system_languages: Vec::new(),
        demonstration: false,
    };
    let applicant =
        Applicant::open(setting, Arc::new(MemorySecrets::default()), Arc::new(SystemClock))
            .expect("opens");
    applicant.portal_info().await.expect_err("no portal there")
}

#[tokio::test]
async fn a_cafes_sign_in_page_is_not_the_portal() {
    let page = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 9\r\n\r\nWelcome!\n";
    assert_eq!(asking(page).await.code, Code::UnexpectedReply);
    let away =
        "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/login\r\ncontent-length: 0\r\n\r\n";
    assert_eq!(asking(away).await.code, Code::UnexpectedReply);
    let other = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
    assert_eq!(asking(other).await.code, Code::UnexpectedReply);
}

#[tokio::test]
async fn faults_of_the_portal_are_told_apart() {
    let busy = "HTTP/1.1 503 Busy\r\nretry-after: 20\r\ncontent-length: 0\r\n\r\n";
    let problem = asking(busy).await;
    assert_eq!((problem.code, problem.args["seconds"].clone()), (Code::Unavailable, 20.into()));
    let broken = "HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n";
    assert_eq!(asking(broken).await.code, Code::Internal);
    let old = "HTTP/1.1 426 Upgrade\r\ncontent-length: 0\r\n\r\n";
    assert_eq!(asking(old).await.code, Code::UpdateRequired);
    let refused = "HTTP/1.1 403 No\r\ncontent-type: application/problem+json\r\ncontent-length: 22\r\n\r\n{\"code\": \"forbidden\"}\n";
    assert_eq!(asking(refused).await.code, Code::Forbidden);
}

#[tokio::test]
async fn silence_and_half_a_reply_are_an_unreachable_portal() {
    assert_eq!(asking("").await.code, Code::PortalUnreachable);
    let half =
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{\"con";
    assert_eq!(asking(half).await.code, Code::PortalUnreachable);
    // Nobody listens on the discard port of loopback.
    assert_eq!(ask("http://127.0.0.1:9").await.code, Code::PortalUnreachable);
}

#[tokio::test]
async fn a_name_that_leads_nowhere_is_a_missing_network() {
    assert_eq!(ask("https://portal.invalid").await.code, Code::Offline);
}

#[test]
fn plain_http_is_for_this_device_alone() {
    assert!(applicant::PortalClient::new("http://127.0.0.1:4000").is_ok());
    assert!(applicant::PortalClient::new("http://portal.example").is_err());
    assert!(applicant::PortalClient::new("portal.example").is_err());
}
