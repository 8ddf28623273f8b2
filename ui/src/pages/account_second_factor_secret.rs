//! The secret of the second factor, as a picture code and as letters to type, with the question for
//! the first code that turns it on. Shown this once.

use crate::app::App;
use crate::form::{Form, use_form};
use crate::host::ask;
use crate::pages::account_parts::{CopyButton, put};
use crate::pages::account_second_factor::Stage;
use crate::parts::fields::TextField;
use crate::parts::keeping::drawing_address;
use crate::parts::question::Question;
use crate::route::Route;
use crate::words::{tr, tr_with};
use contract::factor::{SecondFactorSecret, TurnOnSecondFactor};
use contract::policy::Policy;
use dioxus::prelude::*;

#[component]
pub(crate) fn Secret(secret: SecondFactorSecret, stage: Signal<Stage>) -> Element {
    let app = App::here();
    let form = use_form();
    let code = use_signal(String::new);
    let send = move |_| {
        form.send(|| {
            let answers = TurnOnSecondFactor { code: code.peek().clone() }.check()?;
            Ok(Box::pin(async move {
                let codes = ask(&app.host(), answers).await?;
                put(stage, Stage::Codes(codes));
                Ok(())
            }))
        });
    };
    rsx! {
        Question { heading: tr("second-factor-scan-heading"), back: Route::Account, form,
            label: tr("second-factor-turn-on"), busy_label: tr("checking"), send,
            before: picture_and_letters(&secret),
            {first_code(form, code)}
        }
    }
}

/// The picture code, and the same as letters.
pub(crate) fn picture_and_letters(secret: &SecondFactorSecret) -> Element {
    rsx! {
        p { class: "lead", {tr("second-factor-scan")} }
        img { class: "qr", src: drawing_address(&secret.qr_svg), alt: tr("second-factor-picture"),
            width: "240", height: "240",
        }
        p { {tr("second-factor-type")} }
        p { class: "code select", translate: "no", {secret.secret.clone()} }
        p { CopyButton { copied: secret.secret.replace(' ', ""), words: "copy-secret" } }
    }
}

fn first_code(form: Form, mut code: Signal<String>) -> Element {
    let changes = [("seconds", Policy::PROGRAMME.totp_step_seconds.into())];
    rsx! {
        TextField { form, name: "code", label: tr("second-factor-code"), hint: tr_with("second-factor-code-hint", &changes),
            required: true, value: code.read().clone(), autocomplete: "one-time-code",
            inputmode: "numeric", width: "code",
            change: move |text| code.set(text),
        }
    }
}
