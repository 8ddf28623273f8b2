//! Fits the points of the model to a face: a shape is put over the middle of what was cut out, and
//! step after step moved to where it belongs by what the picture looks like around its points.
//!
//! Beginnings that are a little off each other go through the first step, and their median goes on:
//! so it matters little how loosely the box was drawn. The same is done with the face in a mirror;
//! the mean of both is the answer, and how far they lie apart says how sure it is.

use super::grey::Grey;
use super::model::{CUT, Kind, Model, Step};
use super::patch::{Pyramid, describe};
use super::shape::{POINTS, Place, Shape, Similarity, distance, mirrored};
use crate::both::both;

/// How the beginnings lie beside the mean shape: moved by so many pixels of the cut, scaled.
const BEGINNINGS: [([f32; 2], f32); 3] =
    [([0.0, 0.0], 1.0), ([-6.0, 5.0], 1.07), ([6.0, -5.0], 0.93)];

/// A shape as it was fitted.
pub struct Fit {
    /// Where the points are, in pixels of the cut.
    pub shape: Shape,
    /// How far the fits of the face and of its mirror image lie apart: the mean distance of a point,
    /// as a share of the distance of the pupils.
    pub apart: f32,
    /// What the steps that judge gave, in their order.
    pub judgements: Vec<f32>,
}

/// Fits the model to what was cut out around a face.
pub fn fit(model: &Model, cut: &Grey) -> Fit {
    let mirror = || mirrored(&descend(model, &Pyramid::of(cut.mirrored())), CUT as f32);
    let (other, (face, straight)) = both(mirror, || {
        let face = Pyramid::of(cut.clone());
        let straight = descend(model, &face);
        (face, straight)
    });
    let shape: Shape = std::array::from_fn(|at| middle(straight[at], other[at]));
    let sum = (0..POINTS).fold(0.0, |sum, at| sum + distance(straight[at], other[at]));
    let apart = sum / POINTS as f32 / distance(shape[0], shape[1]).max(1.0);
    Fit { shape, apart, judgements: judged(model, &face, &shape) }
}

/// What the steps that judge say of a shape as it lies.
fn judged(model: &Model, face: &Pyramid, shape: &Shape) -> Vec<f32> {
    let judges = model.steps.iter().filter(|step| step.kind == Kind::Judgement);
    judges.flat_map(|step| results(model, step, face, shape)).collect()
}

fn middle(one: Place, other: Place) -> Place {
    [(one[0] + other[0]) / 2.0, (one[1] + other[1]) / 2.0]
}

/// Goes through all steps that move.
fn descend(model: &Model, face: &Pyramid) -> Shape {
    let first = model.steps.len().min(1);
    let begun = BEGINNINGS.map(|(moved, scale)| {
        let mut shape = begin(model, moved, scale);
        for step in &model.steps[..first] {
            advance(model, step, face, &mut shape);
        }
        shape
    });
    let mut shape: Shape = std::array::from_fn(|at| {
        std::array::from_fn(|axis| median(begun.map(|shape| shape[at][axis])))
    });
    for step in &model.steps[first..] {
        advance(model, step, face, &mut shape);
    }
    shape
}

fn median([a, b, c]: [f32; 3]) -> f32 {
    a.min(b).max(a.max(b).min(c))
}

/// The mean shape, moved and scaled about the middle of the cut.
pub fn begin(model: &Model, moved: [f32; 2], scale: f32) -> Shape {
    let middle = (CUT as f32 - 1.0) / 2.0;
    model.mean.map(|[x, y]| {
        [(x - middle) * scale + middle + moved[0], (y - middle) * scale + middle + moved[1]]
    })
}

fn results(model: &Model, step: &Step, face: &Pyramid, shape: &Shape) -> Vec<f32> {
    let pose = Similarity::between(&model.mean, shape);
    let features = describe(face, shape, &step.points, &pose, step.spacing);
    step.results(&features, &form(model, &pose, shape))
}

/// How the points of a shape lie beside those of the mean shape.
pub fn form(model: &Model, pose: &Similarity, shape: &Shape) -> Shape {
    std::array::from_fn(|at| {
        let [x, y] = pose.undo(shape[at]);
        [x - model.mean[at][0], y - model.mean[at][1]]
    })
}

/// Moves a shape by one step; steps that judge move nothing.
fn advance(model: &Model, step: &Step, face: &Pyramid, shape: &mut Shape) {
    if step.kind == Kind::Judgement {
        return;
    }
    let results = results(model, step, face, shape);
    shift(model, &step.kind, &results, shape);
}

/// Moves a shape by what a step of a kind gave.
pub fn shift(model: &Model, kind: &Kind, results: &[f32], shape: &mut Shape) {
    let pose = Similarity::between(&model.mean, shape);
    let mut moves = [[0.0_f32; 2]; POINTS];
    match kind {
        Kind::Ways => {
            for (way, amount) in model.ways.iter().zip(results) {
                for (sum, part) in moves.as_flattened_mut().iter_mut().zip(way.as_flattened()) {
                    *sum += amount * part;
                }
            }
        }
        Kind::Points(points) => {
            for (point, amount) in points.iter().zip(results.chunks_exact(2)) {
                moves[usize::from(*point)] = [amount[0], amount[1]];
            }
        }
        Kind::Judgement => {}
    }
    for (place, moved) in shape.iter_mut().zip(moves) {
        let [x, y] = pose.turn(moved);
        // A face is never far outside of what was cut out around it.
        *place = [held(place[0] + x), held(place[1] + y)];
    }
}

fn held(coordinate: f32) -> f32 {
    let limit = CUT as f32;
    if coordinate.is_finite() { coordinate.clamp(-limit, 2.0 * limit) } else { limit / 2.0 }
}
