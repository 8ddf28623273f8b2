//! Asking over HTTP from within the page. Every way in which an answer can fail to come is a
//! [`Problem`]; what a status means is decided in `contract`. Every call ends after its limit.

use contract::reply::{is_type, refusal};
use contract::{Code, Problem};
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestInit, Response};

/// Longest time of a call that carries words, in milliseconds.
const WORDS_MS: u32 = 30_000;
/// Longest time of a call that fetches a picture: 4 MB at 30 kB/s fit.
const PICTURE_MS: u32 = 150_000;
/// Longest time of a call that carries a chunk of a file: 256 KB at 5 kB/s fit.
const CHUNK_MS: u32 = 60_000;

/// A request.
pub(crate) struct Call {
    path: String,
    init: RequestInit,
    headers: Option<Headers>,
    limit_ms: u32,
}

impl Call {
    /// A request for a path of this origin.
    pub(crate) fn new(method: &str, path: &str) -> Self {
        let init = RequestInit::new();
        init.set_method(method);
        let headers = Headers::new().ok();
        Self { path: path.to_owned(), init, headers, limit_ms: WORDS_MS }
    }

    /// Adds a header.
    pub(crate) fn header(self, name: &str, value: &str) -> Self {
        if let Some(headers) = &self.headers {
            let _ = headers.set(name, value);
        }
        self
    }

    /// Gives it a body of JSON.
    pub(crate) fn json(self, body: &str) -> Self {
        self.init.set_body(&JsValue::from_str(body));
        self.header("content-type", "application/json")
    }

    /// Gives it a chunk of a file as its body, and the time that this needs.
    pub(crate) fn chunk(mut self, body: &Uint8Array, media_type: &str) -> Self {
        self.init.set_body(body);
        self.limit_ms = CHUNK_MS;
        self.header("content-type", media_type)
    }

    /// Leaves it the time that a picture needs.
    pub(crate) fn for_picture(mut self) -> Self {
        self.limit_ms = PICTURE_MS;
        self
    }

    /// Lets it go on when the page is closed.
    pub(crate) fn outliving_the_page(self) -> Self {
        let _ = Reflect::set(&self.init, &JsValue::from_str("keepalive"), &JsValue::TRUE);
        self
    }

    /// Sends it, and lets only success pass.
    pub(crate) async fn send(self) -> Result<Reply, Problem> {
        let Some(window) = web_sys::window() else { return Err(Code::Internal.into()) };
        if let Some(headers) = &self.headers {
            self.init.set_headers_headers(headers);
        }
        self.init.set_signal(Some(&AbortSignal::timeout_with_u32(self.limit_ms)));
        let asked = window.fetch_with_str_and_init(&self.path, &self.init);
        let answer = JsFuture::from(asked).await.map_err(|_| unreachable())?;
        let reply = Reply(answer.dyn_into::<Response>().map_err(|_| unreachable())?);
        if matches!(reply.0.status(), 200 | 201 | 204 | 304) {
            return Ok(reply);
        }
        let retry_after = reply.header("retry-after").and_then(|seconds| seconds.parse().ok());
        let (status, kind) = (reply.0.status(), reply.header("content-type"));
        let body = reply.text().await?;
        Err(refusal(status, kind.as_deref(), body.as_bytes(), retry_after))
    }
}

/// An answer that is a success.
pub(crate) struct Reply(Response);

impl Reply {
    /// Its status.
    pub(crate) fn status(&self) -> u16 {
        self.0.status()
    }

    /// One of its headers.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.0.headers().get(name).ok().flatten()
    }

    /// Its body as what the portal documents; anything else is no reply of the portal's.
    pub(crate) async fn parse<T: DeserializeOwned>(self) -> Result<T, Problem> {
        if !is_type(self.header("content-type").as_deref(), "application/json") {
            return Err(Code::UnexpectedReply.into());
        }
        let text = self.text().await?;
        serde_json::from_str(&text).map_err(|_| Code::UnexpectedReply.into())
    }

    /// Its body as a picture's bytes.
    pub(crate) async fn picture(self) -> Result<ArrayBuffer, Problem> {
        if !self.header("content-type").is_some_and(|kind| kind.starts_with("image/")) {
            return Err(Code::UnexpectedReply.into());
        }
        let body = self.0.array_buffer().map_err(|_| unreachable())?;
        let body = JsFuture::from(body).await.map_err(|_| unreachable())?;
        body.dyn_into().map_err(|_| Code::UnexpectedReply.into())
    }

    async fn text(&self) -> Result<String, Problem> {
        let body = self.0.text().map_err(|_| unreachable())?;
        let body = JsFuture::from(body).await.map_err(|_| unreachable())?;
        Ok(body.as_string().unwrap_or_default())
    }
}

/// A file of words that lies beside the program; nothing where it cannot be had.
pub(crate) async fn text(path: &str) -> Option<String> {
    let window = web_sys::window()?;
    let answer = JsFuture::from(window.fetch_with_str(path)).await.ok()?;
    let reply = Reply(answer.dyn_into::<Response>().ok()?);
    if reply.0.ok() { reply.text().await.ok() } else { None }
}

/// Fetches a file into the browser's cache for later. Where it does not come, it is fetched when it
/// is needed.
#[cfg(not(feature = "household"))]
pub(crate) async fn ahead(path: &str) {
    let Some(window) = web_sys::window() else { return };
    let Ok(answer) = JsFuture::from(window.fetch_with_str(path)).await else { return };
    let body = answer.dyn_into::<Response>().ok().and_then(|answer| answer.array_buffer().ok());
    if let Some(body) = body {
        let _ = JsFuture::from(body).await;
    }
}

/// No network, or a network without the portal.
fn unreachable() -> Problem {
    let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
    Problem::new(if online { Code::PortalUnreachable } else { Code::Offline })
}
