//! What is seen in one picture: for programs the names that the examination documents, for people a
//! sentence for each warning.

use crate::overlay;
use contract::examination::{Examination, Finding, Framing, Limit, Unit};
use contract::photo::SourceKind;
use contract::policy::PhotoPolicy;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use photo::Options;
use serde_json::{Value, json};
use std::ops::ControlFlow;
use std::time::{Duration, Instant, SystemTime};

/// An examination, and the picture that it is of.
pub(crate) struct Seen {
    examination: Examination,
    preview: Option<Vec<u8>>,
}

impl Seen {
    /// Examines a picture. Nothing where it is none.
    pub(crate) fn of(bytes: &[u8], policy: &PhotoPolicy, kind: Option<SourceKind>) -> Option<Self> {
        let started = Instant::now();
        let clock = || started.elapsed().as_secs_f64() * 1000.0;
        let origin = photo::origin(bytes);
        let options = Options {
            kind,
            origin: Some(&origin),
            today: today(),
            clock: Some(&clock),
            ..Options::new(policy)
        };
        let examination = photo::examine(bytes, options, |_| ControlFlow::Continue(())).ok()?;
        let preview = photo::look(bytes, policy).ok().map(|look| look.preview);
        Some(Self { examination, preview })
    }

    /// Whether anything is to be warned of.
    pub(crate) fn warns(&self) -> bool {
        !self.examination.findings.is_empty()
    }

    /// The warnings as objects.
    pub(crate) fn findings(&self) -> impl Iterator<Item = Value> + '_ {
        self.examination.findings.iter().map(|finding| json!(finding))
    }

    /// The face with its points, or null.
    pub(crate) fn face(&self) -> Value {
        json!(self.examination.face)
    }

    /// How the head lies, or null.
    pub(crate) fn geometry(&self) -> Value {
        json!(self.examination.geometry)
    }

    /// Every measure by its name.
    pub(crate) fn measures(&self) -> Value {
        json!(self.examination.measures)
    }

    /// The part that would make a photo of it, where the picture has room for it; else null.
    pub(crate) fn frame(&self) -> Value {
        let crop = self.examination.framing.and_then(Framing::fitting);
        crop.map_or(
            Value::Null,
            |crop| json!({ "x": crop.x, "y": crop.y, "w": crop.width, "h": crop.height }),
        )
    }

    /// Adds how long each stage took.
    pub(crate) fn add_timings(&self, timings: &mut Value) {
        if let Some(timings) = timings.as_object_mut() {
            let stages = &self.examination.timings_ms;
            timings.extend(stages.iter().map(|(stage, took)| (stage.clone(), json!(took))));
        }
    }

    /// A sentence for each warning, and what frame is proposed.
    pub(crate) fn lines(&self) -> Vec<String> {
        let findings = self.examination.findings.iter().map(sentence);
        findings.chain(self.examination.framing.map(proposal)).collect()
    }

    /// The picture as PNG with all of it drawn.
    pub(crate) fn overlay(&self) -> Option<Vec<u8>> {
        overlay::png(self.preview.as_ref()?, &self.examination)
    }
}

/// The day by the system's clock, in universal time: months are counted, not hours.
fn today() -> Option<Date> {
    #[expect(clippy::disallowed_methods, reason = "the program is where time comes from")]
    let now = SystemTime::now();
    let since: Duration = now.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let now = Timestamp::UNIX_EPOCH.checked_add(SignedDuration::try_from(since).ok()?).ok()?;
    Some(now.to_zoned(TimeZone::UTC).date())
}

/// One warning with what was measured and what it is held to.
fn sentence(finding: &Finding) -> String {
    let what = finding.code.as_str().replace('_', " ");
    let said = format!("{}: {what}", finding.severity.as_str());
    let Some(measured) = finding.measured else { return said };
    let value = |value: f64| amount(value, finding.unit);
    let limit = match finding.limit {
        None => String::new(),
        Some(Limit::One(limit)) if measured < limit => format!("; at least {}", value(limit)),
        Some(Limit::One(limit)) => format!("; at most {}", value(limit)),
        Some(Limit::Within([from, to])) => format!("; {} to {}", value(from), value(to)),
    };
    format!("{said}, measured {}{limit}", value(measured))
}

fn amount(value: f64, unit: Unit) -> String {
    let number = (value * 100.0).round() / 100.0;
    match unit {
        Unit::Percent => format!("{number} %"),
        Unit::Degrees => format!("{number}°"),
        Unit::Lightness => format!("L* {number}"),
        Unit::Chroma => format!("C* {number}"),
        Unit::Days => format!("{number} days"),
        Unit::Pixels => format!("{number} px"),
        Unit::Quality => format!("quality {number}"),
        Unit::Ratio | Unit::Count | Unit::Score => number.to_string(),
    }
}

/// What frame is proposed, or what the picture lacks for it.
fn proposal(framing: Framing) -> String {
    match framing {
        Framing::Fits { crop } => {
            format!("proposed frame: {},{},{},{}", crop.x, crop.y, crop.width, crop.height)
        }
        Framing::Lacks { crop, missing } => {
            let share =
                |pixels: u32, of: u32| (f64::from(pixels) * 100.0 / f64::from(of.max(1))).ceil();
            let sides = [
                (missing.left, crop.width, "on the left"),
                (missing.top, crop.height, "above"),
                (missing.right, crop.width, "on the right"),
                (missing.bottom, crop.height, "below"),
            ];
            let lacks: Vec<String> = sides
                .into_iter()
                .filter(|(pixels, _, _)| *pixels > 0)
                .map(|(pixels, of, side)| format!("{} % {side}", share(pixels, of)))
                .collect();
            format!("step back: the right frame needs more space, {}", lacks.join(", "))
        }
        Framing::TooFew { crop } => format!(
            "come nearer or take a larger picture: the right frame has only {} × {} px",
            crop.width, crop.height
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::crop::{Crop, Missing};
    use contract::examination::Severity;
    use contract::photo::Reason;

    #[test]
    fn a_warning_says_what_was_measured_beside_its_limit() {
        let mut finding = Finding {
            code: Reason::HeadTooLarge,
            severity: Severity::Strong,
            measured: Some(56.0),
            limit: Some(Limit::Within([44.3, 51.4])),
            unit: Unit::Percent,
            region: Vec::new(),
        };
        let said = sentence(&finding);
        assert_eq!(said, "strong: head too large, measured 56 %; 44.3 % to 51.4 %");
        finding.limit = Some(Limit::One(60.0));
        assert!(sentence(&finding).ends_with("56 %; at least 60 %"));
        finding.limit = Some(Limit::One(50.0));
        assert!(sentence(&finding).ends_with("56 %; at most 50 %"));
        finding.measured = None;
        assert_eq!(sentence(&finding), "strong: head too large");
    }

    #[test]
    fn what_is_missing_is_said_as_a_share_of_the_frame() {
        let crop = Crop { x: -50, y: -140, width: 1000, height: 1400 };
        let missing = Missing { left: 50, top: 140, right: 0, bottom: 0 };
        let said = proposal(Framing::Lacks { crop, missing });
        assert_eq!(
            said,
            "step back: the right frame needs more space, 5 % on the left, 10 % above"
        );
    }
}
