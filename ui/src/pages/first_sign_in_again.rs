//! A new temporary password in place of one that ran out or was lost. It goes to the confirmed
//! address only; the answer is the same whether or not there is such an account.

use crate::app::App;
use crate::form::{Typed, use_form, use_typed};
use crate::host;
use crate::pages::forgotten::Sent;
use crate::parts::fields::username_field;
use crate::parts::link::go;
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::words::{tr, tr_with};
use contract::draft::{DraftKey, FirstSignInDraft};
use contract::policy::Policy;
use contract::recovery::ReissueTemporary;
use dioxus::prelude::*;

#[component]
pub(crate) fn FirstSignInAgain() -> Element {
    let typed = use_typed::<FirstSignInDraft>(DraftKey::FirstSignIn);
    if typed.is_loaded() {
        rsx! { AgainForm { typed } }
    } else {
        rsx! { Waiting {} }
    }
}

#[component]
fn AgainForm(typed: Typed<FirstSignInDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut sent = use_signal(|| false);
    let send = move |_| {
        form.send(|| {
            let answers = ReissueTemporary { username: typed.now().username }.check()?;
            Ok(Box::pin(async move {
                host::ask(&app.host(), answers).await?;
                form.end();
                // The page may have been left meanwhile.
                if sent.try_peek().is_ok() {
                    sent.set(true);
                }
                Ok(())
            }))
        });
    };
    let days = Policy::PROGRAMME.temporary_password_days;
    if *sent.read() {
        return rsx! {
            Sent { heading: tr("again-sent-heading"), back: Route::FirstSignIn,
                lead: tr_with("temporary-again-sent", &[("days", days.into())]),
                steps: vec![tr("no-email-junk"), tr("no-email-wait"), tr("temporary-again-other")],
                next: (Route::FirstSignIn, "way-temporary-go"),
                again: move |()| sent.set(false),
            }
        };
    }
    rsx! {
        Question { heading: tr("temporary-again-heading"), back: Route::FirstSignIn, form,
            label: tr("temporary-again-send"), send,
            before: rsx! {
                p { class: "lead", {tr_with("temporary-again-lead", &[("days", days.into())])} }
            },
            after: rsx! {
                p { {go(Route::ForgottenUsername, "forgotten-username-go")} }
                p { {tr("temporary-again-own")} " " {go(Route::ForgottenPassword, "forgotten-password-go")} }
            },
            {username_field(form, typed.get().username, move |text| typed.change(|draft| draft.username = text))}
        }
    }
}
