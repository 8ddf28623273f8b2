//! What is exactly where in a drawn portrait: computed from the same shapes and curves that were
//! painted, never read from pixels.

mod outline;
mod points;

pub use points::Point;

use crate::figure::{Figure, chin_and_crown};
use crate::params::{Cover, Portrait};

/// The truth about a drawn portrait. Places are pixels from the picture's top left corner, where the
/// middle of the first pixel is at 0.5; left and right are as seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Truth {
    points: [[f32; 2]; Point::ALL.len()],
    /// Chin to crown over the picture's height, along the head's axis.
    pub head_height: f32,
    /// Between the places of the pupils when they look at the viewer, in pixels.
    pub eye_distance: f32,
    /// The midpoint of the eyes beside the middle, over the width.
    pub centre_dx: f32,
    /// Degrees clockwise.
    pub roll: f32,
    /// Degrees to the right of the picture.
    pub yaw: f32,
    /// Degrees down.
    pub pitch: f32,
    /// Gap of the lids over the width of the eye, left and right; about 0.375 when open.
    pub lid_gap: [f32; 2],
    /// Gap between the lips over the distance from the eyes' midpoint to the chin.
    pub lip_gap: f32,
    /// Left, top, width and height of the head without hair and ears.
    pub head_box: [f32; 4],
    /// The head's outline without hair and ears, around it.
    pub head: Vec<[f32; 2]>,
    /// The face: along jaw and temples, and along the hairline.
    pub face: Vec<[f32; 2]>,
    /// What covers a part of the face, if anything.
    pub covered: Option<Cover>,
    /// The share of the background's light that the shadow takes where it is deepest.
    pub shadow: f32,
    /// For each pixel how much of it belongs to the person: 0 the background alone, 255 the person
    /// alone.
    pub person: Vec<u8>,
}

impl Truth {
    pub(crate) fn of(
        portrait: &Portrait,
        figure: &Figure,
        width: usize,
        height: usize,
        person: Vec<u8>,
    ) -> Self {
        let points = points::of(figure);
        let at = |point: Point| points[point as usize];
        let far = |a: [f32; 2], b: [f32; 2]| {
            ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])).sqrt()
        };
        let middle = |a: [f32; 2], b: [f32; 2]| [0.5 * (a[0] + b[0]), 0.5 * (a[1] + b[1])];
        let (chin, crown) = chin_and_crown(&figure.head, figure.turn);
        let straight = [figure.point(-0.139, 0.0), figure.point(0.139, 0.0)];
        let eyes = middle(straight[0], straight[1]);
        let gap = |upper, lower, outer, inner| {
            far(at(upper), at(lower)) / far(at(outer), at(inner)).max(1e-6)
        };
        let head = outline::head(figure, crown, chin);
        let head_box = outline::bounds(&head);
        Self {
            head_height: (chin.y - crown.y) * figure.frame.scale / height as f32,
            eye_distance: far(straight[0], straight[1]),
            centre_dx: eyes[0] / width as f32 - 0.5,
            roll: portrait.roll,
            yaw: portrait.yaw,
            pitch: portrait.pitch,
            lid_gap: [
                gap(
                    Point::LidLeftUpper,
                    Point::LidLeftLower,
                    Point::EyeLeftOuter,
                    Point::EyeLeftInner,
                ),
                gap(
                    Point::LidRightUpper,
                    Point::LidRightLower,
                    Point::EyeRightOuter,
                    Point::EyeRightInner,
                ),
            ],
            lip_gap: far(at(Point::LipUpperInner), at(Point::LipLowerInner))
                / far(eyes, at(Point::Chin)).max(1e-6),
            head_box,
            face: outline::face(figure, &points),
            head,
            covered: portrait.cover,
            shadow: portrait.shadow.map_or(0.0, |s| s.strength.clamp(0.0, 1.0)),
            person,
            points,
        }
    }

    /// Where a point is.
    pub fn point(&self, point: Point) -> [f32; 2] {
        self.points[point as usize]
    }

    /// Every point with its place.
    pub fn points(&self) -> impl Iterator<Item = (Point, [f32; 2])> {
        Point::ALL.into_iter().zip(self.points)
    }
}
