//! Framing as it is done with hands and keys: how a frame follows a finger, a corner, a key or a
//! wheel. Every rule about where a frame may lie is the contract's (`Ground`); here
//! movements become crops. Never looks at a page.

use contract::crop::{Anchor, Crop, Ground};
use contract::policy::{PhotoPolicy, Policy};

static LIMITS: PhotoPolicy = Policy::PROGRAMME.photo;

/// A picture of this size in pixels, with the programme's limits.
pub(crate) fn ground(width: u32, height: u32) -> Ground<'static> {
    Ground { width, height, policy: &LIMITS }
}

/// The frame's size on paper, in millimetres.
pub(crate) const PAPER: (u32, u32) = (50, 70);
/// Where the crown may lie, in millimetres from the frame's upper edge: a head of 31 to 36 mm of 70
/// whose middle stands where it is proposed (`HEAD_MIDDLE_MM`).
pub(crate) const CROWN: (f64, f64) = (10.6, 13.1);
/// Where the chin may lie, in millimetres from the frame's upper edge.
pub(crate) const CHIN: (f64, f64) = (44.1, 46.6);

/// A corner of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Corner {
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}

impl Corner {
    /// Every corner, in the order in which keys reach them.
    pub(crate) const ALL: [Self; 4] =
        [Self::TopLeft, Self::TopRight, Self::BottomLeft, Self::BottomRight];

    /// Its name in messages and classes.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::TopLeft => "top-left",
            Self::TopRight => "top-right",
            Self::BottomLeft => "bottom-left",
            Self::BottomRight => "bottom-right",
        }
    }

    /// What stays where it is while this corner moves.
    const fn anchor(self) -> Anchor {
        match self {
            Self::TopLeft => Anchor::BottomRight,
            Self::TopRight => Anchor::BottomLeft,
            Self::BottomLeft => Anchor::TopRight,
            Self::BottomRight => Anchor::TopLeft,
        }
    }

    const fn is_left(self) -> bool {
        matches!(self, Self::TopLeft | Self::BottomLeft)
    }

    const fn is_top(self) -> bool {
        matches!(self, Self::TopLeft | Self::TopRight)
    }

    /// A movement to the right and down as one away from the frame's middle.
    fn outwards<T: std::ops::Neg<Output = T>>(self, right: T, down: T) -> (T, T) {
        (if self.is_left() { -right } else { right }, if self.is_top() { -down } else { down })
    }
}

/// Whether a frame lies in a picture and has the shape and size of one.
fn fits(ground: Ground<'_>, crop: Crop) -> bool {
    crop.height >= ground.policy.min_height
        && crop.width == ground.width_for(crop.height)
        && ground.missing(crop).is_nothing()
}

/// The frame to begin with: the one that was chosen last, else the one that a photo was made of,
/// else the one that puts the head at its place, else the largest. One that does not fit was chosen
/// on another picture. Nothing where the picture is too small for any.
pub(crate) fn begun(
    ground: Ground<'_>,
    chosen: Option<Crop>,
    made: Option<Crop>,
    proposed: Option<Crop>,
) -> Option<Crop> {
    let known = [chosen, made, proposed];
    let kept = known.into_iter().flatten().find(|crop| fits(ground, *crop));
    kept.or_else(|| ground.largest())
}

#[expect(clippy::cast_possible_truncation, reason = "saturates, and a frame stays in its picture")]
fn whole(pixels: f64) -> i32 {
    pixels.round() as i32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, and a frame has its limits"
)]
fn length(pixels: f64) -> u32 {
    pixels.round() as u32
}

/// The frame moved as a finger moves on the picture, in its pixels.
pub(crate) fn dragged(ground: Ground<'_>, from: Crop, (right, down): (f64, f64)) -> Crop {
    ground.moved(from, whole(right), whole(down))
}

/// The frame with one corner dragged: it follows along its diagonal, and the opposite one stays.
pub(crate) fn stretched(
    ground: Ground<'_>,
    from: Crop,
    corner: Corner,
    (right, down): (f64, f64),
) -> Crop {
    let (across, tall) = ground.policy.shape;
    let (across, tall) = (f64::from(across), f64::from(tall));
    let (right, down) = corner.outwards(right, down);
    let along = (right * across + down * tall) / (across * across + tall * tall);
    at_corner(ground, from, corner, length(f64::from(from.height) + along * tall))
}

/// The frame at another height with one corner moved, as far as the picture goes there.
fn at_corner(ground: Ground<'_>, from: Crop, corner: Corner, height: u32) -> Crop {
    let behind = |at: i32| u32::try_from(at).unwrap_or_default();
    let width = if corner.is_left() {
        behind(from.x) + from.width
    } else {
        ground.width.saturating_sub(behind(from.x))
    };
    let room = if corner.is_top() {
        behind(from.y) + from.height
    } else {
        ground.height.saturating_sub(behind(from.y))
    };
    let most = Ground { width, height: room, policy: ground.policy }.tallest();
    ground.resized(from, height.min(most.unwrap_or(from.height)), corner.anchor())
}

/// The frame with one corner moved by keys: so many pixels of its width to the right, or of its
/// height down.
pub(crate) fn nudged(
    ground: Ground<'_>,
    from: Crop,
    corner: Corner,
    right: i32,
    down: i32,
) -> Crop {
    let (wider, taller) = corner.outwards(right, down);
    let height = if wider == 0 {
        from.height.saturating_add_signed(taller)
    } else {
        height_for(ground, from.width.saturating_add_signed(wider))
    };
    at_corner(ground, from, corner, height)
}

/// The frame made so many times as large about its middle.
pub(crate) fn zoomed(ground: Ground<'_>, from: Crop, times: f64) -> Crop {
    ground.resized(from, length(f64::from(from.height) * times), Anchor::Middle)
}

/// The frame so many pixels taller about its middle.
pub(crate) fn grown(ground: Ground<'_>, from: Crop, taller: i32) -> Crop {
    ground.resized(from, from.height.saturating_add_signed(taller), Anchor::Middle)
}

/// The frame in the middle of the picture.
pub(crate) fn centred(ground: Ground<'_>, crop: Crop) -> Crop {
    let middle =
        |room: u32, taken: u32| i32::try_from(room.saturating_sub(taken) / 2).unwrap_or_default();
    let (x, y) = (middle(ground.width, crop.width), middle(ground.height, crop.height));
    ground.within(Crop { x, y, ..crop })
}

/// The height that belongs to a width: the twin of `Ground::width_for`.
pub(crate) fn height_for(ground: Ground<'_>, width: u32) -> u32 {
    let (across, down) = ground.policy.shape;
    let across = across.max(1);
    let near = (width.saturating_mul(down) + across / 2) / across;
    // Where two heights have this width, the one that the picture has room for.
    match ground.tallest() {
        Some(tallest) if tallest < near && ground.width_for(tallest) == width => tallest,
        _ => near,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHONE: Ground<'static> = Ground { width: 3024, height: 4032, policy: &LIMITS };
    const FRAME: Crop = Crop { x: 1000, y: 1000, width: 1000, height: 1400 };

    #[test]
    fn a_frame_that_was_chosen_on_another_picture_is_not_taken_up() {
        assert_eq!(begun(PHONE, Some(FRAME), None, None), Some(FRAME));
        let small = Ground { width: 1500, height: 2100, ..PHONE };
        assert_eq!(begun(small, Some(FRAME), None, None), small.largest());
        let made = Crop { x: 0, y: 0, ..FRAME };
        assert_eq!(begun(small, Some(FRAME), Some(made), None), Some(made));
        let other_shape = Crop { width: 1010, ..FRAME };
        assert_eq!(begun(PHONE, Some(other_shape), None, None), PHONE.largest());
        assert_eq!(begun(Ground { width: 700, ..PHONE }, Some(FRAME), None, Some(FRAME)), None);
    }

    #[test]
    fn what_is_proposed_never_takes_the_place_of_what_was_chosen() {
        let proposed = Crop { x: 10, y: 20, ..FRAME };
        assert_eq!(begun(PHONE, None, None, Some(proposed)), Some(proposed));
        assert_eq!(begun(PHONE, Some(FRAME), None, Some(proposed)), Some(FRAME));
        assert_eq!(begun(PHONE, None, Some(FRAME), Some(proposed)), Some(FRAME));
        let beyond = Crop { y: -5, ..FRAME };
        assert_eq!(begun(PHONE, None, None, Some(beyond)), PHONE.largest());
    }

    #[test]
    fn a_dragged_corner_follows_the_finger_and_the_opposite_one_stays() {
        let larger = stretched(PHONE, FRAME, Corner::BottomRight, (100.0, 140.0));
        assert_eq!(larger, Crop { x: 1000, y: 1000, width: 1100, height: 1540 });
        let smaller = stretched(PHONE, FRAME, Corner::TopLeft, (100.0, 140.0));
        assert_eq!(smaller, Crop { x: 1100, y: 1140, width: 900, height: 1260 });
        let up = stretched(PHONE, FRAME, Corner::TopRight, (100.0, -140.0));
        assert_eq!(up, Crop { x: 1000, y: 860, width: 1100, height: 1540 });
        let left = stretched(PHONE, FRAME, Corner::BottomLeft, (-100.0, 140.0));
        assert_eq!(left, Crop { x: 900, y: 1000, width: 1100, height: 1540 });
    }

    #[test]
    fn a_corner_dragged_out_of_the_picture_stops_at_its_edge_and_the_opposite_one_still_stays() {
        for corner in Corner::ALL {
            let (right, down) = corner.outwards(9000.0, 9000.0);
            let crop = stretched(PHONE, FRAME, corner, (right, down));
            assert!(PHONE.missing(crop).is_nothing(), "{corner:?} {crop:?}");
            assert!(crop.height > FRAME.height, "{corner:?} {crop:?}");
            let far = |crop: Crop| {
                let width = i32::try_from(crop.width).unwrap();
                let height = i32::try_from(crop.height).unwrap();
                (
                    if corner.is_left() { crop.x + width } else { crop.x },
                    if corner.is_top() { crop.y + height } else { crop.y },
                )
            };
            assert_eq!(far(crop), far(FRAME), "{corner:?}");
        }
    }

    #[test]
    fn one_press_of_a_key_changes_a_frame_by_one_pixel_in_its_direction() {
        let wider = nudged(PHONE, FRAME, Corner::BottomRight, 1, 0);
        assert_eq!((wider.x, wider.width), (1000, 1001));
        let taller = nudged(PHONE, FRAME, Corner::TopLeft, 0, -1);
        assert_eq!((taller.y, taller.height), (999, 1401));
        let narrower = nudged(PHONE, FRAME, Corner::TopLeft, 10, 0);
        assert_eq!((narrower.x, narrower.width), (1010, 990));
        let taller = grown(PHONE, FRAME, 10);
        assert_eq!((taller.y, taller.height), (995, 1410));
        let smallest = grown(PHONE, FRAME, -4000);
        assert_eq!(smallest.height, 1000);
    }

    #[test]
    fn resizing_about_the_middle_keeps_the_middle() {
        let twice = zoomed(PHONE, FRAME, 1.5);
        assert_eq!(twice, Crop { x: 750, y: 650, width: 1500, height: 2100 });
        assert_eq!(zoomed(PHONE, FRAME, 99.0).height, 4032);
        assert_eq!(centred(PHONE, FRAME), Crop { x: 1012, y: 1316, ..FRAME });
    }

    #[test]
    fn the_marks_are_those_of_a_head_of_31_to_36_mm() {
        assert!((CHIN.0 - CROWN.1 - 31.0).abs() < 1e-9, "the smallest head");
        assert!((CHIN.1 - CROWN.0 - 36.0).abs() < 1e-9, "the largest head");
    }
}
