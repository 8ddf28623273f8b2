//! Fingers, pens and mice on the picture: which part of the frame is held by whom, and the frame
//! that comes of their movements. Plain data; the page gives places in its own pixels.

use crate::view::framing::{Corner, dragged, stretched, zoomed};
use contract::crop::{Crop, Ground};

/// A place on the page, in its own pixels.
pub(crate) type Place = (f64, f64);

/// Fingers that begin closer together than this, in pixels of the page, tell no size.
const TOO_CLOSE: f64 = 8.0;

/// What is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Grip {
    /// The picture beside the frame: alone it moves nothing.
    #[default]
    Beside,
    /// The inside of the frame.
    Frame,
    /// One of its corners.
    Corner(Corner),
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Finger {
    id: i32,
    from: Place,
    at: Place,
}

/// Who holds what.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Holding {
    grip: Grip,
    /// The frame when the holding began; nothing while nobody holds anything.
    start: Option<Crop>,
    fingers: Vec<Finger>,
}

impl Holding {
    /// A finger is put down. A second one makes it a pinch; further ones are not listened to.
    pub(crate) fn press(&mut self, grip: Grip, id: i32, at: Place, crop: Crop) {
        self.fingers.retain(|finger| finger.id != id);
        match self.fingers.len() {
            0 => self.grip = grip,
            1 => self.begin_anew(),
            _ => return,
        }
        self.start = Some(crop);
        self.fingers.push(Finger { id, from: at, at });
    }

    /// A finger moves: the frame that comes of it. `scale` is how many pixels of the picture one of
    /// the page stands for.
    pub(crate) fn moved(
        &mut self,
        id: i32,
        to: Place,
        scale: f64,
        ground: Ground<'_>,
    ) -> Option<Crop> {
        let start = self.start?;
        self.fingers.iter_mut().find(|finger| finger.id == id)?.at = to;
        match (self.fingers.as_slice(), self.grip) {
            ([one, two], _) => {
                let before = apart(one.from, two.from);
                (before > TOO_CLOSE).then(|| zoomed(ground, start, apart(one.at, two.at) / before))
            }
            ([one], Grip::Frame) => Some(dragged(ground, start, way(*one, scale))),
            ([one], Grip::Corner(corner)) => {
                Some(stretched(ground, start, corner, way(*one, scale)))
            }
            _ => None,
        }
    }

    /// A finger is lifted. One that stays after a pinch goes on moving the frame.
    pub(crate) fn release(&mut self, id: i32, crop: Crop) {
        let before = self.fingers.len();
        self.fingers.retain(|finger| finger.id != id);
        if self.fingers.len() == before {
            return;
        }
        self.begin_anew();
        self.start = (!self.fingers.is_empty()).then_some(crop);
        if before == 2 {
            self.grip = Grip::Frame;
        }
    }

    fn begin_anew(&mut self) {
        for finger in &mut self.fingers {
            finger.from = finger.at;
        }
    }
}

fn way(finger: Finger, scale: f64) -> Place {
    ((finger.at.0 - finger.from.0) * scale, (finger.at.1 - finger.from.1) * scale)
}

fn apart(one: Place, two: Place) -> f64 {
    (one.0 - two.0).hypot(one.1 - two.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::policy::{PhotoPolicy, Policy};

    const POLICY: PhotoPolicy = Policy::PROGRAMME.photo;
    const PHONE: Ground<'static> = Ground { width: 3024, height: 4032, policy: &POLICY };
    const FRAME: Crop = Crop { x: 1000, y: 1000, width: 1000, height: 1400 };

    #[test]
    fn a_finger_inside_moves_the_frame_in_pixels_of_the_picture() {
        let mut held = Holding::default();
        held.press(Grip::Frame, 1, (50.0, 50.0), FRAME);
        let moved = held.moved(1, (60.0, 45.0), 8.4, PHONE);
        assert_eq!(moved, Some(Crop { x: 1084, y: 958, ..FRAME }));
        held.release(1, moved.unwrap());
        assert_eq!(held.moved(1, (0.0, 0.0), 8.4, PHONE), None, "nothing is held any more");
    }

    #[test]
    fn a_corner_resizes_and_a_finger_beside_the_frame_does_nothing() {
        let mut held = Holding::default();
        held.press(Grip::Corner(Corner::BottomRight), 1, (0.0, 0.0), FRAME);
        let larger = held.moved(1, (10.0, 14.0), 10.0, PHONE).unwrap();
        assert_eq!((larger.width, larger.height), (1100, 1540));
        let mut held = Holding::default();
        held.press(Grip::Beside, 1, (0.0, 0.0), FRAME);
        assert_eq!(held.moved(1, (30.0, 30.0), 10.0, PHONE), None);
    }

    #[test]
    fn two_fingers_resize_about_the_middle_wherever_they_are_and_the_last_one_goes_on_moving() {
        let mut held = Holding::default();
        held.press(Grip::Beside, 1, (0.0, 0.0), FRAME);
        held.press(Grip::Frame, 2, (100.0, 0.0), FRAME);
        let larger = held.moved(2, (150.0, 0.0), 10.0, PHONE).unwrap();
        assert_eq!(larger, Crop { x: 750, y: 650, width: 1500, height: 2100 });
        held.release(1, larger);
        let moved = held.moved(2, (151.0, 2.0), 10.0, PHONE).unwrap();
        assert_eq!(moved, Crop { x: 760, y: 670, ..larger });
    }

    #[test]
    fn a_pinch_that_begins_at_one_point_and_a_third_finger_change_nothing() {
        let mut held = Holding::default();
        held.press(Grip::Frame, 1, (10.0, 10.0), FRAME);
        held.press(Grip::Frame, 2, (11.0, 10.0), FRAME);
        assert_eq!(held.moved(2, (300.0, 10.0), 10.0, PHONE), None);
        held.press(Grip::Frame, 3, (90.0, 90.0), FRAME);
        assert_eq!(held.moved(3, (300.0, 10.0), 10.0, PHONE), None);
    }
}
