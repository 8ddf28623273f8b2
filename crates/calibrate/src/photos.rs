//! Calibration of the photo's examination: real portraits framed as photos, good and changed in one
//! way each, and drawn ones where no photograph shows a fault. What the examination measures on them
//! becomes `docs/photo-calibration.md`, and the good ones' measures a record that a test of the
//! `photo` crate holds the thresholds to.

pub mod change;
pub mod drawn;
pub mod figures;
pub mod groups;
pub mod page;
pub mod record;
pub mod see;
pub mod take;

use crate::failure::Failure;
use change::Change;
use rayon::prelude::*;
use see::Seen;
use std::path::Path;
use take::Sitter;

/// Everything that was seen.
pub struct Sight {
    /// The people of the real portraits.
    pub sitters: Vec<Sitter>,
    /// Each one's photo as it is.
    pub good: Vec<Seen>,
    /// Each one's photo changed in one way; the same order, for every change.
    pub changed: Vec<(Change, Vec<Seen>)>,
    /// Drawn photos with nothing wrong.
    pub drawn_good: Vec<Seen>,
    /// Drawn photos with one fault each, by fault.
    pub drawn: Vec<(drawn::Fault, Vec<Seen>)>,
}

/// The people of the real portraits, and what is seen of each one's photo as it is.
///
/// # Errors
/// A portrait cannot be read, or its photo cannot be examined at all.
pub fn good(folder: &Path) -> Result<(Vec<Sitter>, Vec<Seen>), Failure> {
    let sitters = take::sitters(folder)?;
    let good = seen(&sitters, Change::Nothing)?;
    Ok((sitters, good))
}

/// Makes all pictures and examines them. `tell` is told what was done, a line each.
///
/// # Errors
/// A portrait cannot be read, or its photo cannot be examined at all.
pub fn look(folder: &Path, tell: impl Fn(String)) -> Result<Sight, Failure> {
    let (sitters, good) = good(folder)?;
    tell(format!("{} portraits", sitters.len()));
    let mut changed = Vec::new();
    for change in Change::ALL {
        changed.push((change, seen(&sitters, change)?));
        tell(format!("{}: done", change.name()));
    }
    let drawn_good = drawn::seen(None);
    let drawn = drawn::Fault::ALL.into_iter().map(|fault| (fault, drawn::seen(Some(fault))));
    let drawn = drawn.collect();
    tell("drawn portraits: done".to_owned());
    Ok(Sight { sitters, good, changed, drawn_good, drawn })
}

fn seen(sitters: &[Sitter], change: Change) -> Result<Vec<Seen>, Failure> {
    sitters
        .par_iter()
        .map(|sitter| {
            let picture = take::read(&sitter.path)?;
            see::see(&change.apply(&picture, sitter), change.quality())
                .ok_or_else(|| Failure::odd(&sitter.path, "its photo cannot be examined"))
        })
        .collect()
}
