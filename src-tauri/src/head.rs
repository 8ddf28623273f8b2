//! The applicant's head, opened once, when the first command asks: the window is up by then, and a
//! secret store that asks for its password does not hold it back.

use crate::secrets::SystemSecrets;
use applicant::{Applicant, Setting, SystemClock};
use contract::{Code, Problem};
use std::sync::Arc;
use tokio::sync::OnceCell;

/// The head behind the commands.
pub(crate) struct Head {
    setting: Setting,
    applicant: OnceCell<Applicant>,
}

impl Head {
    pub(crate) fn new(setting: Setting) -> Self {
        Self { setting, applicant: OnceCell::new() }
    }

    /// The head. Where it could not be opened, the next call tries again.
    pub(crate) async fn applicant(&self) -> Result<&Applicant, Problem> {
        self.applicant.get_or_try_init(|| open(self.setting.clone())).await
    }
}

async fn open(setting: Setting) -> Result<Applicant, Problem> {
    let opened = tauri::async_runtime::spawn_blocking(move || {
        let secrets = Arc::new(SystemSecrets::new(setting.demonstration));
        Applicant::open(setting, secrets, Arc::new(SystemClock))
    });
    opened.await.map_err(|_| Problem::new(Code::Internal))?
}
