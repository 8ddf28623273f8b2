//! Confirming an address on whatever device its mailbox is read on.

use crate::app::App;
use crate::form::use_form;
use crate::host;
use crate::pages::invitation::{OPENED, code_field};
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::fields::TextField;
use crate::parts::link::{go, go_button};
use crate::parts::page::Page;
use crate::parts::question::Question;
use crate::route::{Route, Topic};
use crate::view::invitation::{note_confirmed, refusal_of_code};
use crate::words::{tr, tr_with};
use contract::invitation::ConfirmAddress;
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn ConfirmAddressPage() -> Element {
    let app = App::here();
    let form = use_form();
    let mut email = use_signal(String::new);
    let mut code = use_signal(String::new);
    let mut done = use_signal(|| false);
    let send = move |_| {
        form.send(|| {
            let answers = ConfirmAddress { email: email.peek().clone(), code: code.peek().clone() };
            let answers = answers.check()?;
            Ok(Box::pin(async move {
                let email = answers.email.clone();
                let confirmed = host::ask(&app.host(), answers).await;
                confirmed.map_err(|refused| refusal_of_code(refused, "code"))?;
                // An invitation that is open in this window knows of it, too.
                if let Some(invitation) = OPENED.write().as_mut() {
                    note_confirmed(invitation, &email);
                }
                form.end();
                // The page may have been left meanwhile.
                if done.try_peek().is_ok() {
                    done.set(true);
                }
                if *app.signed_in.peek() {
                    app.refresh_soon();
                }
                Ok(())
            }))
        });
    };
    let signed_in = *app.signed_in.read();
    if *done.read() {
        return rsx! { Done { email: email.read().trim().to_owned() } };
    }
    rsx! {
        Question { heading: tr("confirm-heading"), back: Route::Home, form,
            label: tr("confirm-send"), busy_label: tr("checking"), send,
            before: rsx! { p { class: "lead", {tr("confirm-lead")} } },
            after: rsx! {
                p { {go(Route::HelpOn(Topic::GenuineEmail), "door-genuine-email")} }
                section {
                    h2 { {tr("codes-not-here-heading")} }
                    ul {
                        li { {tr("codes-junk")} }
                        li { {tr("confirm-new-code")} " "
                            if signed_in {
                                {go(Route::Account, "go-to-account")}
                            } else {
                                {go(Route::Invitation, "way-out-invitation")}
                            }
                        }
                        li { {go(Route::HelpOn(Topic::NoEmail), "door-no-email")} }
                    }
                }
            },
            TextField { form, name: "email", label: tr("email-address"), hint: tr("confirm-email-hint"), required: true,
                value: email.read().clone(), autocomplete: "email", inputmode: "email",
                change: move |text| email.set(text),
            }
            {code_field(form, "code", tr("codes-code"), tr("codes-code-hint"), code.read().clone(),
                move |text| code.set(text))}
        }
    }
}

#[component]
fn Done(email: String) -> Element {
    let signed_in = *App::here().signed_in.read();
    let days = Policy::PROGRAMME.temporary_password_days;
    rsx! {
        Page { heading: tr("confirm-done-heading"), back: Route::Home,
            {drawing(Drawing::Received, "small")}
            p { class: "lead", {tr_with("confirm-done-lead", &[("email", email.into())])} }
            if signed_in {
                {go_button(Route::Home, "go-to-household")}
            } else {
                section {
                    h2 { {tr("what-next-heading")} }
                    ol { class: "next-steps",
                        li { {tr("confirm-done-account")} }
                        li { {tr_with("opened-first", &[("days", days.into())])} }
                    }
                }
                {go_button(Route::Home, "go-to-start")}
            }
        }
    }
}
