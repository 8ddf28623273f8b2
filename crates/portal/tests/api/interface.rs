//! The interface of the browser edition, from a folder as `cargo xtask ui` writes it.

use crate::support::TestPortal;
use contract::Language;
use reqwest::header::HeaderMap;
use reqwest::{Method, Response};
use std::path::Path;
use tempfile::TempDir;

const HASH: &str = "0123456789abcdef";

/// Pages and files whose content says what they are. Where something is given in several encodings,
/// each says which one it is.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, content: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    };
    for language in Language::ALL {
        for page in ["welcome", "sign-in", "outside", "shell"] {
            let file = format!("pages/{}/{page}.html", language.tag());
            write(&file, &format!("{page} {}", language.tag()));
            write(&format!("{file}.gz"), &format!("{page} {} gzip", language.tag()));
            write(&format!("{file}.br"), &format!("{page} {} br", language.tag()));
        }
    }
    for file in ["ui.js", "ui_bg.wasm", "app.css", "mark.svg", "snippets/dioxus/inline0.js"] {
        write(&format!("files/{HASH}/{file}"), "whole");
        write(&format!("files/{HASH}/{file}.br"), "br");
        write(&format!("files/{HASH}/{file}.gz"), "gzip");
    }
    // Too short to become smaller, and smaller in one encoding only.
    write(&format!("files/{HASH}/texts/fr-CA.ftl"), "whole");
    write(&format!("files/{HASH}/short.css"), "whole");
    write(&format!("files/{HASH}/short.css.gz"), "gzip");
    write("secret.txt", "nobody's business");
    folder
}

/// A portal that serves it.
async fn serving(folder: &Path) -> TestPortal {
    TestPortal::start_with(|options| options.interface = Some(folder.to_owned())).await
}

impl TestPortal {
    async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Response {
        let url = format!("http://{}{path}", self.address());
        let mut request = reqwest::Client::new().request(method, url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap()
    }

    async fn fetch(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        self.ask(Method::GET, path, headers).await
    }
}

fn said<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_address_gets_its_page_in_the_readers_language() {
    let folder = folder();
    let portal = serving(folder.path()).await;
    let cookie = ("Cookie", "theme=dark; __Host-landed=whatever");
    for (path, headers, page, language) in [
        ("/", &[][..], "welcome", "en-CA"),
        ("/", &[("Accept-Language", "fr-FR,fr;q=0.9")], "welcome", "fr-CA"),
        ("/", &[("Accept-Language", "de,zh-CN;q=0.8,en;q=0.2")], "welcome", "zh-Hans"),
        ("/", &[("Accept-Language", "en;q=0.2,fr;q=0.3")], "welcome", "fr-CA"),
        ("/", &[cookie], "shell", "en-CA"),
        ("/?from=mail", &[], "welcome", "en-CA"),
        ("/sign-in", &[], "sign-in", "en-CA"),
        ("/sign-in", &[("Accept-Language", "fr")], "sign-in", "fr-CA"),
        ("/sign-in", &[cookie], "shell", "en-CA"),
        ("/address", &[], "outside", "en-CA"),
        ("/photo/01a20515-4912-7095-89c6-e31e573900c3", &[cookie], "shell", "en-CA"),
        ("/no/such/page", &[], "outside", "en-CA"),
    ] {
        let response = portal.fetch(path, headers).await;
        let case = format!("{path} {headers:?}");
        assert_eq!(response.status(), 200, "{case}");
        let headers = response.headers().clone();
        assert_eq!(said(&headers, "content-type"), "text/html; charset=utf-8", "{case}");
        assert_eq!(said(&headers, "content-language"), language, "{case}");
        assert_eq!(said(&headers, "cache-control"), "no-store", "{case}");
        assert_eq!(said(&headers, "vary"), "Accept-Language, Cookie, Accept-Encoding", "{case}");
        assert_eq!(said(&headers, "set-cookie"), "", "{case}");
        assert_eq!(response.text().await.unwrap(), format!("{page} {language}"), "{case}");
    }
    // Never half a page, and never none because a browser has an older one.
    let later = ("If-Modified-Since", "Sun, 22 Nov 2099 15:00:00 GMT");
    let response = portal.fetch("/", &[later, ("Range", "bytes=0-1")]).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.text().await.unwrap(), "welcome en-CA");
    let response = portal.fetch("/", &[("Accept-Encoding", "gzip, br")]).await;
    assert_eq!(said(response.headers(), "content-encoding"), "br");
    assert_eq!(response.text().await.unwrap(), "welcome en-CA br");
    let response = portal.ask(Method::HEAD, "/address", &[]).await;
    assert_eq!(
        (response.status().as_u16(), said(response.headers(), "content-length")),
        (200, "13")
    );
    assert_eq!(response.text().await.unwrap(), "");
}

#[tokio::test]
async fn files_are_kept_for_good_and_come_as_small_as_the_browser_takes_them() {
    let folder = folder();
    let portal = serving(folder.path()).await;
    let brotli = ("Accept-Encoding", "gzip, deflate, br, zstd");
    let gzip = ("Accept-Encoding", "gzip, deflate");
    for (file, asked, encoding, kind) in [
        ("ui.js", None, "", "text/javascript"),
        ("ui.js", Some(brotli), "br", "text/javascript"),
        ("ui.js", Some(gzip), "gzip", "text/javascript"),
        ("ui.js", Some(("Accept-Encoding", "br;q=0, gzip")), "gzip", "text/javascript"),
        ("ui_bg.wasm", Some(brotli), "br", "application/wasm"),
        ("app.css", Some(brotli), "br", "text/css"),
        ("mark.svg", Some(brotli), "br", "image/svg+xml"),
        ("snippets/dioxus/inline0.js", Some(brotli), "br", "text/javascript"),
        ("texts/fr-CA.ftl", Some(brotli), "", "text/plain; charset=utf-8"),
        ("short.css", Some(brotli), "gzip", "text/css"),
    ] {
        let path = format!("/files/{HASH}/{file}");
        let headers: Vec<_> = asked.into_iter().collect();
        for method in [Method::GET, Method::HEAD] {
            let is_whole = method == Method::GET;
            let response = portal.ask(method, &path, &headers).await;
            assert_eq!(response.status(), 200, "{file}");
            let headers = response.headers().clone();
            assert_eq!(said(&headers, "content-type"), kind, "{file}");
            assert_eq!(said(&headers, "content-encoding"), encoding, "{file} {asked:?}");
            assert_eq!(said(&headers, "vary"), "Accept-Encoding", "{file}");
            assert_eq!(
                said(&headers, "cache-control"),
                "public, max-age=31536000, immutable",
                "{file}"
            );
            assert_eq!(said(&headers, "x-content-type-options"), "nosniff", "{file}");
            let expected = if encoding.is_empty() { "whole" } else { encoding };
            assert_eq!(said(&headers, "content-length"), expected.len().to_string(), "{file}");
            let body = response.text().await.unwrap();
            assert_eq!(body, if is_whole { expected } else { "" }, "{file}");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let folder = folder();
    let portal = serving(folder.path()).await;
    let hash = format!("/files/{HASH}");
    for path in [
        "/favicon.ico",
        "/index.php",
        "/.well-known/change-password.txt",
        "/files",
        "/files/",
        &hash,
        &format!("{hash}/nothing.js"),
        &format!("{hash}/nothing"),
        "/files/another/ui.js",
        "/files/%2e%2e/secret.txt",
        "/files/..%2fsecret.txt",
        "/files/..%5csecret.txt",
        "/files/%2fetc%2fpasswd",
        "/files/%00",
        "/api",
        "/api/v1/nowhere",
        "/api/v2/household",
    ] {
        let response = portal.fetch(path, &[("Accept-Encoding", "br")]).await;
        assert_eq!(response.status(), 404, "{path}");
        assert_eq!(said(response.headers(), "content-type"), "application/problem+json", "{path}");
        assert_eq!(said(response.headers(), "cache-control"), "no-store", "{path}");
    }
    for (method, path) in [(Method::POST, "/sign-in"), (Method::PUT, &*format!("{hash}/ui.js"))] {
        let response = portal.ask(method, path, &[]).await;
        assert_eq!(response.status(), 405, "{path}");
    }
    let robots = portal.fetch("/robots.txt", &[]).await;
    assert_eq!(robots.text().await.unwrap(), "User-agent: *\nDisallow: /\n");
    // The API is where it was.
    let info = portal.fetch("/api/v1/portal", &[]).await;
    assert_eq!(said(info.headers(), "content-type"), "application/json");
}

/// A path that a client of the test would tidy up, sent as it is.
#[tokio::test]
async fn no_path_leads_out_of_the_folder() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let folder = folder();
    let portal = serving(folder.path()).await;
    for path in ["/files/../secret.txt", "/files//../secret.txt", "/files/x/../../secret.txt"] {
        let mut stream = tokio::net::TcpStream::connect(portal.address()).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
        assert!(!answer.contains("nobody's business"), "{path}");
    }
}

#[tokio::test]
async fn every_reply_tells_browsers_what_to_keep_from_it() {
    let folder = folder();
    let portal = serving(folder.path()).await;
    let file = format!("/files/{HASH}/ui.js");
    for path in ["/", "/sign-in", &file, "/files/nothing", "/api/v1/portal", "/api/v1/household"] {
        let response = portal.fetch(path, &[]).await;
        let said = |name| said(response.headers(), name);
        assert_eq!(
            said("content-security-policy"),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; \
             manifest-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; \
             frame-ancestors 'none'",
            "{path}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("x-frame-options", "DENY"),
            // Plain HTTP, so a browser is not told that there is nothing but TLS.
            ("strict-transport-security", ""),
        ] {
            assert_eq!(said(name), value, "{name} of {path}");
        }
        for denied in ["camera=()", "microphone=()", "geolocation=()", "payment=()", "usb=()"] {
            assert!(said("permissions-policy").contains(denied), "{denied} of {path}");
        }
    }
}

#[tokio::test]
async fn an_interface_that_is_not_whole_keeps_the_portal_from_starting() {
    let folder = folder();
    let missing = folder.path().join("pages/fr-CA/sign-in.html");
    std::fs::remove_file(&missing).unwrap();
    let mut options = portal::Options::new(folder.path().join("data"), ([127, 0, 0, 1], 0).into());
    options.interface = Some(folder.path().to_owned());
    let refused = portal::serve(options).await.err().unwrap().to_string();
    assert!(refused.contains("sign-in.html is missing"), "{refused}");
}
