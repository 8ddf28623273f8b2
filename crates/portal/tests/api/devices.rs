//! Devices: which are signed in, signing out there, and what it means to be known.

use crate::support::{Browser, Family, PASSWORD, Reply, TestPortal};
use contract::account::SessionGranted;
use contract::devices::{ClientKind, Devices};
use reqwest::Method;
use serde_json::json;

const FIREFOX: &str =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

async fn devices(portal: &TestPortal, token: &str) -> Devices {
    portal.get("/account/sessions", &[]).bearer(token).send().await.granted(200)
}

/// Tries to sign in from an address.
async fn tries(portal: &TestPortal, from: &str, username: &str, password: &str) -> Reply {
    let answers = json!({"username": username, "password": password});
    portal.post("/sessions", &[]).header("X-Forwarded-For", from).json(&answers).send().await
}

/// The same with a device that is known.
async fn known(
    portal: &TestPortal,
    from: &str,
    device: &str,
    family: &Family,
    password: &str,
) -> Reply {
    let answers = json!({"username": family.username, "password": password});
    let call = portal.post("/sessions", &[]).header("X-Forwarded-For", from);
    call.header("landed-device", device).json(&answers).send().await
}

async fn behind_tls() -> TestPortal {
    TestPortal::start_with(|options| options.behind_tls = true).await
}

#[tokio::test]
async fn devices_are_listed_and_signed_out_from_afar() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    portal.clock.advance(60);
    let mut browser = Browser::new(&portal);
    let answers = json!({"username": family.username, "password": PASSWORD});
    let call = portal.post("/sessions", &[]).header("User-Agent", FIREFOX).json(&answers);
    assert_eq!(browser.send(call).await.status, 201);
    let listed: Devices = browser.get("/account/sessions").await.granted(200);
    let [here, app] = &listed.devices[..] else { panic!("{listed:?}") };
    assert!(here.current && !app.current);
    assert_eq!(here.client, ClientKind::Browser);
    assert_eq!(
        (here.browser.as_deref(), here.system.as_deref()),
        (Some("Firefox"), Some("Windows"))
    );
    assert_eq!((app.client, app.browser.as_deref()), (ClientKind::App, None));
    let from_app = devices(&portal, &family.token).await.devices;
    assert_eq!((from_app[0].id, from_app[0].current), (app.id, true));
    let text = serde_json::to_string(&listed).unwrap();
    assert!(!text.contains("127.0.0.1"), "no address: {text}");

    let template = "/account/sessions/{session}";
    let out = async |id: &str| {
        portal.call(Method::DELETE, template, &[id]).bearer(&family.token).send().await
    };
    assert_eq!(out(&here.id.to_string()).await.status, 204);
    assert_eq!(browser.get("/sessions/current").await, (401, "sign_in_required"));
    assert_eq!(out(&here.id.to_string()).await, (404, "not_found"));
    assert_eq!(out("no id").await, (404, "not_found"));
    for _ in 0..2 {
        Browser::signed_in(&portal, &family.username).await;
    }
    assert_eq!(devices(&portal, &family.token).await.devices.len(), 3);
    let others = portal.call(Method::DELETE, "/account/sessions", &[]).bearer(&family.token);
    assert_eq!(others.send().await.status, 204);
    assert_eq!(devices(&portal, &family.token).await.devices.len(), 1);
}

#[tokio::test]
async fn a_stranger_hammering_a_username_keeps_no_known_device_out() {
    let portal = behind_tls().await;
    let family = portal.signed_in().await;
    let reply = tries(&portal, "198.51.100.7", &family.username, PASSWORD).await;
    let granted: SessionGranted = reply.granted(201);
    let device = granted.device.unwrap();
    // Fifty failures from many addresses, some of them from the device's own.
    for stranger in 0..12 {
        for _ in 0..5 {
            let from = format!("203.0.113.{stranger}");
            tries(&portal, &from, &family.username, "a guess").await;
        }
    }
    for _ in 0..5 {
        tries(&portal, "198.51.100.7", &family.username, "a guess").await;
    }
    let unknown = tries(&portal, "192.0.2.1", &family.username, PASSWORD).await;
    assert_eq!(unknown, (429, "too_many_attempts"), "a device that nobody knows waits");
    let neighbour = tries(&portal, "198.51.100.7", &family.username, PASSWORD).await;
    assert_eq!(neighbour, (429, "too_many_attempts"), "and so does the address by itself");
    for from in ["198.51.100.7", "192.0.2.1", "203.0.113.3"] {
        let reply = known(&portal, from, &device, &family, PASSWORD).await;
        let again: SessionGranted = reply.granted(201);
        assert_eq!(again.device.as_ref(), Some(&device), "it stays the same");
    }
    // Its own failures count for itself.
    for _ in 0..5 {
        let wrong = known(&portal, "192.0.2.1", &device, &family, "a guess").await;
        assert_eq!(wrong, (401, "sign_in_refused"));
    }
    let wait = known(&portal, "192.0.2.1", &device, &family, PASSWORD).await;
    assert_eq!(wait, (429, "too_many_attempts"));
    // A secret that the portal never gave makes nobody known.
    let made_up = "A".repeat(43);
    let stranger = known(&portal, "192.0.2.1", &made_up, &family, PASSWORD).await;
    assert_eq!(stranger, (429, "too_many_attempts"));
}

#[tokio::test]
async fn a_new_device_from_a_new_address_is_told_by_mail() {
    let portal = behind_tls().await;
    let family = portal.signed_in().await;
    // Account and own password; the very first sign-in tells nothing more.
    portal.mails(2).await;
    let first: SessionGranted =
        tries(&portal, "198.51.100.7", &family.username, PASSWORD).await.granted(201);
    portal.mails(3).await;
    tries(&portal, "198.51.100.7", &family.username, PASSWORD).await.token(201);
    let device = first.device.unwrap();
    known(&portal, "203.0.113.9", &device, &family, PASSWORD).await.token(201);
    portal.mails(3).await;
    tries(&portal, "203.0.113.9", &family.username, PASSWORD).await.token(201);
    let mails = portal.mails(4).await;
    assert!(mails.iter().all(|mail| !mail.raw.contains("203.0.113.9")), "no address in a mail");
    // Known for ninety days after its last sign-in.
    portal.clock.advance(90 * 86_400);
    known(&portal, "192.0.2.77", &device, &family, PASSWORD).await.token(201);
    portal.mails(5).await;
}

#[tokio::test]
async fn a_browser_is_known_by_a_cookie_until_it_signs_out() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let answers = json!({"username": family.username, "password": PASSWORD});
    let sign_in = async |cookies: &str| {
        let call = portal.post("/sessions", &[]).header("landed-client", "browser");
        let reply = call.header("Cookie", cookies).json(&answers).send().await;
        assert_eq!(reply.status, 201, "{reply:?}");
        let set = reply.headers.get_all("set-cookie").iter();
        set.map(|cookie| cookie.to_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let set = sign_in("theme=dark").await;
    let [session, device] = &set[..] else { panic!("{set:?}") };
    assert!(!session.contains("Max-Age"), "{session}");
    assert!(
        device.ends_with("; Secure; HttpOnly; SameSite=Strict; Path=/; Max-Age=7776000"),
        "{device}"
    );
    let shown = device.split(';').next().unwrap();
    assert!(shown.starts_with("__Host-landed-device="), "{shown}");
    let again = sign_in(shown).await;
    assert_eq!(again[1], *device, "it stays the same, for ninety days more");
    let token = again[0].split(';').next().unwrap().to_owned();
    let call = portal.call(Method::DELETE, "/sessions/current", &[]);
    let out = call.header("landed-client", "browser").header("Cookie", &token).send().await;
    let set: Vec<&str> =
        out.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect();
    assert_eq!(set.len(), 2, "{set:?}");
    assert!(set.iter().all(|cookie| cookie.contains("=; ") && cookie.ends_with("Max-Age=0")));
}
