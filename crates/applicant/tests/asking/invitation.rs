//! Answering an invitation: its ticket stays here, and what can be told here is.

use crate::portal::{Portal, person};
use applicant::Applicant;
use contract::ask::{Ask, ShowInvitation};
use contract::board::{HouseholdState, Name, Relationship};
use contract::invitation::{
    AnswerInvitation, AnsweredPerson, Invitation, InvitationOpened, InvitedPerson, OpenInvitation,
    SendConfirmation,
};
use contract::{Code, Problem};
use jiff::civil::date;
use serde_json::Value;
use std::sync::Arc;

fn invitation() -> Invitation {
    let person = |number, relationship| InvitedPerson {
        id: person(number),
        name: Name { given: "Leila".to_owned(), family: "Haddad".to_owned() },
        relationship,
        minor: false,
        email: None,
        own_account: false,
    };
    Invitation {
        state: HouseholdState::Invited,
        last_day: date(2027, 1, 22),
        people: vec![person(1, Relationship::Principal), person(2, Relationship::Spouse)],
        addresses: Vec::new(),
    }
}

fn opening() -> Ask {
    OpenInvitation {
        code: "k7mp2xqd9rtw".to_owned(),
        date_of_birth: date(1988, 3, 27),
        uci: "1234 5678".to_owned(),
    }
    .into()
}

fn answer(email: Option<&str>) -> Ask {
    let answered = |number, email: Option<&str>| AnsweredPerson {
        person: person(number),
        email: email.map(str::to_owned),
        own_account: false,
    };
    AnswerInvitation { in_canada: true, people: vec![answered(1, email), answered(2, None)] }.into()
}

async fn open(portal: &Portal, app: &Applicant, ticket: Option<&str>) -> Result<Value, Problem> {
    let opened = InvitationOpened {
        token: ticket.map(str::to_owned),
        ends_at: "2026-11-23T13:00:00Z".parse().expect("a time"),
        invitation: invitation(),
    };
    portal.replies("200 OK", &opened);
    app.ask(opening()).await
}

fn codes(answer: Result<Value, Problem>) -> Option<Code> {
    answer.err().map(|problem| problem.code)
}

#[tokio::test]
async fn the_ticket_stays_here_and_is_shown_with_every_answer() {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let app = portal.applicant(folder.path(), &Arc::default());
    let opened = open(&portal, &app, Some("ticket-1")).await.expect("opened");
    assert_eq!(opened.get("token"), None, "it never reaches the interface");
    assert!(!opened.to_string().contains("ticket-1"));
    assert_eq!(opened["invitation"]["people"][0]["relationship"], "principal");
    let call = portal.call();
    assert_eq!(call.line(), "POST /api/v1/invitations/opening");
    assert_eq!(call.header("authorization"), None);
    assert_eq!(call.body()["code"], "K7MP-2XQD-9RTW", "in its normal form");

    portal.replies("200 OK", &invitation());
    app.ask(answer(Some("Leila@Example.org"))).await.expect("answered");
    let call = portal.call();
    assert_eq!(call.line(), "PUT /api/v1/invitations/answer");
    assert_eq!(call.header("authorization"), Some("Bearer ticket-1"));
    assert_eq!(call.body()["people"][0]["email"], "Leila@example.org");

    portal.replies("200 OK", &invitation());
    let code = SendConfirmation { email: "Leila@example.org".to_owned() };
    app.ask(code.into()).await.expect("sent");
    assert_eq!(portal.call().header("authorization"), Some("Bearer ticket-1"));
}

#[tokio::test]
async fn a_ticket_that_has_ended_is_said_and_shown_no_more() {
    for (status, code) in
        [("401 Ended", Code::InvitationTimedOut), ("401 Unknown", Code::SignInRequired)]
    {
        let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
        let app = portal.applicant(folder.path(), &Arc::default());
        assert_eq!(codes(app.ask(ShowInvitation {}.into()).await), Some(Code::InvitationTimedOut));
        assert_eq!(portal.calls().len(), 0, "nobody opened one");
        open(&portal, &app, Some("ticket-1")).await.expect("opened");
        portal.refuses("503 Busy", Code::Unavailable);
        assert_eq!(codes(app.ask(ShowInvitation {}.into()).await), Some(Code::Unavailable));
        portal.refuses(status, code);
        assert_eq!(codes(app.ask(ShowInvitation {}.into()).await), Some(Code::InvitationTimedOut));
        portal.calls();
        assert_eq!(codes(app.ask(ShowInvitation {}.into()).await), Some(Code::InvitationTimedOut));
        assert_eq!(portal.calls().len(), 0);
    }
}

#[tokio::test]
async fn a_sign_out_leaves_no_ticket_behind() {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let app = portal.applicant(folder.path(), &Arc::default());
    open(&portal, &app, Some("ticket-1")).await.expect("opened");
    app.sign_out().await.expect("signed out");
    assert_eq!(codes(app.ask(ShowInvitation {}.into()).await), Some(Code::InvitationTimedOut));
}

#[tokio::test]
async fn a_reply_without_a_ticket_opens_nothing() {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let app = portal.applicant(folder.path(), &Arc::default());
    assert_eq!(codes(open(&portal, &app, None).await), Some(Code::UnexpectedReply));
    assert_eq!(codes(app.ask(ShowInvitation {}.into()).await), Some(Code::InvitationTimedOut));
}

#[tokio::test]
async fn what_is_missing_is_told_without_asking() {
    let (folder, portal) = (tempfile::tempdir().expect("a folder"), Portal::new().await);
    let app = portal.applicant(folder.path(), &Arc::default());
    open(&portal, &app, Some("ticket-1")).await.expect("opened");
    portal.calls();
    let refused = app.ask(answer(None)).await.expect_err("the principal needs an address");
    assert_eq!(refused.fields[0].field, format!("email/{}", person(1)));
    assert_eq!(portal.calls().len(), 0);
}
