//! Figures about one measure: how it lies on good photos and on bad ones.

use super::Sight;
use super::see::Seen;
use crate::measure::auc;
use contract::examination::Severity;
use photo::examine::{Bound, Threshold};

/// How a measure lies on some photos.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Photos on which it was measured.
    pub count: usize,
    /// The least.
    pub least: f64,
    /// The 5th percentile.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The 95th percentile.
    pub high: f64,
    /// The greatest.
    pub most: f64,
}

impl Spread {
    /// Of a measure on photos.
    pub fn of(seen: &[Seen], measure: &str) -> Self {
        let mut values: Vec<f64> =
            seen.iter().filter_map(|seen| seen.measures.get(measure).copied()).collect();
        values.sort_by(f64::total_cmp);
        let last = values.len().saturating_sub(1) as f64;
        let at = |share: f64| values.get((share * last).round() as usize).copied();
        let at = |share: f64| at(share).unwrap_or(f64::NAN);
        Self {
            count: values.len(),
            least: at(0.0),
            low: at(0.05),
            median: at(0.5),
            high: at(0.95),
            most: at(1.0),
        }
    }
}

/// The photos that show a fault.
pub struct Bad<'a> {
    /// What was done to them.
    pub name: &'static str,
    /// Whether they are drawn.
    pub drawn: bool,
    /// What was seen.
    pub seen: &'a [Seen],
}

/// The photos on which a threshold's warning belongs.
pub fn bad<'a>(sight: &'a Sight, threshold: &Threshold) -> Vec<Bad<'a>> {
    let real = sight
        .changed
        .iter()
        .filter(|(change, _)| change.wrong().contains(&threshold.reason))
        .map(|(change, seen)| Bad { name: change.name(), drawn: false, seen });
    let drawn = sight
        .drawn
        .iter()
        .filter(|(fault, _)| fault.wrong().contains(&threshold.reason))
        .map(|(fault, seen)| Bad { name: fault.name(), drawn: true, seen });
    real.chain(drawn).collect()
}

/// The chance that the measure of a bad photo lies further out than that of a good one; under 0
/// where it was measured on none of either.
pub fn parting(threshold: &Threshold, good: &[Seen], bad: &[Seen]) -> f32 {
    let out = |seen: &[Seen]| -> Vec<f32> {
        let values = seen.iter().filter_map(|seen| seen.measures.get(threshold.measure));
        values.map(|value| outward(threshold.bound, *value) as f32).collect()
    };
    let (bad, good) = (out(bad), out(good));
    if bad.is_empty() || good.is_empty() { -1.0 } else { auc(&bad, &good) }
}

/// How far a value lies towards the side that is warned of.
pub fn outward(bound: Bound, value: f64) -> f64 {
    match bound {
        Bound::AtLeast { .. } => -value,
        Bound::AtMost { .. } => value,
        Bound::Within { mild: [from, to], .. } => (value - (from + to) / 2.0).abs(),
    }
}

/// How many warn of the threshold's reason: mildly, strongly.
pub fn warned(seen: &[Seen], threshold: &Threshold) -> (usize, usize) {
    let count =
        |severity| seen.iter().filter(|seen| seen.of(threshold.reason) == Some(severity)).count();
    (count(Severity::Mild), count(Severity::Strong))
}
