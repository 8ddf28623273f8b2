//! The facts about a picked file beside their limits, and why a part of it must be chosen. The host
//! has already judged it with the contract's rules; here each obstacle finds the fact that it is
//! about.

use contract::picked::PickedPhoto;
use contract::policy::PhotoPolicy;
use contract::{Code, Problem};

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// JPEG or PNG.
    Format,
    /// Pixels.
    Pixels,
    /// 5 to 7.
    Shape,
    /// Bytes.
    Weight,
}

/// A value on a scale with its allowed band, each as a share of the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    /// Where the band begins.
    pub(crate) from: f64,
    /// Where it ends.
    pub(crate) to: f64,
    /// Where the value lies; at the end where it is beyond.
    pub(crate) value: f64,
}

/// How a fact stands to its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// Within it.
    Holds,
    /// Outside, and framing mends it.
    Mends,
    /// Outside, and nothing here mends it.
    Fails,
}

/// One fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fact {
    /// What it is about.
    pub(crate) about: About,
    /// How it stands to its limit.
    pub(crate) stands: Stands,
    /// The value beside its limits, where a scale says more than words.
    pub(crate) scale: Option<Scale>,
}

fn scale(value: f64, min: f64, max: f64) -> Scale {
    // A quarter more than allowed shows how far over a value is.
    let end = max * 1.25;
    Scale { from: min / end, to: max / end, value: (value / end).clamp(0.0, 1.0) }
}

/// The four facts of a file that could be read.
#[expect(clippy::cast_precision_loss, reason = "a place on a drawing")]
pub(crate) fn facts(photo: &PickedPhoto, policy: &PhotoPolicy) -> [Fact; 4] {
    let named = |problems: &[Problem], codes: &[Code]| {
        problems.iter().any(|problem| codes.contains(&problem.code))
    };
    let fact = |about, codes: &[Code], scale| {
        let stands = if named(&photo.obstacles.refusals, codes) {
            Stands::Fails
        } else if named(&photo.obstacles.fixables, codes) {
            Stands::Mends
        } else {
            Stands::Holds
        };
        Fact { about, stands, scale }
    };
    let height =
        scale(f64::from(photo.height), f64::from(policy.min_height), f64::from(policy.max_height));
    [
        fact(About::Format, &[Code::PhotoWrongFormat], None),
        fact(
            About::Pixels,
            &[Code::PhotoTooSmall, Code::PhotoTooLarge, Code::PhotoTooManyPixels],
            Some(height),
        ),
        fact(About::Shape, &[Code::PhotoWrongShape], None),
        fact(
            About::Weight,
            &[Code::PhotoTooHeavy, Code::PhotoEmpty],
            Some(scale(weight(photo) as f64, 0.0, policy.max_bytes as f64)),
        ),
    ]
}

/// Bytes of the file: without what is removed from it, where it goes out otherwise as it is.
pub(crate) fn weight(photo: &PickedPhoto) -> u64 {
    let untouched = photo.prepared.as_ref().filter(|made| made.crop.is_none());
    untouched.map_or(photo.bytes, |made| made.bytes)
}

/// Why a part must be chosen before the photo can be sent: the name of the sentence's variant.
pub(crate) fn why_framing(fixables: &[Problem]) -> &'static str {
    let has = |code| fixables.iter().any(|problem| problem.code == code);
    match (has(Code::PhotoTooLarge), has(Code::PhotoWrongShape)) {
        (true, true) => "both",
        (true, false) => "large",
        (false, true) => "shape",
        (false, false) => "heavy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::examination::Origin;
    use contract::photo::PictureFormat;
    use contract::picked::Obstacles;
    use contract::policy::Policy;

    fn picked(width: u32, height: u32, bytes: u64) -> PickedPhoto {
        PickedPhoto {
            file_name: "mei.jpg".into(),
            format: PictureFormat::Jpeg,
            width,
            height,
            bytes,
            obstacles: Obstacles::of_source(width, height, bytes, &Policy::PROGRAMME.photo),
            removes: Vec::new(),
            prepared: None,
            same_as: Vec::new(),
            origin: Origin::default(),
        }
    }

    fn stand(photo: &PickedPhoto, stands: Stands) -> Vec<About> {
        facts(photo, &Policy::PROGRAMME.photo)
            .into_iter()
            .filter(|fact| fact.stands == stands)
            .map(|fact| fact.about)
            .collect()
    }

    #[test]
    fn each_obstacle_stands_at_its_fact() {
        let fits = picked(1000, 1400, 1_000_000);
        assert_eq!(stand(&fits, Stands::Holds).len(), 4);
        let phone = picked(3024, 4032, 6_000_000);
        assert_eq!(stand(&phone, Stands::Mends), [About::Pixels, About::Shape, About::Weight]);
        assert_eq!(stand(&phone, Stands::Fails), []);
        let small = picked(640, 480, 6_000);
        assert_eq!(stand(&small, Stands::Fails), [About::Pixels, About::Shape]);
    }

    #[test]
    fn the_reason_for_framing_names_what_is_to_be_mended() {
        let why =
            |width, height, bytes| why_framing(&picked(width, height, bytes).obstacles.fixables);
        assert_eq!(why(3024, 4032, 1), "both");
        assert_eq!(why(2500, 3500, 5_000_000), "large");
        assert_eq!(why(1500, 1500, 1), "shape");
        assert_eq!(why(1000, 1400, 5_000_000), "heavy");
    }

    #[test]
    fn a_value_within_its_limits_lies_within_the_band() {
        let [_, pixels, _, weight] =
            facts(&picked(1000, 1400, 1_000_000), &Policy::PROGRAMME.photo);
        for scale in [pixels.scale, weight.scale].into_iter().flatten() {
            assert!(scale.from <= scale.value && scale.value <= scale.to, "{scale:?}");
        }
        let [_, over, ..] = facts(&picked(9000, 9000, 1), &Policy::PROGRAMME.photo);
        assert_eq!(over.scale.map(|scale| scale.value), Some(1.0));
    }
}
