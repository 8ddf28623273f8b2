//! A relay takes the portal's mail: over TLS only, signed in, and only from a relay that is the one.

use crate::support::{LEILA, MailPortal, TestRelay, certificate, reset_code};
use portal::mail::{Encryption, Notice};

async fn takes_mail(how: Encryption) {
    let relay = TestRelay::start(how);
    let portal = MailPortal::start(|options| options.relay = Some(relay.options())).await;
    let id = portal.queue(LEILA, &reset_code());
    portal.queue("wei.chen@example.org", &Notice::SomethingChanged);
    let mails = relay.mails(2).await;
    portal.until_nothing_waits().await;
    let envelope = &mails[0].envelope;
    assert_eq!(envelope["from"], "IRCC.DoNotReply-NePasRepondre.IRCC@cic.gc.ca");
    assert_eq!(envelope["to"], serde_json::json!([LEILA]));
    assert_eq!(envelope["login"], "portal");
    assert_eq!(envelope["tls"], true);
    assert_eq!(mails[0].message_id(), format!("{id}@cic.gc.ca"));
    assert_eq!(mails[1].envelope["to"], serde_json::json!(["wei.chen@example.org"]));
    assert_eq!(mails[1].envelope["peer"], envelope["peer"], "the connection is kept");
    assert!(mails[0].raw.is_ascii(), "every relay takes it");
    let folder = portal.stop().await;
    assert!(!folder.path().join("data/mail").exists(), "nothing goes to the folder as well");
}

#[tokio::test]
async fn a_relay_takes_mail_over_tls_from_the_start() {
    takes_mail(Encryption::FromTheStart).await;
}

#[tokio::test]
async fn a_relay_takes_mail_over_starttls() {
    takes_mail(Encryption::StartTls).await;
}

#[tokio::test]
async fn a_relay_that_was_ended_and_is_back_takes_the_next_mail() {
    let mut relay = TestRelay::start(Encryption::StartTls);
    let portal = MailPortal::start(|options| options.relay = Some(relay.options())).await;
    portal.queue(LEILA, &Notice::SomethingChanged);
    portal.until_nothing_waits().await;
    relay.again();
    portal.queue(LEILA, &Notice::SomethingChanged);
    relay.mails(2).await;
    portal.until_nothing_waits().await;
}

#[tokio::test]
async fn a_relay_with_another_certificate_gets_nothing() {
    let relay = TestRelay::start(Encryption::StartTls);
    let others = tempfile::tempdir().unwrap();
    let (other, _) = certificate(others.path(), "localhost");
    for (host, trusted) in [("localhost", Some(other)), ("127.0.0.1", None), ("localhost", None)] {
        let mut options = relay.options();
        // Where nothing is told, the system's certificates vouch, and never for this one.
        let named = host == "127.0.0.1";
        options.trusted = trusted.or_else(|| options.trusted.filter(|_| named));
        options.address.host = host.to_owned();
        let portal = MailPortal::start(|portal| portal.relay = Some(options)).await;
        portal.queue(LEILA, &reset_code());
        let waits = portal.until("a wait", |mail| mail.next_try_at.is_some()).await;
        let reason = waits.reason.unwrap();
        assert!(reason.contains("certificate"), "{reason}");
        assert!(reason.starts_with(&format!("{host}:{}", relay.port)), "{reason}");
        assert_eq!((waits.put_off, waits.dead_since), (0, None), "not held against the mail");
        assert_eq!(relay.taken().len(), 0);
        portal.stop().await;
    }
}

#[tokio::test]
async fn a_relay_without_starttls_gets_nothing() {
    // One that speaks TLS from the start says nothing in the clear; one that speaks plainly only:
    let plain = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = plain.local_addr().unwrap().port();
    let heard = tokio::spawn(async move {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        let (mut stream, _) = plain.accept().await.unwrap();
        stream.write_all(b"220 relay\r\n").await.unwrap();
        let mut heard = vec![0; 500];
        let count = stream.read(&mut heard).await.unwrap();
        stream.write_all(b"250-relay\r\n250 AUTH PLAIN LOGIN\r\n").await.unwrap();
        let mut rest = String::new();
        stream.read_to_string(&mut rest).await.unwrap();
        format!("{}{rest}", String::from_utf8_lossy(&heard[..count]))
    });
    let relay = TestRelay::start(Encryption::StartTls);
    let mut options = relay.options();
    options.address.port = port;
    let portal = MailPortal::start(|portal| portal.relay = Some(options)).await;
    portal.queue(LEILA, &reset_code());
    let waits = portal.until("a wait", |mail| mail.next_try_at.is_some()).await;
    assert!(waits.reason.unwrap().contains("STARTTLS"));
    portal.stop().await;
    let heard = heard.await.unwrap();
    assert!(heard.starts_with("EHLO "), "{heard}");
    assert!(
        !heard.contains("AUTH") && !heard.contains("MAIL") && !heard.contains(LEILA),
        "{heard}"
    );
}

#[tokio::test]
async fn an_address_in_any_script_is_reached() {
    let relay = TestRelay::start(Encryption::FromTheStart);
    let portal = MailPortal::start(|options| options.relay = Some(relay.options())).await;
    portal.queue("李梅@例子.中国", &Notice::SomethingChanged);
    let mails = relay.mails(1).await;
    portal.until_nothing_waits().await;
    assert_eq!(mails[0].envelope["to"], serde_json::json!(["李梅@例子.中国"]));
}
