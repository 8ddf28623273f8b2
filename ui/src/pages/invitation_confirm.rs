//! Confirming each address with the code that was mailed to it. Once the principal's address is
//! confirmed, the account is open, and the page says what comes by mail.

use crate::app::App;
use crate::browser;
use crate::form::{Form, use_form};
use crate::host;
use crate::pages::invitation::{OPENED, WithInvitation, ways_out};
use crate::parts::fields::TextField;
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::{Go, go, go_button};
use crate::parts::page::{Page, not_now};
use crate::parts::panel::{Tone, banner, remark};
use crate::parts::question::Question;
use crate::route::{Route, Topic};
use crate::view::invitation::{
    code_field as code_name, codes, is_open, note_confirmed, principal, refusal_of_code, waiting,
    whose,
};
use crate::words::{moment, names, tr, tr_with};
use contract::Problem;
use contract::ask::ShowInvitation;
use contract::draft::{Draft, DraftKey, FirstSignInDraft};
use contract::invitation::{AnsweredAddress, ConfirmAddress, Invitation, SendConfirmation};
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn InvitationConfirm() -> Element {
    rsx! {
        WithInvitation { heading: tr("codes-heading"),
            show: move |invitation: Invitation| {
                if is_open(&invitation) && waiting(&invitation) == 0 {
                    return rsx! { AccountOpen { invitation } };
                }
                if invitation.addresses.is_empty() {
                    return not_now(tr("codes-heading"), tr("codes-nothing"), Route::InvitationAnswer, "check-go-back");
                }
                rsx! { Codes { invitation } }
            }
        }
    }
}

#[component]
fn Codes(invitation: Invitation) -> Element {
    let app = App::here();
    let form = use_form();
    let mut typed = use_signal(|| vec![String::new(); invitation.addresses.len()]);
    let open = is_open(&invitation);
    let send = {
        let addresses = invitation.addresses.clone();
        move |_| {
            form.send(|| {
                let codes = codes(&addresses, &typed.peek())?;
                Ok(Box::pin(async move {
                    for (place, confirm) in codes {
                        confirm_one(app, place, confirm).await?;
                    }
                    learn_more(app).await;
                    form.end();
                    app.say(crate::words::in_texts(&app.texts.peek(), "codes-confirmed"));
                    Ok(())
                }))
            });
        }
    };
    let left = waiting(&invitation);
    rsx! {
        Question { heading: tr("codes-heading"), form,
            // Once the account is open, the answer holds.
            back: if open { Route::Home } else { Route::InvitationAnswer },
            label: tr_with("codes-confirm", &[("count", left.into())]), busy_label: tr("checking"), send,
            before: rsx! {
                {ways_out(form)}
                if open {
                    {account_open(&invitation)}
                } else {
                    p { class: "lead", {tr_with("codes-lead", &[("count", left.into())])} }
                }
            },
            after: rsx! {
                section {
                    h2 { {tr("codes-not-here-heading")} }
                    ul {
                        li { {tr("codes-junk")} }
                        if !open {
                            li { {tr("codes-mistyped")} " " {go(Route::InvitationAnswer, "codes-mistyped-go")} }
                        }
                        li { {tr("codes-elsewhere")} " " {go(Route::ConfirmAddress, "door-confirm-address")} }
                        li { {go(Route::HelpOn(Topic::NoEmail), "door-no-email")} }
                    }
                }
                if !open {
                    {what_next(&invitation)}
                }
            },
            for (place , address) in invitation.addresses.iter().enumerate() {
                div { key: "{address.email}", class: "mailbox",
                    if address.confirmed {
                        {confirmed(address, &invitation)}
                    } else {
                        // With several, those that came are enough.
                        TextField { form, name: code_name(place), required: left == 1,
                            label: tr_with("codes-code-of", &[("email", address.email.as_str().into())]),
                            hint: hint(address, &invitation),
                            value: typed.read().get(place).cloned().unwrap_or_default(),
                            autocomplete: "one-time-code", inputmode: "numeric", width: "code",
                            change: move |text| typed.with_mut(|all| {
                                if all.len() <= place {
                                    all.resize(place + 1, String::new());
                                }
                                all[place] = text;
                            }),
                        }
                        {tries(address)}
                        {another(app, form, address.email.clone())}
                    }
                }
            }
        }
    }
}

/// An address that is confirmed, and whose it is.
fn confirmed(address: &AnsweredAddress, invitation: &Invitation) -> Element {
    let whose = names(&whose(address, invitation));
    rsx! {
        p { class: "confirmed", {icon(Glyph::Done)}
            span {
                strong { translate: "no", {address.email.clone()} }
                " "
                {tr_with("codes-is-confirmed", &[("names", whose.into())])}
            }
        }
    }
}

/// Whose address it is, and how long its code works.
fn hint(address: &AnsweredAddress, invitation: &Invitation) -> String {
    let whose = names(&whose(address, invitation));
    match address.code_ends_at.filter(|ends| *ends > browser::now()) {
        Some(ends) => {
            tr_with("codes-until", &[("names", whose.into()), ("when", moment(ends).into())])
        }
        None => tr_with("codes-ended", &[("names", whose.into())]),
    }
}

/// How often the code of an address can still be typed, once it was typed wrongly.
fn tries(address: &AnsweredAddress) -> Element {
    if address.tries_left == 0 {
        return remark(Tone::Attention, tr("codes-used-up"));
    }
    let few = address.tries_left < Policy::PROGRAMME.confirmation_tries;
    rsx! {
        if few {
            p { class: "quiet", {tr_with("codes-tries", &[("tries", address.tries_left.into())])} }
        }
    }
}

/// Has another code mailed.
fn another(app: App, form: Form, email: String) -> Element {
    let words = tr("codes-another");
    let about = email.clone();
    rsx! {
        button { class: "plain", r#type: "button",
            onclick: move |_| {
                let email = email.clone();
                form.send(|| {
                    Ok(Box::pin(async move {
                        let said = app.texts.peek().format("codes-another-sent", &[("email", email.as_str().into())]);
                        let invitation = host::ask(&app.host(), SendConfirmation { email }).await?;
                        *OPENED.write() = Some(invitation);
                        form.end();
                        app.tell(said);
                        Ok(())
                    }))
                });
            },
            {words}
            span { class: "unseen", " " {about} }
        }
    }
}

/// Confirms one address.
async fn confirm_one(app: App, place: usize, confirm: ConfirmAddress) -> Result<(), Problem> {
    let email = confirm.email.clone();
    match host::ask(&app.host(), confirm).await {
        Ok(()) => {
            let mut opened = OPENED.write();
            if let Some(invitation) = opened.as_mut() {
                note_confirmed(invitation, &email);
            }
            Ok(())
        }
        Err(problem) => {
            // How often it can still be typed is known there only.
            learn_more(app).await;
            Err(refusal_of_code(problem, &code_name(place)))
        }
    }
}

/// Asks how far the answer has come. Where that is not told, what is known here holds.
async fn learn_more(app: App) {
    if let Ok(invitation) = host::ask(&app.host(), ShowInvitation {}).await {
        *OPENED.write() = Some(invitation);
    }
    let open = OPENED.peek().as_ref().is_some_and(is_open);
    if open && let Some(Draft::Invitation(answered)) = app.known_draft(DraftKey::Invitation) {
        // The first sign-in asks who one is, too: nothing is asked twice.
        let who = FirstSignInDraft {
            username: String::new(),
            date_of_birth: answered.date_of_birth,
            uci: answered.uci,
        };
        if app.known_draft(DraftKey::FirstSignIn).is_none() && !who.uci.is_empty() {
            app.keep(DraftKey::FirstSignIn, Draft::FirstSignIn(who));
        }
        app.discard(DraftKey::Invitation);
    }
}

/// The mailbox that username and temporary password are mailed to.
fn mailbox(invitation: &Invitation) -> String {
    principal(invitation).and_then(|me| me.email.clone()).unwrap_or_default()
}

fn account_open(invitation: &Invitation) -> Element {
    rsx! {
        {banner(Tone::Done, tr("opened-title"), Some(tr_with("opened-text", &[("email", mailbox(invitation).into())])))}
        p { Go { to: Route::FirstSignIn, {tr("way-temporary-go")} } }
    }
}

/// What happens once addresses are confirmed.
fn what_next(invitation: &Invitation) -> Element {
    let days = Policy::PROGRAMME.temporary_password_days;
    let others = invitation.people.iter().any(|person| person.own_account);
    rsx! {
        section {
            h2 { {tr("what-next-heading")} }
            ol { class: "next-steps",
                li { {tr("codes-next-open")} }
                li { {tr_with("codes-next-mail", &[("days", days.into())])} }
                if others {
                    li { {tr("codes-next-others")} }
                }
                li { {tr("codes-next-sign-in")} }
            }
        }
    }
}

/// Everything is confirmed.
#[component]
fn AccountOpen(invitation: Invitation) -> Element {
    let days = Policy::PROGRAMME.temporary_password_days;
    let others = invitation.people.iter().any(|person| person.own_account);
    rsx! {
        Page { heading: tr("opened-heading"), back: Route::Home,
            {banner(Tone::Done, tr("opened-title"), Some(tr_with("opened-text", &[("email", mailbox(&invitation).into())])))}
            section {
                h2 { {tr("what-next-heading")} }
                ol { class: "next-steps",
                    li { {tr("opened-look")} }
                    li { {tr_with("opened-first", &[("days", days.into())])} }
                    if others {
                        li { {tr("codes-next-others")} }
                    }
                }
            }
            {go_button(Route::FirstSignIn, "way-temporary-go")}
            p { {go(Route::HelpOn(Topic::NoEmail), "door-no-email")} }
        }
    }
}
