//! Building the app itself, for the commands that show or measure it.

use crate::failure::Outcome;
use crate::process::{cargo, succeed};
use crate::selection::APP_FEATURES;
use std::time::Duration;

/// Builds the app's program with the demonstration in it, and the portal's for its officer's side.
///
/// # Errors
/// The build fails or takes over 40 minutes.
pub(crate) fn build() -> Outcome {
    let packages = ["build", "--package", "landed", "--package", "portal", "--bins"];
    succeed(
        &mut cargo(packages.into_iter().chain(["--features", APP_FEATURES])),
        Duration::from_secs(40 * 60),
        "building the app",
    )
}
