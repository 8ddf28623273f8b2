//! From the invitation to the accounts: who may open it, what is mailed to whom, and every way in
//! which it can go wrong and be mended.

use crate::support::{APPLICATION, Browser, LEILA, TestPortal, WEI, first_sign_in};
use contract::board::HouseholdState;
use contract::invitation::Invitation;
use jiff::civil::date;
use portal::officer;
use serde_json::{Value, json};

const DAY: i64 = 86_400;

/// Nobody waits for failures, where they are not what is tried.
pub(crate) async fn patient() -> TestPortal {
    TestPortal::start_with(|options| options.policy.failures_before_wait = 50).await
}

fn outside() -> Value {
    json!({"in_canada": false, "people": []})
}

#[tokio::test]
async fn a_family_is_invited_answers_confirms_and_signs_in() {
    let portal = TestPortal::start().await;
    let invited = portal.invited().await;
    let reply = portal.open_invitation(&invited.opening()).await;
    let ticket = reply.token(200);
    assert_eq!(reply.value()["ends_at"], "2026-11-22T16:00:00Z");
    let shown: Invitation = serde_json::from_value(reply.value()["invitation"].clone()).unwrap();
    assert_eq!((shown.state, shown.last_day), (HouseholdState::Invited, date(2027, 1, 21)));
    let minors: Vec<bool> = shown.people.iter().map(|person| person.minor).collect();
    assert_eq!(minors, [false, false, true, true]);
    assert_eq!(shown.people[1].email.as_deref(), Some(WEI), "as it is on file");
    assert_eq!(shown.addresses, []);

    let shown = portal.answered(&ticket, &invited.usual_answer()).await;
    assert_eq!(shown.state, HouseholdState::Answered);
    let addresses = |shown: &Invitation| {
        let told = shown.addresses.iter().map(|a| (a.email.clone(), a.confirmed, a.tries_left));
        told.collect::<Vec<_>>()
    };
    assert_eq!(addresses(&shown), [(LEILA.into(), false, 10), (WEI.into(), false, 10)]);
    assert_eq!(portal.queued_to(WEI), 1);
    // Wei is quicker, and has to wait for Leila: nothing but codes goes to anyone before.
    portal.confirmed(WEI).await;
    assert_eq!(portal.queued_to(WEI), 1);
    portal.clock.advance(1);
    portal.confirmed(LEILA).await;
    let reply = portal.get("/invitations/answer", &[]).bearer(&ticket).send().await;
    let shown: Invitation = reply.granted(200);
    assert_eq!(shown.state, HouseholdState::Active);
    assert!(shown.addresses.iter().all(|a| a.confirmed && a.code_ends_at.is_none()));
    assert_eq!(portal.answer(&ticket, &invited.usual_answer()).await, (409, "invitation_answered"));
    let again = portal.open_invitation(&invited.opening()).await;
    assert_eq!(again, (409, "invitation_answered"));

    let (username, temporary) = portal.access_mailed_to(LEILA).await;
    let token = portal.sign_in_first(&first_sign_in(0, &username, &temporary)).await;
    let sees_wei = async || portal.board(&token).await.people[1].journey.is_some();
    assert!(sees_wei().await, "until he signs in");
    let expected = ["first_signed_in", "account_opened", "email_confirmed", "answered", "invited"];
    assert_eq!(portal.events(&token, invited.ids[0]).await, expected);
    let (username, temporary) = portal.access_mailed_to(WEI).await;
    let wei = portal.sign_in_first(&first_sign_in(1, &username, &temporary)).await;
    assert!(!sees_wei().await);
    assert_eq!(portal.board(&wei).await.me, invited.ids[1]);
    let opened = portal.events(&wei, invited.ids[1]).await;
    assert!(opened.contains(&"account_opened".to_owned()), "{opened:?}");
}

#[tokio::test]
async fn whatever_does_not_fit_opens_nothing_and_never_says_what_it_was() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let mut answers = Vec::new();
    for (field, wrong) in [
        ("code", "AAAA-BBBB-CCCC"),
        ("date_of_birth", "1988-04-13"),
        ("uci", "11-2345-6797"),
        ("uci", "99-9999-9999"),
    ] {
        let mut opening = invited.opening();
        opening[field] = json!(wrong);
        let reply = portal.open_invitation(&opening).await;
        assert_eq!(reply, (401, "invitation_refused"), "{field}");
        answers.push(reply.text());
    }
    // The spouse's own details open nothing either.
    let spouse =
        json!({"code": invited.code, "date_of_birth": "1986-11-03", "uci": "11-2345-6797"});
    answers.push(portal.open_invitation(&spouse).await.text());
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    let mut typed = invited.opening();
    typed["code"] = json!(invited.code.to_lowercase().replace('-', " "));
    portal.open_invitation(&typed).await.token(200);
    let body = json!({"code": "K7", "date_of_birth": "1850-01-01", "uci": "x"});
    let reply = portal.open_invitation(&body).await;
    let faults =
        [("code", "code_shape"), ("date_of_birth", "date_out_of_range"), ("uci", "uci_shape")];
    assert_eq!(reply.fields(), faults.map(|(f, c)| (f.to_owned(), c.to_owned())));
}

#[tokio::test]
async fn guessing_at_an_invitation_is_slowed() {
    let portal = TestPortal::start().await;
    let invited = portal.invited().await;
    let mut wrong = invited.opening();
    wrong["date_of_birth"] = json!("1988-04-13");
    for _ in 0..5 {
        assert_eq!(portal.open_invitation(&wrong).await, (401, "invitation_refused"));
    }
    let reply = portal.open_invitation(&invited.opening()).await;
    assert_eq!(reply, (429, "too_many_attempts"));
    assert_eq!(reply.header("retry-after"), "30");
    portal.clock.advance(30);
    portal.open_invitation(&invited.opening()).await.token(200);
}

#[tokio::test]
async fn an_invitation_ends_with_its_last_day_and_is_sent_again() {
    let portal = patient().await;
    let mut invited = portal.invited().await;
    // Until 23:59:59 on 21 January in Toronto; it is 10:00 on 22 November there.
    portal.clock.advance(60 * DAY + 14 * 3600 - 1);
    portal.open_invitation(&invited.opening()).await.token(200);
    portal.clock.advance(1);
    let reply = portal.open_invitation(&invited.opening()).await;
    assert_eq!(reply, (403, "invitation_expired"));
    assert_eq!(reply.value()["args"]["on"], "2027-01-21");
    let mut wrong = invited.opening();
    wrong["uci"] = json!("11-2345-6797");
    assert_eq!(
        portal.open_invitation(&wrong).await,
        (401, "invitation_refused"),
        "told to nobody else"
    );

    let again = json!({"date_of_birth": "1988-04-12", "uci": "11-2345-6789"});
    let reply = portal.post("/invitations/again", &[]).json(&again).send().await;
    assert_eq!((reply.status, reply.body.len()), (204, 0));
    let old = invited.opening();
    invited.code = portal.code(LEILA, "Invitation code: ").await;
    assert_eq!(
        portal.open_invitation(&old).await,
        (401, "invitation_refused"),
        "the old one is dead"
    );
    portal.open_invitation(&invited.opening()).await.token(200);
    // An officer's does the same, and ends what was opened with the older one.
    portal.clock.advance(1);
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    let old = invited.opening();
    invited.code = portal.invite().await;
    assert_eq!(portal.open_invitation(&old).await, (401, "invitation_refused"));
    assert_eq!(portal.answer(&ticket, &outside()).await, (401, "invitation_timed_out"));
    portal.open_invitation(&invited.opening()).await.token(200);
}

#[tokio::test]
async fn asking_for_the_invitation_again_is_answered_alike_and_limited() {
    let portal = patient().await;
    officer::import(portal.office(), crate::support::DEMONSTRATION).await.unwrap();
    let again = async |born: &str, uci: &str| {
        let body = json!({"date_of_birth": born, "uci": uci});
        let reply = portal.post("/invitations/again", &[]).json(&body).send().await;
        assert_eq!((reply.status, reply.body.len()), (204, 0));
    };
    again("1988-04-12", "11-2345-6789").await;
    assert_eq!(portal.queued_to(LEILA), 0, "nobody invited them yet");
    officer::invite(portal.office(), APPLICATION).await.unwrap();
    again("1988-04-13", "11-2345-6789").await;
    again("1986-11-03", "11-2345-6797").await;
    again("1988-04-12", "99-9999-9999").await;
    assert_eq!((portal.queued_to(LEILA), portal.queued_to(WEI)), (1, 0));
    portal.clock.advance(3600);
    for _ in 0..9 {
        again("1988-04-12", "11-2345-6789").await;
    }
    assert_eq!(portal.queued_to(LEILA), 6, "five within the hour");
    portal.clock.advance(3600);
    again("1988-04-12", "11-2345-6789").await;
    assert_eq!(portal.queued_to(LEILA), 7);
}

#[tokio::test]
async fn from_outside_canada_it_is_answered_again_any_time() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    // First answered wrongly, which mails codes; these die.
    portal.answered(&ticket, &invited.usual_answer()).await;
    let code = portal.confirmation_code(LEILA).await;
    portal.confirmed(WEI).await;
    let shown = portal.answered(&ticket, &outside()).await;
    assert_eq!(shown.state, HouseholdState::WaitingOutside);
    assert_eq!(shown.addresses, [], "nothing else is kept");
    assert!(shown.people.iter().all(|person| !person.own_account));
    assert_eq!(portal.confirm(LEILA, &code).await, (401, "confirmation_refused"));
    let mails = || (portal.queued_to(LEILA), portal.queued_to(WEI));
    let before = mails();
    assert_eq!(portal.answered(&ticket, &outside()).await.state, HouseholdState::WaitingOutside);
    assert_eq!(mails(), before, "nothing is mailed");
    // Long after the invitation's last day, with the same code.
    portal.clock.advance(300 * DAY);
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    let shown = portal.answered(&ticket, &invited.usual_answer()).await;
    assert_eq!(shown.state, HouseholdState::Answered);
    assert!(shown.addresses.iter().all(|address| !address.confirmed), "each is confirmed anew");
    portal.confirmed(LEILA).await;
    let (username, temporary) = portal.access_mailed_to(LEILA).await;
    let token = portal.sign_in_first(&first_sign_in(0, &username, &temporary)).await;
    let events = portal.events(&token, invited.ids[0]).await;
    assert_eq!(events[3..], ["answered", "answered_outside", "answered", "invited"]);
}

#[tokio::test]
async fn an_answer_names_everyone_once_and_asks_only_what_can_be() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    let usual = invited.usual_answer();
    let change = |change: &dyn Fn(&mut Vec<Value>)| {
        let mut answer = usual.clone();
        change(answer["people"].as_array_mut().unwrap());
        answer
    };
    let stranger = json!({"person": portal.key(), "email": null, "own_account": false});
    for (what, answer) in [
        ("nobody", change(&|people| people.clear())),
        ("one is missing", change(&|people| people.truncate(3))),
        ("one is named twice", change(&|people| people[3] = people[2].clone())),
        ("a stranger", change(&|people| people[3] = stranger.clone())),
        ("one too many", change(&|people| people.push(stranger.clone()))),
        ("the principal", change(&|people| people[0]["own_account"] = json!(true))),
        (
            "a minor",
            change(&|people| {
                people[2]["own_account"] = json!(true);
                people[2]["email"] = json!("m@example.org");
            }),
        ),
    ] {
        assert_eq!(portal.answer(&ticket, &answer).await, (422, "answer_incomplete"), "{what}");
    }
    assert_eq!(portal.queued_to(WEI), 0);
    let mut wrong = usual.clone();
    wrong["people"][0]["email"] = json!(" ");
    wrong["people"][1]["email"] = json!("at home");
    let reply = portal.answer(&ticket, &wrong).await;
    let field = |place: usize| format!("email/{}", invited.ids[place]);
    assert_eq!(reply.fields(), [(field(0), "required".into()), (field(1), "email_shape".into())]);
    assert_eq!(portal.answer("nobody", &usual).await, (401, "invitation_timed_out"));
    portal.clock.advance(3600);
    assert_eq!(portal.answer(&ticket, &usual).await, (401, "invitation_timed_out"));
    portal.open_invitation(&invited.opening()).await.token(200);
}

#[tokio::test]
async fn a_stopped_household_is_neither_opened_nor_confirmed_and_goes_on_where_it_was() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    portal.answered(&ticket, &invited.usual_answer()).await;
    let code = portal.confirmation_code(LEILA).await;
    officer::interview(portal.office(), APPLICATION).await.unwrap();
    assert_eq!(portal.confirm(LEILA, &code).await, (409, "household_interview"));
    assert_eq!(portal.answer(&ticket, &outside()).await, (409, "household_interview"));
    let opened = portal.open_invitation(&invited.opening()).await;
    assert_eq!(opened, (409, "household_interview"));
    officer::go_on(portal.office(), APPLICATION).await.unwrap();
    let reply = portal.get("/invitations/answer", &[]).bearer(&ticket).send().await;
    assert_eq!(reply.granted::<Invitation>(200).state, HouseholdState::Answered);
    assert_eq!(portal.confirm(LEILA, &code).await.status, 204);
    let refused = officer::invite(portal.office(), APPLICATION).await;
    let refused = refused.expect_err("the account is open").to_string();
    assert!(refused.starts_with("wrong_state: "), "{refused}");
}

#[tokio::test]
async fn a_browser_answers_with_a_cookie() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let mut browser = Browser::new(&portal);
    let call = portal.post("/invitations/opening", &[]).json(&invited.opening());
    let reply = browser.send(call).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    let shown: Invitation = browser.get("/invitations/answer").await.granted(200);
    assert_eq!(shown.people.len(), 4);
    assert_eq!(browser.get("/household").await, (401, "sign_in_required"));
    let elsewhere = portal.post("/invitations/opening", &[]).json(&invited.opening());
    let elsewhere =
        elsewhere.header("landed-client", "browser").header("Sec-Fetch-Site", "cross-site");
    assert_eq!(elsewhere.send().await, (403, "forbidden"));
}
