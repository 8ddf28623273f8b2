//! The recovery codes, shown once: to copy, print or save, and a tick that they are kept before
//! going on.

use crate::app::App;
use crate::form::use_form;
use crate::pages::account_parts::{CopyButton, print_or_save};
use crate::parts::choices::{Answer, Group};
use crate::parts::contact::in_browser;
use crate::parts::panel::{Tone, banner, remark};
use crate::parts::question::Question;
use crate::route::Route;
use crate::words::tr;
use contract::{Code, FieldProblem};
use dioxus::prelude::*;

/// The name of the saved file.
const FILE: &str = "landed-recovery-codes.txt";

#[component]
pub(crate) fn ShownOnce(username: String, codes: Vec<String>) -> Element {
    let app = App::here();
    let form = use_form();
    let mut kept = use_signal(|| false);
    let send = move |_| {
        form.send(|| {
            if !*kept.peek() {
                return Err(vec![FieldProblem::new("kept", Code::Required)]);
            }
            Ok(Box::pin(async move {
                app.go(Route::Account);
                Ok(())
            }))
        });
    };
    let text = [tr("recovery-codes-file"), username, codes.join("\n"), String::new()].join("\n\n");
    let file = in_browser().then_some(("text/plain", text));
    let saves = file.is_some();
    rsx! {
        Question { heading: tr("recovery-codes-heading"), back: Route::Account, form,
            label: tr("continue"), read_first: true, send,
            before: rsx! {
                {banner(Tone::Attention, tr("recovery-codes-once"), Some(tr("recovery-codes-what-for")))}
                ol { class: "codes", translate: "no",
                    for code in codes.clone() {
                        li { key: "{code}", class: "code", {code} }
                    }
                }
                p { class: "no-print keeping",
                    CopyButton { copied: codes.join("\n"), words: "copy-codes" }
                    {print_or_save(FILE, file)}
                }
                if saves {
                    div { class: "no-print", {remark(Tone::Plain, tr("save-shared-device"))} }
                }
            },
            Group { form, name: "kept", question: tr("recovery-codes-kept"), required: true,
                answers: vec![Answer::new(tr("recovery-codes-kept-yes"), *kept.read())],
                change: move |(_, on): (usize, bool)| kept.set(on),
            }
        }
    }
}
