//! From where a sign-in comes: the app or a browser, what it calls itself, its address, and whether
//! the account knows it. Failures of a known device are counted apart from those of its address, so
//! that a stranger who shares the address, or hammers the username, does not make it wait.

use super::app::App;
use super::browser::{self, Client};
use super::caller::Peer;
use super::refusal::Refusal;
use super::session::account_key;
use crate::rules::devices::{Agent, device_key};
use crate::secret;
use crate::store::Origin;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use contract::account::{SessionGranted, SessionView};
use contract::devices::ClientKind;
use contract::portal::DEVICE_HEADER;
use jiff::Timestamp;

/// From where a sign-in comes.
pub(super) struct Arriving {
    pub(super) client: Client,
    agent: Agent,
    peer: String,
    /// The secret that a device shows that signed in before.
    shown: Option<String>,
}

impl FromRequestParts<App> for Arriving {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let client = Client::from_request_parts(parts, app).await?;
        let Peer(peer) = Peer::from_request_parts(parts, app).await?;
        let text = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let (kind, shown) = match client {
            Client::App => (ClientKind::App, text(DEVICE_HEADER)),
            Client::Browser => (ClientKind::Browser, browser::device(&parts.headers)),
        };
        let agent = Agent::of(kind, text(header::USER_AGENT.as_str()).unwrap_or_default());
        Ok(Self { client, agent, peer, shown: shown.map(str::to_owned) })
    }
}

/// A device as it is known from now on.
pub(super) struct Known {
    /// What it shows the next time.
    pub(super) secret: String,
    /// From where it signs in, for the store.
    pub(super) origin: Origin,
}

impl Arriving {
    /// Under which key its failures at an account are counted, and whether the account knows it.
    pub(super) async fn counted(
        &self,
        app: &App,
        username: &str,
        now: Timestamp,
    ) -> Result<(String, bool), Refusal> {
        if let Some(device) = self.shown.as_deref().map(secret::token_hash)
            && app.store.knows_device(username, device, now).await?
        {
            return Ok((device_key(&device), true));
        }
        Ok((self.peer.clone(), false))
    }

    /// What the portal will know it by. A device that somebody else signed in with before keeps its
    /// secret: a family shares one computer.
    pub(super) async fn known(
        self,
        app: &App,
        username: &str,
        (peer_key, known): (String, bool),
        now: Timestamp,
    ) -> Result<Known, Refusal> {
        let account_key = account_key(username);
        let is_ours = match self.shown.as_deref() {
            Some(shown) if known => Some(shown),
            Some(shown) if app.store.is_device(secret::token_hash(shown), now).await? => {
                Some(shown)
            }
            _ => None,
        };
        let secret = match is_ours {
            Some(shown) => shown.to_owned(),
            None => app.new_token()?,
        };
        let device = secret::token_hash(&secret);
        let origin = Origin { account_key, peer_key, agent: self.agent, device, known };
        Ok(Known { secret, origin })
    }
}

/// What a client gets with its session: the token, and by what its device is known.
pub(super) fn granted(
    app: &App,
    client: Client,
    token: String,
    device: String,
    session: SessionView,
) -> Result<(HeaderMap, SessionGranted), Refusal> {
    let (mut headers, token) = client.hand_over(token)?;
    if client == Client::App {
        return Ok((headers, SessionGranted { token, device: Some(device), session }));
    }
    browser::keep_device(&mut headers, &device, app.policy.known_device_days)?;
    Ok((headers, SessionGranted { token, device: None, session }))
}
