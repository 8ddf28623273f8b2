//! Points of a face as a shape: which points there are, how two shapes lie to each other, and the
//! few ways in which faces differ.

/// A place in a picture; x to the right, y down, whole numbers in the middle of pixels.
pub type Place = [f32; 2];

/// What a point of our model is: its name where it has one, its index in the templates it was
/// trained on, and the point that it becomes in a mirror.
#[derive(Debug)]
pub struct Landmark {
    /// The name in reports; empty for points that only help the others.
    pub name: &'static str,
    /// Its index among the 189 points of a template.
    pub template: usize,
    /// The index in [`LANDMARKS`] of its mirror twin; its own on the middle line.
    pub twin: usize,
}

const fn landmark(name: &'static str, template: usize, twin: usize) -> Landmark {
    Landmark { name, template, twin }
}

/// Number of points.
pub const POINTS: usize = 46;

/// The points of the model. Left and right are as seen in the picture.
pub const LANDMARKS: [Landmark; POINTS] = [
    landmark("pupil_left", 0, 1),
    landmark("pupil_right", 1, 0),
    landmark("eye_left_outer", 18, 5),
    landmark("eye_left_inner", 22, 4),
    landmark("eye_right_inner", 23, 3),
    landmark("eye_right_outer", 27, 2),
    landmark("lid_left_upper", 20, 8),
    landmark("lid_left_lower", 29, 9),
    landmark("lid_right_upper", 25, 6),
    landmark("lid_right_lower", 32, 7),
    landmark("brow_left_outer", 71, 15),
    landmark("brow_left_top", 73, 14),
    landmark("brow_left_inner", 76, 13),
    landmark("brow_right_inner", 77, 12),
    landmark("brow_right_top", 80, 11),
    landmark("brow_right_outer", 82, 10),
    landmark("nose_base", 55, 16),
    landmark("nostril_left", 63, 18),
    landmark("nostril_right", 68, 17),
    landmark("mouth_left", 87, 20),
    landmark("mouth_right", 93, 19),
    landmark("lip_upper_top", 90, 21),
    landmark("lip_upper_inner", 96, 22),
    landmark("lip_lower_inner", 101, 23),
    landmark("lip_lower_bottom", 106, 24),
    landmark("chin", 129, 25),
    landmark("chin_left", 128, 27),
    landmark("chin_right", 130, 26),
    landmark("jaw_left_low", 127, 29),
    landmark("jaw_right_low", 131, 28),
    landmark("jaw_left", 126, 31),
    landmark("jaw_right", 132, 30),
    landmark("jaw_left_high", 125, 33),
    landmark("jaw_right_high", 133, 32),
    landmark("hairline", 139, 34),
    landmark("hairline_left", 137, 36),
    landmark("hairline_right", 141, 35),
    landmark("crown", 151, 37),
    landmark("crown_left", 150, 39),
    landmark("crown_right", 152, 38),
    landmark("hair_left", 148, 41),
    landmark("hair_right", 153, 40),
    landmark("ear_left_top", 115, 43),
    landmark("ear_right_top", 124, 42),
    landmark("ear_left_bottom", 119, 45),
    landmark("ear_right_bottom", 120, 44),
];

/// A place for every point of the model.
pub type Shape = [Place; POINTS];

/// Every point where its mirror twin is, in a picture `width` pixels across.
pub fn mirrored(shape: &Shape, width: f32) -> Shape {
    std::array::from_fn(|at| {
        let [x, y] = shape[LANDMARKS[at].twin];
        [width - 1.0 - x, y]
    })
}

/// Turning, scaling and moving: (x, y) → (a·x − b·y + dx, b·x + a·y + dy).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Similarity {
    /// Scale times the cosine of the angle.
    pub a: f32,
    /// Scale times the sine of the angle.
    pub b: f32,
    /// What is added to x.
    pub dx: f32,
    /// What is added to y.
    pub dy: f32,
}

impl Similarity {
    /// The one that brings `from` nearest to `to`, by least squares. Shapes that are a single place
    /// give the identity moved there.
    pub fn between(from: &Shape, to: &Shape) -> Self {
        let (middle, target) = (centroid(from), centroid(to));
        let (mut dot, mut cross, mut square) = (0.0, 0.0, 0.0);
        for ([x, y], [u, v]) in from.iter().zip(to) {
            let (x, y, u, v) = (x - middle[0], y - middle[1], u - target[0], v - target[1]);
            dot += x * u + y * v;
            cross += x * v - y * u;
            square += x * x + y * y;
        }
        let (a, b) = if square > 0.0 { (dot / square, cross / square) } else { (1.0, 0.0) };
        Self {
            a,
            b,
            dx: target[0] - a * middle[0] + b * middle[1],
            dy: target[1] - b * middle[0] - a * middle[1],
        }
    }

    /// Where a place goes.
    pub fn apply(&self, [x, y]: Place) -> Place {
        [self.a * x - self.b * y + self.dx, self.b * x + self.a * y + self.dy]
    }

    /// A difference between two places, turned and scaled.
    pub fn turn(&self, [x, y]: Place) -> Place {
        [self.a * x - self.b * y, self.b * x + self.a * y]
    }

    /// Where a place came from. A scale of zero gives the place of the identity.
    pub fn undo(&self, [x, y]: Place) -> Place {
        let (x, y) = (x - self.dx, y - self.dy);
        let square = self.a * self.a + self.b * self.b;
        if square > 0.0 {
            [(self.a * x + self.b * y) / square, (self.a * y - self.b * x) / square]
        } else {
            [x, y]
        }
    }
}

fn centroid(shape: &Shape) -> Place {
    let sum = shape.iter().fold([0.0, 0.0], |sum, at| [sum[0] + at[0], sum[1] + at[1]]);
    [sum[0] / POINTS as f32, sum[1] / POINTS as f32]
}

/// The distance between two places.
pub fn distance(from: Place, to: Place) -> f32 {
    let (x, y) = (to[0] - from[0], to[1] - from[1]);
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{POINTS, Shape, Similarity, distance, mirrored};

    fn some() -> Shape {
        std::array::from_fn(|at| [(at * 37 % 101) as f32, (at * 53 % 89) as f32])
    }

    #[test]
    fn the_similarity_between_a_shape_and_its_image_is_found_and_undone() {
        let (from, known) = (some(), Similarity { a: 1.2, b: -0.5, dx: 17.0, dy: -4.0 });
        let to = from.map(|place| known.apply(place));
        let found = Similarity::between(&from, &to);
        for place in from {
            assert!(distance(found.apply(place), known.apply(place)) < 1e-3);
            assert!(distance(found.undo(found.apply(place)), place) < 1e-3);
        }
    }

    #[test]
    fn a_shape_without_extent_gives_no_wild_similarity() {
        let found = Similarity::between(&[[3.0, 4.0]; POINTS], &some());
        assert_eq!((found.a, found.b), (1.0, 0.0));
    }

    #[test]
    fn mirroring_twice_changes_nothing() {
        assert_eq!(mirrored(&mirrored(&some(), 256.0), 256.0), some());
    }
}
