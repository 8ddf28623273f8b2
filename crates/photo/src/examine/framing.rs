//! The part of a picture that makes a photo with the head at its right size and place, computed from
//! chin, crown and pupils. It only proposes: nothing is cut, and nothing is ever turned or enlarged.
//!
//! A photo is proposed with the head at 47.5 % of its height, in the middle of what is allowed
//! (44.3 to 51.4 %) but for what a fit of the points errs; the middle between the pupils lies in the
//! middle across, and the middle of the head [`HEAD_MIDDLE_MM`] under the upper edge. Where the
//! picture has no room for that, the head may become as large as 50.3 % and lie 1.5 mm higher or
//! lower; where it has too few pixels, as small as 45.4 %.

use contract::crop::{Crop, Ground};
use contract::examination::{Framing, HEAD_MIDDLE_MM, PHOTO_MM};

/// The head's height that is proposed, to the height of the photo.
const WANTED: f64 = 0.475;
/// What may be proposed where the wanted height cannot be had. The limits of the rule, less one
/// part in forty: about the error of a fit.
const ALLOWED: (f64, f64) = (0.454, 0.503);
/// How far the head may be moved up or down, of the photo's height.
const MOVED: f64 = 1.5 / PHOTO_MM;
/// How far from its place, across and down, the head of a framed photo may lie so that it is left as
/// it is, of the photo's height.
const LEFT_ALONE: f64 = 3.0 / PHOTO_MM;

/// A head in an upright picture, in pixels from the picture's upper left corner.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// From chin to crown.
    pub(super) height: f64,
    /// The middle between the pupils, across.
    pub(super) across: f64,
    /// The middle between chin and crown, down.
    pub(super) down: f64,
}

/// The part that is proposed for a head. `None` where the head's numbers are no numbers of a head
/// that can be seen.
pub(super) fn proposed(ground: Ground<'_>, head: Head) -> Option<Framing> {
    let largest = 20.0 * f64::from(ground.width.max(ground.height));
    let sound = [head.across, head.down].iter().all(|at| at.abs() <= largest);
    if !sound || !(1.0..=largest).contains(&head.height) {
        return None;
    }
    if let Some(crop) = already(ground, head) {
        return Some(Framing::Fits { crop });
    }
    let tall = |share: f64| head.height / share;
    let wanted = (tall(WANTED) + 0.5) as u32;
    let least = ground.policy.min_height;
    // The tallest part that still holds a head large enough.
    if tall(ALLOWED.0) < f64::from(least) {
        return Some(Framing::TooFew { crop: around(ground, head, wanted) });
    }
    let begun = wanted.max(least);
    let shortest = (tall(ALLOWED.1).ceil() as u32).clamp(least, begun);
    let mut parts = (shortest..=begun).rev().map(|height| around(ground, head, height));
    Some(match parts.find(|crop| ground.missing(*crop).is_nothing()) {
        Some(crop) => Framing::Fits { crop },
        None => {
            let crop = around(ground, head, begun);
            Framing::Lacks { crop, missing: ground.missing(crop) }
        }
    })
}

/// The part of this height, moved up or down by what is allowed where the picture lacks room.
fn around(ground: Ground<'_>, head: Head, height: u32) -> Crop {
    let width = ground.width_for(height);
    let high = f64::from(height);
    let top = head.down - high * HEAD_MIDDLE_MM / PHOTO_MM;
    let room = f64::from(ground.height) - high;
    // Upwards from below the picture first, so that no room at all is lacking on both sides alike.
    let held = if room < 0.0 { room / 2.0 } else { top.clamp(0.0, room) };
    // Whole pixels towards the place that is wanted, so that what fits by a hair stays inside.
    let moved = (held - top).clamp(-high * MOVED, high * MOVED);
    let y = if moved < 0.0 { (top + moved).floor() } else { (top + moved).round() };
    let x = (head.across - f64::from(width) / 2.0).round();
    Crop { x: x as i32, y: y as i32, width, height }
}

/// The whole picture, where it is a photo whose head is well inside of all limits: a file that fits
/// need not be made anew.
fn already(ground: Ground<'_>, head: Head) -> Option<Crop> {
    let (width, height) = (f64::from(ground.width), f64::from(ground.height));
    let share = head.height / height;
    let away = |at: f64, wanted: f64| (at - wanted).abs() <= LEFT_ALONE * height;
    let right = ground.width == ground.width_for(ground.height)
        && ground.height >= ground.policy.min_height
        && (ALLOWED.0..=ALLOWED.1).contains(&share)
        && away(head.across, width / 2.0)
        && away(head.down, height * HEAD_MIDDLE_MM / PHOTO_MM);
    right.then_some(Crop { x: 0, y: 0, width: ground.width, height: ground.height })
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::policy::{PhotoPolicy, Policy};
    use proptest::prelude::*;

    const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;

    fn on(width: u32, height: u32, head: Head) -> Option<Framing> {
        proposed(Ground { width, height, policy: &POLICY }, head)
    }

    #[test]
    fn a_head_in_a_wide_picture_is_framed_at_its_wanted_place() {
        let head = Head { height: 950.0, across: 1500.0, down: 1600.0 };
        let crop = Crop { x: 786, y: 783, width: 1429, height: 2000 };
        assert_eq!(on(3024, 4032, head), Some(Framing::Fits { crop }));
    }

    #[test]
    fn a_picture_that_is_framed_already_is_proposed_whole() {
        let head = Head { height: 950.0, across: 720.0, down: 800.0 };
        let crop = Crop { x: 0, y: 0, width: 1429, height: 2000 };
        assert_eq!(on(1429, 2000, head), Some(Framing::Fits { crop }));
        let beside = Head { across: 850.0, ..head };
        assert!(matches!(on(1429, 2000, beside), Some(Framing::Lacks { .. })));
    }

    #[test]
    fn a_little_room_that_lacks_is_won_by_size_and_place_and_more_is_told() {
        let head = Head { height: 950.0, across: 700.0, down: 900.0 };
        // Wanted: 1429 across; 5.3 % of it can be had.
        assert!(matches!(on(1400, 2200, head), Some(Framing::Fits { crop }) if crop.width == 1400));
        let Some(Framing::Lacks { crop, missing }) = on(1300, 2200, head) else {
            panic!("there is no room");
        };
        assert_eq!((crop.height, missing.left, missing.top), (2000, 15, 0));
        assert_eq!(missing.right, 114);
        // The top: 36 pixels are not there, which is within 1.5 mm.
        let high = Head { height: 950.0, across: 1500.0, down: 781.0 };
        assert!(matches!(on(3024, 4032, high), Some(Framing::Fits { crop }) if crop.y == 0));
    }

    #[test]
    fn a_head_with_few_pixels_is_framed_looser_or_not_at_all() {
        let head = Head { height: 460.0, across: 600.0, down: 700.0 };
        assert!(
            matches!(on(1200, 1600, head), Some(Framing::Fits { crop }) if crop.height == 1000)
        );
        let small = Head { height: 450.0, ..head };
        assert!(
            matches!(on(1200, 1600, small), Some(Framing::TooFew { crop }) if crop.height < 1000)
        );
    }

    proptest! {
        #[test]
        fn what_fits_lies_inside_and_holds_the_head_as_it_must_be(
            width in 1_u32..6000,
            height in 1_u32..6000,
            head in 1.0_f64..5000.0,
            across in -2000.0_f64..8000.0,
            down in -2000.0_f64..8000.0,
        ) {
            let ground = Ground { width, height, policy: &POLICY };
            let head = Head { height: head, across, down };
            match proposed(ground, head) {
                Some(Framing::Fits { crop }) => {
                    prop_assert!(ground.missing(crop).is_nothing());
                    prop_assert_eq!(crop.width, ground.width_for(crop.height));
                    prop_assert!(crop.height >= POLICY.min_height);
                    let share = head.height / f64::from(crop.height);
                    prop_assert!((ALLOWED.0 - 1e-9..=ALLOWED.1 + 1e-9).contains(&share), "{}", share);
                    let tall = f64::from(crop.height);
                    let beside = head.across - f64::from(crop.x) - f64::from(crop.width) / 2.0;
                    let below = head.down - f64::from(crop.y) - tall * HEAD_MIDDLE_MM / PHOTO_MM;
                    let whole = crop.width == width && crop.height == height;
                    let most = if whole { LEFT_ALONE * tall } else { 0.51 };
                    prop_assert!(beside.abs() <= most, "{} beside", beside);
                    let most = if whole { LEFT_ALONE * tall } else { MOVED * tall + 1.0 };
                    prop_assert!(below.abs() <= most, "{} below", below);
                }
                Some(Framing::Lacks { crop, missing }) => {
                    prop_assert_eq!(missing, ground.missing(crop));
                    prop_assert!(!missing.is_nothing());
                    prop_assert!(crop.height >= POLICY.min_height);
                }
                Some(Framing::TooFew { crop }) => prop_assert!(crop.height < POLICY.min_height),
                None => {}
            }
        }
    }
}
