//! Whether the camera says that the photo was taken more than twelve months ago (IRCC's rule).
//! Never strong: cameras' clocks are wrong, and copies keep other days. The age is told in days;
//! what it is held to is the same day of the year before.

use crate::examine::report::Report;
use crate::examine::scene::Scene;
use crate::examine::threshold::{Basis, Bound, Threshold};
use contract::examination::Unit;
use contract::photo::Reason;
use jiff::ToSpan;

/// How old it is.
pub(super) static AGE: Threshold = Threshold {
    reason: Reason::TooOld,
    measure: "age_days",
    unit: Unit::Days,
    bound: Bound::AtMost { mild: 365.0, strong: f64::INFINITY },
    basis: Basis::Rule,
    formula: "days from the day in the file's metadata to today; over twelve months by the calendar",
};

pub(super) fn judge(scene: &Scene<'_>, report: &mut Report) {
    let taken = scene.options.origin.and_then(|origin| origin.taken_on);
    let (Some(taken), Some(today)) = (taken, scene.options.today) else { return };
    let Ok(age) = taken.until(today) else { return };
    let days = f64::from(age.get_days());
    // Twelve months may have 366 days.
    if today.checked_sub(1.year()).is_ok_and(|earliest| taken < earliest) {
        report.hold(&AGE, days, Vec::new);
    } else {
        report.measure(AGE.measure, days);
    }
}
