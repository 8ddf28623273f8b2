//! What a page that asks something keeps beside the answers: what is wrong with them, what refused
//! them, and whether they are being sent. The answers themselves are drafts (`Typed`).

use crate::app::App;
use crate::browser;
use crate::host::Answer;
use crate::words::{field_text, problem_text};
use contract::draft::{
    AddressDraft, DeclarationDraft, Draft, DraftKey, FirstSignInDraft, InvitationDraft,
    MessageDraft, PhotoDraft, SignInDraft,
};
use contract::{Code, FieldProblem, Problem};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;

/// The id of the error summary.
pub(crate) const SUMMARY: &str = "error-summary";

/// A form's state.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Form {
    app: App,
    fields: Signal<Vec<FieldProblem>>,
    refusal: Signal<Option<Problem>>,
    busy: Signal<bool>,
}

/// The state of the form on this page.
pub(crate) fn use_form() -> Form {
    let app = App::here();
    Form {
        app,
        fields: use_signal(Vec::new),
        refusal: use_signal(|| None),
        busy: use_signal(|| false),
    }
}

impl Form {
    /// Whether it is being sent.
    pub(crate) fn is_busy(self) -> bool {
        *self.busy.read()
    }

    /// Whether something is wrong.
    pub(crate) fn has_errors(self) -> bool {
        !self.fields.read().is_empty() || self.refusal.read().is_some()
    }

    /// Whether its page is still there.
    fn is_shown(self) -> bool {
        self.busy.try_peek().is_ok()
    }

    /// What is wrong with an answer, in words.
    pub(crate) fn error(self, field: &str) -> Option<String> {
        let fields = self.fields.read();
        fields.iter().find(|problem| problem.field == field).map(field_text)
    }

    /// What is wrong with an answer.
    pub(crate) fn problem(self, field: &str) -> Option<FieldProblem> {
        self.fields.read().iter().find(|problem| problem.field == field).cloned()
    }

    /// Every answer that is wrong, in words, with the id to go to.
    pub(crate) fn errors(self) -> Vec<(String, String)> {
        let fields = self.fields.read();
        fields.iter().map(|problem| (field_id(&problem.field), field_text(problem))).collect()
    }

    /// What refused the whole, in words.
    pub(crate) fn refused(self) -> Option<String> {
        self.refusal.read().as_ref().map(problem_text)
    }

    /// What refused the whole, where another page is the way out of it.
    pub(crate) fn refusal_code(self) -> Option<Code> {
        self.refusal.read().as_ref().map(|problem| problem.code)
    }

    /// Begins to send; false while that is under way.
    pub(crate) fn begin(mut self) -> bool {
        if *self.busy.peek() {
            return false;
        }
        self.fields.set(Vec::new());
        self.refusal.set(None);
        self.busy.set(true);
        true
    }

    /// It was sent, and its page stays.
    pub(crate) fn end(mut self) {
        if self.is_shown() {
            self.busy.set(false);
        }
    }

    /// Forgets what was wrong.
    pub(crate) fn clear(mut self) {
        self.fields.set(Vec::new());
        self.refusal.set(None);
    }

    /// Sends the form: its answers are checked first, then everything typed is written, then the
    /// answer is waited for. What follows a success belongs to the sending; a refusal is shown here.
    pub(crate) fn send(self, checked: impl FnOnce() -> Result<Answer<()>, Vec<FieldProblem>>) {
        if !self.begin() {
            return;
        }
        match checked() {
            Err(fields) => self.refuse(Problem::from(fields)),
            Ok(answer) => self.wait_for(answer),
        }
    }

    fn wait_for(self, answer: Answer<()>) {
        // It goes on when its page is left: what was sent is sent, and what follows it must follow.
        spawn_forever(async move {
            self.app.settle().await;
            // It was changed in another window too, and its page asks which of both counts.
            #[cfg(feature = "household")]
            if self.app.shows_both() {
                self.end();
                return;
            }
            if let Err(problem) = answer.await
                && self.is_shown()
            {
                self.refuse(problem);
            }
        });
    }

    /// Shows what is wrong and moves the focus to it. An ended session leads to the sign-in.
    pub(crate) fn refuse(mut self, problem: Problem) {
        self.busy.set(false);
        if problem.code == Code::SignInRequired && *self.app.signed_in.peek() {
            self.app.end_session();
            return;
        }
        if tells_of_change(problem.code) {
            self.app.refresh_soon();
        }
        if problem.fields.is_empty() {
            self.fields.set(Vec::new());
            self.refusal.set(Some(problem));
        } else {
            self.fields.set(problem.fields);
            self.refusal.set(None);
        }
        spawn(async {
            // After the summary is on the page.
            TimeoutFuture::new(0).await;
            browser::focus(SUMMARY);
        });
    }
}

/// Whether a refusal says that the household stands otherwise than this page believes.
const fn tells_of_change(code: Code) -> bool {
    matches!(
        code,
        Code::AlreadyDeclared
            | Code::AddressClosed
            | Code::AddressChangedElsewhere
            | Code::DeclarationMissing
            | Code::PhotoAlreadySubmitted
            | Code::HouseholdWithdrawn
            | Code::HouseholdInterview
            | Code::NotFound
    )
}

/// The id of a field's first control.
pub(crate) fn field_id(field: &str) -> String {
    format!("field-{}", field.replace(['.', '_'], "-"))
}

/// The content of one kind of draft.
pub(crate) trait DraftContent: Clone + Default + PartialEq + 'static {
    /// As it is kept.
    fn into_draft(self) -> Draft;
    /// From what was kept; nothing where it is of another page.
    fn from_draft(draft: Draft) -> Option<Self>;
}

macro_rules! contents {
    ($($content:ty => $variant:ident),+ $(,)?) => {$(
        impl DraftContent for $content {
            fn into_draft(self) -> Draft {
                Draft::$variant(self.into())
            }
            fn from_draft(draft: Draft) -> Option<Self> {
                match draft {
                    Draft::$variant(content) => Some(contents!(@take $variant content)),
                    _ => None,
                }
            }
        }
    )+};
    (@take Address $content:ident) => { *$content };
    (@take Invitation $content:ident) => { *$content };
    (@take $variant:ident $content:ident) => { $content };
}
contents! {
    FirstSignInDraft => FirstSignIn,
    SignInDraft => SignIn,
    DeclarationDraft => Declaration,
    AddressDraft => Address,
    PhotoDraft => Photo,
    MessageDraft => Message,
    InvitationDraft => Invitation,
}

/// Answers as they are typed: shown from here, kept by the host.
#[derive(PartialEq)]
pub(crate) struct Typed<T: DraftContent> {
    app: App,
    key: DraftKey,
    content: Signal<Option<T>>,
}

// By hand: a derived copy would ask the content itself to be one.
impl<T: DraftContent> Clone for Typed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: DraftContent> Copy for Typed<T> {}

/// The answers of this page, as they were left.
pub(crate) fn use_typed<T: DraftContent>(key: DraftKey) -> Typed<T> {
    let app = App::here();
    let mut content = use_signal(|| app.known_draft(key).and_then(T::from_draft));
    use_future(move || async move {
        if content.peek().is_some() {
            return;
        }
        // A draft that cannot be read is an empty one, and that is told.
        match app.host().load_draft(key).await {
            Ok(Some(draft)) => app.learn_draft(key, draft),
            Ok(None) => {}
            Err(problem) => app.note_unread(key, problem),
        }
        let known = app.known_draft(key).and_then(T::from_draft);
        content.set(Some(known.unwrap_or_default()));
    });
    Typed { app, key, content }
}

impl<T: DraftContent> Typed<T> {
    /// Of which page they are.
    #[cfg(feature = "household")]
    pub(crate) const fn key(self) -> DraftKey {
        self.key
    }

    /// Whether what was kept has been read.
    pub(crate) fn is_loaded(self) -> bool {
        self.content.read().is_some()
    }

    /// The answers, followed by the component that reads them.
    pub(crate) fn get(self) -> T {
        self.content.read().clone().unwrap_or_default()
    }

    /// The answers at this moment.
    pub(crate) fn now(self) -> T {
        self.content.peek().clone().unwrap_or_default()
    }

    /// Changes the answers and keeps them.
    pub(crate) fn change(mut self, change: impl FnOnce(&mut T)) {
        let mut content = self.now();
        change(&mut content);
        self.content.set(Some(content.clone()));
        self.app.keep(self.key, content.into_draft());
    }

    /// Shows these answers, which are kept already.
    #[cfg(feature = "household")]
    pub(crate) fn show(mut self, draft: Draft) {
        if let Some(content) = T::from_draft(draft) {
            self.content.set(Some(content));
        }
    }

    /// Takes these answers in place of those here, and keeps them.
    #[cfg(feature = "household")]
    pub(crate) fn take(self, draft: Draft) {
        if let Some(content) = T::from_draft(draft) {
            self.change(|answers| *answers = content);
        }
    }

    /// The same after an answer of the portal, when their page may have been left.
    pub(crate) fn change_afterwards(self, change: impl FnOnce(&mut T)) {
        if self.content.try_peek().is_ok() {
            self.change(change);
        } else if let Some(mut known) = self.app.known_draft(self.key).and_then(T::from_draft) {
            change(&mut known);
            self.app.keep(self.key, known.into_draft());
        }
    }

    /// Reads once more what the host keeps: it changed that by itself.
    pub(crate) fn load_again(self) {
        let Self { app, key, mut content } = self;
        app.forget_draft(key);
        spawn_forever(async move {
            let kept = app.host().load_draft(key).await.ok().flatten();
            if content.try_peek().is_ok() {
                content.set(Some(kept.and_then(T::from_draft).unwrap_or_default()));
            }
        });
    }

    /// Forgets the answers: they were sent, or what they are about is gone.
    pub(crate) fn discard(mut self) {
        // Its page may have been left while it was being sent.
        if self.content.try_peek().is_ok() {
            self.content.set(Some(T::default()));
        }
        self.app.discard(self.key);
    }
}
