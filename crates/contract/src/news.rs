//! News of a household: what came about while nobody looked, and whom it is about. Told by the
//! shell in passing; what it is exactly is read on the page that it leads to.

use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// Something new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct News {
    /// What it is.
    pub what: WhatIsNew,
    /// Whom it is about.
    pub person: PersonId,
}

/// What can be new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhatIsNew {
    /// A photo was returned.
    PhotoReturned,
    /// The proof of status is ready.
    ProofReady,
    /// A clock is about to run out.
    ClockRunsOut,
    /// An officer wrote.
    Message,
}

impl WhatIsNew {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::PhotoReturned, Self::ProofReady, Self::ClockRunsOut, Self::Message];

    /// The name in messages: `notification-<name>` on a locked screen, `news-<name>` in the window.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PhotoReturned => "photo",
            Self::ProofReady => "proof",
            Self::ClockRunsOut => "clock",
            Self::Message => "message",
        }
    }
}

/// What the shell tells the page of its own accord, as the JSON in the detail of an event
/// [`SHELL_EVENT`] on the page's window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "tells", rename_all = "snake_case")]
pub enum ShellTells {
    /// There is news while the window is looked at.
    News {
        /// At least one.
        news: Vec<News>,
    },
    /// A notification was pressed: the page of this news is wanted.
    Open {
        /// At least one.
        news: Vec<News>,
    },
}

/// The name of the event with what the shell tells.
pub const SHELL_EVENT: &str = "landed-shell";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_crosses_between_shell_and_interface_keeps_its_form() {
        let person = PersonId(uuid::Uuid::from_bytes([1; 16]));
        let tells =
            ShellTells::Open { news: vec![News { what: WhatIsNew::PhotoReturned, person }] };
        let text = serde_json::to_string(&tells).unwrap_or_default();
        let expected = format!(
            r#"{{"tells":"open","news":[{{"what":"photo_returned","person":"{person}"}}]}}"#
        );
        assert_eq!(text, expected);
        assert_eq!(serde_json::from_str::<ShellTells>(&text).ok(), Some(tells));
    }
}
