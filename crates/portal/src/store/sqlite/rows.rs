//! Reading columns as the domain's types, and writing these as columns.

use crate::store::{StoreError, Stored};
use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Error, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::str::FromStr;

/// What a column holds is not what the schema says.
#[derive(Debug, thiserror::Error)]
#[error("column {column} holds something else than expected: {reason}")]
struct Unexpected {
    column: String,
    reason: String,
}

fn unexpected(column: &str, reason: impl std::fmt::Display) -> Error {
    let unexpected = Unexpected { column: column.to_owned(), reason: reason.to_string() };
    Error::FromSqlConversionFailure(0, Type::Text, Box::new(unexpected))
}

/// An id or a day.
pub(super) fn parsed<T: FromStr<Err: std::fmt::Display>>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    text.parse().map_err(|reason| unexpected(column, reason))
}

/// An id or a day that may be missing.
pub(super) fn parsed_if_any<T: FromStr<Err: std::fmt::Display>>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|reason| unexpected(column, reason))).transpose()
}

/// One of an enumeration, by its name on the wire.
pub(super) fn named<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_value(Value::String(text)).map_err(|reason| unexpected(column, reason))
}

/// A value that is kept as JSON.
pub(super) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|reason| unexpected(column, reason))
}

/// A value that is kept as JSON and may be missing.
pub(super) fn json_if_any<T: DeserializeOwned>(
    row: &Row<'_>,
    column: &str,
) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text).map_err(|reason| unexpected(column, reason)))
        .transpose()
}

/// A moment.
pub(super) fn moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(row.get(column)?).map_err(|reason| unexpected(column, reason))
}

/// A moment as it is kept.
pub(super) fn ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// The name on the wire of one of an enumeration.
pub(super) fn name_of<T: Serialize>(value: T) -> Stored<String> {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => Ok(name),
        other => Err(StoreError::Failed(format!("not a name: {other:?}"))),
    }
}

/// A value as JSON.
pub(super) fn to_json<T: Serialize>(value: &T) -> Stored<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Failed(error.to_string()))
}
