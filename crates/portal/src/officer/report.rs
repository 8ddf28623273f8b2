//! What an officer is told of the examination of a photo: what was measured, what it is held to, how
//! serious it is. It advises; the officer decides. What was measured without being held to a limit
//! is not listed, and nothing is said about who somebody is.

use super::{Office, OfficerError};
use crate::store::Standing;
use contract::examination::{Examination, Finding, Limit, Severity};
use contract::id::{PersonId, PhotoId};
use contract::photo::SourceKind;
use jiff::Timestamp;
use jiff::civil::Date;
use photo::examine::Bound;
use serde::Serialize;
use std::fmt::{self, Display, Formatter};

/// The examination of a photo in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Verdict {
    /// It is not examined yet.
    Waiting,
    /// It is examined.
    Examined {
        /// When.
        at: Timestamp,
        /// By which examination.
        version: String,
        /// Strong warnings.
        strong: usize,
        /// Mild warnings.
        mild: usize,
        /// The warnings, the most serious first.
        findings: Vec<Finding>,
    },
    /// Nothing came of it.
    Failed {
        /// When.
        at: Timestamp,
        /// Why.
        reason: String,
    },
    /// It is not kept any more.
    NotKept,
}

impl From<Standing> for Verdict {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Waiting => Self::Waiting,
            Standing::Failed { at, reason } => Self::Failed { at, reason },
            Standing::NotKept => Self::NotKept,
            Standing::Examined { at, version, report } => {
                let count =
                    |severity| report.findings.iter().filter(|f| f.severity == severity).count();
                let (strong, mild) = (count(Severity::Strong), count(Severity::Mild));
                Self::Examined { at, version, strong, mild, findings: report.findings }
            }
        }
    }
}

/// In one line: `1 strong: blurred; 2 mild: too_dark, tilted`.
impl Display for Verdict {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let findings = match self {
            Self::Waiting => return f.write_str("not examined yet"),
            Self::Failed { reason, .. } => return write!(f, "examination failed: {reason}"),
            Self::NotKept => return f.write_str("examination not kept"),
            Self::Examined { findings, .. } if findings.is_empty() => {
                return f.write_str("no warnings");
            }
            Self::Examined { findings, .. } => findings,
        };
        let mut between = "";
        for severity in [Severity::Strong, Severity::Mild] {
            let codes: Vec<&str> = findings
                .iter()
                .filter(|finding| finding.severity == severity)
                .map(|finding| finding.code.as_str())
                .collect();
            if !codes.is_empty() {
                write!(f, "{between}{} {}: {}", codes.len(), severity.as_str(), codes.join(", "))?;
                between = "; ";
            }
        }
        Ok(())
    }
}

/// A photo with everything that was seen in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PhotoReport {
    /// The photo.
    pub photo: PhotoId,
    /// On which application.
    pub application_number: String,
    /// Whose.
    pub person: PersonId,
    /// Their name in one line.
    pub name: String,
    /// Their date of birth.
    pub date_of_birth: Date,
    /// What its sender said it is.
    pub kind: SourceKind,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// What was seen in it.
    pub examination: Standing,
}

/// A photo with everything that was seen in it, whether or not it is decided on.
///
/// # Errors
/// `not_found`, and where the store fails.
pub async fn photo_report(office: &Office, photo: PhotoId) -> Result<PhotoReport, OfficerError> {
    let unknown = || OfficerError::NotFound { what: "photo", name: photo.to_string() };
    let case = office.store.case_of_photo(photo).await?.ok_or_else(unknown)?;
    let (person, file) = case.photo(photo).ok_or_else(unknown)?;
    Ok(PhotoReport {
        photo,
        application_number: case.application_number.clone(),
        person: person.id,
        name: person.name.full(),
        date_of_birth: person.date_of_birth,
        kind: file.kind,
        submitted_at: file.submitted_at,
        examination: office.store.examination(photo).await?,
    })
}

impl Display for PhotoReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { photo, application_number, name, date_of_birth, .. } = self;
        writeln!(f, "{photo}  {application_number}  {name}  born {date_of_birth}")?;
        writeln!(f, "{} submitted {}", kind(self.kind), self.submitted_at)?;
        let Standing::Examined { at, version, report } = &self.examination else {
            return writeln!(f, "{}", Verdict::from(self.examination.clone()));
        };
        writeln!(f, "examined {at} by {version}")?;
        if report.findings.is_empty() {
            writeln!(f, "no warnings")?;
        }
        for finding in &report.findings {
            let (severity, code) = (finding.severity.as_str(), finding.code.as_str());
            writeln!(f, "{severity:<6}  {code}{}", measured(finding))?;
        }
        limits(f, report)
    }
}

fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::DigitalPhoto => "digital photo",
        SourceKind::Scan => "scan",
        SourceKind::Selfie => "selfie",
    }
}

/// `: 56.1 percent, 44.3 to 51.4 is needed`.
fn measured(finding: &Finding) -> String {
    let Some(measured) = finding.measured else {
        return String::new();
    };
    let unit = finding.unit.as_str();
    let needed = match finding.limit {
        None => String::new(),
        Some(Limit::Within([from, to])) => format!(", {from} to {to} is needed"),
        Some(Limit::One(limit)) if measured < limit => format!(", at least {limit} is needed"),
        Some(Limit::One(limit)) => format!(", at most {limit} is allowed"),
    };
    format!(": {measured} {unit}{needed}")
}

/// Measures that follow somebody's skin. A warning tells them where it rests on them; nothing else
/// does.
const OF_SKIN: [&str; 2] = ["complexion_distance", "face_highlight"];

/// Every measure that is held to a limit, with that limit, whether it led to a warning or not.
fn limits(f: &mut Formatter<'_>, report: &Examination) -> fmt::Result {
    writeln!(f, "measured:")?;
    let mut told = Vec::new();
    for threshold in photo::examine::thresholds() {
        let line = (threshold.measure, threshold.bound);
        let Some(value) = report.measures.get(threshold.measure) else { continue };
        if told.contains(&line) || OF_SKIN.contains(&threshold.measure) {
            continue;
        }
        let limit = match threshold.bound {
            Bound::AtLeast { mild, .. } => format!("at least {mild}"),
            Bound::AtMost { mild, .. } => format!("at most {mild}"),
            Bound::Within { mild: [from, to], .. } => format!("{from} to {to}"),
        };
        writeln!(f, "  {}  {value} {} ({limit})", threshold.measure, threshold.unit.as_str())?;
        told.push(line);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::examination::Unit;
    use contract::photo::Reason;

    fn finding(code: Reason, severity: Severity, measured: f64, limit: Limit) -> Finding {
        let (measured, limit) = (Some(measured), Some(limit));
        Finding { code, severity, measured, limit, unit: Unit::Percent, region: Vec::new() }
    }

    fn examined(findings: Vec<Finding>) -> Standing {
        let report = Box::new(Examination { findings, ..Examination::default() });
        Standing::Examined { at: Timestamp::UNIX_EPOCH, version: "1".into(), report }
    }

    #[test]
    fn a_verdict_counts_and_names_its_warnings_in_one_line() {
        let large =
            finding(Reason::HeadTooLarge, Severity::Strong, 56.1, Limit::Within([44.3, 51.4]));
        let centre = finding(Reason::OffCentre, Severity::Mild, 5.2, Limit::One(5.0));
        let dark = finding(Reason::TooDark, Severity::Mild, 60.0, Limit::One(70.0));
        let said = |standing| Verdict::from(standing).to_string();
        assert_eq!(
            said(examined(vec![large.clone(), centre.clone(), dark.clone()])),
            "1 strong: head_too_large; 2 mild: off_centre, too_dark"
        );
        assert_eq!(said(examined(vec![centre.clone()])), "1 mild: off_centre");
        assert_eq!(said(examined(Vec::new())), "no warnings");
        assert_eq!(said(Standing::Waiting), "not examined yet");
        let failed = Standing::Failed { at: Timestamp::UNIX_EPOCH, reason: "lost".into() };
        assert_eq!(said(failed), "examination failed: lost");
        assert_eq!(measured(&large), ": 56.1 percent, 44.3 to 51.4 is needed");
        assert_eq!(measured(&centre), ": 5.2 percent, at most 5 is allowed");
        assert_eq!(measured(&dark), ": 60 percent, at least 70 is needed");
    }
}
