//! The background: colour, gradient, texture, objects. Coordinates are shares of the picture's width
//! and height. It knows nothing of the person; shadow falls on it elsewhere.

use crate::colour::linear;
use crate::grain::{cloudy, even, smooth_noise};
use crate::math::{V3, bump, smooth, v3};
use crate::params::{Backdrop, Object, Texture};

/// A background ready to be asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wall {
    colour: V3,
    gradient: [f32; 2],
    texture: Option<(Texture, f32)>,
    object: Option<Object>,
    seed: u32,
}

impl Wall {
    pub(crate) fn new(backdrop: &Backdrop, seed: u32) -> Self {
        Self {
            colour: linear(backdrop.colour),
            gradient: backdrop.gradient,
            texture: backdrop.texture,
            object: backdrop.object,
            seed,
        }
    }

    /// Linear light at shares `x` and `y` of the width and of the height; `shape` is height over
    /// width.
    pub(crate) fn at(&self, x: f32, y: f32, shape: f32) -> V3 {
        let mut c = self.colour;
        let tall = y * shape;
        if let Some((texture, strength)) = self.texture {
            c = c * textured(texture, strength.clamp(0.0, 1.0), x, tall, self.seed);
        }
        if let Some(object) = self.object {
            c = with_object(object, c, x, tall);
        }
        let [gx, gy] = self.gradient;
        c * ((1.0 - gx * x) * (1.0 - gy * y)).max(0.0)
    }
}

fn textured(texture: Texture, strength: f32, x: f32, y: f32, seed: u32) -> f32 {
    match texture {
        Texture::Plaster => {
            1.0 + strength
                * (0.16 * cloudy(x * 22.0, y * 22.0, seed ^ 71)
                    + 0.12 * smooth_noise(x * 130.0, y * 130.0, seed ^ 72))
        }
        Texture::Curtain => {
            let place = x * 15.0 + 0.35 * smooth_noise(x * 5.0, y * 1.5, seed ^ 73);
            let fold = place - place.floor();
            let wave = if fold < 0.5 { fold * 2.0 } else { 2.0 - fold * 2.0 };
            1.0 - strength * 0.5 * (1.0 - smooth(0.0, 1.0, wave))
        }
        Texture::Bricks => {
            let row = (y * 17.0).floor();
            let shift = if row as i32 % 2 == 0 { 0.0 } else { 0.5 };
            let (bx, by) = (x * 6.5 + shift, y * 17.0);
            let (fx, fy) = (bx - bx.floor() - 0.5, by - by.floor() - 0.5);
            let joint = bump(fx.abs() - 0.5, 0.045).max(bump(fy.abs() - 0.5, 0.12));
            let brick = 0.10 * even(bx.floor() as i32, row as i32, seed ^ 74);
            1.0 + strength * (brick - 0.42 * joint)
        }
    }
}

fn with_object(object: Object, wall: V3, x: f32, y: f32) -> V3 {
    match object {
        Object::Door => {
            // A jamb of darker wood, left of the head, with its edge in shade.
            let jamb = smooth(0.165, 0.162, x);
            let edge = bump(x - 0.164, 0.010);
            let grain = 1.0 + 0.15 * smooth_noise(x * 120.0, y * 3.0, 75);
            let wood = v3(0.30, 0.20, 0.13) * grain;
            (wall + (wood - wall) * jamb) * (1.0 - 0.5 * edge)
        }
        Object::Shelves => {
            if x < 0.80 {
                return wall;
            }
            let side = smooth(0.800, 0.803, x);
            let board = bump(y * 5.0 - (y * 5.0).floor() - 0.5, 0.06);
            let book = (x * 60.0).floor() as i32;
            let shade = 0.22 + 0.14 * even(book, (y * 5.0 + 0.5).floor() as i32, 76);
            let spines = v3(shade * 1.1, shade * 0.9, shade * 0.8);
            let c = spines + (v3(0.42, 0.31, 0.20) - spines) * smooth(0.0, 0.4, board);
            wall + (c - wall) * side
        }
    }
}
