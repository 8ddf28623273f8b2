//! Own accounts of adults that are asked for later, an officer's exception, and closed accounts.

use crate::support::{APPLICATION, LEILA, PASSWORD, Reply, TestPortal, WEI, first_sign_in};
use contract::devices::{AccountView, OwnAccount};
use contract::id::PersonId;
use portal::officer;
use reqwest::Method;
use serde_json::json;

impl TestPortal {
    async fn ask_own(&self, token: &str, person: PersonId, email: &str) -> Reply {
        let template = "/people/{person}/own-account";
        let call = self.call(Method::PUT, template, &[&person.to_string()]).bearer(token);
        call.json(&json!({"email": email})).send().await
    }

    async fn own_accounts(&self, token: &str) -> Vec<(PersonId, OwnAccount)> {
        let reply = self.get("/account", &[]).bearer(token).send().await;
        let view: AccountView = reply.granted(200);
        view.own_accounts.iter().map(|state| (state.person, state.state)).collect()
    }
}

#[tokio::test]
async fn the_principal_asks_for_an_own_account_and_sees_nothing_once_it_is_used() {
    let portal = TestPortal::start().await;
    let (invited, token) = portal.settled().await;
    let (leila, wei) = (invited.ids[0], invited.ids[1]);
    let states = async || portal.own_accounts(&token).await;
    assert_eq!(states().await, [(wei, OwnAccount::None)], "nothing about minors");
    assert_eq!(portal.ask_own(&token, wei, WEI).await.status, 204);
    assert_eq!(states().await, [(wei, OwnAccount::Confirming)]);
    let dead = portal.confirmation_code(WEI).await;
    // A mistyped one is corrected by asking again; the old code dies.
    portal.clock.advance(1);
    let right = "wei@example.org";
    assert_eq!(portal.ask_own(&token, wei, right).await.status, 204);
    assert_eq!(portal.confirm(WEI, &dead).await, (401, "confirmation_refused"));
    assert_eq!(portal.queued_to(WEI), 1);
    portal.confirmed(right).await;
    assert_eq!(states().await, [(wei, OwnAccount::Opened)]);
    assert_eq!(portal.ask_own(&token, wei, right).await, (409, "own_account_not_possible"));
    assert!(portal.board(&token).await.people[1].journey.is_some(), "it is not used yet");

    let (username, temporary) = portal.access_mailed_to(right).await;
    let own = portal.sign_in_first(&first_sign_in(1, &username, &temporary)).await;
    assert_eq!(states().await, []);
    let board = portal.board(&token).await;
    assert!(board.people[1].journey.is_none());
    let told = serde_json::to_string(&board).unwrap();
    assert!(!told.contains(right) && !told.contains(&username), "{told}");
    let id = wei.to_string();
    let timeline = portal.get("/people/{person}/timeline", &[&id]).bearer(&token).send().await;
    assert_eq!(timeline, (404, "not_found"));
    assert_eq!(portal.ask_own(&token, wei, right).await, (404, "not_found"));
    // The other way round there is nothing to ask either.
    assert_eq!(portal.ask_own(&own, leila, LEILA).await, (404, "not_found"));
    assert_eq!(portal.ask_own(&own, wei, right).await, (404, "not_found"));
    assert_eq!(portal.own_accounts(&own).await, []);
}

#[tokio::test]
async fn a_shared_mailbox_opens_it_at_once_and_anothers_does_not() {
    let portal = TestPortal::start().await;
    let (invited, token) = portal.settled().await;
    let (wei, child) = (invited.ids[1], invited.ids[2]);
    officer::treat_as_adult(portal.office(), child).await.unwrap();
    assert_eq!(portal.ask_own(&token, wei, WEI).await.status, 204);
    portal.confirmed(WEI).await;
    // Wei's address is confirmed, but not to the principal's knowledge.
    portal.clock.advance(1);
    assert_eq!(portal.ask_own(&token, child, WEI).await.status, 204);
    let states = portal.own_accounts(&token).await;
    assert_eq!(states, [(wei, OwnAccount::Opened), (child, OwnAccount::Confirming)]);
    assert_eq!(portal.ask_own(&token, child, LEILA).await.status, 204);
    let states = portal.own_accounts(&token).await;
    assert_eq!(states, [(wei, OwnAccount::Opened), (child, OwnAccount::Opened)]);
}

#[tokio::test]
async fn minors_have_none_unless_an_officer_decides_otherwise() {
    let portal = TestPortal::start().await;
    let (invited, token) = portal.settled().await;
    let (leila, wei, child) = (invited.ids[0], invited.ids[1], invited.ids[2]);
    let office = portal.office();
    let email = "child@example.org";
    let minor = async |place: usize| {
        portal.board(&token).await.people[place].journey.as_ref().unwrap().minor
    };
    assert!(minor(2).await);
    assert_eq!(portal.ask_own(&token, child, email).await, (409, "own_account_not_possible"));
    officer::treat_as_adult(office, child).await.unwrap();
    assert!(!minor(2).await);
    assert_eq!(portal.ask_own(&token, child, email).await.status, 204);
    // Taken back before the code is typed, nothing is opened.
    officer::treat_as_minor(office, child).await.unwrap();
    assert_eq!(portal.own_accounts(&token).await, [(wei, OwnAccount::None)]);
    portal.confirmed(email).await;
    assert_eq!(portal.queued_to(email), 1, "the code and no account");
    officer::treat_as_minor(office, wei).await.unwrap();
    assert!(minor(1).await);
    assert_eq!(portal.ask_own(&token, wei, WEI).await, (409, "own_account_not_possible"));
    let refused = officer::open_own(office, wei).await.expect_err("a minor").to_string();
    assert!(refused.starts_with("wrong_state: "), "{refused}");
    let refused = officer::treat_as_minor(office, leila).await.expect_err("the principal");
    assert!(refused.to_string().starts_with("wrong_state: "), "{refused}");
}

#[tokio::test]
async fn at_the_adults_own_wish_an_officer_opens_it() {
    let portal = TestPortal::start().await;
    let (invited, token) = portal.settled().await;
    let opened = officer::open_own(portal.office(), invited.ids[1]).await.unwrap();
    assert_eq!(portal.own_accounts(&token).await, [(invited.ids[1], OwnAccount::Opened)]);
    let (username, _) = portal.access_mailed_to(WEI).await;
    assert_eq!(username, opened.username);
    // The officer vouches for the address: a lost temporary password is mailed to it.
    portal.clock.advance(1);
    let body = json!({"username": username});
    let reply = portal.post("/first-sign-in/reissues", &[]).json(&body).send().await;
    assert_eq!((reply.status, portal.queued_to(WEI)), (204, 2));
    // Somebody without an address cannot have one: the principal would read of it.
    let child = invited.ids[2];
    officer::treat_as_adult(portal.office(), child).await.unwrap();
    let refused = officer::open_own(portal.office(), child).await.expect_err("no address");
    assert!(refused.to_string().contains("needs an address"), "{refused}");
}

#[tokio::test]
async fn a_principals_account_that_an_officer_opens_opens_those_that_waited_for_it() {
    let portal = TestPortal::start().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    portal.answered(&ticket, &invited.usual_answer()).await;
    portal.confirmed(WEI).await;
    assert_eq!(portal.queued_to(WEI), 1);
    officer::open(portal.office(), APPLICATION).await.unwrap();
    portal.access_mailed_to(LEILA).await;
    portal.access_mailed_to(WEI).await;
}

#[tokio::test]
async fn nothing_is_asked_for_a_withdrawn_household() {
    let portal = TestPortal::start().await;
    let (invited, token) = portal.settled().await;
    officer::withdraw(portal.office(), APPLICATION).await.unwrap();
    let refused = portal.ask_own(&token, invited.ids[1], WEI).await;
    assert_eq!(refused, (409, "household_withdrawn"));
    portal.board(&token).await;
}

#[tokio::test]
async fn nobody_signs_in_to_a_closed_account() {
    let portal = TestPortal::start().await;
    let (invited, token) = portal.settled().await;
    let (username, _) = portal.access_mailed_to(LEILA).await;
    officer::close_account(portal.office(), &username.to_lowercase()).await.unwrap();
    let board = portal.get("/household", &[]).bearer(&token).send().await;
    assert_eq!(board, (401, "sign_in_required"), "its sessions ended");
    let body = json!({"username": username, "password": PASSWORD});
    let reply = portal.post("/sessions", &[]).json(&body).send().await;
    assert_eq!(reply, (401, "sign_in_refused"));
    let before = portal.queued_to(LEILA);
    for template in ["/passwords/reset-codes", "/first-sign-in/reissues"] {
        let reply = portal.post(template, &[]).json(&json!({"username": username})).send().await;
        assert_eq!(reply.status, 204);
    }
    let body = json!({"email": LEILA});
    let reply = portal.post("/usernames/reminders", &[]).json(&body).send().await;
    assert_eq!((reply.status, portal.queued_to(LEILA)), (204, before));
    let refused = officer::close_account(portal.office(), &username).await;
    assert!(refused.expect_err("it is closed").to_string().starts_with("wrong_state: "));
    let refused = officer::close_account(portal.office(), "ZZZZ-ZZZZ").await;
    assert!(refused.expect_err("nobody's").to_string().starts_with("not_found: "));
    let people = officer::people(portal.office(), APPLICATION).await.unwrap();
    assert!(people[0].closed && people[0].person == invited.ids[0]);
}

/// Wei fears that what is mailed to him is read, and has officers note an address of his own.
#[tokio::test]
async fn an_address_that_officers_gave_somebody_is_nobody_elses_to_change_or_to_learn() {
    let portal = TestPortal::start_with(|options| {
        options.policy.session_absolute_seconds = u32::MAX;
        options.policy.session_idle_seconds = u32::MAX;
    })
    .await;
    let (invited, token) = portal.settled().await;
    let (office, wei, safe) = (portal.office(), invited.ids[1], "wei@safe.example.org");
    officer::change_email(office, wei, safe, "Ada Roy").await.unwrap();
    officer::approve_email(office, wei, "Ben Ito").await.unwrap();
    let asks = async |email: &str, confirms: bool| {
        portal.clock.advance(1);
        assert_eq!(portal.ask_own(&token, wei, email).await.status, 204);
        assert_eq!(portal.own_accounts(&token).await, [(wei, OwnAccount::Confirming)]);
        if confirms {
            portal.confirmed(email).await;
            assert_eq!(portal.own_accounts(&token).await, [(wei, OwnAccount::Confirming)]);
        }
    };
    // Neither while it waits nor once it holds, neither with her own address nor with another.
    asks(LEILA, true).await;
    portal.clock.advance(2 * 86_400);
    asks(LEILA, true).await;
    asks("leila@another.example.org", true).await;
    // Whether a guess is right is not told either: he is mailed a code as anybody would be.
    asks(safe, false).await;
    let events = portal.events(&token, wei).await;
    assert!(!events.contains(&"email_changed".to_owned()), "{events:?}");
    let opened = officer::open_own(office, wei).await.unwrap();
    let (username, temporary) = portal.access_mailed_to(safe).await;
    assert_eq!(username, opened.username);
    let body = json!({"username": username});
    portal.clock.advance(1);
    portal.post("/first-sign-in/reissues", &[]).json(&body).send().await;
    let events = portal.events(&token, wei).await;
    assert!(!events.contains(&"temporary_password_reissued".to_owned()), "{events:?}");
    assert_ne!(portal.access_mailed_to(safe).await.1, temporary);
}
