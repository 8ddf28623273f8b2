//! Who asks: the bearer token of a request, looked up once. What the caller may do is asked of
//! [`crate::access`], here for endpoints and in the handlers for persons.

use super::app::App;
use super::refusal::Refusal;
use crate::access::{self, Caller, Endpoint, Relation};
use crate::case::CaseFile;
use crate::secret::{self, Sha};
use crate::store::{Bearer, SessionFile, TicketFile};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use contract::Code;
use contract::id::PersonId;
use std::net::SocketAddr;

/// The caller of a request.
pub(super) struct Asking {
    bearer: Bearer,
    token: Option<Sha>,
}

impl FromRequestParts<App> for Asking {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let token = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| secret::token_hash(token.trim()));
        let bearer = match token {
            Some(token) => app.store.bearer(token, app.now()).await?,
            None => Bearer::Nobody,
        };
        Ok(Self { bearer, token })
    }
}

impl Asking {
    fn kind(&self) -> Caller {
        match self.bearer {
            Bearer::Nobody => Caller::Nobody,
            Bearer::Ticket(_) => Caller::TicketHolder,
            Bearer::Session(_) => Caller::AccountHolder,
        }
    }

    /// Whether the caller may use an endpoint that is about nobody in particular.
    pub(super) fn may(&self, endpoint: Endpoint) -> Result<(), Refusal> {
        Ok(access::decide(self.kind(), endpoint, Relation::NoPerson)?)
    }

    /// The session, where the caller may use such an endpoint with one.
    pub(super) fn session(&self, endpoint: Endpoint) -> Result<&SessionFile, Refusal> {
        self.may(endpoint)?;
        self.any_session()
    }

    /// The ticket, where the caller may use such an endpoint with one.
    pub(super) fn ticket(&self, endpoint: Endpoint) -> Result<(&TicketFile, Sha), Refusal> {
        self.may(endpoint)?;
        match (&self.bearer, self.token) {
            (Bearer::Ticket(ticket), Some(token)) => Ok((ticket, token)),
            _ => Err(Code::FirstSignInTimedOut.into()),
        }
    }

    /// The session and the household, where the caller may use an endpoint for these people.
    pub(super) async fn session_for(
        &self,
        app: &App,
        endpoint: Endpoint,
        people: &[PersonId],
    ) -> Result<(&SessionFile, CaseFile), Refusal> {
        // Whoever has no session learns that before anything else.
        if self.kind() != Caller::AccountHolder {
            access::decide(self.kind(), endpoint, Relation::Stranger)?;
        }
        let session = self.any_session()?;
        let case = household(app, session).await?;
        access::decide_for(&case, session.person, endpoint, people)?;
        Ok((session, case))
    }

    /// What was shown, to end it.
    pub(super) fn token(&self) -> Option<Sha> {
        self.token
    }

    fn any_session(&self) -> Result<&SessionFile, Refusal> {
        match &self.bearer {
            Bearer::Session(session) => Ok(session),
            _ => Err(Code::SignInRequired.into()),
        }
    }
}

/// The household of a session.
pub(super) async fn household(app: &App, session: &SessionFile) -> Result<CaseFile, Refusal> {
    let case = app.store.case_of_person(session.person).await?;
    case.ok_or_else(|| Refusal::internal("a session without a household"))
}

/// Where a request comes from, as failed sign-ins are counted: an address of version 4, or the
/// network of one of version 6, since everyone has a whole network of these.
pub(super) struct Peer(pub(super) String);

impl FromRequestParts<App> for Peer {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let ConnectInfo(address) = ConnectInfo::<SocketAddr>::from_request_parts(parts, app)
            .await
            .map_err(Refusal::internal)?;
        let network = match address.ip().to_canonical() {
            std::net::IpAddr::V4(address) => address.to_string(),
            std::net::IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        };
        Ok(Self(format!("peer:{network}")))
    }
}
