//! Training of the cascade: step after step a ridge regression from what is seen around the points
//! to where they should move.
//!
//! What a step learns from are shapes as they would lie on faces of people that the steps before did
//! not know: within every training the people are parted once more, and each part is moved by steps
//! that were trained without it. Otherwise later steps would expect smaller errors than they meet.

use crate::random::Random;
use crate::sample::Sample;
use crate::shapes;
use crate::tiles::Sums;
use ndarray::Array2;
use photo::face::training::{
    FEATURES, Kind, Model, POINTS, Regression, Shape, Similarity, Step, begin, describe, distance,
    form, shift,
};
use rayon::prelude::*;

/// Parts that people are put into within a training.
const PARTS: usize = 4;
/// Samples whose features are laid out as numbers at once.
const BATCH: usize = 512;

/// What a step looks at and moves.
#[derive(Clone, Debug)]
pub struct Look {
    /// The distance of samples, in pixels of the cut.
    pub spacing: f32,
    /// The points looked at.
    pub points: Vec<u8>,
    /// The points moved; along the ways of the shape when there are none.
    pub moved: Vec<u8>,
    /// Whether the shape itself is looked at.
    pub form: bool,
    /// How much weights cost.
    pub ridge: f32,
}

/// A training.
pub struct Plan {
    /// Principal components.
    pub components: usize,
    /// The steps that move.
    pub looks: Vec<Look>,
    /// What the judgement of the eyes looks at.
    pub eyes: Look,
    /// What the judgement of the whole fit looks at.
    pub fit: Look,
    /// The window around a box.
    pub window: [f32; 3],
    /// For chance.
    pub seed: u64,
}

/// A coordinate of a shape beside the mean, as a feature: so large that it costs little to use.
const FORM: f32 = 0.1;

/// A sample within a training.
#[derive(Clone)]
struct Pupil<'a> {
    sample: &'a Sample,
    part: usize,
    shape: Shape,
    features: Vec<u8>,
    form: Shape,
    /// Whether the shape was put where it does not belong.
    wrong: bool,
}

/// A training that has come to a certain step.
#[derive(Clone)]
pub struct Training<'a> {
    /// The model so far.
    pub model: Model,
    pupils: Vec<Pupil<'a>>,
}

/// Trains on samples; `part` tells the part of the people that a portrait belongs to.
pub fn train(plan: &Plan, samples: &[&Sample], part: impl Fn(usize) -> usize) -> Model {
    let mut training = Training::begun(plan, samples, part);
    plan.looks.iter().for_each(|look| training.take(look));
    training.judge(&plan.eyes, &plan.fit, plan.seed);
    training.model
}

impl<'a> Training<'a> {
    /// Before the first step.
    pub fn begun(plan: &Plan, samples: &[&'a Sample], part: impl Fn(usize) -> usize) -> Self {
        let truths: Vec<Shape> = samples.iter().map(|sample| sample.truth).collect();
        let mean = shapes::mean(&truths);
        let ways = shapes::ways(&mean, &truths, plan.components);
        let model = Model { window: plan.window, mean, ways, steps: Vec::new() };
        let mut random = Random::of(plan.seed, 77);
        let pupils = samples
            .iter()
            .map(|sample| {
                let moved = [random.around(4.0), random.around(4.0)];
                let shape = begin(&model, moved, 1.0 + random.around(0.04));
                let part = part(sample.portrait) % PARTS;
                Pupil { sample, part, shape, features: Vec::new(), form: shape, wrong: false }
            })
            .collect();
        Self { model, pupils }
    }

    /// One step further.
    pub fn take(&mut self, look: &Look) {
        let model = &self.model;
        let (kind, sides) = if look.moved.is_empty() {
            (Kind::Ways, model.ways.len())
        } else {
            (Kind::Points(look.moved.clone()), 2 * look.moved.len())
        };
        let aim = |pupil: &Pupil<'_>| target(&kind, model, pupil);
        let step = step(look, &kind, sides, model, &mut self.pupils, aim);
        self.model.steps.push(step);
    }

    /// The judgements of shapes as they lie in the end: how far lids are closed, whether lenses are
    /// dark, and whether the shape lies on a face at all, learned from such that do not.
    pub fn judge(&mut self, eyes: &Look, fit: &Look, seed: u64) {
        let kind = Kind::Judgement;
        let aim = |pupil: &Pupil<'_>| match (pupil.sample.dark, pupil.sample.lids) {
            (true, _) => vec![0.0, 1.0],
            (false, lids) => vec![lids, 0.0],
        };
        let eyes = step(eyes, &kind, 2, &self.model, &mut self.pupils, aim);
        let mut random = Random::of(seed, 99);
        let wrong: Vec<Pupil<'_>> = self
            .pupils
            .iter()
            .map(|pupil| {
                let shape = misplaced(&pupil.shape, &mut random);
                Pupil { shape, wrong: true, ..pupil.clone() }
            })
            .collect();
        self.pupils.extend(wrong);
        let aim = |pupil: &Pupil<'_>| vec![if pupil.wrong { 0.0 } else { 1.0 }];
        let fit = step(fit, &kind, 1, &self.model, &mut self.pupils, aim);
        self.pupils.retain(|pupil| !pupil.wrong);
        self.model.steps.extend([eyes, fit]);
    }
}

/// A shape put where no face is: far beside, at another size, turned far or upside down.
fn misplaced(shape: &Shape, random: &mut Random) -> Shape {
    let unit = distance(shape[0], shape[1]);
    let (mut scale, mut turn, mut moved) = (1.0, 0.0, [0.0, 0.0]);
    match random.index(4) {
        0 => turn = random.between(1.0, 5.3),
        1 => scale = if random.chance(0.5) { 0.6 } else { 1.6 },
        _ => {
            let far = unit * random.between(0.4, 1.3);
            let (sine, cosine) = random.between(0.0, 6.3).sin_cos();
            moved = [far * cosine, far * sine];
        }
    }
    let (sine, cosine) = f32::sin_cos(turn);
    let [x, y] = shape[16];
    shape.map(|[u, v]| {
        let (u, v) = ((u - x) * scale, (v - y) * scale);
        [x + cosine * u - sine * v + moved[0], y + sine * u + cosine * v + moved[1]]
    })
}

/// Trains a step on what it should give, and moves each sample by what it gives when trained on the
/// others.
fn step(
    look: &Look,
    kind: &Kind,
    sides: usize,
    model: &Model,
    pupils: &mut [Pupil<'_>],
    aim: impl Fn(&Pupil<'_>) -> Vec<f32>,
) -> Step {
    pupils.par_iter_mut().for_each(|pupil| {
        let pose = Similarity::between(&model.mean, &pupil.shape);
        pupil.features =
            describe(&pupil.sample.face, &pupil.shape, &look.points, &pose, look.spacing);
        pupil.form = form(model, &pose, &pupil.shape);
    });
    let width = look.points.len() * FEATURES + if look.form { 2 * POINTS } else { 0 };
    let mut parts = vec![Sums::new(width + 1, sides); PARTS];
    for (part, sums) in parts.iter_mut().enumerate() {
        let members: Vec<&Pupil<'_>> = pupils.iter().filter(|pupil| pupil.part == part).collect();
        for batch in members.chunks(BATCH) {
            let mut features = Array2::zeros((batch.len(), width + 1));
            let mut targets = Array2::zeros((batch.len(), sides));
            for (row, pupil) in batch.iter().enumerate() {
                let numbers = pupil.features.iter().map(|number| f32::from(*number) / 255.0);
                let form = pupil.form.as_flattened().iter().map(|number| number * FORM);
                let form = form.take(if look.form { 2 * POINTS } else { 0 });
                let numbers = numbers.chain(form).chain([1.0]);
                for (cell, number) in features.row_mut(row).iter_mut().zip(numbers) {
                    *cell = number;
                }
                targets
                    .row_mut(row)
                    .iter_mut()
                    .zip(aim(pupil))
                    .for_each(|(cell, aimed)| *cell = aimed);
            }
            sums.add(&features.view(), &targets.view());
        }
    }
    let mut all = Sums::new(width + 1, sides);
    parts.iter().for_each(|part| all.plus(part, 1.0));
    let made = |sums: Sums| Step {
        kind: kind.clone(),
        spacing: look.spacing,
        points: look.points.clone(),
        form: look.form,
        results: kept(&sums.solved(look.ridge), look.points.len()),
    };
    for (part, sums) in parts.iter().enumerate().filter(|_| *kind != Kind::Judgement) {
        let mut others = all.clone();
        others.plus(sums, -1.0);
        let step = made(others);
        pupils.par_iter_mut().filter(|pupil| pupil.part == part).for_each(|pupil| {
            let results = step.results(&pupil.features, &pupil.form);
            shift(model, kind, &results, &mut pupil.shape);
        });
    }
    made(all)
}

/// What the step should give for a sample.
fn target(kind: &Kind, model: &Model, pupil: &Pupil<'_>) -> Vec<f32> {
    let pose = Similarity::between(&model.mean, &pupil.shape);
    let mut missing = [[0.0_f32; 2]; POINTS];
    for (missing, (truth, place)) in
        missing.iter_mut().zip(pupil.sample.truth.iter().zip(&pupil.shape))
    {
        let ([x, y], [u, v]) = (pose.undo(*truth), pose.undo(*place));
        *missing = [x - u, y - v];
    }
    match kind {
        Kind::Points(points) => {
            points.iter().flat_map(|point| missing[usize::from(*point)]).collect()
        }
        _ => {
            let along = |way: &Shape| {
                way.as_flattened().iter().zip(missing.as_flattened()).map(|(a, b)| a * b).sum()
            };
            model.ways.iter().map(along).collect()
        }
    }
}

/// Weights as the model keeps them: bytes, with a scale per result and point.
pub fn kept(weights: &Array2<f32>, points: usize) -> Vec<Regression> {
    let result = |side: usize| {
        let column = weights.column(side);
        let mut scales = Vec::with_capacity(points);
        let mut bytes = Vec::with_capacity(points * FEATURES);
        for point in 0..points {
            let block = column.iter().skip(point * FEATURES).take(FEATURES);
            let largest = block.clone().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
            let scale = (largest / 127.0).max(f32::MIN_POSITIVE);
            bytes.extend(block.map(|weight| (weight / scale).round() as i8));
            scales.push(scale / 255.0);
        }
        let constant = column.last().copied().unwrap_or_default();
        let form = column.len().saturating_sub(1 + points * FEATURES);
        let form = column.iter().skip(points * FEATURES).take(form).map(|weight| weight * FORM);
        Regression { constant, scales, weights: bytes, form: form.collect() }
    };
    (0..weights.ncols()).map(result).collect()
}
