//! The routes, and the OpenAPI document that is made from their handlers.

use super::app::App;
use super::browser;
use super::interface::Interface;
use super::layers;
use super::protection;
use super::wire::JSON_LIMIT;
use super::{address, board, declaration, draft, first_sign_in, photo, session, upload};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header;
use axum::middleware;
use axum::routing::get;
use bytes::Bytes;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::trace::TraceLayer;
use utoipa::openapi::OpenApi as OpenApiDocument;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Where the API lies.
const BASE: &str = "/api/v1";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Landed portal",
        description = "Confirming permanent residence: the API of the apps. Whatever is refused is `application/problem+json` with a stable `code`; words for people are made by the apps."
    ),
    components(schemas(contract::Problem)),
    modifiers(&Tokens)
)]
struct Document;

struct Tokens;

impl Modify for Tokens {
    fn modify(&self, document: &mut OpenApiDocument) {
        let bearer = |description: &str| {
            SecurityScheme::Http(
                HttpBuilder::new()
                    .scheme(HttpAuthScheme::Bearer)
                    .description(Some(description))
                    .build(),
            )
        };
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("session", bearer("The token of a session"));
        components.add_security_scheme("ticket", bearer("The ticket of a first sign-in"));
        let cookie = ApiKeyValue::with_description(
            browser::COOKIE,
            "The same in browsers. Taken only with the header `landed-client: browser`, and from a page of the portal itself: `Sec-Fetch-Site` is absent or `same-origin`, and `Origin`, where present, is the portal's own",
        );
        components.add_security_scheme("browser", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

fn routes() -> OpenApiRouter<App> {
    let api = OpenApiRouter::new()
        .routes(routes!(session::portal_info))
        .routes(routes!(first_sign_in::first_sign_in))
        .routes(routes!(first_sign_in::store_password))
        .routes(routes!(session::sign_in))
        .routes(routes!(session::current_session, session::sign_out))
        .routes(routes!(session::extend_session))
        .routes(routes!(board::board))
        .routes(routes!(declaration::declare))
        .routes(routes!(address::give_address))
        .routes(routes!(upload::upload_chunk, upload::upload_progress))
        .routes(routes!(photo::submit_photo))
        .routes(routes!(photo::picture))
        .routes(routes!(photo::examination))
        .routes(routes!(board::timeline))
        .routes(routes!(draft::draft, draft::keep_draft, draft::discard_draft))
        .routes(routes!(draft::photo_draft, draft::keep_photo_draft, draft::discard_photo_draft));
    OpenApiRouter::with_openapi(Document::openapi()).nest(BASE, api)
}

/// The OpenAPI document of the API.
#[must_use]
pub fn openapi_document() -> OpenApiDocument {
    routes().into_openapi()
}

/// Everything that listens. The interface of the browser edition, where there is one.
pub(crate) fn router(app: App, interface: Option<Interface>) -> Router {
    let (routes, document) = routes().split_for_parts();
    let document = Bytes::from(serde_json::to_vec(&document).unwrap_or_default());
    let json = [(header::CONTENT_TYPE, "application/json")];
    let protection = protection::of(app.behind_tls);
    let routes = routes.route(
        &format!("{BASE}/openapi.json"),
        get(move || std::future::ready((json, document.clone()))),
    );
    let routes = match interface {
        Some(interface) => interface.serve(routes),
        None => routes.fallback(layers::nowhere),
    };
    routes
        .method_not_allowed_fallback(layers::no_such_method)
        .layer(DefaultBodyLimit::max(JSON_LIMIT))
        .layer(middleware::from_fn(layers::deadline))
        .layer(CatchPanicLayer::custom(layers::fault))
        .layer(middleware::from_fn(layers::private))
        .layer(middleware::from_fn_with_state(protection, layers::protect))
        .layer(TraceLayer::new_for_http())
        .with_state(app)
}
