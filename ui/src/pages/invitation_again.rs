//! Having the invitation mailed once more, for whoever has no code. The answer is the same whether
//! or not there is an invitation.

use crate::app::App;
use crate::browser;
use crate::form::{Typed, use_form, use_typed};
use crate::host;
use crate::pages::forgotten::Sent;
use crate::pages::invitation::who_fields;
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::view::invitation::send_again;
use crate::words::tr;
use contract::draft::{DraftKey, InvitationDraft};
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn InvitationAgain() -> Element {
    let typed = use_typed::<InvitationDraft>(DraftKey::Invitation);
    if typed.is_loaded() {
        rsx! { AgainForm { typed } }
    } else {
        rsx! { Waiting {} }
    }
}

#[component]
fn AgainForm(typed: Typed<InvitationDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut sent = use_signal(|| false);
    let send = move |_| {
        form.send(|| {
            let answers = send_again(&typed.now(), browser::today(), &Policy::PROGRAMME)?;
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
    if *sent.read() {
        return rsx! {
            Sent { heading: tr("again-sent-heading"), back: Route::Invitation, lead: tr("again-sent-lead"),
                steps: vec![tr("no-email-junk"), tr("no-email-wait"), tr("again-sent-other")],
                next: (Route::Invitation, "way-out-invitation"),
                again: move |()| sent.set(false),
            }
        };
    }
    rsx! {
        Question { heading: tr("again-heading"), back: Route::Invitation, form,
            label: tr("again-send"), send,
            before: rsx! { p { class: "lead", {tr("again-lead")} } },
            {who_fields(form, typed)}
        }
    }
}
