//! The forms in which things are kept as JSON, by version. What is sealed begins with `v<version> `;
//! without it, it is of version 1, as the app wrote it before versions were told.
//!
//! A kept type whose JSON changes gets another version: a [`Step`] is added that makes the new form of
//! the one before, and a file of the new form joins those in `tests/kept`, of which none is ever
//! changed. An older form is brought forward when it is read; a newer one, which only another version
//! of the app can have written, is never taken for something that it is not.

use super::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Makes the form of the next version. The first argument is the row's key (a page, a person, what
/// was seen), for a step that concerns only some of the rows.
pub(super) type Step = fn(&str, Value) -> Value;

/// The steps of a table's JSON, from version 1 on: with none of them its version is 1.
const fn steps(table: &str) -> &'static [Step] {
    match table.as_bytes() {
        b"draft" => &[],
        b"picture" => &[],
        b"seen" => &[],
        b"setting" => &[],
        b"outbox" => &[],
        b"problem" => &[],
        b"sent" => &[],
        _ => &[],
    }
}

/// The version in which a table's rows are written.
pub(crate) const fn current(table: &str) -> usize {
    steps(table).len() + 1
}

/// What is sealed of a value.
pub(crate) fn write<T: Serialize>(table: &str, value: &T) -> Result<Vec<u8>, StoreError> {
    let mut written = format!("v{} ", current(table)).into_bytes();
    serde_json::to_writer(&mut written, value)?;
    Ok(written)
}

/// The value of what was sealed, brought forward where it is of an older version.
///
/// # Errors
/// [`StoreError::NewerForm`]; [`StoreError::Form`] where it is not of the form that it says.
pub(crate) fn read<T: DeserializeOwned>(
    table: &str,
    key: &str,
    written: &[u8],
) -> Result<T, StoreError> {
    let (version, json) = split(written);
    forward(steps(table), key, version, json)
}

/// The version, and the JSON. JSON never begins with a letter v.
fn split(written: &[u8]) -> (usize, &[u8]) {
    let told = written.strip_prefix(b"v").and_then(|rest| {
        let end = rest.iter().position(|byte| *byte == b' ')?;
        let version = std::str::from_utf8(&rest[..end]).ok()?.parse().ok()?;
        Some((version, &rest[end + 1..]))
    });
    told.unwrap_or((1, written))
}

fn forward<T: DeserializeOwned>(
    steps: &[Step],
    key: &str,
    version: usize,
    json: &[u8],
) -> Result<T, StoreError> {
    let current = steps.len() + 1;
    if version > current {
        return Err(StoreError::NewerForm);
    }
    if version == current {
        return Ok(serde_json::from_slice(json)?);
    }
    let kept: Value = serde_json::from_slice(json)?;
    let ahead = steps.iter().skip(version.saturating_sub(1));
    Ok(serde_json::from_value(ahead.fold(kept, |kept, step| step(key, kept)))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Three versions of something: a name; a list of names; the same under another word.
    const STEPS: &[Step] = &[
        |_, kept| json!({ "names": [kept["name"]] }),
        |key, kept| json!({ "of": key, "called": kept["names"] }),
    ];

    fn read_as(version: usize, json: &str) -> Result<Value, StoreError> {
        forward(STEPS, "address", version, json.as_bytes())
    }

    #[test]
    fn an_older_form_is_brought_forward_step_by_step() {
        let today = json!({ "of": "address", "called": ["Wei"] });
        assert_eq!(read_as(1, r#"{"name": "Wei"}"#).expect("read"), today);
        assert_eq!(read_as(2, r#"{"names": ["Wei"]}"#).expect("read"), today);
        assert_eq!(read_as(3, &today.to_string()).expect("read"), today);
    }

    #[test]
    fn a_newer_form_is_taken_for_nothing() {
        assert!(matches!(read_as(4, "{}"), Err(StoreError::NewerForm)));
        assert!(matches!(read_as(4, "no JSON at all"), Err(StoreError::NewerForm)));
    }

    #[test]
    fn the_version_stands_before_the_json_and_is_1_without() {
        assert_eq!(split(b"{\"a\":1}"), (1, &b"{\"a\":1}"[..]));
        assert_eq!(split(b"v1 {}"), (1, &b"{}"[..]));
        assert_eq!(split(b"v12 [1, 2]"), (12, &b"[1, 2]"[..]));
        for json in ["\"v2 x\"", "[]", "7", "null"] {
            assert_eq!(split(json.as_bytes()), (1, json.as_bytes()));
        }
        let written = write("draft", &json!({"a": 1})).expect("written");
        assert_eq!(written, format!("v{} {{\"a\":1}}", current("draft")).into_bytes());
    }
}
