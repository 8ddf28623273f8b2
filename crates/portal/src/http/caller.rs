//! Who asks: the bearer token or the browser's cookie of a request, looked up once. What the caller
//! may do is asked of [`crate::access`], here for endpoints and in the handlers for persons.

use super::app::App;
use super::browser;
use super::refusal::Refusal;
use crate::access::{self, Caller, Endpoint, Relation};
use crate::case::CaseFile;
use crate::rules::messages::Unread;
use crate::secret::{self, Sha};
use crate::store::{AnsweringFile, Bearer, FactorFile, SessionFile, TicketFile, Use};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use contract::Code;
use contract::id::PersonId;
use contract::portal::{ACCOUNT_HEADER, BACKGROUND_HEADER};
use std::net::{IpAddr, SocketAddr};

/// The caller of a request, which counts as use of the session unless it says otherwise.
pub(super) struct Asking {
    bearer: Bearer,
    token: Option<Sha>,
    /// Whether a browser's cookie was shown, and no bearer token.
    by_cookie: bool,
}

/// The caller of a request that only looks at the session, or extends it: never a use.
pub(super) struct Looking(pub(super) Asking);

impl FromRequestParts<App> for Asking {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        Self::of(parts, app, counted(parts)).await
    }
}

impl FromRequestParts<App> for Looking {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        Asking::of(parts, app, Use::Uncounted).await.map(Self)
    }
}

/// The caller of a request, and the household of a session as it was at that moment.
pub(super) struct AtHome(pub(super) Asking, pub(super) Option<(CaseFile, Unread)>);

impl FromRequestParts<App> for AtHome {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let shown = Shown::with(parts, app);
        let (bearer, home) = match shown.token {
            Some(token) => app.store.bearer_at_home(token, app.now(), counted(parts)).await?,
            None => (Bearer::Nobody, None),
        };
        Ok(Self(shown.of(bearer, parts), home))
    }
}

/// What a request shows of who asks.
struct Shown {
    token: Option<Sha>,
    by_cookie: bool,
}

impl Shown {
    fn with(parts: &Parts, app: &App) -> Self {
        let bearer = bearer_token(parts);
        let token = bearer.or_else(|| browser::token(parts, app.behind_tls));
        Self {
            token: token.map(secret::token_hash),
            by_cookie: bearer.is_none() && token.is_some(),
        }
    }

    fn of(self, bearer: Bearer, parts: &Parts) -> Asking {
        let Self { token, by_cookie } = self;
        if by_cookie && is_for_another(&bearer, &parts.headers) {
            return Asking { bearer: Bearer::Nobody, token: None, by_cookie: false };
        }
        Asking { bearer, token, by_cookie }
    }
}

/// What the app and the pages do by themselves, in the background, is no use of a session.
fn counted(parts: &Parts) -> Use {
    if parts.headers.contains_key(BACKGROUND_HEADER) { Use::Uncounted } else { Use::Counted }
}

/// Whether a page takes the cookie for another account's: somebody else signed in since, in another
/// tab, and what this page holds is none of theirs.
fn is_for_another(bearer: &Bearer, headers: &HeaderMap) -> bool {
    match (bearer, headers.get(ACCOUNT_HEADER)) {
        (Bearer::Session(session), Some(account)) => {
            account.to_str().ok() != Some(session.account.to_string().as_str())
        }
        _ => false,
    }
}

impl Asking {
    async fn of(parts: &Parts, app: &App, used: Use) -> Result<Self, Refusal> {
        let shown = Shown::with(parts, app);
        let bearer = match shown.token {
            Some(token) => app.store.bearer(token, app.now(), used).await?,
            None => Bearer::Nobody,
        };
        Ok(shown.of(bearer, parts))
    }

    fn kind(&self) -> Caller {
        match self.bearer {
            Bearer::Nobody => Caller::Nobody,
            Bearer::Ticket(_) => Caller::TicketHolder,
            Bearer::Answering(_) => Caller::Answering,
            Bearer::Factor(_) => Caller::FactorAsked,
            Bearer::Session(_) => Caller::AccountHolder,
        }
    }

    /// Whether the caller may use an endpoint that is about nobody in particular.
    pub(super) fn may(&self, endpoint: Endpoint) -> Result<(), Refusal> {
        self.decide(endpoint, Relation::NoPerson)
    }

    /// A cookie that is nobody's any more ends with the refusal, but only where a page asks how its
    /// session stands: a late answer to anything else could end a cookie that is newer than the
    /// question. One that holds a ticket never ends so: the first sign-in may be going on in another
    /// window.
    fn decide(&self, endpoint: Endpoint, relation: Relation) -> Result<(), Refusal> {
        access::decide(self.kind(), endpoint, relation).map_err(|code| {
            let refusal = Refusal::from(code);
            let asked = endpoint == Endpoint::CurrentSession;
            if asked && self.by_cookie && self.bearer == Bearer::Nobody {
                refusal.ending_the_cookie()
            } else {
                refusal
            }
        })
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

    /// The opened invitation, where the caller may use such an endpoint with one.
    pub(super) fn answering(&self, endpoint: Endpoint) -> Result<&AnsweringFile, Refusal> {
        self.may(endpoint)?;
        match &self.bearer {
            Bearer::Answering(answering) => Ok(answering),
            _ => Err(Code::InvitationTimedOut.into()),
        }
    }

    /// The sign-in whose second factor is asked for, where the caller may use such an endpoint.
    pub(super) fn factor(&self, endpoint: Endpoint) -> Result<(&FactorFile, Sha), Refusal> {
        self.may(endpoint)?;
        match (&self.bearer, self.token) {
            (Bearer::Factor(factor), Some(token)) => Ok((factor, token)),
            _ => Err(Code::SecondFactorTimedOut.into()),
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
            self.decide(endpoint, Relation::Stranger)?;
        }
        let session = self.any_session()?;
        let case = household(app, session).await?;
        access::decide_for(&case, session.person, endpoint, people)?;
        Ok((session, case))
    }

    /// What was shown, to end or to extend it.
    pub(super) fn token(&self) -> Option<Sha> {
        self.token
    }

    /// The session in the cookie that was shown. Another cookie ends it: nobody could show it again.
    pub(super) fn in_cookie(&self) -> Option<Sha> {
        let is_session = self.by_cookie && self.kind() == Caller::AccountHolder;
        self.token.filter(|_| is_session)
    }

    /// Whether a browser's cookie was shown.
    pub(super) fn by_cookie(&self) -> bool {
        self.by_cookie
    }

    fn any_session(&self) -> Result<&SessionFile, Refusal> {
        match &self.bearer {
            Bearer::Session(session) => Ok(session),
            _ => Err(Code::SignInRequired.into()),
        }
    }
}

/// The bearer token of a request. Where there is one, no cookie counts.
fn bearer_token(parts: &Parts) -> Option<&str> {
    let value = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
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
        let forwarded = if app.behind_tls { forwarded_for(&parts.headers) } else { None };
        let address = forwarded.unwrap_or_else(|| address.ip());
        let network = match address.to_canonical() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        };
        Ok(Self(format!("peer:{network}")))
    }
}

/// The address that the nearest proxy saw. What stands before it in the list anybody may have
/// written.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::forwarded_for;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn only_the_nearest_proxy_is_believed() {
        let mut headers = HeaderMap::new();
        assert_eq!(forwarded_for(&headers), None);
        for list in ["192.0.2.9", "198.51.100.7, 192.0.2.1"] {
            headers.append("x-forwarded-for", HeaderValue::from_static(list));
        }
        assert_eq!(forwarded_for(&headers), "192.0.2.1".parse().ok());
        headers.append("x-forwarded-for", HeaderValue::from_static("unknown"));
        assert_eq!(forwarded_for(&headers), None);
    }
}
