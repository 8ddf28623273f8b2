//! How far fitted points are from those that were placed by hand.

use crate::face_frame::eye_distance;
use crate::portraits::Portrait;
use crate::sample::Sample;
use photo::face::training::{self, Model, Shape, distance};
use photo::face::{Grey, Place};

/// What is measured of one portrait. Distances are in percent of the distance of the pupils, but
/// for the head's height.
#[derive(Clone, Debug)]
pub struct Errors {
    /// Which portrait.
    pub portrait: usize,
    /// The mean of both pupils.
    pub pupils: f32,
    /// The mean of the middles of four lids.
    pub lids: f32,
    /// The mean of corners and edges of the lips.
    pub mouth: f32,
    /// The chin.
    pub chin: f32,
    /// The crown.
    pub crown: f32,
    /// The height of the head, fitted less placed, in percent of the placed one.
    pub height: f32,
    /// How far the fit lies apart from that of the mirror image, in percent.
    pub apart: f32,
}

/// Fits the model to a portrait in the detector's box; also how far the fit lies apart from that of
/// the mirror image.
pub fn fitted(model: &Model, portrait: &Portrait) -> Option<(Shape, f32)> {
    let (fit, shape) = training::fitted(model, &portrait.grey, portrait.bbox?);
    Some((shape, fit.apart))
}

/// Compares a fit with the points placed by hand.
pub fn errors(at: usize, truth: &Shape, (shape, apart): &(Shape, f32)) -> Errors {
    let unit = eye_distance(truth) / 100.0;
    let of = |points: &[usize]| {
        let sum: f32 = points.iter().map(|point| distance(shape[*point], truth[*point])).sum();
        sum / points.len() as f32 / unit
    };
    let (placed, found) = (height(truth), height(shape));
    Errors {
        portrait: at,
        pupils: of(&[0, 1]),
        lids: of(&[6, 7, 8, 9]),
        mouth: of(&[19, 20, 21, 22, 23, 24]),
        chin: of(&[25]),
        crown: of(&[37]),
        height: 100.0 * (found - placed) / placed,
        apart: 100.0 * apart,
    }
}

/// What the model says of a sample whose truth is known.
#[derive(Clone, Debug)]
pub struct Judged {
    /// How far the lids are closed, whether lenses are dark.
    pub truth: (f32, bool),
    /// What was judged of both.
    pub eyes: (f32, f32),
    /// How much the fit looks like one.
    pub fit: f32,
    /// The same where the face is upside down and none should be found.
    pub none: f32,
}

/// Fits the model to a sample, and to the same upside down.
pub fn changed(model: &Model, sample: &Sample) -> (Errors, Judged) {
    let cut = sample.face.full();
    let fit = training::fit(model, cut);
    let turned = Grey::new(cut.width(), cut.height(), cut.shades().iter().rev().copied().collect());
    let none = training::fit(model, &turned);
    let judged = |fit: &training::Fit, at: usize| fit.judgements.get(at).copied().unwrap_or(0.0);
    let judgement = Judged {
        truth: (sample.lids, sample.dark),
        eyes: (judged(&fit, 0), judged(&fit, 1)),
        fit: training::confidence(&fit),
        none: training::confidence(&none),
    };
    (errors(sample.portrait, &sample.truth, &(fit.shape, fit.apart)), judgement)
}

/// The chance that one of the first is larger than one of the second, half for equals.
pub fn auc(larger: &[f32], smaller: &[f32]) -> f32 {
    let wins: f64 = larger
        .iter()
        .flat_map(|one| smaller.iter().map(move |other| one.total_cmp(other)))
        .map(|order| match order {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Less => 0.0,
        })
        .sum();
    (wins / (larger.len() * smaller.len()).max(1) as f64) as f32
}

/// The main figures in a line.
pub fn line(errors: &[Errors]) -> String {
    let median = |of: fn(&Errors) -> f32| quantiles(errors.iter().map(of)).0;
    let (bias, deviation) = moments(errors.iter().map(|errors| errors.height));
    format!(
        "{} faces, pupils {:.2} %, lids {:.2} %, mouth {:.2} %, chin {:.2} %, crown {:.2} %, \
         head height {bias:+.2} ± {deviation:.2} %",
        errors.len(),
        median(|errors| errors.pupils),
        median(|errors| errors.lids),
        median(|errors| errors.mouth),
        median(|errors| errors.chin),
        median(|errors| errors.crown),
    )
}

/// From chin to crown, along the line that stands on the middle between the pupils.
pub fn height(shape: &Shape) -> f32 {
    let ([x, y], [u, v]) = (shape[0], shape[1]);
    let length = distance(shape[0], shape[1]).max(1e-3);
    let up: Place = [(v - y) / length, -(u - x) / length];
    let (chin, crown) = (shape[25], shape[37]);
    (crown[0] - chin[0]) * up[0] + (crown[1] - chin[1]) * up[1]
}

/// Median and 95th percentile.
pub fn quantiles(values: impl Iterator<Item = f32>) -> (f32, f32) {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let at = |share: f32| {
        let last = values.len().saturating_sub(1);
        values.get((last as f32 * share).round() as usize).copied().unwrap_or(f32::NAN)
    };
    (at(0.5), at(0.95))
}

/// Mean and standard deviation.
pub fn moments(values: impl Iterator<Item = f32> + Clone) -> (f32, f32) {
    let count = values.clone().count().max(1) as f32;
    let mean = values.clone().sum::<f32>() / count;
    let square = values.map(|value| (value - mean).powi(2)).sum::<f32>();
    (mean, (square / (count - 1.0).max(1.0)).sqrt())
}
