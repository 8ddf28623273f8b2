//! What crosses between the UI and its host: the shell's commands in the app, the same use cases
//! called directly in browsers.

use crate::account::SessionView;
use crate::board::Board;
use crate::id::AccountId;
use crate::picked::PickedPhoto;
use crate::{Code, Language};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How the interface is shown, as its reader chose. Kept by the host.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language, where one was chosen.
    pub language: Option<Language>,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// The size of letters.
    pub text_size: TextSize,
    /// Whether the system shows that there is news while the app is not looked at.
    pub notifications: Notifications,
}

/// Whether the system shows that there is news. In browsers nothing does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notifications {
    /// It does.
    #[default]
    On,
    /// It does not; the app tells when it is looked at.
    Off,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The size of letters, on top of what the system and the browser say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// As designed.
    #[default]
    Standard,
    /// A quarter larger.
    Large,
    /// Half as large again.
    Largest,
}

/// How much of a session is left, by the portal's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionTime {
    /// Seconds until it ends if nothing is done.
    pub seconds_left: u32,
    /// Whether it can be extended: not when it ends in any case, nor too often.
    pub can_be_extended: bool,
}

impl SessionTime {
    /// What is left of a session when its view was made.
    #[must_use]
    pub fn of(view: &SessionView) -> Self {
        let left = |end: Timestamp| end.duration_since(view.now).as_secs().max(0);
        let (idle, absolute) = (left(view.idle_ends_at), left(view.ends_at));
        Self {
            seconds_left: u32::try_from(idle.min(absolute)).unwrap_or(u32::MAX),
            can_be_extended: view.extensions_left > 0 && idle < absolute,
        }
    }
}

/// What the UI needs to show its first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The language that was chosen, else the system's, else English.
    pub language: Language,
    /// How the interface is shown.
    #[serde(default)]
    pub settings: Settings,
    /// Whose session is kept on this device, if there is one.
    pub signed_in: Option<AccountId>,
    /// The page that was open last, if it is still to be shown.
    pub path: Option<String>,
    /// Whether drafts are kept on this device.
    pub keeping: Keeping,
    /// Something that happened to what was kept on this device and that its user must know.
    #[serde(default)]
    pub notice: Option<Code>,
    /// The app's version.
    pub version: String,
    /// Whether this is the demonstration with its own portal.
    pub demonstration: bool,
}

/// Whether what is typed outlives the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keeping {
    /// Yes: encrypted, with the key in the system's secret store.
    OnDevice,
    /// Yes, by the portal and under the account: this is a browser, and nothing stays on the device.
    WithPortal,
    /// No: the system has no secret store, and nothing is written without one.
    UntilClosed,
    /// Yes: encrypted, with a key that the device's passphrase opens.
    WithPassphrase,
    /// Not yet: the system has no secret store, and it is to be said what is to be done.
    Undecided,
    /// It is there, encrypted, and waits for the device's passphrase.
    Locked,
}

/// What is to be done about keeping things on a device without a secret store. The passphrase stays
/// on the device.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum KeepingDecision {
    /// Keep them, encrypted with this passphrase.
    Choose {
        /// As typed.
        passphrase: String,
    },
    /// Open what is kept.
    Enter {
        /// As typed.
        passphrase: String,
    },
    /// Open it with another passphrase from now on.
    Change {
        /// The one until now, as typed.
        current: String,
        /// The other one, as typed.
        passphrase: String,
    },
    /// Set aside what nobody can open, and decide anew.
    StartAnew,
    /// Keep nothing until the app closes. What is kept already stays as it is.
    KeepNothing,
    /// Remove what is kept with the passphrase, and keep nothing.
    Remove,
}

/// Without any passphrase.
impl fmt::Debug for KeepingDecision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Choose { .. } => "Choose",
            Self::Enter { .. } => "Enter",
            Self::Change { .. } => "Change",
            Self::StartAnew => "StartAnew",
            Self::KeepNothing => "KeepNothing",
            Self::Remove => "Remove",
        })
    }
}

/// The board with its age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardView {
    /// What the portal said.
    pub board: Board,
    /// When it said so.
    pub as_of: Timestamp,
    /// Whether the portal could not be asked just now, and why.
    pub stale: Option<StaleReason>,
}

/// Why something kept is shown instead of something fresh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaleReason {
    /// No network.
    Offline,
    /// The portal does not answer, or something else answers in its place.
    PortalUnreachable,
}

impl StaleReason {
    /// Whether something seen before may stand in for what could not be fetched, and why.
    #[must_use]
    pub const fn of(code: Code) -> Option<Self> {
        match code {
            Code::Offline => Some(Self::Offline),
            Code::PortalUnreachable
            | Code::UnexpectedReply
            | Code::Unavailable
            | Code::Internal => Some(Self::PortalUnreachable),
            _ => None,
        }
    }
}

/// What came of asking the system for a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Picking {
    /// The picker was closed without a choice; whatever was picked before is still there.
    Cancelled,
    /// A picture was picked and is kept.
    Picked {
        /// The picture.
        photo: Box<PickedPhoto>,
    },
}
