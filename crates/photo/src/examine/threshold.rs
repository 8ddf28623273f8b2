//! Where a measured value becomes a warning. Each check keeps its thresholds beside its formula;
//! the calibration report (`docs/photo-calibration.md`) is written from them.

use contract::examination::{Limit, Severity, Unit};
use contract::photo::Reason;

/// One measure and the limits that it is held to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    /// What it warns of.
    pub reason: Reason,
    /// The measure's name in `measures`.
    pub measure: &'static str,
    /// What it is in.
    pub unit: Unit,
    /// Its limits.
    pub bound: Bound,
    /// What the limits rest on.
    pub basis: Basis,
    /// The formula in one line, with its source, for the calibration report.
    pub formula: &'static str,
}

/// How a value is held. `strong` lies further out than `mild`; infinite where it is never strong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// A warning under `mild`.
    AtLeast {
        /// Mild under this.
        mild: f64,
        /// Strong under this.
        strong: f64,
    },
    /// A warning over `mild`.
    AtMost {
        /// Mild over this.
        mild: f64,
        /// Strong over this.
        strong: f64,
    },
    /// A warning outside of `mild`.
    Within {
        /// Mild outside of this.
        mild: [f64; 2],
        /// Strong outside of this.
        strong: [f64; 2],
    },
}

/// What a threshold rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The programme's or a standard's own number.
    Rule,
    /// Photographs, and copies of them that were changed.
    Portraits,
    /// Drawn or painted-over pictures only.
    Synthetic,
}

impl Bound {
    /// How serious a value is, if it is.
    #[must_use]
    pub fn severity(self, value: f64) -> Option<Severity> {
        let (mild, strong) = match self {
            Self::AtLeast { mild, strong } => (value < mild, value < strong),
            Self::AtMost { mild, strong } => (value > mild, value > strong),
            Self::Within { mild, strong } => {
                let outside = |[from, to]: [f64; 2]| value < from || value > to;
                (outside(mild), outside(strong))
            }
        };
        match (mild, strong) {
            (_, true) => Some(Severity::Strong),
            (true, false) => Some(Severity::Mild),
            (false, false) => None,
        }
    }

    /// The limit that is told: the one that is asked for, whatever the severity.
    #[must_use]
    pub const fn limit(self) -> Limit {
        match self {
            Self::AtLeast { mild, .. } | Self::AtMost { mild, .. } => Limit::One(mild),
            Self::Within { mild, .. } => Limit::Within(mild),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_its_limit_is_no_warning() {
        let least = Bound::AtLeast { mild: 70.0, strong: 60.0 };
        assert_eq!(least.severity(70.0), None);
        assert_eq!(least.severity(69.9), Some(Severity::Mild));
        assert_eq!(least.severity(60.0), Some(Severity::Mild));
        assert_eq!(least.severity(59.9), Some(Severity::Strong));
        let most = Bound::AtMost { mild: 5.0, strong: f64::INFINITY };
        assert_eq!(most.severity(5.0), None);
        assert_eq!(most.severity(1e9), Some(Severity::Mild));
        let within = Bound::Within { mild: [44.3, 51.4], strong: [42.0, 53.7] };
        assert_eq!(within.severity(44.3), None);
        assert_eq!(within.severity(52.0), Some(Severity::Mild));
        assert_eq!(within.severity(41.9), Some(Severity::Strong));
    }
}
