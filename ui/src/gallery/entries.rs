//! What the gallery shows, by name.

use super::invited::{self, Answer, put};
use super::people::{Scene, now, person_id};
use super::{conflicts, emails, sheets, sheets_of_accounts, sheets_of_forms};
use crate::app::{App, Confirmed};
use crate::route::{Route, Topic};
use contract::host::SessionTime;
use dioxus::prelude::*;

/// One entry.
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) scene: Scene,
    pub(super) signed_in: bool,
    pub(super) shown: Shown,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// What an entry shows.
pub(super) enum Shown {
    /// A page of the interface: its path, and what happens once it is open.
    Page(fn() -> String, fn(App)),
    /// Parts, in one sheet.
    Sheet(fn() -> Element),
}

const fn sheet(name: &'static str, draw: fn() -> Element) -> Entry {
    Entry { name, scene: Scene::Begins, signed_in: false, shown: Shown::Sheet(draw) }
}

const fn open(name: &'static str, path: fn() -> String) -> Entry {
    Entry { name, scene: Scene::Begins, signed_in: false, shown: Shown::Page(path, |_| {}) }
}

const fn inside(name: &'static str, scene: Scene, path: fn() -> String) -> Entry {
    Entry { name, scene, signed_in: true, shown: Shown::Page(path, |_| {}) }
}

const fn then(entry: Entry, with: fn(App)) -> Entry {
    let Entry { name, scene, signed_in, shown } = entry;
    let path = match shown {
        Shown::Page(path, _) => path,
        Shown::Sheet(_) => || String::new(),
    };
    Entry { name, scene, signed_in, shown: Shown::Page(path, with) }
}

fn confirm(mut app: App, page: Route) {
    app.confirmed.set(Some(Confirmed {
        reference: "DP-7K2M-9QXT".into(),
        at: now(),
        people: vec!["Leila Haddad".into(), "Wei Chen".into(), "Mei".into()],
    }));
    app.go(page);
}

/// Every entry.
pub(super) static ENTRIES: &[Entry] = &[
    sheet("colours-and-type", sheets::colours),
    sheet("icons", sheets::icons),
    sheet("drawings", sheets::drawings),
    sheet("buttons", sheets::buttons),
    sheet("panels", sheets::panels),
    sheet("tags-and-tasks", sheets::tasks),
    sheet("answers", sheets::given),
    sheet("timeline", sheets::happened),
    sheet("waiting", sheets::waiting),
    sheet("photo-work", sheets::photo_work),
    sheet("dialogs", sheets::dialogs),
    sheet("fields", || rsx! { sheets_of_forms::Fields {} }),
    sheet("fields-wrong", || rsx! { sheets_of_forms::WrongFields {} }),
    sheet("strength", sheets_of_forms::strengths),
    sheet("choices", || rsx! { sheets_of_forms::Choices {} }),
    sheet("button-at-work", || rsx! { sheets_of_forms::AtWork {} }),
    open("welcome", || Route::Home.path()),
    open("welcome-in-browser", || Route::Home.path()),
    open("sign-in", || Route::SignIn.path()),
    then(open("session-ended", || Route::SignIn.path()), |mut app| app.session_ended.set(true)),
    open("first-sign-in", || Route::FirstSignIn.path()),
    open("own-password", || Route::OwnPassword.path()),
    open("invitation", || Route::Invitation.path()),
    open("invitation-again", || Route::InvitationAgain.path()),
    then(open("invitation-answer", || Route::InvitationAnswer.path()), |_| put(Answer::Fresh)),
    then(open("invitation-answered", || Route::InvitationAnswer.path()), |_| put(Answer::Codes)),
    then(open("invitation-check", || Route::InvitationCheck.path()), |_| put(Answer::Codes)),
    then(open("invitation-incomplete", || Route::InvitationCheck.path()), |_| put(Answer::Fresh)),
    then(open("invitation-confirm", || Route::InvitationConfirm.path()), |_| put(Answer::Codes)),
    then(open("invitation-others", || Route::InvitationConfirm.path()), |_| put(Answer::Others)),
    then(open("invitation-open", || Route::InvitationConfirm.path()), |_| put(Answer::Open)),
    then(open("invitation-outside", || Route::InvitationOutside.path()), |_| put(Answer::Outside)),
    open("confirm-address", || Route::ConfirmAddress.path()),
    open("forgotten-password", || Route::ForgottenPassword.path()),
    open("forgotten-password-code", || Route::ForgottenPasswordCode.path()),
    open("forgotten-username", || Route::ForgottenUsername.path()),
    open("first-sign-in-again", || Route::FirstSignInAgain.path()),
    open("second-factor", || Route::SecondFactor.path()),
    sheet("refusals-before-the-account", || rsx! { invited::Refusals {} }),
    open("help", || Route::Help.path()),
    open("help-in-browser", || Route::Help.path()),
    open("help-no-email", || Route::HelpOn(Topic::NoEmail).path()),
    open("help-genuine-email", || Route::HelpOn(Topic::GenuineEmail).path()),
    sheet("emails-told", emails::emails),
    open("help-invitation", || Route::HelpOn(Topic::Invitation).path()),
    open("help-password", || Route::HelpOn(Topic::Password).path()),
    open("help-photo", || Route::HelpOn(Topic::Photo).path()),
    open("help-accessibility", || Route::HelpOn(Topic::Accessibility).path()),
    open("help-not-here", || Route::HelpOn(Topic::NotHere).path()),
    open("settings", || Route::Settings.path()),
    open("settings-with-passphrase", || Route::Settings.path()),
    open("passphrase-choose", || Route::Home.path()),
    open("passphrase-enter", || Route::Home.path()),
    inside("settings-in-browser", Scene::Begins, || Route::Settings.path()),
    open("not-found", || Route::NotFound.path()),
    inside("board-begins", Scene::Begins, || Route::Home.path()),
    inside("board-alone", Scene::Alone, || Route::Home.path()),
    inside("board-returned", Scene::Returned, || Route::Home.path()),
    inside("board-waits", Scene::Waits, || Route::Home.path()),
    inside("board-cards", Scene::Cards, || Route::Home.path()),
    inside("board-stopped", Scene::Stopped, || Route::Home.path()),
    inside("board-offline", Scene::Waits, || Route::Home.path()),
    inside("board-unreachable", Scene::Waits, || Route::Home.path()),
    inside("board-waits-for-it", Scene::Waits, || Route::Home.path()),
    then(inside("session-warning", Scene::Waits, || Route::Home.path()), |mut app| {
        app.session_ends.set(Some(SessionTime { seconds_left: 118, can_be_extended: true }));
    }),
    then(inside("session-warning-last", Scene::Waits, || Route::Home.path()), |mut app| {
        app.session_ends.set(Some(SessionTime { seconds_left: 48, can_be_extended: false }));
    }),
    then(inside("toast", Scene::Waits, || Route::Home.path()), |app| {
        app.tell(crate::words::in_texts(&app.texts.peek(), "device-data-removed"));
    }),
    inside("person", Scene::Cards, || Route::Person(person_id(0)).path()),
    inside("person-returned", Scene::Returned, || Route::Person(person_id(3)).path()),
    inside("person-long-name", Scene::Cards, || Route::Person(person_id(2)).path()),
    inside("person-own-account", Scene::Returned, || Route::Person(person_id(1)).path()),
    inside("person-timeline", Scene::Cards, || Route::Timeline(person_id(0)).path()),
    inside("timeline-empty", Scene::Begins, || Route::Timeline(person_id(0)).path()),
    inside("card-needs", Scene::Returned, || Route::Card(person_id(3)).path()),
    inside("card-being-made", Scene::Waits, || Route::Card(person_id(0)).path()),
    inside("card-mailed", Scene::Cards, || Route::Card(person_id(0)).path()),
    inside("card-undelivered", Scene::Cards, || Route::Card(person_id(1)).path()),
    inside("card-must-apply", Scene::Cards, || Route::Card(person_id(2)).path()),
    inside("declaration", Scene::Begins, || Route::Declaration.path()),
    then(inside("declaration-done", Scene::Waits, || Route::Home.path()), |app| {
        confirm(app, Route::DeclarationDone);
    }),
    inside("confirmation-gone", Scene::Waits, || Route::AddressDone.path()),
    inside("board-outbox", Scene::Begins, || Route::Home.path()),
    inside("board-begun", Scene::Begins, || Route::Home.path()),
    inside("person-begun", Scene::Begins, || Route::Person(person_id(0)).path()),
    inside("waits-address", Scene::Begins, || Route::AddressCheck.path()),
    inside("waits-held-back", Scene::Begins, || Route::Address.path()),
    inside("waits-stuck", Scene::Begins, || Route::Address.path()),
    inside("waits-photo", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("waits-message", Scene::Begins, || Route::Messages(person_id(3)).path()),
    inside("address", Scene::Begins, || Route::Address.path()),
    inside("address-check", Scene::Begins, || Route::AddressCheck.path()),
    then(inside("address-done", Scene::Waits, || Route::Home.path()), |app| {
        confirm(app, Route::AddressDone);
    }),
    then(inside("conflict-address", Scene::Begins, || Route::Address.path()), conflicts::begin),
    then(inside("conflict-chosen", Scene::Begins, || Route::Address.path()), conflicts::choose),
    then(
        inside("conflict-declaration", Scene::Begins, || Route::Declaration.path()),
        conflicts::begin,
    ),
    then(
        inside("conflict-message", Scene::Begins, || Route::Messages(person_id(3)).path()),
        conflicts::begin,
    ),
    then(
        inside("conflict-photo", Scene::Begins, || Route::Photo(person_id(3)).path()),
        conflicts::begin,
    ),
    inside("conflict-given-meanwhile", Scene::Waits, || Route::AddressCheck.path()),
    inside("conflict-while-typing", Scene::Waits, || Route::Address.path()),
    inside("photo", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-returned", Scene::Returned, || Route::Photo(person_id(3)).path()),
    inside("photo-refused", Scene::Returned, || Route::Photo(person_id(3)).path()),
    inside("photo-fits", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-fits-in-browser", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-reading", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-needs-framing", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-framed", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-same", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-guide", Scene::Begins, || Route::PhotoGuide(person_id(3)).path()),
    inside("photo-judging", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-warned", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-nobody", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-near", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-far", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-unjudged", Scene::Begins, || Route::Photo(person_id(3)).path()),
    inside("photo-frame", Scene::Begins, || Route::PhotoFrame(person_id(3)).path()),
    inside("photo-frame-proposed", Scene::Begins, || Route::PhotoFrame(person_id(3)).path()),
    inside("photo-frame-fits", Scene::Begins, || Route::PhotoFrame(person_id(3)).path()),
    inside("photo-frame-smallest", Scene::Begins, || Route::PhotoFrame(person_id(3)).path()),
    inside("photo-frame-wide", Scene::Begins, || Route::PhotoFrame(person_id(3)).path()),
    inside("photo-frame-refused", Scene::Begins, || Route::PhotoFrame(person_id(3)).path()),
    inside("photo-frame-nothing", Scene::Begins, || Route::PhotoFrame(person_id(3)).path()),
    inside("photo-sent", Scene::Waits, || Route::Photo(person_id(3)).path()),
    inside("photo-check", Scene::Returned, || Route::PhotoCheck(person_id(3)).path()),
    inside("photo-check-framed", Scene::Returned, || Route::PhotoCheck(person_id(3)).path()),
    inside("photo-check-warned", Scene::Returned, || Route::PhotoCheck(person_id(3)).path()),
    inside("photo-check-judging", Scene::Returned, || Route::PhotoCheck(person_id(3)).path()),
    inside("photo-check-unjudged", Scene::Returned, || Route::PhotoCheck(person_id(3)).path()),
    inside("photo-check-already-returned", Scene::Returned, || {
        Route::PhotoCheck(person_id(3)).path()
    }),
    inside("photo-check-same", Scene::Returned, || Route::PhotoCheck(person_id(3)).path()),
    inside("photo-sending", Scene::Returned, || Route::PhotoCheck(person_id(3)).path()),
    inside("photo-interrupted", Scene::Returned, || Route::PhotoCheck(person_id(3)).path()),
    then(inside("photo-done", Scene::Waits, || Route::Home.path()), |app| {
        confirm(app, Route::PhotoDone(person_id(3)));
    }),
    inside("account", Scene::Returned, || Route::Account.path()),
    inside("account-asked", Scene::Stopped, || Route::Account.path()),
    inside("account-password", Scene::Waits, || Route::AccountPassword.path()),
    inside("account-email", Scene::Waits, || Route::AccountEmail.path()),
    inside("account-second-factor", Scene::Waits, || Route::AccountSecondFactor.path()),
    inside("account-second-factor-off", Scene::Waits, || Route::AccountSecondFactor.path()),
    inside("account-devices", Scene::Waits, || Route::AccountDevices.path()),
    inside("messages", Scene::Returned, || Route::Messages(person_id(3)).path()),
    inside("messages-empty", Scene::Begins, || Route::Messages(person_id(3)).path()),
    inside("timeline-message", Scene::Returned, || Route::Timeline(person_id(3)).path()),
    inside("own-account", Scene::Waits, || Route::OwnAccount(person_id(1)).path()),
    inside("own-account-asked", Scene::Stopped, || Route::OwnAccount(person_id(1)).path()),
    inside("own-account-opened", Scene::Cards, || Route::OwnAccount(person_id(1)).path()),
    inside("person-adult", Scene::Waits, || Route::Person(person_id(1)).path()),
    inside("summary", Scene::Returned, || Route::Summary.path()),
    inside("summary-in-browser", Scene::Cards, || Route::Summary.path()),
    sheet("account-steps", || rsx! { sheets_of_accounts::Steps {} }),
    sheet("account-rows", sheets_of_accounts::rows),
];
