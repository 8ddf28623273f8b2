//! The part of a picture that becomes the photo: where it may lie, how it moves, how large what
//! comes of it is. Whole pixels of the upright picture throughout, so that the editor, the device
//! and the command line agree to the pixel.

use crate::policy::PhotoPolicy;
use serde::{Deserialize, Serialize};

/// A rectangle on a picture, in pixels of the picture as shown upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Crop {
    /// Pixels from the picture's left edge; negative where it begins outside.
    pub x: i32,
    /// Pixels from the picture's upper edge; negative where it begins outside.
    pub y: i32,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// How many pixels a picture lacks on each side for a crop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Missing {
    /// On the left.
    pub left: u32,
    /// Above.
    pub top: u32,
    /// On the right.
    pub right: u32,
    /// Below.
    pub bottom: u32,
}

impl Missing {
    /// Whether nothing is missing.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// A corner that stays where it is while a crop changes its size, or its middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The upper left corner.
    TopLeft,
    /// The upper right corner.
    TopRight,
    /// The lower left corner.
    BottomLeft,
    /// The lower right corner.
    BottomRight,
    /// The middle.
    Middle,
}

/// The size of a picture as shown upright, and what a photo may be: what a crop is held to.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The photo's limits.
    pub policy: &'a PhotoPolicy,
}

impl Ground<'_> {
    /// The width that belongs to a crop of this height: the shape's own, rounded, and never under
    /// the smallest that may be sent (715 by 1000 is a hair wider than 5 to 7).
    #[must_use]
    pub fn width_for(self, height: u32) -> u32 {
        let (across, down) = self.policy.shape;
        let exact = (height.saturating_mul(across) + down / 2) / down.max(1);
        exact.max(self.policy.min_width)
    }

    /// The tallest crop that the picture has room for; nothing where it is too small for any.
    #[must_use]
    pub fn tallest(self) -> Option<u32> {
        let (across, down) = self.policy.shape;
        let by_width = self.width.saturating_mul(down) / across.max(1) + 1;
        let mut height = self.height.min(by_width);
        while height >= self.policy.min_height && self.width_for(height) > self.width {
            height -= 1;
        }
        (height >= self.policy.min_height && self.width_for(height) <= self.width).then_some(height)
    }

    /// The largest crop, in the middle; nothing where the picture is too small for any.
    #[must_use]
    pub fn largest(self) -> Option<Crop> {
        let height = self.tallest()?;
        let width = self.width_for(height);
        let middle = |room: u32, taken: u32| i32::try_from((room - taken) / 2).unwrap_or_default();
        Some(Crop { x: middle(self.width, width), y: middle(self.height, height), width, height })
    }

    /// How many pixels the picture lacks for this crop.
    #[must_use]
    pub fn missing(self, crop: Crop) -> Missing {
        let before = |at: i32| at.min(0).unsigned_abs();
        let behind = |at: i32, length: u32, room: u32| {
            let end = i64::from(at) + i64::from(length);
            u32::try_from((end - i64::from(room)).max(0)).unwrap_or(u32::MAX)
        };
        Missing {
            left: before(crop.x),
            top: before(crop.y),
            right: behind(crop.x, crop.width, self.width),
            bottom: behind(crop.y, crop.height, self.height),
        }
    }

    /// The crop moved into the picture, where it has room for it at all.
    #[must_use]
    pub fn within(self, crop: Crop) -> Crop {
        let held = |at: i32, length: u32, room: u32| {
            let most = i32::try_from(room.saturating_sub(length)).unwrap_or(i32::MAX);
            at.clamp(0, most)
        };
        Crop {
            x: held(crop.x, crop.width, self.width),
            y: held(crop.y, crop.height, self.height),
            ..crop
        }
    }

    /// The crop moved by so many pixels, and no further than the picture goes.
    #[must_use]
    pub fn moved(self, crop: Crop, right: i32, down: i32) -> Crop {
        self.within(Crop {
            x: crop.x.saturating_add(right),
            y: crop.y.saturating_add(down),
            ..crop
        })
    }

    /// The crop at another height, with its width after it, where `anchor` stays as long as the
    /// picture has room. A height that is too small or too large becomes the nearest allowed one.
    #[must_use]
    pub fn resized(self, crop: Crop, height: u32, anchor: Anchor) -> Crop {
        let Some(tallest) = self.tallest() else { return crop };
        let height = height.clamp(self.policy.min_height, tallest);
        let width = self.width_for(height);
        let grown =
            |new: u32, old: u32| i32::try_from(i64::from(new) - i64::from(old)).unwrap_or(0);
        let (wider, taller) = (grown(width, crop.width), grown(height, crop.height));
        let (left, up) = match anchor {
            Anchor::TopLeft => (0, 0),
            Anchor::TopRight => (wider, 0),
            Anchor::BottomLeft => (0, taller),
            Anchor::BottomRight => (wider, taller),
            // Half of each, so that steps there and back end where they began.
            Anchor::Middle => {
                (grown(width / 2, crop.width / 2), grown(height / 2, crop.height / 2))
            }
        };
        let (x, y) = (crop.x.saturating_sub(left), crop.y.saturating_sub(up));
        self.within(Crop { x, y, width, height })
    }

    /// How large the photo is that comes of a crop: as large as the crop, or smaller by as much as
    /// the largest that may be sent asks for. It is never made larger than it was taken, in either
    /// direction.
    #[must_use]
    pub fn framed_size(self, crop: Crop) -> (u32, u32) {
        let (most_across, most_down) = (self.policy.max_width, self.policy.max_height);
        if crop.width <= most_across && crop.height <= most_down {
            return (crop.width, crop.height);
        }
        let wide = u64::from(crop.width) * u64::from(most_down);
        let high = u64::from(crop.height) * u64::from(most_across);
        let nearest = |part: u64, of: u32| {
            let of = u64::from(of.max(1));
            u32::try_from((part + of / 2) / of).unwrap_or(u32::MAX)
        };
        if wide >= high {
            (most_across, nearest(high, crop.width).min(most_down))
        } else {
            (nearest(wide, crop.height).min(most_across), most_down)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::check_picture;
    use crate::policy::Policy;

    const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;

    const fn ground(width: u32, height: u32) -> Ground<'static> {
        Ground { width, height, policy: &POLICY }
    }

    #[test]
    fn the_largest_crop_of_any_size_keeps_every_rule_and_lies_in_the_picture() {
        for width in (700..4200).step_by(37) {
            for height in (980..4200).step_by(41) {
                let ground = ground(width, height);
                let Some(crop) = ground.largest() else {
                    assert!(width < 715 || height < 1000, "{width}×{height} has room");
                    continue;
                };
                assert!(ground.missing(crop).is_nothing(), "{width}×{height} {crop:?}");
                let (across, down) = ground.framed_size(crop);
                assert_eq!(
                    check_picture(across, down, 1, &POLICY),
                    [],
                    "{width}×{height} {crop:?}"
                );
                let room = (width - crop.width, height - crop.height);
                assert!(room.0 <= 1 || room.1 == 0, "{width}×{height} has room for more: {crop:?}");
            }
        }
    }

    #[test]
    fn the_smallest_photo_has_one_crop_and_less_has_none() {
        let crop = ground(715, 1000).largest();
        assert_eq!(crop, Some(Crop { x: 0, y: 0, width: 715, height: 1000 }));
        assert_eq!(ground(714, 1000).largest(), None);
        assert_eq!(ground(4000, 999).largest(), None);
    }

    #[test]
    fn a_crop_stays_in_the_picture_however_it_is_moved() {
        let ground = ground(3024, 4032);
        let crop = Crop { x: 500, y: 500, width: 1000, height: 1400 };
        assert_eq!(ground.moved(crop, 10, -1), Crop { x: 510, y: 499, ..crop });
        assert_eq!(ground.moved(crop, i32::MIN, i32::MAX), Crop { x: 0, y: 2632, ..crop });
    }

    #[test]
    fn the_corner_opposite_to_the_dragged_one_stays() {
        let ground = ground(3024, 4032);
        let crop = Crop { x: 1000, y: 1000, width: 1000, height: 1400 };
        let smaller = ground.resized(crop, 1050, Anchor::BottomRight);
        assert_eq!(smaller, Crop { x: 1250, y: 1350, width: 750, height: 1050 });
        let larger = ground.resized(crop, 2100, Anchor::TopLeft);
        assert_eq!(larger, Crop { x: 1000, y: 1000, width: 1500, height: 2100 });
        let middle = ground.resized(crop, 1540, Anchor::Middle);
        assert_eq!(middle, Crop { x: 950, y: 930, width: 1100, height: 1540 });
        assert_eq!(ground.resized(crop, 1, Anchor::TopLeft).height, 1000, "the smallest");
        let whole = ground.resized(crop, u32::MAX, Anchor::TopLeft);
        assert_eq!(whole, Crop { x: 144, y: 0, width: 2880, height: 4032 }, "the tallest");
    }

    #[test]
    fn resizing_about_the_middle_there_and_back_ends_where_it_began() {
        let ground = ground(3024, 4032);
        let begun = Crop { x: 1000, y: 1000, width: 1000, height: 1400 };
        for by in 1..40 {
            let steps = (1401..=1400 + by).chain((1400..1400 + by).rev());
            let crop =
                steps.fold(begun, |crop, height| ground.resized(crop, height, Anchor::Middle));
            assert_eq!(crop, begun, "{by} pixels taller and back");
        }
    }

    #[test]
    fn what_is_missing_is_told_side_by_side() {
        let crop = Crop { x: -10, y: 20, width: 1000, height: 1400 };
        let missing = ground(900, 1400).missing(crop);
        assert_eq!(missing, Missing { left: 10, top: 0, right: 90, bottom: 20 });
    }

    #[test]
    fn nothing_is_made_larger() {
        let size = |height| {
            let ground = ground(3024, 4032);
            let width = ground.width_for(height);
            ground.framed_size(Crop { x: 0, y: 0, width, height })
        };
        assert_eq!(size(1000), (715, 1000));
        assert_eq!(size(2800), (2000, 2800));
        assert_eq!(size(2801), (2000, 2800));
        assert_eq!(size(4032), (2000, 2800));
        let crop = Crop { x: 0, y: 0, width: 1990, height: 2810 };
        assert_eq!(ground(3024, 4032).framed_size(crop), (1983, 2800), "not wider than it was");
        let crop = Crop { x: 0, y: 0, width: 2010, height: 2790 };
        assert_eq!(ground(3024, 4032).framed_size(crop), (2000, 2776), "not taller than it was");
    }
}
