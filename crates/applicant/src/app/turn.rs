//! Whose turn it is with a person's picture: no other one takes its place while it is submitted, and
//! it is not submitted while another one takes its place. In this process only.

use contract::id::PersonId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OwnedMutexGuard;

/// The turns, by person.
#[derive(Debug, Default)]
pub(super) struct Turns(Mutex<HashMap<PersonId, Arc<tokio::sync::Mutex<()>>>>);

impl Turns {
    /// Waits for the turn with a person's picture; it lasts as long as the value is held. Nobody
    /// holds it longer than one call of the portal takes.
    pub(super) async fn of(&self, person: PersonId) -> OwnedMutexGuard<()> {
        let turn = {
            let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(turns.entry(person).or_default())
        };
        turn.lock_owned().await
    }
}
