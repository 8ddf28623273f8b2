//! What is being done with each person's picture just now, and how much of it is done. Kept in
//! memory only, and told to whoever asks.

use super::Applicant;
use contract::id::PersonId;
use contract::picked::{PhotoProgress, PhotoStage};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is being done.
#[derive(Debug, Default)]
pub(super) struct Stages(Mutex<Running>);

#[derive(Debug, Default)]
struct Running {
    /// How many were begun so far.
    begun: u64,
    /// Those that run, by person and number.
    all: BTreeMap<(PersonId, u64), PhotoProgress>,
}

impl Stages {
    fn running(&self) -> MutexGuard<'_, Running> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn begin(&self, person: PersonId, stage: PhotoStage) -> Stage<'_> {
        let number = {
            let mut running = self.running();
            running.begun += 1;
            running.begun
        };
        let stage = Stage { stages: self, person, number, stage };
        stage.so_far(0, 0);
        stage
    }

    /// Of all that is being done with a person's picture, what was begun last.
    fn told(&self, person: PersonId) -> Option<PhotoProgress> {
        let running = self.running();
        let (_, progress) = running.all.range((person, 0)..=(person, u64::MAX)).next_back()?;
        Some(*progress)
    }
}

/// Something that is being done with a person's picture, for as long as this is held.
#[derive(Debug)]
pub struct Stage<'a> {
    stages: &'a Stages,
    person: PersonId,
    /// Tells it from any other one of the same person.
    number: u64,
    stage: PhotoStage,
}

impl Stage<'_> {
    /// Tells how much is done, in bytes or, of an examination, in stages; `total` is zero where that cannot be told.
    pub fn so_far(&self, done: u64, total: u64) {
        let progress = PhotoProgress { stage: self.stage, done: done.min(total), total };
        self.stages.running().all.insert((self.person, self.number), progress);
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        self.stages.running().all.remove(&(self.person, self.number));
    }
}

impl Applicant {
    /// What is being done with a person's picture just now, if anything.
    #[must_use]
    pub fn photo_progress(&self, person: PersonId) -> Option<PhotoProgress> {
        self.stages.told(person)
    }

    /// Tells that the file picked for a person is being read, for as long as the value is held.
    #[must_use]
    pub fn reading(&self, person: PersonId) -> Stage<'_> {
        self.stage(person, PhotoStage::Reading)
    }

    pub(super) fn stage(&self, person: PersonId, stage: PhotoStage) -> Stage<'_> {
        self.stages.begin(person, stage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u8) -> PersonId {
        PersonId::new(1_790_000_000_000, [number; 10])
    }

    #[test]
    fn what_is_done_is_told_while_it_is_done() {
        let stages = Stages::default();
        let told = || stages.told(person(1));
        assert_eq!(told(), None);
        let stage = stages.begin(person(1), PhotoStage::Sending);
        assert_eq!(told(), Some(PhotoProgress { stage: PhotoStage::Sending, done: 0, total: 0 }));
        stage.so_far(3, 9);
        assert_eq!(told(), Some(PhotoProgress { stage: PhotoStage::Sending, done: 3, total: 9 }));
        stage.so_far(10, 9);
        assert_eq!(told().map(|told| told.done), Some(9), "never more than there is");
        assert_eq!(stages.told(person(2)), None, "it is another one's");
        drop(stage);
        assert_eq!(told(), None);
    }

    #[test]
    fn what_ends_leaves_what_still_runs() {
        let stages = Stages::default();
        let told = || stages.told(person(1)).map(|told| (told.stage, told.done));
        let sending = stages.begin(person(1), PhotoStage::Sending);
        sending.so_far(3, 9);
        let examining = stages.begin(person(1), PhotoStage::Examining);
        assert_eq!(told(), Some((PhotoStage::Examining, 0)), "the last that was begun");
        sending.so_far(5, 9);
        drop(examining);
        assert_eq!(told(), Some((PhotoStage::Sending, 5)));
        let again = stages.begin(person(1), PhotoStage::Sending);
        drop(sending);
        assert_eq!(told(), Some((PhotoStage::Sending, 0)), "of the same kind, but its own");
        drop(again);
        assert_eq!(told(), None);
    }
}
