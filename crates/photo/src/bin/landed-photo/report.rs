//! What is found about one file, with the time that it took.

use crate::files;
use crate::finding::{Finding, Severity};
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
    /// It can be sent as it is.
    Clear,
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
            Self::Fixable => 1,
            Self::Refused => 2,
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Clear => "clear",
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
}

impl<'a> Report<'a> {
    /// Reads a file and looks at it.
    pub(crate) fn of(file: &Path, policy: &'a PhotoPolicy) -> Self {
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
        Self { file, facts, findings, read_ms, inspect_ms, policy }
    }

    /// The worst of what was found.
    pub(crate) fn verdict(&self) -> Verdict {
        let severe = |severity| self.findings.iter().any(|finding| finding.severity == severity);
        if severe(Severity::Refusal) {
            Verdict::Refused
        } else if severe(Severity::Fixable) {
            Verdict::Fixable
        } else {
            Verdict::Clear
        }
    }

    /// The object for programs.
    pub(crate) fn json(&self) -> Value {
        let facts = self.facts.as_ref();
        let findings: Vec<Value> =
            self.findings.iter().map(|finding| finding.json(self.policy)).collect();
        json!({
            "file": self.file,
            "format": facts.map(|facts| facts.format),
            "width": facts.map(|facts| facts.width),
            "height": facts.map(|facts| facts.height),
            "bytes": facts.map(|facts| facts.bytes),
            "profile": facts.and_then(|facts| facts.profile.as_deref()),
            "verdict": self.verdict().as_str(),
            "findings": findings,
            "face": null,
            "geometry": null,
            "measures": {},
            "frame": null,
            "metadata": names(facts),
            "timings_ms": { "read": self.read_ms, "inspect": self.inspect_ms },
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
        if let Some(profile) = self.facts.as_ref().and_then(|facts| facts.profile.as_ref()) {
            lines.push(format!("  colour profile: {profile}"));
        }
        let names = names(self.facts.as_ref());
        if !names.is_empty() {
            lines.push(format!("  removed before sending: {}", names.join(", ")));
        }
        lines.join("\n")
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
