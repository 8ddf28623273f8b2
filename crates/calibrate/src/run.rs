//! The whole calibration of the points: samples are made, the cascade is trained five times without
//! a fifth of the people each, measured on these, and then trained on all.

use crate::face_frame::{Frame, eye_distance, normal};
use crate::measure::{self, Errors, Judged, moments};
use crate::plan::plan;
use crate::portraits::Portrait;
use crate::random::Random;
use crate::sample::{self, Boxes, Sample};
use crate::train;
use photo::face::training::Model;
use rayon::prelude::*;

/// Parts that the people are put into.
pub const FOLDS: usize = 5;

/// How to calibrate.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// For chance.
    pub seed: u64,
    /// Samples made of each portrait.
    pub copies: usize,
    /// Folds that are run, at most [`FOLDS`].
    pub folds: usize,
}

/// What came out.
pub struct Outcome {
    /// Errors on people that the model did not know, fold by fold.
    pub folds: Vec<Vec<Errors>>,
    /// Errors on changed pictures of these people.
    pub changed: Vec<Errors>,
    /// Judgements on changed pictures of these people.
    pub judged: Vec<Judged>,
    /// How many people there are.
    pub people: usize,
    /// How many samples were made.
    pub samples: usize,
    /// The model trained on all.
    pub model: Model,
}

/// Runs everything. `tell` is told what was done, a line each.
pub fn run(portraits: &[Portrait], setting: Setting, tell: impl Fn(String)) -> Outcome {
    let boxes = boxes(portraits);
    let wanted: Vec<(usize, bool)> = portraits
        .iter()
        .enumerate()
        .flat_map(|(at, portrait)| {
            let copies = copies(portraits, portrait, setting.copies);
            (0..copies).map(move |copy| (at, 10 * copy < 3 * copies))
        })
        .collect();
    let samples: Vec<Sample> = wanted
        .par_iter()
        .enumerate()
        .map(|(at, (portrait, plain))| {
            let mut random = Random::of(setting.seed, 1000 + at as u64);
            sample::make(&portraits[*portrait], *portrait, &boxes, &mut random, *plain)
        })
        .collect();
    tell(format!("{} samples of {} portraits", samples.len(), portraits.len()));
    let people = People::of(portraits, setting.seed);
    let plan = plan(boxes.window, setting.seed);
    let (mut folds, mut changed, mut judged) = (Vec::new(), Vec::new(), Vec::new());
    for fold in 0..setting.folds.min(FOLDS) {
        let known: Vec<&Sample> =
            samples.iter().filter(|sample| people.fold(sample.portrait) != Some(fold)).collect();
        let model = train::train(&plan, &known, |portrait| people.part(portrait));
        let errors: Vec<Errors> = portraits
            .par_iter()
            .enumerate()
            .filter(|(at, _)| people.fold(*at) == Some(fold))
            .filter_map(|(at, portrait)| {
                Some(measure::errors(at, &portrait.shape, &measure::fitted(&model, portrait)?))
            })
            .collect();
        let unknown: Vec<(usize, &Sample)> = samples
            .iter()
            .enumerate()
            .filter(|(_, sample)| people.fold(sample.portrait) == Some(fold))
            .filter(|(at, _)| !wanted[*at].1)
            .collect();
        let results: Vec<(Errors, Judged)> =
            unknown.par_iter().map(|(_, sample)| measure::changed(&model, sample)).collect();
        let (error, judgement): (Vec<Errors>, Vec<Judged>) = results.into_iter().unzip();
        changed.extend(error);
        judged.extend(judgement);
        tell(format!("fold {}: {}", fold + 1, measure::line(&errors)));
        folds.push(errors);
    }
    let all: Vec<&Sample> = samples.iter().collect();
    let model = train::train(&plan, &all, |portrait| people.part(portrait));
    let (people, samples) = (people.count, samples.len());
    Outcome { folds, changed, judged, people, samples, model }
}

/// How many samples are made of a portrait: more where few people are of its group, up to two and a
/// half times as many, so that the model serves them as well as it can.
fn copies(portraits: &[Portrait], portrait: &Portrait, usual: usize) -> usize {
    let size = |group: &str| portraits.iter().filter(|other| other.group == group).count();
    let largest = portraits.iter().map(|other| size(&other.group)).max().unwrap_or(1);
    let factor = match portrait.group.as_str() {
        "" => 1.0,
        group => (largest as f32 / size(group).max(1) as f32).sqrt().min(2.5),
    };
    (usual as f32 * factor) as usize
}

/// Which people there are, in an order that chance made.
struct People {
    /// The place of each portrait's person in that order; `None` for composites.
    places: Vec<Option<usize>>,
    count: usize,
}

impl People {
    fn of(portraits: &[Portrait], seed: u64) -> Self {
        let mut names: Vec<&str> =
            portraits.iter().filter_map(|portrait| portrait.person.as_deref()).collect();
        names.sort_unstable();
        names.dedup();
        let mut random = Random::of(seed, 5);
        for at in (1..names.len()).rev() {
            names.swap(at, random.index(at + 1));
        }
        let place = |portrait: &Portrait| {
            let person = portrait.person.as_deref()?;
            names.iter().position(|name| *name == person)
        };
        Self { places: portraits.iter().map(place).collect(), count: names.len() }
    }

    /// The fold that a portrait is measured in; composites are in none.
    fn fold(&self, portrait: usize) -> Option<usize> {
        self.places.get(portrait).copied().flatten().map(|place| place % FOLDS)
    }

    /// A number that all portraits of a person share, for parting them once more in training.
    fn part(&self, portrait: usize) -> usize {
        self.places.get(portrait).copied().flatten().map_or(portrait, |place| place / FOLDS)
    }
}

/// How the detector's boxes lie on the faces.
fn boxes(portraits: &[Portrait]) -> Boxes {
    let rows: Vec<[f32; 3]> = portraits
        .iter()
        .filter_map(|portrait| {
            let bbox = portrait.bbox?;
            let middle = [bbox.x + bbox.width / 2.0 - 0.5, bbox.y + bbox.height / 2.0 - 0.5];
            let own = normal(&portrait.shape);
            Some([
                Frame::of(&portrait.shape).face(middle)[1],
                bbox.width / eye_distance(&portrait.shape),
                (own[25][1] + own[37][1]) / 2.0,
            ])
        })
        .collect();
    let mean = |at: usize| moments(rows.iter().map(move |row| row[at])).0;
    let (down, width, head) = (mean(0), mean(1), mean(2));
    // The window is 2.2 boxes wide: the head, turned by 20°, and a margin for loose boxes.
    Boxes { middle: [0.0, down], width, window: [0.0, (head - down) / width, 2.2] }
}
