//! What all pages share: language, page, session, board, drafts, and the host behind them. Copied
//! freely; every field lives as long as the interface. Holds no rule of the domain.

#[cfg(feature = "household")]
mod conflict;
mod keeping;
#[cfg(feature = "household")]
mod news;
mod outbox;
mod session;
mod showing;
mod standing;

#[cfg(feature = "household")]
pub(crate) use conflict::Conflict;

use crate::browser;
use crate::drafts::Drafts;
use crate::first_paint;
use crate::host::{self, Around, Household};
use crate::route::Route;
use contract::draft::facts::{Begun, Got};
use contract::draft::{Draft, DraftKey, PlaceDraft};
use contract::host::{BoardView, SessionTime, Settings, Start};
use contract::id::{AccountId, PersonId};
use contract::outbox::{Act, Outbox};
use contract::portal::PortalInfo;
use contract::{Language, Problem};
use dioxus::prelude::*;
use futures_util::future::join;
use jiff::Timestamp;
use locale::Texts;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

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
    /// The words could not be fetched; the page says so without the program.
    Wordless,
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
    /// How the interface is shown.
    pub(crate) settings: Signal<Settings>,
    /// Whether there is a session.
    pub(crate) signed_in: Signal<bool>,
    /// Whether a session ended by itself and the reader should know.
    pub(crate) session_ended: Signal<bool>,
    /// What is left of a session that is about to end, while its reader is being told.
    pub(crate) session_ends: Signal<Option<SessionTime>>,
    /// The household.
    pub(crate) board: Signal<Loaded<BoardView>>,
    /// Whether the board is being fetched.
    pub(crate) refreshing: Signal<bool>,
    /// What anyone may know of the portal, once it was told.
    pub(crate) info: Signal<Option<PortalInfo>>,
    /// Why typing is not kept just now, if so.
    pub(crate) not_kept: Signal<Option<Problem>>,
    /// Why the reader could not be signed out, until they are.
    pub(crate) not_left: Signal<Option<Problem>>,
    /// Whether the session is being ended.
    pub(crate) leaving: Signal<bool>,
    /// Why a session that is about to end could not be extended.
    pub(crate) not_extended: Signal<Option<Problem>>,
    /// Whether the window is wide enough for a third column.
    pub(crate) wide: Signal<bool>,
    /// What screen readers are told next.
    pub(crate) said: Signal<String>,
    /// What is shown for some seconds beside the page, and told to screen readers.
    pub(crate) toast: Signal<Option<String>>,
    /// The latest confirmation.
    pub(crate) confirmed: Signal<Option<Confirmed>>,
    /// What waits to be sent; in browsers nothing does.
    pub(crate) outbox: Signal<Outbox>,
    /// Drafts that were changed in another window too, until one is chosen and its page is left.
    #[cfg(feature = "household")]
    pub(crate) conflicts: Signal<BTreeMap<DraftKey, Conflict>>,
    /// What was begun and is not sent yet.
    begun: Signal<Begun>,
    /// What the portal confirmed since the start.
    got: Signal<Vec<Got>>,
    return_to: Signal<Option<Route>>,
    /// Counts sign-ins and sign-outs, so that an answer from before one is told apart.
    visit: CopyValue<u32>,
    goal: CopyValue<Option<String>>,
    drawn: CopyValue<HashMap<PersonId, usize>>,
    drafts: CopyValue<Drafts>,
    /// Why drafts are not kept, by draft.
    troubles: CopyValue<BTreeMap<DraftKey, Problem>>,
    /// Whose typing is here.
    account: CopyValue<Option<AccountId>>,
    /// Whether the program of the household was asked for.
    #[cfg(not(feature = "household"))]
    fetched_ahead: CopyValue<bool>,
    /// Whether the words of every page are here.
    #[cfg(not(feature = "household"))]
    all_words: Signal<bool>,
    /// The words that were fetched, so that changing back costs nothing.
    fetched: CopyValue<HashMap<Language, Texts>>,
    host: CopyValue<Rc<Around>>,
}

impl App {
    /// Before the host was asked: in the browser's language, on the first page.
    pub(crate) fn new() -> Self {
        Self::with(host::here())
    }

    /// The same over a given host.
    pub(crate) fn with(host: Rc<Around>) -> Self {
        Self {
            texts: Signal::new(Texts::from_source(browser::likely_language(), "")),
            route: Signal::new(Route::Home),
            phase: Signal::new(Phase::Starting),
            start: Signal::new(None),
            settings: Signal::new(Settings::default()),
            signed_in: Signal::new(false),
            session_ended: Signal::new(false),
            session_ends: Signal::new(None),
            board: Signal::new(Loaded::Loading),
            refreshing: Signal::new(false),
            info: Signal::new(None),
            not_kept: Signal::new(None),
            not_left: Signal::new(None),
            leaving: Signal::new(false),
            not_extended: Signal::new(None),
            wide: Signal::new(browser::is_wide()),
            said: Signal::new(String::new()),
            toast: Signal::new(None),
            confirmed: Signal::new(None),
            outbox: Signal::new(Outbox::default()),
            #[cfg(feature = "household")]
            conflicts: Signal::new(BTreeMap::new()),
            begun: Signal::new(Begun::default()),
            got: Signal::new(Vec::new()),
            return_to: Signal::new(None),
            visit: CopyValue::new(0),
            goal: CopyValue::new(None),
            drawn: CopyValue::new(HashMap::new()),
            drafts: CopyValue::new(Drafts::default()),
            troubles: CopyValue::new(BTreeMap::new()),
            account: CopyValue::new(None),
            #[cfg(not(feature = "household"))]
            fetched_ahead: CopyValue::new(false),
            #[cfg(not(feature = "household"))]
            all_words: Signal::new(false),
            fetched: CopyValue::new(HashMap::new()),
            host: CopyValue::new(host),
        }
    }

    /// The app that the current component belongs to.
    pub(crate) fn here() -> Self {
        consume_context()
    }

    /// The program around the interface.
    pub(crate) fn host(self) -> Rc<Around> {
        self.host.read().clone()
    }

    /// The same for what belongs to a household.
    #[cfg(feature = "household")]
    pub(crate) fn household(self) -> Rc<dyn Household> {
        self.host()
    }

    /// The entrance knows no household.
    #[cfg(not(feature = "household"))]
    pub(crate) fn household(self) -> Rc<dyn Household> {
        Rc::new(host::Nobody)
    }

    /// The reader's language.
    pub(crate) fn language(self) -> Language {
        self.texts.read().language()
    }

    /// Asks the host how to begin, and shows the first page.
    pub(crate) async fn begin(mut self) {
        self.phase.set(Phase::Starting);
        let likely = browser::likely_language();
        let (start, words) = join(self.host().start(), self.fetch_texts(likely)).await;
        let language = start.as_ref().map_or(likely, |start| start.language);
        let here = (words && language == likely) || self.use_language(language).await;
        if !here {
            self.phase.set(Phase::Wordless);
            browser::say_unreachable();
            return;
        }
        self.show_words(language);
        match start {
            Err(problem) => {
                self.phase.set(Phase::Failed(problem));
                first_paint::take();
            }
            Ok(start) => {
                self.show_as(start.settings);
                self.signed_in.set(start.signed_in.is_some());
                self.account.set(start.signed_in);
                let wanted = start.path.as_deref().map(Route::parse);
                self.start.set(Some(start));
                self.phase.set(Phase::Running);
                let typed = first_paint::take();
                self.open(wanted.unwrap_or(Route::Home), true);
                first_paint::give(typed).await;
                if *self.signed_in.peek() {
                    self.act_on_outbox(Act::Show).await;
                    self.watch_session(false).await;
                    self.refresh().await;
                }
                self.learn_of_portal().await;
                // Help is to be there as well when the network is gone.
                self.fetch_other_words().await;
            }
        }
    }

    async fn learn_of_portal(mut self) {
        if self.info.peek().is_none()
            && let Ok(info) = self.host().portal_info().await
        {
            self.info.set(Some(info));
        }
    }

    /// Shows a page.
    pub(crate) fn go(self, route: Route) {
        self.open(route, false);
    }

    /// Shows a page with the focus on one of its fields instead of its heading.
    pub(crate) fn go_to_field(mut self, route: Route, id: &str) {
        self.goal.set(Some(id.to_owned()));
        self.go(route);
    }

    /// Puts the focus where a page that has just opened wants it: on the field that was asked for,
    /// else on this heading.
    pub(crate) fn focus_opened(mut self, heading: &str) {
        let goal = self.goal.write().take();
        let there = goal.is_some_and(|id| browser::focus(&id));
        if !there {
            browser::focus(heading);
        }
    }

    /// Shows the page that the browser's address asks for.
    pub(crate) fn follow_address(mut self, path: &str) {
        self.flush();
        let wanted = Route::parse(path);
        let signed_in = *self.signed_in.peek();
        let shown = wanted.allowed(signed_in);
        if !signed_in && wanted.needs_session() {
            self.return_to.set(Some(wanted));
        }
        self.keep_place(shown);
        self.show(shown);
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
        self.show(shown);
        browser::scroll_to_top();
    }

    fn show(mut self, shown: Route) {
        #[cfg(feature = "household")]
        self.leave_what_was_not_chosen(shown);
        self.route.set(shown);
        // What happened meanwhile is why these pages are opened.
        if shown.follows_the_household() {
            self.refresh_soon();
        }
    }

    fn keep_place(self, shown: Route) {
        let path = shown.to_come_back_to().path();
        self.keep(DraftKey::Place, Draft::Place(PlaceDraft { path }));
    }

    /// How far a person's arc was drawn when it was last seen.
    pub(crate) fn drawn_to(self, person: PersonId) -> Option<usize> {
        self.drawn.read().get(&person).copied()
    }

    /// Notes how far a person's arc is drawn, so that it draws itself only when there is more.
    pub(crate) fn note_drawn(mut self, person: PersonId, stops: usize) {
        self.drawn.write().insert(person, stops);
    }

    /// Tells screen readers something that is seen elsewhere.
    pub(crate) fn say(mut self, text: String) {
        self.said.set(text);
    }
}
