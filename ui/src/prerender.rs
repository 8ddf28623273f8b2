//! The first pages as they stand in the HTML before the program runs: drawn by the same components,
//! at build time, for readers who are not signed in. Never part of what a browser loads.

use crate::app::App;
use crate::host::{Answer, Host, Picture};
use crate::root::Frame;
use crate::route::Route;
use contract::account::{FirstSignIn, SignIn};
use contract::address::GiveAddress;
use contract::declaration::DeclarePresence;
use contract::draft::{Draft, DraftKey, SignInDraft};
use contract::host::{BoardView, PickedPhoto, Picking, SessionTime, Settings, Start};
use contract::id::{PersonId, PhotoId};
use contract::photo::PhotoReceipt;
use contract::portal::PortalInfo;
use contract::receipt::Receipt;
use contract::timeline::Timeline;
use contract::{Code, Language, Problem};
use dioxus::prelude::*;
use locale::Texts;
use serde_json::{Value, json};
use std::rc::Rc;

/// The first pages of every language, as JSON:
/// `{"en-CA": {"welcome": {"title": …, "html": …}, "sign-in": …, "noscript": …, …}}`.
#[must_use]
pub fn prerender() -> String {
    let mut all = serde_json::Map::new();
    for language in Language::ALL {
        let texts = Texts::new(language);
        let page = |route: Route, heading: &str| {
            let heading = texts.get(heading);
            json!({
                "title": texts.format("title", &[("heading", heading.into())]),
                "html": page(route, language),
            })
        };
        let pages: Value = json!({
            "welcome": page(Route::Home, "welcome-heading"),
            "sign-in": page(Route::SignIn, "sign-in-heading"),
            "title": texts.get("app-name"),
            "description": texts.get("page-description"),
            "noscript": texts.get("page-noscript"),
            "unreachable": texts.get("page-unreachable"),
        });
        all.insert(language.tag().to_owned(), pages);
    }
    Value::Object(all).to_string()
}

fn page(route: Route, language: Language) -> String {
    let mut dom = VirtualDom::new_with_props(First, FirstProps { route, language });
    dom.rebuild_in_place();
    dioxus_ssr::render(&dom)
}

#[component]
fn First(route: Route, language: Language) -> Element {
    use_context_provider(|| App::prerendered(Rc::new(Nobody), Texts::new(language), route));
    rsx! { Frame {} }
}

impl App {
    fn prerendered(host: Rc<dyn Host>, texts: Texts, route: Route) -> Self {
        let mut app = Self::with(host);
        app.texts.set(texts);
        app.route.set(route);
        app.learn_draft(DraftKey::SignIn, Draft::SignIn(SignInDraft::default()));
        app
    }
}

/// The host of a page that nobody looks at yet: it is never asked.
struct Nobody;

fn nothing<T: 'static>() -> Answer<T> {
    Box::pin(std::future::ready(Err(Problem::new(Code::Internal))))
}

macro_rules! never_asked {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $reply:ty;)+) => {
        impl Host for Nobody {
            $(fn $name(&self, $($arg: $kind),*) -> Answer<$reply> {
                $(let _ = $arg;)*
                nothing()
            })+
        }
    };
}

never_asked! {
    start() -> Start;
    keep_settings(settings: Settings) -> ();
    remove_device_data() -> ();
    portal_info() -> PortalInfo;
    first_sign_in(answers: &FirstSignIn) -> ();
    store_password(password: &str) -> ();
    sign_in(answers: &SignIn) -> ();
    sign_out() -> ();
    session_time() -> SessionTime;
    extend_session() -> SessionTime;
    board(background: bool) -> BoardView;
    timeline(person: PersonId) -> Timeline;
    load_draft(key: DraftKey) -> Option<Draft>;
    save_draft(key: DraftKey, draft: &Draft) -> ();
    discard_draft(key: DraftKey) -> ();
    declare(declaration: &DeclarePresence) -> Receipt;
    give_address(address: &GiveAddress) -> Receipt;
    pick_photo(person: PersonId) -> Picking;
    picked_photo(person: PersonId) -> Option<PickedPhoto>;
    picked_picture(person: PersonId) -> Picture;
    discard_photo(person: PersonId) -> ();
    submit_photo(person: PersonId) -> PhotoReceipt;
    submitted_picture(person: PersonId, photo: PhotoId) -> Picture;
}
