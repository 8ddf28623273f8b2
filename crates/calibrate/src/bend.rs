//! Bending faces into what the portraits lack: turned and nodding heads, other proportions
//! (children's among them), open mouths. Each bend is a map of places in the face's own measure and
//! is applied backwards to pixels and forwards to points, so both agree.

use crate::random::Random;
use photo::face::Place;
use photo::face::training::Shape;

/// Rounds in which a map is turned around.
const ROUNDS: usize = 12;

/// The share of faces that get a child's proportions.
const CHILDREN: f32 = 0.1;
/// How much the part above the brows varies beside what the portraits hold already.
const CRANIUM: f32 = 0.01;

/// Everything that bends one face.
#[derive(Clone, Debug)]
pub struct Bend {
    /// Sine and cosine of the turn to the side, and of the nod.
    yaw: (f32, f32),
    nod: (f32, f32),
    /// Stretch of what is above the brows, of what is below the eyes, and of the jaw's width.
    cranium: f32,
    lower: f32,
    jaw: f32,
    /// A smooth wave through the face: amplitude, wave numbers and phases.
    wave: [f32; 7],
    /// How far the lower lip goes down.
    pub mouth: f32,
    /// The lips' meeting line, and half the mouth's width.
    lips: f32,
    half: f32,
    chin: f32,
}

impl Bend {
    /// Nothing but what every head does a little.
    pub fn slight(random: &mut Random, own: &Shape) -> Self {
        let yaw = random.around(0.05);
        let nod = random.around(0.04);
        Self {
            yaw: yaw.sin_cos(),
            nod: nod.sin_cos(),
            cranium: 1.0 + random.around(0.02),
            lower: 1.0 + random.around(0.02),
            jaw: random.around(0.015),
            wave: [0.0; 7],
            mouth: 0.0,
            lips: (own[22][1] + own[23][1]) / 2.0,
            half: (own[20][0] - own[19][0]) / 2.0,
            chin: own[25][1],
        }
    }

    /// Drawn at random, everything more or less.
    pub fn random(random: &mut Random, own: &Shape) -> Self {
        let mut bend = Self::slight(random, own);
        bend.yaw = random.around(0.16).clamp(-0.42, 0.42).sin_cos();
        bend.nod = random.around(0.09).sin_cos();
        let child = random.chance(CHILDREN);
        (bend.cranium, bend.lower) = if child {
            (random.between(1.05, 1.25), random.between(0.78, 0.95))
        } else {
            (1.0 + random.around(CRANIUM), 1.0 + random.around(0.035))
        };
        bend.jaw = random.around(0.04);
        let wave = random.between(0.0, 0.035);
        bend.wave = [
            wave,
            random.between(-2.2, 2.2),
            random.between(-2.2, 2.2),
            random.between(-2.2, 2.2),
            random.between(-2.2, 2.2),
            random.between(0.0, 6.3),
            random.between(0.0, 6.3),
        ];
        if random.chance(0.2) {
            bend.mouth = random.between(0.05, 0.55);
        }
        bend
    }

    /// Where a place of the face is seen once it is bent.
    pub fn forward(&self, place: Place) -> Place {
        let place = self.stretched(self.opened(place));
        let place = self.solid(place);
        // The wave is given backwards.
        let mut waved = place;
        for _ in 0..ROUNDS {
            let [x, y] = self.wave(waved);
            waved = [place[0] - x, place[1] - y];
        }
        waved
    }

    /// What is seen at a place of the bent face, but for the mouth: see [`Bend::closed`].
    pub fn backward(&self, place: Place) -> Place {
        let [x, y] = self.wave(place);
        let seen = [place[0] + x, place[1] + y];
        let mut flat = seen;
        for _ in 0..ROUNDS {
            let [x, y] = self.solid(flat);
            flat = [flat[0] + seen[0] - x, flat[1] + seen[1] - y];
        }
        self.unstretched(flat)
    }

    /// Where the place was before the mouth was opened; `None` inside the mouth.
    pub fn closed(&self, place: Place) -> Option<Place> {
        if self.mouth <= 0.0 || place[1] <= self.lips {
            return Some(place);
        }
        if place[1] < self.lips + self.mouth * self.gap(place[0]) {
            return None;
        }
        let mut y = place[1];
        for _ in 0..ROUNDS {
            y = (place[1] - self.drop([place[0], y])).max(self.lips);
        }
        Some([place[0], y])
    }

    fn opened(&self, place: Place) -> Place {
        // The inner edge of the lower lip lies at the line or a hair above it.
        if self.mouth <= 0.0 || place[1] < self.lips - 0.004 {
            return place;
        }
        [place[0], place[1] + self.drop(place)]
    }

    /// How much of the opening is seen at x.
    fn gap(&self, x: f32) -> f32 {
        (1.0 - (x / self.half).powi(2)).max(0.0)
    }

    fn drop(&self, [x, y]: Place) -> f32 {
        let below = ((y - self.lips) / 0.6).clamp(0.0, 1.0);
        let wide = (-(x / 1.1).powi(2)).exp();
        let neck = 1.0 - ((y - self.chin - 0.1) / 1.0).clamp(0.0, 1.0);
        self.mouth * (below * wide + (1.0 - below) * self.gap(x)) * neck
    }

    fn stretched(&self, [x, y]: Place) -> Place {
        let y = if y < -0.3 { -0.3 + (y + 0.3) * self.cranium } else { y };
        let y = if y > 0.15 { 0.15 + (y - 0.15) * self.lower } else { y };
        [x * self.width(y), y]
    }

    fn unstretched(&self, [x, y]: Place) -> Place {
        let x = x / self.width(y);
        let y = if y < -0.3 { -0.3 + (y + 0.3) / self.cranium } else { y };
        let y = if y > 0.15 { 0.15 + (y - 0.15) / self.lower } else { y };
        [x, y]
    }

    fn width(&self, y: f32) -> f32 {
        1.0 + self.jaw * ((y - 0.5) / 1.5).clamp(-1.0, 1.0)
    }

    /// Turning to the side and nodding, of a head that is a low dome with a nose.
    fn solid(&self, [x, y]: Place) -> Place {
        let radius = (x / 1.45).powi(2) + ((y - 0.1) / 2.2).powi(2);
        let dome = 1.05 * (1.0 - radius).max(0.0);
        let nose = 0.3 * (-(x / 0.22).powi(2) - ((y - 0.72) / 0.3).powi(2)).exp();
        let depth = dome + nose - 0.6;
        [x * self.yaw.1 + depth * self.yaw.0, (y - 0.5) * self.nod.1 + depth * self.nod.0 + 0.5]
    }

    fn wave(&self, [x, y]: Place) -> Place {
        let [size, a, b, c, d, phase, other] = self.wave;
        [size * (a * x + b * y + phase).sin(), size * (c * x + d * y + other).sin()]
    }
}
