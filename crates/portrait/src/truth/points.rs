//! The points of a face by name, and their places on a drawn one.

use crate::figure::features::brow;
use crate::figure::hair::HAIRLINE;
use crate::figure::{Figure, chin_and_crown};
use crate::math::v3;

use super::outline;

macro_rules! points {
    ($($name:ident, $text:literal, $template:literal;)*) => {
        /// A point of a face. Left and right are as seen in the picture.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "every name says which point it is")]
        pub enum Point { $($name,)* }

        impl Point {
            /// Every point, in the order of the discriminants.
            pub const ALL: [Self; [$($template),*].len()] = [$(Self::$name),*];

            /// Its name on the wire and in reports.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// Its index among the 189 points of the templates of the Face Research Lab (`.tem`).
            pub fn template(self) -> usize {
                match self { $(Self::$name => $template,)* }
            }
        }
    };
}

points! {
    PupilLeft, "pupil_left", 0;
    PupilRight, "pupil_right", 1;
    EyeLeftOuter, "eye_left_outer", 18;
    EyeLeftInner, "eye_left_inner", 22;
    EyeRightInner, "eye_right_inner", 23;
    EyeRightOuter, "eye_right_outer", 27;
    LidLeftUpper, "lid_left_upper", 20;
    LidLeftLower, "lid_left_lower", 29;
    LidRightUpper, "lid_right_upper", 25;
    LidRightLower, "lid_right_lower", 32;
    BrowLeftOuter, "brow_left_outer", 71;
    BrowLeftTop, "brow_left_top", 73;
    BrowLeftInner, "brow_left_inner", 76;
    BrowRightInner, "brow_right_inner", 77;
    BrowRightTop, "brow_right_top", 80;
    BrowRightOuter, "brow_right_outer", 82;
    NoseBase, "nose_base", 55;
    NostrilLeft, "nostril_left", 63;
    NostrilRight, "nostril_right", 68;
    MouthLeft, "mouth_left", 87;
    MouthRight, "mouth_right", 93;
    LipUpperOuter, "lip_upper_outer", 90;
    LipUpperInner, "lip_upper_inner", 96;
    LipLowerInner, "lip_lower_inner", 101;
    LipLowerOuter, "lip_lower_outer", 106;
    JawLeftUpper, "jaw_left_upper", 125;
    JawLeftMiddle, "jaw_left_middle", 126;
    JawLeftLower, "jaw_left_lower", 127;
    ChinLeft, "chin_left", 128;
    Chin, "chin", 129;
    ChinRight, "chin_right", 130;
    JawRightLower, "jaw_right_lower", 131;
    JawRightMiddle, "jaw_right_middle", 132;
    JawRightUpper, "jaw_right_upper", 133;
    Hairline, "hairline", 139;
    CrownLeft, "crown_left", 150;
    Crown, "crown", 151;
    CrownRight, "crown_right", 152;
}

/// Places of all points in the picture.
pub(super) fn of(figure: &Figure) -> [[f32; 2]; Point::ALL.len()] {
    let (chin, crown) = chin_and_crown(&figure.head, figure.turn);
    let tall = chin.y - crown.y;
    let [left, right] = &figure.features.eyes;
    let lips = &figure.features.lips;
    let nose = figure.features.nose;
    let at = |x: f32, y: f32| figure.point(x, y);
    let brow_at = |side: f32, along: f32, edge: f32| {
        let outwards = brow::FROM + along * (brow::TO - brow::FROM);
        at(side * outwards, brow::line(along) + edge * brow::half(along))
    };
    let jaw = |side: f32, below: f32| {
        // Rows of the outline, counted from the chin as shares of the head's height.
        let y = chin.y - (0.516 - below) * tall;
        let x = outline::across(figure, chin.x, y, side);
        figure.frame.to_picture(v3(x, y, 0.0))
    };
    let top = |beside: f32| {
        let x = chin.x + beside * tall;
        figure.frame.to_picture(v3(x, outline::above(figure, x, crown.y), 0.0))
    };
    let lid = |eye: &crate::figure::features::Eye, upper: bool| {
        let x = eye.side * 0.139;
        let along = eye.along(x);
        at(x, if upper { eye.upper_lid(along) } else { eye.lower_lid(along) })
    };
    Point::ALL.map(|point| match point {
        Point::PupilLeft => at(left.iris[0], left.iris[1]),
        Point::PupilRight => at(right.iris[0], right.iris[1]),
        Point::EyeLeftOuter => at(left.x_at(1.0), left.corner_line(1.0)),
        Point::EyeLeftInner => at(left.x_at(-1.0), left.corner_line(-1.0)),
        Point::EyeRightInner => at(right.x_at(-1.0), right.corner_line(-1.0)),
        Point::EyeRightOuter => at(right.x_at(1.0), right.corner_line(1.0)),
        Point::LidLeftUpper => lid(left, true),
        Point::LidLeftLower => lid(left, false),
        Point::LidRightUpper => lid(right, true),
        Point::LidRightLower => lid(right, false),
        Point::BrowLeftOuter => brow_at(-1.0, 1.0, 0.0),
        Point::BrowLeftTop => brow_at(-1.0, 0.62, -1.0),
        Point::BrowLeftInner => brow_at(-1.0, 0.02, 1.0),
        Point::BrowRightInner => brow_at(1.0, 0.02, 1.0),
        Point::BrowRightTop => brow_at(1.0, 0.62, -1.0),
        Point::BrowRightOuter => brow_at(1.0, 1.0, 0.0),
        Point::NoseBase => at(0.0, 0.205),
        Point::NostrilLeft => at(-0.079 * nose, 0.186),
        Point::NostrilRight => at(0.079 * nose, 0.186),
        Point::MouthLeft => at(-lips.half_width(), lips.inner_upper(1.0)),
        Point::MouthRight => at(lips.half_width(), lips.inner_upper(1.0)),
        Point::LipUpperOuter => at(0.0, lips.outer_upper(0.0)),
        Point::LipUpperInner => at(0.0, lips.inner_upper(0.0)),
        Point::LipLowerInner => at(0.0, lips.inner_lower(0.0)),
        Point::LipLowerOuter => at(0.0, lips.outer_lower(0.0)),
        Point::JawLeftUpper => jaw(-1.0, 0.303),
        Point::JawLeftMiddle => jaw(-1.0, 0.373),
        Point::JawLeftLower => jaw(-1.0, 0.448),
        Point::ChinLeft => jaw(-1.0, 0.497),
        Point::Chin => figure.frame.to_picture(chin),
        Point::ChinRight => jaw(1.0, 0.497),
        Point::JawRightLower => jaw(1.0, 0.448),
        Point::JawRightMiddle => jaw(1.0, 0.373),
        Point::JawRightUpper => jaw(1.0, 0.303),
        Point::Hairline => at(0.0, HAIRLINE),
        Point::CrownLeft => top(-0.178),
        Point::Crown => figure.frame.to_picture(crown),
        Point::CrownRight => top(0.178),
    })
}
