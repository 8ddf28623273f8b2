//! How far the work on a photo has come, as a length on a bar. Reading and examining follow each
//! other after a pick, so each has its half; what cannot be told stands in the middle of its part.

use contract::examination::Stage;
use contract::picked::{PhotoProgress, PhotoStage};

/// The whole bar.
pub(crate) const WHOLE: u32 = 1000;

/// How much of the bar is done, out of [`WHOLE`].
pub(crate) fn share(progress: PhotoProgress) -> u32 {
    let done = if progress.total == 0 {
        WHOLE / 2
    } else {
        let done = u128::from(progress.done.min(progress.total)) * u128::from(WHOLE);
        u32::try_from(done / u128::from(progress.total)).unwrap_or(WHOLE)
    };
    match progress.stage {
        PhotoStage::Reading => done / 2,
        PhotoStage::Examining => WHOLE / 2 + done / 2,
        PhotoStage::Judging | PhotoStage::Framing | PhotoStage::Sending => done,
    }
}

/// Whether the amounts say something to people: bytes that are read or sent do.
pub(crate) const fn has_amount(progress: PhotoProgress) -> bool {
    progress.total > 0 && matches!(progress.stage, PhotoStage::Reading | PhotoStage::Sending)
}

/// What is looked at in the picture at this moment, while it is judged.
pub(crate) fn looked_at(progress: PhotoProgress) -> Option<Stage> {
    let at = usize::try_from(progress.done).unwrap_or(usize::MAX);
    let judging = progress.stage == PhotoStage::Judging;
    judging.then(|| Stage::ALL[at.min(Stage::ALL.len() - 1)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(stage: PhotoStage, done: u64, total: u64) -> PhotoProgress {
        PhotoProgress { stage, done, total }
    }

    #[test]
    fn a_bar_never_goes_back_while_a_picture_is_read_and_examined() {
        let steps = [
            at(PhotoStage::Reading, 0, 40_000_000),
            at(PhotoStage::Reading, 20_000_000, 40_000_000),
            at(PhotoStage::Reading, 40_000_000, 40_000_000),
            at(PhotoStage::Examining, 0, 0),
            at(PhotoStage::Examining, 1, 1),
        ];
        let shares = steps.map(share);
        assert!(shares.is_sorted(), "{shares:?}");
        assert_eq!((shares[0], shares[4]), (0, WHOLE));
    }

    #[test]
    fn what_is_over_its_total_is_a_full_bar() {
        assert_eq!(share(at(PhotoStage::Sending, 9, 3)), WHOLE);
        assert_eq!(share(at(PhotoStage::Sending, u64::MAX, u64::MAX)), WHOLE);
    }

    #[test]
    fn each_stage_of_judging_is_named_and_the_last_one_to_its_end() {
        let named = |done| looked_at(at(PhotoStage::Judging, done, 10));
        assert_eq!(named(0), Some(Stage::Decode));
        assert_eq!(named(7), Some(Stage::Light));
        assert_eq!(named(10), Some(Stage::Copy));
        assert_eq!(looked_at(at(PhotoStage::Sending, 3, 10)), None);
    }

    #[test]
    fn only_bytes_are_told_in_words() {
        assert!(has_amount(at(PhotoStage::Sending, 1, 3)));
        assert!(!has_amount(at(PhotoStage::Sending, 0, 0)));
        assert!(!has_amount(at(PhotoStage::Examining, 1, 3)));
    }
}
