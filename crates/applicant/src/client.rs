//! The portal over HTTP. Every answer becomes a typed reply or a problem; an answer that is not of
//! the portal's documented form (a café's sign-in page, a broken proxy) is never taken for success.

mod asking;
mod handing;
mod upload;

pub(crate) use upload::File;

use contract::account::{
    FirstSignIn, FirstSignInTicket, SessionGranted, SessionView, SignIn, SignInReply, StorePassword,
};
use contract::board::Board;
use contract::declaration::DeclarePresence;
use contract::examination::Examination;
use contract::factor::GiveSecondFactor;
use contract::id::{IdempotencyKey, PersonId, PhotoId};
use contract::portal::{BACKGROUND_HEADER, DEVICE_HEADER, PortalInfo};
use contract::receipt::Receipt;
use contract::reply::is_type;
use contract::timeline::Timeline;
use contract::{Code, Problem};
use reqwest::{Method, RequestBuilder, Response, StatusCode, header};
use serde::de::DeserializeOwned;
use std::error::Error as _;
use std::time::Duration;
use url::{Host, Url};

/// Longest time to a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// Longest time of a call that carries words.
const WORDS: Duration = Duration::from_secs(30);
/// Longest time of a call that carries a picture: 4 MB at 30 kB/s fit.
const PICTURE: Duration = Duration::from_secs(150);

/// Longest time of telling the portal that a session has ended.
const GOODBYE: Duration = Duration::from_secs(5);

/// The portal, as the app speaks to it.
#[derive(Clone, Debug)]
pub struct PortalClient {
    http: reqwest::Client,
    base: Url,
}

/// A board, or word that the one at hand is still current.
pub(crate) enum Fetched {
    /// Nothing changed since the tag.
    Unchanged,
    /// The board and its tag.
    Fresh(Board, Option<String>),
}

impl PortalClient {
    /// A client of the portal at `base`. Plain `http` is taken for this device's own portal only
    /// (loopback), as in the demonstration.
    ///
    /// # Errors
    /// `malformed` where the address is no such address.
    pub fn new(base: &str) -> Result<Self, Problem> {
        let base = Url::parse(base).map_err(|_| Problem::new(Code::Malformed))?;
        let loopback = match base.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        };
        if base.scheme() != "https" && !(base.scheme() == "http" && loopback) {
            return Err(Code::Malformed.into());
        }
        // Fails only where a provider is installed already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .user_agent(concat!("landed/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(WORDS)
            .build()
            .map_err(|_| Problem::new(Code::Internal))?;
        Ok(Self { http, base })
    }

    pub(crate) async fn portal_info(&self) -> Result<PortalInfo, Problem> {
        reply(self.call(Method::GET, "portal", None)).await
    }

    pub(crate) async fn first_sign_in(
        &self,
        answers: &FirstSignIn,
    ) -> Result<FirstSignInTicket, Problem> {
        reply(self.call(Method::POST, "first-sign-in", None).json(answers)).await
    }

    pub(crate) async fn store_password(
        &self,
        ticket: &str,
        password: &StorePassword,
    ) -> Result<SessionGranted, Problem> {
        reply(self.call(Method::POST, "first-sign-in/password", Some(ticket)).json(password)).await
    }

    /// Signs in from the device that the portal knows by this secret, where there is one.
    pub(crate) async fn sign_in(
        &self,
        answers: &SignIn,
        device: Option<&str>,
    ) -> Result<SignInReply, Problem> {
        reply(known_by(device, self.call(Method::POST, "sessions", None)).json(answers)).await
    }

    pub(crate) async fn second_factor(
        &self,
        ticket: &str,
        answers: &GiveSecondFactor,
        device: Option<&str>,
    ) -> Result<SessionGranted, Problem> {
        let call = self.call(Method::POST, "sessions/second-factor", Some(ticket));
        reply(known_by(device, call).json(answers)).await
    }

    pub(crate) async fn sign_out(&self, token: &str) -> Result<(), Problem> {
        let call = self.call(Method::DELETE, "sessions/current", Some(token)).timeout(GOODBYE);
        match answer(call).await?.status() {
            StatusCode::NO_CONTENT => Ok(()),
            _ => Err(Code::UnexpectedReply.into()),
        }
    }

    pub(crate) async fn session(&self, token: &str) -> Result<SessionView, Problem> {
        reply(self.call(Method::GET, "sessions/current", Some(token))).await
    }

    pub(crate) async fn extend_session(&self, token: &str) -> Result<SessionView, Problem> {
        reply(self.call(Method::POST, "sessions/current/extension", Some(token))).await
    }

    pub(crate) async fn household(
        &self,
        token: &str,
        tag: Option<&str>,
        background: bool,
    ) -> Result<Fetched, Problem> {
        let mut call = told(self.call(Method::GET, "household", Some(token)), background);
        if let Some(tag) = tag {
            call = call.header(header::IF_NONE_MATCH, tag);
        }
        let response = answer(call).await?;
        if response.status() == StatusCode::NOT_MODIFIED {
            return Ok(Fetched::Unchanged);
        }
        let tag = response
            .headers()
            .get(header::ETAG)
            .and_then(|tag| tag.to_str().ok())
            .map(str::to_owned);
        Ok(Fetched::Fresh(parse(response).await?, tag))
    }

    pub(crate) async fn timeline(
        &self,
        token: &str,
        person: PersonId,
        background: bool,
    ) -> Result<Timeline, Problem> {
        let call = self.call(Method::GET, &format!("people/{person}/timeline"), Some(token));
        reply(told(call, background)).await
    }

    pub(crate) async fn declare(
        &self,
        token: &str,
        key: IdempotencyKey,
        body: &DeclarePresence,
    ) -> Result<Receipt, Problem> {
        let call = self.call(Method::POST, "declarations", Some(token));
        reply(call.header("idempotency-key", key.to_string()).json(body)).await
    }

    pub(crate) async fn picture(
        &self,
        token: &str,
        person: PersonId,
        photo: PhotoId,
    ) -> Result<Vec<u8>, Problem> {
        let path = format!("people/{person}/photos/{photo}/picture");
        let response = answer(self.call(Method::GET, &path, Some(token)).timeout(PICTURE)).await?;
        let is_picture = content_type(&response).is_some_and(|kind| kind.starts_with("image/"));
        if !is_picture {
            return Err(Code::UnexpectedReply.into());
        }
        Ok(response.bytes().await.map_err(|error| unreachable(&error))?.to_vec())
    }

    pub(crate) async fn examination(
        &self,
        token: &str,
        person: PersonId,
        photo: PhotoId,
    ) -> Result<Examination, Problem> {
        let path = format!("people/{person}/photos/{photo}/examination");
        reply(self.call(Method::GET, &path, Some(token))).await
    }

    fn call(&self, method: Method, path: &str, token: Option<&str>) -> RequestBuilder {
        let mut url = self.base.clone();
        url.set_path(&format!("/api/v1/{path}"));
        let call = self.http.request(method, url).header(header::ACCEPT, "application/json");
        match token {
            Some(token) => call.bearer_auth(token),
            None => call,
        }
    }
}

/// Marks what is asked on nobody's word: it is no use of the session.
fn told(call: RequestBuilder, background: bool) -> RequestBuilder {
    if background { call.header(BACKGROUND_HEADER, "1") } else { call }
}

fn known_by(device: Option<&str>, call: RequestBuilder) -> RequestBuilder {
    match device.and_then(|secret| header::HeaderValue::from_str(secret).ok()) {
        Some(mut secret) => {
            secret.set_sensitive(true);
            call.header(DEVICE_HEADER, secret)
        }
        None => call,
    }
}

async fn reply<R: DeserializeOwned>(call: RequestBuilder) -> Result<R, Problem> {
    parse(answer(call).await?).await
}

/// Sends, and lets pass only what the portal documents as success.
async fn answer(call: RequestBuilder) -> Result<Response, Problem> {
    documented(call.send().await.map_err(|error| unreachable(&error))?).await
}

/// The same of an answer that is here.
async fn documented(response: Response) -> Result<Response, Problem> {
    let status = response.status();
    if matches!(
        status,
        StatusCode::OK | StatusCode::CREATED | StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED
    ) {
        return Ok(response);
    }
    let retry_after = response
        .headers()
        .get(header::RETRY_AFTER)
        .and_then(|seconds| seconds.to_str().ok()?.parse::<u32>().ok());
    let kind = content_type(&response).map(str::to_owned);
    let body = response.bytes().await.map_err(|error| unreachable(&error))?;
    Err(contract::reply::refusal(status.as_u16(), kind.as_deref(), &body, retry_after))
}

async fn parse<R: DeserializeOwned>(response: Response) -> Result<R, Problem> {
    if !is_type(content_type(&response), "application/json") {
        return Err(Code::UnexpectedReply.into());
    }
    let body = response.bytes().await.map_err(|error| unreachable(&error))?;
    serde_json::from_slice(&body).map_err(|error| {
        tracing::warn!(%error, "the portal's reply is not of the documented form");
        Code::UnexpectedReply.into()
    })
}

fn content_type(response: &Response) -> Option<&str> {
    response.headers().get(header::CONTENT_TYPE)?.to_str().ok()
}

/// No network, or a network without the portal.
fn unreachable(error: &reqwest::Error) -> Problem {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = error.source();
    let mut offline = false;
    while let Some(inner) = cause {
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            use std::io::ErrorKind::{HostUnreachable, NetworkDown, NetworkUnreachable};
            offline |= matches!(io.kind(), NetworkUnreachable | HostUnreachable | NetworkDown);
        }
        offline |= inner.to_string().contains("dns error");
        cause = inner.source();
    }
    tracing::info!(%error, offline, "the portal was not reached");
    Problem::new(if offline { Code::Offline } else { Code::PortalUnreachable })
}
