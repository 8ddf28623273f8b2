//! The one form in which anything refuses: `application/problem+json` (RFC 9457) on the wire, the
//! same value between the shell and the UI.

use crate::Code;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An argument of a code: what the sentence for people is filled with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Arg {
    /// A number; formatted by the language of the reader.
    Number(f64),
    /// Text that is shown as it is: a date in ISO 8601, a name, a letter.
    Text(String),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Arg {
            #[expect(clippy::allow_attributes, reason = "lossless for some of the kinds only")]
            #[allow(clippy::cast_precision_loss, clippy::cast_lossless, reason = "shown to people")]
            fn from(number: $kind) -> Self {
                Self::Number(number as f64)
            }
        }
    )+};
}
numbers!(u8, u16, u32, u64, usize, i32, i64, f32, f64);

/// Arguments by name.
pub type Args = BTreeMap<String, Arg>;

/// What is wrong with one answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// The field as a dotted path into the request, e.g. `mailing.postal_code`.
    pub field: String,
    /// What is wrong with it.
    pub code: Code,
    /// Arguments of the code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub args: Args,
}

impl FieldProblem {
    /// A problem of one field, without arguments.
    #[must_use]
    pub fn new(field: impl Into<String>, code: Code) -> Self {
        Self { field: field.into(), code, args: Args::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// The same problem with its field under `parent`.
    #[must_use]
    pub fn under(mut self, parent: &str) -> Self {
        self.field = format!("{parent}.{}", self.field);
        self
    }
}

/// A refusal, in the form of RFC 9457 without prose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `urn:landed:problem:<code>`.
    #[serde(rename = "type", default)]
    pub kind: String,
    /// The HTTP status, 0 where no HTTP was involved.
    #[serde(default)]
    pub status: u16,
    /// What went wrong.
    pub code: Code,
    /// Arguments of the code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub args: Args,
    /// What is wrong with single answers; empty where the whole was refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblem>,
}

impl Problem {
    /// A refusal with a code alone.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            kind: format!("urn:landed:problem:{code}"),
            status: 0,
            code,
            args: Args::new(),
            fields: Vec::new(),
        }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Names the fields at fault.
    #[must_use]
    pub fn with_fields(mut self, fields: Vec<FieldProblem>) -> Self {
        self.fields = fields;
        self
    }
}

impl From<Code> for Problem {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

impl From<Vec<FieldProblem>> for Problem {
    /// Answers that do not hold: `malformed` as a whole, with each field's own code.
    fn from(fields: Vec<FieldProblem>) -> Self {
        Self::new(Code::Malformed).with_fields(fields)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.code)?;
        for (name, value) in &self.args {
            match value {
                Arg::Number(number) => write!(f, " {name}={number}")?,
                Arg::Text(text) => write!(f, " {name}={text}")?,
            }
        }
        for field in &self.fields {
            write!(f, " [{}: {}]", field.field, field.code)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
