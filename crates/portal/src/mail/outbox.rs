//! Delivers the mails that are due, over and over until it is told to stop.

use super::{Letter, Mailer, Outgoing, compose};
use crate::clock::Clock;
use crate::store::Store;
use lettre::message::Mailbox;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often the store is asked for mails that are due.
const EVERY: Duration = Duration::from_millis(500);
/// Mails that are taken from the store at a time.
const AT_A_TIME: u32 = 50;

/// Everything that delivering needs.
#[derive(Clone)]
pub struct Post {
    /// Where mails wait.
    pub store: Arc<dyn Store>,
    /// Where they go.
    pub mailer: Arc<dyn Mailer>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Who they are from.
    pub from: Mailbox,
}

impl Post {
    /// Delivers until `stop` changes. What fails is tried again at the next round.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        loop {
            if let Err(reason) = self.round().await {
                tracing::warn!(%reason, "mail waits");
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = stop.changed() => return,
            }
        }
    }

    /// Delivers what is due now; how many mails that were.
    ///
    /// # Errors
    /// The first reason for which a mail stayed; the others were tried all the same.
    pub async fn round(&self) -> Result<usize, Box<dyn std::error::Error + Send + Sync>> {
        let now = self.clock.now();
        let mut delivered = 0;
        let mut failed = None;
        for due in self.store.due_mails(now, AT_A_TIME).await? {
            let letter = Letter { id: due.id, to: &due.to, notice: &due.notice, at: due.due_at };
            match self.send(&letter).await {
                // Marked after the delivery: a crash in between delivers the mail again.
                Ok(()) => {
                    self.store.mail_delivered(due.id, self.clock.now()).await?;
                    delivered += 1;
                }
                Err(reason) => failed = Some(reason),
            }
        }
        failed.map_or(Ok(delivered), Err)
    }

    async fn send(
        &self,
        letter: &Letter<'_>,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let mail =
            Outgoing { id: letter.id, due_at: letter.at, message: compose(letter, &self.from)? };
        Ok(self.mailer.deliver(&mail).await?)
    }
}
