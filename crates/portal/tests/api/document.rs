//! The OpenAPI document.

use crate::support::TestPortal;
use contract::{Code, Problem};
use portal::access::Endpoint;
use serde_json::Value;
use std::collections::BTreeSet;

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
    let calls = calls();
    for (call, operation) in &calls {
        let responses = operation["responses"].as_object().unwrap();
        for status in ["500", "503"] {
            assert!(responses.contains_key(status), "{call} lacks {status}");
        }
        for (status, response) in refusals(operation) {
            let content = &response["content"]["application/problem+json"];
            let schema = &content["schema"]["$ref"];
            assert_eq!(schema, "#/components/schemas/Problem", "{call} {status}");
            let examples = content["examples"].as_object();
            assert!(examples.is_some_and(|e| !e.is_empty()), "{call} {status} names no code");
            for (code, example) in examples.unwrap() {
                let problem: Problem = serde_json::from_value(example["value"].clone()).unwrap();
                assert_eq!(problem.code.as_str(), code, "{call} {status}");
                assert_eq!(problem.status.to_string(), status, "{call} {code}");
            }
        }
    }
    assert_eq!(calls.len(), Endpoint::ALL.len(), "every endpoint but the document itself");
}

#[test]
fn every_call_says_what_it_does_and_shows_it() {
    let mut ids = BTreeSet::new();
    for (call, operation) in calls() {
        let said = operation["summary"].as_str().unwrap_or_default();
        assert!(said.ends_with('.') || said.contains(". "), "{call} does not say what it does");
        assert!(ids.insert(operation["operationId"].to_string()), "{call} has another one's name");
        assert!(operation["tags"].as_array().is_some_and(|tags| tags.len() == 1), "{call}");
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let (name, required) = (&parameter["name"], &parameter["required"]);
            let shown = !parameter["example"].is_null() || !parameter["description"].is_null();
            assert!(shown || required == false, "{call} does not say what {name} is");
        }
        let asked = &operation["requestBody"]["content"];
        let mut successes = 0;
        let answered = operation["responses"].as_object().unwrap().iter();
        let answered = answered.filter(|(status, _)| status.starts_with('2'));
        let shown = |content: &Value| !content["example"].is_null();
        for (status, response) in answered {
            successes += 1;
            assert!(!response["description"].as_str().unwrap_or_default().is_empty(), "{call}");
            let content = &response["content"]["application/json"];
            assert!(content.is_null() || shown(content), "{call} {status} shows no answer");
        }
        assert!(successes > 0, "{call} never succeeds");
        let json = &asked["application/json"];
        assert!(json.is_null() || shown(json), "{call} shows no question");
    }
}

/// What only the apps tell their users, and no portal says.
const OF_DEVICES: [Code; 19] = [
    Code::Offline,
    Code::PortalUnreachable,
    Code::UnexpectedReply,
    Code::CookiesNeeded,
    Code::DateNotReal,
    Code::PhotoNoRoom,
    Code::PhotoTooMuchForDevice,
    Code::SecretStoreMissing,
    Code::DeviceKeyWrong,
    Code::PassphraseWrong,
    Code::PassphraseTooShort,
    Code::DeviceDataDamaged,
    Code::DeviceDataNewer,
    Code::DevicePhotosAgain,
    Code::DeviceReadOnly,
    Code::DiskFull,
    Code::DeviceStoreFailed,
    Code::FileNotReadable,
    Code::PickerUnavailable,
];

/// What a later version of the API is announced with; this one has none before it.
const OF_OTHER_VERSIONS: [Code; 1] = [Code::UpdateRequired];

#[test]
fn every_code_that_can_be_answered_stands_at_a_call() {
    let mut told = String::new();
    for (_, operation) in calls() {
        for (_, response) in refusals(&operation) {
            told.push_str(response["description"].as_str().unwrap());
        }
    }
    let stands = |code: &Code| told.contains(&format!("`{code}`"));
    let never: Vec<Code> = Code::ALL.iter().filter(|code| !stands(code)).copied().collect();
    let mut others = [&OF_OTHER_VERSIONS[..], &OF_DEVICES].concat();
    others.sort_unstable();
    assert_eq!(never, others);
}

/// Every call of the document with its description, such as `get /api/v1/household`.
fn calls() -> Vec<(String, Value)> {
    let document = serde_json::to_value(portal::openapi_document()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let calls = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap().iter();
        methods.map(move |(method, operation)| (format!("{method} {path}"), operation.clone()))
    });
    calls.collect()
}

fn refusals(operation: &Value) -> impl Iterator<Item = (String, &Value)> {
    let responses = operation["responses"].as_object().unwrap().iter();
    let refusals = responses.filter(|(status, _)| status.as_str() >= "400");
    refusals.map(|(status, response)| (status.clone(), response))
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
