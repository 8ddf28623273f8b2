//! What the portal answered.

use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What the portal answered.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) async fn read(response: reqwest::Response) -> Self {
        let reply = Self {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.bytes().await.unwrap().to_vec(),
        };
        assert_eq!(reply.header("cache-control"), "no-store");
        if reply.status >= 400 {
            assert_eq!(reply.header("content-type"), "application/problem+json");
            assert_eq!(reply.value()["status"], reply.status);
        }
        reply
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn value(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    /// The body of a success with this status.
    pub(crate) fn granted<T: DeserializeOwned>(&self, status: u16) -> T {
        assert_eq!(self.status, status, "{}", self.text());
        serde_json::from_value(self.value()).unwrap()
    }

    /// The token in a success with this status.
    pub(crate) fn token(&self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", self.text());
        self.value()["token"].as_str().unwrap().to_owned()
    }

    /// Status and code of a refusal.
    pub(crate) fn refusal(&self) -> (u16, String) {
        assert!(self.status >= 400, "not refused: {}", self.text());
        let code = self.value()["code"].as_str().unwrap().to_owned();
        (self.status, code)
    }

    /// Every code of a refusal, its fields' included; none of a success.
    pub(crate) fn codes(&self) -> Vec<String> {
        if self.status < 400 {
            return Vec::new();
        }
        let fields = self.fields().into_iter().map(|(_, code)| code);
        std::iter::once(self.refusal().1).chain(fields).collect()
    }

    /// The fields of a refusal with their codes.
    pub(crate) fn fields(&self) -> Vec<(String, String)> {
        let value = self.value();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let fields = value["fields"].as_array().cloned().unwrap_or_default();
        fields.iter().map(|field| (text(&field["field"]), text(&field["code"]))).collect()
    }
}

/// So that refusals are compared in one line.
impl PartialEq<(u16, &str)> for Reply {
    fn eq(&self, (status, code): &(u16, &str)) -> bool {
        self.refusal() == (*status, (*code).to_owned())
    }
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.status, self.text())
    }
}
