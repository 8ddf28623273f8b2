//! What is found about one file, with the time that it took.

use crate::examined::Seen;
use crate::files;
use crate::finding::{Finding, Severity};
use contract::photo::SourceKind;
use contract::picked::Obstacles;
use contract::policy::PhotoPolicy;
use contract::{Code, Problem};
use photo::Facts;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Instant;

/// What becomes of a file, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// Nothing was found.
    Clear,
    /// It can be sent as it is; somebody should look at it first.
    Warnings,
    /// Framing makes a photo of it.
    Fixable,
    /// Another picture is needed.
    Refused,
}

impl Verdict {
    /// What the program ends with.
    pub(crate) const fn exit_code(self) -> u8 {
        match self {
            Self::Clear => 0,
            Self::Warnings => 3,
            Self::Fixable => 1,
            Self::Refused => 2,
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Warnings => "warnings",
            Self::Fixable => "fixable",
            Self::Refused => "refused",
        }
    }
}

/// What is found about one file.
pub(crate) struct Report<'a> {
    file: String,
    facts: Option<Facts>,
    findings: Vec<Finding>,
    read_ms: f64,
    inspect_ms: f64,
    policy: &'a PhotoPolicy,
    seen: Option<Seen>,
}

impl<'a> Report<'a> {
    /// Reads a file and looks at it.
    pub(crate) fn of(file: &Path, policy: &'a PhotoPolicy) -> Self {
        Self::read(file, policy).0
    }

    /// Reads a file and looks at it, and at what it shows where it can be looked at.
    pub(crate) fn examined(file: &Path, policy: &'a PhotoPolicy, kind: Option<SourceKind>) -> Self {
        let (report, bytes) = Self::read(file, policy);
        let seen = report.facts.is_some().then(|| Seen::of(&bytes, policy, kind)).flatten();
        Self { seen, ..report }
    }

    /// The report, and the bytes that it is about.
    fn read(file: &Path, policy: &'a PhotoPolicy) -> (Self, Vec<u8>) {
        let started = Instant::now();
        let bytes = files::read(file, policy);
        let read_ms = milliseconds(started);
        let started = Instant::now();
        let looked = match &bytes {
            Ok(bytes) => photo::inspect(bytes, policy),
            Err(_) => Err(Code::FileNotReadable.into()),
        };
        let inspect_ms = milliseconds(started);
        let (facts, findings) = match looked {
            Ok(facts) => {
                // What is removed does not count as weight, as in the app.
                let bare = bytes.as_ref().ok().and_then(|bytes| photo::strip(bytes, policy).ok());
                let weight = bare.map_or(facts.bytes, |bare| bare.bytes.len() as u64);
                let findings = judged(&facts, weight, policy);
                (Some(facts), findings)
            }
            Err(problem) => (None, vec![Finding { severity: Severity::Refusal, problem }]),
        };
        let file = file.display().to_string();
        let report = Self { file, facts, findings, read_ms, inspect_ms, policy, seen: None };
        (report, bytes.unwrap_or_default())
    }

    /// The worst of what was found.
    pub(crate) fn verdict(&self) -> Verdict {
        let severe = |severity| self.findings.iter().any(|finding| finding.severity == severity);
        if severe(Severity::Refusal) {
            Verdict::Refused
        } else if severe(Severity::Fixable) {
            Verdict::Fixable
        } else if self.seen.as_ref().is_some_and(Seen::warns) {
            Verdict::Warnings
        } else {
            Verdict::Clear
        }
    }

    /// The object for programs.
    pub(crate) fn json(&self) -> Value {
        let facts = self.facts.as_ref();
        let mut findings: Vec<Value> =
            self.findings.iter().map(|finding| finding.json(self.policy)).collect();
        let mut timings = json!({ "read": self.read_ms, "inspect": self.inspect_ms });
        if let Some(seen) = &self.seen {
            findings.extend(seen.findings());
            seen.add_timings(&mut timings);
        }
        let seen = self.seen.as_ref();
        json!({
            "file": self.file,
            "format": facts.map(|facts| facts.format),
            "width": facts.map(|facts| facts.width),
            "height": facts.map(|facts| facts.height),
            "bytes": facts.map(|facts| facts.bytes),
            "profile": facts.and_then(|facts| facts.profile.as_deref()),
            "verdict": self.verdict().as_str(),
            "findings": findings,
            "face": seen.map_or(Value::Null, Seen::face),
            "geometry": seen.map_or(Value::Null, Seen::geometry),
            "measures": seen.map_or_else(|| json!({}), Seen::measures),
            "frame": seen.map_or(Value::Null, Seen::frame),
            "metadata": names(facts),
            "timings_ms": timings,
        })
    }

    /// The lines for people.
    pub(crate) fn text(&self) -> String {
        let mut lines = vec![match &self.facts {
            Some(facts) => format!(
                "{}: {}, {} × {} px, {} bytes, {}",
                self.file,
                facts.format.media_type(),
                facts.width,
                facts.height,
                facts.bytes,
                self.verdict().as_str()
            ),
            None => format!("{}: {}", self.file, self.verdict().as_str()),
        }];
        lines.extend(self.findings.iter().map(|finding| format!("  {}", finding.text())));
        lines.extend(self.seen.iter().flat_map(Seen::lines).map(|line| format!("  {line}")));
        if let Some(profile) = self.facts.as_ref().and_then(|facts| facts.profile.as_ref()) {
            lines.push(format!("  colour profile: {profile}"));
        }
        let names = names(self.facts.as_ref());
        if !names.is_empty() {
            lines.push(format!("  removed before sending: {}", names.join(", ")));
        }
        lines.join("\n")
    }

    /// The picture as PNG with what was found drawn on it; nothing where it cannot be looked at.
    pub(crate) fn overlay(&self) -> Option<Vec<u8>> {
        self.seen.as_ref()?.overlay()
    }
}

/// What stops a picture from being sent as it is, the worst first.
fn judged(facts: &Facts, weight: u64, policy: &PhotoPolicy) -> Vec<Finding> {
    let obstacles = Obstacles::of_source(facts.width, facts.height, weight, policy);
    let with = |severity, problems: Vec<Problem>| {
        problems.into_iter().map(move |problem| Finding { severity, problem })
    };
    with(Severity::Refusal, obstacles.refusals)
        .chain(with(Severity::Fixable, obstacles.fixables))
        .collect()
}

fn names(facts: Option<&Facts>) -> Vec<&str> {
    facts.map_or_else(Vec::new, |facts| facts.tags.iter().map(|tag| tag.name.as_str()).collect())
}

fn milliseconds(started: Instant) -> f64 {
    (started.elapsed().as_secs_f64() * 1_000_000.0).round() / 1000.0
}
