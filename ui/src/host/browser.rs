//! The host in browsers: the portal itself, under whose address the page lies. The session is a
//! cookie that no script can read; drafts are kept by the portal under the account; a picked picture
//! is held while the page is open. Nothing of an applicant is written to the device: what is kept in
//! the tab is how the interface is shown, and that ends with the tab.

mod drafts;
mod examiner;
mod photo;
mod picker;
mod portal;
mod settings;
mod upload;
mod writing;

use super::{Answer, Host, Household, Picture};
use crate::browser;
use contract::account::StorePassword;
use contract::account::{FirstSignIn, FirstSignInTicket, SessionGranted, SessionView, SignIn};
use contract::address::GiveAddress;
use contract::board::Board;
use contract::crop::Crop;
use contract::declaration::DeclarePresence;
use contract::draft::{Draft, DraftKey};
use contract::examination::Examination;
use contract::host::{BoardView, Keeping, Picking, SessionTime, Settings, StaleReason, Start};
use contract::id::{AccountId, PersonId, PhotoId};
use contract::password::check_password;
use contract::photo::PhotoReceipt;
use contract::picked::{Examined, PhotoProgress, PickedPhoto};
use contract::policy::Policy;
use contract::portal::PortalInfo;
use contract::receipt::Receipt;
use contract::timeline::Timeline;
use contract::{Code, Problem};
use jiff::Timestamp;
use portal::{get, get_in_background, post, request};
use std::cell::RefCell;
use std::collections::HashMap;
use std::future::Future;
use std::rc::Rc;

/// The portal as the host of its own page.
#[derive(Default)]
pub(super) struct Browser {
    held: Rc<Held>,
}

/// What is held while the page is open, all of it gone with a sign-out.
#[derive(Default)]
struct Held {
    drafts: drafts::Drafts,
    pictures: photo::Pictures,
    writes: writing::Writes,
    board: RefCell<Option<SeenBoard>>,
    timelines: RefCell<HashMap<PersonId, Timeline>>,
    /// Username and temporary password of a first sign-in under way, which the own password must
    /// not repeat.
    first_sign_in: RefCell<Option<(String, String)>>,
}

#[derive(Clone)]
struct SeenBoard {
    board: Board,
    tag: Option<String>,
    as_of: Timestamp,
}

impl Held {
    /// What is held from now on belongs to this session's account; what another one left goes.
    fn belongs_to(&self, granted: &SessionGranted) -> AccountId {
        let account = granted.session.account;
        if portal::spoken_for() != Some(account) {
            self.forget();
            portal::speak_for(Some(account));
        }
        account
    }

    fn forget(&self) {
        self.drafts.forget();
        self.pictures.forget();
        self.writes.forget();
        self.board.take();
        self.timelines.take();
        self.first_sign_in.take();
    }
}

impl Browser {
    fn with<T, F>(&self, work: impl FnOnce(Rc<Held>) -> F) -> Answer<T>
    where
        F: Future<Output = Result<T, Problem>> + 'static,
    {
        Box::pin(work(Rc::clone(&self.held)))
    }
}

impl Host for Browser {
    fn start(&self) -> Answer<Start> {
        self.with(|_| start())
    }

    fn keep_settings(&self, settings: Settings) -> Answer<()> {
        settings::keep(&settings);
        self.with(|_| async { Ok(()) })
    }

    fn portal_info(&self) -> Answer<PortalInfo> {
        self.with(|_| get("portal"))
    }

    fn first_sign_in(&self, answers: &FirstSignIn) -> Answer<()> {
        let answers = answers.clone();
        self.with(|held| async move {
            browser::keeps_cookies()?;
            let _: FirstSignInTicket = post("first-sign-in", &answers).await?;
            let words = (answers.username, answers.temporary_password);
            held.first_sign_in.replace(Some(words));
            Ok(())
        })
    }

    fn store_password(&self, password: &str) -> Answer<AccountId> {
        let body = StorePassword { password: password.to_owned() };
        self.with(|held| store_password(held, body))
    }

    fn sign_in(&self, answers: &SignIn) -> Answer<AccountId> {
        let answers = answers.check().map_err(Problem::from);
        self.with(|held| async move {
            let answers = answers?;
            browser::keeps_cookies()?;
            let granted = post("sessions", &answers).await?;
            held.drafts.discard_held(DraftKey::SignIn);
            Ok(held.belongs_to(&granted))
        })
    }

    fn load_draft(&self, key: DraftKey) -> Answer<Option<Draft>> {
        self.with(|held| async move { held.drafts.load(key).await })
    }

    fn save_draft(&self, key: DraftKey, draft: &Draft) -> Answer<()> {
        let draft = draft.clone();
        self.with(|held| async move { held.drafts.save(key, draft).await })
    }

    fn discard_draft(&self, key: DraftKey) -> Answer<()> {
        self.with(|held| async move { held.drafts.discard(key).await })
    }
}

impl Household for Browser {
    fn remove_device_data(&self) -> Answer<()> {
        self.with(|held| async move {
            sign_out(&held).await?;
            settings::forget();
            Ok(())
        })
    }

    fn sign_out(&self) -> Answer<()> {
        self.with(|held| async move { sign_out(&held).await })
    }

    fn session_time(&self) -> Answer<SessionTime> {
        self.with(|_| async {
            let view: SessionView = get_in_background("sessions/current").await?;
            Ok(SessionTime::of(&view))
        })
    }

    fn extend_session(&self) -> Answer<SessionTime> {
        self.with(|_| async {
            let call = request("POST", "sessions/current/extension");
            let view: SessionView = call.send().await?.parse().await?;
            Ok(SessionTime::of(&view))
        })
    }

    fn board(&self, background: bool) -> Answer<BoardView> {
        self.with(|held| board(held, background))
    }

    fn timeline(&self, person: PersonId) -> Answer<Timeline> {
        self.with(|held| async move {
            match get::<Timeline>(&format!("people/{person}/timeline")).await {
                Ok(timeline) => {
                    held.timelines.borrow_mut().insert(person, timeline.clone());
                    Ok(timeline)
                }
                Err(problem) if StaleReason::of(problem.code).is_some() => {
                    held.timelines.borrow().get(&person).cloned().ok_or(problem)
                }
                Err(problem) => Err(problem),
            }
        })
    }

    fn declare(&self, declaration: &DeclarePresence) -> Answer<Receipt> {
        let body = declaration.check().map_err(Problem::from);
        self.with(|held| async move { held.writes.write("declarations", &body?).await })
    }

    fn give_address(&self, address: &GiveAddress) -> Answer<Receipt> {
        let body = address.check(&Policy::PROGRAMME).map_err(Problem::from);
        self.with(|held| async move { held.writes.write("addresses", &body?).await })
    }

    fn pick_photo(&self, person: PersonId) -> Answer<Picking> {
        // Within the press itself: a browser opens its dialog for nothing else.
        let picked = picker::pick();
        self.with(|held| async move {
            match picked.await? {
                None => Ok(Picking::Cancelled),
                Some(file) => held.pictures.keep(person, file).await,
            }
        })
    }

    fn picked_photo(&self, person: PersonId) -> Answer<Option<PickedPhoto>> {
        self.with(|held| async move { Ok(held.pictures.photo(person)) })
    }

    fn picked_picture(&self, person: PersonId) -> Answer<Picture> {
        self.with(|held| async move { held.pictures.picture(person) })
    }

    fn prepared_picture(&self, person: PersonId) -> Answer<Picture> {
        self.with(|held| async move { held.pictures.prepared(person) })
    }

    fn frame_photo(&self, person: PersonId, crop: Option<Crop>) -> Answer<PickedPhoto> {
        self.with(|held| async move { held.pictures.frame(person, crop).await })
    }

    fn examine_photo(&self, person: PersonId, which: Examined) -> Answer<Examination> {
        self.with(|held| async move { photo::examine(&held, person, which).await })
    }

    fn photo_progress(&self, person: PersonId) -> Answer<Option<PhotoProgress>> {
        self.with(|held| async move { Ok(held.pictures.progress(person)) })
    }

    fn discard_photo(&self, person: PersonId) -> Answer<()> {
        self.with(|held| async move {
            held.drafts.discard(DraftKey::Photo { person }).await?;
            held.pictures.discard(person);
            Ok(())
        })
    }

    fn submit_photo(&self, person: PersonId) -> Answer<PhotoReceipt> {
        self.with(|held| async move { photo::submit(&held, person).await })
    }

    fn submitted_picture(&self, person: PersonId, photo: PhotoId) -> Answer<Picture> {
        self.with(|_| async move {
            let call = request("GET", &format!("people/{person}/photos/{photo}/picture"));
            let bytes = call.for_picture().send().await?.picture().await?;
            Picture::from_buffer(&bytes).ok_or_else(|| Code::UnexpectedReply.into())
        })
    }

    fn photo_examination(&self, person: PersonId, photo: PhotoId) -> Answer<Option<Examination>> {
        self.with(|_| async move {
            match get(&format!("people/{person}/photos/{photo}/examination")).await {
                Ok(examination) => Ok(Some(examination)),
                Err(problem) if problem.code == Code::NotFound => Ok(None),
                Err(problem) => Err(problem),
            }
        })
    }
}

async fn start() -> Result<Start, Problem> {
    let settings = settings::kept();
    let signed_in = if browser::page_is_for_strangers() {
        None
    } else {
        match get_in_background::<SessionView>("sessions/current").await {
            Ok(view) => {
                portal::speak_for(Some(view.account));
                Some(view.account)
            }
            Err(problem) if problem.code == Code::SignInRequired => None,
            Err(problem) => return Err(problem),
        }
    };
    Ok(Start {
        language: settings.language.unwrap_or_else(browser::likely_language),
        settings,
        signed_in,
        path: Some(browser::path()),
        keeping: Keeping::WithPortal,
        notice: None,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        demonstration: false,
    })
}

/// Stores the own password. Where it is not known whether an earlier try arrived, signing in with
/// the same password tells.
async fn store_password(held: Rc<Held>, body: StorePassword) -> Result<AccountId, Problem> {
    let words = held.first_sign_in.borrow().clone();
    let (username, temporary) = words.unzip();
    let problem = check_password(
        &body.password,
        username.as_deref(),
        temporary.as_deref(),
        &Policy::PROGRAMME,
    );
    if let Some(problem) = problem {
        return Err(vec![problem].into());
    }
    let granted = match post("first-sign-in/password", &body).await {
        Ok(granted) => granted,
        Err(problem) => {
            let unknown = problem.code == Code::FirstSignInTimedOut
                || contract::reply::may_have_arrived(problem.code);
            let answers = username.map(|username| SignIn { username, password: body.password });
            let Some(answers) = answers.filter(|_| unknown) else { return Err(problem) };
            post("sessions", &answers).await.map_err(|_| problem)?
        }
    };
    held.first_sign_in.take();
    held.drafts.discard_held(DraftKey::FirstSignIn);
    Ok(held.belongs_to(&granted))
}

/// Ends the session at the portal, which alone can take its cookie back, and forgets what is held.
async fn sign_out(held: &Held) -> Result<(), Problem> {
    match request("DELETE", "sessions/current").send().await {
        Ok(_) => {}
        Err(problem) if problem.code == Code::SignInRequired => {}
        Err(problem) => return Err(problem),
    }
    held.forget();
    portal::speak_for(None);
    Ok(())
}

async fn board(held: Rc<Held>, background: bool) -> Result<BoardView, Problem> {
    let seen = held.board.borrow().clone();
    let mut call = request("GET", "household");
    if background {
        call = portal::in_background(call);
    }
    if let Some(tag) = seen.as_ref().and_then(|seen| seen.tag.as_deref()) {
        call = call.header("if-none-match", tag);
    }
    let now = browser::now();
    let (board, tag) = match (call.send().await, seen) {
        (Ok(reply), Some(seen)) if reply.status() == 304 => (seen.board, seen.tag),
        (Ok(reply), _) => {
            let tag = reply.header("etag");
            (reply.parse::<Board>().await?, tag)
        }
        (Err(problem), Some(seen)) => {
            let stale = Some(StaleReason::of(problem.code).ok_or(problem)?);
            return Ok(BoardView { board: seen.board, as_of: seen.as_of, stale });
        }
        (Err(problem), None) => return Err(problem),
    };
    held.board.replace(Some(SeenBoard { board: board.clone(), tag, as_of: now }));
    Ok(BoardView { board, as_of: now, stale: None })
}
