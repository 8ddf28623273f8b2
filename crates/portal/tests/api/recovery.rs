//! Ways back in: a lost temporary password, a forgotten password or username, a lost mailbox, and a
//! change of one's own address.

use crate::support::{APPLICATION, LEILA, PASSWORD, Reply, TestPortal, WEI, first_sign_in};
use contract::devices::AccountView;
use portal::officer;
use serde_json::{Value, json};

const DAY: i64 = 86_400;
const ANOTHER: &str = "a heron stands in the shallow bay at dusk";

async fn patient() -> TestPortal {
    TestPortal::start_with(|options| {
        options.policy.failures_before_wait = 50;
        options.policy.session_absolute_seconds = u32::MAX;
        options.policy.session_idle_seconds = u32::MAX;
    })
    .await
}

impl TestPortal {
    /// Asks for something; the answer is the same whatever comes of it.
    async fn wish(&self, template: &'static str, body: &Value) {
        let reply = self.post(template, &[]).json(body).send().await;
        assert_eq!((reply.status, reply.body.len()), (204, 0), "{template} {body}");
    }

    async fn reset(&self, username: &str, code: &str, password: &str) -> Reply {
        let body = json!({"username": username, "code": code, "password": password});
        self.post("/passwords/resets", &[]).json(&body).send().await
    }

    async fn sign_in(&self, username: &str, password: &str) -> Reply {
        let body = json!({"username": username, "password": password});
        self.post("/sessions", &[]).json(&body).send().await
    }

    async fn account(&self, token: &str) -> AccountView {
        self.get("/account", &[]).bearer(token).send().await.granted(200)
    }
}

#[tokio::test]
async fn a_lost_temporary_password_is_mailed_anew_to_the_confirmed_address() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let ticket = portal.open_invitation(&invited.opening()).await.token(200);
    portal.answered(&ticket, &invited.usual_answer()).await;
    portal.confirmed(LEILA).await;
    let (username, first) = portal.access_mailed_to(LEILA).await;
    let sign_in = async |temporary: &str| {
        let answers = first_sign_in(0, &username, temporary);
        portal.post("/first-sign-in", &[]).json(&answers).send().await
    };
    portal.clock.advance(15 * DAY);
    assert_eq!(sign_in(&first).await, (403, "temporary_password_expired"));
    let reissue = async |username: &str| {
        portal.wish("/first-sign-in/reissues", &json!({"username": username})).await;
    };
    reissue("ZZZZ-ZZZZ").await;
    let before = portal.queued_to(LEILA);
    reissue(&username.to_lowercase()).await;
    assert_eq!(portal.queued_to(LEILA), before + 1);
    let (same, second) = portal.access_mailed_to(LEILA).await;
    assert_eq!(same, username);
    assert_ne!(second, first);
    assert_eq!(sign_in(&first).await, (401, "first_sign_in_refused"), "the old one is dead");
    for _ in 0..9 {
        portal.clock.advance(1);
        reissue(&username).await;
    }
    assert_eq!(portal.queued_to(LEILA), before + 5, "five within the hour");
    let (_, last) = portal.access_mailed_to(LEILA).await;
    let token = portal.sign_in_first(&first_sign_in(0, &username, &last)).await;
    // Once an own password is stored there is nothing to reissue.
    portal.clock.advance(3600);
    let before = portal.queued_to(LEILA);
    reissue(&username).await;
    assert_eq!(portal.queued_to(LEILA), before);
    portal.board(&token).await;
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_code() {
    let portal = patient().await;
    let (_, token) = portal.settled().await;
    let (username, _) = portal.access_mailed_to(LEILA).await;
    let send = async || {
        portal.clock.advance(1);
        portal.wish("/passwords/reset-codes", &json!({"username": username})).await;
        portal.code(LEILA, "Reset code: ").await
    };
    portal.wish("/passwords/reset-codes", &json!({"username": "ZZZZ-ZZZZ"})).await;
    let dead = send().await;
    let code = send().await;
    let unknown = portal.reset("ZZZZ-ZZZZ", &code, ANOTHER).await;
    assert_eq!(unknown, (401, "reset_code_refused"));
    let refused = portal.reset(&username, &dead, ANOTHER).await;
    assert_eq!((refused.refusal(), refused.text()), (unknown.refusal(), unknown.text()));
    // A password that does not do leaves the code alone; whose name it holds only its holder learns.
    let weak = portal.reset(&username, &code, "passwordpassword").await;
    assert_eq!(weak.fields(), [("password".to_owned(), "password_common".to_owned())]);
    assert_eq!(portal.board(&token).await.people.len(), 4, "sessions go on until then");
    let before = portal.queued_to(LEILA);
    let spelled = code.to_lowercase().replace('-', " ");
    assert_eq!(portal.reset(&username, &spelled, ANOTHER).await.status, 204);
    let ended = portal.get("/household", &[]).bearer(&token).send().await;
    assert_eq!(ended, (401, "sign_in_required"));
    assert_eq!(portal.queued_to(LEILA), before + 1, "its holder is told");
    assert_eq!(portal.sign_in(&username, PASSWORD).await, (401, "sign_in_refused"));
    portal.sign_in(&username, ANOTHER).await.token(201);
    let again = portal.reset(&username, &code, PASSWORD).await;
    assert_eq!(again, (401, "reset_code_refused"), "once");
}

#[tokio::test]
async fn a_reset_code_has_so_many_tries_and_half_an_hour() {
    let portal = TestPortal::start_with(|options| {
        options.policy.failures_before_wait = 50;
        options.policy.reset_code_tries = 10;
    })
    .await;
    portal.settled().await;
    let (username, _) = portal.access_mailed_to(LEILA).await;
    let send = async || {
        portal.clock.advance(3601);
        portal.wish("/passwords/reset-codes", &json!({"username": username})).await;
        portal.code(LEILA, "Reset code: ").await
    };
    let code = send().await;
    for _ in 0..10 {
        let reply = portal.reset(&username, "AAAA-AAAA", ANOTHER).await;
        assert_eq!(reply, (401, "reset_code_refused"));
    }
    assert_eq!(portal.reset(&username, &code, ANOTHER).await, (401, "reset_code_refused"));
    let code = send().await;
    portal.clock.advance(30 * 60);
    assert_eq!(portal.reset(&username, "AAAA-AAAA", ANOTHER).await, (401, "reset_code_refused"));
    assert_eq!(portal.reset(&username, &code, ANOTHER).await, (403, "reset_code_expired"));
    let code = send().await;
    portal.clock.advance(30 * 60 - 1);
    assert_eq!(portal.reset(&username, &code, ANOTHER).await.status, 204);
}

#[tokio::test]
async fn forgotten_usernames_go_to_the_confirmed_address_only() {
    let portal = patient().await;
    portal.settled().await;
    let (username, _) = portal.access_mailed_to(LEILA).await;
    let remind = async |email: &str| {
        portal.wish("/usernames/reminders", &json!({"email": email})).await;
    };
    // His address is on file, but nobody confirmed it, and he has no account.
    for email in [WEI, "nobody@example.org"] {
        remind(email).await;
        assert_eq!(portal.queued_to(email), 0);
    }
    let before = portal.queued_to(LEILA);
    portal.clock.advance(3600);
    remind("Leila.Haddad@Example.org").await;
    let mails = portal.mailed_to(LEILA).await;
    assert_eq!(mails.len(), before + 1);
    assert!(mails.last().unwrap().text.contains(&username));
    for _ in 0..9 {
        remind(LEILA).await;
    }
    assert_eq!(portal.queued_to(LEILA), before + 5, "five within the hour");
}

#[tokio::test]
async fn a_lost_mailbox_is_replaced_by_two_officers_after_two_days() {
    let portal = patient().await;
    let (invited, token) = portal.settled().await;
    let (username, _) = portal.access_mailed_to(LEILA).await;
    let (office, person) = (portal.office(), invited.ids[0]);
    let new = "leila@new.example.org";
    let refusal = |done: Result<(), officer::OfficerError>| {
        done.err().map(|error| error.to_string().split(':').next().unwrap().to_owned())
    };
    let wrong_state = Some("wrong_state".to_owned());
    let approve = async |name: &str| officer::approve_email(office, person, name).await;
    assert_eq!(refusal(approve("Ben Ito").await.map(|_| ())), wrong_state, "nothing waits");
    let shape = officer::change_email(office, person, "at home", "Ada Roy").await;
    assert_eq!(refusal(shape), Some("email_shape".to_owned()));
    officer::change_email(office, person, new, "Ada Roy").await.unwrap();
    let before = portal.queued_to(LEILA);
    for same in ["Ada Roy", " ada  roy "] {
        assert_eq!(refusal(approve(same).await.map(|_| ())), wrong_state, "{same:?}");
    }
    let waiting = officer::email_changes(office).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].email.as_str()), (1, new));
    assert_eq!(waiting[0].approved_by, None);
    portal.clock.advance(10);
    let holds_from = approve("Ben Ito").await.unwrap();
    assert_eq!(refusal(approve("Cleo Park").await.map(|_| ())), wrong_state, "once");
    let mails = portal.mailed_to(LEILA).await;
    assert_eq!(mails.len(), before + 1, "the old address is told");
    assert!(!mails.last().unwrap().text.contains(new), "not where it goes");
    assert_eq!(portal.queued_to(new), 0);
    let coming = portal.account(&token).await.new_email.unwrap();
    assert_eq!((coming.email.as_str(), coming.holds_from), (new, Some(holds_from)));

    let send = async || {
        portal.wish("/passwords/reset-codes", &json!({"username": username})).await;
    };
    portal.clock.advance(2 * DAY - 1);
    send().await;
    assert_eq!((portal.queued_to(LEILA), portal.queued_to(new)), (before + 2, 0));
    let old_code = portal.code(LEILA, "Reset code: ").await;
    portal.clock.advance(1);
    let view = portal.account(&token).await;
    assert_eq!((view.email.as_deref(), view.new_email), (Some(new), None));
    let stale = portal.reset(&username, &old_code, ANOTHER).await;
    assert_eq!(stale, (401, "reset_code_refused"), "the old mailbox resets nothing any more");
    send().await;
    assert_eq!((portal.queued_to(LEILA), portal.queued_to(new)), (before + 2, 1));
    assert_eq!(officer::email_changes(office).await.unwrap(), []);
    assert!(portal.events(&token, person).await.contains(&"email_changed".to_owned()));
    assert_eq!(refusal(officer::refuse_email(office, person).await), wrong_state, "too late");
}

#[tokio::test]
async fn a_change_that_its_holder_did_not_want_is_ended() {
    let portal = patient().await;
    let (invited, token) = portal.settled().await;
    let (office, person) = (portal.office(), invited.ids[0]);
    officer::change_email(office, person, "x@example.org", "Ada Roy").await.unwrap();
    officer::approve_email(office, person, "Ben Ito").await.unwrap();
    officer::refuse_email(office, person).await.unwrap();
    portal.clock.advance(3 * DAY);
    let view = portal.account(&token).await;
    assert_eq!((view.email.as_deref(), view.new_email), (Some(LEILA), None));
    // A new proposal takes the place of an older one, and of its approval.
    officer::change_email(office, person, "y@example.org", "Ada Roy").await.unwrap();
    officer::approve_email(office, person, "Ben Ito").await.unwrap();
    officer::change_email(office, person, "z@example.org", "Ben Ito").await.unwrap();
    portal.clock.advance(3 * DAY);
    assert_eq!(portal.account(&token).await.email.as_deref(), Some(LEILA));
    let waiting = officer::email_changes(office).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].email.as_str()), (1, "z@example.org"));
}

#[tokio::test]
async fn before_the_account_the_invitation_follows_the_officers_change() {
    let portal = patient().await;
    let invited = portal.invited().await;
    let (office, person, new) = (portal.office(), invited.ids[0], "leila@new.example.org");
    officer::change_email(office, person, new, "Ada Roy").await.unwrap();
    officer::approve_email(office, person, "Ben Ito").await.unwrap();
    portal.clock.advance(2 * DAY);
    officer::invite(office, APPLICATION).await.unwrap();
    assert_eq!(portal.queued_to(new), 1);
    portal.code(new, "Invitation code: ").await;
}

#[tokio::test]
async fn an_own_address_is_changed_once_its_code_was_typed() {
    let portal = patient().await;
    let (invited, token) = portal.settled().await;
    let new = "leila@new.example.org";
    let change = async |email: &str| {
        let call = portal.post("/account/email", &[]).bearer(&token);
        call.json(&json!({"email": email, "password": PASSWORD})).send().await
    };
    let typo = "leila@mew.example.org";
    change(typo).await.granted::<AccountView>(200);
    let dead = portal.confirmation_code(typo).await;
    portal.clock.advance(1);
    let view: AccountView = change(new).await.granted(200);
    assert_eq!(view.email.as_deref(), Some(LEILA), "until it is confirmed");
    assert_eq!(view.new_email.unwrap().email, new);
    assert_eq!(portal.confirm(typo, &dead).await, (401, "confirmation_refused"));
    let before = portal.queued_to(LEILA);
    portal.confirmed(new).await;
    assert_eq!(portal.queued_to(LEILA), before + 1, "the old address is told");
    let view = portal.account(&token).await;
    assert_eq!((view.email.as_deref(), view.new_email), (Some(new), None));
    let latest = portal.events(&token, invited.ids[0]).await;
    assert_eq!(latest[0], "email_changed");
    // One that is never confirmed ends with its day.
    change(WEI).await.granted::<AccountView>(200);
    let late = portal.confirmation_code(WEI).await;
    portal.clock.advance(DAY);
    assert_eq!(portal.confirm(WEI, &late).await, (403, "confirmation_expired"));
    let view = portal.account(&token).await;
    assert_eq!((view.email.as_deref(), view.new_email), (Some(new), None));
    officer::withdraw(portal.office(), APPLICATION).await.unwrap();
    assert_eq!(change("b@example.org").await, (409, "household_withdrawn"));
}

#[tokio::test]
async fn a_new_password_ends_a_change_of_the_address_that_is_under_way() {
    let portal = patient().await;
    let (_, token) = portal.settled().await;
    let (username, _) = portal.access_mailed_to(LEILA).await;
    let begun = async |token: &str, email: &str, password: &str| {
        let body = json!({"email": email, "password": password});
        let call = portal.post("/account/email", &[]).bearer(token).json(&body);
        call.send().await.granted::<AccountView>(200);
        portal.confirmation_code(email).await
    };
    // Somebody else knew the password, and has the account's mail go elsewhere.
    let code = begun(&token, "elsewhere@example.org", PASSWORD).await;
    portal.wish("/passwords/reset-codes", &json!({"username": username})).await;
    let reset_code = portal.code(LEILA, "Reset code: ").await;
    assert_eq!(portal.reset(&username, &reset_code, ANOTHER).await.status, 204);
    let late = portal.confirm("elsewhere@example.org", &code).await;
    assert_eq!(late, (401, "confirmation_refused"));
    let token = portal.sign_in(&username, ANOTHER).await.token(201);
    assert_eq!(portal.account(&token).await.email.as_deref(), Some(LEILA));
    let code = begun(&token, "else@example.org", ANOTHER).await;
    let body = json!({"current": ANOTHER, "password": "five grey geese cross the frozen lake"});
    let changed = portal.call(reqwest::Method::PUT, "/account/password", &[]).bearer(&token);
    assert_eq!(changed.json(&body).send().await.status, 204);
    assert_eq!(portal.confirm("else@example.org", &code).await, (401, "confirmation_refused"));
}

/// Each of the wishes that nobody must be signed in for, about nobody.
const WISHES: [(&str, &str); 4] = [
    ("/first-sign-in/reissues", r#"{"username":"ZZZZ-ZZZZ"}"#),
    ("/passwords/reset-codes", r#"{"username":"ZZZZ-ZZZZ"}"#),
    ("/usernames/reminders", r#"{"email":"nobody@example.org"}"#),
    ("/invitations/again", r#"{"date_of_birth":"1990-01-01","uci":"99-9999-9999"}"#),
];

#[tokio::test]
async fn one_address_asks_for_so_much_mail_and_no_more() {
    let portal = TestPortal::start_with(|options| options.policy.wishes_per_hour = 4).await;
    let wishes = WISHES.map(|(template, body)| (template, serde_json::from_str(body).unwrap()));
    for (template, body) in &wishes {
        portal.wish(template, body).await;
        portal.clock.advance(1);
    }
    for (template, body) in &wishes {
        let over = portal.post(template, &[]).json(body).send().await;
        assert_eq!(over, (429, "too_many_attempts"), "{template}");
        assert_eq!(over.header("retry-after"), "3596");
    }
    portal.clock.advance(3596);
    let (template, body) = &wishes[0];
    portal.wish(template, body).await;
    assert_eq!(portal.post(template, &[]).json(body).send().await, (429, "too_many_attempts"));
}
