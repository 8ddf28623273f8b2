//! What waits to be sent: handing it over, looking at it, holding it back, taking it back. What is
//! handed over is on disk before anything goes out, and is sent by whoever comes first: the page
//! that waits for it, or the passes in `delivering`. A declaration never waits.

mod delivering;
mod sending;

use super::Applicant;
use super::session::Session;
use crate::outbox::{Event, Kind, State, told};
use crate::ports::new_key;
use crate::store::{New, Received};
use contract::address::GiveAddress;
use contract::draft::{Draft, DraftKey, MessageDraft};
use contract::id::{IdempotencyKey, PersonId};
use contract::message::SendMessage;
use contract::outbox::{Act, Handed, Outbox, TakenBack, Waiting, WaitingState};
use contract::photo::{PhotoReceipt, SubmitPhoto};
use contract::receipt::Receipt;
use contract::{Code, Problem};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Notify, OwnedMutexGuard};

/// What of the outbox lives in memory only.
#[derive(Default)]
pub(super) struct Passes {
    /// The rows that are being sent, each by one at a time.
    slots: Mutex<HashMap<IdempotencyKey, Arc<tokio::sync::Mutex<()>>>>,
    /// Wakes whoever sends.
    wake: Notify,
}

/// The only one to send a row, for as long as it is held.
struct Slot<'a> {
    passes: &'a Passes,
    id: IdempotencyKey,
    guard: Option<OwnedMutexGuard<()>>,
}

impl Passes {
    fn of(&self, id: IdempotencyKey) -> Arc<tokio::sync::Mutex<()>> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(id).or_default())
    }

    fn is_busy(&self, id: IdempotencyKey) -> bool {
        let slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        slots.get(&id).is_some_and(|slot| slot.try_lock().is_err())
    }

    /// Waits until nobody else sends it.
    async fn slot(&self, id: IdempotencyKey) -> Slot<'_> {
        let guard = self.of(id).lock_owned().await;
        Slot { passes: self, id, guard: Some(guard) }
    }

    fn try_slot(&self, id: IdempotencyKey) -> Option<Slot<'_>> {
        let guard = self.of(id).try_lock_owned().ok()?;
        Some(Slot { passes: self, id, guard: Some(guard) })
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        self.guard = None;
        let mut slots = self.passes.slots.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.get(&self.id).is_some_and(|slot| Arc::strong_count(slot) == 1) {
            slots.remove(&self.id);
        }
    }
}

impl Applicant {
    /// Gives an address for one or more people: now where the portal answers, else as soon as it can
    /// be sent.
    ///
    /// # Errors
    /// `malformed` with fields; `sign_in_required`; whatever the portal refuses with for good;
    /// `disk_full`, `device_store_failed`.
    pub async fn give_address(&self, address: GiveAddress) -> Result<Handed<Receipt>, Problem> {
        let session = self.session()?;
        let address = address.check(&self.policy)?;
        for person in &address.people {
            self.must_act_for(*person)?;
        }
        let (now, id) = (self.clock.now(), new_key(self.clock.now())?);
        let account = session.account.to_string();
        let id = self
            .store(move |store| {
                let new = New {
                    id,
                    kind: Kind::Address,
                    people: &address.people,
                    draft: DraftKey::Address,
                    typed: None,
                    file: None,
                    former: Some("address"),
                    now,
                };
                store.queue(&account, &new, &address)
            })
            .await?;
        self.hand_over(&session, id).await.map(words)
    }

    /// Sends a message: now where the portal answers, else as soon as it can be sent.
    ///
    /// # Errors
    /// As [`Self::give_address`].
    pub async fn send_message(&self, message: SendMessage) -> Result<Handed<Receipt>, Problem> {
        let session = self.session()?;
        let SendMessage { person, message, key } = message;
        self.must_act_for(person)?;
        let (message, now) = (message.check(&self.policy)?, self.clock.now());
        let text = message.text.clone();
        let account = session.account.to_string();
        let id = self
            .store(move |store| {
                let new = New {
                    id: key,
                    kind: Kind::Message,
                    people: &[person],
                    draft: DraftKey::Message { person },
                    typed: Some(Draft::Message(MessageDraft { text, key: None })),
                    file: None,
                    former: None,
                    now,
                };
                store.queue(&account, &new, &message)
            })
            .await?;
        self.hand_over(&session, id).await.map(words)
    }

    /// Keeps a photo to be sent, its file before its submission.
    pub(super) async fn queue_photo(
        &self,
        session: &Session,
        person: PersonId,
        body: SubmitPhoto,
    ) -> Result<Handed<PhotoReceipt>, Problem> {
        let (now, id) = (self.clock.now(), new_key(self.clock.now())?);
        let account = session.account.to_string();
        let id = self
            .store(move |store| {
                let file = (IdempotencyKey(body.upload.0), serde_json::to_value(&body)?);
                let new = New {
                    id,
                    kind: Kind::Photo,
                    people: &[person],
                    draft: DraftKey::Photo { person },
                    typed: None,
                    file: Some(file),
                    former: Some(&crate::store::photo_of(person)),
                    now,
                };
                store.queue(&account, &new, &body)
            })
            .await?;
        match self.hand_over(session, id).await {
            Ok((_, Some(Received::Photo(receipt)))) => Ok(Handed::Sent { receipt }),
            Ok((waiting, _)) => Ok(Handed::Waits { waiting }),
            // Here and not at the portal.
            Err(problem) if problem.code == Code::NotFound && problem.status == 0 => {
                Err(super::submitting::missing("picture"))
            }
            Err(problem) => Err(problem),
        }
    }

    /// Sends what was just handed over, unless something else goes first, and tells what came of it.
    async fn hand_over(
        &self,
        session: &Session,
        id: IdempotencyKey,
    ) -> Result<(Box<Waiting>, Option<Received>), Problem> {
        self.row_happens(session, id, Event::SendNow).await?;
        self.advance(session, id).await?;
        let account = session.account.to_string();
        let Some(row) = self.outbox_row(session, id).await? else {
            let received = self.store(move |store| store.received(&account, id)).await?;
            // What it was made of was discarded meanwhile.
            let (received, sent) = received.ok_or(Code::NotFound)?;
            let state = WaitingState::Sending;
            let (what, queued_at) = (sent.what, sent.at);
            let waiting = Waiting {
                id,
                what,
                queued_at,
                text: None,
                may_have_arrived: false,
                mended: false,
                state,
            };
            return Ok((Box::new(waiting), Some(received)));
        };
        if row.standing.state == State::Stuck {
            // Told here and now, on the page where its draft is open.
            let problem = row.standing.problem.clone();
            self.store(move |store| store.take_back(&account, &row)).await?;
            return Err(problem.unwrap_or_else(|| Code::Internal.into()));
        }
        self.passes.wake.notify_one();
        let found = self.outbox().await?.waiting.into_iter().find(|waiting| waiting.id == id);
        let waiting = found.ok_or_else(|| Problem::new(Code::Internal))?;
        Ok((Box::new(waiting), None))
    }

    /// What waits of the account whose typing is kept, and what was sent while nobody looked.
    ///
    /// # Errors
    /// `sign_in_required`, and where this device's store fails.
    pub async fn outbox(&self) -> Result<Outbox, Problem> {
        let account = self.owner()?;
        let is_signed_in = self.session().is_ok();
        let (rows, texts, mended, sent) = self
            .store(move |store| {
                let rows = store.outbox(&account)?;
                let mut texts = HashMap::new();
                for row in rows.iter().filter(|row| row.kind == Kind::Message) {
                    let body = store.snapshot(&account, row).map(|snapshot| snapshot.body);
                    let text = |body: &Value| Some(body.get("text")?.as_str()?.to_owned());
                    texts.insert(row.id, body.ok().as_ref().and_then(text));
                }
                let mended = store.mended(&account, &rows)?;
                Ok((rows, texts, mended, store.unseen(&account)?))
            })
            .await?;
        let waiting = (0..rows.len()).filter_map(|at| {
            let row = &rows[at];
            Some(Waiting {
                id: row.id,
                what: row.what()?,
                queued_at: row.queued_at,
                text: texts.get(&row.id).cloned().flatten(),
                may_have_arrived: row.standing.unanswered,
                mended: mended.iter().any(|it| it.id == row.id),
                state: told(&rows, at, is_signed_in, |id| self.passes.is_busy(id)),
            })
        });
        Ok(Outbox { waiting: waiting.collect(), sent })
    }

    /// Does something with what waits, and tells what waits after it.
    ///
    /// # Errors
    /// `sign_in_required`, and where this device's store fails.
    pub async fn act_on_outbox(&self, act: Act) -> Result<Outbox, Problem> {
        match act {
            Act::Show => self.outbox().await,
            Act::Wake => {
                self.wake_outbox().await?;
                self.outbox().await
            }
            Act::SendNow { id } => self.send_now(id).await,
            Act::HoldBack { id } => self.hold_back(id).await,
            Act::LetGo { id } => self.let_go(id).await,
            Act::Seen { id } => self.seen_sent(id).await,
        }
    }

    /// Sends something now, and what goes before it. Gives what waits after that.
    ///
    /// # Errors
    /// `sign_in_required`, and where this device's store fails.
    pub async fn send_now(&self, id: IdempotencyKey) -> Result<Outbox, Problem> {
        let session = self.session()?;
        let rows = self.rows_of(&session).await?;
        if let Some(row) = rows.iter().find(|row| row.id == id) {
            for before in rows.iter().take_while(|before| before.id != id) {
                let is_first = before.people.iter().any(|person| row.people.contains(person));
                if is_first && before.standing.state == State::Waiting {
                    self.row_happens(&session, before.id, Event::SendNow).await?;
                    self.advance(&session, before.id).await?;
                }
            }
        }
        self.row_happens(&session, id, Event::SendNow).await?;
        self.advance(&session, id).await?;
        self.passes.wake.notify_one();
        self.outbox().await
    }

    /// Holds something back until its sender lets it go. What is on its way just now may arrive.
    ///
    /// # Errors
    /// `sign_in_required`, and where this device's store fails.
    pub async fn hold_back(&self, id: IdempotencyKey) -> Result<Outbox, Problem> {
        self.pressed(id, Event::Hold).await
    }

    /// Lets something go that was held back.
    ///
    /// # Errors
    /// `sign_in_required`, and where this device's store fails.
    pub async fn let_go(&self, id: IdempotencyKey) -> Result<Outbox, Problem> {
        self.pressed(id, Event::LetGo).await
    }

    async fn pressed(&self, id: IdempotencyKey, event: Event) -> Result<Outbox, Problem> {
        let account = self.owner()?;
        let now = self.clock.now();
        self.store(move |store| {
            let rows = store.outbox(&account)?;
            let row = rows.iter().find(|row| row.id == id);
            let pair = [row, row.and_then(|row| rows.iter().find(|it| Some(it.id) == row.parent))];
            for row in pair.into_iter().flatten() {
                if let Some(after) = row.standing.after(&event, now) {
                    store.put_standing(&account, row.id, &after)?;
                }
            }
            Ok(())
        })
        .await?;
        self.passes.wake.notify_one();
        self.outbox().await
    }

    /// Takes something back: it is a draft again, with nothing lost. What was sent without an answer
    /// may be there already: then the portal is asked first, under the same key, and what it has
    /// stays sent.
    ///
    /// # Errors
    /// `not_found` where it no longer waits; why the portal could not be asked;
    /// `sign_in_required`, and where this device's store fails.
    pub async fn withdraw(&self, id: IdempotencyKey) -> Result<TakenBack, Problem> {
        let owner = self.owner()?;
        if self.may_be_there(&owner, id).await? {
            let session = self.session()?;
            self.row_happens(&session, id, Event::SendNow).await?;
            self.advance(&session, id).await?;
        }
        let _slot = self.passes.slot(id).await;
        let now = self.clock.now();
        let done = self
            .store(move |store| {
                let Some(row) = store.outbox_row(&owner, id)? else {
                    return Ok(store.received(&owner, id)?.map(|(_, sent)| Ok(sent)));
                };
                if row.standing.after(&Event::Withdrawn, now).is_none() {
                    return Ok(Some(Err(row.standing.problem)));
                }
                // What is on its way with the file only is not there yet.
                store.take_back(&owner, &row)?;
                Ok(None)
            })
            .await?;
        match done {
            None => Ok(TakenBack::Back),
            Some(Ok(sent)) => Ok(TakenBack::Sent { sent }),
            Some(Err(problem)) => Err(problem.unwrap_or_else(|| Code::PortalUnreachable.into())),
        }
    }

    async fn may_be_there(&self, owner: &str, id: IdempotencyKey) -> Result<bool, Problem> {
        let owner = owner.to_owned();
        let row = self.store(move |store| store.outbox_row(&owner, id)).await?;
        Ok(self.passes.is_busy(id) || row.is_some_and(|row| row.standing.unanswered))
    }

    /// Its reader has seen that it was sent.
    ///
    /// # Errors
    /// `sign_in_required`, and where this device's store fails.
    pub async fn seen_sent(&self, id: IdempotencyKey) -> Result<Outbox, Problem> {
        let account = self.owner()?;
        self.store(move |store| store.note_seen(&account, id)).await?;
        self.outbox().await
    }
}

/// A receipt of words, or what waits.
fn words((waiting, received): (Box<Waiting>, Option<Received>)) -> Handed<Receipt> {
    match received {
        Some(Received::Words(receipt)) => Handed::Sent { receipt },
        _ => Handed::Waits { waiting },
    }
}
