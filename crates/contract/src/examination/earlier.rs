//! Comparing a photo with those that were sent before: whether it is a photograph that came back, or
//! one that is used for somebody else too.

use super::{Examination, Finding, Limit, Severity, Unit};
use crate::photo::Reason;
use serde::{Deserialize, Serialize};

/// A photo that was sent before, to be compared with one that is examined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// The hash of its pixels, in hexadecimal digits.
    pub pixels_sha256: String,
    /// What tells it again, where it was examined.
    pub likeness: Option<String>,
    /// Whose it was, and what became of it.
    pub whose: Whose,
}

/// What an earlier photo was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The same person's, and an officer returned it.
    Returned,
    /// Another person's.
    Another,
}

/// Two likenesses that differ in no more bits than this are of one photograph. Of 423 copies that were
/// framed, scaled, compressed, lit or sharpened anew, 422 differ in 18 of the 256 bits or fewer; another
/// photograph of the same person in the same light in 20 and more, of another person in 57 and more.
pub const SAME_PHOTOGRAPH: u32 = 18;

/// In how many bits two likenesses differ. `None` where they cannot be compared: they are of other
/// kinds, or no likenesses.
#[must_use]
pub fn likeness_difference(one: &str, other: &str) -> Option<u32> {
    let ((kind, one), (of, other)) = (one.split_once('-')?, other.split_once('-')?);
    if kind != of || one.len() != other.len() || one.is_empty() {
        return None;
    }
    let digits = one.chars().zip(other.chars());
    digits.map(|(one, other)| Some((one.to_digit(16)? ^ other.to_digit(16)?).count_ones())).sum()
}

impl Examination {
    /// With what comparing it with earlier photos finds: that it resembles one that was returned,
    /// or that it is also used for another person. The warnings stay in their order.
    #[must_use]
    pub fn with_earlier(mut self, earlier: &[Earlier]) -> Self {
        let alike = |earlier: &Earlier| {
            let (own, theirs) = (self.likeness.as_deref()?, earlier.likeness.as_deref()?);
            likeness_difference(own, theirs).filter(|bits| *bits <= SAME_PHOTOGRAPH)
        };
        let nearest = |whose| earlier.iter().filter(|at| at.whose == whose).filter_map(alike).min();
        let found = [
            (nearest(Whose::Returned), Reason::ResemblesReturned, Severity::Strong),
            (nearest(Whose::Another), Reason::UsedForAnother, Severity::Mild),
        ];
        for (bits, code, severity) in found {
            let Some(bits) = bits else { continue };
            if self.findings.iter().any(|known| known.code == code) {
                continue;
            }
            self.findings.push(Finding {
                code,
                severity,
                measured: Some(f64::from(bits)),
                limit: Some(Limit::One(f64::from(SAME_PHOTOGRAPH))),
                unit: Unit::Score,
                region: Vec::new(),
            });
        }
        self.findings.sort_by_key(|finding| (finding.severity, finding.code));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(code: Reason, severity: Severity) -> Finding {
        let (measured, limit, unit) = (None, None, Unit::Score);
        Finding { code, severity, measured, limit, unit, region: vec![] }
    }

    #[test]
    fn likenesses_are_compared_bit_by_bit_and_only_with_their_own_kind() {
        assert_eq!(likeness_difference("face-00ff", "face-00ff"), Some(0));
        assert_eq!(likeness_difference("face-00ff", "face-01f0"), Some(5));
        for other in ["whole-00ff", "face-00f", "face-00fg", "00ff", "", "face-"] {
            assert_eq!(likeness_difference("face-00ff", other), None, "{other}");
        }
    }

    #[test]
    fn what_resembles_earlier_photos_is_told_among_the_warnings_in_their_order() {
        let same = format!("face-{}", "0".repeat(64));
        let near = format!("face-{}{}", "f".repeat(4), "0".repeat(60));
        let far = format!("face-{}{}", "f".repeat(5), "0".repeat(59));
        let earlier = |likeness: &str, whose| Earlier {
            pixels_sha256: String::new(),
            likeness: Some(likeness.to_owned()),
            whose,
        };
        let known = vec![
            finding(Reason::TooDark, Severity::Strong),
            finding(Reason::Blurred, Severity::Mild),
            finding(Reason::TooOld, Severity::Mild),
        ];
        let seen = Examination { likeness: Some(same), findings: known, ..Examination::default() };
        let told = seen.clone().with_earlier(&[
            earlier(&far, Whose::Returned),
            earlier(&near, Whose::Returned),
            earlier(&near, Whose::Another),
        ]);
        let codes: Vec<_> = told.findings.iter().map(|f| (f.code, f.severity)).collect();
        assert_eq!(
            codes,
            [
                (Reason::TooDark, Severity::Strong),
                (Reason::ResemblesReturned, Severity::Strong),
                (Reason::Blurred, Severity::Mild),
                (Reason::UsedForAnother, Severity::Mild),
                (Reason::TooOld, Severity::Mild),
            ]
        );
        assert_eq!(told.findings[1].measured, Some(16.0));
        assert_eq!(seen.clone().with_earlier(&[earlier(&far, Whose::Returned)]), seen);
        let unlike = Examination { likeness: None, ..seen };
        assert_eq!(unlike.clone().with_earlier(&[earlier(&near, Whose::Another)]), unlike);
    }
}
