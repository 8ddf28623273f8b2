//! The account's pages in the states that only a conversation with the portal leads to, and its rows
//! in every state.

use super::people::{now, person_id};
use crate::form::use_form;
use crate::pages::account_devices::row;
use crate::pages::account_recovery_codes::ShownOnce;
use crate::pages::account_second_factor_secret::picture_and_letters;
use crate::pages::messages::entries;
use crate::pages::own_account::Mailed;
use crate::parts::text_area::TextArea;
use contract::board::Name;
use contract::devices::{ClientKind, Device};
use contract::factor::SecondFactorSecret;
use contract::id::SessionId;
use contract::{Code, FieldProblem, Problem};
use dioxus::prelude::*;

/// A square in place of a picture code.
const SQUARE: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><path fill='#fff' d='M0 0h8v8H0z'/><path d='M1 1h2v2H1zM5 1h2v2H5zM1 5h2v2H1zM4 4h1v1H4zM6 6h1v1H6z'/></svg>";

/// The steps of setting up a second factor, and the end of asking an own account.
#[component]
pub(super) fn Steps() -> Element {
    let secret = SecondFactorSecret {
        secret: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP".into(),
        uri: String::new(),
        qr_svg: SQUARE.into(),
    };
    let codes = (0..10).map(|n| format!("K7M{n}-2XQ{n}")).collect::<Vec<_>>();
    let name = Name { given: "Wei".into(), family: "Chen".into() };
    rsx! {
        section { {picture_and_letters(&secret)} }
        section { ShownOnce { username: "K7MP-2XQD", codes } }
        section { Mailed { person: person_id(1), name, email: "wei.chen@example.org" } }
    }
}

/// Devices of every kind, and a thread without messages.
pub(super) fn rows() -> Element {
    let device = |n: u8, client, system: Option<&str>, browser: Option<&str>| Device {
        id: SessionId::new(0, [n; 10]),
        current: n == 0,
        client,
        system: system.map(Into::into),
        browser: browser.map(Into::into),
        signed_in_at: now(),
        used_at: now(),
    };
    let devices = [
        device(0, ClientKind::App, Some("Android"), None),
        device(1, ClientKind::App, None, None),
        device(2, ClientKind::Browser, Some("Windows"), Some("Firefox")),
        device(3, ClientKind::Browser, None, Some("Edge")),
        device(4, ClientKind::Browser, Some("macOS"), None),
        device(5, ClientKind::Browser, None, None),
    ];
    rsx! {
        ul { class: "rows",
            for device in devices {
                li { key: "{device.id}", {row(&device, EventHandler::new(|()| ()))} }
            }
        }
        {entries(&[], None)}
        Written {}
    }
}

/// A message that is too long, and one that is missing.
#[component]
fn Written() -> Element {
    let form = use_form();
    use_hook(|| {
        let missing = FieldProblem::new("text", Code::Required);
        form.refuse(Problem::from(vec![missing]));
    });
    rsx! {
        form {
            TextArea { form, name: "text", label: crate::words::tr("message-label"),
                hint: crate::words::tr("message-hint"), rows: 5, value: "", change: |_| (),
                p { class: "room over", {crate::words::tr_with("message-room-over", &[("count", 12.into())])} }
            }
        }
    }
}
