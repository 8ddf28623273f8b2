//! Large symmetric matrices in square tiles: the sums of products of features, and the solution of
//! ridge regressions from them by Cholesky's method. Sums run in a fixed order, so that the number
//! of cores changes nothing.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, ArrayView2, Axis, s};
use rayon::prelude::*;

/// Rows and columns of a tile.
const TILE: usize = 256;

/// The lower half of a symmetric matrix, and right-hand sides that go with it.
#[derive(Clone)]
pub struct Sums {
    tiles: Vec<Array2<f32>>,
    sides: Vec<Array2<f32>>,
}

fn at(row: usize, column: usize) -> usize {
    row * (row + 1) / 2 + column
}

fn place(mut tile: usize) -> (usize, usize) {
    let mut row = 0;
    while tile > row {
        tile -= row + 1;
        row += 1;
    }
    (row, tile)
}

impl Sums {
    /// All zero, for `size` features and `sides` results.
    pub fn new(size: usize, sides: usize) -> Self {
        let rows = size.div_ceil(TILE);
        let extent = |row: usize| TILE.min(size - row * TILE);
        let tiles = (0..at(rows, 0))
            .map(|tile| {
                let (row, column) = place(tile);
                Array2::zeros((extent(row), extent(column)))
            })
            .collect();
        Self { tiles, sides: (0..rows).map(|row| Array2::zeros((extent(row), sides))).collect() }
    }

    /// Adds samples: one row of features and one of results for each.
    pub fn add(&mut self, features: &ArrayView2<'_, f32>, results: &ArrayView2<'_, f32>) {
        let part = |index: usize| {
            let end = ((index + 1) * TILE).min(features.len_of(Axis(1)));
            features.slice(s![.., index * TILE..end])
        };
        self.tiles.par_iter_mut().enumerate().for_each(|(tile, sum)| {
            let (row, column) = place(tile);
            general_mat_mul(1.0, &part(row).t(), &part(column), 1.0, sum);
        });
        self.sides.par_iter_mut().enumerate().for_each(|(row, sum)| {
            general_mat_mul(1.0, &part(row).t(), results, 1.0, sum);
        });
    }

    /// These and others together, the others `times` over.
    pub fn plus(&mut self, other: &Self, times: f32) {
        self.tiles.par_iter_mut().zip(&other.tiles).for_each(|(one, other)| {
            one.scaled_add(times, other);
        });
        for (one, other) in self.sides.iter_mut().zip(&other.sides) {
            one.scaled_add(times, other);
        }
    }

    /// The weights, features by results, that fit best where their squares cost `ridge` times the
    /// mean square of a feature; the last feature, the constant, costs nothing.
    pub fn solved(mut self, ridge: f32) -> Array2<f32> {
        let rows = self.sides.len();
        let mut trace = 0.0_f64;
        let mut size = 0_usize;
        for row in 0..rows {
            let diagonal = self.tiles[at(row, row)].diag().to_owned();
            trace += diagonal.iter().map(|value| f64::from(*value)).sum::<f64>();
            size += diagonal.len();
        }
        let cost = (trace / size.max(1) as f64) as f32 * ridge;
        for row in 0..rows {
            let last = row + 1 == rows;
            let mut diagonal = self.tiles[at(row, row)].diag_mut();
            let count = diagonal.len();
            for (index, value) in diagonal.iter_mut().enumerate() {
                *value += if last && index + 1 == count { cost * 1e-4 } else { cost };
            }
        }
        let inverses = self.factor();
        self.substitute(&inverses)
    }

    /// Replaces the matrix by its Cholesky factor; gives the inverses of the tiles on the diagonal.
    fn factor(&mut self) -> Vec<Array2<f32>> {
        let rows = self.sides.len();
        let mut inverses = Vec::new();
        for pivot in 0..rows {
            let (factor, inverse) = cholesky(&self.tiles[at(pivot, pivot)]);
            self.tiles[at(pivot, pivot)] = factor;
            let below: Vec<Array2<f32>> = (pivot + 1..rows)
                .into_par_iter()
                .map(|row| self.tiles[at(row, pivot)].dot(&inverse.t()))
                .collect();
            self.tiles.par_iter_mut().enumerate().for_each(|(tile, sum)| {
                let (row, column) = place(tile);
                if column > pivot {
                    let (one, other) = (&below[row - pivot - 1], &below[column - pivot - 1]);
                    general_mat_mul(-1.0, one, &other.t(), 1.0, sum);
                }
            });
            for (row, tile) in (pivot + 1..rows).zip(below) {
                self.tiles[at(row, pivot)] = tile;
            }
            inverses.push(inverse);
        }
        inverses
    }

    fn substitute(mut self, inverses: &[Array2<f32>]) -> Array2<f32> {
        let rows = self.sides.len();
        for (row, inverse) in inverses.iter().enumerate() {
            let mut side = self.sides[row].clone();
            for before in 0..row {
                side -= &self.tiles[at(row, before)].dot(&self.sides[before]);
            }
            self.sides[row] = inverse.dot(&side);
        }
        for (row, inverse) in inverses.iter().enumerate().rev() {
            let mut side = self.sides[row].clone();
            for after in row + 1..rows {
                side -= &self.tiles[at(after, row)].t().dot(&self.sides[after]);
            }
            self.sides[row] = inverse.t().dot(&side);
        }
        let views: Vec<_> = self.sides.iter().map(|side| side.view()).collect();
        ndarray::concatenate(Axis(0), &views).unwrap_or_default()
    }
}

/// The Cholesky factor of a tile and its inverse.
fn cholesky(tile: &Array2<f32>) -> (Array2<f32>, Array2<f32>) {
    let size = tile.nrows();
    let mut factor = Array2::<f64>::zeros((size, size));
    for row in 0..size {
        for column in 0..=row {
            let mut sum = f64::from(tile[[row, column]]);
            for before in 0..column {
                sum -= factor[[row, before]] * factor[[column, before]];
            }
            factor[[row, column]] =
                if row == column { sum.max(1e-9).sqrt() } else { sum / factor[[column, column]] };
        }
    }
    let mut inverse = Array2::<f64>::zeros((size, size));
    for column in 0..size {
        inverse[[column, column]] = 1.0 / factor[[column, column]];
        for row in column + 1..size {
            let mut sum = 0.0;
            for between in column..row {
                sum -= factor[[row, between]] * inverse[[between, column]];
            }
            inverse[[row, column]] = sum / factor[[row, row]];
        }
    }
    (factor.mapv(|value| value as f32), inverse.mapv(|value| value as f32))
}

#[cfg(test)]
mod tests {
    use super::Sums;
    use crate::random::Random;
    use ndarray::Array2;

    #[test]
    fn a_regression_across_tiles_finds_the_weights_that_made_the_results() {
        let (samples, size) = (1500, 301);
        let mut random = Random::of(1, 2);
        let features = Array2::from_shape_fn((samples, size), |(_, column)| {
            if column + 1 == size { 1.0 } else { random.between(-1.0, 1.0) }
        });
        let weights = Array2::from_shape_fn((size, 2), |_| random.between(-1.0, 1.0));
        let mut sums = Sums::new(size, 2);
        sums.add(&features.view(), &features.dot(&weights).view());
        let found = sums.solved(1e-7);
        let far = (&found - &weights).mapv(f32::abs).fold(0.0_f32, |far, off| far.max(*off));
        assert!(far < 1e-3, "{far}");
    }
}
