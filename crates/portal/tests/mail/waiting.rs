//! Mail that is not taken: what waits and how long, what is given up, and what officers see of it.

use crate::support::{LEILA, MailPortal, TestRelay, reset_code};
use jiff::Timestamp;
use portal::mail::{Encryption, Notice};
use portal::officer;
use portal::store::UndeliveredMail;

/// How many seconds a mail waits from now on.
fn wait(mail: &UndeliveredMail, now: Timestamp) -> i64 {
    mail.next_try_at.unwrap().as_second() - now.as_second()
}

/// Moves the clock to when the mail is tried again.
fn pass(portal: &MailPortal, mail: &UndeliveredMail) {
    portal.clock.advance(wait(mail, portal.now()) + 1);
}

#[tokio::test]
async fn while_the_relay_is_away_mail_waits_longer_each_time_and_then_leaves() {
    let mut relay = TestRelay::start(Encryption::FromTheStart);
    let portal = MailPortal::start(|options| options.relay = Some(relay.options())).await;
    relay.end();
    portal.queue(LEILA, &reset_code());
    let mut before = None;
    for (at_least, at_most) in [(44, 61), (89, 121), (179, 241), (359, 481), (674, 901), (674, 901)]
    {
        let mail = portal
            .until("a longer wait", |mail| mail.next_try_at.is_some() && mail.next_try_at != before)
            .await;
        let seconds = wait(&mail, portal.now());
        assert!((at_least..=at_most).contains(&seconds), "{seconds} not in {at_least}–{at_most}");
        assert_eq!((mail.put_off, mail.dead_since), (0, None), "no mail dies of that");
        assert!(mail.reason.as_deref().unwrap().starts_with("localhost:"), "{mail:?}");
        before = mail.next_try_at;
        pass(&portal, &mail);
    }
    portal.until("the longest wait again", |mail| mail.next_try_at > before).await;
    // What comes meanwhile waits as well.
    portal.queue("wei.chen@example.org", &Notice::SomethingChanged);
    relay.again();
    portal.clock.advance(905);
    relay.mails(2).await;
    portal.until_nothing_waits().await;
}

#[tokio::test]
async fn a_relay_that_refuses_the_login_concerns_all_mail_and_kills_none() {
    let relay = TestRelay::start(Encryption::StartTls);
    let portal = MailPortal::start(|options| options.relay = Some(relay.options())).await;
    for (command, answer) in [("AUTH", "535 5.7.8 no"), ("MAIL", "550 5.7.1 not this sender")] {
        relay.answers(command, answer);
        portal.queue(LEILA, &Notice::SomethingChanged);
        let mail = portal.until("a wait", |mail| mail.next_try_at.is_some()).await;
        assert_eq!((mail.put_off, mail.dead_since), (0, None));
        let reason = mail.reason.clone().unwrap();
        assert!(reason.contains(&answer[..3]), "{reason}");
        assert!(!reason.contains("a password of the relay"), "{reason}");
        relay.answers(command, "");
        pass(&portal, &mail);
        portal.until_nothing_waits().await;
    }
    relay.mails(2).await;
}

#[tokio::test]
async fn a_refused_mail_is_a_dead_letter_until_an_officer_has_it_tried_again() {
    let relay = TestRelay::start(Encryption::StartTls);
    let portal = MailPortal::start(|options| options.relay = Some(relay.options())).await;
    relay.answers("RCPT", "550 5.1.1 no such \u{1b}[31muser here");
    let id = portal.queue(LEILA, &reset_code());
    let dead = portal.until("a dead letter", |mail| mail.dead_since.is_some()).await;
    assert_eq!((dead.mail, dead.to.as_str()), (id, LEILA));
    assert_eq!(dead.dead_since, Some(portal.now()));
    assert_eq!(dead.reason.as_deref(), Some("550 5.1.1 no such [31muser here"));
    let shown = serde_json::to_string(&dead).unwrap();
    assert!(!shown.contains("Q7XW") && !shown.contains("Leila"), "{shown}");

    relay.answers("RCPT", "");
    portal.clock.advance(86_400);
    portal.queue("wei.chen@example.org", &Notice::SomethingChanged);
    let mails = relay.mails(1).await;
    assert_eq!(mails[0].envelope["to"][0], "wei.chen@example.org", "others are not kept back");
    let still = portal.until("the dead letter", |mail| mail.dead_since.is_some()).await;
    assert_eq!(still, dead, "it is not tried by itself");

    officer::retry_mail(portal.office(), id).await.unwrap();
    let mails = relay.mails(2).await;
    assert_eq!(mails[1].message_id(), format!("{id}@cic.gc.ca"));
    portal.until_nothing_waits().await;
    let nothing = officer::retry_mail(portal.office(), id).await.unwrap_err().to_string();
    assert_eq!(nothing, format!("not_found: no mail {id}"));
    assert_eq!(officer::retry_dead_mail(portal.office()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_mail_that_is_put_off_is_tried_again_and_given_up_in_the_end() {
    let relay = TestRelay::start(Encryption::StartTls);
    let portal = MailPortal::start(|options| {
        options.relay = Some(relay.options());
        options.policy.mail_attempts = 4;
    })
    .await;
    relay.answers("RCPT", "451 4.7.1 come back later");
    let id = portal.queue(LEILA, &reset_code());
    for (times, at_least, at_most) in [(1, 44, 61), (2, 89, 121), (3, 179, 241)] {
        let mail = portal.until("a wait", |mail| mail.put_off == times).await;
        let seconds = wait(&mail, portal.now());
        assert!((at_least..=at_most).contains(&seconds), "{seconds} not in {at_least}–{at_most}");
        assert_eq!(mail.reason.as_deref(), Some("451 4.7.1 come back later"));
        pass(&portal, &mail);
    }
    let dead = portal.until("a dead letter", |mail| mail.dead_since.is_some()).await;
    assert_eq!(dead.reason.as_deref(), Some("451 4.7.1 come back later"));
    assert_eq!(officer::retry_dead_mail(portal.office()).await.unwrap(), 1);
    let mail = portal.until("a wait anew", |mail| mail.put_off == 1).await;
    assert_eq!(mail.dead_since, None);
    relay.answers("RCPT", "");
    pass(&portal, &mail);
    assert_eq!(relay.mails(1).await[0].message_id(), format!("{id}@cic.gc.ca"));
}

#[tokio::test]
async fn a_mail_at_which_a_relay_hangs_up_keeps_no_other_back_and_comes_again_as_the_same_one() {
    let relay = TestRelay::start(Encryption::StartTls);
    let portal = MailPortal::start(|options| options.relay = Some(relay.options())).await;
    relay.answers("HANGUP", "at once");
    portal.queue(LEILA, &reset_code());
    let mail = portal.until("a wait", |mail| mail.put_off == 1).await;
    relay.answers("HANGUP", "");
    portal.queue("wei.chen@example.org", &Notice::SomethingChanged);
    relay.mails(2).await;
    pass(&portal, &mail);
    let mails = relay.mails(3).await;
    assert_eq!(mails[0].message_id(), mails[2].message_id(), "readers see one mail");
    assert_eq!(mails[0].raw, mails[2].raw, "and the same one");
}

#[tokio::test]
async fn nothing_of_what_a_mail_says_stays_once_it_has_left() {
    let relay = TestRelay::start(Encryption::StartTls);
    let portal = MailPortal::start(|options| options.relay = Some(relay.options())).await;
    // A relay that quotes what it got.
    relay.answers("DATA", "451 4.7.0 odd: Q7XW-4MPK");
    portal.queue(LEILA, &reset_code());
    let mail = portal.until("a wait", |mail| mail.put_off == 1).await;
    assert_eq!(mail.reason.as_deref(), Some("451 4.7.0 after it had the text"));
    relay.answers("DATA", "");
    pass(&portal, &mail);
    relay.mails(1).await;
    portal.until_nothing_waits().await;
    let folder = portal.stop().await;
    let data = folder.path().join("data");
    let kept: Vec<u8> = std::fs::read_dir(&data)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .flat_map(|path| std::fs::read(path).unwrap())
        .collect();
    let holds = |words: &str| kept.windows(words.len()).any(|found| found == words.as_bytes());
    assert!(holds(LEILA), "that it was mailed is kept");
    assert!(!holds("Q7XW") && !holds("\"reset_code\""), "what it said is not");
}
