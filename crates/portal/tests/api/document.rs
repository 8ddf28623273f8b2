//! The OpenAPI document.

use crate::support::TestPortal;
use serde_json::Value;

#[tokio::test]
async fn the_document_is_served_and_changes_only_on_purpose() {
    let portal = TestPortal::start().await;
    // The document does not describe itself, so it is asked for without a template.
    let address = portal.address();
    let served: Value = reqwest::get(format!("http://{address}/api/v1/openapi.json"))
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    insta::assert_json_snapshot!("openapi", served);
}

#[test]
fn every_refusal_of_every_call_is_a_problem() {
    let document = serde_json::to_value(portal::openapi_document()).unwrap();
    let mut calls = 0;
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, call) in methods.as_object().unwrap() {
            calls += 1;
            let responses = call["responses"].as_object().unwrap();
            for status in ["500", "503"] {
                assert!(responses.contains_key(status), "{method} {path} lacks {status}");
            }
            for (status, response) in
                responses.iter().filter(|(status, _)| *status >= &"400".to_owned())
            {
                let schema = &response["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(schema, "#/components/schemas/Problem", "{method} {path} {status}");
            }
        }
    }
    assert_eq!(calls, 22, "every call of the table but the document itself");
}

#[tokio::test]
async fn what_is_not_there_is_refused_in_the_same_form() {
    let portal = TestPortal::start().await;
    let address = portal.address();
    for (method, path, status) in [
        ("GET", "/", 404),
        ("GET", "/api/v1/nowhere", 404),
        ("GET", "/api/v1/people/not-an-id/timeline", 404),
        ("DELETE", "/api/v1/household", 405),
    ] {
        let url = format!("http://{address}{path}");
        let request = reqwest::Client::new().request(method.parse().unwrap(), url);
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), status, "{method} {path}");
        assert_eq!(response.headers()["content-type"], "application/problem+json");
    }
}
