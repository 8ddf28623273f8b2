//! What is being done with each person's picture just now, and how much of it is done. Kept in
//! memory only, and told to whoever asks.

use super::Applicant;
use contract::id::PersonId;
use contract::picked::{PhotoProgress, PhotoStage};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is being done, by person.
#[derive(Debug, Default)]
pub(super) struct Stages(Mutex<HashMap<PersonId, PhotoProgress>>);

impl Stages {
    fn all(&self) -> MutexGuard<'_, HashMap<PersonId, PhotoProgress>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Something that is being done with a person's picture, for as long as this is held.
#[derive(Debug)]
pub struct Stage<'a> {
    stages: &'a Stages,
    person: PersonId,
    stage: PhotoStage,
}

impl Stage<'_> {
    /// Tells how much is done, in bytes; `total` is zero where that cannot be told.
    pub fn so_far(&self, done: u64, total: u64) {
        let progress = PhotoProgress { stage: self.stage, done: done.min(total), total };
        self.stages.all().insert(self.person, progress);
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        self.stages.all().remove(&self.person);
    }
}

impl Applicant {
    /// What is being done with a person's picture just now, if anything.
    #[must_use]
    pub fn photo_progress(&self, person: PersonId) -> Option<PhotoProgress> {
        self.stages.all().get(&person).copied()
    }

    /// Tells that the file picked for a person is being read, for as long as the value is held.
    #[must_use]
    pub fn reading(&self, person: PersonId) -> Stage<'_> {
        self.stage(person, PhotoStage::Reading)
    }

    pub(super) fn stage(&self, person: PersonId, stage: PhotoStage) -> Stage<'_> {
        let stage = Stage { stages: &self.stages, person, stage };
        stage.so_far(0, 0);
        stage
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_told_while_it_is_done() {
        let stages = Stages::default();
        let person = PersonId::new(1_790_000_000_000, [1; 10]);
        let told = || stages.all().get(&person).copied();
        let stage = Stage { stages: &stages, person, stage: PhotoStage::Sending };
        assert_eq!(told(), None);
        stage.so_far(3, 9);
        assert_eq!(told(), Some(PhotoProgress { stage: PhotoStage::Sending, done: 3, total: 9 }));
        stage.so_far(10, 9);
        assert_eq!(told().map(|told| told.done), Some(9), "never more than there is");
        drop(stage);
        assert_eq!(told(), None);
    }
}
