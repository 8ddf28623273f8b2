//! The SeetaFace detector (Wu, Kan, He, Shan, Chen: Funnel-structured cascade for multi-view face
//! detection with alignment awareness, 2016), with the model that its authors published under the
//! BSD 2-clause licence (`models/seeta-license.txt`).
//!
//! Written anew, because the crate that runs this model reads memory outside of the picture when a
//! box wanders off its edge, overflows on hard contrasts, and uses an exponential function whose last
//! bit differs between machines: none of this may happen with pictures from strangers.

mod boosted;
mod gradients;
mod network;
mod weights;

use super::grey::Grey;
use boosted::Patterns;
use gradients::{Gradients, Patches};
use std::sync::LazyLock;
use weights::{Branch, Weights};

/// The side of the windows that are judged, in pixels.
const WINDOW: usize = 40;
/// Pixels between windows.
const STEP: usize = 4;
/// How much smaller each next size of the picture is.
const SHRINK: f32 = 0.8;
/// Boxes that overlap more than this are one: while judging, and at the end.
const SAME: f32 = 0.8;
const SAME_FACE: f32 = 0.3;

/// The detector's model, of its authors, made compact, read once.
static MODEL: LazyLock<Option<Weights>> =
    LazyLock::new(|| Weights::read(include_bytes!("../../models/seeta.bin")));

/// A square that may hold a face.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Candidate {
    /// Left edge.
    pub(crate) x: i32,
    /// Upper edge.
    pub(crate) y: i32,
    /// Its side.
    pub(crate) side: i32,
    /// The score: true faces are above 10, mostly.
    pub(crate) score: f32,
}

/// Faces whose box is 40 pixels wide or more, best first.
pub(crate) fn candidates(picture: &Grey) -> Vec<Candidate> {
    let (Some(weights), true) = (&*MODEL, picture.width.min(picture.height) >= WINDOW) else {
        return Vec::new();
    };
    let mut found = proposals(weights, picture);
    for candidates in &mut found {
        *candidates = merged(candidates, SAME);
    }
    let mut judge = Judge {
        picture,
        gradients: Gradients::new(),
        patches: Patches::all(),
        shades: [0; WINDOW * WINDOW],
    };
    let last = weights.hierarchies.len().saturating_sub(1);
    for (index, hierarchy) in weights.hierarchies.iter().enumerate() {
        found =
            hierarchy.iter().map(|branch| judge.narrowed(branch, &found, index == last)).collect();
    }
    found.into_iter().next().unwrap_or_default()
}

/// What each boosted classifier proposes, over all sizes of the picture.
fn proposals(weights: &Weights, picture: &Grey) -> Vec<Vec<Candidate>> {
    let mut found = vec![Vec::new(); weights.boosted.len()];
    let least = WINDOW as f32 / picture.width.min(picture.height) as f32;
    let mut scale = 1.0_f32;
    while scale >= least {
        let width = (picture.width as f32 * scale) as usize;
        let height = (picture.height as f32 * scale) as usize;
        if width.min(height) < WINDOW {
            break;
        }
        let patterns = Patterns::of(&sampled(picture, width, height));
        for y in (0..=height - WINDOW).step_by(STEP) {
            for x in (0..=width - WINDOW).step_by(STEP) {
                for (boosted, found) in weights.boosted.iter().zip(&mut found) {
                    if let Some(score) = boosted.score(&patterns, x, y) {
                        found.push(Candidate {
                            x: (x as f32 / scale + 0.5) as i32,
                            y: (y as f32 / scale + 0.5) as i32,
                            side: (WINDOW as f32 / scale + 0.5) as i32,
                            score,
                        });
                    }
                }
            }
        }
        scale *= SHRINK;
    }
    found
}

/// The picture at another size as the model was trained on it: between the four nearest pixels.
fn sampled(picture: &Grey, width: usize, height: usize) -> Grey {
    let whole = Candidate { x: 0, y: 0, side: 0, score: 0.0 };
    let size = (picture.width as i32, picture.height as i32);
    let mut pixels = vec![0; width * height];
    sample(picture, whole, size, (width, height), &mut pixels);
    Grey { width, height, pixels }
}

/// A part of a picture at another size; black beyond its edges.
fn sample(
    picture: &Grey,
    from: Candidate,
    (across, down): (i32, i32),
    (width, height): (usize, usize),
    pixels: &mut [u8],
) {
    let axis = |count: usize, extent: i32| {
        let scale = f64::from(extent) / count as f64;
        (0..count).map(move |index| {
            let place = scale * index as f64;
            let first = (place as i32).min(extent - 2).max(0);
            (first, place - f64::from(first))
        })
    };
    let shade = |x: i32, y: i32| {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return 0.0 };
        if x < picture.width && y < picture.height {
            f64::from(picture.pixels[y * picture.width + x])
        } else {
            0.0
        }
    };
    let columns: Vec<(i32, f64)> = axis(width, across).collect();
    for (row, (y, v)) in pixels.chunks_exact_mut(width.max(1)).zip(axis(height, down)) {
        for (pixel, (x, u)) in row.iter_mut().zip(&columns) {
            let (x, y) = (from.x.saturating_add(*x), from.y.saturating_add(y));
            let upper = (1.0 - u) * shade(x, y) + u * shade(x.saturating_add(1), y);
            let lower = (1.0 - u) * shade(x, y.saturating_add(1))
                + u * shade(x.saturating_add(1), y.saturating_add(1));
            *pixel = ((1.0 - v) * upper + v * lower) as u8;
        }
    }
}

struct Judge<'a> {
    picture: &'a Grey,
    gradients: Gradients,
    patches: Patches,
    shades: [u8; WINDOW * WINDOW],
}

impl Judge<'_> {
    /// What a branch lets through of what its sources did.
    fn narrowed(
        &mut self,
        branch: &Branch,
        found: &[Vec<Candidate>],
        last: bool,
    ) -> Vec<Candidate> {
        let sources = branch.sources.iter().filter_map(|source| found.get(*source));
        let mut kept: Vec<Candidate> = sources.flatten().copied().collect();
        for (index, network) in branch.stages.iter().enumerate() {
            let mut next = Vec::with_capacity(kept.len());
            for candidate in &kept {
                let Some(candidate) = self.shown(*candidate) else { continue };
                let results = network.results(&self.gradients, &self.patches);
                if results[0] > network.limit {
                    next.push(moved(candidate, results));
                }
            }
            kept = next;
            if index + 1 < branch.stages.len() {
                kept = merged(&kept, SAME);
            } else if last {
                kept = merged_middle(&kept, SAME_FACE);
            }
        }
        kept
    }

    /// Looks at a candidate, which is moved to the picture's edge when it lies over it. `None` when
    /// nothing of the picture is in it.
    fn shown(&mut self, candidate: Candidate) -> Option<Candidate> {
        let (width, height) = (self.picture.width as i32, self.picture.height as i32);
        let Candidate { x, y, side, .. } = candidate;
        let most = 4 * width.max(height);
        let inside = x < width && y < height && x + side > 0 && y + side > 0;
        if !inside || side < 2 || side > most {
            return None;
        }
        let mut shades = self.shades;
        sample(self.picture, candidate, (side, side), (WINDOW, WINDOW), &mut shades);
        self.shades = shades;
        self.gradients.fill(&self.shades);
        Some(Candidate { x: x.max(0), y: y.max(0), ..candidate })
    }
}

fn moved(candidate: Candidate, [score, right, down, grown]: [f32; 4]) -> Candidate {
    let (x, y, side) = (candidate.x as f32, candidate.y as f32, candidate.side as f32);
    let next = ((grown * 2.0 - 1.0) * side + side + 0.5).floor();
    Candidate {
        x: ((right * 2.0 - 1.0) * side + x + (side - next) * 0.5 + 0.5).floor() as i32,
        y: ((down * 2.0 - 1.0) * side + y + (side - next) * 0.5 + 0.5).floor() as i32,
        side: next as i32,
        score,
    }
}

/// What overlaps more than `same` made one: the middle of all, with their scores together. The best
/// alone would not do: their scores come so near to one that rounding chooses among them.
fn merged_middle(candidates: &[Candidate], same: f32) -> Vec<Candidate> {
    let best = merged(candidates, same);
    best.iter()
        .map(|best| {
            let members = candidates.iter().filter(|other| overlap(best, other) > same);
            let (mut sum, mut count) = ([0_i64; 3], 0_i64);
            for member in members {
                for (sum, number) in sum.iter_mut().zip([member.x, member.y, member.side]) {
                    *sum += i64::from(number);
                }
                count += 1;
            }
            let [x, y, side] = sum.map(|sum| (2 * sum + count).div_euclid(2 * count.max(1)) as i32);
            if count > 0 { Candidate { x, y, side, ..*best } } else { *best }
        })
        .collect()
}

/// The best of those that overlap more than `same`, with the scores of all of them together.
fn merged(candidates: &[Candidate], same: f32) -> Vec<Candidate> {
    let mut sorted = candidates.to_vec();
    sorted.sort_by(|one, other| other.score.total_cmp(&one.score));
    let mut gone = vec![false; sorted.len()];
    let mut kept = Vec::new();
    for index in 0..sorted.len() {
        if gone[index] {
            continue;
        }
        let mut best = sorted[index];
        for other in index + 1..sorted.len() {
            if !gone[other] && overlap(&sorted[index], &sorted[other]) > same {
                gone[other] = true;
                best.score += sorted[other].score;
            }
        }
        kept.push(best);
    }
    kept
}

/// The share of the area of both that both cover.
fn overlap(one: &Candidate, other: &Candidate) -> f32 {
    let shared = |one_at: i32, other_at: i32| {
        let end = (one_at + one.side).min(other_at + other.side);
        (end - one_at.max(other_at)).max(0) as f32
    };
    let both = shared(one.x, other.x) * shared(one.y, other.y);
    let area = |candidate: &Candidate| candidate.side as f32 * candidate.side as f32;
    both / (area(one) + area(other) - both).max(1.0)
}
