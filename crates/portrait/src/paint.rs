//! The colours of what is seen: each submodule paints one thing at one place and knows no picture.
//! Light falls on them in [`light`]; nothing here asks for places of other things.

pub(crate) mod backdrop;
pub(crate) mod body;
pub(crate) mod eye;
pub(crate) mod hair;
pub(crate) mod light;
pub(crate) mod mouth;
pub(crate) mod skin;
pub(crate) mod worn;

use crate::math::V3;

/// What light meets at one place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Surface {
    /// Share of the light that it gives back, by channel.
    pub(crate) colour: V3,
    /// How much it gleams: 1 as skin, 0 as cloth.
    pub(crate) gloss: f32,
    /// Light that it adds by itself: reflections of the lamp in an eye.
    pub(crate) gleam: f32,
}

/// A colour layer of its own: what is under it shows by `1 - cover`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Layer {
    pub(crate) colour: V3,
    /// 0 to 1.
    pub(crate) cover: f32,
}

impl Layer {
    pub(crate) fn over(self, under: V3) -> V3 {
        under + (self.colour - under) * self.cover
    }
}
