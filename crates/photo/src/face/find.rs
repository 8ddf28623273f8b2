//! Where faces are in a picture of any size: the detector is shown the picture at few sizes, the
//! usual one first, the others only where it finds nothing.

use super::grey::{Grey, Window};
use super::seeta::{self, Candidate};
use super::{Bbox, Found};

/// What is reported at least. On portraits true faces score above 10.
const LEAST_SCORE: f32 = 5.0;
/// A box that lies in a better one with more than this share of itself is the same face.
const INSIDE: f32 = 0.5;
/// No more faces than this are told.
const MOST: usize = 16;

/// A size at which the picture is looked at: pixels across, and how much of its width is put around
/// it. With a margin, heads are found that fill the picture; larger, those that are small in it.
const VIEWS: [(usize, f32); 3] = [(320, 0.0), (320, 0.3), (640, 0.0)];

/// The faces of a picture, best first.
pub(crate) fn find(picture: &Grey) -> Vec<Found> {
    VIEWS
        .iter()
        .map(|(across, margin)| seen(picture, *across, *margin))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

fn seen(picture: &Grey, across: usize, margin: f32) -> Vec<Found> {
    let (width, height) = (picture.width as f32, picture.height as f32);
    let border = margin * width.min(height);
    let window = Window {
        x: -border,
        y: -border,
        width: width + 2.0 * border,
        height: height + 2.0 * border,
    };
    // A picture much higher than wide is held within twice the usual height.
    let scale = (across as f32 / window.width).min(2.0 * across as f32 / window.height);
    let size = |extent: f32| ((extent * scale + 0.5) as usize).max(1);
    let (columns, rows) = (size(window.width), size(window.height));
    let (x, y) = (window.width / columns as f32, window.height / rows as f32);
    let mut found: Vec<Found> = Vec::new();
    let mut candidates = seeta::candidates(&picture.cut(window, columns, rows));
    candidates.sort_by(|one, other| other.score.total_cmp(&one.score));
    for Candidate { x: left, y: top, side, score } in candidates {
        let bbox = Bbox {
            x: left as f32 * x + window.x,
            y: top as f32 * y + window.y,
            width: side as f32 * x,
            height: side as f32 * y,
        };
        let known = found.iter().any(|better| bbox.within(&better.bbox) > INSIDE);
        if score >= LEAST_SCORE && !known && found.len() < MOST {
            found.push(Found { bbox, score });
        }
    }
    found
}

impl Bbox {
    /// The part of the smaller of both that lies in the other, 0 to 1.
    fn within(&self, other: &Self) -> f32 {
        let across = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let down = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        let least = (self.width * self.height).min(other.width * other.height);
        across.max(0.0) * down.max(0.0) / least.max(f32::MIN_POSITIVE)
    }
}
