//! One chunk at a time for each person: however many are sent at once, what is held, written and
//! examined for somebody at a moment is bounded.
//!
//! A phone that changes its network leaves a connection behind on which nothing comes any more, and
//! goes on at once on another. So whoever comes second waits a little, and a body on which nothing
//! came for a while gives way to it. A sender who is sending is never disturbed.

use axum::body::{Body, BodyDataStream};
use contract::id::PersonId;
use futures_util::{StreamExt, stream};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, OwnedMutexGuard};
use tokio::time::{Instant, timeout};

/// How long one waits for another's turn to end.
const PATIENCE: Duration = Duration::from_secs(4);
/// After so long without a byte, a body gives way.
const SILENT: Duration = Duration::from_secs(1);
/// How often a body is asked to.
const ASKING: Duration = Duration::from_millis(200);

/// For whom a chunk is taken in at this moment.
#[derive(Clone, Default)]
pub(crate) struct Turns(Arc<Mutex<HashMap<PersonId, Arc<Place>>>>);

#[derive(Default)]
struct Place {
    taken: Arc<tokio::sync::Mutex<()>>,
    asked: Notify,
}

/// A turn, over when this is dropped.
pub(super) struct Turn {
    turns: Turns,
    person: PersonId,
    place: Arc<Place>,
    _taken: OwnedMutexGuard<()>,
}

impl Turns {
    /// A turn for a person; nothing where another one does not end in time.
    pub(super) async fn take(&self, person: PersonId) -> Option<Turn> {
        let place = Arc::clone(self.lock().entry(person).or_default());
        let end = Instant::now() + PATIENCE;
        loop {
            if let Ok(taken) = timeout(ASKING, Arc::clone(&place.taken).lock_owned()).await {
                return Some(Turn { turns: self.clone(), person, place, _taken: taken });
            }
            if Instant::now() > end {
                return None;
            }
            place.asked.notify_waiters();
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PersonId, Arc<Place>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    /// The same body; where nothing came for a while and somebody else waits, it breaks off.
    pub(super) fn until_asked(&self, body: BodyDataStream) -> BodyDataStream {
        let place = Arc::clone(&self.place);
        let pieces = stream::unfold((body, place), |(mut body, place)| async move {
            let since = Instant::now();
            loop {
                tokio::select! {
                    piece = body.next() => return piece.map(|piece| (piece, (body, place))),
                    () = place.asked.notified() => {
                        if since.elapsed() >= SILENT {
                            let gone = axum::Error::new("another chunk came on another connection");
                            return Some((Err(gone), (body, place)));
                        }
                    }
                }
            }
        });
        Body::from_stream(pieces).into_data_stream()
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut places = self.turns.lock();
        // In the table and here; whoever waits has it, too.
        if Arc::strong_count(&self.place) == 2 {
            places.remove(&self.person);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret;
    use bytes::Bytes;

    fn ids() -> [PersonId; 2] {
        [1, 2].map(|number| PersonId(secret::new_id(number).expect("an id")))
    }

    #[tokio::test]
    async fn a_person_has_one_turn_at_a_time() {
        let turns = Turns::default();
        let [one, other] = ids();
        let first = turns.take(one).await;
        assert!(first.is_some() && turns.take(one).await.is_none());
        assert!(turns.take(other).await.is_some());
        drop(first);
        assert!(turns.take(one).await.is_some());
        assert!(turns.lock().is_empty(), "nobody is remembered");
    }

    #[tokio::test]
    async fn a_silent_body_gives_way_and_a_live_one_does_not() {
        let turns = Turns::default();
        let [one, other] = ids();
        let silent = Body::from_stream(stream::pending::<Result<Bytes, axum::Error>>());
        let turn = turns.take(one).await.expect("a turn");
        let mut silent = turn.until_asked(silent.into_data_stream());
        let reading = tokio::spawn(async move {
            let broken = silent.next().await.expect("something").is_err();
            drop(turn);
            broken
        });
        assert!(turns.take(one).await.is_some(), "it gave way");
        assert!(reading.await.expect("no panic"));

        let pieces = stream::unfold((), |()| async {
            tokio::time::sleep(SILENT / 2).await;
            Some((Ok::<_, axum::Error>(Bytes::from_static(b"piece")), ()))
        });
        let turn = turns.take(other).await.expect("a turn");
        let mut live = turn.until_asked(Body::from_stream(pieces).into_data_stream());
        let reading = tokio::spawn(async move {
            for _ in 0..12 {
                assert!(live.next().await.expect("a piece").is_ok());
            }
            drop(turn);
        });
        assert!(turns.take(other).await.is_none(), "who sends is not disturbed");
        reading.await.expect("no piece was lost");
    }
}
