//! The signature under a mail, checked by a verifier that is not ours.

use crate::support::{LEILA, MailPortal, TestRelay, python, reset_code, run};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use portal::mail::{Encryption, Signing};
use std::path::{Path, PathBuf};

/// A key that `openssl` makes; its file and the public one as it is published.
fn key(folder: &Path, bits: &str, form: &[&str]) -> (PathBuf, String) {
    let (key, public) = (folder.join("dkim.pem"), folder.join("dkim.der"));
    let file = key.to_str().unwrap();
    run("openssl", &[&["genrsa"], form, &["-out", file, bits]].concat());
    let out = public.to_str().unwrap();
    run("openssl", &["rsa", "-in", file, "-pubout", "-outform", "DER", "-out", out]);
    let published = STANDARD.encode(std::fs::read(public).unwrap());
    (key, format!("v=DKIM1; k=rsa; p={published}"))
}

fn verdict(mail: &Path, record: &str) -> String {
    let name = "landed-2026._domainkey.cic.gc.ca";
    python("verify.py", &[mail.to_str().unwrap(), name, record]).trim().to_owned()
}

async fn signs(form: &[&str]) {
    let keys = tempfile::tempdir().unwrap();
    let (key, record) = key(keys.path(), "2048", form);
    let relay = TestRelay::start(Encryption::StartTls);
    let portal = MailPortal::start(|options| {
        options.relay = Some(relay.options());
        options.signing = Some(Signing { selector: "landed-2026".into(), key });
    })
    .await;
    portal.queue(LEILA, &reset_code());
    let mail = relay.mails(1).await.remove(0);
    assert_eq!(verdict(&mail.file, &record), "holds");
    if !form.is_empty() {
        return;
    }
    // As from somebody on the way: one byte of the text, a header, another header of the same name.
    let text = String::from_utf8(mail.raw).unwrap();
    let changed = |what: &str, with: &str| {
        let file = keys.path().join("changed.eml");
        let changed = text.replacen(what, with, 1);
        assert_ne!(changed, text, "{what}");
        std::fs::write(&file, changed).unwrap();
        verdict(&file, &record)
    };
    assert_eq!(changed("Q7XW-4MPK", "Q7XW-4MPJ"), "does not hold");
    assert_eq!(changed("To: leila", "To: layla"), "does not hold");
    for (header, line) in [
        ("From: ", "From: portal@example.org\r\nFrom: "),
        ("From: ", "Reply-To: portal@example.org\r\nFrom: "),
        ("Subject: ", "Subject: urgent\r\nSubject: "),
        ("Content-Type: multipart", "Content-Type: text/plain\r\nContent-Type: multipart"),
    ] {
        assert_eq!(changed(header, line), "does not hold", "{line}");
    }
    // What relays do on the way does not break it.
    assert_eq!(changed("To: leila", "to:   leila"), "holds");
    let other = tempfile::tempdir().unwrap();
    let (_, others) = self::key(other.path(), "2048", &[]);
    assert_eq!(verdict(&mail.file, &others), "does not hold");
}

#[tokio::test]
async fn a_verifier_finds_the_signature_to_hold_until_a_byte_is_changed() {
    signs(&[]).await;
}

#[tokio::test]
async fn a_key_of_the_older_form_signs_as_well() {
    signs(&["-traditional"]).await;
}

#[tokio::test]
async fn a_portal_that_could_not_sign_does_not_start() {
    let folder = tempfile::tempdir().unwrap();
    let refused = async |selector: &str, key: PathBuf| {
        let listen = ([127, 0, 0, 1], 0).into();
        let mut options = portal::Options::new(folder.path().join(selector).join("data"), listen);
        options.signing = Some(Signing { selector: selector.into(), key });
        portal::serve(options).await.err().expect("a refusal").to_string()
    };
    let (short, _) = key(folder.path(), "1024", &[]);
    let reason = refused("landed", short.clone()).await;
    assert!(reason.contains("1024 bits; 2048 are needed"), "{reason}");
    let reason = refused("a key", short).await;
    assert!(reason.contains("not a selector"), "{reason}");
    let none = folder.path().join("none.pem");
    std::fs::write(&none, "no key").unwrap();
    let reason = refused("landed-2026", none).await;
    assert!(reason.contains("not an RSA key"), "{reason}");
    assert!(!reason.contains('\n'), "one line: {reason}");
}
