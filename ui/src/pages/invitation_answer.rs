//! Answering the invitation for the whole household: in Canada or not, the address of each person,
//! and which adults are to have an account of their own.

use crate::app::App;
use crate::form::{Form, Typed, use_form, use_typed};
use crate::pages::invitation::WithInvitation;
use crate::parts::choices::{Answer, Group, tick};
use crate::parts::disclosure::disclosure;
use crate::parts::fields::TextField;
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::view::invitation::{IN_CANADA, answer, can_have_own, email_field, principal, shown};
use crate::words::{day, tr, tr_name, tr_with};
use contract::board::HouseholdState;
use contract::draft::{DraftKey, InvitationDraft};
use contract::id::PersonId;
use contract::invitation::{Invitation, InvitedPerson};
use dioxus::prelude::*;

#[component]
pub(crate) fn InvitationAnswer() -> Element {
    let typed = use_typed::<InvitationDraft>(DraftKey::Invitation);
    rsx! {
        WithInvitation { heading: tr("answer-heading"),
            show: move |invitation: Invitation| {
                if typed.is_loaded() {
                    rsx! { AnswerForm { invitation, typed } }
                } else {
                    rsx! { Waiting {} }
                }
            }
        }
    }
}

#[component]
fn AnswerForm(invitation: Invitation, typed: Typed<InvitationDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut known = use_hook(|| CopyValue::new(invitation.clone()));
    known.set(invitation.clone());
    let answers = shown(&typed.get(), &invitation);
    let send = move |_| {
        form.send(|| {
            let invitation = known.read().clone();
            let answers = shown(&typed.now(), &invitation);
            answer(&answers, &invitation)?;
            Ok(Box::pin(async move {
                // Kept even when nothing was changed, so that the next page finds it.
                typed.change(|draft| *draft = answers);
                app.go(Route::InvitationCheck);
                Ok(())
            }))
        });
    };
    let in_canada = answers.in_canada;
    // Outside Canada, the code does not run out.
    let lead = if invitation.state == HouseholdState::WaitingOutside {
        tr("answer-lead-waiting")
    } else {
        tr_with("answer-lead", &[("day", day(invitation.last_day).into())])
    };
    rsx! {
        Question { heading: tr("answer-heading"), back: Route::Invitation, form, label: tr("continue"), send,
            before: rsx! {
                p { class: "lead", {lead} }
            },
            Group { form, name: IN_CANADA, question: tr("answer-in-canada"), hint: tr("answer-in-canada-hint"),
                required: true, one: true,
                answers: vec![
                    Answer::new(tr("answer-in-canada-yes"), in_canada == Some(true)),
                    Answer::new(tr("answer-in-canada-no"), in_canada == Some(false))
                        .with(tr("answer-in-canada-no-then")),
                ],
                change: move |(chosen, _): (usize, bool)| {
                    edit(typed, known, |draft| draft.in_canada = Some(chosen == 0));
                },
            }
            if in_canada == Some(true) {
                {about_own_accounts(&invitation)}
                for person in &invitation.people {
                    {about(form, typed, known, person, &answers)}
                }
            }
        }
    }
}

/// The invitation for every box to look at when something is typed into it.
type LatestInvitation = CopyValue<Invitation>;

/// Changes the answers as they are shown, which may be what the portal knows.
fn edit(
    typed: Typed<InvitationDraft>,
    known: LatestInvitation,
    change: impl FnOnce(&mut InvitationDraft),
) {
    let mut answers = shown(&typed.now(), &known.read());
    change(&mut answers);
    typed.change(|draft| *draft = answers);
}

/// Changes what is answered about one person.
fn edit_person(
    typed: Typed<InvitationDraft>,
    known: LatestInvitation,
    person: PersonId,
    change: impl FnOnce(&mut contract::draft::InvitedPersonDraft),
) {
    edit(typed, known, |draft| {
        if let Some(answered) = draft.people.iter_mut().find(|each| each.person == person) {
            change(answered);
        }
    });
}

/// What an own account means, where somebody could have one.
fn about_own_accounts(invitation: &Invitation) -> Element {
    if !invitation.people.iter().any(|person| can_have_own(invitation, person)) {
        return rsx! {};
    }
    disclosure(
        tr("own-means-heading"),
        rsx! {
            ul {
                for id in ["own-means-self", "own-means-unseen", "own-means-else", "own-means-later"] {
                    li { key: "{id}", {tr(id)} }
                }
            }
        },
    )
}

/// What is asked about one person.
fn about(
    form: Form,
    typed: Typed<InvitationDraft>,
    known: LatestInvitation,
    person: &InvitedPerson,
    answers: &InvitationDraft,
) -> Element {
    let invitation = known.read();
    let id = person.id;
    let me = principal(&invitation).is_some_and(|principal| principal.id == id);
    let answered = answers.people.iter().find(|each| each.person == id);
    let (email, own) =
        answered.map_or((String::new(), false), |each| (each.email.clone(), each.own_account));
    let kin = tr(&format!("relationship-{}", person.relationship.as_str()));
    let (label, hint) = match (me, own) {
        (true, _) => (tr("answer-email-me"), tr("answer-email-me-hint")),
        (false, true) => (tr("answer-email"), tr_name("answer-email-own-hint", &person.name)),
        (false, false) => (tr("answer-email"), tr("answer-email-other-hint")),
    };
    let own_tick = can_have_own(&invitation, person).then(|| {
        let words = Answer::new(tr_name("answer-own", &person.name), own)
            .with(tr_name("answer-own-then", &person.name));
        tick(&format!("field-{id}-own"), None, words, move |on| {
            edit_person(typed, known, id, |each| each.own_account = on);
        })
    });
    rsx! {
        fieldset { key: "{id}", class: "group person-asked",
            legend { class: "question",
                span { {person.name.full()} }
                span { class: "kin", {if me { tr("this-is-you") } else { kin }} }
            }
            TextField { form, name: email_field(id), label, hint, required: me || own, value: email,
                autocomplete: if me { "email" } else { "off" }, inputmode: "email",
                change: move |text| edit_person(typed, known, id, |each| each.email = text),
            }
            if let Some(own_tick) = own_tick {
                div { class: "field", {own_tick} }
            }
        }
    }
}
