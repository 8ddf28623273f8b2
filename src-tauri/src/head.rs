//! The applicant's head, opened once, beside the window: secret store and database are ready by the
//! time that the first page asks, and a secret store that asks for its password holds no window back.

use crate::secrets::SystemSecrets;
use applicant::{Applicant, Setting, SystemClock};
use contract::{Code, Problem};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::OnceCell;

/// The head behind the commands.
pub(crate) struct Head {
    setting: Setting,
    applicant: Arc<OnceCell<Applicant>>,
    sends: Arc<AtomicBool>,
}

impl Head {
    pub(crate) fn new(setting: Setting) -> Self {
        Self { setting, applicant: Arc::default(), sends: Arc::default() }
    }

    /// Begins to open it and does not wait for it. What goes wrong is told to the first command,
    /// which tries again.
    pub(crate) fn open_ahead(&self) {
        let (setting, applicant) = (self.setting.clone(), Arc::clone(&self.applicant));
        let sends = Arc::clone(&self.sends);
        tauri::async_runtime::spawn(async move {
            match applicant.get_or_try_init(|| open(setting)).await {
                Ok(_) => send_what_waits(&applicant, &sends),
                Err(problem) => {
                    tracing::warn!(code = %problem.code, "nothing could be opened beside the window");
                }
            }
        });
    }

    /// Begins to read what the board that was just read may have changed, and does not wait for it.
    pub(crate) fn keep_up(&self) {
        let applicant = Arc::clone(&self.applicant);
        tauri::async_runtime::spawn(async move {
            if let Some(applicant) = applicant.get() {
                applicant.keep_up().await;
            }
        });
    }

    /// The head. Where it could not be opened, the next call tries again.
    pub(crate) async fn applicant(&self) -> Result<&Applicant, Problem> {
        let opened = self.applicant.get_or_try_init(|| open(self.setting.clone())).await?;
        send_what_waits(&self.applicant, &self.sends);
        Ok(opened)
    }
}

/// Sends what waits for as long as the app runs, once it is opened.
fn send_what_waits(applicant: &Arc<OnceCell<Applicant>>, sends: &AtomicBool) {
    if sends.swap(true, Ordering::Relaxed) {
        return;
    }
    let applicant = Arc::clone(applicant);
    tauri::async_runtime::spawn(async move {
        if let Some(applicant) = applicant.get() {
            applicant.run_outbox().await;
        }
    });
}

async fn open(setting: Setting) -> Result<Applicant, Problem> {
    let opened = tauri::async_runtime::spawn_blocking(move || {
        let secrets = Arc::new(SystemSecrets::new(setting.demonstration));
        Applicant::open(setting, secrets, Arc::new(SystemClock))
    });
    opened.await.map_err(|_| Problem::new(Code::Internal))?
}
