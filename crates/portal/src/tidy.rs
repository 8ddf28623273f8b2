//! Forgetting in time: has the store forget what is no longer needed, and removes the pictures that
//! go with it. What has to go and when is the store's to say; nothing is decided here.

use crate::officer::Office;
use crate::pictures::Pictures;
use crate::store::Store;
use std::time::Duration;
use tokio::sync::watch;

/// How often what is no longer needed is forgotten.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Tidies up at once and then every hour, until it is stopped.
pub(crate) async fn run(office: Office, pictures: Pictures, mut stopped: watch::Receiver<bool>) {
    loop {
        match office.store.sweep(office.clock.now()).await {
            // Forgotten first: where this ends in between, they are strays at the next start.
            Ok(objects) => pictures.remove(objects).await,
            Err(error) => tracing::warn!(%error, "what is no longer needed stays for now"),
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stopped.changed() => return,
        }
    }
}

/// Removes pictures that nothing in the store needs. Only while none can arrive: one that has just
/// arrived is not noted yet.
///
/// # Errors
/// Where the pictures cannot be listed or the store fails.
pub(crate) async fn strays(
    pictures: &Pictures,
    store: &dyn Store,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    for object in pictures.all().await? {
        if !store.needs_object(&object).await? {
            pictures.remove(vec![object]).await;
        }
    }
    Ok(())
}
