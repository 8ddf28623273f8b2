//! How a head lies in a frame while that is moved: its height on paper, and what to do about it.
//! Computed from the points of the face; the picture itself is never looked at.

use contract::crop::Crop;
use contract::examination::{Examination, FaceSeen, HEAD_MIDDLE_MM, HEAD_MM, PHOTO_MM};

/// How far the eyes' middle may lie beside the frame's, of its width.
const BESIDE: f64 = 0.05;
/// How far the head's middle may lie over or under its place, in millimetres on paper.
const AWRY_MM: f64 = 3.5;
/// The lines at crown and chin are so long, of the head's height, on either side.
const REACH: f64 = 0.34;

/// A place in the picture, in its pixels.
pub(crate) type Place = (f64, f64);

/// A head in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Head {
    /// The crown.
    pub(crate) crown: Place,
    /// The chin.
    pub(crate) chin: Place,
    /// The middle between the pupils.
    pub(crate) eyes: Place,
    /// From chin to crown, at right angles to the line through the pupils.
    pub(crate) height: f64,
    /// The direction from one pupil to the other, of length one.
    across: Place,
}

impl Head {
    /// The head of the face that was seen; nothing where its points do not say.
    pub(crate) fn of(examination: &Examination) -> Option<Self> {
        Self::of_face(examination.face.as_ref()?)
    }

    fn of_face(face: &FaceSeen) -> Option<Self> {
        let point = |name| face.points.get(name).map(|[x, y]| (*x, *y));
        let (left, right) = (point("pupil_left")?, point("pupil_right")?);
        let (crown, chin) = (point("crown")?, point("chin")?);
        let (dx, dy) = (right.0 - left.0, right.1 - left.1);
        let length = dx.hypot(dy);
        let across = (dx / length, dy / length);
        let height = (chin.1 - crown.1) * across.0 - (chin.0 - crown.0) * across.1;
        let eyes = (f64::midpoint(left.0, right.0), f64::midpoint(left.1, right.1));
        (height.is_finite() && height > 1.0).then_some(Self { crown, chin, eyes, height, across })
    }

    /// Lines through crown and chin, along the eyes, for a drawing: from x, y to x, y.
    pub(crate) fn lines(self) -> [[f64; 4]; 2] {
        let by = self.height * REACH;
        let (right, down) = (self.across.0 * by, self.across.1 * by);
        [self.crown, self.chin].map(|(x, y)| [x - right, y - down, x + right, y + down])
    }

    /// How it lies in a frame.
    pub(crate) fn within(self, crop: Crop) -> Lies {
        let (width, height) = (f64::from(crop.width.max(1)), f64::from(crop.height.max(1)));
        let mm = self.height / height * PHOTO_MM;
        let beside = (self.eyes.0 - f64::from(crop.x)) / width - 0.5;
        let middle = f64::midpoint(self.crown.1, self.chin.1) - f64::from(crop.y);
        let awry = middle / height * PHOTO_MM - HEAD_MIDDLE_MM;
        let how = if mm < HEAD_MM.0 {
            How::TooSmall
        } else if mm > HEAD_MM.1 {
            How::TooLarge
        } else if beside < -BESIDE {
            How::TooFarLeft
        } else if beside > BESIDE {
            How::TooFarRight
        } else if awry < -AWRY_MM {
            How::TooHigh
        } else if awry > AWRY_MM {
            How::TooLow
        } else {
            How::Well
        };
        Lies { mm, percent: self.height / height * 100.0, how }
    }
}

/// How a head lies in a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Lies {
    /// Its height in percent of the frame's.
    pub(crate) percent: f64,
    /// Its height on a photo of 70 mm.
    pub(crate) mm: f64,
    /// What to do about it.
    pub(crate) how: How,
}

/// What to do about a head in a frame: one thing at a time, its size first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    TooSmall,
    TooLarge,
    TooFarLeft,
    TooFarRight,
    TooHigh,
    TooLow,
    Well,
}

impl How {
    /// Its name in messages.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::TooSmall => "small",
            Self::TooLarge => "large",
            Self::TooFarLeft => "left",
            Self::TooFarRight => "right",
            Self::TooHigh => "high",
            Self::TooLow => "low",
            Self::Well => "well",
        }
    }
}

/// A number as it is told while a frame is moved: with one digit behind the point where the whole
/// number would read as within the limits and is not, or the other way.
pub(crate) fn told(value: f64, limits: (f64, f64)) -> f64 {
    let within = |value: f64| value >= limits.0.round() && value <= limits.1.round();
    let is_within = value >= limits.0 && value <= limits.1;
    if within(value.round()) == is_within { value.round() } else { (value * 10.0).round() / 10.0 }
}

/// The head's height that is asked for, in percent of the photo's.
pub(crate) fn head_percent() -> (f64, f64) {
    (HEAD_MM.0 / PHOTO_MM * 100.0, HEAD_MM.1 / PHOTO_MM * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(points: &[(&str, [f64; 2])]) -> Examination {
        let points = points.iter().map(|(name, at)| ((*name).to_owned(), *at)).collect();
        let face = FaceSeen { bbox: [0.0; 4], points };
        Examination { face: Some(face), ..Examination::default() }
    }

    /// A head of 665 pixels, upright, whose middle and eyes lie where a photo of 1000 by 1400 has
    /// them.
    fn upright() -> Head {
        Head::of(&face(&[
            ("pupil_left", [430.0, 560.0]),
            ("pupil_right", [570.0, 560.0]),
            ("crown", [500.0, 240.0]),
            ("chin", [500.0, 905.0]),
        ]))
        .unwrap()
    }

    const FRAME: Crop = Crop { x: 0, y: 0, width: 1000, height: 1400 };

    #[test]
    fn a_head_at_its_place_lies_well_and_is_told_in_percent_and_millimetres() {
        let lies = upright().within(FRAME);
        assert_eq!(lies.how, How::Well);
        assert!((lies.percent - 47.5).abs() < 1e-9, "{lies:?}");
        assert!((lies.mm - 33.25).abs() < 1e-9, "{lies:?}");
    }

    #[test]
    fn a_frame_says_what_to_do_about_it_one_thing_at_a_time() {
        let head = upright();
        let how = |x, y, height: u32| head.within(Crop { x, y, width: height * 5 / 7, height }).how;
        assert_eq!(how(0, 0, 1505), How::TooSmall);
        assert_eq!(how(0, 0, 1290), How::TooLarge);
        assert_eq!(how(60, 0, 1400), How::TooFarLeft);
        assert_eq!(how(-60, 0, 1400), How::TooFarRight);
        assert_eq!(how(0, 90, 1400), How::TooHigh);
        assert_eq!(how(0, -90, 1400), How::TooLow);
        assert_eq!(how(40, 60, 1400), How::Well);
    }

    #[test]
    fn a_leaning_head_is_as_high_as_an_upright_one() {
        let turn = |(x, y): (f64, f64)| {
            let (sin, cos) = 0.2f64.sin_cos();
            [x * cos - y * sin + 500.0, x * sin + y * cos + 500.0]
        };
        let head = Head::of(&face(&[
            ("pupil_left", turn((-70.0, 0.0))),
            ("pupil_right", turn((70.0, 0.0))),
            ("crown", turn((5.0, -330.0))),
            ("chin", turn((0.0, 335.0))),
        ]))
        .unwrap();
        assert!((head.height - 665.0).abs() < 1e-6, "{head:?}");
        let [crown, chin] = head.lines();
        assert!(crown[3] > crown[1] && chin[3] > chin[1], "the lines lean with the eyes");
    }

    #[test]
    fn without_its_points_there_is_no_head() {
        assert_eq!(Head::of(&Examination::default()), None);
        assert_eq!(Head::of(&face(&[("chin", [1.0, 1.0]), ("crown", [1.0, 0.0])])), None);
        let at_one_place = [1.0, 1.0];
        let names = ["pupil_left", "pupil_right", "crown", "chin"];
        assert_eq!(Head::of(&face(&names.map(|name| (name, at_one_place)))), None);
    }

    #[test]
    fn no_number_reads_as_allowed_that_is_not() {
        let limits = head_percent();
        assert!((told(47.6, limits) - 48.0).abs() < 1e-9);
        assert!((told(51.45, limits) - 51.5).abs() < 1e-9, "51 would read as allowed");
        assert!((told(44.1, limits) - 44.1).abs() < 1e-9);
        assert!((told(51.41, limits) - 51.0).abs() < 1e-9);
        assert!((told(30.6, HEAD_MM) - 30.6).abs() < 1e-9);
        assert!((told(37.4, HEAD_MM) - 37.0).abs() < 1e-9);
    }
}
