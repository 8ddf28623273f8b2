//! The head as it hides the background: an ellipse through chin, crown and ears, and around it the
//! room that hair and headwear take.

use crate::face::{Place, Points};

/// Hair and headwear reach this far beyond the ellipse, as parts of it: to the sides and upwards.
const ROOM: (f32, f32) = (1.75, 1.65);

/// An ellipse in pixels of the small picture.
pub(crate) struct Head {
    /// Its middle.
    pub(crate) middle: Place,
    /// From there to the crown.
    pub(crate) half_height: f32,
    /// From there to an ear.
    pub(crate) half_width: f32,
    /// The lowest place of the chin.
    pub(crate) chin: Place,
    /// The way to the crown, of length 1.
    up: Place,
}

impl Head {
    /// From the points of the working picture, of which `step` pixels a side are one here.
    pub(super) fn of(points: &Points, step: usize) -> Option<Self> {
        let here = |[x, y]: Place| {
            let step = step.max(1) as f32;
            [(x + 0.5) / step - 0.5, (y + 0.5) / step - 0.5]
        };
        let (chin, crown) = (here(points.chin()), here(points.crown()));
        let (dx, dy) = (crown[0] - chin[0], crown[1] - chin[1]);
        let length = (dx * dx + dy * dy).sqrt();
        if !length.is_finite() || length < 4.0 || dy >= 0.0 {
            return None;
        }
        let up = [dx / length, dy / length];
        let middle = [(chin[0] + crown[0]) / 2.0, (chin[1] + crown[1]) / 2.0];
        let across = |[x, y]: Place| ((x - middle[0]) * up[1] - (y - middle[1]) * up[0]).abs();
        let ears = [points.ear_left(), points.ear_right()];
        let widest = ears.into_iter().flatten().chain(points.jaw()).map(here).map(across);
        let half_width = widest.fold(length * 0.3, f32::max).min(length * 0.55);
        Some(Self { middle, half_height: length / 2.0, half_width, chin, up })
    }

    /// Rows above the chin.
    pub(super) fn rows(&self, height: usize) -> usize {
        (self.chin[1].max(0.0) as usize).clamp(1, height)
    }

    /// A place in the head's own axes: beside and above its middle, in halves of its size.
    fn within(&self, x: f32, y: f32) -> (f32, f32) {
        let (dx, dy) = (x - self.middle[0], y - self.middle[1]);
        let above = (dx * self.up[0] + dy * self.up[1]) / self.half_height;
        let beside = (dx * self.up[1] - dy * self.up[0]).abs() / self.half_width;
        (beside, above)
    }

    /// Whether a place is in the ellipse, or in one so many times as large.
    pub(crate) fn holds(&self, x: f32, y: f32, times: f32) -> bool {
        let (beside, above) = self.within(x, y);
        beside * beside + above * above <= times * times
    }

    /// Whether hair or headwear may be here.
    fn has_room(&self, x: f32, y: f32) -> bool {
        let (beside, above) = self.within(x, y);
        // Over the ears as an ellipse, under them straight down: long hair, scarves, shoulders.
        let (beside, above) = (beside / ROOM.0, above.max(0.0) / ROOM.1);
        beside * beside + above * above <= 1.0
    }

    /// What should be background: not in the head, and not of what hangs together with it.
    pub(super) fn behind(&self, mask: &[bool], open: &[bool], width: usize) -> Vec<bool> {
        let mut behind = open.to_vec();
        let place = |at: usize| ((at % width) as f32, (at / width) as f32);
        let room: Vec<bool> = (0..open.len())
            .map(|at| open[at] && !mask[at] && self.has_room(place(at).0, place(at).1))
            .collect();
        let touching = |at: &usize| {
            let (x, y) = place(*at);
            room[*at] && self.holds(x, y, 1.12)
        };
        let mut ahead: Vec<usize> = (0..open.len()).filter(touching).collect();
        ahead.iter().for_each(|at| behind[*at] = false);
        while let Some(at) = ahead.pop() {
            let column = at % width;
            let next = [
                at.checked_sub(width),
                Some(at + width),
                at.checked_sub(1).filter(|_| column > 0),
                Some(at + 1).filter(|_| column + 1 < width),
            ];
            for to in next.into_iter().flatten() {
                if room.get(to) == Some(&true) && behind[to] {
                    behind[to] = false;
                    ahead.push(to);
                }
            }
        }
        behind
    }
}
