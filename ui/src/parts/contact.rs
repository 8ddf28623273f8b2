//! Where to write, and the official page: from the portal's public configuration, before and after
//! sign-in. In a browser they are links; the app has no leave to open anything outside of itself,
//! so there they are text to copy.

use crate::app::App;
use crate::words::tr;
use contract::Language;
use contract::host::Keeping;
use contract::policy::{OFFICIAL_PAGE_EN, OFFICIAL_PAGE_FR};
use dioxus::prelude::*;

/// Whether this is the browser edition.
pub(crate) fn in_browser() -> bool {
    let app = App::here();
    app.start.read().as_ref().is_some_and(|start| start.keeping == Keeping::WithPortal)
}

/// The address for help.
pub(crate) fn contact() -> Element {
    let app = App::here();
    let address = app.info.read().as_ref().map(|info| info.contact_address.clone());
    match address {
        None => rsx! {
            p { {tr("contact-unknown")} }
        },
        Some(address) => {
            let link = in_browser().then(|| format!("mailto:{address}"));
            outside(address, link)
        }
    }
}

/// The official page, in the reader's official language.
pub(crate) fn official_page() -> Element {
    let app = App::here();
    let (english, french) = app.info.read().as_ref().map_or_else(
        || (OFFICIAL_PAGE_EN.to_owned(), OFFICIAL_PAGE_FR.to_owned()),
        |info| (info.official_page_en.clone(), info.official_page_fr.clone()),
    );
    let page = match app.language() {
        Language::English | Language::SimplifiedChinese => english,
        Language::French => french,
    };
    let link = in_browser().then(|| page.clone());
    outside(page, link)
}

fn outside(text: String, link: Option<String>) -> Element {
    rsx! {
        p { class: "code select", translate: "no",
            if let Some(link) = link {
                a { href: link, rel: "noreferrer", {text} }
            } else {
                {text}
            }
        }
    }
}
