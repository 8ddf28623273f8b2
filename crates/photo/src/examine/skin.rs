//! Where skin is in the face cut out at one scale, and what colour it has there: the face within its
//! outline, without eyes, brows, nostrils, lips and what glasses cover; squares of cheek, forehead
//! and nose; the whites of the eyes. It measures places that the points name and judges nothing.
//!
//! Every second pixel each way is looked at. Places are pixels of [`Close`].

use super::close::{Close, EYES, HEIGHT, WIDTH};
use super::lab::{self, Lab};
use crate::face::{Place, Points};

/// Pixels of the cut-out face to one sample, along a side.
pub(super) const STEP: usize = 2;
/// Samples across.
pub(super) const ACROSS: usize = WIDTH / STEP;
/// Samples down.
pub(super) const DOWN: usize = HEIGHT / STEP;

/// What a sample shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Background, clothes, or the outermost edge of the head.
    Outside,
    /// Hair, ears, eyes, brows, nostrils, lips, and what lies around them.
    Head,
    /// Skin of the face.
    Skin,
}

/// A square of skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Patch {
    /// Median L\*, a\*, b\*.
    pub(super) colour: Lab,
    /// Its middle.
    pub(super) middle: Place,
    /// Half its width and half its height.
    pub(super) half: [f32; 2],
}

/// Two squares that lie alike on both halves of the face: left and right as seen.
pub(super) type Pair = [Patch; 2];

/// The colours of one face.
pub(super) struct Skin {
    /// What each sample shows.
    pub(super) parts: Vec<Part>,
    /// The colour of each sample of the head; black elsewhere.
    pub(super) lab: Vec<Lab>,
    /// The least of red, green and blue of each sample.
    pub(super) least: Vec<u8>,
    /// The one between the least and the most of them.
    pub(super) middle: Vec<u8>,
    /// Squares of the cheeks beside the nose, above where a beard begins.
    pub(super) cheeks: Pair,
    /// Squares of the cheeks further out.
    pub(super) temples: Pair,
    /// Squares of the forehead; absent where hair or cloth leaves no room.
    pub(super) forehead: Option<Pair>,
    /// The colour of the whites of both eyes, where enough of them is seen.
    pub(super) whites: Option<Lab>,
    /// The L\* that a tenth of both irises lies under.
    pub(super) irises: Option<f32>,
}

impl Skin {
    /// Finds it.
    pub(super) fn of(close: &Close, points: &Points) -> Self {
        let here = |place: Place| close.here(place);
        let mut parts = vec![Part::Outside; ACROSS * DOWN];
        fill(&head(points).map(here), 1.0, &mut parts, |part| *part = Part::Head);
        fill(&face(points).map(here), 0.92, &mut parts, |part| *part = Part::Skin);
        for feature in features(points, here) {
            fill(&feature, 1.0, &mut parts, |part| {
                if *part == Part::Skin {
                    *part = Part::Head;
                }
            });
        }
        let mut lab = vec![[0.0; 3]; parts.len()];
        let mut least = vec![0; parts.len()];
        let mut middle = vec![0; parts.len()];
        for (at, part) in parts.iter().enumerate() {
            if *part != Part::Outside {
                let rgb = pixel(close, at);
                lab[at] = lab::of_rgb(rgb);
                least[at] = rgb[0].min(rgb[1]).min(rgb[2]);
                let [red, green, blue] = rgb;
                middle[at] = red.max(green).min(red.min(green).max(blue));
            }
        }
        let pair = |left: Place, half: [f32; 2]| {
            let right = [WIDTH as f32 - left[0], left[1]];
            [left, right].map(|middle| patch(close, middle, half))
        };
        let eyes = HEIGHT as f32 / 2.0;
        let left = (WIDTH as f32 - EYES) / 2.0;
        let cheeks = pair([left - 0.02 * EYES, eyes + 0.60 * EYES], [0.15 * EYES, 0.15 * EYES]);
        let temples = pair([left - 0.24 * EYES, eyes + 0.50 * EYES], [0.09 * EYES, 0.14 * EYES]);
        let hairline = points.hairline().map(here);
        let brows = [points.brow_left()[1], points.brow_right()[1]].map(here);
        let (upper, lower) = (
            hairline.iter().fold(f32::MIN, |most, place| most.max(place[1])),
            brows[0][1].min(brows[1][1]) - 0.06 * EYES,
        );
        let half = ((lower - upper) / 4.0).min(0.13 * EYES);
        let forehead = (half >= 0.04 * EYES)
            .then(|| pair([left + 0.1 * EYES, (upper + lower) / 2.0], [0.14 * EYES, half]));
        let whites = whites(close, points);
        let irises = irises(close, points);
        Self { parts, lab, least, middle, cheeks, temples, forehead, whites, irises }
    }

    /// The samples of skin.
    pub(super) fn skin(&self) -> impl Iterator<Item = Lab> + '_ {
        let both = self.parts.iter().zip(&self.lab);
        both.filter(|(part, _)| **part == Part::Skin).map(|(_, lab)| *lab)
    }

    /// The samples of the whole head.
    pub(super) fn head(&self) -> impl Iterator<Item = Lab> + '_ {
        let both = self.parts.iter().zip(&self.lab);
        both.filter(|(part, _)| **part != Part::Outside).map(|(_, lab)| *lab)
    }

    /// Median colour of both cheeks.
    pub(super) fn cheek(&self) -> Lab {
        let [left, right] = self.cheeks.map(|patch| patch.colour);
        std::array::from_fn(|at| (left[at] + right[at]) / 2.0)
    }
}

/// The value that a share of all lies under, from 0 to 1. Nothing for no values.
pub(super) fn percentile(values: &mut [f32], share: f32) -> Option<f32> {
    let last = values.len().checked_sub(1)?;
    let at = ((last as f32 * share + 0.5) as usize).min(last);
    let (_, value, _) = values.select_nth_unstable_by(at, f32::total_cmp);
    Some(*value)
}

/// The median of each channel.
pub(super) fn median(colours: &[Lab]) -> Option<Lab> {
    let of = |channel: usize| {
        let mut values: Vec<f32> = colours.iter().map(|colour| colour[channel]).collect();
        percentile(&mut values, 0.5)
    };
    Some([of(0)?, of(1)?, of(2)?])
}

/// Red, green, blue of a sample.
fn pixel(close: &Close, at: usize) -> [u8; 3] {
    close.pixel((at % ACROSS * STEP) as i32, (at / ACROSS * STEP) as i32)
}

fn patch(close: &Close, middle: Place, half: [f32; 2]) -> Patch {
    let range = |at: usize| {
        let (from, to) = (middle[at] - half[at], middle[at] + half[at]);
        (from as i32..=to as i32).step_by(STEP)
    };
    let colours: Vec<Lab> = range(1)
        .flat_map(|y| range(0).map(move |x| (x, y)))
        .map(|(x, y)| lab::of_rgb(close.pixel(x, y)))
        .collect();
    Patch { colour: median(&colours).unwrap_or([0.0; 3]), middle, half }
}

/// The lightest fifth of what lies between the lids, but for the very lightest, which is a lamp's
/// image.
fn whites(close: &Close, points: &Points) -> Option<Lab> {
    let mut all: Vec<Lab> = Vec::new();
    for eye in [points.eye_left(), points.eye_right()] {
        let [outer, inner, upper, lower] = eye.map(|place| close.here(place));
        let middle = [(outer[0] + inner[0]) / 2.0, (upper[1] + lower[1]) / 2.0];
        let wide = ((outer[0] - inner[0]).abs() * 0.42).min(EYES / 2.0);
        let high = ((lower[1] - upper[1]) * 0.36).min(EYES / 4.0);
        if high < 3.0 {
            continue;
        }
        let mut colours: Vec<Lab> = Vec::new();
        for y in (middle[1] - high) as i32..=(middle[1] + high) as i32 {
            for x in (middle[0] - wide) as i32..=(middle[0] + wide) as i32 {
                let (dx, dy) = ((x as f32 - middle[0]) / wide, (y as f32 - middle[1]) / high);
                if dx * dx + dy * dy <= 1.0 {
                    colours.push(lab::of_rgb(close.pixel(x, y)));
                }
            }
        }
        colours.sort_by(|one, other| one[0].total_cmp(&other[0]));
        let (from, to) = (colours.len() * 78 / 100, colours.len() * 96 / 100);
        all.extend(colours.get(from..to).unwrap_or_default());
    }
    (all.len() >= 20).then(|| median(&all)).flatten()
}

fn irises(close: &Close, points: &Points) -> Option<f32> {
    let mut light: Vec<f32> = Vec::new();
    for pupil in [points.pupil_left(), points.pupil_right()] {
        let [x, y] = close.here(pupil).map(|at| at as i32);
        for down in -8..=8 {
            for right in -8..=8 {
                if down * down + right * right <= 64 {
                    light.push(lab::of_rgb(close.pixel(x + right, y + down))[0]);
                }
            }
        }
    }
    percentile(&mut light, 0.1)
}

/// The outline of the face along jaw and hairline.
fn face(points: &Points) -> [Place; 12] {
    let (jaw, hairline) = (points.jaw(), points.hairline());
    let mut outline = [[0.0; 2]; 12];
    outline[..9].copy_from_slice(&jaw);
    outline[9..].copy_from_slice(&[hairline[2], hairline[1], hairline[0]]);
    outline
}

/// The outline of the head along jaw and skull.
fn head(points: &Points) -> [Place; 12] {
    let (jaw, hair) = (points.jaw(), points.hair());
    let mut outline = [[0.0; 2]; 12];
    outline[..9].copy_from_slice(&jaw);
    outline[9..].copy_from_slice(&[hair[1], points.crown(), hair[0]]);
    outline
}

/// What is no skin within the face.
fn features(points: &Points, here: impl Fn(Place) -> Place) -> Vec<Vec<Place>> {
    let around = |x: f32, y: f32, wide: f32, high: f32| {
        vec![[x - wide, y - high], [x + wide, y - high], [x + wide, y + high], [x - wide, y + high]]
    };
    let mut all = Vec::with_capacity(6);
    for (pupil, brow) in
        [(points.pupil_left(), points.brow_left()), (points.pupil_right(), points.brow_right())]
    {
        let [x, y] = here(pupil);
        // As far as glasses reach.
        all.push(around(x, y + 0.04 * EYES, 0.34 * EYES, 0.30 * EYES));
        let places = brow.map(&here);
        let side = |at: usize| places.iter().map(move |place| place[at]);
        let (left, right) = (side(0).fold(f32::MAX, f32::min), side(0).fold(f32::MIN, f32::max));
        let (top, bottom) = (side(1).fold(f32::MAX, f32::min), side(1).fold(f32::MIN, f32::max));
        all.push(around(
            (left + right) / 2.0,
            (top + bottom) / 2.0,
            (right - left) / 2.0 + 0.06 * EYES,
            (bottom - top) / 2.0 + 0.08 * EYES,
        ));
    }
    let [from, to] = points.nostrils().map(&here);
    let base = here(points.nose_base());
    all.push(around(base[0], base[1] - 0.02 * EYES, (to[0] - from[0]) / 2.0, 0.08 * EYES));
    let ([left, y], [right, v]) = (here(points.mouth_left()), here(points.mouth_right()));
    let lips = points.lips().map(&here);
    let (top, bottom) = (lips[0][1] - 0.06 * EYES, lips[3][1] + 0.08 * EYES);
    let middle = (y + v) / 2.0;
    let (top, bottom) = (top.min(middle), bottom.max(middle));
    let wide = (right - left) / 2.0 + 0.08 * EYES;
    all.push(around((left + right) / 2.0, (top + bottom) / 2.0, wide, (bottom - top) / 2.0));
    all
}

/// Changes what lies within an outline that is drawn together towards its middle by a factor.
fn fill(outline: &[Place], factor: f32, parts: &mut [Part], change: impl Fn(&mut Part)) {
    let count = outline.len().max(1) as f32;
    let sum = outline.iter().fold([0.0, 0.0], |sum, at| [sum[0] + at[0], sum[1] + at[1]]);
    let middle = [sum[0] / count, sum[1] / count];
    let places: Vec<Place> = outline
        .iter()
        .map(|at| [0, 1].map(|i| (middle[i] + (at[i] - middle[i]) * factor) / STEP as f32))
        .collect();
    let mut crossings: Vec<f32> = Vec::new();
    for (row, samples) in parts.chunks_exact_mut(ACROSS).enumerate() {
        let y = row as f32 + 0.25;
        crossings.clear();
        let ends = places.iter().zip(places.iter().cycle().skip(1));
        for ([ax, ay], [bx, by]) in ends {
            if (*ay <= y) != (*by <= y) {
                crossings.push(ax + (bx - ax) * (y - ay) / (by - ay));
            }
        }
        crossings.sort_by(f32::total_cmp);
        for span in crossings.chunks_exact(2) {
            let from = span[0].clamp(0.0, ACROSS as f32) as usize;
            let to = (span[1].clamp(0.0, ACROSS as f32) as usize).min(ACROSS - 1);
            if let Some(within) = samples.get_mut(from..=to) {
                within.iter_mut().for_each(&change);
            }
        }
    }
}
