//! From a portrait to pixels: background, its shadow, another person, the person, the camera.

use crate::colour::Encoder;
use crate::figure::Figure;
use crate::math::{V3, smooth};
use crate::paint::backdrop::Wall;
use crate::paint::light;
use crate::params::{Backdrop, Portrait, SecondFace, Skin};
use crate::truth::Truth;

/// A drawn portrait.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered {
    /// sRGB, three bytes a pixel, row by row from the top left.
    pub rgb: Vec<u8>,
    /// Pixels.
    pub width: usize,
    /// Pixels.
    pub height: usize,
    /// What is where.
    pub truth: Truth,
}

impl Rendered {
    /// The colour of a pixel; the nearest one for places outside.
    pub fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        let (x, y) = (x.min(self.width - 1), y.min(self.height - 1));
        let at = (y * self.width + x) * 3;
        [self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]]
    }
}

/// In bytes, so that only nothing is 0 and only the whole is 255.
fn share(cover: f32) -> u8 {
    if cover <= 0.0 {
        0
    } else if cover >= 1.0 {
        255
    } else {
        (cover * 255.0 + 0.5).clamp(1.0, 254.0) as u8
    }
}

fn second(portrait: &Portrait, other: &SecondFace) -> Portrait {
    Portrait {
        head_height: other.head_height,
        centre_dx: other.at[0] - 0.5,
        centre_dy: other.at[1] - 0.47,
        skin: Skin { tone: other.tone, ..Skin::default() },
        light: portrait.light,
        seed: portrait.seed ^ 0x5ec0_4d5e,
        ..Portrait::default()
    }
}

/// Draws a portrait of `width` by `height` pixels; a size of 0 is taken as 1. Any shape may be asked
/// for; shares of width and height are of that shape. Faces under about 60 pixels are drawn without
/// their fine parts being even.
pub fn render(portrait: &Portrait, width: usize, height: usize) -> Rendered {
    let (width, height) = (width.max(1), height.max(1));
    let (w, h) = (width as f32, height as f32);
    let figure = Figure::new(portrait, w, h);
    let Backdrop { second_face, .. } = portrait.backdrop;
    let behind = second_face.map(|other| Figure::new(&second(portrait, &other), w, h));
    let wall = Wall::new(&portrait.backdrop, portrait.seed);
    let gain = light::gain(&portrait.light);
    let encoder = Encoder::new();
    let shape = h / w;

    let mut rgb = vec![0; width * height * 3];
    let mut person = vec![0; width * height];
    for row in 0..height {
        let py = row as f32 + 0.5;
        for column in 0..width {
            let px = column as f32 + 0.5;
            let layer = figure.sample(px, py);
            let at = row * width + column;
            let mut light = layer.colour;
            if layer.cover < 1.0 {
                let mut under = wall.at(px / w, py / h, shape);
                if let Some(other) = &behind {
                    under = other.sample(px, py).over(under);
                }
                under = shaded(portrait, &figure, under, px, py);
                light = layer.over(under);
            }
            person[at] = share(layer.cover);
            rgb[at * 3..at * 3 + 3].copy_from_slice(&encoder.bytes(light.times(gain)));
        }
    }
    let truth = Truth::of(portrait, &figure, width, height, person);
    Rendered { rgb, width, height, truth }
}

fn shaded(portrait: &Portrait, figure: &Figure, light: V3, px: f32, py: f32) -> V3 {
    let Some(shadow) = &portrait.shadow else { return light };
    let scale = figure.frame.scale;
    let away = figure.outside(px - shadow.offset[0] * scale, py - shadow.offset[1] * scale);
    let depth = smooth(shadow.softness.max(1e-3), 0.0, away);
    light * (1.0 - shadow.strength.clamp(0.0, 1.0) * depth)
}
