//! Layers of one person gathered at one place, before anything is behind them.

use crate::math::V3;
use crate::paint::Layer;

/// Layers laid one over the other.
#[derive(Default)]
pub(super) struct Stack {
    pub(super) premultiplied: V3,
    pub(super) cover: f32,
}

impl Stack {
    pub(super) fn lay(&mut self, layer: Layer) {
        self.premultiplied = self.premultiplied * (1.0 - layer.cover) + layer.colour * layer.cover;
        self.cover += (1.0 - self.cover) * layer.cover;
    }

    pub(super) fn colour(&self) -> V3 {
        if self.cover > 0.0 { self.premultiplied * (1.0 / self.cover) } else { V3::default() }
    }
}
