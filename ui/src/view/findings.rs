//! What an examination found, made ready to be shown: which findings are told when, in which order,
//! with which numbers, and which of them their reader has said to use the photo with anyway. Never
//! judges a picture itself.

use crate::view::facts::Scale;
use contract::board::ReturnedPhoto;
use contract::crop::{Crop, Missing};
use contract::draft::{AcceptedWarnings, PhotoDraft};
use contract::examination::{Examination, Finding, Framing, Limit, Unit};
use contract::photo::Reason;

/// How much a value may be rounded, as a share of itself, before it says something else.
const COARSE: f64 = 0.05;

/// A measured value beside its limits, rounded so that it still reads as beyond them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measured {
    /// What was measured.
    pub(crate) value: f64,
    /// What it is held to.
    pub(crate) held: Held,
    /// What all of it is in.
    pub(crate) unit: Unit,
    /// The value on a line with the allowed band.
    pub(crate) scale: Scale,
}

/// What a value is held to, in words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Held {
    /// From, to.
    Within(f64, f64),
    /// At least.
    Least(f64),
    /// At most.
    Most(f64),
}

impl Held {
    /// The name of the sentence's variant.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Within(..) => "within",
            Self::Least(_) => "least",
            Self::Most(_) => "most",
        }
    }

    /// Both ends, where one of them may be missing.
    pub(crate) const fn ends(self) -> (f64, f64) {
        match self {
            Self::Within(from, to) => (from, to),
            Self::Least(limit) | Self::Most(limit) => (limit, limit),
        }
    }

    fn rounded(self, digits: i32) -> Self {
        let round = |value| rounded(value, digits);
        match self {
            Self::Within(from, to) => Self::Within(round(from), round(to)),
            Self::Least(limit) => Self::Least(round(limit)),
            Self::Most(limit) => Self::Most(round(limit)),
        }
    }

    fn excludes(self, value: f64) -> bool {
        match self {
            Self::Within(from, to) => value < from || value > to,
            Self::Least(limit) => value < limit,
            Self::Most(limit) => value > limit,
        }
    }
}

fn rounded(value: f64, digits: i32) -> f64 {
    let by = 10f64.powi(digits);
    (value * by).round() / by
}

/// Whether people know what a number in this unit means.
const fn is_understood(unit: Unit) -> bool {
    match unit {
        Unit::Percent
        | Unit::Degrees
        | Unit::Lightness
        | Unit::Count
        | Unit::Quality
        | Unit::Days
        | Unit::Pixels => true,
        Unit::Chroma | Unit::Ratio | Unit::Score => false,
    }
}

/// The number of a finding, where there is one that says something to people.
pub(crate) fn measured(finding: &Finding) -> Option<Measured> {
    let (value, limit, unit) = (finding.measured?, finding.limit?, finding.unit);
    if !is_understood(unit) {
        return None;
    }
    let held = match limit {
        Limit::Within([from, to]) => Held::Within(from, to),
        Limit::One(limit) if value < limit => Held::Least(limit),
        Limit::One(limit) => Held::Most(limit),
    };
    let (low, high) = held.ends();
    let close =
        |number: f64, digits| (rounded(number, digits) - number).abs() <= number.abs() * COARSE;
    let says_the_same = |digits: &i32| {
        held.rounded(*digits).excludes(rounded(value, *digits))
            && close(low, *digits)
            && close(high, *digits)
    };
    let digits = (0..2).find(says_the_same).unwrap_or(2);
    Some(Measured {
        value: rounded(value, digits),
        held: held.rounded(digits),
        unit,
        scale: scale(value, held, unit),
    })
}

/// Where value and band lie on a line that has room for both.
fn scale(value: f64, held: Held, unit: Unit) -> Scale {
    let hundred = matches!(unit, Unit::Lightness | Unit::Quality);
    let (from, to, begin, end) = match held {
        Held::Within(from, to) => {
            let middle = f64::midpoint(from, to);
            let half = (to - from).max((value - middle).abs() * 1.2);
            (from, to, middle - half, middle + half)
        }
        Held::Least(limit) => {
            let end = if hundred { 100.0 } else { limit.max(value) * 1.6 };
            (limit, end, value.min(0.0), end)
        }
        Held::Most(limit) => {
            let end = if hundred { 100.0 } else { (limit * 1.6).max(value * 1.15) };
            let begin = value.min(0.0);
            (begin, limit, begin, end)
        }
    };
    let length = if end > begin { end - begin } else { 1.0 };
    let place = |number: f64| ((number - begin) / length).clamp(0.0, 1.0);
    Scale { from: place(from), to: place(to), value: place(value) }
}

/// What is told about a picture of which a part is still to be chosen: all but what the choice of
/// the part decides.
pub(crate) fn before_framing(findings: &[Finding]) -> Vec<Finding> {
    let decided = [Reason::HeadTooSmall, Reason::HeadTooLarge, Reason::OffCentre];
    findings.iter().filter(|finding| !decided.contains(&finding.code)).cloned().collect()
}

/// The findings as they are told: the most serious first, and nothing that another notice on the
/// page already says.
pub(crate) fn told(findings: &[Finding], same_as_is_told: bool) -> Vec<Finding> {
    let mut told: Vec<Finding> = findings
        .iter()
        .filter(|finding| !(same_as_is_told && finding.code == Reason::UsedForAnother))
        .cloned()
        .collect();
    told.sort_by_key(|finding| (finding.severity, finding.code));
    told
}

/// The warnings that were ticked for the file with these pixels. Ticks of another file are none.
pub(crate) fn ticked(draft: &PhotoDraft, pixels: &str) -> Vec<Reason> {
    match &draft.accepted {
        Some(accepted) if accepted.pixels_sha256 == pixels => accepted.reasons.clone(),
        _ => Vec::new(),
    }
}

/// The ticks after one of them was changed.
pub(crate) fn with_tick(
    draft: &PhotoDraft,
    pixels: &str,
    reason: Reason,
    on: bool,
) -> Option<AcceptedWarnings> {
    let mut reasons = ticked(draft, pixels);
    reasons.retain(|known| *known != reason);
    if on {
        reasons.push(reason);
    }
    (!reasons.is_empty()).then(|| AcceptedWarnings { pixels_sha256: pixels.to_owned(), reasons })
}

/// The warnings without a tick, in the order in which they are told.
pub(crate) fn unticked(findings: &[Finding], draft: &PhotoDraft, pixels: &str) -> Vec<Reason> {
    let ticked = ticked(draft, pixels);
    findings.iter().map(|finding| finding.code).filter(|code| !ticked.contains(code)).collect()
}

/// The name of a warning's tick among the answers of its page.
pub(crate) fn tick_name(reason: Reason) -> String {
    format!("{}.accepted", reason.as_str())
}

/// Whether these very pixels were returned before. Nothing is known of a file that an older version
/// of the app made.
pub(crate) fn was_returned(earlier: &[ReturnedPhoto], pixels: &str) -> bool {
    !pixels.is_empty() && earlier.iter().any(|photo| photo.pixels_sha256 == pixels)
}

/// A side of the head on which a picture ends too early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Above,
    Left,
    Right,
    Below,
}

impl Side {
    /// Its name in messages.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Left => "left",
            Self::Right => "right",
            Self::Below => "below",
        }
    }
}

/// How much of the photo's height or width a picture lacks, in percent and rounded up, on each side
/// where it does.
pub(crate) fn lacking(crop: Crop, missing: Missing) -> Vec<(Side, u32)> {
    let percent = |lacks: u32, of: u32| {
        let of = u64::from(of.max(1));
        u32::try_from((u64::from(lacks) * 100).div_ceil(of)).unwrap_or(u32::MAX)
    };
    [
        (Side::Above, percent(missing.top, crop.height)),
        (Side::Left, percent(missing.left, crop.width)),
        (Side::Right, percent(missing.right, crop.width)),
        (Side::Below, percent(missing.bottom, crop.height)),
    ]
    .into_iter()
    .filter(|(_, percent)| *percent > 0)
    .collect()
}

/// The part that is proposed for the photo, where the picture has room for it.
pub(crate) fn proposed(examination: &Examination) -> Option<Crop> {
    examination.framing.and_then(Framing::fitting)
}

#[cfg(test)]
mod tests;
