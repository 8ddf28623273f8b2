//! Sessions of browsers: the token travels in a cookie that no script can read, instead of in the
//! body and the `Authorization` header as with the apps.
//!
//! A browser sends cookies along with requests that other sites make it send, so a cookie alone
//! proves nothing about who wants something. It is taken only where all of this holds:
//!
//! - the request carries [`CLIENT_HEADER`]` : browser`. A form cannot send it, and a script of
//!   another site only after a preflight request that allows it. The portal answers no preflight
//!   request and sends no `Access-Control-Allow-…` at all, so that is never allowed;
//! - `Sec-Fetch-Site`, where the browser says it, is `same-origin`: neither another site, nor
//!   another host of the same site, nor something typed or clicked elsewhere;
//! - `Origin`, where the browser says it, is the portal's own by the `Host` header.
//!
//! On top of that the cookie is `SameSite=Strict`, which keeps it at home in the first place, and
//! its name begins with `__Host-`, so that no other host of the domain can have set it. Where
//! something is missing the cookie is ignored as if it were not there: the caller is nobody. A
//! bearer token is none of this module's business: no browser sends one by itself.
//!
//! Signing in is guarded the same way, so that nobody is signed in to an account of somebody else's.

use super::app::App;
use super::refusal::Refusal;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use contract::Code;
use contract::portal::{BROWSER, CLIENT_HEADER};

/// The cookie of a session, or of the ticket before it.
pub(super) const COOKIE: &str = "__Host-landed";

/// The cookie by which a browser is known that signed in before. It opens nothing.
const DEVICE_COOKIE: &str = "__Host-landed-device";

/// What every such cookie is. Without `Max-Age` it ends with the browser.
const KIND: &str = "Secure; HttpOnly; SameSite=Strict; Path=/";

/// What a browser is told when it signs out: nothing of what it saw stays behind.
pub(super) const CLEAR_SITE_DATA: &str = "\"cache\"";

/// Who asks, as far as tokens are handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Client {
    /// An app, which keeps its token itself.
    App,
    /// A page of the browser edition, which never sees it.
    Browser,
}

impl FromRequestParts<App> for Client {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        if !names_itself(&parts.headers) {
            Ok(Self::App)
        } else if is_from_here(parts, app.behind_tls) {
            Ok(Self::Browser)
        } else {
            Err(Code::Forbidden.into())
        }
    }
}

impl Client {
    /// The header that carries a token to a browser, or the token for the body of an app's reply.
    pub(super) fn hand_over(self, token: String) -> Result<(HeaderMap, Option<String>), Refusal> {
        let mut headers = HeaderMap::new();
        if self == Self::App {
            return Ok((headers, Some(token)));
        }
        let cookie = HeaderValue::try_from(format!("{COOKIE}={token}; {KIND}"));
        let mut cookie = cookie.map_err(Refusal::internal)?;
        cookie.set_sensitive(true);
        headers.insert(header::SET_COOKIE, cookie);
        Ok((headers, None))
    }
}

/// The header that ends the cookie in the browser.
pub(super) fn ended() -> (header::HeaderName, HeaderValue) {
    (header::SET_COOKIE, none_any_more(COOKIE))
}

/// Has the browser forget that it is known, too: nothing stays behind on a shared computer.
pub(super) fn forget_device(headers: &mut HeaderMap) {
    headers.append(header::SET_COOKIE, none_any_more(DEVICE_COOKIE));
}

fn none_any_more(name: &str) -> HeaderValue {
    let cookie = format!("{name}=; {KIND}; Max-Age=0");
    HeaderValue::try_from(cookie).unwrap_or(HeaderValue::from_static(""))
}

/// Has the browser keep by what it is known, for so many days.
pub(super) fn keep_device(headers: &mut HeaderMap, device: &str, days: u16) -> Result<(), Refusal> {
    let seconds = u64::from(days) * 24 * 60 * 60;
    let cookie = format!("{DEVICE_COOKIE}={device}; {KIND}; Max-Age={seconds}");
    let mut cookie = HeaderValue::try_from(cookie).map_err(Refusal::internal)?;
    cookie.set_sensitive(true);
    headers.append(header::SET_COOKIE, cookie);
    Ok(())
}

/// By what a browser is known, where it says so.
pub(super) fn device(headers: &HeaderMap) -> Option<&str> {
    named(headers, DEVICE_COOKIE)
}

/// The token in a request's cookie, where the cookie proves something.
pub(super) fn token(parts: &Parts, behind_tls: bool) -> Option<&str> {
    let taken = names_itself(&parts.headers) && is_from_here(parts, behind_tls);
    cookie(&parts.headers).filter(|_| taken)
}

/// The value of the cookie, whoever makes the browser send it.
pub(super) fn cookie(headers: &HeaderMap) -> Option<&str> {
    named(headers, COOKIE)
}

fn named<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(name, value)| (name == wanted && !value.is_empty()).then_some(value))
}

fn names_itself(headers: &HeaderMap) -> bool {
    headers.get(CLIENT_HEADER).is_some_and(|client| client == BROWSER)
}

/// Whether a browser sends this from a page of this very portal, as far as it says.
fn is_from_here(parts: &Parts, behind_tls: bool) -> bool {
    let headers = &parts.headers;
    let same_origin = headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin");
    let own = |origin: &HeaderValue| {
        let scheme = if behind_tls { "https" } else { "http" };
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let host = host.or_else(|| parts.uri.authority().map(axum::http::uri::Authority::as_str));
        let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
        match (origin, host) {
            (Some((said, origin)), Some(host)) => {
                said == scheme && origin.eq_ignore_ascii_case(host)
            }
            _ => false,
        }
    };
    same_origin && headers.get_all(header::ORIGIN).iter().all(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn parts(headers: &[(&str, &str)]) -> Parts {
        let mut request = Request::builder().uri("/api/v1/household");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).expect("a request").into_parts().0
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        for (cookies, expected) in [
            ("__Host-landed=a", Some("a")),
            ("theme=dark; __Host-landed=a; b=c", Some("a")),
            ("__Host-landed-device=d; __Host-landed=a", Some("a")),
            ("__Host-landed-device=d", None),
            ("__Host-landed=", None),
            ("Host-landed=a; x__Host-landed=b; __host-landed=c", None),
            ("__Host-landed", None),
        ] {
            assert_eq!(cookie(&parts(&[("cookie", cookies)]).headers), expected, "{cookies}");
        }
    }

    #[test]
    fn a_cookie_proves_something_only_on_a_page_of_the_portal() {
        let all = [
            ("cookie", "__Host-landed=a"),
            ("landed-client", "browser"),
            ("host", "portal.example:8710"),
        ];
        let with = |more: &[(&str, &str)], behind_tls| {
            let headers = [&all[..], more].concat();
            token(&parts(&headers), behind_tls).is_some()
        };
        assert!(with(&[], false));
        assert!(with(&[("sec-fetch-site", "same-origin")], false));
        assert!(with(&[("origin", "http://portal.example:8710")], false));
        assert!(with(&[("origin", "https://portal.example:8710")], true));
        for site in ["cross-site", "same-site", "none", ""] {
            assert!(!with(&[("sec-fetch-site", site)], false), "{site}");
        }
        for origin in [
            "null",
            "http://portal.example",
            "http://portal.example:8711",
            "https://portal.example:8710",
            "http://portal.example:8710.evil.example",
            "http://evil.example",
            "",
        ] {
            assert!(!with(&[("origin", origin)], false), "{origin}");
        }
        assert!(!with(&[("origin", "http://portal.example:8710")], true), "TLS ends before it");
        assert!(token(&parts(&all[..1]), false).is_none(), "no header");
        assert!(token(&parts(&[all[0], ("landed-client", "app")]), false).is_none());
    }
}
