//! Reads the detector's published model. A hierarchy of classifiers: first three boosted ones that
//! look at every place of the picture, then networks that look at what these propose.
//!
//! The order is that of the published file; integers are `i32`, and numbers, which are published as
//! `f32`, come in rows: a scale as `f32`, then 16-bit multiples of it (`calibrate --detector` made
//! that of the published file). All are little-endian. What does not fit together makes the whole
//! unreadable, so that nothing later needs to doubt an index.

use super::boosted::{self, Boosted};
use super::gradients;
use super::network::{Layer, Network};

/// The detector's weights.
pub(crate) struct Weights {
    /// The classifiers that propose.
    pub(crate) boosted: Vec<Boosted>,
    /// The later hierarchies.
    pub(crate) hierarchies: Vec<Vec<Branch>>,
}

/// Networks one after the other, for what some branches of the hierarchy before let through.
pub(crate) struct Branch {
    /// The networks.
    pub(crate) stages: Vec<Network>,
    /// Where its candidates come from.
    pub(crate) sources: Vec<usize>,
}

impl Weights {
    /// Reads the model; `None` when it is not one.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        let hierarchies = reader.count(16)?.checked_sub(1)?;
        let branches = reader.count(64)?;
        let boosted = (0..branches).map(|_| reader.boosted()).collect::<Option<Vec<_>>>()?;
        let mut known = boosted.len();
        let mut later = Vec::new();
        for _ in 0..hierarchies {
            let count = reader.count(64)?;
            let branches =
                (0..count).map(|_| reader.branch(known)).collect::<Option<Vec<Branch>>>()?;
            known = known.max(branches.len());
            later.push(branches);
        }
        reader.0.is_empty().then_some(Self { boosted, hierarchies: later })
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn four(&mut self) -> Option<[u8; 4]> {
        let (four, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(*four)
    }

    fn i32(&mut self) -> Option<i32> {
        self.four().map(i32::from_le_bytes)
    }

    fn count(&mut self, most: usize) -> Option<usize> {
        usize::try_from(self.i32()?).ok().filter(|count| *count <= most)
    }

    fn f32(&mut self) -> Option<f32> {
        self.four().map(f32::from_le_bytes).filter(|number| number.is_finite())
    }

    fn numbers(&mut self, count: usize) -> Option<Vec<f32>> {
        let scale = self.f32()?;
        let (row, rest) = self.0.split_at_checked(count.checked_mul(2)?)?;
        self.0 = rest;
        let number = |two: &[u8]| match two {
            [low, high] => f32::from(i16::from_le_bytes([*low, *high])) * scale,
            _ => 0.0,
        };
        Some(row.chunks_exact(2).map(number).collect())
    }

    /// A branch of the first hierarchy: a single boosted classifier, from no source.
    fn boosted(&mut self) -> Option<Boosted> {
        if self.i32()? != 1 || self.i32()? != 0 {
            return None;
        }
        let (count, bins) = (self.count(4096)?, self.count(255)?);
        let reach = boosted::REACH;
        let places = (0..count)
            .map(|_| Some((self.count(reach)?, self.count(reach)?)))
            .collect::<Option<Vec<_>>>()?;
        let limits = self.numbers(count)?;
        let table = |numbers: Vec<f32>| numbers.try_into().ok();
        let tables = (0..count)
            .map(|_| self.numbers(bins + 1).and_then(table))
            .collect::<Option<Vec<_>>>()?;
        // No sources are counted as minus one.
        if bins != 255 || self.i32()? > 0 {
            return None;
        }
        Some(Boosted { places, limits, tables })
    }

    fn branch(&mut self, known: usize) -> Option<Branch> {
        let stages = self.count(16)?;
        let stages = (0..stages).map(|_| self.network()).collect::<Option<Vec<_>>>()?;
        let sources = self.count(64)?;
        let sources =
            (0..sources).map(|_| self.count(known.checked_sub(1)?)).collect::<Option<Vec<_>>>()?;
        (!sources.is_empty()).then_some(Branch { stages, sources })
    }

    fn network(&mut self) -> Option<Network> {
        if self.i32()? != 1 {
            return None;
        }
        let layers = self.count(8)?.checked_sub(1)?;
        let features = self.count(4096)?;
        let features = (0..features)
            .map(|_| self.count(gradients::PATCHES)?.checked_sub(1))
            .collect::<Option<Vec<_>>>()?;
        let limit = self.numbers(1)?.first().copied()?;
        let mut inputs = self.count(1 << 16)?;
        if inputs != features.len() * gradients::VALUES {
            return None;
        }
        let mut read = Vec::new();
        for _ in 0..layers {
            let outputs = self.count(4096)?;
            let rows = (0..outputs).map(|_| self.numbers(inputs)).collect::<Option<Vec<_>>>()?;
            let weights = rows.concat();
            let constants = self.numbers(outputs)?;
            read.push(Layer { inputs, weights, constants });
            inputs = outputs;
        }
        (inputs == 4).then_some(Network { features, limit, layers: read })
    }
}
