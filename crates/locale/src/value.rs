//! What a message is filled with.

use fluent_bundle::FluentValue;

/// An argument of a message. Numbers choose the plural and are written as the language does.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Shown as it is.
    Text(String),
    /// A number.
    Number(f64),
}

impl Value {
    pub(crate) fn fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Value {
            #[expect(clippy::allow_attributes, reason = "lossless for some of the kinds only")]
            #[allow(clippy::cast_precision_loss, clippy::cast_lossless, reason = "shown to people")]
            fn from(number: $kind) -> Self {
                Self::Number(number as f64)
            }
        }
    )+};
}
numbers!(u8, u16, u32, u64, usize, i8, i16, i32, i64, f32, f64);
