//! Faces in a picture: where they are, and where the points of each are.
//!
//! Everything here takes pixels and gives places in them. It judges nothing: what a photo needs is
//! the examination's to say. The same pixels give the same bits on every machine, and no pixels make
//! it panic. The boxes come from a published detector, the points from a model of our own:
//! `docs/models/points.md` says what that was trained on, how well it does, and what it cannot do.

mod cascade;
mod find;
mod grey;
mod model;
mod patch;
mod points;
mod seeta;
mod shape;
#[cfg(test)]
mod tests;

pub use grey::Grey;
pub use points::Points;
pub use shape::Place;

use cascade::Fit;
pub(crate) use grey::Window;
use model::{CUT, Model};
use std::sync::LazyLock;

/// Our model of a face's points, read once.
static MODEL: LazyLock<Option<Model>> =
    LazyLock::new(|| Model::read(include_bytes!("../models/points.bin")));

/// A box around the middle of a face, in pixels between their edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bbox {
    /// Left edge; may lie outside the picture.
    pub x: f32,
    /// Upper edge; may lie outside the picture.
    pub y: f32,
    /// Extent across.
    pub width: f32,
    /// Extent down.
    pub height: f32,
}

/// A face that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Where.
    pub bbox: Bbox,
    /// The detector's score, 5 and more; plain portraits score above 10.
    pub score: f32,
}

/// A face with its points.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    /// Where it was found.
    pub bbox: Bbox,
    /// The detector's score.
    pub score: f32,
    /// Its points.
    pub points: Points,
    /// How much what lies under the points looks like them, 0 to 1. Below a half, features are
    /// hidden or there is no face.
    pub confidence: f32,
    /// How far the lids look closed, from 0, open, to 1.
    pub eyes_closed: f32,
    /// How much the eyes look hidden behind dark lenses, from 0 to 1.
    pub eyes_dark: f32,
}

/// All faces of a picture with their points, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Faces(pub Vec<Face>);

impl Faces {
    /// Finds the faces of a picture and fits the points to each.
    pub fn of(picture: &Grey) -> Self {
        Self(find(picture).into_iter().filter_map(|found| points(picture, found)).collect())
    }

    /// The face that the photo is of.
    pub fn first(&self) -> Option<&Face> {
        self.0.first()
    }
}

/// The faces of a picture, best first. Heads between an eighth of the picture's height and all of it
/// are found; more than one face only where each is an eighth of the picture's width or more.
pub fn find(picture: &Grey) -> Vec<Found> {
    find::find(picture)
}

/// The points of a face. `None` only where the box is no box.
pub fn points(picture: &Grey, found: Found) -> Option<Face> {
    let model = MODEL.as_ref()?;
    let sound = [found.bbox.x, found.bbox.y, found.bbox.width].iter().all(|n| n.is_finite());
    let largest = 8.0 * picture.width.max(picture.height) as f32;
    if !sound || found.bbox.width < 1.0 || found.bbox.width > largest {
        return None;
    }
    let (fit, shape) = fitted(model, picture, found.bbox);
    let judged = |at: usize| fit.judgements.get(at).copied().unwrap_or(0.0).clamp(0.0, 1.0);
    Some(Face {
        bbox: found.bbox,
        score: found.score,
        points: Points::of(shape),
        confidence: confidence(&fit),
        eyes_closed: judged(0),
        eyes_dark: judged(1),
    })
}

/// How much a fit is to be believed, 0 to 1: scaled so that a half parts faces from the same faces
/// upside down.
fn confidence(fit: &Fit) -> f32 {
    let judged = fit.judgements.get(2).copied().unwrap_or(0.0);
    // Fits that lie far apart are fits of nothing, whatever one of them looks like.
    let together = 1.0 / (1.0 + (fit.apart / 0.2) * (fit.apart / 0.2));
    ((judged - 0.4) * 2.0).clamp(0.0, 1.0) * together
}

/// Fits a model in a box; the shape is in pixels of the picture.
fn fitted(model: &Model, picture: &Grey, bbox: Bbox) -> (Fit, shape::Shape) {
    let window = window(model, bbox);
    let fit = cascade::fit(model, &picture.cut(window, CUT, CUT));
    let scale = window.width / CUT as f32;
    let shape = fit
        .shape
        .map(|[x, y]| [(x + 0.5) * scale + window.x - 0.5, (y + 0.5) * scale + window.y - 0.5]);
    (fit, shape)
}

/// The window that is cut around a box.
fn window(model: &Model, bbox: Bbox) -> Window {
    let [right, down, side] = model.window;
    let (x, y) = (bbox.x + bbox.width / 2.0, bbox.y + bbox.height / 2.0);
    let side = side * bbox.width;
    Window {
        x: x + right * bbox.width - side / 2.0,
        y: y + down * bbox.width - side / 2.0,
        width: side,
        height: side,
    }
}

/// What training shares with the examination. For the calibration only.
#[doc(hidden)]
pub mod training {
    pub use super::cascade::{Fit, begin, fit, form, shift};
    pub use super::model::{CUT, Kind, Model, Regression, Step};
    pub use super::patch::{FEATURES, Pyramid, describe};
    pub use super::shape::{LANDMARKS, Landmark, POINTS, Shape, Similarity, distance, mirrored};
    use super::{Bbox, Grey};

    /// How much a fit is to be believed.
    pub fn confidence(fit: &Fit) -> f32 {
        super::confidence(fit)
    }

    /// Fits a model in a box of a picture; the shape is in the picture's pixels.
    pub fn fitted(model: &Model, picture: &Grey, bbox: Bbox) -> (Fit, Shape) {
        super::fitted(model, picture, bbox)
    }
}
