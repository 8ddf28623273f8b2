//! A face measured by itself: the middle between the pupils is the origin, the right pupil (as seen)
//! lies on the x axis, the distance of the pupils is one. All bending and drawing is done here.

use photo::face::Place;
use photo::face::training::{POINTS, Shape, Similarity, distance};

/// From places of a picture to the face's own measure, and back.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    to_picture: Similarity,
}

impl Frame {
    /// The frame of a shape.
    pub fn of(shape: &Shape) -> Self {
        let ([x, y], [u, v]) = (shape[0], shape[1]);
        let to_picture = Similarity { a: u - x, b: v - y, dx: (x + u) / 2.0, dy: (y + v) / 2.0 };
        Self { to_picture }
    }

    /// A place of the picture, in the face's measure.
    pub fn face(&self, place: Place) -> Place {
        self.to_picture.undo(place)
    }

    /// A place in the face's measure, in the picture.
    pub fn picture(&self, place: Place) -> Place {
        self.to_picture.apply(place)
    }
}

/// A whole shape in its own measure.
pub fn normal(shape: &Shape) -> Shape {
    let frame = Frame::of(shape);
    let mut own = [[0.0; 2]; POINTS];
    for (own, place) in own.iter_mut().zip(shape) {
        *own = frame.face(*place);
    }
    own
}

/// The distance of the pupils.
pub fn eye_distance(shape: &Shape) -> f32 {
    distance(shape[0], shape[1])
}
