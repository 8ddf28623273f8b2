//! Where a row of the outbox stands, and what each event makes of it: one table. That it is being
//! sent is not among it: that lives in memory only.

use contract::reply::passes_with_the_network;
use contract::{Code, Problem};
use jiff::Timestamp;

/// The states that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// For its next try.
    Waiting,
    /// Its sender holds it back.
    Held,
    /// Its account must sign in first.
    SignIn,
    /// The app is too old for the portal.
    Update,
    /// The portal refused it.
    Stuck,
    /// The file of a photo is there, and its submission can follow.
    Arrived,
    /// The portal has it. The row is gone, its receipt kept.
    Sent,
    /// It is a draft again. The row is gone.
    Back,
}

impl State {
    /// Every state.
    pub(crate) const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Held,
        Self::SignIn,
        Self::Update,
        Self::Stuck,
        Self::Arrived,
        Self::Sent,
        Self::Back,
    ];

    /// Its name in the store.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Held => "held",
            Self::SignIn => "sign_in",
            Self::Update => "update",
            Self::Stuck => "stuck",
            Self::Arrived => "arrived",
            Self::Sent => "sent",
            Self::Back => "back",
        }
    }

    /// Whether others of the same person wait until it has gone.
    pub(crate) const fn goes_first(self) -> bool {
        matches!(self, Self::Waiting | Self::Held | Self::SignIn | Self::Update)
    }
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Standing {
    /// Its state.
    pub(crate) state: State,
    /// How often it was tried.
    pub(crate) attempts: u32,
    /// Not tried before.
    pub(crate) next_try: Timestamp,
    /// Whether it may be there already: it was sent, and the portal has not said what became of it.
    pub(crate) unanswered: bool,
    /// What went wrong the last time.
    pub(crate) problem: Option<Problem>,
}

/// What happens to a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Event {
    /// Its first byte is about to go out.
    Begun,
    /// Nothing came of it for good; it is tried again.
    Again {
        /// When.
        at: Timestamp,
        /// Whether it may be there all the same.
        unanswered: bool,
        /// What went wrong.
        problem: Problem,
    },
    /// The session has ended. Whether it may be there already is as it was before this try.
    SessionEnded {
        /// Whether it may be there already.
        unanswered: bool,
    },
    /// The app is too old.
    TooOld {
        /// Whether it may be there already.
        unanswered: bool,
    },
    /// The portal refused it for good: it is not there.
    Refused(Problem),
    /// The portal's receipt is here.
    Received,
    /// All bytes of a file are there.
    Complete,
    /// The portal no longer has the bytes of a file.
    BytesMissing,
    /// Its sender holds it back.
    Hold,
    /// Its sender lets it go.
    LetGo,
    /// Its sender wants it sent now.
    SendNow,
    /// The network is back, or may be.
    NetworkBack,
    /// Its account signed in.
    SignedIn,
    /// Another version of the app was started.
    Renewed,
    /// Its sender takes it back.
    Withdrawn,
}

impl Standing {
    /// Just handed over.
    pub(crate) const fn queued(now: Timestamp) -> Self {
        Self { state: State::Waiting, attempts: 0, next_try: now, unanswered: false, problem: None }
    }

    /// Where it stands after an event at this time; nothing where the event does not concern it.
    pub(crate) fn after(&self, event: &Event, now: Timestamp) -> Option<Self> {
        use State::{Arrived, Back, Held, Sent, SignIn, Stuck, Update, Waiting};
        let to = |state| Some(Self { state, ..self.clone() });
        let due = || Some(Self { state: Waiting, next_try: now, ..self.clone() });
        match (self.state, event) {
            (Waiting, Event::Begun) => Some(Self { unanswered: true, ..self.clone() }),
            (Waiting | Held, Event::Again { at, unanswered, problem }) => Some(Self {
                state: self.state,
                attempts: self.attempts.saturating_add(1),
                next_try: *at,
                unanswered: *unanswered,
                problem: Some(problem.clone()),
            }),
            (Waiting, Event::SessionEnded { unanswered }) => {
                Some(Self { state: SignIn, unanswered: *unanswered, ..self.clone() })
            }
            (Waiting, Event::TooOld { unanswered }) => Some(Self {
                state: Update,
                unanswered: *unanswered,
                problem: Some(Code::UpdateRequired.into()),
                ..self.clone()
            }),
            // Held back while it was on its way.
            (Held, Event::SessionEnded { unanswered } | Event::TooOld { unanswered }) => {
                Some(Self { unanswered: *unanswered, ..self.clone() })
            }
            (Waiting | Held | SignIn | Update, Event::Refused(problem)) => Some(Self {
                state: Stuck,
                unanswered: false,
                problem: Some(problem.clone()),
                ..self.clone()
            }),
            (Waiting | Held | SignIn | Update, Event::Received) => to(Sent),
            (Waiting | Held | SignIn | Update, Event::Complete) => to(Arrived),
            (Arrived, Event::BytesMissing) => Some(Self::queued(now)),
            (Waiting | SignIn | Update, Event::Hold) => to(Held),
            (Held, Event::LetGo | Event::SendNow)
            | (Waiting | Update, Event::SendNow)
            | (SignIn, Event::SignedIn)
            | (Update, Event::Renewed) => due(),
            (Waiting, Event::NetworkBack) => {
                let problem = self.problem.as_ref()?;
                if passes_with_the_network(problem.code) { due() } else { None }
            }
            (Waiting | Held | SignIn | Update, Event::Withdrawn) if !self.unanswered => to(Back),
            (Stuck, Event::Withdrawn) => to(Back),
            _ => None,
        }
    }
}
