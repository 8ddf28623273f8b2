//! Building the app itself, for the commands that show or measure it.

use crate::failure::Outcome;
use crate::process::{cargo, succeed};
use crate::selection::NATIVE;
use std::time::Duration;

/// Builds the app's program with the demonstration in it, and the portal's for its officer's side.
///
/// # Errors
/// The build fails or takes over 40 minutes.
pub(crate) fn build() -> Outcome {
    let programs = ["--bin", "landed", "--bin", "landed-portal"];
    succeed(
        &mut cargo(["build"].into_iter().chain(NATIVE).chain(programs)),
        Duration::from_secs(40 * 60),
        "building the app",
    )
}

/// Builds the portal's program alone: without a window, the app's toolkit is not needed.
///
/// # Errors
/// The build fails or takes over 40 minutes.
pub(crate) fn build_portal() -> Outcome {
    succeed(
        &mut cargo(["build"].into_iter().chain(NATIVE).chain(["--bin", "landed-portal"])),
        Duration::from_secs(40 * 60),
        "building the portal",
    )
}
