//! The second step of a sign-in: the code of an authenticator app, or a recovery code.

use crate::app::App;
use crate::form::use_form;
use crate::pages::invitation::{code_field, ways_out};
use crate::parts::contact::contact;
use crate::parts::question::Question;
use crate::route::Route;
use crate::view::invitation::refusal_of_code;
use crate::words::tr;
use contract::factor::GiveSecondFactor;
use dioxus::prelude::*;

#[component]
pub(crate) fn SecondFactorPage() -> Element {
    let app = App::here();
    let form = use_form();
    let mut code = use_signal(String::new);
    let send = move |_| {
        form.send(|| {
            let answers = GiveSecondFactor { code: code.peek().clone() }.check()?;
            Ok(Box::pin(async move {
                let given = app.household().second_factor(&answers).await;
                let account = given.map_err(|refused| refusal_of_code(refused, "code"))?;
                app.enter(account);
                Ok(())
            }))
        });
    };
    rsx! {
        Question { heading: tr("factor-heading"), back: Route::SignIn, form,
            label: tr("sign-in"), busy_label: tr("signing-in"), send,
            before: rsx! {
                {ways_out(form)}
                p { class: "lead", {tr("factor-lead")} }
            },
            after: rsx! {
                section {
                    h2 { {tr("factor-lost-heading")} }
                    p { {tr("factor-lost-phone")} }
                    p { {tr("factor-lost-both")} }
                    {contact()}
                }
            },
            {code_field(form, "code", tr("factor-code"), tr("factor-code-hint"), code.read().clone(),
                move |text| code.set(text))}
        }
    }
}
