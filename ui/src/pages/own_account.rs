//! Asking an own account for an adult: what it means for both, and their address. A code goes there;
//! the account takes effect at their first sign-in.

use crate::app::App;
use crate::form::use_form;
use crate::host::ask;
use crate::pages::WithPerson;
use crate::pages::account_parts::{WithAccount, put};
use crate::parts::fields::TextField;
use crate::parts::link::{go, go_button};
use crate::parts::page::{Page, not_now};
use crate::parts::panel::{Tone, panel, remark};
use crate::parts::question::Question;
use crate::route::Route;
use crate::view::account::own_account_of;
use crate::words::{tr, tr_name, tr_with};
use contract::board::{Journey, Name, Person};
use contract::devices::{AccountView, AskOwnAccount, OwnAccount};
use contract::host::BoardView;
use contract::id::PersonId;
use dioxus::prelude::*;

#[component]
pub(crate) fn OwnAccountPage(person: PersonId) -> Element {
    let mailed = use_signal(|| None::<String>);
    rsx! {
        WithPerson { person,
            show: move |(_, person, _): (BoardView, Person, Journey)| {
                let back = Route::Person(person.id);
                let heading = tr_name("own-account-heading", &person.name);
                rsx! {
                    WithAccount { heading, back,
                        show: move |account: AccountView| {
                            let name = person.name.clone();
                            if let Some(email) = mailed.read().clone() {
                                return rsx! { Mailed { person: person.id, name, email } };
                            }
                            match own_account_of(&account, person.id) {
                                Some(state @ (OwnAccount::None | OwnAccount::Confirming)) => rsx! {
                                    AskFor { person: person.id, name, state, mailed }
                                },
                                Some(OwnAccount::Opened) => not_now(tr_name("own-account-may-heading", &name),
                                    tr_name("own-account-opened", &name), back, "go-back-to-person"),
                                None => not_now(tr_name("own-account-may-heading", &name),
                                    tr_name("own-account-cannot", &name), back, "go-back-to-person"),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What an own account means, to the one who asks for it.
pub(crate) fn means(name: &Name) -> Element {
    rsx! {
        ul {
            for id in ["own-account-means-sign-in", "own-account-means-hidden", "own-account-means-erased", "own-account-means-until"] {
                li { key: "{id}", {tr_name(id, name)} }
            }
        }
    }
}

#[component]
fn AskFor(
    person: PersonId,
    name: Name,
    state: OwnAccount,
    mailed: Signal<Option<String>>,
) -> Element {
    let app = App::here();
    let form = use_form();
    let mut email = use_signal(String::new);
    let send = move |_| {
        form.send(|| {
            let answers = AskOwnAccount { person, email: email.peek().clone() }.check()?;
            Ok(Box::pin(async move {
                let email = answers.email.clone();
                ask(&app.host(), answers).await?;
                put(mailed, Some(email));
                Ok(())
            }))
        });
    };
    rsx! {
        Question { heading: tr_name("own-account-heading", &name), back: Route::Person(person), form,
            label: tr_name("own-account-act", &name), send,
            before: rsx! {
                if state == OwnAccount::Confirming {
                    {remark(Tone::Attention, tr_name("own-account-asked-before", &name))}
                }
                {panel(Tone::Plain, rsx! {
                    p { strong { {tr_name("own-account-means", &name)} } }
                    {means(&name)}
                })}
            },
            TextField { form, name: "email", label: tr_name("own-account-email", &name),
                hint: tr_name("own-account-email-hint", &name),
                required: true, value: email.read().clone(), autocomplete: "off",
                inputmode: "email",
                change: move |text| email.set(text),
            }
        }
    }
}

/// The code is on its way to them.
#[component]
pub(crate) fn Mailed(person: PersonId, name: Name, email: String) -> Element {
    let args = [("name", name.short().into()), ("email", email.into())];
    rsx! {
        Page { heading: tr_name("own-account-mailed-heading", &name), back: Route::Person(person),
            {remark(Tone::Done, tr_with("own-account-mailed", &args))}
            section {
                h2 { {tr("what-next-heading")} }
                ol { class: "next-steps",
                    for id in ["own-account-next-code", "own-account-next-mail", "own-account-next-sign-in"] {
                        li { key: "{id}", {tr_name(id, &name)} }
                    }
                }
                p { {go(Route::ConfirmAddress, "door-confirm-address")} }
            }
            {go_button(Route::Person(person), "go-back-to-person")}
        }
    }
}
