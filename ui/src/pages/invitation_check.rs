//! Checking the answers to the invitation before they are sent.

use crate::app::App;
use crate::form::{Typed, use_form, use_typed};
use crate::host;
use crate::pages::invitation::{OPENED, WithInvitation, ways_out};
use crate::parts::answers::{Given, answers};
use crate::parts::page::not_now;
use crate::parts::panel::{Tone, remark};
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::view::invitation::{answer, can_have_own, email_field, refusal_of_the_page, shown};
use crate::words::{tr, tr_with};
use contract::draft::{Draft, DraftKey, InvitationDraft};
use contract::invitation::{AnswerInvitation, Invitation};
use dioxus::prelude::*;
use std::collections::BTreeSet;

#[component]
pub(crate) fn InvitationCheck() -> Element {
    let typed = use_typed::<InvitationDraft>(DraftKey::Invitation);
    rsx! {
        WithInvitation { heading: tr("check-heading"),
            show: move |invitation: Invitation| {
                if !typed.is_loaded() {
                    return rsx! { Waiting {} };
                }
                match answer(&shown(&typed.get(), &invitation), &invitation) {
                    Ok(answer) => rsx! { Check { invitation, typed, answer } },
                    // What was kept does not hold (any more): back to the boxes.
                    Err(_) => not_now(
                        tr("check-heading"),
                        tr("check-incomplete"),
                        Route::InvitationAnswer,
                        "check-go-back",
                    ),
                }
            }
        }
    }
}

#[component]
fn Check(
    invitation: Invitation,
    typed: Typed<InvitationDraft>,
    answer: AnswerInvitation,
) -> Element {
    let app = App::here();
    let form = use_form();
    let in_canada = answer.in_canada;
    let send = {
        let (answer, invitation) = (answer.clone(), invitation.clone());
        move |_| {
            let (answer, invitation) = (answer.clone(), invitation.clone());
            // The portal then has the answers; who one is stays, to open the invitation again.
            let rest = InvitationDraft { in_canada: None, people: Vec::new(), ..typed.now() };
            form.send(|| {
                Ok(Box::pin(async move {
                    let answered = host::ask(&app.host(), answer).await;
                    let answered =
                        answered.map_err(|refused| refusal_of_the_page(refused, &invitation))?;
                    *OPENED.write() = Some(answered);
                    app.keep(DraftKey::Invitation, Draft::Invitation(Box::new(rest)));
                    app.go(if in_canada {
                        Route::InvitationConfirm
                    } else {
                        Route::InvitationOutside
                    });
                    Ok(())
                }))
            });
        }
    };
    let (label, lead) = if in_canada {
        (tr_with("check-send", &[("count", mailboxes(&answer).into())]), "check-lead")
    } else {
        (tr("check-send-outside"), "check-lead-outside")
    };
    rsx! {
        Question { heading: tr("check-heading"), back: Route::InvitationAnswer, form, label, send,
            before: rsx! {
                {ways_out(form)}
                p { class: "lead", {tr(lead)} }
                {answers(lines(&invitation, &answer))}
            },
            if in_canada {
                {remark(Tone::Plain, tr("check-later"))}
            }
        }
    }
}

/// To how many addresses a code is mailed.
fn mailboxes(answer: &AnswerInvitation) -> usize {
    let emails = answer.people.iter().filter_map(|answered| answered.email.as_deref());
    emails.map(str::to_lowercase).collect::<BTreeSet<_>>().len()
}

/// What was answered, line by line.
fn lines(invitation: &Invitation, answer: &AnswerInvitation) -> Vec<Given<String>> {
    let in_canada = if answer.in_canada { "answer-in-canada-yes" } else { "answer-in-canada-no" };
    let mut all = vec![Given {
        question: tr("answer-in-canada"),
        lines: vec![tr(in_canada)],
        change: Some((Route::InvitationAnswer, "field-in-canada".to_owned())),
    }];
    for person in &invitation.people {
        let Some(answered) = answer.people.iter().find(|each| each.person == person.id) else {
            continue;
        };
        let mut lines = vec![answered.email.clone().unwrap_or_else(|| tr("check-no-email"))];
        if can_have_own(invitation, person) {
            lines.push(tr(if answered.own_account { "check-own" } else { "check-no-own" }));
        }
        all.push(Given {
            question: person.name.full(),
            lines,
            change: Some((Route::InvitationAnswer, crate::form::field_id(&email_field(person.id)))),
        });
    }
    all
}
