//! The named points of a face.

use super::shape::{LANDMARKS, Place, Shape, distance};

/// The points of one face, in pixels of the picture: x to the right, y down, whole numbers in the
/// middle of pixels. Left and right are as seen in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Points(Shape);

impl Points {
    pub(crate) fn of(shape: Shape) -> Self {
        Self(shape)
    }

    /// Every point with its name on the wire.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, Place)> + '_ {
        LANDMARKS.iter().map(|landmark| landmark.name).zip(self.0.iter().copied())
    }

    /// The point of a name on the wire.
    pub fn get(&self, name: &str) -> Option<Place> {
        self.named().find(|(known, _)| *known == name).map(|(_, place)| place)
    }

    /// The middle of the left pupil.
    pub fn pupil_left(&self) -> Place {
        self.0[0]
    }

    /// The middle of the right pupil.
    pub fn pupil_right(&self) -> Place {
        self.0[1]
    }

    /// Outer corner, inner corner, middle of the upper and of the lower lid of the left eye.
    pub fn eye_left(&self) -> [Place; 4] {
        [self.0[2], self.0[3], self.0[6], self.0[7]]
    }

    /// The same of the right eye.
    pub fn eye_right(&self) -> [Place; 4] {
        [self.0[5], self.0[4], self.0[8], self.0[9]]
    }

    /// Outer end, top and inner end of the left brow.
    pub fn brow_left(&self) -> [Place; 3] {
        [self.0[10], self.0[11], self.0[12]]
    }

    /// Outer end, top and inner end of the right brow.
    pub fn brow_right(&self) -> [Place; 3] {
        [self.0[15], self.0[14], self.0[13]]
    }

    /// The base of the nose.
    pub fn nose_base(&self) -> Place {
        self.0[16]
    }

    /// The outer edges of the nostrils, left and right.
    pub fn nostrils(&self) -> [Place; 2] {
        [self.0[17], self.0[18]]
    }

    /// The left corner of the mouth.
    pub fn mouth_left(&self) -> Place {
        self.0[19]
    }

    /// The right corner of the mouth.
    pub fn mouth_right(&self) -> Place {
        self.0[20]
    }

    /// On the middle line: top of the upper lip, its inner edge, the lower lip's inner edge and its
    /// bottom.
    pub fn lips(&self) -> [Place; 4] {
        [self.0[21], self.0[22], self.0[23], self.0[24]]
    }

    /// The lowest point of the chin.
    pub fn chin(&self) -> Place {
        self.0[25]
    }

    /// The outline of the lower face from the left ear to the right one, through the chin.
    pub fn jaw(&self) -> [Place; 9] {
        [32, 30, 28, 26, 25, 27, 29, 31, 33].map(|at| self.0[at])
    }

    /// Where the hair begins: on the left, in the middle, on the right.
    pub fn hairline(&self) -> [Place; 3] {
        [self.0[35], self.0[34], self.0[36]]
    }

    /// The top of the skull, under the hair.
    pub fn crown(&self) -> Place {
        self.0[37]
    }

    /// The upper sides of the hair, left and right.
    pub fn hair(&self) -> [Place; 2] {
        [self.0[40], self.0[41]]
    }

    /// Top and bottom of the left ear.
    pub fn ear_left(&self) -> [Place; 2] {
        [self.0[42], self.0[44]]
    }

    /// Top and bottom of the right ear.
    pub fn ear_right(&self) -> [Place; 2] {
        [self.0[43], self.0[45]]
    }

    /// The distance of the pupils, in pixels.
    pub fn eye_distance(&self) -> f32 {
        distance(self.0[0], self.0[1])
    }

    /// From chin to crown, measured at right angles to the line through the pupils, in pixels.
    pub fn head_height(&self) -> f32 {
        let ([x, y], [u, v]) = (self.0[0], self.0[1]);
        let length = self.eye_distance().max(f32::MIN_POSITIVE);
        let (chin, crown) = (self.chin(), self.crown());
        ((crown[0] - chin[0]) * (v - y) - (crown[1] - chin[1]) * (u - x)) / length
    }
}
