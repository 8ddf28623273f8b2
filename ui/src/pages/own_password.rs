//! Storing an own password: one box, shown or hidden, with what is said of its strength.

use crate::app::App;
use crate::form::use_form;
use crate::parts::link::lead_out;
use crate::parts::panel::{Tone, panel};
use crate::parts::question::Question;
use crate::parts::secret::SecretField;
use crate::parts::strength::use_strength;
use crate::route::Route;
use crate::words::{tr, tr_with};
use contract::Code;
use contract::draft::{Draft, DraftKey, SignInDraft};
use contract::identity::normalise_username;
use contract::password::check_password;
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn OwnPassword() -> Element {
    let app = App::here();
    let form = use_form();
    let mut password = use_signal(String::new);
    let username = use_hook(|| match app.known_draft(DraftKey::FirstSignIn) {
        Some(Draft::FirstSignIn(draft)) => normalise_username(&draft.username),
        _ => String::new(),
    });
    let send = {
        let username = username.clone();
        move |_| {
            form.send(|| {
                let (own, username) = (password.peek().clone(), username.clone());
                let known = (!username.is_empty()).then_some(username.as_str());
                if let Some(problem) = check_password(&own, known, None, &Policy::PROGRAMME) {
                    return Err(vec![problem]);
                }
                Ok(Box::pin(async move {
                    let account = app.host().store_password(&own).await?;
                    app.discard(DraftKey::FirstSignIn);
                    if !username.is_empty() {
                        app.keep(DraftKey::SignIn, Draft::SignIn(SignInDraft { username }));
                    }
                    app.enter(account);
                    Ok(())
                }))
            });
        }
    };
    let strength = use_strength(form, "password", password, username.clone());
    let advice = rsx! {
        p { strong { {tr("own-password-advice")} } }
        ul {
            for id in ["own-password-advice-words", "own-password-advice-any", "own-password-advice-manager"] {
                li { key: "{id}", {tr(id)} }
            }
        }
    };
    rsx! {
        Question { heading: tr("own-password-heading"), back: Route::FirstSignIn, form,
            label: tr("own-password-store"), busy_label: tr("own-password-storing"), send,
            before: rsx! {
                if form.refusal_code() == Some(Code::FirstSignInTimedOut) {
                    {lead_out(&[(Route::FirstSignIn, "way-temporary-go"), (Route::SignIn, "way-own-go")])}
                } else {
                    p { class: "lead", {tr("own-password-lead")} }
                }
            },
            // Password managers store the name beside the password.
            input { class: "unseen", r#type: "text", name: "username", autocomplete: "username",
                value: username, readonly: true, tabindex: "-1", aria_hidden: "true" }
            SecretField { form, name: "password", label: tr("own-password"),
                hint: tr_with("own-password-hint", &[("least", Policy::PROGRAMME.password_min_chars.into())]),
                value: password.read().clone(), autocomplete: "new-password",
                change: move |text| password.set(text),
                {strength}
            }
            {panel(Tone::Plain, advice)}
        }
    }
}
