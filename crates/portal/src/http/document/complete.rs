//! Completes what is made from the handlers: an example of every request and every success, and of every
//! refusal that stands in a description, one by one with its code and status.

use super::fields;
use crate::http::example;
use contract::problem::Arg;
use contract::{Code, Problem};
use serde_json::Value;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::path::{Operation, ParameterBuilder, PathItem};
use utoipa::openapi::{OpenApi, RefOr, Response};

const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

/// Puts in what is missing; `base` is where the API lies.
pub(super) fn complete(document: &mut OpenApi, base: &str) {
    for (path, item) in &mut document.paths.paths {
        let path = path.strip_prefix(base).unwrap_or(path).to_owned();
        for (method, operation) in operations(item) {
            let call = format!("{method} {path}");
            asked(operation, &call);
            answered(operation, &call);
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&'static str, &mut Operation)> {
    [
        ("GET", &mut item.get),
        ("PUT", &mut item.put),
        ("POST", &mut item.post),
        ("DELETE", &mut item.delete),
        ("PATCH", &mut item.patch),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}

fn asked(operation: &mut Operation, call: &str) {
    for parameter in operation.parameters.iter_mut().flatten() {
        let RefOr::T(known) = parameter else { continue };
        if let Some(example) = example::in_address(&known.name) {
            let shown = ParameterBuilder::from(known.clone()).example(Some(example)).build();
            *parameter = RefOr::T(shown);
        }
    }
    let Some(RefOr::T(body)) = &mut operation.request_body else {
        return;
    };
    if let Some(RefOr::T(content)) = body.content.get_mut(JSON) {
        content.example = content.example.take().or_else(|| example::request(call));
    }
}

fn answered(operation: &mut Operation, call: &str) {
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else { continue };
        match &**status {
            "400" => response.description.push_str(&fields::told_of_headers(&response.description)),
            "422" => response.description.push_str(&fields::told(call)),
            _ => {}
        }
        let codes = codes(&response.description);
        let Response { content, .. } = response;
        if let Some(RefOr::T(success)) = content.get_mut(JSON) {
            success.example = success.example.take().or_else(|| example::reply(call, status));
        }
        if let Some(RefOr::T(refusal)) = content.get_mut(PROBLEM) {
            for code in codes {
                let problem = problem(code, status, call);
                let shown = ExampleBuilder::new().value(Some(problem)).build();
                refusal.examples.insert(code.as_str().to_owned(), RefOr::T(shown));
            }
        }
    }
}

/// The codes that a description names as answers: those before it speaks of fields.
fn codes(description: &str) -> Vec<Code> {
    let whole = description.split(fields::BEGIN).next().unwrap_or_default();
    let quoted: Vec<&str> = whole.split('`').skip(1).step_by(2).collect();
    let named = |code: &&Code| quoted.contains(&code.as_str());
    Code::ALL.iter().filter(named).copied().collect()
}

fn problem(code: Code, status: &str, call: &str) -> Value {
    let mut problem = Problem::new(code);
    problem.status = status.parse().unwrap_or_default();
    if let Some((name, value)) = argument(code) {
        problem = problem.with(name, value);
    }
    if code == Code::Malformed && status == "422" {
        problem.fields = fields::shown(call);
    }
    serde_json::to_value(problem).unwrap_or_default()
}

/// What a code carries, by name.
fn argument(code: Code) -> Option<(&'static str, Arg)> {
    Some(match code {
        Code::TooManyAttempts | Code::Unavailable => ("seconds", 30.into()),
        Code::TemporaryPasswordExpired | Code::InvitationExpired => ("on", "2026-12-06".into()),
        Code::AddressChangedElsewhere => ("on", "2026-11-22".into()),
        Code::BodyTooLarge => ("bytes", 65_536.into()),
        Code::UploadOffset => ("expected", 524_288.into()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_names_its_codes_between_back_quotes() {
        let description = "`upload_offset` with `expected`; `household_withdrawn`: not found";
        assert_eq!(codes(description), [Code::UploadOffset, Code::HouseholdWithdrawn]);
        let with_fields = format!("`malformed`{}`required`", fields::BEGIN);
        assert_eq!(codes(&with_fields), [Code::Malformed]);
    }
}
