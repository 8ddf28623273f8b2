//! The measures of the good photos as a table of numbers, which a test of the `photo` crate holds
//! the thresholds to where the portraits themselves are absent. No picture and no place of a point
//! is in it.

use super::see::Seen;
use super::take::Sitter;
use photo::examine::{Threshold, thresholds};
use std::fmt::Write;

/// The table: a line for each photo, a column for each measure that has a threshold.
pub fn csv(sitters: &[Sitter], good: &[Seen]) -> String {
    let mut measures: Vec<&str> =
        thresholds().into_iter().map(|of: &Threshold| of.measure).collect();
    measures.sort_unstable();
    measures.dedup();
    let mut table = format!("set,group,gender,warnings,{}\n", measures.join(","));
    for (sitter, seen) in sitters.iter().zip(good) {
        let warnings: Vec<String> = seen
            .findings
            .iter()
            .map(|(reason, severity)| format!("{}:{}", reason.as_str(), severity.as_str()))
            .collect();
        let _ = write!(
            table,
            "{},{},{},{}",
            sitter.set,
            sitter.group,
            sitter.gender,
            warnings.join(" ")
        );
        for measure in &measures {
            let value = seen.measures.get(*measure);
            let _ = write!(table, ",{}", value.map(f64::to_string).unwrap_or_default());
        }
        table.push('\n');
    }
    table
}
