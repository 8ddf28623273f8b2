//! Building the app itself, for the commands that show or measure it.

use crate::failure::Outcome;
use crate::process::{cargo, succeed};
use crate::selection::APP_FEATURES;
use std::time::Duration;

/// Builds the app's program with the demonstration in it.
///
/// # Errors
/// The build fails or takes over 40 minutes.
pub(crate) fn build() -> Outcome {
    let arguments = ["build", "--package", "landed", "--bins", "--features", APP_FEATURES];
    succeed(&mut cargo(arguments), Duration::from_secs(40 * 60), "building the app")
}
