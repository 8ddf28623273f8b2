//! What waits to be sent in terms of its page: why it waits, what can be done about it, and where its
//! draft and its confirmation are.

use crate::route::Route;
use contract::Code;
use contract::board::Board;
use contract::outbox::{Waiting, WaitingState, What};

/// What its reader can do about something that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Send it now.
    SendNow,
    /// Hold it back.
    HoldBack,
    /// Let it go.
    LetGo,
    /// Make it a draft again.
    TakeBack,
    /// Open its draft, with what is wrong.
    Open,
}

/// What can be done, the likeliest first.
pub(crate) const fn ways(state: &WaitingState) -> &'static [Way] {
    match state {
        WaitingState::Waiting { .. } | WaitingState::Behind => {
            &[Way::SendNow, Way::HoldBack, Way::TakeBack]
        }
        WaitingState::Sending => &[],
        WaitingState::HeldBack => &[Way::LetGo, Way::TakeBack],
        WaitingState::SignInNeeded => &[Way::HoldBack, Way::TakeBack],
        WaitingState::UpdateNeeded => &[Way::SendNow, Way::TakeBack],
        WaitingState::Stuck { .. } => &[Way::Open],
    }
}

/// Why it waits, as the name of a message.
pub(crate) const fn why(state: &WaitingState) -> &'static str {
    match state {
        WaitingState::Waiting { problem: None, .. } => "waits-why-new",
        WaitingState::Waiting { problem: Some(problem), .. } => match problem.code {
            Code::Offline => "waits-why-offline",
            Code::PortalUnreachable => "waits-why-unreachable",
            Code::UnexpectedReply => "waits-why-not-the-portal",
            Code::DiskFull | Code::DeviceStoreFailed | Code::DeviceKeyWrong => "waits-why-device",
            _ => "waits-why-busy",
        },
        WaitingState::Sending => "waits-sending",
        WaitingState::Behind => "waits-behind",
        WaitingState::HeldBack => "waits-held-back",
        WaitingState::SignInNeeded => "waits-sign-in",
        WaitingState::UpdateNeeded => "waits-update",
        WaitingState::Stuck { .. } => "waits-stuck",
    }
}

/// The pages on which its reader sees it wait; the first is the one of its draft.
pub(crate) fn page_of(what: &What) -> Vec<Route> {
    match what {
        What::Address { .. } => vec![Route::Address, Route::AddressCheck],
        What::Photo { person } => {
            vec![Route::Photo(*person), Route::PhotoCheck(*person), Route::PhotoFrame(*person)]
        }
        What::Message { person } => vec![Route::Messages(*person)],
    }
}

/// The page on which what refused it is mended.
pub(crate) fn page_to_mend(waiting: &Waiting) -> Option<Route> {
    let pages = page_of(&waiting.what);
    let given_meanwhile =
        waiting.stuck().is_some_and(|problem| problem.code == Code::AddressChangedElsewhere);
    // The check shows both addresses beside each other.
    let check = pages.get(1).filter(|_| given_meanwhile);
    check.or_else(|| pages.first()).copied()
}

/// The page of its confirmation; a message is seen in its thread.
pub(crate) const fn done_page(what: &What) -> Option<Route> {
    match what {
        What::Address { .. } => Some(Route::AddressDone),
        What::Photo { person } => Some(Route::PhotoDone(*person)),
        What::Message { .. } => None,
    }
}

/// What it is, as the name of a message, and whom it is about.
pub(crate) fn title<'a>(what: &What, board: &'a Board) -> (&'static str, Vec<&'a str>) {
    let id = match what {
        What::Address { .. } => "waits-address",
        What::Photo { .. } => "waits-photo",
        What::Message { .. } => "waits-message",
    };
    let people = what.people().iter().filter_map(|person| board.person(*person));
    (id, people.map(|person| person.name.short()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Problem;
    use jiff::Timestamp;

    fn failed(code: Code) -> WaitingState {
        let (next_try, problem) = (Timestamp::UNIX_EPOCH, Some(Problem::new(code)));
        WaitingState::Waiting { attempts: 1, next_try, problem }
    }

    #[test]
    fn what_is_refused_can_be_opened_and_what_is_on_its_way_left_alone() {
        let stuck = WaitingState::Stuck { problem: Code::AddressClosed.into() };
        assert_eq!(ways(&stuck), [Way::Open]);
        assert_eq!(ways(&WaitingState::Sending), []);
        assert!(!ways(&WaitingState::HeldBack).contains(&Way::HoldBack));
        assert_eq!(why(&failed(Code::Offline)), "waits-why-offline");
        assert_eq!(why(&failed(Code::TooManyAttempts)), "waits-why-busy");
    }
}
