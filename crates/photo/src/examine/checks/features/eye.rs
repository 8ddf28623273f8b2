//! One eye in the face at one scale.

use crate::examine::close::{Close, EYES};
use crate::examine::lab::{Lab, of_rgb};
use crate::examine::scene::Scene;
use crate::face::{Place, Points};
use contract::examination::Mark;

/// An iris is about 11.7 mm wide, pupils are 63 mm apart.
pub(super) const IRIS: f32 = 0.093 * EYES;

/// An eye's points, in pixels of the face at one scale.
#[derive(Clone, Copy)]
pub(super) struct Eye {
    /// The corner at the temple.
    pub(super) outer: Place,
    /// The corner at the nose.
    pub(super) inner: Place,
    /// The middle of the upper lid's edge.
    pub(super) upper: Place,
    /// The middle of the lower lid's edge.
    pub(super) lower: Place,
    /// The pupil.
    pub(super) pupil: Place,
}

impl Eye {
    /// Both eyes, the left one first.
    pub(super) fn both(close: &Close, points: &Points) -> [Self; 2] {
        [(points.eye_left(), points.pupil_left()), (points.eye_right(), points.pupil_right())].map(
            |(corners, pupil)| {
                let [outer, inner, upper, lower] = corners.map(|place| close.here(place));
                Self { outer, inner, upper, lower, pupil: close.here(pupil) }
            },
        )
    }

    /// The gap between the lids to the width of the eye.
    pub(super) fn gap(&self) -> f32 {
        let across = (self.outer[0] - self.inner[0]).abs().max(f32::MIN_POSITIVE);
        (self.lower[1] - self.upper[1]).max(0.0) / across
    }

    /// The middle between its corners.
    pub(super) fn middle(&self) -> Place {
        [(self.outer[0] + self.inner[0]) / 2.0, (self.outer[1] + self.inner[1]) / 2.0]
    }

    /// A box around it, as a mark.
    pub(super) fn mark(&self, scene: &Scene<'_>, close: &Close) -> Mark {
        let [x, y] = self.middle();
        let (wide, high) = (0.26 * EYES, 0.16 * EYES);
        let corners = [(-wide, -high), (wide, -high), (wide, high), (-wide, high)];
        scene.outline(&corners.map(|(u, v)| close.there([x + u, y + v])))
    }
}

/// The colours of every `step`th pixel of a rectangle each way: middle and half sides.
pub(super) fn colours(close: &Close, middle: Place, half: [f32; 2], step: usize) -> Vec<Lab> {
    places(middle, half, step).map(|(x, y)| of_rgb(close.pixel(x, y))).collect()
}

/// The pixels of a rectangle, every `step`th each way.
pub(super) fn places(
    [x, y]: Place,
    [wide, high]: [f32; 2],
    step: usize,
) -> impl Iterator<Item = (i32, i32)> {
    let range = move |middle: f32, half: f32| {
        let middle = middle.clamp(-1e5, 1e5);
        ((middle - half) as i32..=(middle + half) as i32).step_by(step)
    };
    range(y, high).flat_map(move |row| range(x, wide).map(move |column| (column, row)))
}

/// The middle one of some values, 0 of none.
pub(super) fn median(mut values: Vec<f32>) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// The median of each of L\*, a\* and b\*.
pub(super) fn middle_colour(colours: &[Lab]) -> Lab {
    std::array::from_fn(|at| median(colours.iter().map(|colour| colour[at]).collect()))
}
