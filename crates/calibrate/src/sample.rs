//! Samples to train on: portraits, bent, painted over and lit anew, cut out as the examination cuts
//! out faces, with the points where they then are.

use crate::bend::Bend;
use crate::face_frame::{Frame, normal};
use crate::light;
use crate::paint::Paint;
use crate::portraits::Portrait;
use crate::random::Random;
use photo::face::training::{CUT, Pyramid, Shape, mirrored};
use photo::face::{Grey, Place};

/// Pixels of the cut between known places of the map from cut to face.
const MESH: usize = 8;
/// Known places in a row.
const KNOTS: usize = CUT / MESH + 1;

/// How boxes lie on faces, in distances of the pupils.
#[derive(Clone, Copy, Debug)]
pub struct Boxes {
    /// The middle of boxes, in the face's measure.
    pub middle: Place,
    /// The width of boxes.
    pub width: f32,
    /// The window around a box, as in the model.
    pub window: [f32; 3],
}

/// A face cut out of a picture, with its points.
pub struct Sample {
    /// Which portrait it was made from.
    pub portrait: usize,
    /// What was cut out.
    pub face: Pyramid,
    /// Where the points are.
    pub truth: Shape,
    /// How far the lids are closed, 0 to 1.
    pub lids: f32,
    /// Whether dark lenses hide the eyes.
    pub dark: bool,
}

/// Makes one sample. The first of each portrait is nearly as it is; others are changed strongly.
pub fn make(
    portrait: &Portrait,
    at: usize,
    boxes: &Boxes,
    random: &mut Random,
    plain: bool,
) -> Sample {
    let own = normal(&portrait.shape);
    let bend = if plain { Bend::slight(random, &own) } else { Bend::random(random, &own) };
    let paint = if plain { Paint::default() } else { Paint::random(random) };
    let truth = paint.lowered(&own).map(|place| bend.forward(place));
    let view = View::random(random, boxes, if plain { 0.1 } else { 0.4 });
    let backdrop = (!plain && random.chance(0.5)).then(|| Backdrop::random(random));
    let picture = Picture { portrait, own: &own, bend: &bend, paint: &paint, view: &view };
    let cut = picture.drawn(backdrop.as_ref());
    let strong = if plain { 0.15 } else { 1.0 };
    let cut = light::change(&cut, random, strong);
    let truth = truth.map(|place| view.pixel(place));
    let dark = paint.glasses.as_ref().is_some_and(|glasses| glasses.lens.0 > 0.6);
    let (cut, truth) = if random.chance(0.5) {
        (cut.mirrored(), mirrored(&truth, CUT as f32))
    } else {
        (cut, truth)
    };
    Sample { portrait: at, face: Pyramid::of(cut), truth, lids: paint.lids, dark }
}

/// How a face lies in the cut.
struct View {
    turn: (f32, f32),
    /// The window's middle and its side, beside the face turned about its origin.
    middle: Place,
    side: f32,
}

impl View {
    fn random(random: &mut Random, boxes: &Boxes, roll: f32) -> Self {
        let (sine, cosine) = random.between(-roll, roll).sin_cos();
        let width = boxes.width * (1.0 + random.around(0.07));
        let [x, y] = boxes.middle;
        let [right, down, side] = boxes.window;
        let middle = [
            cosine * x - sine * y + random.around(0.1) + right * width,
            sine * x + cosine * y + random.around(0.1) + down * width,
        ];
        Self { turn: (sine, cosine), middle, side: side * width }
    }

    fn pixel(&self, [x, y]: Place) -> Place {
        let (sine, cosine) = self.turn;
        let (u, v) = (cosine * x - sine * y, sine * x + cosine * y);
        let scale = CUT as f32 / self.side;
        let half = (CUT as f32 - 1.0) / 2.0;
        [(u - self.middle[0]) * scale + half, (v - self.middle[1]) * scale + half]
    }

    fn face(&self, [x, y]: Place) -> Place {
        let (sine, cosine) = self.turn;
        let scale = self.side / CUT as f32;
        let half = (CUT as f32 - 1.0) / 2.0;
        let (u, v) = ((x - half) * scale + self.middle[0], (y - half) * scale + self.middle[1]);
        [cosine * u + sine * v, cosine * v - sine * u]
    }
}

/// Something else than the studio's paper.
struct Backdrop {
    shade: f32,
    slope: [f32; 2],
    pattern: [f32; 4],
}

impl Backdrop {
    fn random(random: &mut Random) -> Self {
        let size = if random.chance(0.5) { 0.0 } else { random.between(2.0, 50.0) };
        Self {
            shade: random.between(10.0, 250.0),
            slope: [random.around(0.4), random.around(0.4)],
            pattern: [
                size,
                random.between(-0.5, 0.5),
                random.between(-0.5, 0.5),
                random.between(0.0, 6.3),
            ],
        }
    }

    fn shade(&self, x: f32, y: f32) -> f32 {
        let [size, across, down, phase] = self.pattern;
        let wave = (across * x + down * y + phase).sin() + (down * x - 0.6 * across * y).sin();
        self.shade + self.slope[0] * (x - 128.0) + self.slope[1] * (y - 128.0) + size * wave
    }
}

struct Picture<'a> {
    portrait: &'a Portrait,
    own: &'a Shape,
    bend: &'a Bend,
    paint: &'a Paint,
    view: &'a View,
}

impl Picture<'_> {
    fn drawn(&self, backdrop: Option<&Backdrop>) -> Grey {
        let knots: Vec<Place> = (0..KNOTS * KNOTS)
            .map(|knot| {
                let (x, y) = (knot % KNOTS * MESH, knot / KNOTS * MESH);
                self.bend.backward(self.view.face([x as f32, y as f32]))
            })
            .collect();
        let frame = Frame::of(&self.portrait.shape);
        let fine = &self.portrait.fine;
        let scale = fine.width() as f32 / self.portrait.grey.width() as f32;
        let mut pixels = Vec::with_capacity(CUT * CUT);
        for y in 0..CUT {
            for x in 0..CUT {
                let place = between(&knots, x, y);
                let Some(closed) = self.bend.closed(place) else {
                    pixels.push(self.mouth(place) as u8);
                    continue;
                };
                let bare = self.paint.lifted(closed, self.own);
                let [u, v] = frame.picture(bare);
                let (u, v) = ((u + 0.5) * scale - 0.5, (v + 0.5) * scale - 0.5);
                let mut shade = bilinear(fine, u, v);
                if let Some(backdrop) = backdrop {
                    let much = bilinear(&self.portrait.background, u, v) / 255.0;
                    shade += (backdrop.shade(x as f32, y as f32) - shade) * much;
                }
                let shade = self.paint.over(closed, self.own, shade);
                pixels.push(shade.clamp(0.0, 255.0) as u8);
            }
        }
        Grey::new(CUT, CUT, pixels)
    }

    fn mouth(&self, [_, y]: Place) -> f32 {
        let (dark, teeth) = self.paint.mouth;
        let lips = (self.own[22][1] + self.own[23][1]) / 2.0;
        if (y - lips) / self.bend.mouth.max(0.01) < teeth { 190.0 } else { dark }
    }
}

fn between(knots: &[Place], x: usize, y: usize) -> Place {
    let at = y / MESH * KNOTS + x / MESH;
    let (u, v) = ((x % MESH) as f32 / MESH as f32, (y % MESH) as f32 / MESH as f32);
    std::array::from_fn(|axis| {
        let upper = knots[at][axis] * (1.0 - u) + knots[at + 1][axis] * u;
        let lower = knots[at + KNOTS][axis] * (1.0 - u) + knots[at + KNOTS + 1][axis] * u;
        upper * (1.0 - v) + lower * v
    })
}

fn bilinear(picture: &Grey, x: f32, y: f32) -> f32 {
    let x = x.clamp(0.0, (picture.width() - 1) as f32);
    let y = y.clamp(0.0, (picture.height() - 1) as f32);
    let (left, top) = (x as usize, y as usize);
    let (right, bottom) =
        ((left + 1).min(picture.width() - 1), (top + 1).min(picture.height() - 1));
    let (u, v) = (x - left as f32, y - top as f32);
    let at = |x: usize, y: usize| f32::from(picture.shades()[y * picture.width() + x]);
    let upper = at(left, top) * (1.0 - u) + at(right, top) * u;
    let lower = at(left, bottom) * (1.0 - u) + at(right, bottom) * u;
    upper * (1.0 - v) + lower * v
}
