//! The account: who one is here, where mail goes, what guards the sign-in, where one is signed in,
//! and which adults of the household have or may have their own account.

use crate::app::{App, Loaded};
use crate::pages::account_parts::WithAccount;
use crate::parts::answers::{Given, answers};
use crate::parts::contact::contact;
use crate::parts::link::{Go, doors, go};
use crate::parts::page::{HEADING, Page};
use crate::parts::panel::{Tone, banner, panel, remark};
use crate::route::Route;
use crate::view::account::{CodesLeft, codes_left, own_account_of, own_account_words};
use crate::view::household::reader_is_principal;
use crate::words::{day, moment, tr, tr_name, tr_with};
use contract::board::Person;
use contract::devices::{AccountView, NewEmail, OwnAccount};
use dioxus::prelude::*;

#[component]
pub(crate) fn AccountPage() -> Element {
    rsx! {
        WithAccount { heading: tr("account-heading"), back: Route::Home,
            show: move |account: AccountView| shown(&account)
        }
    }
}

fn shown(account: &AccountView) -> Element {
    let given = |question: &str, lines: Vec<String>, change| Given {
        question: tr(question),
        lines,
        change,
    };
    let email = account.email.clone().unwrap_or_else(|| tr("account-email-none"));
    let few = codes_left(account) == CodesLeft::Few;
    rsx! {
        Page { heading: tr("account-heading"), back: Route::Home,
            if few {
                {banner(Tone::Attention, codes_words(account), Some(tr("recovery-codes-few")))}
            }
            {answers(vec![
                given("username", vec![account.username.clone()], None),
                given("account-email", vec![email], Some((Route::AccountEmail, "field-email"))),
                given("password", vec![tr("account-password-kept")],
                    Some((Route::AccountPassword, "field-current"))),
                given("second-factor", second_factor(account),
                    Some((Route::AccountSecondFactor, HEADING))),
            ])}
            if let Some(new) = &account.new_email {
                {new_email(new)}
            }
            {doors(&[(Route::AccountDevices, "door-devices"), (Route::Summary, "door-summary")])}
            {own_accounts(account)}
        }
    }
}

/// Whether a second factor is asked for, and what there is of recovery codes.
fn second_factor(account: &AccountView) -> Vec<String> {
    match account.second_factor_since {
        None => vec![tr("second-factor-off")],
        Some(since) => {
            vec![tr_with("second-factor-on", &[("day", day(since).into())]), codes_words(account)]
        }
    }
}

/// How many recovery codes are left.
pub(crate) fn codes_words(account: &AccountView) -> String {
    tr_with("recovery-codes-left", &[("count", account.recovery_codes_left.into())])
}

/// An address on its way: what it waits for.
pub(crate) fn new_email(new: &NewEmail) -> Element {
    let email = [("email", new.email.as_str().into())];
    match new.holds_from {
        None => panel(
            Tone::Attention,
            rsx! {
                p { {tr_with("new-email-waits", &email)} }
                p { {go(Route::AccountEmail, "new-email-go")} }
            },
        ),
        Some(from) => panel(
            Tone::Attention,
            rsx! {
                p {
                    strong {
                        {tr_with("new-email-officer",
                            &[("email", new.email.as_str().into()), ("when", moment(from).into())])}
                    }
                }
                p { {tr("new-email-officer-not-you")} }
                {contact()}
            },
        ),
    }
}

/// The adults who have, or may be given, an own account.
fn own_accounts(account: &AccountView) -> Element {
    let app = App::here();
    let board = app.board.read();
    let Loaded::Ready(view) = &*board else { return rsx! {} };
    if !reader_is_principal(&view.board) {
        // How others of the household sign in is no business of this account.
        return rsx! {};
    }
    let others: Vec<(Person, Option<OwnAccount>)> = view
        .board
        .people
        .iter()
        .filter(|person| person.id != view.board.me)
        .filter_map(|person| {
            let asked = own_account_of(account, person.id).filter(|_| person.journey.is_some());
            let in_effect = person.journey.is_none();
            (in_effect || asked.is_some()).then(|| (person.clone(), asked))
        })
        .collect();
    rsx! {
        if others.is_empty() {
            {remark(Tone::Plain, tr("own-accounts-nobody"))}
        } else {
            section {
                h2 { {tr("own-accounts-heading")} }
                p { {tr("own-accounts-text")} }
                ul { class: "rows",
                    for (person , state) in others {
                        li { key: "{person.id}", {own_account_row(&person, state)} }
                    }
                }
            }
        }
    }
}

fn own_account_row(person: &Person, state: Option<OwnAccount>) -> Element {
    let words = match state {
        // In effect: nothing more is told of them.
        None => "own-account-in-effect",
        Some(state) => own_account_words(state),
    };
    let link = match state {
        Some(OwnAccount::None) => Some("own-account-go"),
        Some(OwnAccount::Confirming) => Some("own-account-go-again"),
        Some(OwnAccount::Opened) | None => None,
    };
    rsx! {
        p { strong { {person.name.full()} } }
        p { class: "quiet", {tr_name(words, &person.name)} }
        if let Some(id) = link {
            p {
                Go { to: Route::OwnAccount(person.id),
                    {tr(id)}
                    span { class: "unseen", " " {tr_name("for-person", &person.name)} }
                }
            }
        }
    }
}
