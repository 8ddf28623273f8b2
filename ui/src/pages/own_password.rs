//! Storing an own password: one box, shown or hidden, with its length counted quietly.

use crate::app::App;
use crate::form::use_form;
use crate::parts::link::Submit;
use crate::parts::page::Page;
use crate::parts::secret::SecretField;
use crate::route::Route;
use crate::words::{tr, tr_with};
use contract::Problem;
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
    let submit = {
        let username = username.clone();
        move |event: FormEvent| {
            event.prevent_default();
            if !form.begin() {
                return;
            }
            let own = password.peek().clone();
            let known = (!username.is_empty()).then_some(username.as_str());
            if let Some(problem) = check_password(&own, known, None, &Policy::PROGRAMME) {
                form.refuse(Problem::from(vec![problem]));
                return;
            }
            let username = username.clone();
            spawn(async move {
                match app.host().store_password(&own).await {
                    Ok(()) => {
                        app.discard(DraftKey::FirstSignIn);
                        if !username.is_empty() {
                            let draft = SignInDraft { username };
                            app.keep(DraftKey::SignIn, Draft::SignIn(draft));
                        }
                        app.enter();
                    }
                    Err(problem) => form.refuse(problem),
                }
            });
        }
    };
    let least = Policy::PROGRAMME.password_min_chars;
    let length = password.read().chars().count();
    let enough = length >= least;
    rsx! {
        Page { heading: tr("own-password-heading"), back: Route::FirstSignIn, form,
            p { class: "lead", {tr("own-password-lead")} }
            form { novalidate: true, onsubmit: submit,
                // Password managers store the name beside the password.
                input { class: "unseen", r#type: "text", name: "username", autocomplete: "username",
                    value: username, readonly: true, tabindex: "-1", aria_hidden: "true" }
                SecretField { form, field: "password", label: tr("own-password"),
                    hint: tr_with("own-password-hint", &[("least", least.into())]),
                    value: password.read().clone(), autocomplete: "new-password",
                    change: move |text| password.set(text),
                    div { class: if enough { "meter enough" } else { "meter" },
                        progress { max: least.to_string(), value: length.min(least).to_string(), aria_hidden: "true" }
                        p {
                            if enough {
                                {tr_with("own-password-enough", &[("length", length.into())])}
                            } else {
                                {tr_with("own-password-length", &[("length", length.into()), ("least", least.into())])}
                            }
                        }
                    }
                }
                div { class: "panel",
                    div {
                        p { strong { {tr("own-password-advice")} } }
                        ul {
                            li { {tr("own-password-advice-words")} }
                            li { {tr("own-password-advice-any")} }
                            li { {tr("own-password-advice-manager")} }
                        }
                    }
                }
                Submit { form, label: tr("own-password-store"), busy_label: tr("own-password-storing") }
            }
        }
    }
}
