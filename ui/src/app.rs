//! What all pages share: language, page, session, board, drafts, and the host behind them. Copied
//! freely; every field lives as long as the interface. Holds no rule of the domain.

use crate::browser;
use crate::drafts::{Drafts, Write};
use crate::host::{Host, tauri::Tauri};
use crate::route::Route;
use contract::draft::{Draft, DraftKey, PlaceDraft};
use contract::host::{BoardView, Start};
use contract::portal::PortalInfo;
use contract::{Code, Language, Problem};
use dioxus::core::spawn_forever;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jiff::Timestamp;
use locale::Texts;
use std::rc::Rc;

/// Typing is kept at most this many milliseconds after the first key.
const KEEP_AFTER_MS: u32 = 200;
/// Looks for written drafts this often, in milliseconds, while a page waits for them.
const SETTLE_STEP_MS: u32 = 10;
/// And at most this many times.
const SETTLE_STEPS: u32 = 300;

/// Something that is fetched.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Loaded<T> {
    /// On its way.
    Loading,
    /// Here.
    Ready(T),
    /// Refused.
    Failed(Problem),
}

/// How far the start has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Phase {
    /// The host was asked.
    Starting,
    /// The host refused.
    Failed(Problem),
    /// Pages can be shown.
    Running,
}

/// The latest confirmation, shown on the page that follows a declaration.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Confirmed {
    /// To read out.
    pub(crate) reference: String,
    /// The portal's time.
    pub(crate) at: Timestamp,
    /// What to call each person it concerns.
    pub(crate) people: Vec<String>,
}

/// What all pages share.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct App {
    /// The words.
    pub(crate) texts: Signal<Texts>,
    /// The page.
    pub(crate) route: Signal<Route>,
    /// How far the start has come.
    pub(crate) phase: Signal<Phase>,
    /// What the host said at the start.
    pub(crate) start: Signal<Option<Start>>,
    /// Whether there is a session.
    pub(crate) signed_in: Signal<bool>,
    /// Whether a session ended by itself and the reader should know.
    pub(crate) session_ended: Signal<bool>,
    /// The household.
    pub(crate) board: Signal<Loaded<BoardView>>,
    /// Whether the board is being fetched.
    pub(crate) refreshing: Signal<bool>,
    /// What anyone may know of the portal, once it was told.
    pub(crate) info: Signal<Option<PortalInfo>>,
    /// Why typing is not kept just now, if so.
    pub(crate) not_kept: Signal<Option<Problem>>,
    /// What screen readers are told next.
    pub(crate) said: Signal<String>,
    /// The latest confirmation.
    pub(crate) confirmed: Signal<Option<Confirmed>>,
    return_to: Signal<Option<Route>>,
    drafts: CopyValue<Drafts>,
    host: CopyValue<Rc<dyn Host>>,
}

impl App {
    /// Before the host was asked: in the browser's language, on the first page.
    pub(crate) fn new() -> Self {
        let wanted = browser::wanted_languages();
        let language = locale::negotiate(wanted.iter().map(String::as_str));
        let host: Rc<dyn Host> = Rc::new(Tauri);
        Self {
            texts: Signal::new(Texts::new(language)),
            route: Signal::new(Route::Home),
            phase: Signal::new(Phase::Starting),
            start: Signal::new(None),
            signed_in: Signal::new(false),
            session_ended: Signal::new(false),
            board: Signal::new(Loaded::Loading),
            refreshing: Signal::new(false),
            info: Signal::new(None),
            not_kept: Signal::new(None),
            said: Signal::new(String::new()),
            confirmed: Signal::new(None),
            return_to: Signal::new(None),
            drafts: CopyValue::new(Drafts::default()),
            host: CopyValue::new(host),
        }
    }

    /// The app that the current component belongs to.
    pub(crate) fn here() -> Self {
        consume_context()
    }

    /// The program around the interface.
    pub(crate) fn host(self) -> Rc<dyn Host> {
        self.host.read().clone()
    }

    /// The reader's language.
    pub(crate) fn language(self) -> Language {
        self.texts.read().language()
    }

    /// Asks the host how to begin, and shows the first page.
    pub(crate) async fn begin(mut self) {
        self.phase.set(Phase::Starting);
        match self.host().start().await {
            Err(problem) => self.phase.set(Phase::Failed(problem)),
            Ok(start) => {
                self.use_language(start.language);
                self.signed_in.set(start.signed_in);
                let wanted = start.path.as_deref().and_then(Route::parse);
                self.start.set(Some(start));
                self.phase.set(Phase::Running);
                self.open(wanted.unwrap_or(Route::Home), true);
                if *self.signed_in.peek() {
                    self.refresh().await;
                }
                self.learn_of_portal().await;
            }
        }
        browser::clear_first_paint();
    }

    async fn learn_of_portal(mut self) {
        if self.info.peek().is_none()
            && let Ok(info) = self.host().portal_info().await
        {
            self.info.set(Some(info));
        }
    }

    /// Changes the language and keeps page and content.
    pub(crate) fn choose_language(self, language: Language) {
        self.use_language(language);
        spawn_forever(async move {
            // The choice holds until the app closes even where it cannot be kept.
            let _ = self.host().set_language(language).await;
        });
    }

    fn use_language(mut self, language: Language) {
        browser::set_language(language.tag());
        if self.texts.peek().language() != language {
            self.texts.set(Texts::new(language));
        }
    }

    /// Shows a page.
    pub(crate) fn go(self, route: Route) {
        self.open(route, false);
    }

    /// Shows the page that the browser's address asks for.
    pub(crate) fn follow_address(mut self, path: &str) {
        self.flush();
        let wanted = Route::parse(path).unwrap_or(Route::Home);
        let shown = wanted.allowed(*self.signed_in.peek());
        self.keep_place(shown);
        self.route.set(shown);
    }

    fn open(mut self, wanted: Route, replace: bool) {
        let signed_in = *self.signed_in.peek();
        let shown = wanted.allowed(signed_in);
        if !signed_in && wanted.needs_session() {
            self.return_to.set(Some(wanted));
        }
        browser::show_path(&shown.path(), replace);
        self.keep_place(shown);
        self.flush();
        self.route.set(shown);
        browser::scroll_to_top();
    }

    fn keep_place(self, shown: Route) {
        let path = shown.to_come_back_to().path();
        self.keep(DraftKey::Place, Draft::Place(PlaceDraft { path }));
    }

    /// Fetches the board, unless that is under way.
    pub(crate) async fn refresh(mut self) {
        if *self.refreshing.peek() || !*self.signed_in.peek() {
            return;
        }
        self.refreshing.set(true);
        let answer = self.host().board().await;
        self.refreshing.set(false);
        match answer {
            Ok(view) => {
                let same = matches!(&*self.board.peek(), Loaded::Ready(old) if *old == view);
                if !same {
                    self.board.set(Loaded::Ready(view));
                }
            }
            Err(problem) if problem.code == Code::SignInRequired => self.end_session(),
            Err(problem) => {
                let kept = matches!(&*self.board.peek(), Loaded::Ready(_));
                if !kept {
                    self.board.set(Loaded::Failed(problem));
                }
            }
        }
    }

    /// Fetches the board without waiting for it.
    pub(crate) fn refresh_soon(self) {
        spawn_forever(async move { self.refresh().await });
    }

    /// Begins a session after a sign-in and goes back to where one was.
    pub(crate) fn enter(mut self) {
        self.signed_in.set(true);
        self.session_ended.set(false);
        self.board.set(Loaded::Loading);
        self.drafts.write().forget_account();
        let wanted = self.return_to.write().take();
        self.open(wanted.unwrap_or(Route::Home), true);
        self.refresh_soon();
    }

    /// The session has ended by itself: asks for a new one, and comes back afterwards.
    pub(crate) fn end_session(mut self) {
        let page = *self.route.peek();
        self.signed_in.set(false);
        self.session_ended.set(true);
        self.board.set(Loaded::Loading);
        self.return_to.set(Some(page.to_come_back_to()));
        self.open(Route::SignIn, true);
    }

    /// Ends the session as the reader asked.
    pub(crate) fn leave(mut self) {
        spawn_forever(async move {
            self.settle().await;
            // Without a network the device forgets its session all the same.
            let _ = self.host().sign_out().await;
            self.drafts.write().forget_account();
            self.signed_in.set(false);
            self.session_ended.set(false);
            self.board.set(Loaded::Loading);
            self.return_to.set(None);
            self.confirmed.set(None);
            self.open(Route::Home, true);
        });
    }

    /// Tells screen readers something that is seen elsewhere.
    pub(crate) fn say(mut self, text: String) {
        self.said.set(text);
    }

    /// What was typed and is known here, if it is.
    pub(crate) fn known_draft(self, key: DraftKey) -> Option<Draft> {
        self.drafts.read().known(key).cloned()
    }

    /// Takes in what the host had kept.
    pub(crate) fn learn_draft(mut self, key: DraftKey, draft: Draft) {
        self.drafts.write().learn(key, draft);
    }

    /// Keeps what is typed: now on this page, within moments on the device.
    pub(crate) fn keep(mut self, key: DraftKey, draft: Draft) {
        self.drafts.write().change(key, Write::Save(draft));
        self.write_later();
    }

    /// Forgets what was typed, after it was sent.
    pub(crate) fn discard(mut self, key: DraftKey) {
        self.drafts.write().change(key, Write::Discard);
        self.flush();
    }

    /// Writes what is pending without further delay.
    pub(crate) fn flush(mut self) {
        let ticket = self.drafts.write().begin_now();
        if ticket.is_some() {
            spawn_forever(async move { self.write_all().await });
        }
    }

    /// Waits until everything typed is written. Bounded; what cannot be written is told elsewhere.
    pub(crate) async fn settle(self) {
        self.flush();
        for _ in 0..SETTLE_STEPS {
            if self.drafts.peek().is_settled() {
                return;
            }
            TimeoutFuture::new(SETTLE_STEP_MS).await;
        }
    }

    fn write_later(mut self) {
        let Some(ticket) = self.drafts.write().begin_later() else {
            return;
        };
        spawn_forever(async move {
            TimeoutFuture::new(KEEP_AFTER_MS).await;
            let mine = self.drafts.write().wake(ticket);
            if mine {
                self.write_all().await;
            }
        });
    }

    async fn write_all(mut self) {
        loop {
            let next = self.drafts.write().take();
            let Some((key, write)) = next else {
                return;
            };
            let host = self.host();
            let answer = match write {
                Write::Save(draft) => host.save_draft(key, &draft).await,
                Write::Discard => host.discard_draft(key).await,
            };
            let trouble = answer.err();
            if *self.not_kept.peek() != trouble {
                self.not_kept.set(trouble);
            }
        }
    }
}
