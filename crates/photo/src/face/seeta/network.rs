//! The judging networks: a few layers over the numbers of patches; four results: how much a face,
//! and how the box should move and grow.

use super::gradients::{Gradients, Patches};

/// A network.
pub(crate) struct Network {
    /// The patches that it looks at.
    pub(crate) features: Vec<usize>,
    /// Faces score above this.
    pub(crate) limit: f32,
    /// Its layers.
    pub(crate) layers: Vec<Layer>,
}

/// A layer: weights row by row of results.
pub(crate) struct Layer {
    pub(crate) inputs: usize,
    pub(crate) weights: Vec<f32>,
    pub(crate) constants: Vec<f32>,
}

impl Network {
    /// Score, and how the box moves right and down and grows, each between 0 and 1.
    pub(crate) fn results(&self, gradients: &Gradients, patches: &Patches) -> [f32; 4] {
        let mut numbers = Vec::new();
        for feature in &self.features {
            gradients.describe(patches, *feature, &mut numbers);
        }
        for (index, layer) in self.layers.iter().enumerate() {
            let last = index + 1 == self.layers.len();
            numbers = layer.results(&numbers, if last { logistic } else { positive });
        }
        std::array::from_fn(|at| numbers.get(at).copied().unwrap_or(0.0))
    }
}

impl Layer {
    fn results(&self, numbers: &[f32], bend: fn(f32) -> f32) -> Vec<f32> {
        let rows = self.weights.chunks_exact(self.inputs.max(1));
        rows.zip(&self.constants)
            .map(|(row, constant)| bend(dot(row, numbers) + constant))
            .collect()
    }
}

/// In eight sums that are added at the end: fast, and always in the same order.
fn dot(one: &[f32], other: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let ((ones, one), (others, other)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    for (one, other) in ones.iter().zip(others) {
        for (sum, (one, other)) in sums.iter_mut().zip(one.iter().zip(other)) {
            *sum += one * other;
        }
    }
    for (sum, (one, other)) in sums.iter_mut().zip(one.iter().zip(other)) {
        *sum += one * other;
    }
    sums.iter().sum()
}

fn positive(number: f32) -> f32 {
    number.max(0.0)
}

/// 1 / (1 + e⁻ˣ), within 1e-7. By halving and a series: the exponential function of one machine's
/// library differs from another's in the last bit.
fn logistic(number: f32) -> f32 {
    const HALVINGS: u32 = 10;
    let small = f64::from(-number.clamp(-60.0, 60.0)) / f64::from(1_u32 << HALVINGS);
    let mut power = 1.0 + small * (1.0 + small / 2.0 * (1.0 + small / 3.0 * (1.0 + small / 4.0)));
    for _ in 0..HALVINGS {
        power *= power;
    }
    (1.0 / (1.0 + power)) as f32
}

#[cfg(test)]
mod tests {
    use super::logistic;

    #[test]
    fn the_logistic_function_is_near_the_true_one() {
        for step in -400..=400 {
            let number = step as f32 / 20.0;
            let true_one = 1.0 / (1.0 + f64::from(-number).exp());
            assert!((f64::from(logistic(number)) - true_one).abs() < 1e-6, "at {number}");
        }
    }
}
