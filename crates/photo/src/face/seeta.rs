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
        let offsets: Vec<Vec<usize>> =
            weights.boosted.iter().map(|boosted| boosted.offsets(&patterns)).collect();
        for y in (0..=height - WINDOW).step_by(STEP) {
            for x in patterns.uneven(y, STEP) {
                let all = weights.boosted.iter().zip(&offsets).zip(&mut found);
                for ((boosted, offsets), found) in all {
                    if let Some(score) = boosted.score(&patterns, offsets, (x, y)) {
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
    // Every row of the part that is needed, reduced to the columns of the result. Two neighbours
    // make a row of the result, and often the next one too.
    let columns: Vec<(usize, f64)> = axis(width, across).collect();
    let mut rows = [(usize::MAX, vec![0.0; width]), (usize::MAX, vec![0.0; width])];
    let mut line = Vec::new();
    for (row, (y, v)) in pixels.chunks_exact_mut(width.max(1)).zip(axis(height, down)) {
        if rows[0].0 != y {
            rows.swap(0, 1);
        }
        for (index, (known, row)) in rows.iter_mut().enumerate() {
            if *known != y + index {
                *known = y + index;
                let line = shades(picture, (from.x, from.y), *known, across, &mut line);
                for (number, (x, u)) in row.iter_mut().zip(&columns) {
                    let two = [line.get(*x), line.get(x + 1)];
                    let [left, right] = two.map(|shade| f64::from(shade.copied().unwrap_or(0)));
                    *number = (1.0 - u) * left + u * right;
                }
            }
        }
        for ((pixel, upper), lower) in row.iter_mut().zip(&rows[0].1).zip(&rows[1].1) {
            *pixel = ((1.0 - v) * upper + v * lower) as u8;
        }
    }
}

/// Between which place and the next one each of so many lies, and how far on.
fn axis(count: usize, extent: i32) -> impl Iterator<Item = (usize, f64)> {
    let scale = f64::from(extent) / count as f64;
    (0..count).map(move |index| {
        let place = scale * index as f64;
        let first = (place as i32).min(extent - 2).max(0);
        (first as usize, place - f64::from(first))
    })
}

/// A row of a part of a picture that begins at `from` and is `across` wide; black beyond the edges.
fn shades<'a>(
    picture: &'a Grey,
    from: (i32, i32),
    row: usize,
    across: i32,
    line: &'a mut Vec<u8>,
) -> &'a [u8] {
    let (x, y) = (i64::from(from.0), i64::from(from.1) + row as i64);
    let length = across.max(0) as usize;
    let inside = usize::try_from(y).ok().filter(|y| *y < picture.height);
    let whole = inside.map(|y| &picture.pixels[y * picture.width..][..picture.width]);
    if let Some(part) =
        whole.zip(usize::try_from(x).ok()).and_then(|(whole, x)| whole.get(x..x + length))
    {
        return part;
    }
    line.clear();
    line.resize(length, 0);
    let whole = whole.unwrap_or_default();
    for (at, shade) in (x..).zip(line.iter_mut()) {
        *shade = usize::try_from(at).ok().and_then(|at| whole.get(at)).copied().unwrap_or(0);
    }
    line
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
