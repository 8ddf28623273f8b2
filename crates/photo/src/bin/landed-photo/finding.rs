//! One thing that is wrong with a file: for programs as an object, for people as a sentence.

use contract::policy::PhotoPolicy;
use contract::problem::Arg;
use contract::{Code, Problem};
use serde_json::{Value, json};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    /// Another picture is needed.
    Refusal,
    /// Framing mends it.
    Fixable,
}

impl Severity {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Refusal => "refusal",
            Self::Fixable => "fixable",
        }
    }
}

/// A problem of a file, and how much it matters.
pub(crate) struct Finding {
    pub(crate) severity: Severity,
    pub(crate) problem: Problem,
}

impl Finding {
    /// The object for programs: sizes as pairs of pixels, a shape as width to height, a weight in
    /// bytes. `null` where there is nothing to measure.
    pub(crate) fn json(&self, policy: &PhotoPolicy) -> Value {
        let number = |name: &str| self.problem.args.get(name).map_or(Value::Null, plain);
        let size = || json!([number("width"), number("height")]);
        let (measured, limit, unit) = match self.problem.code {
            Code::PhotoTooSmall => {
                (size(), json!([policy.min_width, policy.min_height]), json!("px"))
            }
            Code::PhotoTooLarge => {
                (size(), json!([policy.max_width, policy.max_height]), json!("px"))
            }
            Code::PhotoWrongShape => {
                let (across, down) = policy.shape;
                let wanted = rounded(f64::from(across) / f64::from(down));
                (self.shape(), json!(wanted), json!("width/height"))
            }
            Code::PhotoTooHeavy => (number("bytes"), number("limit"), json!("bytes")),
            Code::PhotoTooManyPixels => {
                (number("megapixels"), number("limit"), json!("megapixels"))
            }
            Code::PhotoWrongFormat => (number("found"), json!(["JPEG", "PNG"]), Value::Null),
            _ => (Value::Null, Value::Null, Value::Null),
        };
        json!({
            "code": short(self.problem.code),
            "severity": self.severity.as_str(),
            "measured": measured,
            "limit": limit,
            "unit": unit,
            "region": null,
        })
    }

    /// The sentence for people.
    pub(crate) fn text(&self) -> String {
        let mends = if self.severity == Severity::Fixable { "; framing mends it" } else { "" };
        format!("{}{mends}", sentence(&self.problem))
    }

    fn shape(&self) -> Value {
        match (self.problem.args.get("width"), self.problem.args.get("height")) {
            (Some(Arg::Number(width)), Some(Arg::Number(height))) if *height > 0.0 => {
                json!(rounded(width / height))
            }
            _ => Value::Null,
        }
    }
}

/// The code without what every code of a photo begins with.
fn short(code: Code) -> &'static str {
    code.as_str().strip_prefix("photo_").unwrap_or(code.as_str())
}

fn rounded(ratio: f64) -> f64 {
    (ratio * 10_000.0).round() / 10_000.0
}

/// A value as JSON has it; whole numbers without a point.
fn plain(value: &Arg) -> Value {
    match value {
        Arg::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            json!(*number as i64)
        }
        Arg::Number(number) => json!(number),
        Arg::Text(text) => json!(text),
    }
}

/// What is wrong, in English.
pub(crate) fn sentence(problem: &Problem) -> String {
    let arg = |name: &str| match problem.args.get(name).map(plain) {
        Some(Value::String(text)) => text,
        Some(value) => value.to_string(),
        None => "?".to_owned(),
    };
    match problem.code {
        Code::PhotoEmpty => "the file is empty".to_owned(),
        Code::PhotoUnreadable => "it cannot be read; it may be damaged or cut off".to_owned(),
        Code::PhotoWrongFormat => {
            format!("it is no JPEG or PNG that can be used, but: {}", arg("found"))
        }
        Code::PhotoTooManyPixels => {
            format!("{} megapixels are more than {}", arg("megapixels"), arg("limit"))
        }
        Code::PhotoTooHeavy => format!("{} bytes are more than {}", arg("bytes"), arg("limit")),
        Code::PhotoTooSmall => format!(
            "{} × {} px is less than {} × {} px",
            arg("width"),
            arg("height"),
            arg("min_width"),
            arg("min_height")
        ),
        Code::PhotoTooLarge => format!(
            "{} × {} px is more than {} × {} px",
            arg("width"),
            arg("height"),
            arg("max_width"),
            arg("max_height")
        ),
        Code::PhotoWrongShape => {
            format!("{} × {} px is not 5 to 7", arg("width"), arg("height"))
        }
        Code::PhotoNoRoom => format!(
            "the picture lacks pixels: {} on the left, {} above, {} on the right, {} below",
            arg("left"),
            arg("top"),
            arg("right"),
            arg("bottom")
        ),
        _ => problem.to_string(),
    }
}
