//! The estimate of a new password, in a worker with a program of its own: whoever chooses no password
//! never loads it, and typing stays quick. What is typed goes to the worker and no further. Where the
//! program cannot be had, nothing is estimated, and the next question tries again.

use super::worker::Place;
use contract::{Code, Problem};

/// The worker, once a password was typed.
pub(super) struct Estimator(Place);

impl Default for Estimator {
    fn default() -> Self {
        Self(Place::of("estimator"))
    }
}

impl Estimator {
    /// How hard a password is to guess.
    ///
    /// # Errors
    /// `internal` where no worker can be had; `portal_unreachable` where the program does not come, or
    /// a newer question takes the place of this one.
    pub(super) async fn ask(&self, password: &str, own: &str) -> Result<String, Problem> {
        let (worker, _) = self.0.worker()?;
        // Of a password that was changed meanwhile nobody wants to know.
        worker.wait_for_nothing();
        let answer = worker.ask([password.into(), own.into()], None)?;
        let told = answer.await.map_err(|_| Code::PortalUnreachable)?;
        told.get(1).as_string().ok_or_else(|| {
            self.0.let_go();
            Code::PortalUnreachable.into()
        })
    }
}
