//! Opening the invitation with its code and who one is, and what holds while the principal is not in
//! Canada. What was opened is held here for the pages that answer it; its code is never kept.

use crate::app::App;
use crate::browser;
use crate::form::{Form, Typed, use_form, use_typed};
use crate::host;
use crate::pages::welcome::representative_warning;
use crate::parts::date::DateField;
use crate::parts::drawing::{Drawing, drawing};
use crate::parts::fields::TextField;
use crate::parts::link::{go, go_button, lead_out};
use crate::parts::page::{Page, TryAgain, not_now};
use crate::parts::question::Question;
use crate::parts::waiting::Waiting;
use crate::route::{Route, Topic};
use crate::view::invitation::{is_open, open};
use crate::words::tr;
use contract::ask::ShowInvitation;
use contract::board::HouseholdState;
use contract::draft::{DraftKey, InvitationDraft};
use contract::invitation::Invitation;
use contract::policy::Policy;
use contract::{Code, Problem};
use dioxus::prelude::*;

/// The invitation that is being answered, as the portal told it last.
pub(crate) static OPENED: GlobalSignal<Option<Invitation>> = Signal::global(|| None);

/// The page of an open invitation that it goes on with.
pub(crate) fn next(invitation: &Invitation) -> Route {
    if is_open(invitation) || invitation.state == HouseholdState::Answered {
        Route::InvitationConfirm
    } else {
        Route::InvitationAnswer
    }
}

#[component]
pub(crate) fn OpenInvitationPage() -> Element {
    let typed = use_typed::<InvitationDraft>(DraftKey::Invitation);
    if typed.is_loaded() {
        rsx! { OpenForm { typed } }
    } else {
        rsx! { Waiting {} }
    }
}

#[component]
fn OpenForm(typed: Typed<InvitationDraft>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut code = use_signal(String::new);
    let send = move |_| {
        form.send(|| {
            let (typed, policy) = (typed.now(), Policy::PROGRAMME);
            let answers = open(&typed, &code.peek(), browser::today(), &policy)?;
            Ok(Box::pin(async move {
                let opened = host::ask(&app.host(), answers).await?;
                let page = next(&opened.invitation);
                *OPENED.write() = Some(opened.invitation);
                app.go(page);
                Ok(())
            }))
        });
    };
    rsx! {
        Question { heading: tr("open-heading"), back: Route::Home, form,
            label: tr("open-invitation"), busy_label: tr("checking"), send,
            before: rsx! {
                {ways_out(form)}
                p { class: "lead", {tr("open-lead")} }
            },
            after: rsx! {
                p { {go(Route::InvitationAgain, "open-no-code")} }
                p { {go(Route::HelpOn(Topic::GenuineEmail), "door-genuine-email")} }
                {representative_warning()}
            },
            {code_field(form, "code", tr("open-code"), tr("open-code-hint"), code.read().clone(),
                move |text| code.set(text))}
            {who_fields(form, typed)}
        }
    }
}

/// Who one is: date of birth and UCI, asked once for both ways to the invitation.
pub(crate) fn who_fields(form: Form, typed: Typed<InvitationDraft>) -> Element {
    let draft = typed.get();
    rsx! {
        DateField { form, name: "date_of_birth", label: tr("date-of-birth"), hint: tr("date-hint"),
            value: draft.date_of_birth,
            change: move |date| typed.change(|draft| draft.date_of_birth = date),
        }
        TextField { form, name: "uci", label: tr("uci"), hint: tr("uci-hint"),
            required: true, value: draft.uci, autocomplete: "off", inputmode: "numeric", width: "code",
            change: move |text| typed.change(|draft| draft.uci = text),
        }
    }
}

/// A code from an email: pasted or typed in any spelling, never kept.
pub(crate) fn code_field(
    form: Form,
    name: &str,
    label: String,
    hint: String,
    value: String,
    change: impl FnMut(String) + 'static,
) -> Element {
    rsx! {
        TextField { form, name, label, hint, required: true, value, autocomplete: "one-time-code", width: "code",
            change,
        }
    }
}

/// The pages that lead out of what refused a form.
pub(crate) fn ways_out(form: Form) -> Element {
    let ways: &[(Route, &str)] = match form.refusal_code() {
        Some(Code::InvitationRefused | Code::InvitationExpired) => {
            &[(Route::InvitationAgain, "way-out-invitation-again")]
        }
        Some(Code::InvitationAnswered) => &[
            (Route::SignIn, "way-out-sign-in"),
            (Route::FirstSignIn, "way-temporary-go"),
            (Route::FirstSignInAgain, "way-out-first-again"),
        ],
        Some(Code::InvitationTimedOut) => &[(Route::Invitation, "way-out-invitation")],
        Some(Code::ResetCodeRefused | Code::ResetCodeExpired) => {
            &[(Route::ForgottenPassword, "way-out-reset-code")]
        }
        Some(Code::SecondFactorTimedOut) => &[(Route::SignIn, "way-out-sign-in")],
        _ => return rsx! {},
    };
    lead_out(ways)
}

/// A page that goes on with an open invitation: asks the portal how far it has come, unless that is
/// known here.
#[component]
pub(crate) fn WithInvitation(heading: String, show: Callback<Invitation, Element>) -> Element {
    let app = App::here();
    let mut failed = use_signal(|| None::<Problem>);
    let fetch = move || async move {
        failed.set(None);
        if OPENED.peek().is_some() {
            return;
        }
        match host::ask(&app.host(), ShowInvitation {}).await {
            Ok(invitation) => *OPENED.write() = Some(invitation),
            Err(problem) => failed.set(Some(problem)),
        }
    };
    use_future(fetch);
    let known = OPENED.read().clone();
    if let Some(invitation) = known {
        return show.call(invitation);
    }
    let problem = failed.read().clone();
    match problem {
        None => rsx! {
            Page { heading, back: Route::Invitation, Waiting {} }
        },
        Some(problem) => match problem.code {
            // Nothing was opened on this device, or not lately.
            Code::InvitationTimedOut | Code::SignInRequired | Code::Forbidden => {
                not_now(heading, tr("open-first"), Route::Invitation, "way-out-invitation")
            }
            Code::InvitationAnswered => {
                not_now(heading, tr("error-invitation-answered"), Route::SignIn, "way-out-sign-in")
            }
            _ => rsx! {
                TryAgain { heading, problem, again: move |()| { spawn(fetch()); } }
            },
        },
    }
}

/// The invitation waits until the principal is in Canada.
#[component]
pub(crate) fn InvitationOutside() -> Element {
    rsx! {
        WithInvitation { heading: tr("outside-heading"),
            show: move |_: Invitation| {
                rsx! {
                    Page { heading: tr("outside-heading"), back: Route::InvitationAnswer,
                        {drawing(Drawing::Letter, "small")}
                        p { class: "lead", {tr("outside-lead")} }
                        section {
                            h2 { {tr("what-next-heading")} }
                            ol { class: "next-steps",
                                for id in ["outside-keep", "outside-nothing", "outside-again"] {
                                    li { key: "{id}", {tr(id)} }
                                }
                            }
                        }
                        {go_button(Route::Home, "go-to-start")}
                        p { {go(Route::InvitationAnswer, "outside-here-now")} }
                    }
                }
            }
        }
    }
}
