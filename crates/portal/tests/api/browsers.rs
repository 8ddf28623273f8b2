//! Sessions of browsers: a cookie that no script reads, and that proves nothing to the portal when
//! another site makes a browser send it.

use crate::support::{Browser, PASSWORD, TestPortal};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn a_browser_signs_in_and_out_and_never_sees_a_token() {
    let portal = TestPortal::start().await;
    let family = portal.opened().await;
    let mut browser = Browser::new(&portal);
    let answers = family.first_sign_in();
    let reply = browser.send(portal.post("/first-sign-in", &[]).json(&answers)).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.value().as_object().unwrap().len(), 1, "only when it ends: {reply:?}");
    let ticket = browser.token.clone().unwrap();
    // A page that looks for a session in between finds none, and leaves the ticket alone.
    assert_eq!(browser.get("/sessions/current").await, (401, "sign_in_required"));
    assert_eq!(browser.token.as_ref(), Some(&ticket));

    let password = json!({"password": PASSWORD});
    let reply = browser.send(portal.post("/first-sign-in/password", &[]).json(&password)).await;
    assert_eq!(reply.status, 201);
    assert_ne!(browser.token.as_ref(), Some(&ticket), "the session takes its place");
    assert_eq!(browser.view().await["username"], json!(family.username));
    // A reload, another page: the cookie is all that there is, and it is enough.
    assert_eq!(browser.get("/household").await.status, 200);

    let signed_out = browser.cookie().unwrap();
    let reply = browser.send(portal.call(Method::DELETE, "/sessions/current", &[])).await;
    assert_eq!((reply.status, reply.body.len()), (204, 0));
    assert_eq!(reply.header("clear-site-data"), "\"cache\"");
    assert_eq!(browser.token, None, "the cookie is gone");
    let kept = portal.get("/household", &[]).header("landed-client", "browser");
    let reply = kept.header("Cookie", &signed_out).send().await;
    assert_eq!(reply, (401, "sign_in_required"), "and so is the session, whoever kept the cookie");
}

#[tokio::test]
async fn a_cookie_whose_session_has_ended_is_taken_back() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    portal.clock.advance(30 * 60);
    let person = family.people[0].person.to_string();
    let call = portal.get("/people/{person}/timeline", &[&person]);
    assert_eq!(browser.send(call).await, (401, "sign_in_required"));
    assert!(browser.token.is_some(), "a late answer must not end a cookie that is newer");
    assert_eq!(browser.get("/sessions/current").await, (401, "sign_in_required"));
    assert_eq!(browser.token, None, "a page that asks how its session stands is told");
    // To whoever shows no cookie, none is given or taken.
    let reply = browser.get("/household").await;
    assert_eq!(reply, (401, "sign_in_required"));
    assert_eq!(reply.header("set-cookie"), "");
    let reply = portal.get("/household", &[]).bearer("made up").send().await;
    assert_eq!(reply.header("set-cookie"), "");
}

#[tokio::test]
async fn a_page_of_one_account_never_speaks_for_the_next_one() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    let account = browser.view().await["account"].as_str().unwrap().to_owned();
    let asked = |account: &str| portal.get("/household", &[]).header("landed-account", account);
    assert_eq!(browser.send(asked(&account)).await.status, 200);
    for other in ["00000000-0000-7000-8000-000000000000", "", "somebody"] {
        assert_eq!(browser.send(asked(other)).await, (401, "sign_in_required"), "{other}");
        assert!(browser.token.is_some(), "the other tab's session goes on");
    }
    assert_eq!(browser.get("/household").await.status, 200);
}

#[tokio::test]
async fn signing_in_again_ends_the_session_in_the_cookie() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    let first = browser.token.clone().unwrap();
    let answers = json!({"username": family.username, "password": "not the password"});
    let refused = browser.send(portal.post("/sessions", &[]).json(&answers)).await;
    assert_eq!(refused, (401, "sign_in_refused"));
    assert_eq!(browser.token.as_ref(), Some(&first), "a wrong password ends nothing");
    let answers = json!({"username": family.username, "password": PASSWORD});
    browser.send(portal.post("/sessions", &[]).json(&answers)).await;
    assert_ne!(browser.token.as_ref(), Some(&first));
    let reply = portal.get("/household", &[]).bearer(&first).send().await;
    assert_eq!(reply, (401, "sign_in_required"));
    portal.board(&family.token).await;
}

/// Every way in which a browser can be made to send the cookie without its user's will.
#[tokio::test]
async fn another_site_gets_nothing_out_of_the_cookie() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let browser = Browser::signed_in(&portal, &family.username).await;
    let cookie = browser.cookie().unwrap();
    let own = format!("http://{}", portal.address());
    let (port, other_port) = (portal.address().port(), portal.address().port() ^ 1);
    let (by_name, neighbour) =
        (format!("http://localhost:{port}"), format!("http://127.0.0.1:{other_port}"));
    let over_tls = own.replace("http:", "https:");
    let page = ("landed-client", "browser");
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    let cases: [(&str, &[(&str, &str)]); 12] = [
        ("a form", &[form, ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")]),
        ("a form of this page", &[form, ("Origin", &own), ("Sec-Fetch-Site", "same-origin")]),
        ("a link", &[("Sec-Fetch-Site", "cross-site")]),
        ("an old browser's picture", &[]),
        ("another client", &[("landed-client", "app")]),
        ("another site", &[page, ("Sec-Fetch-Site", "cross-site")]),
        ("another host of the site", &[page, ("Sec-Fetch-Site", "same-site")]),
        ("a typed address", &[page, ("Sec-Fetch-Site", "none")]),
        ("a foreign origin", &[page, ("Origin", "https://evil.example")]),
        ("a hidden origin", &[page, ("Origin", "null")]),
        ("another port", &[page, ("Origin", &neighbour), ("Sec-Fetch-Site", "same-origin")]),
        ("another scheme", &[page, ("Origin", &over_tls)]),
    ];
    for (case, headers) in cases {
        for method in [Method::GET, Method::DELETE] {
            let mut call = portal.call(method, "/sessions/current", &[]).header("Cookie", &cookie);
            for (name, value) in headers {
                call = call.header(name, value);
            }
            let reply = call.send().await;
            assert_eq!(reply, (401, "sign_in_required"), "{case}");
            // Nor does it sign anybody out.
            assert_eq!(reply.header("set-cookie"), "", "{case}");
        }
    }
    let call = portal.get("/sessions/current", &[]).header("Cookie", &cookie);
    let reply = call.header("landed-client", "browser").header("Origin", &by_name).send().await;
    assert_eq!(reply, (401, "sign_in_required"), "another name of the same machine");
    // With nothing but the page's own header, as browsers without `Sec-Fetch-Site` send it.
    let call = portal.get("/sessions/current", &[]).header("Cookie", &cookie);
    let view: Value = call.header("landed-client", "browser").send().await.granted(200);
    assert_eq!(view["username"], json!(family.username));
}

#[tokio::test]
async fn nobody_is_signed_in_by_another_site() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let answers = json!({"username": family.username, "password": PASSWORD});
    for (name, value) in [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example")] {
        for template in ["/sessions", "/first-sign-in", "/first-sign-in/password"] {
            let call = portal.post(template, &[]).json(&answers).header(name, value);
            let reply = call.header("landed-client", "browser").send().await;
            assert_eq!(reply, (403, "forbidden"), "{template} with {name}");
            assert_eq!(reply.header("set-cookie"), "");
        }
    }
    // Nothing is ever allowed to other sites, so their scripts cannot send the header at all.
    let preflight = reqwest::Client::new()
        .request(Method::OPTIONS, format!("http://{}/api/v1/sessions", portal.address()))
        .header("Origin", "https://evil.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "landed-client")
        .send()
        .await
        .unwrap();
    let allowed =
        preflight.headers().keys().any(|name| name.as_str().starts_with("access-control"));
    assert!(!preflight.status().is_success() && !allowed);
}

#[tokio::test]
async fn a_bearer_token_wins_over_a_cookie() {
    let portal = TestPortal::start().await;
    let family = portal.signed_in().await;
    let mut browser = Browser::signed_in(&portal, &family.username).await;
    let call = portal.get("/household", &[]).bearer("made up");
    let reply = browser.send(call).await;
    assert_eq!(reply, (401, "sign_in_required"));
    assert!(browser.token.is_some(), "the cookie was not asked for");
    let out = portal.call(Method::DELETE, "/sessions/current", &[]).bearer(&family.token);
    let reply = browser.send(out).await;
    assert_eq!(reply.status, 204);
    assert!(browser.token.is_some(), "the other session was meant");
    assert_eq!(browser.get("/household").await.status, 200);
}

#[tokio::test]
async fn behind_tls_the_portals_own_origin_is_https() {
    let portal = TestPortal::start_with(|options| options.behind_tls = true).await;
    let family = portal.signed_in().await;
    let answers = json!({"username": family.username, "password": PASSWORD});
    let ask = async |origin: String| {
        let call = portal.post("/sessions", &[]).json(&answers).header("landed-client", "browser");
        call.header("Origin", &origin).send().await
    };
    assert_eq!(ask(format!("http://{}", portal.address())).await, (403, "forbidden"));
    let reply = ask(format!("https://{}", portal.address())).await;
    assert_eq!(reply.status, 201);
    let hsts = reply.header("strict-transport-security");
    assert_eq!(hsts, "max-age=63072000; includeSubDomains");
}

#[tokio::test]
async fn behind_a_proxy_each_of_its_clients_waits_alone() {
    let portal = TestPortal::start_with(|options| options.behind_tls = true).await;
    let family = portal.signed_in().await;
    let guess = async |forwarded: &str| {
        let answers = json!({"username": "ZZZZ-ZZZZ", "password": "a guess"});
        let call = portal.post("/sessions", &[]).json(&answers);
        call.header("X-Forwarded-For", forwarded).send().await.status
    };
    for made_up in 0..5 {
        assert_eq!(guess(&format!("192.0.2.{made_up}, 198.51.100.7")).await, 401);
    }
    assert_eq!(guess("192.0.2.99, 198.51.100.7").await, 429, "the proxy's word counts alone");
    assert_eq!(guess("198.51.100.8").await, 401);
    portal.board(&family.token).await;
}
