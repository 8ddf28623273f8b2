//! What counts as a reply, and what an ended session does.

use crate::portal::{Portal, person, signed_in};
use contract::Code;
use contract::ask::Ask;
use contract::devices::{ChangePassword, Devices, ListDevices, ShowAccount};
use contract::id::IdempotencyKey;
use contract::message::{NewMessage, SendMessage, ShowMessages, Thread};
use contract::receipt::Receipt;
use contract::recovery::SendResetCode;
use std::sync::Arc;

const JSON: &str = "application/json";

#[tokio::test]
async fn only_the_documented_reply_is_success() {
    let reset = Ask::from(SendResetCode { username: "K7MP-2XQD".to_owned() });
    let list = Ask::from(ListDevices {});
    let (_folder, portal, app) = signed_in().await;
    for (ask, status, kind, body) in [
        (&list, "200 OK", "text/html", "<h1>Welcome</h1>"),
        (&list, "200 OK", "text/html", r#"{"devices":[]}"#),
        (&list, "200 OK", JSON, "{}"),
        (&list, "200 OK", JSON, "null"),
        (&list, "204 No Content", "", ""),
        (&list, "304 Not Modified", "", ""),
        (&list, "302 Found", JSON, r#"{"devices":[]}"#),
        (&reset, "200 OK", "text/html", "<h1>Welcome</h1>"),
        (&reset, "200 OK", JSON, "{}"),
        (&reset, "200 OK", JSON, "null"),
    ] {
        portal.says(status, kind, body);
        let refused = app.ask(ask.clone()).await.expect_err("no reply of the portal's");
        assert_eq!(refused.code, Code::UnexpectedReply, "{ask:?} {status} {kind} {body}");
    }
    portal.replies("200 OK", &Devices { devices: Vec::new() });
    assert_eq!(app.ask(list).await, Ok(serde_json::json!({ "devices": [] })));
    portal.has_nothing_to_say();
    assert_eq!(app.ask(reset).await, Ok(serde_json::Value::Null));
}

#[tokio::test]
async fn what_needs_no_session_is_asked_without_one() {
    let (_folder, portal, app) = signed_in().await;
    portal.has_nothing_to_say();
    app.ask(SendResetCode { username: "k7mp2xqd".to_owned() }.into()).await.expect("sent");
    let call = portal.call();
    assert_eq!(call.line(), "POST /api/v1/passwords/reset-codes");
    assert_eq!(call.header("authorization"), None);
    assert_eq!(call.body()["username"], "K7MP-2XQD");
}

#[tokio::test]
async fn a_session_that_has_ended_is_noted() {
    let (_folder, portal, app) = signed_in().await;
    portal.refuses("403 No", Code::Forbidden);
    app.ask(ShowAccount {}.into()).await.expect_err("refused");
    assert!(app.start().await.expect("starts").signed_in.is_some());
    assert_eq!(portal.call().header("authorization"), Some("Bearer session-token"));
    portal.refuses("401 Ended", Code::SignInRequired);
    let refused = app.ask(ShowAccount {}.into()).await.expect_err("ended");
    assert_eq!(refused.code, Code::SignInRequired);
    assert_eq!(app.start().await.expect("starts").signed_in, None);
    portal.calls();
    let refused = app.ask(ShowAccount {}.into()).await.expect_err("nobody is signed in");
    assert_eq!((refused.code, portal.calls().len()), (Code::SignInRequired, 0));
}

#[tokio::test]
async fn nobody_signed_in_asks_nothing_of_an_account() {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let app = portal.applicant(folder.path(), &Arc::default());
    let refused = app.ask(ShowMessages { person: person(1) }.into()).await.expect_err("nobody");
    assert_eq!((refused.code, portal.calls().len()), (Code::SignInRequired, 0));
}

#[tokio::test]
async fn a_message_sent_again_is_the_same_message() {
    let (_folder, portal, app) = signed_in().await;
    let key = IdempotencyKey::new(1_790_000_000_000, [5; 10]);
    let message = NewMessage { text: " Hello ".to_owned() };
    let send = Ask::from(SendMessage { person: person(2), message, key });
    // The reply is lost.
    let lost = app.ask(send.clone()).await.expect_err("no reply");
    assert_eq!(lost.code, Code::PortalUnreachable);
    let at = "2026-11-23T12:00:00Z".parse().expect("a time");
    portal.replies("201 Created", &Receipt { reference: "ABCD-EFGH".to_owned(), at });
    app.ask(send).await.expect("sent");
    let calls = portal.calls();
    assert_eq!(calls.len(), 2);
    for call in calls {
        assert_eq!(call.line(), format!("POST /api/v1/people/{}/messages", person(2)));
        assert_eq!(call.header("idempotency-key"), Some(key.to_string().as_str()));
        assert_eq!(call.body(), serde_json::json!({ "text": "Hello" }));
    }
    portal.replies("200 OK", &Thread { messages: Vec::new(), open: true });
    app.ask(ShowMessages { person: person(2) }.into()).await.expect("shown");
}

#[tokio::test]
async fn a_password_made_of_the_username_is_refused_here() {
    let (_folder, portal, app) = signed_in().await;
    let change = ChangePassword {
        current: "as typed".to_owned(),
        password: "my word k7mp2xqd it is".to_owned(),
    };
    let refused = app.ask(change.into()).await.expect_err("own words");
    let field = &refused.fields[0];
    assert_eq!((field.field.as_str(), field.code), ("password", Code::PasswordOwnWords));
    assert_eq!(portal.calls().len(), 0);
}
