//! The devices that are signed in: which, since when, and signing out there from here.

use crate::app::App;
use crate::browser;
use crate::form::{Form, use_form};
use crate::host::{Answer, ask};
use crate::pages::account_parts::{Asked, WithAsked, use_asked};
use crate::parts::icon::{Glyph, icon};
use crate::parts::link::go;
use crate::parts::page::{HEADING, Page};
use crate::parts::panel::{Tone, remark};
use crate::route::Route;
use crate::view::account::device_name;
use crate::words::{moment, tr, tr_with};
use contract::devices::{Device, Devices, ListDevices, SignOutDevice, SignOutElsewhere};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;

#[component]
pub(crate) fn AccountDevicesPage() -> Element {
    let asked = use_asked(ListDevices {});
    rsx! {
        WithAsked::<Devices> { heading: tr("devices-heading"), back: Route::Account, asked,
            show: move |found: Devices| rsx! { List { devices: found.devices, asked } }
        }
    }
}

#[component]
fn List(devices: Vec<Device>, asked: Asked<Devices>) -> Element {
    let app = App::here();
    let form = use_form();
    let elsewhere = devices.iter().any(|device| !device.current);
    rsx! {
        Page { heading: tr("devices-heading"), back: Route::Account, form,
            p { class: "lead", {tr("devices-lead")} }
            ul { class: "rows",
                for device in devices {
                    li { key: "{device.id}",
                        {row(&device, EventHandler::new(move |()| {
                            let answer = ask(&app.host(), SignOutDevice { id: device.id });
                            end(app, form, asked, answer, "device-signed-out");
                        }))}
                    }
                }
            }
            if elsewhere {
                p { class: "act",
                    button { id: "sign-out-elsewhere", class: "button second", r#type: "button",
                        aria_disabled: form.is_busy(),
                        onclick: move |_| {
                            let answer = ask(&app.host(), SignOutElsewhere {});
                            end(app, form, asked, answer, "devices-signed-out");
                        },
                        {tr("devices-sign-out-elsewhere")}
                    }
                }
                p { class: "quiet", {tr("devices-not-you")} }
                p { {go(Route::AccountPassword, "password-change-heading")} }
            } else {
                {remark(Tone::Done, tr("devices-only-here"))}
            }
        }
    }
}

/// Ends sessions elsewhere, and shows who is left.
fn end(app: App, form: Form, asked: Asked<Devices>, answer: Answer<()>, said: &'static str) {
    if !form.begin() {
        return;
    }
    spawn_forever(async move {
        match answer.await {
            Ok(()) => {
                form.end();
                app.tell(crate::words::in_texts(&app.texts.peek(), said));
                if asked.is_here() {
                    asked.again();
                    // What was pressed is gone in a moment.
                    browser::focus(HEADING);
                }
            }
            Err(problem) if asked.is_here() => form.refuse(problem),
            Err(_) => {}
        }
    });
}

/// One device.
pub(crate) fn row(device: &Device, sign_out: EventHandler<()>) -> Element {
    let (id, known) = device_name(device);
    let name = tr_with(id, &known.map(|(key, value)| (key, value.into())));
    let since =
        [("since", moment(device.signed_in_at).into()), ("used", moment(device.used_at).into())];
    rsx! {
        p { class: "row-head",
            strong { {name.clone()} }
            if device.current {
                span { class: "tag done", {icon(Glyph::Done)} span { {tr("device-this")} } }
            }
        }
        p { class: "quiet", {tr_with("device-since", &since)} }
        if !device.current {
            p {
                button { class: "plain", r#type: "button", onclick: move |_| sign_out.call(()),
                    {tr("device-sign-out")}
                    span { class: "unseen", " " {tr_with("device-named", &[("device", name.into())])} }
                }
            }
        }
    }
}
