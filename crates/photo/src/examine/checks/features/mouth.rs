//! The mouth in the face at one scale.

use crate::examine::close::Close;
use crate::examine::scene::Scene;
use crate::face::{Place, Points};
use contract::examination::Mark;

/// The mouth's points, in pixels of the face at one scale.
#[derive(Clone, Copy)]
pub(super) struct Mouth {
    /// The left corner.
    pub(super) left: Place,
    /// The right corner.
    pub(super) right: Place,
    /// Top, upper inner edge, lower inner edge, bottom, on the middle line.
    pub(super) lips: [Place; 4],
}

impl Mouth {
    /// Of a face.
    pub(super) fn of(close: &Close, points: &Points) -> Self {
        Self {
            left: close.here(points.mouth_left()),
            right: close.here(points.mouth_right()),
            lips: points.lips().map(|place| close.here(place)),
        }
    }

    /// Around the lips, as a mark.
    pub(super) fn mark(&self, scene: &Scene<'_>, close: &Close) -> Mark {
        let [top, _, _, bottom] = self.lips;
        scene.outline(&[self.left, top, self.right, bottom].map(|place| close.there(place)))
    }

    /// The line on which the lips meet, at a share of the way from the left corner to the right one.
    pub(super) fn line(&self, along: f32) -> Place {
        let [_, upper, lower, _] = self.lips;
        let meet = (upper[1] + lower[1]) / 2.0;
        let ends = (self.left[1] + self.right[1]) / 2.0;
        let straight = self.left[1] + (self.right[1] - self.left[1]) * along;
        let bow = 4.0 * along * (1.0 - along);
        [self.left[0] + (self.right[0] - self.left[0]) * along, straight + (meet - ends) * bow]
    }
}
