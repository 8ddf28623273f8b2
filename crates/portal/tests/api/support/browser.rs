//! A browser as the portal sees it: keeps the one cookie, says what browsers say, and never finds
//! a token anywhere else.

use super::{Call, PASSWORD, Reply, TestPortal};
use reqwest::Method;
use serde_json::{Value, json};

const KIND: &str = "Secure; HttpOnly; SameSite=Strict; Path=/";

/// A browser with a page of the portal open.
pub(crate) struct Browser<'a> {
    pub(crate) portal: &'a TestPortal,
    /// What the cookie holds.
    pub(crate) token: Option<String>,
    /// Everything that it ever held.
    held: Vec<String>,
}

impl<'a> Browser<'a> {
    pub(crate) fn new(portal: &'a TestPortal) -> Self {
        Self { portal, token: None, held: Vec::new() }
    }

    /// Signs in with the own password.
    pub(crate) async fn signed_in(portal: &'a TestPortal, username: &str) -> Self {
        let mut browser = Self::new(portal);
        let answers = json!({"username": username, "password": PASSWORD});
        let reply = browser.send(portal.post("/sessions", &[]).json(&answers)).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        browser
    }

    /// Sends a call as a script of the page does.
    pub(crate) async fn send(&mut self, call: Call<'_>) -> Reply {
        let mut call =
            call.header("landed-client", "browser").header("Sec-Fetch-Site", "same-origin");
        if call.method != Method::GET {
            call = call.header("Origin", &format!("http://{}", self.portal.address()));
        }
        if let Some(cookie) = self.cookie() {
            call = call.header("Cookie", &cookie);
        }
        let reply = call.send().await;
        self.keep(&reply);
        self.finds_no_token(&reply);
        reply
    }

    pub(crate) async fn get(&mut self, template: &'static str) -> Reply {
        let call = self.portal.get(template, &[]);
        self.send(call).await
    }

    pub(crate) async fn view(&mut self) -> Value {
        self.get("/sessions/current").await.granted(200)
    }

    /// What the header `Cookie` says.
    pub(crate) fn cookie(&self) -> Option<String> {
        self.token.as_ref().map(|token| format!("__Host-landed={token}"))
    }

    fn keep(&mut self, reply: &Reply) {
        let Some(cookie) = reply.headers.get("set-cookie") else { return };
        let cookie = cookie.to_str().unwrap();
        let (value, kind) = cookie.split_once("; ").unwrap();
        let token = value.strip_prefix("__Host-landed=").unwrap().to_owned();
        if token.is_empty() {
            assert_eq!(kind, format!("{KIND}; Max-Age=0"));
            self.token = None;
        } else {
            assert_eq!(kind, KIND);
            assert_eq!(token.len(), 43);
            self.held.push(token.clone());
            self.token = Some(token);
        }
    }

    fn finds_no_token(&self, reply: &Reply) {
        let headers = reply.headers.iter().filter(|(name, _)| *name != "set-cookie");
        let headers: String = headers.map(|(name, value)| format!("{name}: {value:?}\n")).collect();
        for token in &self.held {
            assert!(!reply.text().contains(token), "a token in the body");
            assert!(!headers.contains(token), "a token in a header");
        }
        if reply.text().starts_with('{') {
            assert_eq!(reply.value().get("token"), None, "a field for a token");
        }
    }
}
