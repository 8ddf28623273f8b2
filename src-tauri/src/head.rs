//! The applicant's head, opened once, beside the window: secret store and database are ready by the
//! time that the first page asks, and a secret store that asks for its password holds no window back.

use crate::secrets::SystemSecrets;
use crate::{news, setting};
use applicant::{Applicant, Setting, SystemClock};
use contract::{Code, Problem};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tauri::AppHandle;
use tokio::sync::{OnceCell, SetOnce};

/// The head behind the commands.
pub(crate) struct Head {
    setting: Setting,
    applicant: Arc<OnceCell<Applicant>>,
    beside: Arc<Beside>,
}

/// What goes on beside the commands, once it is opened.
#[derive(Default)]
struct Beside {
    runs: AtomicBool,
    /// The app around it, as soon as it stands.
    app: SetOnce<AppHandle>,
}

impl Head {
    pub(crate) fn new(setting: Setting) -> Self {
        Self { setting, applicant: Arc::default(), beside: Arc::default() }
    }

    /// Begins to open it and does not wait for it. What goes wrong is told to the first command,
    /// which tries again.
    pub(crate) fn open_ahead(&self) {
        let (setting, applicant) = (self.setting.clone(), Arc::clone(&self.applicant));
        let beside = Arc::clone(&self.beside);
        tauri::async_runtime::spawn(async move {
            match applicant.get_or_try_init(|| open(setting)).await {
                Ok(_) => run_beside(&applicant, &beside),
                Err(problem) => {
                    tracing::warn!(code = %problem.code, "nothing could be opened beside the window");
                }
            }
        });
    }

    /// Says what app it is in.
    pub(crate) fn is_shown_by(&self, app: &AppHandle) {
        // It is said once.
        let _ = self.beside.app.set(app.clone());
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
        run_beside(&self.applicant, &self.beside);
        Ok(opened)
    }
}

/// Sends what waits, asks for the board and tells news, for as long as the app runs.
fn run_beside(applicant: &Arc<OnceCell<Applicant>>, beside: &Arc<Beside>) {
    if beside.runs.swap(true, Ordering::Relaxed) {
        return;
    }
    let opened = Arc::clone(applicant);
    tauri::async_runtime::spawn(async move {
        if let Some(applicant) = opened.get() {
            applicant.run_outbox().await;
        }
    });
    let opened = Arc::clone(applicant);
    tauri::async_runtime::spawn(async move {
        if let Some(applicant) = opened.get() {
            applicant.run_refresh(setting::refresh_seconds()).await;
        }
    });
    let (opened, beside) = (Arc::clone(applicant), Arc::clone(beside));
    tauri::async_runtime::spawn(async move {
        let app = beside.app.wait().await;
        if let Some(applicant) = opened.get() {
            news::run(app, applicant).await;
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
