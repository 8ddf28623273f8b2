//! Mail as its readers get it, held against the four marks of a genuine one.

use crate::support::{Mail, TestPortal};
use contract::policy::MAIL_SUBJECT;
use contract::receipt::Receipt;
use jiff::civil::date;
use portal::officer;

fn assert_genuine(mail: &Mail) {
    assert!(mail.from.ends_with("@cic.gc.ca"), "{}", mail.from);
    assert_eq!(mail.subject, MAIL_SUBJECT);
    assert_eq!(mail.text.matches("://").count(), 1, "one link:\n{}", mail.text);
    assert!(mail.text.contains(
        "https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada/pr-confirmation-portal.html\n"
    ));
    let (english, french) =
        (mail.text.find("Hello,").unwrap(), mail.text.find("Bonjour,").unwrap());
    assert!(english < french, "English first");
    // A message is missing where its id is shown.
    assert!(!mail.text.contains("mail-"), "{}", mail.text);
    assert!(!mail.text.contains('@'), "an address becomes a link: {}", mail.text);
    assert!(mail.message_id.ends_with("@cic.gc.ca"));
    assert!(mail.raw.is_ascii(), "every relay takes it");
}

#[tokio::test]
async fn an_account_is_told_with_everything_for_the_first_sign_in() {
    let portal = TestPortal::start().await;
    let family = portal.opened().await;
    let mails = portal.mails(1).await;
    let mail = &mails[0];
    assert_genuine(mail);
    assert_eq!(mail.to, "leila.haddad@example.org");
    assert_eq!(mail.from, "IRCC.DoNotReply-NePasRepondre.IRCC@cic.gc.ca");
    assert!(mail.text.contains(&format!("Username: {}\n", family.username)));
    assert!(mail.text.contains(&format!("Temporary password: {}\n", family.temporary)));
    assert!(mail.text.contains(&format!("Nom d’utilisateur\u{a0}: {}\n", family.username)));
    assert!(mail.text.contains(&format!("temporaire\u{a0}: {}\n", family.temporary)));
    let plain = mail.text.replace('\u{a0}', " ");
    assert!(plain.contains("6 décembre 2026"), "{plain}");
    assert!(plain.contains("December") && plain.contains("2026"), "{plain}");
    insta::assert_snapshot!(
        mail.text.replace(&family.username, "[username]").replace(&family.temporary, "[password]")
    );
}

#[tokio::test]
async fn a_notice_says_that_something_changed_and_not_what() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let ids = family.ids();
    portal.declare(&family.token, &ids).await.granted::<Receipt>(201);
    portal.clock.advance(1);
    officer::proof(portal.office(), ids[3], date(2026, 11, 20)).await.unwrap();
    let mails = portal.mails(3).await;
    for mail in &mails {
        assert_genuine(mail);
    }
    let stored = mails.iter().find(|mail| mail.text.contains("A new password was saved"));
    assert!(!stored.unwrap().text.contains(&family.username));
    let notice = mails.iter().find(|mail| mail.text.contains("Something changed")).unwrap();
    for secret in ["Mei", "Leila", "proof", "preuve", "card", "photo", "E001234567", "2026"] {
        assert!(!notice.text.contains(secret), "{secret} in\n{}", notice.text);
    }
    insta::assert_snapshot!(notice.text);
}

#[tokio::test]
async fn a_mail_that_was_delivered_before_a_crash_comes_again_as_the_same_one() {
    let portal = TestPortal::start().await;
    portal.opened().await;
    let first = portal.mails(1).await.remove(0);
    let folder = portal.stop().await;
    // As after a crash between writing the file and marking the mail: it was kept for a second
    // delivery, with what it says.
    let database = rusqlite::Connection::open(folder.path().join("data/portal.sqlite")).unwrap();
    let kept: Option<String> =
        database.query_row("SELECT notice FROM mails", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, None, "a delivered temporary password is not kept");
    let notice = r#"{"notice":"something_changed"}"#;
    database.execute("UPDATE mails SET delivered_at = NULL, notice = ?1", [notice]).unwrap();
    drop(database);
    let portal = TestPortal::start_in(folder, |_| {}).await;
    let mut again = portal.mails(1).await.remove(0);
    for _ in 0..500 {
        if again.text != first.text {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        again = portal.mails(1).await.remove(0);
    }
    assert!(again.text.contains("Something changed"), "it came again");
    assert_eq!(again.message_id, first.message_id);
}

#[tokio::test]
async fn an_adult_with_an_own_account_hears_about_themselves() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let ids = family.ids();
    let opened = officer::open_own(portal.office(), ids[1]).await.unwrap();
    let temporary = portal.temporary_password_of(&opened.username).await;
    let token =
        portal.sign_in_first(&family.first_sign_in_of(1, &opened.username, &temporary)).await;
    portal.declare(&token, &ids[1..2]).await.granted::<Receipt>(201);
    portal.clock.advance(1);
    officer::proof(portal.office(), ids[1], date(2026, 11, 20)).await.unwrap();
    let mails = portal.mails(5).await;
    let to_wei = mails.iter().filter(|mail| mail.to == "wei.chen@example.org");
    assert_eq!(to_wei.count(), 3, "account, password, notice");
    assert_eq!(mails[4].to, "wei.chen@example.org");
}

#[tokio::test]
async fn a_sender_that_is_not_the_programmes_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let listen = ([127, 0, 0, 1], 0).into();
    for sender in ["portal@example.org", "portal@cic.gc.ca.example.org", "nobody"] {
        let mut options = portal::Options::new(folder.path().to_owned(), listen);
        options.mail_from = sender.to_owned();
        let refused = portal::serve(options).await.err().unwrap().to_string();
        assert!(refused.contains("@cic.gc.ca"), "{refused}");
    }
}
