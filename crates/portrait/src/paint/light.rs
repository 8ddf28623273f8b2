//! How light falls: a lamp near the camera, one at each side, and what the room gives back. Skin lets
//! red go further round an edge than blue. No cast shadows: those are the background's own.

use crate::math::{V3, powered, two_to, v3};
use crate::params::Light;

/// The lamps as one frame sees them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lamps {
    key: V3,
    left: V3,
    right: V3,
    up: V3,
    half: V3,
    weights: [f32; 4],
}

/// How far light reaches round the edge, by channel.
const WRAP: V3 = v3(0.34, 0.20, 0.16);

impl Lamps {
    /// `turn` brings a direction of the picture into the frame of the normals.
    pub(crate) fn new(light: &Light, turn: impl Fn(V3) -> V3) -> Self {
        let side = light.side.clamp(-1.0, 1.0);
        let (room, lamps) = {
            let room = (0.24 + (1.0 - light.contrast) * 0.35).clamp(0.05, 0.75);
            (room, (1.0 - room) / 0.76)
        };
        let away = side.abs();
        let key = v3(0.75 * side, -light.height, 1.0 - 0.45 * away).unit();
        Self {
            key: turn(key),
            left: turn(v3(-0.85, -0.20, 0.55).unit()),
            right: turn(v3(0.85, -0.20, 0.55).unit()),
            up: turn(v3(0.0, -1.0, 0.0)),
            half: turn((key + v3(0.0, 0.0, 1.0)).unit()),
            weights: [
                0.54 * lamps * (1.0 - 0.25 * away),
                0.21 * lamps * (1.0 - side) * (1.0 + away),
                0.21 * lamps * (1.0 + side) * (1.0 + away),
                room * (1.0 - 0.72 * away),
            ],
        }
    }

    /// Light on a surface of the given direction, by channel: about 1 where it faces the viewer.
    /// `open` is 1 in the open and 0 in a fold.
    pub(crate) fn on(&self, normal: V3, open: f32) -> V3 {
        let [key, left, right, room] = self.weights;
        let lamp =
            |direction: V3, wrap: f32| ((normal.dot(direction) + wrap) / (1.0 + wrap)).max(0.0);
        let channel = |wrap: f32| {
            key * lamp(self.key, wrap)
                + left * lamp(self.left, wrap)
                + right * lamp(self.right, wrap)
        };
        let above = 0.85 + 0.25 * normal.dot(self.up);
        // Folds of skin are redder: light that comes out there has passed through more of it.
        let fold = 1.0 - open;
        let room = v3(1.0 - 0.72 * fold, 1.0 - 0.86 * fold, 1.0 - 0.88 * fold) * (room * above);
        let direct = v3(channel(WRAP.x), channel(WRAP.y), channel(WRAP.z));
        (room + direct * (0.50 + 0.50 * open)) * 1.10
    }

    /// Light that skin or hair reflects as a mirror would, for `shine` from 0 to 1.
    pub(crate) fn gleam(&self, normal: V3, shine: f32) -> f32 {
        let towards = normal.dot(self.half).max(0.0);
        let [key, left, right, _] = self.weights;
        let strength = (key + 0.5 * (left + right)) * 1.5;
        let broad = powered(towards, 3) * (0.062 + 0.10 * shine);
        let tight = powered(towards, 6) * 2.6 * shine * shine * shine;
        let sides = powered(normal.dot((self.left + v3(0.0, 0.0, 1.0)).unit()), 5) * left
            + powered(normal.dot((self.right + v3(0.0, 0.0, 1.0)).unit()), 5) * right;
        (broad + tight) * strength + sides * (0.03 + 0.35 * shine)
    }
}

/// What the camera makes of linear light: exposure and cast.
pub(crate) fn gain(light: &Light) -> V3 {
    let w = light.warmth.clamp(-1.0, 1.0);
    let cast = v3(1.0 + 0.38 * w, 1.0, 1.0 - 0.48 * w);
    cast * (two_to(light.stops) / crate::colour::luminance(cast))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_from_the_left_is_on_the_left() {
        let lamps = |side| Lamps::new(&Light { side, ..Light::default() }, |d| d);
        let (left, right) = (v3(-0.6, 0.0, 0.8), v3(0.6, 0.0, 0.8));
        let even = lamps(0.0);
        assert!((even.on(left, 1.0) - even.on(right, 1.0)).length() < 1e-6);
        let one = lamps(-0.8);
        assert!(one.on(left, 1.0).y > 1.8 * one.on(right, 1.0).y);
    }

    #[test]
    fn a_stop_halves_the_light() {
        let half = gain(&Light { stops: -1.0, ..Light::default() });
        assert!((half.y - 0.5).abs() < 1e-6);
    }
}
