//! What is new about a person: the journey as it is now beside what was told before on this device.
//! Plain functions; what was told is kept sealed, so that each piece of news is told once.

use contract::board::{Board, ClockKind, Journey, PhotoState, ProofState};
use contract::id::PhotoId;
use contract::news::WhatIsNew;
use contract::policy::Policy;
use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};
use serde::{Deserialize, Serialize};

/// What was told about a person on this device, or was there before anything was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Told {
    /// The photo that was returned last.
    photo: Option<PhotoId>,
    /// The proof that was issued last.
    proof: Option<ToldProof>,
    /// Clocks that were about to run out, and those days have not passed.
    clocks: Vec<ToldClock>,
    /// Messages of officers that were not read.
    unread_messages: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ToldProof {
    became_resident_on: Date,
    on: Date,
}

/// A clock, and at how many days left it was told last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ToldClock {
    kind: ClockKind,
    ends_on: Date,
    days: u16,
}

/// What is new about a person, and what has then been told. Whom nothing was told about yet, nothing
/// is new about: what there is was there before.
pub(crate) fn whats_new(
    told: Option<&Told>,
    journey: &Journey,
    today: Date,
    policy: &Policy,
) -> (Vec<WhatIsNew>, Told) {
    let former = told.cloned().unwrap_or_default();
    let mut now = former.clone();
    if let PhotoState::Returned { photo, .. } = journey.photo {
        now.photo = Some(photo);
    }
    if let ProofState::Issued { became_resident_on, on } = journey.proof {
        now.proof = Some(ToldProof { became_resident_on, on });
    }
    now.unread_messages = journey.unread_messages;
    let runs_out = now.note_clocks(journey, today, policy);
    if told.is_none() {
        return (Vec::new(), now);
    }
    let news = [
        (WhatIsNew::PhotoReturned, now.photo != former.photo),
        (WhatIsNew::ProofReady, now.proof != former.proof),
        (WhatIsNew::ClockRunsOut, runs_out),
        (WhatIsNew::Message, now.unread_messages > former.unread_messages),
    ];
    (news.into_iter().filter(|(_, is_new)| *is_new).map(|(what, _)| what).collect(), now)
}

/// The same where the portal was not reached: clocks run on, and nothing else is known.
pub(crate) fn whats_new_meanwhile(
    told: &Told,
    journey: &Journey,
    today: Date,
    policy: &Policy,
) -> (Vec<WhatIsNew>, Told) {
    let mut now = told.clone();
    let runs_out = now.note_clocks(journey, today, policy);
    (runs_out.then_some(WhatIsNew::ClockRunsOut).into_iter().collect(), now)
}

impl Told {
    /// That so many messages were there.
    #[cfg(test)]
    pub(crate) fn of_messages(unread_messages: u32) -> Self {
        Self { unread_messages, ..Self::default() }
    }

    /// Notes which clocks are about to run out; says whether any of it was not told before.
    fn note_clocks(&mut self, journey: &Journey, today: Date, policy: &Policy) -> bool {
        let mut runs_out = false;
        for clock in &journey.clocks {
            if let Some(days) = step(clock.kind, days_left(clock.ends_on, today), policy) {
                runs_out |= self.note_clock(clock.kind, clock.ends_on, days);
            }
        }
        self.clocks.retain(|clock| clock.ends_on >= today);
        runs_out
    }

    /// Notes that a clock has come to so many days; says whether that was not told before.
    fn note_clock(&mut self, kind: ClockKind, ends_on: Date, days: u16) -> bool {
        let known = self.clocks.iter_mut().find(|it| it.kind == kind && it.ends_on == ends_on);
        match known {
            Some(known) if known.days <= days => return false,
            Some(known) => known.days = days,
            None => self.clocks.push(ToldClock { kind, ends_on, days }),
        }
        true
    }
}

fn days_left(ends_on: Date, today: Date) -> i64 {
    today.duration_until(ends_on).as_hours() / 24
}

/// At how many days left a clock is told that has so many; nothing while that is early, and once it
/// has run out.
fn step(kind: ClockKind, left: i64, policy: &Policy) -> Option<u16> {
    let told = match kind {
        ClockKind::TemporaryPassword => policy.temporary_password_told_days,
        ClockKind::ProofDownload => policy.proof_download_told_days,
        ClockKind::CardClaim => policy.card_claim_told_days,
    };
    let reached = told.iter().copied().filter(|days| left <= i64::from(*days));
    if left < 0 { None } else { reached.min() }
}

/// Today in the household's time zone, as far as a board tells that was read at `as_of`: later, so
/// many whole days have passed.
pub(crate) fn today(board: &Board, as_of: Timestamp, now: Timestamp) -> Date {
    let passed = now.duration_since(as_of).max(SignedDuration::ZERO).as_hours() / 24;
    let later = Span::new().try_days(passed).and_then(|days| board.today.checked_add(days));
    later.unwrap_or(board.today)
}

#[cfg(test)]
mod tests;
