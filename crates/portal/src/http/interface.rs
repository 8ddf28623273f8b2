//! The interface of the browser edition, from the folder that `cargo xtask ui` writes: pages, and
//! under `/files` what they load. Files have the hash of their content in their address, so browsers
//! keep them for good; pages name the files of today and are never kept.
//!
//! A page is the same for everybody who gets it: nothing of an account is ever in it.

use super::app::App;
use super::refusal::Refusal;
use super::{browser, languages};
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use contract::{Code, Language};
use std::path::{Path, PathBuf};
use tower_http::services::ServeDir;

/// The pages of each language. The first three are for browsers that show no session; they say so
/// to the program, which then need not ask.
const WELCOME: &str = "welcome.html";
const SIGN_IN: &str = "sign-in.html";
const OUTSIDE: &str = "outside.html";
const SHELL: &str = "shell.html";

/// Under an address that names their content, files never change.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// On what the answer depends besides the address.
const PAGES_VARY: &str = "Accept-Language, Cookie, Accept-Encoding";
const FILES_VARY: &str = "Accept-Encoding";

/// The interface of the browser edition.
#[derive(Clone)]
pub(crate) struct Interface {
    pages: ServeDir,
    files: ServeDir,
}

impl Interface {
    /// The interface in a folder.
    ///
    /// # Errors
    /// What is missing in it.
    pub(crate) fn open(folder: &Path) -> Result<Self, PathBuf> {
        let (pages, files) = (folder.join("pages"), folder.join("files"));
        let needed = Language::ALL.iter().flat_map(|language| {
            [WELCOME, SIGN_IN, OUTSIDE, SHELL].map(|page| pages.join(language.tag()).join(page))
        });
        match needed.chain([files.clone()]).find(|path| !path.exists()) {
            Some(missing) => Err(missing),
            None => Ok(Self { pages: folder_of(pages), files: folder_of(files) }),
        }
    }

    /// Serves it beside the API.
    pub(super) fn serve(self, routes: Router<App>) -> Router<App> {
        let files =
            Router::new().fallback_service(self.files.clone()).layer(middleware::from_fn(for_good));
        routes
            .nest_service("/files", files)
            .route("/robots.txt", get(|| std::future::ready("User-agent: *\nDisallow: /\n")))
            .fallback(move |request: Request| self.page(request))
    }

    async fn page(self, request: Request) -> Result<Response, Refusal> {
        let page = page_at(request.uri().path(), request.headers()).ok_or(Code::NotFound)?;
        let method = request.method().clone();
        if method != Method::GET && method != Method::HEAD {
            return Err(Refusal::method());
        }
        let language = languages::wanted(request.headers());
        let file = format!("/{}/{page}", language.tag());
        let asked = asked_for(method, &file, request.headers()).map_err(Refusal::internal)?;
        let found = self.pages.clone().try_call(asked).await.map_err(Refusal::internal)?;
        if !found.status().is_success() {
            // Being replaced just now by a newer one.
            tracing::error!(file, status = %found.status(), "a page is missing");
            return Err(Refusal::unavailable());
        }
        let mut response = found.map(Body::new);
        let headers = response.headers_mut();
        headers.remove(header::LAST_MODIFIED);
        headers.remove(header::ACCEPT_RANGES);
        for (name, value) in [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CONTENT_LANGUAGE, language.tag()),
            (header::VARY, PAGES_VARY),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        Ok(response)
    }
}

fn folder_of(path: PathBuf) -> ServeDir {
    ServeDir::new(path)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip()
}

/// The page at an address, if it is one of a page: not the API's, and not that of a file.
fn page_at(path: &str, headers: &HeaderMap) -> Option<&'static str> {
    let first = path.split('/').nth(1).unwrap_or_default();
    let last = path.rsplit('/').next().unwrap_or_default();
    if first == "api" || last.contains('.') {
        return None;
    }
    Some(match path {
        _ if browser::cookie(headers).is_some() => SHELL,
        "/" => WELCOME,
        "/sign-in" => SIGN_IN,
        _ if is_before_the_account(path) => SHELL,
        _ => OUTSIDE,
    })
}

/// Whether a page is of the invitation or of the ways back in, or checks an email: those need no
/// session, but the program of the household shows them (`Route::is_in_the_other_program` of the interface).
fn is_before_the_account(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    matches!(
        parts.as_slice(),
        ["invitation" | "confirm" | "forgotten", ..]
            | ["first-sign-in", "again"]
            | ["help", "genuine-email"]
            | ["sign-in", "second-factor"]
    )
}

/// The request for the file of a page. Nothing else of what a browser asked matters to it: a page
/// is sent whole and anew each time.
fn asked_for(
    method: Method,
    file: &str,
    headers: &HeaderMap,
) -> Result<Request<Body>, axum::http::Error> {
    let uri: Uri = file.parse()?;
    let mut asked = Request::builder().method(method).uri(uri);
    for encodings in headers.get_all(header::ACCEPT_ENCODING) {
        asked = asked.header(header::ACCEPT_ENCODING, encodings);
    }
    asked.body(Body::empty())
}

/// Lets browsers keep a file for good, and refuses in the portal's own form.
async fn for_good(request: Request, next: Next) -> Response {
    let is_text = request.uri().path().ends_with(".ftl");
    let mut response = next.run(request).await;
    let status = response.status();
    if status.is_client_error() && status != axum::http::StatusCode::RANGE_NOT_SATISFIABLE {
        let is_method = status == axum::http::StatusCode::METHOD_NOT_ALLOWED;
        let refusal = if is_method { Refusal::method() } else { Code::NotFound.into() };
        return refusal.into_response();
    }
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static(FILES_VARY));
    if status.is_success() || status.is_redirection() {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(FOR_GOOD));
        if is_text {
            let text = HeaderValue::from_static("text/plain; charset=utf-8");
            headers.insert(header::CONTENT_TYPE, text);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_that_is_no_file_and_not_the_apis_is_a_page() {
        let nobody = HeaderMap::new();
        let mut somebody = HeaderMap::new();
        somebody.insert(header::COOKIE, HeaderValue::from_static("__Host-landed=a"));
        for (path, page) in [
            ("/", Some(WELCOME)),
            ("/sign-in", Some(SIGN_IN)),
            ("/address", Some(OUTSIDE)),
            ("/photo/01a20515-4912-7095-89c6-e31e573900c3", Some(OUTSIDE)),
            ("/first-sign-in", Some(OUTSIDE)),
            ("/first-sign-in/again", Some(SHELL)),
            ("/help/genuine-email", Some(SHELL)),
            ("/help/no-email", Some(OUTSIDE)),
            ("/sign-in/second-factor", Some(SHELL)),
            ("/sign-in/elsewhere", Some(OUTSIDE)),
            ("/invitation", Some(SHELL)),
            ("/invitation/answer", Some(SHELL)),
            ("/confirm", Some(SHELL)),
            ("/forgotten/password/code", Some(SHELL)),
            ("/apiary", Some(OUTSIDE)),
            ("/a.b/c", Some(OUTSIDE)),
            ("/favicon.ico", None),
            ("/api", None),
            ("/api/v1/nowhere", None),
        ] {
            assert_eq!(page_at(path, &nobody), page, "{path}");
        }
        for path in ["/", "/sign-in", "/address"] {
            assert_eq!(page_at(path, &somebody), Some(SHELL), "{path}");
        }
    }
}
