//! The trained model of the points, as it is kept in `models/points.bin`.
//!
//! All numbers are little-endian. In order:
//!
//! | what | form |
//! |---|---|
//! | `LPTS`, version | 4 bytes, `u16` |
//! | number of points, number of ways in which shapes differ (turning, scaling and moving are four of them) | `u8`, `u8` |
//! | the window that is cut around a face box, in box widths: how far its middle lies right of and below the box's, its side | 3 `f32` |
//! | the mean shape, in pixels of the cut | `f32` x, y per point |
//! | the ways in which shapes differ | `f32` x, y per way and point |
//! | number of steps, then each step | `u8` |
//!
//! A step: kind (0 moves the shape along the ways, 1 moves its own points freely, 2 judges), the
//! distance of samples as `f32`, number of points that are looked at and their indices as `u8`,
//! number of results as `u8`; for kind 1 the indices of the points it moves (half as many as
//! results); whether the shape itself is looked at (`u8`, 0 or 1). Then per result its constant as
//! `f32`, one `f32` scale per point looked at, per point looked at 128 weights as `i8`, and where the
//! shape is looked at one `f32` for x and y of every point.

use super::patch::FEATURES;
use super::shape::{POINTS, Shape};

/// What the file begins with.
const MAGIC: &[u8; 4] = b"LPTS";
/// The version of the form above that this code reads.
const VERSION: u16 = 1;
/// Pixels across the window that is cut around a face, and down.
pub const CUT: usize = 256;

/// A trained model.
#[derive(Clone, Debug)]
pub struct Model {
    /// How far the window's middle lies right of the box's and below it, and the window's side; in
    /// widths of the box.
    pub window: [f32; 3],
    /// The shape to begin with, in pixels of the cut.
    pub mean: Shape,
    /// The ways in which shapes differ.
    pub ways: Vec<Shape>,
    /// What is done one after the other.
    pub steps: Vec<Step>,
}

/// What a step's results are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// How far to go along each way.
    Ways,
    /// How far each of these points moves, x and y.
    Points(Vec<u8>),
    /// Judgements of the shape as it lies.
    Judgement,
}

/// One regression from what the picture looks like around points.
#[derive(Clone, Debug)]
pub struct Step {
    /// What its results are.
    pub kind: Kind,
    /// The distance of samples, in pixels of the cut at the mean shape's size.
    pub spacing: f32,
    /// The points that are looked at.
    pub points: Vec<u8>,
    /// Whether the shape itself is looked at: how its points lie beside the mean shape's.
    pub form: bool,
    /// Its results.
    pub results: Vec<Regression>,
}

/// A weighted sum of features.
#[derive(Clone, Debug)]
pub struct Regression {
    /// The result where every feature is zero.
    pub constant: f32,
    /// What the weights of each point looked at are multiplied by.
    pub scales: Vec<f32>,
    /// [`FEATURES`] weights per point looked at.
    pub weights: Vec<i8>,
    /// Weights of the shape's coordinates, if they are looked at.
    pub form: Vec<f32>,
}

impl Step {
    /// The results for the features of its points and for how the shape lies beside the mean.
    pub fn results(&self, features: &[u8], form: &Shape) -> Vec<f32> {
        self.results.iter().map(|result| result.of(features, form)).collect()
    }
}

impl Regression {
    fn of(&self, features: &[u8], form: &Shape) -> f32 {
        let pairs = self.form.iter().zip(form.as_flattened());
        let constant = pairs.fold(self.constant, |sum, (weight, number)| sum + weight * number);
        let blocks = features.chunks_exact(FEATURES).zip(self.weights.chunks_exact(FEATURES));
        blocks.zip(&self.scales).fold(constant, |sum, ((features, weights), scale)| {
            let pairs = features.iter().zip(weights);
            let dot: i32 = pairs.map(|(f, w)| i32::from(*f) * i32::from(*w)).sum();
            sum + scale * dot as f32
        })
    }
}

impl Model {
    /// Reads a model. `None` when it is not one of this version, or is cut off.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        let known = reader.take(4)? == MAGIC && reader.u16()? == VERSION;
        if !known || usize::from(reader.u8()?) != POINTS {
            return None;
        }
        let ways = reader.u8()?;
        let window = [reader.f32()?, reader.f32()?, reader.f32()?];
        let mean = reader.shape()?;
        let ways = (0..ways).map(|_| reader.shape()).collect::<Option<Vec<_>>>()?;
        let steps = reader.u8()?;
        let steps = (0..steps).map(|_| reader.step()).collect::<Option<Vec<_>>>()?;
        let whole = reader.0.is_empty();
        whole.then_some(Self { window, mean, ways, steps })
    }

    /// The bytes that [`Model::read`] reads.
    pub fn written(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend([POINTS as u8, self.ways.len() as u8]);
        let mut put = |numbers: &[f32]| bytes.extend(numbers.iter().flat_map(|n| n.to_le_bytes()));
        put(&self.window);
        put(self.mean.as_flattened());
        self.ways.iter().for_each(|way| put(way.as_flattened()));
        bytes.push(self.steps.len() as u8);
        self.steps.iter().for_each(|step| step.write(&mut bytes));
        bytes
    }
}

impl Step {
    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.push(match self.kind {
            Kind::Ways => 0,
            Kind::Points(_) => 1,
            Kind::Judgement => 2,
        });
        bytes.extend(self.spacing.to_le_bytes());
        bytes.push(self.points.len() as u8);
        bytes.extend(&self.points);
        bytes.push(self.results.len() as u8);
        if let Kind::Points(moved) = &self.kind {
            bytes.extend(moved);
        }
        bytes.push(u8::from(self.form));
        for result in &self.results {
            bytes.extend(result.constant.to_le_bytes());
            bytes.extend(result.scales.iter().flat_map(|scale| scale.to_le_bytes()));
            bytes.extend(result.weights.iter().map(|weight| weight.cast_unsigned()));
            bytes.extend(result.form.iter().flat_map(|weight| weight.to_le_bytes()));
        }
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn u8(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn f32(&mut self) -> Option<f32> {
        let number = f32::from_le_bytes(self.take(4)?.try_into().ok()?);
        number.is_finite().then_some(number)
    }

    fn shape(&mut self) -> Option<Shape> {
        let mut shape = [[0.0; 2]; POINTS];
        for number in shape.as_flattened_mut() {
            *number = self.f32()?;
        }
        Some(shape)
    }

    /// Indices of points, all of them points that there are.
    fn indices(&mut self, count: usize) -> Option<Vec<u8>> {
        let indices = self.take(count)?;
        indices.iter().all(|at| usize::from(*at) < POINTS).then(|| indices.to_vec())
    }

    fn step(&mut self) -> Option<Step> {
        let kind = self.u8()?;
        let spacing = self.f32()?;
        let count = usize::from(self.u8()?);
        let points = self.indices(count)?;
        let results = usize::from(self.u8()?);
        let kind = match kind {
            0 => Kind::Ways,
            1 => Kind::Points(self.indices(results / 2)?),
            2 => Kind::Judgement,
            _ => return None,
        };
        let form = match self.u8()? {
            0 => false,
            1 => true,
            _ => return None,
        };
        let results = (0..results).map(|_| self.regression(count, form)).collect::<Option<_>>()?;
        Some(Step { kind, spacing, points, form, results })
    }

    fn regression(&mut self, points: usize, form: bool) -> Option<Regression> {
        let constant = self.f32()?;
        let scales = (0..points).map(|_| self.f32()).collect::<Option<_>>()?;
        let weights = self.take(points * FEATURES)?;
        let weights = weights.iter().map(|weight| weight.cast_signed()).collect();
        let form = if form { 2 * POINTS } else { 0 };
        let form = (0..form).map(|_| self.f32()).collect::<Option<_>>()?;
        Some(Regression { constant, scales, weights, form })
    }
}
