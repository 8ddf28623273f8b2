//! The routes, and the OpenAPI document that is made from their handlers.

mod complete;
mod fields;

use super::app::App;
use super::browser;
use super::interface::Interface;
use super::layers;
use super::messages;
use super::protection;
use super::wire::JSON_LIMIT;
use super::{account, devices, second_factor};
use super::{address, board, declaration, draft, first_sign_in, photo, session, upload};
use super::{invitation, own_account, recovery};
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
        components.add_security_scheme("ticket", bearer("The ticket of a first sign-in, of an opened invitation, or of a sign-in whose second factor is asked for. Each opens its own next step and nothing else"));
        let factor = bearer("The ticket of a sign-in whose second factor is asked for");
        components.add_security_scheme("second_factor", factor);
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
        .routes(routes!(invitation::open_invitation))
        .routes(routes!(invitation::show_invitation, invitation::answer_invitation))
        .routes(routes!(invitation::send_confirmation))
        .routes(routes!(invitation::send_invitation))
        .routes(routes!(invitation::confirm_address))
        .routes(routes!(recovery::reissue_temporary))
        .routes(routes!(recovery::send_reset_code))
        .routes(routes!(recovery::reset_password))
        .routes(routes!(recovery::remind_username))
        .routes(routes!(own_account::ask_own_account))
        .routes(routes!(second_factor::give_second_factor))
        .routes(routes!(account::account))
        .routes(routes!(account::change_password))
        .routes(routes!(account::change_email))
        .routes(routes!(second_factor::begin_second_factor, second_factor::turn_on_second_factor))
        .routes(routes!(second_factor::turn_off_second_factor))
        .routes(routes!(second_factor::new_recovery_codes))
        .routes(routes!(devices::devices, devices::sign_out_elsewhere))
        .routes(routes!(devices::sign_out_device))
        .routes(routes!(board::board))
        .routes(routes!(declaration::declare))
        .routes(routes!(address::give_address))
        .routes(routes!(upload::upload_chunk, upload::upload_progress))
        .routes(routes!(photo::submit_photo))
        .routes(routes!(photo::picture))
        .routes(routes!(photo::examination))
        .routes(routes!(board::timeline))
        .routes(routes!(messages::messages, messages::send_message))
        .routes(routes!(messages::read_messages))
        .routes(routes!(draft::draft, draft::keep_draft, draft::discard_draft))
        .routes(routes!(draft::photo_draft, draft::keep_photo_draft, draft::discard_photo_draft))
        .routes(routes!(draft::message::drafts))
        .routes(routes!(
            draft::message::message_draft,
            draft::message::keep_message_draft,
            draft::message::discard_message_draft
        ));
    OpenApiRouter::with_openapi(Document::openapi()).nest(BASE, api)
}

/// The routes, and their document with everything that stands in no handler.
fn documented() -> (Router<App>, OpenApiDocument) {
    let (routes, mut document) = routes().split_for_parts();
    complete::complete(&mut document, BASE);
    (routes, document)
}

/// The OpenAPI document of the API.
#[must_use]
pub fn openapi_document() -> OpenApiDocument {
    documented().1
}

/// Everything that listens. The interface of the browser edition, where there is one.
pub(crate) fn router(app: App, interface: Option<Interface>) -> Router {
    let (routes, document) = documented();
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
