//! The numbers that a measuring program told, one for every time it looked.

use crate::failure::{Failure, Outcome};
use crate::places;
use crate::process::told;
use serde_json::Value;
use std::process::Command;
use std::time::Duration;

/// What a measuring program printed.
#[derive(Debug)]
pub(super) struct Told {
    program: &'static str,
    value: Value,
}

/// Numbers in order of size; never empty.
#[derive(Clone, Debug)]
pub(super) struct Series(Vec<f64>);

impl Told {
    /// Runs a measuring program of the release profile, which prints JSON.
    pub(super) fn by(
        program: &'static str,
        limit: Duration,
        arguments: impl FnOnce(&mut Command),
    ) -> Outcome<Self> {
        println!("\n{program}: at most {} minutes", limit.as_secs().div_ceil(60));
        let mut command = Command::new(places::release(program));
        arguments(&mut command);
        let printed = told(command.current_dir(places::root()), limit, program)?;
        let value = serde_json::from_str(&printed)
            .map_err(|_| Failure::new(format!("{program} told no figures: {printed}")))?;
        Ok(Self { program, value })
    }

    /// The numbers of this name.
    pub(super) fn series(&self, name: &str) -> Outcome<Series> {
        let list = self.value[name].as_array().into_iter().flatten();
        Series::of(list.filter_map(Value::as_f64).collect())
            .ok_or_else(|| Failure::new(format!("{} told nothing of {name}", self.program)))
    }
}

impl Series {
    /// The numbers, if there are any.
    pub(super) fn of(mut numbers: Vec<f64>) -> Option<Self> {
        numbers.sort_by(f64::total_cmp);
        (!numbers.is_empty()).then_some(Self(numbers))
    }

    /// The one in the middle.
    pub(super) fn median(&self) -> f64 {
        self.at(50)
    }

    /// The least that so many of a hundred do not exceed.
    pub(super) fn at(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or(f64::NAN)
    }

    /// The least and the greatest.
    pub(super) fn spread(&self) -> (f64, f64) {
        (self.at(0), self.at(100))
    }
}

#[cfg(test)]
mod tests {
    use super::Series;

    fn series(numbers: impl IntoIterator<Item = u32>) -> Option<Series> {
        Series::of(numbers.into_iter().map(f64::from).collect())
    }

    fn is(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-9, "{one} is not {other}");
    }

    #[test]
    fn the_middle_and_the_ends_are_numbers_of_the_series() {
        let five = series([9, 1, 5, 3, 7]).unwrap();
        is(five.median(), 5.0);
        is(five.spread().0, 1.0);
        is(five.spread().1, 9.0);
    }

    #[test]
    fn ninety_five_of_a_hundred_do_not_exceed_the_95th() {
        is(series(1..=100).unwrap().at(95), 95.0);
        is(series([4]).unwrap().at(95), 4.0);
    }

    #[test]
    fn nothing_is_no_series() {
        assert!(series([]).is_none());
    }
}
