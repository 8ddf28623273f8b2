//! What the checks note: every measure, and the warnings that come of them.

use super::scene::Scene;
use super::settle::settle;
use super::threshold::Threshold;
use contract::examination::{Examination, Finding, Framing, Mark, Severity, Stage, Unit};
use contract::photo::Reason;
use std::collections::BTreeMap;

/// Notes of an examination under way.
#[derive(Default)]
pub(super) struct Report {
    findings: Vec<Finding>,
    measures: BTreeMap<String, f64>,
    timings: BTreeMap<String, f64>,
    framing: Option<Framing>,
    likeness: Option<String>,
}

impl Report {
    /// Notes a measured value that no limit is for. What is no number is not noted.
    pub(super) fn measure(&mut self, name: &str, value: f64) {
        if value.is_finite() {
            self.measures.insert(name.to_owned(), rounded(value));
        }
    }

    /// Notes a measured value and holds it to its threshold; where it is beyond, `region` says
    /// where that is seen.
    pub(super) fn hold(
        &mut self,
        threshold: &Threshold,
        value: f64,
        region: impl FnOnce() -> Vec<Mark>,
    ) {
        self.measure(threshold.measure, value);
        // As it is told, so that nobody sees a value on its limit that is called beyond it.
        let value = rounded(value);
        if let Some(severity) = threshold.bound.severity(value)
            && value.is_finite()
        {
            self.find(Finding {
                code: threshold.reason,
                severity,
                measured: Some(value),
                limit: Some(threshold.bound.limit()),
                unit: threshold.unit,
                region: region(),
            });
        }
    }

    /// Notes a warning that has nothing to measure.
    pub(super) fn say(&mut self, code: Reason, severity: Severity, region: Vec<Mark>) {
        let (measured, limit, unit) = (None, None, Unit::Score);
        self.find(Finding { code, severity, measured, limit, unit, region });
    }

    /// One warning for each reason: the more serious one stays, else the first.
    pub(super) fn find(&mut self, finding: Finding) {
        match self.findings.iter_mut().find(|known| known.code == finding.code) {
            Some(known) if finding.severity < known.severity => *known = finding,
            Some(_) => {}
            None => self.findings.push(finding),
        }
    }

    /// A value that an earlier check noted.
    pub(super) fn measured(&self, name: &str) -> Option<f64> {
        self.measures.get(name).copied()
    }

    /// Whether an earlier check warned of this.
    pub(super) fn warns_of(&self, reason: Reason) -> bool {
        self.findings.iter().any(|finding| finding.code == reason)
    }

    /// The part that is proposed.
    pub(super) fn propose(&mut self, framing: Framing) {
        self.framing = Some(framing);
    }

    /// What tells the photograph again.
    pub(super) fn liken(&mut self, likeness: String) {
        self.likeness = Some(likeness);
    }

    /// How long a stage took, in milliseconds.
    pub(super) fn took(&mut self, stage: Stage, milliseconds: f64) {
        self.timings.insert(stage.as_str().to_owned(), (milliseconds * 1000.0).round() / 1000.0);
    }

    /// All of it: the most serious warnings first, otherwise in the order of [`Reason::ALL`].
    pub(super) fn told(mut self, scene: &Scene<'_>) -> Examination {
        settle(&mut self.findings);
        self.findings.sort_by_key(|finding| (finding.severity, finding.code));
        let (width, height) = scene.upright;
        Examination {
            width: width as u32,
            height: height as u32,
            findings: self.findings,
            face: scene.face_seen(),
            geometry: scene.geometry(),
            measures: self.measures,
            framing: self.framing,
            likeness: self.likeness,
            timings_ms: self.timings,
        }
    }
}

/// Four digits behind the point are more than any measure holds, and the same on every machine.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
