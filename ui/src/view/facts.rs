//! The facts about a picked file beside their limits. The host has already judged it with the
//! contract's rules; here each refusal finds the fact that it is about.

use contract::Code;
use contract::host::PickedPhoto;
use contract::policy::PhotoPolicy;

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

/// One fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fact {
    /// What it is about.
    pub(crate) about: About,
    /// Whether it holds.
    pub(crate) holds: bool,
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
    let refused =
        |codes: &[Code]| photo.refusals.iter().any(|refusal| codes.contains(&refusal.code));
    let fact = |about, codes: &[Code], scale| Fact { about, holds: !refused(codes), scale };
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
            Some(scale(photo.bytes as f64, 0.0, policy.max_bytes as f64)),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::photo::{PictureFormat, check_picture};
    use contract::policy::Policy;

    fn picked(width: u32, height: u32, bytes: u64) -> PickedPhoto {
        PickedPhoto {
            file_name: "mei.jpg".into(),
            format: PictureFormat::Jpeg,
            width,
            height,
            bytes,
            refusals: check_picture(width, height, bytes, &Policy::PROGRAMME.photo),
        }
    }

    fn broken(photo: &PickedPhoto) -> Vec<About> {
        facts(photo, &Policy::PROGRAMME.photo)
            .into_iter()
            .filter(|fact| !fact.holds)
            .map(|fact| fact.about)
            .collect()
    }

    #[test]
    fn each_refusal_stands_at_its_fact() {
        assert_eq!(broken(&picked(1000, 1400, 1_000_000)), []);
        assert_eq!(
            broken(&picked(3024, 4032, 6_000_000)),
            [About::Pixels, About::Shape, About::Weight]
        );
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
