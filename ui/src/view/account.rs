//! The account in terms of its pages: how far a new address has come, what a device is called, who
//! may be given an own account.

use crate::view::household::reader_is_principal;
use contract::board::Board;
use contract::devices::{AccountView, ClientKind, Device, NewEmail, OwnAccount};
use contract::id::PersonId;

/// So few recovery codes left are worth a word.
const FEW_CODES: u8 = 2;

/// Where the change of the account's address stands when its page opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EmailStage {
    /// A new address is asked for.
    Ask,
    /// A code was mailed to this address and is asked for.
    Code(String),
}

/// The stage with which the page of the address begins: a code that was mailed is asked for.
pub(crate) fn email_stage(account: &AccountView) -> EmailStage {
    match &account.new_email {
        Some(NewEmail { email, code_ends_at: Some(_), .. }) => EmailStage::Code(email.clone()),
        _ => EmailStage::Ask,
    }
}

/// What there is to say about the recovery codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodesLeft {
    /// Without a second factor nothing.
    Nothing,
    /// Enough.
    Enough,
    /// Few or none: new ones are worth making.
    Few,
}

/// What there is to say about the recovery codes.
pub(crate) const fn codes_left(account: &AccountView) -> CodesLeft {
    if account.second_factor_since.is_none() {
        CodesLeft::Nothing
    } else if account.recovery_codes_left > FEW_CODES {
        CodesLeft::Enough
    } else {
        CodesLeft::Few
    }
}

/// What to call a device: the name of a message, and what fills it.
pub(crate) fn device_name(device: &Device) -> (&'static str, [(&'static str, &str); 2]) {
    let system = device.system.as_deref().unwrap_or_default();
    let browser = device.browser.as_deref().unwrap_or_default();
    let id = match (device.client, browser.is_empty(), system.is_empty()) {
        (ClientKind::App, _, false) => "device-app-on",
        (ClientKind::App, _, true) => "device-app",
        (ClientKind::Browser, false, false) => "device-browser-on",
        (ClientKind::Browser, false, true) => "device-browser-named",
        (ClientKind::Browser, true, false) => "device-browser-some-on",
        (ClientKind::Browser, true, true) => "device-browser",
    };
    (id, [("browser", browser), ("system", system)])
}

/// The message that says where an own account stands.
pub(crate) const fn own_account_words(state: OwnAccount) -> &'static str {
    match state {
        OwnAccount::None => "own-account-none",
        OwnAccount::Confirming => "own-account-confirming",
        OwnAccount::Opened => "own-account-opened",
    }
}

/// Where the own account of a person stands; nothing for those who cannot have one from here.
pub(crate) fn own_account_of(account: &AccountView, person: PersonId) -> Option<OwnAccount> {
    account.own_accounts.iter().find(|each| each.person == person).map(|each| each.state)
}

/// Whether the reader may ask an own account for this person: the principal, for an adult whom the
/// principal still acts for. The portal decides; this keeps a link away that leads nowhere.
pub(crate) fn may_ask_own_account(board: &Board, person: PersonId) -> bool {
    let adult = board
        .person(person)
        .and_then(|person| person.journey.as_ref())
        .is_some_and(|journey| !journey.minor);
    reader_is_principal(board) && adult && person != board.me
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::household::tests::{board, person_id};
    use contract::board::Relationship;
    use contract::devices::OwnAccountState;
    use contract::id::{AccountId, SessionId};
    use jiff::Timestamp;
    use jiff::civil::date;

    fn account() -> AccountView {
        AccountView {
            account: AccountId::new(0, [0; 10]),
            username: "K7MP-2XQD".into(),
            email: Some("leila@example.org".into()),
            new_email: None,
            second_factor_since: None,
            recovery_codes_left: 0,
            own_accounts: vec![OwnAccountState { person: person_id(1), state: OwnAccount::None }],
        }
    }

    fn device(client: ClientKind, system: Option<&str>, browser: Option<&str>) -> Device {
        Device {
            id: SessionId::new(0, [0; 10]),
            current: false,
            client,
            system: system.map(Into::into),
            browser: browser.map(Into::into),
            signed_in_at: Timestamp::UNIX_EPOCH,
            used_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_mailed_code_is_asked_for_and_an_officers_change_is_not() {
        let mut account = account();
        assert_eq!(email_stage(&account), EmailStage::Ask);
        account.new_email = Some(NewEmail {
            email: "new@example.org".into(),
            code_ends_at: Some(Timestamp::UNIX_EPOCH),
            holds_from: None,
        });
        assert_eq!(email_stage(&account), EmailStage::Code("new@example.org".into()));
        account.new_email = Some(NewEmail {
            email: "new@example.org".into(),
            code_ends_at: None,
            holds_from: Some(Timestamp::UNIX_EPOCH),
        });
        assert_eq!(email_stage(&account), EmailStage::Ask, "nobody mailed a code for it");
    }

    #[test]
    fn few_codes_are_told_only_where_they_matter() {
        let mut account = account();
        assert_eq!(codes_left(&account), CodesLeft::Nothing);
        account.second_factor_since = Some(date(2026, 11, 1));
        assert_eq!(codes_left(&account), CodesLeft::Few);
        account.recovery_codes_left = 3;
        assert_eq!(codes_left(&account), CodesLeft::Enough);
    }

    #[test]
    fn a_device_is_called_by_what_is_known_of_it() {
        let name = |client, system, browser| device_name(&device(client, system, browser)).0;
        let (app, page) = (ClientKind::App, ClientKind::Browser);
        assert_eq!(name(app, Some("Android"), None), "device-app-on");
        assert_eq!(name(app, None, None), "device-app");
        assert_eq!(name(page, Some("Windows"), Some("Firefox")), "device-browser-on");
        assert_eq!(name(page, None, Some("Firefox")), "device-browser-named");
        assert_eq!(name(page, Some("Windows"), None), "device-browser-some-on");
        assert_eq!(name(page, None, None), "device-browser");
    }

    #[test]
    fn only_the_principal_asks_and_only_for_other_adults() {
        let mut board = board(3);
        assert!(!may_ask_own_account(&board, person_id(1)), "the reader is not the principal");
        board.people[0].relationship = Relationship::Principal;
        assert!(may_ask_own_account(&board, person_id(1)));
        assert!(!may_ask_own_account(&board, person_id(0)), "the principal has one");
        if let Some(journey) = &mut board.people[1].journey {
            journey.minor = true;
        }
        board.people[2].journey = None;
        assert!(!may_ask_own_account(&board, person_id(1)), "a minor");
        assert!(!may_ask_own_account(&board, person_id(2)), "has one already");
        assert_eq!(own_account_of(&account(), person_id(1)), Some(OwnAccount::None));
        assert_eq!(own_account_of(&account(), person_id(2)), None);
    }
}
