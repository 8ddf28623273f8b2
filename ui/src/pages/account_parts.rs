//! What the pages of the account share: asking the portal for what they start from, and what is
//! shown once and has to be kept. Decides nothing.

use crate::app::{App, Loaded};
use crate::host::ask;
use crate::parts::icon::{Glyph, icon};
use crate::parts::page::{Page, TryAgain};
use crate::parts::waiting::Waiting;
use crate::route::Route;
use crate::words::tr;
use contract::Code;
use contract::ask::Request;
use contract::devices::{AccountView, ShowAccount};
use dioxus::prelude::*;

/// Something that a page asked the portal for.
#[derive(PartialEq)]
pub(crate) struct Asked<T: 'static> {
    /// What came.
    pub(crate) found: Signal<Loaded<T>>,
    again: Callback<()>,
}

// By hand: a derived copy would ask the content itself to be one.
impl<T: 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Asked<T> {}

impl<T: 'static> Asked<T> {
    /// Asks once more; what is here stays until the answer is. Nothing where the page was left.
    pub(crate) fn again(self) {
        if self.is_here() {
            self.again.call(());
        }
    }

    /// Whether its page is still there.
    pub(crate) fn is_here(self) -> bool {
        self.found.try_peek().is_ok()
    }
}

/// Asks when the page opens. An ended session leads to the sign-in.
pub(crate) fn use_asked<R>(request: R) -> Asked<R::Reply>
where
    R: Request + Clone + 'static,
{
    let app = App::here();
    let mut found = use_signal(|| Loaded::Loading);
    let again = use_callback(move |()| {
        let request = request.clone();
        spawn(async move {
            match ask(&app.host(), request).await {
                Ok(reply) => found.set(Loaded::Ready(reply)),
                Err(problem) if problem.code == Code::SignInRequired => app.end_session(),
                Err(problem) => {
                    let kept = matches!(&*found.peek(), Loaded::Ready(_));
                    if !kept {
                        found.set(Loaded::Failed(problem));
                    }
                }
            }
        });
    });
    use_hook(move || again.call(()));
    Asked { found, again }
}

/// Sets what a page shows next, if the page is still there.
pub(crate) fn put<T: 'static>(mut signal: Signal<T>, value: T) {
    if signal.try_peek().is_ok() {
        signal.set(value);
    }
}

/// A page that starts from something that was asked for: waits for it, or says why it is not there.
#[component]
pub(crate) fn WithAsked<T: Clone + PartialEq + 'static>(
    heading: String,
    back: Route,
    asked: Asked<T>,
    show: Callback<T, Element>,
) -> Element {
    let found = asked.found.read().clone();
    match found {
        Loaded::Ready(reply) => show.call(reply),
        Loaded::Loading => rsx! {
            Page { heading, back, Waiting {} }
        },
        Loaded::Failed(problem) => rsx! {
            TryAgain { heading, problem,
                again: move |()| {
                    put(asked.found, Loaded::Loading);
                    asked.again();
                },
            }
        },
    }
}

/// A page that starts from the account.
#[component]
pub(crate) fn WithAccount(
    heading: String,
    back: Route,
    show: Callback<AccountView, Element>,
) -> Element {
    let asked = use_asked(ShowAccount {});
    rsx! {
        WithAsked { heading, back, asked, show }
    }
}

/// A button that puts a text on the clipboard, and says so.
#[component]
pub(crate) fn CopyButton(
    /// What is copied.
    copied: String,
    /// The message on the button.
    words: &'static str,
) -> Element {
    let app = App::here();
    rsx! {
        button { class: "plain", r#type: "button",
            onclick: move |_| {
                let copied = copied.clone();
                spawn(async move {
                    let done = crate::parts::keeping::copy(&copied).await;
                    app.tell(tr(if done { "copied" } else { "copy-by-hand" }));
                });
            },
            {icon(Glyph::Copy)}
            {tr(words)}
        }
    }
}

/// The ways to keep what this page shows: on paper, and in a browser as a file that is made here.
pub(crate) fn print_or_save(file_name: &str, file: Option<(&str, String)>) -> Element {
    rsx! {
        button { class: "plain", r#type: "button", onclick: |_| crate::browser::print(),
            {icon(Glyph::Print)}
            {tr("print-or-save")}
        }
        if let Some((media_type, content)) = file {
            a { class: "keep", download: "{file_name}",
                href: crate::parts::keeping::file_address(media_type, &content),
                {icon(Glyph::Save)}
                {tr("save-as-file")}
            }
        }
    }
}
