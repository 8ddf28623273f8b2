//! Before everything else, in an app on a device without a secret store: whether what is typed is kept
//! with a passphrase or not at all, and later the passphrase that opens it. In the settings, changing
//! and removing it. A passphrase lives in its page only.

use crate::app::App;
use crate::form::{Form, use_form};
use crate::parts::choices::{Answer, Group};
use crate::parts::confirm::Confirm;
use crate::parts::link::Submit;
use crate::parts::page::Page;
use crate::parts::panel::{Tone, remark};
use crate::parts::secret::SecretField;
use crate::parts::strength::use_strength_from;
use crate::words::{tr, tr_with};
use contract::host::{Keeping, KeepingDecision};
use contract::password::check_passphrase;
use contract::policy::Policy;
use contract::{Code, FieldProblem};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;

/// The page that stands before all others.
#[component]
pub(crate) fn PassphrasePage(locked: bool) -> Element {
    if locked {
        rsx! { EnterPassphrase {} }
    } else {
        rsx! { ChooseKeeping {} }
    }
}

/// Decides, and begins again with what is kept from now on.
fn decide(app: App, form: Form, decision: KeepingDecision) {
    form.send(|| {
        Ok(Box::pin(async move {
            app.household().decide_keeping(&decision).await?;
            if matches!(decision, KeepingDecision::Enter { .. }) {
                app.keep_anew();
            }
            begin_again(app);
            Ok(())
        }))
    });
}

/// The page that asked is gone with the beginning.
fn begin_again(app: App) {
    spawn_forever(async move { app.begin().await });
}

/// A new passphrase, with what is said of it while it is typed.
fn new_passphrase(
    form: Form,
    name: &'static str,
    label: &str,
    mut passphrase: Signal<String>,
) -> Element {
    let least = Policy::PROGRAMME.passphrase_min_chars;
    let strength = use_strength_from(form, name, passphrase, String::new(), least);
    rsx! {
        SecretField { form, name, label: tr(label),
            hint: tr_with("passphrase-hint", &[("least", least.into())]),
            value: passphrase.read().clone(), autocomplete: "new-password",
            change: move |text| passphrase.set(text),
            {strength}
        }
    }
}

/// What is wrong with a new passphrase, by the field that it was typed in.
fn wrong(passphrase: &str, name: &str) -> Option<Vec<FieldProblem>> {
    let problem = check_passphrase(passphrase, &Policy::PROGRAMME)?;
    Some(vec![FieldProblem { field: name.to_owned(), ..problem }])
}

#[component]
fn ChooseKeeping() -> Element {
    let app = App::here();
    let form = use_form();
    let passphrase = use_signal(String::new);
    // Neither is chosen for anybody.
    let mut keeps = use_signal(|| None::<bool>);
    let keeps_now = *keeps.read();
    let send = move |event: FormEvent| {
        event.prevent_default();
        let passphrase = passphrase.peek().clone();
        match *keeps.peek() {
            None => form.refuse(vec![FieldProblem::new("keeping_way", Code::Required)].into()),
            Some(false) => decide(app, form, KeepingDecision::KeepNothing),
            Some(true) => match wrong(&passphrase, "passphrase") {
                Some(problems) => form.refuse(problems.into()),
                None => decide(app, form, KeepingDecision::Choose { passphrase }),
            },
        }
    };
    let field = new_passphrase(form, "passphrase", "passphrase", passphrase);
    rsx! {
        Page { heading: tr("passphrase-choose-heading"), form,
            p { class: "lead", {tr("passphrase-choose-lead")} }
            form { class: "read-first", novalidate: true, onsubmit: send,
                Group { form, name: "keeping_way", question: tr("passphrase-question"), one: true, required: true,
                    answers: vec![
                        Answer::new(tr("passphrase-way-keep"), keeps_now == Some(true))
                            .with(tr("passphrase-way-keep-text")),
                        Answer::new(tr("passphrase-way-nothing"), keeps_now == Some(false))
                            .with(tr("passphrase-way-nothing-text")),
                    ],
                    change: move |(i, _): (usize, bool)| keeps.set(Some(i == 0)),
                }
                if keeps_now == Some(true) {
                    {field}
                    {remark(Tone::Attention, tr("passphrase-no-reset"))}
                }
                Submit { form, label: tr("passphrase-go-on"), busy_label: tr("passphrase-working") }
            }
        }
    }
}

#[component]
fn EnterPassphrase() -> Element {
    let app = App::here();
    let form = use_form();
    let mut passphrase = use_signal(String::new);
    let mut asking = use_signal(|| false);
    let send = move |event: FormEvent| {
        event.prevent_default();
        let passphrase = passphrase.peek().clone();
        if passphrase.is_empty() {
            form.refuse(vec![FieldProblem::new("passphrase", Code::Required)].into());
        } else {
            decide(app, form, KeepingDecision::Enter { passphrase });
        }
    };
    rsx! {
        Page { heading: tr("passphrase-enter-heading"), form,
            p { class: "lead", {tr("passphrase-enter-lead")} }
            form { class: "read-first", novalidate: true, onsubmit: send,
                SecretField { form, name: "passphrase", label: tr("passphrase"),
                    value: passphrase.read().clone(), autocomplete: "current-password",
                    change: move |text| passphrase.set(text),
                }
                Submit { form, label: tr("passphrase-open"), busy_label: tr("passphrase-working") }
            }
            section {
                h2 { {tr("passphrase-without")} }
                p { {tr("passphrase-without-now-text")} }
                p { class: "act",
                    button { id: "without-now", class: "button second", r#type: "button",
                        onclick: move |_| decide(app, form, KeepingDecision::KeepNothing),
                        {tr("passphrase-without-now")}
                    }
                }
                p { {tr("passphrase-anew-text")} }
                p { class: "act",
                    button { id: "anew-ask", class: "button second", r#type: "button",
                        onclick: move |_| asking.set(true),
                        {tr("passphrase-anew")}
                    }
                }
            }
            Confirm { id: "anew", open: asking, title: tr("passphrase-anew-title"), text: tr("passphrase-anew-ask"),
                act: tr("passphrase-anew-act"),
                agreed: move |()| decide(app, form, KeepingDecision::StartAnew),
            }
        }
    }
}

/// In the settings: what can be decided about the passphrase, where there is one or could be.
#[component]
pub(crate) fn PassphraseSettings(keeping: Keeping) -> Element {
    let app = App::here();
    match keeping {
        Keeping::WithPassphrase => rsx! { ChangePassphrase {} },
        Keeping::UntilClosed => rsx! {
            p { class: "act",
                button { id: "choose-passphrase", class: "button second", r#type: "button",
                    onclick: move |_| app.ask_about_keeping(),
                    {tr("passphrase-choose")}
                }
            }
        },
        _ => rsx! {},
    }
}

#[component]
fn ChangePassphrase() -> Element {
    let app = App::here();
    let form = use_form();
    let mut current = use_signal(String::new);
    let mut passphrase = use_signal(String::new);
    let mut asking = use_signal(|| false);
    let send = move |event: FormEvent| {
        event.prevent_default();
        form.send(|| {
            let (former, new) = (current.peek().clone(), passphrase.peek().clone());
            if former.is_empty() {
                return Err(vec![FieldProblem::new("current_passphrase", Code::Required)]);
            }
            if let Some(problems) = wrong(&new, "new_passphrase") {
                return Err(problems);
            }
            let decision = KeepingDecision::Change { current: former, passphrase: new };
            Ok(Box::pin(async move {
                app.household().decide_keeping(&decision).await?;
                form.end();
                current.set(String::new());
                passphrase.set(String::new());
                app.tell(tr("passphrase-changed"));
                Ok(())
            }))
        });
    };
    let field = new_passphrase(form, "new_passphrase", "passphrase-new", passphrase);
    rsx! {
        h3 { {tr("passphrase-change-heading")} }
        form { class: "read-first", novalidate: true, onsubmit: send,
            SecretField { form, name: "current_passphrase", label: tr("passphrase-current"),
                value: current.read().clone(), autocomplete: "current-password",
                change: move |text| current.set(text),
            }
            {field}
            {remark(Tone::Plain, tr("passphrase-no-reset"))}
            Submit { form, label: tr("passphrase-change-act"), busy_label: tr("passphrase-working") }
        }
        p { class: "act",
            button { id: "remove-passphrase-ask", class: "button second", r#type: "button",
                onclick: move |_| asking.set(true),
                {tr("passphrase-remove")}
            }
        }
        Confirm { id: "remove-passphrase", open: asking, title: tr("passphrase-remove-title"),
            text: tr("passphrase-remove-text"), act: tr("passphrase-remove-act"),
            agreed: move |()| decide(app, form, KeepingDecision::Remove),
        }
    }
}
