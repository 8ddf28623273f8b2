//! Warnings that follow from another one and would only confuse beside it.

use contract::examination::{Finding, Severity};
use contract::photo::Reason;

/// A warning, what is not told beside it, and whether only where it is strong.
type Covers = (Reason, bool, &'static [Reason]);

const COVERED: [Covers; 4] = [
    // What is measured on the dots of a print says nothing of who is shown.
    (
        Reason::PictureOfPrint,
        true,
        &[
            Reason::BackgroundNotPlain,
            Reason::Blurred,
            Reason::EyesCovered,
            Reason::FaceCovered,
            Reason::GlareGlasses,
            Reason::GlareSkin,
            Reason::MouthOpen,
            Reason::Recompressed,
            Reason::RedEye,
            Reason::Upscaled,
            Reason::UnnaturalColour,
        ],
    ),
    // Without colour, none can be wrong.
    (Reason::Greyscale, false, &[Reason::UnnaturalColour]),
    // The points under what covers a face are guessed.
    (
        Reason::FaceCovered,
        false,
        &[Reason::HeadTooSmall, Reason::HeadTooLarge, Reason::MouthOpen, Reason::UnnaturalColour],
    ),
    // A blurred picture has lost the detail that an enlarged one lacks.
    (Reason::Blurred, false, &[Reason::Upscaled]),
];

/// Leaves out what follows from something else, unless it is more serious than that.
pub(super) fn settle(findings: &mut Vec<Finding>) {
    for (reason, strong, covered) in COVERED {
        let told = findings.iter().find(|finding| finding.code == reason);
        let Some(severity) = told.map(|finding| finding.severity) else { continue };
        if !strong || severity == Severity::Strong {
            findings
                .retain(|finding| finding.severity < severity || !covered.contains(&finding.code));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::examination::Unit;

    fn settled(findings: &[(Reason, Severity)]) -> Vec<Reason> {
        let made = |(code, severity): &(Reason, Severity)| Finding {
            code: *code,
            severity: *severity,
            measured: None,
            limit: None,
            unit: Unit::Score,
            region: Vec::new(),
        };
        let mut findings: Vec<Finding> = findings.iter().map(made).collect();
        settle(&mut findings);
        findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn the_dots_of_a_print_are_told_once_and_the_head_is_told_beside_them() {
        use Reason::{Blurred, HeadTooSmall, MouthOpen, PictureOfPrint};
        use Severity::{Mild, Strong};
        let print = [(PictureOfPrint, Strong), (MouthOpen, Mild), (HeadTooSmall, Strong)];
        assert_eq!(settled(&print), [PictureOfPrint, HeadTooSmall]);
        let perhaps = [(PictureOfPrint, Mild), (Blurred, Mild)];
        assert_eq!(settled(&perhaps), [PictureOfPrint, Blurred]);
    }

    #[test]
    fn a_guess_hides_no_certainty() {
        use Reason::{FaceCovered, HeadTooLarge};
        use Severity::{Mild, Strong};
        assert_eq!(settled(&[(HeadTooLarge, Strong), (FaceCovered, Mild)]).len(), 2);
        assert_eq!(settled(&[(HeadTooLarge, Mild), (FaceCovered, Mild)]), [FaceCovered]);
    }
}
