//! Addresses of an answer and the codes that confirm them: mistyped, shared, tried too often, late.

use crate::invitations::patient;
use crate::support::{LEILA, WEI};
use contract::board::HouseholdState;
use contract::invitation::Invitation;
use serde_json::json;

const DAY: i64 = 86_400;

#[tokio::test]
async fn a_mistyped_address_is_corrected() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    let typo = "leila.hadad@example.org";
    let answer = |leila| {
        invited.answer([(Some(leila), false), (Some(WEI), true), (None, false), (None, false)])
    };
    portal.answered(&ticket, &answer(typo)).await;
    portal.confirmed(WEI).await;
    let dead = portal.confirmation_code(typo).await;
    let before = portal.queued_to(WEI);
    let shown = portal.answered(&ticket, &answer(LEILA)).await;
    let told: Vec<_> = shown.addresses.iter().map(|a| (a.email.as_str(), a.confirmed)).collect();
    assert_eq!(told, [(LEILA, false), (WEI, true)], "what is unchanged stays confirmed");
    assert_eq!(portal.confirm(typo, &dead).await, (401, "confirmation_refused"));
    assert_eq!((portal.queued_to(typo), portal.queued_to(WEI)), (1, before));
    // The same answer once more mails nothing: the code that was mailed still works.
    let code = portal.confirmation_code(LEILA).await;
    let before = portal.queued_to(LEILA);
    portal.answered(&ticket, &answer("Leila.Haddad@EXAMPLE.org")).await;
    assert_eq!(portal.queued_to(LEILA), before);
    assert_eq!(portal.confirm(LEILA, &code).await.status, 204);
    assert_eq!(portal.queued_to(typo), 1, "nothing but the code");
}

#[tokio::test]
async fn a_shared_mailbox_is_confirmed_once_for_everyone() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    let shared = "Haddad-Chen@example.org";
    let other = "haddad-chen@Example.org";
    let answer = invited.answer([
        (Some(shared), false),
        (Some(other), true),
        (Some(shared), false),
        (None, false),
    ]);
    let shown = portal.answered(&ticket, &answer).await;
    assert_eq!(shown.addresses.len(), 1);
    assert_eq!(shown.addresses[0].people, invited.ids[..3]);
    assert_eq!(shown.people[1].email.as_deref(), Some("haddad-chen@example.org"), "as answered");
    assert_eq!(portal.queued_to(shared), 1);
    let code = portal.confirmation_code(shared).await;
    assert_eq!(portal.confirm("HADDAD-CHEN@example.org", &code).await.status, 204);
    let mails = portal.mailed_to(shared).await;
    let opened = mails.iter().filter(|mail| mail.text.contains("Temporary password: "));
    assert_eq!(opened.count(), 2, "Leila's and Wei's");
    assert_eq!(portal.confirm(shared, &code).await, (401, "confirmation_refused"), "once");
}

#[tokio::test]
async fn an_address_that_the_principal_moves_to_may_be_confirmed_already() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    portal.answered(&ticket, &invited.usual_answer()).await;
    portal.confirmed(WEI).await;
    portal.clock.advance(1);
    let shared =
        invited.answer([(Some(WEI), false), (Some(WEI), true), (None, false), (None, false)]);
    let shown = portal.answered(&ticket, &shared).await;
    assert_eq!(shown.state, HouseholdState::Active);
    let mails = portal.mailed_to(WEI).await;
    let opened = mails.iter().filter(|mail| mail.text.contains("Temporary password: "));
    assert_eq!(opened.count(), 2);
}

#[tokio::test]
async fn a_code_has_ten_tries_and_a_day() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    portal.answered(&ticket, &invited.usual_answer()).await;
    let code = portal.confirmation_code(LEILA).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let unknown = portal.confirm("nobody@example.org", wrong).await;
    for _ in 0..10 {
        let reply = portal.confirm(LEILA, wrong).await;
        assert_eq!(reply, (401, "confirmation_refused"));
        assert_eq!(reply.text(), unknown.text(), "as where nobody has that address");
    }
    assert_eq!(portal.confirm(LEILA, &code).await, (401, "confirmation_refused"), "ten times");
    let reply = portal.get("/invitations/answer", &[]).bearer(&ticket).send().await;
    assert_eq!(reply.granted::<Invitation>(200).addresses[0].tries_left, 0);
    let send = async |email: &str| {
        let call = portal.post("/invitations/codes", &[]).bearer(&ticket);
        call.json(&json!({"email": email})).send().await
    };
    portal.clock.advance(1);
    assert_eq!(send("other@example.org").await, (404, "not_found"));
    let shown: Invitation = send(LEILA).await.granted(200);
    assert_eq!(shown.addresses[0].tries_left, 10);
    let renewed = portal.confirmation_code(LEILA).await;
    // It is late by a moment, which only whoever has the code is told.
    portal.clock.advance(DAY);
    assert_eq!(portal.confirm(LEILA, wrong).await, (401, "confirmation_refused"));
    assert_eq!(portal.confirm(LEILA, &renewed).await, (403, "confirmation_expired"));
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    portal.answered(&ticket, &invited.usual_answer()).await;
    portal.confirmed(LEILA).await;
    portal.access_mailed_to(LEILA).await;
}

#[tokio::test]
async fn codes_to_one_address_are_limited() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    portal.answered(&ticket, &invited.usual_answer()).await;
    let send = async || {
        let call = portal.post("/invitations/codes", &[]).bearer(&ticket);
        call.json(&json!({"email": WEI})).send().await
    };
    portal.clock.advance(60);
    for _ in 0..4 {
        send().await.granted::<Invitation>(200);
    }
    let reply = send().await;
    assert_eq!(reply, (429, "too_many_attempts"));
    assert_eq!(reply.header("retry-after"), "3540");
    assert_eq!(portal.queued_to(WEI), 5);
}
